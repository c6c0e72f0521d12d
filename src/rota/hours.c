// SPDX-License-Identifier: GPL-3.0-or-later
// The whole hours of rota/lines_parts.h: an integer model in which a line is only the number of shifts of each length
// it contains.
//
//   lines[g, v]      whole number of lines of group g with v[c] shifts of length c; v is such that no other shift fits
//                    into the hours of the group. Cost: its idle hours
//   persons[g, s, t] of group g on shift s on day t of the need's weeks, over all folds
//   missing[t, i, l] missing persons, at their price
//
//   the lines of a group equal its heads; persons on shifts of a length are at most what the lines contain; on a day at
//   most all lines, at a weekend at most those that may work it; cover as in the master
//
// Every rota gives such numbers, at no higher cost: rules of rest, runs and sequences, quality and ceilings are
// ignored.
#include <math.h>
#include <string.h>

#include "rota/lines_parts.h"
#include "solve/linear.h"

enum { LENGTHS_MOST = 8, MIXES_MOST = 4000, NODES_MOST = 2000 };

struct mix { // of shifts in a line
  int group, count[LENGTHS_MOST], paid_min, column;
};

struct hours {
  const struct rota_problem *problem;
  struct arena *arena;
  struct linear *linear;
  int folds, days; // of the weeks of the need
  int length_count, length_min[LENGTHS_MOST], length_of[ROTA_SHIFTS_MOST];
  struct mix *mixes;
  size_t mix_count, mix_room;
  bool too_many;
  int *heads_row, *length_row, *day_row; // [group], [group * lengths + length], [group * days + t]
  int *weekend_row;                      // [group * need_weeks + week]
  int *cover_row;                        // [cell] or -1
  int *entry_rows;                       // of a column being built
  double *entry_values;
};

// ---------------------------------------------------------------- mixes of shifts

static bool works(const struct rota_group *group, int shift) { return group->shifts >> shift & 1; }

static bool sort_lengths(struct hours *h) {
  for (int s = 0; s < h->problem->shift_count; s++) {
    int c = 0;
    while (c < h->length_count && h->length_min[c] != h->problem->shifts[s].paid_min)
      c++;
    if (c == LENGTHS_MOST)
      return false;
    if (c == h->length_count)
      h->length_min[h->length_count++] = h->problem->shifts[s].paid_min;
    h->length_of[s] = c;
  }
  return true;
}

static bool has_length(const struct hours *h, int g, int length) {
  for (int s = 0; s < h->problem->shift_count; s++)
    if (works(&h->problem->groups[g], s) && h->length_of[s] == length)
      return true;
  return false;
}

// No further shift fits: none of a length whose number is free to grow.
static bool is_full(const struct hours *h, const struct mix *mix) {
  int left = h->problem->groups[mix->group].hours_most_min - mix->paid_min, shifts = 0;
  for (int c = 0; c < h->length_count; c++)
    shifts += mix->count[c];
  for (int c = 0; c < h->length_count && shifts < 7 * h->problem->weeks; c++)
    if (has_length(h, mix->group, c) && h->length_min[c] <= left)
      return false;
  return true;
}

static void add_mixes(struct hours *h, struct mix mix, int length, int shifts) {
  const struct rota_group *group = &h->problem->groups[mix.group];
  if (h->too_many)
    return;
  if (length == h->length_count) {
    if (mix.paid_min < group->hours_least_min || !is_full(h, &mix))
      return;
    h->too_many = h->mix_count >= MIXES_MOST;
    *(struct mix *)arena_push(h->arena, &h->mixes, &h->mix_count, &h->mix_room, sizeof mix) = mix;
    return;
  }
  int most = has_length(h, mix.group, length) ? 7 * h->problem->weeks - shifts : 0, paid_min = h->length_min[length];
  for (int n = 0; n <= most && mix.paid_min + n * paid_min <= group->hours_most_min; n++) {
    struct mix with = mix;
    with.count[length] = n;
    with.paid_min += n * paid_min;
    add_mixes(h, with, length + 1, shifts + n);
  }
}

// ---------------------------------------------------------------- rows

