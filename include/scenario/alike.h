// SPDX-License-Identifier: GPL-3.0-or-later
// Units declared like another (column `like` of units.csv): they get copies of its rows of shifts, need, norm, groups,
// absence, catalogue and design, as if these had been written for each, and its values for blank cells of their own row
// of units.csv. A row of the unit's own with the same key replaces the copy. Copies keep the file and line they were
// copied from.
#ifndef ROTACOST_SCENARIO_ALIKE_H
#define ROTACOST_SCENARIO_ALIKE_H

#include "base/arena.h"
#include "base/problems.h"
#include "scenario/columns.h"

// `broken`: [TABLE_COUNT] tables with errors, which are not copied. An error in `like` breaks units.csv.
void alike_add(struct arena *arena, struct tables *tables, bool *broken, struct problems *problems);

// Columns of units.csv in which a blank cell takes the other unit's value; the bit of such a column c is 1 << c.
bool alike_inherits(const struct column *column);

#endif
