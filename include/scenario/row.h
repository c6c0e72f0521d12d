// SPDX-License-Identifier: GPL-3.0-or-later
// Common parts of all rows of a scenario. Every cell that is not text is an int64_t in the unit its name gives, so that
// one description (scenario/columns.h) can parse it, document it, compare it and change it by an edit.
#ifndef ROTACOST_SCENARIO_ROW_H
#define ROTACOST_SCENARIO_ROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define NOT_GIVEN INT64_MIN // a blank cell without a default; a blank reference (then: "all")

enum table_id { // in reading order: a table refers only to those above it
  TABLE_SETTINGS,
  TABLE_CATEGORIES,
  TABLE_UNITS,
  TABLE_PAY,
  TABLE_SUPPLEMENTS,
  TABLE_RATES,
  TABLE_SHIFTS,
  TABLE_NEED,
  TABLE_NORM,
  TABLE_GROUPS,
  TABLE_ABSENCE,
  TABLE_REPLACEMENT,
  TABLE_SOURCES,
  TABLE_CATALOGUE,
  TABLE_DESIGN,
  TABLE_MEASURES,
  TABLE_EDITS,
  TABLE_CLAIMS,
  TABLE_AMOUNTS,
  TABLE_ACCOUNTS,
  TABLE_ACCOUNT_MAP,
  TABLE_GENERAL_LEDGER,
  TABLE_BOOK_CHANGES,
  TABLE_RATIOS,
  TABLE_PLACES,
  TABLE_CHILDREN,
  TABLE_ENROLMENT,
  TABLE_ATTENDANCE,
  TABLE_TERMS,
  TABLE_SCHOOLS,
  TABLE_RISKS,
  TABLE_LAW,
  TABLE_ROTA_RULES,
  TABLE_ROTA,
  TABLE_COUNT
};

// The head of every row.
struct row {
  const char *file;
  int line;
  bool assumed;           // source is `assumed`
  const char *source;     // document, or NULL
  const char *low, *high; // range of a number of the row, as written (scenario/ranges.h); NULL: none
  const char *tie;        // cause that rows share; NULL: none
};

// The name of a file without its folders: grupper.csv, or `ward.xlsx: groups`.
static inline const char *row_file_called(const char *file) {
  const char *slash = strrchr(file, '/');
  return slash ? slash + 1 : file;
}

enum { NO, YES };

#endif
