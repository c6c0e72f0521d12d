// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/rota_windows.h"

int rota_on_duty(const struct rota_problem *problem, const struct rota *rota, int i, int l, int t) {
  int persons = 0;
  for (int line = 0; line < rota->line_count; line++) {
    int shift = rota->day[line * 7 * rota->weeks + t];
    persons += shift != ROTA_OFF && problem->groups[rota->group_of[line]].level >= l &&
               problem->covers[shift * problem->interval_count + i];
  }
  return persons;
}

int64_t rota_need_milli(const struct rota_problem *problem, int i, int l, int t) {
  int day = t % (7 * problem->need_weeks);
  return problem->need_milli[(day * problem->interval_count + i) * problem->level_count + l];
}

// Do all shifts that cover i also cover j, and does j need no more people than i? Then it is enough to check i.
static bool is_implied_by(const struct rota_problem *problem, int j, int i) {
  for (int s = 0; s < problem->shift_count; s++)
    if (problem->covers[s * problem->interval_count + i] && !problem->covers[s * problem->interval_count + j])
      return false;
  for (int t = 0; t < 7 * problem->need_weeks; t++)
    for (int l = 0; l < problem->level_count; l++)
      if (rota_need_milli(problem, j, l, t) > rota_need_milli(problem, i, l, t))
        return false;
  return true;
}

// The tightest interval that represents j: the first one that implies j and is not implied by another in turn.
static int stands_for(const struct rota_problem *problem, int j) {
  for (int i = 0; i < problem->interval_count; i++)
    if (i != j && is_implied_by(problem, j, i) && (i < j || !is_implied_by(problem, i, j)))
      return stands_for(problem, i);
  return j;
}

// The window that interval i represents: itself and the adjacent intervals that it implies.
static struct rota_interval interval_told(const struct rota_problem *problem, int i) {
  struct rota_interval window = problem->intervals[i];
  for (int j = i - 1; j >= 0 && stands_for(problem, j) == i && problem->intervals[j].to_min == window.from_min; j--)
    window.from_min = problem->intervals[j].from_min;
  for (int j = i + 1;
       j < problem->interval_count && stands_for(problem, j) == i && problem->intervals[j].from_min == window.to_min;
       j++)
    window.to_min = problem->intervals[j].to_min;
  return window;
}

static bool level_is_wanted(const struct rota_problem *problem, int i, int l) {
  for (int t = 0; t < 7 * problem->need_weeks; t++) {
    int64_t above = l + 1 < problem->level_count ? rota_need_milli(problem, i, l + 1, t) : 0;
    if (rota_need_milli(problem, i, l, t) > above)
      return true;
  }
  return false;
}

struct rota_window *rota_windows(struct arena *arena, const struct rota_problem *problem, int *count) {
  struct rota_window *windows =
      arena_array(arena, (size_t)(problem->interval_count * problem->level_count) + 1, sizeof *windows);
  *count = 0;
  for (int i = 0; i < problem->interval_count; i++)
    for (int l = problem->level_count - 1; l >= 0; l--) {
      if (!level_is_wanted(problem, i, l) || stands_for(problem, i) != i)
        continue;
      struct rota_interval told = interval_told(problem, i);
      windows[(*count)++] = (struct rota_window){i, l, told.from_min, told.to_min};
    }
  return windows;
}
