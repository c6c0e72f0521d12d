// SPDX-License-Identifier: GPL-3.0-or-later
#include "solve/working.h"

#include <math.h>

#include "program/families.h"
#include "solve/problem.h"

enum { PIVOTS_MOST = 2000000 };
static const double TIGHT = 1e-9;      // dual feasibility; the default ignores differences below a tenth of a krone
static const double BROKEN = 1e-7;     // relative: the simplex accepts smaller violations
static const double TOO_DEAR_KR = 300; // a week, by the prices of the start
static const double DEARER_HELP = 4;   // compared with the cheapest, of columns that enter together

struct lines { // the entries of a part, row by row or column by column
  int *begin;  // [count + 1]
  int *other;
  double *value;
};

struct working {
  const struct part *part;
  const struct part_start *start; // NULL if the whole part is loaded
  struct arena *arena;
  glp_prob *problem;
  enum aim aim;
  bool whole;                 // nothing was left out
  bool open[AIM_KRONER];      // may what the aim minimises be above 0?
  struct lines rows, columns; // unless whole
  int *row_at, *column_at;    // places in the problem, from 1; 0: left out
  int *row_in, *column_in;    // [1 + rows_in], [1 + columns_in] indices in the part
  int rows_in, columns_in;
  bool *barred;           // columns that may not enter
  double *values, *duals; // working memory for those of the part
  int *list;              // working memory for one line
  double *numbers;
  int pivots;
};

static const struct program_column *column_of(const struct working *w, int c) {
  return &w->part->program->columns[w->part->columns[c]];
}

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

static double times(const struct lines *lines, int line, const double *values) {
  double sum = 0;
  for (int e = lines->begin[line]; e < lines->begin[line + 1]; e++)
    sum += lines->value[e] * values[lines->other[e]];
  return sum;
}

// ---------------------------------------------------------------- bringing in

static double weight_for(const struct working *w, int c, enum aim aim) {
  const struct program_column *column = column_of(w, c);
  switch (aim) {
  case AIM_COVER:
    return column->shortfall_h;
  case AIM_LAST_RESORT:
    return w->part->asks_last_resort ? column->last_resort_h : 0;
  case AIM_KRONER:
    return column->cost_kr;
  default:
    return column->tie;
  }
}

static double weight(const struct working *w, int c) { return weight_for(w, c, w->aim) / w->part->scale; }

static bool is_closed(const struct working *w, int c) {
  for (enum aim aim = AIM_COVER; aim < AIM_KRONER; aim++)
    if (!w->open[aim] && weight_for(w, c, aim) > 0)
      return true;
  return false;
}

static void bound_column(const struct working *w, int c) {
  const struct program_column *column = column_of(w, c);
  bool closed = is_closed(w, c);
  problem_bound_column(w->problem, w->column_at[c], closed ? 0 : column->lower, closed ? 0 : column->upper);
}

static void bound_row(const struct working *w, int r) {
  problem_bound_row(w->problem, w->row_at[r], w->part->row_lower[r], w->part->row_upper[r]);
}

// The entries of a line that are in the problem, in w->list and w->numbers.
static int gather(const struct working *w, const struct lines *lines, int line, const int *at) {
  int count = 0;
  for (int e = lines->begin[line]; e < lines->begin[line + 1]; e++)
    if (at[lines->other[e]]) {
      w->list[++count] = at[lines->other[e]];
      w->numbers[count] = lines->value[e];
    }
  return count;
}

static void bring_row(struct working *w, int r) {
  int at = w->row_at[r] = w->rows_in = glp_add_rows(w->problem, 1);
  w->row_in[at] = r;
  bound_row(w, r);
  glp_set_mat_row(w->problem, at, gather(w, &w->rows, r, w->column_at), w->list, w->numbers);
}

static void bring_column(struct working *w, int c) {
  int at = w->column_at[c] = w->columns_in = glp_add_cols(w->problem, 1);
  w->column_in[at] = c;
  bound_column(w, c);
  glp_set_obj_coef(w->problem, at, weight(w, c));
  glp_set_mat_col(w->problem, at, gather(w, &w->columns, c, w->row_at), w->list, w->numbers);
}

