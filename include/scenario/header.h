// SPDX-License-Identifier: GPL-3.0-or-later
// The header line of a sheet, matched with the columns of a table.
#ifndef ROTACOST_SCENARIO_HEADER_H
#define ROTACOST_SCENARIO_HEADER_H

#include "scenario/columns.h"
#include "text/sheet.h"

enum { NO_CELL = -1 };

// cell_of[c]: index of the cell with the name of columns[c], NO_CELL where the sheet does not have it. Adds problems
// for unknown columns, columns given twice and missing required columns; false where there is a problem. A column
// `note` is allowed everywhere.
bool header_map(struct problems *problems, const struct sheet *sheet, const struct column *columns, size_t count,
                int *cell_of);

// The columns of a line of settings.csv, whose table has one setting per line.
enum { LINE_SETTING, LINE_VALUE, LINE_SOURCE, LINE_COLUMNS };
extern const struct column line_columns[LINE_COLUMNS];

// Recognises a table's header row: at least two cells, or all non-empty ones, hold names of its columns.
struct sheet_header header_of(struct arena *arena, enum table_id id);

#endif
