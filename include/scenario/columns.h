// SPDX-License-Identifier: GPL-3.0-or-later
// The table of records that defines every CSV column: it parses the cell, checks its range, prints its documentation
// (`rotacost columns`) and lets an edit change it. A new column needs one line here and one member in
// scenario/tables.h.
#ifndef ROTACOST_SCENARIO_COLUMNS_H
#define ROTACOST_SCENARIO_COLUMNS_H

#include "base/arena.h"
#include "scenario/rows_pay.h"
#include "scenario/tables.h"

enum cell_kind {
  CELL_CODE,      // identifier: letters, digits, _ - . ; const char *
  CELL_TEXT,      // free text; const char *
  CELL_INTEGER,   // whole number
  CELL_DECIMAL,   // number with `digits` decimals, stored times 10^digits
  CELL_KR,        // kroner, stored as øre
  CELL_PERCENT,   // percent, stored as share_e8 (6 decimals)
  CELL_HOURS,     // hours, stored as minutes; must be whole minutes
  CELL_CLOCK,     // hh:mm, stored as minutes 0-1440
  CELL_DATE,      // yyyy-mm-dd or dd.mm.yyyy, stored as day_number
  CELL_NEED_DAYS, // dayset: mon-fri, sat sun holiday, all
  CELL_PAY_DAYS,  // dayset, also easter_eve half_eve
  CELL_WEEKS,     // weekset: 1-26 33-52, all
  CELL_MONTHS,    // bit m = month m: 1-5 9-12; 0: all
  CELL_CHOICE,    // one of `choices`, stored as its index
  CELL_WORDS,     // any of `choices`, separated by blanks, stored as bits
  CELL_REFERENCE, // code of a row of table `refers_to`, stored as its index
};

struct choice {
  const char *word, *meaning;
};

// Possible reasons for an unusual number: bits of the slips a column is prone to (checks_usual.c).
enum slip {
  SLIP_SHARE = 1 << 0,         // 0.65 where 65 % is meant
  SLIP_MONTH = 1 << 1,         // a month's amount for a year's
  SLIP_HOUR = 1 << 2,          // an hour's amount for a year's
  SLIP_THOUSANDS = 1 << 3,     // in 1000 kr
  SLIP_CLAIMS_IN = 1 << 4,     // the same, where the setting claims_in can say so
  SLIP_CLAIMS_NOT_IN = 1 << 5, // in kroner, though claims_in says 1000 kr or millions
  SLIP_THOUSANDTH = 1 << 6,    // 3000 for 3,000
  SLIP_ORE = 1 << 7,           // in øre
  SLIP_TENTH = 1 << 8,         // 141 for 14.1
  SLIP_TWICE = 1 << 9,         // 33 for 3
  SLIP_MINUTES = 1 << 10,      // minutes for hours
  SLIP_HOURS = 1 << 11,        // hours for minutes
  SLIP_SIX = 1 << 12,          // 1 G for 6 G
};

struct column {
  const char *name;
  enum cell_kind kind;
  size_t offset;
  bool key;                        // part of the table's key: no two rows have the same, and no edit changes it
  bool required;                   // must not be blank
  const char *fallback;            // the value of a blank cell, as a planner would write it; NULL: stays NOT_GIVEN
  const char *unit;                // as printed by `rotacost columns`
  bool fiscal_year;                // CELL_INTEGER: also written 2024/25 (calendar/fiscal.h)
  bool claimed_in_unit;            // CELL_KR: written in the unit of the setting claims_in
  bool claimed_with_sign;          // written with the sign of the setting savings_are
  int64_t least, most;             // allowed range of the stored value (numbers, clocks, dates); least > most: any
  int64_t usual_least, usual_most; // of the size of the stored value where it is not 0; beyond: a warning. 0, 0: any
  unsigned slips;                  // enum slip
  int digits;                      // CELL_DECIMAL
  const struct choice *choices;    // CELL_CHOICE, CELL_WORDS: closed by a NULL word
  enum table_id refers_to;
  const char *meaning; // one sentence
};

struct table {
  const char *file; // name in the scenario's folder
  const char *name; // as edits name it
  size_t row_size;
  const struct column *columns;
  size_t column_count;
  bool required;   // the file must exist (in the scenario or in the folder of shared tables)
  bool transposed; // settings: one row written as lines `setting,value,source`
  bool editable;
  const char *meaning;
};

const struct table *table_of(enum table_id id);
// What a scenario is, printed before its tables: in the language chosen.
const char *columns_introduction(void);
// Description of a column, in the language chosen: whether it is required, unit or range, usual range, its meaning, and
// the allowed words. Memory: arena.
const char *column_note(struct arena *arena, const struct column *column);

struct rate_meaning {
  const char *word; // as in rates.csv
  const char *unit; // percent, weeks, kr, h
  const char *key;  // the kind of code in applies_to: "", "category", "zone"
  int64_t least_e6, most_e6;
  int64_t usual_least_e6, usual_most_e6; // as of a column
  unsigned slips;
  bool required;
  int64_t fallback_e6; // where not required; NOT_GIVEN: none, and an error where the rate is needed
  const char *meaning;
};
const struct rate_meaning *rate_meaning_of(enum rate_id id);
extern const struct choice rate_words[]; // the same list as choices of the column `rate`

// A word of the column `status` of measures.csv. status: enum measure_status.
const char *measure_status_word(int64_t status);

#endif
