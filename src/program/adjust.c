// SPDX-License-Identifier: GPL-3.0-or-later
// The same programme with other bounds: positions adjusted instead of kept, Sundays open.
#include <assert.h>
#include <math.h>

#include "base/fixed.h"
#include "need/group.h"
#include "need/positions.h"
#include "program/program.h"

static day_number segment_last(const struct unit_year *year, int k) {
  assert(k >= 0 && k < year->segment_count);
  return (k + 1 < year->segment_count ? year->segment_first[k + 1] : year->first_day + year->day_count) - 1;
}

// Heads that may come or go in the segment, from what the group has at its end.
static double adjust_room(const struct program *p, const struct program_column *column) {
  const struct unit_year *year = p->year;
  day_number last = segment_last(year, column->key.segment);
  const struct group_row *group = group_on(year, p->variant, column->key.who, last);
  double heads = (double)group->heads_milli / MILLI;
  struct adjust_terms terms = adjust_terms(year->frame->scenario, group);
  double share = column->key.kind == COLUMN_UP ? terms.most - 1 : 1 - terms.least;
  double room = heads * share / column->scale;
  return column->whole ? floor(room + 1e-9) : room;
}

static void free_positions(struct program *program) {
  for (size_t c = 0; c < program->column_count; c++) {
    struct program_column *column = &program->columns[c];
    if (column->key.kind == COLUMN_UP || column->key.kind == COLUMN_DOWN)
      column->upper = adjust_room(program, column);
  }
}

static bool last_resort_is_asked(const struct program *program) {
  for (size_t c = 0; c < program->column_count; c++)
    if (program->columns[c].last_resort_h > 0)
      return true;
  return false;
}

static void hold_hours(struct program *program, enum row_kind kind, const double *most_h) {
  for (size_t r = 0; r < program->row_count; r++) {
    struct program_row *row = &program->rows[r];
    if (row->key.kind == (int)kind)
      row->upper = fmin(row->upper, most_h[row->key.segment * program->year->frame->level_count + row->key.level]);
  }
}

// Positions could always take the place of the last resort, at any price: so its hours are held instead.
static void hold_last_resort(struct program *program, const double *unplanned_h) {
  program->last_resort_held = last_resort_is_asked(program);
  if (unplanned_h && program->last_resort_held)
    hold_hours(program, ROW_UNPLANNED, unplanned_h);
}

struct program *program_copy(struct arena *arena, const struct program *program) {
  struct program *copy = arena_alloc(arena, sizeof *copy);
  *copy = *program;
  copy->arena = arena;
  copy->columns = arena_copy(arena, program->columns, program->column_count, sizeof *copy->columns);
  copy->rows = arena_copy(arena, program->rows, program->row_count, sizeof *copy->rows);
  return copy;
}

struct program *program_adjust(struct arena *arena, const struct program *program, const struct hours_limits *limits) {
  struct program *adjusted = program_copy(arena, program);
  adjusted->positions = POSITIONS_ADJUSTED;
  free_positions(adjusted);
  hold_hours(adjusted, ROW_VARIABLE, limits->variable_h);
  hold_last_resort(adjusted, limits->unplanned_h);
  return adjusted;
}

// Does a group enter a year-round rota in the segment?
static bool annual_rota_begins(const struct unit_year *year, int k) {
  assert(k >= 0 && k < year->segment_count);
  day_number day = segment_last(year, k);
  for (int g = 0; g < year->frame->group_count; g++)
    if (group_on(year, SUBJECT, g, day)->regime == REGIME_YEAR &&
        group_on(year, REFERENCE, g, day)->regime != REGIME_YEAR)
      return true;
  return false;
}

static bool any_annual_rota_begins(const struct unit_year *year) {
  for (int k = 0; k < year->segment_count; k++)
    if (annual_rota_begins(year, k))
      return true;
  return false;
}

const struct program *program_hold_unplanned(struct arena *arena, const struct program *program,
                                             const double *unplanned_h) {
  if (!any_annual_rota_begins(program->year))
    return program;
  struct program *held = program_copy(arena, program);
  for (size_t r = 0; r < held->row_count; r++) {
    struct program_row *row = &held->rows[r];
    if (row->key.kind == ROW_UNPLANNED && annual_rota_begins(held->year, row->key.segment))
      row->upper = unplanned_h[row->key.segment * held->year->frame->level_count + row->key.level];
  }
  return held;
}

struct program *program_open_sundays(struct arena *arena, const struct program *program) {
  struct program *open = program_copy(arena, program);
  for (size_t r = 0; r < open->row_count; r++)
    if (open->rows[r].key.kind == ROW_REST_SUNDAY)
      open->rows[r].upper = INFINITY;
  return open;
}

struct program *program_fix_positions(struct arena *arena, const struct program *program, const double *values) {
  struct program *fixed = program_copy(arena, program);
  for (size_t c = 0; c < fixed->column_count; c++) {
    struct program_column *column = &fixed->columns[c];
    if (column->key.kind != COLUMN_UP && column->key.kind != COLUMN_DOWN)
      continue;
    column->lower = column->upper = column->whole ? round(values[c]) : values[c];
    column->whole = false;
  }
  return fixed;
}
