// SPDX-License-Identifier: GPL-3.0-or-later
// One sheet per result table: head frozen and filtered, widths and heights fitted to the contents, ready to be printed.
// A column without any value is hidden, as it is on the page.
#include <assert.h>
#include <string.h>

#include <unistr.h>

#include "base/language.h"
#include "book/book.h"
#include "book/workbook.h"
#include "report/about.h"
#include "report/columns.h"
#include "report/labels.h"
#include "report/terminal.h"

enum {
  SHEET_NAME_LETTERS_MOST = 31,
  WIDTH_ROWS = 2000, // number of rows measured
  WIDTH_LEAST = 8,
  WIDTH_MOST = 46,
  WIDTH_LONG_MOST = 100, // for a text that would otherwise take more than this many lines
  TEXT_LINES = 3,
  FILTER_BUTTON = 3,     // letters
  PAGE_LETTERS = 210,    // across a sheet of paper, small but legible
  KEY_LETTERS_MOST = 60, // that stay in view
  LINE_POINTS = 15,
  HEAD_POINTS_MORE = 3,
  ROW_POINTS_MOST = 405
};

// ---------------------------------------------------------------- measuring text

size_t book_letters(const char *text) { return u8_mbsnlen((const uint8_t *)text, strlen(text)); }

// Column widths are in digits; most letters are a little narrower than a digit.
int book_lines(const char *text, double width_digits) {
  int lines = 1;
  double used = 0, width_letters = 1.1 * width_digits;
  while (*text) {
    size_t bytes = strcspn(text, " ");
    double letters = (double)u8_mbsnlen((const uint8_t *)text, bytes);
    if (used > 0 && used + 1 + letters > width_letters) {
      lines++;
      used = 0;
    }
    used += letters + (used > 0 ? 1 : 0);
    for (; used > width_letters && width_letters >= 1; used -= width_letters) // a word longer than the line
      lines++;
    text += bytes;
    text += *text == ' ';
  }
  return lines;
}

void book_row_height(struct book *book, lxw_worksheet *worksheet, lxw_row_t row, int lines) {
  int points = lines * LINE_POINTS;
  if (lines > 1)
    book_note(book, worksheet_set_row(worksheet, row, points > ROW_POINTS_MOST ? ROW_POINTS_MOST : points, NULL));
}

void book_head_height(struct book *book, lxw_worksheet *worksheet, lxw_row_t row, int lines) {
  book_note(book, worksheet_set_row(worksheet, row, lines * LINE_POINTS + HEAD_POINTS_MORE, NULL));
}

static size_t longest_word(const char *text) {
  size_t longest = 0;
  for (size_t bytes; *text; text += bytes, text += *text == ' ') {
    bytes = strcspn(text, " ");
    size_t letters = u8_mbsnlen((const uint8_t *)text, bytes);
    longest = letters > longest ? letters : longest;
  }
  return longest;
}

// ---------------------------------------------------------------- names and rows

static bool name_taken(const struct book *book, const char *name) {
  for (size_t i = 0; i < book->sheet_count; i++)
    if (book->sheets[i].name && !strcasecmp(book->sheets[i].name, name))
      return true;
  return false;
}

static bool can_name(const struct book *book, const char *title) {
  return book_letters(title) <= SHEET_NAME_LETTERS_MOST && !strpbrk(title, "[]:*?/\\'") && !name_taken(book, title);
}

// The table's title if it can name a sheet, else its short title, its code, or its code with a number.
static const char *sheet_name(const struct book *book, const struct result_table *table) {
  const char *title = _(table_about(book->arena, table->name)->title), *short_title = table_short_title(table->name);
  if (can_name(book, title))
    return title;
  if (short_title && can_name(book, _(short_title)))
    return _(short_title);
  return can_name(book, table->name) ? table->name
                                     : arena_printf(book->arena, "%.24s %d", table->name, (int)book->sheet_count);
}

