// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/unit_task.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "audit/compliance.h"
#include "audit/cover_year.h"
#include "audit/coverage.h"
#include "audit/curve.h"
#include "audit/departures.h"
#include "audit/grade.h"
#include "audit/overtime.h"
#include "audit/record.h"
#include "audit/release.h"
#include "audit/rotas.h"
#include "audit/solve_failure.h"
#include "audit/solved_sets.h"
#include "audit/unit_worlds.h"
#include "audit/why.h"
#include "audit/yardstick.h"
#include "base/fixed.h"
#include "scenario/shared.h"
#include "scenario/touches.h"

// State in the child process.
struct answering {
  const struct unit_task *task;
  struct audit notes; // the child's own lists
  struct study *study;
  struct solved_sets *solved;
  struct chance_lives *lives;  // NULL: nothing is drawn
  struct chance_pairs *chance; // [POSITIONS_ANSWERS] of the current case
  struct unit_worlds *worlds;  // NULL: no inputs are drawn
  bool *in_force;              // [measure_count] the current measure only
  day_number undecided_start;
  struct failure *failure;
};

static const struct comparison *compare(struct answering *a, struct arena *arena,
                                        const struct study_question *question) {
  enum solve_status status;
  const char *why = NULL;
  const struct comparison *comparison = study_compare(a->study, arena, question, &status, &why);
  if (!comparison)
    *a->failure = solve_failure(status, why);
  return comparison;
}

static bool explain(struct answering *a, const struct asked_case *asked, const struct comparison *comparison) {
  struct why_case why_case = {asked->measure, comparison, a->task->hooks->only};
  return !asked->reasons || why_add(&a->notes, a->study, &why_case, a->failure);
}

// Whole positions that can be removed are reported for one whole year only, like reasons.
static bool release(struct answering *a, const struct asked_case *asked, const struct comparison *comparison) {
  enum solve_status status = SOLVE_OPTIMAL;
  const char *why = NULL;
  if (!asked->reasons || release_add(&a->notes, a->study, comparison, asked->measure, &status, &why))
    return true;
  *a->failure = solve_failure(status, why);
  return false;
}

// ---------------------------------------------------------------- a year as it is

// The part of one of the units solved together.
static void note_unit(const struct answering *a, const struct comparison *comparison, int u,
                      struct baseline_year *baseline) {
  const struct frame *frame = comparison->year->frame;
  const struct plan *kept = comparison->plans[REFERENCE][POSITIONS_KEPT];
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    const struct plan *plan = comparison->plans[REFERENCE][p];
    baseline->ledger[p] = plan->shares[u].ledger;
    baseline->figures[p] = figures_of_share(plan, &plan->shares[u]);
  }
  memcpy(baseline->paid_for, kept->shares[u].paid_for, sizeof baseline->paid_for);
  baseline->groups = arena_array(a->notes.arena, (size_t)frame->group_count, sizeof *baseline->groups);
  for (int g = 0; g < frame->group_count; g++)
    if (group_home(frame, g) == frame->units[u]) {
      struct group_figures *figures = &baseline->groups[baseline->group_count++];
      *figures = group_figures_of(kept, g);
      figures->adjusted = adjusted_heads_of(comparison->plans[REFERENCE][POSITIONS_ADJUSTED], g);
    }
}

static void note_baseline(struct answering *a, const struct comparison *comparison) {
  struct audit *notes = &a->notes;
  const struct timeline *timeline = comparison->year->timelines[REFERENCE];
  const struct plan *kept = comparison->plans[REFERENCE][POSITIONS_KEPT];
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    ratios_add(notes, comparison->plans[REFERENCE][p], timeline, NOT_GIVEN);
  record_add(notes, comparison, REFERENCE, NOT_GIVEN);
  coverage_add(notes, kept, timeline, NOT_GIVEN);
  weeks_add(notes, kept, NOT_GIVEN);
  curve_add(notes, kept, timeline);
  compliance_add(notes, comparison, NOT_GIVEN);
  if (!a->task->hooks->effects_only)
    rotas_add(notes, a->study, comparison, NOT_GIVEN);
}

