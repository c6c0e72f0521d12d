// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "scenario/edits.h"
#include "scenario/rows_pay.h"
#include "scenario/rows_people.h"
#include "scenario/timeline.h"
#include "scenario/touches.h"
#include "scenario/vary.h"
#include "support/folder.h"
#include "support/small_scenario.h"

// Measures: m1 from 1 June, one person fewer at night; m2 undecided, half the nurses; m3 July only, one person in the
// evening; m4 from 1 March, of which one edit from 1 September; m5 takes the night post too.
enum { M1, M2, M3, M4, M5, MEASURES };

static const struct change_of_text changes[] = {
    {"measures.csv", NULL, "m4;Pay and need;need;2024-03-01;\nm5;No night;rota;2024-06-01;\n"},
    {"edits.csv", NULL,
     "m4;2024-09-01;;need;window=day level=assistant;persons;multiply;1,5\n"
     "m4;;;pay;category=nurse;yearly_pay_kr;multiply;1,052\n"
     "m4;2024-09-01;;need;window=day level=assistant;persons;add;-0,25\n"
     "m4;;;groups;group=assistants;shifts;set;day\n"
     "m4;2024-10-01;;groups;group=assistants;shifts;set;\n"
     "m5;;;need;window=night;persons;add;-1\n"
     "m4;2024-09-01;;shifts;shift=evening;end;add;-0:15\n"},
    {NULL, NULL, NULL}};

struct fixture {
  struct arena *arena;
  struct scenario *scenario;
};

static int set_up(void **state) {
  struct fixture *f = malloc(sizeof *f);
  struct folder folder = folder_new();
  f->arena = arena_new();
  struct problems *problems = problems_new(f->arena);
  f->scenario = small_scenario_read(f->arena, &folder, changes, problems);
  problems_print(problems, stderr);
  assert_int_equal(problems->count, 0);
  folder_remove(&folder);
  *state = f;
  return 0;
}

static int tear_down(void **state) {
  struct fixture *f = *state;
  arena_free(f->arena);
  free(f);
  return 0;
}

static day_number on(int month, int day) { return day_from_date(2024, month, day); }

// The year 2024 with some measures in force; those without a start from 1 February.
static struct timeline *year_with(const struct fixture *f, int first, int second) {
  bool in_force[MEASURES] = {false};
  in_force[first] = in_force[second] = true;
  return timeline_make(f->arena, f->scenario, in_force, on(2, 1), on(1, 1), 366);
}

static int64_t persons(const struct timeline *timeline, day_number day, size_t row) {
  return need_rows(timeline_tables(timeline, day))[row].persons_milli;
}
enum { NEED_DAY_ASSISTANT, NEED_DAY_NURSE, NEED_EVENING, NEED_NIGHT };

static void no_measure_is_the_baseline(void **state) {
  const struct fixture *f = *state;
  struct timeline *timeline = timeline_make(f->arena, f->scenario, NULL, on(1, 1), on(1, 1), 366);
  assert_int_equal(timeline->state_count, 1);
  assert_int_equal(timeline->start_count, 0);
  assert_int_equal(timeline->first_day, on(1, 1));
  assert_int_equal(timeline->day_count, 366);
  for (int t = 0; t < TABLE_COUNT; t++)
    assert_ptr_equal(timeline->states[0].list[t].items, f->scenario->tables.list[t].items);
  bool none[MEASURES] = {false};
  assert_int_equal(timeline_make(f->arena, f->scenario, none, on(1, 1), on(1, 1), 366)->state_count, 1);
}

static void a_measure_from_its_day_on(void **state) {
  const struct fixture *f = *state;
  struct timeline *timeline = year_with(f, M1, M1);
  assert_int_equal(timeline->state_count, 2);
  assert_int_equal(persons(timeline, on(1, 1), NEED_NIGHT), 1000);
  assert_int_equal(persons(timeline, on(5, 31), NEED_NIGHT), 1000);
  assert_int_equal(persons(timeline, on(6, 1), NEED_NIGHT), 0);
  assert_int_equal(persons(timeline, on(12, 31), NEED_NIGHT), 0);
  assert_int_equal(persons(timeline, on(12, 31), NEED_EVENING), 2500);
  assert_int_equal(timeline->start_count, 1);
  assert_int_equal(timeline->starts[0], on(6, 1));
  // only the table that changes is copied, and the scenario stays as it was
  const struct tables *changed = timeline_tables(timeline, on(6, 1));
  for (int t = 0; t < TABLE_COUNT; t++)
    assert_int_equal(changed->list[t].items == f->scenario->tables.list[t].items, t != TABLE_NEED);
  assert_int_equal(need_rows(&f->scenario->tables)[NEED_NIGHT].persons_milli, 1000);
}

