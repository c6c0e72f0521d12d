// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/words.h"

#include <math.h>

#include "base/fixed.h"
#include "base/language.h"

// 28 800, with thousands separated as both languages do.
static const char *whole_in_words(struct arena *arena, long long whole) {
  if (whole < 1000)
    return arena_printf(arena, "%lld", whole);
  return arena_printf(arena, "%s" NO_BREAK_SPACE "%03lld", whole_in_words(arena, whole / 1000), whole % 1000);
}

const char *number_in_words(struct arena *arena, double number) {
  const char decimal = language_now() == LANGUAGE_NB ? ',' : '.';
  int64_t hundredths = fixed_round(number * 100);
  const char *sign = hundredths < 0 ? MINUS_SIGN : "";
  long long all = (long long)(hundredths < 0 ? -hundredths : hundredths), part = all % 100;
  const char *whole = whole_in_words(arena, all / 100);
  if (!part)
    return arena_printf(arena, "%s%s", sign, whole);
  if (part % 10)
    return arena_printf(arena, "%s%s%c%02lld", sign, whole, decimal, part);
  return arena_printf(arena, "%s%s%c%lld", sign, whole, decimal, part / 10);
}

const char *signed_in_words(struct arena *arena, double number) {
  double whole = round(number);
  return arena_printf(arena, "%s%s", whole > 0 ? "+" : "", number_in_words(arena, whole + 0.0));
}

const char *kr_in_words(struct arena *arena, int64_t ore) {
  return number_in_words(arena, (double)fixed_divide(ore, ORE_PER_KR));
}

const char *signed_kr_in_words(struct arena *arena, int64_t ore) {
  return signed_in_words(arena, (double)fixed_divide(ore, ORE_PER_KR));
}

const char *day_in_words(struct arena *arena, day_number day) {
  struct civil_date date = date_from_day(day);
  return arena_printf(arena, "%d%s" NO_BREAK_SPACE "%s" NO_BREAK_SPACE "%d", date.day,
                      language_now() == LANGUAGE_NB ? "." : "", month_name(date.month), date.year);
}

const char *clock_in_words(struct arena *arena, int64_t minutes) {
  int64_t in_day = (minutes % MINUTES_PER_DAY + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  return arena_printf(arena, "%02d:%02d", (int)(in_day / 60), (int)(in_day % 60));
}

// The week's number as calendars print it; with its year if that is not the year of the first day.
static const char *week_number(struct arena *arena, const struct unit_year *year, int w) {
  day_number monday = year->first_monday + w * DAYS_PER_WEEK;
  int number = iso_week(monday), counted_in = date_from_day(monday + THURSDAY).year;
  if (counted_in == date_from_day(year->first_day).year)
    return arena_printf(arena, "%d", number);
  return arena_printf(arena, "%d/%d", number, counted_in);
}

const char *weeks_in_words(struct arena *arena, const struct unit_year *year, uint64_t weeks) {
  const char *list = "", *dash = language_now() == LANGUAGE_NB ? "\u2013" : "-";
  int count = 0;
  for (int w = 0; w < year->week_count; w++) {
    if (!(weeks >> w & 1))
      continue;
    int first = w;
    while (w + 1 < year->week_count && weeks >> (w + 1) & 1)
      w++;
    count += w - first + 1;
    const char *comma = *list ? ", " : "", *from = week_number(arena, year, first);
    list = w > first ? arena_printf(arena, "%s%s%s%s%s", list, comma, from, dash, week_number(arena, year, w))
                     : arena_printf(arena, "%s%s%s", list, comma, from);
  }
  if (count == year->week_count && count > 1)
    return _("every week");
  return arena_printf(arena, count == 1 ? _("week %s") : _("weeks %s"), list);
}
