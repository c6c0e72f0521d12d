// SPDX-License-Identifier: GPL-3.0-or-later
// The audit of a scenario: the questions, the tasks that answer them, and the answers put together in the order of the
// scenario's rows, in whatever order they arrive.
#include <assert.h>
#include <math.h>
#include <string.h>

#include "audit/accounts.h"
#include "audit/amounts.h"
#include "audit/chance.h"
#include "audit/drivers.h"
#include "audit/followup.h"
#include "audit/followup_books.h"
#include "audit/grade.h"
#include "audit/measure_task.h"
#include "audit/redesign_task.h"
#include "audit/rotas.h"
#include "audit/together.h"
#include "audit/unit_task.h"
#include "audit/worlds.h"
#include "base/fixed.h"
#include "base/language.h"
#include "scenario/settings.h"
#include "scenario/shared.h"

struct run {
  struct audit *audit;
  const struct audit_hooks *hooks;
  struct arena *arena; // temporary
  struct solver *solver;
  struct sets *sets;
  size_t unit_count;
  struct unit_task *units;         // [unit_count]
  size_t *next;                    // [unit_count] the next case of each to be stored
  struct redesign_task *redesigns; // [audit->redesign_count]
  struct measure_task *measures;   // [audit->measure_count]
  size_t done, total;              // steps
  struct failure *failure;
};

// ---------------------------------------------------------------- processes at work

static void tell_progress(const struct run *run, const char *what) {
  if (run->hooks->progress)
    run->hooks->progress(run->hooks->info, run->done, run->total, what);
}

static void take_step(void *info, const char *what) {
  struct run *run = info;
  tell_progress(run, what);
  run->done++;
}

static void take_line(void *info, const char *text, size_t length) {
  const struct run *run = info;
  if (run->hooks->log)
    fwrite(text, 1, length, run->hooks->log);
}

// The first failure in the order of the tasks, and the number of failures.
static void tell_failures(struct run *run, const struct failure *failures, size_t count) {
  size_t failed = 0;
  for (size_t i = 0; i < count; i++) {
    if (failures[i].kind != FAILURE_NONE)
      failure_join(run->failure, &failures[i]);
    failed += failures[i].kind != FAILURE_NONE;
  }
  if (failed < 2)
    return;
  struct failure sum = failure_make(run->failure->kind, _("%s (and %zu more failed)"), run->failure->text, failed - 1);
  memcpy(run->failure->text, sum.text, sizeof sum.text);
}

static bool work(struct run *run, const struct pool_task *tasks, size_t count) {
  struct pool_settings settings = {.jobs = run->hooks->jobs,
                                   .memory_mb = run->hooks->memory_mb,
                                   .seconds = run->hooks->seconds,
                                   .line = take_line,
                                   .step = take_step,
                                   .info = run};
  struct failure *failures = arena_array(run->arena, count, sizeof *failures);
  bool well = pool_run(&settings, tasks, count, failures);
  if (!well)
    tell_failures(run, failures, count);
  return well;
}

// ---------------------------------------------------------------- what is asked

static void begin_measures(struct run *run) {
  struct audit *audit = run->audit;
  for (size_t m = 0; m < audit->measure_count; m++)
    if (measure_is_asked(run->hooks, m))
      measure_effect_begin(&audit->measures[m], audit->scenario, m);
}

// Records which sets of measures are asked for; the result of this pass is discarded.
static void ask_sets(struct run *run) {
  if (!run->hooks->only)
    together_make(run->arena, run->audit, run->sets);
}

static void begin_units(struct run *run) {
  struct asked_unit *asked = asked_of_units(run->arena, run->audit, run->hooks);
  run->units = arena_array(run->arena, run->unit_count, sizeof *run->units);
  run->next = arena_array(run->arena, run->unit_count, sizeof *run->next);
  for (size_t u = 0; u < run->unit_count; u++) {
    run->units[u] = (struct unit_task){.audit = run->audit,
                                       .hooks = run->hooks,
                                       .solver = run->solver,
                                       .asked = &asked[u],
                                       .sets = run->sets,
                                       .arena = arena_new()};
    run->total += asked[u].count;
  }
}

