// SPDX-License-Identifier: GPL-3.0-or-later
// The solver: cover before cost, bases to start from, faults; and exported programmes solved by glpsol.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fixed.h"
#include "scenario/rows_settings.h"
#include "solve/solution.h"
#include "support/folder.h"
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

// --- glpsol -------------------------------------------------------------------------------------------------------

// Objective of the optimum that glpsol finds in a file, by the line of its solution file
// `s bas ROWS COLUMNS f f OBJECTIVE` or `s mip ROWS COLUMNS o OBJECTIVE` (o, f: proven).
static double glpsol_optimum(const struct folder *folder, enum export_format format) {
  char command[512], line[512], kind[8], status[8] = "";
  double objective = NAN;
  const char *option = format == EXPORT_LP ? "--lp" : "--freemps";
  snprintf(command, sizeof command, "glpsol %s %s/programme --write %s/solution >%s/log 2>&1", option, folder->path,
           folder->path, folder->path);
  if (system(command) != 0)
    fail_msg("did not run: %s", command);
  snprintf(command, sizeof command, "%s/solution", folder->path);
  FILE *solution = fopen(command, "r");
  assert_non_null(solution);
  while (fgets(line, sizeof line, solution))
    if (sscanf(line, "s bas %*d %*d %7s %7s %lf", kind, status, &objective) == 3 ||
        sscanf(line, "s mip %*d %*d %7s %lf", status, &objective) == 2)
      break;
  fclose(solution);
  assert_true(!strcmp(status, "f") || !strcmp(status, "o"));
  return objective;
}

static void compare_with_glpsol(const struct plan *plan) {
  struct folder folder = folder_new();
  char path[128];
  snprintf(path, sizeof path, "%s/programme", folder.path);
  for (enum export_format format = EXPORT_LP; format <= EXPORT_MPS; format++) {
    FILE *to = fopen(path, "w");
    assert_non_null(to);
    assert_true(solver_export(plan->program, plan->solution, format, to));
    fclose(to);
    assert_near(glpsol_optimum(&folder, format), plan->solution->cost_kr, 1e-6);
  }
  folder_remove(&folder);
}

// Both answers of both variants; returns how many of the four are short of staff.
static int compare_town_with_glpsol(struct arena *arena, const struct memory *memory) {
  struct question question = {.scenario = town_scenario(memory),
                              .stretch = {day_from_date(2025, 3, 29), 60},
                              .measures = true,
                              .week_types = true};
  struct answers answers = town_solve(arena, &question);
  int short_of_staff = 0;
  for (int v = 0; v < VARIANTS; v++)
    for (int p = 0; p < POSITIONS_ANSWERS; p++) {
      compare_with_glpsol(answers.plans[v][p]);
      short_of_staff += answers.plans[v][p]->shortfall_h > 1;
    }
  return short_of_staff;
}

static void exported_programmes_by_glpsol(void **state) {
  int short_of_staff = 0, programmes = 0;
  for (int seed = 301; seed < 301 + few_or_all(2, 9); seed++, programmes += 4) {
    struct arena *arena = arena_new();
    struct random random = {.state = (uint64_t)seed};
    struct memory memory = random_town(arena, &random, (struct town_shape){.groups = 2, .shifts = 3, .seasons = true});
    town_edit(&memory, town_measure(&memory, "m", day_from_date(2025, 4, 23)), "need", NULL, "persons", "multiply 0.9");
    short_of_staff += compare_town_with_glpsol(arena, &memory);
    arena_free(arena);
  }
  assert_true(short_of_staff > 0 && short_of_staff < programmes); // both kinds have been tried
  (void)state;
}

static struct memory ward_in_steps(struct arena *arena, int64_t step_milli) {
  struct memory memory = plain_ward(arena, 1700, 10000);
  memory_settings(&memory)->adjust_step_milli = step_milli;
  memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, SKILLED);
  town_edit(&memory, town_measure(&memory, "m", day_from_date(2025, 5, 7)), "need", NULL, "persons", "add -0.3");
  return memory;
}

static void whole_steps_by_glpsol(void **state) {
  struct memory memory = ward_in_steps(*state, 1000);
  compare_town_with_glpsol(*state, &memory);
}

// --- cover before cost --------------------------------------------------------------------------------------------

