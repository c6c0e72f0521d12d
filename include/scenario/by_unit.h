// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a table by unit, for checks that go unit by unit: avoids walking a table for every row of another.
#ifndef ROTACOST_SCENARIO_BY_UNIT_H
#define ROTACOST_SCENARIO_BY_UNIT_H

#include "base/arena.h"
#include "scenario/tables.h"

struct by_unit {
  size_t unit_count;
  size_t *from; // [unit_count + 1] where the rows of a unit begin in `rows`
  size_t *rows; // ascending within a unit
};

// For shifts, need, norm, groups, catalogue or sources; rows without a unit (sources for all) are left out. Memory:
// arena.
struct by_unit *by_unit_new(struct arena *arena, const struct tables *tables, enum table_id id);
// The row numbers of a unit, ascending; *count: how many.
const size_t *rows_of_unit(const struct by_unit *by_unit, int64_t unit, size_t *count);
// For groups and catalogue, including those of other units that name this one in also_units.
struct by_unit *groups_by_unit(struct arena *arena, const struct tables *tables, enum table_id id);

#endif
