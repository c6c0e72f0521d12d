// SPDX-License-Identifier: GPL-3.0-or-later
// Rotas designed anew: the best of all choices of heads, within the limits, proven; and what stands in the way.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "audit/redesign.h"
#include "base/fixed.h"
#include "scenario/rows_settings.h"
#include "support/glpsol.h"
#include "support/long.h"
#include "support/rota.h"

enum { YEAR = 2025, TYPES_MOST = 3, FIRST_SEED = 1000, WEEKENDS = 1 << SATURDAY | 1 << SUNDAY };
static int towns(void) { return few_or_all(2, 12); }

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

// --- catalogues ---------------------------------------------------------------------------------------------------

static struct group_row *add_type(struct memory *memory, int64_t category, int64_t most_heads, int64_t percent) {
  static const char *const names[] = {"a", "b", "c"};
  size_t count = row_count(&memory->tables, TABLE_CATALOGUE);
  int64_t row = memory_add(memory, TABLE_CATALOGUE,
                           &(struct group_row){.group = names[count],
                                               .title = names[count],
                                               .category = category,
                                               .heads_milli = most_heads * MILLI,
                                               .position_e8 = percent * PERCENT,
                                               .full_time_min = NOT_GIVEN,
                                               .weekend_every_milli = 2 * MILLI,
                                               .weekends_per_year_milli = NOT_GIVEN,
                                               .weekend_ceiling_milli = 2 * MILLI,
                                               .agreement = AGREEMENT_LOCAL,
                                               .holiday_most_e8 = 50 * PERCENT,
                                               .adjust_min_e8 = NOT_GIVEN,
                                               .adjust_max_e8 = NOT_GIVEN,
                                               .adjust_step_milli = NOT_GIVEN});
  return memory_row(memory, TABLE_CATALOGUE, row);
}

static const struct design_row no_limits = {
    .average_position_e8 = NOT_GIVEN, .full_timers_e8 = NOT_GIVEN, .variable_e8 = NOT_GIVEN, .heads_milli = NOT_GIVEN};

static struct design_row *ask(struct memory *memory) {
  return memory_row(memory, TABLE_DESIGN, memory_add(memory, TABLE_DESIGN, &no_limits));
}

// So many are wanted from 8 to 16, every day.
static struct memory ward(struct arena *arena, int64_t persons_milli) {
  struct memory memory = memory_town(arena);
  memory_add_unit(&memory, "ward");
  memory_add_shift(&memory, 0, "day", 8 * HOURS, 16 * HOURS);
  memory_add_need(&memory, 0, "day", 8 * HOURS, 16 * HOURS, ASSISTANT, persons_milli);
  return memory;
}

static const struct redesign *redesign_of(struct arena *arena, const struct memory *memory) {
  enum solve_status status;
  const char *why = NULL;
  const struct redesign *redesign = redesign_unit(arena, town_scenario(memory), 0, YEAR, &status, &why);
  if (!redesign)
    fail_msg("nothing designed: %s", why);
  assert_int_equal(status, SOLVE_OPTIMAL);
  return redesign;
}

static double heads_of(const struct redesign *redesign) {
  double heads = 0;
  for (size_t i = 0; i < redesign->type_count; i++)
    heads += redesign->heads[i];
  return heads;
}

// --- every choice of heads tried ----------------------------------------------------------------------------------

static double share(int64_t e8) { return (double)e8 / (double)ONE_E8; }

static bool within_limits(const struct memory *memory, const int *heads) {
  const struct design_row *design = &design_rows(&memory->tables)[0];
  double sum = 0, positions = 0, full_timers = 0;
  for (size_t i = 0; i < row_count(&memory->tables, TABLE_CATALOGUE); i++) {
    const struct group_row *type = &catalogue_rows(&memory->tables)[i];
    sum += heads[i];
    positions += heads[i] * share(type->position_e8);
    full_timers += type->position_e8 == ONE_E8 ? heads[i] : 0;
  }
  if (design->heads_milli != NOT_GIVEN && sum * MILLI > (double)design->heads_milli)
    return false;
  if (design->average_position_e8 != NOT_GIVEN && positions < share(design->average_position_e8) * sum - 1e-9)
    return false;
  return design->full_timers_e8 == NOT_GIVEN || full_timers >= share(design->full_timers_e8) * sum - 1e-9;
}