static void begin_redesigns(struct run *run) {
  struct audit *audit = run->audit;
  run->redesigns = arena_array(run->arena, audit->redesign_count, sizeof *run->redesigns);
  for (size_t i = 0; i < audit->redesign_count; i++) {
    audit->redesigns[i].unit = (size_t)design_rows(&audit->scenario->tables)[i].unit;
    run->redesigns[i] = (struct redesign_task){audit->scenario, &audit->redesigns[i]};
  }
  run->total += run->hooks->only ? 0 : audit->redesign_count;
}

// Should the assumptions of the measure be examined?
static bool hangs(const struct run *run, size_t measure) {
  return !run->hooks->effects_only && measure_is_asked(run->hooks, measure);
}

static void begin_hanging(struct run *run) {
  struct audit *audit = run->audit;
  run->measures = arena_array(run->arena, audit->measure_count, sizeof *run->measures);
  for (size_t m = 0; m < audit->measure_count; m++) {
    run->measures[m] = (struct measure_task){.audit = audit, .hooks = run->hooks, .solver = run->solver, .measure = m};
    run->total += hangs(run, m) && measure_task_solves(&run->measures[m]);
  }
}

// ---------------------------------------------------------------- years, with and without measures

static bool solve_years(struct run *run) {
  size_t count = 0, redesigns = run->hooks->only ? 0 : run->audit->redesign_count;
  struct pool_task *tasks = arena_array(run->arena, run->unit_count + redesigns, sizeof *tasks);
  for (size_t u = 0; u < run->unit_count; u++)
    if (run->units[u].asked->count)
      tasks[count++] = unit_task_of(&run->units[u]);
  for (size_t i = 0; i < redesigns; i++)
    tasks[count++] = redesign_task_of(&run->redesigns[i]);
  return work(run, tasks, count);
}

// The unit's answer to a case, the next in its list; NULL where it was not asked for.
static const struct case_answer *next_answer(struct run *run, size_t unit, int64_t measure, int year, bool full) {
  const struct asked_unit *asked = run->units[unit].asked;
  size_t at = run->next[unit];
  if (at == asked->count || asked->cases[at].measure != measure || asked->cases[at].year != year ||
      asked->cases[at].full != full)
    return NULL;
  run->next[unit]++;
  noted_append(run->audit, &run->units[unit].answers[at].noted);
  return &run->units[unit].answers[at];
}

// The part of a unit in the answer of those solved together; NULL where it was not asked for.
static const struct baseline_year *baseline_of(const struct case_answer *answer, size_t unit) {
  for (size_t i = 0; answer && i < answer->baseline_count; i++)
    if (answer->baseline[i].unit == unit)
      return &answer->baseline[i];
  return NULL;
}

static void put_baseline(struct run *run) {
  struct audit *audit = run->audit;
  const struct case_answer **answers = arena_array(run->arena, run->unit_count, sizeof *answers); // by the first unit
  const struct settings_row *settings = settings_of(&audit->scenario->tables);
  struct baseline_year *baseline = audit->baseline;
  for (int year = (int)settings->first_year; year <= settings->last_year; year++)
    for (size_t unit = 0; unit < run->unit_count; unit++, baseline++) {
      const struct case_answer **answer = &answers[unit_solved_as(audit->scenario, unit)];
      if (unit_solved_as(audit->scenario, unit) == unit)
        *answer = next_answer(run, unit, NOT_GIVEN, year, false);
      const struct baseline_year *found = baseline_of(*answer, unit);
      *baseline = found ? *found : (struct baseline_year){.year = year, .unit = unit};
      size_t size = baseline->group_count * sizeof *baseline->groups;
      baseline->groups = arena_array(audit->arena, 1, size);
      if (size)
        memcpy(baseline->groups, found->groups, size);
    }
}

