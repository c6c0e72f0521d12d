// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario with some cells changed, to find out what depends on them. Everything else is shared with the original.
#ifndef ROTACOST_SCENARIO_VARY_H
#define ROTACOST_SCENARIO_VARY_H

#include "scenario/cells.h"
#include "scenario/scenario.h"

struct varied_cell {
  enum table_id table;
  size_t row;
  const struct column *column; // of edits: the column `value`
  struct cell cell;            // the new value
};

// The column of a table by its name. An unknown name is an internal error.
const struct column *column_named(enum table_id table, const char *name);
// The word of a choice, as it stands in the scenario's files. value: its number in a row of the table.
const char *choice_word(enum table_id table, const char *column, int64_t value);
// The column that gives the category of a row of the table; NULL: rows have no category.
const struct column *category_of_table(enum table_id table);

// A copy with these cells; only the tables that hold them are copied. Ranges and rows are not checked. Memory: arena,
// also for what is later computed for the copy.
struct scenario *scenario_vary(struct arena *arena, const struct scenario *scenario, const struct varied_cell *cells,
                               size_t count);

// Is the cell an uncertain number: given, not 0, no date, clock, key or limit of the method? For an edit: the number it
// sets, adds or multiplies by.
bool cell_may_vary(struct arena *arena, const struct scenario *scenario, enum table_id table, size_t row,
                   const struct column *column);
// The cell times the factor (1 000 000: unchanged). False where it leaves its range or does not change after rounding.
bool cell_scaled(struct arena *arena, const struct scenario *scenario, enum table_id table, size_t row,
                 const struct column *column, int64_t factor_e6, struct varied_cell *cell);
// The cell's meaning and its unit, as a planner would write it; for an edit also what it changes.
const char *varied_text(struct arena *arena, const struct scenario *scenario, const struct varied_cell *cell);
const char *varied_unit(struct arena *arena, const struct scenario *scenario, const struct varied_cell *cell);

#endif
