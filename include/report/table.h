// SPDX-License-Identifier: GPL-3.0-or-later
// A result as a table: typed columns, rows of values. The module that computes it fills it; one driver per format
// prints it (report/csv.h, report/terminal.h), so that a new table appears everywhere once it is listed.
#ifndef ROTACOST_REPORT_TABLE_H
#define ROTACOST_REPORT_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

enum field_kind {
  FIELD_TEXT, // free text of the user: in CSV a leading = + - @ or tab is neutralised
  FIELD_CODE, // a code of the program or of the user
  FIELD_INTEGER,
  FIELD_KR,      // øre; two decimals in CSV, whole kroner on the terminal
  FIELD_DECIMAL, // times 10^digits
  FIELD_DATE,    // day_number
  FIELD_YEAR,    // fiscal year, printed by its name (calendar/fiscal.h)
};

static inline bool field_is_text(enum field_kind kind) { return kind == FIELD_TEXT || kind == FIELD_CODE; }

#define FIELD_BLANK INT64_MIN // a missing number

struct field_column {
  const char *name; // CSV header
  enum field_kind kind;
  int digits; // for FIELD_DECIMAL
};

union field {
  const char *text; // not owned: lives as long as the arena it came from
  int64_t number;
};

struct result_table {
  struct arena *arena;
  const char *name; // file name without ending
  const struct field_column *columns;
  size_t column_count;
  union field *fields; // row by row
  size_t field_count, room;
};

// For tables whose columns are an array.
#define COLUMNS(LIST) (LIST), sizeof(LIST) / sizeof *(LIST)

struct result_table *result_table_new(struct arena *arena, const char *name, const struct field_column *columns,
                                      size_t column_count);
// Each sets the next field of the current row, which ends when it is full. The kind must be the column's (asserted).
void result_text(struct result_table *table, const char *text); // NULL: blank
void result_number(struct result_table *table, int64_t number);
// For FIELD_DECIMAL fields of one and two digits.
int64_t tenths(double value);
int64_t hundredths(double value);
size_t result_row_count(const struct result_table *table); // complete rows

const struct field_column *result_column(const struct result_table *table, const char *column); // NULL: it has none
// A field of an existing row (asserted); `column`: one of the table's own. Where the column is known at compile time,
// use report/columns.h.
const union field *result_field(const struct result_table *table, size_t row, const struct field_column *column);
// Sets the next field of the current row from the column of the same name in `from`, which must exist and be of that
// kind (asserted).
void result_copy(struct result_table *table, const struct result_table *from, size_t row);

enum { FIELD_NUMBER_BYTES = 48 }; // the longest number with sign, decimals and grouping, with some spare room

// A number as text: `number` / 10^digits with `decimal` and all its digits; `thousands` separates groups of three, NUL:
// none. digits 0-18.
struct number_style {
  int digits;
  char decimal, thousands;
};
void number_text(char out[FIELD_NUMBER_BYTES], int64_t number, struct number_style style);
void date_text(char out[FIELD_NUMBER_BYTES], int64_t day); // ISO 8601

#endif
