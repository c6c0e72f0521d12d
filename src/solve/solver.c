// SPDX-License-Identifier: GPL-3.0-or-later
#include "solve/solver.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/language.h"
#include "solve/guard.h"
#include "solve/problem.h"
#include "solve/store.h"

enum {
  PIVOTS_MOST = 5000000,
  NODES_MOST = 20000,
  PIVOTS_NEAR = 1000, // from a sister's plan; farther off the parts are the better start
  SAFETY_MS = 20 * 60 * 1000 // a net under the limits in pivots and nodes, far above any real programme
};
static const double LINK_PLAY = 1e-9;     // relative, of rows over several week types
static const double GAP = 1e-6;           // of a mixed-integer programme, relative

struct solver {
  struct store *store;
};

// One solve under way.
struct attempt {
  struct solver *solver;
  glp_prob *problem; // of whole heads
  const struct program *program;
  struct arena *arena;
  struct solution *out;
  const struct basis *start; // NULL: none is known
  bool start_short;          // it leaves posts empty
  bool warm;  // the problem holds a basis worth starting from
  int warm_pivots; // most of them before a start from scratch is cheaper; 0: no limit
  int cold_pivots; // what a start from scratch takes, as far as known
  int nodes;
  double tree_bound_kr; // of the last tree
};

struct solver *solver_new(void) {
  struct solver *solver = calloc(1, sizeof *solver);
  if (!solver)
    exit(70);
  solver->store = store_new();
  return solver;
}

void solver_free(struct solver *solver) {
  if (!solver)
    return;
  store_free(solver->store);
  free(solver);
}

// ---------------------------------------------------------------- whole heads: simplex, then branches

static bool take_basis(struct attempt *a, const struct basis *start) {
  glp_prob *problem = a->problem;
  if (!start || start->row_count != a->program->row_count || start->column_count != a->program->column_count)
    return false;
  for (size_t r = 0; r < start->row_count; r++)
    glp_set_row_stat(problem, (int)r + 1, start->rows[r]);
  for (size_t c = 0; c < start->column_count; c++)
    glp_set_col_stat(problem, (int)c + 1, start->columns[c]);
  a->warm_pivots = a->cold_pivots = start->pivots_cold;
  return !glp_factorize(problem);
}

// The basis of whole heads.
static struct basis *keep_basis(const struct attempt *a) {
  glp_prob *problem = a->problem;
  struct basis *basis = arena_alloc(a->arena, sizeof *basis);
  basis->row_count = a->program->row_count;
  basis->column_count = a->program->column_count;
  basis->pivots_cold = a->cold_pivots;
  basis->rows = arena_alloc(a->arena, basis->row_count);
  basis->columns = arena_alloc(a->arena, basis->column_count);
  for (size_t r = 0; r < basis->row_count; r++)
    basis->rows[r] = (unsigned char)glp_get_row_stat(problem, (int)r + 1);
  for (size_t c = 0; c < basis->column_count; c++)
    basis->columns[c] = (unsigned char)glp_get_col_stat(problem, (int)c + 1);
  return basis;
}

// Linear relaxation from the present basis; from scratch through the presolver, which finds one.
static enum outcome run_simplex(struct attempt *a, int method) {
  glp_prob *problem = a->problem;
  glp_smcp how;
  glp_init_smcp(&how);
  how.msg_lev = GLP_MSG_OFF;
  how.meth = method;
  how.presolve = a->warm ? GLP_OFF : GLP_ON;
  how.it_lim = a->warm && a->warm_pivots ? a->warm_pivots : PIVOTS_MOST;
  how.tm_lim = SAFETY_MS;
  int before = glp_get_it_cnt(problem);
  int code = glp_simplex(problem, &how);
  int pivots = glp_get_it_cnt(problem) - before;
  a->out->iterations += pivots;
  a->out->whole_pivots += pivots;
  if (code == GLP_EITLIM && a->warm && a->warm_pivots) {
    a->warm = false;
    a->warm_pivots = 0;
    return run_simplex(a, method);
  }
  a->warm_pivots = 0;
  if (!a->warm && pivots > a->cold_pivots)
    a->cold_pivots = pivots;
  if (code == GLP_ENOPFS)
    return INFEASIBLE;
  if (code == GLP_EITLIM || code == GLP_ETMLIM)
    return STOPPED;
  if (code)
    return FAILED;
  a->warm = true;
  int status = glp_get_status(problem);
  return status == GLP_OPT ? FOUND : status == GLP_NOFEAS ? INFEASIBLE : FAILED;
}

