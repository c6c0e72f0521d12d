// SPDX-License-Identifier: GPL-3.0-or-later
// Compares the baseline with the accounts, line by line. If the baseline is wrong, every effect is wrong.
//
//   baseline   cost with positions kept, of the unit (or all units) and year, for the parts the line contains
//   off        |baseline - accounts| > accounts_tolerance_percent of |accounts|
//
// Arts with the same parts are added up first. The last line of a unit and year, `total`, is the sum of its lines that
// can be compared. Parts of the baseline that no line of the accounts contains are listed without accounts.
#ifndef ROTACOST_AUDIT_ACCOUNTS_H
#define ROTACOST_AUDIT_ACCOUNTS_H

#include "audit/effect.h"

enum account_status { ACCOUNT_OK, ACCOUNT_OFF, ACCOUNT_NO_BOOKS, ACCOUNT_NOT_MODELLED, ACCOUNT_STATUSES };

struct account_finding {
  int64_t unit; // NOT_GIVEN: all units
  int year;
  const char *line; // as in accounts.csv, 020+030 if added up, or total
  bool total;
  int64_t books_ore;    // NOT_GIVEN: none
  int64_t baseline_ore; // NOT_GIVEN: not modelled
  enum account_status status;
};

const char *account_status_name(enum account_status status); // ok, off, no_books, not_modelled
// Needs the baseline of the audit. Fills audit->accounts.
void accounts_compare(struct audit *audit);

#endif
