// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of the exported books share: what one heading means.
#ifndef ROTACOST_SCENARIO_BOOKS_PARTS_H
#define ROTACOST_SCENARIO_BOOKS_PARTS_H

#include "scenario/books.h"

enum { NO_COLUMN = -1 };

struct books_heading {
  int column; // of general_ledger.csv; NO_COLUMN
  int year;   // fiscal, that it names; 0: none
  int month;  // of an amount, 13 closes the year; 0: of none
  bool thousands, millions; // in what it says that amounts are
};

struct books_heading books_heading_of(struct arena *arena, const char *text);
int books_column_at(const char *name); // NO_COLUMN: there is none

#endif
