// SPDX-License-Identifier: GPL-3.0-or-later
#include "pay/oncosts.h"

#include <assert.h>

#include "pay/pay.h"
#include "scenario/rows_settings.h"

#define WEEKS_PER_YEAR_E6 INT64_C(52000000)

enum { E6_KR_PER_ORE = 10000 }; // a kr counted in e6 is 10 000 times as much as in øre

static int64_t larger(int64_t left, int64_t right) { return left > right ? left : right; }

int64_t december_ceiling_e6(const struct tables *tables, day_number day) {
  return rate_on(tables, RATE_REFUND_CEILING, NULL, day_from_date(date_from_day(day).year, 12, 31));
}

// The additional holiday pay of a person over 60 is earned on pay up to 6 G of 31 December.
static int64_t holiday_pay_over_60(const struct rates_in_force *rates, int64_t plain_e8, int64_t earned_ore,
                                   day_number day) {
  int64_t more_e8 = larger(rate_in_force(rates, RATE_HOLIDAY_PAY_OVER_60) - plain_e8, 0);
  int128 ceiling_e6 = december_ceiling_e6(rates->tables, day);
  int128 earned_e6 = (int128)earned_ore * E6_KR_PER_ORE;
  return plain_e8 + (ceiling_e6 >= earned_e6 ? more_e8 : fixed_divide(more_e8 * ceiling_e6, earned_e6));
}

static void set_holiday(const struct rates_in_force *rates, enum age age, day_number day, struct on_costs *costs) {
  costs->holiday_pay_e8 = rate_in_force(rates, RATE_HOLIDAY_PAY);
  costs->holiday_weeks_e6 = rate_in_force(rates, RATE_HOLIDAY_WEEKS);
  if (age == UNDER_60)
    return;
  costs->holiday_pay_e8 = holiday_pay_over_60(rates, costs->holiday_pay_e8, costs->earned_ore, day);
  costs->holiday_weeks_e6 = larger(costs->holiday_weeks_e6, rate_in_force(rates, RATE_HOLIDAY_WEEKS_OVER_60));
}

static void set_refund(const struct rates_in_force *rates, enum age age, struct on_costs *costs) {
  int64_t refunded_e8 = rate_in_force(rates, RATE_HOLIDAY_PAY_REFUNDED);
  if (age == OVER_60)
    refunded_e8 = larger(refunded_e8, rate_in_force(rates, RATE_HOLIDAY_PAY_REFUNDED_OVER_60));
  costs->sick_refunded_e8 = rate_in_force(rates, RATE_SICK_REFUNDED);
  costs->refund_ceiling_e6 = rate_in_force(rates, RATE_REFUND_CEILING);
  costs->holiday_refunded_e8 = fixed_share(refunded_e8, rate_in_force(rates, RATE_REFUND_WITHIN_48_DAYS));
}

// Compares the fixed pay of a year, without withheld weeks and with holiday pay, with the threshold.
static void set_extra_tax(const struct rates_in_force *rates, struct on_costs *costs) {
  int64_t extra_e8 = rate_in_force(rates, RATE_EMPLOYER_TAX_EXTRA);
  int64_t fixed_ore = pay_less_holiday_weeks(costs, (struct exact_ore){costs->earned_ore, 1});
  fixed_ore += fixed_share(fixed_ore, costs->holiday_pay_e8);
  int64_t threshold_ore = rate_in_force(rates, RATE_EMPLOYER_TAX_EXTRA_ABOVE) / E6_KR_PER_ORE;
  if (!extra_e8 || fixed_ore <= threshold_ore)
    return;
  costs->hours_extra_tax_e8 = extra_e8;
  costs->extra_tax_e8 = fixed_divide((int128)extra_e8 * (fixed_ore - threshold_ore), fixed_ore);
}

