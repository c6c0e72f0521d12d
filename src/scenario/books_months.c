// SPDX-License-Identifier: GPL-3.0-or-later
// The accounts month by month, units and years in one array.
#include "calendar/fiscal.h"
#include "scenario/books_parts.h"
#include "scenario/rows_books.h"

struct books_by_month *books_months_new(struct arena *arena, const struct books_by_month *extent) {
  struct books_by_month *books = arena_alloc(arena, sizeof *books);
  *books = *extent;
  books->months = arena_array(arena, books->years, sizeof *books->months);
  books->any = arena_array(arena, books->units * books->years, sizeof *books->any);
  books->ore = arena_array(arena, books->units * books->years * LEDGER_MONTHS, sizeof *books->ore);
  return books;
}

static size_t place_of(const struct books_by_month *books, int64_t unit, int64_t year) {
  return (unit == NOT_GIVEN ? 0 : (size_t)unit + 1) * books->years + (size_t)(year - books->first_year);
}

bool books_month(const struct books_by_month *books, int64_t unit, int year, int m, int64_t *ore) {
  if (year < books->first_year || year >= books->first_year + (int)books->years ||
      !(books->months[year - books->first_year] >> m & 1))
    return false;
  size_t at = place_of(books, unit, year);
  *ore = books->ore[at * LEDGER_MONTHS + (size_t)m];
  return books->any[at];
}

void books_months_put(struct books_by_month *books, const struct books_cell *cell, int64_t ore) {
  size_t at = place_of(books, cell->unit, cell->year);
  int m = (cell->month + 1 - fiscal_year_month() + LEDGER_MONTHS) % LEDGER_MONTHS;
  books->ore[at * LEDGER_MONTHS + (size_t)m] += ore;
  books->any[at] = true;
  books->months[at % books->years] |= 1u << m;
}
