// SPDX-License-Identifier: GPL-3.0-or-later
// Each working-time rule made to hold and to break on a rota written by hand.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <string.h>

#include "audit/rules.h"
#include "base/fixed.h"
#include "need/year_make.h"
#include "scenario/rows_rota.h"
#include "support/rota.h"

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

#define AUTUMN day_from_date(2025, 9, 1) // a Monday; no holiday until Christmas

// --- rotas by hand ------------------------------------------------------------------------------------------------

// Four people of 40 h in a ward open day and night, need everywhere so that every shift is of use. Shifts by index.
enum { DAY, EVENING, NIGHT, LONG };
enum { HEADS = 4 };

static struct memory open_ward(struct arena *arena) {
  struct memory memory = plain_ward(arena, 1000, HEADS * MILLI);
  memory_add_shift(&memory, 0, "evening", 14 * HOURS, 22 * HOURS);
  memory_add_shift(&memory, 0, "night", 22 * HOURS, 8 * HOURS);
  memory_add_shift(&memory, 0, "long", 8 * HOURS, 20 * HOURS + 30);
  memory_add_need(&memory, 0, "late", 16 * HOURS, 22 * HOURS, SKILLED, 1000);
  memory_add_need(&memory, 0, "night", 22 * HOURS, 8 * HOURS, SKILLED, 1000);
  memory_add_source(&memory, "overtime", SOURCE_OVERTIME, NOT_GIVEN);
  return memory;
}

// A plan in which nobody works yet, every week on its own.
static const struct plan *empty_plan(const struct memory *memory, struct stretch stretch) {
  struct arena *arena = memory->arena;
  const struct scenario *scenario = town_scenario(memory);
  const struct timeline *timeline =
      timeline_make(arena, scenario, NULL, stretch.first_day, stretch.first_day, stretch.day_count);
  const struct unit_year *year =
      unit_year_make(arena, scenario, 0, timeline, timeline, (struct year_terms){.merge = false});
  struct plan *plan = arena_alloc(arena, sizeof *plan);
  struct solution *solution = arena_alloc(arena, sizeof *solution);
  plan->program = program_build(arena, year, REFERENCE);
  solution->values = arena_array(arena, plan->program->column_count, sizeof(double));
  plan->solution = solution;
  return plan;
}

struct shift_kind {
  enum column_kind kind;
  int shift;
};
static const struct shift_kind own_day = {COLUMN_OWN, DAY}, own_evening = {COLUMN_OWN, EVENING},
                               own_night = {COLUMN_OWN, NIGHT}, own_long = {COLUMN_OWN, LONG},
                               overtime_day = {COLUMN_OVERTIME, DAY};

static void put(const struct plan *plan, day_number day, struct shift_kind shift, double persons) {
  const struct program *program = plan->program;
  int at = 7 * year_type_of(program->year, day) + (int)weekday_of(day);
  for (int c = program->day_columns[at]; c < program->day_columns[at + 1]; c++)
    if (program->columns[c].key.kind == (int)shift.kind && program->columns[c].key.shift == shift.shift) {
      plan->solution->values[c] = persons;
      return;
    }
  fail_msg("no such shift on day %d", (int)day);
}

// So many people on the shift, every day of every week.
static void put_every_day(const struct plan *plan, struct shift_kind shift, double persons) {
  for (int i = 0; i < plan->program->year->day_count; i++)
    put(plan, plan->program->year->first_day + i, shift, persons);
}

static struct stretch autumn(int weeks) { return (struct stretch){AUTUMN, weeks * DAYS_PER_WEEK}; }

struct told_rule {
  enum finding_status status;
  double limit, value;
  int breaches;
  day_number first_day;
};

static enum finding_status status_of(const struct plan *plan, const char *code) {
  const struct rule_record *record = rule_record_of(code);
  struct rule_reading reading = rule_read(record, workload_of(plan->program->arena, plan, 0));
  return rule_status(record, &reading);
}

static void check_rule(const struct plan *plan, const char *code, struct told_rule told) {
  const struct rule_record *record = rule_record_of(code);
  struct rule_reading reading = rule_read(record, workload_of(plan->program->arena, plan, 0));
  assert_string_equal(finding_status_name(rule_status(record, &reading)), finding_status_name(told.status));
  assert_near(reading.limit, told.limit, 1e-9);
  assert_near(reading.value, told.value, 1e-9);
  assert_int_equal(reading.breaches, told.breaches);
  assert_int_equal(reading.first_day, told.breaches ? told.first_day : DAY_NONE);
}

