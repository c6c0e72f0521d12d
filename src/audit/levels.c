// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/levels.h"

#include <assert.h>
#include <math.h>

#include "audit/solve_failure.h"
#include "base/fixed.h"
#include "base/language.h"
#include "chance/life.h"
#include "pool/pool.h"
#include "scenario/shared.h"
#include "scenario/touches.h"
#include "scenario/vary.h"

struct lived_year { // one drawn year of one level
  double cost_kr, empty_h, below_days, called_h;
};

struct level_task { // in a process of its own
  const struct scenario *scenario;
  const struct levels_ask *ask;
  int year;
  enum level_kind kind;
  size_t measure;
  int64_t fte_milli, today_milli;
  struct arena *arena; // of the answer
  struct level level;  // results of the plan
  bool has_norm;
  struct lived_year *years; // [year_count] the first years drawn, at most CHANCE_KEPT_MOST
  size_t year_count;
  struct lived_year sum; // over all level.draws years
  void (*progress)(void *info, size_t done, size_t total, const char *what);
};

const char *level_kind_name(enum level_kind kind) {
  static const char *const names[] = {"today", "level", "measure"};
  return names[kind];
}

const char *level_place_name(enum level_place place) {
  static const char *const names[] = {"on_curve", "beaten", "other_need"};
  return names[place];
}

// ---------------------------------------------------------------- positions

int64_t levels_today_milli(const struct scenario *scenario, size_t unit) {
  assert(unit < scenario->tables.list[TABLE_UNITS].count);
  const struct group_row *groups = group_rows(&scenario->tables);
  int128 sum_e8 = 0;
  for (size_t g = 0; g < row_count(&scenario->tables, TABLE_GROUPS); g++)
    if ((size_t)groups[g].unit == unit)
      sum_e8 += (int128)groups[g].heads_milli * groups[g].position_e8;
  return fixed_divide(sum_e8, ONE_E8);
}

// The scenario with the unit's heads scaled in proportion. Memory: arena.
static const struct scenario *scenario_at(struct arena *arena, const struct level_task *task) {
  const struct tables *tables = &task->scenario->tables;
  const struct column *column = column_named(TABLE_GROUPS, "heads");
  size_t count = 0, groups = row_count(tables, TABLE_GROUPS);
  struct varied_cell *cells = arena_array(arena, groups, sizeof *cells);
  for (size_t g = 0; g < groups; g++) {
    const struct group_row *group = &group_rows(tables)[g];
    if ((size_t)group->unit != task->ask->unit)
      continue;
    int64_t heads_milli = fixed_divide((int128)group->heads_milli * task->fte_milli, task->today_milli);
    cells[count++] = (struct varied_cell){TABLE_GROUPS, g, column, {.number = heads_milli}};
  }
  return scenario_vary(arena, task->scenario, cells, count);
}

// ---------------------------------------------------------------- one level, in its process

static const struct comparison *compare(const struct level_task *task, struct study *study, struct arena *arena,
                                        struct failure *failure) {
  bool *in_force = arena_array(arena, row_count(&task->scenario->tables, TABLE_MEASURES) + 1, sizeof *in_force);
  if (task->kind == LEVEL_MEASURE)
    in_force[task->measure] = true;
  struct study_question question = {.unit = (int64_t)unit_solved_as(task->scenario, task->ask->unit),
                                    .year = task->year,
                                    .in_force = task->kind == LEVEL_MEASURE ? in_force : NULL,
                                    .undecided_start = undecided_start_of(task->scenario)};
  enum solve_status status;
  const char *why = NULL;
  const struct comparison *comparison = study_compare(study, arena, &question, &status, &why);
  if (!comparison)
    *failure = solve_failure(status, why);
  return comparison;
}

static double wanted_less(struct arena *arena, const struct scenario *scenario, const struct comparison *comparison) {
  const struct frame *frame = comparison->year->frame;
  const struct timeline *const *timelines = comparison->year->timelines;
  double hours = 0;
  for (int u = 0; u < frame->unit_count; u++)
    hours += wanted_less_h(arena, scenario, frame->units[u], timelines[REFERENCE], timelines[SUBJECT]);
  return hours;
}

static void note_plan(struct level_task *task, const struct plan *plan) {
  struct level *level = &task->level;
  const struct plan_share *share = plan->shares;
  while ((size_t)share->unit != task->ask->unit)
    share++;
  level->fte = share->positions_fte;
  level->heads = figures_of_share(plan, share).heads;
  level->programme_kr = plan->cost_kr;
  level->programme_empty_h = plan->shortfall_h;
  level->wanted_h = plan->shortfall_h;
  for (int kind = 0; kind < HOURS_KINDS; kind++)
    level->wanted_h += kind == HOURS_IDLE ? 0 : plan->hours[kind];
}

