// SPDX-License-Identifier: GPL-3.0-or-later
#include "solve/working_parts.h"

#include "program/families.h"

static const double TOO_DEAR_KR = 300; // a week, by the prices of the start

// ---------------------------------------------------------------- lines

static struct lines lines_make(struct arena *arena, const struct part *part, int count, const int *line,
                               const int *other) {
  size_t entries = (size_t)part->entry_count;
  struct lines lines = {arena_array(arena, (size_t)count + 2, sizeof(int)), arena_array(arena, entries, sizeof(int)),
                        arena_array(arena, entries, sizeof(double))};
  for (size_t e = 0; e < entries; e++)
    lines.begin[line[e] + 2]++;
  for (int i = 0; i < count; i++)
    lines.begin[i + 2] += lines.begin[i + 1];
  for (size_t e = 0; e < entries; e++) {
    int at = lines.begin[line[e] + 1]++;
    lines.other[at] = other[e];
    lines.value[at] = part->entry_values[e];
  }
  return lines;
}

// ---------------------------------------------------------------- the start

static const struct row_key *key_of(const struct working *w, int r) {
  return &w->part->program->rows[w->part->rows[r]].key;
}

static bool same_day(const struct row_key *a, const struct row_key *b) {
  return a->kind == ROW_COVER && b->kind == ROW_COVER && a->type == b->type && a->day == b->day;
}

static bool may_move(const struct working *w, int c) { return !working_closed(w, c) && column_of(w, c)->upper > 0; }

// Does another cover row of the day imply this one while nobody is missing? Both are sums of people that must reach a number.
static bool is_implied_by(const struct working *w, int r, int by) {
  const struct lines *rows = &w->rows;
  if (w->part->row_lower[by] < w->part->row_lower[r])
    return false;
  for (int e = rows->begin[r]; e < rows->begin[r + 1]; e++)
    w->values[rows->other[e]] = rows->value[e];
  bool implied = true;
  for (int e = rows->begin[by]; e < rows->begin[by + 1] && implied; e++)
    implied = !may_move(w, rows->other[e]) || w->values[rows->other[e]] >= rows->value[e];
  for (int e = rows->begin[r]; e < rows->begin[r + 1]; e++)
    w->values[rows->other[e]] = 0;
  return implied;
}

// Cover rows of a day are consecutive. Of rows that imply each other the last stays.
static bool is_implied(const struct working *w, const bool *implied, int r) {
  int from = r, to = r;
  while (from > 0 && same_day(key_of(w, from - 1), key_of(w, r)))
    from--;
  while (to + 1 < w->part->row_count && same_day(key_of(w, to + 1), key_of(w, r)))
    to++;
  for (int by = from; by <= to; by++)
    if (by != r && !(by < r && implied[by]) && is_implied_by(w, r, by))
      return true;
  return false;
}

static bool row_matters(const struct working *w, const struct part_start *start, bool *implied, int r) {
  if (!start || start->row_status[r] != GLP_BS)
    return true;
  implied[r] = key_of(w, r)->kind == ROW_COVER && is_implied(w, implied, r);
  return !implied[r] && !row_family_of(key_of(w, r)->kind)->seldom;
}

static bool column_matters(const struct working *w, const struct part_start *start, int c) {
  const struct program_column *column = column_of(w, c);
  if (!start || start->column_status[c] == GLP_BS || start->column_status[c] == GLP_NU || column->lower != 0)
    return true;
  return !w->barred[c] && working_weight(w, c) - times(&w->columns, c, start->row_prices) < TOO_DEAR_KR;
}

static void choose(struct working *w, const struct part_start *start) {
  bool *implied = arena_array(w->arena, (size_t)w->part->row_count, sizeof *implied);
  for (int r = 0; r < w->part->row_count; r++)
    if (row_matters(w, start, implied, r)) {
      w->row_at[r] = ++w->rows_in;
      w->row_in[w->rows_in] = r;
    }
  for (int c = 0; c < w->part->column_count; c++) {
    w->barred[c] = working_closed(w, c);
    if (column_matters(w, start, c)) {
      w->column_at[c] = ++w->columns_in;
      w->column_in[w->columns_in] = c;
    }
  }
}

