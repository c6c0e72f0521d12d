// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/heap.h"

#include <stdlib.h>

#include "base/arena.h"

void *heap_new(size_t count, size_t size) {
  void *memory = calloc(count ? count : 1, size ? size : 1);
  if (!memory)
    arena_no_memory();
  return memory;
}

void *heap_resize(void *memory, size_t size) {
  void *resized = realloc(memory, size);
  if (!resized)
    arena_no_memory();
  return resized;
}
