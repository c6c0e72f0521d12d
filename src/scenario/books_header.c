// SPDX-License-Identifier: GPL-3.0-or-later
// Headings as finance systems write them: `Regnskap 2026`, `Rev. budsjett`, `Ansvar`, `jan.26`, `202601`.
#include <stdlib.h>
#include <string.h>
#include <unicase.h>

#include "base/language.h"
#include "calendar/fiscal.h"
#include "scenario/books.h"
#include "scenario/header.h"
#include "scenario/norwegian.h"
#include "text/grid.h"

enum { WORDS_MOST = 6, FIRST_YEAR = 1901, LAST_YEAR = 2198, NO_COLUMN = -1 };

static const struct {
  const char *heading, *column; // without years, kr, and signs between words
} headings[] = {
    {"konto", "account"},
    {"kontonr", "account"},
    {"kontonummer", "account"},
    {"hovedkonto", "account"},
    {"account no", "account"},
    {"art", "art"},
    {"kostraart", "art"},
    {"ansvar", "cost_centre"},
    {"ansvarssted", "cost_centre"},
    {"koststed", "cost_centre"},
    {"kostnadssted", "cost_centre"},
    {"cost center", "cost_centre"},
    {"responsibility", "cost_centre"},
    {"tjeneste", "service"},
    {"kostra funksjon", "service"},
    {"kostrafunksjon", "service"},
    {"function", "service"},
    {"regnskapsår", "year"},
    {"budsjettår", "year"},
    {"periode", "period"},
    {"måned", "period"},
    {"month", "period"},
    {"beløp", "kr"},
    {"beløp i", "kr"},
    {"amount", "kr"},
    {"faktisk", "actual_kr"},
    {"bokført", "actual_kr"},
    {"opprinnelig budsjett", "budget_kr"},
    {"oppr budsjett", "budget_kr"},
    {"vedtatt budsjett", "budget_kr"},
    {"original budget", "budget_kr"},
    {"rev budsjett", "revised_budget_kr"},
    {"regulert budsjett", "revised_budget_kr"},
    {"reg budsjett", "revised_budget_kr"},
    {"justert budsjett", "revised_budget_kr"},
    {"rev budget", "revised_budget_kr"},
    {"totalt", "total_kr"},
    {"i alt", "total_kr"},
};

static const char *const months[LEDGER_MONTHS][3] = {
    {"jan", "januar", "january"},  {"feb", "februar", "february"},  {"mar", "mars", "march"},
    {"apr", "april", "april"},     {"may", "mai", "may"},           {"jun", "juni", "june"},
    {"jul", "juli", "july"},       {"aug", "august", "august"},     {"sep", "september", "sept"},
    {"oct", "oktober", "october"}, {"nov", "november", "november"}, {"dec", "desember", "december"}};

struct heading {
  struct arena *arena;
  const char *words[WORDS_MOST]; // in small letters
  int count;
  int year, month; // 0: none
  bool thousands, millions; // what amounts are printed in
};

static bool is_number(const char *word, size_t digits) {
  return strlen(word) == digits && strspn(word, "0123456789") == digits;
}

static bool is_year(int number) { return number >= FIRST_YEAR && number <= LAST_YEAR; }

static bool is_sign(char c) { return strchr(" _-./()\n\r\t,:", c) != NULL; }

static const char *small_letters(struct arena *arena, const char *text) {
  size_t length = 0;
  uint8_t *lower = u8_tolower((const uint8_t *)text, strlen(text), "", NULL, NULL, &length);
  if (!lower)
    arena_no_memory();
  const char *copy = arena_text(arena, (const char *)lower, length);
  free(lower);
  return copy;
}

static bool is_one_of(const char *word, const char *const *words) {
  for (; *words; words++)
    if (!strcmp(word, *words))
      return true;
  return false;
}

// 1000, 1 000, tusen, tkr: in what amounts are printed. False: the word says nothing of it.
static bool take_unit(struct heading *heading, const char *word) {
  static const char *const thousands[] = {"1000", "1\u00A0000", "1\u202F000", "tusen", "tkr", "tnok", "thousand",
                                          "thousands", "1000kr", NULL};
  static const char *const millions[] = {"mill", "millioner", "mnok", "mkr", "million", "millions", NULL};
  bool apart = !strcmp(word, "000") && heading->count && !strcmp(heading->words[heading->count - 1], "1");
  bool short_of = !strcmp(word, "kr") && heading->count && !strcmp(heading->words[heading->count - 1], "t"); // t.kr
  if (apart || short_of)
    heading->count--;
  heading->thousands |= apart || short_of || is_one_of(word, thousands);
  heading->millions |= is_one_of(word, millions);
  return apart || short_of || is_one_of(word, thousands) || is_one_of(word, millions);
}

// What stands around the unit: `i hele 1000 kr`.
static void cut_unit_words(struct heading *heading) {
  static const char *const around[] = {"i", "in", "hele", "kr", "kroner", "nok", "tall", "av", NULL};
  int kept = 0;
  for (int w = 0; w < heading->count; w++)
    if (!is_one_of(heading->words[w], around))
      heading->words[kept++] = heading->words[w];
  heading->count = kept;
}

