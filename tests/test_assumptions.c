// SPDX-License-Identifier: GPL-3.0-or-later
// What an effect hangs on: slopes against small finite differences, the ranking, and the reverse question put back.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "audit/assumptions.h"
#include "audit/comparable.h"
#include "audit/reverse.h"
#include "audit/slope.h"
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

enum { NIGHT_START = 22 * HOURS, NIGHT_END = 7 * HOURS + 30 };

// Nurses by day and night, of own people and hired ones, dear enough ones beyond a limit; numbers that no
// two limits meet at once. One night post fewer in the whole of 2025.
static struct memory mixed_ward(struct arena *arena) {
  struct memory memory = memory_town(arena);
  memory_settings(&memory)->first_year = 2025;
  memory_settings(&memory)->adjust_max_e8 = 130 * PERCENT;
  memory_add_unit(&memory, "ward");
  memory_add_shift(&memory, 0, "day", NIGHT_END, 15 * HOURS);
  memory_add_shift(&memory, 0, "night", NIGHT_START, NIGHT_END);
  memory_add_need(&memory, 0, "day", NIGHT_END, 15 * HOURS, NURSE, 2300);
  memory_add_need(&memory, 0, "night", NIGHT_START, NIGHT_END, NURSE, 2700);
  memory_add_group(&memory, 0, "staff", NURSE, 8100, 74 * PERCENT);
  memory_add_absence(&memory, ABSENCE_SICK, NOT_GIVEN, 9 * PERCENT);
  int64_t hired = memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, NURSE);
  ((struct source_row *)memory_row(&memory, TABLE_SOURCES, hired))->hours_milli_per_week = 31300;
  int64_t agency = memory_add_source(&memory, "agency", SOURCE_AGENCY, NURSE);
  ((struct source_row *)memory_row(&memory, TABLE_SOURCES, agency))->price_ore_per_h = 900 * KR;
  town_edit(&memory, town_measure(&memory, "night", day_from_date(2025, 1, 1)), "need", "window=night", "persons",
            "add -1.1");
  return memory;
}

// --- slopes -------------------------------------------------------------------------------------------------------

struct sloped {
  const struct scenario *scenario;
  struct study *study;
  struct study_question question;
  const struct comparison *comparison;
  struct slope *slopes[POSITIONS_ANSWERS];
};

static const bool in_force[] = {true};

static struct sloped slope_of(struct arena *arena, const struct memory *memory) {
  struct sloped s = {.scenario = town_scenario(memory)};
  enum solve_status status;
  const char *why;
  s.study = study_new(s.scenario, NULL, NULL);
  s.question = (struct study_question){.unit = 0, .year = 2025, .in_force = in_force, .undecided_start = DAY_NONE};
  s.comparison = study_compare(s.study, arena, &s.question, &status, &why);
  assert_non_null(s.comparison);
  return s;
}

static double effect_kr(const struct comparison *c, enum positions p) {
  return c->plans[REFERENCE][p]->cost_kr - c->plans[SUBJECT][p]->cost_kr;
}

// The slope lies between what the same small step does upwards and downwards, which are solved.
static void check_slope(struct arena *arena, const struct sloped *s, enum table_id table, size_t row,
                        const char *name) {
  enum { STEP_E6 = 4000 };
  const struct column *column = column_named(table, name);
  double steps_kr[2][POSITIONS_ANSWERS], slope_kr[POSITIONS_ANSWERS];
  for (int way = 0; way < 2; way++) {
    struct varied_cell cell;
    enum solve_status status;
    const char *why;
    int64_t factor_e6 = 1000000 + (way ? -STEP_E6 : STEP_E6);
    assert_true(cell_scaled(arena, s->scenario, table, row, column, factor_e6, &cell));
    const struct scenario *varied = scenario_vary(arena, s->scenario, &cell, 1);
    if (!way)
      for (int p = 0; p < POSITIONS_ANSWERS; p++)
        assert_true(slope_of_effect(s->slopes[p], arena, varied, &slope_kr[p]));
    const struct comparison *then = study_compare_from(
        s->study, arena, &s->question, (struct study_nearby){varied, s->comparison, NULL}, &status, &why);
    assert_non_null(then);
    for (int p = 0; p < POSITIONS_ANSWERS; p++)
      steps_kr[way][p] = (effect_kr(then, p) - effect_kr(s->comparison, p)) * (way ? -1 : 1);
  }
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    double low = fmin(steps_kr[0][p], steps_kr[1][p]), high = fmax(steps_kr[0][p], steps_kr[1][p]);
    double play_kr = 30 + 0.02 * fmax(fabs(low), fabs(high)); // shifts are priced in whole øre
    if (slope_kr[p] < low - play_kr || slope_kr[p] > high + play_kr)
      fail_msg("%s %s, %s: slope %.2f, solved %.2f and %.2f", table_of(table)->name, name, positions_name(p),
               slope_kr[p], low, high);
  }
}

