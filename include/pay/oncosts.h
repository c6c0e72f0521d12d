// SPDX-License-Identifier: GPL-3.0-or-later
// On-costs: holiday pay, pension, employer tax, and the refund of sick pay.
#ifndef ROTACOST_PAY_ONCOSTS_H
#define ROTACOST_PAY_ONCOSTS_H

#include "base/fixed.h"
#include "calendar/date.h"
#include "pay/ledger.h"
#include "pay/pay.h"
#include "scenario/tables.h"

enum age { UNDER_60, OVER_60 };

// Everything needed to price a payee on one day. Shares are e8; all fields are int64_t, so that two structs can be
// compared bytewise.
struct on_costs {
  int64_t yearly_pay_ore; // full time
  int64_t earned_ore;     // per year, by the position; 0: not known
  int64_t holiday_pay_e8, pension_e8, variable_pension_e8, employer_tax_e8;
  int64_t extra_tax_e8;        // on fixed pay: the tax rate x the share of the pay above the threshold
  int64_t hours_extra_tax_e8;  // on pay beyond fixed pay: the tax rate, if that pay lies above the threshold
  int64_t overtime_divisor_e6; // hours a year; 0: none
  int64_t holiday_weeks_e6;    // withheld, of 52
  int64_t sick_refunded_e8, refund_ceiling_e6; // kr a year
  int64_t holiday_refunded_e8;                 // of the refunded sick pay
};

// 6 G (kr, e6) on 31 December of the day's calendar year. It prices people over 60 and changes on 1 January.
int64_t december_ceiling_e6(const struct tables *tables, day_number day);
struct on_costs on_costs_on(const struct tables *tables, const struct payee *payee, enum age age, day_number day);

// An exact amount: numerator / denominator øre, denominator > 0.
struct exact_ore {
  int128 numerator, denominator;
};

int64_t exact_round(struct exact_ore amount);
// Fixed pay less the weeks withheld in the holiday, rounded.
int64_t pay_less_holiday_weeks(const struct on_costs *costs, struct exact_ore pay);
// amount x share, rounded once.
int64_t exact_share(struct exact_ore amount, int64_t share_e8);
// The refund of `sick_pay_ore`, without the refund of holiday pay, as booked in the ledger (0 or negative).
int64_t sick_refund(const struct on_costs *costs, int64_t sick_pay_ore);
// The sum of the pay lines booked so far, without agency bills and refund.
int64_t ledger_pay(const struct ledger *ledger);
// Books holiday pay on the pay booked so far; then employer tax on pay, holiday pay and the pension booked, less the
// refund booked, with `extra_tax_e8` on all of these except pension; finally the refund of holiday pay.
void on_costs_book(const struct on_costs *costs, int64_t extra_tax_e8, struct ledger *ledger);
// Prices `share_e8` of the people as `old` and the rest as `young`; rounds every line.
struct ledger ledger_mixed(const struct ledger *young, const struct ledger *old, int64_t share_e8);

#endif
