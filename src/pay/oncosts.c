// SPDX-License-Identifier: GPL-3.0-or-later
#include "pay/oncosts.h"

#include "pay/pay.h"

#define WEEKS_PER_YEAR_E6 INT64_C(52000000)

struct on_costs on_costs_on(const struct tables *tables, int64_t category, day_number day) {
  const char *code = category_rows(tables)[category].category;
  return (struct on_costs){
      .yearly_pay_ore = yearly_pay_on(tables, category, day),
      .holiday_pay_e8 = rate_on(tables, RATE_HOLIDAY_PAY, NULL, day),
      .pension_e8 = rate_on(tables, RATE_PENSION, code, day),
      .variable_pension_e8 = rate_on(tables, RATE_VARIABLE_PENSION, code, day),
      .employer_tax_e8 = rate_on(tables, RATE_EMPLOYER_TAX, settings_of(tables)->zone, day),
      .holiday_weeks_e6 = rate_on(tables, RATE_HOLIDAY_WEEKS, NULL, day),
      .sick_refunded_e8 = rate_on(tables, RATE_SICK_REFUNDED, NULL, day),
      .refund_ceiling_e6 = rate_on(tables, RATE_REFUND_CEILING, NULL, day),
  };
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
  enum { E6_KR_PER_ORE = 10000 }; // a kr counted in e6 is 10 000 times as much as in øre
  int128 yearly_pay_e6 = (int128)costs->yearly_pay_ore * E6_KR_PER_ORE;
  int128 refunded = (int128)sick_pay_ore * costs->sick_refunded_e8;
  if (costs->refund_ceiling_e6 >= yearly_pay_e6)
    return -fixed_divide(refunded, ONE_E8);
  return -fixed_divide(refunded * costs->refund_ceiling_e6, yearly_pay_e6 * ONE_E8);
}

int64_t ledger_pay(const struct ledger *ledger) {
  static const enum ledger_line lines[] = {LEDGER_BASE_PAY,    LEDGER_EVENING,  LEDGER_NIGHT,
                                           LEDGER_WEEKEND,     LEDGER_HOLIDAY,  LEDGER_EXTRA,
                                           LEDGER_SUBSTITUTES, LEDGER_OVERTIME, LEDGER_SICK_PAY,
                                           LEDGER_COMPENSATION, LEDGER_DUTY};
  int64_t pay = 0;
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
    pay += ledger->ore[lines[i]];
  return pay;
}

void on_costs_book(const struct on_costs *costs, struct ledger *ledger) {
  int64_t pay = ledger_pay(ledger);
  int64_t holiday_pay = fixed_share(pay, costs->holiday_pay_e8);
  int64_t taxed = pay + holiday_pay + ledger->ore[LEDGER_PENSION] + ledger->ore[LEDGER_SICK_REFUND];
  ledger->ore[LEDGER_HOLIDAY_PAY] = holiday_pay;
  ledger->ore[LEDGER_EMPLOYER_TAX] = fixed_share(taxed, costs->employer_tax_e8);
}

struct ledger pay_of_compensation(const struct tables *tables, int64_t category, int64_t amount_ore, day_number day) {
  struct ledger ledger = {{0}};
  ledger.ore[LEDGER_COMPENSATION] = amount_ore;
  struct on_costs costs = on_costs_on(tables, category, day);
  on_costs_book(&costs, &ledger);
  return ledger;
}
