// SPDX-License-Identifier: GPL-3.0-or-later
// Need that follows from children present: rules at their boundaries, who is there when, pools, shifts made for the
// need, what two rules cost, and schools beside schools.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "audit/curve.h"
#include "audit/schools.h"
#include "base/fixed.h"
#include "need/ratio.h"
#include "need/wanted.h"
#include "scenario/candidates.h"
#include "scenario/timeline.h"
#include "scenario/touches.h"
#include "support/small_scenario.h"
#include "support/town.h"

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

// --- a town with rules and schools ---

enum { FULL, HALF };
#define SCHOOL_MONDAY day_from_date(2024, 1, 15)
#define WEEKDAYS 0x1f

static void add_step(struct memory *memory, const char *rule, int64_t up_to, int64_t staff, int64_t then_per) {
  memory_add(memory, TABLE_RATIOS,
             &(struct ratio_row){.rule = rule,
                                 .up_to = up_to,
                                 .staff = staff,
                                 .then_per_milli = then_per == NOT_GIVEN ? NOT_GIVEN : then_per * MILLI});
}

static void add_rules(struct memory *memory) {
  add_step(memory, "malvik", NOT_GIVEN, NOT_GIVEN, 15);
  add_step(memory, "skaun", 60, 3, NOT_GIVEN); // the order of rows does not matter
  add_step(memory, "skaun", 15, 1, NOT_GIVEN);
  add_step(memory, "skaun", NOT_GIVEN, NOT_GIVEN, 20);
  add_step(memory, "skaun", 40, 2, NOT_GIVEN);
  add_step(memory, "hjelmeland", 9, 1, NOT_GIVEN);
  add_step(memory, "hjelmeland", 25, 2, NOT_GIVEN);
  add_step(memory, "hjelmeland", 45, 3, NOT_GIVEN);
  add_step(memory, "hjelmeland", NOT_GIVEN, NOT_GIVEN, 20);
}

static void add_term(struct memory *memory, day_number from, day_number to, enum term_kind kind, int64_t opens_h,
                     int64_t closes_h) {
  memory_add(memory, TABLE_TERMS,
             &(struct term_row){.unit = NOT_GIVEN,
                                .term = "term",
                                .from = from,
                                .to = to,
                                .kind = kind,
                                .opens_min = opens_h * HOURS,
                                .closes_min = closes_h * HOURS});
}

static void add_presence(struct memory *memory, int64_t place, enum term_kind terms, int64_t start_h, int64_t end_h,
                         int64_t percent) {
  memory_add(memory, TABLE_ATTENDANCE,
             &(struct attendance_row){.place = place,
                                      .terms = terms,
                                      .days = WEEKDAYS,
                                      .weeks = (int64_t)WEEKSET_ALL,
                                      .start_min = start_h * HOURS,
                                      .end_min = end_h * HOURS,
                                      .percent_e8 = percent * PERCENT});
}

static int64_t add_children(struct memory *memory, int64_t unit, const char *grade, int64_t place, int64_t children) {
  return memory_add(memory, TABLE_CHILDREN,
                    &(struct children_row){
                        .unit = unit, .grade = grade, .place = place, .children = children, .weight_milli = MILLI});
}

static int64_t add_sfo(struct memory *memory, const char *code, const char *rule) {
  int64_t unit = memory_add_unit(memory, code);
  struct unit_row *row = memory_row(memory, TABLE_UNITS, unit);
  row->ratio = rule;
  row->area = code;
  row->longest_shift_min = 450;
  return unit;
}

// One SFO, open 7-17 all year, all children of full places there 13-17, half of those of half places 13-15.
static struct memory sfo_town(struct arena *arena, const char *rule, int64_t children) {
  struct memory memory = memory_town(arena);
  memory_settings(&memory)->first_year = memory_settings(&memory)->last_year = 2024;
  add_rules(&memory);
  memory_add(&memory, TABLE_PLACES, &(struct place_row){.place = "full", .most_min = NOT_GIVEN});
  memory_add(&memory, TABLE_PLACES, &(struct place_row){.place = "half", .most_min = 600});
  add_term(&memory, day_from_date(2024, 1, 1), day_from_date(2024, 12, 31), TERM_SCHOOL, 7, 17);
  add_presence(&memory, FULL, TERM_SCHOOL, 13, 17, 100);
  add_presence(&memory, HALF, TERM_SCHOOL, 13, 15, 50);
  add_sfo(&memory, "sfo", rule);
  add_children(&memory, 0, "1", FULL, children);
  memory_add_source(&memory, "sub", SOURCE_SUBSTITUTE, ASSISTANT);
  memory_add_shift(&memory, 0, "afternoon", 13 * HOURS, 17 * HOURS);
  return memory;
}

