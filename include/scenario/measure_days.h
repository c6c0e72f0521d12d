// SPDX-License-Identifier: GPL-3.0-or-later
// The days on which any part of a measure applies, by its start and by the dates of its edits and amounts.
#ifndef ROTACOST_SCENARIO_MEASURE_DAYS_H
#define ROTACOST_SCENARIO_MEASURE_DAYS_H

#include "base/problems.h"
#include "scenario/tables.h"

struct measure_days {
  bool known;         // false: no date is given
  bool for_good;      // some part has no end
  bool amounts;       // some part is a row of amounts.csv
  int64_t from, to;   // day numbers; `to` only where no part is for good
  struct place place; // of the cell with the first day
};
struct measure_days measure_days_of(const struct tables *tables, size_t measure);

#endif
