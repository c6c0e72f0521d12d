// SPDX-License-Identifier: GPL-3.0-or-later
#include "pay_by_minute.h"

#include <assert.h>
#include <string.h>

#include "base/fixed.h"
#include "calendar/dayset.h"

// --- calendar -------------------------------------------------------------------------------------------

static int plain_month_length(int year, int month) {
  if (month == 2)
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// How many days `later` lies after `earlier`, both in one year and in order.
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
  return pay;
}

// First the rows for the key, then, if there are none, those for all.
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
  return rate == RATE_HOLIDAY_WEEKS ? 5000000 : 0;
}

// --- one minute -----------------------------------------------------------------------------------------

struct minute {
  day_number number;
  struct plain_day day;
  int64_t clock_min;
  struct fraction pay;
};

static bool row_names_day(const struct supplement_row *row, const struct plain_day *day) {
  return (row->days >> day->weekday & 1) || (day->red && (row->days & DAYSET_HOLIDAY)) ||
         (day->easter_eve && (row->days & DAYSET_EASTER_EVE)) || (day->half_eve && (row->days & DAYSET_HALF_EVE));
}

static bool row_pays_minute(const struct tables *tables, const struct supplement_row *row, const struct minute *at) {
  day_number priced = dated(tables, at->number);
  return row_names_day(row, &at->day) && at->clock_min >= row->clock_from_min && at->clock_min < row->clock_to_min &&
         priced >= row->valid_from && (row->valid_to == NOT_GIVEN || priced <= row->valid_to);
}

static bool row_beats(const struct supplement_row *row, const struct supplement_row *other) {
  if (row->priority != other->priority)
    return row->priority > other->priority;
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
  int64_t half = (elapsed_min(span) - span->break_min) / 2, before = span->break_after_min ? span->break_after_min : half;
  return span->break_min >= elapsed_min(span) || (elapsed >= before && elapsed < before + span->break_min);
}

// 0 without terms, where only minutes are asked for.
static struct fraction minute_pay(const struct tables *tables, const struct pay_terms *terms, day_number day) {
  if (!terms)
    return nothing;
  struct fraction yearly = fraction_times(ore(plain_pay(tables, terms->category, day)), share(terms->pay_e8));
  return fraction_times(yearly, (struct fraction){1, 52 * terms->full_time_min});
}

static void minute_count(const struct tables *tables, const struct minute *at, const struct pay_terms *terms,
                         struct minute_sums *sums) {
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
  if (!terms)
    return;
  int64_t more_e8 = plain_rate(tables, holiday ? RATE_OVERTIME_HOLIDAY : RATE_OVERTIME, NULL, at->number);
  sums->base = fraction_add(sums->base, pay);
  sums->overtime = fraction_add(sums->overtime, fraction_times(pay, fraction_add(everything, share(more_e8))));
}

// `terms` NULL: minutes only.
static struct minute_sums minutes_sum(const struct tables *tables, const struct pay_terms *terms,
                                      const struct pay_span *span) {
  struct minute_sums sums = {.base = nothing, .overtime = nothing};
  for (int line = 0; line < SUPPLEMENT_LINES; line++)
    sums.supplement[line] = nothing;
  struct minute at = {.number = span->day, .day = plain_day_of(span->day), .clock_min = span->start_min};
  at.pay = minute_pay(tables, terms, at.number);
  for (int64_t elapsed = 0; elapsed < elapsed_min(span); elapsed++) {
    if (at.clock_min == 1440) {
      at.clock_min = 0;
      at.number++;
      at.day = plain_day_of(at.number);
      at.pay = minute_pay(tables, terms, at.number);
    }
    if (!minute_is_break(span, elapsed))
      minute_count(tables, &at, terms, &sums);
    at.clock_min++;
  }
  return sums;
}

void supplements_by_minute(const struct tables *tables, const struct pay_span *span,
                           int64_t minutes[SUPPLEMENT_LINES]) {
  struct minute_sums sums = minutes_sum(tables, NULL, span);
  memcpy(minutes, sums.supplement_min, sizeof sums.supplement_min);
}

// The refund of sick pay on a day, as a negative amount.
static int64_t plain_refund(const struct tables *tables, int64_t category, day_number day, int64_t sick_pay_ore) {
  struct fraction ceiling = {plain_rate(tables, RATE_REFUND_CEILING, NULL, day), 10000};
  struct fraction covered = everything, yearly = ore(plain_pay(tables, category, day));
  if (fraction_exceeds(yearly, ceiling))
    covered = fraction_times(ceiling, (struct fraction){1, yearly.top});
  struct fraction refunded = share(plain_rate(tables, RATE_SICK_REFUNDED, NULL, day));
  return -fraction_round(fraction_times(fraction_times(ore(sick_pay_ore), refunded), covered));
}

// --- resting and on call ---

// The mean weight of a minute of a passive duty, in whole hundred millionths.
static struct fraction passive_weight(const struct pay_span *span, const struct minute_sums *sums, int64_t rest_e8,
                                      int64_t called_e8) {
  int64_t called = span->passive.called_min < sums->paid_min ? span->passive.called_min : sums->paid_min;
  struct fraction all = {(int128)(sums->paid_min - called) * rest_e8 + (int128)called * called_e8, sums->paid_min};
  return share(fraction_round(all));
}

// What own staff are paid beyond their position.
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

// What a split day earns besides.
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