static struct baseline_year *begin_baseline(struct answering *a, const struct asked_case *asked, size_t *count) {
  size_t *units = arena_array(a->notes.arena, row_count(&a->notes.scenario->tables, TABLE_UNITS), sizeof *units);
  *count = units_solved_with(a->notes.scenario, a->task->asked->unit, units);
  struct baseline_year *baseline = arena_array(a->notes.arena, *count, sizeof *baseline);
  for (size_t u = 0; u < *count; u++)
    baseline[u] = (struct baseline_year){.year = asked->year, .unit = units[u]};
  return baseline;
}

// The result of planning overtime another way is reported by the first of the units, for all of them.
static bool answer_baseline(struct answering *a, const struct asked_case *asked, struct baseline_year *baseline,
                            size_t count) {
  struct arena *arena = arena_new();
  struct study_question question = {
      .unit = (int64_t)a->task->asked->unit, .year = asked->year, .undecided_start = a->undecided_start};
  const struct comparison *comparison = compare(a, arena, &question);
  if (comparison)
    note_baseline(a, comparison);
  for (size_t u = 0; comparison && u < count; u++)
    note_unit(a, comparison, (int)u, &baseline[u]);
  bool done = comparison && overtime_ask(a->study, a->notes.scenario, comparison, &baseline->overtime, a->failure) &&
              free_days_ask(a->study, comparison, &baseline->free_days, a->failure) &&
              unreplaced_today(a->study, comparison, &baseline->unreplaced, a->failure) &&
              explain(a, asked, comparison) && release(a, asked, comparison);
  arena_free(arena);
  return done;
}

// ---------------------------------------------------------------- a year with a measure

// What stays below the norm when the measure's need may not go below it. Solved with the norm as the only need, because
// that plan keeps the norm best.
static bool find_unkept(struct answering *a, struct arena *arena, struct study_question question,
                        const struct comparison *plain, struct year_effect *effect) {
  question.norm = NORM_ALONE;
  const struct comparison *alone = compare(a, arena, &question);
  for (int p = 0; alone && p < POSITIONS_ANSWERS; p++) {
    struct norm_breach left = norm_breach_of_plans(arena, plain->plans[REFERENCE][p], alone->plans[SUBJECT][p]);
    norm_breach_add(&effect->unkept[p], &left);
  }
  return alone;
}

static bool is_below(const struct norm_breach *breach) { return breach->person_hours > 0; }

// The unit with its need held to the norm, if the measure's need goes below it. This never saves more than the measure
// itself: if two plans cost the same, the measure's own is used.
static bool add_compliant(struct answering *a, struct arena *arena, struct study_question question,
                          const struct comparison *plain, bool breaks, struct year_effect *effect) {
  question.norm = NORM_KEPT;
  const struct comparison *held = breaks ? compare(a, arena, &question) : plain;
  bool below = false;
  for (int p = 0; held && p < POSITIONS_ANSWERS; p++) {
    const struct plan *before = plain->plans[REFERENCE][p], *kept = held->plans[SUBJECT][p];
    struct answer own = {.empty_h = 0}, compliant = {.empty_h = 0};
    answer_add_plans(&own, before, plain->plans[SUBJECT][p]);
    answer_add_plans(&compliant, before, kept);
    effect->compliant[p] = effect_ore(&compliant) < effect_ore(&own) ? compliant : own;
    struct norm_breach left = norm_breach_of_plans(arena, before, kept);
    below |= is_below(&left);
  }
  return held && (!below || find_unkept(a, arena, question, plain, effect));
}

static void add_norm(struct arena *arena, const struct comparison *comparison, struct norm_breach planned,
                     struct year_effect *effect) {
  norm_breach_add(&effect->breach, &planned);
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    struct norm_breach filled =
        norm_breach_of_plans(arena, comparison->plans[REFERENCE][p], comparison->plans[SUBJECT][p]);
    norm_breach_add(&effect->filled[p], &filled);
  }
}

// A rota is asked for with the measure in force from the first day.
static bool is_whole_year(const struct answering *a, const struct asked_case *asked) {
  return asked->year >= measure_whole_year(a->notes.scenario, (size_t)asked->measure, a->undecided_start);
}