static struct lived_year live_year(const struct chance_model *model, struct chance_life *life, int64_t seed,
                                   size_t number) {
  struct chance_draw draw = {.seed = (uint64_t)seed, .number = (int)number};
  struct chance_year year = chance_live(model, life, &draw);
  return (struct lived_year){model->plan->cost_kr + year.beyond_kr, year.empty_h, year.below_days,
                             year.extra_h + year.substitute_h + year.overtime_h + year.agency_h};
}

static void keep_year(struct level_task *task, const struct lived_year *year) {
  task->sum.cost_kr += year->cost_kr;
  task->sum.empty_h += year->empty_h;
  task->sum.below_days += year->below_days;
  task->sum.called_h += year->called_h;
  task->level.draws++;
  if (task->year_count < CHANCE_KEPT_MOST)
    task->years[task->year_count++] = *year;
}

static void live(struct level_task *task, struct arena *arena, const struct comparison *comparison,
                 const struct plan *plan, enum variant variant) {
  const struct timeline *const *timelines = comparison->year->timelines;
  const struct timeline *const norms[VARIANTS] = {timelines[REFERENCE], timelines[variant]};
  struct chance_model *model = chance_model_make(arena, plan, norms);
  struct chance_life *life = chance_life_new(model);
  const struct chance_ask *ask = &task->ask->chance;
  struct running cost = {0, 0};
  double step_kr = plan->cost_kr * (double)task->ask->step_milli / (double)task->today_milli;
  size_t most = ask->draws < CHANCE_KEPT_MOST ? (size_t)ask->draws : CHANCE_KEPT_MOST;
  task->has_norm = model->has_norm;
  task->years = arena_array(arena, most, sizeof *task->years);
  while (!chance_is_enough(ask, task->level.draws, running_error2(&cost, task->level.draws), step_kr)) {
    struct lived_year year = live_year(model, life, ask->seed, task->level.draws);
    keep_year(task, &year);
    running_add(&cost, year.cost_kr, task->level.draws);
  }
  chance_life_free(life);
}

static const struct pack_shape year_shape = {sizeof(struct lived_year), NULL, 0, NULL, 0};

static bool run_level(void *info, struct packing *answer, struct failure *failure) {
  struct level_task *task = info;
  struct arena *arena = arena_new(); // freed when the process ends
  const struct scenario *scenario = task->kind == LEVEL_STEP ? scenario_at(arena, task) : task->scenario;
  struct study *study = study_new(scenario, NULL, NULL);
  pool_step(unit_rows(&scenario->tables)[task->ask->unit].unit);
  const struct comparison *comparison = compare(task, study, arena, failure);
  if (!comparison)
    return false;
  enum variant variant = task->kind == LEVEL_MEASURE ? SUBJECT : REFERENCE;
  const struct plan *plan = comparison->plans[variant][POSITIONS_KEPT];
  note_plan(task, plan);
  if (variant == SUBJECT)
    task->level.wanted_less_h = wanted_less(arena, scenario, comparison);
  live(task, arena, comparison, plan, variant);
  pack_bytes(answer, &task->level, sizeof task->level);
  pack_bytes(answer, &task->sum, sizeof task->sum);
  pack_number(answer, task->has_norm);
  pack_items(answer, task->years, task->year_count, &year_shape);
  return true;
}

static bool take_level(void *info, const char *bytes, size_t length) {
  struct level_task *task = info;
  struct unpacking from = unpack_begin(task->arena, bytes, length);
  unpack_bytes(&from, &task->level, sizeof task->level);
  unpack_bytes(&from, &task->sum, sizeof task->sum);
  task->has_norm = unpack_number(&from) != 0;
  task->years = unpack_items(&from, &task->year_count, &year_shape);
  return unpack_whole(&from) && task->year_count > 0;
}

// ---------------------------------------------------------------- which levels

struct asking {
  const struct scenario *scenario;
  const struct levels_ask *ask;
  struct arena *arena; // ends with the run
  int year;
  int64_t today_milli;
  struct level_task *tasks;
  size_t count, room, told;
  const char *left_out;
};

static void add_task(struct asking *a, enum level_kind kind, int64_t fte_milli, size_t measure) {
  struct level_task *task = arena_push(a->arena, &a->tasks, &a->count, &a->room, sizeof *task);
  *task = (struct level_task){.scenario = a->scenario,
                              .ask = a->ask,
                              .year = a->year,
                              .kind = kind,
                              .measure = measure,
                              .fte_milli = fte_milli,
                              .today_milli = a->today_milli,
                              .arena = a->arena,
                              .level = {.kind = kind, .measure = measure, .claimed = {.amount_ore = NOT_GIVEN}}};
}

