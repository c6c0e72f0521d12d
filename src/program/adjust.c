// SPDX-License-Identifier: GPL-3.0-or-later
// The same programme with other bounds: positions adjusted instead of kept, Sundays open.
#include <math.h>
#include <string.h>

#include "need/positions.h"
#include "program/builder.h"

static const double ROUNDING_H = 1e-6; // the solver's, of a week

static day_number segment_last(const struct unit_year *year, int k) {
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

static void hold_variable_hours(struct program *program, const double *variable_h) {
  for (size_t r = 0; r < program->row_count; r++) {
    struct program_row *row = &program->rows[r];
    if (row->key.kind == ROW_VARIABLE)
      row->upper = variable_h[row->key.segment * program->year->frame->level_count + row->key.level];
  }
}

// Bounds may be changed in the copy; entries are shared.
static struct program *copy_bounds(struct arena *arena, const struct program *program) {
  struct program *copy = arena_alloc(arena, sizeof *copy);
  *copy = *program;
  copy->arena = arena;
  copy->columns = arena_array(arena, program->column_count, sizeof *copy->columns);
  copy->rows = arena_array(arena, program->row_count, sizeof *copy->rows);
  if (program->column_count)
    memcpy(copy->columns, program->columns, program->column_count * sizeof *copy->columns);
  if (program->row_count)
    memcpy(copy->rows, program->rows, program->row_count * sizeof *copy->rows);
  return copy;
}

struct program *program_adjust(struct arena *arena, const struct program *program, const double *variable_h) {
  struct program *adjusted = copy_bounds(arena, program);
  adjusted->positions = POSITIONS_ADJUSTED;
  free_positions(adjusted);
  hold_variable_hours(adjusted, variable_h);
  return adjusted;
}

// Does a group enter a year-round rota in the segment?
static bool annual_rota_begins(const struct unit_year *year, int k) {
  day_number day = segment_last(year, k);
  for (int g = 0; g < year->frame->group_count; g++)
    if (group_on(year, SUBJECT, g, day)->regime == REGIME_YEAR && group_on(year, REFERENCE, g, day)->regime != REGIME_YEAR)
      return true;
  return false;
}

struct program *program_hold_unplanned(struct arena *arena, const struct program *program, const double *unplanned_h) {
  struct program *held = copy_bounds(arena, program);
  for (size_t r = 0; r < held->row_count; r++) {
    struct program_row *row = &held->rows[r];
    if (row->key.kind == ROW_UNPLANNED && annual_rota_begins(held->year, row->key.segment))
      row->upper = unplanned_h[row->key.segment * held->year->frame->level_count + row->key.level];
  }
  return held;
}

bool program_may_offer_overtime(const struct program *program) {
  if (settings_of(&program->year->frame->scenario->tables)->planned_overtime != OVERTIME_LAST_RESORT)
    return false;
  for (size_t c = 0; c < program->column_count; c++)
    if (program->columns[c].key.kind == COLUMN_OVERTIME && overtime_could_be_worked(program, &program->columns[c].key))
      return true;
  return false;
}

static double paid_h(const struct program *program, const struct column_key *key) {
  return (double)year_place(program->year, program->variant, key->type, key->day, key->shift)->paid_min / 60;
}

static void open_overtime(struct program *program) {
  for (size_t c = 0; c < program->column_count; c++) {
    struct program_column *column = &program->columns[c];
    if (column->key.kind == COLUMN_OVERTIME && overtime_could_be_worked(program, &column->key))
      column->upper = INFINITY;
  }
}

static bool is_agency(const struct program *program, const struct column_key *key) {
  return key->kind == COLUMN_HIRED &&
         column_is_unplanned(program, key, program->year->types[key->type].monday + key->day);
}

struct program *program_seek_overtime(struct arena *arena, const struct program *program) {
  struct program *seek = copy_bounds(arena, program);
  open_overtime(seek);
  for (size_t c = 0; c < seek->column_count; c++) {
    struct program_column *column = &seek->columns[c];
    bool overtime = column->key.kind == COLUMN_OVERTIME;
    column->cost_kr =
        overtime ? paid_h(program, &column->key) * program->year->types[column->key.type].multiplicity : 0;
    if (is_agency(program, &column->key))
      column->upper = 0;
  }
  seek->constant_kr = 0;
  return seek;
}

static double overtime_in_week(const struct program *program, const double *values, int type) {
  double hours = 0;
  for (int c = program->day_columns[7 * type]; c < program->day_columns[7 * (type + 1)]; c++)
    if (program->columns[c].key.kind == COLUMN_OVERTIME)
      hours += paid_h(program, &program->columns[c].key) * values[c];
  return hours;
}

struct program *program_offer_overtime(struct arena *arena, const struct program *program,
                                       const struct program *least, const double *values) {
  struct program *offered = copy_bounds(arena, program);
  open_overtime(offered);
  for (size_t r = 0; r < offered->row_count; r++) {
    struct program_row *row = &offered->rows[r];
    if (row->key.kind == ROW_OVERTIME_LEAST)
      row->upper = ROUNDING_H + overtime_in_week(least, values,
                                                 year_type_of(least->year, offered->year->types[row->key.type].monday));
  }
  return offered;
}

struct program *program_open_sundays(struct arena *arena, const struct program *program) {
  struct program *open = copy_bounds(arena, program);
  for (size_t r = 0; r < open->row_count; r++)
    if (open->rows[r].key.kind == ROW_REST_SUNDAY)
      open->rows[r].upper = INFINITY;
  return open;
}

struct program *program_fix_positions(struct arena *arena, const struct program *program, const double *values) {
  struct program *fixed = copy_bounds(arena, program);
  for (size_t c = 0; c < fixed->column_count; c++) {
    struct program_column *column = &fixed->columns[c];
    if (column->key.kind != COLUMN_UP && column->key.kind != COLUMN_DOWN)
      continue;
    column->lower = column->upper = column->whole ? round(values[c]) : values[c];
    column->whole = false;
  }
  return fixed;
}