static bool may_come(const struct working *w, int c) { return !w->column_at[c] && !w->barred[c]; }

static bool bring_paying(struct working *w) {
  int before = w->columns_in;
  working_row_duals(w, w->duals);
  for (int c = 0; c < w->part->column_count; c++)
    if (may_come(w, c) && weight(w, c) - times(&w->columns, c, w->duals) < -TIGHT)
      bring_column(w, c);
  return w->columns_in > before;
}

// -1: the value lies below its bounds, 1: above.
static int broken_side(double value, double lower, double upper) {
  if (value < lower - BROKEN * (1 + fabs(lower)))
    return -1;
  return value > upper + BROKEN * (1 + fabs(upper)) ? 1 : 0;
}

static bool is_broken(const struct working *w, int r) {
  return broken_side(times(&w->rows, r, w->values), w->part->row_lower[r], w->part->row_upper[r]);
}

// The same for the basic variable at a place of the basis: a row of the problem or, after all rows, a column.
static int basic_side(const struct working *w, int at) {
  int row = glp_get_bhead(w->problem, at), column = row - w->rows_in;
  if (row <= w->rows_in)
    return broken_side(glp_get_row_prim(w->problem, row), w->part->row_lower[w->row_in[row]],
                       w->part->row_upper[w->row_in[row]]);
  bool closed = is_closed(w, w->column_in[column]);
  const struct program_column *own = column_of(w, w->column_in[column]);
  return broken_side(glp_get_col_prim(w->problem, column), closed ? 0 : own->lower, closed ? 0 : own->upper);
}

// The cost, by the prices of the start, of reducing the violation by one through this column. INFINITY: it would not reduce it.
static double price_of_help(const struct working *w, int c) {
  double help = may_come(w, c) ? times(&w->columns, c, w->duals) : 0;
  if (help <= TIGHT)
    return INFINITY;
  double dear = weight_for(w, c, AIM_KRONER) / w->part->scale - times(&w->columns, c, w->start->row_prices);
  return fmax(dear, 0) / help;
}

// If no plan of the loaded columns satisfies every row: adds the columns that would reduce the violation, as the prices
// of the rows say when one unit of violation costs 1, the cheapest first. Omitted rows could only add violations.
static bool bring_helping(struct working *w) {
  if (!glp_bf_exists(w->problem) && glp_factorize(w->problem))
    return false;
  for (int at = 1; at <= w->rows_in; at++)
    w->numbers[at] = basic_side(w, at);
  glp_btran(w->problem, w->numbers);
  for (int r = 0; r < w->part->row_count; r++)
    w->duals[r] = w->row_at[r] ? -w->numbers[w->row_at[r]] : 0;
  double cheapest = INFINITY;
  for (int c = 0; c < w->part->column_count; c++) {
    w->values[c] = price_of_help(w, c);
    cheapest = fmin(cheapest, w->values[c]);
  }
  int before = w->columns_in;
  for (int c = 0; c < w->part->column_count; c++)
    if (w->values[c] < INFINITY && w->values[c] <= DEARER_HELP * cheapest)
      bring_column(w, c);
  return w->columns_in > before;
}

static bool bring_broken(struct working *w) {
  int before = w->rows_in;
  working_values(w, w->values);
  for (int r = 0; r < w->part->row_count; r++)
    if (!w->row_at[r] && is_broken(w, r))
      bring_row(w, r);
  return w->rows_in > before;
}

static bool bring_all(struct working *w) {
  int before = w->rows_in + w->columns_in;
  for (int r = 0; r < w->part->row_count; r++)
    if (!w->row_at[r])
      bring_row(w, r);
  for (int c = 0; c < w->part->column_count; c++)
    if (may_come(w, c))
      bring_column(w, c);
  return w->rows_in + w->columns_in > before;
}

// ---------------------------------------------------------------- solving

static double cost_below(const struct working *w) {
  return w->start && w->start->limits ? w->start->limits->cost_below : INFINITY;
}

