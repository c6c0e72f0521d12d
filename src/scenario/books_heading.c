// SPDX-License-Identifier: GPL-3.0-or-later
// Headings as finance systems write them: `Regnskap 2026`, `Rev. budsjett`, `Ansvar`, `jan.26`, `202601`.
#include <stdlib.h>
#include <string.h>
#include <unicase.h>

#include "base/language.h"
#include "calendar/fiscal.h"
#include "scenario/books_parts.h"
#include "scenario/header.h"
#include "scenario/norwegian.h"
#include "scenario/rows_books.h"

enum { WORDS_MOST = 6, FIRST_YEAR = 1901, LAST_YEAR = 2198, CLOSING_MONTH = LEDGER_MONTHS + 1 };

static const struct {
  const char *heading, *column; // without years, kr, and characters between words
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
    {"revidert budsjett", "revised_budget_kr"},
    {"budsjett inkl endring", "revised_budget_kr"},
    {"budsjett inkl endringer", "revised_budget_kr"},
    {"buds end", "revised_budget_kr"},
    {"buds", "budget_kr"},
    {"årsbudsjett", "budget_kr"},
    {"avslutning", "closing_kr"},
    {"årsavslutning", "closing_kr"},
    {"årsoppgjør", "closing_kr"},
    {"closing", "closing_kr"},
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
  const char *words[WORDS_MOST]; // in lower case
  int count;
  int year, month;          // 0: none
  bool thousands, millions; // the unit of the amounts
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

// 1000, 1 000, tusen, tkr: the unit of amounts. False: the word does not give a unit.
static bool take_unit(struct heading *heading, const char *word) {
  static const char *const thousands[] = {"1000", "1\u00A0000", "1\u202F000", "tusen",  "tkr",
                                          "tnok", "thousand",   "thousands",  "1000kr", NULL};
  static const char *const millions[] = {"mill", "millioner", "mnok", "mkr", "million", "millions", NULL};
  bool apart = !strcmp(word, "000") && heading->count && !strcmp(heading->words[heading->count - 1], "1");
  bool short_of = !strcmp(word, "kr") && heading->count && !strcmp(heading->words[heading->count - 1], "t"); // t.kr
  if (apart || short_of)
    heading->count--;
  heading->thousands |= apart || short_of || is_one_of(word, thousands);
  heading->millions |= is_one_of(word, millions);
  return apart || short_of || is_one_of(word, thousands) || is_one_of(word, millions);
}

// Words around the unit: `i hele 1000 kr`.
static void cut_unit_words(struct heading *heading) {
  static const char *const around[] = {"i", "in", "hele", "kr", "kroner", "nok", "tall", "av", NULL};
  int kept = 0;
  for (int w = 0; w < heading->count; w++)
    if (!is_one_of(heading->words[w], around))
      heading->words[kept++] = heading->words[w];
  heading->count = kept;
}

// An ordinary word, or what it says about year and month.
static void take_word(struct heading *heading, const char *word) {
  int number = atoi(word);
  if (take_unit(heading, word))
    return;
  if (is_number(word, 4) && is_year(number) && !heading->year)
    heading->year = number;
  else if (is_number(word, 6) && is_year(number / 100) && number % 100 >= 1 && number % 100 <= CLOSING_MONTH)
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
  return number <= CLOSING_MONTH ? number : 0;
}

// Without a word that says the amounts are accounts: `Regnskap jan 2026`, `202601 Faktisk`.
static void cut_booked(struct heading *heading) {
  static const char *const booked[] = {"regnskap", "regnsk", "faktisk", "bokført", "actual", "actuals", NULL};
  bool names_month = heading->month;
  for (int w = 0; w < heading->count; w++)
    names_month |= month_named(heading->words[w]) != 0;
  int kept = 0;
  for (int w = 0; w < heading->count; w++)
    if (!names_month || !is_one_of(heading->words[w], booked))
      heading->words[kept++] = heading->words[w];
  heading->count = kept;
}

// 202601; 2026-01; 2026-01-01; jan; jan 26; 1; periode 1; p01. 13 closes the year.
static int month_of(struct heading *heading) {
  const char *first = heading->count ? heading->words[0] : "", *second = heading->count > 1 ? heading->words[1] : "";
  static const char *const before[] = {"periode", "period", "måned", "month", "mnd", "p", "m"};
  if (heading->count == 0 && heading->month)
    return heading->month;
  if (heading->count == 1)
    return month_named(first) ? month_named(first) : month_numbered(first + (*first == 'p'));
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

int books_column_at(const char *name) {
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

// One of our names in either language, with other characters between its words.
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

// The column of general_ledger.csv that the words mean, ignoring months.
static int column_of_words(const struct heading *heading) {
  const char *words = joined_words(heading);
  if (heading->month)
    return NO_COLUMN; // of a month, but not its booked amount
  for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
    if (!strcmp(headings[i].heading, words))
      return books_column_at(headings[i].column);
  return column_called(heading->arena, words);
}

static int fiscal_year_with(int year, int month) {
  return year ? fiscal_year_of(day_from_date(year, month > LEDGER_MONTHS ? LEDGER_MONTHS : month, 1)) : 0;
}

struct books_heading books_heading_of(struct arena *arena, const char *text) {
  struct heading heading = heading_of(arena, text);
  cut_booked(&heading);
  int month = month_of(&heading);
  struct books_heading found = {
      .year = heading.year, .thousands = heading.thousands, .millions = heading.millions, .month = month};
  if (month) {
    found.year = fiscal_year_with(heading.year, month);
    found.column = month == CLOSING_MONTH ? books_column_at("closing_kr") : books_column_at("jan_kr") + month - 1;
  } else {
    found.column = *text ? column_of_words(&heading) : NO_COLUMN;
    bool closing = found.column == books_column_at("closing_kr");
    found.month = closing ? CLOSING_MONTH : 0;
    found.year = closing ? fiscal_year_with(heading.year, CLOSING_MONTH) : heading.year;
  }
  return found;
}

bool books_is_header(const struct sheet_row *row) {
  struct arena *arena = arena_new();
  int known = 0, account = 0;
  for (int c = 0; c < row->cell_count; c++) {
    int column = books_heading_of(arena, row->cells[c]).column;
    known += column != NO_COLUMN;
    account += column != NO_COLUMN && (column == books_column_at("account") || column == books_column_at("art"));
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

bool books_says_thousands(struct arena *arena, const char *text) {
  struct heading heading = heading_of(arena, text);
  return heading.thousands || heading.millions;
}
