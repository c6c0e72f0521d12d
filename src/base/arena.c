// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/arena.h"

#include <limits.h>
#include <malloc.h>
#include <obstack.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define obstack_chunk_alloc malloc
#define obstack_chunk_free free

enum {
  CHUNK_BYTES = 64 * 1024 - 64, // an obstack's default is a page: a year would need thousands of them
  KEPT_BYTES = 1 << 30,
  MAPPED_BYTES = 32 << 20, // the largest value that glibc accepts
  TAKEN_AT_ONCE_BYTES = 16 << 20,
  HUGE_PAGE_BYTES = 2 << 20,
  HUGE_BYTES = 256 << 20 // more than most processes need
};

struct arena {
  struct obstack stack;
};

static void (*end_asked_for)(void); // NULL: the default below

_Noreturn void arena_no_memory(void) {
  if (end_asked_for)
    end_asked_for();
  fputs("rotacost: out of memory\n", stderr);
  exit(70);
}

void arena_on_no_memory(void (*end)(void)) { end_asked_for = end; }

struct arena *arena_new(void) {
  obstack_alloc_failed_handler = arena_no_memory;
  struct arena *arena = malloc(sizeof *arena);
  if (!arena)
    arena_no_memory();
  obstack_begin(&arena->stack, CHUNK_BYTES);
  obstack_alignment_mask(&arena->stack) = _Alignof(max_align_t) - 1;
  return arena;
}

// Puts the beginning of the heap in huge pages: a year takes several MB that are read again and again, and a fifth of
// a run was spent on page handling. Only address space is reserved here. If the system has no huge pages, or malloc no
// such heap, nothing changes.
static void ask_for_huge_pages(void) {
  uintptr_t begin = ((uintptr_t)sbrk(0) + HUGE_PAGE_BYTES - 1) / HUGE_PAGE_BYTES * HUGE_PAGE_BYTES;
  mallopt(M_TOP_PAD, HUGE_BYTES);
  void *first = malloc(TAKEN_AT_ONCE_BYTES);
  uintptr_t end = (uintptr_t)sbrk(0);
  if (first && end > begin)
    madvise((void *)begin, end - begin, MADV_HUGEPAGE);
  free(first);
}

void arena_keep_memory(void) {
  mallopt(M_MMAP_THRESHOLD, MAPPED_BYTES);
  mallopt(M_TRIM_THRESHOLD, KEPT_BYTES);
  ask_for_huge_pages();
  mallopt(M_TOP_PAD, TAKEN_AT_ONCE_BYTES);
}

void arena_free(struct arena *arena) {
  if (!arena)
    return;
  obstack_free(&arena->stack, NULL);
  free(arena);
}

// obstack's alignment macro adds an offset to a null pointer, which clang's sanitizer reports.
#ifdef __clang__
__attribute__((no_sanitize("pointer-overflow")))
#endif
static void *
take(struct arena *arena, size_t size) {
  if (size > INT_MAX / 2) // obstack counts in int
    arena_no_memory();
  return obstack_alloc(&arena->stack, size ? (int)size : 1);
}

void *arena_alloc(struct arena *arena, size_t size) { return memset(take(arena, size), 0, size); }

void *arena_array(struct arena *arena, size_t count, size_t size) {
  if (size && count > SIZE_MAX / size)
    arena_no_memory();
  return arena_alloc(arena, count * size);
}

void *arena_room(struct arena *arena, size_t count, size_t size) {
  if (size && count > SIZE_MAX / size)
    arena_no_memory();
  return take(arena, count * size);
}

void *arena_copy(struct arena *arena, const void *items, size_t count, size_t size) {
  void *copy = arena_room(arena, count, size);
  return count ? memcpy(copy, items, count * size) : copy;
}

char *arena_text(struct arena *arena, const char *text, size_t length) {
  char *copy = arena_alloc(arena, length + 1);
  memcpy(copy, text, length);
  return copy;
}

char *arena_vprintf(struct arena *arena, const char *format, va_list arguments) {
  va_list again;
  va_copy(again, arguments);
  int length = vsnprintf(NULL, 0, format, again);
  va_end(again);
  char *text = arena_alloc(arena, (size_t)(length < 0 ? 0 : length) + 1);
  if (length > 0)
    vsnprintf(text, (size_t)length + 1, format, arguments);
  return text;
}

char *arena_printf(struct arena *arena, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  char *text = arena_vprintf(arena, format, arguments);
  va_end(arguments);
  return text;
}

void *arena_push(struct arena *arena, void *items, size_t *count, size_t *room, size_t size) {
  char *list;
  memcpy(&list, items, sizeof list);
  if (*count == *room) {
    size_t wider = *room ? *room * 2 : 16;
    if (size && wider > SIZE_MAX / size)
      arena_no_memory();
    char *moved = take(arena, wider * size);
    if (*count)
      memcpy(moved, list, *count * size);
    list = moved;
    *room = wider;
    memcpy(items, &list, sizeof list);
  }
  return memset(list + (*count)++ * size, 0, size);
}