// Adults wanted at an hour of a day.
static int64_t adults_at(struct arena *arena, const struct memory *memory, int64_t unit, day_number day,
                         int64_t clock_min) {
  const struct scenario *scenario = town_scenario(memory);
  const struct timeline *timeline = timeline_make(arena, scenario, NULL, DAY_NONE, day_from_date(2024, 1, 1), 366);
  const struct frame *frame = frame_make(arena, scenario, unit, &timeline, 1);
  int64_t *need = arena_array(arena, (size_t)(frame->interval_count * frame->level_count), sizeof *need);
  need_on_day(frame, &memory->tables, day, need);
  for (int i = 0; i < frame->interval_count; i++) {
    int64_t from = (frame->day_starts_min + frame->intervals[i].from_min) % MINUTES_PER_DAY;
    if (from <= clock_min && clock_min < from + frame->intervals[i].to_min - frame->intervals[i].from_min)
      return need[i * frame->level_count] / MILLI;
  }
  return -1;
}

// --- rules ---

static void assert_rule(const struct memory *memory, const char *rule, int64_t children, int64_t adults) {
  assert_int_equal(ratio_adults(&memory->tables, rule, children * CHILD_E11), adults);
}

static void rules_at_their_boundaries(void **state) {
  struct memory memory = memory_new(*state);
  add_rules(&memory);
  static const struct {
    const char *rule;
    int children, adults;
  } cases[] = {
      {"skaun", 0, 0},       {"skaun", 1, 1},       {"skaun", 15, 1},      {"skaun", 16, 2},      {"skaun", 40, 2},
      {"skaun", 41, 3},      {"skaun", 60, 3},      {"skaun", 61, 4},      {"skaun", 80, 4},      {"skaun", 81, 5},
      {"malvik", 0, 0},      {"malvik", 15, 1},     {"malvik", 16, 2},     {"malvik", 30, 2},     {"malvik", 31, 3},
      {"malvik", 40, 3},     {"malvik", 41, 3},     {"malvik", 60, 4},     {"malvik", 61, 5},     {"hjelmeland", 9, 1},
      {"hjelmeland", 10, 2}, {"hjelmeland", 25, 2}, {"hjelmeland", 26, 3}, {"hjelmeland", 45, 3}, {"nobody", 50, 0},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_rule(&memory, cases[i].rule, cases[i].children, cases[i].adults);
  // the smallest part of a child beyond a boundary counts
  assert_int_equal(ratio_adults(&memory.tables, "skaun", 15 * CHILD_E11 + 1), 2);
  assert_int_equal(ratio_adults(&memory.tables, "malvik", 15 * CHILD_E11 + 1), 2);
}

static void need_never_falls_with_a_child_more(void **state) {
  struct memory memory = memory_new(*state);
  add_rules(&memory);
  static const char *const rules[] = {"malvik", "skaun", "hjelmeland"};
  for (size_t r = 0; r < 3; r++) {
    int64_t before = 0;
    for (int64_t hundredths = 0; hundredths <= 20000; hundredths += 37) {
      int64_t adults = ratio_adults(&memory.tables, rules[r], hundredths * (CHILD_E11 / 100));
      assert_true(adults >= before);
      before = adults;
    }
    assert_true(before >= 9);
  }
}

static void need_of_a_day_never_falls_with_a_child_more(void **state) {
  struct memory memory = sfo_town(*state, "skaun", 10);
  struct children_row *row = memory_row(&memory, TABLE_CHILDREN, add_children(&memory, 0, "2", HALF, 0));
  int64_t before = 0;
  for (row->children = 0; row->children < 120; row->children += 7) {
    struct arena *arena = arena_new();
    int64_t adults = adults_at(arena, &memory, 0, SCHOOL_MONDAY, 14 * HOURS);
    assert_true(adults >= before);
    before = adults;
    arena_free(arena);
  }
  assert_int_equal(before, 4); // 10 + 119 / 2 = 69.5
}

// --- who is there ---

static void presence_follows_hours_places_and_weights(void **state) {
  struct memory memory = sfo_town(*state, "malvik", 15);
  int64_t half = add_children(&memory, 0, "1", HALF, 30); // 15 of them until 15:00
  assert_int_equal(adults_at(*state, &memory, 0, SCHOOL_MONDAY, 12 * HOURS + 59), 0);
  assert_int_equal(adults_at(*state, &memory, 0, SCHOOL_MONDAY, 13 * HOURS), 2);
  assert_int_equal(adults_at(*state, &memory, 0, SCHOOL_MONDAY, 15 * HOURS), 1);
  assert_int_equal(adults_at(*state, &memory, 0, SCHOOL_MONDAY + 5, 14 * HOURS), 0); // Saturday
  assert_int_equal(adults_at(*state, &memory, 0, day_from_date(2024, 5, 17), 14 * HOURS), 0);
  ((struct children_row *)memory_row(&memory, TABLE_CHILDREN, half))->weight_milli = 2000; // count double
  assert_int_equal(adults_at(*state, &memory, 0, SCHOOL_MONDAY, 13 * HOURS), 3);
}

static void floor_counts_while_a_child_is_there(void **state) {
  struct memory memory = sfo_town(*state, "malvik", 3);
  ((struct unit_row *)memory_row(&memory, TABLE_UNITS, 0))->ratio_floor = 2;
  assert_int_equal(adults_at(*state, &memory, 0, SCHOOL_MONDAY, 14 * HOURS), 2);
  assert_int_equal(adults_at(*state, &memory, 0, SCHOOL_MONDAY, 10 * HOURS), 0);
}

static void what_need_csv_wants_comes_on_top(void **state) {
  struct memory memory = sfo_town(*state, "malvik", 16);
  memory_add_need(&memory, 0, "special_needs", 13 * HOURS, 16 * HOURS, ASSISTANT, MILLI);
  assert_int_equal(adults_at(*state, &memory, 0, SCHOOL_MONDAY, 15 * HOURS), 3);
  assert_int_equal(adults_at(*state, &memory, 0, SCHOOL_MONDAY, 16 * HOURS), 2);
}

static void latest_term_counts_and_opening_hours_cut(void **state) {
  struct memory memory = sfo_town(*state, "malvik", 15);
  day_number holiday = day_from_date(2024, 2, 19), closed = day_from_date(2024, 2, 21);
  add_term(&memory, closed, closed, TERM_CLOSED, 7, 17);
  add_term(&memory, holiday, holiday + 4, TERM_HOLIDAY, 8, 16);
  add_presence(&memory, FULL, TERM_HOLIDAY, 7, 17, 100);
  assert_int_equal(adults_at(*state, &memory, 0, holiday, 7 * HOURS + 59), 0);
  assert_int_equal(adults_at(*state, &memory, 0, holiday, 8 * HOURS), 1);
  assert_int_equal(adults_at(*state, &memory, 0, holiday, 16 * HOURS), 0);
  assert_int_equal(adults_at(*state, &memory, 0, closed, 14 * HOURS), 0);
  assert_int_equal(adults_at(*state, &memory, 0, holiday + 7, 8 * HOURS), 0);
  assert_int_equal(adults_at(*state, &memory, 0, holiday + 7, 14 * HOURS), 1);
}

// A row of the unit counts before one of its area, that before one of all, whatever the order of rows.
static void the_closest_term_counts(void **state) {
  struct memory memory = sfo_town(*state, "malvik", 8);
  add_sfo(&memory, "village", "malvik");
  struct unit_row *village = memory_row(&memory, TABLE_UNITS, 1);
  village->area = "sfo"; // the area of the first
  static const struct {
    int64_t unit;
    const char *area;
    enum term_kind kind;
  } rows[] = {{0, NULL, TERM_HOLIDAY}, {NOT_GIVEN, "sfo", TERM_CLOSED}, {NOT_GIVEN, NULL, TERM_SCHOOL}};
  for (size_t i = 0; i < 2 * 3; i++) {
    int64_t at = (int64_t)row_count(&memory.tables, TABLE_TERMS);
    size_t from = i < 3 ? i : 5 - i;
    add_term(&memory, SCHOOL_MONDAY + (day_number)(i / 3), SCHOOL_MONDAY + (day_number)(i / 3), rows[from].kind, 7, 17);
    struct term_row *term = memory_row(&memory, TABLE_TERMS, at);
    term->unit = rows[from].unit;
    term->area = rows[from].area;
  }
  for (day_number day = SCHOOL_MONDAY; day < SCHOOL_MONDAY + 2; day++) {
    assert_int_equal(term_on(&memory.tables, 0, day)->kind, TERM_HOLIDAY);
    assert_int_equal(term_on(&memory.tables, 1, day)->kind, TERM_CLOSED);
    village->area = "elsewhere";
    assert_int_equal(term_on(&memory.tables, 1, day)->kind, TERM_SCHOOL);
    village->area = "sfo";
  }
}

static void pools_round_up_once(void **state) {
  struct memory memory = sfo_town(*state, "malvik", 8);
  int64_t village = add_sfo(&memory, "village", "malvik");
  struct unit_row *row = memory_row(&memory, TABLE_UNITS, village);
  add_children(&memory, village, "1", FULL, 7);
  assert_int_equal(adults_at(*state, &memory, 0, SCHOOL_MONDAY, 14 * HOURS), 1);
  assert_int_equal(adults_at(*state, &memory, village, SCHOOL_MONDAY, 14 * HOURS), 1);
  row->pool = "sfo";
  row->pool_from_min = 14 * HOURS;
  assert_int_equal(adults_at(*state, &memory, village, SCHOOL_MONDAY, 13 * HOURS), 1);
  assert_int_equal(adults_at(*state, &memory, village, SCHOOL_MONDAY, 14 * HOURS), 0);
  assert_int_equal(adults_at(*state, &memory, 0, SCHOOL_MONDAY, 14 * HOURS), 1);
  ((struct children_row *)memory_row(&memory, TABLE_CHILDREN, 1))->children = 8; // 16 together
  assert_int_equal(adults_at(*state, &memory, 0, SCHOOL_MONDAY, 13 * HOURS), 1);
  assert_int_equal(adults_at(*state, &memory, 0, SCHOOL_MONDAY, 14 * HOURS), 2);
  row->pool_terms = POOL_HOLIDAY;
  assert_int_equal(adults_at(*state, &memory, village, SCHOOL_MONDAY, 14 * HOURS), 1);
}

// --- measures ---

static struct answers with_measure(struct arena *arena, const struct scenario *scenario) {
  struct question question = {
      .scenario = scenario, .stretch = stretch_of_weeks(2024, 1, 1, 8), .measures = true, .week_types = true};
  return town_solve(arena, &question);
}

static struct answers with_rule(struct arena *arena, const char *rule, int64_t children, const char *change) {
  struct memory memory = sfo_town(arena, rule, children);
  town_edit(&memory, town_measure(&memory, "m", day_from_date(2024, 1, 1)), "units", "unit=sfo", "ratio", change);
  return with_measure(arena, town_scenario(&memory));
}

static double cost_of(const struct answers *answers, enum variant variant) {
  return answers->plans[variant][POSITIONS_KEPT]->cost_kr;
}

// 15 children take one adult by either rule, 35 three or two, 60 four or three.
static void rules_that_agree_cost_the_same(void **state) {
  static const int agreed[] = {1, 15, 16, 30, 41, 45};
  for (size_t i = 0; i < sizeof agreed / sizeof *agreed; i++) {
    struct answers answers = with_rule(*state, "malvik", agreed[i], "set skaun");
    for (int p = 0; p < POSITIONS_ANSWERS; p++)
      assert_int_equal(ledger_sum(&answers.plans[SUBJECT][p]->ledger),
                       ledger_sum(&answers.plans[REFERENCE][p]->ledger));
    assert_true(cost_of(&answers, REFERENCE) > 0);
  }
}

static void rules_that_differ_cost_by_their_adults(void **state) {
  struct answers answers = with_rule(*state, "malvik", 35, "set skaun"); // 3 -> 2
  assert_near(cost_of(&answers, SUBJECT), cost_of(&answers, REFERENCE) * 2 / 3, 1e-7);
  answers = with_rule(*state, "skaun", 60, "set malvik"); // 3 -> 4
  assert_near(cost_of(&answers, SUBJECT), cost_of(&answers, REFERENCE) * 4 / 3, 1e-7);
}

// opening: 11 hours instead of 9 are 22 % more, printed; before 17:00, where no supplement begins.
static void opening_hours_case(void **state) {
  struct memory memory = sfo_town(*state, "malvik", 10);
  struct term_row *term = memory_row(&memory, TABLE_TERMS, 0);
  struct attendance_row *row = memory_row(&memory, TABLE_ATTENDANCE, 0);
  struct unit_row *unit = memory_row(&memory, TABLE_UNITS, 0);
  row->start_min = 0;
  row->end_min = 24 * HOURS;
  term->opens_min = 6 * HOURS;
  term->closes_min = 15 * HOURS; // 9 h
  unit->shortest_shift_min = 2 * HOURS;
  unit->shift_grid_min = 60;
  candidates_add(memory.arena, &memory.tables);
  term->closes_min = 17 * HOURS; // 11 h
  candidates_add(memory.arena, &memory.tables);
  term->closes_min = 15 * HOURS;
  town_edit(&memory, town_measure(&memory, "m", day_from_date(2024, 1, 1)), "terms", "", "closes", "set 17:00");
  struct answers answers = with_measure(*state, town_scenario(&memory));
  assert_near(cost_of(&answers, SUBJECT) / cost_of(&answers, REFERENCE), 11.0 / 9, 1e-7);
  assert_int_equal(fixed_round(100 * cost_of(&answers, SUBJECT) / cost_of(&answers, REFERENCE)), 122);
}

static void measures_reach_the_units_they_change(void **state) {
  struct memory memory = sfo_town(*state, "malvik", 8);
  add_sfo(&memory, "village", "malvik");
  add_sfo(&memory, "town", "skaun");
  add_children(&memory, 1, "1", HALF, 7);
  static const struct {
    const char *table, *where, *column, *change;
    bool touched[3];
  } cases[] = {
      {"units", "unit=sfo", "ratio", "set skaun", {true, false, false}},
      {"units", "unit=village", "pool", "set sfo", {true, true, false}},
      {"ratios", "rule=skaun up_to=15", "staff", "set 2", {false, false, true}},
      {"attendance", "place=half", "percent", "set 60", {false, true, false}},
      {"children", "unit=village", "children", "add 1", {false, true, false}},
      {"terms", "", "kind", "set closed", {true, true, true}},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    town_edit(&memory, town_measure(&memory, cases[i].table, day_from_date(2024, 1, 1)), cases[i].table, cases[i].where,
              cases[i].column, cases[i].change);
  const struct scenario *scenario = town_scenario(&memory);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    for (size_t u = 0; u < 3; u++)
      assert_int_equal(measure_touches_unit(scenario, i, u), cases[i].touched[u]);
}

// --- shifts made for the need ---

static void shifts_lie_within_opening_and_length(void **state) {
  struct memory memory = sfo_town(*state, "malvik", 30);
  struct unit_row *unit = memory_row(&memory, TABLE_UNITS, 0);
  unit->shortest_shift_min = 90;
  unit->longest_shift_min = 180;
  unit->least_paid_min = 120;
  candidates_add(memory.arena, &memory.tables);
  size_t made = 0, exact = 0;
  for (size_t i = 0; i < row_count(&memory.tables, TABLE_SHIFTS); i++) {
    const struct shift_row *shift = &shift_rows(&memory.tables)[i];
    if (!shift->made)
      continue;
    made++;
    assert_true(shift->start_min >= 7 * HOURS && shift->end_min <= 17 * HOURS);
    assert_true(shift->end_min - shift->start_min >= 90 && shift->end_min - shift->start_min <= 180);
    assert_int_equal(shift->least_paid_min, 120);
    exact += shift->start_min == 13 * HOURS && shift->end_min == 16 * HOURS;
  }
  assert_true(made > 2);
  assert_int_equal(exact, 1);
  size_t before = row_count(&memory.tables, TABLE_SHIFTS);
  candidates_add(memory.arena, &memory.tables); // nothing twice
  assert_int_equal(row_count(&memory.tables, TABLE_SHIFTS), before);
}

// Leaving out the shifts that a narrower one outdoes changes no optimum.
static void outdone_shifts_are_not_missed(void **state) {
  double costs[2];
  for (int all = 0; all < 2; all++) {
    struct memory memory = sfo_town(*state, "malvik", 31);
    struct unit_row *unit = memory_row(&memory, TABLE_UNITS, 0);
    add_presence(&memory, FULL, TERM_SCHOOL, 7, 8, 30);
    add_children(&memory, 0, "2", HALF, 40);
    unit->shortest_shift_min = 90;
    unit->shift_grid_min = 60;
    unit->least_paid_min = 120;
    candidates_add(memory.arena, &memory.tables);
    memory_add_group(&memory, 0, "staff", SKILLED, 3000, 40 * PERCENT);
    for (size_t i = 0; i < row_count(&memory.tables, TABLE_SHIFTS) && all; i++)
      ((struct shift_row *)memory_row(&memory, TABLE_SHIFTS, (int64_t)i))->made = false;
    const struct plan *plan = town_plan(*state, town_scenario(&memory), stretch_of_weeks(2024, 1, 8, 3));
    assert_near(plan->shortfall_h, 0, 1e-6);
    costs[all] = plan->cost_kr;
  }
  assert_near(costs[0], costs[1], 1e-8);
}

static void short_shifts_are_paid_their_least(void **state) {
  struct memory memory = memory_town(*state);
  struct pay_terms terms = {
      .form = PAY_SUBSTITUTE, .category = ASSISTANT, .full_time_min = 37 * HOURS + 30, .pay_e8 = ONE_E8};
  struct pay_span whole = {.day = SCHOOL_MONDAY, .start_min = 15 * HOURS, .end_min = 18 * HOURS};
  struct pay_span brief = {.day = SCHOOL_MONDAY, .start_min = 16 * HOURS, .end_min = 18 * HOURS, .least_paid_min = 180};
  assert_int_equal(pay_span_minutes(&brief), 180);
  struct ledger a = pay_of_span(&memory.tables, &terms, &whole), b = pay_of_span(&memory.tables, &terms, &brief);
  assert_true(a.ore[LEDGER_EVENING] > 0);
  assert_memory_equal(&a, &b, sizeof a); // an hour of evening in both, the rest without supplement
  brief.least_paid_min = 60;
  assert_int_equal(pay_span_minutes(&brief), 120);
}

// --- plans against both rules ---

static void plans_are_held_against_every_rule(void **state) {
  struct memory memory = sfo_town(*state, "skaun", 35); // two adults for 35 children, three by malvik
  const struct plan *plan = town_plan(*state, town_scenario(&memory), stretch_of_weeks(2024, 1, 1, 2));
  struct audit audit = {.scenario = town_scenario(&memory), .arena = *state};
  ratios_add(&audit, plan, plan->program->year->timelines[REFERENCE], NOT_GIVEN);
  curve_add(&audit, plan, plan->program->year->timelines[REFERENCE]);
  assert_int_equal(audit.ratio_count, 3);
  const struct ratio_line *malvik = &audit.ratios[0], *skaun = &audit.ratios[1];
  assert_string_equal(malvik->rule, "malvik");
  assert_false(malvik->in_force);
  assert_true(skaun->in_force);
  assert_int_equal(malvik->open_days, 9); // New Year's Day is none
  assert_near(malvik->child_h, 9 * 4 * 35, 1e-9);
  assert_near(malvik->rule_h, 9 * 4 * 3, 1e-9);
  assert_near(malvik->below_h, 9 * 4, 1e-6);
  assert_int_equal(malvik->below_days, 9);
  assert_near(skaun->below_h, 0, 1e-9);
  assert_int_equal(skaun->worst_milli, 2000);
  assert_int_equal(skaun->worst_children_e11, 35 * CHILD_E11);
  assert_int_equal(audit.curve_count, 5 * 8); // Monday to Friday, eight half hours
  assert_int_equal(audit.curve[0].ratio_milli, 17500);
  assert_int_equal(audit.curve[0].half_hour_min, 13 * HOURS);
  assert_int_equal(audit.curve[0].need_milli, 2000);
}

// --- input ---

#define CHILDREN_FILES                                                                                                 \
  {"places.csv", NULL, "place;most_h_per_week\nfull;\nhalf;10\n"},                                                     \
      {"ratios.csv", NULL, "rule;up_to;staff;then_per\nplain;;;15\n"}, {"units.csv", NULL, "club;;\n"}, {              \
    "children.csv", NULL, "unit;grade;place;children\nward;1;full;164\nward;1;half;43\noffice;2;full;5\n"              \
  }

// The messages of a scenario with one file more, each on a line.
static const char *messages_with(struct arena *arena, const char *file, const char *text) {
  struct folder folder = folder_new();
  struct problems *problems = problems_new(arena);
  const struct change_of_text changes[] = {CHILDREN_FILES, {file, NULL, text}, {NULL, NULL, NULL}};
  small_scenario_read(arena, &folder, changes, problems);
  folder_remove(&folder);
  const char *all = "";
  for (size_t i = 0; i < problems->count; i++)
    if (!problems->items[i].warning)
      all = arena_printf(arena, "%s%s:%d: %s\n", all, strrchr(problems->items[i].at.file, '/') + 1,
                         problems->items[i].at.line, problems->items[i].message);
  return all;
}

static void enrolment_that_does_not_add_up_names_both_numbers(void **state) {
  assert_string_equal(
      messages_with(*state, "enrolment.csv", "area;grade;place;children\n;1;;207\n;1;full;164\n;;;212\n"), "");
  assert_string_equal(
      messages_with(*state, "enrolment.csv", "area;grade;place;children\n;1;;207\n;;full;170\n"),
      "enrolment.csv:3: 170 children are printed, but the rows of children.csv add up to 169: correct one of them\n");
}

static void bad_input_is_told(void **state) {
  static const struct {
    const char *file, *text, *told;
  } cases[] = {
      {"ratios.csv", "rule;up_to;staff;then_per\nplain;15;1;\n", "ratios.csv:2: says nothing for children beyond"},
      {"ratios.csv", "rule;up_to;staff;then_per\nplain;15;2;\nplain;30;1;\nplain;;;15\n",
       "ratios.csv:3: fewer adults (1)"},
      {"ratios.csv", "rule;up_to;staff;then_per\nplain;15;;3\n", "fill in just these"},
      {"attendance.csv", "place;terms;days;start;end;percent\nhalf;school;mon-fri;13:00;16:00;70\n",
       "places.csv:3: by attendance.csv a child is there 10.50 h in a school week, but at most 10.00 h"},
      {"attendance.csv",
       "place;terms;days;start;end;percent\nfull;school;mon;13:00;16:00;70\nfull;school;mon;15:00;17:00;7\n",
       "attendance.csv:3: the same hours as line 2"},
      {"terms.csv", "term;from;to;kind;opens;closes\na;2024-01-01;2024-02-01;school;07:00;\n",
       "terms.csv:2: an open day needs"},
      {"terms.csv", "term;from;to;kind;opens;closes\na;2024-03-01;2024-02-01;closed;;\n",
       "terms.csv:2: before the first day"},
      {"terms.csv",
       "term;from;to;kind;opens;closes\na;2024-01-01;2024-02-01;closed;;\nb;2024-01-01;2024-02-02;closed;;\n",
       "terms.csv:3: the same first day as line 2"},
      {"schools.csv", "municipality;school;pupils;leadership_fte;teaching_fte\nskaun;a;40;1;4\nskaun;;50;;\n",
       "schools.csv:3: 50 pupils are printed, but the schools add up to 40"},
      {"schools.csv", "municipality;school;pupils;leadership_fte;teaching_fte\nskaun;a;40;1;\n",
       "schools.csv:2: blank: a school is compared"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const char *told = messages_with(*state, cases[i].file, cases[i].text);
    if (!strstr(told, cases[i].told))
      fail_msg("case %zu: \"%s\" is not in \"%s\"", i, cases[i].told, told);
  }
}

// --- the shipped scenarios ---

static const struct scenario *shipped(struct arena *arena, const char *folder) {
  struct problems *problems = problems_new(arena);
  const struct scenario *scenario = scenario_read(arena, folder, problems);
  problems_print(problems, stderr);
  assert_int_equal(problems->count, 0);
  return scenario;
}

static int64_t enrolled(const struct tables *tables, const char *area, int64_t place) {
  int64_t sum = 0;
  for (size_t i = 0; i < row_count(tables, TABLE_CHILDREN); i++) {
    const struct children_row *row = &children_rows(tables)[i];
    if (!strcmp(unit_rows(tables)[row->unit].area, area) && (place == NOT_GIVEN || row->place == place))
      sum += row->children;
  }
  return sum;
}

static void shipped_enrolment_is_that_of_the_paper(void **state) {
  const struct tables *tables = &shipped(*state, "scenarios/skaun-malvik-sfo")->tables;
  assert_int_equal(enrolled(tables, "malvik", NOT_GIVEN), 618);
  assert_int_equal(enrolled(tables, "malvik", FULL), 406);
  assert_int_equal(enrolled(tables, "skaun", NOT_GIVEN), 330);
  assert_int_equal(enrolled(tables, "skaun", FULL), 147);
  assert_int_equal(row_count(tables, TABLE_ENROLMENT), 24); // two tables of two lines and six columns
  for (int n = 1; n < 200; n++) {
    struct memory memory = memory_new(*state);
    add_rules(&memory);
    assert_int_equal(ratio_adults(tables, "skaun", n * CHILD_E11),
                     ratio_adults(&memory.tables, "skaun", n * CHILD_E11));
    assert_int_equal(ratio_adults(tables, "malvik", n * CHILD_E11), (n + 14) / 15);
  }
  int school_days = 0;
  for (day_number day = day_from_date(2023, 1, 1); day <= day_from_date(2023, 12, 31); day++) {
    const struct term_row *term = term_on(tables, 0, day);
    school_days += term && term->kind == TERM_SCHOOL && need_day_matches(WEEKDAYS, day);
  }
  assert_int_equal(school_days, 190); // 38 weeks
}

static const struct school_line *line_of(const struct school_line *lines, size_t count, enum school_group group,
                                         const char *code) {
  for (size_t i = 0; i < count; i++)
    if (lines[i].group == group && !strcmp(lines[i].code ? lines[i].code : lines[i].municipality, code))
      return &lines[i];
  fail_msg("no line %s", code);
  return NULL;
}

static void schools_stand_beside_schools(void **state) {
  size_t count;
  const struct tables *tables = &shipped(*state, "scenarios/skaun-malvik-schools")->tables;
  const struct school_line *lines = schools_compare(*state, tables, &count);
  // between Børsa (237 pupils, 24.0 FTE) and Buvik (471, 44.8)
  double share = (372.0 - 237) / (471 - 237);
  const struct school_line *hommelvik = line_of(lines, count, GROUP_SCHOOL, "hommelvik");
  assert_near(staffing_fte(&hommelvik->others.staffing), 372 * (24.0 / 237 * (1 - share) + 44.8 / 471 * share), 1e-12);
  assert_near(staffing_fte(&hommelvik->own.staffing), 34.7, 1e-12); // itself
  assert_near(hommelvik->mean_per_pupil, 131.1 / 1439, 1e-12);
  // larger than any in Malvik: as the largest there, by pupil
  const struct school_line *buvik = line_of(lines, count, GROUP_SCHOOL, "buvik");
  assert_near(staffing_fte(&buvik->others.staffing), 471 * 33.8 / 375, 1e-12);
  const struct school_line *joint = line_of(lines, count, GROUP_JOINT, "venn_jaren");
  assert_int_equal(joint->pupils, 176);
  assert_int_equal(joint->schools, 2);
  assert_near(staffing_fte(&joint->today), 20.8, 1e-12);
  share = (176.0 - 128) / (237 - 128);
  assert_near(staffing_fte(&joint->own.staffing), 176 * (13.1 / 128 * (1 - share) + 24.0 / 237 * share), 1e-12);
  int64_t pupils = 0;
  for (size_t i = 0; i < count; i++)
    pupils += lines[i].group == GROUP_SCHOOL ? lines[i].pupils : 0;
  assert_int_equal(pupils, 2012 + 1318);
}

#define TEST(NAME) cmocka_unit_test_setup_teardown(NAME, set_up, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(rules_at_their_boundaries),
      TEST(need_never_falls_with_a_child_more),
      TEST(need_of_a_day_never_falls_with_a_child_more),
      TEST(presence_follows_hours_places_and_weights),
      TEST(floor_counts_while_a_child_is_there),
      TEST(what_need_csv_wants_comes_on_top),
      TEST(latest_term_counts_and_opening_hours_cut),
      TEST(the_closest_term_counts),
      TEST(pools_round_up_once),
      TEST(rules_that_agree_cost_the_same),
      TEST(rules_that_differ_cost_by_their_adults),
      TEST(opening_hours_case),
      TEST(measures_reach_the_units_they_change),
      TEST(shifts_lie_within_opening_and_length),
      TEST(outdone_shifts_are_not_missed),
      TEST(short_shifts_are_paid_their_least),
      TEST(plans_are_held_against_every_rule),
      TEST(enrolment_that_does_not_add_up_names_both_numbers),
      TEST(bad_input_is_told),
      TEST(shipped_enrolment_is_that_of_the_paper),
      TEST(schools_stand_beside_schools),
  };
  return cmocka_run_group_tests_name("ratios", tests, NULL, NULL);
}