static enum outcome run(struct working *w, int method, int pivots_most) {
  glp_smcp how;
  glp_init_smcp(&how);
  how.msg_lev = GLP_MSG_OFF;
  how.meth = method;
  how.tol_dj = TIGHT;
  how.it_lim = pivots_most;
  if (method != GLP_PRIMAL && w->aim == AIM_KRONER && cost_below(w) < INFINITY)
    how.obj_ul = cost_below(w);
  int before = glp_get_it_cnt(w->problem);
  int code = glp_simplex(w->problem, &how);
  w->pivots += glp_get_it_cnt(w->problem) - before;
  if (code == GLP_EITLIM)
    return STOPPED;
  if (code == GLP_EOBJUL)
    return BEYOND;
  if (code)
    return FAILED;
  int status = glp_get_status(w->problem);
  return status == GLP_OPT ? FOUND : status == GLP_NOFEAS ? INFEASIBLE : FAILED;
}

// A number of pivots that a programme of this size needs only if the simplex cycles.
static int pivots_astray(const struct working *w) { return 10000 + 20 * (w->rows_in + w->columns_in); }

// FAILED also if it cycles.
static enum outcome run_tamely(struct working *w, int method, int pivots_most) {
  int astray = pivots_astray(w);
  enum outcome outcome = run(w, method, pivots_most < astray ? pivots_most : astray);
  return outcome == STOPPED && pivots_most > astray ? FAILED : outcome;
}

// Once more from a new basis, if the current one became numerically bad.
static enum outcome run_surely(struct working *w, int method, int pivots_most) {
  enum outcome outcome = run_tamely(w, method, pivots_most);
  if (outcome != FAILED)
    return outcome;
  glp_adv_basis(w->problem, 0);
  outcome = run_tamely(w, method, pivots_most);
  if (outcome != FAILED)
    return outcome;
  glp_std_basis(w->problem);
  return run(w, method == GLP_PRIMAL ? GLP_DUALP : GLP_PRIMAL, pivots_most);
}

enum outcome working_best(struct working *w, bool primal, int pivots_most) {
  int method = primal ? GLP_PRIMAL : GLP_DUALP, begin = w->pivots;
  for (;;) {
    int left = (pivots_most ? pivots_most : PIVOTS_MOST) - (w->pivots - begin);
    enum outcome outcome = left > 0 ? run_surely(w, method, left) : STOPPED;
    if (w->whole || outcome == STOPPED)
      return outcome;
    if (outcome == BEYOND) { // apart from omitted columns
      if (!bring_paying(w))
        return BEYOND;
      method = GLP_PRIMAL;
    } else if (outcome != FOUND) { // an omitted column may be what it lacks
      if (!(outcome == INFEASIBLE ? bring_helping(w) : bring_all(w)))
        return outcome;
      method = GLP_PRIMAL;
    } else if (bring_paying(w)) {
      method = GLP_PRIMAL;
    } else if (w->aim == AIM_KRONER && working_objective(w) >= cost_below(w)) {
      return BEYOND; // omitted rows make no plan cheaper
    } else if (bring_broken(w)) {
      method = GLP_DUALP; // no column reduces the cost, so the prices are already dual feasible
    } else {
      return FOUND;
    }
  }
}

void working_aim(struct working *w, enum aim aim) {
  w->aim = aim;
  for (int at = 1; at <= w->columns_in; at++)
    glp_set_obj_coef(w->problem, at, weight(w, w->column_in[at]));
}

void working_open(struct working *w, enum aim aim, bool open) {
  w->open[aim] = open;
  for (int c = 0; c < w->part->column_count; c++)
    if (weight_for(w, c, aim) > 0) {
      w->barred[c] = is_closed(w, c);
      if (w->column_at[c])
        bound_column(w, c);
    }
}