// For the budget lines: what the unit saves, before all units are added.
static void keep_saving(struct audit *audit, size_t measure, int year, size_t unit, const struct year_effect *found) {
  assert(measure < audit->scenario->tables.list[TABLE_MEASURES].count);
  struct unit_saving *saving =
      arena_push(audit->arena, &audit->savings, &audit->saving_count, &audit->saving_room, sizeof *saving);
  *saving = (struct unit_saving){.measure = measure, .unit = unit, .year = year};
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    const struct answer *answer = &found->answers[p];
    for (int kind = 0; kind < HOURS_KINDS; kind++)
      saving->paid[p][kind] = ledger_difference(&answer->paid_before[kind], &answer->paid_after[kind]);
    saving->empty_ore[p] = answer->empty_ore;
  }
}

static void put_year(struct run *run, const struct measure_effect *effect, struct year_effect *year, bool full,
                     struct chance_pairs *drawn) {
  for (size_t unit = 0; unit < run->unit_count; unit++) {
    const struct case_answer *answer = next_answer(run, unit, (int64_t)effect->measure, year->year, full);
    if (!answer)
      continue;
    year_effect_add(year, &answer->effect);
    if (!full)
      keep_saving(run->audit, effect->measure, year->year, unit, &answer->effect);
    for (int p = 0; p < POSITIONS_ANSWERS; p++)
      chance_pairs_add(run->arena, &drawn[p], &answer->chance[p]);
  }
}

static void add_amounts(const struct run *run, size_t measure, struct year_effect *year, const struct ledger *amounts) {
  double kr = 2 * fabs(kr_from_ore(ledger_sum(amounts))); // under both answers
  year_effect_add_amounts(year, amounts);
  year->moved_kr += kr;
  year->assumed_kr += kr * amounts_assumed_share(run->audit->scenario, measure);
}

// drawn: [(years + 1) * answers], the full year last.
static void put_full_year(struct run *run, struct measure_effect *effect, struct chance_pairs *drawn) {
  struct chance_pairs *of_full = &drawn[effect->year_count * POSITIONS_ANSWERS];
  const struct scenario *scenario = run->audit->scenario;
  int whole = measure_whole_year(scenario, effect->measure, undecided_start_of(scenario));
  if (!full_year_is_apart(scenario, effect)) {
    int y = whole - effect->years[0].year;
    effect->full = effect->years[y];
    memcpy(of_full, &drawn[y * POSITIONS_ANSWERS], POSITIONS_ANSWERS * sizeof *of_full);
    return;
  }
  effect->full = year_effect_begin(whole);
  put_year(run, effect, &effect->full, true, of_full);
  if (!measure_has_amounts(scenario, effect->measure))
    return;
  struct ledger amounts = amounts_full_year(scenario, effect->measure);
  add_amounts(run, effect->measure, &effect->full, &amounts);
}

// Where the full year is one of the scenario's, its draws are those of that year, and amounts are counted once.
static void add_drawn_amounts(const struct run *run, const struct measure_effect *effect, struct chance_pairs *drawn) {
  const struct scenario *scenario = run->audit->scenario;
  for (int y = 0; y <= effect->year_count; y++) {
    bool full = y == effect->year_count;
    struct chance_pairs *pairs = &drawn[y * POSITIONS_ANSWERS];
    if (!pairs->input_draws || (full && !full_year_is_apart(scenario, effect)))
      continue;
    int year = full ? effect->full.year : effect->years[y].year;
    double *more_kr = worlds_amounts_kr(run->arena, scenario, run->audit->worlds, effect->measure, year, full);
    for (int p = 0; p < POSITIONS_ANSWERS; p++)
      chance_pairs_add_amounts(&pairs[p], more_kr);
  }
}

