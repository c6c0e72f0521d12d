// SPDX-License-Identifier: GPL-3.0-or-later
// Finds rows of one table by their key: the values of its key columns, as parsed.
#ifndef ROTACOST_SCENARIO_KEYS_H
#define ROTACOST_SCENARIO_KEYS_H

#include "base/arena.h"
#include "scenario/columns.h"

#define KEY_NONE SIZE_MAX

struct key_index;

// NULL where the table has no key.
struct key_index *key_index_new(struct arena *arena, const struct table *table);
// The row stored with the same key, or KEY_NONE.
size_t key_find(const struct key_index *index, const struct rows *rows, const void *row);
// Adds row i of `rows`, whose key is not in the index yet.
void key_put(struct key_index *index, const struct rows *rows, size_t i);

#endif
