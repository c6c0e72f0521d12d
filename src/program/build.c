// SPDX-License-Identifier: GPL-3.0-or-later
// Builds a programme: columns, rows, fixed parts.
#include <stdlib.h>
#include <string.h>

#include "program/again.h"
#include "program/builder.h"

static const char *const positions_names[POSITIONS_ANSWERS] = {"kept", "adjusted"};

const char *positions_name(enum positions positions) { return positions_names[positions]; }

static int *index_new(struct arena *arena, int count) {
  int *index = arena_array(arena, (size_t)count, sizeof *index);
  memset(index, -1, (size_t)count * sizeof *index);
  return index;
}

void builder_begin(struct builder *b, struct arena *arena) {
  const struct frame *f = b->frame;
  int days = 7 * b->year->type_count;
  b->own = index_new(arena, days * f->shift_count * f->group_count);
  b->extra = index_new(arena, days * f->shift_count * f->group_count);
  b->overtime = index_new(arena, days * f->shift_count * f->group_count);
  b->hired = index_new(arena, days * f->shift_count * f->source_count);
  b->short_ = index_new(arena, days * f->interval_count * f->level_count);
  b->gap = index_new(arena, days * f->interval_count * f->level_count);
  b->up = index_new(arena, b->year->segment_count * f->group_count);
  b->down = index_new(arena, b->year->segment_count * f->group_count);
  b->roster = index_new(arena, b->year->type_count * f->group_count);
  b->away = index_new(arena, b->year->type_count * f->group_count);
  b->weekend = index_new(arena, b->year->type_count * f->group_count);
  b->extra_weekend = index_new(arena, f->group_count);
  b->moved = index_new(arena, f->group_count);
  b->ends = index_new(arena, 2 * ENDS_COUNTED * b->year->type_count);
}

static void columns_anew(struct builder *b) {
  struct program *p = b->program;
  int types = b->year->type_count;
  size_t count = b->again ? b->again->program->column_count : 0;
  p->column_room = count; // as many as a programme of that shape has
  p->columns = arena_room(b->passing, count, sizeof *p->columns);
  builder_begin(b, b->passing);
  p->day_columns = arena_array(p->arena, (size_t)(DAYS_PER_WEEK * types) + 1, sizeof *p->day_columns);
  for (int t = 0; t < types; t++)
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
      p->day_columns[DAYS_PER_WEEK * t + d] = (int)p->column_count;
      columns_of_day(b, t, d);
    }
  p->day_columns[DAYS_PER_WEEK * types] = (int)p->column_count;
  columns_of_people(b);
  columns_ends(b);
  p->columns = arena_copy(p->arena, p->columns, p->column_count, sizeof *p->columns);
  p->column_room = p->column_count;
}

struct program *program_build(struct arena *arena, const struct unit_year *year, enum variant variant) {
  return program_build_again(arena, year, variant, NULL);
}

// Copied at their final number into the programme's own memory.
static void rows_settle(struct program *p) {
  p->rows = arena_copy(p->arena, p->rows, p->row_count, sizeof *p->rows);
  p->row_room = p->row_count;
}

static void entries_settle(struct program *p) {
  struct program_entry *entries = p->entries;
  p->entries = arena_copy(p->arena, entries, p->entry_count, sizeof *entries);
  p->entry_room = p->entry_count;
  free(entries);
}

// Then the programme has another shape and is of no use, so its rows are not made.
static bool has_other_columns(const struct builder *b) {
  return b->again && !program_same_columns(b->again->program, b->program);
}

// Is the cost of the given positions that of the previous programme?
static bool fixed_again(const struct builder *b) { return b->again && b->again->known && b->again->same_groups; }

// Room for rows to copy, where there are any.
static void rows_begin(const struct builder *b) {
  struct program *p = b->program;
  const struct again *again = b->again;
  if (!again || !again->known)
    return;
  size_t count = again->program->row_count;
  p->before = again->program;
  p->copied = arena_array(p->arena, count, sizeof *p->copied);
  p->rows = arena_room(b->passing, count, sizeof *p->rows);
  p->row_room = count;
}

static void add_rows(struct builder *b) {
  struct program *p = b->program;
  b->sums = arena_array(b->passing, p->column_count, sizeof *b->sums);
  b->touched = arena_array(b->passing, p->column_count, sizeof *b->touched);
  rows_begin(b);
  rows_of_families(b);
  rows_settle(p);
  entries_settle(p);
  struct head_cost fixed =
      fixed_again(b) ? (struct head_cost){p->before->constant_kr, p->before->constant_year_kr} : fixed_cost(b);
  p->constant_kr = fixed.all_kr;
  p->constant_year_kr = fixed.year_kr;
}

struct program *program_build_again(struct arena *arena, const struct unit_year *year, enum variant variant,
                                    const struct again *again) {
  struct program *p = arena_alloc(arena, sizeof *p);
  *p = (struct program){.arena = arena, .year = year, .variant = variant, .positions = POSITIONS_KEPT};
  struct builder b = {.program = p, .year = year, .frame = year->frame, .variant = variant, .again = again};
  b.passing = arena_new();
  b.prices = prices_new(b.passing, year);
  if (!columns_again(&b))
    columns_anew(&b);
  if (!has_other_columns(&b))
    add_rows(&b);
  arena_free(b.passing);
  return p;
}

bool program_has_whole(const struct program *program) {
  for (size_t c = 0; c < program->column_count; c++)
    if (program->columns[c].whole)
      return true;
  return false;
}
