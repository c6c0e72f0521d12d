// SPDX-License-Identifier: GPL-3.0-or-later
// Years lived through by chance: one person, two sources and need that varies against closed forms, averages against the
// programme, quantiles and intervals, and the order of a published simulation of wards. Spells: test_spells.c.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <glob.h>
#include <math.h>
#include <string.h>

#include "audit/effect.h"
#include "base/fixed.h"
#include "chance/estimate.h"
#include "chance/life.h"
#include "chance/spread.h"
#include "chance/stream.h"
#include "support/long.h"
#include "support/town.h"

enum { YEAR = 2025, DAYS = 365 };

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

// Within three standard errors of what is wanted: fails by chance once in 370, with a fixed seed always or never.
static void assert_mean(double found, double wanted, double error) {
  if (fabs(found - wanted) > 3 * error + 1e-9)
    fail_msg("mean %.6f, wanted %.6f within 3 x %.6f", found, wanted, error);
}

// ---------------------------------------------------------------- one person, one window

struct one_person {
  struct chance_model *model;
  double away; // share
};

// Each day apart from all others: spells of mean length 1 / (1 - q) are days drawn by coin.
static struct spells *days_apart(struct arena *arena, double away) {
  double each[DAYS];
  for (int d = 0; d < DAYS; d++)
    each[d] = away;
  struct spell_terms terms = {{1 / (1 - away), 60}, 0};
  return spells_make(arena, each, DAYS, &terms);
}

// One full-timer wanted 8-16 on every day, who works seven days of 8 h in a week of 56 h.
static struct memory one_person(struct arena *arena) {
  struct memory memory = plain_ward(arena, 1000, 1000);
  struct group_row *group = memory_row(&memory, TABLE_GROUPS, 0);
  group->full_time_min = 56 * HOURS;
  group->weekend_every_milli = 1000;
  memory_add_absence(&memory, ABSENCE_SICK, NOT_GIVEN, 10 * PERCENT);
  return memory;
}

static struct chance_model *model_of(struct arena *arena, struct memory *memory) {
  const struct plan *plan = town_plan(arena, town_scenario(memory), stretch_of_year(YEAR));
  return chance_model_make(arena, plan, plan->program->year->timelines);
}

struct sums {
  double mean, variance, error;
};

typedef double of_year(const struct chance_year *year);
static double empty_shifts(const struct chance_year *year) { return year->empty_h / 8; }
static double substitute_shifts(const struct chance_year *year) { return year->substitute_h / 8; }
static double agency_shifts(const struct chance_year *year) { return year->agency_h / 8; }
static double beyond_kr(const struct chance_year *year) { return year->beyond_kr; }
static double empty_h(const struct chance_year *year) { return year->empty_h; }

static struct sums live_years(const struct chance_model *model, int draws, bool averages, of_year *value) {
  struct chance_life *life = chance_life_new(model);
  double sum = 0, squares = 0;
  for (int i = 0; i < draws; i++) {
    struct chance_draw draw = {.seed = 11, .number = i, .averages = averages};
    struct chance_year year = chance_live(model, life, &draw);
    double x = value(&year);
    sum += x;
    squares += x * x;
  }
  chance_life_free(life);
  struct sums sums = {.mean = sum / draws};
  sums.variance = (squares - sum * sum / draws) / (draws - 1);
  sums.error = sqrt(sums.variance / draws);
  return sums;
}

// Nobody to ask: the empty days of a year are binomial, n = 365, q = 0.1: mean 36.5, variance 32.85.
static void empty_days_of_one_person_are_binomial(void **state) {
  enum { DRAWS = 4000 };
  struct memory memory = one_person(*state);
  struct chance_model *model = model_of(*state, &memory);
  model->group[0].spells = days_apart(*state, 0.1);
  struct sums sums = live_years(model, DRAWS, false, empty_shifts);
  assert_mean(sums.mean, 36.5, sums.error);
  assert_mean(sums.variance, 32.85, 32.85 * sqrt(2.0 / DRAWS));
}

