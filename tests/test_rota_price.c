// SPDX-License-Identifier: GPL-3.0-or-later
// The price of a rota through the year: never below the plan's proven bound, whatever the town, its rota and the week
// of it on which the year begins; and the average over these weeks, each solved anew.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "audit/unit_rota.h"
#include "base/fixed.h"
#include "rota/solve.h"
#include "support/long.h"
#include "support/town.h"

enum { FIRST_SEED = 300, YEAR = 2025 };
static int towns(void) { return few_or_all(8, 24); }

static struct group_row *group_at(struct memory *memory, size_t g) {
  return memory_row(memory, TABLE_GROUPS, (int64_t)g);
}

// Whole heads and whole weekends, so that there are lines; in every third town people who work by the year, and in
// every fifth some whose weekends are counted over the year.
static struct memory town_of(struct arena *arena, int seed) {
  struct random random = {(uint64_t)seed * 104729 + 7};
  struct memory memory =
      random_town(arena, &random, (struct town_shape){.groups = 2, .shifts = 3, .seasons = seed % 2});
  memory_settings(&memory)->first_year = memory_settings(&memory)->last_year = YEAR;
  for (size_t g = 0; g < row_count(&memory.tables, TABLE_GROUPS); g++) {
    struct group_row *group = group_at(&memory, g);
    group->heads_milli = MILLI * (1 + random_below(&random, 6));
    group->weekend_every_milli = MILLI * (2 + random_below(&random, 2));
    if (seed % 3 == 0) {
      group->regime = REGIME_YEAR;
      group->band_e8 = (5 + 5 * random_below(&random, 5)) * PERCENT;
    }
    if (seed % 5 == 0) {
      group->weekends_per_year_milli = MILLI * (17 + random_below(&random, 6));
      group->weekend_ceiling_milli = 2 * MILLI;
    }
  }
  return memory;
}

static const struct comparison *compare(struct study *study, struct arena *arena) {
  struct study_question question = {
      .year = YEAR, .undecided_start = day_from_date(YEAR, 1, 1), .norm = NORM_FREE, .replacement = REPLACED_AS_BEFORE};
  enum solve_status status;
  const char *why;
  const struct comparison *comparison = study_compare(study, arena, &question, &status, &why);
  assert_non_null(comparison);
  return comparison;
}

// Lines moved on by whole weeks keep every rule of a line and cover otherwise.
static void move_lines(struct rota *rota, struct random *random) {
  int days = 7 * rota->weeks, moved[7 * ROTA_WEEKS_MOST];
  for (int line = 0; line < rota->line_count; line++) {
    int by = 7 * random_below(random, rota->weeks);
    for (int t = 0; t < days; t++)
      moved[t] = rota->day[line * days + (t + by) % days];
    memcpy(rota->day + line * days, moved, (size_t)days * sizeof *moved);
  }
}

struct counts {
  int priced, dearer, by_year;
};

static void check_price(struct study *study, struct arena *arena, int seed, struct counts *counts) {
  static const int weeks[] = {6, 3, 6, 12};
  struct random random = {(uint64_t)seed};
  const struct comparison *comparison = compare(study, arena);
  struct base_rota *base = base_rota_make(arena, comparison->year, REFERENCE, weeks[seed % 4]);
  if (base->refusal)
    return;
  struct rota_answer answer = rota_solve(arena, &base->problem, &(struct rota_limits_of_search){.steps = 200});
  if (answer.outcome != ROTA_FOUND)
    return;
  struct rota_breach breach;
  move_lines(answer.rota, &random);
  assert_int_equal(rota_check(&base->problem, answer.rota, &breach, 1), 0);
  struct rota_price price = rota_price_of(study, arena, comparison, base, answer.rota);
  if (!price.known)
    print_error("seed %d: %s\n", seed, price.why);
  assert_true(price.known);
  const struct plan *kept = comparison->plans[REFERENCE][POSITIONS_KEPT];
  assert_near(price.plan_kr, kept->cost_kr, 1e-12);
  if (rota_price_more_kr(&price) < -0.01)
    print_error("seed %d: %.2f kr, empty %.2f h %.2f kr\n", seed, rota_price_more_kr(&price), price.empty_h,
                price.empty_kr);
  assert_most(kept->cost_kr, kept->cost_kr + rota_price_more_kr(&price), 1e-8);
  counts->priced++;
  counts->dearer += rota_price_more_kr(&price) > 100;
  counts->by_year += group_rows(base->tables)[0].regime == REGIME_YEAR;
}

static void never_below_the_plan(void **state) {
  struct counts counts = {0, 0, 0};
  for (int seed = FIRST_SEED; seed < FIRST_SEED + towns(); seed++) {
    struct arena *arena = arena_new();
    struct memory memory = town_of(arena, seed);
    struct study *study = study_new(town_scenario(&memory), NULL, NULL);
    check_price(study, arena, seed, &counts);
    study_free(study);
    arena_free(arena);
  }
  assert_true(counts.priced >= towns() / 2);
  assert_true(counts.dearer >= counts.priced / 3);
  assert_true(counts.by_year >= counts.priced / 8);
  (void)state;
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(never_below_the_plan)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
