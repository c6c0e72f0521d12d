// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns of an export are the accounts: their year and kind. Headings with several years mean one row of
// accounts for each year.
#include <string.h>

#include "base/language.h"
#include "scenario/books_parts.h"
#include "scenario/header.h"
#include "scenario/rows_books.h"
#include "text/grid.h"

struct mapping {
  struct problems *problems;
  const struct sheet *sheet;
  const struct settings_row *settings;
  struct books_header *header;
  int *common;        // [columns] of headings without a year
  const char *passed; // headings of unknown columns
  bool good;
};

static struct place cell_place(const struct mapping *m, int cell) {
  struct place at = {.file = m->sheet->file, .line = m->sheet->header.lines[cell]};
  if (m->sheet->columns)
    at.cell = grid_place(m->problems->arena, at.line, m->sheet->columns[cell]);
  return at;
}

static void pass_over(struct mapping *m, int cell) {
  enum { BYTES_MOST = 300 };
  const char *name = m->sheet->header.cells[cell];
  if (*name && strlen(m->passed) < BYTES_MOST)
    m->passed = arena_printf(m->problems->arena, "%s%s%s", m->passed, *m->passed ? ", " : "", name);
}

static void refuse(struct mapping *m, struct place at, const char *text, const char *why) {
  problem_add(m->problems, at, text, "%s", why);
  m->good = false;
}

static size_t column_count(void) { return table_of(TABLE_GENERAL_LEDGER)->column_count; }

static int *no_cells(const struct mapping *m) {
  int *cells = arena_array(m->problems->arena, column_count(), sizeof *cells);
  for (size_t c = 0; c < column_count(); c++)
    cells[c] = NO_CELL;
  return cells;
}

// The follow-up compares with months of the year before the scenario's first.
static bool is_wanted(const struct mapping *m, const struct books_heading *heading) {
  int64_t first = m->settings->first_year - (heading->month != 0);
  return !heading->year || (heading->year >= first && heading->year <= m->settings->last_year);
}

static int *cells_of_year(struct mapping *m, int year) {
  struct books_header *header = m->header;
  if (!year)
    return m->common;
  for (size_t y = 0; y < header->year_count; y++)
    if (header->years[y].year == year)
      return header->years[y].cell_of;
  struct books_year *added =
      arena_push(m->problems->arena, &header->years, &header->year_count, &header->year_room, sizeof *added);
  *added = (struct books_year){year, no_cells(m)};
  return added->cell_of;
}

static void map_cell(struct mapping *m, int cell) {
  const char *name = m->sheet->header.cells[cell];
  struct books_heading heading = books_heading_of(m->problems->arena, name);
  if (heading.column == NO_COLUMN || !is_wanted(m, &heading)) {
    pass_over(m, cell);
    return;
  }
  int *cells = cells_of_year(m, heading.year);
  if (cells[heading.column] == NO_CELL)
    cells[heading.column] = cell;
  else if (heading.month && !heading.year)
    refuse(m, cell_place(m, cell), name,
           _("the same month twice: remove one, or write the year in each heading, as Jan 2026"));
  else
    refuse(m, cell_place(m, cell), name, _("the same column twice: remove one"));
}

static bool is_filled_cell(const struct mapping *m, int cell) {
  for (size_t i = 0; cell != NO_CELL && i < m->sheet->row_count; i++)
    if (m->sheet->rows[i].cells[cell][0])
      return true;
  return false;
}

// What one heading without a year holds, among headings with years.
static void add_common(struct mapping *m, struct books_year *year, int column) {
  int cell = m->common[column];
  if (cell == NO_CELL)
    return;
  if (year->cell_of[column] == NO_CELL)
    year->cell_of[column] = cell;
  else
    refuse(m, cell_place(m, cell), m->sheet->header.cells[cell],
           _("the same column twice, once with its year: remove one"));
}

