// SPDX-License-Identifier: GPL-3.0-or-later
// What the accounts show of a measure: its units' months compared with the same months of the year before it came into
// force, with other changes taken out if they are given.
//
//   before      in the accounts, the month of the last year before the measure is in force, no later than the year
//               before the one followed up
//   taken out   the growth of the accounts that would have occurred anyway:
//                 pay settlement   before x (cost of the units' contracts in the month / in the month before, by the
//                                  pay and settlements of pay.csv and rates.csv); replaced by the kroner of
//                                  book_changes.csv, if it has any for the units and year
//                 sickness, other  kroner of book_changes.csv
//   saved       before + taken out - now: positive if the accounts fell
//   planned     of all measures that save in the same units, as planned_by_ore, since the accounts cannot separate them
//   forecast    saved up to the last month with accounts, plus that plan for the months after it
//   light       as followup_light_of, with that plan as the claim
//
// Changes that are not given are not taken out, and `not_taken_out` says so.
#ifndef ROTACOST_AUDIT_FOLLOWUP_BOOKS_H
#define ROTACOST_AUDIT_FOLLOWUP_BOOKS_H

#include "audit/followup.h"
#include "scenario/rows_books.h"
#include "scenario/tables.h"

// Why the accounts are not compared with a plan, or show nothing.
enum books_doubt {
  BOOKS_TOLD,      // no objection
  BOOKS_NO_MONTHS, // neither year has months of the units
  BOOKS_NO_PLAN,   // a measure of the units claims nothing for the year
  BOOKS_ELSEWHERE, // a measure of the units also saves in other units
  BOOKS_IN_FORCE,  // a measure of the units was already in force in the year before
  BOOKS_DOUBTS
};

struct books_of_month {
  bool is; // both months are present; else all below is NOT_GIVEN
  int64_t before_ore, now_ore;
  int64_t changed_ore[BOOK_CHANGES]; // taken out; NOT_GIVEN: not given
  int64_t saved_ore, saved_by_ore;   // of the month; cumulative
  int64_t planned_by_ore;            // NOT_GIVEN: no plan
  int64_t forecast_ore;              // likewise
  enum followup_light light;
};

struct followup_books {
  int before_year;
  int64_t to;  // last day of the last month shown; NOT_GIVEN: none
  int last;    // that month, from 0
  int sharing; // other measures that save in the same units
  enum books_doubt doubt;
  bool not_given[BOOK_CHANGES]; // in any month shown
  struct books_of_month months[MONTHS_PER_YEAR];
};

// Needs audit->followup. Fills the books of each line.
void followup_books_make(struct audit *audit);

#endif