// Weekends that a line may work, in all its weeks.
static int weekends_of(const struct hours *h, const struct rota_limits *limits) {
  int weeks = h->problem->weeks, most = limits->weekend_every == 0  ? 0
                                        : limits->weekend_every > 1 ? weeks / limits->weekend_every
                                                                    : weeks;
  return limits->weekends_most < most ? limits->weekends_most : most;
}

static void add_group_rows(struct hours *h, int g) {
  const struct rota_group *group = &h->problem->groups[g];
  int weeks = h->problem->need_weeks;
  h->heads_row[g] = linear_add_row(h->linear, group->heads, group->heads);
  for (int c = 0; c < h->length_count; c++)
    h->length_row[g * h->length_count + c] = linear_add_row(h->linear, 0, INFINITY);
  for (int t = 0; t < h->days; t++)
    h->day_row[g * h->days + t] = linear_add_row(h->linear, -INFINITY, group->heads * h->folds);
  // For every week of the need; each weekend counts twice, on Saturday and Sunday.
  int weekend = linear_add_row(h->linear, -INFINITY, 2.0 * group->heads * weekends_of(h, &group->limits));
  for (int week = 0; week < weeks; week++)
    h->weekend_row[g * weeks + week] = weekend;
}

static void add_cover_rows(struct hours *h) {
  int cells = h->days * h->problem->interval_count * h->problem->level_count;
  for (int c = 0; c < cells; c++) {
    double need = (double)h->problem->need_milli[c] / 1000 * h->folds;
    h->cover_row[c] = need > 0 ? linear_add_row(h->linear, need, INFINITY) : -1;
  }
}

static void make_rows(struct hours *h) {
  const struct rota_problem *problem = h->problem;
  size_t groups = (size_t)problem->group_count + 1, days = (size_t)h->days;
  h->heads_row = arena_array(h->arena, groups, sizeof(int));
  h->length_row = arena_array(h->arena, groups * LENGTHS_MOST, sizeof(int));
  h->day_row = arena_array(h->arena, groups * days, sizeof(int));
  h->weekend_row = arena_array(h->arena, groups * days, sizeof(int));
  h->cover_row =
      arena_array(h->arena, days * (size_t)(problem->interval_count * problem->level_count) + 1, sizeof(int));
  size_t entries = (size_t)(problem->interval_count * problem->level_count) + 3;
  h->entry_rows = arena_array(h->arena, entries, sizeof(int));
  h->entry_values = arena_array(h->arena, entries, sizeof(double));
  for (int g = 0; g < problem->group_count; g++)
    add_group_rows(h, g);
  add_cover_rows(h);
}

// ---------------------------------------------------------------- columns

static void add_lines(struct hours *h, struct mix *mix) {
  const struct rota_group *group = &h->problem->groups[mix->group];
  int rows[LENGTHS_MOST + 1] = {h->heads_row[mix->group]}, count = 1;
  double values[LENGTHS_MOST + 1] = {1};
  for (int c = 0; c < h->length_count; c++)
    if (mix->count[c] > 0) {
      rows[count] = h->length_row[mix->group * h->length_count + c];
      values[count++] = mix->count[c];
    }
  double idle_h = group->hours_most_min < ROTA_NO_LIMIT ? (group->hours_most_min - mix->paid_min) / 60.0 : 0;
  mix->column = linear_add_column(h->linear, idle_h * h->problem->weights.idle_kr_per_h, 0, group->heads, true, count,
                                  rows, values);
}

static void add_persons(struct hours *h, int g, int shift, int t) {
  const struct rota_problem *problem = h->problem;
  int *rows = h->entry_rows, count = 0;
  double *values = h->entry_values;
  rows[count] = h->length_row[g * h->length_count + h->length_of[shift]], values[count++] = -1;
  rows[count] = h->day_row[g * h->days + t], values[count++] = 1;
  if (t % 7 >= 5)
    rows[count] = h->weekend_row[g * problem->need_weeks + t / 7], values[count++] = 1;
  for (int i = 0; i < problem->interval_count; i++)
    for (int level = 0; level <= problem->groups[g].level; level++) {
      int cell = (t * problem->interval_count + i) * problem->level_count + level;
      if (problem->covers[shift * problem->interval_count + i] && h->cover_row[cell] >= 0)
        rows[count] = h->cover_row[cell], values[count++] = 1;
    }
  linear_add_column(h->linear, 0, 0, INFINITY, false, count, rows, values);
}

