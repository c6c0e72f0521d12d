// SPDX-License-Identifier: GPL-3.0-or-later
#include "rota/solve.h"

#include <math.h>

#include "rota/circulation.h"
#include "rota/lines.h"

static bool lines_take(const struct rota_problem *problem) { return !problem->rotates; }

// The engines, the first that can take the problem.
static const struct engine {
  bool (*takes)(const struct rota_problem *problem);
  struct rota_answer (*solve)(struct arena *arena, const struct rota_problem *problem,
                              const struct rota_limits_of_search *search);
} engines[] = {
    {rota_circulates, rota_circulation},
    {lines_take, rota_solve_lines},
};

// An answer that another engine need not be asked about.
static bool settled(const struct rota_answer *answer) {
  return answer->outcome == ROTA_NONE || (answer->outcome == ROTA_FOUND && answer->proven_best);
}

// What two engines say together: the better rota, the higher bound.
static struct rota_answer better(struct rota_answer a, struct rota_answer b) {
  struct rota_answer chosen = a;
  bool b_found = b.outcome == ROTA_FOUND;
  if (b_found && (a.outcome != ROTA_FOUND || b.measure.cost_kr < a.measure.cost_kr))
    chosen = b;
  else if (a.outcome != ROTA_FOUND && b.outcome != ROTA_UNDECIDED)
    chosen = b;
  chosen.bound_kr = fmax(a.bound_kr, b.bound_kr);
  chosen.pivots = a.pivots + b.pivots;
  chosen.steps = a.steps + b.steps;
  return chosen;
}

static void measure(const struct rota_problem *problem, struct rota_answer *answer) {
  if (answer->outcome != ROTA_FOUND)
    return;
  answer->measure = rota_measure_of(problem, answer->rota);
  answer->proven_best = answer->measure.cost_kr - answer->bound_kr < 0.005;
}

struct rota_answer rota_solve(struct arena *arena, const struct rota_problem *problem,
                              const struct rota_limits_of_search *search) {
  struct rota_answer answer = {.outcome = ROTA_UNDECIDED, .bound_kr = -INFINITY, .group = -1};
  for (size_t e = 0; e < sizeof engines / sizeof *engines && !settled(&answer); e++)
    if (engines[e].takes(problem)) {
      struct rota_answer next = engines[e].solve(arena, problem, search);
      measure(problem, &next);
      answer = better(answer, next);
      measure(problem, &answer);
    }
  return answer;
}
