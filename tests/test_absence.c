// SPDX-License-Identifier: GPL-3.0-or-later
// People who are away: training that must be covered, sick leave by season, holidays, part-timers.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>

#include "base/fixed.h"
#include "pay/absence.h"
#include "scenario/rows_settings.h"
#include "support/rota.h"
#include "support/town.h"

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

// Four weeks without a holiday, ISO weeks 36 to 39.
static struct stretch four_weeks(void) { return stretch_of_weeks(2025, 9, 1, 4); }
enum { FIRST_WEEK = 36, LAST_WEEK = 39 };

// Five are wanted every day, more than six full-timers of 40 h can do: nothing is idle, and every hour away is hired.
static struct memory short_ward(struct arena *arena, int64_t heads, int64_t position_e8) {
  struct memory memory = plain_ward(arena, 5 * MILLI, heads * MILLI);
  rota_blank_cells(&memory);
  rota_group(&memory, 0)->position_e8 = position_e8;
  rota_hired(&memory, SKILLED);
  return memory;
}

static void train(struct memory *memory, int64_t hours_per_head) {
  rota_absence(memory, ABSENCE_TRAINING, FIRST_WEEK, LAST_WEEK, 0)->away_min = hours_per_head * HOURS;
}

static double hired_h(const struct plan *plan) {
  assert_near(plan->shortfall_h, 0, 1e-6);
  assert_near(plan->hours[HOURS_IDLE], 0, 1e-6);
  return plan->hours[HOURS_SUBSTITUTE];
}

// --- training -----------------------------------------------------------------------------------------------------

static void training_is_covered_hour_by_hour(void **state) {
  static const struct { int64_t heads, position_e8; } staffs[] = {{6, ONE_E8}, {12, 50 * PERCENT}, {8, 75 * PERCENT}};
  for (size_t i = 0; i < sizeof staffs / sizeof *staffs; i++)
    for (int rota = REGIME_WEEKLY; rota <= REGIME_YEAR; rota++)
      for (int hours = 4; hours <= 16; hours += 6) {
        struct memory memory = short_ward(*state, staffs[i].heads, staffs[i].position_e8);
        if (rota == REGIME_YEAR)
          rota_year_round(&memory, 10 * PERCENT, HOLIDAYS_BY_PLANNER);
        double before = hired_h(rota_kept(*state, &memory, four_weeks()));
        assert_near(before, 4 * 40, 1e-6);
        train(&memory, hours);
        const struct plan *plan = rota_kept(*state, &memory, four_weeks());
        assert_near(hired_h(plan) - before, (double)staffs[i].heads * hours, 1e-6);
        assert_near(plan->hours[HOURS_OWN] + hired_h(plan), 5 * 8 * 28, 1e-6);
      }
}

// The hours per head are the same for half-timers, a percentage is half of them.
static void percent_and_hours_agree(void **state) {
  static const int64_t positions_e8[] = {ONE_E8, 50 * PERCENT, 80 * PERCENT};
  for (size_t i = 0; i < sizeof positions_e8 / sizeof *positions_e8; i++) {
    struct memory memory = short_ward(*state, 6, positions_e8[i]);
    double contract_h = 4 * 40 * (double)positions_e8[i] / (double)ONE_E8;
    train(&memory, 8);
    const struct plan *hours = rota_kept(*state, &memory, four_weeks());
    struct absence_row *row = memory_row(&memory, TABLE_ABSENCE, 0);
    row->away_min = NOT_GIVEN;
    row->percent_e8 = llround(8 / contract_h * (double)ONE_E8);
    const struct plan *percent = rota_kept(*state, &memory, four_weeks());
    assert_near(hours->cost_kr, percent->cost_kr, 1e-9);
    assert_near(hired_h(hours), hired_h(percent), 1e-6);
    assert_near(hired_h(hours), 5 * 8 * 28 - 6 * (contract_h - 8), 1e-6);
  }
}

