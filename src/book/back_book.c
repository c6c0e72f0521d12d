// SPDX-License-Identifier: GPL-3.0-or-later
#include "book/back_book.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "base/language.h"
#include "book/typed_formats.h"

const int back_widths[BACK_COLUMNS] = {26, 16, 16, 70};

struct back_book {
  struct arena *arena;
  lxw_workbook *workbook;
  struct typed_formats typed;
  lxw_format *percent, *head, *text, *kroner;
  lxw_error error; // the first
};

static void keep(struct back_book *book, lxw_error error) { book->error = book->error ? book->error : error; }

static lxw_format *wrapped(struct back_book *book, const char *pattern) {
  lxw_format *format = typed_format(book->workbook, pattern);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  format_set_text_wrap(format);
  return format;
}

static void add_formats(struct back_book *book) {
  book->typed = typed_formats_of(book->workbook);
  book->percent = typed_format(book->workbook, "0.##########%");
  book->kroner = wrapped(book, "#,##0");
  book->text = wrapped(book, "@");
  book->head = wrapped(book, "@");
  format_set_bold(book->head);
}

static double clock_days(const char *text) {
  int hours = 0, minutes = 0, seconds = 0;
  sscanf(text, "%d:%d:%d", &hours, &minutes, &seconds);
  return hours / 24.0 + minutes / 1440.0 + seconds / 86400.0;
}

static void put_date(struct back_book *book, lxw_worksheet *sheet, const struct grid_cell *cell) {
  lxw_datetime day = {0};
  int hour = 0, minute = 0;
  if (sscanf(cell->text, "%d-%d-%d %d:%d", &day.year, &day.month, &day.day, &hour, &minute) < 3)
    keep(book, worksheet_write_string(sheet, (lxw_row_t)cell->row - 1, (lxw_col_t)cell->column, cell->text,
                                      book->typed.number));
  day.hour = hour;
  day.min = minute;
  keep(book,
       worksheet_write_datetime(sheet, (lxw_row_t)cell->row - 1, (lxw_col_t)cell->column, &day, book->typed.date));
}

static void put_cell(struct back_book *book, lxw_worksheet *sheet, const struct grid_cell *cell) {
  lxw_row_t row = (lxw_row_t)cell->row - 1;
  lxw_col_t column = (lxw_col_t)cell->column;
  double percent = 100;
  if (cell->kind == SHEET_NUMBER && !cell->wrong)
    keep(book, worksheet_write_number(sheet, row, column, strtod(cell->text, NULL), book->typed.number));
  else if (cell->kind == SHEET_PERCENT && !cell->wrong)
    keep(book, worksheet_write_number(sheet, row, column, strtod(cell->text, NULL) / percent, book->percent));
  else if (cell->kind == SHEET_DATE && !cell->wrong)
    put_date(book, sheet, cell);
  else if (cell->kind == SHEET_TIME && !cell->wrong)
    keep(book, worksheet_write_number(sheet, row, column, clock_days(cell->text), book->typed.clock));
  else if (cell->text && *cell->text)
    keep(book, worksheet_write_string(sheet, row, column, cell->text, book->typed.number));
}

static void put_back(struct back_book *book, lxw_worksheet *sheet, int first, const struct back_row *back) {
  for (int c = 0; c < BACK_COLUMNS; c++) {
    lxw_row_t row = (lxw_row_t)back->row - 1;
    lxw_col_t column = (lxw_col_t)(first + c);
    if (back->texts[c] && *back->texts[c])
      keep(book, worksheet_write_string(sheet, row, column, back->texts[c], back->head ? book->head : book->text));
    else if (!back->texts[c] && back->kr[c] != INT64_MIN)
      keep(book, worksheet_write_number(sheet, row, column, (double)back->kr[c], book->kroner));
  }
}

// Fits the columns to their contents, within limits.
static void set_widths(struct back_book *book, lxw_worksheet *sheet, const struct grid *grid, int first) {
  enum { WIDEST = 60, NARROWEST = 9 };
  int widest[SHEET_COLUMNS_MOST] = {0};
  for (size_t i = 0; i < grid->count; i++)
    if (grid->cells[i].column < SHEET_COLUMNS_MOST && grid->cells[i].text &&
        (int)strlen(grid->cells[i].text) > widest[grid->cells[i].column])
      widest[grid->cells[i].column] = (int)strlen(grid->cells[i].text);
  for (int c = 0; c < SHEET_COLUMNS_MOST && (first < 0 || c < first); c++)
    if (widest[c])
      keep(book, worksheet_set_column(sheet, (lxw_col_t)c, (lxw_col_t)c,
                                      widest[c] > WIDEST      ? WIDEST
                                      : widest[c] < NARROWEST ? NARROWEST
                                                              : widest[c] + 1,
                                      NULL));
  for (int c = 0; first >= 0 && c < BACK_COLUMNS; c++)
    keep(book, worksheet_set_column(sheet, (lxw_col_t)(first + c), (lxw_col_t)(first + c), back_widths[c], NULL));
}

const char *back_book_write(struct arena *arena, struct grid *const *sheets, size_t sheet_count,
                            const struct grid *table, int first, const struct back_row *rows, size_t row_count,
                            const char *path) {
  struct back_book book = {.arena = arena, .workbook = workbook_new(path)};
  if (!book.workbook)
    return _("the workbook cannot be begun");
  lxw_doc_properties properties = {.company = "rotacost", .created = 1704067200}; // no clock: same table, same bytes
  workbook_set_properties(book.workbook, &properties);
  add_formats(&book);
  for (size_t s = 0; s < sheet_count; s++) {
    lxw_worksheet *sheet = workbook_add_worksheet(book.workbook, sheets[s]->name);
    if (!sheet)
      return arena_printf(arena, _("the workbook cannot be written: %s"), sheets[s]->name);
    for (size_t i = 0; i < sheets[s]->count; i++)
      put_cell(&book, sheet, &sheets[s]->cells[i]);
    set_widths(&book, sheet, sheets[s], sheets[s] == table ? first : -1);
    for (size_t i = 0; sheets[s] == table && i < row_count; i++)
      put_back(&book, sheet, first, &rows[i]);
  }
  keep(&book, workbook_close(book.workbook));
  return book.error ? arena_printf(arena, _("the workbook cannot be written: %s"), lxw_strerror(book.error)) : NULL;
}
