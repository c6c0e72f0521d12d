// SPDX-License-Identifier: GPL-3.0-or-later
// One sheet of a workbook as it was filled in: cells that hold something, each with its kind and its text. Numbers are
// written as `0.5`, percentages as `50 %`, dates as 2024-06-01, times as 07:30 (beyond a day as 36:20).
#ifndef ROTACOST_TEXT_GRID_H
#define ROTACOST_TEXT_GRID_H

#include "text/sheet.h"

struct grid_cell {
  int row, column; // from 1; from 0
  enum sheet_kind kind;
  const char *text;
  const char *wrong; // why there is no value, and how to mend it; NULL: there is one
};

struct grid_merge {
  int row, row_last, column, column_last;
};

struct grid {
  struct arena *arena;
  const char *name;
  const char *part;        // of the workbook's archive that holds it; NULL: it shares one
  bool hidden;             // the sheet itself
  int hidden_rows;         // of those that hold something
  struct grid_cell *cells; // by row, then column
  size_t count, room;
  struct grid_merge *merges;
  size_t merge_count, merge_room;
  const char *wrong; // the sheet cannot be read: why; NULL: it can
};

struct grid *grid_new(struct arena *arena, const char *name, bool hidden);
// Cells come by row, then column. One without text, and without `wrong`, holds nothing.
void grid_put(struct grid *grid, struct grid_cell cell);
void grid_merge(struct grid *grid, struct grid_merge merge);
// `E7`; row 0: `E`. Memory: arena.
const char *grid_place(struct arena *arena, int row, int column);

// Values of typed cells as text.
const char *grid_number(struct arena *arena, double value);
const char *grid_percent(struct arena *arena, double share);
const char *grid_date(struct arena *arena, double days_since_1970); // with the time, where it is no midnight
const char *grid_time(struct arena *arena, double days);

// The rows of a CSV file (sheet_read_plain) as a sheet: a cell stands on the line on which its row begins. Memory: arena.
struct grid *grid_of_rows(struct arena *arena, const struct sheet *rows, const char *name);

// The sheet as a table, called `file` in messages: the header is the first row that `header` knows, else the first that holds
// anything. Rows that hold nothing and rows whose first cell starts with # are left out; so are columns whose header starts
// with #, and those without one where they hold nothing. Cells merged over rows hold the same in each of them. NULL and problems added
// where it is no table. Memory: arena.
struct sheet *grid_sheet(struct arena *arena, const struct grid *grid, const char *file,
                         const struct sheet_header *header, struct problems *problems);

#endif
