// SPDX-License-Identifier: GPL-3.0-or-later
// The settings (scenario/tables.h).
#ifndef ROTACOST_SCENARIO_ROWS_SETTINGS_H
#define ROTACOST_SCENARIO_ROWS_SETTINGS_H

#include "scenario/row.h"

enum decimal_sign { DECIMAL_COMMA, DECIMAL_POINT };
enum claims_are { CLAIMS_INCREMENTAL, CLAIMS_BASE };
enum target_for { TARGET_FOR_PLAN, TARGET_FOR_MEASURES }; // whose target: a larger plan's, or these measures'
enum savings_are { SAVINGS_POSITIVE, SAVINGS_NEGATIVE };
enum weekend_from { WEEKEND_SATURDAY, WEEKEND_FRIDAY_EVENING };
enum absence_cover { COVER_DIVISOR, COVER_ADDED, COVER_MULTIPLIER }; // pay/absence.h
enum year_length { YEAR_52, YEAR_365_7 };
enum planned_overtime { OVERTIME_BY_COST, OVERTIME_LAST_RESORT, OVERTIME_NEVER }; // arbeidsmiljøloven 10-6(1)
enum sunday_rule { SUNDAY_NEXT_OFF, SUNDAY_AVERAGED };                            // arbeidsmiljøloven 10-8(4)

// For general_ledger.csv: which amounts are the accounts, and the sign of a cost.
enum books_column { BOOKS_ACTUAL, BOOKS_BUDGET, BOOKS_REVISED, BOOKS_AMOUNT, BOOKS_MONTHS, BOOKS_COLUMNS };
enum books_costs { COSTS_POSITIVE, COSTS_NEGATIVE };

struct settings_row { // exactly one
  struct row row;
  const char *title, *place;
  const char *zone;   // key of the employer tax rate, I..V
  const char *common; // folder of shared tables, relative to the scenario; NULL: none
  int64_t country;    // enum country (calendar/country.h): whose law and calendar
  int64_t decimal;
  int64_t language;           // NOT_GIVEN: the system's
  int64_t fiscal_year_starts; // month 1-12 (calendar/fiscal.h); 0 counts as January
  int64_t first_year, last_year;
  int64_t price_day; // every year is priced with the pay and rates of this day; NOT_GIVEN: each day with its own
  int64_t target_ore;
  int64_t school_fte_ore; // cost of an FTE of schools a year; NOT_GIVEN: schools are compared in FTE only
  int64_t target_for;     // enum target_for
  int64_t claims_are;
  int64_t claims_in;   // index for claims_dialect_of (scenario/cells.h); savings in memory are always in øre
  int64_t savings_are; // enum savings_are, as written; in memory a saving is always positive
  int64_t tolerance_e8, understated_e8;
  int64_t accounts_tolerance_e8; // of the books
  int64_t books_take;            // enum books_column; NOT_GIVEN: the only one there is
  int64_t books_costs_are;       // enum books_costs
  int64_t sick_supplements;      // YES: sick pay includes supplements for missed shifts (HTA 8)
  int64_t absence_cover;         // enum absence_cover
  int64_t year_weeks;            // enum year_length
  int64_t weekend_from;          // enum weekend_from
  int64_t sundays;               // enum sunday_rule
  int64_t planned_overtime;      // enum planned_overtime
  int64_t adjust_min_e8, adjust_max_e8, adjust_step_milli;
  int64_t decision_date;     // day of the decision on positions; NOT_GIVEN: not said
  int64_t consultation_days; // from the decision to the notice; blank: as the law of the country says
  int64_t notice_months;     // minimum, whatever the law says; blank: likewise
  // Chance (chance/chance.h): spells of sick leave, calendar days; days of a spell for which people are asked at short
  // notice; kinds of sources in the order in which they are asked; share of the worlds drawn that makes a verdict.
  int64_t short_spell_days, long_spell_days, short_notice_days;
  // Parents of sick children: share of the heads; days of duty a year, blank: as the law of the country says, 0: not
  // known; mean length of a spell, calendar days.
  int64_t parents_e8, sick_child_days, sick_child_spell_days;
  const char *fill_order;
  int64_t sure_e8;
  const int *line_of; // line of each setting, in the order of columns.c; NULL: not read from a file
};

#endif
