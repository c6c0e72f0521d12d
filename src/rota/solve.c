// SPDX-License-Identifier: GPL-3.0-or-later
#include "rota/solve.h"

#include <math.h>
#include <string.h>

#include "rota/circulation.h"
#include "rota/lines.h"
#include "rota/rules.h"

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

static struct rota_answer ask(struct arena *arena, const struct rota_problem *problem,
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

// ---------------------------------------------------------------- hours on average

static struct rota_problem copy_of(struct arena *arena, const struct rota_problem *problem) {
  struct rota_problem copy = *problem;
  size_t groups = (size_t)problem->group_count;
  copy.groups = arena_array(arena, groups + 1, sizeof *copy.groups);
  memcpy(copy.groups, problem->groups, groups * sizeof *copy.groups);
  for (int g = 0; g < copy.group_count; g++)
    copy.groups[g].limits = rota_limits_plain(copy.groups[g].limits);
  return copy;
}

static bool night_group(const struct rota_problem *problem, const struct rota_group *group) {
  for (int s = 0; s < problem->shift_count; s++)
    if (group->shifts >> s & 1 && problem->shifts[s].night)
      return true;
  return false;
}

static void lift_averages(struct rota_limits *limits) {
  limits->average_most_min = limits->night_average_most_min = ROTA_NO_LIMIT;
}

static int smaller(int a, int b) { return a < b ? a : b; }

// What no week has more of, weeks on average have no more of.
static struct rota_problem by_the_week(struct arena *arena, const struct rota_problem *problem) {
  struct rota_problem strict = copy_of(arena, problem);
  for (int g = 0; g < strict.group_count; g++) {
    struct rota_limits *limits = &strict.groups[g].limits;
    limits->week_most_min = smaller(limits->week_most_min, limits->average_most_min);
    if (night_group(problem, &strict.groups[g]))
      limits->week_most_min = smaller(limits->week_most_min, limits->night_average_most_min);
    lift_averages(limits);
  }
  return strict;
}

struct rota_answer rota_solve(struct arena *arena, const struct rota_problem *problem,
                              const struct rota_limits_of_search *search) {
  struct rota_problem *free = arena_alloc(arena, sizeof *free), *strict = arena_alloc(arena, sizeof *strict);
  *free = copy_of(arena, problem);
  for (int g = 0; g < free->group_count; g++)
    lift_averages(&free->groups[g].limits);
  struct rota_answer answer = ask(arena, free, search);
  if (answer.outcome != ROTA_FOUND || rota_check(problem, answer.rota, NULL, 0) == 0)
    return answer;
  *strict = by_the_week(arena, problem);
  struct rota_answer again = ask(arena, strict, search);
  again.bound_kr = answer.bound_kr; // of more rotas
  again.pivots += answer.pivots;
  again.steps += answer.steps;
  if (again.outcome == ROTA_NONE) {
    again.outcome = ROTA_UNDECIDED;
    again.group = -1;
  }
  again.averages = again.outcome == ROTA_UNDECIDED;
  measure(problem, &again);
  return again;
}
