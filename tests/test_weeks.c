// SPDX-License-Identifier: GPL-3.0-or-later
// Week types are exact: unit-years solved in week types and with every week on its own have the same optimum.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "audit/study.h"
#include "base/fixed.h"
#include "need/year_make.h"
#include "scenario/rows_measures.h"
#include "scenario/rows_settings.h"
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

// A measure from a Wednesday on, of one of four kinds.
static void add_random_measure(struct memory *memory, struct random *random, day_number wednesday) {
  static const char *const edits[][3] = {{"need", "persons", "multiply 0.8"},
                                         {"groups", "heads", "multiply 1.25"},
                                         {"absence", "percent", "multiply 0.5"},
                                         {"pay", "yearly_pay_kr", "multiply 1.04"}};
  const char *const *edit = edits[random_below(random, 4)];
  if (edit[0][0] == 'a' && !row_count(&memory->tables, TABLE_ABSENCE))
    edit = edits[0];
  town_edit(memory, town_measure(memory, "m", wednesday), edit[0], NULL, edit[1], edit[2]);
}

static void assert_same_plan(const struct plan *merged, const struct plan *full) {
  assert_near(merged->shortfall_h, full->shortfall_h, 1e-6);
  assert_near(merged->cost_kr, full->cost_kr, 1e-6);
}

static bool sunday_rows(const struct program *program) {
  for (size_t r = 0; r < program->row_count; r++)
    if (program->rows[r].key.kind == ROW_REST_SUNDAY)
      return true;
  return false;
}

// Compared as they stand; where Sunday rest has a price, week types are only on the safe side.
// Returns the weeks saved.
static int compare_merged(struct arena *arena, const struct scenario *scenario, struct stretch stretch) {
  struct question question = {.scenario = scenario, .stretch = stretch, .measures = true, .week_types = true};
  struct answers merged = town_solve(arena, &question);
  question.week_types = false;
  question.variable_h = merged.plans[REFERENCE][POSITIONS_KEPT]->variable_h;
  struct answers full = town_solve(arena, &question);
  assert_int_equal(full.year->type_count, full.year->week_count);
  for (int v = 0; v < VARIANTS; v++)
    for (int p = 0; p < POSITIONS_ANSWERS; p++) {
      const struct plan *plan = merged.plans[v][p];
      if (sunday_rows(plan->program)) {
        assert_true(plan_no_worse(full.plans[v][p], plan, 1e-6 * plan->cost_kr));
        plan = program_plan(arena, program_open_sundays(arena, plan->program));
        assert_true(plan_no_worse(plan, full.plans[v][p], 1e-6 * plan->cost_kr));
      } else {
        assert_same_plan(plan, full.plans[v][p]);
      }
    }
  return full.year->type_count - merged.year->type_count;
}

// Twelve weeks with Easter, May and a season in them, cut at both ends.
static void random_towns_in_week_types(void **state) {
  const int towns = few_or_all(2, 12);
  int saved = 0;
  for (int seed = 101; seed < 101 + towns; seed++) {
    struct arena *arena = arena_new();
    struct random random = {.state = (uint64_t)seed};
    struct memory memory =
        random_town(arena, &random, (struct town_shape){.groups = 3, .shifts = 2 + seed % 3, .seasons = true});
    add_random_measure(&memory, &random, day_from_date(2024, 4, 10));
    saved += compare_merged(arena, town_scenario(&memory), (struct stretch){day_from_date(2024, 3, 16), 82});
    arena_free(arena);
  }
  assert_true(saved > towns); // or there was nothing to compare
  (void)state;
}

// --- study_compare against the real year ---

static void compare_study(struct arena *arena, const struct scenario *scenario, int year, int *unmerged) {
  struct study *study = study_new(scenario, NULL, NULL);
  enum solve_status status;
  const char *why;
  bool in_force[] = {true};
  const struct study_question asked = {
      .year = year, .in_force = in_force, .undecided_start = day_from_date(year, 1, 1)};
  const struct comparison *found = study_compare(study, arena, &asked, &status, &why);
  assert_non_null(found);
  struct question question = {.scenario = scenario, .stretch = stretch_of_year(year), .measures = true};
  question.variable_h = found->plans[REFERENCE][POSITIONS_KEPT]->variable_h;
  struct answers full = town_solve(arena, &question);
  for (int v = 0; v < VARIANTS; v++)
    for (int p = 0; p < POSITIONS_ANSWERS; p++)
      assert_same_plan(found->plans[v][p], full.plans[v][p]);
  *unmerged += study_counts_of(study)->unmerged;
  study_free(study);
}

