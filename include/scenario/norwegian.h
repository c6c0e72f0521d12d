// SPDX-License-Identifier: GPL-3.0-or-later
// Columns and settings by their Norwegian names: a scenario may be headed in either language, column by column.
#ifndef ROTACOST_SCENARIO_NORWEGIAN_H
#define ROTACOST_SCENARIO_NORWEGIAN_H

#include "scenario/columns.h"

// Is this what a planner calls the column, in English or Norwegian?
bool column_is_called(const struct column *column, const char *name);
// The Norwegian name of a column of that table ("groups"), as it is documented; NULL where it has none of its own.
const char *norwegian_name(const char *table, const char *column);
// The Norwegian name of a table, as its file or sheet may be called: `grupper`.
const char *norwegian_table(enum table_id id);
// The nearest name in either language, else what is known in the language chosen (scenario/cells.h: words_hint).
// `columns`: English names closed by NULL.
const char *columns_hint(struct arena *arena, const char *table, const char *text, const char *const *columns);

#endif
