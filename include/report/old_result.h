// SPDX-License-Identifier: GPL-3.0-or-later
// A result of `rotacost run` read back from its folder: its scenario, and its tables as they were written. Only results
// that are complete, unchanged since, and of this version are read, so that every column has its expected place.
#ifndef ROTACOST_REPORT_OLD_RESULT_H
#define ROTACOST_REPORT_OLD_RESULT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/language.h"
#include "report/csv.h"

struct old_result {
  const char *path;       // as the user named it
  const char *name;       // unique among the results
  const char *title;      // of the scenario
  const char *country;    // whose law applies, in the language in force when printed; "Norway"
  int64_t price_day;      // day_number; FIELD_BLANK: none
  enum language language; // of its texts
  struct csv_dialect dialect;
  const char *const *tables; // written, closed by NULL
  const char *inputs;        // its input files and their hashes: the same text means the same scenario
};

// NULL and *why, in words without a full stop. `version`: of this program. Memory: arena.
const struct old_result *old_result_open(struct arena *arena, const char *path, const char *name, const char *version,
                                         const char **why);

struct old_table;
// NULL where the result has no table of that name; where it cannot be read, *why is set as well.
const struct old_table *old_result_table(struct arena *arena, const struct old_result *result, const char *name,
                                         const char **why);
size_t old_rows(const struct old_table *table); // NULL: 0
// "" where the cell is blank or the table has no such column. An apostrophe that protects a text from spreadsheets is
// removed.
const char *old_text(const struct old_table *table, size_t row, const char *column);
// times 10^digits; FIELD_BLANK where it is blank, not such a number, or there is no such column.
int64_t old_number(const struct old_table *table, size_t row, const char *column, int digits);

#endif