// Two sources, asked in order: of 36.5 gaps a year the first fills 60 %, the second half of the rest, and 20 % stay
// empty.
static void two_sources_fill_in_their_order(void **state) {
  enum { DRAWS = 2000 };
  struct memory memory = one_person(*state);
  int64_t bank = memory_add_source(&memory, "bank", SOURCE_SUBSTITUTE, SKILLED);
  int64_t agency = memory_add_source(&memory, "agency", SOURCE_AGENCY, SKILLED);
  struct source_row *first = memory_row(&memory, TABLE_SOURCES, bank);
  struct source_row *second = memory_row(&memory, TABLE_SOURCES, agency);
  first->yes_e8 = 60 * PERCENT;
  second->yes_e8 = 50 * PERCENT;
  first->yes_short_e8 = second->yes_short_e8 = NOT_GIVEN;
  first->yes_weekend_e8 = second->yes_weekend_e8 = 100 * PERCENT;
  second->price_ore_per_h = 900 * KR;
  struct chance_model *model = model_of(*state, &memory);
  model->group[0].spells = days_apart(*state, 0.1);
  struct sums found = live_years(model, DRAWS, false, substitute_shifts);
  assert_mean(found.mean, 36.5 * 0.6, found.error);
  found = live_years(model, DRAWS, false, agency_shifts);
  assert_mean(found.mean, 36.5 * 0.4 * 0.5, found.error);
  found = live_years(model, DRAWS, false, empty_shifts);
  assert_mean(found.mean, 36.5 * 0.4 * 0.5, found.error);
  // In the other order the agency fills half, and the bank 60 % of the rest.
  memory_settings(&memory)->fill_order = "agency substitute";
  model = model_of(*state, &memory);
  model->group[0].spells = days_apart(*state, 0.1);
  found = live_years(model, DRAWS, false, agency_shifts);
  assert_mean(found.mean, 36.5 * 0.5, found.error);
}

// ---------------------------------------------------------------- need that varies

// Of the difference of two Poisson numbers of mean m, at most `most` from 0: mean and variance of what is above 0.
static struct sums above_zero(double m, int most) {
  enum { TERMS = 60 };
  double chance[TERMS] = {exp(-m)}, sum = 0, squares = 0;
  for (int i = 1; i < TERMS; i++)
    chance[i] = chance[i - 1] * m / i;
  for (int i = 0; i < TERMS; i++)
    for (int j = 0; j < i; j++) {
      int more = i - j < most ? i - j : most;
      sum += chance[i] * chance[j] * more;
      squares += chance[i] * chance[j] * more * more;
    }
  return (struct sums){.mean = sum, .variance = squares - sum * sum};
}

// Four wanted and four there, nobody ill and nobody to ask: who is wanted more stays away.
static void need_beyond_the_plan_stays_empty_as_often_as_it_comes(void **state) {
  enum { DRAWS = 3000 };
  struct memory memory = one_person(*state);
  ((struct absence_row *)memory_row(&memory, TABLE_ABSENCE, 0))->percent_e8 = 0;
  struct need_row *need = memory_row(&memory, TABLE_NEED, 0);
  need->persons_milli = 4000;
  ((struct group_row *)memory_row(&memory, TABLE_GROUPS, 0))->heads_milli = 4000;
  assert_near(live_years(model_of(*state, &memory), 3, false, empty_h).mean, 0, 1e-6);
  need->persons_sd_milli = 1300;
  struct sums found = live_years(model_of(*state, &memory), DRAWS, false, empty_shifts), day = above_zero(1.69 / 2, 4);
  assert_mean(found.mean, DAYS * day.mean, found.error);
  assert_mean(found.variance, DAYS * day.variance, DAYS * day.variance * sqrt(2.0 / DRAWS));
}

// With substitutes without end the same hours are bought, and who is wanted less is paid all the same.
static void need_beyond_the_plan_is_bought(void **state) {
  struct memory memory = one_person(*state);
  ((struct absence_row *)memory_row(&memory, TABLE_ABSENCE, 0))->percent_e8 = 0;
  struct need_row *need = memory_row(&memory, TABLE_NEED, 0);
  need->persons_milli = 4000;
  need->persons_sd_milli = 1300;
  ((struct group_row *)memory_row(&memory, TABLE_GROUPS, 0))->heads_milli = 4000;
  memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, SKILLED);
  struct chance_model *model = model_of(*state, &memory);
  struct sums found = live_years(model, 1000, false, substitute_shifts), day = above_zero(1.69 / 2, 4);
  assert_mean(found.mean, DAYS * day.mean, found.error);
  assert_near(live_years(model, 100, false, empty_h).mean, 0, 1e-9);
  assert_true(live_years(model, 100, false, beyond_kr).mean > 0);
}

// ---------------------------------------------------------------- averages

