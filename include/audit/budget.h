// SPDX-License-Identifier: GPL-3.0-or-later
// What to enter in the budget: each measure's effect of a year, as measures.csv says it is booked, by cost centre,
// function and art. The lines of a measure and year add up to its effect in effects.csv, to the øre; what is entered,
// in whole kroner or thousands, adds up to that effect rounded (largest remainder: every line is cut down to whole
// units, and those with the largest rest get the units that are missing, of equals the first).
//
//   staffing      by art (scenario/accounts.h) of what was paid before and after. The model does not know for whom an
//   hour
//                 was hired: 020 and 030 are one set, on 020
//   empty_hours   what filling the hours would cost that are left empty beyond today's, taken off: on 020 too
//   amount        rows of amounts.csv, on the art they name
//   nothing       no line: `why` says what for
//
// Against the budget without any measure, in each year: not on top of the year before.
#ifndef ROTACOST_AUDIT_BUDGET_H
#define ROTACOST_AUDIT_BUDGET_H

#include "audit/effect.h"
#include "scenario/rows_measures.h"

enum budget_kind { BUDGET_STAFFING, BUDGET_EMPTY_HOURS, BUDGET_AMOUNT, BUDGET_NOTHING, BUDGET_KINDS };
const char *budget_kind_name(enum budget_kind kind); // staffing, empty_hours, amount, nothing

enum budget_why {
  WHY_TOLD,          // measures.csv says so
  WHY_NOT_TOLD,      // it says nothing: positions kept
  WHY_AMOUNTS_ALONE, // nothing but amounts, the same under both answers
  WHY_TOLD_NOTHING,
  WHY_GIVEN_UP,
  WHY_NOT_TESTABLE,
  WHY_NO_START,
  WHY_ALTERNATIVE,   // another of its group is booked
  WHY_NOT_THIS_YEAR, // nothing of it falls in the year
  WHY_NO_MEASURE,    // an assumption read another way
  BUDGET_WHYS
};

struct budget_line {
  size_t measure;
  int year;
  enum booked booked;
  enum budget_why why;
  enum budget_kind kind;
  const char *cost_centre, *function, *art; // NULL: not known. Several with + between them: units solved together
  int64_t saving_ore;
  int64_t entered; // a saving is positive, in units of budget_unit_ore
};

// 1 kr, or 1000 kr where claims are written in thousands or millions.
int64_t budget_unit_ore(const struct scenario *scenario);
// Needs the whole audit. Measure by measure, year by year.
struct budget_line *budget_lines(struct arena *arena, const struct audit *audit, size_t *count);

#endif
