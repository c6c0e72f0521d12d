// SPDX-License-Identifier: GPL-3.0-or-later
// A measure that only leaves hours empty saves nothing, whatever it saves in cash; and two alternatives never save more
// together than the better one.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <string.h>

#include "audit/together.h"
#include "base/fixed.h"
#include "plan/empty.h"
#include "support/audited.h"
#include "support/long.h"
#include "support/town.h"

enum { YEAR = 2025 };

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

static struct memory a_town(struct arena *arena, int seed) {
  struct random random = {(uint64_t)seed * 7919 + 3};
  struct memory memory = random_town(arena, &random, (struct town_shape){.groups = 2, .shifts = 2 + seed % 2});
  memory_settings(&memory)->first_year = memory_settings(&memory)->last_year = YEAR;
  return memory;
}

// ---------------------------------------------------------------- hours left empty

static double hours_worked(const struct figures *figures) {
  double hours = 0;
  for (int kind = 0; kind < HOURS_KINDS; kind++)
    hours += figures->hours[kind];
  return hours;
}

// Whoever fills an hour comes for a whole shift: what was paid for the hours of it that nobody wanted is saved indeed.
static double saved_for_nothing_ore(const struct answer *answer) {
  double fewer_h = hours_worked(&answer->figures_before) - hours_worked(&answer->figures_after);
  double unwanted = fewer_h > answer->empty_h ? 1 - answer->empty_h / fewer_h : 0;
  return unwanted * (double)cash_effect_ore(answer);
}

// Hours that stand empty and the shifts that filled them are shared between the years each by itself, in the two weeks at New
// Year: 2 of 53, by a tenth of what they come to.
static const double AT_NEW_YEAR = 2 / 53.0 / 10;

// What is on offer is cut, so that hours stand empty which somebody was hired for.
static void empty_hours_save_nothing(void **state) {
  static const char *const cuts[] = {"multiply 0", "multiply 0.3"};
  int emptied = 0;
  for (int seed = 0; seed < few_or_all(10, 60); seed++) {
    struct memory memory = a_town(*state, seed);
    for (size_t s = 0; s < row_count(&memory.tables, TABLE_SOURCES); s++) {
      struct source_row *source = memory_row(&memory, TABLE_SOURCES, s);
      if (source->kind == SOURCE_SUBSTITUTE || source->kind == SOURCE_AGENCY)
        source->hours_milli_per_week = 200 * MILLI;
      if (source->kind == SOURCE_EXTRA || source->kind == SOURCE_OVERTIME)
        source->room_e8 = 0;
    }
    town_edit(&memory, town_measure(&memory, "cut", day_from_date(YEAR, 1, 1)), "sources", "kind=substitute",
              "hours_per_week", cuts[seed % 2]);
    const struct measure_effect *effect = &audit_effects(town_scenario(&memory))->measures[0];
    const struct answer *kept = &effect->full.answers[POSITIONS_KEPT];
    assert_true(kept->empty_h >= 0 && kept->empty_ore >= 0);
    assert_int_equal(effect_ore(kept), cash_effect_ore(kept) - kept->empty_ore);
    if (kept->empty_h < 1)
      continue;
    emptied += cash_effect_ore(kept) > 0;
    double most_ore = 100 + saved_for_nothing_ore(kept) + AT_NEW_YEAR * (double)cash_effect_ore(kept); // 1 kr of rounding
    if ((double)effect_ore(kept) > most_ore)
      print_error("seed %d: %lld of %lld in cash, at most %.0f, %.1f h\n", seed, (long long)effect_ore(kept),
                  (long long)cash_effect_ore(kept), most_ore, kept->empty_h);
    assert_true((double)effect_ore(kept) <= most_ore);
  }
  assert_true(emptied >= few_or_all(4, 20));
}

// One post of the year, by the one source there is: an empty hour costs what it cost while it was filled.
static void an_empty_hour_is_priced_as_it_was_filled(void **state) {
  struct memory memory = plain_ward(*state, 1000, 0);
  memory_add(&memory, TABLE_SOURCES,
             &(struct source_row){.code = "agency",
                                  .kind = SOURCE_AGENCY,
                                  .unit = 0,
                                  .category = SKILLED,
                                  .valid_from = NOT_GIVEN,
                                  .valid_to = NOT_GIVEN,
                                  .price_ore_per_h = 400 * ORE_PER_KR,
                                  .unsocial_ore_per_h = NOT_GIVEN,
                                  .hours_milli_per_week = NOT_GIVEN,
                                  .pay_e8 = ONE_E8});
  memory_settings(&memory)->first_year = memory_settings(&memory)->last_year = YEAR;
  town_edit(&memory, town_measure(&memory, "none", day_from_date(YEAR, 1, 1)), "sources", "code=agency",
            "hours_per_week", "set 0");
  const struct answer *kept = &audit_effects(town_scenario(&memory))->measures[0].full.answers[POSITIONS_KEPT];
  assert_near(kept->empty_h, 365 * 8, 1e-9);
  assert_int_equal(cash_effect_ore(kept), 365 * 8 * 400 * ORE_PER_KR);
  assert_int_equal(effect_ore(kept), 0);
}

// ---------------------------------------------------------------- alternatives

static void alternatives_save_no_more_than_the_better(void **state) {
  int differ = 0;
  for (int seed = 0; seed < few_or_all(6, 30); seed++) {
    struct memory memory = a_town(*state, seed);
    const char *const cuts[] = {seed % 2 ? "multiply 0.5" : "multiply 0.9", "multiply 0.7"};
    for (int64_t m = 0; m < 2; m++) {
      town_edit(&memory, town_measure(&memory, m ? "b" : "a", day_from_date(YEAR, 1, 1)), "need", NULL, "persons",
                cuts[m]);
      ((struct measure_row *)memory_row(&memory, TABLE_MEASURES, (size_t)m))->either_or = "one";
    }
    const struct audit *audit = audit_effects(town_scenario(&memory));
    for (size_t j = 0; j < audit->together->joint_count; j++) {
      const struct joint_line *joint = &audit->together->joints[j];
      int64_t single[2];
      for (int m = 0; m < 2; m++)
        single[m] = effect_ore(&audit->measures[m].full.answers[joint->positions]);
      assert_int_equal(joint->measure_count, 1);
      assert_true(joint->joint_ore == single[0] || joint->joint_ore == single[1]);
      assert_true(joint->joint_ore <= (single[0] > single[1] ? single[0] : single[1]));
      differ += single[0] != single[1];
      if (joint->positions == POSITIONS_ADJUSTED)
        assert_true(joint->joint_ore == (single[0] > single[1] ? single[0] : single[1]));
    }
    assert_int_equal(audit->together->counted[0] + audit->together->counted[1], 1);
  }
  assert_true(differ > 4);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(empty_hours_save_nothing, set_up, tear_down),
      cmocka_unit_test_setup_teardown(an_empty_hour_is_priced_as_it_was_filled, set_up, tear_down),
      cmocka_unit_test_setup_teardown(alternatives_save_no_more_than_the_better, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
