// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/touches.h"

#include <assert.h>
#include <string.h>

#include "scenario/cells.h"
#include "scenario/edits.h"
#include "scenario/rows_children.h"
#include "scenario/rows_people.h"
#include "scenario/shared.h"

static const struct column *unit_column(enum table_id id) {
  const struct table *table = table_of(id);
  for (size_t c = 0; c < table->column_count; c++)
    if (table->columns[c].kind == CELL_REFERENCE && table->columns[c].refers_to == TABLE_UNITS)
      return &table->columns[c];
  return NULL;
}

static bool has_place(const struct tables *tables, size_t unit, int64_t place) {
  assert(unit < tables->list[TABLE_UNITS].count);
  for (size_t i = 0; i < row_count(tables, TABLE_CHILDREN); i++)
    if (children_rows(tables)[i].unit == (int64_t)unit && children_rows(tables)[i].place == place)
      return true;
  return false;
}

// A table without a unit (pay, rates, supplements, categories) applies to all.
bool row_touches_unit(const struct tables *tables, enum table_id id, size_t i, size_t unit) {
  assert(unit < tables->list[TABLE_UNITS].count);
  const struct unit_row *row = &unit_rows(tables)[unit];
  const struct column *column = unit_column(id);
  int64_t of = column ? cell_of_row(column, row_at(tables, id, i)).number : NOT_GIVEN;
  switch (id) {
  case TABLE_UNITS:
    return i == unit;
  case TABLE_GROUPS:
    return group_belongs_to(tables, &group_rows(tables)[i], (int64_t)unit);
  case TABLE_RATIOS:
    return row->ratio && !strcmp(row->ratio, ratio_rows(tables)[i].rule);
  case TABLE_PLACES:
    return has_place(tables, unit, (int64_t)i);
  case TABLE_ATTENDANCE:
    return has_place(tables, unit, attendance_rows(tables)[i].place);
  case TABLE_TERMS:
    if (term_rows(tables)[i].area && (!row->area || strcmp(term_rows(tables)[i].area, row->area)))
      return false;
    break;
  default:
    break;
  }
  return of == (int64_t)unit || of == NOT_GIVEN;
}

static bool plan_touches_unit(const struct scenario *scenario, const struct edit_plan *plan, size_t unit) {
  assert(unit < scenario->tables.list[TABLE_UNITS].count);
  if (plan_shares(plan) && codes_hold(plan->value.text, unit_rows(&scenario->tables)[unit].unit))
    return true;
  for (size_t i = 0; i < plan->row_count; i++)
    if (row_touches_unit(&scenario->tables, plan->table, plan->rows[i], unit))
      return true;
  return false;
}

// Units whose children are in the unit, or move there by this edit: what changes there changes here.
static bool pools_into(const struct scenario *scenario, const struct edit_plan *plan, size_t from, size_t unit) {
  assert(unit < scenario->tables.list[TABLE_UNITS].count);
  const struct unit_row *rows = unit_rows(&scenario->tables);
  if (rows[from].pool && !strcmp(rows[from].pool, rows[unit].unit))
    return true;
  bool moved = plan->table == TABLE_UNITS && !strcmp(plan->column->name, "pool") && plan->value.text;
  return moved && !strcmp(plan->value.text, rows[unit].unit) && plan_touches_unit(scenario, plan, from);
}

static bool plan_reaches_unit(const struct scenario *scenario, const struct edit_plan *plan, size_t unit) {
  assert(unit < scenario->tables.list[TABLE_UNITS].count);
  if (plan_touches_unit(scenario, plan, unit))
    return true;
  for (size_t from = 0; from < row_count(&scenario->tables, TABLE_UNITS); from++)
    if (pools_into(scenario, plan, from, unit) && plan_touches_unit(scenario, plan, from))
      return true;
  return false;
}

bool measure_touches_unit(const struct scenario *scenario, size_t measure, size_t unit) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  assert(unit < scenario->tables.list[TABLE_UNITS].count);
  struct arena *passing = arena_new(); // called often: its memory must not accumulate in the scenario's arena
  bool touches = false;
  for (size_t i = 0; i < row_count(&scenario->tables, TABLE_EDITS) && !touches; i++) {
    if (edit_rows(&scenario->tables)[i].measure != (int64_t)measure)
      continue;
    const struct edit_plan *plan = edit_plan_of(passing, scenario, i);
    touches = plan && plan_reaches_unit(scenario, plan, unit);
  }
  arena_free(passing);
  return touches;
}

bool measure_touches_solved(const struct scenario *scenario, size_t measure, size_t unit) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  assert(unit < scenario->tables.list[TABLE_UNITS].count);
  struct arena *passing = arena_new();
  size_t *units = arena_array(passing, row_count(&scenario->tables, TABLE_UNITS), sizeof *units);
  size_t count = units_solved_with(scenario, unit, units);
  bool touches = false;
  for (size_t i = 0; i < count && !touches; i++)
    touches = measure_touches_unit(scenario, measure, units[i]);
  arena_free(passing);
  return touches;
}
