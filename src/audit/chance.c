// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/chance.h"

#include <assert.h>
#include <math.h>

#include "audit/comparable.h"
#include "audit/world_effects.h"
#include "base/fixed.h"

// ---------------------------------------------------------------- lines

const char *chance_verdict_name(enum chance_verdict verdict) {
  static const char *const names[] = {"", "not_reached", "uncertain", "reached"};
  assert((size_t)verdict < sizeof names / sizeof *names);
  return names[verdict];
}

struct summing {
  struct audit *audit;
  const struct measure_effect *effect;
  const struct year_effect *year;
  const struct chance_pairs *pairs;
  const struct chance_draws *draws; // years by the plans of the original inputs, or worlds
  struct chance_line *line;
  double *values; // [draws->kept_count]
};

static void fill_means(const struct summing *s) {
  struct chance_line *line = s->line;
  const struct chance_sums *sums = &s->draws->sums;
  double one = 1 / (double)s->draws->count;
  for (enum variant v = REFERENCE; v < VARIANTS; v++) {
    line->empty_h[v] = sums->empty_h[v] * one;
    line->overtime_h[v] = sums->overtime_h[v] * one;
    line->agency_h[v] = sums->agency_h[v] * one;
    line->below_days[v] = sums->below_days[v] * one;
    line->asked_per_head[v] = s->pairs->heads[v] > 0 ? sums->asked[v] * one / s->pairs->heads[v] : 0;
  }
}

// Counts the draws by their number of days below the norm.
static void count_days(const struct summing *s) {
  struct chance_line *line = s->line;
  const struct chance_draws *draws = s->draws;
  for (size_t i = 0; i < draws->kept_count; i++)
    for (enum variant v = REFERENCE; v < VARIANTS; v++) {
      size_t days = (size_t)draws->kept[i].below_days[v];
      line->below_most = days > line->below_most ? days : line->below_most;
    }
  for (enum variant v = REFERENCE; v < VARIANTS; v++) {
    line->below_draws[v] = arena_array(s->audit->arena, line->below_most + 1, sizeof(int));
    for (size_t i = 0; i < draws->kept_count; i++)
      line->below_draws[v][(size_t)draws->kept[i].below_days[v]]++;
  }
}

static void fill_days(const struct summing *s) {
  size_t more = 0, count = s->draws->kept_count;
  for (size_t i = 0; i < count; i++) {
    const int32_t *days = s->draws->kept[i].below_days;
    s->values[i] = days[SUBJECT];
    more += days[SUBJECT] > days[REFERENCE];
  }
  s->line->below_days_95 = spread_of(s->values, count).quantile[QUANTILE_95];
  s->line->more_below = (double)more / (double)count;
}

static double variance(const struct summing *s, enum variant v) {
  const struct chance_draws *years = &s->pairs->years;
  for (size_t i = 0; i < years->kept_count; i++)
    s->values[i] = years->kept[i].beyond_kr[v];
  double sd = spread_of(s->values, years->kept_count).sd;
  return sd * sd;
}

static double paired_variance(const struct summing *s) {
  const struct chance_draws *years = &s->pairs->years;
  for (size_t i = 0; i < years->kept_count; i++)
    s->values[i] = years->kept[i].beyond_kr[REFERENCE] - years->kept[i].beyond_kr[SUBJECT];
  double sd = spread_of(s->values, years->kept_count).sd;
  return sd * sd;
}

static void fill_pairing(const struct summing *s) {
  double apart = variance(s, REFERENCE) + variance(s, SUBJECT), paired = paired_variance(s);
  s->line->unpaired = paired > 1e-6 ? apart / paired : 0;
}

// For the plans, a mean over the draws: draw i has the mean of the inputs of world i % input_solved.
static double mean_of_plans(const struct summing *s) {
  const struct chance_pairs *pairs = s->pairs;
  size_t inputs = pairs->input_solved, count = s->draws->count;
  if (s->draws != &pairs->worlds)
    return kr_from_ore(s->line->plan_ore);
  double sum = 0;
  for (size_t j = 0; j < inputs && j < count; j++)
    sum += pairs->inputs_kr[j] * (double)(count / inputs + (j < count % inputs));
  return sum / (double)count;
}

// Quantiles and spread of the draws kept; the mean of all.
static void fill_values(const struct summing *s) {
  const struct chance_draws *draws = s->draws;
  const struct chance_sums *sums = &draws->sums;
  chance_values(s->pairs, draws, kr_from_ore(s->line->plan_ore), s->values);
  s->line->effect = spread_of(s->values, draws->kept_count);
  s->line->draws = draws->count;
  s->line->draws_kept = draws->kept_count;
  if (draws->count == draws->kept_count)
    return;
  double cash = sums->beyond_kr[REFERENCE] - sums->beyond_kr[SUBJECT];
  s->line->effect.mean = mean_of_plans(s) + (cash - fmax(0, sums->more_empty_kr)) / (double)draws->count;
}

static struct claimed claimed_on(const struct summing *s) {
  const struct scenario *scenario = s->audit->scenario;
  int year = s->year->year, last = claim_last_year(scenario, s->effect->measure);
  struct claimed claimed = claim_standing(scenario, s->effect->measure, s->line->full ? last : year);
  bool fits = (claimed.basis == CLAIM_FULL_YEAR) == s->line->full;
  if (!fits || !last)
    claimed.amount_ore = NOT_GIVEN;
  return claimed;
}

