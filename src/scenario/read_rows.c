// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/read_parts.h"

#include <string.h>

#include "base/language.h"
#include "scenario/accounts.h"
#include "scenario/header.h"
#include "scenario/norwegian.h"
#include "scenario/place.h"
#include "scenario/rows_books.h"
#include "scenario/rows_people.h"
#include "scenario/settings.h"

static const char *key_words(struct arena *arena, const struct table *table) {
  const char *list = "";
  for (size_t c = 0; c < table->column_count; c++)
    if (table->columns[c].key)
      list = arena_printf(arena, "%s%s`%s`", list, list[0] ? ", " : "", table->columns[c].name);
  return list;
}

void reading_miss_table(struct reading *reading, enum table_id id, const char *why) {
  const struct table *table = table_of(id);
  const char *path = store_place(reading->arena, reading->scenario->folder, id);
  problem_add(reading->problems, (struct place){.file = path}, NULL, "missing, %s: write it (%s)", why,
              _(table->meaning));
  reading->broken[id] = true;
}

// A reference into a missing table is reported once, at that table.
static void require_table(const struct table_file *file, const struct column *column, int line, const char *text) {
  struct reading *reading = file->reading;
  if (!text[0] || column->kind != CELL_REFERENCE || !reading->absent[column->refers_to] ||
      reading->broken[column->refers_to])
    return;
  reading_miss_table(reading, column->refers_to,
                     arena_printf(reading->arena, _("but %s line %d names `%s` of it"), file->sheet->file, line, text));
}

enum cell_state {
  CELL_GOOD,
  CELL_UNRESOLVED, // names a row of a table with errors: it is not known which
  CELL_WRONG,
};

// Kroner of rates are checked like any other kroner: in their column only the row's rate gives the unit.
static const char *ask_rate(const struct table_file *file, const struct column *column, const void *row,
                            const char *text) {
  const struct rate_row *rate = row;
  bool kroner = file->id == TABLE_RATES && column->offset == offsetof(struct rate_row, value_e6) &&
                rate->rate != NOT_GIVEN && strcmp(rate_meaning_of((enum rate_id)rate->rate)->unit, "kr") == 0;
  return kroner ? cell_ask_thousands(&file->reader, column, text) : NULL;
}

// Text entered as 22.5 or 1-12 that the spreadsheet took for a day of the year.
static const char *refuse_date(const struct column *column) {
  return column->kind == CELL_DATE || column->kind == CELL_TEXT
             ? NULL
             : _("a date: the spreadsheet made one of what was typed; format the cell as text, and write it again");
}

// Amounts of several years have a column each.
static bool is_of_a_year(const struct table_file *file, size_t c) {
  const struct books_header *books = &file->books;
  return books->year_count > 1 && books->years[0].cell_of[c] != books->years[1].cell_of[c];
}

static const char *column_name(const struct table_file *file, size_t c) {
  const char *name = file->table->columns[c].name;
  return is_of_a_year(file, c) ? books_column_of_year(file->reading->arena, name, file->books_year) : name;
}

static enum cell_state read_cell(const struct table_file *file, const struct sheet_row *from, size_t c, void *row) {
  const struct column *column = &file->table->columns[c];
  int at = file->cell_of[c];
  const char *text = at == NO_CELL ? "" : from->cells[at];
  struct cell cell = {.number = NOT_GIVEN};
  bool missing = at == NO_CELL && column->required; // reported once, at the header
  require_table(file, column, at == NO_CELL ? from->line : from->lines[at], text);
  const char *why = missing ? NULL : ask_rate(file, column, row, text);
  if (!missing && !why && at != NO_CELL && from->kinds && from->kinds[at] == SHEET_DATE)
    why = refuse_date(column);
  if (!missing && !why)
    why = cell_read(&file->reader, column, text, &cell);
  cell_store(column, row, cell);
  if (why)
    problem_add(file->reading->problems,
                (struct place){.file = file->sheet->file, .line = from->lines[at], .column = column_name(file, c)},
                text[0] ? text : NULL, "%s", why);
  if (why || missing)
    return CELL_WRONG;
  bool unresolved = column->kind == CELL_REFERENCE && text[0] && cell.number == NOT_GIVEN;
  return unresolved ? CELL_UNRESOLVED : CELL_GOOD;
}

