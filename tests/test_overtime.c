// SPDX-License-Identifier: GPL-3.0-or-later
// Overtime is for what cannot be planned (arbeidsmiljøloven 10-6(1)): worked by hand on a ward of half-timers.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "audit/study.h"
#include "base/fixed.h"
#include "scenario/rows_settings.h"
#include "support/town.h"

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

// One wanted 8-16 every day, 56 h a week; half-timers of 20 h who take up to 20 extra hours and 6.25 h of overtime a week (a
// quarter of 25 h in four weeks).
static struct memory half_timers(struct arena *arena, int heads, enum planned_overtime planned) {
  struct memory memory = plain_ward(arena, 1000, heads * MILLI);
  struct group_row *group = memory_row(&memory, TABLE_GROUPS, 0);
  group->position_e8 = 50 * PERCENT;
  group->weekend_every_milli = 1000;
  memory_add_rate(&memory, RATE_EXTRA_WEEKEND_EVERY, NULL, day_from_date(2023, 1, 1), 1000000);
  const enum source_kind kinds[] = {SOURCE_EXTRA, SOURCE_OVERTIME};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    ((struct source_row *)memory_row(&memory, TABLE_SOURCES,
                                     memory_add_source(&memory, i ? "overtime" : "extra", kinds[i], NOT_GIVEN)))
        ->room_e8 = ONE_E8;
  memory_settings(&memory)->planned_overtime = planned;
  return memory;
}

static const struct plan *plan_of(struct arena *arena, const struct memory *memory, enum positions positions) {
  struct study *study = study_new(town_scenario(memory), NULL, NULL);
  enum solve_status status;
  const char *why;
  const struct study_question question = {.unit = 0, .year = 2024, .undecided_start = DAY_NONE};
  const struct comparison *comparison = study_compare(study, arena, &question, &status, &why);
  assert_non_null(comparison);
  // the study's own plans go with it
  const struct plan *plan = comparison->plans[REFERENCE][positions];
  struct plan *copy = arena_alloc(arena, sizeof *copy);
  *copy = *plan;
  study_free(study);
  return copy;
}

// 2024 begins on a Monday and ends on a Tuesday: 52 whole weeks, and two days on which the half-timers' own hours suffice.
enum { WEEKS = 52 };

static void assert_between(double value, double least, double most) {
  if (value < least - 1e-5 || value > most + 1e-5)
    fail_msg("%.6f is not from %.6f to %.6f", value, least, most);
}

// 200 h a year over 53 weeks; 6.25 a week are more. What falls in 2025 of the last week is not in the year's.
static void assert_year_of_overtime(const struct plan *plan) {
  assert_between(plan->hours[HOURS_OVERTIME], 200 * 371 / 365.0 - 6.25, 200 * 371 / 365.0);
}

// Two of them have 40 h, and 16 extra hours a week fill the rest: no overtime, though on public holidays it is cheaper.
static void no_overtime_where_extra_hours_suffice(void **state) {
  struct memory memory = half_timers(*state, 2, OVERTIME_LAST_RESORT);
  const struct plan *plan = plan_of(*state, &memory, POSITIONS_KEPT);
  assert_near(plan->hours[HOURS_OVERTIME], 0, 1e-9);
  assert_near(plan->hours[HOURS_EXTRA], WEEKS * 16, 1e-6);
  assert_near(plan->shortfall_h, 0, 1e-9);
  memory_settings(&memory)->planned_overtime = OVERTIME_BY_COST;
  const struct plan *cheaper = plan_of(*state, &memory, POSITIONS_KEPT);
  assert_true(cheaper->hours[HOURS_OVERTIME] > 20);
  assert_true(cheaper->cost_kr < plan->cost_kr - 100);
}

// One of them has 20 h and takes 20 more: 16 h are left, of which 6.25 h are overtime and the others stay open.
static void overtime_before_an_empty_post(void **state) {
  struct memory memory = half_timers(*state, 1, OVERTIME_LAST_RESORT);
  const struct plan *plan = plan_of(*state, &memory, POSITIONS_KEPT);
  assert_between(plan->hours[HOURS_EXTRA], WEEKS * 20, (WEEKS + 1) * 20);
  assert_year_of_overtime(plan);
  memory_settings(&memory)->planned_overtime = OVERTIME_NEVER;
  const struct plan *never = plan_of(*state, &memory, POSITIONS_KEPT);
  assert_near(never->hours[HOURS_OVERTIME], 0, 1e-9);
  assert_near(never->planned_shortfall_h - plan->planned_shortfall_h, 200 * 371 / 365.0, 1e-4);
}

// With an agency on offer overtime comes before it, for as many hours; and nobody is missing.
static void overtime_before_an_agency(void **state) {
  struct memory memory = half_timers(*state, 1, OVERTIME_LAST_RESORT);
  struct source_row *agency =
      memory_row(&memory, TABLE_SOURCES, memory_add_source(&memory, "agency", SOURCE_AGENCY, SKILLED));
  agency->price_ore_per_h = 2000 * KR;
  const struct plan *plan = plan_of(*state, &memory, POSITIONS_KEPT);
  assert_near(plan->planned_shortfall_h, 0, 1e-6);
  assert_year_of_overtime(plan);
  // a dearer agency moves nothing, a cheap one leaves no overtime
  agency->price_ore_per_h = 100 * KR;
  assert_near(plan_of(*state, &memory, POSITIONS_KEPT)->hours[HOURS_OVERTIME], 0, 1e-6);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(no_overtime_where_extra_hours_suffice, set_up, tear_down),
      cmocka_unit_test_setup_teardown(overtime_before_an_empty_post, set_up, tear_down),
      cmocka_unit_test_setup_teardown(overtime_before_an_agency, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("overtime", tests, NULL, NULL);
}
