// SPDX-License-Identifier: GPL-3.0-or-later
// Staff shared by units: laws on random pairs of units, the plain planner, and what falls to each unit.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>

#include "base/fixed.h"
#include "calendar/dayset.h"
#include "need/year_make.h"
#include "scenario/shared.h"
#include "support/long.h"
#include "support/plain_plan.h"
#include "support/town.h"

enum { FIRST_SEED = 7000 };
static int pairs(void) { return few_or_all(10, 80); }

static struct stretch around_easter(void) { return (struct stretch){day_from_date(2025, 4, 10), 12}; }

static struct memory pair_of(struct arena *arena, int seed, bool shared) {
  struct random random = {.state = (uint64_t)seed};
  struct memory memory =
      random_pair(arena, &random, (struct town_shape){.groups = 2, .shifts = 2 + seed % 2, .seasons = seed % 2 == 0});
  if (shared)
    share_at_random(&memory, &random);
  return memory;
}

// An edit that is in no measure in force: it makes one programme of the units, in which nobody is shared.
static void join_by_edit(struct memory *memory) {
  int64_t measure = town_measure(memory, "later", day_from_date(2025, 1, 1));
  const char *other = group_rows(&memory->tables)[0].unit ? "ward" : "home";
  char *change = arena_printf(memory->arena, "set %s", other);
  town_edit(memory, measure, "groups", group_rows(&memory->tables)[0].unit ? "unit=home" : "unit=ward", "also_units",
            change);
}

static const struct plan *kept(struct arena *arena, const struct memory *memory) {
  return town_plan(arena, town_scenario(memory), around_easter());
}

// --- laws ---------------------------------------------------------------------------------------------------------

static void never_dearer_than_tied(void **state) {
  int cheaper = 0;
  for (int seed = FIRST_SEED; seed < FIRST_SEED + pairs(); seed++) {
    struct arena *arena = arena_new();
    struct memory tied = pair_of(arena, seed, false), shared = pair_of(arena, seed, true);
    join_by_edit(&tied);
    const struct plan *before[POSITIONS_ANSWERS] = {kept(arena, &tied)},
                      *after[POSITIONS_ANSWERS] = {kept(arena, &shared)};
    const double *most_h = before[POSITIONS_KEPT]->variable_h;
    before[POSITIONS_ADJUSTED] = town_plan_adjusted(arena, town_scenario(&tied), around_easter(), most_h);
    after[POSITIONS_ADJUSTED] = town_plan_adjusted(arena, town_scenario(&shared), around_easter(), most_h);
    for (enum positions p = POSITIONS_KEPT; p < POSITIONS_ANSWERS; p++) {
      if (!plan_no_worse(after[p], before[p], 0))
        fail_msg("pair %d, %s: tied %.6f h %.2f kr, shared %.6f h %.2f kr", seed, positions_name(p),
                 before[p]->shortfall_h, before[p]->cost_kr, after[p]->shortfall_h, after[p]->cost_kr);
      cheaper += !plan_no_worse(before[p], after[p], 0);
    }
    arena_free(arena);
  }
  assert_true(cheaper > pairs() / 2);
  (void)state;
}

// The plan of a unit by itself.
static const struct plan *alone(struct arena *arena, const struct memory *memory, int64_t unit) {
  struct stretch stretch = around_easter();
  const struct scenario *scenario = town_scenario(memory);
  const struct timeline *timeline =
      timeline_make(arena, scenario, NULL, stretch.first_day, stretch.first_day, stretch.day_count);
  const struct unit_year *year =
      unit_year_make(arena, scenario, unit, timeline, timeline, (struct year_terms){.merge = true});
  assert_int_equal(year->frame->unit_count, 1);
  return program_plan(arena, program_build(arena, year, REFERENCE));
}

static void nobody_shared_is_each_by_itself(void **state) {
  for (int seed = FIRST_SEED; seed < FIRST_SEED + pairs(); seed++) {
    struct arena *arena = arena_new();
    struct memory apart = pair_of(arena, seed, false), joined = pair_of(arena, seed, false);
    join_by_edit(&joined);
    const struct plan *both = kept(arena, &joined), *one = alone(arena, &apart, 0), *other = alone(arena, &apart, 1);
    assert_int_equal(both->program->year->frame->unit_count, 2);
    assert_near(both->planned_shortfall_h, one->planned_shortfall_h + other->planned_shortfall_h, 1e-6);
    assert_near(both->planned_kr, one->planned_kr + other->planned_kr, 1e-6);
    arena_free(arena);
  }
  (void)state;
}

// --- what falls to each unit --------------------------------------------------------------------------------------

