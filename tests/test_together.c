// SPDX-License-Identifier: GPL-3.0-or-later
// Measures put together: in order, last, counted twice and with which, joint sums; and what is left out.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <string.h>

#include "audit/together.h"
#include "base/fixed.h"
#include "support/audited.h"
#include "support/long.h"
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

// Units `ward` and `other`, each with two nurses at night, all of them hired.
static struct memory two_wards(struct arena *arena) {
  struct memory memory = memory_town(arena);
  static const char *const units[] = {"ward", "other"};
  for (int64_t unit = 0; unit < 2; unit++) {
    memory_add_unit(&memory, units[unit]);
    memory_add_shift(&memory, unit, "night", NIGHT_START, NIGHT_END);
    memory_add_need(&memory, unit, "night", NIGHT_START, NIGHT_END, NURSE, 2000);
  }
  memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, NURSE);
  return memory;
}

static const struct together_line *line_of(const struct audit *audit, struct period period, enum positions positions,
                                           size_t measure) {
  for (size_t i = 0; i < audit->together->line_count; i++) {
    const struct together_line *line = &audit->together->lines[i];
    if (line->period.year == period.year && line->period.full == period.full && line->positions == positions &&
        line->measure == measure)
      return line;
  }
  fail_msg("no line for measure %zu in %d", measure, period.year);
  return NULL;
}

static const struct joint_line *joint_of(const struct audit *audit, struct period period, enum positions positions,
                                         bool target_only) {
  for (size_t i = 0; i < audit->together->joint_count; i++) {
    const struct joint_line *line = &audit->together->joints[i];
    if (line->period.year == period.year && line->period.full == period.full && line->positions == positions &&
        line->target_only == target_only)
      return line;
  }
  fail_msg("no joint line for %d", period.year);
  return NULL;
}

static const struct period YEAR_2024 = {2024, false}, YEAR_2025 = {2025, false}, FULL_2025 = {2025, true};

// Adds up to the joint effect, to the øre, in every period and answer.
static void assert_adds_up(const struct audit *audit) {
  assert_true(audit->together->joint_count > 0);
  for (size_t j = 0; j < audit->together->joint_count; j++) {
    const struct joint_line *joint = &audit->together->joints[j];
    if (joint->target_only)
      continue;
    int64_t in_order = 0, twice = 0, running = 0;
    for (size_t i = 0; i < audit->together->line_count; i++) {
      const struct together_line *line = &audit->together->lines[i];
      if (line->positions != joint->positions || line->period.year != joint->period.year ||
          line->period.full != joint->period.full || line->left_out)
        continue;
      in_order += line->in_order_ore;
      twice += line->single_ore - line->in_order_ore;
      running = line->joint_ore;
      assert_int_equal(running, in_order);
    }
    assert_int_equal(in_order, joint->joint_ore);
    assert_int_equal(twice, joint->singles_ore - joint->joint_ore);
  }
}

static void two_copies_are_counted_twice(void **state) {
  struct memory memory = two_wards(*state);
  for (int64_t m = 0; m < 2; m++) {
    town_measure(&memory, m ? "again" : "first", day_from_date(2024, 6, 1));
    town_edit(&memory, m, "need", "unit=ward", "persons", "set 1");
  }
  const struct audit *audit = audit_everything(town_scenario(&memory));
  static const struct period periods[] = {{2024, false}, {2025, false}, {2025, true}};
  for (size_t i = 0; i < sizeof periods / sizeof *periods; i++)
    for (int p = 0; p < POSITIONS_ANSWERS; p++) {
      const struct together_line *first = line_of(audit, periods[i], p, 0), *again = line_of(audit, periods[i], p, 1);
      assert_true(first->single_ore > 0);
      assert_int_equal(first->in_order_ore, first->single_ore);
      assert_int_equal(again->single_ore, first->single_ore);
      assert_int_equal(again->in_order_ore, 0);
      assert_int_equal(first->last_ore, 0);
      assert_int_equal(again->last_ore, 0);
      assert_string_equal(first->with, "again");
      assert_string_equal(again->with, "first");
      const struct joint_line *joint = joint_of(audit, periods[i], p, false);
      assert_int_equal(joint->singles_ore - joint->joint_ore, first->single_ore);
    }
  assert_int_equal(line_of(audit, YEAR_2024, POSITIONS_KEPT, 0)->single_ore,
                   effect_ore(&audit->measures[0].years[0].answers[POSITIONS_KEPT]));
  assert_adds_up(audit);
}

static void separate_units_count_nothing_twice(void **state) {
  struct memory memory = two_wards(*state);
  town_edit(&memory, town_measure(&memory, "ward", day_from_date(2024, 6, 1)), "need", "unit=ward", "persons", "set 1");
  town_edit(&memory, town_measure(&memory, "other", day_from_date(2024, 3, 1)), "need", "unit=other", "persons",
            "set 1");
  const struct audit *audit = audit_everything(town_scenario(&memory));
  assert_int_equal(line_of(audit, YEAR_2024, POSITIONS_KEPT, 1)->order, 1); // the earlier start
  for (size_t m = 0; m < 2; m++) {
    const struct together_line *line = line_of(audit, YEAR_2024, POSITIONS_ADJUSTED, m);
    assert_true(line->single_ore > 0);
    assert_int_equal(line->in_order_ore, line->single_ore);
    assert_int_equal(line->last_ore, line->single_ore);
    assert_string_equal(line->with, "");
  }
  assert_adds_up(audit);
}

