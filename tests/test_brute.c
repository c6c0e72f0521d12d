// SPDX-License-Identifier: GPL-3.0-or-later
// The programme and its solver against planners that share no code with them: one that spells out every day and
// quarter of an hour and solves by its own simplex, and one that tries every plan in quarters of a person.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>

#include "base/fixed.h"
#include "scenario/rows_settings.h"
#include "support/long.h"
#include "support/plain_plan.h"
#include "support/town.h"

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

// --- the plain planner --------------------------------------------------------------------------------------------

static void add_variable(const struct plan *plan, double *variable_h) {
  const struct frame *frame = plan->program->year->frame;
  for (int l = 0; l < frame->level_count; l++)
    variable_h[frame->levels[l]] = plan->variable_h[l]; // one segment
}

static void assert_same(const struct plan *plan, const struct plain_answer *plain, const char *what) {
  bool same = fabs(plan->planned_shortfall_h - plain->short_h) <= 1e-6 * fmax(1, plain->short_h) &&
              fabs(plan->planned_kr - plain->cost_kr) <= 1e-6 * fmax(1, fabs(plain->cost_kr));
  if (!same)
    fail_msg("%s: short %.6f h, plain planner %.6f h; cost %.2f kr, plain planner %.2f kr", what,
             plan->planned_shortfall_h, plain->short_h, plan->planned_kr, plain->cost_kr);
}

static void compare_with_plain(struct arena *arena, const struct memory *memory, struct stretch stretch, int seed) {
  const struct scenario *scenario = town_scenario(memory);
  struct question question = {.scenario = scenario, .stretch = stretch, .week_types = true};
  struct answers answers = town_solve(arena, &question);
  const struct plan *const *plans = answers.plans[REFERENCE];
  double variable_h[PLAIN_LEVELS] = {0};
  add_variable(plans[POSITIONS_KEPT], variable_h);
  struct plain_question plain = {.tables = &scenario->tables,
                                 .first_day = stretch.first_day,
                                 .day_count = stretch.day_count,
                                 .variable_h = variable_h};
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    plain.adjusted = p == POSITIONS_ADJUSTED;
    struct plain_answer answer = plain_plan(arena, &plain);
    char what[64];
    snprintf(what, sizeof what, "town %d %s", seed, positions_name((enum positions)p));
    assert_same(plans[p], &answer, what);
  }
}

// Stretches that begin and end inside weeks, around Easter, May and Christmas, and on both sides of New Year; in week types
// only where weeks differ.
static void random_towns_as_planned_plainly(void **state) {
  static const int starts[][3] = {{2025, 4, 12}, {2025, 12, 20}, {2024, 12, 27},
                                  {2024, 5, 14}, {2025, 8, 28},  {2025, 1, 1}};
  for (int seed = 1; seed <= few_or_all(6, 60); seed++) {
    struct arena *arena = arena_new();
    struct random random = {.state = (uint64_t)seed};
    struct memory memory = random_town(arena, &random, (struct town_shape){.groups = 2, .shifts = 2 + seed % 3});
    for (size_t g = 0; g < row_count(&memory.tables, TABLE_GROUPS); g++)
      ((struct group_row *)memory_row(&memory, TABLE_GROUPS, (int64_t)g))->red_days =
          seed % 2 ? RED_DAYS_NEXT_OFF : RED_DAYS_WORKED;
    const int *start = starts[seed % 6];
    memory_settings(&memory)->fiscal_year_starts = seed % 3 ? 1 : 4;
    struct stretch stretch = {day_from_date(start[0], start[1], start[2]), 2 + random_below(&random, 6)};
    compare_with_plain(arena, &memory, stretch, seed);
    arena_free(arena);
  }
  (void)state;
}

// --- shifts that leave their service day --------------------------------------------------------------------------

// A night of which the larger part lies in the next service day belongs to that day and is paid on the day before.
static void shift_that_starts_before_its_service_day(void **state) {
  struct memory memory = memory_town(*state);
  memory_add_unit(&memory, "ward");
  ((struct unit_row *)memory_row(&memory, TABLE_UNITS, 0))->day_starts_min = 2 * HOURS;
  memory_add_shift(&memory, 0, "night", 22 * HOURS, 8 * HOURS);
  memory_add_shift(&memory, 0, "day", 8 * HOURS, 18 * HOURS);
  memory_add_need(&memory, 0, "night", 2 * HOURS, 8 * HOURS, ASSISTANT, 1000);
  memory_add_need(&memory, 0, "day", 8 * HOURS, 18 * HOURS, ASSISTANT, 2000);
  memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, ASSISTANT);
  memory_add_group(&memory, 0, "staff", ASSISTANT, 2000, ONE_E8);
  struct stretch week = {day_from_date(2025, 4, 14), 12};
  compare_with_plain(*state, &memory, week, 0);
}

// The second half of the night begins on the next day's date, and is paid there.
static void shift_that_starts_after_midnight(void **state) {
  struct memory memory = memory_town(*state);
  memory_add_unit(&memory, "ward");
  ((struct unit_row *)memory_row(&memory, TABLE_UNITS, 0))->day_starts_min = 8 * HOURS;
  memory_add_shift(&memory, 0, "evening", 16 * HOURS, 30);
  memory_add_shift(&memory, 0, "small_hours", 30, 8 * HOURS);
  memory_add_need(&memory, 0, "evening", 16 * HOURS, 30, ASSISTANT, 1000);
  memory_add_need(&memory, 0, "small_hours", 30, 8 * HOURS, ASSISTANT, 2000);
  memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, ASSISTANT);
  memory_add_group(&memory, 0, "staff", ASSISTANT, 2500, 90 * PERCENT);
  compare_with_plain(*state, &memory, (struct stretch){day_from_date(2025, 4, 12), 4}, 0);
}

