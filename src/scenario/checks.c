// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/checks.h"

#include "scenario/cells.h"

static const struct check *const lists[] = {checks_of_dates, checks_of_shifts, checks_of_windows, checks_of_people,
                                            checks_of_pay};

static bool can_run(const struct check *check, const bool *broken) {
  for (int t = 0; broken && t < TABLE_COUNT; t++)
    if (broken[t] && (check->tables_needed & NEEDS(t)))
      return false;
  return true;
}

void checks_run(const struct checking *checking, const bool *broken) {
  for (size_t l = 0; l < sizeof lists / sizeof *lists; l++)
    for (const struct check *check = lists[l]; check->run; check++)
      if (can_run(check, broken))
        check->run(checking);
}

struct place row_place(const struct row *row, const char *column) {
  return (struct place){.file = row->file, .line = row->line, .column = column};
}

static const char *print_as(const struct checking *checking, enum cell_kind kind, int64_t number) {
  struct cell_reader reader = {.arena = checking->arena, .tables = checking->tables, .decimal = checking->decimal};
  struct column column = {.kind = kind};
  return cell_print(&reader, &column, (struct cell){.number = number});
}

const char *clock_print(const struct checking *checking, int64_t minutes) {
  return print_as(checking, CELL_CLOCK, minutes);
}

const char *date_print(const struct checking *checking, int64_t day) { return print_as(checking, CELL_DATE, day); }

static void keep_earliest(int64_t *earliest, int64_t start_min) {
  if (*earliest == NOT_GIVEN || start_min < *earliest)
    *earliest = start_min;
}

int64_t unit_day_starts(const struct tables *tables, size_t unit) {
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