// A word of its own, or what it says of year and month.
static void take_word(struct heading *heading, const char *word) {
  int number = atoi(word);
  if (take_unit(heading, word))
    return;
  if (is_number(word, 4) && is_year(number) && !heading->year)
    heading->year = number;
  else if (is_number(word, 6) && is_year(number / 100) && number % 100 >= 1 && number % 100 <= LEDGER_MONTHS)
    heading->year = number / 100, heading->month = number % 100;
  else if (heading->count < WORDS_MOST)
    heading->words[heading->count++] = word;
}

static struct heading heading_of(struct arena *arena, const char *text) {
  struct heading heading = {.arena = arena};
  for (const char *at = small_letters(arena, text); *at;) {
    size_t length = 0;
    while (at[length] && !is_sign(at[length]))
      length++;
    if (length)
      take_word(&heading, arena_text(arena, at, length));
    at += length + (at[length] != 0);
  }
  if (heading.thousands || heading.millions)
    cut_unit_words(&heading);
  if (heading.count > 1 &&
      (!strcmp(heading.words[heading.count - 1], "kr") || !strcmp(heading.words[heading.count - 1], "nok")))
    heading.count--;
  return heading;
}

static int month_named(const char *word) {
  if (!strcmp(word, "okt"))
    return 10;
  if (!strcmp(word, "des"))
    return 12;
  for (int m = 0; m < LEDGER_MONTHS; m++)
    for (int w = 0; w < 3; w++)
      if (!strcmp(word, months[m][w]))
        return m + 1;
  return 0;
}

static int month_numbered(const char *word) {
  int number = is_number(word, 1) || is_number(word, 2) ? atoi(word) : 0;
  return number <= LEDGER_MONTHS ? number : 0;
}

// 202601; 2026-01; 2026-01-01; jan; jan 26; 1; periode 1.
static int month_of(struct heading *heading) {
  const char *first = heading->count ? heading->words[0] : "", *second = heading->count > 1 ? heading->words[1] : "";
  static const char *const before[] = {"periode", "period", "måned", "month", "mnd", "p", "m"};
  if (heading->count == 0 && heading->month)
    return heading->month;
  if (heading->count == 1)
    return month_named(first) ? month_named(first) : month_numbered(first);
  if (heading->count != 2)
    return 0;
  if (month_named(first) && is_number(second, 2) && !heading->year) {
    heading->year = 2000 + atoi(second);
    return month_named(first);
  }
  if (heading->year && month_numbered(first) && !strcmp(second, "01"))
    return month_numbered(first);
  for (size_t i = 0; i < sizeof before / sizeof *before; i++)
    if (!strcmp(first, before[i]))
      return month_numbered(second);
  return 0;
}

static int column_at(const char *name) {
  const struct table *table = table_of(TABLE_GENERAL_LEDGER);
  for (size_t c = 0; c < table->column_count; c++)
    if (!strcmp(table->columns[c].name, name))
      return (int)c;
  return NO_COLUMN;
}

static const char *joined_words(const struct heading *heading) {
  const char *text = "";
  for (int w = 0; w < heading->count; w++)
    text = arena_printf(heading->arena, "%s%s%s", text, *text ? " " : "", heading->words[w]);
  return text;
}

// A name of ours in either language, written with other signs between its words.
static int column_called(struct arena *arena, const char *words) {
  const struct table *table = table_of(TABLE_GENERAL_LEDGER);
  for (size_t c = 0; c < table->column_count; c++) {
    const char *norwegian = norwegian_name(table->name, table->columns[c].name);
    const char *names[] = {table->columns[c].name, norwegian ? norwegian : ""};
    for (int n = 0; n < 2; n++) {
      struct heading own = heading_of(arena, names[n]);
      if (own.count && !strcmp(joined_words(&own), words))
        return (int)c;
    }
  }
  return NO_COLUMN;
}

// The column of general_ledger.csv that a heading means, and the year it names (0: none).
static int column_of(struct arena *arena, const char *text, int *year) {
  struct heading heading = heading_of(arena, text);
  int month = month_of(&heading);
  *year = heading.year;
  if (month) {
    if (heading.year)
      *year = fiscal_year_of(day_from_date(heading.year, month, 1));
    return column_at("jan_kr") + month - 1;
  }
  const char *words = joined_words(&heading);
  for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
    if (!strcmp(headings[i].heading, words))
      return column_at(headings[i].column);
  return column_called(arena, words);
}

bool books_is_header(const struct sheet_row *row) {
  struct arena *arena = arena_new();
  int known = 0, account = 0, year;
  for (int c = 0; c < row->cell_count; c++) {
    int column = row->cells[c][0] ? column_of(arena, row->cells[c], &year) : NO_COLUMN;
    known += column != NO_COLUMN;
    account += column != NO_COLUMN && (column == column_at("account") || column == column_at("art"));
  }
  arena_free(arena);
  return known >= 2 && account;
}

