// SPDX-License-Identifier: GPL-3.0-or-later
#include "solve/heads.h"

#include <math.h>
#include <string.h>

#include "base/language.h"
#include "base/tolerance.h"
#include "solve/guard.h"
#include "solve/heads_parts.h"
#include "solve/problem.h"

enum { ROOT_ROUNDS = 4 };               // fractional heads priced at the root of the tree
static const double PLANE_PLAY = 1e-7;  // relative to the value: a point less than this below a plane lies on it
static const double PLANE_NEAR = 0.02;  // of the value
static const double VALUE_UNITS = 1000; // the least value is scaled to this in the master: of the size of heads

// --- the master: columns are the heads, the value, the sums --------------------------------------------------------

static int value_column(const struct search *s) { return s->out->head_count + 1; }
static int sum_column(const struct search *s, int k) { return value_column(s) + 1 + k; }

// value - sum slope x H >= constant, in units of the master
static void write_plane(struct search *s, glp_prob *master, const struct plane *plane) {
  int count = s->out->head_count, row = glp_add_rows(master, 1), length = 0;
  int *columns = arena_array(s->arena, (size_t)count + 2, sizeof *columns); // from 1
  double *values = arena_array(s->arena, (size_t)count + 2, sizeof *values);
  for (int g = 0; g < count; g++)
    if (plane->slope[g] != 0) {
      columns[++length] = g + 1;
      values[length] = -plane->slope[g] / s->unit;
    }
  columns[++length] = value_column(s);
  values[length] = 1;
  glp_set_row_bnds(master, row, GLP_LO, plane->constant / s->unit, 0);
  glp_set_mat_row(master, row, length, columns, values);
}

static void keep_head_row(struct search *s, const struct program_row *row, const double *values) {
  int count = s->out->head_count, r = s->head_row_count++;
  s->row_lower[r] = row->lower;
  s->row_upper[r] = row->upper;
  memcpy(&s->row_values[r * count], values, (size_t)count * sizeof *values);
}

// The rows of the programme that contain only heads. Entries are stored row by row.
static void find_head_rows(struct search *s) {
  const struct program *p = s->program;
  size_t count = (size_t)s->out->head_count;
  int *head_of = arena_array(s->arena, p->column_count, sizeof *head_of); // from 1; 0: none
  for (int g = 0; g < s->out->head_count; g++)
    head_of[s->out->columns[g]] = g + 1;
  bool *others = arena_array(s->arena, p->row_count, sizeof *others);
  size_t rows = 0;
  for (size_t e = 0; e < p->entry_count; e++)
    others[p->entries[e].row] |= !head_of[p->entries[e].column];
  for (size_t r = 0; r < p->row_count; r++)
    rows += !others[r];
  s->row_values = arena_array(s->arena, rows * count, sizeof(double));
  s->row_lower = arena_array(s->arena, rows, sizeof(double));
  s->row_upper = arena_array(s->arena, rows, sizeof(double));
  double *values = arena_array(s->arena, count, sizeof *values);
  for (size_t e = 0; e < p->entry_count;) {
    int r = p->entries[e].row;
    memset(values, 0, count * sizeof *values);
    for (; e < p->entry_count && p->entries[e].row == r; e++)
      if (!others[r])
        values[head_of[p->entries[e].column] - 1] = p->entries[e].value;
    if (!others[r])
      keep_head_row(s, &p->rows[r], values);
  }
}

// A row over all heads; `more` is one further column with its coefficient.
static int write_row(struct search *s, const double *heads, int more, double value) {
  int count = s->out->head_count, row = glp_add_rows(s->master, 1), length = 0;
  int *columns = arena_array(s->arena, (size_t)count + 2, sizeof *columns); // from 1
  double *values = arena_array(s->arena, (size_t)count + 2, sizeof *values);
  for (int g = 0; g < count; g++)
    if (heads[g] != 0) {
      columns[++length] = g + 1;
      values[length] = heads[g];
    }
  if (more) {
    columns[++length] = more;
    values[length] = value;
  }
  glp_set_mat_row(s->master, row, length, columns, values);
  return row;
}

static void write_heads(struct search *s) {
  for (int g = 0; g < s->out->head_count; g++) {
    const struct program_column *column = &s->program->columns[s->out->columns[g]];
    glp_set_col_bnds(s->master, g + 1, column->lower < column->upper ? GLP_DB : GLP_FX, column->lower, column->upper);
    glp_set_col_kind(s->master, g + 1, GLP_IV);
  }
  for (int r = 0; r < s->head_row_count; r++)
    problem_bound_row(s->master, write_row(s, &s->row_values[r * s->out->head_count], 0, 0), s->row_lower[r],
                      s->row_upper[r]);
}

