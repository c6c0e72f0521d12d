// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/candidates.h"

#include <math.h>

#include "base/fixed.h"
#include "need/group.h"
#include "need/positions.h"
#include "program/families.h"
#include "scenario/agreement.h"
#include "scenario/law.h"
#include "scenario/shared.h"
#include "solve/solution.h"

static const double BLIND_AT_MOST = 0.1; // share of the cost of hired staff that opening shifts hardly ever exceeds

enum {
  HEADS_MOST = 6,
  SUPPLY_SHIFTS_MOST = 40,
  YEAR_WEEKENDS_MORE = 4, // weekends counted over the year: raised by this many
  YEAR_WEEKENDS_MOST = 26,
};

static day_number year_last(const struct unit_year *year) { return year->first_day + year->day_count - 1; }

static const struct group_row *group_of(const struct candidates *a, int g) {
  return group_on(a->year, SUBJECT, g, year_last(a->year));
}

// ---------------------------------------------------------------- steps that could be taken

bool candidates_slow(const struct candidates *a) {
  if (!a->year->terms.merge)
    return true;
  for (int g = 0; g < a->year->frame->group_count; g++)
    if (group_of(a, g)->regime == REGIME_YEAR)
      return true;
  return false;
}

static void add_candidate(struct candidates *a, enum step_kind kind, int who, int size, int size_most) {
  struct candidate *made = arena_push(a->arena, &a->list, &a->count, &a->room, sizeof *made);
  made->step = (struct step){kind, who, size, a->year->first_day, year_last(a->year)};
  made->size_most = size_most;
}

static void add_weekend_step(struct candidates *a, int g) {
  const struct group_row *group = group_of(a, g);
  if (group->weekends_per_year_milli != NOT_GIVEN) {
    if (group->weekends_per_year_milli / MILLI + YEAR_WEEKENDS_MORE <= YEAR_WEEKENDS_MOST)
      add_candidate(a, STEP_WEEKENDS, g, YEAR_WEEKENDS_MORE,
                    YEAR_WEEKENDS_MOST - (int)(group->weekends_per_year_milli / MILLI));
    return;
  }
  int every = (int)((group->weekend_every_milli + MILLI - 1) / MILLI);
  // in Norway at least every other Sunday must be off
  int least = (int)(law_rate_e6(&a->year->frame->scenario->tables, LAW_EXTRA_WEEKEND_EVERY) / 1000000);
  if (every > least)
    add_candidate(a, STEP_WEEKENDS, g, every - 1, least);
}

static int longest_shift_h(const struct candidates *a) {
  int64_t most_min = 60;
  const struct frame *frame = a->year->frame;
  const struct tables *tables = year_tables(a->year, SUBJECT, year_last(a->year));
  for (int s = 0; s < frame->shift_count; s++) {
    int64_t paid_min = shift_paid_min(&shift_rows(tables)[frame->shifts[s]]);
    most_min = paid_min > most_min ? paid_min : most_min;
  }
  return (int)((most_min + 59) / 60);
}

static void collect_steps(struct candidates *a) {
  const struct frame *frame = a->year->frame;
  for (int g = 0; g < frame->group_count; g++) {
    const struct group_row *group = group_of(a, g);
    if (!group->heads_milli)
      continue;
    add_candidate(a, STEP_HEADS, g, 1, HEADS_MOST);
    add_weekend_step(a, g);
    if (group->shifts && (a->patient || !candidates_slow(a)))
      add_candidate(a, STEP_SHIFTS, g, 1, 1);
  }
  const struct tables *tables = year_tables(a->year, SUBJECT, year_last(a->year));
  for (int r = 0; r < frame->source_count; r++) {
    const struct source_row *source = &source_rows(tables)[frame->sources[r]];
    bool again = r && frame->sources[r] == frame->sources[r - 1]; // a row that serves several units counts once
    if (source->hours_milli_per_week != NOT_GIVEN && !again)
      add_candidate(a, STEP_SUPPLY, r, longest_shift_h(a), SUPPLY_SHIFTS_MOST * longest_shift_h(a));
  }
}

// ---------------------------------------------------------------- what the dual values say

