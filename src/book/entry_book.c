// SPDX-License-Identifier: GPL-3.0-or-later
#include "book/entry_book.h"

#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "base/language.h"
#include "book/typed_formats.h"
#include "scenario/cells.h"
#include "scenario/header.h"
#include "scenario/norwegian.h"

enum {
  ROWS_TO_FILL = 1000, // below the header, for lists and ranges
  LIST_LETTERS_MOST = 255,
  TEXT_LETTERS_MOST = 255, // limit of the spreadsheet for messages
  HEAD_COLOUR = 0xDCE6F1,
  NEEDED_COLOUR = 0xB8CCE4,
  DAY_MINUTES = 24 * 60,
};

struct entry_sheet {
  const struct table *table;
  const char *name;
  lxw_worksheet *worksheet;
  const struct sheet *from; // NULL: nothing is filled in
  char decimal;
  lxw_row_t header;              // row of the header, from 0
  const struct column **columns; // [column_count] in the order of the sheet; NULL: a column `note`
  size_t column_count;
  int *cell_of; // [column_count] of the sheet it comes from; -1: not in it
};

struct entry_book {
  struct arena *arena;
  lxw_workbook *workbook;
  struct typed_formats typed;
  lxw_format *head, *needed, *remark;
  struct entry_sheet sheets[TABLE_COUNT];
  lxw_error error; // the first
};

static void keep_error(struct entry_book *book, lxw_error error) { book->error = book->error ? book->error : error; }

static void add_formats(struct entry_book *book) {
  book->typed = typed_formats_of(book->workbook);
  book->remark = typed_format(book->workbook, "@");
  format_set_font_color(book->remark, 0x595959);
  book->head = typed_format(book->workbook, "@");
  book->needed = typed_format(book->workbook, "@");
  format_set_bold(book->needed);
  format_set_bg_color(book->head, HEAD_COLOUR);
  format_set_bg_color(book->needed, NEEDED_COLOUR);
}

// ---------------------------------------------------------------- what stands in a sheet

static const char *name_of_table(enum table_id id) {
  return language_now() == LANGUAGE_NB ? norwegian_table(id) : table_of(id)->name;
}

static const char *name_of_column(const struct table *table, const struct column *column) {
  const char *norwegian = language_now() == LANGUAGE_NB ? norwegian_name(table->name, column->name) : NULL;
  return norwegian ? norwegian : column->name;
}

static int cell_called(const struct sheet *from, const struct column *column) {
  for (int c = 0; from && c < from->header.cell_count; c++)
    if (column_is_called(column, from->header.cells[c]))
      return c;
  return -1;
}

static void take_column(struct entry_sheet *sheet, const struct column *column, int cell) {
  sheet->columns[sheet->column_count] = column;
  sheet->cell_of[sheet->column_count++] = cell;
}

static bool is_taken(const struct entry_sheet *sheet, int cell) {
  for (size_t c = 0; c < sheet->column_count; c++)
    if (sheet->cell_of[c] == cell)
      return true;
  return false;
}

// Puts the columns of the source first, in its order, then all others.
static void order_columns(struct entry_book *book, struct entry_sheet *sheet, const struct column *columns,
                          size_t count) {
  int given = sheet->from ? sheet->from->header.cell_count : 0;
  sheet->columns = arena_array(book->arena, count + (size_t)given + 1, sizeof *sheet->columns);
  sheet->cell_of = arena_array(book->arena, count + (size_t)given + 1, sizeof *sheet->cell_of);
  for (int cell = 0; cell < given; cell++) {
    const struct column *known = NULL;
    for (size_t c = 0; c < count && !known; c++)
      known = column_is_called(&columns[c], sheet->from->header.cells[cell]) ? &columns[c] : NULL;
    take_column(sheet, known, cell);
  }
  for (size_t c = 0; c < count; c++)
    if (cell_called(sheet->from, &columns[c]) < 0 || !is_taken(sheet, cell_called(sheet->from, &columns[c])))
      take_column(sheet, &columns[c], -1);
}

