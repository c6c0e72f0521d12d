// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/why.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "audit/candidates.h"
#include "audit/solve_failure.h"
#include "calendar/fiscal.h"
#include "need/positions.h"
#include "program/families.h"
#include "scenario/shared.h"

static const char *const kind_names[REASON_KINDS] = {"bound", "solved", "mended"};

const char *reason_kind_name(enum reason_kind kind) {
  assert((size_t)kind < sizeof kind_names / sizeof *kind_names);
  return kind_names[kind];
}

static const double DUAL_HOLDS = 0.01;    // relative to the solved difference
static const double WORTH_TELLING = 5e-4; // relative to the unit's cost
static const double WORTH_TELLING_KR = 10000;

enum {
  TRIED_MOST = 2,      // steps solved per case without shortfall
  TRIED_MOST_SLOW = 1, // the same in a year-round rota or week by week, whose programmes are slow
  MENDED_MOST = 4,     // steps solved per answer with shortfall
};

struct asking {
  struct audit *audit;
  struct study *study;
  const struct why_case *asked;
  struct arena *arena; // temporary
  const struct unit_year *year;
  const struct plan *const *plans; // [POSITIONS_ANSWERS]
  struct candidates candidates;
  enum solve_status status;
  const char *why;
};

static day_number year_last(const struct unit_year *year) { return year->first_day + year->day_count - 1; }

// ---------------------------------------------------------------- when it binds

struct stretch {
  day_number first_day, last_day;
  int weeks;
};

static struct stretch stretch_of(const struct unit_year *year, const bool *types) {
  struct stretch stretch = {.first_day = DAY_NONE};
  for (int w = 0; w < year->week_count; w++) {
    if (!types[year->type_of_week[w]])
      continue;
    day_number monday = year->first_monday + w * DAYS_PER_WEEK, sunday = monday + DAYS_PER_WEEK - 1;
    if (!stretch.weeks++)
      stretch.first_day = monday > year->first_day ? monday : year->first_day;
    stretch.last_day = sunday < year_last(year) ? sunday : year_last(year);
  }
  return stretch;
}

// The weeks in which a row that the step raises has a price.
static struct stretch binding_stretch(const struct asking *a, const struct plan *plan, const struct step *step) {
  const struct unit_year *year = plan->program->year;
  bool *types = arena_array(a->arena, (size_t)year->type_count, sizeof *types);
  for (size_t r = 0; r < plan->program->row_count; r++) {
    const struct program_row *row = &plan->program->rows[r];
    if (fabs(plan->solution->row_duals_kr[r]) < 1e-6 || candidate_raises(&a->candidates, step, row) == 0)
      continue;
    for (int t = 0; t < year->type_count; t++)
      types[t] |= row_span(row->key.kind) == ROWS_OF_YEAR || row->key.type == t;
  }
  return stretch_of(year, types);
}

static struct stretch hired_stretch(const struct asking *a, const struct plan *plan, const struct step *step) {
  const struct unit_year *year = plan->program->year;
  bool *types = arena_array(a->arena, (size_t)year->type_count, sizeof *types);
  for (size_t c = 0; c < plan->program->column_count; c++)
    if (candidate_hired_instead(&a->candidates, plan, step, c))
      types[plan->program->columns[c].key.type] = true;
  return stretch_of(year, types);
}

static struct stretch short_stretch(const struct asking *a, const struct plan *plan) {
  const struct unit_year *year = plan->program->year;
  bool *types = arena_array(a->arena, (size_t)year->type_count, sizeof *types);
  for (size_t c = 0; c < plan->program->column_count; c++) {
    const struct column_key *key = &plan->program->columns[c].key;
    if (key->kind == COLUMN_SHORT && plan->solution->values[c] > 1e-6 && year->types[key->type].in_year[key->day])
      types[key->type] = true;
  }
  return stretch_of(year, types);
}

// ---------------------------------------------------------------- making a step

// The year with the step made as well; NULL if it was not solved. kept_only: only positions kept are needed.
static const struct comparison *make_step(struct asking *a, const struct step *step, bool kept_only) {
  const struct timeline *stepped = step_timeline(a->audit->arena, a->year->timelines[SUBJECT], a->year->frame, step);
  return study_vary(a->study, a->arena, a->asked->comparison, stepped, kept_only, &a->status, &a->why);
}

static int64_t unit_of_step(const struct frame *frame, const struct step *step) {
  return step->kind == STEP_SUPPLY ? frame->source_units[step->who] : group_home(frame, step->who);
}