// Among several years, an amount or a year without a heading for it belongs to none of them.
static bool is_of_no_year(struct mapping *m, int column) {
  int cell = m->common[column];
  const char *text = cell == NO_CELL ? "" : m->sheet->header.cells[cell];
  bool amount = column >= books_column_at("kr") && column <= books_column_at("total_kr");
  bool time = column == books_column_at("year") || column == books_column_at("period");
  if (m->header->year_count < 2 || cell == NO_CELL || (!amount && !time))
    return false;
  if (column == books_column_at("total_kr"))
    pass_over(m, cell); // of all years together
  else if (amount && is_filled_cell(m, cell))
    refuse(m, cell_place(m, cell), text,
           _("of which year? Other headings name several: write it in this one too, as Regnskap 2026"));
  else if (time && is_filled_cell(m, cell))
    refuse(m, cell_place(m, cell), text,
           _("the headings of the amounts name several years: remove this column, or have one year in the headings"));
  return true;
}

static void join_common(struct mapping *m) {
  if (!m->header->year_count) {
    struct books_year *only =
        arena_push(m->problems->arena, &m->header->years, &m->header->year_count, &m->header->year_room, sizeof *only);
    *only = (struct books_year){NOT_GIVEN, m->common};
    return;
  }
  for (int c = 0; c < (int)column_count(); c++)
    if (!is_of_no_year(m, c))
      for (size_t y = 0; y < m->header->year_count; y++)
        add_common(m, &m->header->years[y], c);
}

static bool has(const struct mapping *m, const char *column) { return m->common[books_column_at(column)] != NO_CELL; }

static bool is_filled_in(const struct mapping *m, const struct books_year *year, const char *column) {
  return is_filled_cell(m, year->cell_of[books_column_at(column)]);
}

static bool has_months(const struct mapping *m, const struct books_year *year) {
  for (int month = 0; month < LEDGER_MONTHS; month++)
    if (is_filled_cell(m, year->cell_of[books_column_at("jan_kr") + month]))
      return true;
  return false;
}

// Amounts of the kind; a column of blanks, as in a table to be filled in, holds none.
static bool has_kind(const struct mapping *m, int64_t kind) {
  static const char *const of[BOOKS_COLUMNS] = {"actual_kr", "budget_kr", "revised_budget_kr", "kr", NULL};
  for (size_t y = 0; y < m->header->year_count; y++)
    if (of[kind] ? is_filled_in(m, &m->header->years[y], of[kind]) : has_months(m, &m->header->years[y]))
      return true;
  return false;
}

// A sum without months to add up is an amount.
static void place_total(struct mapping *m, struct books_year *year) {
  int *total = &year->cell_of[books_column_at("total_kr")], *amount = &year->cell_of[books_column_at("kr")];
  if (*total == NO_CELL || has_months(m, year))
    return;
  if (*amount == NO_CELL)
    *amount = *total;
  else if (is_filled_in(m, year, "total_kr"))
    pass_over(m, *total);
  *total = NO_CELL;
}

// One kind of amounts, or the one the settings name. A budget is only used as accounts where the settings say so.
static void choose(struct mapping *m) {
  struct place at = {.file = m->sheet->file, .line = m->sheet->header.line};
  int kinds = 0, only = NO_COLUMN;
  for (int k = 0; k < BOOKS_COLUMNS; k++)
    if (has_kind(m, k))
      kinds++, only = k;
  int64_t wanted = m->settings->books_take;
  if (!kinds)
    refuse(m, at, NULL,
           _("no column of amounts: add `actual_kr`, `budget_kr`, `revised_budget_kr`, `kr`, or one for each month"));
  else if (wanted == NOT_GIVEN && kinds > 1)
    refuse(m, at, NULL,
           _("several kinds of amounts: say in settings.csv which are the books, with books_take: actual, budget, "
             "revised_budget, kr or months"));
  else if (wanted == NOT_GIVEN && (only == BOOKS_BUDGET || only == BOOKS_REVISED))
    refuse(m, at, NULL,
           _("a budget and nothing booked: if the baseline is to be laid beside the budget, say so in settings.csv, "
             "with books_take: budget or revised_budget"));
  else if (wanted != NOT_GIVEN && !has_kind(m, wanted))
    refuse(m, at, NULL, _("books_take of settings.csv names amounts that are not here: correct it, or add the column"));
  m->header->take = (enum books_column)(wanted != NOT_GIVEN ? wanted : only);
}

