// SPDX-License-Identifier: GPL-3.0-or-later
// Shared by the parts of the workbook (src/book/workbook*.c). The only header that includes libxlsxwriter.
#ifndef ROTACOST_BOOK_BOOK_H
#define ROTACOST_BOOK_BOOK_H

#include <stdbool.h>
#include <stddef.h>

#include <xlsxwriter.h>

#include "report/overview.h"
#include "report/results.h"

enum book_judgement { JUDGED_GOOD, JUDGED_MAYBE, JUDGED_BAD, JUDGED_UNKNOWN, JUDGEMENTS };
enum { BOOK_DIGITS_MOST = 2 }; // decimals shown; the cell holds all of them
enum { BOOK_WORDS_KNOWN = 256 };

struct known_word { // of the same text in the same column, both by their addresses
  const struct field_column *column;
  const char *text, *word;
};

struct sheet { // of one result table; its head is row 0
  const struct result_table *table;
  const char *name;
  lxw_worksheet *worksheet;
  size_t *rows, row_count, row_room;       // of the table, in the order of the sheet
  size_t *totals, total_count, total_room; // rows of the table that are totals of others: written below, separately
  size_t cut_texts;                        // number of texts too long for a cell
};

struct book {
  struct arena *arena;
  const struct audit *audit;
  const struct result_set *set;
  const struct overview_line *overview; // [audit->measure_count]
  const char *heading;                  // of the printed pages; NULL: the title of the scenario
  const char *run_id;
  lxw_workbook *workbook;
  lxw_format *head, *title, *strong, *plain, *note, *text, *link, *aside; // aside: cells that feed a chart
  lxw_format *entry_kroner, *entry_count;                                 // cells to fill in
  lxw_format *kroner, *percent, *integer, *count, *year, *date, *decimals[BOOK_DIGITS_MOST + 1], *judged[JUDGEMENTS];
  lxw_format *day_head, *day_sum, *day_need;                              // of rotas
  lxw_worksheet *answer, *contents, *charts, *bridges, *followup, *rotas; // the last four: NULL where there is nothing
  struct known_word known[BOOK_WORDS_KNOWN];                              // last asked for
  struct sheet *sheets;                                                   // [sheet_count]
  size_t sheet_count;
  lxw_error error; // the first error reported by the library
};

// ---------------------------------------------------------------- what the library tells (workbook_cell.c)

void book_note(struct book *book, lxw_error error);
void *book_made(void *made); // NULL: the library ran out of memory, which ends the process

// So that the compiler reports calls whose result is ignored.
#define ANSWERED __attribute__((warn_unused_result))
lxw_error worksheet_write_number(lxw_worksheet *, lxw_row_t, lxw_col_t, double, lxw_format *) ANSWERED;
lxw_error worksheet_write_blank(lxw_worksheet *, lxw_row_t, lxw_col_t, lxw_format *) ANSWERED;
lxw_error worksheet_write_formula_num(lxw_worksheet *, lxw_row_t, lxw_col_t, const char *, lxw_format *,
                                      double) ANSWERED;
lxw_error worksheet_conditional_format_range(lxw_worksheet *, lxw_row_t, lxw_col_t, lxw_row_t, lxw_col_t,
                                             lxw_conditional_format *) ANSWERED;
lxw_error worksheet_data_validation_range(lxw_worksheet *, lxw_row_t, lxw_col_t, lxw_row_t, lxw_col_t,
                                          lxw_data_validation *) ANSWERED;
lxw_error worksheet_write_string(lxw_worksheet *, lxw_row_t, lxw_col_t, const char *, lxw_format *) ANSWERED;
lxw_error worksheet_write_datetime(lxw_worksheet *, lxw_row_t, lxw_col_t, lxw_datetime *, lxw_format *) ANSWERED;
lxw_error worksheet_write_url_opt(lxw_worksheet *, lxw_row_t, lxw_col_t, const char *, lxw_format *, const char *,
                                  const char *) ANSWERED;
lxw_error worksheet_write_blank(lxw_worksheet *, lxw_row_t, lxw_col_t, lxw_format *) ANSWERED;
lxw_error worksheet_write_formula_num(lxw_worksheet *, lxw_row_t, lxw_col_t, const char *, lxw_format *,
                                      double) ANSWERED;
lxw_error worksheet_write_formula_str(lxw_worksheet *, lxw_row_t, lxw_col_t, const char *, lxw_format *,
                                      const char *) ANSWERED;
lxw_error worksheet_data_validation_range(lxw_worksheet *, lxw_row_t, lxw_col_t, lxw_row_t, lxw_col_t,
                                          lxw_data_validation *) ANSWERED;
lxw_error workbook_define_name(lxw_workbook *, const char *, const char *) ANSWERED;
lxw_error worksheet_set_row(lxw_worksheet *, lxw_row_t, double, lxw_format *) ANSWERED;
lxw_error worksheet_set_column(lxw_worksheet *, lxw_col_t, lxw_col_t, double, lxw_format *) ANSWERED;
lxw_error worksheet_set_column_opt(lxw_worksheet *, lxw_col_t, lxw_col_t, double, lxw_format *,
                                   lxw_row_col_options *) ANSWERED;
