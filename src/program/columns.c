// SPDX-License-Identifier: GPL-3.0-or-later
// The list of columns.
#include <string.h>

#include "program/builder.h"

struct column_key column_key(enum column_kind kind, int t, int d) {
  return (struct column_key){
      .kind = (int)kind, .type = t, .day = d, .shift = -1, .who = -1, .interval = -1, .level = -1, .segment = -1};
}

enum { COLUMNS_AT_FIRST = 1024 }; // initial room, so that the list is not copied again and again

int add_column(struct program *p, struct program_column column) {
  if (p->column_count == p->column_room) {
    p->column_room = p->column_room ? 2 * p->column_room : COLUMNS_AT_FIRST;
    struct program_column *moved = arena_room(p->arena, p->column_room, sizeof *moved);
    if (p->column_count)
      memcpy(moved, p->columns, p->column_count * sizeof *moved);
    p->columns = moved;
  }
  p->columns[p->column_count] = column;
  return (int)p->column_count++;
}
