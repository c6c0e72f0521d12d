// SPDX-License-Identifier: GPL-3.0-or-later
// What a planner compares rotas by: long shifts, the full-time week that nights and Sundays earn, and handover.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>

#include "base/fixed.h"
#include "plan/figures.h"
#include "scenario/agreement.h"
#include "scenario/law.h"
#include "support/rota.h"

enum { ALL_WEEK = DAYSET_EVERY_WEEKDAY, WEEKENDS = 1 << SATURDAY | 1 << SUNDAY };

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

// Eight weeks without any holiday.
static struct stretch plain_weeks(void) { return stretch_of_weeks(2025, 9, 1, 8); }
enum { PLAIN_DAYS = 56, PLAIN_WEEKENDS = 8 };

static struct memory empty_ward(struct arena *arena, int64_t heads) {
  struct memory memory = plain_ward(arena, 0, heads * MILLI);
  rota_blank_cells(&memory);
  memory.tables.list[TABLE_SHIFTS].count = 0;
  return memory;
}

// A shift with a window of the same hours.
static void post(struct memory *memory, const char *code, int64_t start_min, int64_t end_min, int64_t days,
                 int64_t persons_milli) {
  memory_add_shift(memory, 0, code, start_min, end_min);
  int64_t row = memory_add_need(memory, 0, code, start_min, end_min, SKILLED, persons_milli);
  ((struct need_row *)memory_row(memory, TABLE_NEED, row))->days = days;
}

static struct unit_row *unit_of(struct memory *memory) { return memory_row(memory, TABLE_UNITS, 0); }

// --- how long a shift may be --------------------------------------------------------------------------------------

