// SPDX-License-Identifier: GPL-3.0-or-later
// The linear master problem of rota/lines.h. Rows: cover of each day of the need's weeks, interval and level at least
// the need and at most the ceiling, both times the number of folds; the lines of each group equal its heads. Columns:
// lines, missing persons and surplus persons.
#include <math.h>
#include <string.h>

#include "rota/lines_parts.h"
#include "rota/quality.h"
#include "solve/linear.h"

enum { PIVOTS_MOST = 200000, NO_ROW = -1 };

struct master {
  const struct line_kinds *kinds;
  const struct rota_problem *problem;
  struct arena *arena;
  struct linear *linear;
  int cells; // days of the need's weeks x intervals x levels
  double excess_kr_per_h;
  int folds;                // how often N weeks contain the need's weeks
  int *need_row, *most_row; // [cells]
  int *heads_row;           // [groups]
  int row_count, slack_count;
  double *right;             // [rows] right-hand side
  double *slack_h;           // [slack columns] hours of a missing or surplus person, excess below 0
  double *need_kr, *most_kr; // [cells] price of a person at the need and at the ceiling, from the last solve
  double *reward_kr;         // [days * shifts]
  double *entries;           // [rows] of a column being built
  int *entry_rows;
  double *entry_values;
  struct linear_solution solution;
  struct rota_bound *bound;
  double least_kr; // of the best lines of all groups at the current prices
  bool grown;
};

// --- rows and slack columns
// -------------------------------------------------------------------------------------------

static int cell_of(const struct rota_problem *problem, int t, int interval, int level) {
  return (t % (7 * problem->need_weeks) * problem->interval_count + interval) * problem->level_count + level;
}

static double hours_of(const struct rota_problem *problem, int interval) {
  return (problem->intervals[interval].to_min - problem->intervals[interval].from_min) / 60.0;
}

static int add_row(struct master *m, double lower, double upper, double right) {
  m->right[m->row_count++] = right;
  return linear_add_row(m->linear, lower, upper);
}

static void add_cover_rows(struct master *m) {
  for (int c = 0; c < m->cells; c++) {
    double need = (double)m->problem->need_milli[c] / 1000 * m->folds;
    m->need_row[c] = need > 0 ? add_row(m, need, INFINITY, need) : NO_ROW;
    m->most_row[c] = NO_ROW;
    if (!m->problem->most_milli)
      continue;
    double most = (double)m->problem->most_milli[c] / 1000 * m->folds;
    m->most_row[c] = add_row(m, -INFINITY, most, most);
  }
}

static void add_slack(struct master *m, double cost_kr, double hours, int count, const int *rows,
                      const double *values) {
  linear_add_column(m->linear, cost_kr, 0, INFINITY, false, count, rows, values);
  m->slack_h[m->slack_count++] = hours;
}

// A person missing at a level is also missing at every lower level.
static void add_missing(struct master *m, int cell, int level, double hours) {
  int rows[ROTA_LEVELS_MOST], count = 0;
  double values[ROTA_LEVELS_MOST];
  for (int lower = level; lower >= 0; lower--)
    if (m->need_row[cell - (level - lower)] != NO_ROW) {
      rows[count] = m->need_row[cell - (level - lower)];
      values[count++] = 1;
    }
  if (count > 0)
    add_slack(m, m->problem->missing_kr_per_h[level] * hours, hours, count, rows, values);
}

static void add_slacks(struct master *m) {
  for (int c = 0; c < m->cells; c++) {
    int level = c % m->problem->level_count;
    double hours = hours_of(m->problem, c / m->problem->level_count % m->problem->interval_count);
    add_missing(m, c, level, hours);
    if (m->most_row[c] != NO_ROW)
      add_slack(m, m->excess_kr_per_h * hours, -hours, 1, &m->most_row[c], (double[]){-1});
  }
}

static void make_rows(struct master *m) {
  const struct rota_problem *problem = m->problem;
  size_t cells = (size_t)m->cells, rows = 2 * cells + (size_t)problem->group_count;
  m->need_row = arena_array(m->arena, cells, sizeof(int));
  m->most_row = arena_array(m->arena, cells, sizeof(int));
  m->heads_row = arena_array(m->arena, (size_t)problem->group_count, sizeof(int));
  m->right = arena_array(m->arena, rows, sizeof(double));
  m->slack_h = arena_array(m->arena, 2 * cells, sizeof(double));
  m->need_kr = arena_array(m->arena, cells, sizeof(double));
  m->most_kr = arena_array(m->arena, cells, sizeof(double));
  m->entries = arena_array(m->arena, rows, sizeof(double));
  m->entry_rows = arena_array(m->arena, rows, sizeof(int));
  m->entry_values = arena_array(m->arena, rows, sizeof(double));
  m->reward_kr = arena_array(m->arena, (size_t)(7 * problem->weeks * problem->shift_count), sizeof(double));
  add_cover_rows(m);
  for (int g = 0; g < problem->group_count; g++)
    m->heads_row[g] = add_row(m, problem->groups[g].heads, problem->groups[g].heads, problem->groups[g].heads);
  add_slacks(m);
}

