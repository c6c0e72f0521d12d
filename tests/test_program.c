// SPDX-License-Identifier: GPL-3.0-or-later
// The programme of a unit: levels, shifts at the edge of a service day, units that lack something, starts inside weeks.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/fixed.h"
#include "need/year_make.h"
#include "program/again.h"
#include "scenario/rows_children.h"
#include "scenario/vary.h"
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

static struct stretch one_week(void) { return stretch_of_weeks(2025, 9, 1, 1); }

static const struct plan *plan_of(struct arena *arena, const struct memory *memory) {
  return town_plan(arena, town_scenario(memory), one_week());
}

static void hire(struct memory *memory, const char *code, int64_t category, int64_t hours_per_week) {
  int64_t row = memory_add_source(memory, code, SOURCE_SUBSTITUTE, category);
  if (hours_per_week != NOT_GIVEN)
    ((struct source_row *)memory_row(memory, TABLE_SOURCES, row))->hours_milli_per_week = hours_per_week * MILLI;
}

// --- levels -------------------------------------------------------------------------------------------------------

// A ward that wants one skilled worker and one assistant from 8 to 16, and hires all it has.
static struct memory two_levels(struct arena *arena) {
  struct memory memory = plain_ward(arena, 1000, 0);
  memory_add_need(&memory, 0, "help", 8 * HOURS, 16 * HOURS, ASSISTANT, 1000);
  return memory;
}

static void a_higher_level_fills_a_lower_one(void **state) {
  struct memory memory = two_levels(*state);
  hire(&memory, "nurses", NURSE, NOT_GIVEN);
  assert_near(plan_of(*state, &memory)->shortfall_h, 0, 1e-8);
}

static void a_lower_level_never_fills_a_higher_one(void **state) {
  struct memory memory = two_levels(*state);
  hire(&memory, "assistants", ASSISTANT, NOT_GIVEN);
  const struct plan *plan = plan_of(*state, &memory);
  assert_near(plan->shortfall_h, 7 * 8, 1e-6); // the skilled post stays empty
  assert_near(plan->hours[HOURS_SUBSTITUTE], 7 * 8, 1e-6);
}

// Where nobody comes, two people are missing and not three.
static void a_person_missing_is_missing_once(void **state) {
  struct memory memory = two_levels(*state);
  assert_near(plan_of(*state, &memory)->shortfall_h, 7 * 16, 1e-8);
}

// --- shortfall ----------------------------------------------------------------------------------------------------

// An hour that no shift covers must not excuse the others.
static void an_hour_without_a_shift_is_short_alone(void **state) {
  struct memory memory = plain_ward(*state, 1000, 0);
  memory_add_need(&memory, 0, "late", 16 * HOURS, 17 * HOURS, SKILLED, 1000);
  hire(&memory, "hired", SKILLED, NOT_GIVEN);
  const struct plan *plan = plan_of(*state, &memory);
  assert_near(plan->shortfall_h, 7, 1e-6);
  assert_near(plan->hours[HOURS_SUBSTITUTE], 7 * 8, 1e-6);
}

// Two wanted in the first hour and one in the seven after it: where nobody comes, all of it is missing, and whoever
// comes first fills eight hours.
static void every_hour_of_a_shortage_counts(void **state) {
  struct memory memory = plain_ward(*state, 1000, 0);
  memory_add_need(&memory, 0, "first", 8 * HOURS, 9 * HOURS, SKILLED, 1000);
  assert_near(plan_of(*state, &memory)->shortfall_h, 7 * (2 + 7), 1e-8);
  hire(&memory, "hired", SKILLED, 5 * 8);
  assert_near(plan_of(*state, &memory)->shortfall_h, 7 * (2 + 7) - 5 * 8, 1e-6);
}

// Hours that are alike today and not with the measure.
static void a_measure_for_some_hours_of_a_window(void **state) {
  struct memory memory = plain_ward(*state, 1000, 0);
  memory_add_need(&memory, 0, "last", 15 * HOURS, 16 * HOURS, SKILLED, 0);
  hire(&memory, "hired", SKILLED, NOT_GIVEN);
  int64_t measure = town_measure(&memory, "m", day_from_date(2025, 9, 1));
  town_edit(&memory, measure, "need", "window=last", "persons", "set 1");
  struct question question = {
      .scenario = town_scenario(&memory), .stretch = one_week(), .measures = true, .week_types = true};
  struct answers answers = town_solve(*state, &question);
  assert_near(answers.plans[REFERENCE][POSITIONS_KEPT]->hours[HOURS_SUBSTITUTE], 7 * 8, 1e-8);
  assert_near(answers.plans[SUBJECT][POSITIONS_KEPT]->hours[HOURS_SUBSTITUTE], 7 * 8 * 2, 1e-8);
}

