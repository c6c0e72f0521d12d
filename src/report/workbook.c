// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/workbook.h"

#include <stdlib.h>
#include <string.h>

#include <unistr.h>
#include <xlsxwriter.h>

#include "base/fixed.h"
#include "base/language.h"
#include "report/about.h"
#include "report/format.h"
#include "report/labels.h"
#include "report/overview.h"
#include "report/terminal.h"

enum {
  SHEET_NAME_MOST = 31,
  CELL_TEXT_MOST = 32000,
  WIDTH_ROWS = 300,
  WIDTH_LEAST = 9,
  WIDTH_MOST = 60,
  DIGITS_MOST = 6
};

struct sheet {
  const struct result_table *table;
  const char *name;
  lxw_worksheet *worksheet;
  size_t *rows, row_count, row_room; // of the table, in the order of the sheet
};

struct book {
  struct arena *arena;
  const struct audit *audit;
  lxw_workbook *workbook;
  lxw_format *head, *kroner, *integer, *year, *date, *text, *title, *decimals[DIGITS_MOST + 1];
  struct sheet *sheets; // [sheet_count]
  size_t sheet_count;
};

// ---------------------------------------------------------------- formats

static lxw_format *number_format(struct book *book, const char *pattern) {
  lxw_format *format = workbook_add_format(book->workbook);
  format_set_num_format(format, pattern);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  return format;
}

static void add_formats(struct book *book) {
  const char *zeros = "";
  book->head = workbook_add_format(book->workbook);
  format_set_bold(book->head);
  format_set_text_wrap(book->head);
  format_set_align(book->head, LXW_ALIGN_VERTICAL_TOP);
  format_set_bottom(book->head, LXW_BORDER_MEDIUM);
  book->title = workbook_add_format(book->workbook);
  format_set_bold(book->title);
  format_set_font_size(book->title, 14);
  book->text = workbook_add_format(book->workbook);
  format_set_text_wrap(book->text);
  format_set_align(book->text, LXW_ALIGN_VERTICAL_TOP);
  format_set_num_format(book->text, "@");
  book->kroner = number_format(book, "#,##0\" kr\";-#,##0\" kr\"");
  book->integer = number_format(book, "#,##0");
  book->year = number_format(book, "0");
  book->date = number_format(book, language_now() == LANGUAGE_NB ? "dd\\.mm\\.yyyy" : "yyyy\\-mm\\-dd");
  for (int d = 0; d <= DIGITS_MOST; d++, zeros = arena_printf(book->arena, "%s0", zeros))
    book->decimals[d] = number_format(book, arena_printf(book->arena, d ? "#,##0.%s" : "#,##0%s", zeros));
}

static bool is_plain_number(const char *column) { // 2024 is a year and 27 a week
  return !strcmp(column, "year") || !strcmp(column, "week") || !strcmp(column, "line");
}

static lxw_format *format_of(const struct book *book, const struct field_column *column) {
  switch (column->kind) {
  case FIELD_KR:
    return book->kroner;
  case FIELD_DATE:
    return book->date;
  case FIELD_DECIMAL:
    return book->decimals[column->digits < DIGITS_MOST ? column->digits : DIGITS_MOST];
  case FIELD_INTEGER:
    return is_plain_number(column->name) ? book->year : book->integer;
  default:
    return book->text;
  }
}

// ---------------------------------------------------------------- cells

static void write_text(struct book *book, lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t column, const char *text,
                       lxw_format *format) {
  const char *shown = terminal_text(book->arena, text);
  if (strlen(shown) > CELL_TEXT_MOST) { // a cell of a spreadsheet holds no more
    size_t end = CELL_TEXT_MOST;
    while ((shown[end] & 0xC0) == 0x80)
      end--;
    shown = arena_text(book->arena, shown, end);
  }
  if (*shown)
    worksheet_write_string(worksheet, row, column, shown, format);
}

static void write_date(lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t column, int64_t day, lxw_format *format) {
  struct civil_date date = date_from_day((day_number)day);
  lxw_datetime datetime = {.year = date.year, .month = date.month, .day = date.day};
  worksheet_write_datetime(worksheet, row, column, &datetime, format);
}

static double power_of_ten(int digits) { return digits ? 10 * power_of_ten(digits - 1) : 1; }

