// SPDX-License-Identifier: GPL-3.0-or-later
// One owner of memory for a scenario: everything read or computed for it lives in one arena and dies
// with it, so that no function has a clean-up path of its own. glibc's obstack does the work.
#ifndef ROTACOST_BASE_ARENA_H
#define ROTACOST_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

// Owned by the caller; ends with arena_free. Where there is no more memory see arena_no_memory.
struct arena *arena_new(void);
void arena_free(struct arena *arena); // NULL is allowed

// Memory freed stays with the process, for the next arena: year upon year is built and thrown away, and to hand every one
// of them back to the system and take it anew costs a tenth of a run. For programs, at their start.
void arena_keep_memory(void);

// Ends the process where there is no memory left: with status 70 and a message, or as the process wants it (a child at work
// tells its parent first). For whoever takes memory elsewhere too. `end` must not return, nor take memory.
_Noreturn void arena_no_memory(void);
void arena_on_no_memory(void (*end)(void));

// Zeroed, aligned for any type. `size` may be 0.
void *arena_alloc(struct arena *arena, size_t size);
// `count` items of `size` bytes, zeroed; an overflow of the product is memory that is not there.
void *arena_array(struct arena *arena, size_t count, size_t size);
// The same, not zeroed: for what is written at once.
void *arena_room(struct arena *arena, size_t count, size_t size);
// A copy of `count` items; of none, room for none.
void *arena_copy(struct arena *arena, const void *items, size_t count, size_t size);
// A copy of `length` bytes and a closing NUL.
char *arena_text(struct arena *arena, const char *text, size_t length);
char *arena_vprintf(struct arena *arena, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));
char *arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

// A growing list in an arena: room for one more item of `size` bytes at `*items`, which moves when full.
// `*count` is raised; the new item is zeroed and returned.
void *arena_push(struct arena *arena, void *items, size_t *count, size_t *room, size_t size);

#endif
