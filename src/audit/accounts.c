// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/accounts.h"

#include <assert.h>
#include <stdlib.h>

#include "base/fixed.h"
#include "scenario/accounts.h"
#include "scenario/rows_books.h"

_Static_assert((int)ACCOUNT_PARTS == (int)LEDGER_COMPENSATION + 1,
               "parts are the ledger lines of a unit, in their order");
_Static_assert((int)ACCOUNT_WHOSE == (int)HOURS_IDLE, "whose are the kinds of hours that are paid, in their order");

static const char *const status_names[ACCOUNT_STATUSES] = {
    [ACCOUNT_OK] = "ok",
    [ACCOUNT_OFF] = "off",
    [ACCOUNT_NO_BOOKS] = "no_books",
    [ACCOUNT_NOT_MODELLED] = "not_modelled",
};

const char *account_status_name(enum account_status status) {
  assert((size_t)status < sizeof status_names / sizeof *status_names);
  return status_names[status];
}

struct books { // of one unit, or all, and one year
  struct audit *audit;
  size_t room;
  int64_t unit;
  int year;
  int64_t baseline_ore[ACCOUNT_WHOSE][ACCOUNT_PARTS];
  bool held[ACCOUNT_WHOSE][ACCOUNT_PARTS]; // by a line of the accounts
  int lines;
  int64_t books_ore, modelled_ore; // of the lines that can be compared
};

static bool holds(const struct account_line *line, int whose, int part) {
  return (line->whose >> whose & 1) && (line->parts >> part & 1);
}

static bool holds_same(const struct account_line *a, const struct account_line *b) {
  return a->whose == b->whose && a->parts == b->parts && (a->parts || a == b);
}

static const struct account_row *rows_of(const struct books *books) {
  return account_rows(&books->audit->scenario->tables);
}

static size_t count_of(const struct books *books) { return row_count(&books->audit->scenario->tables, TABLE_ACCOUNTS); }

static bool is_here(const struct books *books, size_t i) {
  return rows_of(books)[i].unit == books->unit && rows_of(books)[i].year == books->year;
}

static void read_baseline(struct books *books) {
  for (size_t b = 0; b < books->audit->baseline_count; b++) {
    const struct baseline_year *unit = &books->audit->baseline[b];
    if (unit->year != books->year || (books->unit != NOT_GIVEN && unit->unit != (size_t)books->unit))
      continue;
    for (int whose = 0; whose < ACCOUNT_WHOSE; whose++)
      for (int part = 0; part < ACCOUNT_PARTS; part++)
        books->baseline_ore[whose][part] += unit->paid_for[whose].ore[part];
  }
}

static void add_finding(struct books *books, const struct account_finding *finding) {
  struct audit *audit = books->audit;
  struct account_finding *added =
      arena_push(audit->arena, &audit->accounts, &audit->account_count, &audit->account_room, sizeof *added);
  *added = *finding;
  added->unit = books->unit;
  added->year = books->year;
}

static enum account_status judge(const struct books *books, int64_t books_ore, int64_t baseline_ore) {
  int64_t tolerance_e8 = settings_of(&books->audit->scenario->tables)->accounts_tolerance_e8;
  return llabs(baseline_ore - books_ore) > fixed_share(llabs(books_ore), tolerance_e8) ? ACCOUNT_OFF : ACCOUNT_OK;
}

static int64_t baseline_of(struct books *books, const struct account_line *line) {
  int64_t sum = 0;
  for (int whose = 0; whose < ACCOUNT_WHOSE; whose++)
    for (int part = 0; part < ACCOUNT_PARTS; part++)
      if (holds(line, whose, part)) {
        sum += books->baseline_ore[whose][part];
        books->held[whose][part] = true;
      }
  return sum;
}

// Row i together with all later rows that hold the same; a row that follows such a one was added there.
static void compare_line(struct books *books, size_t i) {
  const struct account_line *line = account_line_of(rows_of(books)[i].line);
  struct account_finding finding = {.line = line->word, .books_ore = rows_of(books)[i].amount_ore};
  for (size_t j = 0; j < count_of(books); j++) {
    const struct account_line *other = account_line_of(rows_of(books)[j].line);
    if (j == i || !is_here(books, j) || !holds_same(line, other))
      continue;
    if (j < i)
      return;
    finding.line = arena_printf(books->audit->arena, "%s+%s", finding.line, other->word);
    finding.books_ore += rows_of(books)[j].amount_ore;
  }
  if (!line->parts) {
    finding.baseline_ore = NOT_GIVEN;
    finding.status = ACCOUNT_NOT_MODELLED;
  } else {
    finding.baseline_ore = baseline_of(books, line);
    finding.status = judge(books, finding.books_ore, finding.baseline_ore);
    books->lines++;
    books->books_ore += finding.books_ore;
    books->modelled_ore += finding.baseline_ore;
  }
  add_finding(books, &finding);
}

static void list_without_books(struct books *books) {
  for (int part = 0; part < ACCOUNT_PARTS; part++) {
    int64_t left_ore = 0;
    for (int whose = 0; whose < ACCOUNT_WHOSE; whose++)
      left_ore += books->held[whose][part] ? 0 : books->baseline_ore[whose][part];
    if (left_ore)
      add_finding(books, &(struct account_finding){.line = ledger_line_name((enum ledger_line)part),
                                                   .books_ore = NOT_GIVEN,
                                                   .baseline_ore = left_ore,
                                                   .status = ACCOUNT_NO_BOOKS});
  }
}

static void compare_books(struct audit *audit, int64_t unit, int year) {
  struct books books = {.audit = audit, .unit = unit, .year = year};
  bool any = false;
  for (size_t i = 0; i < count_of(&books); i++)
    any |= is_here(&books, i);
  if (!any)
    return;
  read_baseline(&books);
  for (size_t i = 0; i < count_of(&books); i++)
    if (is_here(&books, i))
      compare_line(&books, i);
  list_without_books(&books);
  if (books.lines > 1)
    add_finding(&books, &(struct account_finding){.line = "total",
                                                  .total = true,
                                                  .books_ore = books.books_ore,
                                                  .baseline_ore = books.modelled_ore,
                                                  .status = judge(&books, books.books_ore, books.modelled_ore)});
}

void accounts_compare(struct audit *audit) {
  const struct tables *tables = &audit->scenario->tables;
  const struct settings_row *settings = settings_of(tables);
  for (int year = (int)settings->first_year; year <= settings->last_year; year++) {
    compare_books(audit, NOT_GIVEN, year);
    for (size_t unit = 0; unit < row_count(tables, TABLE_UNITS); unit++)
      compare_books(audit, (int64_t)unit, year);
  }
}
