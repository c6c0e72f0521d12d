// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/study.h"

#include <math.h>
#include <stdlib.h>

#include "base/heap.h"
#include "calendar/fiscal.h"
#include "need/year_make.h"

static const double SAME_COST = 1e-9; // relative
enum {
  NEAR_PIVOTS = 200, // a measure that took more is far from the baseline: its own plan is the better start
  ANCHORS_KEPT = 3   // enough for a measure's years and its full year
};

// A solved baseline: the plan with positions kept, the adjusted plan once it is asked for, and the programme solved.
struct anchor {
  struct anchor *next;
  struct arena *arena;
  int64_t unit;
  const struct program *program;
  const struct plan *plans[POSITIONS_ANSWERS];
  bool exact[POSITIONS_ANSWERS];   // the year in week types costs what the real year costs
  const struct plan *const *start; // one of another scenario: the plans it was solved from
};

struct study_baselines {
  struct arena *arena; // of what does not depend on a question
  struct anchor *anchors;
  const struct timeline *timeline; // of the reference, the last one made
  struct taken {
    struct taken *next;
    struct arena *arena;
  } * taken;
};

struct study {
  const struct scenario *scenario;
  struct solver *solver;
  bool own_solver;
  FILE *log;
  struct anchor *anchors; // most recently used first
  struct study_counts counts;
  const char *why;
  enum solve_status status;
  bool start_is_alike; // the current question is that of the start, with some numbers drawn
};

struct study *study_new(const struct scenario *scenario, struct solver *solver, FILE *log) {
  struct study *study = heap_new(1, sizeof *study);
  study->scenario = scenario;
  study->own_solver = !solver;
  study->solver = solver ? solver : solver_new();
  study->log = log;
  return study;
}

static void free_anchors(struct anchor *first) {
  for (struct anchor *anchor = first, *next; anchor; anchor = next) {
    next = anchor->next;
    arena_free(anchor->arena);
  }
}

void study_forget(struct study *study) {
  struct anchor **end = &study->anchors;
  for (int kept = 0; *end && kept < ANCHORS_KEPT; kept++)
    end = &(*end)->next;
  free_anchors(*end);
  *end = NULL;
}

void study_free(struct study *study) {
  if (!study)
    return;
  free_anchors(study->anchors);
  if (study->own_solver)
    solver_free(study->solver);
  free(study);
}

const struct study_counts *study_counts_of(const struct study *study) { return &study->counts; }

static void note_solve(struct study *study, const struct program *program, const struct solution *solution) {
  struct study_counts *counts = &study->counts;
  counts->solves++;
  counts->known += !solution->iterations;
  counts->iterations += solution->iterations;
  counts->seconds += solution->seconds;
  if (program->row_count > counts->rows_most)
    counts->rows_most = program->row_count;
  if (program->column_count > counts->columns_most)
    counts->columns_most = program->column_count;
  if (!study->log)
    return;
  const struct unit_year *year = program->year;
  fprintf(study->log,
          "%s %s %s %s: %d week types, %zu rows, %zu columns, %zu entries, %d of %d types known, %d pivots, %.3f s%s\n",
          unit_rows(&study->scenario->tables)[year->frame->unit].unit, YEAR_NAME(fiscal_year_of(year->first_day)),
          program->variant == REFERENCE ? "baseline" : "measure", positions_name(program->positions), year->type_count,
          program->row_count, program->column_count, program->entry_count, solution->hits, solution->parts,
          solution->iterations, solution->seconds, solution->shortfall_h > 0 ? ", short of staff" : "");
}

const struct solution *study_solve(struct study *study, struct arena *arena, const struct program *program,
                                   const struct basis *start) {
  return study_solve_within(study, arena, program, start, NULL);
}

const struct solution *study_solve_within(struct study *study, struct arena *arena, const struct program *program,
                                          const struct basis *start, const struct solve_limits *limits) {
  const struct solution *solution = solver_solve_within(study->solver, arena, program, start, limits);
  note_solve(study, program, solution);
  return solution;
}

// Solves and prices; NULL if it failed (study->why). alike: the start is from the same question with other numbers.
static const struct plan *solve_plan(struct study *study, struct arena *arena, const struct program *program,
                                     const struct plan *start, bool alike) {
  const struct solve_limits limits = {.cost_below_kr = INFINITY, .alike = true};
  const struct solution *solution =
      study_solve_within(study, arena, program, start ? start->solution->basis : NULL, alike ? &limits : NULL);
  study->status = solution->status;
  study->why = solution->fault;
  if (solution->status != SOLVE_OPTIMAL)
    return NULL;
  const struct plan *plan = plan_make(arena, program, solution);
  if (plan_agrees(plan))
    return plan;
  study->status = SOLVE_FAULT;
  study->why = arena_printf(arena, "pay engine and optimiser disagree: %.2f kr against %.2f kr", plan->planned_kr,
                            solution->cost_kr);
  return NULL;
}

