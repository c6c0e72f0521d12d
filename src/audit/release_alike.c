// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/release_alike.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "need/group.h"
#include "need/positions.h"
#include "scenario/columns.h"

// ---------------------------------------------------------------- who is alike

static bool is_of_name_or_size(const struct column *column) {
  return column->key || column->offset == offsetof(struct group_row, title) ||
         column->offset == offsetof(struct group_row, heads_milli);
}

static bool same_text(const char *a, const char *b) { return a == b || (a && b && !strcmp(a, b)); }

static bool same_cell(const struct column *column, const struct group_row *a, const struct group_row *b) {
  const char *at_a = (const char *)a + column->offset, *at_b = (const char *)b + column->offset;
  if (column->kind != CELL_TEXT && column->kind != CELL_CODE)
    return *(const int64_t *)(const void *)at_a == *(const int64_t *)(const void *)at_b;
  return same_text(*(const char *const *)(const void *)at_a, *(const char *const *)(const void *)at_b);
}

static bool same_terms(const struct group_row *a, const struct group_row *b) {
  const struct table *table = table_of(TABLE_GROUPS);
  if (a->unit != b->unit) // units that share staff are treated together
    return false;
  for (size_t c = 0; c < table->column_count; c++)
    if (!is_of_name_or_size(&table->columns[c]) && !same_cell(&table->columns[c], a, b))
      return false;
  return true;
}

static bool are_alike(const struct program *program, int g, int h) {
  const struct unit_year *year = program->year;
  for (int i = 0; i < year->day_count; i++) {
    day_number day = year->first_day + i;
    if (!same_terms(group_on(year, program->variant, g, day), group_on(year, program->variant, h, day)))
      return false;
  }
  return true;
}

// ---------------------------------------------------------------- in the order of names

static const char *group_name(const struct frame *frame, int g) {
  assert(g >= 0 && g < frame->group_count);
  return group_rows(&frame->scenario->tables)[frame->groups[g]].group;
}

// Groups of different units may have the same name.
static int compare_names(const struct frame *frame, int g, int h) {
  assert(g >= 0 && g < frame->group_count);
  const struct unit_row *units = unit_rows(&frame->scenario->tables);
  int order = strcmp(group_name(frame, g), group_name(frame, h));
  return order ? order : strcmp(units[group_home(frame, g)].unit, units[group_home(frame, h)].unit);
}

int *groups_by_name(struct arena *arena, const struct frame *frame) {
  int *order = arena_array(arena, (size_t)frame->group_count, sizeof *order);
  for (int g = 0; g < frame->group_count; g++) {
    int place = g;
    for (; place > 0 && compare_names(frame, g, order[place - 1]) < 0; place--)
      order[place] = order[place - 1];
    order[place] = g;
  }
  return order;
}

// ---------------------------------------------------------------- who of them goes

struct sharing {
  const struct program *program;
  double *gone;
  double *most, *going; // [group_count] heads that may go on every day, heads that go
};

static bool is_down_of(const struct program_column *column, int g) {
  return column->key.kind == COLUMN_DOWN && column->key.who == g;
}

static void find_heads(struct sharing *s, int g) {
  s->most[g] = INFINITY;
  for (size_t c = 0; c < s->program->column_count; c++) {
    const struct program_column *column = &s->program->columns[c];
    if (!is_down_of(column, g))
      continue;
    s->most[g] = fmin(s->most[g], column->upper * column->scale);
    s->going[g] = s->gone[c] * column->scale;
  }
}

static void set_heads(struct sharing *s, int g) {
  for (size_t c = 0; c < s->program->column_count; c++)
    if (is_down_of(&s->program->columns[c], g))
      s->gone[c] = s->going[g] / s->program->columns[c].scale;
}

static void move_heads(struct sharing *s, int to, int from) {
  double moved = fmin(s->going[from], fmax(0, s->most[to] - s->going[to]));
  s->going[to] += moved;
  s->going[from] -= moved;
}

void share_among_alike(struct arena *arena, const struct program *program, double *gone) {
  int groups = program->year->frame->group_count;
  struct sharing s = {program, gone, arena_array(arena, (size_t)groups, sizeof(double)),
                      arena_array(arena, (size_t)groups, sizeof(double))};
  const int *order = groups_by_name(arena, program->year->frame);
  for (int g = 0; g < groups; g++)
    find_heads(&s, g);
  for (int i = 0; i < groups; i++)
    for (int j = i + 1; j < groups; j++)
      if (s.going[order[j]] > 0 && are_alike(program, order[i], order[j]))
        move_heads(&s, order[i], order[j]);
  for (int g = 0; g < groups; g++)
    set_heads(&s, g);
}
