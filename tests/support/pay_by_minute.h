// SPDX-License-Identifier: GPL-3.0-or-later
// A second pay calculator, slow and simple: it prices every minute, with its own calendar and fractions, and shares no
// code with src/pay and src/calendar. If both agree to the øre, both are right or both misread the contract in
// pay/pay.h in the same way.
#ifndef ROTACOST_TESTS_PAY_BY_MINUTE_H
#define ROTACOST_TESTS_PAY_BY_MINUTE_H

#include "pay/pay.h"
#include "scenario/rows_pay.h"

struct ledger span_by_minute(const struct tables *tables, const struct pay_terms *terms, const struct pay_span *span);
void supplements_by_minute(const struct tables *tables, const struct pay_terms *terms, const struct pay_span *span,
                           int64_t minutes[SUPPLEMENT_LINES]);
// The cost of a position, summed day by day.
struct ledger position_by_day(const struct tables *tables, const struct payee *payee, day_number first_day,
                              day_number last_day, int64_t sick_e8);

// The calendar behind it, counted day by day from 1900: red, eve (from noon or all day) and weekday.
struct plain_day {
  int year, month, day;
  int weekday; // 0 Monday - 6 Sunday
  bool red, easter_eve, half_eve;
};
struct plain_day plain_day_of(day_number day);
// Easter by the formula of Gauss and Lichtenberg.
void plain_easter(int year, int *month, int *day);

#endif
