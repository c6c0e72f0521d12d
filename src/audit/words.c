// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/words.h"

#include "base/language.h"

const char *number_in_words(struct arena *arena, double number) {
  const char decimal = language_now() == LANGUAGE_NB ? ',' : '.';
  int64_t hundredths = fixed_round(number * 100);
  const char *sign = hundredths < 0 ? "-" : "";
  long long whole = (long long)(hundredths < 0 ? -hundredths : hundredths), part = whole % 100;
  whole /= 100;
  if (!part)
    return arena_printf(arena, "%s%lld", sign, whole);
  if (part % 10)
    return arena_printf(arena, "%s%lld%c%02lld", sign, whole, decimal, part);
  return arena_printf(arena, "%s%lld%c%lld", sign, whole, decimal, part / 10);
}

const char *day_in_words(struct arena *arena, day_number day) {
  struct civil_date date = date_from_day(day);
  if (language_now() == LANGUAGE_NB)
    return arena_printf(arena, "%02d.%02d.%04d", date.day, date.month, date.year);
  return arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

const char *clock_in_words(struct arena *arena, int64_t minutes) {
  int64_t in_day = (minutes % MINUTES_PER_DAY + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  return arena_printf(arena, "%02d:%02d", (int)(in_day / 60), (int)(in_day % 60));
}

// By the week's first day within the stretch, so that it is the number a calendar of the year prints there.
static const char *week_number(struct arena *arena, const struct unit_year *year, int w) {
  day_number monday = year->first_monday + w * DAYS_PER_WEEK;
  int number = iso_week(monday), calendar = date_from_day(year->first_day).year;
  if (w == 0 && number >= 52)
    return arena_printf(arena, "%d/%d", number, calendar - 1);
  if (w > 1 && number == 1)
    return arena_printf(arena, "%d/%d", number, calendar + 1);
  return arena_printf(arena, "%d", number);
}

const char *weeks_in_words(struct arena *arena, const struct unit_year *year, uint64_t weeks) {
  const char *list = "";
  int count = 0;
  for (int w = 0; w < year->week_count; w++) {
    if (!(weeks >> w & 1))
      continue;
    int first = w;
    while (w + 1 < year->week_count && weeks >> (w + 1) & 1)
      w++;
    count += w - first + 1;
    const char *comma = *list ? ", " : "", *from = week_number(arena, year, first);
    list = w > first ? arena_printf(arena, "%s%s%s-%s", list, comma, from, week_number(arena, year, w))
                     : arena_printf(arena, "%s%s%s", list, comma, from);
  }
  if (count == year->week_count && count > 1)
    return _("every week");
  return arena_printf(arena, count == 1 ? _("week %s") : _("weeks %s"), list);
}
