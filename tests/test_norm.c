// SPDX-License-Identifier: GPL-3.0-or-later
// A measure with the norm kept: never worth more than without, worth the same where no norm is touched, and worth what the
// rest of it is worth where the norm forbids a part of it. And the class of the saving.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>

#include "audit/class.h"
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

enum { YEAR = 2025, DAY_START = 8 * HOURS, DAY_END = 16 * HOURS, NIGHT_START = 22 * HOURS, NIGHT_END = 7 * HOURS };

static const struct audit *audit_of(struct memory *memory) {
  memory_settings(memory)->first_year = memory_settings(memory)->last_year = YEAR;
  return audit_effects(town_scenario(memory));
}

static int64_t plain_ore(const struct audit *audit, size_t measure, enum positions p) {
  return effect_ore(&audit->measures[measure].full.answers[p]);
}

static int64_t compliant_ore(const struct audit *audit, size_t measure, enum positions p) {
  return effect_ore(&audit->measures[measure].full.compliant[p]);
}

static void never_worth_more(void **state) {
  int touched = 0, untouched = 0, less = 0;
  for (int seed = 0; seed < few_or_all(4, 18); seed++) {
    struct random random = {(uint64_t)seed * 104729 + 11};
    struct memory memory = random_town(*state, &random, (struct town_shape){.groups = 2, .shifts = 3});
    size_t needs = row_count(&memory.tables, TABLE_NEED);
    for (size_t n = 0; n < needs; n++) {
      struct need_row need = need_rows(&memory.tables)[n];
      if (random_chance(&random, 50))
        memory_add_norm(&memory, 0, need.window, need.start_min, need.end_min, need.level,
                        random_below(&random, 4) * 500);
    }
    town_edit(&memory, town_measure(&memory, "less", day_from_date(YEAR, 1, 1)), "need", NULL, "persons",
              random_chance(&random, 50) ? "multiply 0.5" : "multiply 0.8");
    const struct audit *audit = audit_of(&memory);
    bool breaks = audit->measures[0].full.breach.days;
    for (int p = 0; p < POSITIONS_ANSWERS; p++) {
      int64_t plain = plain_ore(audit, 0, p), held = compliant_ore(audit, 0, p);
      assert_true(held <= plain + 100); // a krone: two solutions of the same cost
      if (!breaks)
        assert_int_equal(held, plain);
      less += held < plain - 100;
    }
    touched += breaks;
    untouched += !breaks;
  }
  assert_true(touched >= few_or_all(2, 4) && untouched >= 1 && less >= 3);
}

// Two by day and two by night, a norm of two at night: a measure that takes one of each away may take the day's alone.
static struct memory ward_with_norm(struct arena *arena, int64_t norm_milli) {
  struct memory memory = memory_town(arena);
  memory_add_unit(&memory, "ward");
  memory_add_shift(&memory, 0, "day", DAY_START, DAY_END);
  memory_add_shift(&memory, 0, "night", NIGHT_START, NIGHT_END);
  memory_add_need(&memory, 0, "day", DAY_START, DAY_END, SKILLED, 2000);
  memory_add_need(&memory, 0, "night", NIGHT_START, NIGHT_END, SKILLED, 2000);
  memory_add_group(&memory, 0, "staff", SKILLED, 8000, 80 * PERCENT);
  memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, SKILLED);
  memory_add_norm(&memory, 0, "awake", NIGHT_START, NIGHT_END, SKILLED, norm_milli);
  return memory;
}

enum { BOTH, DAY_ONLY };

static const struct audit *one_of_each_fewer(struct arena *arena, int64_t norm_milli) {
  struct memory memory = ward_with_norm(arena, norm_milli);
  int64_t both = town_measure(&memory, "both", day_from_date(YEAR, 1, 1));
  town_edit(&memory, both, "need", NULL, "persons", "add -1");
  int64_t day = town_measure(&memory, "day", day_from_date(YEAR, 1, 1));
  town_edit(&memory, day, "need", "window=day", "persons", "add -1");
  return audit_of(&memory);
}

