// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of measures: what they change, what is claimed, what else they save, and their risks (scenario/tables.h).
#ifndef ROTACOST_SCENARIO_ROWS_MEASURES_H
#define ROTACOST_SCENARIO_ROWS_MEASURES_H

#include "scenario/row.h"

enum booked { BOOKED_KEPT, BOOKED_ADJUSTED, BOOKED_NOTHING };

enum measure_status {
  STATUS_NOT_STARTED,
  STATUS_UNDER_WAY,
  STATUS_ON_HOLD,
  STATUS_IN_FORCE,
  STATUS_REALISED,
  STATUS_PARTLY,
  STATUS_NOT_REALISED
};
enum nature {
  NATURE_ROTA,
  NATURE_NEED,
  NATURE_POSITION,
  NATURE_AMOUNT,
  NATURE_INCOME,
  NATURE_ONE_OFF,
  NATURE_YEAR_ROTA,
  NATURE_SENSITIVITY, // not a measure: what if an assumption is wrong?
  NATURES
};

struct measure_row {
  struct row row;
  const char *measure, *title;
  const char *unit_label;     // as printed; the units touched follow from the edits
  const char *responsibility; // cost centre as printed
  const char *function;       // KOSTRA function of its amounts; NULL: not said
  const char *role;           // owner: a role, never a person
  int64_t status, nature;
  int64_t start;         // NOT_GIVEN: not decided
  int64_t booked;        // enum booked: what goes into the budget (audit/budget.h); NOT_GIVEN: not said
  int64_t in_target;     // YES: its claims count in the printed sums and towards the target
  const char *either_or; // group of alternatives of which only one can be carried out; NULL: none
  const char *doubt;     // of the source itself; NULL: none
  const char *note;
  int64_t realised_ore; // saved so far in the year of realised_to; both NOT_GIVEN where nothing is reported
  int64_t realised_to;  // last day included
};

enum change { CHANGE_SET, CHANGE_ADD, CHANGE_MULTIPLY };

struct edit_row {
  struct row row;
  int64_t measure;
  int64_t from, to; // NOT_GIVEN: the measure's start; for good
  const char *table, *where, *column;
  int64_t change;
  const char *value;
};

enum claim_basis { CLAIM_IN_YEAR, CLAIM_FULL_YEAR };
enum fte_basis { FTE_GROSS, FTE_NET };

enum left_out { // bits of leaves_out
  LEFT_SUPPLEMENTS,
  LEFT_EXTRA,
  LEFT_SUBSTITUTES,
  LEFT_OVERTIME,
  LEFT_AGENCY,
  LEFT_ABSENCE,
  LEFT_COMPENSATION,
  LEFT_HOLIDAY_PAY,
  LEFT_PENSION,
  LEFT_EMPLOYER_TAX,
  LEFT_ON_COSTS, // the last three
  LEFT_WORDS
};

struct claim_row {
  struct row row;
  int64_t measure; // NOT_GIVEN: the printed sum of the year
  int64_t year;
  int64_t amount_ore; // NOT_GIVEN: percent_e8 of base_ore
  int64_t percent_e8, base_ore;
  int64_t basis;
  int64_t fte_milli;
  int64_t fte_basis;
  int64_t leaves_out; // bits of enum left_out; NOT_GIVEN: nothing is left out
};

enum amount_line { AMOUNT_PURCHASES, AMOUNT_INCOME, AMOUNT_GRANT, AMOUNT_OTHER };
enum accrual { ACCRUAL_MONTHS, ACCRUAL_DAYS, ACCRUAL_ONCE };

struct amount_row {
  struct row row;
  int64_t measure, line;
  int64_t saving_ore_per_year; // a saving or an income is positive, a new cost negative
  int64_t from, to;            // NOT_GIVEN: the measure's start; for good
  int64_t accrual;
  const char *art; // KOSTRA art or account it is booked on; NULL: not said
};

struct risk_row { // likelihood and consequence from 1, very low, to 5, very high
  struct row row;
  const char *risk, *title;
  int64_t measure; // NOT_GIVEN: of the whole scenario
  int64_t likelihood, consequence;
  const char *role; // owner: a role, never a person
  const char *note; // what is done about it
};

#endif