static bool is_start_of(const struct plan *const *start, const struct program *program) {
  return start && start[POSITIONS_KEPT] && program_same_shape(start[POSITIONS_KEPT]->program, program);
}

// Solves with positions free, starting from the plan that keeps them; the hours are limited to those of `limit`.
static bool solve_adjusted(struct study *study, struct arena *arena, const struct plan *limit,
                           const struct plan *const *start, const struct plan **plans) {
  const struct plan *kept = plans[POSITIONS_KEPT];
  const struct program *adjusted =
      program_adjust(arena, kept->program, &(struct hours_limits){limit->variable_h, limit->unplanned_h});
  bool given = start && start[POSITIONS_ADJUSTED], alike = given && study->start_is_alike;
  bool near = given && (alike || kept->solution->whole_pivots < NEAR_PIVOTS);
  plans[POSITIONS_ADJUSTED] = solve_plan(study, arena, adjusted, near ? start[POSITIONS_ADJUSTED] : kept, alike);
  return plans[POSITIONS_ADJUSTED];
}

// Solves what is asked for: positions kept only, or both answers.
static bool solve_asked(struct study *study, struct arena *arena, const struct program *program, bool kept_only,
                        const struct plan *limiting, const struct plan *const *start, const struct plan **plans) {
  if (!is_start_of(start, program))
    start = NULL;
  plans[POSITIONS_KEPT] =
      solve_plan(study, arena, program, start ? start[POSITIONS_KEPT] : NULL, start && study->start_is_alike);
  if (!plans[POSITIONS_KEPT] || kept_only)
    return plans[POSITIONS_KEPT];
  // the baseline's own variable hours are its limit; a measure's limit is the baseline's
  return solve_adjusted(study, arena, limiting ? limiting : plans[POSITIONS_KEPT], start, plans);
}

// Does the Sunday rest add to the cost? The plan keeps it in every pair of weeks, which may be stricter than the real
// year. Without those rows the programme is looser than the real year: if its cost is the same, so is the real year's.
static bool sunday_costs(struct study *study, struct arena *arena, const struct plan *plan) {
  if (!plan->program->row_count || !plan_sunday_binds(plan->program, plan->solution))
    return false;
  const struct program *open = program_open_sundays(arena, plan->program);
  const struct solve_limits any = {.cost_below_kr = INFINITY, .any = true};
  const struct solution *loose = study_solve_within(study, arena, open, plan->solution->basis, &any);
  double play_kr = SAME_COST * fabs(plan->solution->cost_kr), play_h = SAME_COST * plan->planned_shortfall_h;
  return loose->status != SOLVE_OPTIMAL || loose->cost_kr < plan->solution->cost_kr - play_kr ||
         loose->shortfall_h < plan->solution->shortfall_h - play_h ||
         loose->last_resort_h < plan->solution->last_resort_h - SAME_COST * plan->solution->last_resort_h;
}

static bool plans_exact(struct study *study, struct arena *arena, const struct plan *const *plans) {
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    if (plans[p] && sunday_costs(study, arena, plans[p]))
      return false;
  return true;
}

static struct anchor *find_anchor(struct study *study, const struct program *program, int64_t unit) {
  for (struct anchor **at = &study->anchors; *at; at = &(*at)->next) {
    struct anchor *anchor = *at;
    if (anchor->unit != unit || !anchor->plans[POSITIONS_KEPT] || !program_equal(anchor->program, program))
      continue;
    *at = anchor->next;
    anchor->next = study->anchors;
    return study->anchors = anchor;
  }
  return NULL;
}

static struct anchor *anchor_new(struct study *study, struct arena *trial, const struct unit_year *year) {
  struct anchor *anchor = arena_alloc(trial, sizeof *anchor);
  anchor->arena = trial;
  anchor->unit = year->frame->unit;
  anchor->next = study->anchors;
  study->anchors = anchor;
  // the anchor outlives the comparison it was made for, so it has its own copy of the year
  const struct timeline *reference = year->timelines[REFERENCE], *subject = year->timelines[SUBJECT];
  struct year_terms terms = {.merge = year->type_count < year->week_count,
                             .norm = year->terms.norm,
                             .replacement = year->terms.replacement,
                             .red_days = year->terms.red_days};
  const struct unit_year *own = unit_year_make(trial, study->scenario, anchor->unit, reference, subject, terms);
  anchor->program = program_build(trial, own, REFERENCE);
  return anchor;
}

