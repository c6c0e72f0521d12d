// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/drivers.h"

#include <assert.h>
#include <math.h>

#include "audit/matter.h"
#include "audit/studied.h"
#include "audit/world_effects.h"
#include "audit/worlds.h"
#include "base/fixed.h"
#include "scenario/shared.h"

const char *driver_kind_name(enum driver_kind kind) {
  static const char *const names[] = {"chance", "input", "together"};
  return names[kind];
}

// ---------------------------------------------------------------- shares
//
// The effect of the inputs is attributed step by step to the input that explains most of the remainder: the remainder
// is regressed on it, and the other inputs are cleared of what they share with it by the chance of so few draws. Which
// inputs explain anything is tested first on the plans' effect, which has no luck in it, then on what the drawn years
// add to it.

struct telling {
  const struct worlds *worlds;
  const struct drawn_inputs *inputs;
  struct arena *arena;
  size_t measure;
  size_t draws;
  double *plans, *years; // [draws] effect of the plans, and with what the years of each draw add; means 0
  double *rest;          // [draws] not yet explained
  double **columns;      // [inputs] numbers drawn, mean 0; NULL: used, or irrelevant to the measure
  size_t chosen_count;
  size_t chosen[DRIVERS_MOST];
};

// An input that does not matter reaches this ratio of variances once in 300 draws or more.
static const double SIGNIFICANT = 9;

static double product(const struct telling *t, const double *a, const double *b) {
  double sum = 0;
  for (size_t j = 0; j < t->draws; j++)
    sum += a[j] * b[j];
  return sum;
}

static void centre(double *values, size_t count) {
  double mean = 0;
  for (size_t j = 0; j < count; j++)
    mean += values[j] / (double)count;
  for (size_t j = 0; j < count; j++)
    values[j] -= mean;
}

static double *column_of(const struct telling *t, size_t input) {
  double *column = arena_array(t->arena, t->draws, sizeof *column);
  const struct drawn_cell *cell = &t->inputs->items[input].cells[0];
  double wide = (double)(cell->high - cell->low);
  for (size_t j = 0; j < t->draws; j++)
    column[j] = (double)(drawn_number(cell, t->worlds->quantile[j * t->inputs->count + input]) - cell->low) / wide;
  centre(column, t->draws);
  return column;
}

static double told_by(const struct telling *t, size_t input) {
  const double *column = t->columns[input];
  double size = column ? product(t, column, column) : 0, along = size > 1e-9 ? product(t, column, t->rest) : 0;
  return size > 1e-9 ? along * along / size : 0;
}

static void take_out(const struct telling *t, double *of, const double *column) {
  double part = product(t, of, column) / product(t, column, column);
  for (size_t j = 0; j < t->draws; j++)
    of[j] -= part * column[j];
}

// The input that explains most; SIZE_MAX: none explains more than noise does.
static size_t most_telling(const struct telling *t, size_t told) {
  size_t best = SIZE_MAX;
  double most = 0, left = product(t, t->rest, t->rest);
  for (size_t i = 0; i < t->inputs->count; i++)
    if (t->columns[i] && told_by(t, i) > most) {
      most = told_by(t, i);
      best = i;
    }
  double freedom = (double)t->draws - (double)told - 2;
  if (best == SIZE_MAX || freedom < 2 || left < 1e-6)
    return SIZE_MAX;
  double noise = fmax(left - most, 1e-9 * left) / freedom;
  return most / noise > SIGNIFICANT ? best : SIZE_MAX;
}

// Removes the input from the effect and from all others; returns the variance it explains, times the draws.
static double tell(const struct telling *t, size_t input) {
  double variance = told_by(t, input);
  double *column = t->columns[input];
  if (variance > 0)
    take_out(t, t->rest, column);
  t->columns[input] = NULL;
  for (size_t i = 0; i < t->inputs->count && product(t, column, column) > 1e-9; i++)
    if (t->columns[i])
      take_out(t, t->columns[i], column);
  return variance;
}

static bool input_matters(const struct telling *t, const struct reach *reach, size_t input) {
  for (size_t c = 0; c < t->inputs->items[input].count; c++)
    if (number_matters(reach, &t->inputs->items[input].cells[c].cell))
      return true;
  return false;
}

// Once more, with every input that matters.
static void begin_steps(struct telling *t, const struct scenario *scenario, const double *target) {
  struct arena *passing = arena_new();
  struct reach reach = reach_of(passing, scenario, t->measure);
  for (size_t j = 0; j < t->draws; j++)
    t->rest[j] = target[j];
  for (size_t i = 0; i < t->inputs->count; i++)
    t->columns[i] = input_matters(t, &reach, i) ? column_of(t, i) : NULL;
  arena_free(passing);
}

static void choose(struct telling *t) {
  size_t input;
  while (t->chosen_count < DRIVERS_MOST && (input = most_telling(t, t->chosen_count)) != SIZE_MAX) {
    t->chosen[t->chosen_count++] = input;
    tell(t, input);
  }
}

// ---------------------------------------------------------------- lines

