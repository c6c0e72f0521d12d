// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/chance_pairs.h"
#include "base/fixed.h"
#include "chance/life.h"
#include "chance/spread.h"

#include <math.h>

// ---------------------------------------------------------------- in the process that solved

struct lived { // drawn years of one plan: those numbered first, first + step, ...
  struct arena *arena;
  size_t first, step;
  const struct plan *plan;
  struct chance_model *model;
  struct chance_life *life;
  struct chance_year *years; // [count] the first ones, to be reused by other measures
  size_t count, room;
  struct chance_year passing; // a later one
  struct lived *next;
};

struct chance_lives {
  struct arena *arena;
  struct chance_ask ask;
  struct lived *first; // of plans for the inputs as they stand
  struct lived *world; // of baselines for the inputs of the current draw
};

enum { LEAST_DRAWS = 200, DRAWS_AT_ONCE = 100 }; // for a requested precision

struct chance_lives *chance_lives_new(const struct chance_ask *ask) {
  struct arena *arena = arena_new();
  struct chance_lives *lives = arena_alloc(arena, sizeof *lives);
  *lives = (struct chance_lives){.arena = arena, .ask = *ask};
  return lives;
}

static void end_lived(struct lived **at, struct lived *lived) {
  while (*at != lived)
    at = &(*at)->next;
  *at = lived->next;
  chance_life_free(lived->life);
  arena_free(lived->arena);
}

void chance_lives_free(struct chance_lives *lives) {
  if (!lives)
    return;
  chance_lives_end_world(lives);
  while (lives->first)
    end_lived(&lives->first, lives->first);
  arena_free(lives->arena);
}

void chance_lives_end_world(struct chance_lives *lives) {
  while (lives->world)
    end_lived(&lives->world, lives->world);
}

static struct lived *find_lived(struct lived *first, const struct plan *plan) {
  for (struct lived *lived = first; lived; lived = lived->next)
    if (lived->plan == plan)
      return lived;
  return NULL;
}

// The baseline, shared by all measures, is compared with its own norm.
static struct lived *add_lived(struct lived **list, const struct comparison *comparison, enum variant v,
                               enum positions positions) {
  const struct timeline *const *timelines = comparison->year->timelines;
  const struct timeline *const norms[VARIANTS] = {timelines[REFERENCE], timelines[v]};
  struct arena *arena = arena_new();
  struct lived *lived = arena_alloc(arena, sizeof *lived);
  lived->arena = arena;
  lived->step = 1;
  lived->plan = comparison->plans[v][positions];
  lived->model = chance_model_make(arena, comparison_plan(arena, comparison, v, positions), norms);
  lived->life = chance_life_new(lived->model);
  lived->next = *list;
  return *list = lived;
}

// The baseline is shared by all measures. A measure's own plan, also where it is the baseline's, is lived with the
// measure's norm, its answers of those asked and its need from day to day.
static struct lived *lived_of(struct lived **list, const struct comparison *comparison, enum variant v,
                              enum positions positions) {
  struct lived *known = v == REFERENCE ? find_lived(*list, comparison->plans[REFERENCE][positions]) : NULL;
  return known ? known : add_lived(list, comparison, v, positions);
}

static struct chance_year live_year(const struct chance_lives *lives, struct lived *lived, size_t place) {
  struct chance_draw draw = {.seed = (uint64_t)lives->ask.seed, .number = (int)(lived->first + place * lived->step)};
  return chance_live(lived->model, lived->life, &draw);
}

// The year at this place of the plan's years. Valid until the next call.
static const struct chance_year *year_of(const struct chance_lives *lives, struct lived *lived, size_t place) {
  if (place >= CHANCE_KEPT_MOST) {
    lived->passing = live_year(lives, lived, place);
    return &lived->passing;
  }
  while (lived->count <= place) {
    struct chance_year year = live_year(lives, lived, lived->count);
    *(struct chance_year *)arena_push(lived->arena, &lived->years, &lived->count, &lived->room, sizeof year) = year;
  }
  return &lived->years[place];
}

static void note_pair(struct chance_pair *pair, enum variant v, const struct chance_year *year) {
  pair->beyond_kr[v] += year->beyond_kr;
  pair->more_empty_kr += v == SUBJECT ? year->empty_kr : -year->empty_kr;
  pair->below_days[v] += year->below_days;
}

static void note_sums(struct chance_sums *sums, enum variant v, const struct chance_year *year) {
  sums->beyond_kr[v] += year->beyond_kr;
  sums->more_empty_kr += v == SUBJECT ? year->empty_kr : -year->empty_kr;
  sums->empty_h[v] += year->empty_h;
  sums->overtime_h[v] += year->overtime_h;
  sums->agency_h[v] += year->agency_h;
  sums->asked[v] += year->asked;
  sums->below_days[v] += year->below_days;
}

