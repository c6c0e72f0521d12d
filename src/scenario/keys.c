// SPDX-License-Identifier: GPL-3.0-or-later
// A hash table with open addressing: files may have a million rows.
#include "scenario/keys.h"

#include "scenario/cells.h"

enum { SLOTS_AT_FIRST = 64 };

struct key_index {
  struct arena *arena;
  const struct table *table;
  size_t *slots; // [slot_count] row + 1; 0: free
  size_t slot_count, used;
};

struct key_index *key_index_new(struct arena *arena, const struct table *table) {
  bool keyed = false;
  for (size_t c = 0; c < table->column_count; c++)
    keyed |= table->columns[c].key;
  if (!keyed)
    return NULL;
  struct key_index *index = arena_alloc(arena, sizeof *index);
  *index = (struct key_index){.arena = arena, .table = table, .slot_count = SLOTS_AT_FIRST};
  index->slots = arena_array(arena, index->slot_count, sizeof *index->slots);
  return index;
}

// FNV-1a.
static uint64_t mix(uint64_t hash, unsigned char byte) { return (hash ^ byte) * UINT64_C(1099511628211); }

static uint64_t hash_cell(uint64_t hash, struct cell cell) {
  for (int shift = 0; shift < 64; shift += 8)
    hash = mix(hash, (unsigned char)((uint64_t)cell.number >> shift));
  for (const char *c = cell.text; c && *c; c++)
    hash = mix(hash, (unsigned char)*c);
  return hash;
}

static uint64_t hash_row(const struct table *table, const void *row) {
  uint64_t hash = UINT64_C(14695981039346656037);
  for (size_t c = 0; c < table->column_count; c++)
    if (table->columns[c].key)
      hash = hash_cell(hash, cell_of_row(&table->columns[c], row));
  return hash;
}

static bool keys_equal(const struct table *table, const void *a, const void *b) {
  for (size_t c = 0; c < table->column_count; c++) {
    const struct column *column = &table->columns[c];
    if (column->key && !cells_equal(column, cell_of_row(column, a), cell_of_row(column, b)))
      return false;
  }
  return true;
}

static const void *row_of(const struct rows *rows, size_t i) { return rows->items + i * rows->size; }

// The slot of the row's key, or the free one where it belongs.
static size_t slot_of(const struct key_index *index, const struct rows *rows, const void *row) {
  size_t slot = (size_t)(hash_row(index->table, row) % index->slot_count);
  while (index->slots[slot] && !keys_equal(index->table, row_of(rows, index->slots[slot] - 1), row))
    slot = (slot + 1) % index->slot_count;
  return slot;
}

size_t key_find(const struct key_index *index, const struct rows *rows, const void *row) {
  size_t found = index->slots[slot_of(index, rows, row)];
  return found ? found - 1 : KEY_NONE;
}

static void widen(struct key_index *index, const struct rows *rows) {
  size_t *old = index->slots, old_count = index->slot_count;
  index->slot_count *= 2;
  index->slots = arena_array(index->arena, index->slot_count, sizeof *index->slots);
  for (size_t s = 0; s < old_count; s++)
    if (old[s])
      index->slots[slot_of(index, rows, row_of(rows, old[s] - 1))] = old[s];
}

void key_put(struct key_index *index, const struct rows *rows, size_t i) {
  if (++index->used * 2 > index->slot_count)
    widen(index, rows);
  index->slots[slot_of(index, rows, row_of(rows, i))] = i + 1;
}
