// SPDX-License-Identifier: GPL-3.0-or-later
#include "solve/linear.h"

#include <glpk.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "solve/guard.h"

enum {
  PIVOTS_MOST = 5000000,
  NODES_MOST = 200000,
  SAFETY_MS = 20 * 60 * 1000 // a net under the limits in pivots and nodes, far above any real programme
};

struct bounds {
  double lower, upper;
};

struct column {
  struct bounds bounds;
  double cost;
  bool whole;
  size_t first_entry;
  int entry_count;
};

// The programme is kept here, so that a fault of GLPK, which destroys all its objects, only costs a restart.
struct linear {
  struct arena *arena;
  struct bounds *rows;
  struct column *columns;
  int *entry_rows, *entry_columns;
  double *entry_values;
  size_t row_count, row_room, column_count, column_room;
  size_t entry_count, entry_room, entry_column_room, entry_value_room;
  glp_prob *problem; // NULL: none; contains the first loaded_rows and loaded_columns
  unsigned age;      // of the guard when the problem was made
  size_t loaded_rows, loaded_columns;
  bool cuts_new, bounds_new, costs_new;
  double *values, *prices;
  size_t value_room, price_room;
  // of the solve under way
  long pivots_most, nodes_most;
  bool first;
  struct linear_solution solution;
};

struct linear *linear_new(void) {
  struct arena *arena = arena_new();
  struct linear *linear = arena_alloc(arena, sizeof *linear);
  linear->arena = arena;
  return linear;
}

static void delete_problem(void *state) {
  struct linear *linear = state;
  glp_delete_prob(linear->problem);
}

void linear_free(struct linear *linear) {
  if (!linear)
    return;
  if (linear->problem && linear->age == guard_age())
    guard_run(delete_problem, linear);
  arena_free(linear->arena);
}

// ---------------------------------------------------------------- what is asked for

static void add_entry(struct linear *l, int row, int column, double value) {
  size_t count = l->entry_count;
  *(int *)arena_push(l->arena, &l->entry_columns, &count, &l->entry_column_room, sizeof(int)) = column;
  count = l->entry_count;
  *(double *)arena_push(l->arena, &l->entry_values, &count, &l->entry_value_room, sizeof(double)) = value;
  *(int *)arena_push(l->arena, &l->entry_rows, &l->entry_count, &l->entry_room, sizeof(int)) = row;
}

int linear_add_row(struct linear *linear, double lower, double upper) {
  struct bounds *row = arena_push(linear->arena, &linear->rows, &linear->row_count, &linear->row_room, sizeof *row);
  *row = (struct bounds){lower, upper};
  return (int)linear->row_count - 1;
}

int linear_add_column(struct linear *linear, double cost, double lower, double upper, bool whole, int entry_count,
                      const int *rows, const double *values) {
  struct column *column =
      arena_push(linear->arena, &linear->columns, &linear->column_count, &linear->column_room, sizeof *column);
  *column = (struct column){{lower, upper}, cost, whole, linear->entry_count, entry_count};
  int index = (int)linear->column_count - 1;
  for (int e = 0; e < entry_count; e++)
    add_entry(linear, rows[e], index, values[e]);
  return index;
}

int linear_add_cut(struct linear *linear, double lower, double upper, int entry_count, const int *columns,
                   const double *values) {
  int row = linear_add_row(linear, lower, upper);
  for (int e = 0; e < entry_count; e++)
    add_entry(linear, row, columns[e], values[e]);
  linear->cuts_new = true;
  return row;
}

void linear_set_row(struct linear *linear, int row, double lower, double upper) {
  linear->rows[row] = (struct bounds){lower, upper};
  linear->bounds_new = true;
}

void linear_set_column(struct linear *linear, int column, double lower, double upper) {
  linear->columns[column].bounds = (struct bounds){lower, upper};
  linear->bounds_new = true;
}

void linear_set_cost(struct linear *linear, int column, double cost) {
  linear->columns[column].cost = cost;
  linear->costs_new = true;
}

// ---------------------------------------------------------------- into GLPK

static int kind_of(struct bounds bounds) {
  bool below = isfinite(bounds.lower), above = isfinite(bounds.upper);
  if (below && above)
    return bounds.lower == bounds.upper ? GLP_FX : GLP_DB;
  return below ? GLP_LO : above ? GLP_UP : GLP_FR;
}

static void load_row(struct linear *l, size_t r) {
  glp_set_row_bnds(l->problem, (int)r + 1, kind_of(l->rows[r]), l->rows[r].lower, l->rows[r].upper);
}

static void load_column_bounds(struct linear *l, size_t c) {
  struct bounds bounds = l->columns[c].bounds;
  glp_set_col_bnds(l->problem, (int)c + 1, kind_of(bounds), bounds.lower, bounds.upper);
}

