// SPDX-License-Identifier: GPL-3.0-or-later
// Edits: the texts of edits.csv resolved to rows and values, and applied to a copy of a table.
#ifndef ROTACOST_SCENARIO_EDITS_H
#define ROTACOST_SCENARIO_EDITS_H

#include "base/problems.h"
#include "scenario/cells.h"
#include "scenario/rows_measures.h"
#include "scenario/scenario.h"

enum { EDIT_FACTOR_ONE = 1000000 };

struct edit_plan {
  enum table_id table;
  const struct column *column;
  enum change change;
  struct cell value; // set: the new cell; add: the amount; multiply: the factor times EDIT_FACTOR_ONE
  size_t *rows;      // [row_count] rows changed: those that match in the baseline, regardless of other edits
  size_t row_count;
  bool by_numbers; // `where` names a column of numbers
};

// Does the edit name this column of this table, in either language? Its other parts are not checked.
bool edit_names(const struct edit_row *edit, enum table_id table, const char *column);

// NULL and problems (at the edit's cells) where the edit cannot be carried out or changes nothing.
const struct edit_plan *edit_resolve(struct arena *arena, const struct scenario *scenario, const struct edit_row *edit,
                                     struct problems *problems);
// The same for a row of edits.csv. Once the edits of the scenario are known it is the plan found then, unless the scenario is a
// copy in which that row is another, or numbers by which it finds the rows that it changes. Memory: arena, or the scenario's.
const struct edit_plan *edit_plan_of(struct arena *arena, const struct scenario *scenario, size_t edit);
// Changes the plan's rows in `rows`, a copy. A value outside its column's range is stored unchanged and reported in the
// message returned (for the first such row); NULL where all is well.
const char *edit_apply(struct arena *arena, const struct scenario *scenario, const struct edit_plan *plan,
                       struct rows *rows);

// Resolves all edits of a scenario whose tables have no errors, and remembers them if all can be carried out: nothing may
// be written into its tables after that. False: there are new problems.
bool edits_resolve(struct scenario *scenario, struct problems *problems);
// The same, and checks each measure's edits together.
void edits_check(struct scenario *scenario, struct problems *problems);

#endif