static bool is_exact(struct study *study, struct anchor *anchor, enum positions p) {
  const struct unit_year *year = anchor->program->year;
  return year->type_count == year->week_count || !sunday_costs(study, anchor->arena, anchor->plans[p]);
}

// Solves the plans that are asked for and not known yet.
static bool anchor_solve(struct study *study, struct anchor *anchor, bool kept_only) {
  if (!anchor->plans[POSITIONS_KEPT]) {
    if (!solve_asked(study, anchor->arena, anchor->program, true, NULL, NULL, anchor->plans))
      return false;
    anchor->exact[POSITIONS_KEPT] = is_exact(study, anchor, POSITIONS_KEPT);
  }
  if (kept_only || anchor->plans[POSITIONS_ADJUSTED])
    return true;
  if (!solve_adjusted(study, anchor->arena, anchor->plans[POSITIONS_KEPT], NULL, anchor->plans))
    return false;
  anchor->exact[POSITIONS_ADJUSTED] = is_exact(study, anchor, POSITIONS_ADJUSTED);
  return true;
}

// The baseline of this unit, year, week types and segments: known already, or solved now.
static const struct anchor *anchor_of(struct study *study, const struct unit_year *year, bool kept_only) {
  struct arena *trial = arena_new();
  struct anchor *anchor = find_anchor(study, program_build(trial, year, REFERENCE), year->frame->unit);
  if (anchor)
    arena_free(trial);
  else
    anchor = anchor_new(study, trial, year);
  return anchor_solve(study, anchor, kept_only) ? anchor : NULL;
}

struct pair { // the two variants of a question
  int64_t unit;
  const struct timeline *reference, *subject;
  struct year_terms terms;
  bool kept_only;
  struct study_nearby nearby;
};

static const struct scenario *scenario_of(const struct study *study, const struct pair *pair) {
  return pair->nearby.scenario ? pair->nearby.scenario : study->scenario;
}

struct study_baselines *study_baselines_new(void) {
  struct study_baselines *baselines = heap_new(1, sizeof *baselines);
  baselines->arena = arena_new();
  return baselines;
}

void study_baselines_free(struct study_baselines *baselines) {
  for (struct taken *taken = baselines->taken; taken; taken = taken->next)
    arena_free(taken->arena);
  arena_free(baselines->arena);
  free(baselines);
}

bool study_baselines_take(struct study_baselines *baselines, struct arena *arena) {
  bool shared = false;
  for (const struct anchor *anchor = baselines->anchors; anchor; anchor = anchor->next)
    shared |= anchor->arena == arena;
  if (!shared)
    return false;
  struct taken *taken = arena_alloc(baselines->arena, sizeof *taken);
  *taken = (struct taken){baselines->taken, arena};
  baselines->taken = taken;
  return true;
}

static bool same_start(const struct plan *const *a, const struct plan *const *b) {
  return a == b || (a && b && a[POSITIONS_KEPT] == b[POSITIONS_KEPT] && a[POSITIONS_ADJUSTED] == b[POSITIONS_ADJUSTED]);
}

// Solved from the same plans, so that no plan depends on what was asked before.
static const struct anchor *find_shared(const struct pair *pair, const struct program *program,
                                        const struct plan *const *start) {
  const struct anchor *anchor = pair->nearby.shared ? pair->nearby.shared->anchors : NULL;
  for (; anchor; anchor = anchor->next)
    if (anchor->unit == pair->unit && !anchor->plans[POSITIONS_ADJUSTED] == pair->kept_only &&
        same_start(anchor->start, start) && program_equal(anchor->program, program))
      return anchor;
  return NULL;
}

static void share(struct study_baselines *baselines, struct anchor *anchor) {
  if (!baselines)
    return;
  anchor->next = baselines->anchors;
  baselines->anchors = anchor;
}

// The baseline of a scenario other than the study's own: a known one if the differences do not touch it; otherwise
// solved from the nearby plans, for this question and those it is shared with.
static const struct anchor *anchor_nearby(struct study *study, struct arena *arena, const struct unit_year *year,
                                          const struct pair *pair) {
  const struct program *program = program_build(arena, year, REFERENCE);
  struct anchor *anchor = find_anchor(study, program, pair->unit);
  if (anchor)
    return anchor_solve(study, anchor, pair->kept_only) ? anchor : NULL;
  const struct plan *const *start = pair->nearby.start ? pair->nearby.start->plans[REFERENCE] : NULL;
  const struct anchor *shared = find_shared(pair, program, start);
  if (shared)
    return shared;
  anchor = arena_alloc(arena, sizeof *anchor);
  *anchor = (struct anchor){.arena = arena, .unit = pair->unit, .program = program, .start = start};
  study->start_is_alike = start;
  bool solved = solve_asked(study, arena, program, pair->kept_only, NULL, start, anchor->plans);
  study->start_is_alike = false;
  for (int p = 0; solved && p < POSITIONS_ANSWERS; p++)
    anchor->exact[p] = anchor->plans[p] && is_exact(study, anchor, (enum positions)p);
  if (solved)
    share(pair->nearby.shared, anchor);
  return solved ? anchor : NULL;
}

