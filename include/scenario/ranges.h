// SPDX-License-Identifier: GPL-3.0-or-later
// Uncertain inputs: numbers of the scenario that are drawn between a low and a high.
//
// Rows of need, groups, absence, sources, pay, supplements, rates, edits and amounts may give `low` and `high`: for the
// row's first number, or for several as `column=number` pairs. A row marked `assumed` without a range is drawn within
// the default of its column (ranges_defaults), all of which are assumptions themselves; a row with a document and
// without a range is not drawn. `tie` names a cause: all rows that name it move together.
//
// A number is drawn from the triangular distribution over low, the number and high: never outside, the number most
// likely.
#ifndef ROTACOST_SCENARIO_RANGES_H
#define ROTACOST_SCENARIO_RANGES_H

#include "base/problems.h"
#include "scenario/vary.h"

struct range_default {
  enum table_id table;
  const char *column;
  int less_percent, more_percent; // of the number
  const char *with;               // another column of the row with the same cause, which moves with it; NULL: none
  const char *reason;
};
extern const struct range_default range_defaults[]; // closed by a NULL column

struct drawn_cell {
  struct varied_cell cell;         // of an edit: the column `value`
  const struct column *written_as; // for an edit: how its number is written
  int64_t low, value, high;        // low <= value <= high, as stored
};
struct drawn_input { // inputs that move together
  const char *tie;   // NULL: no cause is named
  size_t count, room;
  struct drawn_cell *cells;
};
struct drawn_inputs {
  size_t count, room;
  struct drawn_input *items; // in the order of tables and rows; those of a tie at the place of its first row
  // Edits that remove everything a row has: they remove everything also where another number is drawn
  size_t all_count, all_room;
  size_t *takes_all; // rows of edits.csv
};

// Memory: arena.
const struct drawn_inputs *drawn_inputs_make(struct arena *arena, const struct scenario *scenario);

// A copy with each input at quantile[i] of its distribution, 0 to 1 (NAN: unchanged). A value that an edit then takes
// out of its range stays at the end of the range. Memory: arena, also for what is later computed for the copy.
const struct scenario *drawn_scenario(struct arena *arena, const struct scenario *scenario,
                                      const struct drawn_inputs *inputs, const double *quantile);
// The number at the quantile; 0: low, 1: high.
int64_t drawn_number(const struct drawn_cell *cell, double quantile);
// The number as a planner would write it.
const char *drawn_text(struct arena *arena, const struct scenario *scenario, const struct drawn_cell *cell,
                       int64_t number);

// low above high, a range that excludes its number, or a range of a missing number: reported at its cell.
void ranges_check(const struct scenario *scenario, struct problems *problems);

#endif
