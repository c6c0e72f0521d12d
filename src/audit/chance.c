// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/chance.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "audit/comparable.h"

// ---------------------------------------------------------------- in the process that solved

struct lived { // years of one plan
  struct arena *arena;
  const struct plan *plan;
  struct chance_model *model;
  struct chance_life *life;
  struct chance_year *years; // [count]
  size_t count, room;
  struct lived *next;
};

struct chance_lives {
  struct arena *arena;
  struct chance_ask ask;
  struct lived *first;
};

enum { LEAST_DRAWS = 200, DRAWS_AT_ONCE = 100 }; // for a precision asked for

struct chance_lives *chance_lives_new(const struct chance_ask *ask) {
  struct arena *arena = arena_new();
  struct chance_lives *lives = arena_alloc(arena, sizeof *lives);
  *lives = (struct chance_lives){.arena = arena, .ask = *ask};
  return lives;
}

static void end_lived(struct chance_lives *lives, struct lived *lived) {
  struct lived **at = &lives->first;
  while (*at != lived)
    at = &(*at)->next;
  *at = lived->next;
  chance_life_free(lived->life);
  arena_free(lived->arena);
}

void chance_lives_free(struct chance_lives *lives) {
  if (!lives)
    return;
  while (lives->first)
    end_lived(lives, lives->first);
  arena_free(lives->arena);
}

// The baseline, which serves every measure, is held against its own norm.
static struct lived *lived_of(struct chance_lives *lives, const struct comparison *comparison, enum variant v,
                              enum positions positions) {
  const struct plan *plan = comparison->plans[v][positions];
  const struct timeline *const *timelines = comparison->year->timelines;
  const struct timeline *const norms[VARIANTS] = {timelines[REFERENCE], timelines[v]};
  for (struct lived *lived = lives->first; lived; lived = lived->next)
    if (lived->plan == plan)
      return lived;
  struct arena *arena = arena_new();
  struct lived *lived = arena_alloc(arena, sizeof *lived);
  lived->arena = arena;
  lived->plan = plan;
  lived->model = chance_model_make(arena, plan, norms);
  lived->life = chance_life_new(lived->model);
  lived->next = lives->first;
  return lives->first = lived;
}

static const struct chance_year *year_of(struct chance_lives *lives, struct lived *lived, size_t number) {
  while (lived->count <= number) {
    struct chance_draw draw = {.seed = (uint64_t)lives->ask.seed, .number = (int)lived->count};
    struct chance_year *year =
        arena_push(lived->arena, &lived->years, &lived->count, &lived->room, sizeof *lived->years);
    *year = chance_live(lived->model, lived->life, &draw);
  }
  return &lived->years[number];
}

static void note(struct chance_pair *pair, enum variant v, const struct chance_year *year) {
  pair->beyond_kr[v] += year->beyond_kr;
  pair->empty_kr[v] += year->empty_kr;
  pair->empty_h[v] += year->empty_h;
  pair->overtime_h[v] += year->overtime_h;
  pair->agency_h[v] += year->agency_h;
  pair->asked[v] += year->asked;
  pair->below_days[v] += year->below_days;
}

static double saved_kr(const struct chance_pair *pair) {
  return pair->beyond_kr[REFERENCE] - pair->beyond_kr[SUBJECT] - (pair->empty_kr[SUBJECT] - pair->empty_kr[REFERENCE]);
}

static double error2_of(const struct chance_pair *pairs, size_t count) {
  double mean = 0, sum = 0;
  for (size_t i = 0; i < count; i++)
    mean += saved_kr(&pairs[i]) / (double)count;
  for (size_t i = 0; i < count; i++)
    sum += (saved_kr(&pairs[i]) - mean) * (saved_kr(&pairs[i]) - mean);
  return count > 1 ? sum / ((double)count - 1) / (double)count : 0;
}

