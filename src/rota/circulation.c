// SPDX-License-Identifier: GPL-3.0-or-later
#include "rota/circulation.h"

#include <math.h>
#include <string.h>

#include "rota/rules.h"
#include "rota/states.h"
#include "rota/walks.h"
#include "solve/linear.h"

enum { WEEK = 7, FEATURES = 8, NODES_MOST = 1000, ROUNDS_MOST = 60, ROUND_LEAST_PART = 50 };

struct circulation {
  struct arena *arena, *scratch;
  const struct rota_problem *problem;
  const struct rota_group *group; // any group: they are alike
  const struct rota_states *states;
  int heads, weeks; // weeks of the period
  double times;     // how often the rota contains the circulation
  double cost_of_feature[FEATURES];
  double constant_kr;
  bool priced; // some arc, shift or missing hour has a price
  struct linear *linear;
  int *arc_column; // [weeks * arcs]
  int *on_shift;   // [weeks * 7 * shifts] column: people on the shift that day
  struct rota_answer answer;
};

// ---------------------------------------------------------------- which problems

static bool same_limits(const struct rota_limits *a, const struct rota_limits *b) {
  return a->daily_rest_min == b->daily_rest_min && a->short_rest_min == b->short_rest_min &&
         a->short_changes_most == b->short_changes_most && a->weekly_rest_min == b->weekly_rest_min &&
         a->weekly_rest_inside == b->weekly_rest_inside && a->days_in_row_most == b->days_in_row_most &&
         a->days_in_row_least == b->days_in_row_least && a->days_off_most == b->days_off_most &&
         a->days_off_least == b->days_off_least && a->nights_in_row_most == b->nights_in_row_most &&
         a->nights_in_row_least == b->nights_in_row_least && a->rest_after_nights_min == b->rest_after_nights_min &&
         a->weekend_every == b->weekend_every && a->weekends_most == b->weekends_most &&
         a->whole_weekends == b->whole_weekends && a->sundays_most_of_n == b->sundays_most_of_n &&
         a->sundays_in_row_most == b->sundays_in_row_most && a->week_most_min == b->week_most_min &&
         a->average_most_min == b->average_most_min && a->average_weeks == b->average_weeks &&
         a->night_average_most_min == b->night_average_most_min && a->night_average_weeks == b->night_average_weeks;
}

static bool same_contract(const struct rota_group *a, const struct rota_group *b) {
  return a->level == b->level && a->shifts == b->shifts && a->hours_least_min == b->hours_least_min &&
         a->hours_most_min == b->hours_most_min && same_limits(&a->limits, &b->limits);
}

static int heads_of(const struct rota_problem *problem) {
  int heads = 0;
  for (int g = 0; g < problem->group_count; g++)
    heads += problem->groups[g].heads;
  return heads;
}

bool rota_circulates(const struct rota_problem *problem) {
  for (int g = 1; g < problem->group_count; g++)
    if (!same_contract(&problem->groups[0], &problem->groups[g]))
      return false;
  int heads = heads_of(problem);
  return heads > 0 && (problem->rotates || problem->weeks == heads * problem->need_weeks);
}

// ---------------------------------------------------------------- the programme

static int node_of(const struct circulation *c, int week, int state) { return week * c->states->first[WEEK] + state; }

static int column_of(const struct circulation *c, int week, int arc) { return week * c->states->arc_count + arc; }

static int after(const struct circulation *c, int week, int state) {
  return state >= c->states->first[6] ? (week + 1) % c->weeks : week;
}

static int64_t need_on(const struct circulation *c, const int64_t *list, int day, int interval, int level) {
  const struct rota_problem *problem = c->problem;
  int at = (day % (WEEK * problem->need_weeks) * problem->interval_count + interval) * problem->level_count + level;
  return list[at];
}

static double hours_of(const struct rota_interval *interval) { return (interval->to_min - interval->from_min) / 60.0; }

// Rows of the states and of the people on each shift come first: that of node n is n, of shift s on day t follows.
static void add_flow_rows(struct circulation *c) {
  int nodes = c->weeks * c->states->first[WEEK], shifts = c->weeks * WEEK * c->problem->shift_count;
  for (int r = 0; r < nodes + shifts; r++)
    linear_add_row(c->linear, 0, 0);
}

static int shift_row(const struct circulation *c, int day, int shift) {
  return c->weeks * c->states->first[WEEK] + day * c->problem->shift_count + shift;
}

// Sums over people; any rows added come after these.
struct sum_rows {
  int heads, weekends; // -1: none
};

