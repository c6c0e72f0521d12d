// SPDX-License-Identifier: GPL-3.0-or-later
// Programmes solved before, and parts of them, found again by their numbers: whoever asks twice is answered once,
// whichever process asked first. What is found depends on the numbers of a part and on the basis it is started from,
// and 128 bits made of all of them are its name, so a hit and a miss say the same to the last bit.
//
// A store is a ring of bytes that a process shares with those forked from it: what is new overwrites what is oldest. It
// has no locks, so that a process may die at any point of it: an entry is told by its name and the sum of its bytes,
// and one that is being written or overwritten is not found. Only pages written to take memory.
#ifndef ROTACOST_SOLVE_STORE_H
#define ROTACOST_SOLVE_STORE_H

#include <stdint.h>

#include "solve/stages.h"

struct store;

// Room for a municipality: some thousand programmes, ten thousands of week types, all of them still known when its
// results are written in another language.
enum { STORE_BYTES = 128 << 20 };

struct store *store_new(uint64_t bytes); // of its ring; ends with store_free
void store_free(struct store *store);

// start: NULL: from a basis made for it. Memory: arena. Guarded as part_solve is.
const struct part_result *store_solve(struct store *store, struct arena *arena, const struct part *part,
                                      const struct part_start *start, bool *hit);

#endif