static struct group_row *staff_of(struct memory *memory) { return memory_row(memory, TABLE_GROUPS, 0); }

// --- the shifts themselves ----------------------------------------------------------------------------------------

static void shifts_as_long_as_agreed(void **state) {
  struct memory memory = open_ward(*state);
  staff_of(&memory)->agreement = AGREEMENT_LOCAL;
  const struct plan *plan = empty_plan(&memory, autumn(2));
  assert_int_equal(status_of(plan, "shift_length"), FINDING_NOT_APPLICABLE);
  put(plan, AUTUMN, own_day, 2);
  check_rule(plan, "shift_length", (struct told_rule){FINDING_KEPT, 12.5, 8, 0, 0});
  put(plan, AUTUMN + 1, own_long, 1);
  check_rule(plan, "shift_length", (struct told_rule){FINDING_KEPT, 12.5, 12.5, 0, 0});
}

// Handover is work: a quarter of an hour more than agreed, on two days.
static void handover_makes_a_shift_too_long(void **state) {
  struct memory memory = open_ward(*state);
  staff_of(&memory)->agreement = AGREEMENT_LOCAL;
  ((struct unit_row *)memory_row(&memory, TABLE_UNITS, 0))->handover_min = 15;
  const struct plan *plan = empty_plan(&memory, autumn(2));
  put(plan, AUTUMN, own_day, 2);
  put(plan, AUTUMN + 1, own_long, 1);
  put(plan, AUTUMN + 8, own_long, 0.5);
  check_rule(plan, "shift_length", (struct told_rule){FINDING_BROKEN, 12.5, 12.75, 2, AUTUMN + 1});
}

static void an_unpaid_break_is_no_work(void **state) {
  struct memory memory = open_ward(*state);
  ((struct shift_row *)memory_row(&memory, TABLE_SHIFTS, LONG))->break_min = 60;
  const struct plan *plan = empty_plan(&memory, autumn(2));
  put(plan, AUTUMN, own_long, 1);
  check_rule(plan, "shift_length", (struct told_rule){FINDING_KEPT, 24, 11.5, 0, 0});
}

static void long_shifts_take_an_agreement(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, autumn(2));
  put(plan, AUTUMN, own_night, 1); // 10 h are not more than 10 h
  assert_int_equal(status_of(plan, "long_shifts"), FINDING_NOT_APPLICABLE);
  put(plan, AUTUMN + 2, own_long, 1);
  check_rule(plan, "long_shifts", (struct told_rule){FINDING_KEPT, 24, 12.5, 0, 0});
  staff_of(&memory)->agreement = AGREEMENT_EMPLOYEE; // of whom the same is asked
  check_rule(plan, "long_shifts", (struct told_rule){FINDING_BROKEN, 10, 12.5, 1, AUTUMN + 2});
}

static void all_work_of_a_day(void **state) {
  struct memory memory = open_ward(*state);
  ((struct shift_row *)memory_row(&memory, TABLE_SHIFTS, LONG))->end_min = 21 * HOURS + 15;
  const struct plan *plan = empty_plan(&memory, autumn(1));
  put(plan, AUTUMN, own_long, 1); // 13.25 h
  check_rule(plan, "day_total", (struct told_rule){FINDING_KEPT, 24, 13.25, 0, 0});
  staff_of(&memory)->agreement = AGREEMENT_LOCAL;
  check_rule(plan, "day_total", (struct told_rule){FINDING_KEPT, 16, 13.25, 0, 0});
  staff_of(&memory)->agreement = AGREEMENT_LAW;
  check_rule(plan, "day_total", (struct told_rule){FINDING_BROKEN, 13, 13.25, 1, AUTUMN});
}

// --- rest ---------------------------------------------------------------------------------------------------------

