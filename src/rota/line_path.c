// SPDX-License-Identifier: GPL-3.0-or-later
#include "rota/line_path.h"

#include <math.h>
#include <string.h>

struct row { // of one node on one morning: least cost by hours, where any line passes
  int first, last;
};

struct line_path {
  const struct line_graph *graph;
  int days, unit_min, width;           // width: hours 0 to width - 1 units
  int reach;                           // largest hours of the current search, in units
  double **cost_kr;                    // [days + 1][node * width + hours]
  struct row **rows;                   // [days + 1][node]
  double *step_kr;                     // [days * (shift_count + 1)] from the rewards, off first
  int units[ROTA_SHIFTS_MOST + 1];     // off first
  int *starts, start_count, all_count; // Mondays where a line may begin; the first start_count follow a free weekend
  int phase, first_week;
  bool whole; // the last search used every start
  bool round; // nothing is counted from a line's first day on, so no day differs from the others
  void (*lower)(double *restrict to, const double *restrict from, double cost, int count);
  double compared; // numbers, so far
};

static int shifts_of(const struct line_path *path) { return path->graph->rules.problem->shift_count; }

int line_phases(const struct line_rules *rules) {
  int every = rules->limits.weekend_every;
  return every > 1 && rules->weekend_gap == 0 ? every : 1;
}

double line_path_compared(const struct line_path *path) { return path->compared; }

void line_path_reach(struct line_path *path, int hours_most_min) {
  int units = hours_most_min / path->unit_min;
  path->reach = units < path->width - 1 ? units : path->width - 1;
}

// --- rows of hours
// -----------------------------------------------------------------------------------------------------

// Rows are added and compared hour by hour: four at a time if the machine has AVX2, else two. The numbers are the
// same.
#if defined(__x86_64__) && defined(__GNUC__)
#define WIDE __attribute__((target("avx2")))
static bool has_wide(void) { return __builtin_cpu_supports("avx2"); }
#else
#define WIDE
static bool has_wide(void) { return false; }
#endif

#define LOWER                                                                                                          \
  for (int h = 0; h < count; h++) {                                                                                    \
    double through = from[h] + cost;                                                                                   \
    to[h] = through < to[h] ? through : to[h];                                                                         \
  }

static void lower(double *restrict to, const double *restrict from, double cost, int count){LOWER}

WIDE static void lower_wide(double *restrict to, const double *restrict from, double cost, int count) {
  LOWER
}

static void move(double *restrict to, const double *restrict from, double cost, int count) {
  for (int h = 0; h < count; h++)
    to[h] = from[h] + cost;
}

// Extends a row that already has costs to hours `first` to `last`.
static void widen(struct row *row, double *costs, int first, int last) {
  for (; row->first > first; row->first--)
    costs[row->first - 1] = INFINITY;
  for (; row->last < last; row->last++)
    costs[row->last + 1] = INFINITY;
}

// --- a new one
// --------------------------------------------------------------------------------------------------------