// Gaps filled at the plan's price and paid back where there are fewer: on average a year costs what the programme says;
// and what the model books is what the pay engine booked.
static void assert_means_the_programme(struct arena *arena, const struct plan *plan, int draws) {
  struct chance_model *model = chance_model_make(arena, plan, plan->program->year->timelines);
  double variable_kr = 0;
  for (int kind = 0; kind < HOURS_KINDS; kind++)
    variable_kr += kind == HOURS_OWN ? 0 : kr_from_ore(ledger_sum(&plan->paid_for[kind]));
  assert_true(fabs(model->variable_kr - variable_kr) < 1 + 1e-7 * fabs(variable_kr));
  struct sums found = live_years(model, draws, true, beyond_kr);
  assert_mean(found.mean, 0, found.error);
}

static void averages_are_the_programme_in_random_towns(void **state) {
  for (int seed = 1; seed <= few_or_all(6, 60); seed++) {
    struct arena *arena = arena_new();
    struct random random = {(uint64_t)seed * 7919 + 5};
    struct memory memory = random_town(arena, &random, (struct town_shape){.groups = 3, .shifts = 3, .seasons = true});
    const struct plan *plan = town_plan(arena, town_scenario(&memory), stretch_of_year(YEAR));
    assert_means_the_programme(arena, plan, 300);
    arena_free(arena);
  }
  (void)state;
}

// Every unit of a scenario, in its last year, positions kept.
static void assert_units_mean_the_programme(const char *folder) {
  struct arena *arena = arena_new();
  struct problems *problems = problems_new(arena);
  const struct scenario *scenario = scenario_read(arena, folder, problems);
  assert_non_null(scenario);
  struct study *study = study_new(scenario, NULL, NULL);
  for (size_t u = 0; u < row_count(&scenario->tables, TABLE_UNITS); u++) {
    struct study_question question = {.unit = (int64_t)u,
                                      .year = (int)settings_of(&scenario->tables)->last_year,
                                      .undecided_start = undecided_start_of(scenario)};
    enum solve_status status;
    const char *why;
    const struct comparison *found = study_compare(study, arena, &question, &status, &why);
    assert_non_null(found);
    assert_means_the_programme(arena, found->plans[REFERENCE][POSITIONS_KEPT], 200);
  }
  study_free(study);
  arena_free(arena);
}

// Of every scenario that is shipped.
static void averages_are_the_programme_of_shipped_units(void **state) {
  glob_t found;
  size_t tried = 0;
  assert_int_equal(glob("scenarios/*/settings.csv", 0, NULL, &found), 0);
  assert_true(found.gl_pathc >= 5);
  for (size_t i = 0; i < found.gl_pathc; i++) {
    found.gl_pathv[i][strlen(found.gl_pathv[i]) - strlen("/settings.csv")] = '\0';
    if (few_or_all(0, 1) || strcmp(found.gl_pathv[i], "scenarios/skaun-malvik-sfo") == 0) {
      assert_units_mean_the_programme(found.gl_pathv[i]);
      tried++;
    }
  }
  assert_true(tried > 0);
  globfree(&found);
  (void)state;
}

// A ward with fewer of its own than it wants on any shift: nobody is ever too many, so the mean of real years is the
// programme's cost too. 4 wanted, 3.2 heads of 40 h (22.9 of 32 h a day), no end of substitutes.
static void short_wards_cost_what_the_programme_says(void **state) {
  struct memory memory = plain_ward(*state, 4000, 3200);
  memory_add_absence(&memory, ABSENCE_SICK, NOT_GIVEN, 10 * PERCENT);
  memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, SKILLED);
  struct chance_model *model = model_of(*state, &memory);
  struct sums found = live_years(model, 1000, false, beyond_kr);
  assert_true(found.error > 0);
  assert_mean(found.mean, 0, found.error);
  found = live_years(model, 10, false, empty_h);
  assert_near(found.mean, 0, 1e-9);
}

// ---------------------------------------------------------------- the published order of wards

// Low, standard and high baseline of own people; few, some and no end of temporary staff (Southampton's simulation of
// wards, model: shared words of the field): what the low baseline saves against the standard one shrinks as temporary
// staff comes, while the shifts left empty rise with less of both.
static double ward_year(struct arena *arena, int64_t heads_milli, int yes_percent, double *empty) {
  struct memory memory = plain_ward(arena, 6000, heads_milli);
  memory_add_absence(&memory, ABSENCE_SICK, NOT_GIVEN, 10 * PERCENT);
  struct source_row *hired =
      memory_row(&memory, TABLE_SOURCES, memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, SKILLED));
  hired->yes_e8 = yes_percent * PERCENT;
  hired->yes_short_e8 = NOT_GIVEN;
  hired->yes_weekend_e8 = 100 * PERCENT;
  const struct plan *plan = town_plan(arena, town_scenario(&memory), stretch_of_year(YEAR));
  struct chance_model *model = chance_model_make(arena, plan, plan->program->year->timelines);
  *empty = live_years(model, 60, false, empty_h).mean;
  return plan->cost_kr + live_years(model, 60, false, beyond_kr).mean;
}

