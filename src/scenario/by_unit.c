// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/by_unit.h"

#include <assert.h>
#include <string.h>

#include "base/words.h"
#include "scenario/cells.h"
#include "scenario/columns.h"
#include "scenario/rows_people.h"
#include "scenario/vary.h"

// Pairs of a unit and a row, in the order of rows.
struct pairs {
  struct arena *arena;
  struct pair {
    size_t unit, row;
  } * list;
  size_t count, room;
};

static void add_pair(struct pairs *pairs, size_t unit, size_t row) {
  if (pairs->count && pairs->list[pairs->count - 1].unit == unit && pairs->list[pairs->count - 1].row == row)
    return;
  *(struct pair *)arena_push(pairs->arena, &pairs->list, &pairs->count, &pairs->room, sizeof *pairs->list) =
      (struct pair){unit, row};
}

static struct by_unit *sorted(const struct pairs *pairs, size_t unit_count) {
  struct by_unit *by_unit = arena_alloc(pairs->arena, sizeof *by_unit);
  by_unit->unit_count = unit_count;
  by_unit->from = arena_array(pairs->arena, unit_count + 1, sizeof *by_unit->from);
  by_unit->rows = arena_array(pairs->arena, pairs->count + 1, sizeof *by_unit->rows);
  size_t *next = arena_array(pairs->arena, unit_count + 1, sizeof *next);
  for (size_t i = 0; i < pairs->count; i++)
    by_unit->from[pairs->list[i].unit + 1]++;
  for (size_t u = 0; u < unit_count; u++)
    by_unit->from[u + 1] += by_unit->from[u];
  memcpy(next, by_unit->from, (unit_count + 1) * sizeof *next);
  for (size_t i = 0; i < pairs->count; i++)
    by_unit->rows[next[pairs->list[i].unit]++] = pairs->list[i].row;
  return by_unit;
}

static int64_t unit_of_row(const struct tables *tables, enum table_id id, const struct column *unit, size_t row) {
  return cell_of_row(unit, row_at(tables, id, row)).number;
}

struct by_unit *by_unit_new(struct arena *arena, const struct tables *tables, enum table_id id) {
  const struct column *unit = column_named(id, "unit");
  assert(unit && unit->kind == CELL_REFERENCE && unit->refers_to == TABLE_UNITS);
  struct pairs pairs = {.arena = arena};
  for (size_t i = 0; i < row_count(tables, id); i++) {
    int64_t of = unit_of_row(tables, id, unit, i);
    if (of != NOT_GIVEN)
      add_pair(&pairs, (size_t)of, i);
  }
  return sorted(&pairs, row_count(tables, TABLE_UNITS));
}

const size_t *rows_of_unit(const struct by_unit *by_unit, int64_t unit, size_t *count) {
  assert(unit >= 0 && (size_t)unit < by_unit->unit_count);
  *count = by_unit->from[unit + 1] - by_unit->from[unit];
  return by_unit->rows + by_unit->from[unit];
}

static void add_helping(struct pairs *pairs, const struct word_index *units, const char *codes, size_t row) {
  for (const char *at = codes; at && *(at += strspn(at, " "));) {
    size_t length = strcspn(at, " "), unit = word_find(units, arena_text(pairs->arena, at, length));
    if (unit != WORD_NONE)
      add_pair(pairs, unit, row);
    at += length;
  }
}

struct by_unit *groups_by_unit(struct arena *arena, const struct tables *tables, enum table_id id) {
  assert(id == TABLE_GROUPS || id == TABLE_CATALOGUE);
  struct pairs pairs = {.arena = arena};
  struct word_index *units = word_index_new(arena);
  for (size_t u = 0; u < row_count(tables, TABLE_UNITS); u++)
    word_put(units, unit_rows(tables)[u].unit, u);
  for (size_t i = 0; i < row_count(tables, id); i++) {
    const struct group_row *group = (const struct group_row *)(const void *)row_at(tables, id, i);
    if (group->unit != NOT_GIVEN)
      add_pair(&pairs, (size_t)group->unit, i);
    add_helping(&pairs, units, group->also_units, i);
  }
  return sorted(&pairs, row_count(tables, TABLE_UNITS));
}
