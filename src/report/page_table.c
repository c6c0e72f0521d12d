// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "base/language.h"
#include "report/about.h"
#include "report/format.h"
#include "report/labels.h"
#include "report/page.h"

// Rows and columns of a view, chosen.
struct chosen {
  const struct result_table *table;
  size_t *rows, row_count, row_room;
  const struct field_column **columns;
  size_t column_count;
};

static const union field *field_of(const struct chosen *chosen, size_t row, const struct field_column *column) {
  const struct result_table *table = chosen->table;
  return &table->fields[row * table->column_count + (size_t)(column - table->columns)];
}

static bool has_value(const struct chosen *chosen, const struct field_column *column) {
  for (size_t i = 0; i < chosen->row_count; i++) {
    const union field *field = field_of(chosen, chosen->rows[i], column);
    if (field_is_text(column->kind) ? *field->text != '\0' : field->number != FIELD_BLANK)
      return true;
  }
  return false;
}

static bool is_matched(const struct page_view *view, const char *column) {
  for (const struct result_match *match = view->matches; match && match->column; match++)
    if (!strcmp(match->column, column))
      return true;
  return false;
}

static void choose_rows(struct page *page, const struct page_view *view, struct chosen *chosen) {
  static const struct result_match every[] = {{NULL, NULL}};
  size_t row = SIZE_MAX;
  while (result_next(view->table, view->matches ? view->matches : every, &row)) {
    size_t *kept = arena_push(page->arena, &chosen->rows, &chosen->row_count, &chosen->row_room, sizeof *kept);
    *kept = row;
  }
}

static void choose_columns(struct page *page, const struct page_view *view, struct chosen *chosen) {
  size_t most = view->table->column_count;
  chosen->columns = arena_array(page->arena, most, sizeof *chosen->columns);
  for (size_t c = 0; view->columns ? view->columns[c] != NULL : c < most; c++) {
    const struct field_column *column =
        view->columns ? result_column(view->table, view->columns[c]) : &view->table->columns[c];
    if (column && has_value(chosen, column) && (view->columns || !is_matched(view, column->name)))
      chosen->columns[chosen->column_count++] = column;
  }
}

// Words that carry a judgement get a badge.
struct judgement {
  const char *column, *code, *class_name;
};
static const struct judgement judgements[] = {
    {"verdict", "supported", "good"},
    {"verdict", "supported_if_positions_go", "maybe"},
    {"verdict", "overstated", "bad"},
    {"verdict", "understated", "good"},
    {"verdict", "not_testable", "unknown"},
    {"verdict", "no_claim", "unknown"},
    {"status", "short", "bad"},
    {"status", "met", "good"},
    {"status", "over", "maybe"},
    {"status", "broken", "bad"},
    {"status", "kept", "good"},
    {"status", "off", "bad"},
    {"status", "ok", "good"},
};

static const char *judgement_of(const char *column, const char *code) {
  for (size_t i = 0; i < sizeof judgements / sizeof *judgements; i++)
    if (!strcmp(judgements[i].column, column) && !strcmp(judgements[i].code, code))
      return judgements[i].class_name;
  return NULL;
}

// A row of no measure is today's; a row must be called something.
static const char *name_of_row(const struct field_column *column, const char *text) {
  if (*text)
    return text;
  return strcmp(column->name, "measure") ? "–" : _("today");
}

// Codes of the user by what the scenario calls them.
static const struct {
  const char *column;
  const char *(*title)(const struct page *page, const char *code);
} titles[] = {
    {"measure", page_measure_title}, {"unit", page_unit}, {"category", page_category}, {"level", page_category}};

static const char *title_of(const struct page *page, const struct field_column *column, const union field *field) {
  for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
    if (column->kind == FIELD_CODE && *field->text && !strcmp(titles[i].column, column->name))
      return titles[i].title(page, field->text);
  return NULL;
}

static void write_value(struct page *page, const struct field_column *column, const union field *field, bool first) {
  const char *title = title_of(page, column, field);
  const char *text = title ? title : format_field(page->arena, column, *field);
  text = first ? name_of_row(column, text) : text;
  const char *judgement = column->kind == FIELD_CODE ? judgement_of(column->name, field->text) : NULL;
  if (judgement)
    page_badge(page, judgement, text);
  else
    html_text(page->html, text);
}

enum {
  LONG_TEXT = 24,
  MANY_COLUMNS = 10,
  WIDE_COLUMNS = 15
}; // bytes from which a column needs room to wrap in; columns printed small, and smaller

static const char *cell_class(const struct field_column *column, const union field *field) {
  if (column->kind == FIELD_DATE)
    return "date";
  if (!field_is_text(column->kind))
    return "number";
  return strlen(field->text) > LONG_TEXT ? "words" : NULL;
}

static void write_row(struct page *page, const struct chosen *chosen, size_t row) {
  html_open(page->html, "tr");
  for (size_t c = 0; c < chosen->column_count; c++) {
    const struct field_column *column = chosen->columns[c];
    html_open_class(page->html, c ? "td" : "th", cell_class(column, field_of(chosen, row, column)));
    if (!c)
      html_attribute(page->html, "scope", "row");
    write_value(page, column, field_of(chosen, row, column), !c);
    html_close(page->html);
  }
  html_close(page->html);
}

static void write_head(struct page *page, const struct chosen *chosen) {
  html_open(page->html, "thead");
  html_open(page->html, "tr");
  for (size_t c = 0; c < chosen->column_count; c++) {
    const struct field_column *column = chosen->columns[c];
    html_open(page->html, "th");
    html_attribute(page->html, "scope", "col");
    html_attribute(page->html, "data-column", column->name);
    if (!field_is_text(column->kind) && column->kind != FIELD_DATE)
      html_attribute(page->html, "class", "number");
    html_text(page->html, label_of_column(page->arena, column->name));
    html_close(page->html);
  }
  html_close(page->html);
  html_close(page->html);
}

static void write_left_out(struct page *page, const struct page_view *view, const struct chosen *chosen) {
  if (!view->rows_most || chosen->row_count <= view->rows_most)
    return;
  page_paragraph(page, "note",
                 arena_printf(page->arena, _("%s more rows stand in %s.csv and in the workbook."),
                              format_integer(page->arena, (int64_t)(chosen->row_count - view->rows_most)),
                              view->table->name));
}

static const char *table_class(size_t columns) {
  return columns > WIDE_COLUMNS ? "data many wide" : columns > MANY_COLUMNS ? "data many" : "data";
}

bool page_table(struct page *page, const struct page_view *view) {
  struct chosen chosen = {.table = view->table};
  if (view->table)
    choose_rows(page, view, &chosen);
  if (!chosen.row_count)
    return false;
  choose_columns(page, view, &chosen);
  page_open_table(page, table_class(chosen.column_count), view->table->name,
                  view->caption ? view->caption : _(table_about(page->arena, view->table->name)->caption));
  write_head(page, &chosen);
  html_open(page->html, "tbody");
  for (size_t i = 0; i < chosen.row_count && (!view->rows_most || i < view->rows_most); i++)
    write_row(page, &chosen, chosen.rows[i]);
  html_close(page->html);
  html_close(page->html);
  html_close(page->html);
  write_left_out(page, view, &chosen);
  return true;
}