static void savings_of_a_low_baseline_shrink(void **state) {
  static const int yes[] = {20, 60, 100};
  double saved[3], last_empty = INFINITY;
  for (int i = 0; i < 3; i++) {
    double low_empty, standard_empty, high_empty;
    double low = ward_year(*state, 6000, yes[i], &low_empty),
           standard = ward_year(*state, 8000, yes[i], &standard_empty);
    ward_year(*state, 10000, yes[i], &high_empty);
    saved[i] = (standard - low) / standard;
    assert_true(low_empty >= standard_empty && standard_empty >= high_empty && low_empty <= last_empty);
    assert_true(i == 2 || low_empty > standard_empty + 100);
    last_empty = low_empty;
  }
  assert_true(saved[0] > saved[1] + 0.02 && saved[1] > saved[2] + 0.02);
  assert_true(saved[0] > 0.15 && saved[0] < 0.25 && fabs(saved[2]) < 0.04);
}

// ---------------------------------------------------------------- spread

static void quantiles_rise_and_agree_with_shares(void **state) {
  struct chance_stream *stream = chance_stream_new();
  double values[1001];
  chance_begin(stream, 12);
  for (int i = 0; i < 1001; i++)
    values[i] = 5 + chance_exponential(stream);
  struct spread spread = spread_of(values, 1001);
  for (int q = 1; q < QUANTILES; q++)
    assert_true(spread.quantile[q] >= spread.quantile[q - 1]);
  assert_near(spread_share_from(values, 1001, spread.quantile[QUANTILE_50]), 0.5, 0.002);
  assert_near(spread_share_from(values, 1001, spread.quantile[QUANTILE_90]), 0.1, 0.002);
  assert_near(spread.error, spread.sd / sqrt(1001), 1e-12);
  chance_stream_free(stream);
  (void)state;
}

// In 200 repetitions with other seeds the interval of two errors holds the true mean in about 95 of 100: 177 to 199 of
// 200.
static void intervals_hold_the_true_mean(void **state) {
  enum { REPETITIONS = 200, DRAWS = 40 };
  struct memory memory = one_person(*state);
  struct chance_model *model = model_of(*state, &memory);
  model->group[0].spells = days_apart(*state, 0.1);
  struct chance_life *life = chance_life_new(model);
  int held = 0;
  for (int r = 0; r < REPETITIONS; r++) {
    double values[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      struct chance_draw draw = {.seed = (uint64_t)(1000 + r), .number = i};
      values[i] = chance_live(model, life, &draw).empty_h / 8;
    }
    struct spread spread = spread_of(values, DRAWS);
    held += fabs(spread.mean - 36.5) <= 2.02 * spread.error;
  }
  chance_life_free(life);
  assert_in_range(held, 180, 199);
}

// The same people on the same days: the difference of two wards that differ by little varies far less than they do.
static void pairs_vary_less_than_years_apart(void **state) {
  struct memory memory = plain_ward(*state, 4000, 3200);
  memory_add_absence(&memory, ABSENCE_SICK, NOT_GIVEN, 10 * PERCENT);
  memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, SKILLED);
  struct chance_model *before = model_of(*state, &memory);
  ((struct need_row *)memory_row(&memory, TABLE_NEED, 0))->persons_milli = 5000;
  struct chance_model *after = model_of(*state, &memory);
  struct chance_life *lives[2] = {chance_life_new(before), chance_life_new(after)};
  double values[3][200];
  for (int i = 0; i < 200; i++) {
    struct chance_draw draw = {.seed = 3, .number = i};
    values[0][i] = chance_live(before, lives[0], &draw).beyond_kr;
    values[1][i] = chance_live(after, lives[1], &draw).beyond_kr;
    values[2][i] = values[1][i] - values[0][i];
  }
  double apart = pow(spread_of(values[0], 200).sd, 2) + pow(spread_of(values[1], 200).sd, 2);
  assert_true(pow(spread_of(values[2], 200).sd, 2) < apart / 10);
  chance_life_free(lives[0]);
  chance_life_free(lives[1]);
}

// ---------------------------------------------------------------- worlds estimated