// The unit of the amounts: as a heading of theirs says, or the text above the table.
static void find_scale(struct mapping *m) {
  struct arena *arena = m->problems->arena;
  struct place at = {.file = m->sheet->file, .line = m->sheet->header.line};
  const char *from = NULL;
  bool millions = false;
  for (int cell = -1; cell < m->sheet->header.cell_count; cell++) {
    const char *text = cell < 0 ? m->sheet->above : m->sheet->header.cells[cell];
    struct books_heading heading = books_heading_of(arena, text ? text : "");
    if (heading.thousands && !from)
      from = text;
    millions |= heading.millions;
  }
  m->header->scale = from ? 1000 : 1;
  if (millions)
    refuse(m, at, NULL, _("amounts in millions are too coarse to be books: export them in kroner or in 1000 kr"));
  else if (from)
    problem_warn(m->problems, at, from, "%s", _("so the amounts are read as 1000 kr each"));
}

// 1 234,5 and 12,00- have decimals after the sign; in 1,234 it may be decimals or thousands.
static bool shows_decimals(const char *text, char sign) {
  const char *at = strrchr(text, sign);
  size_t digits = at ? strspn(at + 1, "0123456789") : 0;
  return at && (digits == 1 || digits == 2) && !strpbrk(at + 1 + digits, "0123456789.,");
}

static bool any_shows_decimals(const struct sheet *sheet, const struct books_year *year, char sign) {
  for (int c = books_column_at("kr"); c <= books_column_at("total_kr"); c++)
    for (size_t i = 0; year->cell_of[c] != NO_CELL && i < sheet->row_count; i++) {
      const struct sheet_row *row = &sheet->rows[i];
      bool text = !row->kinds || row->kinds[year->cell_of[c]] == SHEET_TEXT;
      if (text && shows_decimals(row->cells[year->cell_of[c]], sign))
        return true;
    }
  return false;
}

char books_decimal(const struct sheet *sheet, const struct books_header *header, char declared) {
  bool comma = false, point = false;
  for (size_t y = 0; y < header->year_count; y++) {
    comma |= any_shows_decimals(sheet, &header->years[y], ',');
    point |= any_shows_decimals(sheet, &header->years[y], '.');
  }
  return comma == point ? declared : comma ? ',' : '.';
}

// A column that occurs once for each year also has the year in its name.
static void spell_column(const struct mapping *m, const struct books_year *year, int column) {
  struct arena *arena = m->problems->arena;
  int cell = year->cell_of[column];
  const char *name = table_of(TABLE_GENERAL_LEDGER)->columns[column].name;
  if (cell == NO_CELL)
    return;
  if (m->header->year_count > 1 && m->common[column] == NO_CELL)
    name = books_column_of_year(arena, name, year->year);
  const char *written = m->sheet->header.cells[cell];
  const char *letters = m->sheet->columns ? grid_place(arena, 0, m->sheet->columns[cell]) : NULL;
  if (letters || strcmp(written, name) != 0)
    problem_spell(m->problems, m->sheet->file, name, written, letters);
}

const char *books_column_of_year(struct arena *arena, const char *column, int64_t year) {
  return arena_printf(arena, "%s %lld", column, (long long)year);
}

static void spell(const struct mapping *m) {
  for (size_t y = 0; y < m->header->year_count; y++)
    for (size_t c = 0; c < column_count(); c++)
      spell_column(m, &m->header->years[y], (int)c);
}

bool books_map_header(struct problems *problems, const struct sheet *sheet, const struct settings_row *settings,
                      struct books_header *header) {
  struct mapping m = {problems, sheet, settings, header, NULL, "", true};
  struct place at = {.file = sheet->file, .line = sheet->header.line};
  m.common = no_cells(&m);
  *header = (struct books_header){.years = NULL};
  for (int cell = 0; cell < sheet->header.cell_count; cell++)
    map_cell(&m, cell);
  bool names_year = header->year_count;
  join_common(&m);
  for (size_t y = 0; y < header->year_count; y++)
    place_total(&m, &header->years[y]);
  if (!has(&m, "account") && !has(&m, "art"))
    refuse(&m, at, NULL, _("column `account` is missing: add the account of the finance system, or `art`"));
  if (!names_year && !has(&m, "year") && !has(&m, "period"))
    refuse(&m, at, NULL,
           _("of which year? Add a column `year`, or write it in the heading of the amount, as Regnskap 2026"));
  if (sheet->row_count)
    choose(&m);
  find_scale(&m);
  spell(&m);
  if (*m.passed)
    problem_warn(problems, at, NULL, "columns that are none of this table, passed over: %s", m.passed);
  return m.good;
}