// The pay of the form beside its supplements; pension is booked on the way.
static int64_t pay_by_form(const struct tables *tables, const struct pay_terms *terms, day_number day,
                           const struct minute_sums *sums, int64_t supplements, struct ledger *ledger) {
  const char *code = category_rows(tables)[terms->category].category;
  int64_t pension_e8 = plain_rate(tables, RATE_PENSION, code, day), *to = ledger->ore;
  int64_t variable_e8 = plain_rate(tables, RATE_VARIABLE_PENSION, code, day);
  struct fraction worked = {52000000 - plain_rate(tables, RATE_HOLIDAY_WEEKS, NULL, day), 52000000};
  switch (terms->form) {
  case PAY_OWN:
    if (settings_of(tables)->sick_supplements == YES)
      to[LEDGER_SICK_PAY] =
          fraction_round((struct fraction){(int128)supplements * terms->sick_e8, 100000000 - terms->sick_e8});
    to[LEDGER_SICK_REFUND] = plain_refund(tables, terms->category, day, to[LEDGER_SICK_PAY]);
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

struct ledger span_by_minute(const struct tables *tables, const struct pay_terms *terms, const struct pay_span *span) {
  struct minute_sums sums = minutes_sum(tables, terms, span);
  struct ledger ledger = {0};
  if (terms->form == PAY_AGENCY)
    return agency_by_minute(terms, span, &sums);
  int64_t beyond = terms->form == PAY_OWN ? passive_duty(span, &sums) : 0;
  weigh_passive(span, &sums);
  int64_t supplements = supplements_by_form(&sums, terms->form, split_supplement(tables, span) + beyond, &ledger);
  int64_t pay = supplements + pay_by_form(tables, terms, span->day, &sums, supplements, &ledger);
  int64_t holiday_pay = ore_share(pay, plain_rate(tables, RATE_HOLIDAY_PAY, NULL, span->day));
  int64_t taxed = pay + holiday_pay + ledger.ore[LEDGER_PENSION] + ledger.ore[LEDGER_SICK_REFUND];
  ledger.ore[LEDGER_HOLIDAY_PAY] = holiday_pay;
  ledger.ore[LEDGER_EMPLOYER_TAX] =
      ore_share(taxed, plain_rate(tables, RATE_EMPLOYER_TAX, settings_of(tables)->zone, span->day));
  return ledger;
}

// --- a position -----------------------------------------------------------------------------------------

struct plain_costs {
  int64_t yearly_pay, weeks, holiday_pay, pension, tax, refunded, ceiling;
};

static struct plain_costs plain_costs_on(const struct tables *tables, int64_t category, day_number day) {
  const char *code = category_rows(tables)[category].category;
  return (struct plain_costs){plain_pay(tables, category, day),
                              plain_rate(tables, RATE_HOLIDAY_WEEKS, NULL, day),
                              plain_rate(tables, RATE_HOLIDAY_PAY, NULL, day),
                              plain_rate(tables, RATE_PENSION, code, day),
                              plain_rate(tables, RATE_EMPLOYER_TAX, settings_of(tables)->zone, day),
                              plain_rate(tables, RATE_SICK_REFUNDED, NULL, day),
                              plain_rate(tables, RATE_REFUND_CEILING, NULL, day)};
}

static void piece_book(const struct tables *tables, int64_t category, day_number day, struct fraction pay,
                       int64_t sick_e8, struct ledger *ledger) {
  struct plain_costs costs = plain_costs_on(tables, category, day);
  int64_t paid = fraction_round(fraction_times(pay, (struct fraction){52000000 - costs.weeks, 52000000}));
  int64_t sick = ore_share(paid, sick_e8), refund = plain_refund(tables, category, day, sick);
  int64_t holiday_pay = ore_share(paid, costs.holiday_pay);
  int64_t pension = fraction_round(fraction_times(pay, share(costs.pension)));
  ledger->ore[LEDGER_BASE_PAY] += paid - sick;
  ledger->ore[LEDGER_SICK_PAY] += sick;
  ledger->ore[LEDGER_SICK_REFUND] += refund;
  ledger->ore[LEDGER_HOLIDAY_PAY] += holiday_pay;
  ledger->ore[LEDGER_PENSION] += pension;
  ledger->ore[LEDGER_EMPLOYER_TAX] += ore_share(paid + holiday_pay + pension + refund, costs.tax);
}

struct ledger position_by_day(const struct tables *tables, int64_t category, int64_t position_e8, day_number first_day,
                              day_number last_day, int64_t sick_e8) {
  struct ledger ledger = {0};
  struct fraction pay = nothing;
  day_number piece_day = first_day;
  struct plain_costs held = plain_costs_on(tables, category, first_day);
  for (day_number number = first_day; number <= last_day; number++) {
    struct plain_costs costs = plain_costs_on(tables, category, number);
    if (memcmp(&costs, &held, sizeof costs) != 0) {
      piece_book(tables, category, piece_day, pay, sick_e8, &ledger);
      pay = nothing;
      piece_day = number;
      held = costs;
    }
    struct plain_day day = plain_day_of(number);
    struct fraction part = {1, 12 * plain_month_length(day.year, day.month)};
    struct fraction yearly = fraction_times(ore(costs.yearly_pay), share(position_e8));
    pay = fraction_add(pay, fraction_times(yearly, part));
  }
  piece_book(tables, category, piece_day, pay, sick_e8, &ledger);
  return ledger;
}
