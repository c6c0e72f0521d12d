// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of the workbook: how each kind of value is shown, and in what words.
#include <stdint.h>
#include <string.h>

#include <unistr.h>

#include "base/fixed.h"
#include "base/language.h"
#include "book/book.h"
#include "calendar/fiscal.h"
#include "report/format.h"
#include "report/labels.h"
#include "report/terminal.h"

enum { CELL_LETTERS_MOST = 32000 }; // a cell holds 32 767; the rest says that it was cut

// ---------------------------------------------------------------- what the library tells

void book_note(struct book *book, lxw_error error) {
  if (book->error == LXW_NO_ERROR)
    book->error = error;
}

void *book_made(void *made) {
  if (!made)
    arena_no_memory();
  return made;
}

// ---------------------------------------------------------------- formats

static lxw_format *number_format(struct book *book, const char *pattern) {
  lxw_format *format = book_made(workbook_add_format(book->workbook));
  format_set_num_format(format, pattern);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  return format;
}

static lxw_format *text_format(struct book *book) {
  lxw_format *format = number_format(book, "@");
  format_set_text_wrap(format);
  format_set_indent(format, 1); // keeps text apart from a number to its left
  return format;
}

static void add_judged(struct book *book) {
  static const struct {
    lxw_color_t fill, ink;
  } colours[JUDGEMENTS] = {[JUDGED_GOOD] = {0xDDEFD9, 0x1B4D1F},
                           [JUDGED_MAYBE] = {0xFFF0C2, 0x5C4300},
                           [JUDGED_BAD] = {0xF8D5D5, 0x7A1010},
                           [JUDGED_UNKNOWN] = {0xE9E9E9, 0x3A3A3A}};
  for (int j = 0; j < JUDGEMENTS; j++) {
    book->judged[j] = text_format(book);
    format_set_bg_color(book->judged[j], colours[j].fill);
    format_set_font_color(book->judged[j], colours[j].ink);
    if (j == JUDGED_BAD)
      format_set_bold(book->judged[j]);
  }
}

static void add_texts(struct book *book) {
  book->head = text_format(book);
  format_set_bold(book->head);
  format_set_bg_color(book->head, 0xDCE6F1);
  format_set_bottom(book->head, LXW_BORDER_THIN);
  book->title = book_made(workbook_add_format(book->workbook));
  format_set_bold(book->title);
  format_set_font_size(book->title, 16);
  book->strong = book_made(workbook_add_format(book->workbook));
  format_set_bold(book->strong);
  book->plain = book_made(workbook_add_format(book->workbook));
  book->note = book_made(workbook_add_format(book->workbook));
  format_set_font_color(book->note, 0x595959);
  book->text = text_format(book);
  book->link = text_format(book);
  format_set_font_color(book->link, 0x0B4F9E);
  format_set_underline(book->link, LXW_UNDERLINE_SINGLE);
  book->count = number_format(book, "#,##0");
  format_set_align(book->count, LXW_ALIGN_LEFT);
  format_set_indent(book->count, 1);
  book->aside = number_format(book, "#,##0");
  format_set_font_color(book->aside, 0x767676);
}

// Yellow cells are to be filled in.
static lxw_format *entry_format(lxw_format *format) {
  enum { ENTRY_GROUND = 0xFFF8D6 };
  format_set_bg_color(format, ENTRY_GROUND);
  format_set_border(format, LXW_BORDER_THIN);
  return format;
}

void book_add_formats(struct book *book) {
  const char *zeros = "";
  add_texts(book);
  add_judged(book);
  book->kroner = number_format(book, "#,##0\" kr\";-#,##0\" kr\"");
  book->entry_kroner = entry_format(number_format(book, "#,##0\" kr\";-#,##0\" kr\""));
  book->entry_count = entry_format(number_format(book, "0"));
  book->percent = number_format(book, "0 %");
  book->integer = number_format(book, "#,##0");
  book->year = number_format(book, "0");
  book->date = number_format(book, language_now() == LANGUAGE_NB ? "dd\\.mm\\.yyyy" : "yyyy\\-mm\\-dd");
  format_set_align(book->date, LXW_ALIGN_LEFT);
  format_set_indent(book->date, 1);
  for (int d = 0; d <= BOOK_DIGITS_MOST; d++, zeros = arena_printf(book->arena, "%s0", zeros))
    book->decimals[d] = number_format(book, arena_printf(book->arena, d ? "#,##0.%s" : "#,##0%s", zeros));
}

static bool is_plain_number(const char *column) { // 27 is a week
  return !strcmp(column, "week") || !strcmp(column, "file_line");
}

static lxw_format *judged_format(const struct book *book, const struct field_column *column, union field field) {
  static const char *const classes[JUDGEMENTS] = {"good", "maybe", "bad", "unknown"};
  const char *class_name = column->kind == FIELD_CODE ? label_class(column->name, field.text) : NULL;
  for (int j = 0; class_name && j < JUDGEMENTS; j++)
    if (!strcmp(classes[j], class_name))
      return book->judged[j];
  return book->text;
}

static lxw_format *format_of(const struct book *book, const struct field_column *column, union field field) {
  switch (column->kind) {
  case FIELD_KR:
    return book->kroner;
  case FIELD_DATE:
    return book->date;
  case FIELD_DECIMAL:
    return book->decimals[column->digits < BOOK_DIGITS_MOST ? column->digits : BOOK_DIGITS_MOST];
  case FIELD_YEAR:
    return book->year;
  case FIELD_INTEGER:
    return is_plain_number(column->name) ? book->year : book->integer;
  default:
    return judged_format(book, column, field);
  }
}