bool books_is_export(const struct sheet_row *header) {
  struct column line = {.name = "line"};
  for (int c = 0; c < header->cell_count; c++)
    if (column_is_called(&line, header->cells[c]))
      return false;
  return books_is_header(header);
}

// ---------------------------------------------------------------- the columns of a sheet

struct mapping {
  struct problems *problems;
  const struct sheet *sheet;
  const struct settings_row *settings;
  struct books_header *header;
  const char *passed; // headings of columns that are none of ours
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

static bool is_of_years(const struct mapping *m, int year) {
  return year >= m->settings->first_year && year <= m->settings->last_year;
}

static void map_cell(struct mapping *m, int cell) {
  const char *name = m->sheet->header.cells[cell];
  int year = 0, column = *name ? column_of(m->problems->arena, name, &year) : NO_COLUMN;
  if (column == NO_COLUMN || (year && !is_of_years(m, year))) {
    pass_over(m, cell);
  } else if (m->header->cell_of[column] != NO_CELL) {
    refuse(m, cell_place(m, cell), name, _("the same column twice: remove one"));
  } else {
    m->header->cell_of[column] = cell;
    if (year && m->header->year != NOT_GIVEN && m->header->year != year)
      refuse(m, cell_place(m, cell), name, _("of another year than a column before it: write a file for each year"));
    if (year)
      m->header->year = year;
  }
}

static bool has(const struct mapping *m, const char *column) {
  return m->header->cell_of[column_at(column)] != NO_CELL;
}

static bool is_filled(const struct mapping *m, int column) {
  int cell = m->header->cell_of[column];
  for (size_t i = 0; cell != NO_CELL && i < m->sheet->row_count; i++)
    if (m->sheet->rows[i].cells[cell][0])
      return true;
  return false;
}

static bool has_months(const struct mapping *m) {
  for (int month = 0; month < LEDGER_MONTHS; month++)
    if (is_filled(m, column_at("jan_kr") + month))
      return true;
  return false;
}

// Amounts of the kind; a column of blanks, as of a table to be filled in, holds none.
static bool has_kind(const struct mapping *m, int64_t kind) {
  static const char *const of[BOOKS_COLUMNS] = {"actual_kr", "budget_kr", "revised_budget_kr", "kr", NULL};
  return of[kind] ? is_filled(m, column_at(of[kind])) : has_months(m);
}

// A sum that sums up no months is an amount.
static void place_total(struct mapping *m) {
  int *total = &m->header->cell_of[column_at("total_kr")], *amount = &m->header->cell_of[column_at("kr")];
  if (*total == NO_CELL || has_months(m))
    return;
  if (*amount == NO_CELL)
    *amount = *total;
  else if (is_filled(m, column_at("total_kr")))
    pass_over(m, *total);
  *total = NO_CELL;
}

// One kind of amounts, or the one the settings name. A budget is no books by itself: somebody has to say so.
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

// In what the amounts are printed: as a heading of theirs says, or the text above the table.
static void find_scale(struct mapping *m) {
  struct arena *arena = m->problems->arena;
  struct place at = {.file = m->sheet->file, .line = m->sheet->header.line};
  const char *from = NULL;
  bool millions = false;
  for (int cell = -1; cell < m->sheet->header.cell_count; cell++) {
    const char *text = cell < 0 ? m->sheet->above : m->sheet->header.cells[cell];
    struct heading heading = heading_of(arena, text ? text : "");
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

// Is a table's title one of amounts in 1000 kr?
bool books_says_thousands(struct arena *arena, const char *text) {
  struct heading heading = heading_of(arena, text);
  return heading.thousands || heading.millions;
}

static void spell(const struct mapping *m) {
  const struct table *table = table_of(TABLE_GENERAL_LEDGER);
  for (size_t c = 0; c < table->column_count; c++) {
    int cell = m->header->cell_of[c];
    const char *letters =
        cell != NO_CELL && m->sheet->columns ? grid_place(m->problems->arena, 0, m->sheet->columns[cell]) : NULL;
    if (cell != NO_CELL && (letters || strcmp(m->sheet->header.cells[cell], table->columns[c].name) != 0))
      problem_spell(m->problems, m->sheet->file, table->columns[c].name, m->sheet->header.cells[cell], letters);
  }
}

bool books_map_header(struct problems *problems, const struct sheet *sheet, const struct settings_row *settings,
                      struct books_header *header) {
  struct mapping m = {problems, sheet, settings, header, "", true};
  struct place at = {.file = sheet->file, .line = sheet->header.line};
  for (size_t c = 0; c < table_of(TABLE_GENERAL_LEDGER)->column_count; c++)
    header->cell_of[c] = NO_CELL;
  header->year = NOT_GIVEN;
  for (int cell = 0; cell < sheet->header.cell_count; cell++)
    map_cell(&m, cell);
  place_total(&m);
  if (!has(&m, "account") && !has(&m, "art"))
    refuse(&m, at, NULL, _("column `account` is missing: add the account of the finance system, or `art`"));
  if (header->year == NOT_GIVEN && !has(&m, "year") && !has(&m, "period"))
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
