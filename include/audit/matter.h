// SPDX-License-Identifier: GPL-3.0-or-later
// Which numbers of the scenario may matter to a unit or a measure at all, by the rows they stand in.
#ifndef ROTACOST_AUDIT_MATTER_H
#define ROTACOST_AUDIT_MATTER_H

#include "scenario/vary.h"

struct reach { // of a measure, found once for all numbers
  const struct scenario *scenario;
  size_t measure;
  const size_t *first; // [units] the first of the units solved with it
  const bool *touched; // [units] by the measure, alone or with those solved with it
};

// Memory: arena. The scenario must live as long.
struct reach reach_of(struct arena *arena, const struct scenario *scenario, size_t measure);
// To a unit, one of those solved with it included. Edits may matter to every unit.
bool number_matters_in(const struct reach *reach, const struct varied_cell *cell, size_t unit);
// To the measure: its own edits and amounts, and what matters to a unit that it touches.
bool number_matters(const struct reach *reach, const struct varied_cell *cell);
// Edits and amounts are of one measure: is the row this one's?
bool number_is_own(const struct scenario *scenario, size_t measure, const struct varied_cell *cell);

#endif
