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

struct reach reach_of(struct arena *arena, const struct scenario *scenario, size_t measure) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  size_t units = row_count(&scenario->tables, TABLE_UNITS);
  size_t *first = arena_array(arena, units, sizeof *first);
  bool *touched = arena_array(arena, units, sizeof *touched);
  units_join(scenario, first);
  for (size_t u = 0; u < units; u++)
    if (measure_touches_unit(scenario, measure, u))
      touched[first[u]] = true;
  for (size_t u = 0; u < units; u++)
    touched[u] = touched[first[u]];
  return (struct reach){scenario, measure, first, touched};
}

bool number_matters_in(const struct reach *reach, const struct varied_cell *cell, size_t unit) {
  const struct tables *tables = &reach->scenario->tables;
  assert(unit < row_count(tables, TABLE_UNITS));
  for (size_t u = 0; u < row_count(tables, TABLE_UNITS); u++)
    if (reach->first[u] == reach->first[unit] && matters_alone(tables, cell, u))
      return true;
  return false;
}

bool number_is_own(const struct scenario *scenario, size_t measure, const struct varied_cell *cell) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  const struct row *row = row_at(&scenario->tables, cell->table, cell->row);
  if (cell->table == TABLE_EDITS)
    return ((const struct edit_row *)(const void *)row)->measure == (int64_t)measure;
  return cell->table == TABLE_AMOUNTS && ((const struct amount_row *)(const void *)row)->measure == (int64_t)measure;
}

bool number_matters(const struct reach *reach, const struct varied_cell *cell) {
  const struct tables *tables = &reach->scenario->tables;
  if (cell->table == TABLE_EDITS || cell->table == TABLE_AMOUNTS)
    return number_is_own(reach->scenario, reach->measure, cell);
  for (size_t unit = 0; unit < row_count(tables, TABLE_UNITS); unit++)
    if (reach->touched[unit] && matters_alone(tables, cell, unit))
      return true;
  return false;
}
