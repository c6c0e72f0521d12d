// SPDX-License-Identifier: GPL-3.0-or-later
// Days of the Gregorian calendar 1900-2200, and the kind of each day in the country in use (calendar/country.h).
#ifndef ROTACOST_CALENDAR_DATE_H
#define ROTACOST_CALENDAR_DATE_H

#include <stdbool.h>
#include <stdint.h>

enum { YEAR_FIRST = 1900, YEAR_LAST = 2200, MINUTES_PER_DAY = 1440, DAYS_PER_WEEK = 7 };

// Days since 1 January 1970 (negative before it).
typedef int32_t day_number;
#define DAY_NONE INT32_MIN // "no date given"

struct civil_date {
  int year, month, day; // month 1-12, day 1-31
};

enum weekday { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

// The kind of a day in the calendar, for pay (HTA 5.3) and for need. The days named are Norway's.
enum day_kind {
  DAY_PLAIN,
  DAY_HOLIDAY,    // helge- og høytidsdag: 1 Jan, 1 and 17 May, 25 and 26 Dec, Easter E-3 E-2 E E+1, E+39, E+49, E+50
  DAY_EASTER_EVE, // påskeaften E-1: holiday pay 00-24, but no public holiday; elsewhere any eve paid for the whole day
  DAY_HALF_EVE    // E-4 (Wednesday), E+48, 24 and 31 Dec: holiday pay 12-24; elsewhere any eve paid for part of the
                  // day
};

bool date_is_valid(int year, int month, int day); // within YEAR_FIRST..YEAR_LAST
day_number day_from_date(int year, int month, int day);
struct civil_date date_from_day(day_number day);
enum weekday weekday_of(day_number day);
int days_in_month(int year, int month);
const char *month_name(int month);          // "June", in the current language
const char *weekday_name(enum weekday day); // "Monday", likewise
int days_in_year(int year);                 // 365 or 366
// ISO 8601 week 1-53; the week may belong to the year before or after.
int iso_week(day_number day);
// Easter Sunday.
day_number easter_sunday(int year);
// In the country in use. Accepts any day whose year is within YEAR_FIRST..YEAR_LAST, and the first day after it. A day
// that is a holiday for two reasons (17 May on Whit Monday in 2027) is one holiday.
enum day_kind day_kind_of(day_number day);

#endif