static void keep_row(struct book *book, struct sheet *sheet, size_t row) {
  size_t *kept = arena_push(book->arena, &sheet->rows, &sheet->row_count, &sheet->row_room, sizeof *kept);
  *kept = row;
}

// Is one of the numbers named above 0?
static bool is_wanted(const struct result_table *table, size_t row, const enum number_column *filter) {
  for (; *filter != NUMBER_NONE; filter++)
    if (result_number_of(table, row, *filter) > 0)
      return true;
  return false;
}

static void choose_rows(struct book *book, struct sheet *sheet) {
  const enum number_column *filter = table_about(book->arena, sheet->table->name)->long_filter;
  size_t count = result_row_count(sheet->table);
  bool filtered = filter && count > WORKBOOK_ROWS_MOST;
  for (size_t row = 0; row < count && sheet->row_count < WORKBOOK_ROWS_MOST; row++)
    if (book_is_total(sheet->table, row))
      *(size_t *)arena_push(book->arena, &sheet->totals, &sheet->total_count, &sheet->total_room,
                            sizeof *sheet->totals) = row;
    else if (!filtered || is_wanted(sheet->table, row, filter))
      keep_row(book, sheet, row);
}

// In the order in which a report is read; tables not listed follow.
static const char *const reading_order[] = {
    "overview",      "claims",    "effects",    "together",        "joint",  "bridge",   "positions_sum", "positions",
    "following_sum", "following", "comparison", "compliance",      "why",    "redesign", "reverse",       "accounts",
    "assumptions",   "budget",    "followup",   "followup_months", "risks",  "changes",  "schools",       "ratios",
    "curve",         "units",     "groups",     "working_year",    "shifts", "ledger",   "weekdays",      "weeks",
    "coverage",      "data",
};
enum { READING_COUNT = sizeof reading_order / sizeof *reading_order };

static size_t place_of(const char *table) {
  size_t place = 0;
  while (place < READING_COUNT && strcmp(reading_order[place], table))
    place++;
  return place;
}

void book_add_sheets(struct book *book) {
  book->sheets = arena_array(book->arena, book->set->count, sizeof *book->sheets);
  for (size_t place = 0; place <= READING_COUNT; place++)
    for (size_t i = 0; i < book->set->count; i++) {
      const struct result_table *table = book->set->tables[i];
      if (!result_row_count(table) || place_of(table->name) != place)
        continue;
      struct sheet sheet = {.table = table, .name = sheet_name(book, table)};
      sheet.worksheet = book_made(workbook_add_worksheet(book->workbook, sheet.name));
      choose_rows(book, &sheet);
      book->sheets[book->sheet_count++] = sheet;
    }
}

const struct sheet *book_sheet(const struct book *book, const char *table) {
  for (size_t i = 0; i < book->sheet_count; i++)
    if (!strcmp(book->sheets[i].table->name, table))
      return &book->sheets[i];
  return NULL;
}

lxw_col_t book_column(const struct sheet *sheet, int column) {
  const struct field_column *found = result_column_of(sheet->table, column);
  assert(found);
  return (lxw_col_t)(found - sheet->table->columns);
}

struct row_range book_rows(const struct sheet *sheet, const struct result_match *matches) {
  struct row_range range = {1, 0};
  size_t i = 0;
  for (size_t row = SIZE_MAX; result_next(sheet->table, matches, &row);) {
    while (i < sheet->row_count && sheet->rows[i] < row)
      i++;
    if (i == sheet->row_count || sheet->rows[i] != row || (range.last && range.last != i))
      break;
    range.first = range.last ? range.first : (lxw_row_t)i + 1;
    range.last = (lxw_row_t)i + 1;
  }
  return range;
}

// ---------------------------------------------------------------- columns

struct layout { // of a sheet, in letters
  double *widths;
  bool *blank;
  double total;
};

static union field field_at(const struct sheet *sheet, size_t row, size_t column) {
  return *result_field(sheet->table, sheet->rows[row], &sheet->table->columns[column]);
}