static void assert_adds_up(const struct plan *plan) {
  double hours[HOURS_KINDS] = {0}, fte = 0, short_h = 0;
  struct ledger sum = {{0}};
  for (int u = 0; u < plan->program->year->frame->unit_count; u++) {
    const struct plan_share *share = &plan->shares[u];
    struct ledger by_kind = {{0}};
    ledger_add(&sum, &share->ledger);
    fte += share->positions_fte;
    short_h += share->shortfall_h;
    for (int kind = 0; kind < HOURS_KINDS; kind++) {
      hours[kind] += share->hours[kind];
      ledger_add(&by_kind, &share->paid_for[kind]);
    }
    assert_memory_equal(&by_kind, &share->ledger, sizeof by_kind);
  }
  assert_memory_equal(&sum, &plan->ledger, sizeof sum); // to the øre
  assert_near(fte, plan->positions_fte, 1e-9);
  assert_near(short_h, plan->shortfall_h, 1e-9);
  for (int kind = 0; kind < HOURS_KINDS; kind++)
    assert_near(hours[kind], plan->hours[kind], 1e-9);
}

static void units_add_up(void **state) {
  for (int seed = FIRST_SEED; seed < FIRST_SEED + pairs(); seed++) {
    struct arena *arena = arena_new();
    struct memory memory = pair_of(arena, seed, true);
    const struct plan *plan = kept(arena, &memory);
    assert_adds_up(plan);
    assert_adds_up(town_plan_adjusted(arena, town_scenario(&memory), around_easter(), plan->variable_h));
    arena_free(arena);
  }
  (void)state;
}

// --- the plain planner --------------------------------------------------------------------------------------------

static void assert_plain(struct arena *arena, const struct memory *memory, struct stretch stretch, int seed) {
  const struct scenario *scenario = town_scenario(memory);
  double variable_h[PLAIN_LEVELS] = {0};
  const struct plan *plan = town_plan(arena, scenario, stretch);
  const struct frame *frame = plan->program->year->frame;
  for (int l = 0; l < frame->level_count; l++)
    variable_h[frame->levels[l]] = plan->variable_h[l]; // one segment
  struct plain_question plain = {.tables = &scenario->tables, .all_units = true, .variable_h = variable_h};
  plain.first_day = stretch.first_day;
  plain.day_count = stretch.day_count;
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    plain.adjusted = p == POSITIONS_ADJUSTED;
    struct plain_answer answer = plain_plan(arena, &plain);
    if (plain.adjusted)
      plan = town_plan_adjusted(arena, scenario, stretch, plan->variable_h);
    if (fabs(plan->planned_shortfall_h - answer.short_h) > 1e-6 * fmax(1, answer.short_h) ||
        fabs(plan->planned_kr - answer.cost_kr) > 1e-6 * fmax(1, fabs(answer.cost_kr)))
      fail_msg("pair %d %s: short %.6f h, plain planner %.6f h; cost %.2f kr, plain planner %.2f kr", seed,
               positions_name((enum positions)p), plan->planned_shortfall_h, answer.short_h, plan->planned_kr,
               answer.cost_kr);
  }
}

static void as_planned_plainly(void **state) {
  static const int starts[][3] = {{2025, 4, 12}, {2025, 12, 20}, {2024, 5, 14}, {2025, 1, 1}};
  for (int seed = FIRST_SEED; seed < FIRST_SEED + few_or_all(2, 46); seed++) {
    struct arena *arena = arena_new();
    struct random random = {.state = (uint64_t)seed};
    struct memory memory = random_pair(arena, &random, (struct town_shape){.groups = 1 + seed % 2, .shifts = 2});
    share_at_random(&memory, &random);
    const int *start = starts[seed % 4];
    assert_plain(arena, &memory,
                 (struct stretch){day_from_date(start[0], start[1], start[2]), 2 + random_below(&random, 5)}, seed);
    arena_free(arena);
  }
  (void)state;
}

// --- which units belong together ----------------------------------------------------------------------------------

static void chains_are_one(void **state) {
  struct arena *arena = arena_new();
  struct memory memory = memory_town(arena);
  static const char *const codes[] = {"north", "east", "south", "west", "nor"};
  for (int64_t u = 0; u < 5; u++)
    memory_add_unit(&memory, codes[u]);
  struct group_row *one = memory_row(&memory, TABLE_GROUPS, memory_add_group(&memory, 3, "a", NURSE, 1000, ONE_E8));
  struct group_row *two = memory_row(&memory, TABLE_GROUPS, memory_add_group(&memory, 1, "b", NURSE, 1000, ONE_E8));
  two->also_units = "west";
  one = memory_row(&memory, TABLE_GROUPS, 0);
  one->also_units = " north  west";
  size_t units[5];
  const struct scenario *scenario = town_scenario(&memory);
  assert_int_equal(units_solved_with(scenario, 1, units), 3); // north, east, west: east helps west, west helps north
  assert_true(units[0] == 0 && units[1] == 1 && units[2] == 3);
  assert_int_equal(unit_solved_as(scenario, 3), 0);
  assert_int_equal(unit_solved_as(scenario, 2), 2);
  assert_int_equal(unit_solved_as(scenario, 4), 4); // `nor` is not `north`
  assert_string_equal(units_solved_in_words(arena, scenario, 3), "north+east+west");
  arena_free(arena);
  (void)state;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(never_dearer_than_tied), cmocka_unit_test(nobody_shared_is_each_by_itself),
      cmocka_unit_test(units_add_up),           cmocka_unit_test(as_planned_plainly),
      cmocka_unit_test(chains_are_one),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
