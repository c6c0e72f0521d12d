// SPDX-License-Identifier: GPL-3.0-or-later
// What tells rotas apart that are equally good by their weights: what a day leaves to others, against a programme of the
// day; no rota chosen is worse by the weights, or breaks a rule; and whatever the seed, the pay engine has the year cost
// the same, to a thousandth (in one ward with windows of a few hours, to 1.5).
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "audit/unit_rota.h"
#include "rota/left.h"
#include "rota/solve.h"
#include "scenario/scenario.h"
#include "scenario/shared.h"
#include "solve/linear.h"
#include "support/long.h"
#include "support/rota_check.h"
#include "support/rota_wards.h"
#include "support/town.h"

// --- what a day leaves to others ---

// A ward with prices and absence by chance, dearer the higher the level; with shifts of which no two cover an interval,
// or with a handover between them.
static struct rota_problem *priced_ward(struct arena *arena, struct random *random, int weeks, bool apart) {
  struct rota_problem *problem = rota_ward(arena, (struct ward_shape){.weeks = weeks});
  int shifts = problem->shift_count, levels = problem->level_count, seasons = 1 + random_below(random, 3);
  struct rota_year *year = arena_alloc(arena, sizeof *year);
  year->season_count = seasons;
  year->share = arena_array(arena, (size_t)seasons, sizeof(double));
  year->there = arena_array(arena, (size_t)(seasons * levels), sizeof(double));
  year->left_kr = arena_array(arena, (size_t)(7 * shifts * levels), sizeof(double));
  year->work_kr = arena_array(arena, (size_t)(7 * shifts * problem->group_count), sizeof(double));
  for (int season = 0; season < seasons; season++)
    year->share[season] = 1.0 / seasons;
  for (int i = 0; i < seasons * levels; i++)
    year->there[i] = 1 - random_below(random, 40) / 100.0;
  for (int i = 0; i < 7 * shifts; i++)
    for (int l = 0; l < levels; l++)
      year->left_kr[i * levels + l] = 1000 * (l + 1) + random_below(random, 900);
  for (int i = 0; i < 7 * shifts * problem->group_count; i++)
    year->work_kr[i] = random_below(random, 600);
  if (apart)
    problem->covers[1] = false; // the day shift ends where the evening's begins
  problem->year = year;
  return problem;
}

// Persons of the level or higher still wanted; row: interval by level.
static double wanted_beyond(const struct rota_problem *problem, int t, int row, const int *have, const double *there) {
  int levels = problem->level_count, i = row / levels;
  double beyond = (double)problem->need_milli[t * problem->interval_count * levels + row] / 1000;
  for (int l = row % levels; l < levels; l++)
    beyond -= have[i * levels + l] * there[l];
  return beyond;
}

// The same as a programme: whoever comes, by shift and level.
static double programme_kr(const struct rota_problem *problem, int t, const int *have, const double *there) {
  struct linear *linear = linear_new();
  int levels = problem->level_count, intervals = problem->interval_count;
  for (int row = 0; row < intervals * levels; row++)
    linear_add_row(linear, wanted_beyond(problem, t, row, have, there), INFINITY);
  for (int s = 0; s < problem->shift_count; s++)
    for (int l = 0; l < levels; l++) {
      int rows[ROTA_INTERVALS_MOST * ROTA_LEVELS_MOST], count = 0;
      double ones[ROTA_INTERVALS_MOST * ROTA_LEVELS_MOST];
      for (int row = 0; row < intervals * levels; row++)
        if (problem->covers[s * intervals + row / levels] && row % levels <= l) {
          ones[count] = 1;
          rows[count++] = row;
        }
      linear_add_column(linear, problem->year->left_kr[(t * problem->shift_count + s) * levels + l], 0, INFINITY, false,
                        count, rows, ones);
    }
  struct linear_solution solution = linear_solve(linear, 10000);
  assert_int_equal(solution.status, LINEAR_OPTIMAL);
  linear_free(linear);
  return solution.cost;
}

static double programmes_kr(const struct rota_problem *problem, int t, const int *have) {
  double kr = 0;
  for (int season = 0; season < problem->year->season_count; season++)
    kr += problem->year->share[season] *
          programme_kr(problem, t, have, &problem->year->there[season * problem->level_count]);
  return kr;
}

static void put_people(const struct rota_problem *problem, struct random *random, int *have) {
  int levels = problem->level_count, intervals = problem->interval_count;
  memset(have, 0, (size_t)(intervals * levels) * sizeof *have);
  for (int s = 0; s < problem->shift_count; s++)
    for (int l = 0; l < levels; l++)
      for (int i = 0, persons = random_below(random, 4); i < intervals; i++)
        have[i * levels + l] += problem->covers[s * intervals + i] ? persons : 0;
}

static void left_is_what_a_programme_of_the_day_costs(void **state) {
  for (int seed = 1; seed <= few_or_all(12, 428); seed++) {
    struct arena *arena = arena_new();
    struct random random = {(uint64_t)seed};
    bool apart = seed % 2;
    struct rota_problem *problem = priced_ward(arena, &random, 3, apart);
    struct rota_left *left = rota_left_new(arena, problem);
    int have[9];
    put_people(problem, &random, have);
    for (int t = 0; t < 7; t++) {
      double kr = rota_left_kr(left, t, have), least_kr = programmes_kr(problem, t, have);
      assert_most(least_kr, kr, 1e-9);
      assert_most(kr, least_kr * (apart ? 1 : 1.25), 1e-9);
      assert_near(rota_left_kr(left, t + 7, have), kr, 0); // remembered
    }
    arena_free(arena);
  }
  (void)state;
}

