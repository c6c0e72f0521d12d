// SPDX-License-Identifier: GPL-3.0-or-later
// A council paper's table from another file format (CSV, .ods) as a workbook, every cell with its value in its place,
// and verdicts in columns after the table. An .xlsx is extended in place (text/spreadsheet_add.h).
#ifndef ROTACOST_BOOK_BACK_BOOK_H
#define ROTACOST_BOOK_BACK_BOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "text/grid.h"

enum { BACK_COLUMNS = 4 };                  // verdict, kept, adjusted, sentence
extern const int back_widths[BACK_COLUMNS]; // in letters

struct back_row {
  int row;
  bool head;                       // of the columns
  const char *texts[BACK_COLUMNS]; // NULL: the number
  int64_t kr[BACK_COLUMNS];        // INT64_MIN: nothing
};

// `table`: the sheet with the verdicts, from column `first` on. NULL, or what went wrong. `path` must not exist yet.
const char *back_book_write(struct arena *arena, struct grid *const *sheets, size_t sheet_count,
                            const struct grid *table, int first, const struct back_row *rows, size_t row_count,
                            const char *path);

#endif
