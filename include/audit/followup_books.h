// SPDX-License-Identifier: GPL-3.0-or-later
// What the books show of a measure: its units' months beside the same months of the year before it came, with what else
// changed taken out where it is given.
//
//   before      of the books, the month of the last year before the measure is in force, no later than the year before
//               the one followed up
//   taken out   what the books would have grown by in any case:
//                 pay settlement   before x (what the contracts of the units cost in the month / in the month before,
//                                  by the pay and settlements of pay.csv and rates.csv); instead of it the kroner of
//                                  book_changes.csv, where it has any for the units and year
//                 sickness, other  kroner of book_changes.csv
//   saved       before + taken out - now: positive where the books fell
//   planned     of all measures that save in the same units, as planned_by_ore, since the books do not tell them apart
//   forecast    saved up to the last month with books, and of that plan what it has after it
//   light       as followup_light_of, with that plan as the claim
//
// What is not given is not taken out, and `not_taken_out` says so.
#ifndef ROTACOST_AUDIT_FOLLOWUP_BOOKS_H
#define ROTACOST_AUDIT_FOLLOWUP_BOOKS_H

#include "audit/followup.h"
#include "scenario/rows_books.h"
#include "scenario/tables.h"

// Why the books are laid beside no plan, or have nothing.
enum books_doubt {
  BOOKS_TOLD,      // no doubt
  BOOKS_NO_MONTHS, // none of the units in the two years
  BOOKS_NO_PLAN,   // a measure of the units claims nothing for the year
  BOOKS_ELSEWHERE, // a measure of the units saves in others too
  BOOKS_IN_FORCE,  // a measure of the units was in force in the year before too
  BOOKS_DOUBTS
};

struct books_of_month {
  bool is; // both months are there; else all below is NOT_GIVEN
  int64_t before_ore, now_ore;
  int64_t changed_ore[BOOK_CHANGES]; // taken out; NOT_GIVEN: not given
  int64_t saved_ore, saved_by_ore;   // of the month; cumulated
  int64_t planned_by_ore;            // NOT_GIVEN: no plan
  int64_t forecast_ore;              // likewise
  enum followup_light light;
};

struct followup_books {
  int before_year;
  int64_t to;  // last day of the last month told; NOT_GIVEN: none
  int last;    // that month, from 0
  int sharing; // other measures that save in the same units
  enum books_doubt doubt;
  bool not_given[BOOK_CHANGES]; // in any month told
  struct books_of_month months[MONTHS_PER_YEAR];
};

// Needs audit->followup. Fills the books of each line.
void followup_books_make(struct audit *audit);

#endif