static void add_arc(struct circulation *c, int week, int state, int arc, const struct sum_rows *sums) {
  const struct rota_arc *taken = &c->states->arcs[arc];
  int day = week * WEEK + rota_states_weekday(c->states, state), rows[5], count = 0;
  double values[5];
  int from = node_of(c, week, state), to = node_of(c, after(c, week, state), taken->to);
  if (from != to) {
    rows[count] = from, values[count++] = 1;
    rows[count] = to, values[count++] = -1;
  }
  if (taken->shift != ROTA_OFF)
    rows[count] = shift_row(c, day, taken->shift), values[count++] = 1;
  if (day == 0)
    rows[count] = sums->heads, values[count++] = 1;
  if (sums->weekends >= 0 && taken->features & ROTA_WEEKEND)
    rows[count] = sums->weekends, values[count++] = 1;
  double cost = 0;
  for (int bit = 0; bit < FEATURES; bit++)
    cost += taken->features >> bit & 1 ? c->cost_of_feature[bit] : 0;
  linear_add_column(c->linear, cost, 0, c->heads, true, count, rows, values);
}

static void add_arcs(struct circulation *c, const struct sum_rows *sums) {
  for (int week = 0; week < c->weeks; week++)
    for (int state = 0; state < c->states->first[WEEK]; state++)
      for (int arc = c->states->first_arc[state]; arc < c->states->first_arc[state + 1]; arc++)
        add_arc(c, week, state, arc, sums);
}

struct bounds_of_shift {
  double least, most;
};

// Persons who can be counted at a level: none above the contract's level.
static bool counts_at(const struct circulation *c, int level) { return c->group->level >= level; }

// The only shift that covers an interval on a weekday; -1: none, -2: several.
static int only_shift(const struct circulation *c, int day, int interval) {
  int only = -1;
  for (int s = 0; s < c->problem->shift_count; s++) {
    bool worked = c->problem->shifts[s].weekdays >> day % WEEK & 1 && c->group->shifts >> s & 1;
    if (worked && c->problem->covers[s * c->problem->interval_count + interval])
      only = only == -1 ? s : -2;
  }
  return only;
}

static double persons_least(int64_t milli) { return ceil((double)milli / 1000 - 1e-9); }

static double persons_most(int64_t milli) { return floor((double)milli / 1000 + 1e-9); }

// If only one shift covers an interval, its need is a bound on the people of that shift.
static struct bounds_of_shift bounds_of(const struct circulation *c, int day, int shift) {
  const struct rota_problem *problem = c->problem;
  struct bounds_of_shift bounds = {0, c->heads};
  for (int i = 0; i < problem->interval_count; i++)
    for (int level = 0; only_shift(c, day, i) == shift && level <= c->group->level; level++) {
      if (problem->cover_required)
        bounds.least = fmax(bounds.least, persons_least(need_on(c, problem->need_milli, day, i, level)));
      if (problem->most_milli)
        bounds.most = fmin(bounds.most, persons_most(need_on(c, problem->most_milli, day, i, level)));
    }
  return bounds;
}

// People on a shift on a day; false: the bounds conflict.
static bool add_on_shift(struct circulation *c, int day, int shift, int hours_row, int sundays_row) {
  const struct rota_problem *problem = c->problem;
  struct bounds_of_shift bounds = bounds_of(c, day, shift);
  int rows[3] = {shift_row(c, day, shift), hours_row}, count = 2;
  double values[3] = {-1, problem->shifts[shift].paid_min};
  if (sundays_row >= 0 && day % WEEK == 6)
    rows[count] = sundays_row, values[count++] = 1;
  double cost = -c->times * problem->weights.idle_kr_per_h * problem->shifts[shift].paid_min / 60;
  if (c->group->hours_most_min >= ROTA_NO_LIMIT)
    cost = 0;
  c->on_shift[day * problem->shift_count + shift] =
      linear_add_column(c->linear, cost, bounds.least, fmax(bounds.least, bounds.most), true, count, rows, values);
  return bounds.least <= bounds.most;
}

static int missing_column(struct circulation *c, int interval, int level) {
  const struct rota_problem *problem = c->problem;
  double cost = c->times * problem->missing_kr_per_h[level] * hours_of(&problem->intervals[interval]);
  return linear_add_column(c->linear, cost, 0, INFINITY, false, 0, NULL, NULL);
}