// Is the column reported by hand each month? It is shown even if nothing is reported yet.
static bool is_filled_in(const struct sheet *sheet, size_t c) {
  static const int columns[] = {TEXT_responsible, NUMBER_realised_kr, NUMBER_to_date, TEXT_status_reason};
  for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
    if (!strcmp(sheet->table->name, "followup") &&
        result_column_of(sheet->table, columns[i]) == &sheet->table->columns[c])
      return true;
  return false;
}

static bool is_blank(const struct sheet *sheet, size_t c) {
  bool text = field_is_text(sheet->table->columns[c].kind);
  for (size_t i = 0; i < sheet->row_count; i++)
    if (text ? *field_at(sheet, i, c).text != '\0' : field_at(sheet, i, c).number != FIELD_BLANK)
      return false;
  return true;
}

static double column_width(struct book *book, const struct sheet *sheet, size_t c) {
  const struct field_column *column = &sheet->table->columns[c];
  const char *head = label_of_column(book->arena, column->name);
  size_t width = longest_word(head) + FILTER_BUTTON, third = book_letters(head) / 3 + FILTER_BUTTON;
  width = third > width ? third : width;
  for (size_t i = 0; i < sheet->row_count && i < WIDTH_ROWS; i++) {
    size_t letters = book_letters(book_word(book, column, field_at(sheet, i, c)));
    size_t needed = letters + (column->kind == FIELD_KR ? 5 : 3);
    width = needed > width ? needed : width;
  }
  if (width <= WIDTH_MOST)
    return (double)(width < WIDTH_LEAST ? WIDTH_LEAST : width);
  width = width / TEXT_LINES < WIDTH_MOST ? WIDTH_MOST : width / TEXT_LINES;
  return (double)(width > WIDTH_LONG_MOST ? WIDTH_LONG_MOST : width);
}

static struct layout layout_of(struct book *book, const struct sheet *sheet) {
  size_t count = sheet->table->column_count;
  struct layout layout = {.widths = arena_array(book->arena, count, sizeof *layout.widths),
                          .blank = arena_array(book->arena, count, sizeof *layout.blank)};
  for (size_t c = 0; c < count; c++) {
    layout.widths[c] = column_width(book, sheet, c);
    layout.blank[c] = is_blank(sheet, c) && !is_filled_in(sheet, c);
    layout.total += layout.blank[c] ? 0 : layout.widths[c];
  }
  return layout;
}

// Columns that name the row stay in view and are printed on every page: up to the title, or the first.
static lxw_col_t key_columns(const struct sheet *sheet, const struct layout *layout) {
  size_t count = sheet->table->column_count;
  if (count > 1 && !strcmp(sheet->table->columns[1].name, "title") &&
      layout->widths[0] + layout->widths[1] <= KEY_LETTERS_MOST)
    return 2;
  return count > 6 && field_is_text(sheet->table->columns[0].kind) ? 1 : 0;
}

// ---------------------------------------------------------------- paper

// Escapes user text for a footer, where & begins a command.
static const char *footer_text(struct book *book, const char *text) {
  enum { FOOTER_BYTES = 90 };
  const char *shown = terminal_text(book->arena, text);
  char *safe = arena_alloc(book->arena, 2 * FOOTER_BYTES + 8), *end = safe;
  while (*shown && end - safe < FOOTER_BYTES) {
    size_t bytes = (size_t)u8_mblen((const uint8_t *)shown, strlen(shown));
    if (*shown == '&')
      *end++ = '&';
    for (; bytes; bytes--)
      *end++ = *shown++;
  }
  return safe;
}

void book_set_page(struct book *book, lxw_worksheet *worksheet, int pages_wide) {
  const char *heading = book->heading ? book->heading : settings_of(&book->audit->scenario->tables)->title;
  const char *title = footer_text(book, heading);
  worksheet_set_landscape(worksheet);
  worksheet_set_paper(worksheet, 9); // A4
  worksheet_set_margins(worksheet, 0.5, 0.5, 0.5, 0.7);
  if (pages_wide)
    worksheet_fit_to_pages(worksheet, (uint16_t)pages_wide, 0);
  book_note(book, worksheet_set_footer(worksheet,
                                       arena_printf(book->arena, "&L&8%s – &A&C&8%s&R&8&P / &N", title,
                                                    arena_printf(book->arena, _("rotacost, run %s"), book->run_id))));
}

