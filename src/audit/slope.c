// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/slope.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/heap.h"
#include "base/tolerance.h"
#include "need/year_make.h"
#include "program/again.h"
#include "program/families.h"
#include "solve/moves.h"

struct weighed { // the entries of a plan
  double *weights;   // [row_count] of an entry times its column: the row's price, for the year
  double entries_kr; // sum over the plan's own entries
};

struct slope {
  const struct study_question *question;
  const struct comparison *comparison;
  struct moves *moves; // of the baseline with positions kept
  bool wanted[POSITIONS_ANSWERS];
  bool *used[VARIANTS]; // columns that are not 0 in a plan of the wanted answers
  struct arena *arena;
  struct again again[VARIANTS]; // the programmes with positions kept
  struct weighed weighed[VARIANTS][POSITIONS_ANSWERS];
};

struct varied { // the two programmes of the varied year
  struct arena *arena;
  const struct slope *slope;
  const struct program *programs[VARIANTS];
  bool unchanged; // nothing that the programmes are built from differs
};

static bool is_short(const struct comparison *comparison) {
  for (int v = 0; v < VARIANTS; v++)
    for (int p = 0; p < POSITIONS_ANSWERS; p++)
      if (comparison->plans[v][p]->solution->shortfall_h > NO_HOURS)
        return true;
  return false;
}

// Both answers have the columns of the programme with positions kept first.
static bool *columns_used(const struct slope *slope, enum variant variant) {
  const struct plan *const *plans = slope->comparison->plans[variant];
  size_t count = 0;
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    count = plans[p]->program->column_count > count ? plans[p]->program->column_count : count;
  bool *used = heap_new(count, sizeof *used);
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    for (size_t c = 0; slope->wanted[p] && c < plans[p]->program->column_count; c++)
      used[c] |= plans[p]->solution->values[c] != 0;
  return used;
}

static double active_bound(double lower, double upper, double value) {
  if (!isfinite(upper) || (isfinite(lower) && fabs(value - lower) <= fabs(upper - value)))
    return lower;
  return upper;
}

// Effects count only days of the year. For days outside it, prices are left out, and bounds count by the share of their
// row or column that belongs to the year.
//
// d (u' - u) and y (b' - b), by the side that binds.
static double bound_change(double price, const double bounds[2], const double varied[2], double value) {
  if (price == 0)
    return 0;
  bool low = active_bound(bounds[0], bounds[1], value) == bounds[0];
  double move = low ? varied[0] - bounds[0] : varied[1] - bounds[1];
  return isfinite(move) ? price * move : 0;
}

static double columns_change(const struct plan *plan, const struct program *varied) {
  const struct program *program = plan->program;
  double change = varied->constant_year_kr - program->constant_year_kr;
  for (size_t c = 0; c < program->column_count; c++) {
    const struct program_column *now = &program->columns[c], *then = &varied->columns[c];
    double value = plan->solution->values[c];
    if (value != 0) // the others may have no price
      change += (then->year_kr - now->year_kr) * value;
    if (plan->solution->reduced_kr[c] != 0)
      change += program_column_year_share(program, c) * bound_change(plan->solution->reduced_kr[c],
                                                                     (double[]){now->lower, now->upper},
                                                                     (double[]){then->lower, then->upper}, value);
  }
  return change;
}

static double entry_kr(const double *weights, const struct program_entry *entry, const double *values) {
  return weights[entry->row] * entry->value * values[entry->column];
}

// The same for every number varied.
static struct weighed weigh_entries(struct arena *arena, const struct plan *plan) {
  const struct program *program = plan->program;
  double *weights = arena_array(arena, program->row_count, sizeof *weights), kr = 0;
  for (size_t r = 0; r < program->row_count; r++)
    weights[r] = program_row_year_share(program, r) * plan->solution->row_duals_kr[r];
  for (size_t e = 0; e < program->entry_count; e++)
    kr += entry_kr(weights, &program->entries[e], plan->solution->values);
  return (struct weighed){weights, kr};
}

