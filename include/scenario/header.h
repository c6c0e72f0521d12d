// SPDX-License-Identifier: GPL-3.0-or-later
// The header line of a sheet against the columns a table knows.
#ifndef ROTACOST_SCENARIO_HEADER_H
#define ROTACOST_SCENARIO_HEADER_H

#include "scenario/columns.h"
#include "text/sheet.h"

enum { NO_CELL = -1 };

// cell_of[c]: index of the cell that holds columns[c], NO_CELL where the sheet does not have it. Adds problems for
// unknown columns, columns given twice and required ones that are missing; false where there is one. A column
// `note` is allowed everywhere.
bool header_map(struct problems *problems, const struct sheet *sheet, const struct column *columns, size_t count,
                int *cell_of);

// The columns of a line of settings.csv, whose table is written down setting by setting.
enum { LINE_SETTING, LINE_VALUE, LINE_SOURCE, LINE_COLUMNS };
extern const struct column line_columns[LINE_COLUMNS];

// Knows a table's header row: two cells at least have names of its columns, or all that hold anything.
struct sheet_header header_of(struct arena *arena, enum table_id id);

#endif
