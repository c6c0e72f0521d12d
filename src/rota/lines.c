// SPDX-License-Identifier: GPL-3.0-or-later
#include "rota/lines.h"

#include <math.h>
#include <string.h>

#include "rota/lines_parts.h"
#include "rota/rules.h"

enum { STEPS_MOST = 60000, STEPS_AMONG_EQUALS = 2000 };
static const double NOTHING_H = 1e-6, ORE_KR = 0.01;
static const double WORK_MOST = 4e9, WANTED_SHARE = 0.5, SHORTER_SHARE = 0.5; // numbers compared by paths

// --- prices that make cover and ceilings come first
// -------------------------------------------------------------------

static double dearest(const struct rota_problem *problem) {
  const struct rota_weights *w = &problem->weights;
  double kr = 1 + w->idle_kr_per_h + w->single_day_on_kr + w->single_day_off_kr + w->short_change_kr + w->long_run_kr +
              w->uneven_weekend_kr + w->uneven_night_kr;
  for (int level = 0; level < problem->level_count; level++)
    kr = fmax(kr, problem->missing_kr_per_h[level]);
  return kr;
}

static double excess_kr_per_h(const struct rota_problem *problem) { return 50 * dearest(problem); }

static void set_missing(struct arena *arena, struct rota_problem *problem, double kr_per_h) {
  problem->missing_kr_per_h = arena_array(arena, (size_t)problem->level_count, sizeof(double));
  for (int level = 0; level < problem->level_count; level++)
    problem->missing_kr_per_h[level] = kr_per_h;
}

// As given, but if cover is required, a missing hour costs more than anything else. The cost of a rota without missing
// hours does not change.
static struct rota_problem priced(struct arena *arena, const struct rota_problem *problem) {
  struct rota_problem copy = *problem;
  if (problem->cover_required)
    set_missing(arena, &copy, 20 * dearest(problem));
  return copy;
}

// Nothing has a cost except what is not allowed.
static struct rota_problem bare(struct arena *arena, const struct rota_problem *problem) {
  struct rota_problem copy = *problem;
  copy.weights = (struct rota_weights){0};
  set_missing(arena, &copy, problem->cover_required ? 1 : 0);
  return copy;
}

// --- shorter rotas
// ----------------------------------------------------------------------------------------------------

static bool may_last(const struct rota_problem *problem, int weeks) {
  if (weeks % problem->need_weeks != 0)
    return false;
  for (int g = 0; g < problem->group_count; g++) {
    int every = problem->groups[g].limits.weekend_every;
    if (every > 1 && problem->weeks % every == 0 && weeks % every != 0)
      return false;
  }
  return true;
}

// The next shorter length whose rota, repeated, gives one of `weeks`; 0: none.
static int shorter(const struct rota_problem *problem, int weeks) {
  for (int parts = 2; parts <= weeks; parts++)
    if (weeks % parts == 0 && may_last(problem, weeks / parts))
      return weeks / parts;
  return 0;
}

static int share_of(int most, int weeks, int of_weeks) {
  return most >= ROTA_NO_LIMIT ? most : (int)((int64_t)most * weeks / of_weeks);
}

static struct rota_problem cut_short(struct arena *arena, const struct rota_problem *problem, int weeks) {
  struct rota_problem copy = *problem;
  copy.weeks = weeks;
  copy.groups = arena_array(arena, (size_t)problem->group_count, sizeof *copy.groups);
  for (int g = 0; g < problem->group_count; g++) {
    struct rota_group *group = &copy.groups[g];
    *group = problem->groups[g];
    int64_t least = (int64_t)group->hours_least_min * weeks;
    group->hours_least_min = (int)((least + problem->weeks - 1) / problem->weeks);
    group->hours_most_min = share_of(group->hours_most_min, weeks, problem->weeks);
    group->limits.weekends_most = share_of(group->limits.weekends_most, weeks, problem->weeks);
    group->limits.sundays_most_of_n = share_of(group->limits.sundays_most_of_n, weeks, problem->weeks);
  }
  return copy;
}

static struct rota *repeated(struct arena *arena, const struct rota *rota, int weeks) {
  struct rota *longer = arena_alloc(arena, sizeof *longer);
  int days = 7 * weeks, days_before = 7 * rota->weeks;
  longer->weeks = weeks;
  longer->line_count = rota->line_count;
  longer->group_of = rota->group_of;
  longer->day = arena_array(arena, (size_t)(rota->line_count * days), sizeof(int));
  for (int line = 0; line < rota->line_count; line++)
    for (int t = 0; t < days; t++)
      longer->day[line * days + t] = rota->day[line * days_before + t % days_before];
  return longer;
}

