// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/changes.h"

#include <string.h>

#include "scenario/edits.h"
#include "scenario/vary.h"

enum { VALUES_SHOWN = 3 };

static const struct field_column change_columns[] = {
    {"measure", FIELD_CODE, 0}, {"from", FIELD_DATE, 0},   {"to", FIELD_DATE, 0},      {"table", FIELD_CODE, 0},
    {"where", FIELD_TEXT, 0},   {"column", FIELD_CODE, 0}, {"rows", FIELD_INTEGER, 0}, {"before", FIELD_TEXT, 0},
    {"change", FIELD_CODE, 0},  {"value", FIELD_TEXT, 0},  {"becomes", FIELD_TEXT, 0}, {"source", FIELD_TEXT, 0},
};

static bool is_among(const char *const *values, int count, const char *value) {
  for (int i = 0; i < count; i++)
    if (!strcmp(values[i], value))
      return true;
  return false;
}

// The present values of the rows, each once, in their order; three dots for more than a few.
static const char *values_before(struct arena *arena, const struct scenario *scenario, const struct edit_plan *plan) {
  struct cell_reader reader = {.arena = arena, .tables = &scenario->tables, .decimal = scenario->decimal};
  const char *values[VALUES_SHOWN], *list = "";
  int count = 0;
  for (size_t i = 0; i < plan->row_count; i++) {
    const void *row = row_at(&scenario->tables, plan->table, plan->rows[i]);
    const char *value = cell_print(&reader, plan->column, cell_of_row(plan->column, row));
    if (is_among(values, count, value))
      continue;
    if (count == VALUES_SHOWN)
      return arena_printf(arena, "%s …", list);
    list = arena_printf(arena, "%s%s%s", list, count ? "; " : "", value);
    values[count++] = value;
  }
  return list;
}

static int64_t day_or_blank(int64_t day) { return day == NOT_GIVEN ? FIELD_BLANK : day; }

static void add_place(struct result_table *table, const struct measure_row *measure, int64_t from, int64_t to) {
  result_text(table, measure->measure);
  result_number(table, day_or_blank(from == NOT_GIVEN ? measure->start : from));
  result_number(table, day_or_blank(to));
}

// The new contents of the cells, in words: 5, x 0,85, + 1.
static const char *becomes(struct arena *arena, const struct edit_row *edit) {
  if (edit->change == CHANGE_MULTIPLY)
    return arena_printf(arena, "× %s", edit->value);
  if (edit->change == CHANGE_ADD)
    return *edit->value == '-' ? arena_printf(arena, "−%s", edit->value + 1) : arena_printf(arena, "+%s", edit->value);
  return edit->value;
}

static const char *source_of(const struct row *row) { return row->assumed ? "assumed" : row->source; }

static void add_edit(struct result_table *table, const struct scenario *scenario, size_t i) {
  const struct edit_row *edit = &edit_rows(&scenario->tables)[i];
  const struct edit_plan *plan = edit_plan_of(table->arena, scenario, i);
  add_place(table, &measure_rows(&scenario->tables)[edit->measure], edit->from, edit->to);
  result_text(table, edit->table);
  result_text(table, edit->where);
  result_text(table, edit->column);
  result_number(table, plan ? (int64_t)plan->row_count : FIELD_BLANK);
  result_text(table, plan ? values_before(table->arena, scenario, plan) : "");
  result_text(table, choice_word(TABLE_EDITS, "change", edit->change));
  result_text(table, edit->value);
  result_text(table, edit->value ? becomes(table->arena, edit) : "");
  result_text(table, source_of(&edit->row));
}

static void add_amount(struct result_table *table, const struct scenario *scenario, const struct amount_row *amount) {
  char text[FIELD_NUMBER_BYTES];
  number_text(text, amount->saving_ore_per_year, (struct number_style){2, scenario->decimal, ' '});
  const char *kroner = arena_printf(table->arena, "%s kr", text);
  add_place(table, &measure_rows(&scenario->tables)[amount->measure], amount->from, amount->to);
  result_text(table, "amounts");
  result_text(table, choice_word(TABLE_AMOUNTS, "line", amount->line));
  result_text(table, "saving_kr_per_year");
  result_number(table, FIELD_BLANK);
  result_text(table, "");
  result_text(table, choice_word(TABLE_AMOUNTS, "accrual", amount->accrual));
  result_text(table, kroner);
  result_text(table, kroner);
  result_text(table, source_of(&amount->row));
}

struct result_table *changes_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "changes", COLUMNS(change_columns));
  const struct tables *tables = &audit->scenario->tables;
  for (size_t m = 0; m < audit->measure_count; m++) {
    for (size_t i = 0; i < row_count(tables, TABLE_EDITS); i++)
      if (edit_rows(tables)[i].measure == (int64_t)m)
        add_edit(table, audit->scenario, i);
    for (size_t i = 0; i < row_count(tables, TABLE_AMOUNTS); i++)
      if (amount_rows(tables)[i].measure == (int64_t)m)
        add_amount(table, audit->scenario, &amount_rows(tables)[i]);
  }
  return table;
}