static void note_measure(struct answering *a, const struct asked_case *asked, const struct comparison *comparison,
                         struct year_effect *effect) {
  struct audit *notes = &a->notes;
  const struct timeline *subject = comparison->year->timelines[SUBJECT];
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    const struct plan *plan = comparison->plans[SUBJECT][p];
    answer_add_plans(&effect->answers[p], comparison->plans[REFERENCE][p], plan);
    if (asked->full)
      continue;
    coverage_add(notes, plan, subject, asked->measure);
    weeks_add(notes, plan, asked->measure);
    ratios_add(notes, plan, subject, asked->measure);
  }
  if (asked->rules)
    compliance_add(notes, comparison, asked->measure);
  if (asked->rules && is_whole_year(a, asked) && !a->task->hooks->effects_only)
    rotas_add(notes, a->study, comparison, asked->measure);
  departures_add(notes, comparison, (size_t)asked->measure);
  for (enum variant v = REFERENCE; v < VARIANTS; v++)
    record_add(notes, comparison, v, asked->measure);
}

// Adds what follows from the two timelines alone; returns whether the need goes below a norm.
static bool add_need(struct answering *a, struct arena *arena, const struct comparison *comparison,
                     struct year_effect *effect) {
  const struct scenario *scenario = a->notes.scenario;
  int64_t unit = (int64_t)a->task->asked->unit;
  const struct timeline *reference = comparison->year->timelines[REFERENCE];
  const struct timeline *subject = comparison->year->timelines[SUBJECT];
  struct norm_breach planned = norm_breach_of_unit(arena, scenario, unit, reference, subject);
  effect->direct = direct_of_unit(arena, scenario, unit, reference, subject);
  add_norm(arena, comparison, planned, effect);
  effect->lowered = norm_lowered_of_unit(arena, comparison->year);
  effect->wanted_less_h = wanted_less_h(arena, scenario, unit, reference, subject);
  return planned.days;
}

static void add_assumed(const struct answering *a, size_t measure, struct year_effect *effect) {
  double share = unit_assumed_share(a->notes.scenario, measure, a->task->asked->unit);
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    effect->moved_kr += fabs(kr_from_ore(effect_ore(&effect->answers[p])));
  effect->assumed_kr = share * effect->moved_kr;
}

// The saving from replacing less absence is solved separately: the measure's effect assumes replacement as before.
static bool add_unreplaced(struct answering *a, struct arena *arena, struct study_question question, size_t measure,
                           const struct comparison *plain, struct year_effect *effect) {
  if (!measure_changes_replacement(a->notes.scenario, measure))
    return true;
  question.replacement = REPLACED_OWN;
  const struct comparison *own = compare(a, arena, &question);
  for (int p = 0; own && p < POSITIONS_ANSWERS; p++)
    effect->unreplaced[p] = unreplaced_between(plain->plans[SUBJECT][p], own->plans[SUBJECT][p]);
  return own;
}

// The amount of which the required precision is a share: the claim, or the plans' effect if nothing is claimed.
static double scale_kr(const struct answering *a, size_t measure, const struct year_effect *effect, enum positions p) {
  const struct scenario *scenario = a->notes.scenario;
  int year = claim_last_year(scenario, measure);
  struct claimed claimed = claim_standing(scenario, measure, year);
  bool is_claimed = year && claimed.amount_ore != NOT_GIVEN && claimed.amount_ore != 0;
  return kr_from_ore(is_claimed ? claimed.amount_ore : effect_ore(&effect->answers[p]));
}

static int units_touched(const struct scenario *scenario, size_t measure) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  int units = 0;
  for (size_t u = 0; u < row_count(&scenario->tables, TABLE_UNITS); u++)
    units += unit_solved_as(scenario, u) == u && measure_touches_solved(scenario, measure, u);
  return units > 0 ? units : 1;
}

// Inputs are drawn when all measures are known, since those of a unit share its baselines (audit/unit_worlds.h).
static void draw_years(struct answering *a, const struct asked_case *asked, const struct comparison *comparison,
                       const struct year_effect *effect) {
  size_t measure = (size_t)asked->measure;
  for (int p = 0; p < POSITIONS_ANSWERS && a->lives; p++)
    a->chance[p] =
        chance_pairs_draw(a->lives, a->notes.arena, comparison, (enum positions)p,
                          units_touched(a->notes.scenario, measure), scale_kr(a, measure, effect, (enum positions)p));
}