static struct rota *days_off(struct arena *arena, const struct rota_problem *problem) {
  struct rota *rota = arena_alloc(arena, sizeof *rota);
  rota->weeks = problem->weeks;
  for (int g = 0; g < problem->group_count; g++)
    rota->line_count += problem->groups[g].heads;
  rota->group_of = arena_array(arena, (size_t)rota->line_count, sizeof(int));
  rota->day = arena_array(arena, (size_t)(rota->line_count * 7 * rota->weeks), sizeof(int));
  for (int i = 0; i < rota->line_count * 7 * rota->weeks; i++)
    rota->day[i] = ROTA_OFF;
  for (int g = 0, line = 0; g < problem->group_count; g++)
    for (int head = 0; head < problem->groups[g].heads; head++)
      rota->group_of[line++] = g;
  return rota;
}

// --- the engine
// -------------------------------------------------------------------------------------------------------

struct engine {
  struct arena *arena;                // of the answer
  const struct rota_problem *problem; // as given
  struct rota_problem priced;
  struct rota_limits_of_search search;
  double excess_kr_per_h;
  struct rota_answer answer;
};

// Is it proven that the need cannot be covered, or a ceiling not be kept?
static bool impossible(struct engine *e) {
  struct arena *arena = arena_new();
  struct rota_problem problem = bare(arena, e->problem);
  struct rota_bound bound = rota_bound_of(line_kinds_new(arena, &problem), 1, e->search.pivots);
  e->answer.pivots += bound.pivots;
  arena_free(arena);
  return bound.bound_kr > NOTHING_H;
}

// Only a share of it while hours are held, and for a shorter rota on the way. If a number of steps is given, only that
// counts.
static double work_of(const struct engine *e, const struct line_kinds *kinds, bool wanted) {
  if (e->search.steps > 0)
    return INFINITY;
  return WORK_MOST * (wanted ? WANTED_SHARE : 1) * (kinds->problem->weeks < e->problem->weeks ? SHORTER_SHARE : 1);
}

static double whole_cost(const struct engine *e, const struct neighbours_result *result) {
  return result->cost_kr + e->excess_kr_per_h * result->excess_h;
}

// If whole hours are the binding limit: first seeks lines with the hours that cost least, so that only cover and
// quality are left to search for. Those hours may not be compatible with the rules, so it then seeks lines with any
// hours.
static double improve(struct engine *e, const struct line_kinds *kinds, double bound_kr, const struct rota_hours *hours,
                      struct rota *rota, bool begun) {
  struct arena *arena = arena_new();
  struct neighbours_limits limits = {.bound_kr = bound_kr, .seed = e->search.seed > 0 ? e->search.seed : 1};
  limits.steps_most = e->search.steps > 0 ? e->search.steps : STEPS_MOST;
  struct neighbours_result best = {.cost_kr = INFINITY};
  for (int turn = hours->least_min && hours->bound_kr >= bound_kr ? 0 : 1; turn < 2; turn++) {
    struct rota *tried = repeated(arena, rota, rota->weeks);
    limits.work_most = work_of(e, kinds, turn == 0);
    limits.least_min = turn == 0 ? hours->least_min : NULL;
    struct neighbours_result result = rota_improve(arena, kinds, e->excess_kr_per_h, limits, tried, begun);
    e->answer.steps += result.steps;
    if (turn == 1 && whole_cost(e, &result) >= whole_cost(e, &best))
      break;
    best = result;
    memcpy(rota->day, tried->day, (size_t)(rota->line_count * 7 * rota->weeks) * sizeof(int));
    begun = true;
  }
  arena_free(arena);
  return best.excess_h;
}

// A good rota of this many weeks, built from shorter ones; NULL: a group has no line of that length.
static struct rota *short_rota(struct engine *e, int weeks) {
  struct arena *arena = arena_new();
  struct rota_problem problem = cut_short(arena, &e->priced, weeks);
  struct line_kinds *kinds = line_kinds_new(arena, &problem);
  struct rota *rota = NULL;
  if (line_kinds_lacking(kinds) < 0) {
    int before = shorter(e->problem, weeks);
    struct rota *start = before > 0 ? short_rota(e, before) : NULL;
    rota = start ? repeated(e->arena, start, weeks) : days_off(e->arena, &problem);
    struct rota_bound bound = rota_bound_of(kinds, e->excess_kr_per_h, e->search.pivots);
    struct rota_hours hours = rota_hours_of(arena, &problem, e->search.nodes);
    e->answer.pivots += bound.pivots + hours.pivots;
    improve(e, kinds, fmax(bound.bound_kr, hours.bound_kr), &hours, rota, start != NULL);
  }
  arena_free(arena);
  return rota;
}