static void the_part_that_is_allowed(void **state) {
  const struct audit *audit = one_of_each_fewer(*state, 2000);
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    assert_int_equal(compliant_ore(audit, BOTH, p), plain_ore(audit, DAY_ONLY, p));
    assert_true(plain_ore(audit, BOTH, p) > plain_ore(audit, DAY_ONLY, p));
    assert_int_equal(compliant_ore(audit, DAY_ONLY, p), plain_ore(audit, DAY_ONLY, p));
  }
  assert_int_equal(audit->measures[BOTH].full.breach.days, 365);
  assert_int_equal(measure_class(audit->scenario, &audit->measures[BOTH]), SAVING_BELOW_NORM);
  assert_int_equal(measure_class(audit->scenario, &audit->measures[DAY_ONLY]), SAVING_FEWER);
}

// A norm above today's need is today's finding: the measure pays for no old breach, and may not make it worse.
static void a_norm_that_today_breaks(void **state) {
  const struct audit *audit = one_of_each_fewer(*state, 3000);
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    assert_int_equal(compliant_ore(audit, BOTH, p), plain_ore(audit, DAY_ONLY, p));
  assert_int_equal(audit->measures[DAY_ONLY].full.breach.days, 0);
}

static void a_norm_below_what_is_left(void **state) {
  const struct audit *audit = one_of_each_fewer(*state, 1000);
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    assert_int_equal(compliant_ore(audit, BOTH, p), plain_ore(audit, BOTH, p));
  assert_int_equal(audit->measures[BOTH].full.breach.days, 0);
}

// By the people on duty: positions go, nobody can be hired, and nights stay empty though as many are wanted as before.
static void places_wanted_and_not_filled(void **state) {
  struct memory memory = ward_with_norm(*state, 2000);
  ((struct source_row *)memory_row(&memory, TABLE_SOURCES, 0))->hours_milli_per_week = 40 * MILLI;
  int64_t cut = town_measure(&memory, "cut", day_from_date(YEAR, 1, 1));
  town_edit(&memory, cut, "groups", NULL, "heads", "add -4");
  const struct audit *audit = audit_of(&memory);
  const struct year_effect *full = &audit->measures[0].full;
  assert_int_equal(full->breach.days, 0);
  assert_true(full->wanted_less_h == 0);
  assert_true(full->filled[POSITIONS_KEPT].person_hours > 100);
  assert_true(full->filled[POSITIONS_KEPT].days > 50);
  assert_int_equal(measure_class(audit->scenario, &audit->measures[0]), SAVING_BELOW_NORM);
}

// The same cover for less: hired people at half the pay.
static void the_same_cover_for_less(void **state) {
  struct memory memory = ward_with_norm(*state, 2000);
  town_edit(&memory, town_measure(&memory, "cheaper", day_from_date(YEAR, 1, 1)), "sources", NULL, "pay_percent",
            "set 50");
  const struct audit *audit = audit_of(&memory);
  assert_true(plain_ore(audit, 0, POSITIONS_KEPT) > 0);
  assert_int_equal(measure_class(audit->scenario, &audit->measures[0]), SAVING_EFFICIENCY);
  assert_int_equal(compliant_ore(audit, 0, POSITIONS_KEPT), plain_ore(audit, 0, POSITIONS_KEPT));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(never_worth_more, set_up, tear_down),
      cmocka_unit_test_setup_teardown(the_part_that_is_allowed, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_norm_that_today_breaks, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_norm_below_what_is_left, set_up, tear_down),
      cmocka_unit_test_setup_teardown(places_wanted_and_not_filled, set_up, tear_down),
      cmocka_unit_test_setup_teardown(the_same_cover_for_less, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("norm", tests, NULL, NULL);
}