static void print_sheet(struct book *book, const struct sheet *sheet, const struct layout *layout) {
  lxw_col_t key = key_columns(sheet, layout);
  book_set_page(book, sheet->worksheet, (int)(layout->total / PAGE_LETTERS) + 1);
  book_note(book, worksheet_repeat_rows(sheet->worksheet, 0, 0));
  if (key)
    book_note(book, worksheet_repeat_columns(sheet->worksheet, 0, (lxw_col_t)(key - 1)));
  worksheet_freeze_panes(sheet->worksheet, 1, key);
}

// ---------------------------------------------------------------- filling

static void fill_head(struct book *book, const struct sheet *sheet, const struct layout *layout) {
  int most = 1;
  for (size_t c = 0; c < sheet->table->column_count; c++) {
    const char *head = label_of_column(book->arena, sheet->table->columns[c].name);
    lxw_row_col_options hidden = {.hidden = 1};
    book_note(book, worksheet_set_column_opt(sheet->worksheet, (lxw_col_t)c, (lxw_col_t)c, layout->widths[c], NULL,
                                             layout->blank[c] ? &hidden : NULL));
    book_text(book, sheet->worksheet, 0, (lxw_col_t)c, head, book->head);
    int lines = layout->blank[c] ? 1 : book_lines(head, layout->widths[c] - 1);
    most = lines > most ? lines : most;
  }
  book_head_height(book, sheet->worksheet, 0, most);
}

static void fill_row(struct book *book, struct sheet *sheet, const struct layout *layout, size_t i) {
  int most = 1;
  for (size_t c = 0; c < sheet->table->column_count; c++) {
    const struct field_column *column = &sheet->table->columns[c];
    union field field = field_at(sheet, i, c);
    const char *formula = book_formula(book, sheet, i, column);
    if (formula)
      book_computed(book, sheet->worksheet, (lxw_row_t)i + 1, (lxw_col_t)c, column, field, formula);
    else
      sheet->cut_texts += !book_field(book, sheet->worksheet, (lxw_row_t)i + 1, (lxw_col_t)c, column, field);
    int lines = field_is_text(column->kind) ? book_lines(book_word(book, column, field), layout->widths[c] - 2) : 1;
    most = lines > most ? lines : most;
  }
  book_row_height(book, sheet->worksheet, (lxw_row_t)i + 1, most);
}

// Says beside the table that rows were left out, where anyone who adds it up will see it.
static void say_cut(struct book *book, const struct sheet *sheet) {
  size_t all = result_row_count(sheet->table);
  if (all != sheet->row_count + sheet->total_count)
    book_note(book, worksheet_write_string(sheet->worksheet, 0, (lxw_col_t)(sheet->table->column_count + 1),
                                           book_rows_said(book, sheet), book->strong));
}

void book_fill_sheets(struct book *book) {
  for (size_t s = 0; s < book->sheet_count; s++) {
    struct sheet *sheet = &book->sheets[s];
    struct layout layout = layout_of(book, sheet);
    lxw_col_t last = (lxw_col_t)(sheet->table->column_count - 1);
    fill_head(book, sheet, &layout);
    for (size_t i = 0; i < sheet->row_count; i++)
      fill_row(book, sheet, &layout, i);
    book_note(book, worksheet_autofilter(sheet->worksheet, 0, 0, (lxw_row_t)sheet->row_count, last));
    book_note(book, worksheet_ignore_errors(sheet->worksheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
    book_fill_totals(book, sheet);
    print_sheet(book, sheet, &layout);
    say_cut(book, sheet);
  }
}