static void put_measure(struct run *run, struct measure_effect *effect) {
  const struct scenario *scenario = run->audit->scenario;
  if (!effect->testable || effect->given_up)
    return;
  struct chance_pairs *drawn =
      arena_array(run->arena, (size_t)(effect->year_count + 1) * POSITIONS_ANSWERS, sizeof *drawn);
  for (int y = 0; y < effect->year_count && !effect->undecided; y++) {
    put_year(run, effect, &effect->years[y], false, &drawn[y * POSITIONS_ANSWERS]);
    if (!measure_has_amounts(scenario, effect->measure))
      continue;
    struct ledger amounts =
        amounts_in_year(scenario, effect->measure, undecided_start_of(scenario), effect->years[y].year);
    add_amounts(run, effect->measure, &effect->years[y], &amounts);
  }
  put_full_year(run, effect, drawn);
  add_drawn_amounts(run, effect, drawn);
  chance_lines_add(run->audit, effect, drawn);
  drivers_add(run->audit, effect, drawn);
}

// In the order of the rows. True where every case was stored and every set has its answer.
static bool put_years(struct run *run) {
  bool whole = sets_answered(run->sets);
  put_baseline(run);
  for (size_t m = 0; m < run->audit->measure_count; m++)
    if (measure_is_asked(run->hooks, m))
      put_measure(run, &run->audit->measures[m]);
  for (size_t u = 0; u < run->unit_count; u++) {
    whole &= run->next[u] == run->units[u].asked->count;
    study_counts_add(&run->audit->counts, &run->units[u].counts);
    arena_free(run->units[u].arena); // every item has been copied
    run->units[u].arena = NULL;
  }
  return whole;
}

// ---------------------------------------------------------------- what needs every effect

// For the flags: what is counted twice once all measures are in force.
static void mark_counted_twice(struct audit *audit) {
  for (size_t i = 0; i < audit->together->line_count; i++) {
    const struct together_line *line = &audit->together->lines[i];
    if (!line->period.full || line->positions != POSITIONS_ADJUSTED || !line->order || !line->with || !line->with[0])
      continue;
    audit->measures[line->measure].counted_twice_with = line->with;
  }
}

static bool answer_hanging(struct run *run) {
  size_t count = 0;
  struct pool_task *tasks = arena_array(run->arena, run->audit->measure_count, sizeof *tasks);
  for (size_t m = 0; m < run->audit->measure_count; m++)
    if (!hangs(run, m))
      continue;
    else if (measure_task_solves(&run->measures[m]))
      tasks[count++] = measure_task_of(&run->measures[m]);
    else if (!measure_task_answer(&run->measures[m], run->failure)) {
      failure_place(run->failure, measure_rows(&run->audit->scenario->tables)[m].measure);
      return false;
    }
  return work(run, tasks, count);
}

static void put_swings(struct audit *audit, const struct driver_swings *swings) {
  for (size_t i = 0; i < swings->count; i++) {
    const struct driver_swing *swing = &swings->items[i];
    if (swing->line >= audit->driver_count)
      continue;
    audit->drivers[swing->line].low_ore = swing->low_ore;
    audit->drivers[swing->line].high_ore = swing->high_ore;
  }
}

static void put_hanging(struct run *run) {
  struct audit *audit = run->audit;
  struct assumptions *assumptions = arena_alloc(audit->arena, sizeof *assumptions);
  struct reversals *reversals = arena_alloc(audit->arena, sizeof *reversals);
  for (size_t m = 0; m < audit->measure_count; m++) {
    const struct measure_task *task = &run->measures[m];
    for (size_t i = 0; i < task->assumptions.count; i++)
      *(struct assumption *)arena_push(audit->arena, &assumptions->items, &assumptions->count, &assumptions->room,
                                       sizeof *assumptions->items) = task->assumptions.items[i];
    for (size_t i = 0; i < task->reversals.count; i++)
      *(struct reversal *)arena_push(audit->arena, &reversals->items, &reversals->count, &reversals->room,
                                     sizeof *reversals->items) = task->reversals.items[i];
    put_swings(audit, &task->swings);
    study_counts_add(&audit->counts, &task->counts);
  }
  audit->assumptions = assumptions;
  audit->reversals = reversals;
}

