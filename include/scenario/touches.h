// SPDX-License-Identifier: GPL-3.0-or-later
// What a measure changes: which units use the rows it edits.
#ifndef ROTACOST_SCENARIO_TOUCHES_H
#define ROTACOST_SCENARIO_TOUCHES_H

#include "scenario/scenario.h"

// Does measure m change any row that unit u uses (a row of the unit, one for all units, or a group that may work in
// it), or allow a group to work in it?
bool measure_touches_unit(const struct scenario *scenario, size_t measure, size_t unit);
// Does the unit use row i of the table: a row of the unit, one for all units, or a group that may work in it?
bool row_touches_unit(const struct tables *tables, enum table_id id, size_t i, size_t unit);
// Does measure m change any row that one of the units solved with u uses?
bool measure_touches_solved(const struct scenario *scenario, size_t measure, size_t unit);

#endif
