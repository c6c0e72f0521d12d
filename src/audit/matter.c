// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/matter.h"

#include <assert.h>

#include "scenario/rows_people.h"
#include "scenario/shared.h"
#include "scenario/timeline.h"
#include "scenario/touches.h"

// Do people of the category belong to the unit, or could they be hired there?
static bool category_in_unit(const struct tables *tables, int64_t category, size_t unit) {
  assert(unit < tables->list[TABLE_UNITS].count);
  for (size_t g = 0; g < row_count(tables, TABLE_GROUPS); g++)
    if (group_rows(tables)[g].unit == (int64_t)unit && group_rows(tables)[g].category == category)
      return true;
  for (size_t s = 0; s < row_count(tables, TABLE_SOURCES); s++) {
    const struct source_row *source = &source_rows(tables)[s];
    if ((source->unit == NOT_GIVEN || source->unit == (int64_t)unit) && source->category == category)
      return true;
  }
  return false;
}

static bool matters_alone(const struct tables *tables, const struct varied_cell *cell, size_t unit) {
  assert(unit < tables->list[TABLE_UNITS].count);
  if (cell->table == TABLE_EDITS)
    return true;
  if (cell->table == TABLE_AMOUNTS || !row_touches_unit(tables, cell->table, cell->row, unit))
    return false;
  const struct column *category = category_of_table(cell->table);
  if (!category)
    return true;
  int64_t of = cell_of_row(category, row_at(tables, cell->table, cell->row)).number;
  return of == NOT_GIVEN || category_in_unit(tables, of, unit);
}

bool number_matters_in(const struct scenario *scenario, const struct varied_cell *cell, size_t unit) {
  assert(unit < scenario->tables.list[TABLE_UNITS].count);
  struct arena *passing = arena_new();
  size_t *units = arena_array(passing, row_count(&scenario->tables, TABLE_UNITS), sizeof *units);
  size_t count = units_solved_with(scenario, unit, units);
  bool any = false;
  for (size_t i = 0; i < count && !any; i++)
    any = matters_alone(&scenario->tables, cell, units[i]);
  arena_free(passing);
  return any;
}

bool number_is_own(const struct scenario *scenario, size_t measure, const struct varied_cell *cell) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  const struct row *row = row_at(&scenario->tables, cell->table, cell->row);
  if (cell->table == TABLE_EDITS)
    return ((const struct edit_row *)(const void *)row)->measure == (int64_t)measure;
  return cell->table == TABLE_AMOUNTS && ((const struct amount_row *)(const void *)row)->measure == (int64_t)measure;
}

bool number_matters(const struct scenario *scenario, size_t measure, const struct varied_cell *cell) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  if (cell->table == TABLE_EDITS || cell->table == TABLE_AMOUNTS)
    return number_is_own(scenario, measure, cell);
  for (size_t unit = 0; unit < row_count(&scenario->tables, TABLE_UNITS); unit++)
    if (matters_alone(&scenario->tables, cell, unit) && measure_touches_solved(scenario, measure, unit))
      return true;
  return false;
}
