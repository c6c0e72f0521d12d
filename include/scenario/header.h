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

#endif
