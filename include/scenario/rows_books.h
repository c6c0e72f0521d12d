// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the accounts and of exported accounts (scenario/tables.h).
#ifndef ROTACOST_SCENARIO_ROWS_BOOKS_H
#define ROTACOST_SCENARIO_ROWS_BOOKS_H

#include "scenario/row.h"

struct account_row { // the accounts of a year, with which the baseline is compared
  struct row row;
  int64_t unit; // NOT_GIVEN: all
  int64_t line; // index for account_line_of (scenario/accounts.h)
  int64_t year;
  int64_t amount_ore; // a cost is positive
};

struct account_map_row { // how accounts of the finance system map to accounts.csv (scenario/books.h)
  struct row row;
  const char *account, *cost_centre, *service; // patterns; NULL: any
  int64_t line; // as of accounts.csv, or ACCOUNT_LEFT_OUT; NOT_GIVEN: another row says it
  int64_t unit; // NOT_GIVEN: another row says it
};

enum { LEDGER_MONTHS = 12 };
struct general_ledger_row { // a row exported from the finance system (scenario/books.h)
  struct row row;
  const char *account, *art, *cost_centre, *service, *period; // as exported; NULL: blank
  int64_t column; // of the account's cell in a workbook, from 0; NOT_GIVEN: a CSV file
  int64_t take;   // enum books_column: which of the amounts counts
  int64_t year;
  bool one_of_years; // one of several named in the headings
  int64_t amount_ore, actual_ore, budget_ore, revised_ore, month_ore[LEDGER_MONTHS], closing_ore,
      total_ore; // NOT_GIVEN: blank
};

enum book_change { CHANGE_PAY_SETTLEMENT, CHANGE_SICKNESS, CHANGE_OTHER, BOOK_CHANGES };
struct book_change_row { // a change in the accounts with another reason than a measure (audit/followup_books.h)
  struct row row;
  int64_t unit;   // NOT_GIVEN: all, for accounts of all units together
  int64_t change; // enum book_change
  int64_t year;
  int64_t month;      // 1-12; NOT_GIVEN: a twelfth in each
  int64_t amount_ore; // more than in the same months of the year before; less: negative
};

#endif
