// SPDX-License-Identifier: GPL-3.0-or-later
// A year of cover at a glance: weeks and weekdays add up to the year they were cut from.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "audit/cover_year.h"
#include "base/fixed.h"
#include "support/audited.h"
#include "support/town.h"

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

// Two wanted every day of 2024 by one more or fewer than it takes; substitutes without limit where asked for.
static const struct audit *audit_of_ward(struct arena *arena, int64_t heads_milli, bool substitutes) {
  struct memory memory = plain_ward(arena, 2000, heads_milli);
  memory_settings(&memory)->last_year = 2024;
  if (substitutes)
    memory_add_source(&memory, "sub", SOURCE_SUBSTITUTE, group_rows(&memory.tables)[0].category);
  return audit_everything(town_scenario(&memory));
}

static struct week_hours sum_of_weeks(const struct audit *audit) {
  struct week_hours sum = {{0}, 0};
  for (size_t i = 0; i < audit->week_count; i++) {
    for (int h = 0; h < HOURS_KINDS; h++)
      sum.hours[h] += audit->weeks[i].hours.hours[h];
    sum.short_h += audit->weeks[i].hours.short_h;
  }
  return sum;
}

static void weeks_add_up_to_the_year(struct arena *arena, int64_t heads_milli, bool substitutes) {
  const struct audit *audit = audit_of_ward(arena, heads_milli, substitutes);
  const struct figures *year = &audit->baseline[0].figures[POSITIONS_KEPT];
  struct week_hours sum = sum_of_weeks(audit);
  assert_near(sum.hours[HOURS_OWN], year->hours[HOURS_OWN], 1e-9);
  assert_near(sum.hours[HOURS_SUBSTITUTE], year->hours[HOURS_SUBSTITUTE], 1e-9);
  assert_near(sum.short_h, year->short_h, 1e-9);
  assert_near(sum.hours[HOURS_OWN] + sum.hours[HOURS_SUBSTITUTE] + sum.short_h, 366 * 2 * 8, 1e-6);
}

static void short_weeks_add_up(void **state) {
  weeks_add_up_to_the_year(*state, 2000, false);
  assert_true(sum_of_weeks(audit_of_ward(*state, 2000, false)).short_h > 100);
}

static void hired_weeks_add_up(void **state) {
  weeks_add_up_to_the_year(*state, 2000, true);
  assert_true(sum_of_weeks(audit_of_ward(*state, 2000, true)).hours[HOURS_SUBSTITUTE] > 100);
}

// 1 January 2024 is a Monday, so that the year has 53 weeks, the last of two days. Ten public holidays are no Sundays:
// 1 January, 28 and 29 March, 1 April, 1, 9, 17 and 20 May, 25 and 26 December.
static void weeks_are_those_of_the_calendar(void **state) {
  const struct audit *audit = audit_of_ward(*state, 12000, false);
  assert_int_equal(audit->week_count, 53);
  int holidays = 0;
  for (size_t i = 0; i < audit->week_count; i++)
    holidays += audit->weeks[i].holidays;
  assert_int_equal(holidays, 10);
  assert_int_equal(audit->weeks[0].holidays, 1);
  assert_int_equal(audit->weeks[52].first_day, day_from_date(2024, 12, 30));
  assert_near(audit->weeks[52].hours.hours[HOURS_OWN], 2 * 2 * 8, 1e-6);
}

static void weekdays_add_up_to_the_year(void **state) {
  struct arena *arena = *state;
  const struct audit *audit = audit_of_ward(arena, 12000, false);
  size_t count;
  const struct cover_sum *sums = cover_sums(arena, audit, &count);
  assert_int_equal(count, COVER_DAYS);
  int days = 0;
  for (size_t i = 0; i < count; i++) {
    assert_int_equal(sums[i].weekday, i);
    assert_int_equal(sums[i].need_milli, 2000 * sums[i].days);
    days += sums[i].days;
  }
  assert_int_equal(days, 366);
  assert_int_equal(sums[COVER_HOLIDAY].days, 10);
  assert_int_equal(sums[SUNDAY].days, 52); // holidays or not
}

