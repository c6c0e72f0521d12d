// SPDX-License-Identifier: GPL-3.0-or-later
// The list of columns.
#include <assert.h>
#include <string.h>

#include "program/builder.h"

struct column_key column_key(enum column_kind kind, int t, int d) {
  return (struct column_key){
      .kind = (int)kind, .type = t, .day = d, .shift = -1, .who = -1, .interval = -1, .level = -1, .segment = -1};
}

enum { COLUMNS_AT_FIRST = 1024 }; // initial room, so that the list is not copied again and again

int *column_place(struct builder *b, const struct column_key *key) {
  const struct frame *f = b->frame;
  int day = DAYS_PER_WEEK * key->type + key->day, shift = day * f->shift_count + key->shift;
  int *const people[] = {[COLUMN_OWN] = b->own, [COLUMN_EXTRA] = b->extra, [COLUMN_OVERTIME] = b->overtime};
  int *const of_types[] = {[COLUMN_ROSTER] = b->roster, [COLUMN_AWAY] = b->away, [COLUMN_WEEKEND] = b->weekend};
  switch (key->kind) {
  case COLUMN_OWN:
  case COLUMN_EXTRA:
  case COLUMN_OVERTIME:
    return &people[key->kind][shift * f->group_count + key->who];
  case COLUMN_HIRED:
    return &b->hired[shift * f->source_count + key->who];
  case COLUMN_SHORT:
  case COLUMN_GAP:
    return &(key->kind == COLUMN_GAP
                 ? b->gap
                 : b->short_)[(day * f->interval_count + key->interval) * f->level_count + key->level];
  case COLUMN_ROSTER:
  case COLUMN_AWAY:
  case COLUMN_WEEKEND:
    return &of_types[key->kind][key->type * f->group_count + key->who];
  case COLUMN_UP:
  case COLUMN_DOWN:
    return &(key->kind == COLUMN_UP ? b->up : b->down)[key->segment * f->group_count + key->who];
  case COLUMN_EXTRA_WEEKEND:
    return &b->extra_weekend[key->who];
  case COLUMN_MOVED_HOLIDAY:
    return &b->moved[key->who];
  default:
    assert(key->kind == COLUMN_END_MORE || key->kind == COLUMN_END_LESS);
    return end_at(b, key->type, key->level, (enum column_kind)key->kind);
  }
}

int add_column(struct builder *b, struct program_column column) {
  struct program *p = b->program;
  if (p->column_count == p->column_room) {
    p->column_room = p->column_room ? 2 * p->column_room : COLUMNS_AT_FIRST;
    struct program_column *moved = arena_room(b->passing, p->column_room, sizeof *moved);
    if (p->column_count)
      memcpy(moved, p->columns, p->column_count * sizeof *moved);
    p->columns = moved;
  }
  p->columns[p->column_count] = column;
  return *column_place(b, &column.key) = (int)p->column_count++;
}