// --- lines as columns
// -------------------------------------------------------------------------------------------------

static void count_shift(struct master *m, const struct rota_group *group, int t, int shift) {
  const struct rota_problem *problem = m->problem;
  for (int i = 0; i < problem->interval_count; i++)
    for (int level = 0; level <= group->level && problem->covers[shift * problem->interval_count + i]; level++) {
      int cell = cell_of(problem, t, i, level);
      if (m->need_row[cell] != NO_ROW)
        m->entries[m->need_row[cell]]++;
      if (m->most_row[cell] != NO_ROW)
        m->entries[m->most_row[cell]]++;
    }
}

static void add_line(struct master *m, int g, const int *day) {
  const struct rota_group *group = &m->problem->groups[g];
  memset(m->entries, 0, (size_t)m->row_count * sizeof(double));
  for (int t = 0; t < 7 * m->problem->weeks; t++)
    if (day[t] != ROTA_OFF)
      count_shift(m, group, t, day[t]);
  m->entries[m->heads_row[g]] = 1;
  int count = 0;
  for (int r = 0; r < m->row_count; r++)
    if (m->entries[r] > 0) {
      m->entry_rows[count] = r;
      m->entry_values[count++] = m->entries[r];
    }
  struct rota_line_quality quality = rota_line_quality_of(m->problem, &group->limits, day);
  linear_add_column(m->linear, rota_line_cost_kr(m->problem, group, &quality), 0, INFINITY, false, count, m->entry_rows,
                    m->entry_values);
  m->bound->columns++;
  m->grown = true;
}

// --- prices
// -----------------------------------------------------------------------------------------------------------

// The price of a missing person must not exceed its cost, but the solver ensures that only within its tolerance. So
// the prices of the levels at which a person of this level counts are reduced accordingly.
static void trim_prices(struct master *m, int cell, int level) {
  double hours = hours_of(m->problem, cell / m->problem->level_count % m->problem->interval_count);
  double most_kr = m->problem->missing_kr_per_h[level] * hours, kr = 0;
  for (int lower = 0; lower <= level; lower++)
    kr += m->need_kr[cell - level + lower];
  for (int lower = 0; lower <= level && kr > most_kr; lower++)
    m->need_kr[cell - level + lower] *= most_kr / kr;
}

// Price of a person at a cell: for the need at least 0, for the ceiling at most 0.
static void read_prices(struct master *m) {
  for (int c = 0; c < m->cells; c++) {
    double hours = hours_of(m->problem, c / m->problem->level_count % m->problem->interval_count);
    m->need_kr[c] = m->need_row[c] == NO_ROW ? 0 : fmax(0, m->solution.prices[m->need_row[c]]);
    m->most_kr[c] = m->most_row[c] == NO_ROW ? 0 : fmin(0, m->solution.prices[m->most_row[c]]);
    m->most_kr[c] = fmax(m->most_kr[c], -m->excess_kr_per_h * hours);
  }
  for (int c = 0; c < m->cells; c++)
    trim_prices(m, c, c % m->problem->level_count);
}

static void set_rewards(struct master *m, int level) {
  const struct rota_problem *problem = m->problem;
  for (int t = 0; t < 7 * problem->weeks; t++)
    for (int s = 0; s < problem->shift_count; s++) {
      double kr = 0;
      for (int i = 0; i < problem->interval_count; i++)
        for (int l = 0; l <= level && problem->covers[s * problem->interval_count + i]; l++)
          kr += m->need_kr[cell_of(problem, t, i, l)] + m->most_kr[cell_of(problem, t, i, l)];
      m->reward_kr[t * problem->shift_count + s] = kr;
    }
}

// The sum of prices times right-hand sides over the cover rows.
static double cover_kr(const struct master *m) {
  double kr = 0;
  for (int c = 0; c < m->cells; c++) {
    if (m->need_row[c] != NO_ROW)
      kr += m->need_kr[c] * m->right[m->need_row[c]];
    if (m->most_row[c] != NO_ROW)
      kr += m->most_kr[c] * m->right[m->most_row[c]];
  }
  return kr;
}