static void starts_lie_inside_the_stretch(void **state) {
  const struct fixture *f = *state;
  bool in_force[MEASURES] = {[M1] = true};
  struct timeline *t = timeline_make(f->arena, f->scenario, in_force, on(1, 1), on(6, 1), 30);
  assert_int_equal(t->start_count, 0); // in force all along
  assert_int_equal(t->state_count, 2);
  assert_int_equal(t->state_of_day[0], 1);
  t = timeline_make(f->arena, f->scenario, in_force, on(1, 1), on(5, 31), 2);
  assert_int_equal(t->start_count, 1); // on the last day
  t = timeline_make(f->arena, f->scenario, in_force, on(1, 1), on(1, 1), 152);
  assert_int_equal(t->start_count, 0); // on the day after the last
  assert_int_equal(t->state_count, 1);
  assert_int_equal(t->state_of_day[151], 0);
}

static void a_closed_summer_moves_nobody(void **state) {
  const struct fixture *f = *state;
  struct timeline *timeline = year_with(f, M3, M3);
  assert_int_equal(timeline->start_count, 0);
  assert_int_equal(timeline->state_count, 2);
  assert_int_equal(persons(timeline, on(6, 30), NEED_EVENING), 2500);
  assert_int_equal(persons(timeline, on(7, 1), NEED_EVENING), 1000);
  assert_int_equal(persons(timeline, on(7, 31), NEED_EVENING), 1000);
  assert_int_equal(persons(timeline, on(8, 1), NEED_EVENING), 2500);
  assert_int_equal(timeline->state_of_day[on(8, 1) - on(1, 1)], 0); // the state of spring again
}

static void a_change_of_one_day(void **state) {
  (void)state;
  struct arena *arena = arena_new();
  struct folder folder = folder_new();
  const struct change_of_text one[] = {{"edits.csv", "m1;;;", "m1;2024-12-24;2024-12-24;"}, {NULL, NULL, NULL}};
  struct scenario *s = small_scenario_read(arena, &folder, one, problems_new(arena));
  bool in_force[3] = {true};
  struct timeline *timeline = timeline_make(arena, s, in_force, on(1, 1), on(1, 1), 366);
  assert_int_equal(persons(timeline, on(12, 23), NEED_NIGHT), 1000);
  assert_int_equal(persons(timeline, on(12, 24), NEED_NIGHT), 0);
  assert_int_equal(persons(timeline, on(12, 25), NEED_NIGHT), 1000);
  assert_int_equal(timeline->state_count, 2);
  folder_remove(&folder);
  arena_free(arena);
}

static void a_measure_without_a_start(void **state) {
  const struct fixture *f = *state;
  struct timeline *timeline = year_with(f, M2, M1);
  assert_int_equal(group_rows(timeline_tables(timeline, on(1, 31)))[0].heads_milli, 6000);
  assert_int_equal(group_rows(timeline_tables(timeline, on(2, 1)))[0].heads_milli, 3000);
  assert_int_equal(timeline->start_count, 2);
  assert_int_equal(timeline->starts[0], on(2, 1));
  assert_int_equal(timeline->starts[1], on(6, 1));
  assert_int_equal(timeline->state_count, 3);
  // states with the same edits of a table share its rows
  assert_ptr_equal(timeline_tables(timeline, on(2, 1))->list[TABLE_GROUPS].items,
                   timeline_tables(timeline, on(6, 1))->list[TABLE_GROUPS].items);
}