// ---------------------------------------------------------------- words

struct titled {
  const char *code, *title;
};

static struct titled titled_at(const struct tables *tables, enum table_id table, size_t row) {
  switch (table) {
  case TABLE_UNITS:
    return (struct titled){unit_rows(tables)[row].unit, unit_rows(tables)[row].title};
  case TABLE_CATEGORIES:
    return (struct titled){category_rows(tables)[row].category, category_rows(tables)[row].title};
  case TABLE_SHIFTS:
    return (struct titled){shift_rows(tables)[row].shift, shift_rows(tables)[row].title};
  default:
    return (struct titled){group_rows(tables)[row].group, group_rows(tables)[row].title};
  }
}

// The title of the row with the code; the code itself if it has no title or another row has the same.
static const char *title_in(const struct tables *tables, enum table_id table, const char *code) {
  const char *title = NULL;
  for (size_t i = 0; i < row_count(tables, table) && !title; i++)
    if (!strcmp(titled_at(tables, table, i).code, code))
      title = titled_at(tables, table, i).title;
  for (size_t i = 0; i < row_count(tables, table) && title; i++) {
    struct titled other = titled_at(tables, table, i);
    if (other.title && !strcmp(other.title, title) && strcmp(other.code, code))
      return code;
  }
  return title ? title : code;
}

static const char *find_word(struct book *book, const struct field_column *column, union field field) {
  static const struct {
    const char *column;
    enum table_id table;
  } titles[] = {{"unit", TABLE_UNITS},
                {"category", TABLE_CATEGORIES},
                {"level", TABLE_CATEGORIES},
                {"shift", TABLE_SHIFTS},
                {"group", TABLE_GROUPS}};
  const char *word = format_field(book->arena, column, field);
  if (column->kind != FIELD_CODE || strcmp(word, field.text))
    return word;
  if (!*word)
    return strcmp(column->name, "measure") ? word : _("today"); // a row without a measure
  for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
    if (!strcmp(titles[i].column, column->name))
      return title_in(&book->audit->scenario->tables, titles[i].table, word);
  return word;
}

// A cell is asked three times: for the width of its column, the height of its row, and itself.
const char *book_word(struct book *book, const struct field_column *column, union field field) {
  if (!field_is_text(column->kind))
    return find_word(book, column, field);
  struct known_word *known = &book->known[((uintptr_t)field.text >> 3 ^ (uintptr_t)column >> 4) % BOOK_WORDS_KNOWN];
  if (known->column != column || known->text != field.text)
    *known = (struct known_word){column, field.text, find_word(book, column, field)};
  return known->word;
}

// ---------------------------------------------------------------- values

bool book_text(struct book *book, lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t column, const char *text,
               lxw_format *format) {
  const char *shown = terminal_text(book->arena, text);
  bool whole = strlen(shown) <= CELL_LETTERS_MOST; // bytes are no fewer than letters
  if (!whole) {
    size_t end = CELL_LETTERS_MOST;
    while ((shown[end] & 0xC0) == 0x80)
      end--;
    shown = arena_printf(book->arena, "%s… (%s)", arena_text(book->arena, shown, end),
                         _("cut here: a cell holds no more, the CSV file has it all"));
  }
  if (*shown)
    book_note(book, worksheet_write_string(worksheet, row, column, shown, format));
  return whole;
}

void book_kr(struct book *book, lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t column, int64_t ore) {
  if (ore != FIELD_BLANK)
    book_note(book, worksheet_write_number(worksheet, row, column, kr_from_ore(ore), book->kroner));
}

static void write_date(struct book *book, lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t column, int64_t day,
                       lxw_format *format) {
  struct civil_date date = date_from_day((day_number)day);
  lxw_datetime datetime = {.year = date.year, .month = date.month, .day = date.day};
  book_note(book, worksheet_write_datetime(worksheet, row, column, &datetime, format));
}

static double power_of_ten(int digits) { return digits ? 10 * power_of_ten(digits - 1) : 1; }

void book_computed(struct book *book, lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t at,
                   const struct field_column *column, union field field, const char *formula) {
  double value = column->kind == FIELD_KR
                     ? kr_from_ore(field.number)
                     : (double)field.number / power_of_ten(column->kind == FIELD_DECIMAL ? column->digits : 0);
  book_note(book, worksheet_write_formula_num(worksheet, row, at, formula, format_of(book, column, field), value));
}

bool book_field(struct book *book, lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t at,
                const struct field_column *column, union field field) {
  lxw_format *format = format_of(book, column, field);
  if (field_is_text(column->kind))
    return book_text(book, worksheet, row, at, book_word(book, column, field), format);
  if (field.number == FIELD_BLANK)
    return true;
  if (column->kind == FIELD_YEAR && fiscal_year_month() != 1)
    return book_text(book, worksheet, row, at, fiscal_year_name(book->arena, (int)field.number), book->text);
  if (column->kind == FIELD_DATE)
    write_date(book, worksheet, row, at, field.number, format);
  else if (column->kind == FIELD_KR)
    book_kr(book, worksheet, row, at, field.number);
  else
    book_note(book, worksheet_write_number(worksheet, row, at,
                                           (double)field.number /
                                               power_of_ten(column->kind == FIELD_DECIMAL ? column->digits : 0),
                                           format));
  return true;
}
