// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/amounts.h"

#include <assert.h>

#include "base/fixed.h"
#include "calendar/fiscal.h"
#include "scenario/rows_measures.h"
#include "scenario/rows_settings.h"
#include "scenario/timeline.h"

static const enum ledger_line line_of[] = {[AMOUNT_PURCHASES] = LEDGER_PURCHASES,
                                           [AMOUNT_INCOME] = LEDGER_INCOME,
                                           [AMOUNT_GRANT] = LEDGER_GRANT,
                                           [AMOUNT_OTHER] = LEDGER_OTHER};

enum { MONTH_PARTS = 377580 }; // least common multiple of 28, 29, 30 and 31

bool measure_has_amounts(const struct scenario *scenario, size_t measure) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  for (size_t i = 0; i < row_count(&scenario->tables, TABLE_AMOUNTS); i++)
    if (amount_rows(&scenario->tables)[i].measure == (int64_t)measure)
      return true;
  return false;
}

static int64_t by_months(int64_t yearly_ore, day_number first, day_number last) {
  int64_t parts = 0;
  for (day_number day = first; day <= last;) {
    struct civil_date date = date_from_day(day);
    int length = days_in_month(date.year, date.month);
    day_number month_end = day + length - date.day;
    day_number end = month_end < last ? month_end : last;
    parts += (int64_t)(end - day + 1) * (MONTH_PARTS / length);
    day = end + 1;
  }
  return fixed_divide((int128)yearly_ore * parts, (int128)12 * MONTH_PARTS);
}

static int64_t amount_in_year(const struct amount_row *amount, day_number from, int year, day_number last) {
  day_number first = fiscal_first_day(year);
  if (amount->accrual == ACCRUAL_ONCE)
    return from >= first && from <= last ? amount->saving_ore_per_year : 0;
  if (from > first)
    first = from;
  if (amount->to != NOT_GIVEN && amount->to < last)
    last = (day_number)amount->to;
  if (first > last)
    return 0;
  if (amount->accrual == ACCRUAL_DAYS)
    return fixed_divide((int128)amount->saving_ore_per_year * (last - first + 1), fiscal_day_count(year));
  return by_months(amount->saving_ore_per_year, first, last);
}

static day_number amount_from(const struct scenario *scenario, const struct amount_row *amount,
                              day_number undecided_start) {
  int64_t start = measure_rows(&scenario->tables)[amount->measure].start;
  return (day_number)(amount->from != NOT_GIVEN ? amount->from : start != NOT_GIVEN ? start : undecided_start);
}

struct ledger amounts_in_year_until(const struct scenario *scenario, size_t measure, day_number undecided_start,
                                    int year, day_number last) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  struct ledger ledger = {{0}};
  for (size_t i = 0; i < row_count(&scenario->tables, TABLE_AMOUNTS); i++) {
    const struct amount_row *amount = &amount_rows(&scenario->tables)[i];
    if (amount->measure != (int64_t)measure)
      continue;
    day_number from = amount_from(scenario, amount, undecided_start);
    ledger.ore[line_of[amount->line]] -= amount_in_year(amount, from, year, last);
  }
  return ledger;
}

struct ledger amounts_in_year(const struct scenario *scenario, size_t measure, day_number undecided_start, int year) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  return amounts_in_year_until(scenario, measure, undecided_start, year, fiscal_last_day(year));
}

int64_t amount_saving_in_year(const struct scenario *scenario, size_t row, day_number undecided_start, int year) {
  const struct amount_row *amount = &amount_rows(&scenario->tables)[row];
  return amount_in_year(amount, amount_from(scenario, amount, undecided_start), year, fiscal_last_day(year));
}

// ---------------------------------------------------------------- a whole year

static bool is_yearly(const struct amount_row *amount, size_t measure) {
  return amount->measure == (int64_t)measure && amount->accrual != ACCRUAL_ONCE;
}

// The last day on which a yearly row of the measure, or an edit, begins; DAY_NONE where there are none.
static day_number last_start(const struct scenario *scenario, size_t measure, day_number undecided_start) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  day_number last = DAY_NONE, edit;
  for (size_t i = 0; i < row_count(&scenario->tables, TABLE_AMOUNTS); i++) {
    const struct amount_row *amount = &amount_rows(&scenario->tables)[i];
    day_number from = is_yearly(amount, measure) ? amount_from(scenario, amount, undecided_start) : DAY_NONE;
    last = from > last ? from : last;
  }
  if (last != DAY_NONE && measure_last_edit(scenario, measure, undecided_start, &edit) && edit > last)
    last = edit;
  return last;
}

// The first day of the first year, the scenario's or a later one, before which all parts have begun.
static day_number whole_year_begins(const struct scenario *scenario, day_number last) {
  int year = fiscal_year_from(last), first = (int)settings_of(&scenario->tables)->first_year;
  return fiscal_first_day(year > first ? year : first);
}

// The yearly rows in force together on a day. False where there are none.
static bool add_in_force(const struct scenario *scenario, size_t measure, day_number day, struct ledger *ledger) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  bool any = false;
  for (size_t i = 0; i < row_count(&scenario->tables, TABLE_AMOUNTS); i++) {
    const struct amount_row *amount = &amount_rows(&scenario->tables)[i];
    bool begun = is_yearly(amount, measure) && amount_from(scenario, amount, undecided_start_of(scenario)) <= day;
    if (!begun || (amount->to != NOT_GIVEN && amount->to < day))
      continue;
    ledger->ore[line_of[amount->line]] -= amount->saving_ore_per_year;
    any = true;
  }
  return any;
}

struct ledger amounts_full_year(const struct scenario *scenario, size_t measure) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  struct ledger ledger = {{0}};
  day_number last = last_start(scenario, measure, undecided_start_of(scenario));
  if (last != DAY_NONE && !add_in_force(scenario, measure, whole_year_begins(scenario, last), &ledger))
    add_in_force(scenario, measure, last, &ledger);
  return ledger;
}