// An hour that costs a thousand times another is bought all the same before a post stays empty.
static void cover_comes_before_any_price(void **state) {
  const struct stretch week = stretch_of_weeks(2025, 9, 1, 1);
  struct memory memory = plain_ward(*state, 2000, 0);
  int64_t row = memory_add_source(&memory, "agency", SOURCE_AGENCY, SKILLED);
  struct source_row *agency = memory_row(&memory, TABLE_SOURCES, row);
  for (int64_t price_ore = 1 * KR; price_ore <= 100000 * KR; price_ore *= 1000) {
    agency->price_ore_per_h = price_ore;
    const struct plan *plan = town_plan(*state, town_scenario(&memory), week);
    assert_near(plan->shortfall_h, 0, 1e-9);
    assert_near(plan->hours[HOURS_AGENCY], 2 * 8 * 7, 1e-9);
  }
  agency->hours_milli_per_week = 100 * MILLI; // of the 112 wanted
  const struct plan *plan = town_plan(*state, town_scenario(&memory), week);
  assert_near(plan->shortfall_h, 12, 1e-6);
  assert_near(plan->hours[HOURS_AGENCY], 100, 1e-6);
}

// Where all is covered, the cheaper source goes first.
static void cost_comes_second(void **state) {
  struct memory memory = plain_ward(*state, 2000, 0);
  struct source_row *dear =
      memory_row(&memory, TABLE_SOURCES, memory_add_source(&memory, "dear", SOURCE_AGENCY, SKILLED));
  dear->price_ore_per_h = 900 * KR;
  struct source_row *cheap =
      memory_row(&memory, TABLE_SOURCES, memory_add_source(&memory, "cheap", SOURCE_SUBSTITUTE, SKILLED));
  cheap->hours_milli_per_week = 40 * MILLI;
  const struct plan *plan = town_plan(*state, town_scenario(&memory), stretch_of_weeks(2025, 9, 1, 2));
  assert_near(plan->hours[HOURS_SUBSTITUTE], 2 * 40, 1e-9);
  assert_near(plan->hours[HOURS_AGENCY], 2 * (112 - 40), 1e-9);
  assert_near(kr_from_ore(plan->ledger.ore[LEDGER_AGENCY]), 2 * 72 * 900, 1e-9);
}

// --- starting from a basis ----------------------------------------------------------------------------------------

// From a sister's basis, that of the baseline adjusted, as from scratch.
static void a_start_changes_the_way_not_the_end(void **state) {
  struct random random = {.state = 7};
  struct memory memory = random_town(*state, &random, (struct town_shape){.groups = 3, .shifts = 3, .seasons = true});
  town_edit(&memory, town_measure(&memory, "m", day_from_date(2025, 1, 1)), "need", NULL, "persons", "multiply 0.95");
  struct question question = {
      .scenario = town_scenario(&memory), .stretch = stretch_of_year(2025), .measures = true, .week_types = true};
  struct answers answers = town_solve(*state, &question); // each from the one before
  assert_true(program_same_shape(answers.plans[REFERENCE][0]->program, answers.plans[SUBJECT][0]->program));
  struct solver *solver = solver_new();
  const struct basis *sister = answers.plans[REFERENCE][POSITIONS_ADJUSTED]->solution->basis;
  for (int v = 0; v < VARIANTS; v++)
    for (int p = 0; p < POSITIONS_ANSWERS; p++) {
      const struct plan *warm = answers.plans[v][p], *cold = program_plan(*state, warm->program);
      const struct solution *near = solver_solve(solver, *state, warm->program, sister);
      assert_near(warm->cost_kr, cold->cost_kr, 1e-9);
      assert_near(near->cost_kr, cold->solution->cost_kr, 1e-9);
      assert_near(warm->shortfall_h, cold->shortfall_h, 1e-7);
      assert_near(near->shortfall_h, cold->planned_shortfall_h, 1e-7);
    }
  solver_free(solver);
}

static void the_same_start_takes_no_pivot(void **state) {
  struct memory memory = ward_in_steps(*state, 0);
  struct question question = {
      .scenario = town_scenario(&memory), .stretch = stretch_of_year(2025), .measures = true, .week_types = true};
  const struct plan *plan = town_solve(*state, &question).plans[SUBJECT][POSITIONS_ADJUSTED];
  assert_true(plan->solution->whole_pivots > 0);
  struct solver *solver = solver_new();
  const struct solution *again = solver_solve(solver, *state, plan->program, plan->solution->basis);
  solver_free(solver);
  assert_int_equal(again->whole_pivots, 0);
  assert_near(again->cost_kr, plan->solution->cost_kr, 1e-12);
}