void working_hold(struct working *w, double tolerance) {
  for (int at = 1; at <= w->columns_in; at++)
    if (glp_get_col_stat(w->problem, at) != GLP_BS && fabs(glp_get_col_dual(w->problem, at)) > tolerance) {
      double value = glp_get_col_prim(w->problem, at);
      glp_set_col_bnds(w->problem, at, GLP_FX, value, value);
    }
  for (int at = 1; at <= w->rows_in; at++)
    if (glp_get_row_stat(w->problem, at) != GLP_BS && fabs(glp_get_row_dual(w->problem, at)) > tolerance) {
      double value = glp_get_row_prim(w->problem, at);
      glp_set_row_bnds(w->problem, at, GLP_FX, value, value);
    }
  if (w->whole)
    return;
  working_row_duals(w, w->duals);
  for (int c = 0; c < w->part->column_count; c++)
    if (may_come(w, c) && fabs(weight(w, c) - times(&w->columns, c, w->duals)) > tolerance)
      w->barred[c] = true;
}

// ---------------------------------------------------------------- the start

static bool row_matters(const struct part *part, const struct part_start *start, int r) {
  const struct program_row *row = &part->program->rows[part->rows[r]];
  return !start || start->row_status[r] != GLP_BS || !row_family_of(row->key.kind)->seldom;
}

static bool column_matters(const struct working *w, const struct part_start *start, int c) {
  const struct program_column *column = column_of(w, c);
  if (!start || start->column_status[c] == GLP_BS || start->column_status[c] == GLP_NU || column->lower != 0)
    return true;
  return !w->barred[c] && weight(w, c) - times(&w->columns, c, start->row_prices) < TOO_DEAR_KR;
}

static void choose(struct working *w, const struct part_start *start) {
  for (int r = 0; r < w->part->row_count; r++)
    if (row_matters(w->part, start, r)) {
      w->row_at[r] = ++w->rows_in;
      w->row_in[w->rows_in] = r;
    }
  for (int c = 0; c < w->part->column_count; c++) {
    w->barred[c] = is_closed(w, c);
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
    bound_row(w, w->row_in[at]);
  for (int at = 1; at <= w->columns_in; at++)
    bound_column(w, w->column_in[at]);
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

// ---------------------------------------------------------------- what was found

int working_pivots(const struct working *w) { return w->pivots; }

double working_objective(const struct working *w) { return glp_get_obj_val(w->problem); }

void working_values(const struct working *w, double *values) {
  for (int c = 0; c < w->part->column_count; c++)
    values[c] = w->column_at[c] ? glp_get_col_prim(w->problem, w->column_at[c]) : 0;
}

void working_row_duals(const struct working *w, double *duals) {
  for (int r = 0; r < w->part->row_count; r++)
    duals[r] = w->row_at[r] ? glp_get_row_dual(w->problem, w->row_at[r]) + 0.0 : 0;
}

// By the part's own bounds: a held variable is at the bound where it lies.
static unsigned char own_status(int status, double value, double lower, double upper) {
  if (status == GLP_BS)
    return GLP_BS;
  if (lower == upper)
    return GLP_NS;
  if (status != GLP_NS)
    return (unsigned char)status;
  if (isinf(lower) && isinf(upper))
    return GLP_NF;
  return isinf(upper) || (!isinf(lower) && fabs(value - lower) <= fabs(upper - value)) ? GLP_NL : GLP_NU;
}

static unsigned char column_status(const struct working *w, int c) {
  const struct program_column *column = column_of(w, c);
  int at = w->column_at[c];
  if (!at)
    return own_status(GLP_NL, 0, column->lower, column->upper);
  return own_status(glp_get_col_stat(w->problem, at), glp_get_col_prim(w->problem, at), column->lower, column->upper);
}

static unsigned char row_status(const struct working *w, int r) {
  int at = w->row_at[r];
  return !at ? GLP_BS
             : own_status(glp_get_row_stat(w->problem, at), glp_get_row_prim(w->problem, at), w->part->row_lower[r],
                          w->part->row_upper[r]);
}

void working_basis(const struct working *w, unsigned char *columns, unsigned char *rows) {
  for (int c = 0; c < w->part->column_count; c++)
    columns[c] = column_status(w, c);
  for (int r = 0; r < w->part->row_count; r++)
    rows[r] = row_status(w, r);
}