// For a row of units.csv: the columns that it takes from the unit it is like.
static void note_blanks(const struct table_file *file, const struct sheet_row *from, struct unit_row *unit) {
  for (size_t c = 0; c < file->table->column_count; c++)
    if (file->cell_of[c] == NO_CELL || !from->cells[file->cell_of[c]][0])
      unit->blank_columns |= INT64_C(1) << c;
}

// A range is read once all tables have been, by the scenario's own decimal sign.
static const char *with_decimal(const struct table_file *file, const char *text) {
  char from = file->reader.decimal, to = file->reading->scenario->decimal;
  if (!text || from == to)
    return text;
  char *own = arena_text(file->reading->arena, text, strlen(text));
  for (char *at = strchr(own, from); at; at = strchr(at, from))
    *at = to;
  return own;
}

// What the headings of an export say about all its rows.
static void note_books(const struct table_file *file, const struct sheet_row *from, struct general_ledger_row *row) {
  enum { ACCOUNT_COLUMN, ART_COLUMN };
  int cell = file->cell_of[ACCOUNT_COLUMN] == NO_CELL ? file->cell_of[ART_COLUMN] : file->cell_of[ACCOUNT_COLUMN];
  row->take = file->books.take;
  row->one_of_years = file->books.year_count > 1;
  row->column = file->sheet->columns && cell != NO_CELL ? file->sheet->columns[cell] : NOT_GIVEN;
  row->row.line = cell != NO_CELL ? from->lines[cell] : row->row.line;
  if (row->year == NOT_GIVEN)
    row->year = file->books_year;
  int64_t *const amounts[] = {&row->amount_ore,  &row->actual_ore,  &row->budget_ore,
                              &row->revised_ore, &row->closing_ore, &row->total_ore};
  for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++)
    *amounts[i] *= *amounts[i] == NOT_GIVEN ? 1 : file->books.scale;
  for (int m = 0; m < LEDGER_MONTHS; m++)
    row->month_ore[m] *= row->month_ore[m] == NOT_GIVEN ? 1 : file->books.scale;
}

// Parses a row; false where its key is not complete.
static bool read_row(const struct table_file *file, const struct sheet_row *from, void *row) {
  struct row *head = row;
  bool key_good = true;
  *head = (struct row){.file = file->sheet->file, .line = from->line};
  for (size_t c = 0; c < file->table->column_count; c++) {
    enum cell_state state = read_cell(file, from, c, row);
    file->reading->broken[file->id] |= state == CELL_WRONG;
    key_good &= state == CELL_GOOD || !file->table->columns[c].key;
  }
  if (file->id == TABLE_UNITS)
    note_blanks(file, from, row);
  if (file->id == TABLE_GENERAL_LEDGER)
    note_books(file, from, row);
  head->assumed = head->source && source_is_assumed(head->source);
  if (head->assumed)
    head->source = NULL;
  head->low = with_decimal(file, head->low);
  head->high = with_decimal(file, head->high);
  return key_good;
}

static void add_duplicate(const struct table_file *file, const struct row *row, const struct row *first) {
  file->reading->broken[file->id] = true;
  if (first->line == row->line) {
    problem_add(file->reading->problems, row_place(row, "unit"), NULL, _("names a unit twice: write each once"));
    return;
  }
  problem_add(file->reading->problems, row_place(row, NULL), NULL,
              "the same key (%s) as line %d: remove one or tell them apart",
              key_words(file->reading->arena, file->table), first->line);
}

// Appends the row, or replaces the shared row with the same key.
static void keep_row(const struct table_file *file, const void *row, bool key_good) {
  struct rows *rows = &file->reading->scenario->tables.list[file->id];
  size_t same = file->keys && key_good ? key_find(file->keys, rows, row) : KEY_NONE;
  if (same == KEY_NONE) {
    void *kept = arena_push(file->reading->arena, &rows->items, &rows->count, &rows->room, rows->size);
    memcpy(kept, row, rows->size);
    if (file->keys && key_good)
      key_put(file->keys, rows, rows->count - 1);
    return;
  }
  char *old = rows->items + same * rows->size;
  const struct row *first = (const struct row *)(const void *)old;
  if (first->file == file->sheet->file)
    add_duplicate(file, row, first);
  else
    memcpy(old, row, rows->size);
}

