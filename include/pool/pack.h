// SPDX-License-Identifier: GPL-3.0-or-later
// Converts plain values to bytes and back, for answers between processes. Nothing that arrives points into the sender's
// memory: texts and lists are copied, and live in the receiver's arena.
//
// Both ends are the same program, forked from one process, so structs are sent as they lie in memory and no format is
// kept between versions. What arrives is checked all the same: the sender may have died midway, or written
// nonsense.
#ifndef ROTACOST_POOL_PACK_H
#define ROTACOST_POOL_PACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct pack_list;

// The pointers of a struct, all of which must be listed. NULL is sent as NULL.
struct pack_shape {
  size_t size;
  const size_t *texts; // [text_count] offsets of const char *
  size_t text_count;
  const struct pack_list *lists; // [list_count]
  size_t list_count;
};

// A list in a struct: a pointer to items and, in a size_t of the same struct, their number.
struct pack_list {
  size_t items_at, count_at; // offsets
  const struct pack_shape *shape;
};

// ---------------------------------------------------------------- out

struct packing; // owns its memory

struct packing *packing_new(void); // ends with packing_free
void packing_free(struct packing *packing);
const char *packing_bytes(const struct packing *packing, size_t *length); // until the next pack_*

void pack_bytes(struct packing *packing, const void *bytes, size_t length);
void pack_number(struct packing *packing, int64_t number);
// Equal texts are sent once. `text` must not change until the packing ends.
void pack_text(struct packing *packing, const char *text);
void pack_items(struct packing *packing, const void *items, size_t count, const struct pack_shape *shape);

// ---------------------------------------------------------------- in

// After an error everything that follows reads as 0, NULL or empty, and `broken` is set.
struct unpacking {
  const char *bytes;
  size_t length, at;
  struct arena *arena;      // of items
  struct arena *text_arena; // of texts: the same, unless the receiver says otherwise
  const char **texts;       // [text_count] met so far
  size_t text_count, text_room;
  bool broken;
};

struct unpacking unpack_begin(struct arena *arena, const char *bytes, size_t length);
bool unpack_whole(const struct unpacking *from); // everything has been read, without error

void unpack_bytes(struct unpacking *from, void *to, size_t length);
int64_t unpack_number(struct unpacking *from);
const char *unpack_text(struct unpacking *from);
void *unpack_items(struct unpacking *from, size_t *count, const struct pack_shape *shape); // never NULL where count > 0

#endif
