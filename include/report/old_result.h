// SPDX-License-Identifier: GPL-3.0-or-later
// A result of `rotacost run` read back from its folder: what it is of, and its tables as they were written. Only results that
// are whole, unchanged since, and of this version are read, so that every column is where this version puts it.
#ifndef ROTACOST_REPORT_OLD_RESULT_H
#define ROTACOST_REPORT_OLD_RESULT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/language.h"
#include "report/csv.h"

struct old_result {
  const char *path;       // as it was named
  const char *name;       // told apart from others
  const char *title;      // of the scenario
  const char *country;    // whose law it is under, in the language chosen when it is printed; "Norway"
  int64_t price_day;      // day_number; FIELD_BLANK: none
  enum language language; // of its texts
  struct csv_dialect dialect;
  const char *const *tables; // written, closed by NULL
  const char *inputs;        // its input files and their hashes: the same text is the same scenario
};

// NULL and *why, in words without a full stop. `version`: of this program. Memory: arena.
const struct old_result *old_result_open(struct arena *arena, const char *path, const char *name, const char *version,
                                         const char **why);

struct old_table;
// NULL where the result has none of that name; where it cannot be read *why is set too.
const struct old_table *old_result_table(struct arena *arena, const struct old_result *result, const char *name,
                                         const char **why);
size_t old_rows(const struct old_table *table); // NULL: 0
// "" where the cell is blank or the table has no such column. An apostrophe that guards a text from spreadsheets is taken away.
const char *old_text(const struct old_table *table, size_t row, const char *column);
// times 10^digits; FIELD_BLANK where it is blank, no such number, or there is no such column.
int64_t old_number(const struct old_table *table, size_t row, const char *column, int digits);

#endif
