// SPDX-License-Identifier: GPL-3.0-or-later
// The accounts as exported by a finance system, general_ledger.csv: rows of account x cost centre x service, with
// columns for budget and actual, or a column or a row for each month. They become rows of accounts.csv:
//
//   line    of the row of account_map.csv that fits best and has one; else of the KOSTRA art, if the row has one
//   unit    of the row that fits best and has one; all units together where the map has none at all
//   best    most signs that are no wildcard, in the three patterns together; two that are alike must say the same
//   year    of the row, of its period, or of the heading of the amount: of headings with several years each is read
//   kr      the sum over the rows of a unit, line and year, of the amounts that books_take names, to the øre
//
// Left out, each reported in one warning with its sum: rows that are not pay, accounts without a line, cost centres
// without a unit, years outside the scenario, years with missing months, sum rows of the export. So the amounts of the
// export = amounts of accounts.csv + what the warnings name.
//
// Rows that give their month and are not budget are also kept by month, for the follow-up (audit/followup_books.h): for
// the scenario's years, complete or not, and for the year before the first.
#ifndef ROTACOST_SCENARIO_BOOKS_H
#define ROTACOST_SCENARIO_BOOKS_H

#include "scenario/rows_settings.h"
#include "scenario/scenario.h"
#include "text/sheet.h"

struct books_year { // the columns of a row of the books
  int64_t year;     // named in the headings of the amounts; NOT_GIVEN: the rows give it
  int *cell_of;     // [columns of general_ledger.csv], as header_map has it (scenario/header.h)
};
struct books_header {
  struct books_year *years; // at least one; every row of the sheet is a row of the books for each
  size_t year_count, year_room;
  enum books_column take; // which amounts count
  int64_t scale;          // unit of the amounts in kroner: 1, or 1000 where a heading or the text above says so
};

struct books_by_month {
  int first_year;      // the year before the scenario's first
  size_t years, units; // units: all together first, then each
  bool by_unit;        // the map names units; else everything is under all units together
  unsigned *months;    // [years] bit m: the m-th month of the fiscal year has rows
  bool *any;           // [units * years] has rows
  int64_t *ore;        // [units * years * 12] a cost is positive
};
// The m-th month of the fiscal year; false where the accounts have nothing for the month, or for the unit in the year.
bool books_month(const struct books_by_month *books, int64_t unit, int year, int m, int64_t *ore);

// Are these headings of an export (an account or art, and no `line`)? At least two must be known.
bool books_is_export(const struct sheet_row *header);
// Recognises the header row of an export.
bool books_is_header(const struct sheet_row *row);
// False and problems where the columns do not identify an account, a year or one kind of amounts.
bool books_map_header(struct problems *problems, const struct sheet *sheet, const struct settings_row *settings,
                      struct books_header *header);
// The decimal sign of an export, which is its system's and not the scenario's: as its amounts show it, else as
// declared.
char books_decimal(const struct sheet *sheet, const struct books_header *header, char declared);
// The name, in the place of a problem, of a column that occurs once for each of several years.
const char *books_column_of_year(struct arena *arena, const char *column, int64_t year);
// Does a text say that amounts are in 1000 kr, or in millions?
bool books_says_thousands(struct arena *arena, const char *text);
// Adds the sums of general_ledger.csv to TABLE_ACCOUNTS.
void books_add(struct arena *arena, struct scenario *scenario, struct problems *problems);

#endif