// Counts nodes, and keeps the bound of the best one still open.
static void watch_tree(glp_tree *tree, void *info) {
  struct attempt *a = info;
  int best = glp_ios_best_node(tree);
  if (best)
    a->tree_bound_kr = glp_ios_node_bound(tree, best);
  if (glp_ios_reason(tree) == GLP_ISELECT && ++a->nodes > NODES_MOST)
    glp_ios_terminate(tree);
}

static bool has_whole(const struct program *program) {
  for (size_t c = 0; c < program->column_count; c++)
    if (program->columns[c].whole)
      return true;
  return false;
}

static enum outcome run_tree(struct attempt *a) {
  glp_prob *problem = a->problem;
  glp_iocp how;
  glp_init_iocp(&how);
  how.msg_lev = GLP_MSG_OFF;

  how.gmi_cuts = GLP_ON;
  how.mir_cuts = GLP_OFF; // their search through the long rows of a year takes longer than the tree
  how.mip_gap = a->program->gap > 0 ? a->program->gap : GAP;
  how.tm_lim = SAFETY_MS;
  how.cb_func = watch_tree;
  how.cb_info = a;
  a->nodes = 0;
  a->tree_bound_kr = glp_get_obj_val(problem);
  int code = glp_intopt(problem, &how);
  if (code == GLP_ESTOP || code == GLP_ETMLIM)
    return STOPPED;
  if (code && code != GLP_EMIPGAP)
    return FAILED;
  int status = glp_mip_status(problem);
  if (code == 0 && status == GLP_OPT) // searched to the end
    a->tree_bound_kr = glp_mip_obj_val(problem);
  return status == GLP_OPT || status == GLP_FEAS ? FOUND : status == GLP_NOFEAS ? INFEASIBLE : FAILED;
}

static enum outcome optimise(struct attempt *a, enum objective objective, int method) {
  problem_objective(a->problem, a->program, objective);
  enum outcome outcome = run_simplex(a, method);
  bool plain_wrong = outcome == INFEASIBLE && objective == OBJECTIVE_SHORTFALL; // posts may always stay empty
  if (outcome == FAILED || plain_wrong) { // a basis that went numerically bad: once more from scratch
    a->warm = false;
    outcome = run_simplex(a, GLP_PRIMAL);
  }
  return outcome == FOUND && has_whole(a->program) ? run_tree(a) : outcome;
}

static double objective_value(const struct attempt *a) {
  return has_whole(a->program) ? glp_mip_obj_val(a->problem) : glp_get_obj_val(a->problem);
}

// Step 2. The plans with the least shortfall lie on the very edge of the programme, where a simplex that is under way
// may find none within its tolerances: then again from scratch, and at last with more play.
static enum outcome hold_shortfall(struct attempt *a) {
  static const double more_play[] = {0, 0, 1e-8, 1e-7};
  enum outcome outcome = INFEASIBLE;
  for (size_t i = 0; outcome == INFEASIBLE && i < sizeof more_play / sizeof *more_play; i++) {
    double least_h = a->out->shortfall_h * (1 + more_play[i]);
    a->warm = a->warm && i == 0;
    problem_limit_shortfall(a->problem, a->program, shortfall_most(least_h));
    outcome = optimise(a, OBJECTIVE_COST, GLP_PRIMAL);
  }
  return outcome;
}

static double *read_duals(const struct attempt *a) {
  size_t count = a->program->row_count;
  double *duals = arena_array(a->arena, count, sizeof(double));
  for (size_t r = 0; r < count; r++)
    duals[r] = glp_get_row_dual(a->problem, (int)r + 1);
  return duals;
}

