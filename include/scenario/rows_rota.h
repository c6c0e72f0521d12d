// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of base rotas, and of limits of law that differ (scenario/tables.h).
#ifndef ROTACOST_SCENARIO_ROWS_ROTA_H
#define ROTACOST_SCENARIO_ROWS_ROTA_H

#include "scenario/row.h"

struct law_row { // a limit that differs from the law of the country
  struct row row;
  int64_t rule;        // enum law_rule (scenario/law.h)
  int64_t agreement;   // NOT_GIVEN: any agreement
  int64_t limit_milli; // in the unit of the rule
  int64_t weeks;       // over which it is averaged; NOT_GIVEN: as the law of the country
  const char *paragraph;
};

// A rule of a unit's base rota, in the order of the words of rota_rules.csv; the defaults are in rota/base.h. Hours and
// days may be thousandths, yes is 1.
enum rota_word {
  WORD_DAILY_REST,
  WORD_SHORT_REST,
  WORD_SHORT_CHANGES,
  WORD_WEEKLY_REST,
  WORD_WEEKLY_REST_INSIDE,
  WORD_DAYS_IN_ROW_MOST,
  WORD_DAYS_IN_ROW_LEAST,
  WORD_DAYS_OFF_MOST,
  WORD_DAYS_OFF_LEAST,
  WORD_NIGHTS_IN_ROW_MOST,
  WORD_NIGHTS_IN_ROW_LEAST,
  WORD_REST_AFTER_NIGHTS,
  WORD_WHOLE_WEEKENDS,
  WORD_SUNDAYS_MOST,
  WORD_SUNDAYS_IN_ROW_MOST,
  WORD_HOURS_UNDER,
  WORD_HOURS_OVER,
  WORD_OF_UNIT, // the rules from here on are for the whole unit
  WORD_SAME_SHIFT_MOST = WORD_OF_UNIT,
  WORD_SAME_SHIFT_LEAST,
  WORD_SEQUENCE,
  WORD_COVER_REQUIRED,
  WORD_IDLE,
  WORD_SINGLE_DAY_ON,
  WORD_SINGLE_DAY_OFF,
  WORD_SHORT_CHANGE,
  WORD_LONG_RUN,
  WORD_UNEVEN_WEEKEND,
  WORD_UNEVEN_NIGHT,
  ROTA_WORDS
};

struct rota_rule_row { // a rule of the base rota that differs from its default
  struct row row;
  int64_t unit;
  const char *group;   // NULL: all of the unit
  int64_t rule;        // enum rota_word
  const char *shifts;  // same shift: its code; sequence: two or three codes, - a day off; else NULL
  int64_t value_milli; // NOT_GIVEN: none, for a sequence
};

struct rota_row { // one day of one line of a base rota as it is worked today
  struct row row;
  int64_t unit;
  const char *line, *group;
  int64_t week, day; // from 1; enum weekday
  const char *shift; // NULL or "-": off
};

#endif
