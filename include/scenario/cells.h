// SPDX-License-Identifier: GPL-3.0-or-later
// One cell, by the record of its column: parsed from text, printed, compared, checked, stored in a row.
#ifndef ROTACOST_SCENARIO_CELLS_H
#define ROTACOST_SCENARIO_CELLS_H

#include "base/words.h"
#include "scenario/columns.h"

// The value of a cell: `text` for codes and texts (NULL: blank), `number` for everything else.
struct cell {
  int64_t number;
  const char *text;
};

// How claims and amounts are written: the settings claims_in and savings_are. All zero: in kroner, savings positive.
struct claims_dialect {
  int digits; // the unit is 10^digits kroner
  bool minus; // a saving is written with a minus
};
struct claims_dialect claims_dialect_of(const struct settings_row *settings);

// Rows of a table by their code, up to the last lookup.
struct code_index {
  struct word_index *words; // NULL: none yet
  size_t row_count;
};

// The context for reading the text of a cell.
struct cell_reader {
  struct arena *arena;
  const struct tables *tables; // rows that references refer to
  char decimal;
  struct claims_dialect claims; // for columns that follow it
  struct code_index *codes;     // [TABLE_COUNT] while tables only grow, in the same arena; NULL: tables are walked
  const bool *broken; // [TABLE_COUNT] tables with errors: an unknown reference into them is not reported; NULL: none
};

bool column_is_text(const struct column *column);
bool column_is_number(const struct column *column); // can be added to and multiplied

// All functions that return a message return NULL where all is well; the message ends with how to fix it.

// Blanks, fallbacks, ranges, choices and references are checked by the column.
const char *cell_read(const struct cell_reader *reader, const struct column *column, const char *text,
                      struct cell *cell);
// A number in the column's own unit, without a range check; clocks may be negative (an amount to add).
const char *cell_read_amount(const struct cell_reader *reader, const struct column *column, const char *text,
                             int64_t *number);
// Kroner with exactly three digits after the decimal sign, which could be thousands or decimals: the question to ask,
// in the column's unit; NULL where the text is no such number.
const char *cell_ask_thousands(const struct cell_reader *reader, const struct column *column, const char *text);
const char *cell_check_range(const struct cell_reader *reader, const struct column *column, int64_t number);

struct cell cell_of_row(const struct column *column, const void *row);
void cell_store(const struct column *column, void *row, struct cell cell);
bool cells_equal(const struct column *column, struct cell a, struct cell b);
// As a planner would write it, without the unit; "" where blank.
const char *cell_print(const struct cell_reader *reader, const struct column *column, struct cell cell);
// "0 to 100 %", "the years 1901 to 2198"; "" where every value is allowed.
const char *column_range_print(const struct cell_reader *reader, const struct column *column);
// "10 000 000" from "10000000"; numbers of four digits stay as they are.
const char *digits_grouped(struct arena *arena, const char *number);

#endif