static enum outcome solve_steps(struct attempt *a) {
  glp_prob *problem = a->problem;
  problem_limit_shortfall(problem, a->program, 0);
  enum outcome outcome = optimise(a, OBJECTIVE_COST, GLP_DUALP);
  if (outcome != INFEASIBLE)
    return outcome;
  problem_limit_shortfall(problem, a->program, INFINITY);
  outcome = optimise(a, OBJECTIVE_SHORTFALL, GLP_PRIMAL);
  if (outcome != FOUND)
    return outcome;
  a->out->shortfall_h = fmax(0, objective_value(a));
  a->out->row_duals_h = read_duals(a);
  return hold_shortfall(a);
}

static void read_columns(struct attempt *a) {
  glp_prob *problem = a->problem;
  struct solution *out = a->out;
  size_t count = a->program->column_count;
  bool tree = has_whole(a->program);
  out->values = arena_array(a->arena, count, sizeof(double));
  out->reduced_kr = arena_array(a->arena, count, sizeof(double));
  for (size_t c = 0; c < count; c++) {
    int j = (int)c + 1;
    out->values[c] = tree ? glp_mip_col_val(problem, j) : glp_get_col_prim(problem, j);
    out->reduced_kr[c] = glp_get_col_dual(problem, j);
  }
}

static void read_rows(struct attempt *a) {
  glp_prob *problem = a->problem;
  size_t count = a->program->row_count;
  bool tree = has_whole(a->program);
  a->out->row_values = arena_array(a->arena, count, sizeof(double));
  a->out->row_duals_kr = read_duals(a);
  for (size_t r = 0; r < count; r++) {
    int i = (int)r + 1;
    a->out->row_values[r] = tree ? glp_mip_row_val(problem, i) : glp_get_row_prim(problem, i);
  }
}

static void read_solution(struct attempt *a) {
  struct solution *out = a->out;
  read_columns(a);
  read_rows(a);
  out->cost_kr = objective_value(a);
  out->bound_kr = has_whole(a->program) ? a->tree_bound_kr : out->cost_kr;
  out->basis = keep_basis(a);
}

static enum outcome solve_whole_heads(struct attempt *a, const struct basis *start) {
  a->problem = glp_create_prob();
  problem_load(a->problem, a->program);
  a->warm = take_basis(a, start);
  enum outcome outcome = solve_steps(a);
  if (outcome == FOUND)
    read_solution(a);
  glp_delete_prob(a->problem);
  return outcome;
}

// ---------------------------------------------------------------- by week types

// A solution as it is put together from parts.
struct whole {
  const struct program *program;
  struct solution *out;
  unsigned char *column_status, *row_status;
};

static struct whole whole_new(struct arena *arena, const struct program *program, struct solution *out) {
  size_t columns = program->column_count, rows = program->row_count;
  out->values = arena_array(arena, columns, sizeof(double));
  out->reduced_kr = arena_array(arena, columns, sizeof(double));
  out->row_values = arena_array(arena, rows, sizeof(double));
  out->row_duals_kr = arena_array(arena, rows, sizeof(double));
  out->row_duals_h = NULL;
  out->shortfall_h = 0;
  return (struct whole){program, out, arena_alloc(arena, columns), arena_alloc(arena, rows)};
}

static void put_rows(struct arena *arena, struct whole *whole, const struct part *part,
                     const struct part_result *result) {
  struct solution *out = whole->out;
  if (result->row_duals_h && !out->row_duals_h)
    out->row_duals_h = arena_array(arena, whole->program->row_count, sizeof(double));
  for (int r = 0; r < part->row_count; r++) {
    int row = part->rows[r];
    out->row_duals_kr[row] = result->row_duals_kr[r] * part->scale;
    if (result->row_duals_h)
      out->row_duals_h[row] = result->row_duals_h[r] * part->scale;
    whole->row_status[row] = result->row_status[r];
  }
}

static void put_part(struct arena *arena, struct whole *whole, const struct part *part,
                     const struct part_result *result) {
  for (int c = 0; c < part->column_count; c++) {
    int column = part->columns[c];
    whole->out->values[column] = result->values[c];
    whole->out->reduced_kr[column] = result->reduced_kr[c] * part->scale;
    whole->column_status[column] = result->column_status[c];
  }
  put_rows(arena, whole, part, result);
  whole->out->shortfall_h += result->shortfall_h * part->scale;
}

