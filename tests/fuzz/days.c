// SPDX-License-Identifier: GPL-3.0-or-later
// Words for days, weeks and months, years in writing, and days themselves in every country.
#include <stdio.h>
#include <string.h>

#include "calendar/country.h"
#include "calendar/dayset.h"
#include "calendar/fiscal.h"
#include "fuzz/fuzz.h"

enum { TEXT_MOST = 96 };

static void words(const char *text) {
  dayset days = 0;
  weekset weeks = 0;
  uint16_t months = 0;
  int64_t year = -1;
  const char *why = NULL;
  if (dayset_parse(text, &days, &why))
    FUZZ_HOLDS(days && !(days & ~(DAYSET_EVERY_WEEKDAY | DAYSET_HOLIDAY | DAYSET_EASTER_EVE | DAYSET_HALF_EVE)));
  else
    FUZZ_HOLDS(why && *why && !days);
  if (weekset_parse(text, &weeks, &why))
    FUZZ_HOLDS(weeks && !(weeks & ~WEEKSET_ALL));
  if (monthset_parse(text, &months, &why))
    FUZZ_HOLDS(!(months & 1) && months < 1 << 13);
  if (fiscal_year_read(text, &year))
    FUZZ_HOLDS(year >= 0 && year <= 9999);
}

static void week_of(day_number day) {
  int week = iso_week(day);
  enum weekday weekday = weekday_of(day);
  FUZZ_HOLDS(week >= 1 && week <= 53);
  FUZZ_HOLDS(weekday == SUNDAY ? iso_week(day + 1) != week : iso_week(day + 1) == week);
  FUZZ_HOLDS(weekday_of(day + 1) == (weekday + 1) % DAYS_PER_WEEK);
}

// Eight bytes: a day, a country and the month in which fiscal years begin.
static void day(const uint8_t *data) {
  day_number first = day_from_date(YEAR_FIRST, 1, 1), last = day_from_date(YEAR_LAST - 1, 12, 31);
  day_number at =
      first + (day_number)((data[0] | (unsigned)data[1] << 8 | (unsigned)data[2] << 16) % (unsigned)(last - first + 1));
  enum country country = (enum country)(data[3] % COUNTRIES);
  fiscal_year_use(1 + data[4] % MONTHS_PER_YEAR);
  struct civil_date date = date_from_day(at);
  FUZZ_HOLDS(day_from_date(date.year, date.month, date.day) == at && date_is_valid(date.year, date.month, date.day));
  week_of(at);
  enum day_kind kind = day_kind_in(country, at);
  country_use(country);
  FUZZ_HOLDS(kind == day_kind_of(at) && kind <= DAY_HALF_EVE);
  dayset need = need_days_of(at), pay = pay_days_of(at);
  FUZZ_HOLDS(need && !(need & (need - 1)) && pay >> weekday_of(at) & 1);
  int year = fiscal_year_of(at);
  FUZZ_HOLDS(fiscal_first_day(year) <= at && at <= fiscal_last_day(year));
  FUZZ_HOLDS(fiscal_last_day(year) + 1 == fiscal_first_day(year + 1));
  int64_t read = -1;
  char name[FISCAL_NAME_BYTES];
  fiscal_year_write(name, year);
  FUZZ_HOLDS(fiscal_year_month() == 1 || (fiscal_year_read(name, &read) && read == year));
  country_use(NORWAY);
  fiscal_year_use(1);
}

int fuzz_days(const uint8_t *data, size_t size) {
  char text[TEXT_MOST + 1];
  if (size == 8)
    day(data);
  if (size > TEXT_MOST)
    return 0;
  memcpy(text, data, size);
  text[size] = 0;
  words(text);
  return 0;
}