lxw_error worksheet_autofilter(lxw_worksheet *, lxw_row_t, lxw_col_t, lxw_row_t, lxw_col_t) ANSWERED;
lxw_error worksheet_ignore_errors(lxw_worksheet *, uint8_t, const char *) ANSWERED;
lxw_error worksheet_repeat_rows(lxw_worksheet *, lxw_row_t, lxw_row_t) ANSWERED;
lxw_error worksheet_repeat_columns(lxw_worksheet *, lxw_col_t, lxw_col_t) ANSWERED;
lxw_error worksheet_set_footer(lxw_worksheet *, const char *) ANSWERED;
lxw_error worksheet_set_h_pagebreaks(lxw_worksheet *, lxw_row_t[]) ANSWERED;
lxw_error worksheet_print_area(lxw_worksheet *, lxw_row_t, lxw_col_t, lxw_row_t, lxw_col_t) ANSWERED;
lxw_error worksheet_insert_chart_opt(lxw_worksheet *, lxw_row_t, lxw_col_t, lxw_chart *, lxw_chart_options *) ANSWERED;
lxw_error chart_legend_delete_series(lxw_chart *, int16_t[]) ANSWERED;
lxw_error workbook_set_properties(lxw_workbook *, lxw_doc_properties *) ANSWERED;
lxw_error workbook_close(lxw_workbook *) ANSWERED;
#undef ANSWERED

// ---------------------------------------------------------------- cells (workbook_cell.c)

void book_add_formats(struct book *book);
// Text is written as text, whatever it begins with. False where it had to be cut; its end then says so.
bool book_text(struct book *book, lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t column, const char *text,
               lxw_format *format);
// Kroner from øre; FIELD_BLANK: nothing.
void book_kr(struct book *book, lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t column, int64_t ore);
// Any field in its type; false where text had to be cut.
bool book_field(struct book *book, lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t at,
                const struct field_column *column, union field field);
// A number given by a formula of the program, with the number as its cached value.
void book_computed(struct book *book, lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t at,
                   const struct field_column *column, union field field, const char *formula);
// A field as its cell shows it: codes by their label; units, categories, shifts and groups by their title.
const char *book_word(struct book *book, const struct field_column *column, union field field);

// ---------------------------------------------------------------- sheets (workbook_sheet.c)

size_t book_letters(const char *text);
// Number of lines of a text in a column of that many digits' width, broken between words.
int book_lines(const char *text, double width_digits);
void book_row_height(struct book *book, lxw_worksheet *worksheet, lxw_row_t row, int lines);
void book_head_height(struct book *book, lxw_worksheet *worksheet, lxw_row_t row, int lines);
// A4 landscape, run and page number in the footer; number of pages side by side, 0: as wide as needed.
void book_set_page(struct book *book, lxw_worksheet *worksheet, int pages_wide);
void book_add_sheets(struct book *book);
void book_fill_sheets(struct book *book);
const struct sheet *book_sheet(const struct book *book, const char *table); // NULL: there is none
lxw_col_t book_column(const struct sheet *sheet,
                      int column); // TEXT_name or NUMBER_name of report/columns.h, which it has

struct result_match; // report/columns.h
struct row_range {   // of a sheet; none where last < first
  lxw_row_t first, last;
};
// The matching rows, where they are contiguous.
struct row_range book_rows(const struct sheet *sheet, const struct result_match *matches);

// ---------------------------------------------------------------- formulas (workbook_formulas.c)

// Row i of the sheet in the column as a formula of other cells; NULL: it is a plain number.
const char *book_formula(struct book *book, const struct sheet *sheet, size_t i, const struct field_column *column);
bool book_is_total(const struct result_table *table, size_t row);
void book_fill_totals(struct book *book, const struct sheet *sheet); // below the rows, a blank row between
void book_name_ranges(struct book *book); // overview_table: rows and head; overview_kept_kr: a column's values

// "51 of 1 752: the others are in coverage.csv", or just the number.
const char *book_rows_said(struct book *book, const struct sheet *sheet);

// ---------------------------------------------------------------- read back (workbook_check.c)

struct wanted_sheet {
  const char *name;
  size_t rows_least;
};
// Does the file hold a workbook with these sheets, in this order, every part of it complete (by its checksum) and
// well-formed XML? NULL, or what is wrong.
const char *book_check(struct arena *arena, const char *path, const struct wanted_sheet *wanted, size_t count);

// ---------------------------------------------------------------- the other rooms

void book_fill_answer(struct book *book);
void book_fill_contents(struct book *book);
void book_fill_charts(struct book *book);
void book_fill_followup(struct book *book);
bool book_has_bridges(struct book *book);
void book_fill_bridges(struct book *book);
bool book_has_rotas(const struct book *book);
void book_fill_rotas(struct book *book);

// ---------------------------------------------------------------- what charts share (workbook_chart.c)

char *book_writable(struct book *book, const char *text); // as it may be shown

struct series {
  const char *name; // a text of the program (one that begins with = would be a reference); NULL: given later
  const char *sheet_name;
  lxw_col_t categories, values;
  struct row_range rows;
  lxw_color_t colour;
  bool striped;
};
lxw_chart_series *book_series(struct book *book, lxw_chart *chart, const struct series *series);
void book_style_axes(struct book *book, lxw_chart *chart, const char *x_name, const char *y_name);

struct chart_frame {
  lxw_worksheet *worksheet;
  lxw_row_t row;
  lxw_col_t column;
  int width_px, height_px;
  const char *description; // alternative text for readers who cannot see it
};
void book_insert(struct book *book, lxw_chart *chart, const struct chart_frame *frame);

enum { BOOK_ROW_PX = 20 }; // height of a normal row

#endif
