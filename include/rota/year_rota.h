// SPDX-License-Identifier: GPL-3.0-or-later
// A base rota laid out on the calendar of a year: what each line works on each date, public holidays planned.
//
//   weeks          week w of the year, from the Monday of the week that holds 1 January, is worked as week w + r of the
//                  rota; r is the one of its weeks with which fewest lines work more weekends or hours than they may,
//                  of as many the one that leaves fewest hours of need to others, of as many the first
//   weekends       of a contract by the year: those of the dates, whichever day of them is worked; N weeks that hold them
//                  on average may hold more in one year
//   holidays       on a public holiday that is no Sunday the rota is made anew, in the order of the dates. Who is on a
//                  shift that is not open, or works the Sunday or public holiday before or after it where the law asks
//                  for one of the two off (setting sundays: next_off), is off; then who is not needed, those first who
//                  were off on holidays least; then others are called who were off on the day, those first who were off
//                  on holidays most. Nobody is called who has that weekend off
//   Sundays        stay as they are in the rota, also those that are public holidays
//   other weeks    weeks that want something else are worked as the rota has them; what is missing is told
//   hours          of any week and on average over weeks, of the weeks laid out, as rota/rules.h has them
//   rules          no change makes a breach of a rule of rota/rules.h that was none before
//
// Absence is not laid out: a date holds who is on the rota, at work or away. Shifts have the hours of the base weeks.
#ifndef ROTACOST_ROTA_YEAR_ROTA_H
#define ROTACOST_ROTA_YEAR_ROTA_H

#include "rota/base.h"

enum year_change { YEAR_AS_ROTA, YEAR_OFF_HOLIDAY, YEAR_CALLED };

struct year_sums { // of the dates of the year
  int holidays;    // public holidays that are no Sundays
  int off_shifts, called_shifts;
  double off_h, called_h; // paid hours of these
  double missing_holidays_h, missing_other_h,
      missing_base_h;    // person-hours of need: those days; other weeks; all others
  double called_most_h;  // called less off, of the line that has most
  int red_pairs;         // a line works two Sundays or public holidays that follow each other, where one must be off
  double red_share_most; // Sundays and public holidays worked of those of any 26 weeks of the year, the line with most
  int hours_lines;       // lines with more hours than the law's, in a week or on average
  int hours_line, hours_week; // the first of them, and of the weeks from first_monday, 0 the first
  int weekends_lines; // lines that work more weekends of the year than the contract has, where it counts them by year
  int weekends_line, weekends_worked, weekends_agreed; // that of them with most too many
  int red_line, red_day;                               // the first of them: its second day; -1: none
};

struct year_rota {
  const char *why; // NULL: laid out; else why not, in words
  int first_week;  // of the rota, 0 the first, in the week of first_monday
  int weeks, days; // 7 x weeks, from first_monday
  day_number first_monday;
  int *day;              // [line * days + t]: shift of the problem or ROTA_OFF
  unsigned char *change; // [line * days + t] enum year_change
  struct year_sums sums;
};

// Memory: arena.
struct year_rota *year_rota_of(struct arena *arena, const struct base_rota *base, const struct rota *rota);

#endif