// Keeps what is needed of a measure's comparison for later; ends the rest.
static void end_measure(struct answering *a, const struct asked_case *asked, const struct study_question *question,
                        const struct comparison *comparison, struct arena *arena) {
  bool kept = comparison && solved_sets_note(a->solved, (size_t)asked->measure, asked->year, comparison, arena);
  bool drawn = comparison && a->worlds && case_is_judged(a->task->audit, asked);
  if (drawn)
    unit_worlds_add(a->worlds, (size_t)asked->measure, question, comparison, a->chance, kept ? NULL : arena);
  if (!kept && !drawn)
    arena_free(arena);
}

static bool answer_measure(struct answering *a, const struct asked_case *asked, struct year_effect *effect) {
  struct arena *arena = arena_new();
  size_t measure = (size_t)asked->measure;
  struct study_question question = {.unit = (int64_t)a->task->asked->unit,
                                    .year = asked->year,
                                    .in_force = a->in_force,
                                    .undecided_start = a->undecided_start};
  *effect = year_effect_begin(asked->year);
  a->in_force[measure] = true;
  const struct comparison *comparison = compare(a, arena, &question);
  bool done = false;
  if (comparison) {
    note_measure(a, asked, comparison, effect);
    bool breaks = add_need(a, arena, comparison, effect);
    add_assumed(a, measure, effect);
    draw_years(a, asked, comparison, effect);
    done = add_compliant(a, arena, question, comparison, breaks, effect) &&
           add_unreplaced(a, arena, question, measure, comparison, effect) && explain(a, asked, comparison) &&
           release(a, asked, comparison);
  }
  end_measure(a, asked, &question, comparison, arena);
  a->in_force[measure] = false;
  return done;
}

// ---------------------------------------------------------------- the whole answer

static const struct pack_shape group_shape = {sizeof(struct group_figures), NULL, 0, NULL, 0};
static const struct pack_list baseline_lists[] = {
    {offsetof(struct baseline_year, groups), offsetof(struct baseline_year, group_count), &group_shape}};
static const struct pack_shape baseline_shape = {sizeof(struct baseline_year), NULL, 0, baseline_lists, 1};

static bool answer_case(struct answering *a, const struct asked_case *asked, struct packing *answer) {
  const struct tables *tables = &a->notes.scenario->tables;
  struct noted_mark mark = noted_mark(&a->notes);
  bool done;
  if (asked->measure == NOT_GIVEN) {
    size_t count;
    struct baseline_year *baseline = begin_baseline(a, asked, &count);
    pool_step(unit_rows(tables)[a->task->asked->unit].unit);
    done = answer_baseline(a, asked, baseline, count);
    if (done)
      pack_items(answer, baseline, count, &baseline_shape);
  } else {
    struct year_effect effect;
    pool_step(measure_rows(tables)[asked->measure].measure);
    done = answer_measure(a, asked, &effect);
    pack_bytes(answer, &effect, sizeof effect);
  }
  if (done)
    noted_pack(answer, &a->notes, &mark);
  return done;
}

// Drawn years are looked up by the plan they were drawn for, so the baselines are kept if years are drawn.
static void forget(struct answering *a) {
  if (!a->lives)
    study_forget(a->study);
}

static bool answer_all(struct answering *a, struct packing *answer) {
  const struct asked_unit *asked = a->task->asked;
  struct chance_pairs *chance = arena_array(a->notes.arena, asked->count * POSITIONS_ANSWERS, sizeof *chance);
  for (size_t i = 0; i < asked->count; i++) {
    a->chance = &chance[i * POSITIONS_ANSWERS];
    if (!answer_case(a, &asked->cases[i], answer))
      return false;
    forget(a);
  }
  if (a->worlds && !unit_worlds_draw(a->worlds, a->failure))
    return false;
  for (size_t i = 0; i < asked->count; i++)
    if (asked->cases[i].measure != NOT_GIVEN)
      pack_items(answer, &chance[i * POSITIONS_ANSWERS], POSITIONS_ANSWERS, &chance_pairs_shape);
  const struct set_question *question = NULL;
  while ((question = sets_next(a->task->sets, asked->unit, question))) {
    struct saving saving;
    if (!solved_sets_ask(a->solved, question->set, question->year, &saving, a->failure))
      return false;
    forget(a);
    pack_bytes(answer, &saving, sizeof saving);
  }
  pack_bytes(answer, study_counts_of(a->study), sizeof(struct study_counts));
  return true;
}