// People at a level or above, and those missing at this level and at higher ones, are at least the need.
static void add_cover_row(struct circulation *c, int day, int interval, int level, double least, double most,
                          const int *missing) {
  const struct rota_problem *problem = c->problem;
  int columns[ROTA_SHIFTS_MOST + ROTA_LEVELS_MOST], count = 0;
  double values[ROTA_SHIFTS_MOST + ROTA_LEVELS_MOST];
  for (int s = 0; counts_at(c, level) && s < problem->shift_count; s++)
    if (problem->covers[s * problem->interval_count + interval])
      columns[count] = c->on_shift[day * problem->shift_count + s], values[count++] = 1;
  for (int l = level; missing && l < problem->level_count; l++)
    columns[count] = missing[l], values[count++] = 1;
  linear_add_cut(c->linear, least, most, count, columns, values);
}

static bool add_cover(struct circulation *c, int day, int interval) {
  const struct rota_problem *problem = c->problem;
  int missing[ROTA_LEVELS_MOST];
  bool one_shift = only_shift(c, day, interval) >= 0, wanted = false;
  for (int level = 0; level < problem->level_count; level++)
    wanted = wanted || need_on(c, problem->need_milli, day, interval, level) > 0;
  for (int level = 0; !problem->cover_required && wanted && level < problem->level_count; level++)
    missing[level] = missing_column(c, interval, level);
  for (int level = 0; level < problem->level_count; level++) {
    double need = (double)need_on(c, problem->need_milli, day, interval, level) / 1000, most = INFINITY;
    if (problem->most_milli && counts_at(c, level))
      most = persons_most(need_on(c, problem->most_milli, day, interval, level));
    if (problem->cover_required && need > 0 && !counts_at(c, level))
      return false;
    if (!problem->cover_required && need > 0)
      add_cover_row(c, day, interval, level, need, INFINITY, missing);
    else if (problem->cover_required && need > 0 && !one_shift)
      add_cover_row(c, day, interval, level, ceil(need - 1e-9), INFINITY, NULL);
    if (most < c->heads && !one_shift)
      add_cover_row(c, day, interval, level, -INFINITY, most, NULL);
  }
  return true;
}

static double sum_bound(const struct circulation *c, double limit) {
  return limit >= ROTA_NO_LIMIT ? INFINITY : limit * (c->problem->rotates ? c->heads : 1);
}

// False: some bounds conflict, or a level is needed that nobody has.
static bool add_everything(struct circulation *c) {
  const struct rota_limits *limits = &c->group->limits;
  add_flow_rows(c);
  struct sum_rows sums = {linear_add_row(c->linear, c->heads, c->heads), -1};
  if (limits->weekends_most < ROTA_NO_LIMIT)
    sums.weekends = linear_add_row(c->linear, -INFINITY, sum_bound(c, limits->weekends_most));
  int hours =
      linear_add_row(c->linear, sum_bound(c, c->group->hours_least_min), sum_bound(c, c->group->hours_most_min));
  int sundays = -1;
  if (limits->sundays_most_of_n < ROTA_NO_LIMIT)
    sundays = linear_add_row(c->linear, -INFINITY, sum_bound(c, limits->sundays_most_of_n));
  add_arcs(c, &sums);
  bool possible = true;
  for (int day = 0; day < c->weeks * WEEK; day++)
    for (int s = 0; s < c->problem->shift_count; s++)
      possible = add_on_shift(c, day, s, hours, sundays) && possible;
  for (int day = 0; day < c->weeks * WEEK; day++)
    for (int i = 0; i < c->problem->interval_count; i++)
      possible = add_cover(c, day, i) && possible;
  return possible;
}

// ---------------------------------------------------------------- from walks to a rota

// The walk that contains the n-th line, and the position at which the line begins.
static const struct rota_walk *walk_of_line(const struct circulation *c, const struct rota_walks *walks, int line,
                                            int *at) {
  int period = WEEK * c->weeks, w = 0;
  for (; line >= walks->list[w].length / period && w < walks->count - 1; w++)
    line -= walks->list[w].length / period;
  *at = line * period;
  return &walks->list[w];
}

// Lines that follow one another around one walk, or each of which goes around its own walk.
static struct rota *rota_from(const struct circulation *c, const struct rota_walks *walks) {
  const struct rota_problem *problem = c->problem;
  struct rota *rota = arena_alloc(c->arena, sizeof *rota);
  int days = WEEK * problem->weeks;
  rota->weeks = problem->weeks;
  rota->line_count = c->heads;
  rota->group_of = arena_array(c->arena, (size_t)c->heads, sizeof(int));
  rota->day = arena_array(c->arena, (size_t)c->heads * (size_t)days, sizeof(int));
  for (int g = 0, line = 0; g < problem->group_count; g++)
    for (int h = 0; h < problem->groups[g].heads; h++, line++) {
      int at;
      const struct rota_walk *walk = walk_of_line(c, walks, line, &at);
      rota->group_of[line] = g;
      for (int t = 0; t < days; t++)
        rota->day[line * days + t] = c->states->arcs[walk->arcs[(at + t) % walk->length]].shift;
    }
  return rota;
}