static void edits_in_order_of_dates_then_of_the_file(void **state) {
  const struct fixture *f = *state;
  struct timeline *timeline = year_with(f, M4, M4);
  assert_int_equal(timeline->state_count, 4);
  assert_int_equal(persons(timeline, on(8, 31), NEED_DAY_ASSISTANT), 3000);
  assert_int_equal(persons(timeline, on(9, 1), NEED_DAY_ASSISTANT), 4250); // 3 x 1.5 - 0.25, not (3 - 0.25) x 1.5
  assert_int_equal(persons(timeline, on(9, 1), NEED_DAY_NURSE), 1000);
  assert_int_equal(pay_rows(timeline_tables(timeline, on(2, 29)))[1].yearly_pay_ore, 55000050);
  assert_int_equal(pay_rows(timeline_tables(timeline, on(3, 1)))[1].yearly_pay_ore, 57860053); // .6 rounded up
  assert_string_equal(group_rows(timeline_tables(timeline, on(2, 29)))[1].shifts, "day evening");
  assert_string_equal(group_rows(timeline_tables(timeline, on(9, 30)))[1].shifts, "day");
  assert_null(group_rows(timeline_tables(timeline, on(10, 1)))[1].shifts);
  assert_int_equal(shift_rows(timeline_tables(timeline, on(9, 1)))[1].end_min, 22 * 60);
  assert_int_equal(timeline->start_count, 1);
  assert_int_equal(timeline->starts[0], on(3, 1));
}

static void measures_that_cannot_go_together(void **state) {
  const struct fixture *f = *state;
  bool in_force[MEASURES] = {[M1] = true, [M2] = true, [M3] = true, [M4] = true};
  assert_null(timeline_conflict(f->arena, f->scenario, in_force));
  assert_null(timeline_conflict(f->arena, f->scenario, (bool[MEASURES]){false}));
  in_force[M5] = true;
  const char *why = timeline_conflict(f->arena, f->scenario, in_force);
  assert_non_null(why);
  assert_non_null(strstr(why, "edits.csv:10: `persons` of "));
  assert_non_null(strstr(why, "need.csv line 5 becomes -1, out of range: allowed are 0 to 1000 persons"));
  // never clamped
  assert_int_equal(persons(year_with(f, M1, M5), on(6, 1), NEED_NIGHT), -1000);
}

// What is only doubtful after an edit is told, and keeps nobody from carrying it out.
static void doubtful_is_no_conflict(void **state) {
  (void)state;
  struct arena *arena = arena_new();
  struct folder folder = folder_new();
  const struct change_of_text two[] = {
      {"edits.csv", NULL, "m2;;;groups;group=nurses;band_percent;set;10\nm2;;;groups;group=clerks;heads;set;2\n"},
      {NULL, NULL, NULL}};
  struct scenario *s = small_scenario_read(arena, &folder, two, problems_new(arena));
  bool in_force[3] = {false, true, false};
  size_t count;
  const struct edit_conflict *told = timeline_conflicts(arena, s, in_force, on(1, 1), &count);
  assert_int_equal(count, 1);
  assert_int_equal(told[0].edit, 3);
  assert_true(told[0].warning);
  assert_non_null(strstr(told[0].message, "leaves `band_percent` of "));
  assert_null(timeline_conflict(arena, s, in_force));
  folder_remove(&folder);
  arena_free(arena);
}

static void first_and_last_edit(void **state) {
  const struct fixture *f = *state;
  day_number day = 0;
  assert_true(measure_first_edit(f->scenario, M4, on(1, 1), &day));
  assert_int_equal(day, on(3, 1));
  assert_true(measure_last_edit(f->scenario, M4, on(1, 1), &day));
  assert_int_equal(day, on(10, 1));
  assert_true(measure_first_edit(f->scenario, M2, on(2, 1), &day));
  assert_int_equal(day, on(2, 1));
  assert_true(measure_last_edit(f->scenario, M2, on(2, 1), &day));
  assert_int_equal(day, on(2, 1));
}

static void a_measure_without_edits(void **state) {
  (void)state;
  struct arena *arena = arena_new();
  struct folder folder = folder_new();
  const struct change_of_text one[] = {{"edits.csv", NULL, NULL}, {NULL, NULL, NULL}};
  struct scenario *s = small_scenario_read(arena, &folder, one, problems_new(arena));
  day_number day = 5;
  assert_false(measure_first_edit(s, M1, on(1, 1), &day));
  assert_false(measure_last_edit(s, M1, on(1, 1), &day));
  assert_false(measure_touches_unit(s, M1, 0));
  bool in_force[3] = {true, true, true};
  assert_int_equal(timeline_make(arena, s, in_force, on(1, 1), on(1, 1), 366)->state_count, 1);
  assert_null(timeline_conflict(arena, s, in_force));
  folder_remove(&folder);
  arena_free(arena);
}

