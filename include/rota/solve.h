// SPDX-License-Identifier: GPL-3.0-or-later
// Finds a rota, or proves that there is none. Two engines behind one face, chosen by what the unit needs:
//
//   circulation  all groups have the same level, hours and limits: whole numbers of people on the arcs of a graph of states,
//                whose size does not grow with the number of people (rota/circulation.h)
//   lines        contracts differ: lines from a shortest path priced with the duals of a weekly master, which gives the
//                bound; whole numbers by a search of neighbours with the same path programme (rota/lines.h)
//
// Both lay lines out by every rule but hours on average over some weeks. A rota found that breaks such an average is
// sought again with the average as the ceiling of every week; where there is none of that kind, it is left undecided. The
// bound and the proof that there is none are those without averages, and hold with them.
//
// Limits are counts (pivots, nodes, steps), never a clock: the same question has the same answer on every machine.
#ifndef ROTACOST_ROTA_SOLVE_H
#define ROTACOST_ROTA_SOLVE_H

#include "base/failure.h"
#include "rota/problem.h"

enum rota_outcome {
  ROTA_FOUND,     // a rota that keeps every rule
  ROTA_NONE,      // proven: none keeps the rules (and, with cover_required, the need)
  ROTA_UNDECIDED, // a limit was reached first
  ROTA_FAILED,    // our own fault, in `failure`
};

struct rota_answer {
  enum rota_outcome outcome;
  struct rota *rota;           // ROTA_FOUND; memory: the arena asked
  struct rota_measure measure; // ROTA_FOUND
  double bound_kr;             // proven: no rota under these rules costs less (measure.cost_kr); -INFINITY: not known
  bool proven_best;            // cost is the bound, to an øre
  bool averages;               // ROTA_UNDECIDED: for hours on average alone; there are rotas that break only these
  int group;                   // ROTA_NONE: a group that has no line at all under its rules; -1: no single one
  long pivots, steps;          // for --verbose only
  struct failure failure;
};

struct rota_limits_of_search {
  long pivots, nodes, steps; // 0: the documented default
  uint64_t seed;             // of the search of neighbours; the answer's cost must not hang on it
};

struct rota_answer rota_solve(struct arena *arena, const struct rota_problem *problem,
                              const struct rota_limits_of_search *search);

#endif
