// SPDX-License-Identifier: GPL-3.0-or-later
#include "solve/solver.h"

#include <math.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/language.h"
#include "solve/problem.h"

enum {
  PIVOTS_MOST = 5000000,
  NODES_MOST = 20000,
  SAFETY_MS = 20 * 60 * 1000 // a net under the limits in pivots and nodes, far above any real programme
};
static const double GAP = 1e-6;           // of a mixed-integer programme, relative

struct solver {
  glp_prob *problem;
  struct program_entry *entries; // of the programme loaded, to see whether the next has the same matrix
  size_t entry_count, row_count, column_count;
};

// One solve under way.
struct attempt {
  struct solver *solver;
  const struct program *program;
  struct arena *arena;
  struct solution *out;
  bool warm;  // the problem holds a basis worth starting from
  int warm_pivots; // most of them before a start from scratch is cheaper; 0: no limit
  int cold_pivots; // what a start from scratch takes, as far as known
  int nodes;
  double tree_bound_kr; // of the last tree
};

static _Thread_local jmp_buf fault_exit; // GLPK and its environment live on one thread

static void on_fault(void *info) {
  (void)info;
  longjmp(fault_exit, 1);
}

struct solver *solver_new(void) {
  struct solver *solver = calloc(1, sizeof *solver);
  if (!solver)
    exit(70);
  glp_term_out(GLP_OFF);
  solver->problem = glp_create_prob();
  return solver;
}

void solver_free(struct solver *solver) {
  if (!solver)
    return;
  if (solver->problem)
    glp_delete_prob(solver->problem);
  free(solver->entries);
  free(solver);
}

static bool same_matrix(const struct solver *solver, const struct program *program) {
  return solver->entries && solver->row_count == program->row_count && solver->column_count == program->column_count &&
         solver->entry_count == program->entry_count &&
         !memcmp(solver->entries, program->entries, program->entry_count * sizeof *program->entries);
}

static void load(struct solver *solver, const struct program *program) {
  if (same_matrix(solver, program)) {
    problem_update(solver->problem, program);
    return;
  }
  problem_load(solver->problem, program);
  free(solver->entries);
  size_t size = program->entry_count * sizeof *program->entries;
  solver->entries = malloc(size ? size : 1);
  if (!solver->entries)
    exit(70);
  if (size)
    memcpy(solver->entries, program->entries, size);
  solver->entry_count = program->entry_count;
  solver->row_count = program->row_count;
  solver->column_count = program->column_count;
}

static bool take_basis(struct attempt *a, const struct basis *start) {
  glp_prob *problem = a->solver->problem;
  if (!start || start->row_count != a->program->row_count || start->column_count != a->program->column_count)
    return false;
  for (size_t r = 0; r < start->row_count; r++)
    glp_set_row_stat(problem, (int)r + 1, start->rows[r]);
  for (size_t c = 0; c < start->column_count; c++)
    glp_set_col_stat(problem, (int)c + 1, start->columns[c]);
  a->warm_pivots = a->cold_pivots = start->pivots_cold;
  return !glp_factorize(problem);
}

static struct basis *keep_basis(const struct attempt *a) {
  glp_prob *problem = a->solver->problem;
  struct basis *basis = arena_alloc(a->arena, sizeof *basis);
  basis->row_count = a->program->row_count;
  basis->column_count = a->program->column_count;
  basis->pivots_cold = a->cold_pivots;
  basis->rows = arena_array(a->arena, basis->row_count, sizeof(int));
  basis->columns = arena_array(a->arena, basis->column_count, sizeof(int));
  for (size_t r = 0; r < basis->row_count; r++)
    basis->rows[r] = glp_get_row_stat(problem, (int)r + 1);
  for (size_t c = 0; c < basis->column_count; c++)
    basis->columns[c] = glp_get_col_stat(problem, (int)c + 1);
  return basis;
}

enum outcome { FOUND, INFEASIBLE, STOPPED, FAILED };

// Linear relaxation from the present basis; from scratch through the presolver, which finds one.
static enum outcome run_simplex(struct attempt *a, int method) {
  glp_prob *problem = a->solver->problem;
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
  glp_prob *problem = a->solver->problem;
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
  problem_objective(a->solver->problem, a->program, objective);
  enum outcome outcome = run_simplex(a, method);
  bool plain_wrong = outcome == INFEASIBLE && objective == OBJECTIVE_SHORTFALL; // posts may always stay empty
  if (outcome == FAILED || plain_wrong) { // a basis that went numerically bad: once more from scratch
    a->warm = false;
    outcome = run_simplex(a, GLP_PRIMAL);
  }
  return outcome == FOUND && has_whole(a->program) ? run_tree(a) : outcome;
}

static double objective_value(const struct attempt *a) {
  return has_whole(a->program) ? glp_mip_obj_val(a->solver->problem) : glp_get_obj_val(a->solver->problem);
}

// Step 2. The plans with the least shortfall lie on the very edge of the programme, where a simplex that is under way
// may find none within its tolerances: then again from scratch, and at last with more play.
static enum outcome hold_shortfall(struct attempt *a) {
  static const double more_play[] = {0, 0, 1e-8, 1e-7};
  enum outcome outcome = INFEASIBLE;
  for (size_t i = 0; outcome == INFEASIBLE && i < sizeof more_play / sizeof *more_play; i++) {
    double least_h = a->out->shortfall_h * (1 + more_play[i]);
    a->warm = a->warm && i == 0;
    problem_limit_shortfall(a->solver->problem, a->program, shortfall_most(least_h));
    outcome = optimise(a, OBJECTIVE_COST, GLP_PRIMAL);
  }
  return outcome;
}

static double *read_duals(const struct attempt *a) {
  size_t count = a->program->row_count;
  double *duals = arena_array(a->arena, count, sizeof(double));
  for (size_t r = 0; r < count; r++)
    duals[r] = glp_get_row_dual(a->solver->problem, (int)r + 1);
  return duals;
}

static enum outcome solve_steps(struct attempt *a) {
  glp_prob *problem = a->solver->problem;
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
  glp_prob *problem = a->solver->problem;
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
  glp_prob *problem = a->solver->problem;
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
  double ties_kr = 0;
  for (size_t c = 0; c < a->program->column_count; c++)
    ties_kr += a->program->columns[c].tie_kr * out->values[c];
  out->cost_kr = objective_value(a) - ties_kr;
  out->bound_kr = has_whole(a->program) ? a->tree_bound_kr - ties_kr : out->cost_kr;
  out->basis = keep_basis(a);
  bool number = isfinite(out->cost_kr);
  for (size_t c = 0; c < a->program->column_count; c++)
    number = number && isfinite(out->values[c]);
  if (!number) {
    out->status = SOLVE_FAULT;
    out->fault = _("the solver returned something that is no number");
  }
}

static void attempt_solve(struct attempt *a, const struct basis *start) {
  load(a->solver, a->program);
  a->warm = take_basis(a, start);
  switch (solve_steps(a)) {
  case FOUND:
    read_solution(a);
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
  struct attempt a = {.solver = solver, .program = program, .arena = arena, .out = out};
  if (!problem_is_sound(program)) {
    out->status = SOLVE_FAULT;
    out->fault = _("the programme holds something that is no number");
    return out;
  }
  if (solve_empty(&a))
    return out;
  double begin = seconds_now();
  glp_error_hook(on_fault, NULL);
  if (setjmp(fault_exit) == 0) {
    attempt_solve(&a, start);
    glp_error_hook(NULL, NULL);
  } else { // GLPK gave up; its environment and every problem in it are gone
    glp_free_env();
    solver->problem = NULL;
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
