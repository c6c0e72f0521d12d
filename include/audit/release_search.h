// SPDX-License-Identifier: GPL-3.0-or-later
// The cheapest choice of whole heads that go, by branch and bound over the heads alone. Each node is the staffing
// programme with bounds on those who go, solved by the engine that solves everything else: cover first, then the last
// resort, then kroner.
//
//   at least[g] <= gone[g] <= most[g]      a node; its cost is a bound for every choice in it
//
// A node is done with where it leaves more hours empty than may be or plans more of the last resort, where its cost
// is no better than the best choice known, or where every head is whole; the solver gives it up as soon as one of the
// first is certain (solve_limits in solve/solver.h). Those two are least where everybody stays: where
// a node has no more of them than may be, its cost is the least of all choices in it that have no more.
#ifndef ROTACOST_AUDIT_RELEASE_SEARCH_H
#define ROTACOST_AUDIT_RELEASE_SEARCH_H

#include "audit/study.h"

struct release_question {
  struct study *study;
  const struct program *program; // its columns `down` may be taken up to their upper bounds, by whole units
  const struct basis *start;     // NULL: none
  double shortfall_h;            // more may not stay empty
  double last_resort_h;          // no more of the last resort may be planned
  double worth_kr;               // only a choice that costs less than this is looked for
};

struct release_answer {
  enum solve_status status; // SOLVE_LIMIT: the search ended at its count of nodes; gone and bound hold
  const char *why;
  double *gone;    // [column_count] of the programme; NULL: no choice costs less than worth_kr
  double cost_kr;  // of that choice, else worth_kr
  double bound_kr; // no choice costs less
};

// Memory: arena.
struct release_answer release_search(struct arena *arena, const struct release_question *question);

#endif
