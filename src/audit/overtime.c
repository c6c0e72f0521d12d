// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/overtime.h"

#include "audit/solve_failure.h"
#include "base/fixed.h"
#include "scenario/vary.h"

enum planned_overtime overtime_other(enum planned_overtime planned) {
  return planned == OVERTIME_LAST_RESORT ? OVERTIME_BY_COST : OVERTIME_LAST_RESORT;
}

static bool is_on_offer(const struct plan *plan) {
  const struct program *program = plan->program;
  for (size_t c = 0; c < program->column_count; c++)
    if (program->columns[c].key.kind == COLUMN_OVERTIME)
      return true;
  return false;
}

static const struct scenario *under(struct arena *arena, const struct scenario *scenario,
                                    enum planned_overtime planned) {
  const struct varied_cell cell = {
      .table = TABLE_SETTINGS, .column = column_named(TABLE_SETTINGS, "planned_overtime"), .cell = {.number = planned}};
  return scenario_vary(arena, scenario, &cell, 1);
}

bool overtime_ask(struct study *study, const struct scenario *scenario, const struct comparison *comparison,
                  struct overtime_otherwise *otherwise, struct failure *failure) {
  const struct plan *kept = comparison->plans[REFERENCE][POSITIONS_KEPT];
  *otherwise = (struct overtime_otherwise){.asked = is_on_offer(kept), .planned_h = kept->hours[HOURS_OVERTIME]};
  if (!otherwise->asked)
    return true;
  struct arena *arena = arena_new();
  enum planned_overtime other = overtime_other((enum planned_overtime)settings_of(&scenario->tables)->planned_overtime);
  enum solve_status status;
  const char *why;
  const struct plan *plan = study_kept(study, arena, comparison, under(arena, scenario, other), &status, &why);
  if (plan) {
    otherwise->otherwise_h = plan->hours[HOURS_OVERTIME];
    otherwise->more_ore = ledger_sum(&plan->ledger) - ledger_sum(&kept->ledger);
    otherwise->filled_h = kept->shortfall_h - plan->shortfall_h;
  } else {
    *failure = solve_failure(status, why);
  }
  arena_free(arena);
  return plan;
}
