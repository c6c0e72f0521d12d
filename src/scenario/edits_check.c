// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/fiscal.h"

#include "scenario/checks.h"
#include "scenario/edits.h"
#include "scenario/place.h"
#include "scenario/rows_settings.h"
#include "scenario/timeline.h"
#include <assert.h>

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
  for (size_t m = 0; m < row_count(&scenario->tables, TABLE_MEASURES); m++)
    check_measure(scenario, m, problems);
}
