// SPDX-License-Identifier: GPL-3.0-or-later
// Sums of heads with integer weights, on which a search branches: if the heads are integers, so is each sum. What a
// merged programme sees of the heads of a class is little more than how many there are, their contract hours and the
// weekends they may work.
#ifndef ROTACOST_PROGRAM_SUMS_H
#define ROTACOST_PROGRAM_SUMS_H

#include "program/merge.h"

struct head_sums {
  int count;
  double *weights; // [count * whole columns of the programme], whole numbers, in the order of these columns
};

// All heads; then, for each class with more than one type, its heads, its weekends and its contract hours. `program`:
// the merged programme, or the same reduced for plans without shortfall. Memory: arena.
struct head_sums *head_sums_of(struct arena *arena, const struct merge *merge, const struct program *program);

#endif