static void load_column_entries(struct linear *l, size_t c, int *rows, double *values) {
  const struct column *column = &l->columns[c];
  for (int e = 0; e < column->entry_count; e++) {
    rows[e + 1] = l->entry_rows[column->first_entry + (size_t)e] + 1;
    values[e + 1] = l->entry_values[column->first_entry + (size_t)e];
  }
  glp_set_mat_col(l->problem, (int)c + 1, column->entry_count, rows, values);
}

static void load_all_entries(struct linear *l, struct arena *scratch) {
  int *rows = arena_array(scratch, l->entry_count + 1, sizeof *rows);
  int *columns = arena_array(scratch, l->entry_count + 1, sizeof *columns);
  double *values = arena_array(scratch, l->entry_count + 1, sizeof *values);
  for (size_t e = 0; e < l->entry_count; e++) {
    rows[e + 1] = l->entry_rows[e] + 1;
    columns[e + 1] = l->entry_columns[e] + 1;
    values[e + 1] = l->entry_values[e];
  }
  glp_load_matrix(l->problem, (int)l->entry_count, rows, columns, values);
}

static void load_new_entries(struct linear *l, struct arena *scratch) {
  int *rows = arena_array(scratch, l->row_count + 1, sizeof *rows);
  double *values = arena_array(scratch, l->row_count + 1, sizeof *values);
  for (size_t c = l->loaded_columns; c < l->column_count; c++)
    load_column_entries(l, c, rows, values);
}

static void load_new(struct linear *l) {
  if (l->row_count > l->loaded_rows)
    glp_add_rows(l->problem, (int)(l->row_count - l->loaded_rows));
  for (size_t r = l->loaded_rows; r < l->row_count; r++)
    load_row(l, r);
  if (l->column_count > l->loaded_columns)
    glp_add_cols(l->problem, (int)(l->column_count - l->loaded_columns));
  for (size_t c = l->loaded_columns; c < l->column_count; c++) {
    load_column_bounds(l, c);
    glp_set_obj_coef(l->problem, (int)c + 1, l->columns[c].cost);
    glp_set_col_kind(l->problem, (int)c + 1, l->columns[c].whole ? GLP_IV : GLP_CV);
  }
  struct arena *scratch = arena_new();
  if (l->cuts_new || l->loaded_columns == 0)
    load_all_entries(l, scratch);
  else
    load_new_entries(l, scratch);
  arena_free(scratch);
}

static void load_changes(struct linear *l) {
  for (size_t r = 0; l->bounds_new && r < l->loaded_rows; r++)
    load_row(l, r);
  for (size_t c = 0; l->bounds_new && c < l->loaded_columns; c++)
    load_column_bounds(l, c);
  for (size_t c = 0; l->costs_new && c < l->loaded_columns; c++)
    glp_set_obj_coef(l->problem, (int)c + 1, l->columns[c].cost);
}

static void load(struct linear *l) {
  if (!l->problem || l->age != guard_age()) {
    l->problem = glp_create_prob();
    l->age = guard_age();
    l->loaded_rows = l->loaded_columns = 0;
  }
  load_changes(l);
  if (l->row_count > l->loaded_rows || l->column_count > l->loaded_columns)
    load_new(l);
  l->loaded_rows = l->row_count;
  l->loaded_columns = l->column_count;
  l->cuts_new = l->bounds_new = l->costs_new = false;
}

// ---------------------------------------------------------------- the relaxation

static void fault(struct linear *l, const char *text) {
  l->solution.status = LINEAR_FAULT;
  l->solution.failure = failure_make(FAILURE_FAULT, "%s", text);
}

static int simplex_with(struct linear *l, int method) {
  glp_smcp how;
  glp_init_smcp(&how);
  how.msg_lev = GLP_MSG_OFF;
  how.meth = method;
  long left = l->pivots_most - l->solution.pivots;
  how.it_lim = left > 0 ? (int)left : 0;
  how.tm_lim = SAFETY_MS;
  int before = glp_get_it_cnt(l->problem);
  int code = glp_simplex(l->problem, &how);
  l->solution.pivots += glp_get_it_cnt(l->problem) - before;
  return code;
}

static enum linear_status status_of(int code, glp_prob *problem) {
  if (code == GLP_EITLIM || code == GLP_ETMLIM)
    return LINEAR_LIMIT;
  if (code == GLP_EBOUND) // at least more than at most
    return LINEAR_INFEASIBLE;
  int status = glp_get_status(problem);
  if (code == 0 && status == GLP_OPT)
    return LINEAR_OPTIMAL;
  return code == 0 && status == GLP_NOFEAS ? LINEAR_INFEASIBLE : LINEAR_FAULT;
}

// From the current basis; if that becomes numerically bad, once more from the slack basis.
static void relax(struct linear *l) {
  l->solution.status = status_of(simplex_with(l, GLP_PRIMAL), l->problem);
  if (l->solution.status != LINEAR_FAULT || glp_get_status(l->problem) == GLP_UNBND)
    return;
  glp_std_basis(l->problem);
  l->solution.status = status_of(simplex_with(l, GLP_DUALP), l->problem);
}