static void load_entries(struct working *w) {
  const struct part *part = w->part;
  size_t room = (size_t)part->entry_count + 1;
  int *rows = arena_array(w->arena, room, sizeof *rows), *columns = arena_array(w->arena, room, sizeof *columns);
  double *values = arena_array(w->arena, room, sizeof *values);
  int count = 0;
  for (int e = 0; e < part->entry_count; e++) {
    int row = w->row_at[part->entry_rows[e]], column = w->column_at[part->entry_columns[e]];
    if (!row || !column)
      continue;
    rows[++count] = row;
    columns[count] = column;
    values[count] = part->entry_values[e];
  }
  glp_load_matrix(w->problem, count, rows, columns, values);
}

// Hours of a whole year appear beside persons on a shift: there the simplex fails without scaling, elsewhere with it.
static bool has_rosters(const struct working *w) {
  for (int at = 1; at <= w->columns_in; at++) {
    const struct program_column *column = column_of(w, w->column_in[at]);
    if (column->key.kind == COLUMN_ROSTER && column->lower < column->upper)
      return true;
  }
  return false;
}

static void load(struct working *w) {
  if (w->rows_in)
    glp_add_rows(w->problem, w->rows_in);
  if (w->columns_in)
    glp_add_cols(w->problem, w->columns_in);
  for (int at = 1; at <= w->rows_in; at++)
    working_bound_row(w, w->row_in[at]);
  for (int at = 1; at <= w->columns_in; at++)
    working_bound_column(w, w->column_in[at]);
  load_entries(w);
  if (!w->whole && has_rosters(w))
    glp_scale_prob(w->problem, GLP_SF_AUTO);
}

static void take_basis(struct working *w, const struct part_start *start) {
  for (int at = 1; at <= w->columns_in; at++)
    glp_set_col_stat(w->problem, at, start->column_status[w->column_in[at]]);
  for (int at = 1; at <= w->rows_in; at++)
    glp_set_row_stat(w->problem, at, start->row_status[w->row_in[at]]);
}

static void take_room(struct working *w) {
  size_t rows = (size_t)w->part->row_count, columns = (size_t)w->part->column_count;
  w->row_at = arena_array(w->arena, rows, sizeof(int));
  w->row_in = arena_array(w->arena, rows + 1, sizeof(int));
  w->column_at = arena_array(w->arena, columns, sizeof(int));
  w->column_in = arena_array(w->arena, columns + 1, sizeof(int));
  w->barred = arena_array(w->arena, columns, sizeof(bool));
  if (w->whole)
    return;
  w->values = arena_array(w->arena, columns, sizeof(double));
  w->duals = arena_array(w->arena, rows, sizeof(double));
  w->list = arena_array(w->arena, rows + columns + 1, sizeof(int));
  w->numbers = arena_array(w->arena, rows + columns + 1, sizeof(double));
  w->rows = lines_make(w->arena, w->part, w->part->row_count, w->part->entry_rows, w->part->entry_columns);
  w->columns = lines_make(w->arena, w->part, w->part->column_count, w->part->entry_columns, w->part->entry_rows);
}

struct working *working_new(struct arena *arena, const struct part *part, const struct part_start *start) {
  struct working *w = arena_alloc(arena, sizeof *w);
  *w = (struct working){
      .part = part, .start = start, .arena = arena, .problem = glp_create_prob(), .aim = AIM_KRONER, .whole = !start};
  take_room(w);
  choose(w, start);
  load(w);
  if (start)
    take_basis(w, start);
  else
    glp_adv_basis(w->problem, 0);
  return w;
}

void working_free(struct working *w) { glp_delete_prob(w->problem); }