// ---------------------------------------------------------------- cells

static void put_text(struct entry_book *book, const struct entry_sheet *sheet, lxw_row_t row, lxw_col_t column,
                     const char *text, lxw_format *format) {
  if (*text)
    keep_error(book, worksheet_write_string(sheet->worksheet, row, column, text, format));
}

static double power_of_ten(int digits) {
  double power = 1;
  for (; digits > 0; digits--)
    power *= 10;
  return power;
}

// The factor between the stored number and the written one; 0: it is not written as a plain number.
static double scale_of(const struct column *column) {
  enum { KR_DIGITS = 2, PERCENT_DIGITS = 6, HOUR = 60 };
  switch (column->kind) {
  case CELL_INTEGER:
    return 1;
  case CELL_DECIMAL:
    return power_of_ten(column->digits);
  case CELL_KR:
    return column->claimed_in_unit ? 0 : power_of_ten(KR_DIGITS);
  case CELL_PERCENT:
    return power_of_ten(PERCENT_DIGITS);
  case CELL_HOURS:
    return HOUR;
  default:
    return 0;
  }
}

// Reads digits with at most one decimal sign and a minus, no more than a number can hold; anything else stays text.
static bool plain_number(struct arena *arena, const char *text, char decimal, double *value) {
  char *digits = arena_printf(arena, "%s", text), *to = digits;
  for (const char *from = text; *from; from++)
    if (*from == decimal)
      *to++ = '.';
    else if ((*from >= '0' && *from <= '9') || (*from == '-' && from == text))
      *to++ = *from;
    else if (*from != ' ')
      return false;
  *to = 0;
  enum { DIGITS_MOST = 15 };
  char *end;
  *value = strtod(digits, &end);
  return to - digits <= DIGITS_MOST && end != digits && !*end;
}

static bool put_typed(struct entry_book *book, const struct entry_sheet *sheet, lxw_row_t row, lxw_col_t at,
                      const struct column *column, const char *text) {
  static const struct tables none;
  struct cell_reader reader = {.arena = book->arena, .tables = &none, .decimal = sheet->decimal};
  enum { DAYS_TO_1970 = 25569 };
  struct cell cell;
  double value = 0;
  bool known = column->kind == CELL_DATE || column->kind == CELL_CLOCK;
  if (known && cell_read(&reader, column, text, &cell))
    return false;
  if (known) {
    value = column->kind == CELL_DATE ? (double)cell.number + DAYS_TO_1970 : (double)cell.number / DAY_MINUTES;
    keep_error(book, worksheet_write_number(sheet->worksheet, row, at, value,
                                            column->kind == CELL_DATE ? book->typed.date : book->typed.clock));
    return true;
  }
  if (!column_is_number(column) || !plain_number(book->arena, text, sheet->decimal, &value))
    return false;
  keep_error(book, worksheet_write_number(sheet->worksheet, row, at, value, book->typed.number));
  return true;
}

static void put_cell(struct entry_book *book, const struct entry_sheet *sheet, lxw_row_t row, size_t at,
                     const struct column *column, const char *text) {
  text = column ? own_cell(book->arena, column, text) : text;
  if (*text && (!column || !put_typed(book, sheet, row, (lxw_col_t)at, column, text)))
    put_text(book, sheet, row, (lxw_col_t)at, text, book->typed.text);
}

// ---------------------------------------------------------------- what the spreadsheet asks of a cell

static const struct entry_sheet *referred(const struct entry_book *book, const struct column *column) {
  return &book->sheets[column->refers_to];
}

// The codes of a table that others refer to: its first column.
static lxw_col_t code_column(const struct entry_sheet *sheet) {
  size_t c = 0;
  while (c < sheet->column_count && sheet->columns[c] != &sheet->table->columns[0])
    c++;
  return (lxw_col_t)c;
}