// Once a year for all: the hours of each head over the year, whatever the calendar's weeks.
static void hours_over_a_whole_year(void **state) {
  for (int year = 2024; year <= 2026; year++) { // 2026 has a week 53
    struct memory memory = short_ward(*state, 6, ONE_E8);
    struct absence_row *training = rota_absence(&memory, ABSENCE_TRAINING, 1, 53, 0);
    training->away_min = 24 * HOURS;
    double share_h = 0;
    for (int i = 0; i < days_in_year(year); i++)
      share_h += 40 / 7.0 * (double)training_on(&memory.tables, 0, SKILLED, 40 * HOURS, day_from_date(year, 1, 1) + i) /
                 ONE_E8;
    assert_near(share_h, 24, 0.006); // 366 of 364 days at the most
  }
}

// Nobody is trained in weeks in which all are on holiday, whatever the rota.
static void training_in_weeks_off(void **state) {
  struct memory memory = short_ward(*state, 6, ONE_E8);
  rota_absence(&memory, ABSENCE_HOLIDAY, 37, 37, ONE_E8);
  rota_absence(&memory, ABSENCE_HOLIDAY, 38, 38, 95 * PERCENT);
  rota_absence(&memory, ABSENCE_TRAINING, FIRST_WEEK, LAST_WEEK, 10 * PERCENT);
  const struct plan *weekly = rota_kept(*state, &memory, four_weeks());
  assert_near(hired_h(weekly), 5 * 8 * 28 - 2 * 0.9 * 240, 1e-6);
  rota_year_round(&memory, 0, HOLIDAYS_BY_PROFILE);
  const struct plan *yearly = rota_kept(*state, &memory, four_weeks());
  assert_near(yearly->cost_kr, weekly->cost_kr, 1e-9);
}

// People in training are not there for a shift either: all six are wanted on weekdays, with time to spare.
static void training_takes_people_off_the_shift(void **state) {
  struct memory memory = plain_ward(*state, 6 * MILLI, 6 * MILLI);
  rota_blank_cells(&memory);
  ((struct need_row *)memory_row(&memory, TABLE_NEED, 0))->days = 0x1f;
  ((struct shift_row *)memory_row(&memory, TABLE_SHIFTS, 0))->break_min = 120; // 30 of 40 h
  rota_absence(&memory, ABSENCE_TRAINING, FIRST_WEEK, LAST_WEEK, 10 * PERCENT);
  assert_near(rota_kept(*state, &memory, four_weeks())->shortfall_h, 0.1 * 6 * 8 * 20, 1e-6);
  rota_year_round(&memory, 0, HOLIDAYS_BY_PROFILE);
  assert_near(rota_kept(*state, &memory, four_weeks())->shortfall_h, 0.1 * 6 * 8 * 20, 1e-6);
}

// A measure that takes people away for training costs what their stand-ins cost, and nothing else.
static void the_price_of_training(void **state) {
  struct memory memory = short_ward(*state, 6, ONE_E8);
  train(&memory, 0);
  int64_t measure = town_measure(&memory, "record_system", day_from_date(2025, 9, 1));
  town_edit(&memory, measure, "absence", "kind=training", "hours_per_head", "set 8");
  struct question question = {
      .scenario = town_scenario(&memory), .stretch = four_weeks(), .measures = true, .week_types = true};
  struct answers answers = town_solve(*state, &question);
  const struct plan *before = answers.plans[REFERENCE][0], *after = answers.plans[SUBJECT][0];
  assert_near(hired_h(after) - hired_h(before), 6 * 8, 1e-6);
  double hour = SKILLED_PAY / 100.0 / (52 * 35.5); // hired on the category's week
  double hired_kr = kr_from_ore(after->ledger.ore[LEDGER_SUBSTITUTES] - before->ledger.ore[LEDGER_SUBSTITUTES]);
  assert_near(hired_kr, 6 * 8 * hour, 1e-4);
  assert_int_equal(after->ledger.ore[LEDGER_BASE_PAY], before->ledger.ore[LEDGER_BASE_PAY]);
}

// --- sick leave ---------------------------------------------------------------------------------------------------