// What ties the week types together rests where it is, and costs nothing yet.
static void put_links(struct whole *whole, const struct split *split) {
  for (int c = 0; c < split->link_column_count; c++) {
    int column = split->link_columns[c];
    whole->out->values[column] = whole->program->columns[column].lower;
    whole->out->reduced_kr[column] = 0;
    whole->column_status[column] = GLP_NL;
  }
  for (int r = 0; r < split->link_row_count; r++)
    whole->row_status[split->link_rows[r]] = GLP_BS;
}

// Values of all rows and the cost, from the values of the columns.
static void add_up(struct whole *whole) {
  const struct program *program = whole->program;
  struct solution *out = whole->out;
  out->cost_kr = program->constant_kr;
  for (size_t r = 0; r < program->row_count; r++)
    out->row_values[r] = 0;
  for (size_t c = 0; c < program->column_count; c++)
    out->cost_kr += program->columns[c].cost_kr * out->values[c];
  for (size_t e = 0; e < program->entry_count; e++)
    out->row_values[program->entries[e].row] += program->entries[e].value * out->values[program->entries[e].column];
  out->bound_kr = out->cost_kr;
}

// A price on what is fixed is worth knowing too: what its bound would save.
static void price_links(struct whole *whole, const struct split *split) {
  const struct program *program = whole->program;
  for (int c = 0; c < split->link_column_count; c++)
    whole->out->reduced_kr[split->link_columns[c]] = program->columns[split->link_columns[c]].cost_kr;
  for (size_t e = 0; e < program->entry_count; e++) {
    const struct program_entry *entry = &program->entries[e];
    if (program->columns[entry->column].key.type < 0)
      whole->out->reduced_kr[entry->column] -= entry->value * whole->out->row_duals_kr[entry->row];
  }
}

static bool links_hold(const struct whole *whole, const struct split *split) {
  if (!split->links_fixed)
    return false;
  for (int r = 0; r < split->link_row_count; r++) {
    const struct program_row *row = &whole->program->rows[split->link_rows[r]];
    double value = whole->out->row_values[split->link_rows[r]], play = LINK_PLAY * (1 + fabs(value));
    if (value < row->lower - play || value > row->upper + play)
      return false;
  }
  return true;
}

static struct basis *basis_of(struct arena *arena, const struct whole *whole, int pivots_cold) {
  struct basis *basis = arena_alloc(arena, sizeof *basis);
  *basis = (struct basis){.row_count = whole->program->row_count,
                          .column_count = whole->program->column_count,
                          .rows = whole->row_status,
                          .columns = whole->column_status,
                          .pivots_cold = pivots_cold};
  return basis;
}

static enum outcome solve_parts(struct attempt *a, const struct split *split, struct whole *whole) {
  for (int t = 0; t < split->part_count; t++) {
    bool hit;
    struct arena *trial = arena_new();
    const struct part_result *result = store_solve(a->solver->store, trial, &split->parts[t], &hit);
    enum outcome outcome = result->outcome;
    a->out->iterations += hit ? 0 : result->pivots;
    a->out->parts++;
    a->out->hits += hit;
    if (outcome == FOUND)
      put_part(a->arena, whole, &split->parts[t], result);
    arena_free(trial);
    if (outcome != FOUND)
      return outcome;
  }
  put_links(whole, split);
  add_up(whole);
  return FOUND;
}

static enum outcome solve_from(struct attempt *a, struct whole *whole, const struct part_start *start) {
  struct arena *trial = arena_new();
  const struct part *part = part_of_whole(trial, a->program);
  const struct part_result *result = part_solve(trial, part, start);
  enum outcome outcome = result->outcome;
  a->out->iterations += result->pivots;
  a->out->whole_pivots += result->pivots;
  if (outcome == FOUND) {
    *whole = whole_new(a->arena, a->program, a->out);
    put_part(a->arena, whole, part, result);
    for (size_t r = 0; r < a->program->row_count; r++)
      if (a->program->rows[r].key.kind == ROW_SHORTFALL)
        whole->row_status[r] = GLP_BS;
    add_up(whole);
  }
  arena_free(trial);
  return outcome;
}

