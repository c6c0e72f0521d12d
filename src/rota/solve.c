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

struct rota_answer rota_solve(struct arena *arena, const struct rota_problem *problem,
                              const struct rota_limits_of_search *search) {
  struct rota_answer answer = {.outcome = ROTA_UNDECIDED, .bound_kr = -INFINITY, .group = -1};
  for (size_t e = 0; e < sizeof engines / sizeof *engines; e++)
    if (engines[e].takes(problem)) {
      answer = engines[e].solve(arena, problem, search);
      break;
    }
  return answer;
}