// For a cell that may name several codes, separated by blanks, the spreadsheet only asks for confirmation.
static bool may_be_several(const struct column *column) {
  return column->kind == CELL_REFERENCE && column->refers_to == TABLE_UNITS && column->key;
}

static char **list_of(struct arena *arena, const struct column *column) {
  const struct choice *choices = column->choices;
  size_t count = 0, letters = 0;
  while (choices[count].word)
    letters += strlen(own_word(column, choices[count++].word)) + 1;
  if (letters > LIST_LETTERS_MOST)
    return NULL;
  char **list = arena_array(arena, count + 1, sizeof *list);
  for (size_t i = 0; i < count; i++)
    list[i] = arena_printf(arena, "%s", own_word(column, choices[i].word));
  return list;
}

// Sets the allowed values; false where anything is allowed.
static bool limit_of(struct entry_book *book, const struct column *column, lxw_data_validation *limit) {
  double scale = scale_of(column);
  bool open = column->least > column->most;
  if (column->kind == CELL_CHOICE) {
    limit->validate = LXW_VALIDATION_TYPE_LIST;
    limit->value_list = (void *)list_of(book->arena, column); // const char or char, depending on the library's release
    return limit->value_list;
  }
  if (column->kind == CELL_REFERENCE) {
    const struct entry_sheet *to = referred(book, column);
    char last[LXW_MAX_CELL_NAME_LENGTH], first[LXW_MAX_CELL_NAME_LENGTH];
    lxw_col_t code = code_column(to);
    lxw_rowcol_to_cell_abs(first, to->header + 1, code, true, true);
    lxw_rowcol_to_cell_abs(last, to->header + ROWS_TO_FILL, code, true, true);
    limit->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    limit->value_formula = arena_printf(book->arena, "='%s'!%s:%s", to->name, first, last);
    return true;
  }
  if (open || (scale == 0 && column->kind != CELL_DATE && column->kind != CELL_CLOCK))
    return false;
  enum { DAYS_TO_1970 = 25569 };
  limit->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  limit->validate = column->kind == CELL_DATE    ? LXW_VALIDATION_TYPE_DATE_NUMBER
                    : column->kind == CELL_CLOCK ? LXW_VALIDATION_TYPE_TIME_NUMBER
                                                 : LXW_VALIDATION_TYPE_DECIMAL;
  double add = column->kind == CELL_DATE ? DAYS_TO_1970 : 0, per = column->kind == CELL_CLOCK ? DAY_MINUTES : scale;
  per = column->kind == CELL_DATE ? 1 : per;
  limit->minimum_number = (double)column->least / per + add;
  limit->maximum_number = (double)column->most / per + add;
  return true;
}

static char *cut(struct arena *arena, const char *text, size_t most) {
  char *all = arena_printf(arena, "%s", text);
  if (strlen(all) > most) {
    while (most > 0 && (all[most] & 0xC0) == 0x80)
      most--;
    all[most] = 0;
  }
  return all;
}

static void add_limit(struct entry_book *book, const struct entry_sheet *sheet, const struct column *column,
                      lxw_row_t first, lxw_row_t last, lxw_col_t at) {
  lxw_data_validation limit = {.ignore_blank = LXW_VALIDATION_ON, .show_error = LXW_VALIDATION_ON};
  if (!limit_of(book, column, &limit))
    return;
  enum { TITLE_LETTERS_MOST = 32 };
  limit.error_type = may_be_several(column) ? LXW_VALIDATION_ERROR_TYPE_WARNING : LXW_VALIDATION_ERROR_TYPE_STOP;
  limit.error_title = cut(book->arena, name_of_column(sheet->table, column), TITLE_LETTERS_MOST);
  limit.error_message = cut(book->arena, column_note(book->arena, column), TEXT_LETTERS_MOST - 5);
  keep_error(book, worksheet_data_validation_range(sheet->worksheet, first, at, last, at, &limit));
}