// Ascending; today's level is included once.
static void add_levels(struct asking *a) {
  bool today = false;
  for (int64_t milli = a->ask->from_milli; milli <= a->ask->to_milli; milli += a->ask->step_milli) {
    if (!today && milli >= a->today_milli) {
      add_task(a, LEVEL_TODAY, a->today_milli, 0);
      today = true;
    }
    if (milli != a->today_milli)
      add_task(a, LEVEL_STEP, milli, 0);
  }
  if (!today)
    add_task(a, LEVEL_TODAY, a->today_milli, 0);
}

static bool is_of_unit(const struct asking *a, size_t measure) {
  return measure_touches_solved(a->scenario, measure, a->ask->unit);
}

static bool is_point(const struct asking *a, size_t measure) {
  struct measure_effect effect = {.measure = measure};
  measure_effect_begin(&effect, a->scenario, measure);
  return effect.testable && !effect.given_up &&
         measure_whole_year(a->scenario, measure, undecided_start_of(a->scenario)) <= a->year;
}

static void add_measures(struct asking *a) {
  a->left_out = "";
  for (size_t m = 0; m < row_count(&a->scenario->tables, TABLE_MEASURES); m++) {
    if (!is_of_unit(a, m))
      continue;
    if (is_point(a, m))
      add_task(a, LEVEL_MEASURE, 0, m);
    else
      a->left_out = arena_printf(a->scenario->arena, "%s%s%s", a->left_out, *a->left_out ? " " : "",
                                 measure_rows(&a->scenario->tables)[m].measure);
  }
}

static int usual_year(const struct asking *a) {
  int year = (int)settings_of(&a->scenario->tables)->last_year;
  for (size_t m = 0; m < row_count(&a->scenario->tables, TABLE_MEASURES); m++) {
    int whole = is_of_unit(a, m) ? measure_whole_year(a->scenario, m, undecided_start_of(a->scenario)) : 0;
    year = whole > year ? whole : year;
  }
  return year;
}

static void take_step(void *info, const char *what) {
  struct asking *a = info;
  a->ask->progress(NULL, a->told++, a->count, what);
}

static const char *name_of(const struct asking *a, const struct level_task *task) {
  if (task->kind == LEVEL_MEASURE)
    return measure_rows(&a->scenario->tables)[task->measure].measure;
  return arena_printf(a->arena, "%lld.%03lld FTE", (long long)task->fte_milli / MILLI,
                      (long long)task->fte_milli % MILLI);
}

static bool solve(struct asking *a, struct failure *failure) {
  struct pool_task *tasks = arena_array(a->arena, a->count, sizeof *tasks);
  struct failure *failures = arena_array(a->arena, a->count, sizeof *failures);
  for (size_t i = 0; i < a->count; i++)
    tasks[i] = (struct pool_task){name_of(a, &a->tasks[i]), 1, run_level, take_level, &a->tasks[i]};
  struct pool_settings settings = {.jobs = a->ask->jobs,
                                   .memory_mb = a->ask->memory_mb,
                                   .seconds = a->ask->seconds,
                                   .step = a->ask->progress ? take_step : NULL,
                                   .info = a};
  bool well = pool_run(&settings, tasks, a->count, failures);
  for (size_t i = 0; i < a->count && !well; i++)
    if (failures[i].kind != FAILURE_NONE) {
      if (failure->kind == FAILURE_NONE)
        failure_place(&failures[i], tasks[i].name);
      failure_join(failure, &failures[i]);
    }
  if (a->ask->progress)
    a->ask->progress(NULL, a->count, a->count, "");
  return well;
}

// ---------------------------------------------------------------- what the years say

static double cost_of(const struct lived_year *year) { return year->cost_kr; }
static double empty_of(const struct lived_year *year) { return year->empty_h; }
static double below_of(const struct lived_year *year) { return year->below_days; }
static double called_of(const struct lived_year *year) { return year->called_h; }

typedef double of_year(const struct lived_year *year);

static size_t years_of_both(const struct level_task *one, const struct level_task *other) {
  return one->year_count < other->year_count ? one->year_count : other->year_count;
}

static double mean_of(const struct level_task *task, of_year *of) { return of(&task->sum) / (double)task->level.draws; }

