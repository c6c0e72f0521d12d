// SPDX-License-Identifier: GPL-3.0-or-later
// Finds good choices early. From the rounded heads of the linear relaxation it adds or removes one or two heads at a time, downhill on
// the highest plane, without calling the simplex. A choice that the planes rate better than the best is priced; if
// its value lies above them, the search continues from there with the new plane; otherwise some heads are changed at random (from
// a fixed seed) and the next descent starts from the best.
#include <math.h>
#include <string.h>

#include "solve/heads_parts.h"

enum { ROUNDS = 120, KICK_TRIES = 200 };
static const double PLAY = 1e-9;

struct standing { // a choice of heads
  double *heads;  // [head_count]
  double *rows;   // [head_row_count] values of the rows of heads
  double *high;   // [plane_count] value of each plane there
  size_t plane_count, room;
};

struct head_move { // one or two heads more or fewer
  int g, h;        // h -1: no second
  double by_g, by_h;
};

static void move_heads(struct standing *at, struct head_move m) {
  at->heads[m.g] += m.by_g;
  if (m.h >= 0)
    at->heads[m.h] += m.by_h;
}

static double highest(const struct standing *at) {
  double most = -INFINITY;
  for (size_t i = 0; i < at->plane_count; i++)
    most = fmax(most, at->high[i]);
  return most;
}

static void look_round(struct search *s, struct standing *at) {
  int count = s->out->head_count;
  for (int r = 0; r < s->head_row_count; r++) {
    at->rows[r] = 0;
    for (int g = 0; g < count; g++)
      at->rows[r] += s->row_values[r * count + g] * at->heads[g];
  }
  if (at->room < s->planes->count) {
    at->room = 2 * s->planes->count;
    at->high = arena_array(s->arena, at->room, sizeof(double));
  }
  at->plane_count = s->planes->count;
  for (size_t i = 0; i < at->plane_count; i++)
    at->high[i] = plane_at(s, &s->planes->list[i], at->heads);
}

static bool within_bounds(const struct search *s, int g, double heads) {
  const struct program_column *column = &s->program->columns[s->out->columns[g]];
  return heads > column->lower - 0.5 && heads < column->upper + 0.5;
}

// Does the move keep the rows of heads, or reduce their violation?
static bool may_move(const struct search *s, const struct standing *at, struct head_move m) {
  if (!within_bounds(s, m.g, at->heads[m.g] + m.by_g) || (m.h >= 0 && !within_bounds(s, m.h, at->heads[m.h] + m.by_h)))
    return false;
  for (int r = 0; r < s->head_row_count; r++) {
    const double *values = &s->row_values[r * s->out->head_count];
    double by = m.by_g * values[m.g] + (m.h >= 0 ? m.by_h * values[m.h] : 0);
    bool below = at->rows[r] + by < s->row_lower[r] - PLAY && by <= 0;
    bool above = at->rows[r] + by > s->row_upper[r] + PLAY && by >= 0;
    if (below || above)
      return false;
  }
  return true;
}

static bool within_rows(const struct search *s, const struct standing *at) {
  for (int r = 0; r < s->head_row_count; r++)
    if (at->rows[r] < s->row_lower[r] - PLAY || at->rows[r] > s->row_upper[r] + PLAY)
      return false;
  return true;
}

// The highest plane after the move; any value not below `least` if the move would be no better.
static double highest_after(const struct search *s, const struct standing *at, struct head_move m, double least) {
  double most = -INFINITY;
  for (size_t i = 0; i < at->plane_count && most < least; i++) {
    const double *slope = s->planes->list[i].slope;
    most = fmax(most, at->high[i] + m.by_g * slope[m.g] + (m.h >= 0 ? m.by_h * slope[m.h] : 0));
  }
  return most;
}

// Of the moves of g alone and with any later head, the one with the lowest result.
static void try_moves(const struct search *s, const struct standing *at, int g, struct head_move *found,
                      double *least) {
  for (int h = g; h < s->out->head_count; h++)
    for (int signs = 0; signs < (h == g ? 2 : 4); signs++) {
      struct head_move m = {g, h == g ? -1 : h, signs & 1 ? 1 : -1, signs & 2 ? 1 : -1};
      if (!may_move(s, at, m))
        continue;
      double value = highest_after(s, at, m, *least);
      if (value < *least) {
        *least = value;
        *found = m;
      }
    }
}

// A choice that violates rows is first made feasible, at any value.
static bool step_down(struct search *s, struct standing *at) {
  look_round(s, at);
  double now = highest(at), least = within_rows(s, at) ? now - PLAY * fabs(now) : INFINITY;
  struct head_move found = {.g = -1};
  for (int g = 0; g < s->out->head_count; g++)
    try_moves(s, at, g, &found, &least);
  if (found.g < 0)
    return false;
  move_heads(at, found);
  return true;
}

static int chance_below(uint64_t *seed, int count) {
  *seed = *seed * 6364136223846793005u + 1442695040888963407u;
  return (int)((*seed >> 33) % (uint64_t)count);
}

static void kick(struct search *s, struct standing *at, uint64_t *seed, int moves) {
  for (int tries = 0; moves > 0 && tries < KICK_TRIES; tries++) {
    look_round(s, at);
    int count = s->out->head_count;
    struct head_move m = {chance_below(seed, count), chance_below(seed, count), chance_below(seed, 2) ? 1 : -1, 0};
    m.by_h = -m.by_g;
    if (m.g == m.h)
      m.h = -1;
    if (!may_move(s, at, m))
      continue;
    move_heads(at, m);
    moves--;
  }
}

static void walk_down(struct search *s, struct standing *at) {
  int steps = 4 * s->out->head_count + 100; // becoming feasible may take detours
  while (steps-- > 0 && step_down(s, at)) {
  }
  look_round(s, at);
}

void search_near(struct search *s) {
  struct heads_answer *out = s->out;
  struct standing at = {.heads = arena_array(s->arena, (size_t)out->head_count, sizeof(double)),
                        .rows = arena_array(s->arena, (size_t)s->head_row_count, sizeof(double))};
  uint64_t seed = 1;
  for (int g = 0; g < out->head_count; g++)
    at.heads[g] = round(s->point[g]);
  for (int round = 0; round < ROUNDS; round++) {
    walk_down(s, &at);
    double model = highest(&at);
    if (within_rows(s, &at) && (!out->heads || model < out->value - PLAY * fabs(out->value))) {
      double value = value_price(s, at.heads, true);
      if (isnan(value))
        return;
      if (value > model + PLAY * fabs(model))
        continue;
    }
    if (search_is_closed(s))
      return;
    if (out->heads)
      memcpy(at.heads, out->heads, (size_t)out->head_count * sizeof(double));
    kick(s, &at, &seed, 2 + round % 4);
  }
}