// For measures examined alone: what is known about each by itself.
static bool run_alone(struct run *run) {
  if (!answer_hanging(run))
    return false;
  put_hanging(run);
  rotas_into_effects(run->audit);
  return true;
}

static double today_kr(const struct audit *audit, size_t unit, int year) {
  for (size_t b = 0; b < audit->baseline_count; b++)
    if (audit->baseline[b].unit == unit && audit->baseline[b].year == year)
      return kr_from_ore(ledger_sum(&audit->baseline[b].ledger[POSITIONS_KEPT]));
  return 0;
}

static bool run_all_together(struct run *run) {
  struct audit *audit = run->audit;
  int last_year = (int)settings_of(&audit->scenario->tables)->last_year;
  audit->together = together_make(audit->arena, audit, run->sets);
  if (!answer_hanging(run))
    return false;
  put_hanging(run);
  mark_counted_twice(audit);
  rotas_into_effects(audit);
  accounts_compare(audit);
  followup_make(audit);
  followup_books_make(audit);
  for (size_t i = 0; i < audit->redesign_count; i++)
    audit->redesigns[i].today_kr = today_kr(audit, audit->redesigns[i].unit, last_year);
  return true;
}

// ---------------------------------------------------------------- the whole of it

static bool run_all(struct run *run) {
  begin_measures(run);
  ask_sets(run);
  begin_units(run);
  begin_redesigns(run);
  begin_hanging(run);
  if (!solve_years(run))
    return false;
  if (!put_years(run)) {
    *run->failure = failure_make(FAILURE_FAULT, "%s", _("an answer has no question"));
    failure_place(run->failure, run->audit->scenario->name);
    return false;
  }
  return run->hooks->only ? run_alone(run) : run_all_together(run);
}

static struct audit *audit_begin(const struct scenario *scenario) {
  const struct settings_row *settings = settings_of(&scenario->tables);
  struct audit *audit = arena_alloc(scenario->arena, sizeof *audit);
  audit->scenario = scenario;
  audit->arena = scenario->arena;
  audit->measure_count = row_count(&scenario->tables, TABLE_MEASURES);
  audit->measures = arena_array(audit->arena, audit->measure_count, sizeof *audit->measures);
  audit->baseline_count =
      row_count(&scenario->tables, TABLE_UNITS) * (size_t)(settings->last_year - settings->first_year + 1);
  audit->redesign_count = row_count(&scenario->tables, TABLE_DESIGN);
  audit->redesigns = arena_array(audit->arena, audit->redesign_count, sizeof *audit->redesigns);
  audit->baseline = arena_array(audit->arena, audit->baseline_count, sizeof *audit->baseline);
  return audit;
}

const struct audit *audit_run(const struct scenario *scenario, const struct audit_hooks *hooks,
                              struct failure *failure) {
  settings_use_calendar(settings_of(&scenario->tables));
  struct audit *audit = audit_begin(scenario);
  audit->chance_ask = hooks->chance;
  audit->worlds = worlds_make(audit->arena, scenario, hooks->chance);
  struct run run = {.audit = audit,
                    .hooks = hooks,
                    .arena = arena_new(),
                    .solver = hooks->solver ? hooks->solver : solver_new(),
                    .sets = sets_new(scenario, undecided_start_of(scenario)),
                    .unit_count = row_count(&scenario->tables, TABLE_UNITS),
                    .failure = failure};
  *failure = (struct failure){FAILURE_NONE, "", ""};
  bool done = run_all(&run);
  run.done = run.total;
  tell_progress(&run, "");
  for (size_t u = 0; u < run.unit_count; u++)
    arena_free(run.units[u].arena);
  sets_free(run.sets);
  if (!hooks->solver)
    solver_free(run.solver);
  arena_free(run.arena);
  return done ? run.audit : NULL;
}
