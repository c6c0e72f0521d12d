// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "base/language.h"
#include "page/page.h"
#include "report/about.h"
#include "report/columns.h"
#include "report/format.h"
#include "report/labels.h"

// The rows and columns chosen for a view.
struct chosen {
  const struct result_table *table;
  size_t *rows, row_count, row_room;
  const struct field_column **columns;
  size_t column_count;
};

static const union field *field_of(const struct chosen *chosen, size_t row, const struct field_column *column) {
  return result_field(chosen->table, row, column);
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
  for (const struct result_match *match = view->matches; match && match->column != COLUMN_NONE; match++)
    if (!strcmp(result_column_name(match->column), column))
      return true;
  return false;
}

static void choose_rows(struct page *page, const struct page_view *view, struct chosen *chosen) {
  static const struct result_match every[] = {{0}};
  size_t row = SIZE_MAX;
  while (result_next(view->table, view->matches ? view->matches : every, &row)) {
    size_t *kept = arena_push(page->arena, &chosen->rows, &chosen->row_count, &chosen->row_room, sizeof *kept);
    *kept = row;
  }
}

// Is the column redundant? Titles of units and measures are already shown in place of their codes.
static bool is_said(const struct chosen *chosen, const struct field_column *column) {
  for (size_t c = 0; c < chosen->column_count && !strcmp(column->name, "title"); c++)
    if (chosen->columns[c]->kind == FIELD_CODE &&
        (!strcmp(chosen->columns[c]->name, "measure") || !strcmp(chosen->columns[c]->name, "unit")))
      return true;
  return false;
}

static void choose_columns(struct page *page, const struct page_view *view, struct chosen *chosen) {
  size_t most = view->table->column_count;
  chosen->columns = arena_array(page->arena, most, sizeof *chosen->columns);
  for (size_t c = 0; view->columns ? view->columns[c] != COLUMN_NONE : c < most; c++) {
    const struct field_column *column =
        view->columns ? result_column_of(view->table, view->columns[c]) : &view->table->columns[c];
    if (column && !is_said(chosen, column) && has_value(chosen, column) &&
        (view->columns || !is_matched(view, column->name)))
      chosen->columns[chosen->column_count++] = column;
  }
}

// A row without a measure is today's. Every row needs a name.
static const char *name_of_row(const struct field_column *column, const char *text) {
  if (*text)
    return text;
  return strcmp(column->name, "measure") ? "–" : _("today");
}

// The titles of measures whose codes are separated by blanks.
static const char *measure_titles(const struct page *page, const char *codes) {
  const char *titles = "";
  char *rest = arena_text(page->arena, codes, strlen(codes));
  for (char *code; (code = strtok_r(rest, " ", &rest));)
    titles = arena_printf(page->arena, "%s%s%s", titles, *titles ? "; " : "", page_measure_title(page, code));
  return titles;
}

// The user's codes are shown by their titles in the scenario.
static const struct {
  const char *column;
  const char *(*title)(const struct page *page, const char *code);
} titles[] = {{"measure", page_measure_title},
              {"counted_twice_with", measure_titles},
              {"unit", page_unit},
              {"category", page_category},
              {"level", page_category}};

static const char *title_of(const struct page *page, const struct field_column *column, const union field *field) {
  for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
    if (column->kind == FIELD_CODE && *field->text && !strcmp(titles[i].column, column->name))
      return titles[i].title(page, field->text);
  return NULL;
}

// Does the column hold conditions on rows of the scenario? Their codes have titles.
static bool is_place(const struct field_column *column) {
  return column->kind == FIELD_TEXT && (!strcmp(column->name, "where") || !strcmp(column->name, "row"));
}

// The title of a group or window, whose code is unique only within the unit of its row.
static const char *title_in_unit(struct page *page, const struct chosen *chosen, const struct field_column *column,
                                 size_t row) {
  const struct field_column *units = result_column_of(chosen->table, TEXT_unit);
  const char *code = field_of(chosen, row, column)->text, *unit = units ? field_of(chosen, row, units)->text : "";
  if (!*code || !*unit)
    return NULL;
  if (!strcmp(column->name, "group"))
    return page_group(page, unit, code);
  return strcmp(column->name, "window") ? NULL : page_window(page, unit, code);
}

static const char *text_of(struct page *page, const struct chosen *chosen, const struct field_column *column,
                           size_t row, bool first) {
  const union field *field = field_of(chosen, row, column);
  const char *title = is_place(column) ? label_of_conditions(page->arena, &page->audit->scenario->tables, field->text)
                                       : title_of(page, column, field);
  if (!title && column->kind == FIELD_CODE)
    title = title_in_unit(page, chosen, column, row);
  const char *text = title ? title : format_field(page->arena, column, *field);
  return first ? name_of_row(column, text) : text;
}

// Bytes beyond which a text, or a word, needs room to wrap; numbers of columns from which a table is set smaller.
enum { LONG_TEXT = 24, LONG_WORD = 14, MANY_COLUMNS = 10, WIDE_COLUMNS = 15 };

static const char *cell_class(const struct field_column *column, const char *text) {
  if (column->kind == FIELD_DATE)
    return "date";
  if (!field_is_text(column->kind))
    return "number";
  return strlen(text) > LONG_TEXT ? "words" : strlen(text) > LONG_WORD ? "word" : NULL;
}

// Gives words that are a judgement a badge.
static void write_cell(struct page *page, const struct chosen *chosen, size_t row, size_t c) {
  const struct field_column *column = chosen->columns[c];
  const union field *field = field_of(chosen, row, column);
  bool first = !c;
  const char *text = text_of(page, chosen, column, row, first);
  const char *judgement = column->kind == FIELD_CODE ? label_class(column->name, field->text) : NULL;
  html_open_class(page->html, first ? "th" : "td", judgement ? "word" : cell_class(column, text));
  if (first)
    html_attribute(page->html, "scope", "row");
  if (judgement)
    page_badge(page, judgement, text);
  else
    html_text(page->html, text);
  html_close(page->html);
}

static void write_row(struct page *page, const struct chosen *chosen, size_t row, const char *id) {
  html_open(page->html, "tr");
  if (id)
    html_attribute(page->html, "id", id);
  for (size_t c = 0; c < chosen->column_count; c++)
    write_cell(page, chosen, row, c);
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
                 arena_printf(page->arena,
                              ngettext("%s more row stands in %s.csv and in the workbook.",
                                       "%s more rows stand in %s.csv and in the workbook.",
                                       (unsigned long)(chosen->row_count - view->rows_most)),
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
    write_row(page, &chosen, chosen.rows[i], view->row_ids ? view->row_ids[i] : NULL);
  html_close(page->html);
  html_close(page->html);
  html_close(page->html);
  write_left_out(page, view, &chosen);
  return true;
}
