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

// Whoever fills an hour comes for a whole shift: the share of what was paid that went to hours of it that nobody wanted, and
// is saved indeed.
static double share_unwanted(double fewer_h, double empty_h) { return fewer_h > empty_h ? 1 - empty_h / fewer_h : 0; }

static double fewer_h(const struct figures *before, const struct figures *after) {
  return hours_worked(before) - hours_worked(after);
}

// What is on offer is cut, so that hours stand empty which somebody was hired for.
static struct memory town_cut_short(struct arena *arena, int seed) {
  static const char *const cuts[] = {"multiply 0", "multiply 0.3"};
  struct memory memory = a_town(arena, seed);
  for (size_t s = 0; s < row_count(&memory.tables, TABLE_SOURCES); s++) {
    struct source_row *source = memory_row(&memory, TABLE_SOURCES, (int64_t)s);
    if (source->kind == SOURCE_SUBSTITUTE || source->kind == SOURCE_AGENCY)
      source->hours_milli_per_week = 200 * MILLI;
    if (source->kind == SOURCE_EXTRA || source->kind == SOURCE_OVERTIME)
      source->room_e8 = 0;
  }
  town_edit(&memory, town_measure(&memory, "cut", day_from_date(YEAR, 1, 1)), "sources", "kind=substitute",
            "hours_per_week", cuts[seed % 2]);
  return memory;
}

// On whole weeks, to the krone.
static void empty_hours_save_nothing(void **state) {
  int emptied = 0;
  for (int seed = 0; seed < few_or_all(4, 60); seed++) {
    struct memory memory = town_cut_short(*state, seed);
    struct question question = {.scenario = town_scenario(&memory),
                                .stretch = stretch_of_weeks(YEAR, 1, 6, 51),
                                .measures = true,
                                .week_types = true};
    struct answers answers = town_solve(*state, &question);
    const struct plan *before = answers.plans[REFERENCE][POSITIONS_KEPT],
                      *after = answers.plans[SUBJECT][POSITIONS_KEPT];
    struct figures were = figures_of(before), are = figures_of(after);
    struct empty_more empty = empty_beyond(before, after);
    double cash_kr = before->cost_kr - after->cost_kr;
    if (empty.h < 1)
      continue;
    emptied += cash_kr > 0;
    double most_kr = 1 + share_unwanted(fewer_h(&were, &are), empty.h) * cash_kr; // a krone of rounding
    if (cash_kr - empty.kr > most_kr)
      fail_msg("seed %d: %.2f of %.2f kr in cash, at most %.2f, %.1f h", seed, cash_kr - empty.kr, cash_kr, most_kr,
               empty.h);
  }
  assert_true(emptied >= few_or_all(1, 20));
}

// In a year, the weeks at New Year share hours that stand empty and the shifts that filled them each by itself: two weeks of
// 53, by a tenth of what they come to.
static void empty_hours_of_a_year_save_nothing(void **state) {
  static const double AT_NEW_YEAR = 2 / 53.0 / 10;
  int emptied = 0;
  for (int seed = 0; seed < few_or_all(4, 60); seed++) {
    struct memory memory = town_cut_short(*state, seed);
    const struct measure_effect *effect = &audit_effects(town_scenario(&memory))->measures[0];
    const struct answer *kept = &effect->full.answers[POSITIONS_KEPT];
    assert_true(kept->empty_h >= 0 && kept->empty_ore >= 0);
    assert_int_equal(effect_ore(kept), cash_effect_ore(kept) - kept->empty_ore);
    if (kept->empty_h < 1)
      continue;
    emptied += cash_effect_ore(kept) > 0;
    double unwanted = share_unwanted(fewer_h(&kept->figures_before, &kept->figures_after), kept->empty_h);
    double most_ore = 100 + (unwanted + AT_NEW_YEAR) * (double)cash_effect_ore(kept);
    if ((double)effect_ore(kept) > most_ore)
      fail_msg("seed %d: %lld of %lld in cash, at most %.0f, %.1f h", seed, (long long)effect_ore(kept),
               (long long)cash_effect_ore(kept), most_ore, kept->empty_h);
  }
  assert_true(emptied >= few_or_all(1, 20));
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
  for (int seed = 0; seed < few_or_all(2, 30); seed++) {
    struct memory memory = a_town(*state, seed);
    const char *const cuts[] = {seed % 2 ? "multiply 0.5" : "multiply 0.9", "multiply 0.7"};
    for (int64_t m = 0; m < 2; m++) {
      town_edit(&memory, town_measure(&memory, m ? "b" : "a", day_from_date(YEAR, 1, 1)), "need", NULL, "persons",
                cuts[m]);
      ((struct measure_row *)memory_row(&memory, TABLE_MEASURES, m))->either_or = "one";
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
      cmocka_unit_test_setup_teardown(empty_hours_of_a_year_save_nothing, set_up, tear_down),
      cmocka_unit_test_setup_teardown(an_empty_hour_is_priced_as_it_was_filled, set_up, tear_down),
      cmocka_unit_test_setup_teardown(alternatives_save_no_more_than_the_better, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