static struct driver_line *push_line(struct audit *audit, const struct chance_line *line, enum driver_kind kind) {
  struct driver_line *made =
      arena_push(audit->arena, &audit->drivers, &audit->driver_count, &audit->driver_room, sizeof *made);
  *made = (struct driver_line){.measure = line->measure,
                               .year = line->year,
                               .full = line->full,
                               .positions = line->positions,
                               .kind = kind,
                               .effect_ore = line->plan_ore,
                               .low_ore = NOT_GIVEN,
                               .high_ore = NOT_GIVEN};
  return made;
}

static void push_input(struct audit *audit, const struct chance_line *line, size_t input, int rank, double share) {
  const struct drawn_input *drawn = &audit->worlds->inputs->items[input];
  const struct drawn_cell *first = &drawn->cells[0];
  struct driver_line *made = push_line(audit, line, DRIVER_INPUT);
  made->rank = rank;
  made->input = input;
  made->cell = first->cell;
  made->cells = (int)drawn->count;
  made->tie = drawn->tie;
  made->low = drawn_text(audit->arena, audit->scenario, first, first->low);
  made->high = drawn_text(audit->arena, audit->scenario, first, first->high);
  made->share = share;
}

// Of all worlds, the solved ones and those estimated; means 0.
static double *of_all_worlds(struct arena *arena, const struct chance_pairs *pairs, double *solved_kr) {
  double *all = worlds_are_estimated(pairs) ? worlds_estimate(arena, pairs, solved_kr).values : solved_kr;
  centre(all, pairs->input_draws);
  return all;
}

static struct telling begin_telling(struct arena *arena, const struct audit *audit, const struct chance_line *line,
                                    const struct chance_pairs *pairs) {
  const struct worlds *worlds = audit->worlds;
  size_t draws = pairs->input_draws;
  struct telling t = {
      .worlds = worlds, .inputs = worlds->inputs, .arena = arena, .measure = line->measure, .draws = draws};
  double plan_kr = kr_from_ore(line->plan_ore);
  t.plans = of_all_worlds(arena, pairs, worlds_plans_kr(arena, pairs, plan_kr));
  t.years = of_all_worlds(arena, pairs, worlds_years_kr(arena, pairs, plan_kr));
  t.rest = arena_array(arena, draws, sizeof *t.rest);
  t.columns = arena_array(arena, t.inputs->count, sizeof *t.columns);
  return t;
}

// Of the variance of the years, by each input chosen.
static void find_shares(struct telling *t, const struct scenario *scenario, double *variance) {
  begin_steps(t, scenario, t->plans);
  choose(t);
  begin_steps(t, scenario, t->years);
  for (size_t c = 0; c < t->chosen_count; c++)
    tell(t, t->chosen[c]);
  choose(t);
  begin_steps(t, scenario, t->years);
  for (size_t c = 0; c < t->chosen_count; c++)
    variance[c] = tell(t, t->chosen[c]) / ((double)t->draws - 1);
}

// Largest first; equal ones in the order chosen.
static void order_chosen(struct telling *t, double *variance) {
  for (size_t c = 1; c < t->chosen_count; c++)
    for (size_t at = c; at > 0 && variance[at] > variance[at - 1]; at--) {
      size_t input = t->chosen[at];
      double passing = variance[at];
      t->chosen[at] = t->chosen[at - 1];
      variance[at] = variance[at - 1];
      t->chosen[at - 1] = input;
      variance[at - 1] = passing;
    }
}

static void add_lines(struct audit *audit, const struct chance_line *line, const struct chance_pairs *pairs) {
  struct arena *arena = arena_new();
  struct telling t = begin_telling(arena, audit, line, pairs);
  double variance[DRIVERS_MOST], all = line->effect.sd * line->effect.sd,
                                 chance = line->chance_sd_kr * line->chance_sd_kr;
  double unit = all > 0 ? 1 / all : 0, left = 1;
  find_shares(&t, audit->scenario, variance);
  order_chosen(&t, variance);
  for (size_t c = 0; c < t.chosen_count; c++)
    left -= variance[c] * unit;
  double of_chance = fmin(1, chance * unit), scale = left < 0 ? 1 / (1 - left) : 1; // noise may sum to more than all
  of_chance = fmin(of_chance, fmax(0, left));
  push_line(audit, line, DRIVER_CHANCE)->share = of_chance;
  for (size_t c = 0; c < t.chosen_count; c++)
    push_input(audit, line, t.chosen[c], (int)c + 1, variance[c] * unit * scale);
  push_line(audit, line, DRIVER_TOGETHER)->share = fmax(0, left) - of_chance;
  arena_free(arena);
}

void drivers_add(struct audit *audit, const struct measure_effect *effect, const struct chance_pairs *drawn) {
  bool in_full = judged_in_full(audit->scenario, effect->measure);
  int last = claim_last_year(audit->scenario, effect->measure);
  for (size_t i = 0; i < audit->chance_count; i++) {
    const struct chance_line *line = &audit->chance[i];
    if (line->measure != effect->measure || !line->input_draws || line->full != in_full ||
        (!in_full && line->year != last))
      continue;
    int y = in_full ? effect->year_count : line->year - effect->years[0].year;
    add_lines(audit, line, &drawn[y * POSITIONS_ANSWERS + (int)line->positions]);
  }
}

