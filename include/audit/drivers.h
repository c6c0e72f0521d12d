// SPDX-License-Identifier: GPL-3.0-or-later
// Sources of the spread of a measure's effect: which inputs cause it, and how much of it is chance.
//
// An input is a number of the scenario that is drawn between its low and its high (scenario/range.h), or all numbers
// that share a cause (`tie`), which move together. For the year by which a measure is judged (its last claim's; else
// its full year) and each answer the lines are
//
//   chance    the variation of the year with every input as it stands
//   input     one input; those with the largest shares come first, and those of a hundredth or more are also tried
//             alone at their low and their high
//   together  the rest: inputs too small to be distinguished from the noise of this many draws, and interactions
//             between inputs and chance. The noise can make a share negative; none is shown below 0
//
// share is of the variance of the effect over all worlds drawn. The shares of inputs come from a regression of the
// mean effect of each draw's years, one input at a time, so an input also counts if it matters only through chance
// (who says yes) and does not change the plans.
#ifndef ROTACOST_AUDIT_DRIVERS_H
#define ROTACOST_AUDIT_DRIVERS_H

#include "audit/chance.h"
#include "base/failure.h"
#include "scenario/vary.h"

enum driver_kind { DRIVER_CHANCE, DRIVER_INPUT, DRIVER_TOGETHER };
const char *driver_kind_name(enum driver_kind kind); // chance, input, together

enum { DRIVERS_MOST = 8 }; // inputs listed for a measure and answer

struct driver_line {
  size_t measure;
  int year;
  bool full; // the measure's first full year
  enum positions positions;
  enum driver_kind kind;
  int rank;                // of an input from 1, by its share; else 0
  size_t input;            // of an input: its index in audit->worlds->inputs
  struct varied_cell cell; // of an input: the number; if several move together, the first. Else without a column
  int cells;               // of an input: the number of cells that move
  const char *tie;         // the cause they share; NULL: none named
  const char *low, *high;  // of the first number, as a planner would write it; NULL if it is not an input
  double share;            // of the variance, 0 to 1
  int64_t effect_ore;      // with every input as it stands
  int64_t low_ore,
      high_ore; // change of the plans' effect with this input alone at its low, its high; NOT_GIVEN: not tried
};

// Adds the lines of the year by which the measure is judged, from the results of its draws, in the form passed to
// chance_lines_add, whose lines must exist. Swings are not computed yet.
void drivers_add(struct audit *audit, const struct measure_effect *effect, const struct chance_pairs *drawn);

struct driver_swing { // of a line of audit->drivers
  size_t line;
  int64_t low_ore, high_ore;
};
struct driver_swings {
  size_t count, room;
  struct driver_swing *items;
};
// Solves the measure's year again with each listed input alone at its low and at its high. Returns false if a model
// was not solved. Memory: the audit's arena.
bool drivers_swing(struct driver_swings *made, const struct audit *audit, size_t measure, struct study *study,
                   struct failure *failure);

#endif