// Solves the subject's plans and stores them in the comparison.
static bool solve_subject(struct study *study, struct arena *arena, const struct pair *pair,
                          const struct anchor *anchor, const struct program *subject, struct comparison *comparison) {
  const struct comparison *near = pair->nearby.start;
  bool use_near = near && program_same_shape(near->plans[SUBJECT][POSITIONS_KEPT]->program, subject);
  study->start_is_alike = use_near && pair->nearby.scenario;
  bool solved = solve_asked(study, arena, subject, pair->kept_only, anchor->plans[POSITIONS_KEPT],
                            use_near ? near->plans[SUBJECT] : anchor->plans, comparison->plans[SUBJECT]);
  study->start_is_alike = false;
  comparison->exact = solved && (!pair->terms.merge || plans_exact(study, arena, comparison->plans[SUBJECT]));
  return solved;
}

static const struct comparison *compare(struct study *study, struct arena *arena, const struct pair *pair) {
  struct comparison *comparison = arena_alloc(arena, sizeof *comparison);
  const struct unit_year *year =
      unit_year_make(arena, scenario_of(study, pair), pair->unit, pair->reference, pair->subject, pair->terms);
  comparison->year = year;
  const struct anchor *anchor =
      pair->nearby.scenario ? anchor_nearby(study, arena, year, pair) : anchor_of(study, year, pair->kept_only);
  if (!anchor)
    return NULL;
  const struct program *subject =
      program_hold_unplanned(arena, program_build(arena, year, SUBJECT), anchor->plans[POSITIONS_KEPT]->unplanned_h);
  bool changed = !program_equal(subject, anchor->program) || !year_same_layout(anchor->program->year, year);
  comparison->exact = true;
  for (int p = 0; p < (pair->kept_only ? POSITIONS_ADJUSTED : POSITIONS_ANSWERS); p++) {
    comparison->plans[REFERENCE][p] = anchor->plans[p];
    comparison->plans[SUBJECT][p] = anchor->plans[p];
    comparison->exact = comparison->exact && (!pair->terms.merge || anchor->exact[p]);
  }
  if (!changed || !comparison->exact)
    return comparison;
  return solve_subject(study, arena, pair, anchor, subject, comparison) ? comparison : NULL;
}

const struct plan *comparison_plan(struct arena *arena, const struct comparison *comparison, enum variant variant,
                                   enum positions positions) {
  const struct plan *plan = comparison->plans[variant][positions];
  if (plan->program->variant == variant)
    return plan;
  struct program *program = arena_alloc(arena, sizeof *program);
  *program = *plan->program;
  program->year = comparison->year;
  program->variant = variant;
  struct plan *own = arena_alloc(arena, sizeof *own);
  *own = *plan;
  own->program = program;
  return own;
}

static bool is_unmerged(const struct comparison *comparison) {
  return comparison && comparison->year->type_count == comparison->year->week_count;
}

// Compares in week types, and week by week if week types are not exact.
static const struct comparison *compare_exactly(struct study *study, struct arena *arena, struct pair pair,
                                                enum solve_status *status, const char **why) {
  const struct comparison *comparison = compare(study, arena, &pair);
  if (comparison && !comparison->exact) {
    study->counts.unmerged++;
    pair.terms.merge = false;
    comparison = compare(study, arena, &pair);
  }
  *status = study->status;
  *why = study->why;
  return comparison;
}

// Timelines must outlive the anchors: they live with the scenario, or with the baselines shared.
static const struct timeline *reference_of(const struct study *study, struct arena *arena, const struct pair *pair,
                                           const struct study_question *question) {
  const struct scenario *scenario = scenario_of(study, pair);
  struct study_baselines *shared = pair->nearby.shared;
  day_number first = fiscal_first_day(question->year);
  int days = fiscal_day_count(question->year);
  if (shared && shared->timeline && shared->timeline->first_day == first && shared->timeline->day_count == days)
    return shared->timeline;
  const struct timeline *made =
      timeline_make(shared ? shared->arena : arena, scenario, NULL, question->undecided_start, first, days);
  if (shared)
    shared->timeline = made;
  return made;
}

