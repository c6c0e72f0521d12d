// SPDX-License-Identifier: GPL-3.0-or-later
// Row against row: what no single cell can tell. One line per check in the table of its file; each runs only
// if the tables it looks at have no error of their own. The same checks judge the tables of a measure
// after its edits.
#ifndef ROTACOST_SCENARIO_CHECKS_H
#define ROTACOST_SCENARIO_CHECKS_H

#include "scenario/tables.h"

struct checking {
  struct arena *arena;
  struct problems *problems;
  const struct tables *tables; // checked
  const struct tables *base;   // before any edit: service days begin where these say
  char decimal;
};

struct check {
  const char *rule;       // in words
  uint32_t tables_needed; // bit t: table t must be free of errors
  void (*run)(const struct checking *checking);
};
#define NEEDS(ID) (UINT32_C(1) << (ID))

// One list per file of checks, closed by a NULL run.
extern const struct check checks_of_dates[], checks_of_shifts[], checks_of_windows[], checks_of_people[],
    checks_of_pay[];

// `broken`: [TABLE_COUNT] tables with errors; NULL: none.
void checks_run(const struct checking *checking, const bool *broken);

// The hour at which a unit's service day begins: day_starts, or its earliest shift, or its earliest window.
int64_t unit_day_starts(const struct tables *tables, size_t unit);
// The place of a row's cell, for problems.
struct place row_place(const struct row *row, const char *column);
// "07:30".
const char *clock_print(const struct checking *checking, int64_t minutes);
const char *date_print(const struct checking *checking, int64_t day);

#endif