static void need_of_a_part_of_a_person(void **state) {
  struct memory memory = plain_ward(*state, 400, 0);
  assert_near(plan_of(*state, &memory)->shortfall_h, 0.4 * 8 * 7, 1e-8);
  hire(&memory, "hired", SKILLED, NOT_GIVEN);
  assert_near(plan_of(*state, &memory)->hours[HOURS_SUBSTITUTE], 0.4 * 8 * 7, 1e-8);
}

// --- units that lack something ------------------------------------------------------------------------------------

static void unit_without_groups(void **state) {
  struct memory memory = plain_ward(*state, 1000, 0);
  memory.tables.list[TABLE_GROUPS].count = 0;
  hire(&memory, "hired", SKILLED, NOT_GIVEN);
  const struct plan *plan = plan_of(*state, &memory);
  assert_near(plan->shortfall_h, 0, 1e-8);
  assert_int_equal(plan->ledger.ore[LEDGER_BASE_PAY], 0);
  assert_near(plan->positions_fte, 0, 0);
}

static void unit_without_sources(void **state) {
  struct memory memory = plain_ward(*state, 1000, 1000);
  const struct plan *plan = plan_of(*state, &memory);
  assert_near(plan->hours[HOURS_OWN], 40, 1e-9); // of 56: all the contract holds
  assert_near(plan->shortfall_h, 16, 1e-6);
}

static void unit_without_need(void **state) {
  struct memory memory = plain_ward(*state, 0, 2000);
  struct question question = {.scenario = town_scenario(&memory), .stretch = one_week(), .week_types = true};
  struct answers answers = town_solve(*state, &question);
  const struct plan *kept = answers.plans[REFERENCE][POSITIONS_KEPT];
  assert_near(kept->hours[HOURS_IDLE], 80, 1e-9);
  assert_near(kept->cost_kr, kept->program->constant_kr, 1e-9);
  assert_near(answers.plans[REFERENCE][POSITIONS_ADJUSTED]->cost_kr, 0, 1e-6); // nobody is needed, so all may go
}

static void group_of_nobody(void **state) {
  struct memory memory = plain_ward(*state, 1000, 0);
  const struct plan *plan = plan_of(*state, &memory);
  assert_near(plan->shortfall_h, 56, 1e-8);
  assert_near(plan->hours[HOURS_IDLE], 0, 0);
  assert_int_equal(ledger_sum(&plan->ledger), 0);
}

static void unit_without_anything(void **state) {
  struct memory memory = memory_town(*state);
  memory_add_unit(&memory, "empty");
  const struct plan *plan = plan_of(*state, &memory);
  assert_int_equal(plan->program->column_count, 0);
  assert_int_equal(ledger_sum(&plan->ledger), 0);
}

// --- edges of the service day and of the year ---------------------------------------------------------------------

// The night of 31 December is the old year's: 2 hours of it on New Year's Eve, 7.5 on New Year's Day.
static void night_past_new_year(void **state) {
  struct memory memory = memory_town(*state);
  memory_add_unit(&memory, "ward");
  memory_add_shift(&memory, 0, "night", 22 * HOURS, 7 * HOURS + 30);
  memory_add_need(&memory, 0, "night", 22 * HOURS, 7 * HOURS + 30, SKILLED, 1000);
  hire(&memory, "hired", SKILLED, NOT_GIVEN);
  struct stretch last_day = {day_from_date(2024, 12, 31), 1}, first_day = {day_from_date(2025, 1, 1), 1};
  const struct plan *old_year = town_plan(*state, town_scenario(&memory), last_day);
  assert_near(old_year->hours[HOURS_SUBSTITUTE], 9.5, 1e-8);
  double holiday_rate_kr = 460000 / 1846.0 * 4 / 3; // the eve from noon and the day itself
  assert_near(kr_from_ore(old_year->ledger.ore[LEDGER_HOLIDAY]), 9.5 * holiday_rate_kr, 1e-5);
  const struct plan *new_year = town_plan(*state, town_scenario(&memory), first_day);
  assert_near(kr_from_ore(new_year->ledger.ore[LEDGER_HOLIDAY]), 2 * holiday_rate_kr, 1e-5);
}