// A person missing at a level is also missing at every lower level.
static void add_missing(struct hours *h, int t, int interval, int level) {
  const struct rota_problem *problem = h->problem;
  const struct rota_interval *of = &problem->intervals[interval];
  int rows[ROTA_LEVELS_MOST], count = 0, first = (t * problem->interval_count + interval) * problem->level_count;
  double values[ROTA_LEVELS_MOST];
  for (int lower = 0; lower <= level; lower++)
    if (h->cover_row[first + lower] >= 0)
      rows[count] = h->cover_row[first + lower], values[count++] = 1;
  if (count > 0)
    linear_add_column(h->linear, problem->missing_kr_per_h[level] * (of->to_min - of->from_min) / 60.0, 0, INFINITY,
                      false, count, rows, values);
}

static void add_columns(struct hours *h) {
  const struct rota_problem *problem = h->problem;
  for (size_t m = 0; m < h->mix_count; m++)
    add_lines(h, &h->mixes[m]);
  for (int g = 0; g < problem->group_count; g++)
    for (int s = 0; s < problem->shift_count; s++)
      for (int t = 0; t < h->days && works(&problem->groups[g], s); t++)
        if (problem->shifts[s].weekdays >> t % 7 & 1)
          add_persons(h, g, s, t);
  for (int t = 0; t < h->days; t++)
    for (int i = 0; i < problem->interval_count; i++)
      for (int level = 0; level < problem->level_count; level++)
        add_missing(h, t, i, level);
}

// ---------------------------------------------------------------- the answer

static int line_count(const struct rota_problem *problem) {
  int lines = 0;
  for (int g = 0; g < problem->group_count; g++)
    lines += problem->groups[g].heads;
  return lines;
}

// Hours of each line of the best solution; within a group the mixes come one after another.
static void read_lines(struct hours *h, const double *columns, int *least_min) {
  for (size_t m = 0; m < h->mix_count; m++) {
    int first = 0;
    for (int g = 0; g < h->mixes[m].group; g++)
      first += h->problem->groups[g].heads;
    while (least_min[first] >= 0 && first < line_count(h->problem))
      first++;
    for (int lines = (int)lround(columns[h->mixes[m].column]); lines > 0; lines--)
      least_min[first++] = h->mixes[m].paid_min;
  }
}

static bool make_mixes(struct hours *h) {
  if (!sort_lengths(h))
    return false;
  for (int g = 0; g < h->problem->group_count; g++)
    if (h->problem->groups[g].heads > 0)
      add_mixes(h, (struct mix){.group = g}, 0, 0);
  return !h->too_many;
}

struct rota_hours rota_hours_of(struct arena *arena, const struct rota_problem *problem, long nodes_most) {
  struct rota_hours found = {.bound_kr = -INFINITY};
  struct hours h = {.problem = problem, .arena = arena_new()};
  h.days = 7 * problem->need_weeks;
  h.folds = problem->weeks / problem->need_weeks;
  if (make_mixes(&h)) {
    h.linear = linear_new();
    make_rows(&h);
    add_columns(&h);
    struct linear_solution solution = linear_solve_whole(h.linear, nodes_most > 0 ? nodes_most : NODES_MOST, false);
    found.pivots = solution.pivots;
    if (solution.status == LINEAR_OPTIMAL || solution.status == LINEAR_LIMIT)
      found.bound_kr = solution.bound - 1e-7 * (1 + fabs(solution.bound));
    if (solution.columns) {
      size_t lines = (size_t)line_count(problem);
      found.least_min = arena_array(arena, lines + 1, sizeof(int));
      memset(found.least_min, -1, (lines + 1) * sizeof(int));
      read_lines(&h, solution.columns, found.least_min);
    }
  }
  linear_free(h.linear);
  arena_free(h.arena);
  return found;
}