struct on_costs on_costs_on(const struct tables *tables, const struct payee *payee, enum age age, day_number day) {
  assert(payee->category >= 0 && (size_t)payee->category < row_count(tables, TABLE_CATEGORIES));
  struct rates_in_force rates = rates_on(tables, category_rows(tables)[payee->category].category, day);
  struct on_costs costs = {
      .yearly_pay_ore = yearly_pay_on(tables, payee->category, day),
      .pension_e8 = rate_in_force(&rates, RATE_PENSION),
      .variable_pension_e8 = rate_in_force(&rates, RATE_VARIABLE_PENSION),
      .employer_tax_e8 = rate_in_force(&rates, RATE_EMPLOYER_TAX),
  };
  costs.overtime_divisor_e6 = rate_in_force(&rates, RATE_OVERTIME_DIVISOR);
  costs.earned_ore = fixed_share(costs.yearly_pay_ore, payee->position_e8);
  set_holiday(&rates, age, day, &costs);
  set_refund(&rates, age, &costs);
  set_extra_tax(&rates, &costs);
  return costs;
}

int64_t exact_round(struct exact_ore amount) { return fixed_divide(amount.numerator, amount.denominator); }

int64_t exact_share(struct exact_ore amount, int64_t share_e8) {
  return fixed_divide(amount.numerator * share_e8, amount.denominator * ONE_E8);
}

int64_t pay_less_holiday_weeks(const struct on_costs *costs, struct exact_ore pay) {
  return fixed_divide(pay.numerator * (WEEKS_PER_YEAR_E6 - costs->holiday_weeks_e6),
                      pay.denominator * WEEKS_PER_YEAR_E6);
}

int64_t sick_refund(const struct on_costs *costs, int64_t sick_pay_ore) {
  int128 earned_e6 = (int128)costs->earned_ore * E6_KR_PER_ORE;
  int128 refunded = (int128)sick_pay_ore * costs->sick_refunded_e8;
  if (costs->refund_ceiling_e6 >= earned_e6)
    return -fixed_divide(refunded, ONE_E8);
  return -fixed_divide(refunded * costs->refund_ceiling_e6, earned_e6 * ONE_E8);
}

int64_t ledger_pay(const struct ledger *ledger) { return ledger_sum_of(ledger, LEDGER_IS_PAY); }

void on_costs_book(const struct on_costs *costs, int64_t extra_tax_e8, struct ledger *ledger) {
  int64_t pay = ledger_pay(ledger);
  int64_t holiday_pay = fixed_share(pay, costs->holiday_pay_e8);
  int64_t paid = pay + holiday_pay + ledger->ore[LEDGER_SICK_REFUND];
  int128 tax = (int128)(paid + ledger->ore[LEDGER_PENSION]) * costs->employer_tax_e8 + (int128)paid * extra_tax_e8;
  ledger->ore[LEDGER_HOLIDAY_PAY] = holiday_pay;
  ledger->ore[LEDGER_EMPLOYER_TAX] = fixed_divide(tax, ONE_E8);
  ledger->ore[LEDGER_SICK_REFUND] += fixed_share(ledger->ore[LEDGER_SICK_REFUND], costs->holiday_refunded_e8);
}

struct ledger ledger_mixed(const struct ledger *young, const struct ledger *old, int64_t share_e8) {
  struct ledger mixed;
  for (int line = 0; line < LEDGER_LINES; line++)
    mixed.ore[line] = young->ore[line] + fixed_share(old->ore[line] - young->ore[line], share_e8);
  return mixed;
}

static struct ledger compensation_at(const struct tables *tables, const struct payee *payee, enum age age,
                                     int64_t amount_ore, day_number day) {
  struct ledger ledger = {{0}};
  ledger.ore[LEDGER_COMPENSATION] = amount_ore;
  struct on_costs costs = on_costs_on(tables, payee, age, day);
  on_costs_book(&costs, costs.hours_extra_tax_e8, &ledger);
  return ledger;
}

struct ledger pay_of_compensation(const struct tables *tables, const struct payee *payee, int64_t amount_ore,
                                  day_number day) {
  struct ledger young = compensation_at(tables, payee, UNDER_60, amount_ore, day);
  if (!payee->over_60_e8)
    return young;
  struct ledger old = compensation_at(tables, payee, OVER_60, amount_ore, day);
  return ledger_mixed(&young, &old, payee->over_60_e8);
}
