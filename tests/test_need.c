// SPDX-License-Identifier: GPL-3.0-or-later
// Need by date, month and hours against the plain planner, which reads the rows by itself; and laws of it and of what a
// need takes, on towns drawn from seeds.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>

#include "audit/demand.h"
#include "base/fixed.h"
#include "plan/figures.h"
#include "scenario/need_row.h"
#include "support/long.h"
#include "support/plain_plan.h"
#include "support/town.h"

static struct memory town_of(struct arena *arena, struct random *random) {
  return random_town(arena, random,
                     (struct town_shape){.groups = 2, .shifts = 2 + random_below(random, 2), .seasons = true});
}

static struct need_row *need_at(struct memory *memory, size_t i) { return memory_row(memory, TABLE_NEED, (int64_t)i); }

// Dates and months at or around the stretch; persons as hours or by residents.
static void draw(struct random *random, struct need_row *row, struct stretch stretch) {
  int64_t window_min = span_min(row->start_min, row->end_min);
  if (random_chance(random, 40))
    row->from = stretch.first_day + random_below(random, stretch.day_count) - 2;
  if (random_chance(random, 40))
    row->to = (row->from == NOT_GIVEN ? stretch.first_day : row->from) + random_below(random, stretch.day_count);
  if (random_chance(random, 30))
    row->months = 1 << date_from_day(stretch.first_day).month | 1 << (1 + random_below(random, 12));
  int way = random_below(random, 3);
  if (way == 0)
    return;
  row->hours_milli = way == 1 ? row->persons_milli * window_min / 60 + random_below(random, 500) : NOT_GIVEN;
  row->residents_milli = 1000 * (1 + random_below(random, 5));
  row->resident_day_h_milli = 250 * (1 + random_below(random, 12));
  row->persons_milli = NOT_GIVEN;
}

static void dated_need_as_planned_plainly(void **state) {
  (void)state;
  static const int starts[][3] = {{2025, 4, 24}, {2025, 12, 25}, {2024, 12, 27}, {2025, 2, 24}};
  for (int seed = 1; seed <= few_or_all(4, 72); seed++) {
    struct arena *arena = arena_new();
    struct random random = {.state = (uint64_t)(7000 + seed)};
    struct memory memory = town_of(arena, &random);
    const int *start = starts[seed % 4];
    struct stretch stretch = {day_from_date(start[0], start[1], start[2]), 5 + random_below(&random, 9)};
    if (date_from_day(stretch.first_day + stretch.day_count - 1).year != start[0])
      stretch.day_count = day_from_date(start[0], 12, 31) - stretch.first_day + 1;
    for (size_t i = 0; i < row_count(&memory.tables, TABLE_NEED); i++)
      draw(&random, need_at(&memory, i), stretch);
    const struct plan *plan = town_plan(arena, town_scenario(&memory), stretch);
    struct plain_question question = {
        .tables = &memory.tables, .first_day = stretch.first_day, .day_count = stretch.day_count};
    struct plain_answer plain = plain_plan(arena, &question);
    if (fabs(plan->planned_shortfall_h - plain.short_h) > 1e-6 * fmax(1, plain.short_h) ||
        fabs(plan->planned_kr - plain.cost_kr) > 1e-6 * fmax(1, fabs(plain.cost_kr)))
      fail_msg("town %d: short %.6f h, plainly %.6f h; cost %.2f kr, plainly %.2f kr", seed, plan->planned_shortfall_h,
               plain.short_h, plan->planned_kr, plain.cost_kr);
    arena_free(arena);
  }
}

// A row cut in two at a date, or into months, is the row.
static void a_row_cut_in_two_is_the_row(void **state) {
  (void)state;
  for (int seed = 1; seed <= few_or_all(8, 30); seed++) {
    struct arena *arena = arena_new();
    struct random random = {.state = (uint64_t)(8000 + seed)};
    struct memory memory = town_of(arena, &random);
    struct stretch stretch = {day_from_date(2025, 5, 26), 12};
    const struct plan *whole = town_plan(arena, town_scenario(&memory), stretch);
    struct need_row second = *need_at(&memory, 0);
    if (seed % 2) {
      need_at(&memory, 0)->to = stretch.first_day + random_below(&random, stretch.day_count);
      second.from = need_at(&memory, 0)->to + 1;
    } else {
      need_at(&memory, 0)->months = 0x3e; // January to May
      second.months = 0x1fc0;             // June to December
    }
    memory_add(&memory, TABLE_NEED, &second);
    const struct plan *cut = town_plan(arena, town_scenario(&memory), stretch);
    assert_near(cut->shortfall_h, whole->shortfall_h, 1e-7);
    assert_near(cut->cost_kr, whole->cost_kr, 1e-7);
    arena_free(arena);
  }
}

// No plan that covers the need pays for fewer hours than `need` tells.
static void no_plan_pays_for_less(void **state) {
  (void)state;
  int covered = 0;
  for (int seed = 1; seed <= few_or_all(12, 40); seed++) {
    struct arena *arena = arena_new();
    struct random random = {.state = (uint64_t)(9000 + seed)};
    struct memory memory = town_of(arena, &random);
    const struct scenario *scenario = town_scenario(&memory);
    const struct plan *plan = town_plan(arena, scenario, stretch_of_year(2025));
    size_t count;
    const struct demand *demand = demand_of_year(arena, scenario, NOT_GIVEN, 2025, &count);
    assert_non_null(demand);
    assert_int_equal(count, 1);
    if (plan->planned_shortfall_h < 1e-6) {
      assert_most(demand->paid_h, figures_of(plan).staffed_h, 1e-6);
      covered++;
    }
    assert_true(demand->net_fte >= demand->gross_fte);
    arena_free(arena);
  }
  assert_true(covered > 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(dated_need_as_planned_plainly),
      cmocka_unit_test(a_row_cut_in_two_is_the_row),
      cmocka_unit_test(no_plan_pays_for_less),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
