// SPDX-License-Identifier: GPL-3.0-or-later
// Shared by reading and printing of cells: internal to scenario/cells.h.
#ifndef ROTACOST_SCENARIO_CELLS_PARTS_H
#define ROTACOST_SCENARIO_CELLS_PARTS_H

#include "scenario/cells.h"

enum { PERCENT_DIGITS = 6, KR_DIGITS = 2 }; // decimals that are kept

// Decimals kept for kroner of the column, in the unit they are written in.
int cell_kr_digits(const struct cell_reader *reader, const struct column *column);
// Does the scenario write a saving of the column with a minus?
bool cell_has_minus(const struct cell_reader *reader, const struct column *column);
// The code of row i of a table that others refer to is in its first column.
const char *cell_row_code(const struct tables *tables, enum table_id id, size_t i);

#endif
