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

// An answer that makes it unnecessary to ask another engine.
static bool settled(const struct rota_answer *answer) {
  return answer->outcome == ROTA_NONE || (answer->outcome == ROTA_FOUND && answer->proven_best);
}

// Combines the answers of two engines: the better rota, the higher bound.
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

// If no single week exceeds the average, the average over weeks does not either.
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

// The largest total of whole shifts within `most_min`.
static int whole_shifts_min(struct arena *arena, const struct rota_problem *problem, uint32_t shifts, int most_min) {
  bool *reached = arena_array(arena, (size_t)most_min + 1, sizeof *reached);
  int most = 0;
  reached[0] = true;
  for (int minutes = 0; minutes <= most_min; minutes++) {
    for (int s = 0; s < problem->shift_count; s++) {
      int before = minutes - problem->shifts[s].paid_min;
      reached[minutes] |= (shifts >> s & 1) && before >= 0 && reached[before];
    }
    most = reached[minutes] ? minutes : most;
  }
  return most;
}

// Hours that a line cannot exceed: each of its weeks lies in as many stretches as a stretch has weeks.
static int line_most_min(struct arena *arena, const struct rota_problem *problem, uint32_t shifts, int average_min,
                         int weeks) {
  if (average_min >= ROTA_NO_LIMIT)
    return ROTA_NO_LIMIT;
  return (int)((int64_t)whole_shifts_min(arena, problem, shifts, average_min * weeks) * problem->weeks / weeks);
}

static bool nights_alone(const struct rota_problem *problem, uint32_t shifts) {
  for (int s = 0; s < problem->shift_count; s++)
    if (shifts >> s & 1 && !problem->shifts[s].night)
      return false;
  return true;
}

// With the total hours that averages allow a line; no line that keeps the averages exceeds them.
static struct rota_problem by_the_line(struct arena *arena, const struct rota_problem *problem) {
  struct rota_problem all = copy_of(arena, problem);
  for (int g = 0; g < all.group_count; g++) {
    struct rota_group *group = &all.groups[g];
    struct rota_limits *limits = &group->limits;
    int most = line_most_min(arena, problem, group->shifts, limits->average_most_min, limits->average_weeks);
    if (nights_alone(problem, group->shifts)) {
      int nights = limits->night_average_most_min, weeks = limits->night_average_weeks;
      most = smaller(most, line_most_min(arena, problem, group->shifts, nights, weeks));
    }
    if (most >= group->hours_least_min)
      group->hours_most_min = smaller(group->hours_most_min, most);
  }
  return all;
}

// Do the averages leave lines so few hours in total that there is no rota?
static bool none_by_the_line(struct arena *arena, const struct rota_problem *problem,
                             const struct rota_limits_of_search *search) {
  struct rota_problem *all = arena_alloc(arena, sizeof *all);
  *all = by_the_line(arena, problem);
  bool tighter = false;
  for (int g = 0; g < all->group_count; g++) {
    tighter |= all->groups[g].hours_most_min < problem->groups[g].hours_most_min;
    lift_averages(&all->groups[g].limits);
  }
  return tighter && ask(arena, all, search).outcome == ROTA_NONE;
}

static struct rota_answer priced_by_lines(struct arena *arena, const struct rota_problem *problem,
                                          const struct rota_limits_of_search *search) {
  struct rota_problem *all = arena_alloc(arena, sizeof *all);
  *all = by_the_line(arena, problem);
  struct rota_answer answer = rota_solve_lines(arena, all, search);
  measure(problem, &answer);
  return answer;
}

// If hours on average bind: first makes them the ceiling of every week; if that is not the best, also tries them as a
// price with the engine for lines.
static struct rota_answer within_averages(struct arena *arena, const struct rota_problem *problem,
                                          const struct rota_limits_of_search *search, double bound_kr) {
  if (none_by_the_line(arena, problem, search))
    return (struct rota_answer){.outcome = ROTA_NONE, .group = -1};
  struct rota_problem *strict = arena_alloc(arena, sizeof *strict);
  *strict = by_the_week(arena, problem);
  struct rota_answer answer = ask(arena, strict, search);
  bool best = answer.outcome == ROTA_FOUND && answer.measure.cost_kr - bound_kr < 0.005;
  if (!best && lines_take(problem))
    answer = better(answer, priced_by_lines(arena, problem, search));
  if (answer.outcome == ROTA_FOUND || answer.outcome == ROTA_FAILED)
    return answer;
  return (struct rota_answer){.outcome = ROTA_UNDECIDED, .group = -1, .averages = true};
}

static struct rota_answer solve(struct arena *arena, const struct rota_problem *problem,
                                const struct rota_limits_of_search *search) {
  struct rota_problem *free = arena_alloc(arena, sizeof *free);
  *free = copy_of(arena, problem);
  for (int g = 0; g < free->group_count; g++)
    lift_averages(&free->groups[g].limits);
  struct rota_answer answer = ask(arena, free, search);
  if (answer.outcome != ROTA_FOUND || rota_check(problem, answer.rota, NULL, 0) == 0)
    return answer;
  struct rota_answer again = within_averages(arena, problem, search, answer.bound_kr);
  again.bound_kr = answer.bound_kr; // this bound holds for a larger set of rotas
  again.pivots += answer.pivots;
  again.steps += answer.steps;
  measure(problem, &again);
  return again;
}

struct rota_answer rota_solve(struct arena *arena, const struct rota_problem *problem,
                              const struct rota_limits_of_search *search) {
  struct rota_answer answer = solve(arena, problem, search);
  if (answer.outcome != ROTA_FOUND || !problem->year || !lines_take(problem))
    return answer;
  struct rota_problem *plain = arena_alloc(arena, sizeof *plain);
  *plain = copy_of(arena, problem);
  rota_choose(plain, search, answer.rota);
  measure(problem, &answer);
  return answer;
}