static void slopes_agree_with_differences(void **state) {
  static const struct {
    enum table_id table;
    size_t row;
    const char *column;
  } cells[] = {
      {TABLE_NEED, 0, "persons"},
      {TABLE_NEED, 1, "persons"},
      {TABLE_GROUPS, 0, "heads"},
      {TABLE_GROUPS, 0, "position_percent"},
      {TABLE_GROUPS, 0, "weekend_every"},
      {TABLE_ABSENCE, 0, "percent"},
      {TABLE_SOURCES, 0, "pay_percent"},
      {TABLE_SOURCES, 0, "hours_per_week"},
      {TABLE_SOURCES, 1, "price_kr_per_h"},
      {TABLE_PAY, NURSE, "yearly_pay_kr"},
      {TABLE_EDITS, 0, "value"},
  };
  struct memory memory = mixed_ward(*state);
  struct sloped s = slope_of(*state, &memory);
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    s.slopes[p] = slope_open(&s.question, s.comparison, (enum positions)p);
    assert_non_null(s.slopes[p]);
  }
  for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
    check_slope(*state, &s, cells[i].table, cells[i].row, cells[i].column);
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    slope_close(s.slopes[p]);
  study_free(s.study);
}

// The slope with one number varied, of the second measure, which was asked after `before`, or first.
static double slope_after(struct arena *arena, const struct scenario *scenario, const bool *before,
                          const struct scenario *varied, bool *other_intervals) {
  static const bool second[] = {false, true};
  struct study *study = study_new(scenario, NULL, NULL);
  struct study_question question = {.unit = 0, .year = 2025, .in_force = before, .undecided_start = DAY_NONE};
  enum solve_status status;
  const char *why;
  double change_kr = 0;
  if (before)
    assert_non_null(study_compare(study, arena, &question, &status, &why));
  question.in_force = second;
  const struct comparison *comparison = study_compare(study, arena, &question, &status, &why);
  assert_non_null(comparison);
  const struct program *baseline = comparison->plans[REFERENCE][POSITIONS_KEPT]->program;
  *other_intervals = baseline->year->frame->interval_count != comparison->year->frame->interval_count;
  struct slope *slope = slope_open(&question, comparison, POSITIONS_KEPT);
  assert_non_null(slope);
  assert_true(slope_of_effect(slope, arena, varied, &change_kr));
  slope_close(slope);
  study_free(study);
  return change_kr;
}

