// SPDX-License-Identifier: GPL-3.0-or-later
#include "solve/part.h"

#include <math.h>
#include <string.h>

#include "program/families.h"

enum { LINK = -1, UNKNOWN = -2 };

// The part and place of each column and row of the programme.
struct placing {
  const struct program *program;
  int *column_part, *row_part;   // LINK: in no part
  int *column_place, *row_place; // within the part
};

static int type_of_column(const struct program_column *column) {
  return column->key.type < 0 ? LINK : column->key.type;
}

static void choose_rows(struct placing *p) {
  const struct program *program = p->program;
  for (size_t r = 0; r < program->row_count; r++)
    p->row_part[r] = UNKNOWN;
  for (size_t e = 0; e < program->entry_count; e++) {
    int part = p->column_part[program->entries[e].column], *row = &p->row_part[program->entries[e].row];
    if (part != LINK)
      *row = *row == UNKNOWN || *row == part ? part : LINK;
  }
  for (size_t r = 0; r < program->row_count; r++)
    if (p->row_part[r] == UNKNOWN || row_is_least(program->rows[r].key.kind))
      p->row_part[r] = LINK;
}

static struct placing placing_make(struct arena *arena, const struct program *program) {
  size_t columns = program->column_count, rows = program->row_count;
  struct placing p = {program, arena_array(arena, columns, sizeof(int)), arena_array(arena, rows, sizeof(int)),
                      arena_array(arena, columns, sizeof(int)), arena_array(arena, rows, sizeof(int))};
  for (size_t c = 0; c < columns; c++)
    p.column_part[c] = type_of_column(&program->columns[c]);
  choose_rows(&p);
  return p;
}

// Indices of columns (or rows) part by part, those in no part last, and the place of each in its part.
struct lists {
  int *all;   // [count]
  int *first; // [parts + 3] the list of part t begins at first[t], that of no part at first[parts]
};

static struct lists lists_make(struct arena *arena, const int *part_of, int *place, size_t count, int parts) {
  struct lists lists = {arena_array(arena, count, sizeof(int)), arena_array(arena, (size_t)parts + 3, sizeof(int))};
  for (size_t i = 0; i < count; i++)
    lists.first[(part_of[i] == LINK ? parts : part_of[i]) + 2]++;
  for (int t = 0; t <= parts; t++)
    lists.first[t + 2] += lists.first[t + 1];
  for (size_t i = 0; i < count; i++)
    lists.all[lists.first[(part_of[i] == LINK ? parts : part_of[i]) + 1]++] = (int)i;
  for (int t = 0; t <= parts; t++)
    for (int at = lists.first[t]; at < lists.first[t + 1]; at++)
      place[lists.all[at]] = at - lists.first[t];
  return lists;
}

static int *list_of(const struct lists *lists, int part, int *length) {
  *length = lists->first[part + 1] - lists->first[part];
  return lists->all + lists->first[part];
}

struct placed { // the lists of a programme
  struct lists columns, rows;
};

static struct placed place_all(struct arena *arena, struct placing *p, int parts) {
  const struct program *program = p->program;
  return (struct placed){lists_make(arena, p->column_part, p->column_place, program->column_count, parts),
                         lists_make(arena, p->row_part, p->row_place, program->row_count, parts)};
}

static void part_make(struct arena *arena, const struct placing *p, const struct placed *placed, struct part *part,
                      int type) {
  const struct program *program = p->program;
  part->program = program;
  part->asks_last_resort = true;
  part->scale = program->year->types[type].multiplicity;
  part->columns = list_of(&placed->columns, type, &part->column_count);
  part->rows = list_of(&placed->rows, type, &part->row_count);
  part->row_lower = arena_array(arena, (size_t)part->row_count, sizeof(double));
  part->row_upper = arena_array(arena, (size_t)part->row_count, sizeof(double));
  for (int r = 0; r < part->row_count; r++) {
    part->row_lower[r] = program->rows[part->rows[r]].lower;
    part->row_upper[r] = program->rows[part->rows[r]].upper;
  }
}

static void parts_take_room(struct arena *arena, struct split *split) {
  for (int t = 0; t < split->part_count; t++) {
    struct part *part = &split->parts[t];
    size_t count = (size_t)part->entry_count;
    part->entry_rows = arena_array(arena, count, sizeof(int));
    part->entry_columns = arena_array(arena, count, sizeof(int));
    part->entry_values = arena_array(arena, count, sizeof(double));
    part->entry_count = 0;
  }
}

// A fixed column of no type shifts the bounds of its rows.
static void move_bounds(const struct placing *p, struct part *part, const struct program_entry *entry) {
  double brought = entry->value * p->program->columns[entry->column].lower;
  int row = p->row_place[entry->row];
  part->row_lower[row] -= brought;
  part->row_upper[row] -= brought;
}

static void part_take_entry(const struct placing *p, struct part *part, const struct program_entry *entry) {
  if (p->column_part[entry->column] == LINK) {
    move_bounds(p, part, entry);
    return;
  }
  int at = part->entry_count++;
  part->entry_rows[at] = p->row_place[entry->row];
  part->entry_columns[at] = p->column_place[entry->column];
  part->entry_values[at] = entry->value;
}

static void parts_take_entries(struct arena *arena, const struct placing *p, struct split *split) {
  const struct program *program = p->program;
  for (size_t e = 0; e < program->entry_count; e++) {
    int part = p->row_part[program->entries[e].row];
    if (part != LINK)
      split->parts[part].entry_count++;
  }
  parts_take_room(arena, split);
  for (size_t e = 0; e < program->entry_count; e++) {
    int part = p->row_part[program->entries[e].row];
    if (part != LINK)
      part_take_entry(p, &split->parts[part], &program->entries[e]);
  }
}

struct split *split_make(struct arena *arena, const struct program *program) {
  struct split *split = arena_alloc(arena, sizeof *split);
  struct placing p = placing_make(arena, program);
  split->part_count = program->year->type_count;
  split->parts = arena_array(arena, (size_t)split->part_count, sizeof *split->parts);
  struct placed placed = place_all(arena, &p, split->part_count);
  for (int t = 0; t < split->part_count; t++)
    part_make(arena, &p, &placed, &split->parts[t], t);
  split->link_columns = list_of(&placed.columns, split->part_count, &split->link_column_count);
  split->link_rows = list_of(&placed.rows, split->part_count, &split->link_row_count);
  split->links_fixed = true;
  for (int c = 0; c < split->link_column_count; c++) {
    const struct program_column *column = &program->columns[split->link_columns[c]];
    split->links_fixed = split->links_fixed && column->lower == column->upper;
  }
  parts_take_entries(arena, &p, split);
  return split;
}

struct part *part_of_whole(struct arena *arena, const struct program *program) {
  struct part *whole = arena_alloc(arena, sizeof *whole);
  struct split split = {.part_count = 1, .parts = whole};
  size_t columns = program->column_count, rows = program->row_count;
  struct placing p = {program, arena_array(arena, columns, sizeof(int)), arena_array(arena, rows, sizeof(int)),
                      arena_array(arena, columns, sizeof(int)), arena_array(arena, rows, sizeof(int))};
  for (size_t r = 0; r < rows; r++)
    p.row_part[r] = row_is_least(program->rows[r].key.kind) ? LINK : 0;
  struct placed placed = place_all(arena, &p, 1);
  part_make(arena, &p, &placed, whole, 0);
  whole->scale = 1;
  whole->asks_last_resort = !program->last_resort_held;
  parts_take_entries(arena, &p, &split);
  return whole;
}