// Handover: the shift is paid to its end and covers nothing after the service day.
static void shift_that_ends_after_its_service_day(void **state) {
  struct memory memory = memory_town(*state);
  memory_add_unit(&memory, "ward");
  ((struct unit_row *)memory_row(&memory, TABLE_UNITS, 0))->day_starts_min = 7 * HOURS + 30;
  memory_add_shift(&memory, 0, "night", 21 * HOURS, 8 * HOURS + 15);
  memory_add_shift(&memory, 0, "day", 9 * HOURS, 21 * HOURS);
  memory_add_need(&memory, 0, "all", 7 * HOURS + 30, 7 * HOURS + 30, SKILLED, 1000);
  memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, SKILLED);
  memory_add_group(&memory, 0, "staff", SKILLED, 3000, 80 * PERCENT);
  struct stretch stretch = {day_from_date(2025, 4, 16), 6};
  compare_with_plain(*state, &memory, stretch, 0);
  const struct plan *plan = town_plan(*state, town_scenario(&memory), stretch);
  assert_near(plan->shortfall_h, 6 * 1.5, 1e-9); // 07:30-09:00, each day
}

// --- every plan in quarters of a person ---------------------------------------------------------------------------

enum { SAT_OWN, SUN_OWN, SAT_HIRED, SUN_HIRED, COUNTS, QUARTERS_MOST = 17, WEEK_H = 11 };

struct grid {
  double need, heads, hired_h; // persons, heads, hours on offer in the week
  double price_kr[COUNTS];
  double short_h, cost_kr; // best so far
};

static void grid_try(struct grid *g, const int quarters[COUNTS]) {
  double persons[COUNTS], cost = 0;
  for (int i = 0; i < COUNTS; i++) {
    persons[i] = quarters[i] / 4.0;
    cost += persons[i] * g->price_kr[i];
  }
  bool duty = persons[SAT_OWN] <= g->heads / 2 && persons[SUN_OWN] <= g->heads / 2;
  bool contract = 8 * (persons[SAT_OWN] + persons[SUN_OWN]) <= g->heads * WEEK_H;
  if (!duty || !contract || 8 * (persons[SAT_HIRED] + persons[SUN_HIRED]) > g->hired_h)
    return;
  double missing_h = 8 * (fmax(0, g->need - persons[SAT_OWN] - persons[SAT_HIRED]) +
                          fmax(0, g->need - persons[SUN_OWN] - persons[SUN_HIRED]));
  if (missing_h > g->short_h || (missing_h == g->short_h && cost >= g->cost_kr))
    return;
  g->short_h = missing_h;
  g->cost_kr = cost;
}

static void grid_search(struct grid *g) {
  g->short_h = g->cost_kr = INFINITY;
  int quarters[COUNTS] = {0};
  for (int at = 0; at < COUNTS;) {
    grid_try(g, quarters);
    for (at = 0; at < COUNTS && ++quarters[at] == QUARTERS_MOST; at++)
      quarters[at] = 0;
  }
}

// A week of which only the weekend is staffed, by one shift of 8 hours: what every way to fill it costs and leaves open.
static void weekend_tried_out(void **state) {
  static const struct {
    int need, heads, hired_h;
  } cases[] = {{2000, 4000, 0}, {2500, 3000, 8}, {3250, 4000, 8}, {1000, 4000, 8}, {4000, 2500, 80}, {500, 0, 2}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct memory memory = plain_ward(*state, cases[i].need, cases[i].heads);
    struct source_row *source =
        memory_row(&memory, TABLE_SOURCES, memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, SKILLED));
    source->hours_milli_per_week = cases[i].hired_h * MILLI;
    ((struct need_row *)memory_row(&memory, TABLE_NEED, 0))->days = 1 << SATURDAY | 1 << SUNDAY;
    ((struct group_row *)memory_row(&memory, TABLE_GROUPS, 0))->full_time_min = WEEK_H * HOURS;
    struct stretch weekend = {day_from_date(2025, 9, 6), 2};
    const struct plan *plan = town_plan(*state, town_scenario(&memory), weekend);
    struct grid grid = {
        .need = cases[i].need / 1000.0, .heads = cases[i].heads / 1000.0, .hired_h = cases[i].hired_h + 1e-9};
    // At least 70 kr of weekend supplement for own people, whose short week makes it 22 % of 460 000 / 572; for hired ones
    // pay of 460 000 / 1846 and 70 kr. On top 12 % holiday
    // pay, 15 % pension, 14.1 % tax.
    double rate_kr = 460000 / 1846.0, on_costs = 1.27 * 1.141;
    for (int c = 0; c < COUNTS; c++)
      grid.price_kr[c] = 8 * on_costs * (c < SAT_HIRED ? 0.22 * 460000 / (52.0 * WEEK_H) : 70 + rate_kr);
    grid_search(&grid);
    assert_near(plan->shortfall_h, grid.short_h, 1e-6);
    assert_near(plan->cost_kr - plan->program->constant_year_kr, grid.cost_kr, 1e-4); // shifts are priced in whole øre
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(weekend_tried_out, set_up, tear_down),
      cmocka_unit_test_setup_teardown(random_towns_as_planned_plainly, set_up, tear_down),
      cmocka_unit_test_setup_teardown(shift_that_starts_before_its_service_day, set_up, tear_down),
      cmocka_unit_test_setup_teardown(shift_that_starts_after_midnight, set_up, tear_down),
      cmocka_unit_test_setup_teardown(shift_that_ends_after_its_service_day, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("brute force", tests, NULL, NULL);
}
