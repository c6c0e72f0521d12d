// SPDX-License-Identifier: GPL-3.0-or-later
// Columns, settings, tables and words by their Norwegian names: a scenario may be written in either language, cell by cell.
// Results are the same to the byte: they have the English words.
#ifndef ROTACOST_SCENARIO_NORWEGIAN_H
#define ROTACOST_SCENARIO_NORWEGIAN_H

#include "base/arena.h"
#include "scenario/columns.h"

// Is this what a planner calls the column, in English or Norwegian?
bool column_is_called(const struct column *column, const char *name);
// The Norwegian name of a column of that table ("groups"), as it is documented; NULL where it has none of its own.
const char *norwegian_name(const char *table, const char *column);
// The Norwegian name of a table, as its file or sheet may be called: `grupper`.
const char *norwegian_table(enum table_id id);
// Is this what a planner calls the table, in English or Norwegian?
bool table_is_called(enum table_id id, const char *name);
// The nearest name in either language, else what is known in the language chosen (scenario/cells.h: words_hint).
// `columns`: English names closed by NULL.
const char *columns_hint(struct arena *arena, const char *table, const char *text, const char *const *columns);

// The Norwegian word for one of the column's choices; NULL where it is the same.
const char *norwegian_word(const struct column *column, const char *word);
// The word in the language chosen.
const char *own_word(const struct column *column, const char *word);
// Is the text of `length` bytes that choice of the column, in English or Norwegian?
bool word_is_called(const struct column *column, const char *word, const char *text, size_t length);
// As columns_hint, of the choices of a column.
const char *choices_hint(struct arena *arena, const struct column *column, const char *text);

// A cell as it is written in the language chosen: choices, days, weeks, months and the source `assumed`; all else as it is.
const char *own_cell(struct arena *arena, const struct column *column, const char *text);

// What stands for a source where there is none: `assumed` or `antatt`.
bool source_is_assumed(const char *text);

#endif
