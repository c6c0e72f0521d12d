// SPDX-License-Identifier: GPL-3.0-or-later
// The lines on which kroner are booked. An effect is a difference of two ledgers.
#ifndef ROTACOST_PAY_LEDGER_H
#define ROTACOST_PAY_LEDGER_H

#include <stdint.h>

enum ledger_line {
  LEDGER_BASE_PAY, // fixed pay of positions, less the weeks withheld in the holiday, less the sick part
  LEDGER_EVENING,  // supplements of worked hours, own staff and hourly
  LEDGER_NIGHT,
  LEDGER_WEEKEND,
  LEDGER_HOLIDAY,
  LEDGER_DUTY,        // split days; of own staff what a resting duty or duty on call earns beyond the position
  LEDGER_EXTRA,       // base pay of part-timers' hours beyond their contract
  LEDGER_SUBSTITUTES, // base pay of substitutes
  LEDGER_OVERTIME,    // base pay and overtime supplement
  LEDGER_AGENCY,      // price paid to agencies
  LEDGER_SICK_PAY,    // pay of own staff off sick
  LEDGER_SICK_REFUND, // negative
  LEDGER_HOLIDAY_PAY,
  LEDGER_PENSION,
  LEDGER_EMPLOYER_TAX,
  LEDGER_COMPENSATION, // agreed for a measure
  LEDGER_PURCHASES,    // plain amounts from here on
  LEDGER_INCOME,
  LEDGER_GRANT,
  LEDGER_OTHER,
  LEDGER_LINES
};

struct ledger {
  int64_t ore[LEDGER_LINES]; // a cost is positive
};

const char *ledger_line_name(enum ledger_line line); // as in ledger.csv: base_pay, evening, ...
int64_t ledger_sum(const struct ledger *ledger);
void ledger_add(struct ledger *to, const struct ledger *more);
struct ledger ledger_difference(const struct ledger *left, const struct ledger *right); // left - right

#endif