static double saved_kr(const struct chance_pair *pair) {
  return pair->beyond_kr[REFERENCE] - pair->beyond_kr[SUBJECT] - pair->more_empty_kr;
}

bool chance_is_enough(const struct chance_ask *ask, size_t count, double error2, double scale_kr) {
  if (count >= (size_t)ask->draws)
    return true;
  if (ask->precision <= 0 || count < LEAST_DRAWS || count % DRAWS_AT_ONCE)
    return false;
  return sqrt(error2) <= ask->precision * fabs(scale_kr);
}

static void keep(struct arena *arena, struct chance_draws *draws, size_t *room, const struct chance_pair *pair) {
  if (draws->kept_count < CHANCE_KEPT_MOST)
    *(struct chance_pair *)arena_push(arena, &draws->kept, &draws->kept_count, room, sizeof *pair) = *pair;
}

struct chance_pairs chance_pairs_draw(struct chance_lives *lives, struct arena *arena,
                                      const struct comparison *comparison, enum positions positions, int units,
                                      double scale_kr) {
  struct chance_pairs pairs = {.error2 = 0};
  struct lived *lived[VARIANTS];
  size_t room = 0;
  for (enum variant v = REFERENCE; v < VARIANTS; v++) {
    lived[v] = lived_of(&lives->first, comparison, v, positions);
    pairs.heads[v] = lived[v]->model->heads_mean;
  }
  struct chance_draws *draws = &pairs.years;
  struct running saved = {0, 0};
  while (!chance_is_enough(&lives->ask, draws->count, running_error2(&saved, draws->count) * units, scale_kr)) {
    struct chance_pair pair = {.more_empty_kr = 0};
    for (enum variant v = REFERENCE; v < VARIANTS; v++) {
      const struct chance_year *year = year_of(lives, lived[v], draws->count);
      note_pair(&pair, v, year);
      note_sums(&draws->sums, v, year);
    }
    keep(arena, draws, &room, &pair);
    running_add(&saved, saved_kr(&pair), ++draws->count);
  }
  pairs.error2 = running_error2(&saved, draws->count);
  end_lived(&lives->first, lived[SUBJECT]);
  return pairs;
}

// ---------------------------------------------------------------- with other inputs

int64_t plans_saved_ore(const struct comparison *comparison, enum positions positions) {
  struct answer answer = {.empty_h = 0};
  answer_add_plans(&answer, comparison->plans[REFERENCE][positions], comparison->plans[SUBJECT][positions]);
  return effect_ore(&answer);
}

static void live_worlds(struct chance_lives *lives, struct chance_pairs *pairs, const struct comparison *comparison,
                        enum variant v, enum positions positions, size_t draw) {
  struct lived *lived = lived_of(&lives->world, comparison, v, positions);
  lived->first = draw;
  lived->step = pairs->input_solved;
  for (size_t i = draw, place = 0; i < pairs->worlds.count; i += pairs->input_solved, place++) {
    const struct chance_year *year = year_of(lives, lived, place);
    note_sums(&pairs->worlds.sums, v, year);
    if (i < pairs->worlds.kept_count)
      note_pair(&pairs->worlds.kept[i], v, year);
  }
  if (v == SUBJECT)
    end_lived(&lives->world, lived);
}

void chance_pairs_begin_worlds(struct arena *arena, struct chance_pairs *pairs, size_t solved, size_t draws) {
  pairs->input_solved = solved;
  pairs->inputs_kr = arena_array(arena, solved, sizeof *pairs->inputs_kr);
  pairs->input_draws = draws;
  pairs->slopes_kr = arena_array(arena, draws, sizeof *pairs->slopes_kr);
  pairs->worlds.count = pairs->years.count;
  pairs->worlds.kept_count = pairs->years.kept_count;
  pairs->worlds.kept = arena_array(arena, pairs->worlds.kept_count, sizeof *pairs->worlds.kept);
}

void chance_pairs_live(struct chance_lives *lives, struct chance_pairs *pairs, const struct comparison *comparison,
                       enum positions positions, size_t world) {
  pairs->inputs_kr[world] = kr_from_ore(plans_saved_ore(comparison, positions));
  for (enum variant v = REFERENCE; v < VARIANTS; v++)
    live_worlds(lives, pairs, comparison, v, positions, world);
}

