// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of days and weeks as planners write them: `mon-fri`, `sat sun holiday`, weeks `1-26 33-52`.
#ifndef ROTACOST_CALENDAR_DAYSET_H
#define ROTACOST_CALENDAR_DAYSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "calendar/date.h"

// Bit d (0-6) = weekday d; then the special days of the calendar.
enum {
  DAYSET_HOLIDAY = 1 << 7,
  DAYSET_EASTER_EVE = 1 << 8,
  DAYSET_HALF_EVE = 1 << 9,
  DAYSET_EVERY_WEEKDAY = 0x7f,
};
typedef uint16_t dayset;
typedef uint64_t weekset; // bit w (1-53) = ISO week w
#define WEEKSET_ALL (((UINT64_C(1) << 53) - 1) << 1)

// Days of need: the words mon..sun, holiday and `all` (seven weekdays and holiday), and ranges with `-` (`fri-mon`
// wraps), separated by blanks or `+`, in English or Norwegian (man-fre). For pay also easter_eve and half_eve. On
// anything else returns false and sets *why (a static or constant text: what is wrong and how to fix it).
bool dayset_parse(const char *text, dayset *days, const char **why);
// The word for a day of need: mon..sun by enum weekday, then `holiday`. 0 to 7.
enum { DAY_WORD_HOLIDAY = 7 };
const char *day_word(int day);
// The Norwegian word for a day, `fre` for `fri`; NULL where the text of `length` bytes is a day word in neither
// language.
const char *day_word_norwegian(const char *text, size_t length);
// Weeks `1-26 33-52` or `all`, numbered 1-53; ranges may not wrap.
bool weekset_parse(const char *text, weekset *weeks, const char **why);

// Months `1-5 9-12` or `all`, which is 0: bit m = month m.
bool monthset_parse(const char *text, uint16_t *months, const char **why);

// The one day of need and the days of pay that match a date, as a set of one or two bits.
dayset need_days_of(day_number day);
dayset pay_days_of(day_number day);

// Need: a public holiday is the day `holiday` and not a weekday, unless it falls on a Sunday, which stays `sun`. So
// `mon-fri` is never open on 17 May, and a ward that never closes says `all`.
bool need_day_matches(dayset days, day_number day);
// A row for certain weeks applies on the days of these ISO weeks.
bool week_matches(weekset weeks, day_number day);
// A row of need, norm or attendance applies on its days in its weeks.
static inline bool need_row_holds(dayset days, weekset weeks, day_number day) {
  return need_day_matches(days, day) && week_matches(weeks, day);
}
// Pay: a day counts both as its weekday and as its special kind; the stack decides which supplement wins.
bool pay_day_matches(dayset days, day_number day);

#endif
