// SPDX-License-Identifier: GPL-3.0-or-later
// Shared by the files that read exported accounts: the meaning of one heading.
#ifndef ROTACOST_SCENARIO_BOOKS_PARTS_H
#define ROTACOST_SCENARIO_BOOKS_PARTS_H

#include "scenario/books.h"

enum { NO_COLUMN = -1 };

struct books_heading {
  int column;               // of general_ledger.csv; NO_COLUMN
  int year;                 // fiscal year it names; 0: none
  int month;                // month of an amount, 13 closes the year; 0: none
  bool thousands, millions; // the unit of amounts it states
};

struct books_heading books_heading_of(struct arena *arena, const char *text);
int books_column_at(const char *name); // NO_COLUMN: there is none

// Creates an empty one; the extent is copied: its first_year, years, units and by_unit.
struct books_by_month *books_months_new(struct arena *arena, const struct books_by_month *extent);
struct books_cell {
  int64_t unit; // NOT_GIVEN: all together
  int64_t year; // fiscal
  int month;    // of the calendar, 0-11
};
void books_months_put(struct books_by_month *books, const struct books_cell *cell, int64_t ore);

#endif
