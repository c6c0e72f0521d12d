// SPDX-License-Identifier: GPL-3.0-or-later
// One owner of memory for a scenario: everything read or computed for it lives in one arena and dies
// with it, so that no function needs a clean-up path. Built on glibc's obstack.
#ifndef ROTACOST_BASE_ARENA_H
#define ROTACOST_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

// Owned by the caller; freed by arena_free. Out of memory: see arena_no_memory.
struct arena *arena_new(void);
void arena_free(struct arena *arena); // NULL is allowed

// Freed memory stays with the process for the next arena: year after year is built and discarded, and returning each
// to the system and taking it again costs a tenth of a run. Programs call it at their start.
void arena_keep_memory(void);

// Ends the process when no memory is left: with status 70 and a message, or by the handler that the process has set (a child
// tells its parent first). Also for code that allocates memory elsewhere. `end` must not return or allocate memory.
_Noreturn void arena_no_memory(void);
void arena_on_no_memory(void (*end)(void));

// Zeroed, aligned for any type. `size` may be 0.
void *arena_alloc(struct arena *arena, size_t size);
// `count` items of `size` bytes, zeroed; an overflow of the product counts as out of memory.
void *arena_array(struct arena *arena, size_t count, size_t size);
// The same, not zeroed: for memory that is written immediately.
void *arena_room(struct arena *arena, size_t count, size_t size);
// A copy of `count` items; `count` may be 0.
void *arena_copy(struct arena *arena, const void *items, size_t count, size_t size);
// A copy of `length` bytes with a terminating NUL.
char *arena_text(struct arena *arena, const char *text, size_t length);
char *arena_vprintf(struct arena *arena, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));
char *arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

// A growing list in an arena: makes room for one more item of `size` bytes at `*items`, which moves when full.
// Increments `*count`; the new item is zeroed and returned.
void *arena_push(struct arena *arena, void *items, size_t *count, size_t *room, size_t size);

#endif