static void add_reason(struct asking *a, const struct step *step, enum positions p, const struct comparison *made,
                       enum reason_kind kind, struct stretch stretch) {
  struct audit *audit = a->audit;
  const struct frame *frame = a->year->frame;
  const struct tables *tables = year_tables(a->year, SUBJECT, year_last(a->year));
  const struct plan *before = a->plans[p], *after = made->plans[SUBJECT][p];
  struct reason *reason =
      arena_push(audit->arena, &audit->reasons, &audit->reason_count, &audit->reason_room, sizeof *reason);
  *reason = (struct reason){.measure = a->asked->measure,
                            .year = fiscal_year_of(a->year->first_day),
                            .positions = p,
                            .unit = (size_t)unit_of_step(frame, step),
                            .kind = kind,
                            .step = *step,
                            .limit = step_limit(step->kind),
                            .words = step_words(audit->arena, frame, tables, step),
                            .edit = step_edit(audit->arena, frame, tables, step),
                            .saving_kr = before->cost_kr - after->cost_kr,
                            .mended_h = before->shortfall_h - after->shortfall_h,
                            .left_h = after->shortfall_h,
                            .first_day = stretch.first_day,
                            .last_day = stretch.last_day,
                            .weeks = stretch.weeks,
                            .slow = candidates_slow(&a->candidates)};
}

// ---------------------------------------------------------------- where nobody is missing

static double threshold_kr(const struct plan *plan) {
  return fmax(WORTH_TELLING_KR, WORTH_TELLING * fabs(plan->cost_kr));
}

static bool covered(const struct plan *plan) { return plan->shortfall_h <= FEW_HOURS; }

// Can the step explain cost under this answer? If positions are free, one more head does not relax a limit.
static bool prices(const struct asking *a, const struct step *step, enum positions p) {
  return covered(a->plans[p]) && (p == POSITIONS_KEPT || step->kind != STEP_HEADS);
}

// The largest saving expected from a step, over the answers without shortfall.
static double hope_kr(const struct asking *a, const struct candidate *candidate) {
  double most = 0;
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    if (prices(a, &candidate->step, p) && candidate->estimate_kr[p] > threshold_kr(a->plans[p]))
      most = fmax(most, candidate->estimate_kr[p]);
  return most;
}

static void price_step(struct asking *a, const struct candidate *candidate) {
  const struct comparison *made = make_step(a, &candidate->step, !prices(a, &candidate->step, POSITIONS_ADJUSTED));
  for (int p = 0; made && p < POSITIONS_ANSWERS; p++) {
    if (!prices(a, &candidate->step, p))
      continue;
    double saving_kr = a->plans[p]->cost_kr - made->plans[SUBJECT][p]->cost_kr;
    if (saving_kr < threshold_kr(a->plans[p]))
      continue;
    bool holds = !candidate->blind && fabs(candidate->estimate_kr[p] - saving_kr) <= DUAL_HOLDS * saving_kr;
    struct stretch stretch = candidate->blind ? hired_stretch(a, a->plans[p], &candidate->step)
                                              : binding_stretch(a, a->plans[p], &candidate->step);
    add_reason(a, &candidate->step, p, made, holds ? REASON_BOUND : REASON_SOLVED, stretch);
  }
}

static bool failed(const struct asking *a) { return a->status == SOLVE_FAULT; }

static void price_steps(struct asking *a) {
  int most = !candidates_slow(&a->candidates) ? TRIED_MOST : a->asked->patient ? TRIED_MOST_SLOW : 0;
  for (int tried = 0; tried < most && !failed(a); tried++) {
    struct candidate *best = NULL;
    for (size_t i = 0; i < a->candidates.count; i++)
      if (hope_kr(a, &a->candidates.list[i]) > (best ? hope_kr(a, best) : 0))
        best = &a->candidates.list[i];
    if (!best)
      return;
    price_step(a, best);
    for (int p = 0; p < POSITIONS_ANSWERS; p++)
      best->estimate_kr[p] = 0; // asked
  }
}

// ---------------------------------------------------------------- where somebody is missing

// A step of another size: the smaller it is, the less it relaxes.
static struct step step_of_size(const struct candidate *candidate, int size, struct stretch stretch) {
  struct step step = candidate->step;
  step.size = size;
  if (step.kind == STEP_WEEKENDS || step.kind == STEP_SUPPLY) {
    step.first_day = stretch.first_day;
    step.last_day = stretch.last_day;
  }
  return step;
}

struct mending {
  enum positions p;
  struct stretch stretch;
  int left;         // steps still to be tried
  double least_h;   // still missing after the best step that does not fill all hours
  struct step best; // that best step
  bool all;         // some step fills all missing hours
};

// The step's size in its units, by part: 1 is the candidate's own size, parts_of the largest step.
static int size_at(const struct candidate *candidate, int part) {
  int first = candidate->step.size, last = candidate->size_most;
  if (candidate->step.kind == STEP_SUPPLY)
    return part * first; // whole shifts
  return first <= last ? first + part - 1 : first - part + 1;
}