// ---------------------------------------------------------------- sheets

static void add_note(struct entry_book *book, const struct entry_sheet *sheet, lxw_row_t row, lxw_col_t at,
                     const char *text) {
  enum { WIDTH_PX = 320, HEIGHT_PX = 140, LETTERS_MOST = 2000 };
  lxw_comment_options options = {.width = WIDTH_PX, .height = HEIGHT_PX, .author = "rotacost"};
  keep_error(book,
             worksheet_write_comment_opt(sheet->worksheet, row, at, cut(book->arena, text, LETTERS_MOST), &options));
}

static void put_header(struct entry_book *book, const struct entry_sheet *sheet) {
  enum { NARROWEST = 9, WIDER = 3 };
  for (size_t c = 0; c < sheet->column_count; c++) {
    const struct column *column = sheet->columns[c];
    const char *name = column ? name_of_column(sheet->table, column) : sheet->from->header.cells[sheet->cell_of[c]];
    lxw_col_t at = (lxw_col_t)c;
    put_text(book, sheet, sheet->header, at, name, column && column->required ? book->needed : book->head);
    double width = (double)(strlen(name) < NARROWEST ? NARROWEST : strlen(name)) + WIDER;
    keep_error(book, worksheet_set_column(sheet->worksheet, at, at, width, NULL));
    if (!column)
      continue;
    add_note(book, sheet, sheet->header, at, column_note(book->arena, column));
    if (!sheet->table->transposed)
      add_limit(book, sheet, column, sheet->header + 1, sheet->header + ROWS_TO_FILL, at);
  }
  worksheet_freeze_panes(sheet->worksheet, sheet->header + 1, 0);
  worksheet_set_landscape(sheet->worksheet);
  worksheet_fit_to_pages(sheet->worksheet, 1, 0);
}

static void put_rows(struct entry_book *book, const struct entry_sheet *sheet) {
  for (size_t i = 0; sheet->from && i < sheet->from->row_count; i++) {
    const struct sheet_row *row = &sheet->from->rows[i];
    for (size_t c = 0; c < sheet->column_count; c++)
      if (sheet->cell_of[c] >= 0)
        put_cell(book, sheet, (lxw_row_t)row->line - 1, c, sheet->columns[c], row->cells[sheet->cell_of[c]]);
  }
  for (size_t i = 0; sheet->from && i < sheet->from->comment_count; i++)
    put_text(book, sheet, (lxw_row_t)sheet->from->comments[i].line - 1, 0, sheet->from->comments[i].text, book->remark);
}

// Writes each setting's value as its kind, with its allowed values; settings not given follow, blank.
static void put_settings(struct entry_book *book, const struct entry_sheet *sheet) {
  const struct table *table = sheet->table;
  lxw_row_t below = sheet->header + 1;
  for (size_t i = 0; sheet->from && i < sheet->from->row_count; i++)
    below = (lxw_row_t)sheet->from->rows[i].line > below ? (lxw_row_t)sheet->from->rows[i].line : below;
  for (size_t c = 0; c < table->column_count; c++) {
    const struct column *column = &table->columns[c];
    if (strcmp(column->name, "source") == 0)
      continue;
    const struct sheet_row *given = NULL;
    for (size_t i = 0; sheet->from && i < sheet->from->row_count && !given; i++)
      given = column_is_called(column, sheet->from->rows[i].cells[sheet->cell_of[0]]) ? &sheet->from->rows[i] : NULL;
    lxw_row_t row = given ? (lxw_row_t)given->line - 1 : below++;
    put_text(book, sheet, row, 0, name_of_column(table, column), column->required ? book->needed : book->head);
    add_note(book, sheet, row, 0, column_note(book->arena, column));
    add_limit(book, sheet, column, row, row, 1);
    if (given && sheet->cell_of[1] >= 0)
      put_cell(book, sheet, row, 1, column, given->cells[sheet->cell_of[1]]);
  }
}