// Off at 22, on at 8: ten hours, for whoever works both. Two and two of four are others, three and two are not.
static void rest_between_shifts(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, autumn(2));
  put(plan, AUTUMN, own_evening, 2);
  put(plan, AUTUMN + 1, own_day, 2);
  check_rule(plan, "daily_rest", (struct told_rule){FINDING_BOUNDED, 11, 24, 0, 0});
  put(plan, AUTUMN, own_evening, 3);
  check_rule(plan, "daily_rest", (struct told_rule){FINDING_BROKEN, 11, 10, 1, AUTUMN + 1});
  memory_add_rate(&memory, RATE_DAILY_REST, NULL, day_from_date(2020, 1, 1), 9 * 1000000);
  plan = empty_plan(&memory, autumn(2));
  put(plan, AUTUMN, own_evening, 3);
  put(plan, AUTUMN + 1, own_day, 2);
  check_rule(plan, "daily_rest", (struct told_rule){FINDING_BOUNDED, 9, 10, 0, 0});
}

// Three kinds of shift: those off at 22 or later and those on by 8 are one too many, and only they.
static void rest_counts_all_late_and_all_early_shifts(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, autumn(1));
  put(plan, AUTUMN, own_evening, 2);
  put(plan, AUTUMN, own_night, 1); // off at 8 in the morning
  put(plan, AUTUMN + 1, own_day, 2);
  check_rule(plan, "daily_rest", (struct told_rule){FINDING_BROKEN, 11, 10, 1, AUTUMN + 1});
  plan = empty_plan(&memory, autumn(1));
  put(plan, AUTUMN, own_night, 2);
  put(plan, AUTUMN + 1, own_day, 1.5);
  put(plan, AUTUMN + 1, own_evening, 1); // on at 14: six hours
  check_rule(plan, "daily_rest", (struct told_rule){FINDING_BROKEN, 11, 6, 1, AUTUMN + 1});
}

// From Sunday of the first week to Monday of the second.
static void rest_from_week_to_week(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, autumn(2));
  put(plan, AUTUMN + 6, own_evening, 4);
  put(plan, AUTUMN + 7, own_day, 0.5);
  check_rule(plan, "daily_rest", (struct told_rule){FINDING_BROKEN, 11, 10, 1, AUTUMN + 7});
}

// Those off sick cannot take a turn.
static void rest_counts_people_present(void **state) {
  struct memory memory = open_ward(*state);
  memory_add_absence(&memory, ABSENCE_SICK, NOT_GIVEN, 25 * PERCENT); // three of four are there
  const struct plan *plan = empty_plan(&memory, autumn(1));
  put(plan, AUTUMN, own_evening, 2);
  put(plan, AUTUMN + 1, own_day, 1);
  assert_int_equal(status_of(plan, "daily_rest"), FINDING_BOUNDED);
  put(plan, AUTUMN + 1, own_day, 1.01);
  check_rule(plan, "daily_rest", (struct told_rule){FINDING_BROKEN, 11, 10, 1, AUTUMN + 1});
}

static void weekly_rest_needs_a_rota(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, autumn(3));
  put_every_day(plan, own_day, 3); // 21 shifts of 4 people
  check_rule(plan, "weekly_rest", (struct told_rule){FINDING_NEEDS_ROTA, 6, 5.25, 0, 0});
  for (int d = 0; d < 7; d++) // nobody is off in the second week
    put(plan, AUTUMN + 7 + d, own_day, 4);
  check_rule(plan, "weekly_rest", (struct told_rule){FINDING_BROKEN, 6, 7, 1, AUTUMN + 7});
}

// Off at 10 in the morning and on at 21 the day after: 35 hours in between, though there is a shift on all seven days.
static void weekly_rest_between_shifts_far_apart(void **state) {
  struct memory memory = open_ward(*state);
  memory_add_shift(&memory, 0, "dawn", 8 * HOURS, 10 * HOURS);
  memory_add_shift(&memory, 0, "dusk", 21 * HOURS, 23 * HOURS);
  const struct plan *plan = empty_plan(&memory, autumn(1));
  put_every_day(plan, (struct shift_kind){COLUMN_OWN, LONG + 1}, 2);
  put_every_day(plan, (struct shift_kind){COLUMN_OWN, LONG + 2}, 2);
  check_rule(plan, "weekly_rest", (struct told_rule){FINDING_NEEDS_ROTA, 7, 7, 0, 0});
}

// --- hours --------------------------------------------------------------------------------------------------------