static double *room_for(struct linear *l, double **list, size_t *room, size_t count) {
  if (count > *room) {
    *room = count * 2;
    *list = arena_array(l->arena, *room, sizeof **list);
  }
  return *list;
}

static void read_relaxation(struct linear *l) {
  double *values = room_for(l, &l->values, &l->value_room, l->column_count);
  double *prices = room_for(l, &l->prices, &l->price_room, l->row_count);
  for (size_t c = 0; c < l->column_count; c++)
    values[c] = glp_get_col_prim(l->problem, (int)c + 1);
  for (size_t r = 0; r < l->row_count; r++)
    prices[r] = glp_get_row_dual(l->problem, (int)r + 1);
  l->solution.columns = values;
  l->solution.prices = prices;
  l->solution.cost = l->solution.bound = glp_get_obj_val(l->problem);
}

static void solve_relaxation(void *state) {
  struct linear *l = state;
  load(l);
  relax(l);
  if (l->solution.status == LINEAR_OPTIMAL)
    read_relaxation(l);
  else if (l->solution.status == LINEAR_FAULT)
    fault(l, glp_get_status(l->problem) == GLP_UNBND ? "the linear programme of the rota has no least cost"
                                                     : "the solver found no end to the linear programme of the rota");
}

static struct linear_solution run(struct linear *linear, guarded *work) {
  linear->solution = (struct linear_solution){.status = LINEAR_FAULT, .cost = INFINITY, .bound = -INFINITY};
  if (!guard_run(work, linear)) {
    linear->problem = NULL;
    fault(linear, "the solver gave up on the programme of the rota");
  }
  return linear->solution;
}

struct linear_solution linear_solve(struct linear *linear, long pivots_most) {
  linear->pivots_most = pivots_most > 0 && pivots_most < PIVOTS_MOST ? pivots_most : PIVOTS_MOST;
  return run(linear, solve_relaxation);
}

// ---------------------------------------------------------------- whole numbers

static void watch_tree(glp_tree *tree, void *info) {
  struct linear *l = info;
  int best = glp_ios_best_node(tree);
  if (best)
    l->solution.bound = glp_ios_node_bound(tree, best);
  int reason = glp_ios_reason(tree);
  if (reason == GLP_ISELECT && ++l->solution.nodes > l->nodes_most)
    glp_ios_terminate(tree);
  if (reason == GLP_IBINGO && l->first)
    glp_ios_terminate(tree);
}

static void read_whole(struct linear *l) {
  double *values = room_for(l, &l->values, &l->value_room, l->column_count);
  for (size_t c = 0; c < l->column_count; c++) {
    double value = glp_mip_col_val(l->problem, (int)c + 1);
    values[c] = l->columns[c].whole ? round(value) : value;
  }
  l->solution.columns = values;
  l->solution.cost = glp_mip_obj_val(l->problem);
}

static void read_tree(struct linear *l, int code) {
  int status = glp_mip_status(l->problem);
  bool stopped = code == GLP_ESTOP || code == GLP_ETMLIM;
  if (status == GLP_OPT || status == GLP_FEAS)
    read_whole(l);
  if (code == 0 && status == GLP_OPT)
    l->solution.bound = l->solution.cost;
  if (status == GLP_NOFEAS && code == 0)
    l->solution.status = LINEAR_INFEASIBLE;
  else if (l->solution.columns && (l->first || !stopped))
    l->solution.status = LINEAR_OPTIMAL;
  else if (stopped)
    l->solution.status = LINEAR_LIMIT;
  else
    fault(l, "the solver found no end to the whole-number programme of the rota");
}

static void solve_tree(void *state) {
  struct linear *l = state;
  load(l);
  relax(l);
  if (l->solution.status != LINEAR_OPTIMAL)
    return;
  l->solution.bound = glp_get_obj_val(l->problem);
  glp_iocp how;
  glp_init_iocp(&how);
  how.msg_lev = GLP_MSG_OFF;
  how.gmi_cuts = how.mir_cuts = how.clq_cuts = how.cov_cuts = GLP_ON;
  how.fp_heur = l->first ? GLP_ON : GLP_OFF;
  how.tm_lim = SAFETY_MS;
  how.cb_func = watch_tree;
  how.cb_info = l;
  int before = glp_get_it_cnt(l->problem);
  int code = glp_intopt(l->problem, &how);
  l->solution.pivots += glp_get_it_cnt(l->problem) - before;
  read_tree(l, code);
}

struct linear_solution linear_solve_whole(struct linear *linear, long nodes_most, bool first) {
  linear->pivots_most = PIVOTS_MOST;
  linear->nodes_most = nodes_most > 0 ? nodes_most : NODES_MOST;
  linear->first = first;
  struct linear_solution solution = run(linear, solve_tree);
  if (solution.status == LINEAR_FAULT && solution.failure.kind == FAILURE_NONE) {
    fault(linear, "the solver found no end to the linear programme of the rota");
    solution = linear->solution;
  }
  return solution;
}