// --- pricing
// ----------------------------------------------------------------------------------------------------------

static int common_divisor(int a, int b) { return b == 0 ? a : common_divisor(b, a % b); }

struct kept_best {
  double cost_kr;
  int day[7 * ROTA_WEEKS_MOST];
};

// The groups of a kind and level: one run of the path for each phase serves them all. Phases that become each other
// when shifted by whole need_weeks are treated as one.
static void price_kind(struct master *m, int kind, int level, struct kept_best *best) {
  const struct rota_problem *problem = m->problem;
  int phases = common_divisor(line_phases(&m->kinds->graphs[kind]->rules), problem->need_weeks);
  set_rewards(m, level);
  line_path_reach(m->kinds->paths[kind], ROTA_NO_LIMIT);
  for (int phase = 0; phase < phases; phase++) {
    bool again = false;
    for (int g = 0; g < problem->group_count; g++) {
      if (m->kinds->of_group[g] != kind || problem->groups[g].level != level || problem->groups[g].heads == 0)
        continue;
      int day[7 * ROTA_WEEKS_MOST];
      struct line_found line =
          line_path_find(m->kinds->paths[kind], phase, m->reward_kr, &problem->groups[g], again, day);
      again = true;
      if (line.cost_kr >= best[g].cost_kr)
        continue;
      best[g].cost_kr = line.cost_kr;
      memcpy(best[g].day, day, sizeof day);
    }
  }
}

static void price_all(struct master *m, struct kept_best *best) {
  for (int g = 0; g < m->problem->group_count; g++)
    best[g].cost_kr = INFINITY;
  for (int kind = 0; kind < m->kinds->count; kind++)
    for (int level = 0; level < m->problem->level_count; level++)
      price_kind(m, kind, level, best);
}

static void add_priced(struct master *m, const struct kept_best *best, const double *head_kr) {
  m->grown = false;
  m->least_kr = 0;
  for (int g = 0; g < m->problem->group_count; g++) {
    const struct rota_group *group = &m->problem->groups[g];
    if (group->heads == 0)
      continue;
    m->least_kr += group->heads * best[g].cost_kr;
    double price_kr = head_kr ? head_kr[m->heads_row[g]] : INFINITY;
    if (best[g].cost_kr < price_kr - 1e-7 * (1 + fabs(price_kr)) || !head_kr)
      add_line(m, g, best[g].day);
  }
}

static void note_optimum(struct master *m) {
  m->bound->missing_h = m->bound->excess_h = 0;
  for (int c = 0; c < m->slack_count; c++) {
    double hours = m->slack_h[c] * m->solution.columns[c];
    *(hours >= 0 ? &m->bound->missing_h : &m->bound->excess_h) += fabs(hours);
  }
}

// One solve and one pricing; false: finished.
static bool round_of(struct master *m, struct kept_best *best, long pivots_most) {
  m->solution = linear_solve(m->linear, pivots_most - m->bound->pivots);
  m->bound->pivots += m->solution.pivots;
  m->bound->rounds++;
  if (m->solution.status != LINEAR_OPTIMAL) {
    m->bound->failure = m->solution.failure;
    return false;
  }
  read_prices(m);
  price_all(m, best);
  add_priced(m, best, m->solution.prices);
  double proven_kr = cover_kr(m) + m->least_kr;
  proven_kr -= 1e-9 * (1 + fabs(proven_kr));
  m->bound->bound_kr = fmax(m->bound->bound_kr, proven_kr);
  note_optimum(m);
  m->bound->solved = !m->grown || m->solution.cost - m->bound->bound_kr <= 1e-7 * (1 + fabs(m->solution.cost));
  return !m->bound->solved;
}

struct rota_bound rota_bound_of(const struct line_kinds *kinds, double excess_kr_per_h, long pivots_most) {
  const struct rota_problem *problem = kinds->problem;
  struct rota_bound bound = {.bound_kr = -INFINITY};
  struct master m = {
      .kinds = kinds, .problem = problem, .arena = arena_new(), .bound = &bound, .excess_kr_per_h = excess_kr_per_h};
  m.linear = linear_new();
  m.cells = 7 * problem->need_weeks * problem->interval_count * problem->level_count;
  m.folds = problem->weeks / problem->need_weeks;
  make_rows(&m);
  struct kept_best *best = arena_array(m.arena, (size_t)problem->group_count, sizeof *best);
  price_all(&m, best);
  add_priced(&m, best, NULL);
  while (round_of(&m, best, pivots_most > 0 ? pivots_most : PIVOTS_MOST))
    ;
  linear_free(m.linear);
  arena_free(m.arena);
  return bound;
}