static void which_agreement_a_length_takes(void **state) {
  struct memory memory = memory_new(*state);
  static const struct {
    int64_t paid_min;
    enum agreement needed;
  } rows[] = {
      {7 * HOURS + 30, AGREEMENT_LAW},        {9 * HOURS, AGREEMENT_LAW},        {9 * HOURS + 1, AGREEMENT_EMPLOYEE},
      {10 * HOURS, AGREEMENT_EMPLOYEE},       {10 * HOURS + 1, AGREEMENT_LOCAL}, {12 * HOURS + 30, AGREEMENT_LOCAL},
      {12 * HOURS + 31, AGREEMENT_AUTHORITY}, {13 * HOURS, AGREEMENT_AUTHORITY}, {13 * HOURS + 1, AGREEMENT_CENTRAL},
      {24 * HOURS, AGREEMENT_CENTRAL},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    assert_int_equal(agreement_needed(&memory.tables, rows[i].paid_min), rows[i].needed);
}

// Nobody works a shift longer than agreed; the break is not part of it.
static void nobody_works_longer_than_agreed(void **state) {
  static const int64_t lengths_min[] = {9 * HOURS, 9 * HOURS + 30, 12 * HOURS + 30, 13 * HOURS, 14 * HOURS + 30};
  for (size_t i = 0; i < sizeof lengths_min / sizeof *lengths_min; i++)
    for (int64_t agreement = AGREEMENT_LAW; agreement < AGREEMENTS; agreement++) {
      struct memory memory = empty_ward(*state, 20);
      post(&memory, "long", 7 * HOURS, 7 * HOURS + lengths_min[i] + 30, ALL_WEEK, MILLI);
      ((struct shift_row *)memory_row(&memory, TABLE_SHIFTS, 0))->break_min = 30;
      rota_group(&memory, 0)->agreement = agreement;
      const struct plan *plan = rota_kept(*state, &memory, plain_weeks());
      bool allowed = lengths_min[i] <= agreement_most_min(&memory.tables, agreement);
      assert_near(plan->shortfall_h, allowed ? 0 : PLAIN_DAYS * (double)(lengths_min[i] + 30) / 60, 1e-6);
    }
}

// Four are wanted from 8 to 20 at weekends: on half shifts that is eight posts, on whole ones four.
static void the_same_weekend_hours_from_fewer_people(void **state) {
  struct memory memory = empty_ward(*state, 40);
  memory_add_shift(&memory, 0, "early", 8 * HOURS, 14 * HOURS);
  memory_add_shift(&memory, 0, "late", 14 * HOURS, 20 * HOURS);
  post(&memory, "long", 8 * HOURS, 20 * HOURS, WEEKENDS, 4 * MILLI);
  rota_group(&memory, 0)->weekend_every_milli = 3 * MILLI;
  rota_group(&memory, 0)->agreement = AGREEMENT_EMPLOYEE;
  const struct plan *halves = rota_adjusted(*state, &memory, plain_weeks(), NULL);
  rota_group(&memory, 0)->agreement = AGREEMENT_LOCAL;
  const struct plan *wholes = rota_adjusted(*state, &memory, plain_weeks(), NULL);
  assert_near(plan_heads(halves, 0, 0), 3 * 8, 1e-6);
  assert_near(plan_heads(wholes, 0, 0), 3 * 4, 1e-6);
  assert_near(halves->hours[HOURS_OWN], wholes->hours[HOURS_OWN], 1e-6);
}

// --- handover -----------------------------------------------------------------------------------------------------

// One post that never closes, in shifts of so many hours.
static struct figures staffed_in_shifts(struct arena *arena, int64_t shift_h, int64_t handover_min) {
  static const char *const codes[] = {"first", "second", "third"};
  struct memory memory = empty_ward(arena, 30);
  for (int64_t start_h = 7, s = 0; start_h < 31; start_h += shift_h, s++)
    post(&memory, codes[s], start_h % 24 * HOURS, (start_h + shift_h - 1) % 24 * HOURS + HOURS, ALL_WEEK, MILLI);
  unit_of(&memory)->handover_min = handover_min;
  const struct plan *plan = rota_kept(arena, &memory, plain_weeks());
  assert_near(plan->shortfall_h, 0, 1e-6);
  return figures_of(plan);
}

static void two_long_shifts_instead_of_three(void **state) {
  for (int64_t handover_min = 0; handover_min <= 120; handover_min += 15) {
    struct figures two = staffed_in_shifts(*state, 12, handover_min),
                   three = staffed_in_shifts(*state, 8, handover_min);
    double overlap_h = (double)handover_min / 60;
    assert_near(two.staffed_h, PLAIN_DAYS * (24 + 2 * overlap_h), 1e-9);
    assert_near(three.staffed_h, PLAIN_DAYS * (24 + 3 * overlap_h), 1e-9);
    assert_near(two.handover_h, PLAIN_DAYS * 2 * overlap_h, 1e-9);
    assert_near(three.handover_h, PLAIN_DAYS * 3 * overlap_h, 1e-9);
    assert_near(three.weekend_posts, 3, 1e-9);
    assert_near(two.weekend_posts, 2, 1e-9);
  }
}

// Half an hour is wanted after the shift: handing over does not fill it.
static void handover_covers_nothing(void **state) {
  struct memory memory = empty_ward(*state, 8);
  memory_add_shift(&memory, 0, "day", 8 * HOURS, 16 * HOURS);
  memory_add_need(&memory, 0, "day", 8 * HOURS, 16 * HOURS + 30, SKILLED, 2 * MILLI);
  for (int64_t handover_min = 0; handover_min <= 30; handover_min += 30) {
    unit_of(&memory)->handover_min = handover_min;
    const struct plan *plan = rota_kept(*state, &memory, plain_weeks());
    assert_near(plan->shortfall_h, 2 * 0.5 * PLAIN_DAYS, 1e-6);
    assert_near(plan->hours[HOURS_OWN], 2 * (8 + (double)handover_min / 60) * PLAIN_DAYS, 1e-6);
  }
}

// Late until 22:00 and early from 9:00 leave eleven hours; with a quarter of an hour more the two people of Monday
// evening are not there on Tuesday morning.
static void handover_shortens_the_rest(void **state) {
  struct memory memory = empty_ward(*state, 2);
  post(&memory, "late", 17 * HOURS, 22 * HOURS, 1 << MONDAY, 2 * MILLI);
  post(&memory, "early", 9 * HOURS, 17 * HOURS, 1 << TUESDAY, 2 * MILLI);
  assert_near(rota_kept(*state, &memory, plain_weeks())->shortfall_h, 0, 1e-6);
  unit_of(&memory)->handover_min = 15;
  assert_near(rota_kept(*state, &memory, plain_weeks())->shortfall_h, PLAIN_WEEKENDS * 2 * 5, 1e-6);
}

// 200 kr an hour, of which 5/52 are withheld and 12 % of the rest come as holiday pay; pension 15 % of 200 and 14.1 %
// tax.
static void handover_priced_by_hand(void **state) {
  struct memory memory = empty_ward(*state, 8);
  ((struct pay_row *)memory_row(&memory, TABLE_PAY, SKILLED))->yearly_pay_ore = 200 * 2080 * KR;
  post(&memory, "day", 8 * HOURS, 16 * HOURS, ALL_WEEK, 2 * MILLI);
  unit_of(&memory)->handover_min = 30;
  struct figures figures = figures_of(rota_kept(*state, &memory, plain_weeks()));
  double base = 200 * 47 / 52.0, weekend = 70; // the minimum
  double weekday_h = (base * 1.12 + 200 * 0.15) * 1.141;
  double weekend_h = ((base + weekend) * 1.12 + (200 + weekend) * 0.15) * 1.141;
  double priced_kr = 2 * 0.5 * (40 * weekday_h + 16 * weekend_h);
  assert_near(figures.handover_h, 2 * 0.5 * PLAIN_DAYS, 1e-9);
  assert_near(figures.handover_kr, priced_kr, 2e-4); // of 30 min, each rounded to the øre
  // and by the pay engine's own price of half an hour
  struct pay_terms terms = {.form = PAY_DIRECT, .category = SKILLED, .full_time_min = 40 * HOURS, .pay_e8 = ONE_E8};
  double engine_kr = 0;
  for (int i = 0; i < PLAIN_DAYS; i++) {
    struct pay_span span = {.day = plain_weeks().first_day + i, .start_min = 16 * HOURS, .end_min = 16 * HOURS + 30};
    struct ledger half_hour = pay_of_span(&memory.tables, &terms, &span);
    engine_kr += 2 * kr_from_ore(ledger_sum(&half_hour));
  }
  assert_near(figures.handover_kr, engine_kr, 2e-4);
  // own staff are on contract: what they cost more is the supplements of the weekend only
  assert_near(figures.hours[HOURS_OWN], 2 * 8.5 * PLAIN_DAYS, 1e-9);
}

// An hour after five is an evening hour, and an hour of those hired is paid as any other.
static void handover_is_paid_when_it_is_worked(void **state) {
  struct memory memory = empty_ward(*state, 0);
  post(&memory, "day", 9 * HOURS, 17 * HOURS, 0x1f, 2 * MILLI);
  rota_hired(&memory, SKILLED);
  unit_of(&memory)->handover_min = 60;
  const struct plan *plan = rota_kept(*state, &memory, plain_weeks());
  double shifts = 2 * 40, hour_kr = kr_from_ore(SKILLED_PAY) / (52 * 35.5);
  assert_near(kr_from_ore(plan->ledger.ore[LEDGER_SUBSTITUTES]), shifts * 9 * hour_kr, 1e-5);
  assert_near(kr_from_ore(plan->ledger.ore[LEDGER_EVENING]), shifts * 56, 1e-9);
}

static void less_handover_frees_exactly_its_hours(void **state) {
  struct memory memory = empty_ward(*state, 2);
  post(&memory, "day", 8 * HOURS, 16 * HOURS, ALL_WEEK, 2 * MILLI);
  rota_hired(&memory, SKILLED);
  unit_of(&memory)->handover_min = 30;
  const struct plan *before = rota_kept(*state, &memory, plain_weeks());
  unit_of(&memory)->handover_min = 0;
  const struct plan *after = rota_kept(*state, &memory, plain_weeks());
  assert_near(after->hours[HOURS_OWN] + after->hours[HOURS_SUBSTITUTE] + 2 * 0.5 * PLAIN_DAYS,
              before->hours[HOURS_OWN] + before->hours[HOURS_SUBSTITUTE], 1e-6);
  assert_true(after->cost_kr < before->cost_kr - 1);
}

// --- the full-time week that nights and Sundays earn --------------------------------------------------------------

// Day 7-15 with so many posts, evening 15-23 and night 23-7 with one, every day; weekends counted over the year.
static struct group_figures three_part_figures(struct arena *arena, int day_posts, int64_t weekends_milli) {
  struct memory memory = empty_ward(arena, 80);
  post(&memory, "day", 7 * HOURS, 15 * HOURS, ALL_WEEK, day_posts * MILLI);
  post(&memory, "evening", 15 * HOURS, 23 * HOURS, ALL_WEEK, MILLI);
  post(&memory, "night", 23 * HOURS, 7 * HOURS, ALL_WEEK, MILLI);
  rota_group(&memory, 0)->full_time_min = 35 * HOURS + 30;
  rota_group(&memory, 0)->weekends_per_year_milli = weekends_milli;
  return group_figures_of(rota_kept(arena, &memory, plain_weeks()), 0);
}

// Of a week: night hours are 2 + 7 a day. Sunday hours that are none of them: 18-21 on Saturday; on Sunday 6-7, the day
// posts' eight hours each and 15-21.
static double counted_off_h(int day_posts) {
  double week_h = 56.0 * (day_posts + 2), night_h = 9 * 7, sunday_h = 3 + 1 + 8 * day_posts + 6;
  return 35.5 * (0.25 * night_h + sunday_h * 10 / 60) / week_h;
}

static void the_week_earned_by_night_and_sunday_hours(void **state) {
  for (int day_posts = 1; day_posts <= 9; day_posts++) {
    struct group_figures figures = three_part_figures(*state, day_posts, 17300);
    double r = counted_off_h(day_posts);
    assert_true(figures.three_part);
    assert_near(figures.own_h, 56.0 * (day_posts + 2) * PLAIN_WEEKENDS, 1e-6);
    assert_near(0.25 * figures.night_h_per_week + figures.sunday_h_per_week / 6, r, 1e-6);
    int64_t wanted_min = r >= 3.9 ? 2016 : r <= 2 ? 2130 : (int64_t)lround(60 * (37.5 - r));
    assert_int_equal(figures.earned_min, wanted_min);
  }
  assert_true(counted_off_h(1) > 3.9 && counted_off_h(2) < 3.9 && counted_off_h(6) > 2 && counted_off_h(7) < 2);
}

static void no_other_rota_earns_a_shorter_week(void **state) {
  struct group_figures seldom = three_part_figures(*state, 1, 17000); // too few weekends
  assert_false(seldom.three_part);
  assert_int_equal(seldom.earned_min, 35 * HOURS + 30);
  struct group_figures no_day = three_part_figures(*state, 0, 17300);
  assert_false(no_day.three_part);
  assert_int_equal(no_day.earned_min, 35 * HOURS + 30);
}

// Day and evening for a fifth of the hours only.
static void a_quarter_lies_on_day_and_evening(void **state) {
  for (int nights = 5; nights <= 9; nights += 4) {
    struct memory memory = empty_ward(*state, 80);
    post(&memory, "day", 7 * HOURS, 15 * HOURS, ALL_WEEK, MILLI);
    post(&memory, "evening", 15 * HOURS, 23 * HOURS, ALL_WEEK, MILLI);
    post(&memory, "night", 23 * HOURS, 7 * HOURS, ALL_WEEK, nights * MILLI);
    rota_group(&memory, 0)->weekend_every_milli = 3 * MILLI;
    struct group_figures figures = group_figures_of(rota_kept(*state, &memory, plain_weeks()), 0);
    assert_int_equal(figures.three_part, nights == 5);
  }
}

// Hours of one shift through a week that are Sunday or holiday hours and no night hours.
static double sunday_hours(struct arena *arena, int64_t start_min, int64_t end_min, int64_t break_min,
                           struct stretch stretch) {
  struct memory memory = empty_ward(arena, 20);
  post(&memory, "shift", start_min, end_min, ALL_WEEK | DAYSET_HOLIDAY, MILLI);
  ((struct shift_row *)memory_row(&memory, TABLE_SHIFTS, 0))->break_min = break_min;
  struct group_figures figures = group_figures_of(rota_kept(arena, &memory, stretch), 0);
  return figures.sunday_h_per_week * figures.own_h / 40;
}

// An evening from 15 to 21, in weeks with holidays: from 18:00 the day before, from 15:00 on the eves of Christmas,
// Easter and Whitsun, from 22:00 on those of 1 and 17 May.
static void sunday_and_holiday_hours(void **state) {
  static const struct {
    int month, day;
    double hours;
  } weeks[] = {
      {9, 1, 3 + 6},                   // a plain week: Saturday and Sunday
      {4, 14, 3 + 6 + 6 + 6 + 6},      // Wednesday evening, Maundy Thursday, Good Friday, Easter Eve, Easter Sunday
      {4, 28, 6 + 3 + 6},              // 1 May is a Thursday
      {5, 12, 6 + 6},                  // 17 May is a Saturday
      {5, 26, 3 + 6 + 3 + 6},          // Ascension Day is a Thursday
      {6, 2, 6 + 6},                   // Whitsun Eve and Whit Sunday
      {12, 22, 6 + 6 + 6 + 3 + 6},     // Christmas Eve is a Wednesday
      {12, 22 + 3, 6 + 6 + 3 + 6 + 3}, // 25-31 December: New Year's Eve is no eve of these
  };
  for (size_t i = 0; i < sizeof weeks / sizeof *weeks; i++) {
    struct stretch week = stretch_of_weeks(2025, weeks[i].month, weeks[i].day, 1);
    double found = sunday_hours(*state, 15 * HOURS, 21 * HOURS, 0, week);
    if (fabs(found - weeks[i].hours) > 1e-6)
      fail_msg("%d.%d.: %.6f h, not %.6f", weeks[i].day, weeks[i].month, found, weeks[i].hours);
  }
}

// Numbers as the acts print them, said a second time: a slip in one of the two is seen.
static void the_law_in_numbers(void **state) {
  (void)state;
  static const struct {
    enum country country;
    enum law_rule rule;
    enum agreement agreement;
    double limit;
    int weeks;
  } rows[] = {
      {NORWAY, LAW_SHIFT_LENGTH, AGREEMENT_LAW, 9, 0},         {NORWAY, LAW_SHIFT_LENGTH, AGREEMENT_LOCAL, 12.5, 0},
      {NORWAY, LAW_DAY_TOTAL, AGREEMENT_CENTRAL, 24, 0},       {NORWAY, LAW_WEEKLY_REST, AGREEMENT_LAW, 35, 0},
      {NORWAY, LAW_WEEK_CEILING, AGREEMENT_LOCAL, 54, 1},      {NORWAY, LAW_WEEK_TOTAL, AGREEMENT_LOCAL, 69, 1},
      {NORWAY, LAW_HOURS_AVERAGE, AGREEMENT_LAW, 48, 8},       {NORWAY, LAW_NIGHT_AVERAGE, AGREEMENT_LAW, 8, 4},
      {NORWAY, LAW_SUNDAYS_AVERAGED, AGREEMENT_LAW, 0.5, 26},  {NORWAY, LAW_OVERTIME_WEEK, AGREEMENT_LAW, 10, 1},
      {NORWAY, LAW_OVERTIME_FOUR_WEEKS, AGREEMENT_LAW, 25, 4}, {NORWAY, LAW_OVERTIME_YEAR, AGREEMENT_LAW, 200, 0},
      {DENMARK, LAW_SHIFT_LENGTH, AGREEMENT_LOCAL, 16, 0},     {DENMARK, LAW_WEEKLY_REST, AGREEMENT_LAW, 35, 0},
      {DENMARK, LAW_HOURS_AVERAGE, AGREEMENT_LAW, 48, 17},     {SWEDEN, LAW_WEEKLY_REST, AGREEMENT_LAW, 36, 0},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const struct law_limit *limit = &law_of_country(rows[i].country)->limits[rows[i].rule];
    assert_near(limit->by[rows[i].agreement], rows[i].limit, 1e-12);
    assert_int_equal(limit->weeks, rows[i].weeks);
  }
  assert_int_equal(law_of_country(NORWAY)->night_worker_min, 3 * HOURS); // 10-11(1)
  assert_int_equal(law_of_country(NORWAY)->night_from_min, 21 * HOURS);
  assert_int_equal(law_of_country(NORWAY)->night_to_min, 6 * HOURS);
}

// Sunday ends at 22:00 also where the night begins later, as in the United Kingdom: 15 to 22 of 15 to 23.
static void sunday_ends_at_ten(void **state) {
  (void)state;
  struct pay_span span = {.day = day_from_date(2025, 9, 7), .start_min = 15 * HOURS, .end_min = 23 * HOURS};
  assert_int_equal(work_minutes_of(law_of_country(UNITED_KINGDOM), &span).sunday, 7 * HOURS);
  assert_int_equal(work_minutes_of(law_of_country(NORWAY), &span).sunday, 6 * HOURS); // the night begins at 21
  span = (struct pay_span){.day = day_from_date(2025, 12, 24), .start_min = 13 * HOURS, .end_min = 21 * HOURS};
  assert_int_equal(work_minutes_of(law_of_country(NORWAY), &span).sunday, 6 * HOURS); // Christmas Eve from 15
}

// An unpaid break is no work: it lies in the middle of the shift.
static void breaks_count_neither_as_night_nor_as_sunday(void **state) {
  struct stretch week = stretch_of_weeks(2025, 9, 1, 1);
  assert_near(sunday_hours(*state, 9 * HOURS, 17 * HOURS, 30, week), 7.5, 1e-6);
  struct memory memory = empty_ward(*state, 20);
  post(&memory, "night", 22 * HOURS, 7 * HOURS, ALL_WEEK, MILLI);
  ((struct shift_row *)memory_row(&memory, TABLE_SHIFTS, 0))->break_min = 60;
  struct group_figures figures = group_figures_of(rota_kept(*state, &memory, week), 0);
  assert_near(figures.night_h_per_week, 40 * 7 / 8.0, 1e-6);
}

// --- sums ---------------------------------------------------------------------------------------------------------

static void positions_and_sources(void **state) {
  struct memory memory = empty_ward(*state, 3);
  post(&memory, "day", 8 * HOURS, 16 * HOURS, ALL_WEEK, 5 * MILLI);
  memory_add_group(&memory, 0, "half", SKILLED, 2 * MILLI, 50 * PERCENT);
  rota_blank_cells(&memory);
  rota_hired(&memory, SKILLED);
  const struct plan *plan = rota_kept(*state, &memory, plain_weeks());
  struct figures figures = figures_of(plan);
  assert_near(figures.heads, 5, 1e-9);
  assert_near(figures.positions_fte, 4, 1e-9);
  assert_near(figures_average_position(&figures), 0.8, 1e-9);
  assert_near(figures_full_time_share(&figures), 0.6, 1e-9);
  assert_near(figures.staffed_h, 5 * 8 * PLAIN_DAYS, 1e-6);
  assert_near(figures_variable_share(&figures), plan->hours[HOURS_SUBSTITUTE] / figures.staffed_h, 1e-9);
  assert_true(plan->hours[HOURS_SUBSTITUTE] > 1);
  struct figures twice = figures;
  figures_add(&twice, &figures, 1);
  assert_near(twice.heads, 10, 1e-9);
  assert_near(twice.cost_kr, 2 * figures.cost_kr, 1e-12);
  assert_near(figures_average_position(&twice), 0.8, 1e-9);
  figures_add(&twice, &figures, -1);
  assert_near(twice.staffed_h, figures.staffed_h, 1e-12);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(which_agreement_a_length_takes, set_up, tear_down),
      cmocka_unit_test_setup_teardown(nobody_works_longer_than_agreed, set_up, tear_down),
      cmocka_unit_test_setup_teardown(the_same_weekend_hours_from_fewer_people, set_up, tear_down),
      cmocka_unit_test_setup_teardown(two_long_shifts_instead_of_three, set_up, tear_down),
      cmocka_unit_test_setup_teardown(handover_covers_nothing, set_up, tear_down),
      cmocka_unit_test_setup_teardown(handover_shortens_the_rest, set_up, tear_down),
      cmocka_unit_test_setup_teardown(handover_priced_by_hand, set_up, tear_down),
      cmocka_unit_test_setup_teardown(handover_is_paid_when_it_is_worked, set_up, tear_down),
      cmocka_unit_test_setup_teardown(less_handover_frees_exactly_its_hours, set_up, tear_down),
      cmocka_unit_test_setup_teardown(the_week_earned_by_night_and_sunday_hours, set_up, tear_down),
      cmocka_unit_test_setup_teardown(no_other_rota_earns_a_shorter_week, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_quarter_lies_on_day_and_evening, set_up, tear_down),
      cmocka_unit_test_setup_teardown(sunday_and_holiday_hours, set_up, tear_down),
      cmocka_unit_test_setup_teardown(sunday_ends_at_ten, set_up, tear_down),
      cmocka_unit_test_setup_teardown(the_law_in_numbers, set_up, tear_down),
      cmocka_unit_test_setup_teardown(breaks_count_neither_as_night_nor_as_sunday, set_up, tear_down),
      cmocka_unit_test_setup_teardown(positions_and_sources, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("figures", tests, NULL, NULL);
}