// A baseline solved for one measure serves another that divides the day elsewhere, since no number of it differs. What is
// built again for the second may not take the place of an interval in the day of the first.
static void slopes_with_a_baseline_of_another_measure(void **state) {
  static const bool first[] = {true, false};
  static const struct {
    enum table_id table;
    const char *column;
  } cells[] = {{TABLE_PAY, "yearly_pay_kr"}, {TABLE_SOURCES, "pay_percent"}, {TABLE_GROUPS, "heads"}};
  struct memory memory = mixed_ward(*state);
  memory_add_need(&memory, 0, "late", 2 * HOURS, 3 * HOURS, NURSE, 0);
  int64_t moved = town_measure(&memory, "moved", day_from_date(2025, 1, 1));
  town_edit(&memory, moved, "need", "window=night", "persons", "add -0.6");
  town_edit(&memory, moved, "need", "window=late", "start", "set 01:50");
  const struct scenario *scenario = town_scenario(&memory);
  for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
    struct varied_cell cell;
    size_t row = cells[i].table == TABLE_PAY ? NURSE : 0;
    bool other_alone, other_after;
    assert_true(cell_scaled(*state, scenario, cells[i].table, row, column_named(cells[i].table, cells[i].column),
                            1010000, &cell));
    const struct scenario *varied = scenario_vary(*state, scenario, &cell, 1);
    double alone_kr = slope_after(*state, scenario, NULL, varied, &other_alone);
    double after_kr = slope_after(*state, scenario, first, varied, &other_after);
    assert_true(!other_alone && other_after);
    assert_true(fabs(alone_kr) > 1 && fabs(after_kr - alone_kr) < 0.01);
  }
}

// More people than there are can be had: what is missing has no price, so no slope holds.
static void no_slope_where_somebody_is_missing(void **state) {
  struct memory memory = mixed_ward(*state);
  ((struct source_row *)memory_row(&memory, TABLE_SOURCES, 1))->hours_milli_per_week = 0;
  struct sloped s = slope_of(*state, &memory);
  assert_true(s.comparison->plans[REFERENCE][POSITIONS_KEPT]->shortfall_h > 1);
  assert_null(slope_open(&s.question, s.comparison, POSITIONS_ADJUSTED));
  study_free(s.study);
}

// --- the ranking --------------------------------------------------------------------------------------------------

static void assume(struct memory *memory, enum table_id table, int64_t row) {
  ((struct row *)memory_row(memory, table, row))->assumed = true;
}

static const struct assumption *assumption_of(const struct audit *audit, enum table_id table, size_t row) {
  for (size_t i = 0; i < audit->assumptions->count; i++)
    if (audit->assumptions->items[i].cell.table == table && audit->assumptions->items[i].cell.row == row)
      return &audit->assumptions->items[i];
  return NULL;
}

// Two nurses at night, all hired: the effect is the price of their hours.
static struct memory night_ward(struct arena *arena) {
  struct memory memory = memory_town(arena);
  memory_settings(&memory)->first_year = 2025;
  memory_add_unit(&memory, "ward");
  memory_add_shift(&memory, 0, "night", NIGHT_START, NIGHT_END);
  memory_add_need(&memory, 0, "night", NIGHT_START, NIGHT_END, NURSE, 2000);
  memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, NURSE);
  town_edit(&memory, town_measure(&memory, "night", day_from_date(2025, 1, 1)), "need", "window=night", "persons",
            "add -1");
  return memory;
}

