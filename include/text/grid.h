// SPDX-License-Identifier: GPL-3.0-or-later
// One sheet of a workbook as it was filled in: the cells that are not empty, each with its kind and its text. Numbers
// are written as `0.5`, percentages as `50 %`, dates as 2024-06-01, times as 07:30 (above one day as 36:20).
#ifndef ROTACOST_TEXT_GRID_H
#define ROTACOST_TEXT_GRID_H

#include "text/sheet.h"

struct grid_cell {
  int row, column; // row from 1; column from 0
  enum sheet_kind kind;
  const char *text;
  const char *wrong; // why there is no value, and how to fix it; NULL: there is one
};

struct grid_merge {
  int row, row_last, column, column_last;
};

struct grid {
  struct arena *arena;
  const char *name;
  const char *part;        // of the workbook's archive that holds the sheet; NULL: the part holds several sheets
  bool hidden;             // the sheet itself
  int hidden_rows;         // hidden rows that are not empty
  struct grid_cell *cells; // by row, then column
  size_t count, room;
  struct grid_merge *merges;
  size_t merge_count, merge_room;
  const char *wrong; // why the sheet cannot be read; NULL: it can
};

struct grid *grid_new(struct arena *arena, const char *name, bool hidden);
// Add cells ordered by row, then column. A cell with neither text nor `wrong` is ignored.
void grid_put(struct grid *grid, struct grid_cell cell);
void grid_merge(struct grid *grid, struct grid_merge merge);
// `E7`; row 0: `E`. Memory: arena.
const char *grid_place(struct arena *arena, int row, int column);

// Converts values of typed cells to text.
const char *grid_number(struct arena *arena, double value);
const char *grid_percent(struct arena *arena, double share);
const char *grid_date(struct arena *arena, double days_since_1970); // with the time, unless it is midnight
const char *grid_time(struct arena *arena, double days);

// The rows of a CSV file (sheet_read_plain) as a sheet: a cell gets the number of the line on which its row begins.
// Memory: arena.
struct grid *grid_of_rows(struct arena *arena, const struct sheet *rows, const char *name);

// The sheet as a table, called `file` in messages. The header is the first row that `header` recognises, else the
// first row that is not empty. Left out: empty rows, rows whose first cell starts with #, columns whose header starts
// with #, and empty columns without a header. Cells merged over rows have the same value in each of them. Returns NULL
// and adds problems where the sheet is not a table. Memory: arena.
struct sheet *grid_sheet(struct arena *arena, const struct grid *grid, const char *file,
                         const struct sheet_header *header, struct problems *problems);

#endif