// ---------------------------------------------------------------- cuts

// Nodes occupied by the people of a walk.
static bool *nodes_of(const struct circulation *c, const struct rota_walk *walk) {
  bool *inside = arena_array(c->scratch, (size_t)(c->weeks * c->states->first[WEEK]), sizeof *inside);
  for (int t = 0; t < walk->length; t++)
    inside[node_of(c, t / WEEK % c->weeks, walk->states[t])] = true;
  return inside;
}

// Either everybody is on these nodes, or the people on them leave them. apart: 1 if some are elsewhere.
//   people there on day 0 + heads x apart >= heads
//   heads x people leaving - people there on day 0 - heads x apart >= -heads
static void ask_to_meet(struct circulation *c, const struct rota_walk *walk) {
  const bool *inside = nodes_of(c, walk);
  size_t most = (size_t)(c->weeks * c->states->arc_count) + 1;
  int *there = arena_array(c->scratch, most, sizeof *there), *all = arena_array(c->scratch, most, sizeof *all);
  double *ones = arena_array(c->scratch, most, sizeof *ones), *values = arena_array(c->scratch, most, sizeof *values);
  int there_count = 0, all_count = 0;
  for (int week = 0; week < c->weeks; week++)
    for (int state = 0; state < c->states->first[WEEK]; state++) {
      if (!inside[node_of(c, week, state)])
        continue;
      bool first_day = week == 0 && state < c->states->first[1];
      for (int a = c->states->first_arc[state]; a < c->states->first_arc[state + 1]; a++) {
        bool leaves = !inside[node_of(c, after(c, week, state), c->states->arcs[a].to)];
        if (first_day)
          there[there_count] = column_of(c, week, a), ones[there_count++] = 1;
        if (leaves || first_day)
          all[all_count] = column_of(c, week, a), values[all_count++] = (leaves ? c->heads : 0) - (first_day ? 1 : 0);
      }
    }
  int apart = linear_add_column(c->linear, 0, 0, 1, true, 0, NULL, NULL);
  there[there_count] = apart, ones[there_count++] = c->heads;
  all[all_count] = apart, values[all_count++] = -c->heads;
  linear_add_cut(c->linear, c->heads, INFINITY, there_count, there, ones);
  linear_add_cut(c->linear, -c->heads, INFINITY, all_count, all, values);
}

// ---------------------------------------------------------------- solving

static struct rota_walks walks_of(struct circulation *c, const double *columns) {
  int count = c->weeks * c->states->arc_count;
  int *people = arena_array(c->scratch, (size_t)count, sizeof *people);
  for (int a = 0; a < count; a++)
    people[a] = (int)lround(columns[a]);
  return rota_walks_of(c->scratch, c->states, c->weeks, people);
}

// Several walks are a rota of separate lines if each completes a whole number of rounds and the sums are kept too.
static bool are_lines(const struct circulation *c, const struct rota_walks *walks) {
  if (c->problem->rotates)
    return walks->count == 1;
  for (int w = 0; w < walks->count; w++)
    if (c->problem->weeks * WEEK % walks->list[w].length != 0)
      return false;
  return rota_check(c->problem, rota_from(c, walks), NULL, 0) == 0;
}

static bool found(struct circulation *c, const struct rota_walks *walks) {
  if (!are_lines(c, walks))
    return false;
  c->answer.outcome = ROTA_FOUND;
  c->answer.rota = rota_from(c, walks);
  return true;
}

// Makes one walk, by joining and then by cuts; in the last round also by exchanges that raise the cost.
static bool one_walk(struct circulation *c, const struct linear_solution *solution, bool last) {
  struct rota_walks walks = walks_of(c, solution->columns);
  rota_walks_join(c->scratch, c->states, c->weeks, &walks, c->cost_of_feature, 0);
  if (walks.count > 1 && last)
    rota_walks_join(c->scratch, c->states, c->weeks, &walks, c->cost_of_feature, INFINITY);
  if (found(c, &walks))
    return true;
  for (int w = 0; w < walks.count && walks.count > 1; w++)
    ask_to_meet(c, &walks.list[w]);
  return false;
}

static bool not_solved(struct circulation *c, const struct linear_solution *solution) {
  if (solution->status == LINEAR_OPTIMAL)
    return false;
  c->answer.failure = solution->failure;
  c->answer.outcome = solution->status == LINEAR_INFEASIBLE ? ROTA_NONE
                      : solution->status == LINEAR_FAULT    ? ROTA_FAILED
                                                            : ROTA_UNDECIDED;
  return !solution->columns || solution->status != LINEAR_LIMIT;
}