// Where the estimates are right but for a scale and a shift, the line through any of the worlds gives all of them, and
// the error is that of so many draws.
static void a_line_gives_all_worlds(void **state) {
  enum { KNOWN = 8, ALL = 20 };
  double estimates[ALL], known[KNOWN], sum = 0, squares = 0;
  for (int j = 0; j < ALL; j++) {
    estimates[j] = (j * 37 % ALL) - 4.5;
    sum += estimates[j];
    squares += estimates[j] * estimates[j];
  }
  for (int j = 0; j < KNOWN; j++)
    known[j] = 3 + 2 * estimates[j];
  struct estimate made = estimate_all(*state, known, KNOWN, estimates, ALL);
  double mean = sum / ALL, variance = (squares - ALL * mean * mean) / (ALL - 1);
  assert_true(fabs(made.mean - (3 + 2 * mean)) < 1e-9);
  assert_true(fabs(made.error2 - 4 * variance / ALL) < 1e-9);
  assert_true(fabs(made.sd - 2 * sqrt(variance)) < 1e-9);
  assert_true(fabs(made.explained - 1) < 1e-9);
  for (int j = 0; j < ALL; j++)
    assert_true(fabs(made.values[j] - (3 + 2 * estimates[j])) < 1e-9);
}

// Where they tell nothing, the known worlds are all there is: 0 to 7 have the mean 3.5 and the variance 6; of six degrees
// of freedom Student's t has the variance 6 / 4.
static void worthless_estimates_leave_the_known_worlds(void **state) {
  enum { KNOWN = 8, ALL = 40 };
  double estimates[ALL] = {0}, known[KNOWN];
  for (int j = 0; j < KNOWN; j++)
    known[j] = j;
  struct estimate made = estimate_all(*state, known, KNOWN, estimates, ALL);
  assert_true(fabs(made.mean - 3.5) < 1e-9 && fabs(made.error2 - 1.5 * 6 / KNOWN) < 1e-9 && made.explained == 0);
}

// Nearly normal, mean 0 and variance 1.
static double sum_of_twelve(struct chance_stream *stream) {
  double sum = -6;
  for (int i = 0; i < 12; i++)
    sum += chance_uniform(stream);
  return sum;
}

// Twice the error holds the mean in 95 of 100 repetitions, whether the estimates tell much or little of the worlds.
static void the_error_of_an_estimate_holds_the_mean(void **state) {
  enum { KNOWN = 16, ALL = 200, TIMES = 2000 };
  static const double noises[] = {0.1, 1, 10};
  struct chance_stream *stream = chance_stream_new();
  for (size_t n = 0; n < sizeof noises / sizeof *noises; n++) {
    int held = 0;
    for (int time = 0; time < TIMES; time++) {
      struct arena *arena = arena_new();
      double estimates[ALL], known[KNOWN];
      chance_begin(stream, chance_name((uint64_t)time, n));
      for (int j = 0; j < ALL; j++)
        estimates[j] = sum_of_twelve(stream);
      for (int j = 0; j < KNOWN; j++)
        known[j] = 5 + 1.2 * estimates[j] + noises[n] * sum_of_twelve(stream);
      struct estimate made = estimate_all(arena, known, KNOWN, estimates, ALL);
      held += fabs(made.mean - 5) <= 2 * sqrt(made.error2);
      arena_free(arena);
    }
    if (held < TIMES * 0.94 || held > TIMES * 0.975)
      fail_msg("noise %g: %d of %d hold the mean", noises[n], held, TIMES);
  }
  chance_stream_free(stream);
  (void)state;
}

int main(void) {
#define TEST(NAME) cmocka_unit_test_setup_teardown(NAME, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(need_beyond_the_plan_stays_empty_as_often_as_it_comes),
      TEST(need_beyond_the_plan_is_bought),
      TEST(empty_days_of_one_person_are_binomial),
      TEST(two_sources_fill_in_their_order),
      TEST(averages_are_the_programme_in_random_towns),
      TEST(averages_are_the_programme_of_shipped_units),
      TEST(short_wards_cost_what_the_programme_says),
      TEST(savings_of_a_low_baseline_shrink),
      TEST(quantiles_rise_and_agree_with_shares),
      TEST(intervals_hold_the_true_mean),
      TEST(pairs_vary_less_than_years_apart),
      cmocka_unit_test_setup_teardown(a_line_gives_all_worlds, set_up, tear_down),
      cmocka_unit_test_setup_teardown(worthless_estimates_leave_the_known_worlds, set_up, tear_down),
      cmocka_unit_test(the_error_of_an_estimate_holds_the_mean),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
