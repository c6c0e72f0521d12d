// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/vary.h"

#include <assert.h>
#include <string.h>

#include "base/fixed.h"
#include "scenario/edits.h"
#include "scenario/joined.h"

enum { FACTOR_ONE = 1000000, FACTOR_DIGITS = 6 };

const struct column *column_named(enum table_id table, const char *name) {
  const struct table *of = table_of(table);
  for (size_t c = 0; c < of->column_count; c++)
    if (strcmp(of->columns[c].name, name) == 0)
      return &of->columns[c];
  assert(!"a column of this name");
  return NULL;
}

const char *choice_word(enum table_id table, const char *column, int64_t value) {
  const struct column *of = column_named(table, column);
  assert(of && of->kind == CELL_CHOICE && value >= 0);
  return of->choices[value].word;
}

const struct column *category_of_table(enum table_id table) {
  const struct table *of = table_of(table);
  for (size_t c = 0; c < of->column_count; c++)
    if (strcmp(of->columns[c].name, "category") == 0 && of->columns[c].kind == CELL_REFERENCE)
      return &of->columns[c];
  return NULL;
}

static void copy_table(struct arena *arena, struct rows *rows) {
  char *items = arena_array(arena, rows->count, rows->size);
  if (rows->count)
    memcpy(items, rows->items, rows->count * rows->size);
  rows->items = items;
  rows->room = rows->count;
}

struct scenario *scenario_vary(struct arena *arena, const struct scenario *scenario, const struct varied_cell *cells,
                               size_t count) {
  struct scenario *varied = arena_alloc(arena, sizeof *varied);
  *varied = *scenario;
  varied->arena = arena;
  for (size_t i = 0; i < count; i++) {
    struct rows *rows = &varied->tables.list[cells[i].table];
    if (rows->items == scenario->tables.list[cells[i].table].items)
      copy_table(arena, rows);
    cell_store(cells[i].column, rows->items + cells[i].row * rows->size, cells[i].cell);
  }
  joined_follow(arena, &scenario->tables, &varied->tables);
  return varied;
}

static bool is_quantity(const struct column *column) {
  return column->kind == CELL_INTEGER || column->kind == CELL_DECIMAL || column->kind == CELL_KR ||
         column->kind == CELL_PERCENT || column->kind == CELL_HOURS;
}

// Numbers that only order or limit, and measure nothing.
static bool is_doubtful(const struct column *column) {
  static const char *const others[] = {
      "priority",  "level",          "adjust_min_percent", "adjust_max_percent", "adjust_step_heads",
      "up_to",     "shift_grid_min", "shortest_shift_h",   "longest_shift_h",    "year",
      "pupils",    "decision_date",  "consultation_days",  "notice_months",      "service_years",
      "age_years", "rota_weeks"};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (strcmp(column->name, others[i]) == 0)
      return false;
  return !column->key && is_quantity(column);
}

// The edit with its texts parsed; NULL where it changes no quantity.
static const struct edit_plan *quantity_edit(struct arena *arena, const struct scenario *scenario, size_t row) {
  const struct edit_plan *plan = edit_plan_of(arena, scenario, row);
  return plan && is_doubtful(plan->column) ? plan : NULL;
}

bool cell_may_vary(struct arena *arena, const struct scenario *scenario, enum table_id table, size_t row,
                   const struct column *column) {
  if (table == TABLE_EDITS) {
    const struct edit_plan *plan = strcmp(column->name, "value") == 0 ? quantity_edit(arena, scenario, row) : NULL;
    return plan && plan->value.number && plan->value.number != NOT_GIVEN;
  }
  int64_t number = is_doubtful(column) ? cell_of_row(column, row_at(&scenario->tables, table, row)).number : 0;
  return number && number != NOT_GIVEN;
}

static struct cell_reader reader_of(struct arena *arena, const struct scenario *scenario) {
  return (struct cell_reader){.arena = arena, .tables = &scenario->tables, .decimal = scenario->decimal};
}

static bool number_scaled(int64_t number, int64_t factor_e6, int64_t *scaled) {
  int128 product = (int128)number * factor_e6;
  if (product >= (int128)INT64_MAX * FACTOR_ONE || product <= -(int128)INT64_MAX * FACTOR_ONE)
    return false;
  *scaled = fixed_divide(product, FACTOR_ONE);
  return *scaled != number;
}

// The new text of an edit; a factor has more decimals than any column except percent.
static const char *edit_text(const struct cell_reader *reader, const struct edit_plan *plan, int64_t number) {
  static const struct column factor = {.name = "value", .kind = CELL_DECIMAL, .digits = FACTOR_DIGITS};
  const struct column *column = plan->change == CHANGE_MULTIPLY ? &factor : plan->column;
  return cell_print(reader, column, (struct cell){.number = number});
}

static bool edit_scaled(struct arena *arena, const struct scenario *scenario, size_t row, int64_t factor_e6,
                        struct cell *cell) {
  const struct edit_plan *plan = quantity_edit(arena, scenario, row);
  struct cell_reader reader = reader_of(arena, scenario);
  int64_t number;
  if (!plan || !number_scaled(plan->value.number, factor_e6, &number))
    return false;
  cell->text = edit_text(&reader, plan, number);
  // a text that cannot be parsed, or a value that the rows it changes cannot take
  struct edit_row edit = edit_rows(&scenario->tables)[row];
  edit.value = cell->text;
  const struct edit_plan *varied = edit_resolve(arena, scenario, &edit, problems_new(arena));
  if (!varied)
    return false;
  struct rows rows = scenario->tables.list[varied->table];
  copy_table(arena, &rows);
  return !edit_apply(arena, scenario, varied, &rows);
}

bool cell_scaled(struct arena *arena, const struct scenario *scenario, enum table_id table, size_t row,
                 const struct column *column, int64_t factor_e6, struct varied_cell *cell) {
  *cell = (struct varied_cell){.table = table, .row = row, .column = column};
  if (table == TABLE_EDITS)
    return edit_scaled(arena, scenario, row, factor_e6, &cell->cell);
  struct cell_reader reader = reader_of(arena, scenario);
  int64_t number = cell_of_row(column, row_at(&scenario->tables, table, row)).number;
  return number_scaled(number, factor_e6, &cell->cell.number) && !cell_check_range(&reader, column, cell->cell.number);
}

const char *varied_text(struct arena *arena, const struct scenario *scenario, const struct varied_cell *cell) {
  struct cell_reader reader = reader_of(arena, scenario);
  if (cell->table != TABLE_EDITS)
    return cell_print(&reader, cell->column,
                      cell_of_row(cell->column, row_at(&scenario->tables, cell->table, cell->row)));
  const struct edit_row *edit = &edit_rows(&scenario->tables)[cell->row];
  return arena_printf(arena, "%s %s", choice_word(TABLE_EDITS, "change", edit->change), edit->value);
}

const char *varied_unit(struct arena *arena, const struct scenario *scenario, const struct varied_cell *cell) {
  if (cell->table == TABLE_RATES)
    return rate_meaning_of((enum rate_id)rate_rows(&scenario->tables)[cell->row].rate)->unit;
  if (cell->table != TABLE_EDITS)
    return cell->column->unit;
  const struct edit_plan *plan = quantity_edit(arena, scenario, cell->row);
  bool factor = !plan || plan->change == CHANGE_MULTIPLY;
  return factor ? "" : plan->column->unit;
}
