// SPDX-License-Identifier: GPL-3.0-or-later
// Memory that no arena owns: allocated and freed piece by piece, in any order. The caller frees it with
// free(). When no memory is left the process ends as described at arena_no_memory, so callers need not check.
#ifndef ROTACOST_BASE_HEAP_H
#define ROTACOST_BASE_HEAP_H

#include <stddef.h>

// `count` items of `size` bytes, zeroed, aligned for any type; never NULL, even if either is 0.
void *heap_new(size_t count, size_t size) __attribute__((malloc, returns_nonnull));
// The same bytes with room for `size` (above 0); the added bytes are not zeroed. `memory` may be NULL, and must not be used again.
void *heap_resize(void *memory, size_t size) __attribute__((returns_nonnull));

#endif