// Neither of two days can lend its people to both: the same heads end at 22 and begin at 7.
static void rest_binds_between_two_days(void **state) {
  struct memory memory = memory_town(*state);
  memory_add_unit(&memory, "ward");
  memory_add_shift(&memory, 0, "early", 7 * HOURS, 15 * HOURS);
  memory_add_shift(&memory, 0, "late", 14 * HOURS, 22 * HOURS);
  memory_add_group(&memory, 0, "staff", SKILLED, 1000, ONE_E8);
  struct need_row *late =
      memory_row(&memory, TABLE_NEED, memory_add_need(&memory, 0, "late", 15 * HOURS, 22 * HOURS, SKILLED, 1000));
  struct need_row *early =
      memory_row(&memory, TABLE_NEED, memory_add_need(&memory, 0, "early", 7 * HOURS, 14 * HOURS, SKILLED, 1000));
  late->days = 1 << TUESDAY;
  early->days = 1 << WEDNESDAY;
  assert_near(plan_of(*state, &memory)->shortfall_h, 7, 1e-6);
  memory_add_rate(&memory, RATE_DAILY_REST, NULL, day_from_date(2023, 1, 1), 9000000);
  assert_near(plan_of(*state, &memory)->shortfall_h, 0, 1e-6);
}

// People who come on a Wednesday may work that morning, although all there were on Tuesday have worked late.
static void people_who_come_inside_a_week(void **state) {
  struct memory memory = memory_town(*state);
  memory_add_unit(&memory, "ward");
  memory_add_shift(&memory, 0, "early", 7 * HOURS, 14 * HOURS);
  memory_add_shift(&memory, 0, "late", 14 * HOURS, 21 * HOURS);
  struct need_row *early =
      memory_row(&memory, TABLE_NEED, memory_add_need(&memory, 0, "early", 7 * HOURS, 14 * HOURS, SKILLED, 1000));
  early->days = 1 << WEDNESDAY;
  memory_add_need(&memory, 0, "late", 14 * HOURS, 21 * HOURS, SKILLED, 1000);
  struct group_row *group =
      memory_row(&memory, TABLE_GROUPS, memory_add_group(&memory, 0, "staff", SKILLED, 1000, ONE_E8));
  group->weekend_every_milli = 1000;
  group->full_time_min = 70 * HOURS;
  town_edit(&memory, town_measure(&memory, "more", day_from_date(2025, 9, 3)), "groups", NULL, "heads", "add 1");
  struct question question = {
      .scenario = town_scenario(&memory), .stretch = one_week(), .measures = true, .week_types = true};
  struct answers answers = town_solve(*state, &question);
  assert_near(answers.plans[SUBJECT][POSITIONS_KEPT]->shortfall_h, 0, 1e-6);
  assert_near(answers.plans[REFERENCE][POSITIONS_KEPT]->shortfall_h, 7, 1e-6);
}

// --- shape, names -------------------------------------------------------------------------------------------------

static int compare_names(const void *left, const void *right) {
  return strcmp(*(char *const *)left, *(char *const *)right);
}

static void assert_all_different(char **names, size_t count) {
  qsort(names, count, sizeof *names, compare_names);
  for (size_t i = 1; i < count; i++)
    if (!strcmp(names[i - 1], names[i]))
      fail_msg("twice: %s", names[i]);
}