// Bounds that the sum cannot exceed, since integer columns must have some.
static void write_sum(struct search *s, int k) {
  const double *weights = &s->question->sums->weights[k * s->out->head_count];
  double least = 0, most = 0;
  for (int g = 0; g < s->out->head_count; g++) {
    const struct program_column *column = &s->program->columns[s->out->columns[g]];
    least += fmin(weights[g] * column->lower, weights[g] * column->upper);
    most += fmax(weights[g] * column->lower, weights[g] * column->upper);
  }
  problem_bound_row(s->master, write_row(s, weights, sum_column(s, k), -1), 0, 0);
  glp_set_col_bnds(s->master, sum_column(s, k), least < most ? GLP_DB : GLP_FX, least, most);
  glp_set_col_kind(s->master, sum_column(s, k), GLP_IV);
}

// Planes near the best choice; planes far below it are added when a node lies below them.
static void load_planes(struct search *s) {
  s->loaded = arena_array(s->arena, s->planes->count, sizeof *s->loaded);
  s->loaded_count = s->planes->count;
  for (size_t i = 0; i < s->planes->count; i++) {
    const struct plane *plane = &s->planes->list[i];
    s->loaded[i] =
        !s->out->heads || plane_at(s, plane, s->out->heads) > s->out->value - PLANE_NEAR * fabs(s->out->value);
    if (s->loaded[i])
      write_plane(s, s->master, plane);
  }
}

static void load_master(struct search *s) {
  s->master = glp_create_prob();
  glp_set_obj_dir(s->master, GLP_MIN);
  glp_add_cols(s->master, value_column(s) + s->question->sums->count);
  write_heads(s);
  for (int k = 0; k < s->question->sums->count; k++)
    write_sum(s, k);
  glp_set_col_bnds(s->master, value_column(s), GLP_LO, s->out->bound / s->unit, 0);
  glp_set_obj_coef(s->master, value_column(s), 1);
  load_planes(s);
}

// --- the tree -----------------------------------------------------------------------------------------------------

// Planes that were not in the master from the start and above the point of this node.
static bool add_planes(struct search *s, glp_tree *tree, double value) {
  bool added = false;
  for (size_t i = 0; i < s->planes->count; i++)
    if ((i >= s->loaded_count || !s->loaded[i]) &&
        plane_at(s, &s->planes->list[i], s->point) > value + PLANE_PLAY * fmax(1, fabs(value))) {
      write_plane(s, glp_ios_get_prob(tree), &s->planes->list[i]);
      added = true;
    }
  return added;
}

static bool is_whole(const struct search *s) {
  for (int g = 0; g < s->out->head_count; g++)
    if (fabs(s->point[g] - round(s->point[g])) > WHOLE_HEADS)
      return false;
  return true;
}

// An integer choice counts only at its own value; at the root fractional heads are priced too, to obtain planes.
static void price_node(struct search *s, glp_tree *tree) {
  glp_prob *node = glp_ios_get_prob(tree);
  for (int g = 0; g < s->out->head_count; g++)
    s->point[g] = glp_get_col_prim(node, g + 1);
  double value = glp_get_col_prim(node, value_column(s)) * s->unit;
  if (add_planes(s, tree, value))
    return;
  bool whole = is_whole(s), root = glp_ios_up_node(tree, glp_ios_curr_node(tree)) == 0;
  if (!whole && (!root || s->root_rounds++ >= ROOT_ROUNDS))
    return;
  if (isnan(value_price(s, s->point, whole)))
    glp_ios_terminate(tree);
  else
    add_planes(s, tree, value);
}

// The first sum in their order that is not an integer; if there is none, the solver chooses among the heads.
static void choose_branch(const struct search *s, glp_tree *tree) {
  for (int k = 0; k < s->question->sums->count; k++)
    if (glp_ios_can_branch(tree, sum_column(s, k))) {
      glp_ios_branch_upon(tree, sum_column(s, k), GLP_NO_BRNCH);
      return;
    }
}

// The best choice priced so far, which may be better than any that the tree has reached.
static void tell_best(struct search *s, glp_tree *tree) {
  if (s->told || !s->out->heads)
    return;
  double *x = arena_array(s->arena, (size_t)sum_column(s, s->question->sums->count), sizeof *x); // from 1
  for (int g = 0; g < s->out->head_count; g++)
    x[g + 1] = s->out->heads[g];
  x[value_column(s)] = s->out->value / s->unit;
  for (int k = 0; k < s->question->sums->count; k++)
    for (int g = 0; g < s->out->head_count; g++)
      x[sum_column(s, k)] += s->question->sums->weights[k * s->out->head_count + g] * s->out->heads[g];
  glp_ios_heur_sol(tree, x);
  s->told = true;
}

