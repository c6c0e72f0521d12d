// SPDX-License-Identifier: GPL-3.0-or-later
// What is found when a rota is sought, and how long it is sought (rota/solve.h).
#ifndef ROTACOST_ROTA_ANSWER_H
#define ROTACOST_ROTA_ANSWER_H

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
  bool averages;               // ROTA_UNDECIDED: there are rotas that break only hours on average
  int group;                   // ROTA_NONE: a group that has no line at all under its rules; -1: no single one
  long pivots, steps;          // for --verbose only
  struct failure failure;
};

struct rota_limits_of_search {
  long pivots, nodes, steps; // 0: the documented default
  uint64_t seed;             // of the search of neighbours; the answer's cost must not hang on it
};

#endif