static void a_mean_week_is_a_full_time_week(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, autumn(8));
  for (int w = 0; w < 8; w++)
    for (int d = 0; d < 5; d++)
      put(plan, AUTUMN + 7 * w + d, own_day, HEADS);
  check_rule(plan, "week_average", (struct told_rule){FINDING_BOUNDED, 40, 40, 0, 0});
  put(plan, AUTUMN + 5, own_day, 1); // 8 h more in 32 weeks of a person
  check_rule(plan, "week_average", (struct told_rule){FINDING_BROKEN, 40, 40.25, 1, AUTUMN});
}

static void a_single_week_has_a_ceiling(void **state) {
  struct memory memory = open_ward(*state);
  staff_of(&memory)->agreement = AGREEMENT_LOCAL;
  const struct plan *plan = empty_plan(&memory, autumn(3));
  for (int d = 0; d < 6; d++)
    put(plan, AUTUMN + 7 + d, own_day, HEADS);
  put(plan, AUTUMN + 13, own_day, 3); // 27 shifts of 8 h
  check_rule(plan, "week_ceiling", (struct told_rule){FINDING_BOUNDED, 54, 54, 0, 0});
  put(plan, AUTUMN + 13, own_day, 4);
  check_rule(plan, "week_ceiling", (struct told_rule){FINDING_BROKEN, 54, 56, 1, AUTUMN + 7});
  put(plan, AUTUMN + 13, own_day, 0); // 24 shifts, 48 h
  staff_of(&memory)->agreement = AGREEMENT_EMPLOYEE;
  check_rule(plan, "week_ceiling", (struct told_rule){FINDING_BOUNDED, 50, 48, 0, 0});
  staff_of(&memory)->agreement = AGREEMENT_LAW;
  check_rule(plan, "week_ceiling", (struct told_rule){FINDING_BROKEN, 40, 48, 1, AUTUMN + 7});
}

// Six shifts of 8 h of four people and 80 h of overtime in one week are 68 h for each, 88 h are 70; asked only where more
// overtime than the plain law's 10 h is agreed to and hours are averaged with the union representatives.
static void hours_of_any_one_week(void **state) {
  struct memory memory = open_ward(*state);
  staff_of(&memory)->agreement = AGREEMENT_LOCAL;
  const struct plan *plan = empty_plan(&memory, autumn(3));
  for (int d = 0; d < 6; d++)
    put(plan, AUTUMN + 7 + d, own_day, HEADS);
  put(plan, AUTUMN + 13, overtime_day, 10);
  assert_int_equal(status_of(plan, "week_total"), FINDING_NOT_APPLICABLE);
  memory_add_rate(&memory, RATE_OVERTIME_WEEK, NULL, day_from_date(2020, 1, 1), 25 * 1000000);
  plan = empty_plan(&memory, autumn(3));
  for (int d = 0; d < 6; d++)
    put(plan, AUTUMN + 7 + d, own_day, HEADS);
  put(plan, AUTUMN + 13, overtime_day, 10);
  check_rule(plan, "week_total", (struct told_rule){FINDING_BOUNDED, 69, 68, 0, 0});
  put(plan, AUTUMN + 13, overtime_day, 11);
  check_rule(plan, "week_total", (struct told_rule){FINDING_BROKEN, 69, 70, 1, AUTUMN + 7});
  staff_of(&memory)->agreement = AGREEMENT_EMPLOYEE;
  assert_int_equal(status_of(plan, "week_total"), FINDING_NOT_APPLICABLE);
}

// Six shifts of eight hours in each of nine weeks, and a shift of overtime in the first.
static void eight_weeks_of_48_hours(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, autumn(9));
  for (int w = 0; w < 9; w++)
    for (int d = 0; d < 6; d++)
      put(plan, AUTUMN + 7 * w + d, own_day, HEADS);
  check_rule(plan, "hours_48", (struct told_rule){FINDING_BOUNDED, 48, 48, 0, 0});
  put(plan, AUTUMN, overtime_day, 2); // 16 h in 32 weeks of a person
  check_rule(plan, "hours_48", (struct told_rule){FINDING_BROKEN, 48, 48.5, 1, AUTUMN});
}