static int parts_of(const struct candidate *candidate) {
  int first = candidate->step.size, last = candidate->size_most;
  if (candidate->step.kind == STEP_SUPPLY)
    return last / first;
  return abs(last - first) + 1;
}

static const struct comparison *try_part(struct asking *a, const struct candidate *candidate, const struct mending *m,
                                         int part, struct step *step) {
  *step = step_of_size(candidate, size_at(candidate, part), m->stretch);
  return make_step(a, step, m->p == POSITIONS_KEPT);
}

static double left_h(const struct comparison *made, const struct mending *m) {
  return made->plans[SUBJECT][m->p]->shortfall_h;
}

static void mend_by(struct asking *a, const struct candidate *candidate, struct mending *m) {
  int enough = parts_of(candidate), too_few = 0;
  struct step step;
  const struct comparison *made = try_part(a, candidate, m, enough, &step);
  if (!made)
    return;
  if (left_h(made, m) > FEW_HOURS) {
    if (left_h(made, m) < m->least_h - FEW_HOURS) {
      m->least_h = left_h(made, m);
      m->best = step;
    }
    return;
  }
  while (enough - too_few > 1 && !failed(a)) {
    int middle = (enough + too_few) / 2;
    struct step smaller;
    const struct comparison *then = try_part(a, candidate, m, middle, &smaller);
    if (then && left_h(then, m) <= FEW_HOURS) {
      enough = middle;
      made = then;
      step = smaller;
    } else {
      too_few = middle;
    }
  }
  m->all = true;
  add_reason(a, &step, m->p, made, REASON_MENDED, m->stretch);
}

// Steps expected to fill more of the missing hours are tried sooner; blind ones come last.
static int by_promise(const void *x, const void *y) {
  double a = ((const struct candidate *)x)->promise_h, b = ((const struct candidate *)y)->promise_h;
  return (a < b) - (a > b);
}

static void mend(struct asking *a, enum positions p) {
  struct mending m = {.p = p, .stretch = short_stretch(a, a->plans[p]), .least_h = a->plans[p]->shortfall_h};
  struct candidate *order = arena_array(a->arena, a->candidates.count + 1, sizeof *order);
  for (size_t i = 0; i < a->candidates.count; i++) {
    order[i] = a->candidates.list[i];
    order[i].promise_h =
        candidate_worth(&a->candidates, a->plans[p]->program, a->plans[p]->solution->row_duals_h, &order[i].step);
  }
  qsort(order, a->candidates.count, sizeof *order, by_promise);
  for (size_t i = 0, tried = 0; i < a->candidates.count && tried < MENDED_MOST && !failed(a); i++)
    if (order[i].blind || order[i].promise_h > 0) {
      mend_by(a, &order[i], &m);
      tried++;
    }
  if (m.all || m.least_h > a->plans[p]->shortfall_h - FEW_HOURS || failed(a))
    return;
  const struct comparison *made = make_step(a, &m.best, p == POSITIONS_KEPT);
  if (made)
    add_reason(a, &m.best, p, made, REASON_MENDED, m.stretch);
}

// ---------------------------------------------------------------- one case

// By answer; then steps that fill the missing hours first, fewer hours left first, larger savings first.
static int by_worth(const void *x, const void *y) {
  const struct reason *a = x, *b = y;
  if (a->positions != b->positions)
    return (a->positions > b->positions) - (a->positions < b->positions);
  if ((a->kind == REASON_MENDED) != (b->kind == REASON_MENDED))
    return a->kind == REASON_MENDED ? -1 : 1;
  bool hours = fabs(a->left_h - b->left_h) > FEW_HOURS;
  if (hours)
    return a->left_h < b->left_h ? -1 : 1;
  return (a->saving_kr < b->saving_kr) - (a->saving_kr > b->saving_kr);
}

bool why_add(struct audit *audit, struct study *study, const struct why_case *asked, struct failure *failure) {
  struct asking a = {.audit = audit,
                     .study = study,
                     .asked = asked,
                     .arena = arena_new(),
                     .year = asked->comparison->year,
                     .plans = asked->comparison->plans[SUBJECT],
                     .status = SOLVE_OPTIMAL};
  size_t first = audit->reason_count;
  a.candidates = candidates_of(a.arena, a.year, a.plans, asked->patient);
  for (int p = 0; p < POSITIONS_ANSWERS && !failed(&a); p++)
    if (!covered(a.plans[p]))
      mend(&a, p);
  if (!failed(&a))
    price_steps(&a);
  if (audit->reason_count > first)
    qsort(audit->reasons + first, audit->reason_count - first, sizeof *audit->reasons, by_worth);
  if (failed(&a))
    *failure = solve_failure(a.status, a.why);
  arena_free(a.arena);
  return a.status != SOLVE_FAULT;
}
