// SPDX-License-Identifier: GPL-3.0-or-later
// A base rota laid out on the calendar of a year: what each line works on each date, with public holidays planned.
//
//   weeks          week w of the year, from the Monday of the week that contains 1 January, is worked as week w + r of
//                  the rota; r is the offset with which the fewest lines exceed their weekends or hours; of these the
//                  one that leaves the fewest hours of need to others; of these the first
//   weekends       of a contract by the year: counted by date, whichever day of them is worked; N weeks that keep the
//                  number on average may exceed it in one year
//   holidays       on a public holiday that is not a Sunday the rota is replanned, in the order of the dates. Anybody
//                  is off who is on a shift that is not open, or who works the Sunday or public holiday before or after
//                  it where the law requires one of the two off (setting sundays: next_off); then anybody who is not
//                  needed, starting with those who have had fewest holidays off; then others who were off on the day
//                  are called, starting with those who have had most holidays off. Nobody is called who has that
//                  weekend off
//   Sundays        stay as they are in the rota, also those that are public holidays
//   other weeks    weeks with another need are worked as the rota has them; what is missing is reported
//   hours          of any week and on average over weeks, of the weeks laid out, as in rota/rules.h
//   rules          no change causes a breach of a rule of rota/rules.h that was not there before
//
// Absence is not laid out: a date holds the people on the rota, at work or away. Shifts have the hours of the base
// weeks.
#ifndef ROTACOST_ROTA_YEAR_ROTA_H
#define ROTACOST_ROTA_YEAR_ROTA_H

#include "rota/base.h"

enum year_change { YEAR_AS_ROTA, YEAR_OFF_HOLIDAY, YEAR_CALLED };

struct year_sums { // of the dates of the year
  int holidays;    // public holidays that are not Sundays
  int off_shifts, called_shifts;
  double off_h, called_h; // paid hours of these
  double missing_holidays_h, missing_other_h,
      missing_base_h;    // person-hours of need: those days; other weeks; all others
  double called_most_h;  // called less off, of the line with the largest difference
  int red_pairs;         // a line works two consecutive Sundays or public holidays where one must be off
  double red_share_most; // share of the Sundays and public holidays worked in any 26 weeks of the year, of the line
                         // with the largest share
  int hours_lines;       // lines with more hours than the law allows, in a week or on average
  int hours_line, hours_week; // the first such line; its first such week, counted from first_monday as 0
  int weekends_lines;         // lines with more weekends in the year than a contract that counts them by year allows
  int weekends_line, weekends_worked, weekends_agreed; // those of the line with the largest excess
  int red_line, red_day;                               // the first of the pairs: its second day; -1: none
};

struct year_rota {
  const char *why; // NULL: laid out; else why not, as text
  int first_week;  // the week of the rota, from 0, in the week of first_monday
  int weeks, days; // 7 x weeks, from first_monday
  day_number first_monday;
  int *day;              // [line * days + t]: shift of the problem or ROTA_OFF
  unsigned char *change; // [line * days + t] enum year_change
  struct year_sums sums;
};

// Memory: arena.
struct year_rota *year_rota_of(struct arena *arena, const struct base_rota *base, const struct rota *rota);

#endif
