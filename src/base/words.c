// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"

#include <stdint.h>
#include <string.h>

enum { SLOTS_AT_FIRST = 64 };

struct slot {
  const char *word; // NULL: free
  size_t number;
};

struct word_index {
  struct arena *arena;
  struct slot *slots; // [slot_count], less than half of them used
  size_t slot_count, used;
};

struct word_index *word_index_new(struct arena *arena) {
  struct word_index *index = arena_alloc(arena, sizeof *index);
  *index = (struct word_index){
      .arena = arena, .slots = arena_array(arena, SLOTS_AT_FIRST, sizeof *index->slots), .slot_count = SLOTS_AT_FIRST};
  return index;
}

// FNV-1a.
static uint64_t hash_word(const char *word) {
  uint64_t hash = UINT64_C(14695981039346656037);
  for (; *word; word++)
    hash = (hash ^ (unsigned char)*word) * UINT64_C(1099511628211);
  return hash;
}

// The slot of the word, or the free one where it belongs.
static struct slot *slot_of(const struct word_index *index, const char *word) {
  size_t at = (size_t)(hash_word(word) % index->slot_count);
  while (index->slots[at].word && strcmp(index->slots[at].word, word) != 0)
    at = (at + 1) % index->slot_count;
  return &index->slots[at];
}

size_t word_find(const struct word_index *index, const char *word) {
  const struct slot *slot = slot_of(index, word);
  return slot->word ? slot->number : WORD_NONE;
}

static void widen(struct word_index *index) {
  struct slot *old = index->slots;
  size_t old_count = index->slot_count;
  index->slot_count *= 2;
  index->slots = arena_array(index->arena, index->slot_count, sizeof *index->slots);
  for (size_t i = 0; i < old_count; i++)
    if (old[i].word)
      *slot_of(index, old[i].word) = old[i];
}

void word_put(struct word_index *index, const char *word, size_t number) {
  struct slot *slot = slot_of(index, word);
  if (slot->word)
    return;
  *slot = (struct slot){word, number};
  if (2 * ++index->used >= index->slot_count)
    widen(index);
}
