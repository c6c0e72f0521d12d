// SPDX-License-Identifier: GPL-3.0-or-later
#include "solve/store.h"

#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>

#include "pool/pack.h"

enum { SLOTS = 1 << 16, WAYS = 4, ALIGNED = 16 }; // a key may be in any of WAYS adjacent slots

struct name {
  uint64_t a, b;
};

struct entry { // an entry in the ring, followed by `length` bytes
  struct name name;
  uint64_t sum; // of the name and the bytes
  uint64_t length;
};

struct store {
  uint64_t size;                 // of the ring
  _Atomic uint64_t written;      // bytes written since the start; the ring has the last of them
  _Atomic uint64_t slots[SLOTS]; // 1 + position of an entry, counted like `written`; 0: free
  unsigned char ring[];
};

struct store *store_new(uint64_t bytes) {
  struct store *store = mmap(NULL, sizeof *store + (size_t)bytes, PROT_READ | PROT_WRITE,
                             MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (store == MAP_FAILED)
    arena_no_memory();
  store->size = bytes;
  return store;
}

void store_free(struct store *store) {
  if (store)
    munmap(store, sizeof *store + (size_t)store->size);
}

// ---------------------------------------------------------------- what tells parts apart

static void mix(struct name *name, uint64_t word) {
  name->a = (name->a ^ word) * UINT64_C(0x9E3779B97F4A7C15);
  name->a ^= name->a >> 29;
  name->b = (name->b + word) * UINT64_C(0xD6E8FEB86659FD93);
  name->b ^= name->b >> 32;
}

static void mix_double(struct name *name, double number) {
  uint64_t word;
  number += 0.0; // turns -0 into 0
  memcpy(&word, &number, sizeof word);
  mix(name, word);
}

static void mix_pair(struct name *name, int x, int y) { mix(name, (uint64_t)(uint32_t)x << 32 | (uint32_t)y); }

static void mix_columns(struct name *name, const struct part *part) {
  for (int c = 0; c < part->column_count; c++) {
    const struct program_column *column = &part->program->columns[part->columns[c]];
    mix_double(name, column->lower);
    mix_double(name, column->upper);
    mix_double(name, column->cost_kr / part->scale);
    mix_double(name, column->tie / part->scale);
    mix_double(name, column->shortfall_h / part->scale);
    mix_double(name, part->asks_last_resort ? column->last_resort_h / part->scale : 0);
  }
}

static void mix_bytes(struct name *name, const void *bytes, uint64_t length) {
  uint64_t at = 0, word;
  for (; at + sizeof word <= length; at += sizeof word) {
    memcpy(&word, (const char *)bytes + at, sizeof word);
    mix(name, word);
  }
  word = length;
  if (at < length)
    memcpy(&word, (const char *)bytes + at, (size_t)(length - at));
  mix(name, word);
}

static void mix_start(struct name *name, const struct part *part, const struct part_start *start) {
  mix_bytes(name, start->column_status, (uint64_t)part->column_count);
  mix_bytes(name, start->row_status, (uint64_t)part->row_count);
  for (int r = 0; r < part->row_count; r++)
    mix_double(name, start->row_prices[r]);
  mix_pair(name, (int)start->first_aim, start->pivots_most);
  if (!start->limits)
    return;
  mix_double(name, start->limits->cost_below);
  mix_pair(name, start->limits->covered, start->limits->any + 2 * start->limits->same_prices);
}

static struct name name_of(const struct part *part, const struct part_start *start) {
  struct name name = {1, 2};
  mix_pair(&name, part->column_count, part->row_count);
  mix_columns(&name, part);
  for (int r = 0; r < part->row_count; r++) {
    mix(&name, (uint64_t)part->program->rows[part->rows[r]].key.kind);
    mix_double(&name, part->row_lower[r]);
    mix_double(&name, part->row_upper[r]);
  }
  for (int e = 0; e < part->entry_count; e++) {
    mix_pair(&name, part->entry_rows[e], part->entry_columns[e]);
    mix_double(&name, part->entry_values[e]);
  }
  if (start)
    mix_start(&name, part, start);
  return name;
}

// ---------------------------------------------------------------- results as bytes

static void pack_doubles(struct packing *to, const double *values, int count) { // most are 0
  int others = 0;
  for (int i = 0; i < count; i++)
    others += values[i] != 0;
  pack_number(to, others);
  for (int i = 0; i < count; i++)
    if (values[i] != 0) {
      pack_bytes(to, &i, sizeof i);
      pack_bytes(to, &values[i], sizeof values[i]);
    }
}

static double *unpack_doubles(struct unpacking *from, struct arena *arena, int count) {
  double *values = arena_array(arena, (size_t)count, sizeof *values);
  for (int64_t others = unpack_number(from); others > 0 && !from->broken; others--) {
    int i = 0;
    unpack_bytes(from, &i, sizeof i);
    if (i < 0 || i >= count)
      from->broken = true;
    else
      unpack_bytes(from, &values[i], sizeof values[i]);
  }
  return values;
}

static void pack_statuses(struct packing *to, const unsigned char *statuses, int count) { // two to a byte
  for (int i = 0; i < count; i += 2) {
    unsigned char both = (unsigned char)(statuses[i] | (i + 1 < count ? statuses[i + 1] << 4 : 0));
    pack_bytes(to, &both, 1);
  }
}

static void unpack_statuses(struct unpacking *from, unsigned char *statuses, int count) {
  for (int i = 0; i < count; i += 2) {
    unsigned char both = 0;
    unpack_bytes(from, &both, 1);
    statuses[i] = both & 15;
    if (i + 1 < count)
      statuses[i + 1] = both >> 4;
  }
}

static void pack_result(struct packing *to, const struct part_result *result, const struct part *part) {
  pack_number(to, result->outcome);
  pack_number(to, result->pivots);
  if (result->outcome != FOUND)
    return;
  pack_bytes(to, &result->shortfall_h, sizeof result->shortfall_h);
  pack_bytes(to, &result->last_resort_h, sizeof result->last_resort_h);
  pack_doubles(to, result->values, part->column_count);
  pack_doubles(to, result->row_duals_kr, part->row_count);
  pack_number(to, result->row_duals_h != NULL);
  if (result->row_duals_h)
    pack_doubles(to, result->row_duals_h, part->row_count);
  pack_statuses(to, result->column_status, part->column_count);
  pack_statuses(to, result->row_status, part->row_count);
}

static struct part_result *unpack_result(struct arena *arena, const struct part *part, const char *bytes,
                                         size_t length) {
  struct unpacking from = unpack_begin(arena, bytes, length);
  struct part_result *result = part_result_new(arena, part);
  result->outcome = (enum outcome)unpack_number(&from);
  result->pivots = (int)unpack_number(&from);
  if (result->outcome == FOUND) {
    unpack_bytes(&from, &result->shortfall_h, sizeof result->shortfall_h);
    unpack_bytes(&from, &result->last_resort_h, sizeof result->last_resort_h);
    result->values = unpack_doubles(&from, arena, part->column_count);
    result->row_duals_kr = unpack_doubles(&from, arena, part->row_count);
    if (unpack_number(&from))
      result->row_duals_h = unpack_doubles(&from, arena, part->row_count);
    unpack_statuses(&from, result->column_status, part->column_count);
    unpack_statuses(&from, result->row_status, part->row_count);
  }
  return unpack_whole(&from) ? result : NULL;
}

// ---------------------------------------------------------------- finding and keeping

static uint64_t sum_of(struct name name, const void *bytes, uint64_t length) {
  mix_bytes(&name, bytes, length);
  return name.a ^ name.b;
}

// Copies `length` bytes from `at`, wrapping around at the end of the ring.
static void read_ring(const struct store *store, uint64_t at, void *to, uint64_t length) {
  uint64_t place = at % store->size, first = store->size - place < length ? store->size - place : length;
  memcpy(to, store->ring + place, (size_t)first);
  memcpy((unsigned char *)to + first, store->ring, (size_t)(length - first));
}

static void write_ring(struct store *store, uint64_t at, const void *from, uint64_t length) {
  uint64_t place = at % store->size, first = store->size - place < length ? store->size - place : length;
  memcpy(store->ring + place, from, (size_t)first);
  memcpy(store->ring, (const unsigned char *)from + first, (size_t)(length - first));
}

static size_t first_slot(struct name name) { return (size_t)(name.a % (SLOTS / WAYS) * WAYS); }

static const struct part_result *find_in(const struct store *store, struct arena *arena, const struct part *part,
                                         struct name name, size_t at_slot) {
  uint64_t slot = atomic_load(&store->slots[at_slot]), at = slot - 1;
  struct entry entry;
  if (!slot || atomic_load(&store->written) - at > store->size)
    return NULL;
  read_ring(store, at, &entry, sizeof entry);
  if (entry.name.a != name.a || entry.name.b != name.b || entry.length > store->size / 2)
    return NULL;
  unsigned char *bytes = arena_alloc(arena, (size_t)entry.length);
  read_ring(store, at + sizeof entry, bytes, entry.length);
  if (sum_of(name, bytes, entry.length) != entry.sum)
    return NULL;
  return unpack_result(arena, part, (const char *)bytes, (size_t)entry.length);
}

static const struct part_result *find(const struct store *store, struct arena *arena, const struct part *part,
                                      struct name name) {
  const struct part_result *found = NULL;
  for (size_t i = 0; !found && i < WAYS; i++)
    found = find_in(store, arena, part, name, first_slot(name) + i);
  return found;
}

// A free slot, or that of the oldest entry.
static size_t slot_for(const struct store *store, struct name name) {
  size_t first = first_slot(name), oldest = first;
  for (size_t i = first + 1; i < first + WAYS; i++)
    if (atomic_load(&store->slots[i]) < atomic_load(&store->slots[oldest]))
      oldest = i;
  return oldest;
}

static void keep(struct store *store, struct name name, const char *bytes, size_t length) {
  struct entry entry = {name, sum_of(name, bytes, length), length};
  uint64_t size = (sizeof entry + length + ALIGNED - 1) / ALIGNED * ALIGNED;
  if (size > store->size / 2)
    return;
  uint64_t at = atomic_fetch_add(&store->written, size);
  write_ring(store, at, &entry, sizeof entry);
  write_ring(store, at + sizeof entry, bytes, length);
  atomic_store(&store->slots[slot_for(store, name)], at + 1);
}

const struct part_result *store_solve(struct store *store, struct arena *arena, const struct part *part,
                                      const struct part_start *start, bool *hit) {
  struct name name = name_of(part, start);
  const struct part_result *known = find(store, arena, part, name);
  *hit = known;
  if (known)
    return known;
  struct part_result *result = part_solve(arena, part, start);
  if (result->outcome == FOUND || result->outcome == STOPPED || result->outcome == BEYOND) {
    struct packing *packed = packing_new();
    size_t length;
    pack_result(packed, result, part);
    const char *bytes = packing_bytes(packed, &length);
    keep(store, name, bytes, length);
    packing_free(packed);
  }
  return result;
}