// Nights of 10 h: 40 h a week over 24 x 7 - 35 hours are 7.2 in 24, 45 h are 8.1.
static void night_work_on_average(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, autumn(5));
  put_every_day(plan, own_evening, 1);
  assert_int_equal(status_of(plan, "night_average"), FINDING_NOT_APPLICABLE);
  put_every_day(plan, own_evening, 0);
  for (int w = 0; w < 5; w++)
    for (int d = 0; d < 4; d++)
      put(plan, AUTUMN + 7 * w + d, own_night, HEADS);
  check_rule(plan, "night_average", (struct told_rule){FINDING_BOUNDED, 8, 40 * 24 / 133.0, 0, 0});
  for (int w = 1; w < 5; w++)
    put(plan, AUTUMN + 7 * w + 4, own_night, 2);
  check_rule(plan, "night_average", (struct told_rule){FINDING_BROKEN, 8, 45 * 24 / 133.0, 1, AUTUMN + 7});
}

// More than three hours between 21:00 and 06:00: a shift of 18:00-00:00 is no night work, one until a quarter past is.
static void night_work_from_three_hours_on(void **state) {
  struct memory memory = open_ward(*state);
  memory_add_shift(&memory, 0, "midnight", 18 * HOURS, 24 * HOURS);
  memory_add_shift(&memory, 0, "past_midnight", 18 * HOURS, 15);
  const struct plan *plan = empty_plan(&memory, autumn(5));
  put_every_day(plan, (struct shift_kind){COLUMN_OWN, LONG + 1}, 2);
  assert_int_equal(status_of(plan, "night_average"), FINDING_NOT_APPLICABLE);
  put_every_day(plan, (struct shift_kind){COLUMN_OWN, LONG + 1}, 0);
  put_every_day(plan, (struct shift_kind){COLUMN_OWN, LONG + 2}, 2); // 7 x 2 x 6.25 h of 4 people a week
  check_rule(plan, "night_average", (struct told_rule){FINDING_BOUNDED, 8, 7 * 2 * 6.25 / 4 * 24 / 133.0, 0, 0});
}

// Weeks of 40 h, and in the first 80 h of overtime for four people: of each 2.5 h a week over eight weeks, 5 h over four.
static void limits_of_ones_own(void **state) {
  struct memory memory = open_ward(*state);
  struct law_row row = {.rule = LAW_HOURS_AVERAGE,
                        .agreement = NOT_GIVEN,
                        .limit_milli = 44000,
                        .weeks = NOT_GIVEN,
                        .paragraph = "local agreement 7"};
  memory_add(&memory, TABLE_LAW, &row);
  struct law_row *own = memory_row(&memory, TABLE_LAW, 0);
  const struct plan *plan = empty_plan(&memory, autumn(9));
  for (int w = 0; w < 9; w++)
    for (int d = 0; d < 5; d++)
      put(plan, AUTUMN + 7 * w + d, own_day, HEADS);
  put(plan, AUTUMN + 6, overtime_day, 10);
  check_rule(plan, "hours_48", (struct told_rule){FINDING_BOUNDED, 44, 42.5, 0, 0});
  own->weeks = 4;
  check_rule(plan, "hours_48", (struct told_rule){FINDING_BROKEN, 44, 45, 1, AUTUMN});
  own->limit_milli = 46000;
  own->agreement = AGREEMENT_LOCAL; // not what these people have agreed to
  check_rule(plan, "hours_48", (struct told_rule){FINDING_BOUNDED, 48, 45, 0, 0});
  assert_int_equal(law_limit(&memory.tables, LAW_HOURS_AVERAGE).grade, GRADE_A);
  own->row.assumed = true;
  assert_int_equal(law_limit(&memory.tables, LAW_HOURS_AVERAGE).grade, GRADE_C);
}

// --- Sundays, holidays, weekends ----------------------------------------------------------------------------------

static void the_next_sunday_off(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, autumn(3));
  put(plan, AUTUMN + 6, own_day, 2);
  put(plan, AUTUMN + 13, own_day, 2);
  check_rule(plan, "sundays_next_off", (struct told_rule){FINDING_BOUNDED, 0.5, 0.5, 0, 0});
  put(plan, AUTUMN + 13, own_evening, 1);
  check_rule(plan, "sundays_next_off", (struct told_rule){FINDING_BROKEN, 0.5, 0.625, 1, AUTUMN + 13});
}

