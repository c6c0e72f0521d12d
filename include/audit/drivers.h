// SPDX-License-Identifier: GPL-3.0-or-later
// Where the spread of a measure's effect comes from: which inputs, and how much of it is chance.
//
// An input is a number of the scenario that is drawn from between its low and its high (scenario/range.h), or all
// numbers that share a cause (`tie`), which move together. For the year that a measure is judged by (its last claim's;
// else its full year) and each answer the lines are
//
//   chance    the year's luck with every input as it stands
//   input     one input; those that carry most come first, and those of a hundredth or more are also tried alone at
//             their low and their high
//   together  what is left: inputs too small to be told from the noise of so many draws, and what inputs and luck do to
//             one another only together. Negative shares are possible by that noise; none is shown below 0
//
// share is of the variance of the effect over all worlds drawn. Those of inputs come from a regression of the mean
// effect of each draw's years, one input after the other, so an input counts that matters through luck alone (who says
// yes), whose plans do not swing.
#ifndef ROTACOST_AUDIT_DRIVERS_H
#define ROTACOST_AUDIT_DRIVERS_H

#include "audit/chance.h"
#include "base/failure.h"
#include "scenario/vary.h"

enum driver_kind { DRIVER_CHANCE, DRIVER_INPUT, DRIVER_TOGETHER };
const char *driver_kind_name(enum driver_kind kind); // chance, input, together

enum { DRIVERS_MOST = 8 }; // inputs told of a measure and answer

struct driver_line {
  size_t measure;
  int year;
  bool full; // the measure's first full year
  enum positions positions;
  enum driver_kind kind;
  int rank;                // of an input from 1, by its share; else 0
  size_t input;            // of an input: its place in audit->worlds->inputs
  struct varied_cell cell; // of an input: the number; of several that move together the first. Else no column
  int cells;               // of an input: how many numbers move
  const char *tie;         // the cause they share; NULL: none is named
  const char *low, *high;  // of the first number, as a planner would write it; NULL where it is no input
  double share;            // of the variance, 0 to 1
  int64_t effect_ore;      // with every input as it stands
  int64_t low_ore,
      high_ore; // change of the plans' effect with this input alone at its low, its high; NOT_GIVEN: not tried
};

// Lines of the year the measure is judged by, from what its draws came to: drawn as chance_lines_add takes it, whose
// lines are there. Swings are not tried yet.
void drivers_add(struct audit *audit, const struct measure_effect *effect, const struct chance_pairs *drawn);

struct driver_swing { // of a line of audit->drivers
  size_t line;
  int64_t low_ore, high_ore;
};
struct driver_swings {
  size_t count, room;
  struct driver_swing *items;
};
// Solves the measure's year again with each of its inputs told alone at its low and at its high. False where a
// programme was not solved. Memory: the audit's arena.
bool drivers_swing(struct driver_swings *made, const struct audit *audit, size_t measure, struct study *study,
                   struct failure *failure);

#endif
