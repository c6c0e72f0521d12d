// SPDX-License-Identifier: GPL-3.0-or-later
// Norwegian names of columns, settings, tables and words: a scenario may be written in either language, cell by cell.
// Results are the same to the byte: they use the English words.
#ifndef ROTACOST_SCENARIO_NORWEGIAN_H
#define ROTACOST_SCENARIO_NORWEGIAN_H

#include "base/arena.h"
#include "scenario/columns.h"

// Is this a name of the column, in English or Norwegian?
bool column_is_called(const struct column *column, const char *name);
// The documented Norwegian name of a column of that table ("groups"); NULL where it has no separate name.
const char *norwegian_name(const char *table, const char *column);
// The Norwegian name of a table, for its file or sheet: `grupper`.
const char *norwegian_table(enum table_id id);
// Is this a name of the table, in English or Norwegian?
bool table_is_called(enum table_id id, const char *name);
// The nearest name in either language, else the known names in the language chosen (scenario/cells.h: words_hint).
// `columns`: English names ended by NULL.
const char *columns_hint(struct arena *arena, const char *table, const char *text, const char *const *columns);

// The Norwegian word for one of the column's choices; NULL where it is the same as the English one.
const char *norwegian_word(const struct column *column, const char *word);
// The word in the language chosen.
const char *own_word(const struct column *column, const char *word);
// Is the text of `length` bytes this choice of the column, in English or Norwegian?
bool word_is_called(const struct column *column, const char *word, const char *text, size_t length);
// Like columns_hint, for the choices of a column.
const char *choices_hint(struct arena *arena, const struct column *column, const char *text);

// A cell written in the language chosen: choices, days, weeks, months and the source `assumed`; everything else
// unchanged.
const char *own_cell(struct arena *arena, const struct column *column, const char *text);

// The word used for a missing source: `assumed` or `antatt`.
bool source_is_assumed(const char *text);

#endif
