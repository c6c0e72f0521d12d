// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/absence_row.h"

static bool names(int64_t named, int64_t asked) { return named == NOT_GIVEN || named == asked; }

static int closeness(const struct absence_row *row) {
  return 2 * (row->unit != NOT_GIVEN) + (row->category != NOT_GIVEN);
}

const struct absence_row *absence_row_counting(const struct tables *tables, enum absence_kind kind, int64_t unit,
                                               int64_t category, int week) {
  const struct absence_row *rows = absence_rows(tables), *best = NULL;
  for (size_t i = 0; i < row_count(tables, TABLE_ABSENCE); i++) {
    const struct absence_row *row = &rows[i];
    if (row->kind != (int64_t)kind || !((uint64_t)row->weeks >> week & 1))
      continue;
    if (!names(row->unit, unit) || !names(row->category, category))
      continue;
    if (!best || closeness(row) > closeness(best))
      best = row;
  }
  return best;
}

const struct absence_row *absence_counting(const struct tables *tables, enum absence_kind kind,
                                           const struct group_row *people, int week) {
  return absence_row_counting(tables, kind, people->unit, people->category, week);
}