static void write_field(struct book *book, lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t at,
                        const struct field_column *column, union field field) {
  lxw_format *format = format_of(book, column);
  if (field_is_text(column->kind))
    write_text(book, worksheet, row, at, format_field(book->arena, column, field), format);
  else if (field.number == FIELD_BLANK)
    return;
  else if (column->kind == FIELD_DATE)
    write_date(worksheet, row, at, field.number, format);
  else if (column->kind == FIELD_KR)
    worksheet_write_number(worksheet, row, at, kr_from_ore(field.number), format);
  else
    worksheet_write_number(worksheet, row, at,
                           (double)field.number / power_of_ten(column->kind == FIELD_DECIMAL ? column->digits : 0),
                           format);
}

// ---------------------------------------------------------------- sheets

static size_t letters(const char *text) { return u8_mbsnlen((const uint8_t *)text, strlen(text)); }

static bool name_taken(const struct book *book, const char *name) {
  for (size_t i = 0; i < book->sheet_count; i++)
    if (book->sheets[i].name && !strcmp(book->sheets[i].name, name))
      return true;
  return false;
}

// The table's title where it can name a sheet, else its code.
static const char *sheet_name(const struct book *book, const struct result_table *table) {
  const char *title = _(table_about(book->arena, table->name)->title);
  if (letters(title) > SHEET_NAME_MOST || strpbrk(title, "[]:*?/\\'") || name_taken(book, title))
    return table->name;
  return title;
}

static void keep_row(struct book *book, struct sheet *sheet, size_t row) {
  size_t *kept = arena_push(book->arena, &sheet->rows, &sheet->row_count, &sheet->row_room, sizeof *kept);
  *kept = row;
}

static void choose_rows(struct book *book, struct sheet *sheet) {
  const char *filter = table_about(book->arena, sheet->table->name)->long_filter;
  size_t count = result_row_count(sheet->table);
  bool filtered = filter && count > WORKBOOK_ROWS_MOST;
  for (size_t row = 0; row < count && sheet->row_count < WORKBOOK_ROWS_MOST; row++)
    if (!filtered || result_number_at(sheet->table, row, filter) > 0)
      keep_row(book, sheet, row);
}

static double column_width(struct book *book, const struct sheet *sheet, size_t c) {
  const struct field_column *column = &sheet->table->columns[c];
  size_t width = letters(label_of_column(book->arena, column->name)) / 2 + 3;
  for (size_t i = 0; i < sheet->row_count && i < WIDTH_ROWS; i++) {
    const union field *field = &sheet->table->fields[sheet->rows[i] * sheet->table->column_count + c];
    size_t needed = letters(format_field(book->arena, column, *field)) + (column->kind == FIELD_KR ? 5 : 2);
    width = needed > width ? needed : width;
  }
  return (double)(width < WIDTH_LEAST ? WIDTH_LEAST : width > WIDTH_MOST ? WIDTH_MOST : width);
}

static void fill_sheet(struct book *book, struct sheet *sheet) {
  const struct result_table *table = sheet->table;
  lxw_worksheet *worksheet = sheet->worksheet;
  for (size_t c = 0; c < table->column_count; c++) {
    worksheet_set_column(worksheet, (lxw_col_t)c, (lxw_col_t)c, column_width(book, sheet, c), NULL);
    write_text(book, worksheet, 0, (lxw_col_t)c, label_of_column(book->arena, table->columns[c].name), book->head);
  }
  for (size_t i = 0; i < sheet->row_count; i++)
    for (size_t c = 0; c < table->column_count; c++)
      write_field(book, worksheet, (lxw_row_t)i + 1, (lxw_col_t)c, &table->columns[c],
                  table->fields[sheet->rows[i] * table->column_count + c]);
  worksheet_freeze_panes(worksheet, 1, 0);
  worksheet_autofilter(worksheet, 0, 0, (lxw_row_t)sheet->row_count, (lxw_col_t)(table->column_count - 1));
  worksheet_set_landscape(worksheet);
  worksheet_set_paper(worksheet, 9); // A4
  worksheet_fit_to_pages(worksheet, 1, 0);
  worksheet_repeat_rows(worksheet, 0, 0);
  worksheet_set_footer(worksheet, "&L&A&R&P / &N");
}