// The best plan of these heads; of the limits only that of variable hours is a row here.
static const struct plan *plan_of(struct arena *arena, const struct memory *memory, const int *heads) {
  struct memory fixed = *memory;
  fixed.arena = arena;
  fixed.tables.list[TABLE_GROUPS] = (struct rows){.size = sizeof(struct group_row)};
  fixed.tables.list[TABLE_DESIGN] = (struct rows){.size = sizeof(struct design_row)};
  for (size_t i = 0; i < row_count(&memory->tables, TABLE_CATALOGUE); i++) {
    struct group_row group = catalogue_rows(&memory->tables)[i];
    group.heads_milli = heads[i] * MILLI;
    memory_add(&fixed, TABLE_GROUPS, &group);
  }
  ask(&fixed)->variable_e8 = design_rows(&memory->tables)[0].variable_e8;
  struct scenario *scenario = town_scenario(&fixed);
  scenario->redesign = true;
  return town_plan(arena, scenario, stretch_of_year(YEAR));
}

struct best {
  double short_h, cost_kr;
  int heads[TYPES_MOST];
  int tried, solved;
};

static void try_heads(const struct memory *memory, const int *heads, struct best *best) {
  best->tried++;
  if (!within_limits(memory, heads))
    return;
  struct arena *arena = arena_new();
  const struct plan *plan = plan_of(arena, memory, heads);
  best->solved++;
  bool better = plan->planned_shortfall_h < best->short_h - 1e-4 ||
                (plan->planned_shortfall_h < best->short_h + 1e-4 && plan->planned_kr < best->cost_kr);
  if (better) {
    best->short_h = plan->planned_shortfall_h;
    best->cost_kr = plan->planned_kr;
    memcpy(best->heads, heads, sizeof best->heads);
  }
  arena_free(arena);
}

static struct best try_all(const struct memory *memory) {
  struct best best = {.short_h = INFINITY, .cost_kr = INFINITY};
  int heads[TYPES_MOST] = {0};
  size_t types = row_count(&memory->tables, TABLE_CATALOGUE);
  for (bool more = true; more;) {
    try_heads(memory, heads, &best);
    size_t i = 0;
    while (i < types && ++heads[i] * MILLI > catalogue_rows(&memory->tables)[i].heads_milli)
      heads[i++] = 0;
    more = i < types;
  }
  return best;
}

// --- random catalogues --------------------------------------------------------------------------------------------

static void vary_type(struct group_row *type, struct random *random) {
  type->weekend_every_milli = 500 * (int64_t)(3 + random_below(random, 4));
  if (random_chance(random, 30))
    type->weekends_per_year_milli = (15 + random_below(random, 10)) * MILLI;
  if (random_chance(random, 25)) {
    type->regime = REGIME_YEAR;
    type->band_e8 = 10 * PERCENT;
  }
}

static void vary_limits(struct design_row *design, struct random *random) {
  if (random_chance(random, 70))
    design->average_position_e8 = (70 + 5 * random_below(random, 5)) * PERCENT;
  if (random_chance(random, 40))
    design->full_timers_e8 = (30 + 10 * random_below(random, 4)) * PERCENT;
  if (random_chance(random, 60))
    design->variable_e8 = (2 + 4 * random_below(random, 4)) * PERCENT;
  if (random_chance(random, 50))
    design->heads_milli = (4 + random_below(random, 3)) * MILLI;
}

static struct memory random_catalogue(struct arena *arena, int seed) {
  struct random random = {.state = (uint64_t)seed * 31};
  struct memory memory = ward(arena, 500 * (1 + random_below(&random, 5)));
  if (random_chance(&random, 40)) {
    memory_add_shift(&memory, 0, "late", 15 * HOURS + 30, 23 * HOURS);
    memory_add_need(&memory, 0, "late", 16 * HOURS, 22 * HOURS, SKILLED, 500);
  }
  static const int percents[] = {100, 80, 60, 50};
  int types = 2 + random_below(&random, 2);
  for (int i = 0; i < types; i++) {
    int percent = i ? percents[random_below(&random, 4)] : 100;
    vary_type(add_type(&memory, random_below(&random, 2), 2 + random_below(&random, 3), percent), &random);
  }
  if (random_chance(&random, 70))
    memory_add_absence(&memory, ABSENCE_SICK, NOT_GIVEN, 6 * PERCENT);
  if (random_chance(&random, 50)) {
    struct source_row *hired = rota_hired(&memory, SKILLED);
    hired->pay_e8 = random_chance(&random, 50) ? 150 * PERCENT : ONE_E8;
    if (random_chance(&random, 50))
      hired->hours_milli_per_week = (8 + random_below(&random, 20)) * MILLI;
  }
  vary_limits(ask(&memory), &random);
  return memory;
}