static bool is_enough(const struct chance_ask *ask, struct chance_pairs *pairs, int units, double scale_kr) {
  if (pairs->count >= (size_t)ask->draws)
    return true;
  if (ask->precision <= 0 || pairs->count < LEAST_DRAWS || pairs->count % DRAWS_AT_ONCE)
    return false;
  return sqrt(error2_of(pairs->items, pairs->count) * units) <= ask->precision * fabs(scale_kr);
}

struct chance_pairs chance_pairs_draw(struct chance_lives *lives, struct arena *arena,
                                      const struct comparison *comparison, enum positions positions, int units,
                                      double scale_kr) {
  struct chance_pairs pairs = {.count = 0};
  struct lived *lived[VARIANTS];
  size_t room = 0;
  for (enum variant v = REFERENCE; v < VARIANTS; v++) {
    lived[v] = lived_of(lives, comparison, v, positions);
    pairs.heads[v] = lived[v]->model->heads_mean;
  }
  while (!is_enough(&lives->ask, &pairs, units, scale_kr)) {
    struct chance_pair *pair = arena_push(arena, &pairs.items, &pairs.count, &room, sizeof *pair);
    for (enum variant v = REFERENCE; v < VARIANTS; v++)
      note(pair, v, year_of(lives, lived[v], pairs.count - 1));
  }
  pairs.error2 = error2_of(pairs.items, pairs.count);
  if (lived[SUBJECT] != lived[REFERENCE]) // lived through for this measure alone
    end_lived(lives, lived[SUBJECT]);
  return pairs;
}

// ---------------------------------------------------------------- with other inputs

static int64_t saved_ore(const struct comparison *comparison, enum positions positions) {
  struct answer answer = {.empty_h = 0};
  answer_add_plans(&answer, comparison->plans[REFERENCE][positions], comparison->plans[SUBJECT][positions]);
  return effect_ore(&answer);
}

static void live_worlds(const struct chance_lives *lives, struct chance_pairs *pairs,
                        const struct comparison *comparison, enum variant v, enum positions positions, size_t draw) {
  const struct timeline *const *timelines = comparison->year->timelines;
  const struct timeline *const norms[VARIANTS] = {timelines[REFERENCE], timelines[v]};
  struct arena *passing = arena_new();
  struct chance_model *model = chance_model_make(passing, comparison->plans[v][positions], norms);
  struct chance_life *life = chance_life_new(model);
  for (size_t i = draw; i < pairs->world_count; i += pairs->input_draws) {
    struct chance_draw year = {.seed = (uint64_t)lives->ask.seed, .number = (int)i};
    struct chance_year lived = chance_live(model, life, &year);
    note(&pairs->worlds[i], v, &lived);
  }
  chance_life_free(life);
  arena_free(passing);
}

void chance_pairs_live(const struct chance_lives *lives, struct arena *arena, struct chance_pairs *pairs,
                       const struct comparison *comparison, enum positions positions, size_t draw,
                       size_t input_draws) {
  if (!pairs->worlds) {
    pairs->input_draws = input_draws;
    pairs->inputs_kr = arena_array(arena, input_draws, sizeof *pairs->inputs_kr);
    pairs->world_count = pairs->count;
    pairs->worlds = arena_array(arena, pairs->world_count, sizeof *pairs->worlds);
  }
  pairs->inputs_kr[draw] = kr_from_ore(saved_ore(comparison, positions));
  for (enum variant v = REFERENCE; v < VARIANTS; v++)
    live_worlds(lives, pairs, comparison, v, positions, draw);
}

const struct pack_shape chance_pair_shape = {sizeof(struct chance_pair), NULL, 0, NULL, 0};
const struct pack_shape chance_kr_shape = {sizeof(double), NULL, 0, NULL, 0};

// ---------------------------------------------------------------- all units together

static void add_pair(struct chance_pair *to, const struct chance_pair *more) {
  for (enum variant v = REFERENCE; v < VARIANTS; v++) {
    to->beyond_kr[v] += more->beyond_kr[v];
    to->empty_kr[v] += more->empty_kr[v];
    to->empty_h[v] += more->empty_h[v];
    to->overtime_h[v] += more->overtime_h[v];
    to->agency_h[v] += more->agency_h[v];
    to->asked[v] += more->asked[v];
    to->below_days[v] += more->below_days[v];
  }
}