// Codes that look alike once they are written in ASCII.
static void names_tell_columns_and_rows_apart(void **state) {
  struct random random = {.state = 11};
  struct memory memory = random_town(*state, &random, (struct town_shape){.groups = 3, .shifts = 3});
  memory_add_shift(&memory, 0, "ø", 9 * HOURS, 14 * HOURS);
  memory_add_shift(&memory, 0, "å", 10 * HOURS, 14 * HOURS);
  memory_add_group(&memory, 0, "ø", NURSE, 1000, ONE_E8);
  memory_add_group(&memory, 0, "å", NURSE, 1000, ONE_E8);
  hire(&memory, "ø", NURSE, 10);
  hire(&memory, "å", NURSE, 10);
  const struct program *program = town_plan(*state, town_scenario(&memory), stretch_of_weeks(2025, 9, 1, 2))->program;
  size_t most = program->column_count > program->row_count ? program->column_count : program->row_count;
  char **names = arena_array(*state, most, sizeof *names);
  for (size_t c = 0; c < program->column_count; c++)
    names[c] = program_column_name(*state, program, c);
  assert_all_different(names, program->column_count);
  for (size_t r = 0; r < program->row_count; r++)
    names[r] = program_row_name(*state, program, r);
  assert_all_different(names, program->row_count);
}

// The measure's programme has the baseline's columns and rows, also where it changes when and for whom.
static void both_variants_have_one_shape(void **state) {
  static const char *const edits[][4] = {{"need", "window=day", "persons", "set 0"},
                                         {"groups", "group=a", "heads", "set 0"},
                                         {"groups", "group=a", "weekend_every", "set 0"},
                                         {"groups", "group=a", "position_percent", "set 53"},
                                         {"need", "window=day", "end", "set 14:00"}};
  for (size_t e = 0; e < sizeof edits / sizeof *edits; e++) {
    struct random random = {.state = 12};
    struct memory memory = random_town(*state, &random, (struct town_shape){.groups = 3, .shifts = 3});
    const char *const *edit = edits[e];
    town_edit(&memory, town_measure(&memory, "m", day_from_date(2025, 9, 4)), edit[0], edit[1], edit[2], edit[3]);
    struct question question = {.scenario = town_scenario(&memory),
                                .stretch = stretch_of_weeks(2025, 9, 1, 2),
                                .measures = true,
                                .week_types = true};
    struct answers answers = town_solve(*state, &question);
    const struct program *before = answers.plans[REFERENCE][0]->program, *after = answers.plans[SUBJECT][0]->program;
    if (!program_same_shape(before, after))
      fail_msg("%s %s %s: another shape", edit[0], edit[2], edit[3]);
    if (program_equal(before, after))
      fail_msg("%s %s %s: nothing changed", edit[0], edit[2], edit[3]);
    assert_true(program_equal(before, before));
  }
}

static void assert_same_but_for_ties(const struct program *again, const struct program *anew) {
  assert_true(program_same_shape(again, anew));
  assert_true(again->constant_kr == anew->constant_kr && again->constant_year_kr == anew->constant_year_kr);
  for (size_t c = 0; c < again->column_count; c++) {
    const struct program_column *x = &again->columns[c], *y = &anew->columns[c];
    assert_true(x->cost_kr == y->cost_kr && x->year_kr == y->year_kr && x->lower == y->lower && x->upper == y->upper);
  }
  for (size_t r = 0; r < again->row_count; r++)
    assert_true(again->rows[r].lower == anew->rows[r].lower && again->rows[r].upper == anew->rows[r].upper);
  struct entries_walk walks[] = {{.program = again}, {.program = anew}};
  for (size_t r = 0, count, count_anew; r < anew->row_count; r++) {
    const struct program_entry *x = entries_of_row(&walks[0], r, &count);
    const struct program_entry *y = entries_of_row(&walks[1], r, &count_anew);
    assert_int_equal(count, count_anew);
    for (size_t e = 0; e < count; e++)
      assert_true(x[e].row == y[e].row && x[e].column == y[e].column && x[e].value == y[e].value);
  }
}

struct built { // the programmes of a question, and what was copied of them in all
  const struct program *programs[VARIANTS];
  bool *used;
  int known, unlike_groups, unlike_sources, unlike_cover, unlike_columns, copied_columns, unlike_pay, unlike_absence,
      unlike_weeks, alike, shared_weeks, shared_need, made_weeks;
};

static void count_copied(struct built *built, const struct again *again) {
  const struct frame *frame = again->program->year->frame;
  built->known += again->known;
  if (!again->known)
    return;
  built->unlike_sources += !again->same_sources;
  built->unlike_columns += !again->same_columns;
  built->copied_columns += again->same_columns && !again->same_all;
  built->unlike_pay += again->same_columns && !again->same_pay;
  built->unlike_absence += again->same_columns && !again->same_absence;
  built->alike += again->same_all;
  built->unlike_cover += !again->same_cover;
  for (int g = 0; g < frame->group_count; g++) {
    built->unlike_groups += !again->same_group[g];
    bool in_some = false;
    for (int t = 0; t < again->program->year->type_count; t++)
      in_some |= again->same_in_week[t * frame->group_count + g];
    built->unlike_weeks += in_some && !again->same_group[g];
  }
}

