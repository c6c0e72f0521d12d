// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/fiscal.h"
#include "pay/pay.h"

#include <string.h>

#include "base/fixed.h"
#include "scenario/columns.h"
#include "scenario/law.h"
#include "scenario/rows_settings.h"

day_number price_day_of(const struct tables *tables, day_number day) {
  const struct settings_row *settings = settings_of(tables);
  if (settings->price_day != NOT_GIVEN)
    return (day_number)settings->price_day;
  day_number first = fiscal_first_day((int)settings->first_year);
  return day < first ? first : day;
}

double full_time_weeks(const struct tables *tables) {
  return settings_of(tables)->year_weeks == YEAR_365_7 ? 365 / 7.0 : 52;
}

static bool text_equal(const char *left, const char *right) {
  return left == right || (left && right && strcmp(left, right) == 0);
}

// Of two rows of a rate, the one that applies on the day: a row for `applies_to` itself goes before a blank one. best:
// NULL, none yet.
static const struct rate_row *rate_row_that_counts(const struct rate_row *best, const struct rate_row *row,
                                                   const char *applies_to, day_number day) {
  if (row->valid_from > day || (row->applies_to && !text_equal(row->applies_to, applies_to)))
    return best;
  bool nearer = best && row->applies_to && !best->applies_to, farther = best && !row->applies_to && best->applies_to;
  return !best || nearer || (!farther && row->valid_from > best->valid_from) ? row : best;
}

static int64_t value_of(const struct tables *tables, enum rate_id rate, const struct rate_row *row) {
  if (row)
    return row->value_e6;
  enum law_rule rule = law_of_rate(rate);
  return rule == LAW_RULES ? rate_meaning_of(rate)->fallback_e6 : law_rate_e6(tables, rule);
}

int64_t rate_on(const struct tables *tables, enum rate_id rate, const char *applies_to, day_number day) {
  const struct rate_row *rows = rate_rows(tables), *best = NULL;
  day_number price_day = price_day_of(tables, day);
  for (size_t i = 0; i < row_count(tables, TABLE_RATES); i++)
    if (rows[i].rate == (int64_t)rate)
      best = rate_row_that_counts(best, &rows[i], applies_to, price_day);
  return value_of(tables, rate, best);
}

static const char *rate_applies_to(const struct tables *tables, int64_t rate, const char *category) {
  if (rate == RATE_PENSION || rate == RATE_VARIABLE_PENSION)
    return category;
  return rate == RATE_EMPLOYER_TAX ? settings_of(tables)->zone : NULL;
}

struct rates_in_force rates_on(const struct tables *tables, const char *category, day_number day) {
  struct rates_in_force found = {.tables = tables};
  const struct rate_row *rows = rate_rows(tables);
  day_number price_day = price_day_of(tables, day);
  for (size_t i = 0; i < row_count(tables, TABLE_RATES); i++) {
    const struct rate_row **best = &found.rows[rows[i].rate];
    *best = rate_row_that_counts(*best, &rows[i], rate_applies_to(tables, rows[i].rate, category), price_day);
  }
  return found;
}

int64_t rate_in_force(const struct rates_in_force *rates, enum rate_id rate) {
  return value_of(rates->tables, rate, rates->rows[rate]);
}

// The first expected settlement of the category after a day and before another: one for the category itself goes
// before one for all.
static const struct rate_row *settlement_after(const struct tables *tables, const char *category, int64_t after,
                                               int64_t until) {
  const struct rate_row *rows = rate_rows(tables), *best = NULL;
  for (size_t i = 0; i < row_count(tables, TABLE_RATES); i++) {
    const struct rate_row *row = &rows[i];
    if (row->rate != RATE_PAY_GROWTH || row->valid_from <= after || row->valid_from > until)
      continue;
    if (row->applies_to && !text_equal(row->applies_to, category))
      continue;
    if (!best || row->valid_from < best->valid_from || (row->valid_from == best->valid_from && row->applies_to))
      best = row;
  }
  return best;
}

static int64_t pay_grown(const struct tables *tables, const struct pay_row *row, int64_t until) {
  const char *code = category_rows(tables)[row->category].category;
  int64_t pay_ore = row->yearly_pay_ore;
  const struct rate_row *settlement = settlement_after(tables, code, row->valid_from, until);
  for (; settlement; settlement = settlement_after(tables, code, settlement->valid_from, until))
    pay_ore = fixed_share(pay_ore, ONE_E8 + settlement->value_e6);
  return pay_ore;
}

static const struct pay_row *pay_row_on(const struct tables *tables, int64_t category, day_number price_day) {
  const struct pay_row *rows = pay_rows(tables), *best = NULL;
  for (size_t i = 0; i < row_count(tables, TABLE_PAY); i++)
    if (rows[i].category == category && rows[i].valid_from <= price_day &&
        (!best || rows[i].valid_from > best->valid_from))
      best = &rows[i];
  return best;
}

int64_t yearly_pay_on(const struct tables *tables, int64_t category, day_number day) {
  day_number price_day = price_day_of(tables, day);
  const struct pay_row *row = pay_row_on(tables, category, price_day);
  return row ? pay_grown(tables, row, price_day) : 0;
}

int64_t yearly_pay_known(const struct tables *tables, int64_t category, day_number day) {
  const struct pay_row *row = pay_row_on(tables, category, price_day_of(tables, day));
  return row ? row->yearly_pay_ore : 0;
}

// How many rows have come into force or ended by the day; it never falls as days go by.
static int changes_until(const struct tables *tables, day_number day) {
  int changes = 0;
  for (size_t i = 0; i < row_count(tables, TABLE_PAY); i++)
    changes += pay_rows(tables)[i].valid_from <= day;
  for (size_t i = 0; i < row_count(tables, TABLE_RATES); i++)
    changes += rate_rows(tables)[i].valid_from <= day;
  for (size_t i = 0; i < row_count(tables, TABLE_SUPPLEMENTS); i++) {
    const struct supplement_row *row = &supplement_rows(tables)[i];
    changes += row->valid_from <= day;
    changes += row->valid_to != NOT_GIVEN && row->valid_to < day;
  }
  return changes;
}

// The next day counts too, because a night is paid by both days.
int pay_period_of(const struct tables *tables, day_number day) {
  day_number today = price_day_of(tables, day), tomorrow = price_day_of(tables, day + 1);
  return changes_until(tables, today) + changes_until(tables, tomorrow);
}
