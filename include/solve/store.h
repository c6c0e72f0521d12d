// SPDX-License-Identifier: GPL-3.0-or-later
// A cache of solved programmes and parts, looked up by their numbers: a question asked twice is solved once,
// whichever process asked first. A result depends on the numbers of a part and on its starting basis,
// and a 128-bit hash of all of these is its key, so a hit and a miss give the same result to the last bit.
//
// A store is a ring of bytes that a process shares with those forked from it: new entries overwrite the oldest. It
// has no locks, so a process may die at any point: an entry is recognised by its key and a checksum of its bytes,
// and an entry that is being written or overwritten is not found. Only pages that have been written take memory.
#ifndef ROTACOST_SOLVE_STORE_H
#define ROTACOST_SOLVE_STORE_H

#include <stdint.h>

#include "solve/stages.h"

struct store;

// Enough for a municipality: about a thousand programmes and tens of thousands of week types, all still stored when its
// results are written in another language.
enum { STORE_BYTES = 128 << 20 };

struct store *store_new(uint64_t bytes); // size of the ring; freed by store_free
void store_free(struct store *store);

// start: NULL: from a basis made for it. Memory: arena. Guarded as part_solve is.
const struct part_result *store_solve(struct store *store, struct arena *arena, const struct part *part,
                                      const struct part_start *start, bool *hit);

#endif