static void check_limits(const struct memory *memory, const struct redesign *redesign) {
  int heads[TYPES_MOST] = {0};
  for (size_t i = 0; i < redesign->type_count; i++) {
    heads[i] = (int)lround(redesign->heads[i]);
    assert_near(redesign->heads[i], heads[i], 1e-9);
    assert_true(heads[i] >= 0 && heads[i] * MILLI <= catalogue_rows(&memory->tables)[i].heads_milli);
  }
  assert_true(within_limits(memory, heads));
  const struct design_row *design = &design_rows(&memory->tables)[0];
  if (design->variable_e8 != NOT_GIVEN)
    assert_most(figures_variable_share(&redesign->figures), share(design->variable_e8), 1e-6);
}

static void the_best_of_all_choices(void **state) {
  int covered = 0, solved = 0, others = 0;
  for (int seed = FIRST_SEED; seed < FIRST_SEED + towns(); seed++) {
    struct arena *arena = arena_new();
    struct memory memory = random_catalogue(arena, seed);
    const struct redesign *redesign = redesign_of(arena, &memory);
    struct best best = try_all(&memory);
    check_limits(&memory, redesign);
    assert_most(redesign->planned_bound_kr, redesign->planned_kr, 1e-9);
    assert_most(redesign->planned_kr - redesign->planned_bound_kr, 1e-4 * redesign->planned_kr, 1e-9);
    assert_near(redesign->planned_short_h, best.short_h, 2e-4);
    assert_int_equal(redesign->covers, best.short_h < 1e-6);
    if (redesign->covers) {
      assert_most(best.cost_kr, redesign->planned_kr, 1e-6);
      assert_most(redesign->planned_kr, best.cost_kr, 1e-4);
      assert_most(redesign->planned_bound_kr, best.cost_kr, 1e-6);
    }
    covered += redesign->covers;
    solved += best.solved;
    others += best.tried - best.solved;
    arena_free(arena);
  }
  assert_true(covered >= towns() / 2 && covered < towns() - towns() / 6); // both kinds have been tried
  assert_true(solved > 8 * towns() && others > 4 * towns());
  (void)state;
}

// --- limits by hand -----------------------------------------------------------------------------------------------

// Two posts of 8 h every day take 3.15 positions of 35.5 h, and with every second weekend four heads.
static struct memory two_posts(struct arena *arena) {
  struct memory memory = ward(arena, 2 * MILLI);
  add_type(&memory, ASSISTANT, 6, 100);
  add_type(&memory, ASSISTANT, 12, 50);
  ask(&memory);
  return memory;
}

static struct design_row *limits_of(struct memory *memory) { return memory_row(memory, TABLE_DESIGN, 0); }

static void assert_heads(struct arena *arena, const struct memory *memory, int full_timers, int half_timers) {
  const struct redesign *redesign = redesign_of(arena, memory);
  assert_true(redesign->covers);
  assert_near(redesign->heads[0], full_timers, 1e-9);
  assert_near(redesign->heads[1], half_timers, 1e-9);
  assert_near(redesign->figures.heads, full_timers + half_timers, 1e-9);
  assert_near(redesign->figures.positions_fte, full_timers + half_timers / 2.0, 1e-9);
}

static void each_limit_by_hand(void **state) {
  struct memory memory = two_posts(*state);
  limits_of(&memory)->heads_milli = 4 * MILLI;
  assert_heads(*state, &memory, 3, 1);
  limits_of(&memory)->average_position_e8 = 90 * PERCENT; // 87.5 % before
  assert_heads(*state, &memory, 4, 0);
  *limits_of(&memory) = no_limits;
  limits_of(&memory)->full_timers_e8 = 76 * PERCENT; // 75 % before
  assert_heads(*state, &memory, 4, 0);
  limits_of(&memory)->full_timers_e8 = 75 * PERCENT;
  assert_heads(*state, &memory, 3, 1);
  *limits_of(&memory) = no_limits;
  const struct redesign *free = redesign_of(*state, &memory);
  assert_near(free->figures.positions_fte, 3.5, 1e-9); // of any kind, but four heads at least
  assert_true(heads_of(free) >= 4);
}

