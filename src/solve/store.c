// SPDX-License-Identifier: GPL-3.0-or-later
#include "solve/store.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS = 4096, HALF_BYTES = 12 << 20 };

struct key {
  uint64_t a, b;
};

struct kept {
  struct kept *next;
  struct key key;
  struct part_result result;
};

struct half {
  struct arena *arena;
  size_t bytes;
  struct kept *slots[SLOTS];
};

struct store {
  struct half *young, *old;
};

static struct half *half_new(void) {
  struct arena *arena = arena_new();
  struct half *half = arena_alloc(arena, sizeof *half);
  half->arena = arena;
  return half;
}

struct store *store_new(void) {
  struct store *store = calloc(1, sizeof *store);
  if (!store)
    exit(70);
  store->young = half_new();
  store->old = half_new();
  return store;
}

void store_free(struct store *store) {
  if (!store)
    return;
  arena_free(store->young->arena);
  arena_free(store->old->arena);
  free(store);
}

// ---------------------------------------------------------------- what tells parts apart

static void mix(struct key *key, uint64_t word) {
  key->a = (key->a ^ word) * UINT64_C(0x9E3779B97F4A7C15);
  key->a ^= key->a >> 29;
  key->b = (key->b + word) * UINT64_C(0xD6E8FEB86659FD93);
  key->b ^= key->b >> 32;
}

static void mix_double(struct key *key, double number) {
  uint64_t word;
  number += 0.0; // the two zeros are one
  memcpy(&word, &number, sizeof word);
  mix(key, word);
}

static void mix_pair(struct key *key, int x, int y) { mix(key, (uint64_t)(uint32_t)x << 32 | (uint32_t)y); }

static void mix_columns(struct key *key, const struct part *part) {
  for (int c = 0; c < part->column_count; c++) {
    const struct program_column *column = &part->program->columns[part->columns[c]];
    mix_double(key, column->lower);
    mix_double(key, column->upper);
    mix_double(key, column->cost_kr / part->scale);
    mix_double(key, column->tie / part->scale);
    mix_double(key, column->shortfall_h / part->scale);
  }
}

static struct key key_of(const struct part *part) {
  struct key key = {1, 2};
  mix_pair(&key, part->column_count, part->row_count);
  mix_columns(&key, part);
  for (int r = 0; r < part->row_count; r++) {
    mix_double(&key, part->row_lower[r]);
    mix_double(&key, part->row_upper[r]);
  }
  for (int e = 0; e < part->entry_count; e++) {
    mix_pair(&key, part->entry_rows[e], part->entry_columns[e]);
    mix_double(&key, part->entry_values[e]);
  }
  return key;
}

// ---------------------------------------------------------------- finding and keeping

static struct kept *find_in(const struct half *half, struct key key) {
  struct kept *kept = half->slots[key.a % SLOTS];
  while (kept && (kept->key.a != key.a || kept->key.b != key.b))
    kept = kept->next;
  return kept;
}

static void *copy_of(struct half *half, const void *items, size_t size) {
  if (!items)
    return NULL;
  void *copy = arena_alloc(half->arena, size);
  memcpy(copy, items, size);
  half->bytes += size;
  return copy;
}

static void copy_result(struct half *half, struct part_result *result, const struct part *part) {
  size_t columns = (size_t)part->column_count, rows = (size_t)part->row_count;
  result->values = copy_of(half, result->values, columns * sizeof(double));
  result->reduced_kr = copy_of(half, result->reduced_kr, columns * sizeof(double));
  result->row_values = copy_of(half, result->row_values, rows * sizeof(double));
  result->row_duals_kr = copy_of(half, result->row_duals_kr, rows * sizeof(double));
  result->row_duals_h = copy_of(half, result->row_duals_h, rows * sizeof(double));
  result->column_status = copy_of(half, result->column_status, columns);
  result->row_status = copy_of(half, result->row_status, rows);
}

static void keep(struct store *store, struct key key, const struct part_result *result, const struct part *part) {
  if (store->young->bytes > HALF_BYTES) {
    arena_free(store->old->arena);
    store->old = store->young;
    store->young = half_new();
  }
  struct half *half = store->young;
  struct kept *kept = arena_alloc(half->arena, sizeof *kept);
  struct kept **slot = &half->slots[key.a % SLOTS];
  *kept = (struct kept){.next = *slot, .key = key, .result = *result};
  half->bytes += sizeof *kept;
  copy_result(half, &kept->result, part);
  *slot = kept;
}

const struct part_result *store_solve(struct store *store, struct arena *arena, const struct part *part, bool *hit) {
  struct key key = key_of(part);
  const struct kept *known = find_in(store->young, key);
  if (!known)
    known = find_in(store->old, key);
  *hit = known;
  if (known)
    return &known->result;
  const struct part_result *result = part_solve(arena, part, NULL);
  if (result->outcome == FOUND)
    keep(store, key, result, part);
  return result;
}
