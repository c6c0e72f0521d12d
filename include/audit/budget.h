// SPDX-License-Identifier: GPL-3.0-or-later
// What to enter in the budget: each measure's effect of a year, as measures.csv says it is booked, by cost centre,
// function and art. The lines of a measure and year add up to its effect in effects.csv, to the øre. The entries, in
// whole kroner or thousands, add up to that effect rounded (largest remainder method: every line is rounded down to
// whole units, and the lines with the largest remainders get the missing units; of equals the first).
//
//   staffing      what was paid before and after, by art (scenario/accounts.h). The model does not know for whom an
//                 hour was hired: 020 and 030 are one set, on 020
//   empty_hours   deducted: the cost of filling the hours left empty beyond today's; on 020 too
//   amount        rows of amounts.csv, on the art they name
//   nothing       no line: `why` says for what reason
//
// Relative to the budget without any measure, in each year; not cumulative on the year before.
#ifndef ROTACOST_AUDIT_BUDGET_H
#define ROTACOST_AUDIT_BUDGET_H

#include "audit/effect.h"
#include "scenario/rows_measures.h"

enum budget_kind { BUDGET_STAFFING, BUDGET_EMPTY_HOURS, BUDGET_AMOUNT, BUDGET_NOTHING, BUDGET_KINDS };
const char *budget_kind_name(enum budget_kind kind); // staffing, empty_hours, amount, nothing

enum budget_why {
  WHY_TOLD,          // measures.csv says so
  WHY_NOT_TOLD,      // measures.csv says nothing: positions kept
  WHY_AMOUNTS_ALONE, // only amounts, the same under both answers
  WHY_TOLD_NOTHING,
  WHY_GIVEN_UP,
  WHY_NOT_TESTABLE,
  WHY_NO_START,
  WHY_ALTERNATIVE,   // another measure of its group is booked
  WHY_NOT_THIS_YEAR, // no part of it falls in the year
  WHY_NO_MEASURE,    // an alternative reading of an assumption
  BUDGET_WHYS
};

struct budget_line {
  size_t measure;
  int year;
  enum booked booked;
  enum budget_why why;
  enum budget_kind kind;
  const char *cost_centre, *function, *art; // NULL: unknown. Several are separated by +: units solved together
  int64_t saving_ore;
  int64_t entered; // a saving is positive, in units of budget_unit_ore
};

// 1 kr, or 1000 kr where claims are written in thousands or millions.
int64_t budget_unit_ore(const struct scenario *scenario);
// Needs the whole audit. Measure by measure, year by year.
struct budget_line *budget_lines(struct arena *arena, const struct audit *audit, size_t *count);

#endif
