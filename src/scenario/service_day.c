// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/service_day.h"

#include <assert.h>

#include "scenario/rows_people.h"

static void keep_earliest(int64_t *earliest, int64_t start_min) {
  if (*earliest == NOT_GIVEN || start_min < *earliest)
    *earliest = start_min;
}

int64_t unit_day_starts(const struct tables *tables, size_t unit) {
  assert(unit < tables->list[TABLE_UNITS].count);
  int64_t starts = unit_rows(tables)[unit].day_starts_min;
  if (starts != NOT_GIVEN)
    return starts;
  for (size_t i = 0; i < row_count(tables, TABLE_SHIFTS); i++)
    if (shift_rows(tables)[i].unit == (int64_t)unit)
      keep_earliest(&starts, shift_rows(tables)[i].start_min);
  if (starts != NOT_GIVEN)
    return starts;
  for (size_t i = 0; i < row_count(tables, TABLE_NEED); i++)
    if (need_rows(tables)[i].unit == (int64_t)unit)
      keep_earliest(&starts, need_rows(tables)[i].start_min);
  if (starts != NOT_GIVEN)
    return starts;
  for (size_t i = 0; i < row_count(tables, TABLE_NORM); i++)
    if (norm_rows(tables)[i].unit == (int64_t)unit)
      keep_earliest(&starts, norm_rows(tables)[i].start_min);
  return starts == NOT_GIVEN ? 0 : starts;
}
