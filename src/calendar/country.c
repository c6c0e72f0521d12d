// SPDX-License-Identifier: GPL-3.0-or-later
// Unverified entries of a list are marked C: believed, but not seen in a source.
#include "calendar/country.h"

#include <assert.h>
#include <stddef.h>

enum { EASTER = 0, ANY_YEAR = 0, ON_MONDAY = MONDAY + 1, ON_FRIDAY = FRIDAY + 1, ON_SATURDAY = SATURDAY + 1 };

struct special_day {
  int month, day; // EASTER: `day` counts from Easter Sunday
  enum day_kind kind;
  int on;                     // the first such weekday on or after the date; 0: the date itself
  int from_year, to_year;     // ANY_YEAR: no limit
  int saturday_by, sunday_by; // days by which it is moved if it falls on one of them
};

#define DAY(MONTH, DATE, ...)                                                                                          \
  { .month = MONTH, .day = DATE, .kind = __VA_ARGS__ }
// Holidays come before eves: a day that is both is a holiday.

// Norway: lov om helligdager and lov om 1 og 17 mai; eves by HTA 5.3.
static const struct special_day norway[] = {
    DAY(1, 1, DAY_HOLIDAY),          DAY(5, 1, DAY_HOLIDAY),        DAY(5, 17, DAY_HOLIDAY),
    DAY(12, 25, DAY_HOLIDAY),        DAY(12, 26, DAY_HOLIDAY),      DAY(EASTER, -3, DAY_HOLIDAY),
    DAY(EASTER, -2, DAY_HOLIDAY),    DAY(EASTER, 0, DAY_HOLIDAY),   DAY(EASTER, 1, DAY_HOLIDAY),
    DAY(EASTER, 39, DAY_HOLIDAY),    DAY(EASTER, 49, DAY_HOLIDAY),  DAY(EASTER, 50, DAY_HOLIDAY),
    DAY(EASTER, -1, DAY_EASTER_EVE), DAY(EASTER, -4, DAY_HALF_EVE), DAY(EASTER, 48, DAY_HALF_EVE),
    DAY(12, 24, DAY_HALF_EVE),       DAY(12, 31, DAY_HALF_EVE),
};

// Denmark: the state's list of holidays (pav.medst.dk); Great Prayer Day until 2023 (Act 214 of 6 March 2023). By
// agreement 24 December is paid as a holiday from the start of the day shift, 1 May, 5 June and 31 December from noon
// (FOA's pages: a secondary source). No day is moved from a weekend (C).
static const struct special_day denmark[] = {
    DAY(1, 1, DAY_HOLIDAY),       DAY(EASTER, -3, DAY_HOLIDAY), DAY(EASTER, -2, DAY_HOLIDAY),
    DAY(EASTER, 0, DAY_HOLIDAY),  DAY(EASTER, 1, DAY_HOLIDAY),  DAY(EASTER, 26, DAY_HOLIDAY, .to_year = 2023),
    DAY(EASTER, 39, DAY_HOLIDAY), DAY(EASTER, 49, DAY_HOLIDAY), DAY(EASTER, 50, DAY_HOLIDAY),
    DAY(12, 25, DAY_HOLIDAY),     DAY(12, 26, DAY_HOLIDAY),     DAY(12, 24, DAY_EASTER_EVE),
    DAY(5, 1, DAY_HALF_EVE),      DAY(6, 5, DAY_HALF_EVE),      DAY(12, 31, DAY_HALF_EVE),
};

// Sweden: SFS 1989:253; before 2005 Whit Monday instead of 6 June. Whole eves lie within a great holiday (AB's
// storhelg); on half eves the weekend class begins at 16:00 (Vårdförbundet). No day is moved from a weekend.
static const struct special_day sweden[] = {
    DAY(1, 1, DAY_HOLIDAY),
    DAY(1, 6, DAY_HOLIDAY),
    DAY(EASTER, -2, DAY_HOLIDAY),
    DAY(EASTER, 0, DAY_HOLIDAY),
    DAY(EASTER, 1, DAY_HOLIDAY),
    DAY(5, 1, DAY_HOLIDAY),
    DAY(EASTER, 39, DAY_HOLIDAY),
    DAY(EASTER, 49, DAY_HOLIDAY),
    DAY(EASTER, 50, DAY_HOLIDAY, .to_year = 2004),
    DAY(6, 6, DAY_HOLIDAY, .from_year = 2005),
    DAY(6, 20, DAY_HOLIDAY, .on = ON_SATURDAY),  // Midsummer Day
    DAY(10, 31, DAY_HOLIDAY, .on = ON_SATURDAY), // All Saints' Day
    DAY(12, 25, DAY_HOLIDAY),
    DAY(12, 26, DAY_HOLIDAY),
    DAY(EASTER, -1, DAY_EASTER_EVE),
    DAY(6, 19, DAY_EASTER_EVE, .on = ON_FRIDAY),
    DAY(12, 24, DAY_EASTER_EVE),
    DAY(12, 31, DAY_EASTER_EVE),
    DAY(1, 5, DAY_HALF_EVE),
    DAY(4, 30, DAY_HALF_EVE),
    DAY(EASTER, 38, DAY_HALF_EVE),
    DAY(6, 5, DAY_HALF_EVE, .from_year = 2005),
    DAY(EASTER, 48, DAY_HALF_EVE),
    DAY(10, 30, DAY_HALF_EVE, .on = ON_FRIDAY),
};

