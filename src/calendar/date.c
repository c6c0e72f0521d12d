// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/date.h"

#include <assert.h>

#include "base/language.h"

// Years are counted from 1 March, so that the leap day ends a year; 400 years are one era.
enum {
  DAYS_PER_ERA = 146097,
  YEARS_PER_ERA = 400,
  DAYS_BEFORE_1970 = 719468, // from 1 March of year 0
  MARCH = 3,
};

static bool year_is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(int year, int month) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  assert(month >= 1 && month <= 12);
  return days[month - 1] + (month == 2 && year_is_leap(year));
}

const char *month_name(int month) {
  static const char *const names[] = {N_("January"),   N_("February"), N_("March"),    N_("April"),
                                      N_("May"),       N_("June"),     N_("July"),     N_("August"),
                                      N_("September"), N_("October"),  N_("November"), N_("December")};
  assert(month >= 1 && month <= 12);
  return _(names[month - 1]);
}

const char *weekday_name(enum weekday day) {
  static const char *const names[] = {N_("Monday"), N_("Tuesday"),  N_("Wednesday"), N_("Thursday"),
                                      N_("Friday"), N_("Saturday"), N_("Sunday")};
  assert(day >= MONDAY && day <= SUNDAY);
  return _(names[day]);
}

int days_in_year(int year) { return 365 + year_is_leap(year); }

bool date_is_valid(int year, int month, int day) {
  return year >= YEAR_FIRST && year <= YEAR_LAST && month >= 1 && month <= 12 && day >= 1 &&
         day <= days_in_month(year, month);
}

day_number day_from_date(int year, int month, int day) {
  int march_year = month < MARCH ? year - 1 : year;
  int march_month = month < MARCH ? month + 9 : month - MARCH;
  int era = march_year / YEARS_PER_ERA;
  int year_of_era = march_year - era * YEARS_PER_ERA;
  int day_of_year = (153 * march_month + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * DAYS_PER_ERA + day_of_era - DAYS_BEFORE_1970;
}

struct civil_date date_from_day(day_number day) {
  assert(day >= -DAYS_BEFORE_1970);
  int days = day + DAYS_BEFORE_1970;
  int era = days / DAYS_PER_ERA;
  int day_of_era = days - era * DAYS_PER_ERA;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / (DAYS_PER_ERA - 1)) / 365;
  int day_of_year = day_of_era - (year_of_era * 365 + year_of_era / 4 - year_of_era / 100);
  int march_month = (5 * day_of_year + 2) / 153;
  int month = march_month < 10 ? march_month + MARCH : march_month - 9;
  return (struct civil_date){
      .year = era * YEARS_PER_ERA + year_of_era + (month < MARCH),
      .month = month,
      .day = day_of_year - (153 * march_month + 2) / 5 + 1,
  };
}

enum weekday weekday_of(day_number day) {
  int since_monday = (day + THURSDAY) % DAYS_PER_WEEK; // 1 January 1970 was a Thursday
  return (enum weekday)(since_monday < 0 ? since_monday + DAYS_PER_WEEK : since_monday);
}

static int week_of(day_number day) {
  day_number thursday = day - (int)weekday_of(day) + THURSDAY;
  int year = date_from_day(thursday).year;
  return (thursday - day_from_date(year, 1, 1)) / DAYS_PER_WEEK + 1;
}

// Rows are looked up for one day after another, and each row asks again, so the answers for some years' days are
// cached.
int iso_week(day_number day) {
  enum { DAYS = 1024 };
  static struct {
    day_number day;
    int week; // 0: none yet
  } known[DAYS];
  unsigned at = (unsigned)day % DAYS;
  if (!known[at].week || known[at].day != day) {
    known[at].day = day;
    known[at].week = week_of(day);
  }
  return known[at].week;
}

// The anonymous Gregorian computus: golden number, century corrections, epact, then the Sunday after the full moon.
day_number easter_sunday(int year) {
  int golden = year % 19;
  int century = year / 100, in_century = year % 100;
  int moon_shift = (8 * century + 13) / 25;
  int epact = (19 * golden + century - century / 4 - moon_shift + 15) % 30;
  int to_sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
  int late = (golden + 11 * epact + 22 * to_sunday) / 451;
  int from_march = epact + to_sunday - 7 * late + 114;
  return day_from_date(year, from_march / 31, from_march % 31 + 1);
}
