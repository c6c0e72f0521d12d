// SPDX-License-Identifier: GPL-3.0-or-later
// How sure a measure can be: which rows it rests on, and the grade of them; nothing is solved.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "audit/grade.h"
#include "base/fixed.h"
#include "scenario/rows_children.h"
#include "support/town.h"

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

enum { ROTA, LEASE, OTHER_ROTA }; // measures of the town

static void add_amount(struct memory *memory, int64_t measure, int64_t kr) {
  memory_add(
      memory, TABLE_AMOUNTS,
      &(struct amount_row){.measure = measure, .saving_ore_per_year = kr * KR, .from = NOT_GIVEN, .to = NOT_GIVEN});
}

// The ward is touched by the first measure alone, the home by the third; each has two rows of need of 8 person-hours, two
// groups of 2 heads at 75 % and two edits. The lease has two amounts. Every row names its document.
static struct memory documented_town(struct arena *arena) {
  static const enum table_id tables[] = {TABLE_NEED, TABLE_GROUPS, TABLE_EDITS, TABLE_AMOUNTS};
  struct memory memory = memory_town(arena);
  town_measure(&memory, "rota", day_from_date(2025, 1, 1));
  town_measure(&memory, "lease", day_from_date(2025, 1, 1));
  town_measure(&memory, "other", day_from_date(2025, 1, 1));
  for (int64_t unit = 0; unit < 2; unit++) {
    memory_add_unit(&memory, unit ? "home" : "ward");
    memory_add_shift(&memory, unit, "day", 8 * HOURS, 16 * HOURS);
    memory_add_need(&memory, unit, "day", 8 * HOURS, 16 * HOURS, NURSE, 1000);
    memory_add_need(&memory, unit, "late", 16 * HOURS, 20 * HOURS, NURSE, 2000);
    memory_add_group(&memory, unit, unit ? "c" : "a", NURSE, 2000, 75 * PERCENT);
    memory_add_group(&memory, unit, unit ? "d" : "b", NURSE, 2000, 75 * PERCENT);
    for (int i = 0; i < 2; i++)
      town_edit(&memory, unit ? OTHER_ROTA : ROTA, "need", unit ? "unit=home window=day" : "unit=ward window=day",
                "persons", "add -0.1");
  }
  add_amount(&memory, LEASE, 300000);
  add_amount(&memory, LEASE, -300000);
  for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
    for (size_t i = 0; i < row_count(&memory.tables, tables[t]); i++)
      ((struct row *)memory_row(&memory, tables[t], (int64_t)i))->source = "roll of 1 May";
  return memory;
}

static struct row *head_of(struct memory *memory, enum table_id table, int64_t row) {
  return memory_row(memory, table, row);
}

static struct measure_effect begun(const struct memory *memory, size_t measure) {
  struct measure_effect effect;
  measure_effect_begin(&effect, town_scenario(memory), measure);
  return effect;
}

static void check_grade(const struct memory *memory, size_t measure, enum evidence_grade grade) {
  struct measure_effect effect = begun(memory, measure);
  assert_string_equal(evidence_grade_name(measure_grade(town_scenario(memory), &effect)), evidence_grade_name(grade));
}

// Its own edits and amounts, the need and the people of the unit it touches: each of these rows alone.
static void rows_a_measure_rests_on(void **state) {
  static const struct {
    enum table_id table;
    int64_t row;
    size_t rests; // this measure, and no other
  } cases[] = {{TABLE_NEED, 0, ROTA},        {TABLE_NEED, 1, ROTA},         {TABLE_NEED, 3, OTHER_ROTA},
               {TABLE_GROUPS, 1, ROTA},      {TABLE_GROUPS, 2, OTHER_ROTA}, {TABLE_EDITS, 0, ROTA},
               {TABLE_EDITS, 3, OTHER_ROTA}, {TABLE_AMOUNTS, 1, LEASE}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct memory memory = documented_town(*state);
    for (size_t m = ROTA; m <= OTHER_ROTA; m++)
      assert_false(begun(&memory, m).assumed);
    head_of(&memory, cases[i].table, cases[i].row)->assumed = true;
    for (size_t m = ROTA; m <= OTHER_ROTA; m++)
      assert_int_equal(begun(&memory, m).assumed, m == cases[i].rests);
  }
}

// Ratio rules, children, attendance and terms, where the unit it touches has such a rule.
static void children_a_measure_rests_on(void **state) {
  static const enum table_id tables[] = {TABLE_RATIOS, TABLE_CHILDREN, TABLE_ATTENDANCE, TABLE_TERMS};
  for (size_t t = 0; t < sizeof tables / sizeof *tables; t++) {
    struct memory memory = documented_town(*state);
    memory_add(&memory, TABLE_RATIOS,
               &(struct ratio_row){.rule = "r", .up_to = 9, .staff = 1, .then_per_milli = NOT_GIVEN});
    memory_add(&memory, TABLE_CHILDREN, &(struct children_row){.unit = 0, .children = 9, .weight_milli = MILLI});
    memory_add(&memory, TABLE_ATTENDANCE, &(struct attendance_row){.start_min = 480, .end_min = 960});
    memory_add(&memory, TABLE_TERMS, &(struct term_row){.unit = NOT_GIVEN, .opens_min = 480, .closes_min = 960});
    head_of(&memory, tables[t], 0)->assumed = true;
    assert_false(begun(&memory, ROTA).assumed);
    ((struct unit_row *)memory_row(&memory, TABLE_UNITS, 0))->ratio = "r";
    assert_true(begun(&memory, ROTA).assumed);
    assert_false(begun(&memory, OTHER_ROTA).assumed);
  }
}

