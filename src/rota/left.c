// SPDX-License-Identifier: GPL-3.0-or-later
#include "rota/left.h"
#include "base/tolerance.h"

#include <math.h>
#include <string.h>

struct day {
  const struct rota_problem *problem;
  int t, level;
  double short_of[ROTA_INTERVALS_MOST]; // persons of the level still missing
  double come[ROTA_INTERVALS_MOST];     // persons who come for higher levels
};

static const int64_t *need_of(const struct day *day, int interval) {
  const struct rota_problem *problem = day->problem;
  int t = day->t % (7 * problem->need_weeks);
  return &problem->need_milli[(t * problem->interval_count + interval) * problem->level_count];
}

static double hours_of(const struct rota_problem *problem, int interval) {
  return (problem->intervals[interval].to_min - problem->intervals[interval].from_min) / 60.0;
}

static double useful_h(const struct day *day, int shift, double persons) {
  const struct rota_problem *problem = day->problem;
  double hours = 0;
  for (int i = 0; i < problem->interval_count; i++)
    if (problem->covers[shift * problem->interval_count + i] && day->short_of[i] > 0)
      hours += fmin(persons, day->short_of[i]) * hours_of(problem, i);
  return hours;
}

static double left_kr_of(const struct day *day, int shift) {
  const struct rota_problem *problem = day->problem;
  return problem->year->left_kr[(day->t % 7 * problem->shift_count + shift) * problem->level_count + day->level];
}

// The shift that costs least per hour still missing; -1: none is open.
static int cheapest(const struct day *day, int interval) {
  const struct rota_problem *problem = day->problem;
  int best = -1;
  double least_kr = INFINITY;
  for (int s = 0; s < problem->shift_count; s++) {
    if (!problem->covers[s * problem->interval_count + interval] || left_kr_of(day, s) <= 0)
      continue;
    double kr = left_kr_of(day, s) / useful_h(day, s, day->short_of[interval]);
    if (kr < least_kr) {
      least_kr = kr;
      best = s;
    }
  }
  return best;
}

static double fill(struct day *day, int interval) {
  double persons = day->short_of[interval];
  int shift = persons > NOBODY ? cheapest(day, interval) : -1;
  if (shift < 0)
    return 0;
  double kr = persons * left_kr_of(day, shift);
  for (int i = 0; i < day->problem->interval_count; i++)
    if (day->problem->covers[shift * day->problem->interval_count + i]) {
      day->short_of[i] -= persons;
      day->come[i] += persons;
    }
  return kr;
}

static double left_in_season(const struct rota_problem *problem, int t, const double *there, const int *have) {
  struct day day = {.problem = problem, .t = t};
  int levels = problem->level_count;
  double kr = 0;
  for (day.level = levels - 1; day.level >= 0; day.level--) {
    for (int i = 0; i < problem->interval_count; i++) {
      double present = day.come[i];
      for (int l = day.level; l < levels; l++)
        present += have[i * levels + l] * there[l];
      day.short_of[i] = (double)need_of(&day, i)[day.level] / 1000 - present;
    }
    for (int i = 0; i < problem->interval_count; i++)
      kr += fill(&day, i);
  }
  return kr;
}

static double left_kr_on(const struct rota_problem *problem, int t, const int *have) {
  double kr = 0;
  for (int season = 0; season < problem->year->season_count; season++)
    kr += problem->year->share[season] *
          left_in_season(problem, t, &problem->year->there[season * problem->level_count], have);
  return kr;
}

// ---------------------------------------------------------------- days looked at before

enum { SLOTS = 1 << 14 }; // a power of two

struct seen {
  bool known;
  int day;
  double kr;
};

struct rota_left {
  const struct rota_problem *problem;
  int cells;
  struct seen *seen; // [SLOTS] by what the day and its persons come to
  int *have;         // [SLOTS * cells]
};

struct rota_left *rota_left_new(struct arena *arena, const struct rota_problem *problem) {
  struct rota_left *left = arena_alloc(arena, sizeof *left);
  left->problem = problem;
  left->cells = problem->interval_count * problem->level_count;
  left->seen = arena_array(arena, SLOTS, sizeof *left->seen);
  left->have = arena_array(arena, (size_t)(SLOTS * left->cells) + 1, sizeof *left->have);
  return left;
}

static size_t slot_of(const struct rota_left *left, int day, const int *have) {
  uint64_t hash = (uint64_t)day + 1;
  for (int cell = 0; cell < left->cells; cell++)
    hash = (hash ^ (uint64_t)have[cell]) * 0x9E3779B97F4A7C15u;
  return (size_t)(hash >> 40) % SLOTS;
}

// A day replaces another one in the same slot.
double rota_left_kr(struct rota_left *left, int t, const int *have) {
  int day = t % (7 * left->problem->need_weeks);
  size_t slot = slot_of(left, day, have), bytes = (size_t)left->cells * sizeof *have;
  struct seen *seen = &left->seen[slot];
  int *kept = &left->have[slot * (size_t)left->cells];
  if (seen->known && seen->day == day && memcmp(kept, have, bytes) == 0)
    return seen->kr;
  *seen = (struct seen){true, day, left_kr_on(left->problem, day, have)};
  memcpy(kept, have, bytes);
  return seen->kr;
}

double rota_left_usual_kr(struct rota_left *left) {
  const struct rota_problem *problem = left->problem;
  int levels = problem->level_count, have[ROTA_INTERVALS_MOST * ROTA_LEVELS_MOST];
  double kr = 0;
  for (int t = 0; t < 7 * problem->need_weeks; t++) {
    const int64_t *need = &problem->need_milli[t * left->cells];
    for (int cell = 0; cell < left->cells; cell++) {
      int64_t above = cell % levels + 1 < levels ? need[cell + 1] : 0;
      have[cell] = need[cell] > above ? (int)((need[cell] - above + 999) / 1000) : 0;
    }
    kr += rota_left_kr(left, t, have);
  }
  return kr / problem->need_weeks;
}