static void judge(const struct summing *s) {
  const struct settings_row *settings = settings_of(&s->audit->scenario->tables);
  struct claimed claimed = claimed_on(s);
  s->line->claimed_ore = claimed.amount_ore;
  if (claimed.amount_ore == NOT_GIVEN)
    return;
  double claim_kr = kr_from_ore(claimed.amount_ore), sure = (double)settings->sure_e8 / (double)ONE_E8;
  double of_plans_kr = kr_from_ore(claim_comparable_ore(s->effect, s->year, &claimed, s->line->positions)) -
                       kr_from_ore(s->line->plan_ore);
  double least = claim_kr - fabs(claim_kr) * (double)settings->tolerance_e8 / (double)ONE_E8 - of_plans_kr;
  s->line->reached = spread_share_from(s->values, s->draws->kept_count, least - 0.005);
  s->line->verdict = s->line->reached >= sure       ? CHANCE_REACHED
                     : s->line->reached <= 1 - sure ? CHANCE_NOT_REACHED
                                                    : CHANCE_UNCERTAIN;
}

// From here on for the worlds: years by the plans of the inputs drawn. The precision of the mean then depends on both
// the number of input draws and the number of years.
static void take_solved(struct summing *s) {
  const struct chance_pairs *pairs = s->pairs;
  struct chance_line *line = s->line;
  s->draws = &pairs->worlds;
  for (size_t j = 0; j < pairs->input_solved; j++)
    s->values[j] = pairs->inputs_kr[j];
  struct spread inputs = spread_of(s->values, pairs->input_solved);
  line->inputs_sd_kr = inputs.sd;
  fill_values(s);
  line->effect.error = sqrt(pairs->error2 + inputs.error * inputs.error);
}

// Where worlds are estimated, draw i has the luck of year i by the plans as they stand, and what world i % input_draws
// adds. Hours and days are those of the solved worlds.
static void take_estimated(struct summing *s, struct arena *arena) {
  const struct chance_pairs *pairs = s->pairs;
  struct chance_line *line = s->line;
  double plan_kr = kr_from_ore(line->plan_ore), mean_kr = line->effect.mean;
  struct estimate plans = worlds_estimate(arena, pairs, worlds_plans_kr(arena, pairs, plan_kr));
  struct estimate years = worlds_estimate(arena, pairs, worlds_years_kr(arena, pairs, plan_kr));
  chance_values(pairs, &pairs->years, plan_kr, s->values);
  for (size_t i = 0; i < pairs->years.kept_count; i++)
    s->values[i] += years.values[i % pairs->input_draws];
  s->draws = &pairs->worlds;
  line->effect = spread_of(s->values, pairs->years.kept_count);
  line->effect.mean = mean_kr + years.mean;
  line->effect.error = sqrt(pairs->error2 + years.error2);
  line->inputs_sd_kr = plans.sd;
  line->explained = plans.explained;
}

static void take_worlds(struct summing *s, struct arena *arena) {
  s->line->input_draws = s->pairs->input_draws;
  s->line->input_solved = s->pairs->input_solved;
  if (worlds_are_estimated(s->pairs))
    take_estimated(s, arena);
  else
    take_solved(s);
}

static void add_line(struct audit *audit, const struct measure_effect *effect, const struct year_effect *year,
                     bool full, enum positions positions, const struct chance_pairs *pairs) {
  if (!pairs->years.count)
    return;
  struct arena *arena = arena_new();
  struct chance_line *line =
      arena_push(audit->arena, &audit->chance, &audit->chance_count, &audit->chance_room, sizeof *line);
  size_t kept = pairs->years.kept_count, room = pairs->input_solved > kept ? pairs->input_solved : kept;
  double *values = arena_array(arena, room, sizeof(double));
  struct summing s = {audit, effect, year, pairs, &pairs->years, line, values};
  *line = (struct chance_line){.measure = effect->measure,
                               .year = year->year,
                               .full = full,
                               .positions = positions,
                               .plan_ore = effect_ore(&year->answers[positions])};
  fill_pairing(&s);
  fill_values(&s);
  line->effect.error = sqrt(pairs->error2);
  line->chance_sd_kr = line->effect.sd;
  if (pairs->worlds.count)
    take_worlds(&s, arena);
  judge(&s);
  fill_means(&s);
  fill_days(&s);
  count_days(&s);
  arena_free(arena);
}

void chance_lines_add(struct audit *audit, const struct measure_effect *effect, const struct chance_pairs *sums) {
  for (int y = 0; y <= effect->year_count; y++)
    for (int p = 0; p < POSITIONS_ANSWERS; p++) {
      bool full = y == effect->year_count;
      add_line(audit, effect, full ? &effect->full : &effect->years[y], full, (enum positions)p,
               &sums[y * POSITIONS_ANSWERS + p]);
    }
}

const struct chance_line *chance_line_of(const struct audit *audit, size_t measure, enum positions positions) {
  assert(measure < audit->scenario->tables.list[TABLE_MEASURES].count);
  const struct chance_line *best = NULL;
  for (size_t i = 0; i < audit->chance_count; i++) {
    const struct chance_line *line = &audit->chance[i];
    bool claimed = line->claimed_ore != NOT_GIVEN;
    if (line->measure == measure && line->positions == positions &&
        (claimed || !best || best->claimed_ore == NOT_GIVEN))
      best = line;
  }
  return best;
}