// Spread of the years minus those of `less` (NULL: nothing), draw by draw. The mean is over all years, the rest over
// those kept.
static struct spread spread_between(const struct level_task *task, const struct level_task *less, of_year *of) {
  struct arena *arena = arena_new();
  size_t count = less ? years_of_both(task, less) : task->year_count, draws = task->level.draws;
  double *values = arena_array(arena, count, sizeof *values);
  for (size_t i = 0; i < count; i++)
    values[i] = of(&task->years[i]) - (less ? of(&less->years[i]) : 0);
  struct spread spread = spread_of(values, count);
  arena_free(arena);
  spread.mean = mean_of(task, of) - (less ? mean_of(less, of) : 0);
  draws = less && less->level.draws < draws ? less->level.draws : draws;
  spread.error = spread.sd / sqrt((double)draws);
  return spread;
}

static size_t find_today(const struct asking *a) {
  size_t i = 0;
  while (a->tasks[i].kind != LEVEL_TODAY)
    i++;
  return i;
}

static void sum_up(const struct asking *a, struct level_task *task) {
  struct level *level = &task->level;
  const struct level_task *today = &a->tasks[find_today(a)];
  level->cost_kr = spread_between(task, NULL, cost_of);
  level->empty_h = spread_between(task, NULL, empty_of);
  level->below_days = spread_between(task, NULL, below_of);
  level->called_h = spread_between(task, NULL, called_of).mean;
  level->saved_kr = spread_between(today, task, cost_of);
  level->more_empty_h = spread_between(task, today, empty_of).mean;
  level->empty_share = level->wanted_h > 0 ? level->empty_h.mean / level->wanted_h : 0;
  if (task->kind == LEVEL_MEASURE) {
    int last = claim_last_year(a->scenario, task->measure);
    level->claimed = claim_standing(a->scenario, task->measure, last ? last : a->year);
  }
}

static const double FEW_KR = 0.5; // per year: below this is rounding

// -1: the mean of `one` is lower by more than chance; 1: higher by more than chance; 0: neither.
static int compare_means(const struct level_task *one, const struct level_task *other, of_year *of, double few) {
  struct spread more = spread_between(one, other, of);
  double play = fmax(few, 2 * more.error);
  return more.mean < -play ? -1 : more.mean > play;
}

static bool beats(const struct level_task *one, const struct level_task *other) {
  int dearer = compare_means(one, other, cost_of, FEW_KR), emptier = compare_means(one, other, empty_of, FEW_HOURS);
  return dearer <= 0 && emptier <= 0 && dearer + emptier < 0;
}

// Among the points that beat it, records the cheapest.
static void place(const struct asking *a, struct level_task *task) {
  struct level *level = &task->level;
  if (level->wanted_less_h > FEW_HOURS) {
    level->place = LEVEL_OTHER_NEED;
    return;
  }
  for (size_t i = 0; i < a->count; i++) {
    const struct level_task *other = &a->tasks[i];
    if (other == task || other->kind == LEVEL_MEASURE || !beats(other, task))
      continue;
    if (level->place != LEVEL_BEATEN || other->level.cost_kr.mean < a->tasks[level->beaten_by].level.cost_kr.mean)
      level->beaten_by = i;
    level->place = LEVEL_BEATEN;
  }
}

static struct levels *levels_of(const struct asking *a) {
  struct arena *arena = a->scenario->arena;
  struct levels *levels = arena_alloc(arena, sizeof *levels);
  *levels = (struct levels){.scenario = a->scenario,
                            .ask = *a->ask,
                            .year = a->year,
                            .today_milli = a->today_milli,
                            .count = a->count,
                            .items = arena_array(arena, a->count, sizeof *levels->items),
                            .today = find_today(a),
                            .left_out = a->left_out};
  for (size_t i = 0; i < a->count; i++)
    sum_up(a, &a->tasks[i]);
  for (size_t i = 0; i < a->count; i++) {
    place(a, &a->tasks[i]);
    levels->has_norm |= a->tasks[i].has_norm;
    levels->items[i] = a->tasks[i].level;
  }
  return levels;
}

const struct levels *levels_run(const struct scenario *scenario, const struct levels_ask *ask,
                                struct failure *failure) {
  struct asking a = {
      .scenario = scenario, .ask = ask, .arena = arena_new(), .today_milli = levels_today_milli(scenario, ask->unit)};
  *failure = (struct failure){FAILURE_NONE, "", ""};
  a.year = ask->year ? ask->year : usual_year(&a);
  add_levels(&a);
  add_measures(&a);
  const struct levels *levels = solve(&a, failure) ? levels_of(&a) : NULL;
  arena_free(a.arena);
  return levels;
}