// The overview comes first, then the others in the order of the listing.
static void add_sheets(struct book *book, const struct result_set *set) {
  book->sheets = arena_array(book->arena, set->count, sizeof *book->sheets);
  for (int turn = 0; turn < 2; turn++)
    for (size_t i = 0; i < set->count; i++) {
      const struct result_table *table = set->tables[i];
      bool first = strcmp(table->name, "overview") == 0;
      if (!result_row_count(table) || first != (turn == 0))
        continue;
      struct sheet sheet = {.table = table, .name = sheet_name(book, table)};
      sheet.worksheet = workbook_add_worksheet(book->workbook, sheet.name);
      choose_rows(book, &sheet);
      book->sheets[book->sheet_count++] = sheet;
    }
}

// ---------------------------------------------------------------- contents

static void contents_row(struct book *book, lxw_worksheet *contents, lxw_row_t row, const struct sheet *sheet) {
  struct arena *arena = book->arena;
  size_t all = result_row_count(sheet->table);
  const char *rows = all == sheet->row_count ? format_integer(arena, (int64_t)all)
                                             : arena_printf(arena, _("%s of %s: the others stand in %s.csv"),
                                                            format_integer(arena, (int64_t)sheet->row_count),
                                                            format_integer(arena, (int64_t)all), sheet->table->name);
  const char *link = arena_printf(arena, "internal:'%s'!A1", sheet->name);
  worksheet_write_url_opt(contents, row, 0, link, NULL, sheet->name, NULL);
  write_text(book, contents, row, 1, _(table_about(arena, sheet->table->name)->caption), book->text);
  write_text(book, contents, row, 2, rows, book->text);
  write_text(book, contents, row, 3, arena_printf(arena, "%s.csv", sheet->table->name), book->text);
}

static void fill_contents(struct book *book, lxw_worksheet *contents, const char *run_id) {
  const struct settings_row *s = settings_of(&book->audit->scenario->tables);
  const char *const heads[] = {_("Sheet"), _("What it shows"), _("Rows"), _("The same as CSV")};
  write_text(book, contents, 0, 0, s->title, book->title);
  write_text(book, contents, 1, 0, _("Kroner saved; a saving is positive. Model estimates, not accounting figures."),
             NULL);
  write_text(book, contents, 2, 0, arena_printf(book->arena, _("rotacost, run %s"), run_id), NULL);
  for (lxw_col_t c = 0; c < 4; c++)
    write_text(book, contents, 4, c, heads[c], book->head);
  worksheet_set_column(contents, 0, 0, 32, NULL);
  worksheet_set_column(contents, 1, 1, 80, NULL);
  worksheet_set_column(contents, 2, 3, 26, NULL);
  for (size_t i = 0; i < book->sheet_count; i++)
    contents_row(book, contents, (lxw_row_t)i + 5, &book->sheets[i]);
}

// ---------------------------------------------------------------- charts

static const struct sheet *sheet_of(const struct book *book, const char *table) {
  for (size_t i = 0; i < book->sheet_count; i++)
    if (!strcmp(book->sheets[i].table->name, table))
      return &book->sheets[i];
  return NULL;
}

static lxw_col_t column_index(const struct sheet *sheet, const char *column) {
  return (lxw_col_t)(result_column(sheet->table, column) - sheet->table->columns);
}

struct row_range { // of a sheet, from 1; none where last < first
  lxw_row_t first, last;
};

// The rows that match; charts want them together.
static struct row_range rows_matching(const struct sheet *sheet, const struct result_match *matches) {
  struct row_range range = {1, 0};
  size_t i = 0;
  for (size_t row = SIZE_MAX; result_next(sheet->table, matches, &row);) {
    while (i < sheet->row_count && sheet->rows[i] < row)
      i++;
    if (i == sheet->row_count || sheet->rows[i] != row)
      break;
    if (range.last && range.last != i)
      break;
    range.first = range.last ? range.first : (lxw_row_t)i + 1;
    range.last = (lxw_row_t)i + 1;
  }
  return range;
}

static void add_series(struct book *book, lxw_chart *chart, const struct sheet *sheet, const char *categories,
                       const char *values, struct row_range range, const char *name) {
  lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
  lxw_col_t x = column_index(sheet, categories), y = column_index(sheet, values);
  chart_series_set_categories(series, sheet->name, range.first, x, range.last, x);
  chart_series_set_values(series, sheet->name, range.first, y, range.last, y);
  chart_series_set_name(series, arena_text(book->arena, name, strlen(name)));
}