static void build_both_ways(struct built *built, struct arena *arena, const struct scenario *varied) {
  const struct unit_year *before = built->programs[SUBJECT]->year;
  bool in_force[] = {true};
  const struct timeline *timelines[VARIANTS];
  for (int v = 0; v < VARIANTS; v++)
    timelines[v] = timeline_make(arena, varied, v == SUBJECT ? in_force : NULL, before->first_day, before->first_day,
                                 before->day_count);
  const struct unit_year *whole =
      unit_year_make(arena, varied, before->frame->unit, timelines[REFERENCE], timelines[SUBJECT], before->terms);
  const struct unit_year *now = unit_year_again(arena, before, varied, timelines[REFERENCE], timelines[SUBJECT]);
  bool shared_weeks = now->types == before->types;
  bool shared_need = now->types[0].need_milli[SUBJECT][0] == before->types[0].need_milli[SUBJECT][0];
  built->shared_weeks += shared_weeks;
  built->shared_need += !shared_weeks && shared_need;
  built->made_weeks += !shared_need;
  for (int v = 0; v < VARIANTS; v++) {
    struct again again = again_of(arena, built->programs[v], built->used);
    again_compare(&again, arena, before, now);
    count_copied(built, &again);
    const struct program *made = program_build_again(arena, now, v, &again);
    const struct program *anew = program_build(arena, whole, v);
    if (again.known && again.same_all)
      assert_same_but_for_ties(built->programs[v], anew);
    if (program_same_shape(built->programs[v], anew))
      assert_same_but_for_ties(made, anew);
    else
      assert_false(program_same_shape(built->programs[v], made));
  }
}

static void build_for_every_number(struct built *built, const struct scenario *scenario) {
  for (int t = 0; t < TABLE_COUNT; t++)
    for (size_t row = 0; row < row_count(&scenario->tables, (enum table_id)t); row++)
      for (size_t c = 0; c < table_of((enum table_id)t)->column_count; c++) {
        const struct column *column = &table_of((enum table_id)t)->columns[c];
        struct varied_cell cell;
        struct arena *arena = arena_new();
        if (cell_may_vary(arena, scenario, (enum table_id)t, row, column) &&
            cell_scaled(arena, scenario, (enum table_id)t, row, column, 900000, &cell))
          build_both_ways(built, arena, scenario_vary(arena, scenario, &cell, 1));
        arena_free(arena);
      }
}

// People of a category are trained in one week only.
static void train_in_one_week(struct memory *memory, int64_t category, int week) {
  int64_t row = memory_add_absence(memory, ABSENCE_TRAINING, category, 3 * PERCENT);
  ((struct absence_row *)memory_row(memory, TABLE_ABSENCE, row))->weeks = INT64_C(1) << week;
}

// Beside its need, the unit looks after children, whom a measure has come less often.
static void look_after_children(struct memory *memory, int64_t measure) {
  struct unit_row *unit = memory_row(memory, TABLE_UNITS, 0);
  unit->ratio = "rule";
  unit->ratio_level = NURSE;
  memory_add(memory, TABLE_RATIOS,
             &(struct ratio_row){.rule = "rule", .up_to = 9, .staff = 1, .then_per_milli = NOT_GIVEN});
  memory_add(memory, TABLE_RATIOS,
             &(struct ratio_row){.rule = "rule", .up_to = NOT_GIVEN, .staff = NOT_GIVEN, .then_per_milli = 7 * MILLI});
  memory_add(memory, TABLE_PLACES, &(struct place_row){.place = "full", .most_min = NOT_GIVEN});
  memory_add(memory, TABLE_CHILDREN, &(struct children_row){.grade = "1", .children = 30, .weight_milli = MILLI});
  memory_add(memory, TABLE_ATTENDANCE,
             &(struct attendance_row){.terms = TERM_SCHOOL,
                                      .days = 0x1f,
                                      .weeks = (int64_t)WEEKSET_ALL,
                                      .start_min = 9 * HOURS,
                                      .end_min = 15 * HOURS,
                                      .percent_e8 = ONE_E8});
  memory_add(memory, TABLE_TERMS,
             &(struct term_row){.unit = NOT_GIVEN,
                                .term = "term",
                                .from = day_from_date(2025, 1, 1),
                                .to = day_from_date(2025, 12, 31),
                                .kind = TERM_SCHOOL,
                                .opens_min = 7 * HOURS,
                                .closes_min = 17 * HOURS});
  town_edit(memory, measure, "attendance", "place=full", "percent", "set 75");
}

