// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/assumptions.h"

#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "scenario/called.h"

struct query { // the question to ask an expert, for a number of a table
  enum table_id table;
  const char *column; // NULL: any other
  const char *text;
};

static const struct query queries[] = {
    {TABLE_NEED, "persons", N_("How many people does this window take on these days?")},
    {TABLE_NEED, "hours", N_("How many hours does this window take a day?")},
    {TABLE_NEED, "residents", N_("How many live there?")},
    {TABLE_NEED, "hours_per_resident_day", N_("How many hours does each resident take a day?")},
    {TABLE_GROUPS, "heads", N_("How many people of this kind are employed?")},
    {TABLE_GROUPS, "position_percent", N_("What positions do they have?")},
    {TABLE_GROUPS, "weekend_every", N_("How often do they work weekends?")},
    {TABLE_GROUPS, "weekends_per_year", N_("How many weekends a year do they work?")},
    {TABLE_GROUPS, NULL, N_("What has been agreed with these people?")},
    {TABLE_ABSENCE, NULL, N_("How many of the hours are lost in these weeks?")},
    {TABLE_SOURCES, "hours_per_week", N_("How many of these hours can be had in a week?")},
    {TABLE_SOURCES, "room_percent", N_("How much of the room the law leaves do people accept?")},
    {TABLE_SOURCES, NULL, N_("What does an hour of this source cost?")},
    {TABLE_PAY, NULL, N_("What are these people paid on average?")},
    {TABLE_SUPPLEMENTS, NULL, N_("What is paid for these hours?")},
    {TABLE_RATES, NULL, N_("Which rate applies here?")},
    {TABLE_EDITS, NULL, N_("Does the measure change as much as this?")},
    {TABLE_AMOUNTS, NULL, N_("Is this the amount of a full year?")},
};

const char *question_of_cell(const struct varied_cell *cell) {
  for (size_t i = 0; i < sizeof queries / sizeof *queries; i++)
    if (queries[i].table == cell->table && (!queries[i].column || strcmp(queries[i].column, cell->column->name) == 0))
      return _(queries[i].text);
  return _("Is this number right?");
}

static const struct field_column assumption_columns[] = {
    {"measure", FIELD_CODE, 0},      {"rank", FIELD_INTEGER, 0},    {"file", FIELD_CODE, 0},
    {"file_line", FIELD_INTEGER, 0}, {"row", FIELD_TEXT, 0},        {"column", FIELD_CODE, 0},
    {"value_now", FIELD_TEXT, 0},    {"counted_in", FIELD_CODE, 0}, {"source", FIELD_TEXT, 0},
    {"positions", FIELD_CODE, 0},    {"effect_kr", FIELD_KR, 0},    {"per_10_percent_kr", FIELD_KR, 0},
    {"method", FIELD_CODE, 0},       {"up_kr", FIELD_KR, 0},        {"down_kr", FIELD_KR, 0},
    {"question", FIELD_TEXT, 0},
};

const char *row_in_words(struct arena *arena, const struct scenario *scenario, const struct varied_cell *cell) {
  const void *row = row_at(&scenario->tables, cell->table, cell->row);
  if (cell->table == TABLE_EDITS) {
    const struct edit_row *edit = row;
    return arena_printf(arena, "%s%s%s %s", edit->table, edit->where ? " " : "", edit->where ? edit->where : "",
                        edit->column);
  }
  struct cell_reader reader = {.arena = arena, .tables = &scenario->tables, .decimal = scenario->decimal};
  const struct table *table = table_of(cell->table);
  const char *words = "";
  for (size_t c = 0; c < table->column_count; c++) {
    const struct column *column = &table->columns[c];
    const char *text = column->key ? cell_print(&reader, column, cell_of_row(column, row)) : "";
    const char *quote = strchr(text, ' ') ? "'" : "";
    if (*text)
      words = arena_printf(arena, "%s%s%s=%s%s%s", words, *words ? " " : "", column->name, quote, text, quote);
  }
  return words;
}

static void add_item(struct result_table *table, const struct scenario *scenario, const struct assumption *item) {
  const struct row *row = row_at(&scenario->tables, item->cell.table, item->cell.row);
  bool asked = item->method != ASSUMPTION_NOT_ASKED;
  result_text(table, measure_rows(&scenario->tables)[item->measure].measure);
  result_number(table, asked ? item->rank : FIELD_BLANK);
  result_text(table, row_table_called(table->arena, row->file));
  result_number(table, row->line);
  result_text(table, row_in_words(table->arena, scenario, &item->cell));
  result_text(table, item->cell.column->name);
  result_text(table, varied_text(table->arena, scenario, &item->cell));
  result_text(table, varied_unit(table->arena, scenario, &item->cell));
  result_text(table, row->source);
  result_text(table, positions_name(item->positions));
  result_number(table, item->effect_ore);
  result_number(table, asked ? item->per_10_percent_ore : FIELD_BLANK);
  result_text(table, assumption_method_name(item->method));
  result_number(table, item->up_ore);
  result_number(table, item->down_ore);
  result_text(table, question_of_cell(&item->cell));
}

struct result_table *assumptions_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "assumptions", COLUMNS(assumption_columns));
  for (size_t i = 0; i < audit->assumptions->count; i++)
    add_item(table, audit->scenario, &audit->assumptions->items[i]);
  return table;
}

// ---------------------------------------------------------------- the reverse question

static const struct field_column reverse_columns[] = {
    {"measure", FIELD_CODE, 0},   {"year", FIELD_YEAR, 0},         {"claimed_basis", FIELD_CODE, 0},
    {"positions", FIELD_CODE, 0}, {"varied", FIELD_CODE, 0},       {"counted_in", FIELD_CODE, 0},
    {"value_now", FIELD_TEXT, 0}, {"value_needed", FIELD_TEXT, 0}, {"effect_kr", FIELD_KR, 0},
    {"claimed_kr", FIELD_KR, 0},  {"finding", FIELD_CODE, 0},      {"reason", FIELD_TEXT, 0},
};

// A day, or percent with two decimals: both as they would be written in the scenario's files.
static const char *reverse_value(struct arena *arena, const struct scenario *scenario, const struct reversal *item,
                                 int64_t value) {
  char text[FIELD_NUMBER_BYTES];
  if (value == NOT_GIVEN)
    return "";
  if (item->question == REVERSE_START)
    date_text(text, value);
  else
    number_text(text, fixed_divide((int128)value, 10000), (struct number_style){2, scenario->decimal, 0});
  return arena_printf(arena, "%s", text);
}

struct result_table *reverse_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "reverse", COLUMNS(reverse_columns));
  for (size_t i = 0; i < audit->reversals->count; i++) {
    const struct reversal *item = &audit->reversals->items[i];
    result_text(table, measure_rows(&audit->scenario->tables)[item->measure].measure);
    result_number(table, item->year);
    result_text(table, item->basis == CLAIM_FULL_YEAR ? "full_year" : "in_year");
    result_text(table, positions_name(item->positions));
    result_text(table, reverse_question_name(item->question));
    result_text(table, item->question == REVERSE_START ? "date" : "%");
    result_text(table, reverse_value(arena, audit->scenario, item, item->now));
    result_text(table, reverse_value(arena, audit->scenario, item, item->needed));
    result_number(table, item->effect_ore);
    result_number(table, item->claimed_ore);
    result_text(table, reverse_status_name(item->status));
    result_text(table, item->reason);
  }
  return table;
}
