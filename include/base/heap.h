// SPDX-License-Identifier: GPL-3.0-or-later
// Memory that no arena owns: what is taken and given back piece by piece, in an order of its own. Whoever takes it calls
// free(). Where there is none left the process ends as arena_no_memory says, so that nobody has to ask.
#ifndef ROTACOST_BASE_HEAP_H
#define ROTACOST_BASE_HEAP_H

#include <stddef.h>

// `count` items of `size` bytes, zeroed, aligned for any type; never NULL, also where either is 0.
void *heap_new(size_t count, size_t size) __attribute__((malloc, returns_nonnull));
// The same bytes with room for `size`, above 0; what is beyond them is not zeroed. `memory` may be NULL, and is not to be used again.
void *heap_resize(void *memory, size_t size) __attribute__((returns_nonnull));

#endif