// A norm above the need: no need is short, yet every night is one below the norm, and half of the days may say so.
static void norm_above_the_need_is_seen(void **state) {
  static const struct audit_hooks hooks = {0};
  struct memory memory = plain_ward(*state, 2000, 12000);
  memory_settings(&memory)->last_year = 2024;
  const struct need_row *need = need_rows(&memory.tables);
  memory_add(&memory, TABLE_NORM,
             &(struct norm_row){.unit = need->unit,
                                .window = need->window,
                                .start_min = need->start_min,
                                .end_min = need->end_min,
                                .days = need->days,
                                .weeks = need->weeks,
                                .from = NOT_GIVEN,
                                .to = NOT_GIVEN,
                                .level = need->level,
                                .persons_milli = 3000});
  struct failure failure;
  const struct audit *audit = audit_run(town_scenario(&memory), &hooks, &failure);
  assert_non_null(audit);
  size_t count;
  const struct cover_sum *sums = cover_sums(*state, audit, &count);
  assert_int_equal(count, COVER_DAYS);
  for (size_t i = 0; i < count; i++) {
    assert_int_equal(sums[i].below_norm_days, sums[i].days);
    assert_int_equal(sums[i].below_norm_milli, 1000);
    assert_int_equal(sums[i].short_days, 0);
    assert_int_equal(cover_status(&sums[i]), COVER_BELOW_NORM);
  }
}

// One wanted through the day and three for its first hour, with a shift of that hour: what stands beside each other is of
// one moment, so nothing that is met has fewer planned than wanted.
static void planned_and_wanted_are_of_one_moment(void **state) {
  struct memory memory = plain_ward(*state, 1000, 12000);
  memory_settings(&memory)->last_year = 2024;
  struct need_row peak = *need_rows(&memory.tables);
  struct shift_row hour = *shift_rows(&memory.tables);
  hour.shift = "hour";
  hour.end_min = hour.start_min + 60;
  hour.break_min = 0;
  memory_add(&memory, TABLE_SHIFTS, &hour);
  peak.end_min = peak.start_min + 60;
  peak.persons_milli = 3000;
  memory_add(&memory, TABLE_NEED, &peak);
  const struct audit *audit = audit_everything(town_scenario(&memory));
  size_t count;
  const struct cover_sum *sums = cover_sums(*state, audit, &count);
  assert_true(count >= COVER_DAYS);
  for (size_t i = 0; i < count; i++) {
    assert_int_equal(sums[i].short_days, 0);
    assert_most((double)sums[i].need_milli, (double)sums[i].planned_milli, 1e-9);
  }
}

static void status_is_what_a_reader_calls_it(void **state) {
  (void)state;
  struct cover_sum sum = {.days = 10, .need_milli = 20000, .planned_milli = 20000};
  assert_int_equal(cover_status(&sum), COVER_MET);
  sum.planned_milli = 20499;
  assert_int_equal(cover_status(&sum), COVER_MET);
  sum.planned_milli = 20500;
  assert_int_equal(cover_status(&sum), COVER_OVER);
  sum.below_norm_days = 1; // nobody wants more than there are, the norm does
  assert_int_equal(cover_status(&sum), COVER_BELOW_NORM);
  sum.short_days = 1; // enough on the mean, but not on every day
  assert_int_equal(cover_status(&sum), COVER_SHORT);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(short_weeks_add_up, set_up, tear_down),
      cmocka_unit_test_setup_teardown(hired_weeks_add_up, set_up, tear_down),
      cmocka_unit_test_setup_teardown(weeks_are_those_of_the_calendar, set_up, tear_down),
      cmocka_unit_test_setup_teardown(weekdays_add_up_to_the_year, set_up, tear_down),
      cmocka_unit_test_setup_teardown(norm_above_the_need_is_seen, set_up, tear_down),
      cmocka_unit_test_setup_teardown(planned_and_wanted_are_of_one_moment, set_up, tear_down),
      cmocka_unit_test_setup_teardown(status_is_what_a_reader_calls_it, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("cover_year", tests, NULL, NULL);
}