static bool fits(const struct basis *basis, const struct program *program) {
  return basis && basis->row_count == program->row_count && basis->column_count == program->column_count;
}

// From a sister's plan where there is one, as long as that is shorter than from the parts.
static enum outcome solve_linked(struct attempt *a, struct whole *whole, const struct basis *start) {
  if (fits(start, a->program)) {
    struct part_start near = {start->columns, start->rows, a->start_short, PIVOTS_NEAR};
    enum outcome outcome = solve_from(a, whole, &near);
    if (outcome == FOUND)
      return FOUND;
  }
  struct part_start composed = {whole->column_status, whole->row_status, whole->out->shortfall_h > 0, 0};
  enum outcome outcome = solve_from(a, whole, &composed);
  return outcome == FAILED ? solve_from(a, whole, NULL) : outcome;
}

static enum outcome solve_by_types(struct attempt *a, const struct basis *start) {
  struct split *split = split_make(a->arena, a->program);
  struct whole whole = whole_new(a->arena, a->program, a->out);
  enum outcome outcome = solve_parts(a, split, &whole);
  if (outcome == FOUND) {
    if (links_hold(&whole, split))
      price_links(&whole, split);
    else
      outcome = solve_linked(a, &whole, start);
  }
  if (outcome == FOUND)
    a->out->basis = basis_of(a->arena, &whole, a->out->whole_pivots);
  return outcome;
}

// ---------------------------------------------------------------- any programme

static void check_numbers(struct attempt *a) {
  bool number = isfinite(a->out->cost_kr);
  for (size_t c = 0; c < a->program->column_count; c++)
    number = number && isfinite(a->out->values[c]);
  if (number)
    return;
  a->out->status = SOLVE_FAULT;
  a->out->fault = _("the solver returned something that is no number");
}

static void attempt_solve(void *state) {
  struct attempt *a = state;
  switch (has_whole(a->program) ? solve_whole_heads(a, a->start) : solve_by_types(a, a->start)) {
  case FOUND:
    check_numbers(a);
    break;
  case STOPPED:
    a->out->status = SOLVE_LIMIT;
    a->out->fault = _("no proven optimum within the limits in pivots and nodes");
    break;
  default:
    a->out->status = SOLVE_FAULT;
    a->out->fault = _("the solver failed on a programme that always has a plan");
  }
}

static double seconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

// A programme without a single row (a unit in which nobody is ever wanted): GLPK refuses it.
static bool solve_empty(struct attempt *a) {
  if (a->program->row_count)
    return false;
  a->out->values = arena_array(a->arena, a->program->column_count, sizeof(double));
  a->out->reduced_kr = arena_array(a->arena, a->program->column_count, sizeof(double));
  a->out->cost_kr = a->program->constant_kr;
  for (size_t c = 0; c < a->program->column_count; c++) {
    const struct program_column *column = &a->program->columns[c];
    a->out->values[c] = column->cost_kr < 0 ? column->upper : column->lower;
    a->out->cost_kr += column->cost_kr * a->out->values[c];
  }
  a->out->bound_kr = a->out->cost_kr;
  return true;
}

struct solution *solver_solve(struct solver *solver, struct arena *arena, const struct program *program,
                              const struct basis *start) {
  struct solution *out = arena_alloc(arena, sizeof *out);
  struct attempt a = {.solver = solver, .program = program, .arena = arena, .out = out, .start = start};
  if (!problem_is_sound(program)) {
    out->status = SOLVE_FAULT;
    out->fault = _("the programme holds something that is no number");
    return out;
  }
  if (solve_empty(&a))
    return out;
  double begin = seconds_now();
  if (!guard_run(attempt_solve, &a)) {
    out->status = SOLVE_FAULT;
    out->fault = _("GLPK stopped with an error of its own");
  }
  out->seconds = seconds_now() - begin;
  return out;
}

const char *solver_version(void) {
  static char text[32];
  if (!*text)
    snprintf(text, sizeof text, "GLPK %s", glp_version());
  return text;
}
