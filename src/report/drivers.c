// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/drivers.h"

#include "base/language.h"
#include "report/assumptions.h"
#include "report/format.h"
#include "scenario/called.h"

static const struct field_column driver_columns[] = {
    {"measure", FIELD_CODE, 0},      {"year", FIELD_YEAR, 0},
    {"drawn_for", FIELD_CODE, 0},    {"positions", FIELD_CODE, 0},
    {"driver", FIELD_CODE, 0},       {"rank", FIELD_INTEGER, 0},
    {"tie", FIELD_CODE, 0},          {"file", FIELD_CODE, 0},
    {"file_line", FIELD_INTEGER, 0}, {"row", FIELD_TEXT, 0},
    {"column", FIELD_CODE, 0},       {"value_now", FIELD_TEXT, 0},
    {"drawn_low", FIELD_TEXT, 0},    {"drawn_high", FIELD_TEXT, 0},
    {"counted_in", FIELD_CODE, 0},   {"numbers_moved", FIELD_INTEGER, 0},
    {"effect_kr", FIELD_KR, 0},      {"variance_percent", FIELD_DECIMAL, 1},
    {"swing_low_kr", FIELD_KR, 0},   {"swing_high_kr", FIELD_KR, 0},
    {"question", FIELD_TEXT, 0},
};

static void add_input(struct result_table *table, const struct scenario *scenario, const struct driver_line *line) {
  const struct row *row = row_at(&scenario->tables, line->cell.table, line->cell.row);
  result_number(table, line->rank);
  result_text(table, line->tie ? line->tie : "");
  result_text(table, row_table_called(table->arena, row->file));
  result_number(table, row->line);
  result_text(table, row_in_words(table->arena, scenario, &line->cell));
  result_text(table, line->cell.column->name);
  result_text(table, varied_text(table->arena, scenario, &line->cell));
  result_text(table, line->low);
  result_text(table, line->high);
  result_text(table, varied_unit(table->arena, scenario, &line->cell));
  result_number(table, line->cells);
}

static void add_no_input(struct result_table *table) {
  result_number(table, FIELD_BLANK);
  result_text(table, "");
  result_text(table, "");
  result_number(table, FIELD_BLANK);
  for (int blank = 0; blank < 6; blank++) // row to counted_in
    result_text(table, "");
  result_number(table, FIELD_BLANK);
}

static void add_line(struct result_table *table, const struct scenario *scenario, const struct driver_line *line) {
  bool input = line->kind == DRIVER_INPUT;
  result_text(table, measure_rows(&scenario->tables)[line->measure].measure);
  result_number(table, line->year);
  result_text(table, line->full ? "full_year" : "in_year");
  result_text(table, positions_name(line->positions));
  result_text(table, driver_kind_name(line->kind));
  if (input)
    add_input(table, scenario, line);
  else
    add_no_input(table);
  result_number(table, line->effect_ore);
  result_number(table, tenths(100 * line->share));
  result_number(table, line->low_ore);
  result_number(table, line->high_ore);
  result_text(table, input ? question_of_cell(&line->cell) : "");
}

struct result_table *drivers_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "drivers", COLUMNS(driver_columns));
  for (size_t i = 0; i < audit->driver_count; i++)
    add_line(table, audit->scenario, &audit->drivers[i]);
  return table;
}
