// SPDX-License-Identifier: GPL-3.0-or-later
// Every reason told is put back as the edit it names: the year then costs, and covers, what was said.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "audit/why.h"
#include "base/fixed.h"
#include "support/audited.h"
#include "support/town.h"

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

enum { YEAR = 2025, TOWNS = 2 };

static const char *kept(const struct memory *memory, const char *text) {
  return arena_text(memory->arena, text, strlen(text));
}

// "groups; unit='ward' group='g0'; heads; add 1" as a measure of its own.
static void add_as_measure(struct memory *memory, const struct reason *reason) {
  char table[20], where[200], column[40], change[40];
  assert_int_equal(sscanf(reason->edit, "%19[^;]; %199[^;]; %39[^;]; %39[^;]", table, where, column, change), 4);
  if (!strcmp(change, "set (blank)"))
    strcpy(change, "set ");
  int64_t measure = town_measure(memory, "step", reason->step.first_day);
  int64_t row =
      town_edit(memory, measure, kept(memory, table), kept(memory, where), kept(memory, column), kept(memory, change));
  struct edit_row *edit = memory_row(memory, TABLE_EDITS, row);
  if (reason->step.last_day < day_from_date(YEAR, 12, 31))
    edit->to = reason->step.last_day;
}

static void check_reason(struct arena *arena, struct memory memory, const struct reason *reason) {
  add_as_measure(&memory, reason);
  const bool in_force[] = {true};
  struct study *study = study_new(town_scenario(&memory), NULL, NULL);
  enum solve_status status;
  const char *why;
  const struct comparison *c = study_compare(
      study, arena, &(struct study_question){.year = YEAR, .in_force = in_force, .undecided_start = DAY_NONE}, &status,
      &why);
  assert_non_null(c);
  const struct plan *before = c->plans[REFERENCE][reason->positions], *after = c->plans[SUBJECT][reason->positions];
  check_near(before->cost_kr - after->cost_kr, reason->saving_kr, 1e-5, __FILE__, __LINE__);
  check_near(before->shortfall_h - after->shortfall_h, reason->mended_h, 1e-5, __FILE__, __LINE__);
  check_near(after->shortfall_h, reason->left_h, 1e-5, __FILE__, __LINE__);
  study_free(study);
}

// Towns with enough people, and towns in which agencies have little on offer.
static struct memory town_of(struct arena *arena, int seed) {
  struct random random = {(uint64_t)seed * 7919 + 3};
  struct memory memory = random_town(arena, &random, (struct town_shape){.groups = 2, .shifts = 3, .seasons = false});
  memory_settings(&memory)->first_year = memory_settings(&memory)->last_year = YEAR;
  for (size_t i = 0; i < row_count(&memory.tables, TABLE_SOURCES); i++) {
    struct source_row *source = memory_row(&memory, TABLE_SOURCES, (int64_t)i);
    if (source->kind == SOURCE_SUBSTITUTE || source->kind == SOURCE_AGENCY)
      source->hours_milli_per_week = (seed % 2 ? 400 : 12) * MILLI;
  }
  return memory;
}

// A measure that begins later lets positions change on that day too, which the step does not.
static bool from_new_year(const struct reason *reason) { return reason->step.first_day == day_from_date(YEAR, 1, 1); }

static void every_reason_comes_true(void **state) {
  for (int seed = 0; seed < TOWNS; seed++) {
    struct memory memory = town_of(*state, seed);
    const struct audit *audit = audit_everything(town_scenario(&memory));
    for (size_t i = 0; i < audit->reason_count; i++)
      if (from_new_year(&audit->reasons[i]) || audit->reasons[i].positions == POSITIONS_KEPT)
        check_reason(*state, memory, &audit->reasons[i]);
  }
}

static const struct reason *reason_about(const struct audit *audit, enum positions p, const char *limit) {
  for (size_t i = 0; i < audit->reason_count; i++)
    if (audit->reasons[i].positions == p && !strcmp(audit->reasons[i].limit, limit))
      return &audit->reasons[i];
  return NULL;
}