// Hired hours at a tenth of the pay: as many as the limit allows, so own people for the others.
static void the_share_of_variable_hours_binds(void **state) {
  for (int percent = 10; percent <= 50; percent += 20) {
    struct memory memory = two_posts(*state);
    rota_hired(&memory, ASSISTANT)->pay_e8 = 10 * PERCENT;
    limits_of(&memory)->variable_e8 = percent * PERCENT;
    const struct redesign *redesign = redesign_of(*state, &memory);
    assert_true(redesign->covers);
    assert_most(figures_variable_share(&redesign->figures), percent / 100.0, 1e-6);
    double own_fte = (1 - percent / 100.0) * 2 * 56 / 35.5;
    assert_most(own_fte, redesign->figures.positions_fte, 1e-6);
    assert_most(redesign->figures.positions_fte, own_fte + 0.5, 1e-6); // half a position is the smallest step
  }
}

// --- what stands in the way ---------------------------------------------------------------------------------------

static void too_few_heads(struct memory *memory) { limits_of(memory)->heads_milli = 3 * MILLI; }

static void too_high_an_average(struct memory *memory) {
  ((struct group_row *)memory_row(memory, TABLE_CATALOGUE, 0))->heads_milli = 2 * MILLI;
  limits_of(memory)->average_position_e8 = 90 * PERCENT;
}

static void too_many_full_timers(struct memory *memory) {
  ((struct group_row *)memory_row(memory, TABLE_CATALOGUE, 0))->heads_milli = 2 * MILLI;
  limits_of(memory)->full_timers_e8 = 90 * PERCENT;
}

static void few_of_each(struct memory *memory, int full_timers, int half_timers) {
  ((struct group_row *)memory_row(memory, TABLE_CATALOGUE, 0))->heads_milli = full_timers * MILLI;
  ((struct group_row *)memory_row(memory, TABLE_CATALOGUE, 1))->heads_milli = half_timers * MILLI;
}

static void too_few_hired(struct memory *memory) {
  few_of_each(memory, 2, 1);
  rota_hired(memory, ASSISTANT);
  limits_of(memory)->variable_e8 = 5 * PERCENT;
}

static void too_few_of_each(struct memory *memory) { few_of_each(memory, 2, 1); }

static void too_few_weekends(struct memory *memory) {
  few_of_each(memory, 4, 0);
  too_few_heads(memory);
  limits_of(memory)->heads_milli = 4 * MILLI;
  for (int64_t i = 0; i < 2; i++)
    ((struct group_row *)memory_row(memory, TABLE_CATALOGUE, i))->weekend_every_milli = 3 * MILLI;
}

static void too_few_weekends_a_year(struct memory *memory) {
  too_few_weekends(memory);
  for (int64_t i = 0; i < 2; i++)
    ((struct group_row *)memory_row(memory, TABLE_CATALOGUE, i))->weekends_per_year_milli = 20 * MILLI;
}

static void too_little_on_offer(struct memory *memory) {
  few_of_each(memory, 2, 1);
  limits_of(memory)->heads_milli = 3 * MILLI;
  rota_hired(memory, ASSISTANT)->hours_milli_per_week = 7 * MILLI; // a weekend of three full-timers leaves 8 h open
}

// Six heads: four late on Wednesdays, three by day on Thursdays, and ten hours between.
static void too_little_rest(struct memory *memory) {
  few_of_each(memory, 6, 0);
  limits_of(memory)->heads_milli = 6 * MILLI;
  memory_add_shift(memory, 0, "late", 16 * HOURS, 22 * HOURS);
  int64_t late = memory_add_need(memory, 0, "late", 16 * HOURS, 22 * HOURS, ASSISTANT, 4 * MILLI);
  ((struct need_row *)memory_row(memory, TABLE_NEED, late))->days = 1 << WEDNESDAY;
  int64_t more = memory_add_need(memory, 0, "more", 8 * HOURS, 16 * HOURS, ASSISTANT, MILLI);
  ((struct need_row *)memory_row(memory, TABLE_NEED, more))->days = 1 << THURSDAY;
}

// Each shift has its type, and of each 1.25 heads would do.
static void too_whole(struct memory *memory) {
  static const char *const codes[] = {"day", "late"};
  memory_add_shift(memory, 0, "late", 16 * HOURS, 24 * HOURS);
  memory_add_need(memory, 0, "late", 16 * HOURS, 24 * HOURS, ASSISTANT, 625);
  ((struct need_row *)memory_row(memory, TABLE_NEED, 0))->persons_milli = 625;
  for (int64_t i = 0; i < 2; i++) {
    struct group_row *type = memory_row(memory, TABLE_CATALOGUE, i);
    type->shifts = codes[i];
    type->position_e8 = ONE_E8;
  }
  limits_of(memory)->heads_milli = 3 * MILLI;
}