static void sick_leave_by_season(void **state) {
  struct memory memory = short_ward(*state, 6, ONE_E8);
  rota_absence(&memory, ABSENCE_SICK, 36, 37, 10 * PERCENT);
  rota_absence(&memory, ABSENCE_SICK, 38, 38, 5 * PERCENT);
  rota_absence(&memory, ABSENCE_HOLIDAY, 37, 37, 20 * PERCENT);
  double own_h = 240 * (0.9 + 0.8 * 0.9 + 0.95 + 1);
  for (int rota = REGIME_WEEKLY; rota <= REGIME_YEAR; rota++) {
    if (rota == REGIME_YEAR)
      rota_year_round(&memory, 0, HOLIDAYS_BY_PROFILE);
    const struct plan *plan = rota_kept(*state, &memory, four_weeks());
    assert_near(plan->hours[HOURS_OWN], own_h, 1e-6);
    assert_near(hired_h(plan), 5 * 8 * 28 - own_h, 1e-6);
  }
}

// In a year-round rota the sick leave of a season falls on the hours planned in it: fewer of them in a bad season leave
// more hours over the year.
static void sick_leave_falls_on_the_hours_planned(void **state) {
  struct memory memory = short_ward(*state, 6, ONE_E8);
  rota_absence(&memory, ABSENCE_SICK, 36, 37, 20 * PERCENT);
  rota_group(&memory, 0)->weekend_every_milli = MILLI;
  rota_year_round(&memory, 10 * PERCENT, HOLIDAYS_BY_PLANNER);
  const struct plan *plan = rota_kept(*state, &memory, four_weeks());
  assert_near(rota_roster_h(plan, 0, 0), 0.9 * 240, 1e-6);
  assert_near(rota_roster_h(plan, 0, 3), 1.1 * 240, 1e-6);
  assert_near(plan->hours[HOURS_OWN], 2 * 240 * (0.8 * 0.9 + 1.1), 1e-6);
}

// Paid all the same: of two weeks in four a tenth is sick pay, 60 % of which is refunded.
static void sick_pay_and_refund(void **state) {
  struct memory memory = short_ward(*state, 6, ONE_E8);
  const struct plan *well = rota_kept(*state, &memory, four_weeks());
  rota_absence(&memory, ABSENCE_SICK, 36, 37, 10 * PERCENT);
  memory_settings(&memory)->sick_supplements = NO;
  const struct plan *sick = rota_kept(*state, &memory, four_weeks());
  double pay_kr = kr_from_ore(well->ledger.ore[LEDGER_BASE_PAY]);
  assert_near(kr_from_ore(sick->ledger.ore[LEDGER_SICK_PAY]), 0.05 * pay_kr, 1e-6);
  assert_near(kr_from_ore(sick->ledger.ore[LEDGER_BASE_PAY]), 0.95 * pay_kr, 1e-6);
  assert_near(kr_from_ore(sick->ledger.ore[LEDGER_SICK_REFUND]), -0.6 * 0.05 * pay_kr, 1e-5);
}

// --- which row counts ---------------------------------------------------------------------------------------------

static void the_closer_row_counts_for_training(void **state) {
  struct memory memory = short_ward(*state, 6, ONE_E8);
  const day_number day = day_from_date(2025, 9, 3);
  rota_absence(&memory, ABSENCE_TRAINING, FIRST_WEEK, LAST_WEEK, 3 * PERCENT);
  struct absence_row *skilled = rota_absence(&memory, ABSENCE_TRAINING, FIRST_WEEK, LAST_WEEK, 0);
  skilled->category = SKILLED;
  skilled->away_min = 16 * HOURS;
  assert_int_equal(training_on(&memory.tables, 0, NURSE, 40 * HOURS, day), 3 * PERCENT);
  assert_int_equal(training_on(&memory.tables, 0, SKILLED, 40 * HOURS, day), 10 * PERCENT);
  assert_int_equal(training_on(&memory.tables, 0, SKILLED, 20 * HOURS, day), 20 * PERCENT);
  assert_int_equal(training_on(&memory.tables, 0, SKILLED, 40 * HOURS, day_from_date(2025, 10, 1)), 0);
  skilled->weeks = INT64_C(1) << 53; // only in years that have one
  assert_int_equal(training_on(&memory.tables, 0, SKILLED, 40 * HOURS, day_from_date(2026, 12, 29)), 40 * PERCENT);
}

