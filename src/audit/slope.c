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

struct weighed {     // the entries of a plan
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

// The limits that the baseline with positions kept sets for the other plans, moved with it.
struct limits {
  double *variable_h, *unplanned_h; // [segment * level_count + level]
};

struct moved_baseline { // of one year varied
  const struct plan *kept;
  bool same_shape; // else nothing more is known
  struct limits limits;
  double change_kr[POSITIONS_ANSWERS]; // of the wanted answers
  struct moved_baseline *next;
};

struct slope_baselines {
  struct arena *arena;
  struct moved_baseline *first;
};

struct varied { // a year varied
  struct arena *arena;
  const struct slope *slope;
  const struct unit_year *year;
  struct again compared; // with the year as it is
  bool same_baseline;    // only edits differ
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

// Edits do not change the baseline.
static bool only_edits_differ(const struct tables *now, const struct tables *then) {
  for (int t = 0; t < TABLE_COUNT; t++)
    if (t != TABLE_EDITS && now->list[t].items != then->list[t].items)
      return false;
  return true;
}

// With positions kept.
static const struct program *build_variant(const struct varied *v, enum variant variant) {
  const struct again *before = &v->slope->again[variant];
  struct again again = v->compared;
  again.known = again.known && again_fits(before, v->year);
  again.program = before->program;
  again.used = before->used;
  again.columns = before->columns;
  return program_build_again(v->arena, v->year, variant, &again);
}

static struct varied vary_year(const struct slope *slope, struct arena *arena, const struct scenario *scenario) {
  const struct study_question *question = slope->question;
  const struct unit_year *year = slope->comparison->year;
  struct varied v = {.arena = arena, .slope = slope, .compared = slope->again[SUBJECT]};
  const struct timeline *timelines[VARIANTS];
  for (int variant = 0; variant < VARIANTS; variant++)
    timelines[variant] = timeline_make(arena, scenario, variant == SUBJECT ? question->in_force : NULL,
                                       question->undecided_start, year->first_day, year->day_count);
  v.year = unit_year_again(arena, year, scenario, timelines[REFERENCE], timelines[SUBJECT]);
  again_compare(&v.compared, arena, year, v.year);
  v.same_baseline = only_edits_differ(&year->frame->scenario->tables, &scenario->tables);
  return v;
}

// ---------------------------------------------------------------- the baseline

// varied: NULL where the baseline does not change. Memory: arena.
static struct limits moved_limits(const struct varied *v, const struct program *varied, struct arena *arena) {
  const struct plan *kept = v->slope->comparison->plans[REFERENCE][POSITIONS_KEPT];
  const struct unit_year *year = kept->program->year;
  size_t levels = (size_t)year->frame->level_count, count = (size_t)year->segment_count * levels;
  struct limits limits = {arena_copy(arena, kept->variable_h, count, sizeof(double)),
                          arena_copy(arena, kept->unplanned_h, count, sizeof(double))};
  const double *moves = v->slope->moves && varied ? moves_of_rows(v->slope->moves, v->arena, varied) : NULL;
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

// Of the answers wanted. program: of the varied year, with positions kept.
static void find_changes(const struct varied *v, const struct program *program, enum variant variant,
                         const struct limits *limits, double change_kr[POSITIONS_ANSWERS]) {
  struct hours_limits hours = {limits->variable_h, limits->unplanned_h};
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    if (v->slope->wanted[p])
      change_kr[p] = cost_change(v->slope->comparison->plans[variant][p], &v->slope->weighed[variant][p],
                                 p == POSITIONS_ADJUSTED ? program_adjust(v->arena, program, &hours) : program);
}

static void move_baseline(const struct varied *v, struct moved_baseline *moved, struct arena *arena) {
  const struct plan *const *plans = v->slope->comparison->plans[REFERENCE];
  const struct program *program = v->same_baseline ? NULL : build_variant(v, REFERENCE);
  *moved = (struct moved_baseline){.kept = plans[POSITIONS_KEPT], .same_shape = !program || holds_for(plans, program)};
  if (!moved->same_shape)
    return;
  moved->limits = moved_limits(v, program, arena);
  if (program)
    find_changes(v, program, REFERENCE, &moved->limits, moved->change_kr);
}

struct slope_baselines *slope_baselines_new(struct arena *arena) {
  struct slope_baselines *made = arena_alloc(arena, sizeof *made);
  *made = (struct slope_baselines){.arena = arena};
  return made;
}

static const struct moved_baseline *shared_baseline(const struct varied *v, struct slope_baselines *shared) {
  const struct plan *kept = v->slope->comparison->plans[REFERENCE][POSITIONS_KEPT];
  for (const struct moved_baseline *known = shared->first; known; known = known->next)
    if (known->kept == kept)
      return known;
  struct moved_baseline *moved = arena_alloc(shared->arena, sizeof *moved);
  move_baseline(v, moved, shared->arena);
  moved->next = shared->first;
  return shared->first = moved;
}

// ---------------------------------------------------------------- the effect

static bool find_effects(const struct varied *v, const struct moved_baseline *baseline,
                         double change_kr[POSITIONS_ANSWERS]) {
  const struct program *program = baseline->same_shape ? build_variant(v, SUBJECT) : NULL;
  if (!program || !holds_for(v->slope->comparison->plans[SUBJECT], program))
    return false;
  find_changes(v, program_hold_unplanned(v->arena, program, baseline->limits.unplanned_h), SUBJECT, &baseline->limits,
               change_kr);
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    change_kr[p] = baseline->change_kr[p] - change_kr[p];
  return true;
}

static bool nothing_differs(const struct varied *v) {
  return v->compared.known && v->compared.same_all &&
         holds_for(v->slope->comparison->plans[SUBJECT], v->slope->again[SUBJECT].program);
}

bool slope_of_effects(const struct slope *slope, struct arena *arena, struct slope_baselines *shared,
                      const struct scenario *varied, double change_kr[POSITIONS_ANSWERS]) {
  struct varied v = vary_year(slope, arena, varied);
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    change_kr[p] = 0;
  if (nothing_differs(&v))
    return true;
  struct moved_baseline own;
  if (shared)
    return find_effects(&v, shared_baseline(&v, shared), change_kr);
  move_baseline(&v, &own, arena);
  return find_effects(&v, &own, change_kr);
}

bool slope_of_effect(const struct slope *slope, struct arena *arena, const struct scenario *varied, double *change_kr) {
  double changes_kr[POSITIONS_ANSWERS];
  if (!slope_of_effects(slope, arena, NULL, varied, changes_kr))
    return false;
  *change_kr = slope->wanted[POSITIONS_KEPT] ? changes_kr[POSITIONS_KEPT] : changes_kr[POSITIONS_ADJUSTED];
  return true;
}