static lxw_row_t insert(struct book *book, lxw_worksheet *charts, lxw_row_t row, lxw_chart *chart, const char *title,
                        int height) {
  char *description = arena_text(book->arena, title, strlen(title));
  lxw_chart_options options = {
      .x_scale = 2, .y_scale = height / 288.0, .description = description, .object_position = 2};
  chart_title_set_name(chart, title);
  worksheet_insert_chart_opt(charts, row, 0, chart, &options);
  return row + (lxw_row_t)(height / 20) + 2;
}

static lxw_row_t chart_claims_native(struct book *book, lxw_worksheet *charts, lxw_row_t row) {
  const struct sheet *sheet = sheet_of(book, "overview");
  if (!sheet)
    return row;
  struct row_range all = {1, (lxw_row_t)sheet->row_count};
  lxw_chart *chart = workbook_add_chart(book->workbook, LXW_CHART_BAR);
  add_series(book, chart, sheet, "title", "claimed_kr", all, _("claimed"));
  add_series(book, chart, sheet, "title", "kept_kr", all, _("found if positions stay"));
  add_series(book, chart, sheet, "title", "adjusted_kr", all, _("found if positions follow"));
  chart_axis_set_reverse(chart->y_axis); // the first measure on top
  return insert(book, charts, row, chart, _("Claimed and found, kr"), 200 + 60 * (int)sheet->row_count);
}

static const char *last_year_of(const struct book *book) {
  return arena_printf(book->arena, "%d", (int)settings_of(&book->audit->scenario->tables)->last_year);
}

static lxw_row_t chart_compared_native(struct book *book, lxw_worksheet *charts, lxw_row_t row) {
  const struct sheet *sheet = sheet_of(book, "comparison");
  if (!sheet)
    return row;
  const char *year = last_year_of(book);
  lxw_chart *chart = workbook_add_chart(book->workbook, LXW_CHART_SCATTER);
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    const struct result_match matches[] = {{"year", year}, {"positions", positions_name(p)}, {NULL, NULL}};
    struct row_range range = rows_matching(sheet, matches);
    if (range.last >= range.first)
      add_series(book, chart, sheet, "cost_kr", "understaffed_h", range,
                 label_of(book->arena, "positions", positions_name(p)));
  }
  chart_axis_set_name(chart->x_axis, _("Cost of the year, kr"));
  chart_axis_set_name(chart->y_axis, _("Person-hours missing in the year"));
  return insert(book, charts, row, chart, _("Cost against hours missing"), 400);
}

// A chart of rows that stand together in a sheet, one series per column.
struct native {
  const char *table, *category;
  const char *const *columns; // closed by NULL
  const char *title;          // never begins with the user's text: a name that begins with = would be a reference
  uint8_t kind;               // enum lxw_chart_type
  int height;
};

static lxw_row_t chart_rows_native(struct book *book, lxw_worksheet *charts, lxw_row_t row, const struct native *native,
                                   const struct result_match *matches) {
  const struct sheet *sheet = sheet_of(book, native->table);
  struct row_range range = {1, 0};
  if (sheet)
    range = rows_matching(sheet, matches);
  if (range.last < range.first)
    return row;
  lxw_chart *chart = workbook_add_chart(book->workbook, native->kind);
  for (const char *const *column = native->columns; *column; column++)
    add_series(book, chart, sheet, native->category, *column, range, label_of_column(book->arena, *column));
  if (native->kind == LXW_CHART_BAR)
    chart_axis_set_reverse(chart->y_axis); // the first row on top
  return insert(book, charts, row, chart, native->title, native->height);
}

static lxw_row_t chart_weeks_native(struct book *book, lxw_worksheet *charts, lxw_row_t row, const char *unit) {
  static const char *const columns[] = {"own_h", "extra_h", "substitute_h", "overtime_h", "agency_h", "short_h", NULL};
  const char *year = last_year_of(book);
  const struct result_match matches[] = {
      {"measure", ""}, {"year", year}, {"positions", "kept"}, {"unit", unit}, {NULL, NULL}};
  const char *title = arena_printf(book->arena, _("Paid hours per week today, %s, %s"), unit, year);
  return chart_rows_native(book, charts, row,
                           &(struct native){"weeks", "week", columns, title, LXW_CHART_COLUMN_STACKED, 360}, matches);
}