static void add_worlds(struct arena *arena, struct chance_pairs *sum, const struct chance_pairs *more) {
  if (!more->worlds)
    return;
  if (!sum->worlds) {
    sum->input_draws = more->input_draws;
    sum->inputs_kr = arena_array(arena, more->input_draws, sizeof *sum->inputs_kr);
    sum->worlds = arena_array(arena, more->world_count, sizeof *sum->worlds);
    sum->world_count = more->world_count;
  }
  sum->world_count = sum->world_count < more->world_count ? sum->world_count : more->world_count;
  for (size_t i = 0; i < sum->world_count; i++)
    add_pair(&sum->worlds[i], &more->worlds[i]);
  for (size_t j = 0; j < sum->input_draws; j++)
    sum->inputs_kr[j] += more->inputs_kr[j];
}

void chance_pairs_add_amounts(struct chance_pairs *sum, const double *more_kr) {
  for (size_t j = 0; j < sum->input_draws; j++)
    sum->inputs_kr[j] += more_kr[j];
}

void chance_pairs_add(struct arena *arena, struct chance_pairs *sum, const struct chance_pairs *more) {
  if (!more->count)
    return;
  if (!sum->count) {
    sum->items = arena_array(arena, more->count, sizeof *sum->items);
    sum->count = more->count;
  }
  sum->count = sum->count < more->count ? sum->count : more->count;
  for (size_t i = 0; i < sum->count; i++)
    add_pair(&sum->items[i], &more->items[i]);
  for (enum variant v = REFERENCE; v < VARIANTS; v++)
    sum->heads[v] += more->heads[v];
  sum->error2 += more->error2;
  add_worlds(arena, sum, more);
}

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
  const struct chance_pair *items; // years by the plans of the inputs as they stand, or worlds
  size_t count;
  struct chance_line *line;
  double *values; // [count]
};

static double mean_of(const struct summing *s, size_t offset) {
  double sum = 0;
  for (size_t i = 0; i < s->count; i++)
    sum += *(const double *)(const void *)((const char *)&s->items[i] + offset);
  return sum / (double)s->count;
}

static void fill_means(const struct summing *s) {
  struct chance_line *line = s->line;
#define MEAN(FIELD) mean_of(s, offsetof(struct chance_pair, FIELD) + (size_t)v * sizeof(double))
  for (enum variant v = REFERENCE; v < VARIANTS; v++) {
    line->empty_h[v] = MEAN(empty_h);
    line->overtime_h[v] = MEAN(overtime_h);
    line->agency_h[v] = MEAN(agency_h);
    line->below_days[v] = MEAN(below_days);
    line->asked_per_head[v] = s->pairs->heads[v] > 0 ? MEAN(asked) / s->pairs->heads[v] : 0;
  }
#undef MEAN
}

// How many draws have how many days below the norm.
static void count_days(const struct summing *s) {
  struct chance_line *line = s->line;
  for (size_t i = 0; i < s->count; i++)
    for (enum variant v = REFERENCE; v < VARIANTS; v++) {
      size_t days = (size_t)lround(s->items[i].below_days[v]);
      line->below_most = days > line->below_most ? days : line->below_most;
    }
  for (enum variant v = REFERENCE; v < VARIANTS; v++) {
    line->below_draws[v] = arena_array(s->audit->arena, line->below_most + 1, sizeof(int));
    for (size_t i = 0; i < s->count; i++)
      line->below_draws[v][(size_t)lround(s->items[i].below_days[v])]++;
  }
}

static void fill_days(const struct summing *s) {
  size_t more = 0;
  for (size_t i = 0; i < s->count; i++) {
    const double *days = s->items[i].below_days;
    s->values[i] = days[SUBJECT];
    more += days[SUBJECT] > days[REFERENCE];
  }
  s->line->below_days_95 = spread_of(s->values, s->count).quantile[QUANTILE_95];
  s->line->more_below = (double)more / (double)s->count;
}