// Maundy Thursday and Good Friday 2025: three of four on one and two on the other.
static void the_next_public_holiday_off(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, stretch_of_weeks(2025, 4, 7, 3));
  day_number thursday = day_from_date(2025, 4, 17);
  put(plan, thursday - 1, own_day, 4); // the Wednesday before is no holiday
  put(plan, thursday, own_day, 2);
  put(plan, thursday + 1, own_day, 2);
  assert_int_equal(status_of(plan, "sundays_next_off"), FINDING_BOUNDED);
  put(plan, thursday, own_day, 3);
  check_rule(plan, "sundays_next_off", (struct told_rule){FINDING_BROKEN, 0.5, 0.625, 1, thursday + 1});
}

// Between Whitsun and Christmas is no public holiday: 25 Sundays.
static void half_of_all_sundays_off(void **state) {
  struct memory memory = open_ward(*state);
  memory_settings(&memory)->sundays = SUNDAY_AVERAGED;
  const struct plan *plan = empty_plan(&memory, stretch_of_weeks(2025, 6, 16, 25));
  day_number monday = day_from_date(2025, 6, 16);
  assert_int_equal(status_of(plan, "sundays_next_off"), FINDING_NOT_APPLICABLE);
  for (int w = 0; w < 25; w++)
    put(plan, monday + 7 * w + 6, own_day, w % 2 ? 4 : 0);
  put(plan, monday + 6, own_day, 2); // 12 x 4 + 2 of 25 x 4
  check_rule(plan, "sundays_averaged", (struct told_rule){FINDING_BOUNDED, 0.5, 0.5, 0, 0});
  put(plan, monday + 6, own_day, 3);
  check_rule(plan, "sundays_averaged", (struct told_rule){FINDING_BROKEN, 0.5, 0.51, 1, monday});
}

// Averaged over 26 weeks, not over one more: 53 of 104 in the first 26, with the 27th, free Sunday 53 of 108.
static void sundays_are_averaged_over_26_weeks(void **state) {
  struct memory memory = open_ward(*state);
  memory_settings(&memory)->sundays = SUNDAY_AVERAGED;
  const struct plan *plan = empty_plan(&memory, stretch_of_weeks(2025, 6, 16, 27));
  day_number monday = day_from_date(2025, 6, 16);
  for (int w = 1; w < 27; w += 2)
    put(plan, monday + 7 * w + 6, own_day, 4);
  put(plan, monday + 6, own_day, 1);
  check_rule(plan, "sundays_averaged", (struct told_rule){FINDING_BROKEN, 0.5, 53 / 104.0, 1, monday});
}

static void weekends_of_a_person(void **state) {
  struct memory memory = open_ward(*state); // every second
  const struct plan *plan = empty_plan(&memory, autumn(8));
  for (int w = 0; w < 8; w++) {
    put(plan, AUTUMN + 7 * w + SATURDAY, own_day, 2);
    put(plan, AUTUMN + 7 * w + SUNDAY, own_evening, 2);
  }
  check_rule(plan, "weekends_per_person", (struct told_rule){FINDING_BOUNDED, 26, 26, 0, 0});
  put(plan, AUTUMN + SATURDAY, overtime_day, 2); // no contract hours
  assert_int_equal(status_of(plan, "weekends_per_person"), FINDING_BOUNDED);
  put(plan, AUTUMN + SUNDAY, own_evening, 3); // 17 of 32 weekends
  check_rule(plan, "weekends_per_person", (struct told_rule){FINDING_BROKEN, 26, 52 * 17 / 32.0, 1, AUTUMN});
}

static void weekends_counted_by_the_year(void **state) {
  struct memory memory = open_ward(*state);
  staff_of(&memory)->weekends_per_year_milli = 13 * MILLI;
  const struct plan *plan = empty_plan(&memory, autumn(4));
  put(plan, AUTUMN + SATURDAY, own_day, 4); // 4 of 16, and 13 of 52
  check_rule(plan, "weekends_per_person", (struct told_rule){FINDING_BOUNDED, 13, 13, 0, 0});
  put(plan, AUTUMN + 7 + SUNDAY, own_day, 1);
  check_rule(plan, "weekends_per_person", (struct told_rule){FINDING_BROKEN, 13, 52 * 5 / 16.0, 1, AUTUMN});
}

// --- overtime -----------------------------------------------------------------------------------------------------