static void begin_sheet(struct entry_book *book, enum table_id id, const struct entry_table *given) {
  struct entry_sheet *sheet = &book->sheets[id];
  *sheet = (struct entry_sheet){
      .table = table_of(id), .name = name_of_table(id), .from = given->sheet, .decimal = given->decimal};
  sheet->header = given->sheet ? (lxw_row_t)given->sheet->header.line - 1 : 0;
  sheet->worksheet = workbook_add_worksheet(book->workbook, sheet->name);
  if (sheet->table->transposed)
    order_columns(book, sheet, line_columns, LINE_COLUMNS);
  else
    order_columns(book, sheet, sheet->table->columns, sheet->table->column_count);
  if (given->sheet)
    worksheet_set_tab_color(sheet->worksheet, 0x1F5C99);
}

static void put_guide(struct entry_book *book, lxw_worksheet *guide, const char *path) {
  const char *const lines[] = {
      _("Each sheet is a table. The dark headers must be filled in, the light ones may stay blank."),
      _("Rest the pointer on a header: its note says what belongs there, in which unit, and what a blank means."),
      _("Many cells offer a list. It follows what you type on the other sheets: units, categories, groups, shifts."),
      _("Begin with units, shifts and need, then groups and pay. Measures, edits and claims hold what is proposed."),
      _("Sheets without a coloured tab are optional. Leave them as they are, or delete them."),
      _("Write the document a row is taken from in the column for the source, or the word assumed."),
      _("A row whose first cell begins with # is a remark. So is a sheet, and a column, whose name begins with #."),
      _("Formulas are fine: the value that the spreadsheet saved last is read. Macros are not run."),
  };
  struct entry_sheet sheet = {.worksheet = guide};
  size_t count = sizeof lines / sizeof *lines;
  enum { WIDTH = 120 };
  worksheet_set_column(guide, 0, 0, WIDTH, NULL);
  put_text(book, &sheet, 0, 0, _("A scenario to fill in"), book->needed);
  for (size_t i = 0; i < count; i++)
    put_text(book, &sheet, (lxw_row_t)i + 2, 0, lines[i], book->typed.text);
  put_text(book, &sheet, (lxw_row_t)count + 2, 0,
           arena_printf(book->arena, _("Then check it: rotacost check %s"), path), book->typed.text);
  put_text(book, &sheet, (lxw_row_t)count + 3, 0, arena_printf(book->arena, _("And run it: rotacost run %s"), path),
           book->typed.text);
}

static void fill(struct entry_book *book, const struct entry_table *tables, const char *path) {
  add_formats(book);
  lxw_doc_properties properties = {.company = "rotacost", .created = 1704067200}; // no clock: same tables, same bytes
  workbook_set_properties(book->workbook, &properties);
  put_guide(book,
            workbook_add_worksheet(book->workbook, language_now() == LANGUAGE_NB ? "# Les først" : "# Read first"),
            path);
  for (int t = 0; t < TABLE_COUNT; t++)
    begin_sheet(book, (enum table_id)t, &tables[t]);
  for (int t = 0; t < TABLE_COUNT; t++) {
    put_header(book, &book->sheets[t]);
    put_rows(book, &book->sheets[t]);
    if (book->sheets[t].table->transposed)
      put_settings(book, &book->sheets[t]);
  }
}

const char *entry_book_write(struct arena *arena, const struct entry_table tables[TABLE_COUNT], const char *path,
                             const char *called) {
  struct entry_book book = {.arena = arena, .workbook = workbook_new(path)};
  if (!book.workbook)
    return _("the workbook cannot be begun");
  fill(&book, tables, called);
  lxw_error error = workbook_close(book.workbook);
  keep_error(&book, error);
  return book.error ? arena_printf(arena, _("the workbook cannot be written: %s"), lxw_strerror(book.error)) : NULL;
}