static void units_touched(void **state) {
  const struct fixture *f = *state;
  enum { WARD, OFFICE };
  assert_true(measure_touches_unit(f->scenario, M1, WARD));
  assert_false(measure_touches_unit(f->scenario, M1, OFFICE));
  assert_true(measure_touches_unit(f->scenario, M2, WARD));
  assert_false(measure_touches_unit(f->scenario, M2, OFFICE));
  assert_true(measure_touches_unit(f->scenario, M4, OFFICE)); // pay is everybody's
}

static bool same_plan(const struct edit_plan *a, const struct edit_plan *b) {
  if (!a || !b)
    return a == b;
  return a->table == b->table && a->column == b->column && a->change == b->change &&
         cells_equal(a->column, a->value, b->value) && a->row_count == b->row_count &&
         !memcmp(a->rows, b->rows, a->row_count * sizeof *a->rows);
}

// The plan known for every edit is the one that resolving it once more gives.
static void assert_known_as_resolved(struct arena *arena, const struct scenario *scenario) {
  for (size_t e = 0; e < row_count(&scenario->tables, TABLE_EDITS); e++)
    assert_true(same_plan(edit_plan_of(arena, scenario, e),
                          edit_resolve(arena, scenario, &edit_rows(&scenario->tables)[e], problems_new(arena))));
}

// Whatever number is another in a copy: also one by which an edit finds its rows, and one of an edit itself.
static void edits_known_hold_in_copies(void **state) {
  struct arena *arena = arena_new();
  struct folder folder = folder_new();
  static const struct change_of_text found_by_number[] = {
      {"edits.csv", NULL, "m1;;;groups;heads=6;heads;add;-1\nm1;;;need;persons=1;persons;add;1\n"}, {NULL, NULL, NULL}};
  struct scenario *scenario = small_scenario_read(arena, &folder, found_by_number, problems_new(arena));
  size_t varied = 0, resolved_anew = 0, last = row_count(&scenario->tables, TABLE_EDITS) - 1;
  (void)state;
  assert_known_as_resolved(arena, scenario);
  for (int t = 0; t < TABLE_COUNT; t++)
    for (size_t row = 0; row < row_count(&scenario->tables, (enum table_id)t); row++)
      for (size_t c = 0; c < table_of((enum table_id)t)->column_count; c++) {
        const struct column *column = &table_of((enum table_id)t)->columns[c];
        struct varied_cell cell;
        if (!cell_may_vary(arena, scenario, (enum table_id)t, row, column) ||
            !cell_scaled(arena, scenario, (enum table_id)t, row, column, 2000000, &cell))
          continue;
        const struct scenario *copy = scenario_vary(arena, scenario, &cell, 1);
        varied++;
        resolved_anew += edit_plan_of(arena, copy, last) != edit_plan_of(arena, scenario, last);
        assert_known_as_resolved(arena, copy);
      }
  assert_true(varied > 20 && resolved_anew > 0 && resolved_anew < varied);
  folder_remove(&folder);
  arena_free(arena);
}

#define TEST(FUNCTION) cmocka_unit_test_setup_teardown(FUNCTION, set_up, tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(no_measure_is_the_baseline),
      TEST(a_measure_from_its_day_on),
      TEST(starts_lie_inside_the_stretch),
      TEST(a_closed_summer_moves_nobody),
      TEST(a_measure_without_a_start),
      TEST(edits_in_order_of_dates_then_of_the_file),
      TEST(measures_that_cannot_go_together),
      TEST(first_and_last_edit),
      TEST(units_touched),
      cmocka_unit_test(edits_known_hold_in_copies),
      cmocka_unit_test(a_change_of_one_day),
      cmocka_unit_test(a_measure_without_edits),
      cmocka_unit_test(doubtful_is_no_conflict),
  };
  return cmocka_run_group_tests_name("timeline", tests, NULL, NULL);
}