// The relative increase of the row's bound by the step; 0: none.
static double raised_share(const struct candidates *a, const struct step *step, const struct program_row *row) {
  const struct group_row *group = step->kind == STEP_SUPPLY ? NULL : group_of(a, step->who);
  int kind = row->key.kind;
  if (step->kind == STEP_HEADS)
    return row_is_of_group(kind) ? step->size * (double)MILLI / (double)group->heads_milli : 0;
  if (step->kind != STEP_WEEKENDS)
    return 0;
  if (group->weekends_per_year_milli != NOT_GIVEN)
    return kind == ROW_WEEKEND_YEAR ? step->size * (double)MILLI / (double)group->weekends_per_year_milli : 0;
  return kind == ROW_WEEKEND ? (double)group->weekend_every_milli / MILLI / step->size - 1 : 0;
}

double candidate_raises(const struct candidates *a, const struct step *step, const struct program_row *row) {
  const struct frame *frame = a->year->frame;
  bool supply = step->kind == STEP_SUPPLY;
  if (supply != (row->key.kind == ROW_SUPPLY))
    return 0;
  if (supply ? frame->sources[row->key.who] != frame->sources[step->who] : row->key.who != step->who)
    return 0;
  double bound = isfinite(row->upper) ? row->upper : row->lower;
  if (!isfinite(bound))
    return 0;
  if (!supply)
    return bound * raised_share(a, step, row);
  return step->size;
}

// The cost of one more head before any effect.
static double head_kr(const struct program *program, int g) {
  double kr = 0;
  for (size_t c = 0; c < program->column_count; c++)
    if (program->columns[c].key.kind == COLUMN_UP && program->columns[c].key.who == g)
      kr += program->columns[c].year_kr / program->columns[c].scale;
  return kr;
}

double candidate_worth(const struct candidates *a, const struct program *program, const double *row_duals,
                       const struct step *step) {
  double sum = 0;
  for (size_t r = 0; row_duals && r < program->row_count; r++)
    if (row_duals[r] != 0)
      sum -= program_row_year_share(program, r) * row_duals[r] * candidate_raises(a, step, &program->rows[r]);
  return sum;
}

static double estimate_kr(const struct candidates *a, const struct plan *plan, const struct step *step) {
  double head = step->kind == STEP_HEADS ? step->size * head_kr(plan->program, step->who) : 0;
  return candidate_worth(a, plan->program, plan->solution->row_duals_kr, step) - head;
}

bool candidate_hired_instead(const struct candidates *a, const struct plan *plan, const struct step *step, size_t c) {
  const struct tables *tables = year_tables(a->year, SUBJECT, year_last(a->year));
  const struct program_column *column = &plan->program->columns[c];
  int t = column->key.type, d = column->key.day;
  bool hired = column->key.kind == COLUMN_HIRED || column->key.kind == COLUMN_OVERTIME;
  return hired && plan->solution->values[c] > 1e-6 &&
         group_works_in(tables, group_of(a, step->who), shift_unit(a->year->frame, column->key.shift),
                        plan->program->year->types[t].monday + d) &&
         !group_works_shift(a->year->frame, tables, group_of(a, step->who), column->key.shift,
                            plan->program->year->types[t].monday + d);
}

// Opening shifts raises no row: part of the cost of hired staff disappears.
static double hired_part_kr(const struct candidates *a, const struct plan *plan, const struct step *step) {
  double kr = 0;
  for (size_t c = 0; c < plan->program->column_count; c++)
    if (candidate_hired_instead(a, plan, step, c))
      kr += BLIND_AT_MOST * plan->solution->values[c] * plan->program->columns[c].year_kr;
  return kr;
}

static void estimate_all(struct candidates *a) {
  for (size_t i = 0; i < a->count; i++) {
    struct candidate *candidate = &a->list[i];
    candidate->blind = candidate->step.kind == STEP_SHIFTS;
    for (int p = 0; p < POSITIONS_ANSWERS; p++)
      candidate->estimate_kr[p] = candidate->blind ? hired_part_kr(a, a->plans[p], &candidate->step)
                                                   : estimate_kr(a, a->plans[p], &candidate->step);
  }
}

struct candidates candidates_of(struct arena *arena, const struct unit_year *year, const struct plan *const *plans,
                                bool patient) {
  struct candidates candidates = {.arena = arena, .year = year, .plans = plans, .patient = patient};
  collect_steps(&candidates);
  estimate_all(&candidates);
  return candidates;
}
