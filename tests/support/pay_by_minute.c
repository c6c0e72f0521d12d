// SPDX-License-Identifier: GPL-3.0-or-later
#include "pay_by_minute.h"

#include <assert.h>
#include <string.h>

#include "base/fixed.h"
#include "calendar/dayset.h"
#include "scenario/rows_settings.h"

// --- calendar -------------------------------------------------------------------------------------------

static int plain_month_length(int year, int month) {
  if (month == 2)
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// The number of days from `earlier` to `later`, which must be in order and in the same year.
static int days_between(int year, int month, int day, int later_month, int later_day) {
  int days = later_day - day;
  for (int m = month; m < later_month; m++)
    days += plain_month_length(year, m);
  for (int m = later_month; m < month; m++)
    days -= plain_month_length(year, m);
  return days;
}

void plain_easter(int year, int *month, int *day) {
  int k = year / 100;
  int m = 15 + (3 * k + 3) / 4 - (8 * k + 13) / 25;
  int s = 2 - (3 * k + 3) / 4;
  int a = year % 19;
  int d = (19 * a + m) % 30;
  int r = (d + a / 11) / 29;
  int full_moon = 21 + d - r;
  int first_sunday = 7 - (year + year / 4 + s) % 7;
  int march_day = full_moon + 7 - (full_moon - first_sunday) % 7;
  *month = march_day > 31 ? 4 : 3;
  *day = march_day > 31 ? march_day - 31 : march_day;
}

static void plain_day_mark(struct plain_day *day) {
  int easter_month, easter_day;
  plain_easter(day->year, &easter_month, &easter_day);
  int after_easter = days_between(day->year, easter_month, easter_day, day->month, day->day);
  int date = day->month * 100 + day->day;
  day->red = date == 101 || date == 501 || date == 517 || date == 1225 || date == 1226 || after_easter == -3 ||
             after_easter == -2 || after_easter == 0 || after_easter == 1 || after_easter == 39 || after_easter == 49 ||
             after_easter == 50;
  day->easter_eve = !day->red && after_easter == -1;
  day->half_eve = !day->red && (after_easter == -4 || after_easter == 48 || date == 1224 || date == 1231);
}

struct plain_day plain_day_of(day_number number) {
  int left = number + 25567; // 1 January 1900 was a Monday, 25 567 days before 1970
  assert(left >= 0);
  struct plain_day day = {.year = 1900, .month = 1, .day = 1, .weekday = left % 7};
  while (left >= 365 + (plain_month_length(day.year, 2) == 29)) {
    left -= 365 + (plain_month_length(day.year, 2) == 29);
    day.year++;
  }
  while (left >= plain_month_length(day.year, day.month)) {
    left -= plain_month_length(day.year, day.month);
    day.month++;
  }
  day.day += left;
  plain_day_mark(&day);
  return day;
}

// --- fractions ------------------------------------------------------------------------------------------

struct fraction {
  int128 top, bottom;
};

static int128 common_divisor(int128 left, int128 right) {
  while (right) {
    int128 rest = left % right;
    left = right;
    right = rest;
  }
  return left < 0 ? -left : left;
}

static struct fraction fraction_reduce(struct fraction f) {
  int128 divisor = common_divisor(f.top, f.bottom);
  return divisor > 1 ? (struct fraction){f.top / divisor, f.bottom / divisor} : f;
}

static struct fraction fraction_add(struct fraction left, struct fraction right) {
  if (left.bottom == right.bottom)
    return (struct fraction){left.top + right.top, left.bottom};
  int128 divisor = common_divisor(left.bottom, right.bottom);
  return (struct fraction){left.top * (right.bottom / divisor) + right.top * (left.bottom / divisor),
                           left.bottom / divisor * right.bottom};
}

static bool fraction_is_wide(struct fraction f) {
  int128 limit = (int128)1 << 62;
  return f.top > limit || f.top < -limit || f.bottom > limit;
}

static struct fraction fraction_times(struct fraction left, struct fraction right) {
  if (!fraction_is_wide(left) && !fraction_is_wide(right))
    return (struct fraction){left.top * right.top, left.bottom * right.bottom};
  struct fraction a = fraction_reduce((struct fraction){left.top, right.bottom});
  struct fraction b = fraction_reduce((struct fraction){right.top, left.bottom});
  return (struct fraction){a.top * b.top, a.bottom * b.bottom};
}

static bool fraction_exceeds(struct fraction left, struct fraction right) {
  return left.top * right.bottom > right.top * left.bottom;
}

static int64_t fraction_round(struct fraction f) {
  bool negative = f.top < 0;
  int128 top = negative ? -f.top : f.top;
  int128 whole = top / f.bottom, rest = top % f.bottom;
  whole += 2 * rest >= f.bottom;
  return (int64_t)(negative ? -whole : whole);
}

static const struct fraction nothing = {0, 1}, everything = {1, 1};

static struct fraction share(int64_t share_e8) { return fraction_reduce((struct fraction){share_e8, ONE_E8}); }
static struct fraction ore(int64_t amount) { return (struct fraction){amount, 1}; }
static int64_t ore_share(int64_t amount, int64_t share_e8) {
  return fraction_round(fraction_times(ore(amount), share(share_e8)));
}

// --- rows by day ----------------------------------------------------------------------------------------

static day_number dated(const struct tables *tables, day_number day) {
  const struct settings_row *settings = row_count(tables, TABLE_SETTINGS) ? settings_of(tables) : NULL;
  return settings->price_day != NOT_GIVEN ? (day_number)settings->price_day : day;
}

static int64_t plain_pay(const struct tables *tables, int64_t category, day_number day) {
  int64_t pay = 0, since = INT64_MIN;
  for (size_t i = 0; i < row_count(tables, TABLE_PAY); i++) {
    struct pay_row row = pay_rows(tables)[i];
    if (row.category == category && row.valid_from <= dated(tables, day) && row.valid_from > since) {
      since = row.valid_from;
      pay = row.yearly_pay_ore;
    }
  }
  // applies every expected settlement since then, day by day
  for (int64_t at = since + 1; since != INT64_MIN && at <= dated(tables, day); at++) {
    int64_t all_e8 = 0, own_e8 = -1;
    for (size_t i = 0; i < row_count(tables, TABLE_RATES); i++) {
      struct rate_row row = rate_rows(tables)[i];
      if (row.rate != RATE_PAY_GROWTH || row.valid_from != at)
        continue;
      if (!row.applies_to)
        all_e8 = row.value_e6;
      else if (!strcmp(row.applies_to, category_rows(tables)[category].category))
        own_e8 = row.value_e6;
    }
    pay = ore_share(pay, ONE_E8 + (own_e8 >= 0 ? own_e8 : all_e8));
  }
  return pay;
}

// Looks at the rows for the key first; if there are none, at the rows for all.
static int64_t plain_rate(const struct tables *tables, enum rate_id rate, const char *key, day_number day) {
  for (int pass = 0; pass < 2; pass++) {
    int64_t value = 0, since = INT64_MIN;
    for (size_t i = 0; i < row_count(tables, TABLE_RATES); i++) {
      struct rate_row row = rate_rows(tables)[i];
      bool right_key = pass == 0 ? row.applies_to && key && !strcmp(row.applies_to, key) : !row.applies_to;
      if (right_key && row.rate == (int64_t)rate && row.valid_from <= dated(tables, day) && row.valid_from > since) {
        since = row.valid_from;
        value = row.value_e6;
      }
    }
    if (since != INT64_MIN)
      return value;
  }
  return rate == RATE_HOLIDAY_WEEKS ? 5000000 : rate == RATE_HOLIDAY_WEEKS_OVER_60 ? 6000000 : 0;
}

// --- one minute -----------------------------------------------------------------------------------------

struct minute {
  day_number number;
  struct plain_day day;
  int64_t clock_min;
  struct fraction pay, overtime_pay;
  const struct pay_terms *terms; // of the person who works it
};

static bool row_names_day(const struct supplement_row *row, const struct plain_day *day) {
  return (row->days >> day->weekday & 1) || (day->red && (row->days & DAYSET_HOLIDAY)) ||
         (day->easter_eve && (row->days & DAYSET_EASTER_EVE)) || (day->half_eve && (row->days & DAYSET_HALF_EVE));
}

static bool row_pays_minute(const struct tables *tables, const struct supplement_row *row, const struct minute *at) {
  day_number priced = dated(tables, at->number);
  if (row->unit != NOT_GIVEN && row->unit != at->terms->unit)
    return false;
  if (row->category != NOT_GIVEN && row->category != at->terms->category)
    return false;
  return row_names_day(row, &at->day) && at->clock_min >= row->clock_from_min && at->clock_min < row->clock_to_min &&
         priced >= row->valid_from && (row->valid_to == NOT_GIVEN || priced <= row->valid_to);
}

static bool row_beats(const struct supplement_row *row, const struct supplement_row *other) {
  if (row->priority != other->priority)
    return row->priority > other->priority;
  if ((row->unit == NOT_GIVEN) != (other->unit == NOT_GIVEN))
    return row->unit != NOT_GIVEN;
  if ((row->category == NOT_GIVEN) != (other->category == NOT_GIVEN))
    return row->category != NOT_GIVEN;
  if (row->line != other->line)
    return row->line > other->line;
  if (row->valid_from != other->valid_from)
    return row->valid_from > other->valid_from;
  if (row->percent_e8 != other->percent_e8)
    return row->percent_e8 > other->percent_e8;
  return row->minimum_ore_per_h > other->minimum_ore_per_h;
}

static const struct supplement_row *minute_row(const struct tables *tables, enum stack stack, const struct minute *at) {
  const struct supplement_row *best = NULL;
  for (size_t i = 0; i < row_count(tables, TABLE_SUPPLEMENTS); i++) {
    const struct supplement_row *row = &supplement_rows(tables)[i];
    if (row->stack == (int64_t)stack && row_pays_minute(tables, row, at) && (!best || row_beats(row, best)))
      best = row;
  }
  return best;
}

// --- a span ---------------------------------------------------------------------------------------------

struct minute_sums {
  int64_t paid_min, unsocial_min, supplement_min[SUPPLEMENT_LINES];
  struct fraction base, overtime, supplement[SUPPLEMENT_LINES];
};

static int64_t elapsed_min(const struct pay_span *span) {
  int64_t minutes = span->end_min - span->start_min;
  return minutes <= 0 ? minutes + 1440 : minutes;
}

static bool minute_is_break(const struct pay_span *span, int64_t elapsed) {
  for (int i = 0; i < span->pause_count; i++)
    if (elapsed >= span->pauses[i].after_min && elapsed < span->pauses[i].after_min + span->pauses[i].minutes)
      return true;
  int64_t half = (elapsed_min(span) - span->break_min) / 2,
          before = span->break_after_min ? span->break_after_min : half;
  return span->break_min >= elapsed_min(span) || (elapsed >= before && elapsed < before + span->break_min);
}

// Sets what a minute of the day earns. Overtime uses the divisor of the day on which the span starts.
static void minute_pay(const struct tables *tables, day_number first, struct minute *at) {
  const struct pay_terms *terms = at->terms;
  int64_t divisor_e6 = plain_rate(tables, RATE_OVERTIME_DIVISOR, NULL, first);
  struct fraction yearly = fraction_times(ore(plain_pay(tables, terms->category, at->number)), share(terms->pay_e8));
  bool by_days = settings_of(tables)->year_weeks == YEAR_365_7;
  at->pay = fraction_times(yearly, by_days ? (struct fraction){7, 365 * terms->full_time_min}
                                           : (struct fraction){1, 52 * terms->full_time_min});
  at->overtime_pay =
      divisor_e6 ? fraction_times(fraction_reduce(yearly), fraction_reduce((struct fraction){1000000, divisor_e6 * 60}))
                 : at->pay;
}

static int64_t overtime_share(const struct tables *tables, const struct minute *at, bool holiday) {
  const struct supplement_row *row = minute_row(tables, STACK_OVERTIME, at);
  if (!holiday && row)
    return row->percent_e8;
  return plain_rate(tables, holiday ? RATE_OVERTIME_HOLIDAY : RATE_OVERTIME, NULL, at->number);
}

static void minute_count(const struct tables *tables, const struct minute *at, struct minute_sums *sums) {
  bool any = false, holiday = false;
  struct fraction pay = at->pay;
  for (int stack = 0; stack < STACKS; stack++) {
    const struct supplement_row *row = minute_row(tables, (enum stack)stack, at);
    if (!row)
      continue;
    struct fraction percent = fraction_times(pay, share(row->percent_e8)), least = {row->minimum_ore_per_h, 60};
    sums->supplement[row->line] =
        fraction_add(sums->supplement[row->line], fraction_exceeds(percent, least) ? percent : least);
    sums->supplement_min[row->line]++;
    any = true;
    holiday = holiday || row->line == SUPPLEMENT_HOLIDAY;
  }
  sums->paid_min++;
  sums->unsocial_min += any;
  struct fraction more = fraction_add(everything, share(overtime_share(tables, at, holiday)));
  sums->base = fraction_add(sums->base, pay);
  sums->overtime = fraction_add(sums->overtime, fraction_times(at->overtime_pay, more));
}

static struct minute_sums minutes_sum(const struct tables *tables, const struct pay_terms *terms,
                                      const struct pay_span *span) {
  struct minute_sums sums = {.base = nothing, .overtime = nothing};
  for (int line = 0; line < SUPPLEMENT_LINES; line++)
    sums.supplement[line] = nothing;
  struct minute at = {.number = span->day, .day = plain_day_of(span->day), .clock_min = span->start_min};
  at.terms = terms;
  minute_pay(tables, span->day, &at);
  for (int64_t elapsed = 0; elapsed < elapsed_min(span); elapsed++) {
    if (at.clock_min == 1440) {
      at.clock_min = 0;
      at.number++;
      at.day = plain_day_of(at.number);
      minute_pay(tables, span->day, &at);
    }
    if (!minute_is_break(span, elapsed))
      minute_count(tables, &at, &sums);
    at.clock_min++;
  }
  return sums;
}

void supplements_by_minute(const struct tables *tables, const struct pay_terms *terms, const struct pay_span *span,
                           int64_t minutes[SUPPLEMENT_LINES]) {
  struct minute_sums sums = minutes_sum(tables, terms, span);
  memcpy(minutes, sums.supplement_min, sizeof sums.supplement_min);
}

// --- on-costs of a person of one age ------------------------------------------------------------------------

// All numbers that price a person on a day: kroner in øre, the rest in millionths. No padding: compared bytewise.
struct plain_costs {
  int64_t yearly_pay, earned, weeks, holiday_pay, pension, tax, refunded, ceiling, holiday_refunded, extra, extra_above;
};

static int64_t best_of(int64_t left, int64_t right) { return left < right ? right : left; }

static struct fraction below(int64_t amount_ore, int64_t limit_e6) { // min(1, limit / amount)
  struct fraction limit = {limit_e6, 10000};
  return fraction_exceeds(ore(amount_ore), limit) ? fraction_times(limit, (struct fraction){1, amount_ore})
                                                  : everything;
}

static void plain_holiday(const struct tables *tables, bool old, day_number day, struct plain_costs *costs) {
  costs->weeks = plain_rate(tables, RATE_HOLIDAY_WEEKS, NULL, day);
  costs->holiday_pay = plain_rate(tables, RATE_HOLIDAY_PAY, NULL, day);
  costs->holiday_refunded = plain_rate(tables, RATE_HOLIDAY_PAY_REFUNDED, NULL, day);
  if (!old)
    return;
  struct plain_day date = plain_day_of(day);
  day_number december = day + days_between(date.year, date.month, date.day, 12, 31);
  int64_t more = best_of(0, plain_rate(tables, RATE_HOLIDAY_PAY_OVER_60, NULL, day) - costs->holiday_pay);
  struct fraction within = below(costs->earned, plain_rate(tables, RATE_REFUND_CEILING, NULL, december));
  costs->weeks = best_of(costs->weeks, plain_rate(tables, RATE_HOLIDAY_WEEKS_OVER_60, NULL, day));
  costs->holiday_pay += fraction_round(fraction_times(ore(more), within));
  costs->holiday_refunded =
      best_of(costs->holiday_refunded, plain_rate(tables, RATE_HOLIDAY_PAY_REFUNDED_OVER_60, NULL, day));
}

static struct plain_costs plain_costs_on(const struct tables *tables, const struct payee *payee, bool old,
                                         day_number day) {
  const char *code = category_rows(tables)[payee->category].category;
  struct plain_costs costs = {.yearly_pay = plain_pay(tables, payee->category, day),
                              .pension = plain_rate(tables, RATE_PENSION, code, day),
                              .tax = plain_rate(tables, RATE_EMPLOYER_TAX, settings_of(tables)->zone, day),
                              .refunded = plain_rate(tables, RATE_SICK_REFUNDED, NULL, day),
                              .ceiling = plain_rate(tables, RATE_REFUND_CEILING, NULL, day),
                              .extra = plain_rate(tables, RATE_EMPLOYER_TAX_EXTRA, NULL, day),
                              .extra_above = plain_rate(tables, RATE_EMPLOYER_TAX_EXTRA_ABOVE, NULL, day) / 10000};
  costs.earned = ore_share(costs.yearly_pay, payee->position_e8);
  plain_holiday(tables, old, day, &costs);
  costs.holiday_refunded = ore_share(costs.holiday_refunded, plain_rate(tables, RATE_REFUND_WITHIN_48_DAYS, NULL, day));
  return costs;
}

// The yearly pay of a position alone, holiday pay included.
static int64_t plain_fixed(const struct plain_costs *costs) {
  int64_t fixed = fraction_round((struct fraction){(int128)costs->earned * (52000000 - costs->weeks), 52000000});
  return fixed + ore_share(fixed, costs->holiday_pay);
}

// The extra tax rate: for hours all or nothing, for fixed pay in proportion to its part above the threshold.
static int64_t plain_extra(const struct plain_costs *costs, bool hours) {
  int64_t fixed = plain_fixed(costs), above = fixed - costs->extra_above;
  if (above <= 0)
    return 0;
  return hours ? costs->extra : fraction_round((struct fraction){(int128)costs->extra * above, fixed});
}

// The refund of sick pay on a day, as a negative amount.
static int64_t plain_refund(const struct plain_costs *costs, int64_t sick_pay_ore) {
  struct fraction covered = below(costs->earned, costs->ceiling);
  return -fraction_round(fraction_times(fraction_times(ore(sick_pay_ore), share(costs->refunded)), covered));
}

// Books what follows from pay, refund and pension.
static void plain_close(const struct plain_costs *costs, int64_t pay, int64_t extra, struct ledger *ledger) {
  int64_t *to = ledger->ore, holiday_pay = ore_share(pay, costs->holiday_pay);
  int64_t paid = pay + holiday_pay + to[LEDGER_SICK_REFUND];
  struct fraction tax = fraction_times(ore(paid + to[LEDGER_PENSION]), share(costs->tax));
  to[LEDGER_HOLIDAY_PAY] = holiday_pay;
  to[LEDGER_EMPLOYER_TAX] = fraction_round(fraction_add(tax, fraction_times(ore(paid), share(extra))));
  to[LEDGER_SICK_REFUND] += ore_share(to[LEDGER_SICK_REFUND], costs->holiday_refunded);
}

static struct ledger plain_mix(const struct ledger *young, const struct ledger *old, int64_t old_e8) {
  struct ledger mix;
  for (int line = 0; line < LEDGER_LINES; line++)
    mix.ore[line] = young->ore[line] + ore_share(old->ore[line] - young->ore[line], old_e8);
  return mix;
}

// --- resting and on call ---

// The mean weight of a minute of a passive duty, in whole hundred millionths.
static struct fraction passive_weight(const struct pay_span *span, const struct minute_sums *sums, int64_t rest_e8,
                                      int64_t called_e8) {
  int64_t called = span->passive.called_min < sums->paid_min ? span->passive.called_min : sums->paid_min;
  struct fraction all = {(int128)(sums->paid_min - called) * rest_e8 + (int128)called * called_e8, sums->paid_min};
  return share(fraction_round(all));
}

// What own staff are paid for passive duty on top of their position.
static int64_t passive_duty(const struct pay_span *span, const struct minute_sums *sums) {
  const struct pay_passive *passive = &span->passive;
  if (!passive->is || !sums->paid_min)
    return 0;
  return fraction_round(fraction_times(
      sums->base, passive_weight(span, sums, passive->paid_e8 - passive->counts_e8, passive->called_pay_e8 - ONE_E8)));
}

static void weigh_passive(const struct pay_span *span, struct minute_sums *sums) {
  if (!span->passive.is || !sums->paid_min)
    return;
  struct fraction paid = passive_weight(span, sums, span->passive.paid_e8, span->passive.called_pay_e8);
  struct fraction clock = passive_weight(span, sums, span->passive.paid_e8, 0);
  sums->base = fraction_times(sums->base, paid);
  sums->overtime = fraction_times(sums->overtime, paid);
  for (int line = 0; line < SUPPLEMENT_LINES; line++)
    sums->supplement[line] = fraction_times(sums->supplement[line], clock);
}

static struct ledger agency_by_minute(const struct pay_terms *terms, const struct pay_span *span,
                                      const struct minute_sums *sums) {
  int64_t dear = terms->unsocial_ore_per_h != NOT_GIVEN ? terms->unsocial_ore_per_h : terms->price_ore_per_h;
  int64_t cheap_min = sums->paid_min - sums->unsocial_min;
  struct fraction bill = {terms->price_ore_per_h * cheap_min + dear * sums->unsocial_min, 60};
  if (span->passive.is && sums->paid_min)
    bill = fraction_times(bill, passive_weight(span, sums, span->passive.paid_e8, ONE_E8));
  return (struct ledger){.ore[LEDGER_AGENCY] = fraction_round(bill)};
}

// The supplement for a split day.
static int64_t split_supplement(const struct tables *tables, const struct pay_span *span) {
  int64_t kr_e6 = span->pause_count ? plain_rate(tables, RATE_SPLIT_SUPPLEMENT, NULL, span->day) : 0;
  return fraction_round((struct fraction){kr_e6, 10000});
}

static int64_t supplements_by_form(const struct minute_sums *sums, enum pay_form form, int64_t split,
                                   struct ledger *ledger) {
  if (form == PAY_OVERTIME)
    return 0;
  ledger->ore[LEDGER_DUTY] = split;
  int64_t evening = fraction_round(sums->supplement[SUPPLEMENT_EVENING]);
  int64_t night = fraction_round(sums->supplement[SUPPLEMENT_NIGHT]);
  int64_t weekend = fraction_round(sums->supplement[SUPPLEMENT_WEEKEND]);
  int64_t holiday = fraction_round(sums->supplement[SUPPLEMENT_HOLIDAY]);
  ledger->ore[LEDGER_EVENING] = evening;
  ledger->ore[LEDGER_NIGHT] = night;
  ledger->ore[LEDGER_WEEKEND] = weekend;
  ledger->ore[LEDGER_HOLIDAY] = holiday;
  return evening + night + weekend + holiday + split;
}

// The pay of the form without its supplements; also books the pension.
static int64_t pay_by_form(const struct tables *tables, const struct pay_terms *terms, day_number day,
                           const struct plain_costs *costs, const struct minute_sums *sums, int64_t supplements,
                           struct ledger *ledger) {
  const char *code = category_rows(tables)[terms->category].category;
  int64_t pension_e8 = costs->pension, *to = ledger->ore;
  int64_t variable_e8 = plain_rate(tables, RATE_VARIABLE_PENSION, code, day);
  struct fraction worked = {52000000 - costs->weeks, 52000000};
  switch (terms->form) {
  case PAY_OWN:
    if (settings_of(tables)->sick_supplements == YES)
      to[LEDGER_SICK_PAY] =
          fraction_round((struct fraction){(int128)supplements * terms->sick_e8, 100000000 - terms->sick_e8});
    int64_t child =
        terms->sick_e8
            ? fraction_round((struct fraction){(int128)to[LEDGER_SICK_PAY] * terms->child_e8, terms->sick_e8})
            : 0;
    to[LEDGER_SICK_REFUND] = plain_refund(costs, to[LEDGER_SICK_PAY] - child);
    to[LEDGER_PENSION] = ore_share(supplements + to[LEDGER_SICK_PAY], pension_e8);
    return to[LEDGER_SICK_PAY];
  case PAY_EXTRA:
    to[LEDGER_EXTRA] = fraction_round(sums->base);
    to[LEDGER_PENSION] = ore_share(supplements + to[LEDGER_EXTRA], variable_e8);
    return to[LEDGER_EXTRA];
  case PAY_SUBSTITUTE:
    to[LEDGER_SUBSTITUTES] = fraction_round(sums->base);
    to[LEDGER_PENSION] = ore_share(supplements + to[LEDGER_SUBSTITUTES], variable_e8);
    return to[LEDGER_SUBSTITUTES];
  case PAY_OVERTIME:
    return to[LEDGER_OVERTIME] = fraction_round(sums->overtime);
  default:
    to[LEDGER_PENSION] = fraction_round(fraction_times(fraction_add(sums->base, ore(supplements)), share(pension_e8)));
    return to[LEDGER_BASE_PAY] = fraction_round(fraction_times(sums->base, worked));
  }
}

static struct ledger span_of_age(const struct tables *tables, const struct pay_terms *terms, day_number day,
                                 const struct minute_sums *sums, int64_t duty, bool old) {
  struct payee payee = {terms->category, terms->position_e8, terms->over_60_e8};
  struct plain_costs costs = plain_costs_on(tables, &payee, old, day);
  struct ledger ledger = {0};
  int64_t supplements = supplements_by_form(sums, terms->form, duty, &ledger);
  int64_t pay = supplements + pay_by_form(tables, terms, day, &costs, sums, supplements, &ledger);
  plain_close(&costs, pay, plain_extra(&costs, true), &ledger);
  return ledger;
}

struct ledger span_by_minute(const struct tables *tables, const struct pay_terms *terms, const struct pay_span *span) {
  struct minute_sums sums = minutes_sum(tables, terms, span);
  if (terms->form == PAY_AGENCY)
    return agency_by_minute(terms, span, &sums);
  int64_t beyond = terms->form == PAY_OWN ? passive_duty(span, &sums) : 0;
  weigh_passive(span, &sums);
  int64_t duty = split_supplement(tables, span) + beyond;
  struct ledger young = span_of_age(tables, terms, span->day, &sums, duty, false);
  struct ledger old = span_of_age(tables, terms, span->day, &sums, duty, true);
  return plain_mix(&young, &old, terms->over_60_e8);
}

// --- a position -----------------------------------------------------------------------------------------

static void piece_book(const struct plain_costs *costs, struct fraction pay, int64_t sick_e8, struct ledger *ledger) {
  struct ledger piece = {0};
  int64_t paid = fraction_round(fraction_times(pay, (struct fraction){52000000 - costs->weeks, 52000000}));
  int64_t sick = ore_share(paid, sick_e8);
  piece.ore[LEDGER_BASE_PAY] = paid - sick;
  piece.ore[LEDGER_SICK_PAY] = sick;
  piece.ore[LEDGER_SICK_REFUND] = plain_refund(costs, sick);
  piece.ore[LEDGER_PENSION] = fraction_round(fraction_times(pay, share(costs->pension)));
  plain_close(costs, paid, plain_extra(costs, false), &piece);
  for (int line = 0; line < LEDGER_LINES; line++)
    ledger->ore[line] += piece.ore[line];
}

// The costs that price a position. The threshold of the extra tax matters only if the fixed pay exceeds it.
static struct plain_costs position_costs(const struct tables *tables, const struct payee *payee, bool old,
                                         day_number day) {
  struct plain_costs costs = plain_costs_on(tables, payee, old, day);
  if (plain_extra(&costs, false) == 0)
    costs.extra = costs.extra_above = 0;
  return costs;
}

static struct ledger position_of_age(const struct tables *tables, const struct payee *payee, bool old,
                                     day_number first_day, day_number last_day, int64_t sick_e8) {
  struct ledger ledger = {0};
  struct fraction pay = nothing;
  struct plain_costs held = position_costs(tables, payee, old, first_day);
  for (day_number number = first_day; number <= last_day; number++) {
    struct plain_costs costs = position_costs(tables, payee, old, number);
    if (memcmp(&costs, &held, sizeof costs) != 0) {
      piece_book(&held, pay, sick_e8, &ledger);
      pay = nothing;
      held = costs;
    }
    struct plain_day day = plain_day_of(number);
    struct fraction part = {1, 12 * plain_month_length(day.year, day.month)};
    struct fraction yearly = fraction_times(ore(costs.yearly_pay), share(payee->position_e8));
    pay = fraction_add(pay, fraction_times(yearly, part));
  }
  piece_book(&held, pay, sick_e8, &ledger);
  return ledger;
}

struct ledger position_by_day(const struct tables *tables, const struct payee *payee, day_number first_day,
                              day_number last_day, int64_t sick_e8) {
  struct ledger young = position_of_age(tables, payee, false, first_day, last_day, sick_e8);
  struct ledger old = position_of_age(tables, payee, true, first_day, last_day, sick_e8);
  return plain_mix(&young, &old, payee->over_60_e8);
}