// The first halves the hours, the second the price of those that are left.
static void an_overlap_in_part(void **state) {
  struct memory memory = two_wards(*state);
  town_edit(&memory, town_measure(&memory, "hours", day_from_date(2025, 1, 1)), "need", "unit=ward", "persons",
            "add -1");
  town_edit(&memory, town_measure(&memory, "price", day_from_date(2025, 1, 1)), "sources", NULL, "pay_percent",
            "set 50");
  const struct audit *audit = audit_everything(town_scenario(&memory));
  const struct together_line *hours = line_of(audit, FULL_2025, POSITIONS_KEPT, 0);
  const struct together_line *price = line_of(audit, FULL_2025, POSITIONS_KEPT, 1);
  assert_string_equal(hours->with, "price");
  assert_true(price->in_order_ore > 0 && price->in_order_ore < price->single_ore);
  // two of four posts are in `ward`; the price of one of them is saved twice
  assert_near((double)(price->single_ore - price->in_order_ore) * 4, (double)price->single_ore, 1e-3);
  assert_int_equal(hours->last_ore - hours->single_ore, price->in_order_ore - price->single_ore);
  assert_adds_up(audit);
}

static void amounts_and_undecided_ones(void **state) {
  struct memory memory = two_wards(*state);
  town_edit(&memory, town_measure(&memory, "undecided", NOT_GIVEN), "need", "unit=ward", "persons", "add -1");
  town_measure(&memory, "contract", day_from_date(2024, 7, 1));
  memory_add(
      &memory, TABLE_AMOUNTS,
      &(struct amount_row){.measure = 1, .saving_ore_per_year = 100000 * KR, .from = NOT_GIVEN, .to = NOT_GIVEN});
  ((struct measure_row *)memory_row(&memory, TABLE_MEASURES, 1))->in_target = NO;
  const struct audit *audit = audit_everything(town_scenario(&memory));
  const struct together_line *undecided = line_of(audit, YEAR_2025, POSITIONS_KEPT, 0);
  assert_int_equal(undecided->order, 2);
  assert_int_equal(undecided->in_order_ore, 0);
  assert_true(line_of(audit, FULL_2025, POSITIONS_KEPT, 0)->in_order_ore > 0);
  assert_int_equal(line_of(audit, YEAR_2024, POSITIONS_ADJUSTED, 1)->in_order_ore, 50000 * KR);
  assert_int_equal(joint_of(audit, YEAR_2025, POSITIONS_KEPT, false)->joint_ore, 100000 * KR);
  const struct joint_line *target = joint_of(audit, YEAR_2025, POSITIONS_KEPT, true);
  assert_int_equal(target->measure_count, 1);
  assert_int_equal(target->joint_ore, 0);
  assert_adds_up(audit);
}

// Together they would take more posts away than there are.
static void what_is_left_out(void **state) {
  struct memory memory = two_wards(*state);
  static const char *const codes[] = {"first", "too_many", "given_up"};
  for (int64_t m = 0; m < 3; m++)
    town_edit(&memory, town_measure(&memory, codes[m], day_from_date(2024, 2, 1 + (int)m)), "need", "unit=ward",
              "persons", "add -1.5");
  ((struct measure_row *)memory_row(&memory, TABLE_MEASURES, 2))->status = STATUS_NOT_REALISED;
  const struct audit *audit = audit_everything(town_scenario(&memory));
  assert_null(line_of(audit, YEAR_2025, POSITIONS_KEPT, 0)->left_out);
  const struct together_line *conflict = line_of(audit, YEAR_2025, POSITIONS_KEPT, 1);
  assert_int_equal(conflict->order, 0);
  assert_non_null(strstr(conflict->left_out, "persons"));
  assert_non_null(line_of(audit, YEAR_2025, POSITIONS_KEPT, 2)->left_out);
  assert_int_equal(joint_of(audit, YEAR_2025, POSITIONS_KEPT, false)->measure_count, 1);
  assert_adds_up(audit);
}

// Whatever measures do to each other, the sums hold.
static void random_towns_add_up(void **state) {
  int with_overlap = 0;
  for (int seed = 1; seed <= few_or_all(1, 4); seed++) {
    struct arena *arena = arena_new();
    struct random random = {(uint64_t)seed};
    struct memory memory = random_town(arena, &random, (struct town_shape){2, 2, false});
    memory_settings(&memory)->first_year = 2025;
    town_edit(&memory, town_measure(&memory, "less", day_from_date(2025, 4, 1)), "need", NULL, "persons",
              "multiply 0.7");
    town_edit(&memory, town_measure(&memory, "cut", day_from_date(2025, 9, 1)), "groups", NULL, "heads",
              "multiply 0.8");
    town_edit(&memory, town_measure(&memory, "pay", NOT_GIVEN), "pay", NULL, "yearly_pay_kr", "multiply 0.9");
    const struct audit *audit = audit_everything(town_scenario(&memory));
    assert_adds_up(audit);
    with_overlap += *line_of(audit, (struct period){2026, true}, POSITIONS_KEPT, 2)->with != 0;
    arena_free(arena);
  }
  assert_true(with_overlap > 0);
  (void)state;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(two_copies_are_counted_twice, set_up, tear_down),
      cmocka_unit_test_setup_teardown(separate_units_count_nothing_twice, set_up, tear_down),
      cmocka_unit_test_setup_teardown(an_overlap_in_part, set_up, tear_down),
      cmocka_unit_test_setup_teardown(amounts_and_undecided_ones, set_up, tear_down),
      cmocka_unit_test_setup_teardown(what_is_left_out, set_up, tear_down),
      cmocka_unit_test_setup_teardown(random_towns_add_up, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("together", tests, NULL, NULL);
}