static void rows_marked_are_ranked(void **state) {
  struct memory memory = night_ward(*state);
  int64_t far = memory_add_unit(&memory, "far");
  int64_t elsewhere = memory_add_need(&memory, far, "elsewhere", NIGHT_START, NIGHT_END, NURSE, 1000);
  assume(&memory, TABLE_EDITS, 0);
  assume(&memory, TABLE_SOURCES, 0);
  assume(&memory, TABLE_NEED, 0);
  assume(&memory, TABLE_NEED, elsewhere);
  assume(&memory, TABLE_PAY, ASSISTANT);
  town_measure(&memory, "contract", day_from_date(2025, 1, 1));
  memory_add(
      &memory, TABLE_AMOUNTS,
      &(struct amount_row){.measure = 1, .saving_ore_per_year = 765000 * KR, .from = NOT_GIVEN, .to = NOT_GIVEN});
  assume(&memory, TABLE_AMOUNTS, 0);
  const struct audit *audit = audit_everything(town_scenario(&memory));
  int64_t effect = effect_ore(&audit->measures[0].full.answers[POSITIONS_ADJUSTED]);
  const struct assumption *edit = assumption_of(audit, TABLE_EDITS, 0),
                          *source = assumption_of(audit, TABLE_SOURCES, 0);
  assert_non_null(edit);
  assert_non_null(source);
  assert_int_equal(edit->effect_ore, effect);
  assert_near((double)edit->per_10_percent_ore, (double)effect / 10, 1e-4);
  assert_near((double)edit->up_ore, (double)effect / 10, 1e-4);
  assert_near((double)edit->down_ore, (double)-effect / 10, 1e-4);
  // less than in proportion: supplements have a least amount per hour
  assert_most((double)source->per_10_percent_ore, (double)effect / 10, 1e-6);
  assert_most((double)effect * 0.09, (double)source->per_10_percent_ore, 1e-6);
  assert_int_equal(edit->rank, 1);
  assert_int_equal(source->rank, 2);
  // the need of today is gone either way, the others are not this measure's
  assert_null(assumption_of(audit, TABLE_NEED, 0));
  assert_null(assumption_of(audit, TABLE_NEED, (size_t)elsewhere));
  assert_null(assumption_of(audit, TABLE_PAY, ASSISTANT));
  assert_null(assumption_of(audit, TABLE_PAY, NURSE)); // not marked
  const struct assumption *amount = assumption_of(audit, TABLE_AMOUNTS, 0);
  assert_non_null(amount);
  assert_int_equal(amount->measure, 1);
  assert_int_equal(amount->method, ASSUMPTION_ARITHMETIC);
  assert_int_equal(amount->up_ore, 76500 * KR);
}

// --- the reverse question -----------------------------------------------------------------------------------------

static void claim(struct memory *memory, int64_t amount_ore, enum claim_basis basis) {
  struct claim_row row = {.measure = 0, .year = 2025, .amount_ore = amount_ore, .basis = basis, .fte_milli = NOT_GIVEN};
  memory_add(memory, TABLE_CLAIMS, &row);
}

static const struct reversal *reversal_of(const struct audit *audit, enum reverse_question question) {
  for (size_t i = 0; i < audit->reversals->count; i++)
    if (audit->reversals->items[i].question == question)
      return &audit->reversals->items[i];
  return NULL;
}

// The answer put back as input makes the claim true.
static void assert_true_when_put_back(const struct memory *memory, const struct reversal *item, int64_t tolerance_ore) {
  struct memory back = *memory;
  const struct scenario *scenario = town_scenario(memory);
  back.tables =
      reverse_scenario(memory->arena, scenario, item->measure, item->question, item->now, item->needed)->tables;
  const struct audit *audit = audit_everything(town_scenario(&back));
  const struct year_effect *year = &audit->measures[0].years[0];
  struct claimed claimed = {.basis = item->basis};
  int64_t effect = claim_comparable_ore(&audit->measures[0], year, &claimed, item->positions);
  assert_true(llabs(effect - item->claimed_ore) <= tolerance_ore);
  assert_int_equal(effect, item->effect_ore);
}

static void values_that_make_a_claim_true(void **state) {
  struct memory memory = night_ward(*state);
  int64_t effect = effect_ore(&audit_everything(town_scenario(&memory))->measures[0].full.answers[POSITIONS_KEPT]),
          claimed = effect * 3 / 2;
  claim(&memory, claimed, CLAIM_FULL_YEAR);
  const struct audit *audit = audit_everything(town_scenario(&memory));
  static const enum reverse_question found[] = {REVERSE_SUBSTITUTE_PRICE, REVERSE_PAY_LEVEL};
  for (size_t i = 0; i < 2; i++) {
    const struct reversal *item = reversal_of(audit, found[i]);
    assert_non_null(item);
    assert_int_equal(item->status, REVERSE_FOUND);
    assert_near((double)item->needed, 1.5 * (double)ONE_E8, 0.01);
    assert_true_when_put_back(&memory, item, claimed / 1000);
  }
  assert_int_equal(reversal_of(audit, REVERSE_START)->status, REVERSE_NOT_TESTABLE);
  assert_int_equal(reversal_of(audit, REVERSE_SICK_LEAVE)->status, REVERSE_NOT_TESTABLE);
}