// England and Wales: the government's list of bank holidays, with the days proclaimed for 2020 to 2023; later
// proclamations are unknown. The days are those of the list, with substitute days instead of weekends. The NHS pays
// the holiday rate on the actual day too, but to each person only on a limited number of them, which a rota has to
// decide.
static const struct special_day united_kingdom[] = {
    DAY(1, 1, DAY_HOLIDAY, .saturday_by = 2, .sunday_by = 1),
    DAY(EASTER, -2, DAY_HOLIDAY),
    DAY(EASTER, 1, DAY_HOLIDAY),
    DAY(5, 1, DAY_HOLIDAY, .on = ON_MONDAY, .to_year = 2019),
    DAY(5, 8, DAY_HOLIDAY, .from_year = 2020, .to_year = 2020),
    DAY(5, 1, DAY_HOLIDAY, .on = ON_MONDAY, .from_year = 2021),
    DAY(5, 8, DAY_HOLIDAY, .from_year = 2023, .to_year = 2023),
    DAY(5, 25, DAY_HOLIDAY, .on = ON_MONDAY, .to_year = 2021),
    DAY(6, 2, DAY_HOLIDAY, .from_year = 2022, .to_year = 2022),
    DAY(6, 3, DAY_HOLIDAY, .from_year = 2022, .to_year = 2022),
    DAY(5, 25, DAY_HOLIDAY, .on = ON_MONDAY, .from_year = 2023),
    DAY(8, 25, DAY_HOLIDAY, .on = ON_MONDAY),
    DAY(9, 19, DAY_HOLIDAY, .from_year = 2022, .to_year = 2022),
    DAY(12, 25, DAY_HOLIDAY, .saturday_by = 2, .sunday_by = 2),
    DAY(12, 26, DAY_HOLIDAY, .saturday_by = 2, .sunday_by = 2),
};

#define LIST(DAYS)                                                                                                     \
  { DAYS, sizeof(DAYS) / sizeof *(DAYS) }
static const struct {
  const struct special_day *days;
  size_t count;
} calendars[COUNTRIES] = {[NORWAY] = LIST(norway),
                          [DENMARK] = LIST(denmark),
                          [SWEDEN] = LIST(sweden),
                          [UNITED_KINGDOM] = LIST(united_kingdom)};

static enum country in_use = NORWAY;

void country_use(enum country country) {
  assert(country >= 0 && country < COUNTRIES);
  in_use = country;
}

enum country country_in_use(void) { return in_use; }

static day_number falls_on(const struct special_day *special, int year, day_number easter) {
  day_number day = special->month == EASTER ? easter + special->day : day_from_date(year, special->month, special->day);
  if (special->on)
    day += (special->on - 1 - (int)weekday_of(day) + DAYS_PER_WEEK) % DAYS_PER_WEEK;
  if (weekday_of(day) == SATURDAY)
    return day + special->saturday_by;
  return weekday_of(day) == SUNDAY ? day + special->sunday_by : day;
}

static bool holds_in(const struct special_day *special, int year) {
  return (special->from_year == ANY_YEAR || year >= special->from_year) &&
         (special->to_year == ANY_YEAR || year <= special->to_year);
}

enum day_kind day_kind_in(enum country country, day_number day) {
  int year = date_from_day(day).year;
  day_number easter = easter_sunday(year);
  for (size_t i = 0; i < calendars[country].count; i++) {
    const struct special_day *special = &calendars[country].days[i];
    if (holds_in(special, year) && falls_on(special, year, easter) == day)
      return special->kind;
  }
  return DAY_PLAIN;
}

// Rows are looked up for one day after another, and each row asks again, so the answers for some years' days are
// cached.
enum day_kind day_kind_of(day_number day) {
  enum { DAYS = 1024 };
  static struct {
    bool known;
    day_number day;
    enum country country;
    enum day_kind kind;
  } days[DAYS];
  unsigned at = (unsigned)day % DAYS;
  if (!days[at].known || days[at].day != day || days[at].country != in_use) {
    days[at].known = true;
    days[at].day = day;
    days[at].country = in_use;
    days[at].kind = day_kind_in(in_use, day);
  }
  return days[at].kind;
}
