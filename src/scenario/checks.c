// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/checks.h"
#include "base/fixed.h"
#include "scenario/rows_people.h"
#include "scenario/store.h"

#include <assert.h>
#include <string.h>

#include "scenario/cells.h"
#include "scenario/norwegian.h"

static const struct check *const lists[] = {
    checks_of_need, // before all checks that read the numbers of persons
    checks_of_dates,    checks_of_shifts,        checks_of_windows,   checks_of_units,    checks_of_rota,
    checks_of_absence,  checks_of_sick_children, checks_of_sources,   checks_of_design,   checks_of_pay,
    checks_of_children, checks_of_accounts,      checks_of_usual,     checks_of_calendar, checks_of_use,
    checks_of_measures, checks_of_shared,        checks_of_base_rota, checks_of_codes};

static bool is_broken(const struct checking *checking, enum table_id id) {
  return checking->broken && checking->broken[id];
}

static bool can_run(const struct checking *checking, const struct check *check) {
  for (int t = 0; t < TABLE_COUNT; t++)
    if (is_broken(checking, (enum table_id)t) && (check->tables_needed & NEEDS(t)))
      return false;
  return true;
}

void checks_run(const struct checking *checking) {
  for (size_t l = 0; l < sizeof lists / sizeof *lists; l++)
    for (const struct check *check = lists[l]; check->run; check++)
      if (can_run(checking, check))
        check->run(checking);
}

// ---------------------------------------------------------------- rows

static size_t good_rows(const struct checking *checking, enum table_id id) {
  return is_broken(checking, id) ? 0 : row_count(checking->tables, id);
}

size_t contract_count(const struct checking *checking) {
  return good_rows(checking, TABLE_GROUPS) + good_rows(checking, TABLE_CATALOGUE);
}

const struct group_row *contract_at(const struct checking *checking, size_t i) {
  size_t groups = good_rows(checking, TABLE_GROUPS);
  return i < groups ? &group_rows(checking->tables)[i] : &catalogue_rows(checking->tables)[i - groups];
}

int64_t contract_week_e8(const struct tables *tables, const struct group_row *contract) {
  int64_t full_time_min = contract->full_time_min;
  if (full_time_min == NOT_GIVEN)
    full_time_min = category_rows(tables)[contract->category].full_time_min;
  return full_time_min * contract->position_e8;
}

// ---------------------------------------------------------------- places and texts of problems

struct place table_place(const struct checking *checking, enum table_id id, const char *column) {
  const char *file = row_count(checking->tables, id) ? row_at(checking->tables, id, 0)->file
                                                     : store_place(checking->arena, checking->folder, id);
  return (struct place){.file = file, .column = column};
}

static struct cell_reader reader_of(const struct checking *checking) {
  return (struct cell_reader){.arena = checking->arena,
                              .tables = checking->tables,
                              .decimal = checking->decimal,
                              .claims = claims_dialect_of(settings_of(checking->tables))};
}

const char *cell_in(const struct checking *checking, enum table_id id, const void *row, const char *name) {
  struct cell_reader reader = reader_of(checking);
  const struct table *table = table_of(id);
  const struct column *column = table->columns;
  while (column < table->columns + table->column_count && strcmp(column->name, name) != 0)
    column++;
  assert(column < table->columns + table->column_count);
  return own_cell(checking->arena, column, cell_print(&reader, column, cell_of_row(column, row)));
}

const char *number_in(const struct checking *checking, const struct column *column, int64_t number) {
  struct cell_reader reader = reader_of(checking);
  return cell_print(&reader, column, (struct cell){.number = number});
}

const char *range_in(const struct checking *checking, const struct column *column) {
  struct cell_reader reader = reader_of(checking);
  return column_range_print(&reader, column);
}

static const char *print_as(const struct checking *checking, struct column column, int64_t number) {
  struct cell_reader reader = reader_of(checking);
  return cell_print(&reader, &column, (struct cell){.number = number});
}

const char *clock_print(const struct checking *checking, int64_t minutes) {
  return print_as(checking, (struct column){.kind = CELL_CLOCK}, minutes);
}

const char *date_print(const struct checking *checking, int64_t day) {
  return print_as(checking, (struct column){.kind = CELL_DATE}, day);
}

const char *number_print(const struct checking *checking, int64_t number, int digits) {
  return print_as(checking, (struct column){.kind = CELL_DECIMAL, .digits = digits}, number);
}

const char *hours_print(const struct checking *checking, int64_t minutes_e8) {
  return number_print(checking, fixed_divide((int128)minutes_e8 * 100, 60 * ONE_E8), 2);
}

const char *share_print(const struct checking *checking, int64_t share_e8) {
  return number_print(checking, fixed_divide(share_e8, ONE_E8 / 10000), 2);
}