// The steps of a bridge, of the claim the measure is judged by.
static lxw_row_t chart_bridge_native(struct book *book, lxw_worksheet *charts, lxw_row_t row,
                                     const struct overview_line *line) {
  static const char *const columns[] = {"kr", NULL};
  const struct result_match matches[] = {{"measure", line->row->measure},
                                         {"year", arena_printf(book->arena, "%d", line->year->year)},
                                         {"positions", "kept"},
                                         {NULL, NULL}};
  const char *title = arena_printf(book->arena, _("From claimed to modelled, positions kept: %s"), line->row->measure);
  return chart_rows_native(book, charts, row, &(struct native){"bridge", "step", columns, title, LXW_CHART_BAR, 420},
                           matches);
}

// The first school day of each unit.
static lxw_row_t chart_curve_native(struct book *book, lxw_worksheet *charts, lxw_row_t row, const char *unit) {
  static const char *const columns[] = {"needed", "planned", NULL};
  const struct sheet *sheet = sheet_of(book, "curve");
  const struct result_match first[] = {{"unit", unit}, {"year", last_year_of(book)}, {"term", "school"}, {NULL, NULL}};
  size_t at = SIZE_MAX;
  if (!sheet || !result_next(sheet->table, first, &at))
    return row;
  const char *date = arena_printf(book->arena, "%lld", (long long)result_number_at(sheet->table, at, "first_date"));
  const struct result_match matches[] = {{"unit", unit}, {"term", "school"}, {"first_date", date}, {NULL, NULL}};
  const char *title = arena_printf(book->arena, _("Adults by the half hour, %s"), unit);
  return chart_rows_native(book, charts, row,
                           &(struct native){"curve", "half_hour", columns, title, LXW_CHART_LINE, 360}, matches);
}

static void fill_charts(struct book *book, lxw_worksheet *charts, const struct overview_line *lines) {
  const struct tables *tables = &book->audit->scenario->tables;
  lxw_row_t row = chart_claims_native(book, charts, 0);
  row = chart_compared_native(book, charts, row);
  for (size_t m = 0; m < book->audit->measure_count; m++)
    if (lines[m].verdict != VERDICT_NO_CLAIM)
      row = chart_bridge_native(book, charts, row, &lines[m]);
  for (size_t u = 0; u < row_count(tables, TABLE_UNITS); u++) {
    row = chart_weeks_native(book, charts, row, unit_rows(tables)[u].unit);
    row = chart_curve_native(book, charts, row, unit_rows(tables)[u].unit);
  }
}

// ---------------------------------------------------------------- the book

enum { SECONDS_PER_DAY = 24 * 60 * 60 };

static void set_properties(struct book *book) {
  const struct settings_row *s = settings_of(&book->audit->scenario->tables);
  int64_t day = s->price_day != NOT_GIVEN ? s->price_day : day_from_date((int)s->first_year, 1, 1);
  char *title = arena_printf(book->arena, "%.200s", terminal_text(book->arena, s->title));
  for (size_t end = strlen(title); u8_check((const uint8_t *)title, end); end--) // cut within a letter
    title[end - 1] = '\0';
  lxw_doc_properties properties = {.title = title, .company = "rotacost"};
  properties.created = (time_t)day * SECONDS_PER_DAY;
  workbook_set_properties(book->workbook, &properties);
}

const char *workbook_write(struct arena *arena, const struct audit *audit, const struct result_set *set, FILE *to) {
  struct book book = {.arena = arena, .audit = audit};
  // the library opens by name only: this is the name of an open file
  book.workbook = workbook_new(arena_printf(arena, "/proc/self/fd/%d", fileno(to)));
  if (!book.workbook)
    return _("the workbook cannot be begun");
  add_formats(&book);
  set_properties(&book);
  lxw_worksheet *contents = workbook_add_worksheet(book.workbook, _("Contents"));
  lxw_worksheet *charts = workbook_add_worksheet(book.workbook, _("Charts"));
  add_sheets(&book, set);
  for (size_t i = 0; i < book.sheet_count; i++)
    fill_sheet(&book, &book.sheets[i]);
  fill_contents(&book, contents, results_run_id(arena, set));
  fill_charts(&book, charts, overview_lines(arena, audit, set));
  lxw_error error = workbook_close(book.workbook);
  return error ? arena_printf(arena, _("the workbook cannot be written: %s"), lxw_strerror(error)) : NULL;
}