static void overtime_only_where_it_is_on_offer(void **state) {
  struct memory memory = plain_ward(*state, 1000, 4000);
  static const char *const rules[] = {"overtime_week", "overtime_four_weeks", "overtime_year"};
  const struct plan *without = empty_plan(&memory, autumn(4));
  memory_add_source(&memory, "overtime", SOURCE_OVERTIME, NOT_GIVEN);
  const struct plan *with = empty_plan(&memory, autumn(4));
  for (size_t i = 0; i < 3; i++) {
    assert_int_equal(status_of(without, rules[i]), FINDING_NOT_APPLICABLE);
    assert_int_equal(status_of(with, rules[i]), FINDING_KEPT);
  }
}

static void overtime_in_a_week(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, autumn(5));
  put(plan, AUTUMN + 9, overtime_day, 5); // 40 h of 4 people
  check_rule(plan, "overtime_week", (struct told_rule){FINDING_BOUNDED, 10, 10, 0, 0});
  put(plan, AUTUMN + 9, overtime_day, 6);
  check_rule(plan, "overtime_week", (struct told_rule){FINDING_BROKEN, 10, 12, 1, AUTUMN + 7});
}

// A week of which only some days are the year's is planned whole, and judged whole.
static void a_week_at_the_edge_is_judged_whole(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, (struct stretch){AUTUMN + 4, 3 + 7});
  put(plan, AUTUMN + 4, overtime_day, 2);
  put(plan, AUTUMN + 1, overtime_day, 3); // a day before the year
  check_rule(plan, "overtime_week", (struct told_rule){FINDING_BOUNDED, 10, 10, 0, 0});
  put(plan, AUTUMN + 1, overtime_day, 4);
  check_rule(plan, "overtime_week", (struct told_rule){FINDING_BROKEN, 10, 12, 1, AUTUMN + 4});
}

// Ten hours in the first week, eight in the second and fifth: 18 in any four, then 26 in weeks 2 to 5.
static void overtime_in_four_weeks(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, autumn(5));
  put(plan, AUTUMN, overtime_day, 5);
  put(plan, AUTUMN + 7, overtime_day, 4);
  put(plan, AUTUMN + 28, overtime_day, 4);
  check_rule(plan, "overtime_four_weeks", (struct told_rule){FINDING_BOUNDED, 25, 18, 0, 0});
  put(plan, AUTUMN + 14, overtime_day, 5); // 28 in weeks 1 to 4, 26 in weeks 2 to 5
  check_rule(plan, "overtime_four_weeks", (struct told_rule){FINDING_BROKEN, 25, 28, 2, AUTUMN});
}

static void overtime_in_a_year(void **state) {
  struct memory memory = open_ward(*state);
  const struct plan *plan = empty_plan(&memory, autumn(10));
  double shifts = 200 * 70 / 365.0 * 4 / 8; // of 4 people in 70 days, as the programme spreads the hours of a year
  put(plan, AUTUMN, overtime_day, shifts);
  check_rule(plan, "overtime_year", (struct told_rule){FINDING_BOUNDED, 200, 200, 0, 0});
  put(plan, AUTUMN + 60, overtime_day, 1);
  check_rule(plan, "overtime_year", (struct told_rule){FINDING_BROKEN, 200, 200 + 8 / 4.0 * 365 / 70, 1, AUTUMN});
}

// --- rules and plans ----------------------------------------------------------------------------------------------

// The optimiser's own plans break no rule that the programme holds them to.
static void plans_keep_what_the_programme_holds(void **state) {
  static const char *const held[] = {"daily_rest",    "week_average",        "weekends_per_person",
                                     "overtime_week", "overtime_four_weeks", "overtime_year"};
  int applied = 0;
  for (int seed = 1; seed <= 8; seed++) {
    struct random random = {.state = (uint64_t)seed};
    struct memory memory = random_town(*state, &random, (struct town_shape){.groups = 3, .shifts = 3, .seasons = true});
    for (size_t g = 0; g < row_count(&memory.tables, TABLE_GROUPS) && seed % 2; g++)
      rota_group(&memory, (int64_t)g)->weekends_per_year_milli = 15 * MILLI; // counted over the year
    const struct plan *plan = town_plan(*state, town_scenario(&memory), stretch_of_year(2025));
    for (size_t i = 0; i < sizeof held / sizeof *held; i++) {
      enum finding_status status = status_of(plan, held[i]);
      assert_true(status != FINDING_BROKEN);
      applied += status != FINDING_NOT_APPLICABLE;
    }
  }
  assert_true(applied > 30);
}

