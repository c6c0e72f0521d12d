// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a programme built again. Which there are and which are open hangs on shifts, on who works them and where anybody
// is wanted, and hardly ever on how much: then they are copied, and those that have another price and are used get it.
#include <assert.h>
#include <string.h>

#include "base/fixed.h"
#include "need/year_make.h"
#include "program/again.h"
#include "program/builder.h"

const struct builder *columns_known(struct arena *arena, const struct program *program) {
  struct builder *known = arena_alloc(arena, sizeof *known);
  *known = (struct builder){.year = program->year, .frame = program->year->frame, .variant = program->variant};
  builder_begin(known, arena);
  for (size_t c = 0; c < program->column_count; c++)
    *column_place(known, &program->columns[c].key) = (int)c;
  return known;
}

// ---------------------------------------------------------------- are they the same?

// What columns are made of in a group: of its numbers, whether they are there at all.
static struct group_row group_seen(const struct group_row *group) {
  struct group_row seen;
  memcpy(&seen, group, sizeof seen);
  seen.heads_milli = group->heads_milli != 0;
  seen.position_e8 = group->position_e8 < ONE_E8;
  seen.weekend_every_milli = group->weekend_every_milli != 0;
  seen.full_time_min = seen.weekend_ceiling_milli = 0;
  return seen;
}

static bool same_people(const struct frame *frame, const struct tables *a, const struct tables *b) {
  for (int g = 0; g < frame->group_count; g++) {
    struct group_row x = group_seen(&group_rows(a)[frame->groups[g]]), y = group_seen(&group_rows(b)[frame->groups[g]]);
    if (memcmp(&x, &y, sizeof x))
      return false;
  }
  for (int r = 0; r < frame->source_count; r++) {
    struct source_row x = source_in_weeks(&source_rows(a)[frame->sources[r]]);
    struct source_row y = source_in_weeks(&source_rows(b)[frame->sources[r]]);
    if (memcmp(&x, &y, sizeof x))
      return false;
  }
  return true;
}

// In every state, with and without the measure, and before any edit.
static bool people_as_before(const struct unit_year *a, const struct unit_year *b) {
  bool same = same_people(a->frame, &a->frame->scenario->tables, &b->frame->scenario->tables);
  for (int v = 0; v < VARIANTS; v++)
    for (int s = 0; s < a->timelines[v]->state_count; s++)
      same = same && same_people(a->frame, &a->timelines[v]->states[s], &b->timelines[v]->states[s]);
  return same;
}

// Is there a gap where there was one, and none where there was none? Asked of intervals that have a column of hours missing.
static bool gap_as_before(const struct builder *known, const struct unit_year *now, int t, int d, int i) {
  bool missing = false, gap = false;
  for (int l = 0; l < known->frame->level_count; l++) {
    missing |= short_at(known, t, d, i, l) >= 0;
    gap |= gap_at(known, t, d, i, l) >= 0;
  }
  return !missing || any_unreplaced(now, t, d, i) == gap;
}

static bool interval_as_before(const struct builder *known, const struct builder *now, int t, int d, int i) {
  if (year_interval_leader(known->year, t, d, i) != year_interval_leader(now->year, t, d, i) ||
      anybody_wanted(known->year, t, d, i) != anybody_wanted(now->year, t, d, i))
    return false;
  for (int l = 0; l < known->frame->level_count; l++)
    if (level_needed(known, t, d, i, l) != level_needed(now, t, d, i, l))
      return false;
  return gap_as_before(known, now->year, t, d, i);
}

bool columns_same(const struct builder *known, const struct unit_year *now) {
  const struct builder of_now = {.year = now, .frame = now->frame};
  if (!people_as_before(known->year, now))
    return false;
  for (int t = 0; t < now->type_count; t++)
    for (int d = 0; d < DAYS_PER_WEEK; d++)
      for (int i = 0; i < now->frame->interval_count; i++)
        if (!interval_as_before(known, &of_now, t, d, i))
          return false;
  return true;
}

// ---------------------------------------------------------------- copied

static void find_columns(struct builder *b, const struct builder *known) {
  b->own = known->own;
  b->extra = known->extra;
  b->overtime = known->overtime;
  b->hired = known->hired;
  b->short_ = known->short_;
  b->gap = known->gap;
  b->up = known->up;
  b->down = known->down;
  b->roster = known->roster;
  b->away = known->away;
  b->weekend = known->weekend;
  b->extra_weekend = known->extra_weekend;
  b->moved = known->moved;
  b->ends = known->ends;
}

bool columns_again(struct builder *b) {
  const struct again *again = b->again;
  if (!again || !again->known || !again->same_columns)
    return false;
  struct program *p = b->program;
  const struct program *before = again->program;
  p->columns = arena_copy(p->arena, before->columns, before->column_count, sizeof *p->columns);
  p->column_count = p->column_room = before->column_count;
  p->day_columns = before->day_columns;
  find_columns(b, again->columns);
  for (size_t c = 0; c < p->column_count; c++) {
    struct program_column *column = &p->columns[c];
    if (!again->used[c] || price_is_same(again, &column->key))
      continue;
    if (column->key.kind <= COLUMN_HIRED)
      price_shift(b, column);
    else
      price_people(b, column);
  }
  return true;
}