// ---------------------------------------------------------------- one input alone

struct swinging {
  const struct audit *audit;
  struct driver_swings *made;
  struct arena *arena;
  struct reach reach;
  struct studied studied[POSITIONS_ANSWERS];
};

struct matter { // info of a unit_filter
  const struct reach *reach;
  const struct drawn_input *input;
};

static bool matters(const void *info, size_t unit) {
  const struct matter *matter = info;
  for (size_t c = 0; c < matter->input->count; c++)
    if (number_matters_in(matter->reach, &matter->input->cells[c].cell, unit))
      return true;
  return false;
}

// Both answers with the input at a quantile: 0 its low, 1 its high.
static bool try_alone(struct swinging *s, size_t input, double quantile, int64_t effects_ore[POSITIONS_ANSWERS]) {
  struct matter matter = {&s->reach, &s->audit->worlds->inputs->items[input]};
  struct arena *arena = arena_new();
  struct answer then;
  const struct scenario *varied = world_with_one(arena, s->audit->scenario, s->audit->worlds, input, quantile);
  bool done = true;
  for (int p = 0; done && p < POSITIONS_ANSWERS; p++) {
    done = studied_answer(&s->studied[p], arena, varied, matters, &matter, &then);
    effects_ore[p] = done ? effect_ore(&then) : 0;
  }
  arena_free(arena);
  return done;
}

static void note_swing(const struct swinging *s, size_t measure, size_t input, int64_t ends_ore[2][POSITIONS_ANSWERS]) {
  for (size_t i = 0; i < s->audit->driver_count; i++) {
    const struct driver_line *line = &s->audit->drivers[i];
    if (line->measure != measure || line->kind != DRIVER_INPUT || line->input != input)
      continue;
    struct driver_swing *swing =
        arena_push(s->audit->arena, &s->made->items, &s->made->count, &s->made->room, sizeof *swing);
    *swing = (struct driver_swing){.line = i,
                                   .low_ore = ends_ore[0][line->positions] - line->effect_ore,
                                   .high_ore = ends_ore[1][line->positions] - line->effect_ore};
  }
}

// Inputs that explain next to nothing are not worth the plans they take.
static const double LEAST_SHARE = 0.01;

static bool is_tried(const struct audit *audit, size_t measure, const struct driver_line *line) {
  assert(measure < audit->scenario->tables.list[TABLE_MEASURES].count);
  bool carries = false;
  for (size_t i = 0; i < audit->driver_count; i++)
    carries |= audit->drivers[i].measure == measure && audit->drivers[i].kind == DRIVER_INPUT &&
               audit->drivers[i].input == line->input && audit->drivers[i].share >= LEAST_SHARE;
  return line->measure == measure && line->kind == DRIVER_INPUT && carries;
}

// An input reported for both answers is tried once for both.
static bool told_before(const struct audit *audit, size_t line) {
  for (size_t i = 0; i < line; i++)
    if (audit->drivers[i].measure == audit->drivers[line].measure && audit->drivers[i].kind == DRIVER_INPUT &&
        audit->drivers[i].input == audit->drivers[line].input)
      return true;
  return false;
}

static bool swing_all(struct swinging *s, size_t measure) {
  for (size_t i = 0; i < s->audit->driver_count; i++) {
    const struct driver_line *line = &s->audit->drivers[i];
    int64_t ends_ore[2][POSITIONS_ANSWERS];
    if (!is_tried(s->audit, measure, line) || told_before(s->audit, i))
      continue;
    if (!try_alone(s, line->input, 0, ends_ore[0]) || !try_alone(s, line->input, 1, ends_ore[1]))
      return false;
    note_swing(s, measure, line->input, ends_ore);
  }
  return true;
}

static const struct driver_line *first_input(const struct audit *audit, size_t measure) {
  assert(measure < audit->scenario->tables.list[TABLE_MEASURES].count);
  for (size_t i = 0; i < audit->driver_count; i++)
    if (audit->drivers[i].measure == measure && audit->drivers[i].kind == DRIVER_INPUT)
      return &audit->drivers[i];
  return NULL;
}

bool drivers_swing(struct driver_swings *made, const struct audit *audit, size_t measure, struct study *study,
                   struct failure *failure) {
  assert(measure < audit->scenario->tables.list[TABLE_MEASURES].count);
  const struct driver_line *first = first_input(audit, measure);
  if (!first)
    return true;
  struct swinging s = {.audit = audit, .made = made, .arena = arena_new()};
  s.reach = reach_of(s.arena, audit->scenario, measure);
  const struct period period = {first->year, first->full};
  bool done = true;
  for (int p = 0; done && p < POSITIONS_ANSWERS; p++)
    done = studied_open(&s.studied[p], s.arena, audit, &audit->measures[measure], study, period, (enum positions)p);
  done = done && swing_all(&s, measure);
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    if (!done && s.studied[p].failure.kind)
      *failure = s.studied[p].failure;
    studied_close(&s.studied[p]);
  }
  arena_free(s.arena);
  return done;
}