// Two of four full-timers wanted every day for 8 h: 112 h a week of 160, but on Saturdays and Sundays every third
// weekend of four people gives 4/3 of the 2 persons wanted: 2/3 of a person is missing on 104 days. Two heads more (6 /
// 3 = 2) mend it, one does not; every second weekend (4 / 2 = 2) does.
static void the_smallest_that_mends(void **state) {
  struct memory memory = plain_ward(*state, 2000, 4000);
  ((struct group_row *)memory_row(&memory, TABLE_GROUPS, 0))->weekend_every_milli = 3000;
  memory_settings(&memory)->first_year = memory_settings(&memory)->last_year = YEAR;
  const struct audit *audit = audit_everything(town_scenario(&memory));
  const struct reason *heads = reason_about(audit, POSITIONS_KEPT, "heads");
  const struct reason *weekend = reason_about(audit, POSITIONS_KEPT, "weekend");
  assert_non_null(heads);
  assert_int_equal(heads->kind, REASON_MENDED);
  assert_int_equal(heads->step.size, 2);
  check_near(heads->mended_h, 104 * 8 * 2.0 / 3, 1e-6, __FILE__, __LINE__);
  check_near(heads->left_h, 0, 1e-9, __FILE__, __LINE__);
  assert_true(heads->saving_kr < -900000); // two positions
  assert_int_equal(heads->weeks, 52);
  assert_non_null(weekend);
  assert_int_equal(weekend->step.size, 2);
  check_near(weekend->mended_h, heads->mended_h, 1e-6, __FILE__, __LINE__);
  // the hours are in the contracts already: what the weekend costs more is its supplement
  assert_true(weekend->saving_kr < 0 && weekend->saving_kr > -100000);
}

// One of two wanted is hired: 20 h a week from substitutes, the rest from an agency that costs more than they do. Eight
// hours more of substitutes a week save the difference in price for every one of them, and the next eight as much.
static void a_price_that_holds(void **state) {
  struct memory memory = plain_ward(*state, 2000, 2000);
  memory_settings(&memory)->first_year = memory_settings(&memory)->last_year = YEAR;
  struct source_row *hired =
      memory_row(&memory, TABLE_SOURCES, memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, SKILLED));
  hired->hours_milli_per_week = 20 * MILLI;
  struct source_row *agency =
      memory_row(&memory, TABLE_SOURCES, memory_add_source(&memory, "agency", SOURCE_AGENCY, SKILLED));
  agency->price_ore_per_h = INT64_C(2000) * 100;
  const struct audit *audit = audit_everything(town_scenario(&memory));
  const struct reason *supply = reason_about(audit, POSITIONS_KEPT, "supply");
  assert_non_null(supply);
  assert_int_equal(supply->kind, REASON_BOUND);
  assert_int_equal(supply->step.size, 8);
  double hours = 8 * 365.0 / 7; // of the year
  assert_true(supply->saving_kr > hours * 1000 && supply->saving_kr < hours * 2000);
  check_reason(*state, memory, supply);
}

// Nobody there at all: nothing to loosen, and nothing told.
static void a_unit_without_anybody(void **state) {
  struct memory memory = memory_town(*state);
  memory_add_unit(&memory, "ward");
  memory_add_shift(&memory, 0, "day", 8 * HOURS, 16 * HOURS);
  memory_add_need(&memory, 0, "day", 8 * HOURS, 16 * HOURS, NURSE, 1000);
  memory_settings(&memory)->first_year = memory_settings(&memory)->last_year = YEAR;
  const struct audit *audit = audit_everything(town_scenario(&memory));
  assert_int_equal(audit->reason_count, 0);
  check_near(audit->baseline[0].figures[POSITIONS_KEPT].short_h, 365 * 8, 1e-9, __FILE__, __LINE__);
}

// An agency at the highest price there is, for the only hour wanted: it is used all the same.
static void cover_before_cost(void **state) {
  struct memory memory = plain_ward(*state, 1000, 1000);
  memory_settings(&memory)->first_year = memory_settings(&memory)->last_year = YEAR;
  struct source_row *agency =
      memory_row(&memory, TABLE_SOURCES, memory_add_source(&memory, "agency", SOURCE_AGENCY, SKILLED));
  agency->price_ore_per_h = INT64_C(100000) * 100;
  const struct audit *audit = audit_everything(town_scenario(&memory));
  const struct figures *kept = &audit->baseline[0].figures[POSITIONS_KEPT];
  check_near(kept->short_h, 0, 1e-6, __FILE__, __LINE__);
  assert_true(kept->hours[HOURS_AGENCY] > 500);
  assert_true(kept->cost_kr > 100000.0 * kept->hours[HOURS_AGENCY]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(every_reason_comes_true, set_up, tear_down),
      cmocka_unit_test_setup_teardown(the_smallest_that_mends, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_price_that_holds, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_unit_without_anybody, set_up, tear_down),
      cmocka_unit_test_setup_teardown(cover_before_cost, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("why", tests, NULL, NULL);
}
