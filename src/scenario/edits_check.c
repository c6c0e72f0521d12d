// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/fiscal.h"

#include "scenario/checks.h"
#include "scenario/edits.h"
#include "scenario/place.h"
#include "scenario/rows_settings.h"
#include "scenario/timeline.h"
#include <assert.h>

enum { FACTOR_UNUSUAL = 10 };

// 90 where 0.9 is meant. Is the factor doubted?
static bool doubt_factor(const struct scenario *scenario, size_t e, struct problems *problems) {
  const struct edit_row *edit = &edit_rows(&scenario->tables)[e];
  const struct edit_plan *plan = edit_plan_of(scenario->arena, scenario, e);
  if (!plan || plan->change != CHANGE_MULTIPLY || plan->value.number < FACTOR_UNUSUAL * EDIT_FACTOR_ONE)
    return false;
  if (problems)
    problem_doubt(problems, row_place(&edit->row, "value"), edit->value,
                  "%d times as much and more: is it a percentage, not a factor? Then write 0%c9 for 90 %%",
                  FACTOR_UNUSUAL, scenario->decimal);
  return true;
}

// A factor for all rows is common, as of need or pay; the same number in, or added to, each of them is not.
static void doubt_every_row(const struct scenario *scenario, size_t e, struct problems *problems) {
  const struct edit_row *edit = &edit_rows(&scenario->tables)[e];
  const struct edit_plan *plan = edit_plan_of(scenario->arena, scenario, e);
  if (!plan || plan->change == CHANGE_MULTIPLY || plan->row_count < 2 || (edit->where && *edit->where))
    return;
  problem_doubt(problems, row_place(&edit->row, "where"), NULL,
                "blank: each of the %zu rows of %s is changed; if some are meant, name them by column=value",
                plan->row_count, table_of(plan->table)->file);
}

// The result of the measure's edits carried out in order, alone.
static void check_measure(const struct scenario *scenario, size_t measure, struct problems *problems) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  struct arena *arena = scenario->arena;
  bool *in_force = arena_array(arena, row_count(&scenario->tables, TABLE_MEASURES), sizeof *in_force);
  in_force[measure] = true;
  day_number undecided_start = fiscal_first_day((int)settings_of(&scenario->tables)->last_year);
  size_t count;
  const struct edit_conflict *conflicts = timeline_conflicts(arena, scenario, in_force, undecided_start, &count);
  for (size_t i = 0; i < count; i++) {
    const struct edit_row *edit = &edit_rows(&scenario->tables)[conflicts[i].edit];
    if (conflicts[i].warning && doubt_factor(scenario, conflicts[i].edit, NULL))
      continue; // it follows from the factor
    void (*tell)(struct problems *, struct place, const char *, const char *, ...) = conflicts[i].doubt ? problem_doubt
                                                                                     : conflicts[i].warning
                                                                                         ? problem_warn
                                                                                         : problem_add;
    tell(problems, row_place(&edit->row, "value"), edit->value, "%s", conflicts[i].message);
  }
}

void edits_check(struct scenario *scenario, struct problems *problems) {
  if (!edits_resolve(scenario, problems))
    return;
  for (size_t e = 0; e < row_count(&scenario->tables, TABLE_EDITS); e++)
    doubt_factor(scenario, e, problems), doubt_every_row(scenario, e, problems);
  for (size_t m = 0; m < row_count(&scenario->tables, TABLE_MEASURES); m++)
    check_measure(scenario, m, problems);
}