static void random_years_studied(void **state) {
  int unmerged = 0;
  for (int seed = 201; seed <= 203; seed++) {
    struct arena *arena = arena_new();
    struct random random = {.state = (uint64_t)seed};
    struct memory memory = random_town(arena, &random, (struct town_shape){.groups = 1, .shifts = 2, .seasons = true});
    add_random_measure(&memory, &random, day_from_date(2025, 6, 4));
    compare_study(arena, town_scenario(&memory), 2025, &unmerged);
    arena_free(arena);
  }
  (void)state;
}

// Mornings from 8 cannot follow evenings to 24. In one week Monday morning wants both nurses, so that on the Sunday
// before it, and on no other, somebody else must take the evening.
static struct memory one_full_monday(struct arena *arena) {
  struct memory memory = memory_town(arena);
  memory_add_unit(&memory, "ward");
  memory_add_shift(&memory, 0, "morning", 8 * HOURS, 20 * HOURS);
  memory_add_shift(&memory, 0, "evening", 20 * HOURS, 24 * HOURS);
  memory_add_need(&memory, 0, "morning", 8 * HOURS, 20 * HOURS, NURSE, 1000);
  memory_add_need(&memory, 0, "evening", 20 * HOURS, 24 * HOURS, SKILLED, 1000);
  struct need_row *monday =
      memory_row(&memory, TABLE_NEED, memory_add_need(&memory, 0, "more", 8 * HOURS, 20 * HOURS, NURSE, 1000));
  monday->days = 1 << MONDAY;
  monday->weeks = INT64_C(1) << 20;
  struct group_row *group =
      memory_row(&memory, TABLE_GROUPS, memory_add_group(&memory, 0, "nurses", NURSE, 2000, ONE_E8));
  group->full_time_min = 65 * HOURS;
  group->weekend_every_milli = 1000;
  town_edit(&memory, town_measure(&memory, "m", day_from_date(2025, 1, 1)), "need", "window=evening", "persons",
            "multiply 0.9");
  return memory;
}

static void sunday_rest_that_costs(void **state) {
  struct memory memory = one_full_monday(*state);
  memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, SKILLED);
  const struct scenario *scenario = town_scenario(&memory);
  struct question question = {
      .scenario = scenario, .stretch = stretch_of_year(2025), .measures = true, .week_types = true};
  struct answers merged = town_solve(*state, &question);
  question.week_types = false;
  struct answers full = town_solve(*state, &question);
  // the trap is there: in week types the rest of one Sunday is kept on all of them
  assert_true(merged.plans[REFERENCE][POSITIONS_KEPT]->cost_kr > full.plans[REFERENCE][POSITIONS_KEPT]->cost_kr + 100);
  int unmerged = 0;
  compare_study(*state, scenario, 2025, &unmerged);
  assert_int_equal(unmerged, 1);
}

// A measure that takes the trap away leaves it in the baseline it is compared with.
static void sunday_rest_that_costs_the_baseline_only(void **state) {
  struct memory memory = one_full_monday(*state);
  memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, SKILLED);
  town_edit(&memory, 0, "need", "window=more", "persons", "set 0");
  int unmerged = 0;
  compare_study(*state, town_scenario(&memory), 2025, &unmerged);
  assert_int_equal(unmerged, 1);
}

// The same where nobody can be hired and no shift has a price: the rest costs hours of shortfall, not kroner.
static void sunday_rest_that_leaves_posts_empty(void **state) {
  struct memory memory = one_full_monday(*state);
  memory.tables.list[TABLE_SUPPLEMENTS].count = 0;
  int unmerged = 0;
  compare_study(*state, town_scenario(&memory), 2025, &unmerged);
  assert_int_equal(unmerged, 1);
}

// The same in whole heads: the last relaxation may show no price where the whole heads pay one.
static void sunday_rest_with_whole_heads(void **state) {
  struct memory memory = one_full_monday(*state);
  memory_settings(&memory)->adjust_step_milli = 1000;
  memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, SKILLED);
  int unmerged = 0;
  compare_study(*state, town_scenario(&memory), 2025, &unmerged);
  assert_int_equal(unmerged, 1);
}

// --- what makes weeks differ ---

static int types_of(struct arena *arena, const struct memory *memory, int year) {
  const struct scenario *scenario = town_scenario(memory);
  struct stretch s = stretch_of_year(year);
  bool in_force[] = {true};
  bool any = row_count(&memory->tables, TABLE_MEASURES);
  const struct timeline *reference = timeline_make(arena, scenario, NULL, s.first_day, s.first_day, s.day_count);
  const struct timeline *subject =
      any ? timeline_make(arena, scenario, in_force, s.first_day, s.first_day, s.day_count) : reference;
  return unit_year_make(arena, scenario, 0, reference, subject, (struct year_terms){.merge = true})->type_count;
}

