// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/fiscal.h"
#include "pay/pay.h"

#include <assert.h>
#include <string.h>

#include "pay/oncosts.h"

struct days {
  day_number first, last; // inclusive
};

// Only what prices a position; pay for other hours does not, and must not split a span.
static struct on_costs position_costs_on(const struct tables *tables, const struct payee *payee, enum age age,
                                         day_number day) {
  struct on_costs costs = on_costs_on(tables, payee, age, day);
  costs.variable_pension_e8 = 0;
  costs.hours_extra_tax_e8 = 0;
  costs.overtime_divisor_e6 = 0;
  return costs;
}

static bool costs_equal(const struct on_costs *left, const struct on_costs *right) {
  return memcmp(left, right, sizeof *left) == 0;
}

// The start of a row's validity if it lies after `day` and before `nearest`, else `nearest`.
static day_number nearer_day(int64_t valid_from, day_number day, day_number nearest) {
  return valid_from > day && valid_from < nearest ? (day_number)valid_from : nearest;
}

// The first day after `day` on which pay or a rate may change, at most `end`. 6 G changes on 1 January.
static day_number change_after(const struct tables *tables, day_number day, day_number end) {
  end = nearer_day(day_from_date(date_from_day(day).year + 1, 1, 1), day, end);
  for (size_t i = 0; i < row_count(tables, TABLE_PAY); i++)
    end = nearer_day(pay_rows(tables)[i].valid_from, day, end);
  for (size_t i = 0; i < row_count(tables, TABLE_RATES); i++)
    end = nearer_day(rate_rows(tables)[i].valid_from, day, end);
  return end;
}

// The first day after `first` on which the costs differ, at most `end`.
static day_number costs_end(const struct tables *tables, const struct payee *payee, enum age age, day_number first,
                            day_number end) {
  struct on_costs costs = position_costs_on(tables, payee, age, first);
  day_number day = first;
  while (day < end) {
    day = change_after(tables, day, end);
    struct on_costs later = position_costs_on(tables, payee, age, day);
    if (!costs_equal(&costs, &later))
      return day;
  }
  return end;
}

// The share of a year's pay that the days accrue, times `*whole`: every month is a twelfth, part of a month in
// proportion to its days.
static int64_t accrued_of_year(struct days days, int64_t *whole) {
  const int64_t month_days_multiple = INT64_C(4) * 7 * 29 * 3 * 5 * 31; // a common multiple of 28, 29, 30 and 31
  int64_t accrued = 0;
  for (day_number first = days.first; first <= days.last;) {
    struct civil_date date = date_from_day(first);
    int length = days_in_month(date.year, date.month);
    day_number month_end = first + length - date.day, last = month_end < days.last ? month_end : days.last;
    accrued += (last - first + 1) * (month_days_multiple / length);
    first = last + 1;
  }
  *whole = MONTHS_PER_YEAR * month_days_multiple;
  return accrued;
}

// One piece of a position, in which pay and rates stay the same.
static struct ledger piece_price(const struct on_costs *costs, struct exact_ore pay, int64_t sick_e8) {
  struct ledger ledger = {0};
  int64_t paid_ore = pay_less_holiday_weeks(costs, pay);
  int64_t sick_pay_ore = fixed_share(paid_ore, sick_e8);
  ledger.ore[LEDGER_BASE_PAY] = paid_ore - sick_pay_ore;
  ledger.ore[LEDGER_SICK_PAY] = sick_pay_ore;
  ledger.ore[LEDGER_SICK_REFUND] = sick_refund(costs, sick_pay_ore);
  ledger.ore[LEDGER_PENSION] = exact_share(pay, costs->pension_e8);
  on_costs_book(costs, costs->extra_tax_e8, &ledger);
  return ledger;
}

static struct ledger position_at(const struct tables *tables, const struct payee *payee, enum age age, struct days days,
                                 int64_t sick_e8) {
  struct ledger ledger = {0};
  for (day_number first = days.first; first <= days.last;) {
    struct on_costs costs = position_costs_on(tables, payee, age, first);
    day_number end = costs_end(tables, payee, age, first, days.last + 1);
    int64_t whole, accrued = accrued_of_year((struct days){first, end - 1}, &whole);
    struct exact_ore pay = {(int128)costs.yearly_pay_ore * payee->position_e8 * accrued, (int128)whole * ONE_E8};
    struct ledger piece = piece_price(&costs, pay, sick_e8);
    ledger_add(&ledger, &piece);
    first = end;
  }
  return ledger;
}

struct ledger pay_of_position(const struct tables *tables, const struct payee *payee, day_number first_day,
                              day_number last_day, int64_t sick_e8) {
  assert(fiscal_year_of(first_day) == fiscal_year_of(last_day));
  assert(sick_e8 >= 0 && sick_e8 <= ONE_E8);
  struct days days = {first_day, last_day};
  struct ledger young = position_at(tables, payee, UNDER_60, days, sick_e8);
  if (!payee->over_60_e8)
    return young;
  struct ledger old = position_at(tables, payee, OVER_60, days, sick_e8);
  return ledger_mixed(&young, &old, payee->over_60_e8);
}
