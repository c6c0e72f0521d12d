// SPDX-License-Identifier: GPL-3.0-or-later
// Shifts made for a unit whose need follows from children present, for the model to choose from: all that begin where
// presence may rise and end where it may fall, within the limits of units.csv. The cheapest cover of a need curve needs
// no others, except where a shift reaches its longest or shortest length: therefore shifts of exactly these lengths are
// added, and a grid. They are stored in TABLE_SHIFTS like those of shifts.csv, named by their hours (s0730_1000).
#ifndef ROTACOST_SCENARIO_CANDIDATES_H
#define ROTACOST_SCENARIO_CANDIDATES_H

#include "base/arena.h"
#include "scenario/tables.h"

// For every unit with shortest_shift_h. Adds to TABLE_SHIFTS those not there yet, in order of unit, start and end.
void candidates_add(struct arena *arena, struct tables *tables);

#endif