static void raise_bound(struct circulation *c, double bound) {
  if (isfinite(bound))
    c->answer.bound_kr = fmax(c->answer.bound_kr, bound + c->constant_kr);
}

// What is proven for every rota: by the relaxation, whatever the lines are.
static bool relaxation_allows(struct circulation *c) {
  struct linear_solution solution = linear_solve(c->linear, 0);
  c->answer.pivots += solution.pivots;
  if (not_solved(c, &solution))
    return false;
  raise_bound(c, solution.cost);
  return true;
}

// If a best rota is sought, all rounds share the nodes: the first has proven the bound, and later ones only join
// walks.
static long nodes_of_round(const struct circulation *c, long nodes) {
  if (!c->priced)
    return nodes;
  long left = nodes - c->answer.steps, least = nodes / ROUND_LEAST_PART + 1;
  return left > least ? left : least;
}

static void solve_rounds(struct circulation *c, const struct rota_limits_of_search *search) {
  long nodes = search && search->nodes > 0 ? search->nodes : NODES_MOST;
  for (int round = 0; round < ROUNDS_MOST; round++) {
    struct linear_solution solution = linear_solve_whole(c->linear, nodes_of_round(c, nodes), !c->priced);
    c->answer.pivots += solution.pivots;
    c->answer.steps += solution.nodes;
    if (c->problem->rotates)
      raise_bound(c, solution.bound);
    if (not_solved(c, &solution) || one_walk(c, &solution, round == ROUNDS_MOST - 1))
      break;
    c->answer.outcome = ROTA_UNDECIDED;
  }
  if (c->answer.outcome == ROTA_NONE && !c->problem->rotates)
    c->answer.outcome = ROTA_UNDECIDED;
}

static void set_prices(struct circulation *c) {
  const struct rota_weights *weights = &c->problem->weights;
  const double costs[] = {weights->single_day_on_kr, weights->single_day_off_kr, weights->short_change_kr,
                          weights->long_run_kr};
  for (int bit = 0; bit < 4; bit++) {
    c->cost_of_feature[bit] = c->times * costs[bit];
    c->priced = c->priced || costs[bit] > 0;
  }
  bool idle = weights->idle_kr_per_h > 0 && c->group->hours_most_min < ROTA_NO_LIMIT;
  if (idle) // of all lines; the hours worked are deducted by shift
    c->constant_kr = weights->idle_kr_per_h * c->group->hours_most_min / 60 * c->heads;
  c->priced = c->priced || idle || !c->problem->cover_required;
}

static enum rota_weekends weekends_asked(const struct rota_problem *problem, const struct rota_limits *limits) {
  if (limits->weekend_every <= 1)
    return ROTA_WEEKENDS_FREE;
  return !problem->rotates && problem->weeks % limits->weekend_every == 0 ? ROTA_WEEKENDS_PHASE : ROTA_WEEKENDS_BETWEEN;
}

static void solve(struct circulation *c, const struct rota_limits_of_search *search) {
  bool features = false;
  for (int bit = 0; bit < 4; bit++)
    features = features || c->cost_of_feature[bit] > 0;
  c->states =
      rota_states_of(c->scratch, c->problem, c->group, weekends_asked(c->problem, &c->group->limits), features, 0);
  if (!c->states)
    return; // too many states: undecided
  c->answer.outcome = ROTA_NONE;
  if (c->states->first[WEEK] == 0) {
    c->answer.group = 0;
    return;
  }
  c->on_shift = arena_array(c->scratch, (size_t)(c->weeks * WEEK * c->problem->shift_count), sizeof(int));
  if (add_everything(c) && relaxation_allows(c))
    solve_rounds(c, search);
}

struct rota_answer rota_circulation(struct arena *arena, const struct rota_problem *problem,
                                    const struct rota_limits_of_search *search) {
  struct circulation c = {.arena = arena,
                          .scratch = arena_new(),
                          .problem = problem,
                          .group = &problem->groups[0],
                          .heads = heads_of(problem),
                          .weeks = problem->rotates ? problem->weeks : problem->need_weeks,
                          .answer = {.outcome = ROTA_UNDECIDED, .bound_kr = -INFINITY, .group = -1}};
  c.times = problem->rotates ? 1 : c.heads;
  c.linear = linear_new();
  set_prices(&c);
  solve(&c, search);
  linear_free(c.linear);
  arena_free(c.scratch);
  return c.answer;
}