static void too_much_at_once(struct memory *memory) {
  few_of_each(memory, 1, 1);
  limits_of(memory)->heads_milli = 2 * MILLI;
}

static void what_stands_in_the_way(void **state) {
  static const struct {
    void (*make)(struct memory *memory);
    const char *words;
  } rows[] = {
      {too_whole, "that heads are whole"},
      {too_high_an_average, "the least average position"},
      {too_many_full_timers, "the least share of full-timers"},
      {too_few_hired, "the largest share of variable hours"},
      {too_few_heads, "the most heads"},
      {too_few_of_each, "the most heads of each type"},
      {too_few_weekends, "the weekends each may work"},
      {too_few_weekends_a_year, "the weekends each may work"},
      {too_little_on_offer, "the hours on offer from substitutes and agencies"},
      {too_little_rest, "the daily rest"},
      {too_much_at_once, NULL},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct memory memory = two_posts(*state);
    rows[i].make(&memory);
    const struct redesign *redesign = redesign_of(*state, &memory);
    assert_false(redesign->covers);
    assert_true(redesign->short_h > 1);
    bool same = !rows[i].words ? !redesign->blocking : redesign->blocking && !strcmp(redesign->blocking, rows[i].words);
    if (!same)
      fail_msg("%s, not %s", redesign->blocking ? redesign->blocking : "nothing alone",
               rows[i].words ? rows[i].words : "nothing alone");
  }
}

// By how much: 112 h a week are wanted, two full-timers and a half-timer have 88.75. 2025 begins and ends on a Wednesday: of
// its 53 weeks the last is short on days after New Year, for on the first three all who are wanted are there.
static void how_much_is_missing(void **state) {
  struct memory memory = two_posts(*state);
  too_few_of_each(&memory);
  const struct redesign *redesign = redesign_of(*state, &memory);
  assert_near(redesign->heads[0], 2, 1e-9);
  assert_near(redesign->heads[1], 1, 1e-9);
  assert_near(redesign->short_h, 52 * (112 - 2.5 * 35.5), 1e-6);
}

// --- whole steps, solved by another program -----------------------------------------------------------------------

static void whole_steps_by_glpsol(void **state) {
  for (int seed = FIRST_SEED; seed < FIRST_SEED + (tests_are_long() ? 3 : 1); seed++) {
    struct arena *arena = arena_new();
    struct memory memory = random_rota(arena, seed);
    memory_settings(&memory)->adjust_step_milli = 500;
    rota_year_round(&memory, 15 * PERCENT, HOLIDAYS_BY_PLANNER);
    for (int64_t g = 0; g < (int64_t)row_count(&memory.tables, TABLE_GROUPS); g++)
      rota_group(&memory, g)->weekends_per_year_milli = 19 * MILLI;
    const struct stretch stretch = stretch_of_weeks(2025, 5, 19, 8);
    const struct plan *kept = rota_kept(arena, &memory, stretch);
    const struct plan *whole = rota_adjusted(arena, &memory, stretch, kept);
    for (int g = 0; g < (int)row_count(&memory.tables, TABLE_GROUPS); g++) {
      double steps = (plan_heads(whole, g, 0) - plan_heads(kept, g, 0)) / 0.5;
      assert_near(steps, round(steps), 1e-6);
    }
    assert_near(glpsol_optimum(whole, EXPORT_MPS), whole->solution->cost_kr, 1e-5);
    assert_most(whole->solution->bound_kr, whole->solution->cost_kr, 1e-9);
    arena_free(arena);
  }
  (void)state;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(the_best_of_all_choices, set_up, tear_down),
      cmocka_unit_test_setup_teardown(each_limit_by_hand, set_up, tear_down),
      cmocka_unit_test_setup_teardown(the_share_of_variable_hours_binds, set_up, tear_down),
      cmocka_unit_test_setup_teardown(what_stands_in_the_way, set_up, tear_down),
      cmocka_unit_test_setup_teardown(how_much_is_missing, set_up, tear_down),
      cmocka_unit_test_setup_teardown(whole_steps_by_glpsol, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("redesign", tests, NULL, NULL);
}
