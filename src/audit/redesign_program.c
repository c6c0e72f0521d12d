// SPDX-License-Identifier: GPL-3.0-or-later
// Programmes of a redesign: with the heads of every type free, and with the heads fixed to one choice to price it.
#include <math.h>
#include <string.h>

#include "audit/redesign_parts.h"
#include "base/fixed.h"
#include "need/group.h"
#include "need/positions.h"
#include "need/year_make.h"
#include "program/families.h"
#include "program/merge.h"

// The scenario with the types of the catalogue in place of the groups: each has its maximum of heads, and any whole
// number of them may be removed.
struct scenario *redesign_catalogue(struct arena *arena, const struct scenario *scenario) {
  struct scenario *copy = arena_alloc(arena, sizeof *copy);
  *copy = *scenario;
  copy->redesign = true;
  struct rows *groups = &copy->tables.list[TABLE_GROUPS];
  *groups = scenario->tables.list[TABLE_CATALOGUE];
  size_t count = groups->count;
  struct group_row *rows = arena_array(arena, count, sizeof *rows);
  if (count)
    memcpy(rows, catalogue_rows(&scenario->tables), count * sizeof *rows);
  for (size_t i = 0; i < count; i++) {
    rows[i].adjust_min_e8 = 0;
    rows[i].adjust_max_e8 = ONE_E8;
    rows[i].adjust_step_milli = MILLI;
  }
  groups->items = (char *)rows;
  return copy;
}

// Each programme gets its own solver: a GLPK fault in the search discards all existing solvers.
const struct solution *redesign_solve(const struct redesigning *a, const struct program *program) {
  struct solver *solver = solver_new();
  const struct solution *solution = solver_solve(solver, a->arena, program, NULL);
  solver_free(solver);
  return solution;
}

// Relaxes one limit, and lets heads be fractional.
void redesign_relax(struct program *program, int relaxed) {
  for (size_t r = 0; r < program->row_count; r++)
    if (row_eased_with(program->rows[r].key.kind, relaxed))
      program->rows[r].upper = INFINITY;
  for (size_t c = 0; c < program->column_count; c++) {
    program->columns[c].whole = false;
    if (relaxed == MOST_OF_TYPES && program->columns[c].key.kind == COLUMN_UP)
      program->columns[c].upper = INFINITY;
  }
}

// The programme with heads free. scenario: has the catalogue, or some of its types, as groups.
struct program *redesign_program(const struct redesigning *a, const struct scenario *scenario, int relaxed) {
  const struct timeline *timeline = timeline_make(a->arena, scenario, NULL, a->first_day, a->first_day, a->day_count);
  const struct unit_year *year =
      unit_year_make(a->arena, scenario, a->unit, timeline, timeline, (struct year_terms){.merge = true});
  const struct program *kept = program_build(a->arena, year, SUBJECT);
  double *variable_h = arena_array(a->arena, (size_t)(year->segment_count * year->frame->level_count), sizeof(double));
  for (int i = 0; i < year->segment_count * year->frame->level_count; i++)
    variable_h[i] = INFINITY;
  struct program *program = program_adjust(a->arena, kept, &(struct hours_limits){variable_h, NULL});
  program->gap = REDESIGN_GAP_E6 / 1e6;
  if (relaxed != NOTHING)
    redesign_relax(program, relaxed);
  return program;
}

// --- a choice of heads, priced whole ------------------------------------------------------------------------------

// The scenario with only the types that have heads, or the first type if none has. `program`: of the whole catalogue.
static struct scenario *present_scenario(const struct redesigning *a, const struct program *program,
                                         const double *heads, int *type_of) {
  const struct frame *frame = program->year->frame;
  struct scenario *copy = arena_alloc(a->arena, sizeof *copy);
  *copy = *a->scenario;
  struct group_row *rows = arena_array(a->arena, (size_t)frame->group_count, sizeof *rows);
  int count = 0;
  for (int g = 0; g < frame->group_count; g++)
    if (heads[g] > 0) {
      type_of[count] = g;
      rows[count++] = group_rows(&a->scenario->tables)[frame->groups[g]];
    }
  if (!count && frame->group_count) {
    type_of[0] = 0;
    rows[count++] = group_rows(&a->scenario->tables)[frame->groups[0]];
  }
  copy->tables.list[TABLE_GROUPS].items = (char *)rows;
  copy->tables.list[TABLE_GROUPS].count = (size_t)count;
  return copy;
}

static bool is_heads(const struct program_column *column) {
  return column->key.kind == COLUMN_UP || column->key.kind == COLUMN_DOWN;
}

// Heads of each type, from the values of the columns that change them. columns, values: [column_count]
double *redesign_heads_of(struct arena *arena, const struct program *program, const double *values) {
  const struct unit_year *year = program->year;
  double *heads = arena_array(arena, (size_t)year->frame->group_count, sizeof *heads);
  for (int g = 0; g < year->frame->group_count; g++)
    heads[g] = (double)group_on(year, program->variant, g, year->first_day)->heads_milli / MILLI;
  for (size_t c = 0; c < program->column_count; c++)
    if (is_heads(&program->columns[c]))
      heads[program->columns[c].key.who] +=
          (program->columns[c].key.kind == COLUMN_UP ? values[c] : -values[c]) * program->columns[c].scale;
  return heads;
}

// The inverse, for program_fix_positions.
double *redesign_columns_of(struct arena *arena, const struct program *program, const double *heads,
                            const int *type_of) {
  const struct unit_year *year = program->year;
  double *values = arena_array(arena, program->column_count, sizeof *values);
  for (size_t c = 0; c < program->column_count; c++) {
    const struct program_column *column = &program->columns[c];
    if (!is_heads(column))
      continue;
    double given = (double)group_on(year, program->variant, column->key.who, year->first_day)->heads_milli / MILLI;
    double more = heads[type_of[column->key.who]] - given;
    values[c] = fmax(0, column->key.kind == COLUMN_UP ? more : -more) / column->scale;
  }
  return values;
}

// sundays: with the rest from Sunday to Monday.
struct priced redesign_price(const struct redesigning *a, const struct program *whole, const double *heads, int relaxed,
                             bool sundays) {
  struct priced priced = {.type_of = arena_array(a->arena, (size_t)whole->year->frame->group_count + 1, sizeof(int))};
  const struct scenario *present = present_scenario(a, whole, heads, priced.type_of);
  struct program *program = redesign_program(a, present, relaxed);
  const double *values = redesign_columns_of(a->arena, program, heads, priced.type_of);
  priced.program = program_fix_positions(a->arena, sundays ? program : program_open_sundays(a->arena, program), values);
  priced.solution = redesign_solve(a, priced.program);
  return priced;
}
