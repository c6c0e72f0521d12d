// SPDX-License-Identifier: GPL-3.0-or-later
#include "pool/pack.h"

#include <stdlib.h>
#include <string.h>

#include "base/heap.h"

struct known_text {
  const char *text; // NULL: free
  uint32_t number;
};

struct packing {
  char *bytes;
  size_t length, room;
  struct known_text *texts; // [text_room] found by their hash; text_room is a power of two
  size_t text_count, text_room;
};

struct packing *packing_new(void) {
  struct packing *packing = heap_new(1, sizeof *packing);
  packing->text_room = 64;
  packing->texts = heap_new(packing->text_room, sizeof *packing->texts);
  return packing;
}

void packing_free(struct packing *packing) {
  if (!packing)
    return;
  free(packing->bytes);
  free(packing->texts);
  free(packing);
}

const char *packing_bytes(const struct packing *packing, size_t *length) {
  *length = packing->length;
  return packing->bytes;
}

// ---------------------------------------------------------------- out

void pack_bytes(struct packing *packing, const void *bytes, size_t length) {
  if (length > packing->room - packing->length) {
    size_t room = packing->room ? packing->room : 4096;
    while (room < packing->length + length)
      room *= 2;
    packing->bytes = heap_resize(packing->bytes, room);
    packing->room = room;
  }
  if (length)
    memcpy(packing->bytes + packing->length, bytes, length);
  packing->length += length;
}

void pack_number(struct packing *packing, int64_t number) { pack_bytes(packing, &number, sizeof number); }

static size_t hash_of(const char *text) {
  uint64_t hash = UINT64_C(14695981039346656037); // FNV-1a
  for (; *text; text++)
    hash = (hash ^ (unsigned char)*text) * UINT64_C(1099511628211);
  return (size_t)(hash ^ hash >> 32);
}

// The slot of the text, or where it would be put.
static struct known_text *place_of(struct known_text *texts, size_t room, const char *text) {
  size_t at = hash_of(text) & (room - 1);
  while (texts[at].text && strcmp(texts[at].text, text))
    at = (at + 1) & (room - 1);
  return &texts[at];
}

static void widen_texts(struct packing *packing) {
  size_t room = packing->text_room * 2;
  struct known_text *texts = heap_new(room, sizeof *texts);
  for (size_t i = 0; i < packing->text_room; i++)
    if (packing->texts[i].text)
      *place_of(texts, room, packing->texts[i].text) = packing->texts[i];
  free(packing->texts);
  packing->texts = texts;
  packing->text_room = room;
}

// The number of a text, from 1; the text itself follows its number the first time.
void pack_text(struct packing *packing, const char *text) {
  uint32_t number = 0, length;
  if (!text) {
    pack_bytes(packing, &number, sizeof number);
    return;
  }
  struct known_text *known = place_of(packing->texts, packing->text_room, text);
  if (known->text) {
    pack_bytes(packing, &known->number, sizeof known->number);
    return;
  }
  number = (uint32_t)++packing->text_count;
  *known = (struct known_text){text, number};
  length = (uint32_t)strlen(text);
  pack_bytes(packing, &number, sizeof number);
  pack_bytes(packing, &length, sizeof length);
  pack_bytes(packing, text, length);
  if (packing->text_count * 2 > packing->text_room)
    widen_texts(packing);
}

static void *pointer_at(const void *item, size_t offset) {
  void *pointer;
  memcpy(&pointer, (const char *)item + offset, sizeof pointer);
  return pointer;
}

static size_t count_at(const void *item, const struct pack_list *list) {
  size_t count;
  memcpy(&count, (const char *)item + list->count_at, sizeof count);
  return count;
}

void pack_items(struct packing *packing, const void *items, size_t count, const struct pack_shape *shape) {
  pack_number(packing, (int64_t)count);
  pack_bytes(packing, items, count * shape->size);
  for (size_t i = 0; i < count; i++) {
    const char *item = (const char *)items + i * shape->size;
    for (size_t t = 0; t < shape->text_count; t++)
      pack_text(packing, pointer_at(item, shape->texts[t]));
    for (size_t l = 0; l < shape->list_count; l++) {
      const struct pack_list *list = &shape->lists[l];
      pack_items(packing, pointer_at(item, list->items_at), count_at(item, list), list->shape);
    }
  }
}

// ---------------------------------------------------------------- in

struct unpacking unpack_begin(struct arena *arena, const char *bytes, size_t length) {
  return (struct unpacking){.bytes = bytes, .length = length, .arena = arena, .text_arena = arena};
}

bool unpack_whole(const struct unpacking *from) { return !from->broken && from->at == from->length; }

static size_t left(const struct unpacking *from) { return from->broken ? 0 : from->length - from->at; }

void unpack_bytes(struct unpacking *from, void *to, size_t length) {
  if (!length)
    return;
  if (length > left(from)) {
    from->broken = true;
    memset(to, 0, length);
    return;
  }
  memcpy(to, from->bytes + from->at, length);
  from->at += length;
}

int64_t unpack_number(struct unpacking *from) {
  int64_t number;
  unpack_bytes(from, &number, sizeof number);
  return number;
}

static const char *new_text(struct unpacking *from) {
  uint32_t length;
  unpack_bytes(from, &length, sizeof length);
  if (length > left(from)) {
    from->broken = true;
    return NULL;
  }
  const char *text = arena_text(from->text_arena, from->bytes + from->at, length);
  from->at += length;
  *(const char **)arena_push(from->arena, &from->texts, &from->text_count, &from->text_room, sizeof text) = text;
  return text;
}

const char *unpack_text(struct unpacking *from) {
  uint32_t number;
  unpack_bytes(from, &number, sizeof number);
  if (!number)
    return NULL;
  if (number <= from->text_count)
    return from->texts[number - 1];
  if (number == from->text_count + 1)
    return new_text(from);
  from->broken = true;
  return NULL;
}

static void put_pointer(char *item, size_t offset, const void *pointer) {
  memcpy(item + offset, &pointer, sizeof pointer);
}

static void read_pointers(struct unpacking *from, char *item, const struct pack_shape *shape) {
  for (size_t t = 0; t < shape->text_count; t++)
    put_pointer(item, shape->texts[t], unpack_text(from));
  for (size_t l = 0; l < shape->list_count; l++) {
    const struct pack_list *list = &shape->lists[l];
    size_t count;
    put_pointer(item, list->items_at, unpack_items(from, &count, list->shape));
    memcpy(item + list->count_at, &count, sizeof count);
  }
}

void *unpack_items(struct unpacking *from, size_t *count, const struct pack_shape *shape) {
  int64_t number = unpack_number(from);
  *count = 0;
  if (number < 0 || (uint64_t)number > left(from) / shape->size) {
    from->broken = true;
    return NULL;
  }
  char *items = number ? arena_array(from->arena, (size_t)number, shape->size) : NULL;
  unpack_bytes(from, items, (size_t)number * shape->size);
  for (int64_t i = 0; i < number; i++)
    read_pointers(from, items + (size_t)i * shape->size, shape);
  *count = (size_t)number; // after an error its pointers are NULL
  return items;
}