static void a_start_of_another_shape_is_not_used(void **state) {
  struct memory memory = ward_in_steps(*state, 0);
  const struct scenario *scenario = town_scenario(&memory);
  const struct plan *plan = town_plan(*state, scenario, stretch_of_weeks(2025, 9, 1, 1));
  const struct plan *other = town_plan(*state, scenario, stretch_of_year(2025));
  struct solver *solver = solver_new();
  const struct solution *found = solver_solve(solver, *state, plan->program, other->solution->basis);
  solver_free(solver);
  assert_int_equal(found->status, SOLVE_OPTIMAL);
  assert_near(found->cost_kr, plan->solution->cost_kr, 1e-9);
}

// --- whole heads, empty programmes, faults ------------------------------------------------------------------------

static void whole_heads_cost_no_less_than_parts(void **state) {
  struct memory memory = ward_in_steps(*state, 0);
  struct question question = {
      .scenario = town_scenario(&memory), .stretch = stretch_of_weeks(2025, 9, 1, 4), .week_types = true};
  const struct plan *parts = town_solve(*state, &question).plans[REFERENCE][POSITIONS_ADJUSTED];
  double heads = plan_heads(parts, 0, 0);
  memory = ward_in_steps(*state, 1000);
  question.scenario = town_scenario(&memory);
  const struct plan *whole = town_solve(*state, &question).plans[REFERENCE][POSITIONS_ADJUSTED];
  double whole_heads = plan_heads(whole, 0, 0);
  assert_near(whole_heads, round(whole_heads), 1e-9);
  assert_true(fabs(heads - round(heads)) > 0.01); // or the test would say nothing
  assert_true(whole->cost_kr > parts->cost_kr + 1);
  assert_most(whole->solution->bound_kr, whole->solution->cost_kr, 0);
  assert_most(parts->cost_kr, whole->solution->bound_kr, 1e-6);
}

static void a_number_that_is_none_is_a_fault(void **state) {
  struct memory memory = plain_ward(*state, 2000, 8000);
  const struct plan *plan = town_plan(*state, town_scenario(&memory), stretch_of_weeks(2025, 9, 1, 1));
  struct program broken = *plan->program;
  broken.columns = arena_array(*state, broken.column_count, sizeof *broken.columns);
  memcpy(broken.columns, plan->program->columns, broken.column_count * sizeof *broken.columns);
  broken.columns[0].cost_kr = NAN;
  struct solver *solver = solver_new();
  const struct solution *found = solver_solve(solver, *state, &broken, NULL);
  solver_free(solver);
  assert_int_equal(found->status, SOLVE_FAULT);
  assert_non_null(found->fault);
  FILE *to = tmpfile();
  assert_non_null(to);
  assert_false(solver_export(&broken, plan->solution, EXPORT_LP, to));
  assert_int_equal(ftell(to), 0);
  fclose(to);
}

static void an_export_that_cannot_be_written(void **state) {
  struct memory memory = plain_ward(*state, 2000, 8000);
  const struct plan *plan = town_plan(*state, town_scenario(&memory), stretch_of_weeks(2025, 9, 1, 1));
  FILE *to = fopen("/dev/full", "w");
  assert_non_null(to);
  assert_false(solver_export(plan->program, plan->solution, EXPORT_LP, to));
  fclose(to);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(exported_programmes_by_glpsol, set_up, tear_down),
      cmocka_unit_test_setup_teardown(whole_steps_by_glpsol, set_up, tear_down),
      cmocka_unit_test_setup_teardown(cover_comes_before_any_price, set_up, tear_down),
      cmocka_unit_test_setup_teardown(cost_comes_second, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_start_changes_the_way_not_the_end, set_up, tear_down),
      cmocka_unit_test_setup_teardown(the_same_start_takes_no_pivot, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_start_of_another_shape_is_not_used, set_up, tear_down),
      cmocka_unit_test_setup_teardown(whole_heads_cost_no_less_than_parts, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_number_that_is_none_is_a_fault, set_up, tear_down),
      cmocka_unit_test_setup_teardown(an_export_that_cannot_be_written, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("solve", tests, NULL, NULL);
}