static int common_divisor(int a, int b) {
  while (b > 0) {
    int rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

static void set_units(struct line_path *path) {
  const struct line_rules *rules = &path->graph->rules;
  for (int s = 0; s < shifts_of(path); s++)
    if (rules->shifts >> s & 1)
      path->unit_min = common_divisor(rules->problem->shifts[s].paid_min, path->unit_min);
  if (path->unit_min == 0)
    path->unit_min = 1;
  for (int s = 0; s < shifts_of(path); s++)
    path->units[s + 1] = rules->problem->shifts[s].paid_min / path->unit_min;
}

static void set_starts(struct arena *arena, struct line_path *path) {
  const struct line_graph *graph = path->graph;
  path->round = true;
  for (int i = 0; i < graph->node_count[0]; i++)
    path->round &= graph->plain[i] == i;
  path->starts = arena_array(arena, (size_t)graph->node_count[0], sizeof(int));
  for (int free = 1; free >= 0; free--) {
    for (int i = 0; i < graph->node_count[0]; i++)
      if (graph->plain[i] == i && (graph->nodes[0][i].off_run >= 2) == free)
        path->starts[path->all_count++] = i;
    if (free)
      path->start_count = path->all_count;
  }
}

struct line_path *line_path_new(struct arena *arena, const struct line_graph *graph, int hours_most_min) {
  struct line_path *path = arena_alloc(arena, sizeof *path);
  path->graph = graph;
  path->lower = has_wide() ? lower_wide : lower;
  path->days = 7 * graph->rules.problem->weeks;
  set_units(path);
  set_starts(arena, path);
  path->width = (hours_most_min > 0 ? hours_most_min / path->unit_min : 0) + 1;
  path->reach = path->width - 1;
  path->cost_kr = arena_array(arena, (size_t)path->days + 1, sizeof *path->cost_kr);
  path->rows = arena_array(arena, (size_t)path->days + 1, sizeof *path->rows);
  for (int u = 0; u <= path->days; u++) {
    size_t nodes = (size_t)graph->node_count[u % 7];
    path->cost_kr[u] = arena_array(arena, nodes * (size_t)path->width, sizeof(double));
    path->rows[u] = arena_array(arena, nodes, sizeof(struct row));
  }
  path->step_kr = arena_array(arena, (size_t)(path->days * (shifts_of(path) + 1)), sizeof(double));
  return path;
}

// --- forwards
// ---------------------------------------------------------------------------------------------------------

static bool weekend_on(const struct line_path *path, int week) {
  int phases = line_phases(&path->graph->rules);
  return week % phases == path->phase;
}

static int day_of(const struct line_path *path, int u) { return (u + 7 * path->first_week) % path->days; }

static bool allowed(const struct line_path *path, int u, const struct line_arc *arc) {
  int t = day_of(path, u);
  return arc->shift == ROTA_OFF || t % 7 < 5 || weekend_on(path, t / 7);
}

static double arc_cost(const struct line_path *path, int u, const struct line_arc *arc) {
  return arc->cost_kr + path->step_kr[u * (shifts_of(path) + 1) + arc->shift + 1];
}

static void go(struct line_path *path, int u, const struct line_arc *arc) {
  const struct row *from = &path->rows[u][arc->from];
  struct row *to = &path->rows[u + 1][arc->to];
  int units = path->units[arc->shift + 1], first = from->first + units, last = from->last + units;
  if (last > path->reach)
    last = path->reach;
  double cost = arc_cost(path, u, arc);
  if (last < first || cost == INFINITY)
    return;
  path->compared += last - first + 1;
  double *costs = &path->cost_kr[u + 1][(size_t)arc->to * (size_t)path->width];
  const double *before = &path->cost_kr[u][(size_t)arc->from * (size_t)path->width] + from->first;
  if (to->last < to->first) {
    *to = (struct row){first, last};
    move(costs + first, before, cost, last - first + 1);
    return;
  }
  widen(to, costs, first, last);
  path->lower(costs + first, before, cost, last - first + 1);
}

static void clear_rows(const struct line_path *path, int u) {
  for (int i = 0; i < path->graph->node_count[u % 7]; i++)
    path->rows[u][i] = (struct row){0, -1};
}

static void start_at(struct line_path *path, int u, int node) {
  path->rows[u][node] = (struct row){0, 0};
  path->cost_kr[u][(size_t)node * (size_t)path->width] = 0;
}

static void go_days(struct line_path *path, int first, int count) {
  for (int u = first; u < first + count; u++) {
    clear_rows(path, u + 1);
    const struct line_arc *arcs = path->graph->arcs[u % 7];
    for (int i = 0; i < path->graph->arc_count[u % 7]; i++)
      if (path->rows[u][arcs[i].from].last >= path->rows[u][arcs[i].from].first && allowed(path, u, &arcs[i]))
        go(path, u, &arcs[i]);
  }
}

// From all the starts of a range at once.
static void run(struct line_path *path, int first, int count) {
  clear_rows(path, 0);
  for (int i = first; i < first + count; i++)
    start_at(path, 0, path->starts[i]);
  go_days(path, 0, path->days);
}

// --- the best end, and the way back
// -----------------------------------------------------------------------------------

struct end {
  double cost_kr; // including the group's idle hours
  int node, hours;
};

static bool in_range(const struct line_path *path, int plain, int first, int count) {
  for (int i = first; i < first + count; i++)
    if (path->starts[i] == plain)
      return true;
  return false;
}

static void best_of_row(const struct line_path *path, int u, const struct rota_group *group, int node,
                        struct end *best) {
  const struct row *row = &path->rows[u][node];
  const double *costs = &path->cost_kr[u][(size_t)node * (size_t)path->width];
  double idle_kr = path->graph->rules.problem->weights.idle_kr_per_h;
  for (int h = row->first; h <= row->last; h++) {
    int paid_min = h * path->unit_min;
    if (paid_min < group->hours_least_min || paid_min > group->hours_most_min)
      continue;
    double cost_kr = costs[h] + idle_kr * (group->hours_most_min - paid_min) / 60.0;
    if (cost_kr < best->cost_kr)
      *best = (struct end){cost_kr, node, h};
  }
}

static struct end best_end(const struct line_path *path, const struct rota_group *group, int first, int count) {
  struct end best = {.cost_kr = INFINITY};
  for (int i = 0; i < path->graph->node_count[0]; i++)
    if (in_range(path, path->graph->plain[i], first, count))
      best_of_row(path, path->days, group, i, &best);
  return best;
}

static const struct line_arc *arc_into(const struct line_path *path, int u, int node, int hours) {
  double cost_kr = path->cost_kr[u + 1][(size_t)node * (size_t)path->width + (size_t)hours];
  for (int i = 0; i < path->graph->arc_count[u % 7]; i++) {
    const struct line_arc *arc = &path->graph->arcs[u % 7][i];
    int before = hours - path->units[arc->shift + 1];
    const struct row *row = &path->rows[u][arc->from];
    if (arc->to != node || before < row->first || before > row->last || !allowed(path, u, arc))
      continue;
    if (path->cost_kr[u][(size_t)arc->from * (size_t)path->width + (size_t)before] + arc_cost(path, u, arc) == cost_kr)
      return arc;
  }
  return NULL; // not reached for a finite cost: it came from some arc
}

// Writes the days `first` to `last` - 1 and returns the node they begin on.
static int trace(const struct line_path *path, int first, int last, struct end end, int *day) {
  int node = end.node, hours = end.hours;
  for (int u = last - 1; u >= first; u--) {
    const struct line_arc *arc = arc_into(path, u, node, hours);
    if (!arc)
      return -1;
    day[day_of(path, u)] = arc->shift;
    hours -= path->units[arc->shift + 1];
    node = arc->from;
  }
  return node;
}

// --- starts and ends that meet
// ----------------------------------------------------------------------------------------

struct closing {
  struct line_path *path;
  const struct rota_group *group;
  struct line_found best;
  int *best_day; // [days]
};

static int place_of(const struct line_path *path, int node, int first, int count) {
  for (int i = first; i < first + count; i++)
    if (path->starts[i] == node)
      return i;
  return first;
}

static void close_range(struct closing *c, int first, int count, bool ran);

// Splits between the two, as near to the middle as possible.
static void part_range(struct closing *c, int first, int count, int a, int b) {
  int low = (a < b ? a : b) + 1, high = a < b ? b : a, cut = first + count / 2;
  cut = cut < low ? low : cut > high ? high : cut;
  close_range(c, first, cut - first, false);
  close_range(c, cut, first + count - cut, false);
}

static void close_range(struct closing *c, int first, int count, bool ran) {
  int day[7 * ROTA_WEEKS_MOST];
  if (!ran) {
    run(c->path, first, count);
    c->path->whole = false;
  }
  struct end end = best_end(c->path, c->group, first, count);
  if (end.cost_kr >= c->best.cost_kr)
    return;
  int start = trace(c->path, 0, c->path->days, end, day), plain = c->path->graph->plain[end.node];
  if (start == plain) {
    c->best = (struct line_found){end.cost_kr, end.hours * c->path->unit_min};
    memcpy(c->best_day, day, (size_t)c->path->days * sizeof(int));
    return;
  }
  if (start >= 0)
    part_range(c, first, count, place_of(c->path, start, first, count), place_of(c->path, plain, first, count));
}

static void set_steps(struct line_path *path, const double *reward_kr, int first, int count) {
  int shifts = shifts_of(path);
  for (int u = first; u < first + count; u++) {
    double *step = &path->step_kr[u * (shifts + 1)];
    step[0] = 0;
    for (int s = 0; s < shifts; s++)
      step[s + 1] = -reward_kr[day_of(path, u) * shifts + s];
  }
}

// The first Monday after a weekend that the phase keeps free; -1: every weekend may be worked.
static int week_after_free(const struct line_path *path) {
  int weeks = path->days / 7;
  if (path->graph->rules.limits.weekend_every == 0)
    return 0;
  for (int week = 0; week < weeks; week++)
    if (!weekend_on(path, (week + weeks - 1) % weeks))
      return week;
  return -1;
}

struct line_found line_path_find(struct line_path *path, int phase, const double *reward_kr,
                                 const struct rota_group *group, bool again, int *day) {
  int scratch[7 * ROTA_WEEKS_MOST];
  struct closing closing = {.path = path, .group = group, .best = {INFINITY, 0}, .best_day = day ? day : scratch};
  path->phase = phase;
  int week = week_after_free(path), count = week >= 0 ? path->start_count : path->all_count;
  path->first_week = week >= 0 ? week : 0;
  if (!again)
    set_steps(path, reward_kr, 0, path->days);
  bool ran = again && path->whole;
  if (!ran)
    run(path, 0, count);
  path->whole = true;
  close_range(&closing, 0, count, true);
  return closing.best;
}

// --- a stretch made anew
// ----------------------------------------------------------------------------------------------

struct walk { // around a line from the Monday where it is cut: where the stretch begins and ends, and the nodes there
  int from_u, to_u, from, to;
};

static bool walk_from(const struct line_path *path, int start, const int *day, struct walk *walk) {
  int node = start;
  for (int u = 0; u < path->days && node >= 0; u++) {
    if (u == walk->from_u)
      walk->from = node;
    if (u == walk->to_u)
      walk->to = node;
    node = line_graph_step(path->graph, u % 7, node, day[day_of(path, u)]);
  }
  if (node < 0 || path->graph->plain[node] != start)
    return false;
  if (walk->to_u == path->days)
    walk->to = node;
  return true;
}

static bool walk_line(struct line_path *path, struct line_stretch stretch, const int *day, struct walk *walk) {
  int week = week_after_free(path), count = week >= 0 ? path->start_count : path->all_count;
  path->first_week = week >= 0 ? week : 0;
  walk->from_u = (stretch.first - 7 * path->first_week + path->days) % path->days;
  walk->to_u = walk->from_u + stretch.count;
  if (walk->to_u > path->days && !path->round)
    return false;
  if (walk->to_u > path->days)
    walk->to_u -= path->days;
  for (int i = 0; i < count; i++)
    if (walk_from(path, path->starts[i], day, walk))
      return true;
  return false;
}

struct line_found line_path_mend(struct line_path *path, int phase, const double *reward_kr,
                                 const struct rota_group *group, struct line_stretch stretch, int *day) {
  struct walk walk = {0};
  struct rota_group within = *group;
  int first = stretch.first % 7, last = first + stretch.count;
  path->phase = phase;
  path->whole = false;
  if (last > path->days || !walk_line(path, stretch, day, &walk))
    return (struct line_found){INFINITY, 0};
  int outside_min = 0;
  for (int t = 0; t < path->days; t++)
    if ((t - stretch.first + path->days) % path->days >= stretch.count && day[t] != ROTA_OFF)
      outside_min += path->graph->rules.problem->shifts[day[t]].paid_min;
  within.hours_least_min -= outside_min;
  within.hours_most_min -= outside_min;
  path->first_week = stretch.first / 7;
  line_path_reach(path, within.hours_most_min);
  set_steps(path, reward_kr, first, stretch.count);
  clear_rows(path, first);
  start_at(path, first, walk.from);
  go_days(path, first, stretch.count);
  struct end end = {.cost_kr = INFINITY};
  best_of_row(path, last, &within, walk.to, &end);
  if (end.cost_kr < INFINITY)
    trace(path, first, last, end, day);
  return (struct line_found){end.cost_kr, outside_min + end.hours * path->unit_min};
}
