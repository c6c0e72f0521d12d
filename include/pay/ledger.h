// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger lines to which kroner are booked. An effect is the difference of two ledgers.
#ifndef ROTACOST_PAY_LEDGER_H
#define ROTACOST_PAY_LEDGER_H

#include <stdbool.h>
#include <stdint.h>

#include "scenario/rows_pay.h"
#include "scenario/tables.h"

enum ledger_line {
  LEDGER_BASE_PAY, // fixed pay of positions, less the weeks withheld in the holiday, less the sick part
// LEDGER_EVENING, ...: supplements for worked hours, of own staff and of hourly paid staff
#define LEDGER_OF(NAME, WORD, PARAGRAPH) LEDGER_##NAME,
  SUPPLEMENT_KINDS(LEDGER_OF)
#undef LEDGER_OF
      LEDGER_DUTY,    // split days; for own staff also what resting or on-call duty pays beyond the position
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

// Properties of a line, kept in its record in ledger.c.
enum ledger_property {
  LEDGER_IS_PAY = 1,        // earns holiday pay, and on-costs are due on it
  LEDGER_IS_SUPPLEMENT = 2, // for when or how the hours are worked
  LEDGER_IS_ON_COST = 4,    // holiday pay, pension, employer tax
  LEDGER_IS_AMOUNT = 8,     // a plain amount, not pay
  LEDGER_GROWS = 16         // grows with the pay settlements
};
bool ledger_line_is(int line, unsigned properties); // any of them
// The line on which a row of supplements.csv is booked; not for overtime.
enum ledger_line ledger_line_of_supplement(enum supplement_line supplement);
int64_t ledger_sum_of(const struct ledger *ledger, unsigned properties); // sum of the lines with any of them

const char *ledger_line_name(enum ledger_line line); // as in ledger.csv: base_pay, evening, ...
int64_t ledger_sum(const struct ledger *ledger);
void ledger_add(struct ledger *to, const struct ledger *more);
struct ledger ledger_difference(const struct ledger *left, const struct ledger *right); // left - right

#endif
