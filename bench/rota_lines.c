// SPDX-License-Identifier: GPL-3.0-or-later
// Times of the engine for mixed contracts: wards of support/rota_wards.h, each length by several seeds. Every rota is
// checked by the slow checker of the tests. Usage: rota_lines [SEEDS [UNIT]]
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "rota/lines.h"
#include "support/rota_check.h"
#include "support/rota_wards.h"

enum { SEEDS_MOST = 100 };

struct unit {
  const char *title;
  struct rota_problem *(*problem)(struct arena *arena, struct ward_shape shape);
  struct ward_shape shape;
};

static const struct unit units[] = {
    {"ward", rota_ward, {.weeks = 3}},
    {"ward", rota_ward, {.weeks = 6}},
    {"ward", rota_ward, {.weeks = 12}},
    {"every second weekend", rota_ward, {.weeks = 2, .weekend_every = 2}},
    {"every second weekend", rota_ward, {.weeks = 6, .weekend_every = 2}},
    {"every second weekend", rota_ward, {.weeks = 12, .weekend_every = 2}},
    {"quarters of an hour", rota_ward, {.weeks = 3, .evening_paid_min = 435}},
    {"quarters of an hour", rota_ward, {.weeks = 6, .evening_paid_min = 435}},
    {"quarters of an hour", rota_ward, {.weeks = 12, .evening_paid_min = 435}},
    {"three shifts", rota_three_shifts, {.weeks = 3}},
    {"three shifts", rota_three_shifts, {.weeks = 6}},
    {"three shifts", rota_three_shifts, {.weeks = 12}},
    // As the tool counted with which this figure was first measured: hours in whole shifts of 7.5 h, so a night is two.
    {"three shifts in units of 7.5 h", rota_three_shifts, {.weeks = 3, .night_paid_min = 900}},
    {"three shifts in units of 7.5 h", rota_three_shifts, {.weeks = 6, .night_paid_min = 900}},
    {"three shifts in units of 7.5 h", rota_three_shifts, {.weeks = 12, .night_paid_min = 900}},
    {"night team", rota_night_team, {.weeks = 3}},
    {"night team", rota_night_team, {.weeks = 6}},
    {"night team", rota_night_team, {.weeks = 12}},
};

static double cpu_s(void) { return (double)clock() / CLOCKS_PER_SEC; }

static int compare(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

struct series {
  int count, wrong, best;
  double seconds[SEEDS_MOST], costs_kr[SEEDS_MOST], bound_kr, missing_h, contract_h;
};

static double contract_h_of(const struct rota_problem *problem) {
  double hours = 0;
  for (int g = 0; g < problem->group_count; g++)
    hours += problem->groups[g].heads * problem->groups[g].hours_most_min / 60.0;
  return hours;
}

static void time_one(const struct unit *unit, int seed, struct series *series) {
  struct arena *arena = arena_new();
  struct rota_problem *problem = unit->problem(arena, unit->shape);
  double begun = cpu_s();
  struct rota_answer answer = rota_solve_lines(arena, problem, &(struct rota_limits_of_search){.seed = (uint64_t)seed});
  series->seconds[series->count] = cpu_s() - begun;
  bool found = answer.outcome == ROTA_FOUND;
  series->costs_kr[series->count++] = found ? answer.measure.cost_kr : INFINITY;
  series->wrong += !found || !slow_shape_is_right(problem, answer.rota) || slow_breaches(problem, answer.rota) != 0;
  series->best += answer.proven_best;
  series->bound_kr = answer.bound_kr;
  series->contract_h = contract_h_of(problem);
  series->missing_h = fmax(series->missing_h, found ? answer.measure.missing_h : 0);
  arena_free(arena);
}

static void say(const struct unit *unit, struct series *series) {
  qsort(series->seconds, (size_t)series->count, sizeof(double), compare);
  qsort(series->costs_kr, (size_t)series->count, sizeof(double), compare);
  int last = series->count - 1;
  double beyond_kr = series->costs_kr[last / 2] - series->bound_kr;
  printf("%s;%d;%d;%.3f;%.3f;%.2f;%.2f;%.2f;%.2f;%.3f;%d;%.2f;%s\n", unit->title, unit->shape.weeks, series->count,
         series->seconds[last / 2], series->seconds[last], series->bound_kr, series->costs_kr[last / 2],
         series->costs_kr[last], 100 * beyond_kr / fmax(1, series->bound_kr),
         100 * beyond_kr / (series->contract_h + series->bound_kr), series->best, series->missing_h, series->wrong ? "WRONG" : "right");
  fflush(stdout);
}

int main(int count, char **arguments) {
  int seeds = count > 1 ? atoi(arguments[1]) : 10, wrong = 0;
  if (seeds < 1 || seeds > SEEDS_MOST)
    return 2;
  printf("unit;weeks;seeds;median_s;longest_s;bound_kr;median_kr;highest_kr;beyond_the_bound_percent;beyond_all_hours_percent;on_the_bound;missing_h;checked\n");
  for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
    if (count > 2 && strcmp(arguments[2], units[u].title) != 0)
      continue;
    struct series series = {0};
    for (int seed = 1; seed <= seeds; seed++)
      time_one(&units[u], seed, &series);
    say(&units[u], &series);
    wrong += series.wrong;
  }
  return wrong > 0;
}