// --- conventions ---------------------------------------------------------------------------------------------------

// At work by each convention, for shares of all kinds: what model and formula say is one number.
static void conventions_by_their_formulas(void **state) {
  struct random random = {.state = 7};
  const day_number day = day_from_date(2025, 9, 3);
  for (int round = 0; round < 200; round++) {
    struct memory memory = short_ward(*state, 6, ONE_E8);
    double h = random_below(&random, 40) / 100.0, s = random_below(&random, 30) / 100.0,
           t = random_below(&random, 20) / 100.0;
    rota_absence(&memory, ABSENCE_HOLIDAY, FIRST_WEEK, LAST_WEEK, fixed_round(h * 1e8));
    rota_absence(&memory, ABSENCE_SICK, FIRST_WEEK, LAST_WEEK, fixed_round(s * 1e8));
    rota_absence(&memory, ABSENCE_TRAINING, FIRST_WEEK, LAST_WEEK, fixed_round(t * 1e8));
    const double at_work[] = {[COVER_DIVISOR] = (1 - h) * (1 - s) - t,
                              [COVER_ADDED] = 1 - h - s - t,
                              [COVER_MULTIPLIER] = 1 / (1 + h + s + t)};
    for (int cover = COVER_DIVISOR; cover <= COVER_MULTIPLIER; cover++) {
      memory_settings(&memory)->absence_cover = cover;
      double there = (double)(presence_on(&memory.tables, 0, SKILLED, day) -
                              training_on(&memory.tables, 0, SKILLED, 40 * HOURS, day)) /
                     1e8;
      assert_near(there, at_work[cover], 5e-8);
    }
  }
}

// 40 h of holiday and 20 h of sick leave in four weeks of 40 h are 3/8 of the contract, whatever the percentages mean.
static void hours_are_hours_of_the_contract(void **state) {
  struct memory memory = short_ward(*state, 6, 50 * PERCENT);
  const day_number day = day_from_date(2025, 9, 3);
  rota_absence(&memory, ABSENCE_HOLIDAY, FIRST_WEEK, LAST_WEEK, 0)->away_min = 40 * HOURS;
  rota_absence(&memory, ABSENCE_SICK, FIRST_WEEK, LAST_WEEK, 0)->away_min = 20 * HOURS;
  double week_h = (double)category_rows(&memory.tables)[SKILLED].full_time_min / 60;
  for (int cover = COVER_DIVISOR; cover <= COVER_ADDED; cover++) {
    memory_settings(&memory)->absence_cover = cover;
    assert_near((double)presence_on(&memory.tables, 0, SKILLED, day) / 1e8, 1 - 60 / (4 * week_h), 5e-8);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(training_is_covered_hour_by_hour, set_up, tear_down),
      cmocka_unit_test_setup_teardown(percent_and_hours_agree, set_up, tear_down),
      cmocka_unit_test_setup_teardown(hours_over_a_whole_year, set_up, tear_down),
      cmocka_unit_test_setup_teardown(training_in_weeks_off, set_up, tear_down),
      cmocka_unit_test_setup_teardown(training_takes_people_off_the_shift, set_up, tear_down),
      cmocka_unit_test_setup_teardown(the_price_of_training, set_up, tear_down),
      cmocka_unit_test_setup_teardown(sick_leave_by_season, set_up, tear_down),
      cmocka_unit_test_setup_teardown(sick_leave_falls_on_the_hours_planned, set_up, tear_down),
      cmocka_unit_test_setup_teardown(sick_pay_and_refund, set_up, tear_down),
      cmocka_unit_test_setup_teardown(the_closer_row_counts_for_training, set_up, tear_down),
      cmocka_unit_test_setup_teardown(conventions_by_their_formulas, set_up, tear_down),
      cmocka_unit_test_setup_teardown(hours_are_hours_of_the_contract, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("absence", tests, NULL, NULL);
}