// --- chosen among equals ---

static void no_worse_and_within_the_rules(void **state) {
  for (int seed = 1; seed <= few_or_all(2, 20); seed++) {
    struct arena *arena = arena_new();
    struct random random = {(uint64_t)seed};
    struct rota_problem *problem = priced_ward(arena, &random, seed % 2 ? 3 : 6, false), plain = *problem;
    struct rota_limits_of_search search = {.seed = (uint64_t)seed};
    plain.year = NULL;
    struct rota_answer before = rota_solve(arena, &plain, &search), chosen = rota_solve(arena, problem, &search);
    assert_int_equal(before.outcome, ROTA_FOUND);
    assert_int_equal(chosen.outcome, ROTA_FOUND);
    assert_most(chosen.measure.cost_kr, before.measure.cost_kr, 1e-9);
    assert_true(slow_shape_is_right(problem, chosen.rota));
    assert_int_equal(slow_breaches(problem, chosen.rota), 0);
    size_t bytes = (size_t)(chosen.rota->line_count * 7 * problem->weeks) * sizeof(int);
    assert_true(memcmp(before.rota->day, chosen.rota->day, bytes) != 0);
    struct rota_answer again = rota_solve(arena, problem, &search);
    assert_memory_equal(again.rota->day, chosen.rota->day, bytes);
    arena_free(arena);
  }
  (void)state;
}

// --- the year, by the pay engine ---

struct priced_unit {
  const char *folder, *unit;
  int weeks;
  double play; // a share of the year's cost; 0: 0.001
};
static const struct priced_unit priced_units[] = {
    {"scenarios/rennebu-2024", "night_3700", 6, 0},       {"scenarios/rennebu-2024", "minilla", 6, 0},
    {"scenarios/karasjok-2023", "home_nursing", 6, 0},    {"scenarios/rennebu-2024", "second_home", 6, 0},
    {"scenarios/kongsvinger-2012", "nursing_home", 6, 0}, {"scenarios/rennebu-2024", "trollfoten", 6, 0},
    {"scenarios/rennebu-2024", "home_care", 6, 0.0015},   {"scenarios/rennebu-2024", "night_3700", 12, 0},
    {"scenarios/karasjok-2023", "home_nursing", 3, 0},    {"scenarios/karasjok-2023", "care_homes", 6, 0}};
enum { UNITS_PRICED = sizeof priced_units / sizeof *priced_units };

static const struct comparison *compare_unit(struct study *study, struct arena *arena, const struct scenario *scenario,
                                             const char *unit) {
  struct study_question question = {.year = (int)settings_of(&scenario->tables)->first_year,
                                    .undecided_start = undecided_start_of(scenario),
                                    .kept_only = true};
  while (strcmp(unit_rows(&scenario->tables)[question.unit].unit, unit) != 0)
    question.unit++;
  enum solve_status status;
  const char *why;
  const struct comparison *comparison = study_compare(study, arena, &question, &status, &why);
  assert_non_null(comparison);
  return comparison;
}

static double year_kr(struct study *study, struct arena *arena, const struct comparison *comparison,
                      const struct base_rota *base, uint64_t seed) {
  struct rota_answer answer = rota_solve(arena, &base->problem, &(struct rota_limits_of_search){.seed = seed});
  assert_int_equal(answer.outcome, ROTA_FOUND);
  struct rota_price price = rota_price_of(study, arena, comparison, base, answer.rota);
  assert_true(price.known);
  return price.rota_kr + price.empty_kr;
}

static void check_unit(const struct priced_unit *of, int seeds) {
  struct arena *arena = arena_new();
  const struct scenario *scenario = scenario_read(arena, of->folder, problems_new(arena));
  assert_non_null(scenario);
  struct study *study = study_new(scenario, NULL, NULL);
  const struct comparison *comparison = compare_unit(study, arena, scenario, of->unit);
  struct base_rota *base = base_rota_make(arena, comparison->year, REFERENCE, of->weeks);
  assert_null(base->refusal);
  double least_kr = INFINITY, most_kr = 0;
  for (int seed = 1; seed <= seeds; seed++) {
    double kr = year_kr(study, arena, comparison, base, (uint64_t)seed);
    least_kr = fmin(least_kr, kr);
    most_kr = fmax(most_kr, kr);
  }
  double play = of->play > 0 ? of->play : 0.001;
  if (most_kr > least_kr * (1 + play))
    print_error("%s, %d weeks: %.0f to %.0f kr\n", of->unit, of->weeks, least_kr, most_kr);
  assert_true(most_kr <= least_kr * (1 + play));
  base->problem.year = NULL; // a rota that is only as good by the weights costs the year more
  assert_true(year_kr(study, arena, comparison, base, 1) > least_kr);
  study_free(study);
  arena_free(arena);
}

static void equal_rotas_cost_the_year_the_same(void **state) {
  for (int u = 0; u < (tests_are_long() ? UNITS_PRICED : 1); u++)
    check_unit(&priced_units[u], tests_are_long() ? 6 : 2);
  (void)state;
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(left_is_what_a_programme_of_the_day_costs),
                                     cmocka_unit_test(no_worse_and_within_the_rules),
                                     cmocka_unit_test(equal_rotas_cost_the_year_the_same)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
