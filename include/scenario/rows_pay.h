// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of what people are paid (scenario/tables.h).
#ifndef ROTACOST_SCENARIO_ROWS_PAY_H
#define ROTACOST_SCENARIO_ROWS_PAY_H

#include "scenario/row.h"

struct category_row {
  struct row row;
  const char *category, *title;
  int64_t level;         // 1-9; a higher level can fill a place of a lower one
  int64_t full_time_min; // minutes of the full-time week
};

struct pay_row { // the latest valid_from on or before the day counts
  struct row row;
  int64_t category, valid_from;
  int64_t yearly_pay_ore; // base pay of a full-time position, without supplements and on-costs
};

// The supplements of ordinary work, X(NAME, word, paragraph): the word is used in supplements.csv and ledger.csv. Each
// has a line of the ledger, LEDGER_NAME (pay/ledger.h).
#define SUPPLEMENT_KINDS(X)                                                                                            \
  X(EVENING, "evening", "HTA 5.4")                                                                                     \
  X(NIGHT, "night", "HTA 5.4")                                                                                         \
  X(WEEKEND, "weekend", "HTA 5.2")                                                                                     \
  X(HOLIDAY, "holiday", "HTA 5.3")

// These, and the overtime supplement, on which no other supplement is earned.
enum supplement_line {
#define SUPPLEMENT_OF(NAME, WORD, PARAGRAPH) SUPPLEMENT_##NAME,
  SUPPLEMENT_KINDS(SUPPLEMENT_OF)
#undef SUPPLEMENT_OF
      SUPPLEMENT_LINES,
  SUPPLEMENT_OVERTIME = SUPPLEMENT_LINES
};
enum stack { STACK_CLOCK, STACK_DAY, STACKS, STACK_OVERTIME = STACKS, ALL_STACKS };

struct supplement_row { // within a stack a minute earns only the row of highest priority; stacks are added
  struct row row;
  int64_t line;           // enum supplement_line
  int64_t category, unit; // NOT_GIVEN: all; at equal priority the row of a unit, then that of a category, counts
  int64_t valid_from, valid_to;
  int64_t days;                         // dayset, matched by pay_day_matches on the minute's own day
  int64_t clock_from_min, clock_to_min; // 0-1440, from < to
  int64_t percent_e8;                   // of the hourly rate
  int64_t minimum_ore_per_h;
  int64_t stack, priority;
};

// The meaning, unit and key of a rate are in scenario/columns_pay.c.
enum rate_id {
  RATE_HOLIDAY_PAY,
  RATE_HOLIDAY_PAY_OVER_60,
  RATE_HOLIDAY_WEEKS,
  RATE_HOLIDAY_WEEKS_OVER_60,
  RATE_PENSION,
  RATE_VARIABLE_PENSION,
  RATE_EMPLOYER_TAX,
  RATE_EMPLOYER_TAX_EXTRA,
  RATE_EMPLOYER_TAX_EXTRA_ABOVE,
  RATE_OVERTIME,
  RATE_OVERTIME_HOLIDAY,
  RATE_OVERTIME_DIVISOR,
  RATE_SICK_REFUNDED,
  RATE_REFUND_CEILING,
  RATE_HOLIDAY_PAY_REFUNDED,
  RATE_HOLIDAY_PAY_REFUNDED_OVER_60,
  RATE_REFUND_WITHIN_48_DAYS,
  RATE_PAY_GROWTH,
  RATE_DAILY_REST,
  RATE_OVERTIME_WEEK,
  RATE_OVERTIME_FOUR_WEEKS,
  RATE_OVERTIME_YEAR,
  RATE_EXTRA_WEEKEND_EVERY,
  RATE_SPLIT_SUPPLEMENT,
  RATE_SPLIT_SPREAD,
  RATE_COUNT
};

struct rate_row { // the latest valid_from on or before the day counts; an exact applies_to before a blank one
  struct row row;
  int64_t rate;           // enum rate_id
  const char *applies_to; // category or zone; NULL: all
  int64_t valid_from;
  int64_t value_e6; // as printed, times 1 000 000 (percent, weeks, kr, hours)
};

#endif