// Two thirds of a year.
static void a_start_that_makes_a_claim_true(void **state) {
  struct memory memory = night_ward(*state);
  int64_t effect = effect_ore(&audit_everything(town_scenario(&memory))->measures[0].full.answers[POSITIONS_KEPT]);
  claim(&memory, effect * 2 / 3, CLAIM_IN_YEAR);
  const struct reversal *item = reversal_of(audit_everything(town_scenario(&memory)), REVERSE_START);
  assert_non_null(item);
  assert_int_equal(item->status, REVERSE_FOUND);
  assert_true(item->needed >= day_from_date(2025, 4, 25) && item->needed <= day_from_date(2025, 5, 10));
  assert_true_when_put_back(&memory, item, effect / 365);
}

// Own people who are sick leave hours to others: the more of them, the more the night post costs.
static void sick_leave_that_makes_a_claim_true(void **state) {
  struct memory memory = mixed_ward(*state);
  const struct audit *before = audit_everything(town_scenario(&memory));
  int64_t kept = effect_ore(&before->measures[0].full.answers[POSITIONS_KEPT]);
  struct memory sicker = memory;
  struct scenario *scenario = town_scenario(&memory);
  sicker.tables = reverse_scenario(*state, scenario, 0, REVERSE_SICK_LEAVE, 9 * PERCENT, 16 * PERCENT)->tables;
  int64_t then = effect_ore(&audit_everything(town_scenario(&sicker))->measures[0].full.answers[POSITIONS_KEPT]);
  assert_true(then != kept);
  claim(&memory, then, CLAIM_FULL_YEAR);
  memory_settings(&memory)->tolerance_e8 = 0;
  memory_settings(&memory)->understated_e8 = 0;
  const struct reversal *item = reversal_of(audit_everything(town_scenario(&memory)), REVERSE_SICK_LEAVE);
  assert_non_null(item);
  assert_int_equal(item->positions, POSITIONS_KEPT);
  assert_int_equal(item->now, 9 * PERCENT);
  assert_int_equal(item->status, REVERSE_FOUND);
  assert_near((double)item->needed, 16.0 * PERCENT, 0.05);
  assert_true_when_put_back(&memory, item, llabs(then) / 1000 + KR);
}

static void claims_out_of_reach_and_claims_met(void **state) {
  struct memory memory = night_ward(*state);
  int64_t effect = effect_ore(&audit_everything(town_scenario(&memory))->measures[0].full.answers[POSITIONS_KEPT]);
  struct memory met = memory;
  claim(&memory, 9 * effect, CLAIM_FULL_YEAR);
  const struct audit *audit = audit_everything(town_scenario(&memory));
  for (int q = 0; q < REVERSE_QUESTIONS; q++)
    assert_true(reversal_of(audit, q)->status != REVERSE_FOUND);
  const struct reversal *item = reversal_of(audit, REVERSE_PAY_LEVEL);
  assert_int_equal(item->status, REVERSE_OUTSIDE_RANGE);
  assert_int_equal(item->needed, NOT_GIVEN);
  met.tables.list[TABLE_CLAIMS] = (struct rows){.size = memory.tables.list[TABLE_CLAIMS].size};
  claim(&met, effect, CLAIM_FULL_YEAR);
  assert_int_equal(audit_everything(town_scenario(&met))->reversals->count, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(slopes_agree_with_differences, set_up, tear_down),
      cmocka_unit_test_setup_teardown(slopes_with_a_baseline_of_another_measure, set_up, tear_down),
      cmocka_unit_test_setup_teardown(no_slope_where_somebody_is_missing, set_up, tear_down),
      cmocka_unit_test_setup_teardown(rows_marked_are_ranked, set_up, tear_down),
      cmocka_unit_test_setup_teardown(values_that_make_a_claim_true, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_start_that_makes_a_claim_true, set_up, tear_down),
      cmocka_unit_test_setup_teardown(sick_leave_that_makes_a_claim_true, set_up, tear_down),
      cmocka_unit_test_setup_teardown(claims_out_of_reach_and_claims_met, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("assumptions", tests, NULL, NULL);
}