static void on_tree(glp_tree *tree, void *info) {
  struct search *s = info;
  int best = glp_ios_best_node(tree);
  if (best)
    s->out->bound = fmax(s->out->bound, glp_ios_node_bound(tree, best) * s->unit);
  switch (glp_ios_reason(tree)) {
  case GLP_IROWGEN:
    price_node(s, tree);
    break;
  case GLP_IHEUR:
    tell_best(s, tree);
    break;
  case GLP_IBRANCH:
    choose_branch(s, tree);
    break;
  case GLP_ISELECT:
    if (++s->out->nodes > s->question->nodes_most || s->out->pivots >= s->question->pivots_most)
      glp_ios_terminate(tree);
  }
}

// The linear relaxation of the master, from which the tree starts.
static bool solve_master(struct search *s, int method) {
  glp_smcp how;
  glp_init_smcp(&how);
  how.msg_lev = GLP_MSG_OFF;
  how.meth = method;
  how.presolve = GLP_ON;
  return !glp_simplex(s->master, &how) && glp_get_status(s->master) == GLP_OPT;
}

static bool run_tree(struct search *s) {
  if (!solve_master(s, GLP_DUALP) && !solve_master(s, GLP_PRIMAL))
    return false;
  glp_iocp how;
  glp_init_iocp(&how);
  how.msg_lev = GLP_MSG_OFF;
  how.gmi_cuts = GLP_ON;
  how.mir_cuts = GLP_ON; // the rows are short here
  how.mip_gap = s->question->gap;
  how.cb_func = on_tree;
  how.cb_info = s;
  int code = glp_intopt(s->master, &how);
  if (code && code != GLP_EMIPGAP && code != GLP_ESTOP)
    return false;
  double found = code == GLP_ESTOP ? -INFINITY : glp_mip_obj_val(s->master) * s->unit;
  if (code == GLP_EMIPGAP) // the callback has not seen the bound that ended it
    found -= s->question->gap * fabs(found);
  s->out->bound = fmin(s->out->value, fmax(s->out->bound, found));
  s->out->status = code == GLP_ESTOP ? SOLVE_LIMIT : SOLVE_OPTIMAL;
  return true;
}

// --- the search ---------------------------------------------------------------------------------------------------

static void find_heads(struct search *s) {
  struct heads_answer *out = s->out;
  out->columns = arena_array(s->arena, s->program->column_count, sizeof(int));
  for (size_t c = 0; c < s->program->column_count; c++)
    if (s->program->columns[c].whole)
      out->columns[out->head_count++] = (int)c;
  s->point = arena_array(s->arena, (size_t)out->head_count, sizeof(double));
}

static bool run_search(struct search *s) {
  struct heads_answer *out = s->out;
  find_heads(s);
  find_head_rows(s);
  value_load(s);
  if (!value_solve_free(s))
    return false;
  out->bound = glp_get_obj_val(s->value);
  s->unit = fmax(1, fabs(out->bound) / VALUE_UNITS);
  search_near(s);
  if (search_is_closed(s))
    return true;
  load_master(s);
  return run_tree(s);
}

static bool run_priced(struct search *s, const double *heads) {
  find_heads(s);
  value_load(s);
  return value_solve_fixed(s, heads);
}

struct guarded_answer {
  struct search *search;
  const double *heads; // NULL to search for them, else one choice to be priced
};

static void run_guarded(void *state) {
  const struct guarded_answer *work = state;
  struct search *s = work->search;
  if (!(work->heads ? run_priced(s, work->heads) : run_search(s))) {
    s->out->status = s->out->pivots >= s->question->pivots_most ? SOLVE_LIMIT : SOLVE_FAULT;
    s->out->fault = _("the solver failed on a programme that always has a plan");
  }
  glp_delete_prob(s->value);
  if (s->master)
    glp_delete_prob(s->master);
}

// heads: NULL to search for them, else one choice to be priced.
static struct heads_answer *answer(struct arena *arena, const struct heads_question *question, const double *heads,
                                   struct planes *planes) {
  struct heads_answer *out = arena_alloc(arena, sizeof *out);
  struct search *s = arena_alloc(arena, sizeof *s);
  *s =
      (struct search){.arena = arena, .question = question, .program = question->program, .out = out, .planes = planes};
  out->bound = -INFINITY;
  out->value = INFINITY;
  struct guarded_answer work = {s, heads};
  if (!guard_run(run_guarded, &work)) {
    out->status = SOLVE_FAULT;
    out->fault = _("GLPK stopped with an error of its own");
  }
  return out;
}

struct heads_answer *heads_search(struct arena *arena, const struct heads_question *question, struct planes *planes) {
  return answer(arena, question, NULL, planes);
}

bool heads_price(struct arena *arena, const struct heads_question *question, const double *heads,
                 struct planes *planes) {
  return answer(arena, question, heads, planes)->status == SOLVE_OPTIMAL;
}