// In a year-round rota the hours planned count, of the people not on holiday: over the year exactly those of the
// contract, whatever the weeks swing.
static void year_round_rotas(void **state) {
  int applied = 0;
  for (int seed = 1; seed <= 4; seed++) {
    struct memory memory = random_rota(*state, seed);
    rota_year_round(&memory, 20 * PERCENT, HOLIDAYS_BY_PLANNER);
    const struct plan *plan = rota_kept(*state, &memory, stretch_of_year(2025));
    static const char *const held[] = {"week_average", "week_ceiling", "hours_48", "weekends_per_person"};
    for (size_t i = 0; i < sizeof held / sizeof *held; i++) {
      enum finding_status status = status_of(plan, held[i]);
      assert_true(status == FINDING_BOUNDED || status == FINDING_NOT_APPLICABLE);
      applied += status == FINDING_BOUNDED;
    }
  }
  assert_true(applied >= 12);
  struct memory memory = plain_ward(*state, 2000, 3000);
  rota_blank_cells(&memory);
  rota_year_round(&memory, 20 * PERCENT, HOLIDAYS_BY_PLANNER);
  rota_absence(&memory, ABSENCE_HOLIDAY, 26, 32, 50 * PERCENT);
  const struct plan *plan = rota_kept(*state, &memory, stretch_of_year(2025));
  const struct rule_record *record = rule_record_of("week_average");
  struct rule_reading reading = rule_read(record, workload_of(*state, plan, 0));
  assert_near(reading.value, 40, 1e-6);
  reading = rule_read(rule_record_of("week_ceiling"), workload_of(*state, plan, 0));
  assert_near(reading.value, 48, 1e-6); // 20 % above 40
}

static void every_rule_is_complete_and_named_once(void **state) {
  struct memory memory = memory_new(*state);
  for (size_t i = 0; i < rule_record_count; i++) {
    const struct rule_record *record = &rule_records[i];
    struct law_limit limit = rule_limit(record, &memory.tables);
    assert_true(limit.paragraph && *limit.paragraph && *record->counted_in && *record->sentence);
    assert_ptr_equal(rule_record_of(record->code), record);
    int places = 0; // limit, value, group
    for (const char *at = record->sentence; (at = strstr(at, "%s")); at++)
      places++;
    assert_int_equal(places, 3);
  }
  assert_null(rule_record_of("no_such_rule"));
}

#define TEST(NAME) cmocka_unit_test_setup_teardown(NAME, set_up, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(shifts_as_long_as_agreed),
      TEST(handover_makes_a_shift_too_long),
      TEST(an_unpaid_break_is_no_work),
      TEST(long_shifts_take_an_agreement),
      TEST(all_work_of_a_day),
      TEST(rest_between_shifts),
      TEST(rest_counts_all_late_and_all_early_shifts),
      TEST(rest_from_week_to_week),
      TEST(rest_counts_people_present),
      TEST(weekly_rest_needs_a_rota),
      TEST(weekly_rest_between_shifts_far_apart),
      TEST(a_mean_week_is_a_full_time_week),
      TEST(a_single_week_has_a_ceiling),
      TEST(hours_of_any_one_week),
      TEST(eight_weeks_of_48_hours),
      TEST(night_work_on_average),
      TEST(night_work_from_three_hours_on),
      TEST(limits_of_ones_own),
      TEST(the_next_sunday_off),
      TEST(the_next_public_holiday_off),
      TEST(half_of_all_sundays_off),
      TEST(sundays_are_averaged_over_26_weeks),
      TEST(weekends_of_a_person),
      TEST(weekends_counted_by_the_year),
      TEST(overtime_only_where_it_is_on_offer),
      TEST(overtime_in_a_week),
      TEST(a_week_at_the_edge_is_judged_whole),
      TEST(overtime_in_four_weeks),
      TEST(overtime_in_a_year),
      TEST(plans_keep_what_the_programme_holds),
      TEST(year_round_rotas),
      TEST(every_rule_is_complete_and_named_once),
  };
  return cmocka_run_group_tests_name("rules", tests, NULL, NULL);
}
