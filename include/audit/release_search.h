// SPDX-License-Identifier: GPL-3.0-or-later
// The cheapest choice of whole heads that go, by branch and bound over the heads alone. Each node is the staffing model
// with bounds on those who go, solved by the engine that solves everything else: first cover, then the last resort,
// then kroner.
//
//   at least[g] <= gone[g] <= most[g]      a node; its cost is a bound for every choice in it
//
// A node is finished where it leaves too many hours empty or plans too much of the last resort, where its cost is no
// better than the best choice known, or where every head is whole; the solver stops as soon as one of the first is
// certain (solve_limits in solve/solver.h). Empty hours and last resort are least where everybody stays: where a node
// does not exceed their limits, its cost is the least of all choices in it that do not.
#ifndef ROTACOST_AUDIT_RELEASE_SEARCH_H
#define ROTACOST_AUDIT_RELEASE_SEARCH_H

#include "audit/study.h"

struct release_question {
  struct study *study;
  const struct program *program; // its columns `down` may be raised to their upper bounds, by whole units
  const struct basis *start;     // NULL: none
  double shortfall_h;            // no more hours may stay empty
  double last_resort_h;          // no more of the last resort may be planned
  double worth_kr;               // only a choice that costs less than this is searched for
};

struct release_answer {
  enum solve_status status; // SOLVE_LIMIT: the search ended at its node limit; gone and bound are valid
  const char *why;
  double *gone;    // [column_count] of the model; NULL: no choice costs less than worth_kr
  double cost_kr;  // of that choice, else worth_kr
  double bound_kr; // no choice costs less
};

// Memory: arena.
struct release_answer release_search(struct arena *arena, const struct release_question *question);

#endif