const struct comparison *study_compare_from(struct study *study, struct arena *arena,
                                            const struct study_question *question, struct study_nearby nearby,
                                            enum solve_status *status, const char **why) {
  day_number first = fiscal_first_day(question->year);
  int days = fiscal_day_count(question->year);
  struct pair pair = {.unit = question->unit, .kept_only = question->kept_only, .nearby = nearby};
  pair.terms = (struct year_terms){
      .merge = !is_unmerged(nearby.start), .norm = question->norm, .replacement = question->replacement};
  const struct scenario *scenario = scenario_of(study, &pair);
  struct arena *lasting = nearby.scenario ? arena : scenario->arena;
  pair.reference = reference_of(study, lasting, &pair, question);
  pair.subject = pair.reference;
  if (question->in_force)
    pair.subject = timeline_make(lasting, scenario, question->in_force, question->undecided_start, first, days);
  return compare_exactly(study, arena, pair, status, why);
}

const struct comparison *study_compare(struct study *study, struct arena *arena, const struct study_question *question,
                                       enum solve_status *status, const char **why) {
  return study_compare_from(study, arena, question, (struct study_nearby){.scenario = NULL}, status, why);
}

static bool vary(struct study *study, struct arena *arena, const struct comparison *base, bool kept_only,
                 struct comparison *varied) {
  const struct plan *const *baseline = base->plans[REFERENCE];
  const struct program *subject =
      program_hold_unplanned(arena, program_build(arena, varied->year, SUBJECT), baseline[POSITIONS_KEPT]->unplanned_h);
  varied->exact = solve_asked(study, arena, subject, kept_only, baseline[POSITIONS_KEPT], base->plans[SUBJECT],
                              varied->plans[SUBJECT]) &&
                  (!varied->year->terms.merge || plans_exact(study, arena, varied->plans[SUBJECT]));
  return varied->exact;
}

const struct comparison *study_vary(struct study *study, struct arena *arena, const struct comparison *base,
                                    const struct timeline *subject, bool kept_only, enum solve_status *status,
                                    const char **why) {
  struct comparison *varied = arena_alloc(arena, sizeof *varied);
  struct pair pair = {.unit = base->year->frame->unit,
                      .reference = base->year->timelines[REFERENCE],
                      .subject = subject,
                      .terms = base->year->terms,
                      .kept_only = kept_only};
  varied->year = unit_year_make(arena, study->scenario, pair.unit, pair.reference, subject, pair.terms);
  for (int p = 0; p < (kept_only ? POSITIONS_ADJUSTED : POSITIONS_ANSWERS); p++)
    varied->plans[REFERENCE][p] = base->plans[REFERENCE][p];
  bool exact = vary(study, arena, base, kept_only, varied);
  *status = study->status;
  *why = study->why;
  if (exact)
    return varied;
  return study->status == SOLVE_OPTIMAL ? compare_exactly(study, arena, pair, status, why) : NULL;
}

static const struct plan *kept_under(struct study *study, struct arena *arena, const struct comparison *comparison,
                                     const struct scenario *scenario, struct year_terms terms,
                                     enum solve_status *status, const char **why) {
  const struct timeline *timeline = comparison->year->timelines[REFERENCE];
  int64_t unit = comparison->year->frame->unit;
  const struct unit_year *other = unit_year_make(arena, scenario, unit, timeline, timeline, terms);
  const struct plan *plan = solve_plan(study, arena, program_build(arena, other, REFERENCE), NULL, false);
  *status = study->status;
  *why = study->why;
  return plan;
}

const struct plan *study_kept(struct study *study, struct arena *arena, const struct comparison *comparison,
                              const struct scenario *varied, enum solve_status *status, const char **why) {
  return kept_under(study, arena, comparison, varied, comparison->year->terms, status, why);
}

const struct plan *study_replaced(struct study *study, struct arena *arena, const struct comparison *comparison,
                                  enum solve_status *status, const char **why) {
  struct year_terms terms = comparison->year->terms;
  terms.replacement = REPLACED_ALL;
  return kept_under(study, arena, comparison, study->scenario, terms, status, why);
}

const struct plan *study_red_days(struct study *study, struct arena *arena, const struct comparison *comparison,
                                  enum red_days_terms red_days, enum solve_status *status, const char **why) {
  struct year_terms terms = comparison->year->terms;
  terms.red_days = red_days;
  return kept_under(study, arena, comparison, study->scenario, terms, status, why);
}
