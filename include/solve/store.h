// SPDX-License-Identifier: GPL-3.0-or-later
// Parts solved before, found again by their numbers: whoever asks twice is answered once. A part solved is a function of
// its numbers, so a hit and a miss say the same to the last bit.
//
// Parts are told apart by 128 bits made of every number in them. Memory is bounded: of two halves the older one is
// forgotten when the younger one is full.
#ifndef ROTACOST_SOLVE_STORE_H
#define ROTACOST_SOLVE_STORE_H

#include "solve/stages.h"

struct store;

struct store *store_new(void); // ends with store_free
void store_free(struct store *store);
// The result of a part solved before, or solved now from a basis of its own. Lives until the next call: copy what is to be
// kept. Guarded as part_solve is.
const struct part_result *store_solve(struct store *store, struct arena *arena, const struct part *part, bool *hit);

#endif