static struct slope *open_wanted(const struct study_question *question, const struct comparison *comparison,
                                 const bool wanted[POSITIONS_ANSWERS]) {
  if (is_short(comparison))
    return NULL;
  struct slope *slope = heap_new(1, sizeof *slope);
  const struct plan *kept = comparison->plans[REFERENCE][POSITIONS_KEPT];
  *slope = (struct slope){.question = question,
                          .comparison = comparison,
                          .moves = moves_new(kept->program, kept->solution),
                          .arena = arena_new()};
  memcpy(slope->wanted, wanted, sizeof slope->wanted);
  for (int variant = 0; variant < VARIANTS; variant++) {
    const struct plan *const *plans = comparison->plans[variant];
    slope->used[variant] = columns_used(slope, (enum variant)variant);
    slope->again[variant] = again_of(slope->arena, plans[POSITIONS_KEPT]->program, slope->used[variant]);
    for (int p = 0; p < POSITIONS_ANSWERS; p++)
      if (wanted[p] && plans[p]->program->row_count)
        slope->weighed[variant][p] = weigh_entries(slope->arena, plans[p]);
  }
  return slope;
}

struct slope *slope_open(const struct study_question *question, const struct comparison *comparison,
                         enum positions positions) {
  bool wanted[POSITIONS_ANSWERS] = {false};
  wanted[positions] = true;
  return open_wanted(question, comparison, wanted);
}

struct slope *slope_open_both(const struct study_question *question, const struct comparison *comparison) {
  static const bool both[POSITIONS_ANSWERS] = {true, true};
  return open_wanted(question, comparison, both);
}

void slope_close(struct slope *slope) {
  if (!slope)
    return;
  moves_free(slope->moves);
  arena_free(slope->arena);
  for (int variant = 0; variant < VARIANTS; variant++)
    free(slope->used[variant]);
  free(slope);
}

static double entries_change(const struct plan *plan, const struct weighed *weighed, const struct program *varied) {
  double change = weighed->entries_kr;
  struct entries_walk walk = {.program = varied};
  for (size_t r = 0, count; r < varied->row_count; r++) {
    const struct program_entry *entries = entries_of_row(&walk, r, &count);
    for (size_t e = 0; e < count; e++)
      change -= entry_kr(weighed->weights, &entries[e], plan->solution->values);
  }
  return change;
}

static double rows_change(const struct plan *plan, const struct program *varied) {
  double change = 0;
  for (size_t r = 0; r < plan->program->row_count; r++) {
    const struct program_row *now = &plan->program->rows[r], *then = &varied->rows[r];
    if (row_is_least(now->key.kind) || plan->solution->row_duals_kr[r] == 0)
      continue;
    change += program_row_year_share(plan->program, r) *
              bound_change(plan->solution->row_duals_kr[r], (double[]){now->lower, now->upper},
                           (double[]){then->lower, then->upper}, plan->solution->row_values[r]);
  }
  return change;
}

static double cost_change(const struct plan *plan, const struct weighed *weighed, const struct program *varied) {
  if (!plan->program->row_count)
    return varied->constant_year_kr - plan->program->constant_year_kr;
  return columns_change(plan, varied) + entries_change(plan, weighed, varied) + rows_change(plan, varied);
}

// Both answers have the shape of the programme with positions kept.
static bool holds_for(const struct plan *const *plans, const struct program *varied) {
  const struct program *adjusted = plans[POSITIONS_ADJUSTED]->program;
  for (size_t c = 0; c < adjusted->column_count; c++)
    if (adjusted->columns[c].whole)
      return false;
  return program_same_shape(plans[POSITIONS_KEPT]->program, varied);
}

static bool same_shapes(const struct varied *v) {
  for (int variant = 0; variant < VARIANTS; variant++)
    if (v->programs[variant] && !holds_for(v->slope->comparison->plans[variant], v->programs[variant]))
      return false;
  return true;
}

// Edits do not change the baseline.
static bool only_edits_differ(const struct tables *now, const struct tables *then) {
  for (int t = 0; t < TABLE_COUNT; t++)
    if (t != TABLE_EDITS && now->list[t].items != then->list[t].items)
      return false;
  return true;
}

static const struct program *build_variant(const struct varied *v, const struct unit_year *year, enum variant variant,
                                           const struct again *compared) {
  const struct again *before = &v->slope->again[variant];
  struct again again = *compared;
  again.known = compared->known && again_fits(before, year);
  again.program = before->program;
  again.used = before->used;
  again.columns = before->columns;
  return program_build_again(v->arena, year, variant, &again);
}

