// SPDX-License-Identifier: GPL-3.0-or-later
// The result of a search for a rota, and the limits of the search (rota/solve.h).
#ifndef ROTACOST_ROTA_ANSWER_H
#define ROTACOST_ROTA_ANSWER_H

#include "base/failure.h"
#include "rota/problem.h"

enum rota_outcome {
  ROTA_FOUND,     // a rota that keeps every rule
  ROTA_NONE,      // proven: no rota keeps the rules (and, with cover_required, the need)
  ROTA_UNDECIDED, // a limit was reached first
  ROTA_FAILED,    // an internal error, in `failure`
};

struct rota_answer {
  enum rota_outcome outcome;
  struct rota *rota;           // ROTA_FOUND; memory: the arena passed in
  struct rota_measure measure; // ROTA_FOUND
  double bound_kr;             // proven: no rota under these rules costs less (measure.cost_kr); -INFINITY: unknown
  bool proven_best;            // the cost equals the bound, to an øre
  bool averages;               // ROTA_UNDECIDED: there are rotas that break nothing but hours on average
  int group;                   // ROTA_NONE: a group without any line under its rules; -1: not one group alone
  long pivots, steps;          // for --verbose only
  struct failure failure;
};

struct rota_limits_of_search {
  long pivots, nodes, steps; // 0: the documented default
  uint64_t seed;             // of the neighbourhood search; the cost of the answer must not depend on it
};

#endif