// The unit column of the table, where a cell may name several; column_count: none.
static size_t unit_column(const struct table *table) {
  size_t c = 0;
  while (c < table->column_count && !(table->columns[c].key && table->columns[c].kind == CELL_REFERENCE &&
                                      table->columns[c].refers_to == TABLE_UNITS))
    c++;
  return c;
}

// The next word of a text, which moves on behind it; "" at the end.
static const char *next_word(struct arena *arena, const char **text) {
  const char *begin = *text + strspn(*text, " ");
  size_t length = strcspn(begin, " ");
  *text = begin + length;
  return arena_text(arena, begin, length);
}

// A row for several units becomes a row for each of them: the first is read in full, for the others only the unit.
static void read_sheet_row(const struct table_file *file, const struct sheet_row *from, void *row) {
  struct arena *arena = file->reading->arena;
  size_t unit = unit_column(file->table);
  int at = unit < file->table->column_count ? file->cell_of[unit] : NO_CELL;
  const char *units = at == NO_CELL ? "" : from->cells[at];
  struct sheet_row one = *from;
  if (strchr(units, ' ')) {
    const char **cells = arena_array(arena, (size_t)from->cell_count, sizeof *cells);
    memcpy(cells, from->cells, (size_t)from->cell_count * sizeof *cells);
    cells[at] = next_word(arena, &units);
    one.cells = cells;
  } else {
    units = "";
  }
  bool key_good = read_row(file, &one, row);
  keep_row(file, row, key_good);
  while (*(units += strspn(units, " "))) {
    one.cells[at] = next_word(arena, &units);
    enum cell_state state = read_cell(file, &one, unit, row);
    file->reading->broken[file->id] |= state == CELL_WRONG;
    keep_row(file, row, key_good && state == CELL_GOOD);
  }
}

// Rows of the accounts on arts that are not pay: left out, and reported in one line.
struct no_pay_rows {
  size_t rows;
  int first_line;
  const char *arts; // each once, in the order of rows
};

static bool is_left_out(const struct table_file *file, const struct sheet_row *row, struct no_pay_rows *left) {
  enum { LINE_COLUMN = 1, ARTS_BYTES_MOST = 200 };
  int at = file->id == TABLE_ACCOUNTS ? file->cell_of[LINE_COLUMN] : NO_CELL;
  if (at == NO_CELL || !account_art_is_no_pay(row->cells[at]))
    return false;
  if (!left->rows++)
    left->first_line = row->line, left->arts = "";
  const char *art = arena_printf(file->reading->arena, "%s%s", *left->arts ? ", " : "", row->cells[at]);
  if (!strstr(left->arts, row->cells[at]) && strlen(left->arts) < ARTS_BYTES_MOST)
    left->arts = arena_printf(file->reading->arena, "%s%s", left->arts, art);
  return true;
}

// A row of accounts for several years becomes a row for each of them.
static void read_each_year(struct table_file *file, const struct sheet_row *from, void *row) {
  for (size_t y = 0; y < file->books.year_count; y++) {
    file->cell_of = file->books.years[y].cell_of;
    file->books_year = file->books.years[y].year;
    memset(row, 0, file->table->row_size);
    read_sheet_row(file, from, row);
  }
}

void reading_rows(struct table_file *file) {
  void *row = arena_alloc(file->reading->arena, file->table->row_size);
  struct no_pay_rows left = {.rows = 0};
  for (size_t i = 0; i < file->sheet->row_count; i++) {
    if (is_left_out(file, &file->sheet->rows[i], &left))
      continue;
    memset(row, 0, file->table->row_size);
    if (file->id == TABLE_GENERAL_LEDGER)
      read_each_year(file, &file->sheet->rows[i], row);
    else
      read_sheet_row(file, &file->sheet->rows[i], row);
  }
  struct place at = {.file = file->sheet->file, .line = left.first_line, .column = "line"};
  if (left.rows)
    problem_warn(file->reading->problems, at, NULL, "arts that are no pay, left out: %s (rows: %zu)", left.arts,
                 left.rows);
}