static void what_makes_a_week_type(void **state) {
  struct memory memory = plain_ward(*state, 2000, 8000);
  // 2025: six plain shapes of holiday weeks and the two cut by New Year; all other weeks are one type
  int plain = types_of(*state, &memory, 2025);
  assert_int_equal(plain, 9);
  memory_add_absence(&memory, ABSENCE_HOLIDAY, NOT_GIVEN, 40 * PERCENT);
  assert_int_equal(types_of(*state, &memory, 2025), plain); // the same in every week
  ((struct absence_row *)memory_row(&memory, TABLE_ABSENCE, 0))->weeks = INT64_C(0xf) << 27;
  assert_int_equal(types_of(*state, &memory, 2025), plain + 1);
  memory_add_pay(&memory, SKILLED, day_from_date(2025, 9, 3), SKILLED_PAY + 1);
  assert_true(types_of(*state, &memory, 2025) >= plain + 3); // the week of the rise, and those after it
}

// A source that ends in autumn, and a group's rise that comes with a measure.
static void offers_and_measures_make_week_types(void **state) {
  struct memory memory = plain_ward(*state, 2000, 8000);
  int plain = types_of(*state, &memory, 2025);
  int64_t row = memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, SKILLED);
  ((struct source_row *)memory_row(&memory, TABLE_SOURCES, row))->valid_to = day_from_date(2025, 10, 1);
  int with_source = types_of(*state, &memory, 2025);
  assert_int_equal(with_source, plain + 2); // the week cut and the plain weeks after it
  town_edit(&memory, town_measure(&memory, "m", day_from_date(2025, 10, 15)), "groups", NULL, "heads", "add 1");
  assert_true(types_of(*state, &memory, 2025) > with_source);
}

// The Sunday night before 1 May 2023 ends on a holiday; no other night of the two weeks does.
static void a_night_into_a_holiday_makes_a_week_type(void **state) {
  struct memory memory = memory_town(*state);
  memory_add_unit(&memory, "ward");
  memory_add_shift(&memory, 0, "day", 8 * HOURS, 16 * HOURS);
  memory_add_need(&memory, 0, "day", 8 * HOURS, 16 * HOURS, SKILLED, 1000);
  memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, SKILLED);
  struct stretch two_weeks = stretch_of_weeks(2023, 4, 17, 2);
  assert_int_equal(town_plan(*state, town_scenario(&memory), two_weeks)->program->year->type_count, 1);
  memory_add_shift(&memory, 0, "night", 22 * HOURS, 7 * HOURS);
  memory_add_need(&memory, 0, "night", 22 * HOURS, 7 * HOURS, SKILLED, 1000);
  assert_int_equal(town_plan(*state, town_scenario(&memory), two_weeks)->program->year->type_count, 2);
}

// What ends again moves nobody: no segment of positions, but weeks of their own.
static void a_change_with_an_end(void **state) {
  static const char *const edits[][4] = {{"groups", "group=staff", "heads", "multiply 0.5"},
                                         {"groups", "group=staff", "weekend_every", "set 3"},
                                         {"sources", "code=hired", "hours_per_week", "set 12"},
                                         {"shifts", "shift=day", "unpaid_break_min", "set 30"}};
  for (size_t e = 0; e < sizeof edits / sizeof *edits; e++) {
    struct memory memory = plain_ward(*state, 2000, 4000);
    memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, SKILLED);
    int64_t measure = town_measure(&memory, "summer", day_from_date(2025, 6, 23));
    int64_t row = town_edit(&memory, measure, edits[e][0], edits[e][1], edits[e][2], edits[e][3]);
    ((struct edit_row *)memory_row(&memory, TABLE_EDITS, row))->to = day_from_date(2025, 7, 6);
    struct stretch stretch = stretch_of_weeks(2025, 6, 16, 5);
    assert_int_equal(compare_merged(*state, town_scenario(&memory), stretch), 3); // two types of five weeks
    struct question question = {
        .scenario = town_scenario(&memory), .stretch = stretch, .measures = true, .week_types = true};
    assert_int_equal(town_solve(*state, &question).year->segment_count, 1);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(random_towns_in_week_types, set_up, tear_down),
      cmocka_unit_test_setup_teardown(random_years_studied, set_up, tear_down),
      cmocka_unit_test_setup_teardown(sunday_rest_that_costs, set_up, tear_down),
      cmocka_unit_test_setup_teardown(sunday_rest_that_costs_the_baseline_only, set_up, tear_down),
      cmocka_unit_test_setup_teardown(sunday_rest_that_leaves_posts_empty, set_up, tear_down),
      cmocka_unit_test_setup_teardown(sunday_rest_with_whole_heads, set_up, tear_down),
      cmocka_unit_test_setup_teardown(what_makes_a_week_type, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_night_into_a_holiday_makes_a_week_type, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_change_with_an_end, set_up, tear_down),
      cmocka_unit_test_setup_teardown(offers_and_measures_make_week_types, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("week types", tests, NULL, NULL);
}