static bool run_unit(void *info, struct packing *answer, struct failure *failure) {
  const struct unit_task *task = info;
  const struct scenario *scenario = task->audit->scenario;
  struct arena *arena = arena_new();
  struct answering a = {.task = task,
                        .notes = {.scenario = scenario, .arena = arena},
                        .study = study_new(scenario, task->solver, task->hooks->log ? pool_log() : NULL),
                        .in_force = arena_array(arena, task->audit->measure_count, sizeof(bool)),
                        .undecided_start = undecided_start_of(scenario),
                        .failure = failure};
  a.lives = task->hooks->chance ? chance_lives_new(task->hooks->chance) : NULL;
  if (a.lives && task->audit->worlds)
    a.worlds = unit_worlds_new(arena, scenario, task->audit->worlds, a.study, a.lives);
  a.solved = solved_sets_new(scenario, a.study, task->asked->unit, a.undecided_start);
  return answer_all(&a, answer); // the process ends, and with it all memory
}

static void take_case(struct unpacking *from, const struct asked_case *asked, struct case_answer *answer) {
  if (asked->measure == NOT_GIVEN) {
    answer->baseline = unpack_items(from, &answer->baseline_count, &baseline_shape);
    from->broken |= answer->baseline_count == 0;
  } else {
    unpack_bytes(from, &answer->effect, sizeof answer->effect);
  }
  answer->noted = noted_unpack(from);
}

static void take_chance(struct unpacking *from, struct case_answer *answer) {
  size_t answers;
  answer->chance = unpack_items(from, &answers, &chance_pairs_shape);
  from->broken |= answers != POSITIONS_ANSWERS;
}

static bool take_unit(void *info, const char *bytes, size_t length) {
  struct unit_task *task = info;
  const struct asked_unit *asked = task->asked;
  struct unpacking from = unpack_begin(task->arena, bytes, length);
  from.text_arena = task->audit->arena;
  task->answers = arena_array(task->arena, asked->count, sizeof *task->answers);
  for (size_t i = 0; i < asked->count; i++)
    take_case(&from, &asked->cases[i], &task->answers[i]);
  for (size_t i = 0; i < asked->count; i++)
    if (asked->cases[i].measure != NOT_GIVEN)
      take_chance(&from, &task->answers[i]);
  struct set_question *question = NULL;
  while ((question = sets_next(task->sets, asked->unit, question))) {
    unpack_bytes(&from, &question->saving, sizeof question->saving);
    question->answered = true;
  }
  unpack_bytes(&from, &task->counts, sizeof task->counts);
  return unpack_whole(&from);
}

void study_counts_add(struct study_counts *to, const struct study_counts *more) {
  to->solves += more->solves;
  to->unmerged += more->unmerged;
  to->known += more->known;
  to->iterations += more->iterations;
  to->seconds += more->seconds;
  to->rows_most = more->rows_most > to->rows_most ? more->rows_most : to->rows_most;
  to->columns_most = more->columns_most > to->columns_most ? more->columns_most : to->columns_most;
}

// By the number of solves and their size: rows, columns and pivots all grow with the groups of a unit.
static double effort_of(const struct unit_task *task) {
  const struct tables *tables = &task->audit->scenario->tables;
  size_t unit = task->asked->unit, groups = 1, solves = task->asked->count;
  for (size_t g = 0; g < row_count(tables, TABLE_GROUPS); g++)
    groups += unit_solved_as(task->audit->scenario, (size_t)group_rows(tables)[g].unit) == unit;
  const struct set_question *question = NULL;
  while ((question = sets_next(task->sets, unit, question)))
    solves++;
  return (double)solves * (double)groups * (double)groups;
}

struct pool_task unit_task_of(struct unit_task *unit) {
  const struct tables *tables = &unit->audit->scenario->tables;
  return (struct pool_task){unit_rows(tables)[unit->asked->unit].unit, effort_of(unit), run_unit, take_unit, unit};
}