void chance_values(const struct chance_pairs *pairs, const struct chance_draws *draws, double plan_kr,
                   double *values_kr) {
  bool emptier = draws->sums.more_empty_kr > 0;
  for (size_t i = 0; i < draws->kept_count; i++) {
    const struct chance_pair *pair = &draws->kept[i];
    double of_plans = draws == &pairs->worlds ? pairs->inputs_kr[i % pairs->input_solved] : plan_kr;
    double cash = pair->beyond_kr[REFERENCE] - pair->beyond_kr[SUBJECT];
    values_kr[i] = of_plans + cash - (emptier ? pair->more_empty_kr : 0);
  }
}

// ---------------------------------------------------------------- from one process to another

static const struct pack_shape pair_shape = {sizeof(struct chance_pair), NULL, 0, NULL, 0};
static const struct pack_shape kr_shape = {sizeof(double), NULL, 0, NULL, 0};
static const struct pack_list pairs_lists[] = {
    {offsetof(struct chance_pairs, years.kept), offsetof(struct chance_pairs, years.kept_count), &pair_shape},
    {offsetof(struct chance_pairs, inputs_kr), offsetof(struct chance_pairs, input_solved), &kr_shape},
    {offsetof(struct chance_pairs, slopes_kr), offsetof(struct chance_pairs, input_draws), &kr_shape},
    {offsetof(struct chance_pairs, worlds.kept), offsetof(struct chance_pairs, worlds.kept_count), &pair_shape},
};
const struct pack_shape chance_pairs_shape = {sizeof(struct chance_pairs), NULL, 0, pairs_lists,
                                              sizeof pairs_lists / sizeof *pairs_lists};

// ---------------------------------------------------------------- all units together

static void add_pair(struct chance_pair *to, const struct chance_pair *more) {
  to->more_empty_kr += more->more_empty_kr;
  for (enum variant v = REFERENCE; v < VARIANTS; v++) {
    to->beyond_kr[v] += more->beyond_kr[v];
    to->below_days[v] += more->below_days[v];
  }
}

// to = to * of_to + more * of_more
static void add_sums(struct chance_sums *to, double of_to, const struct chance_sums *more, double of_more) {
#define ADD(FIELD) to->FIELD = to->FIELD * of_to + more->FIELD * of_more
  ADD(more_empty_kr);
  for (enum variant v = REFERENCE; v < VARIANTS; v++) {
    ADD(beyond_kr[v]);
    ADD(empty_h[v]);
    ADD(overtime_h[v]);
    ADD(agency_h[v]);
    ADD(asked[v]);
    ADD(below_days[v]);
  }
#undef ADD
}

static size_t fewer(size_t a, size_t b) { return a < b ? a : b; }

// The sums of a unit with more draws are used as means.
static void add_draws(struct arena *arena, struct chance_draws *sum, const struct chance_draws *more) {
  if (!more->count)
    return;
  if (!sum->count) {
    sum->count = more->count;
    sum->kept_count = more->kept_count;
    sum->kept = arena_array(arena, more->kept_count, sizeof *sum->kept);
  }
  size_t count = fewer(sum->count, more->count);
  add_sums(&sum->sums, (double)count / (double)sum->count, &more->sums, (double)count / (double)more->count);
  sum->count = count;
  sum->kept_count = fewer(sum->kept_count, more->kept_count);
  for (size_t i = 0; i < sum->kept_count; i++)
    add_pair(&sum->kept[i], &more->kept[i]);
}

void chance_pairs_add_amounts(struct chance_pairs *sum, const double *more_kr) {
  for (size_t j = 0; j < sum->input_solved; j++)
    sum->inputs_kr[j] += more_kr[j];
  for (size_t j = 0; j < sum->input_draws; j++)
    sum->slopes_kr[j] += more_kr[j];
}

static void add_all(struct arena *arena, double **sum, size_t *sum_count, const double *more, size_t count) {
  if (count && !*sum_count) {
    *sum_count = count;
    *sum = arena_array(arena, count, sizeof **sum);
  }
  for (size_t j = 0; j < count; j++)
    (*sum)[j] += more[j];
}

void chance_pairs_add(struct arena *arena, struct chance_pairs *sum, const struct chance_pairs *more) {
  add_draws(arena, &sum->years, &more->years);
  add_draws(arena, &sum->worlds, &more->worlds);
  for (enum variant v = REFERENCE; v < VARIANTS; v++)
    sum->heads[v] += more->heads[v];
  sum->error2 += more->error2;
  add_all(arena, &sum->inputs_kr, &sum->input_solved, more->inputs_kr, more->input_solved);
  add_all(arena, &sum->slopes_kr, &sum->input_draws, more->slopes_kr, more->input_draws);
}