// Half of a unit's need or contracts is partly assumed, more than half is an illustration: 8 of 16 person-hours, and a minute
// more; 1.5 of 3 FTE, and a hundredth of a head more. Of the lease half of the kroner, whatever their sign, and one more.
static void half_and_more_than_half(void **state) {
  struct memory memory = documented_town(*state);
  check_grade(&memory, ROTA, GRADE_DOCUMENTED);
  head_of(&memory, TABLE_NEED, 0)->assumed = true;
  check_grade(&memory, ROTA, GRADE_PARTLY);
  check_grade(&memory, OTHER_ROTA, GRADE_DOCUMENTED);
  ((struct need_row *)memory_row(&memory, TABLE_NEED, 0))->end_min += 1;
  check_grade(&memory, ROTA, GRADE_ILLUSTRATION);
  memory = documented_town(*state);
  head_of(&memory, TABLE_GROUPS, 1)->assumed = true;
  check_grade(&memory, ROTA, GRADE_PARTLY);
  ((struct group_row *)memory_row(&memory, TABLE_GROUPS, 1))->heads_milli += 10;
  check_grade(&memory, ROTA, GRADE_ILLUSTRATION);
  memory = documented_town(*state);
  check_grade(&memory, LEASE, GRADE_DOCUMENTED);
  head_of(&memory, TABLE_AMOUNTS, 1)->assumed = true;
  check_grade(&memory, LEASE, GRADE_PARTLY);
  ((struct amount_row *)memory_row(&memory, TABLE_AMOUNTS, 1))->saving_ore_per_year -= KR;
  check_grade(&memory, LEASE, GRADE_ILLUSTRATION);
}

// Edits are no unit: all of them assumed are partly assumed.
static void edits_alone_are_no_illustration(void **state) {
  struct memory memory = documented_town(*state);
  for (int64_t row = 0; row < 2; row++) {
    head_of(&memory, TABLE_EDITS, row)->assumed = true;
    check_grade(&memory, ROTA, GRADE_PARTLY);
  }
  check_grade(&memory, OTHER_ROTA, GRADE_DOCUMENTED);
}

// A row without a source names no document, though it is not marked: 16 of 16 person-hours, half of the contracts.
static void a_row_without_a_source(void **state) {
  struct memory memory = documented_town(*state);
  head_of(&memory, TABLE_GROUPS, 0)->source = NULL;
  check_grade(&memory, ROTA, GRADE_PARTLY);
  assert_false(begun(&memory, ROTA).assumed);
  head_of(&memory, TABLE_NEED, 0)->source = head_of(&memory, TABLE_NEED, 1)->source = NULL;
  check_grade(&memory, ROTA, GRADE_ILLUSTRATION);
}

// The largest of the shares: of edits 0, of contracts a half, of need a quarter.
static void the_largest_share_counts(void **state) {
  struct memory memory = documented_town(*state);
  assert_near(unit_assumed_share(town_scenario(&memory), ROTA, 0), 0, 1e-12);
  ((struct need_row *)memory_row(&memory, TABLE_NEED, 1))->persons_milli = 6000; // 24 h beside 8
  head_of(&memory, TABLE_NEED, 0)->assumed = true;
  assert_near(unit_assumed_share(town_scenario(&memory), ROTA, 0), 0.25, 1e-12);
  head_of(&memory, TABLE_GROUPS, 0)->assumed = true;
  assert_near(unit_assumed_share(town_scenario(&memory), ROTA, 0), 0.5, 1e-12);
  head_of(&memory, TABLE_EDITS, 0)->assumed = head_of(&memory, TABLE_EDITS, 1)->assumed = true;
  assert_near(unit_assumed_share(town_scenario(&memory), ROTA, 0), 1, 1e-12);
  head_of(&memory, TABLE_AMOUNTS, 0)->assumed = true;
  assert_near(amounts_assumed_share(town_scenario(&memory), LEASE), 0.5, 1e-12);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(rows_a_measure_rests_on, set_up, tear_down),
      cmocka_unit_test_setup_teardown(children_a_measure_rests_on, set_up, tear_down),
      cmocka_unit_test_setup_teardown(half_and_more_than_half, set_up, tear_down),
      cmocka_unit_test_setup_teardown(edits_alone_are_no_illustration, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_row_without_a_source, set_up, tear_down),
      cmocka_unit_test_setup_teardown(the_largest_share_counts, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("grade", tests, NULL, NULL);
}
