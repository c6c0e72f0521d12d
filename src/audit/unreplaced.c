// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/unreplaced.h"

#include <assert.h>
#include <math.h>

#include "audit/solve_failure.h"
#include "base/fixed.h"
#include "base/tolerance.h"
#include "need/wanted.h"
#include "scenario/edits.h"

void unreplaced_add(struct unreplaced *sum, const struct unreplaced *more) {
  sum->asked |= more->asked;
  sum->h += more->h;
  sum->below_norm_h += more->below_norm_h;
  sum->below_norm_days = more->below_norm_days > sum->below_norm_days ? more->below_norm_days : sum->below_norm_days;
  sum->saved_ore += more->saved_ore;
  sum->not_fillable_h += more->not_fillable_h;
}

bool measure_changes_replacement(const struct scenario *scenario, size_t measure) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  struct arena *passing = arena_new();
  bool changes = false;
  for (size_t i = 0; i < row_count(&scenario->tables, TABLE_EDITS) && !changes; i++) {
    if (edit_rows(&scenario->tables)[i].measure != (int64_t)measure)
      continue;
    const struct edit_plan *plan = edit_plan_of(passing, scenario, i);
    changes = plan && plan->table == TABLE_REPLACEMENT;
  }
  arena_free(passing);
  return changes;
}

struct sheet { // one day, per interval and level
  int64_t *norm;
  double *persons, *gap;
};

// How many of those not replaced are missing from the norm; a person missing at several levels counts once.
static double below_norm(const struct frame *frame, const struct sheet *sheet, int interval) {
  assert(interval >= 0 && interval < frame->interval_count);
  double most = 0;
  for (int l = 0; l < frame->level_count; l++) {
    int at = interval * frame->level_count + l;
    double under = (double)sheet->norm[at] / MILLI - sheet->persons[at];
    most = fmax(most, fmin(under, sheet->gap[at]));
  }
  return most;
}

static double day_below_h(const struct plan *plan, day_number day, struct sheet *sheet) {
  const struct unit_year *year = plan->program->year;
  const struct frame *frame = year->frame;
  norm_on_day(frame, year_tables(year, plan->program->variant, day), day, sheet->norm);
  plan_persons_on_day(plan, day, sheet->persons);
  plan_gap_on_day(plan, day, sheet->gap);
  double hours = 0;
  for (int i = 0; i < frame->interval_count; i++)
    hours += below_norm(frame, sheet, i) * (double)(frame->intervals[i].to_min - frame->intervals[i].from_min) / 60;
  return hours;
}

static struct unreplaced gaps_of(const struct plan *plan) {
  struct unreplaced found = {.asked = true, .h = plan->gap_h};
  const struct unit_year *year = plan->program->year;
  struct arena *arena = arena_new();
  size_t cells = (size_t)(year->frame->interval_count * year->frame->level_count);
  struct sheet sheet = {arena_array(arena, cells, sizeof(int64_t)), arena_array(arena, cells, sizeof(double)),
                        arena_array(arena, cells, sizeof(double))};
  for (int i = 0; i < year->day_count && found.h > NO_HOURS; i++) {
    double hours = day_below_h(plan, year->first_day + i, &sheet);
    found.below_norm_h += hours;
    found.below_norm_days += hours > NO_HOURS;
  }
  arena_free(arena);
  return found;
}

bool unreplaced_today(struct study *study, const struct comparison *comparison, struct unreplaced *found,
                      struct failure *failure) {
  const struct plan *kept = comparison->plans[REFERENCE][POSITIONS_KEPT];
  *found = (struct unreplaced){.asked = kept->gap_h > NO_HOURS};
  if (!found->asked)
    return true;
  struct arena *arena = arena_new();
  enum solve_status status;
  const char *why;
  const struct plan *all = study_replaced(study, arena, comparison, &status, &why);
  if (all) {
    *found = gaps_of(kept);
    found->saved_ore = ledger_sum(&all->ledger) - ledger_sum(&kept->ledger);
    found->not_fillable_h = fmax(0, all->shortfall_h - kept->shortfall_h);
  } else {
    *failure = solve_failure(status, why);
  }
  arena_free(arena);
  return all;
}

struct unreplaced unreplaced_between(const struct plan *as_before, const struct plan *as_said) {
  struct unreplaced before = gaps_of(as_before), said = gaps_of(as_said);
  return (struct unreplaced){.asked = true,
                             .h = said.h - before.h,
                             .below_norm_h = said.below_norm_h - before.below_norm_h,
                             .below_norm_days = said.below_norm_days - before.below_norm_days,
                             .saved_ore = ledger_sum(&as_before->ledger) - ledger_sum(&as_said->ledger),
                             .not_fillable_h = as_before->shortfall_h - as_said->shortfall_h};
}
