// SPDX-License-Identifier: GPL-3.0-or-later
// Which numbers of the scenario can affect a unit or a measure at all, by the rows that contain them.
#ifndef ROTACOST_AUDIT_MATTER_H
#define ROTACOST_AUDIT_MATTER_H

#include "scenario/vary.h"

struct reach { // of a measure, determined once for all numbers
  const struct scenario *scenario;
  size_t measure;
  const size_t *first; // [units] the first of the units solved with it
  const bool *touched; // [units] by the measure, alone or with those solved with it
};

// Memory: arena. The scenario must live at least as long.
struct reach reach_of(struct arena *arena, const struct scenario *scenario, size_t measure);
// Can the number affect a unit, including those solved with it? Edits may affect every unit.
bool number_matters_in(const struct reach *reach, const struct varied_cell *cell, size_t unit);
// Can the number affect the measure: through its own edits and amounts, or through a unit that it touches?
bool number_matters(const struct reach *reach, const struct varied_cell *cell);
// Edits and amounts belong to one measure: does the row belong to this one?
bool number_is_own(const struct scenario *scenario, size_t measure, const struct varied_cell *cell);

#endif