// Whatever number changes, and whatever of the programme before is copied, it is the programme that is made anew.
static void copied_is_as_made_anew(void **state) {
  const bool all = tests_are_long();
  const int part = all ? 1 : 3; // of six towns the short tests try two
  struct built built = {0};
  for (uint64_t seed = all ? 1 : 4; seed <= (all ? 6 : 5); seed++) {
    struct random random = {.state = seed};
    struct memory memory = random_town(*state, &random, (struct town_shape){.groups = 3, .shifts = 3});
    hire(&memory, "x", NURSE, 10);
    int64_t measure = town_measure(&memory, "m", day_from_date(2025, 9, 4));
    town_edit(&memory, measure, "groups", "group=a", "position_percent", "set 53");
    if (seed > 4)
      look_after_children(&memory, measure);
    train_in_one_week(&memory, 0, 36);
    train_in_one_week(&memory, 1, 37);
    const struct scenario *scenario = town_scenario(&memory);
    struct question question = {
        .scenario = scenario, .stretch = stretch_of_weeks(2025, 9, 1, 2), .measures = true, .week_types = true};
    struct answers answers = town_solve(*state, &question);
    for (int v = 0; v < VARIANTS; v++)
      built.programs[v] = answers.plans[v][0]->program;
    built.used = arena_array(*state, built.programs[SUBJECT]->column_count, sizeof *built.used);
    memset(built.used, true, built.programs[SUBJECT]->column_count);
    build_for_every_number(&built, scenario);
  }
  assert_true(built.known > 200 / part && built.unlike_groups > 50 / part && built.unlike_sources > 20 / part);
  assert_true(built.unlike_cover > 20 / part && built.unlike_columns > 20 / part && built.copied_columns > 400 / part);
  assert_true(built.unlike_pay > 200 / part && built.alike > 50 / part && built.unlike_absence > 20 / part);
  assert_true(built.unlike_weeks > 10 / part && built.shared_weeks > 100 / part && built.shared_need > 50 / part);
  assert_true(built.made_weeks > 100 / part);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(a_higher_level_fills_a_lower_one, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_lower_level_never_fills_a_higher_one, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_person_missing_is_missing_once, set_up, tear_down),
      cmocka_unit_test_setup_teardown(an_hour_without_a_shift_is_short_alone, set_up, tear_down),
      cmocka_unit_test_setup_teardown(every_hour_of_a_shortage_counts, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_measure_for_some_hours_of_a_window, set_up, tear_down),
      cmocka_unit_test_setup_teardown(need_of_a_part_of_a_person, set_up, tear_down),
      cmocka_unit_test_setup_teardown(unit_without_groups, set_up, tear_down),
      cmocka_unit_test_setup_teardown(unit_without_sources, set_up, tear_down),
      cmocka_unit_test_setup_teardown(unit_without_need, set_up, tear_down),
      cmocka_unit_test_setup_teardown(group_of_nobody, set_up, tear_down),
      cmocka_unit_test_setup_teardown(unit_without_anything, set_up, tear_down),
      cmocka_unit_test_setup_teardown(night_past_new_year, set_up, tear_down),
      cmocka_unit_test_setup_teardown(rest_binds_between_two_days, set_up, tear_down),
      cmocka_unit_test_setup_teardown(people_who_come_inside_a_week, set_up, tear_down),
      cmocka_unit_test_setup_teardown(names_tell_columns_and_rows_apart, set_up, tear_down),
      cmocka_unit_test_setup_teardown(both_variants_have_one_shape, set_up, tear_down),
      cmocka_unit_test_setup_teardown(copied_is_as_made_anew, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("program", tests, NULL, NULL);
}
