// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/alike.h"

#include <string.h>

#include "base/language.h"
#include "scenario/cells.h"
#include "scenario/keys.h"
#include "scenario/rows_people.h"
#include "text/cell.h"

static const enum table_id copied[] = {TABLE_SHIFTS,  TABLE_NEED,      TABLE_NORM,  TABLE_GROUPS,
                                       TABLE_ABSENCE, TABLE_CATALOGUE, TABLE_DESIGN};

bool alike_inherits(const struct column *column) {
  static const char *const own[] = {"unit", "title", "responsibility", "like", "source"};
  for (size_t i = 0; i < sizeof own / sizeof *own; i++)
    if (strcmp(column->name, own[i]) == 0)
      return false;
  return true;
}

static struct unit_row *unit_at(struct tables *tables, size_t u) {
  return (struct unit_row *)(void *)(tables->list[TABLE_UNITS].items + u * sizeof(struct unit_row));
}

static void refuse(struct problems *problems, const struct unit_row *unit, const char *why) {
  struct place place = {.file = unit->row.file, .line = unit->row.line, .column = "like"};
  problem_add(problems, place, unit->like, "%s", why);
}

// The unit that another is like; NULL where there is none, which is reported.
static const struct unit_row *model_of(struct arena *arena, struct tables *tables, const struct unit_row *unit,
                                       struct problems *problems) {
  size_t count = row_count(tables, TABLE_UNITS);
  const char **words = arena_array(arena, count + 1, sizeof *words);
  for (size_t u = 0; u < count; u++) {
    const struct unit_row *other = unit_at(tables, u);
    words[u] = other->unit ? other->unit : "";
    if (strcmp(words[u], unit->like) != 0)
      continue;
    if (other == unit)
      refuse(problems, unit, _("a unit is not like itself: name another, or leave the cell blank"));
    else if (other->like)
      refuse(problems, unit,
             arena_printf(arena, _("this unit is itself like `%s`: write `%s`"), other->like, other->like));
    else
      return other;
    return NULL;
  }
  refuse(problems, unit,
         arena_printf(arena, _("not in %s: %s"), table_of(TABLE_UNITS)->file, words_hint(arena, unit->like, words)));
  return NULL;
}

static void inherit(struct unit_row *unit, const struct unit_row *model) {
  const struct table *table = table_of(TABLE_UNITS);
  for (size_t c = 0; c < table->column_count; c++)
    if (alike_inherits(&table->columns[c]) && (unit->blank_columns >> c & 1))
      cell_store(&table->columns[c], unit, cell_of_row(&table->columns[c], model));
}

static const struct column *unit_column(const struct table *table) {
  const struct column *column = table->columns;
  while (column->kind != CELL_REFERENCE || column->refers_to != TABLE_UNITS)
    column++;
  return column;
}

static void copy_rows(struct arena *arena, struct tables *tables, enum table_id id, int64_t from, int64_t to) {
  const struct table *table = table_of(id);
  const struct column *unit = unit_column(table);
  struct rows *rows = &tables->list[id];
  struct key_index *keys = key_index_new(arena, table);
  size_t count = rows->count;
  for (size_t i = 0; i < count; i++)
    key_put(keys, rows, i);
  char *row = arena_alloc(arena, rows->size);
  for (size_t i = 0; i < count; i++) {
    memcpy(row, rows->items + i * rows->size, rows->size);
    if (cell_of_row(unit, row).number != from)
      continue;
    cell_store(unit, row, (struct cell){.number = to});
    if (key_find(keys, rows, row) == KEY_NONE)
      memcpy(arena_push(arena, &rows->items, &rows->count, &rows->room, rows->size), row, rows->size);
  }
}

void alike_add(struct arena *arena, struct tables *tables, bool *broken, struct problems *problems) {
  if (broken[TABLE_UNITS])
    return;
  for (size_t u = 0; u < row_count(tables, TABLE_UNITS); u++) {
    struct unit_row *unit = unit_at(tables, u);
    const struct unit_row *model = unit->like ? model_of(arena, tables, unit, problems) : NULL;
    broken[TABLE_UNITS] |= unit->like && !model;
    if (!model)
      continue;
    inherit(unit, model);
    for (size_t t = 0; t < sizeof copied / sizeof *copied; t++)
      if (!broken[copied[t]])
        copy_rows(arena, tables, copied[t], model - unit_at(tables, 0), (int64_t)u);
  }
}