static double variance(const struct summing *s, enum variant v) {
  for (size_t i = 0; i < s->pairs->count; i++)
    s->values[i] = s->pairs->items[i].beyond_kr[v];
  double sd = spread_of(s->values, s->pairs->count).sd;
  return sd * sd;
}

static double paired_variance(const struct summing *s) {
  for (size_t i = 0; i < s->pairs->count; i++)
    s->values[i] = s->pairs->items[i].beyond_kr[REFERENCE] - s->pairs->items[i].beyond_kr[SUBJECT];
  double sd = spread_of(s->values, s->pairs->count).sd;
  return sd * sd;
}

static void fill_pairing(const struct summing *s) {
  double apart = variance(s, REFERENCE) + variance(s, SUBJECT), paired = paired_variance(s);
  s->line->unpaired = paired > 1e-6 ? apart / paired : 0;
}

void chance_values(const struct chance_pairs *pairs, const struct chance_pair *items, size_t count, double plan_kr,
                   double *values_kr) {
  double empty = 0;
  for (size_t i = 0; i < count; i++)
    empty += items[i].empty_kr[SUBJECT] - items[i].empty_kr[REFERENCE];
  for (size_t i = 0; i < count; i++) {
    const struct chance_pair *pair = &items[i];
    double of_plans = items == pairs->worlds ? pairs->inputs_kr[i % pairs->input_draws] : plan_kr;
    double cash = pair->beyond_kr[REFERENCE] - pair->beyond_kr[SUBJECT];
    values_kr[i] = of_plans + cash - (empty > 0 ? pair->empty_kr[SUBJECT] - pair->empty_kr[REFERENCE] : 0);
  }
}

static void fill_values(const struct summing *s) {
  chance_values(s->pairs, s->items, s->count, kr_from_ore(s->line->plan_ore), s->values);
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
  s->line->reached = spread_share_from(s->values, s->count, least - 0.005);
  s->line->verdict = s->line->reached >= sure       ? CHANCE_REACHED
                     : s->line->reached <= 1 - sure ? CHANCE_NOT_REACHED
                                                    : CHANCE_UNCERTAIN;
}

// From here on of the worlds: years by the plans of the inputs drawn. The mean is then as sure as so few draws of the
// inputs and so many years make it.
static void take_worlds(struct summing *s) {
  const struct chance_pairs *pairs = s->pairs;
  struct chance_line *line = s->line;
  s->items = pairs->worlds;
  s->count = pairs->world_count;
  for (size_t j = 0; j < pairs->input_draws; j++)
    s->values[j] = pairs->inputs_kr[j];
  struct spread inputs = spread_of(s->values, pairs->input_draws);
  line->input_draws = pairs->input_draws;
  line->inputs_sd_kr = inputs.sd;
  line->draws = s->count;
  fill_values(s);
  line->effect = spread_of(s->values, s->count);
  line->effect.error = sqrt(pairs->error2 + inputs.error * inputs.error);
}

static void add_line(struct audit *audit, const struct measure_effect *effect, const struct year_effect *year,
                     bool full, enum positions positions, const struct chance_pairs *pairs) {
  if (!pairs->count)
    return;
  struct arena *arena = arena_new();
  struct chance_line *line =
      arena_push(audit->arena, &audit->chance, &audit->chance_count, &audit->chance_room, sizeof *line);
  size_t room = pairs->input_draws > pairs->count ? pairs->input_draws : pairs->count;
  double *values = arena_array(arena, room, sizeof(double));
  struct summing s = {audit, effect, year, pairs, pairs->items, pairs->count, line, values};
  *line = (struct chance_line){.measure = effect->measure,
                               .year = year->year,
                               .full = full,
                               .positions = positions,
                               .draws = pairs->count,
                               .plan_ore = effect_ore(&year->answers[positions])};
  fill_pairing(&s);
  fill_values(&s);
  line->effect = spread_of(s.values, s.count);
  line->effect.error = sqrt(pairs->error2);
  line->chance_sd_kr = line->effect.sd;
  if (pairs->worlds)
    take_worlds(&s);
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