static void fail(struct engine *e, struct failure failure) {
  e->answer.outcome = ROTA_FAILED;
  e->answer.failure = failure;
}

// Checks the result once more against the rules.
static void judge(struct engine *e, struct rota *rota, double excess_h) {
  struct rota_breach breach;
  bool breaks = rota_check(e->problem, rota, &breach, 1) > 0;
  if (breaks && (breach.rule == ROTA_RULE_AVERAGE_HOURS || breach.rule == ROTA_RULE_NIGHT_HOURS)) { // a price here
    e->answer.outcome = ROTA_UNDECIDED;
    return;
  }
  if (breaks) {
    fail(e, failure_make(FAILURE_FAULT, "a line of the rota found breaks the rule %s",
                         rota_rule_records[breach.rule].code));
    return;
  }
  struct rota_measure measure = rota_measure_of(e->problem, rota);
  if (excess_h > NOTHING_H || (e->problem->cover_required && measure.missing_h > NOTHING_H)) {
    e->answer.outcome = ROTA_UNDECIDED;
    return;
  }
  e->answer.outcome = ROTA_FOUND;
  e->answer.rota = rota;
  e->answer.measure = measure;
  e->answer.proven_best = measure.cost_kr - e->answer.bound_kr <= ORE_KR;
}

static void search_with(struct engine *e, const struct line_kinds *kinds, const struct rota_hours *hours) {
  int before = shorter(e->problem, e->problem->weeks);
  struct rota *start = before > 0 ? short_rota(e, before) : NULL;
  struct rota *rota = start ? repeated(e->arena, start, e->problem->weeks) : days_off(e->arena, e->problem);
  judge(e, rota, improve(e, kinds, e->answer.bound_kr, hours, rota, start != NULL));
}

static void solve(struct engine *e, struct arena *arena) {
  struct line_kinds *kinds = line_kinds_new(arena, &e->priced);
  e->answer.group = line_kinds_lacking(kinds);
  e->answer.outcome = ROTA_NONE;
  if (e->answer.group >= 0)
    return;
  struct rota_bound bound = rota_bound_of(kinds, e->excess_kr_per_h, e->search.pivots);
  e->answer.pivots += bound.pivots;
  e->answer.bound_kr = bound.bound_kr;
  if (bound.failure.kind == FAILURE_FAULT) {
    fail(e, bound.failure);
    return;
  }
  bool lacks = bound.excess_h > NOTHING_H || (e->problem->cover_required && bound.missing_h > NOTHING_H);
  if (bound.solved && lacks && impossible(e))
    return;
  struct rota_hours hours = rota_hours_of(arena, &e->priced, e->search.nodes);
  e->answer.pivots += hours.pivots;
  e->answer.bound_kr = fmax(bound.bound_kr, hours.bound_kr);
  search_with(e, kinds, &hours);
}

struct rota_answer rota_solve_lines(struct arena *arena, const struct rota_problem *problem,
                                    const struct rota_limits_of_search *search) {
  struct engine engine = {.arena = arena, .problem = problem};
  struct arena *scratch = arena_new();
  engine.priced = priced(scratch, problem);
  engine.excess_kr_per_h = excess_kr_per_h(&engine.priced);
  if (search)
    engine.search = *search;
  engine.answer.bound_kr = -INFINITY;
  engine.answer.group = -1;
  solve(&engine, scratch);
  arena_free(scratch);
  return engine.answer;
}

void rota_choose(const struct rota_problem *problem, const struct rota_limits_of_search *search, struct rota *rota) {
  struct arena *arena = arena_new();
  struct rota_problem copy = priced(arena, problem);
  struct neighbours_limits limits = {.seed = search && search->seed > 0 ? search->seed : 1};
  limits.steps_most = search && search->steps > 0 ? search->steps : STEPS_AMONG_EQUALS;
  rota_choose_equal(arena, line_kinds_new(arena, &copy), excess_kr_per_h(&copy), limits, rota);
  arena_free(arena);
}