// The baseline's programme stays NULL where it does not change.
static void build(struct varied *v, const struct scenario *scenario) {
  const struct study_question *question = v->slope->question;
  const struct unit_year *year = v->slope->comparison->year;
  const struct timeline *timelines[VARIANTS];
  for (int variant = 0; variant < VARIANTS; variant++)
    timelines[variant] = timeline_make(v->arena, scenario, variant == SUBJECT ? question->in_force : NULL,
                                       question->undecided_start, year->first_day, year->day_count);
  const struct unit_year *then = unit_year_again(v->arena, year, scenario, timelines[REFERENCE], timelines[SUBJECT]);
  struct again compared = v->slope->again[SUBJECT];
  again_compare(&compared, v->arena, year, then);
  v->unchanged = compared.known && compared.same_all;
  if (v->unchanged) {
    v->programs[SUBJECT] = v->slope->again[SUBJECT].program;
    return;
  }
  if (!only_edits_differ(&year->frame->scenario->tables, &scenario->tables))
    v->programs[REFERENCE] = build_variant(v, then, REFERENCE, &compared);
  if (!v->programs[REFERENCE] || holds_for(v->slope->comparison->plans[REFERENCE], v->programs[REFERENCE]))
    v->programs[SUBJECT] = build_variant(v, then, SUBJECT, &compared);
}

// The limits that the baseline with positions kept sets for the other plans, moved with it.
struct limits {
  double *variable_h, *unplanned_h; // [segment * level_count + level]
};

static struct limits moved_limits(const struct varied *v) {
  const struct plan *kept = v->slope->comparison->plans[REFERENCE][POSITIONS_KEPT];
  const struct unit_year *year = kept->program->year;
  size_t levels = (size_t)year->frame->level_count, count = (size_t)year->segment_count * levels;
  struct limits limits = {arena_array(v->arena, count, sizeof(double)), arena_array(v->arena, count, sizeof(double))};
  for (size_t i = 0; i < count; i++) {
    limits.variable_h[i] = kept->variable_h[i];
    limits.unplanned_h[i] = kept->unplanned_h[i];
  }
  bool move = v->slope->moves && v->programs[REFERENCE];
  const double *moves = move ? moves_of_rows(v->slope->moves, v->arena, v->programs[REFERENCE]) : NULL;
  for (size_t r = 0; moves && r < kept->program->row_count; r++) {
    const struct row_key *key = &kept->program->rows[r].key;
    size_t at = (size_t)key->segment * levels + (size_t)key->level;
    if (key->kind == ROW_VARIABLE)
      limits.variable_h[at] += moves[r];
    if (key->kind == ROW_UNPLANNED)
      limits.unplanned_h[at] += moves[r];
  }
  return limits;
}

// Of one answer; programs: with positions kept, of the varied year. NULL: the baseline's does not change.
static double effect_change(const struct varied *v, const struct limits *limits, enum positions positions) {
  double change[VARIANTS] = {0};
  for (int variant = 0; variant < VARIANTS; variant++) {
    const struct program *program = v->programs[variant];
    if (!program)
      continue;
    if (positions == POSITIONS_ADJUSTED)
      program = program_adjust(v->arena, program, &(struct hours_limits){limits->variable_h, limits->unplanned_h});
    change[variant] = cost_change(v->slope->comparison->plans[variant][positions],
                                  &v->slope->weighed[variant][positions], program);
  }
  return change[REFERENCE] - change[SUBJECT];
}

bool slope_of_effects(const struct slope *slope, struct arena *arena, const struct scenario *varied,
                      double change_kr[POSITIONS_ANSWERS]) {
  struct varied v = {.arena = arena, .slope = slope};
  build(&v, varied);
  if (!same_shapes(&v))
    return false;
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    change_kr[p] = 0;
  if (v.unchanged)
    return true;
  struct limits limits = moved_limits(&v);
  v.programs[SUBJECT] = program_hold_unplanned(arena, v.programs[SUBJECT], limits.unplanned_h);
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    if (slope->wanted[p])
      change_kr[p] = effect_change(&v, &limits, (enum positions)p);
  return true;
}

bool slope_of_effect(const struct slope *slope, struct arena *arena, const struct scenario *varied, double *change_kr) {
  double changes_kr[POSITIONS_ANSWERS];
  if (!slope_of_effects(slope, arena, varied, changes_kr))
    return false;
  *change_kr = slope->wanted[POSITIONS_KEPT] ? changes_kr[POSITIONS_KEPT] : changes_kr[POSITIONS_ADJUSTED];
  return true;
}
