// SPDX-License-Identifier: GPL-3.0-or-later
// What a measure changes, row by row of edits.csv and amounts.csv, as text: which cells, from which date, and from
// what to what.
#ifndef ROTACOST_AUDIT_CHANGES_H
#define ROTACOST_AUDIT_CHANGES_H

#include "calendar/date.h"
#include "scenario/scenario.h"

struct change_line {
  const struct row *row;      // of edits.csv or amounts.csv
  day_number from, to;        // DAY_NONE: not decided; permanent
  const char *table, *column; // as edits.csv names them
  const char *where;          // as written, "" for every row; for an amount its line
  size_t row_count;           // number of rows of the table that change
  const char *change;         // "from 2 to 1": the day before and the first day, with all edits of the measure applied
};

// In the order of the files, edits first. Memory: arena.
struct change_line *measure_changes(struct arena *arena, const struct scenario *scenario, size_t measure,
                                    size_t *count);

#endif
