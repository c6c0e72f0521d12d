// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>

#include "solve/attempt.h"
#include "solve/problem.h"

enum {
  PIVOTS_MOST = 5000000,
  NODES_MOST = 20000,
  SAFETY_MS = 20 * 60 * 1000 // a net under the limits in pivots and nodes, far above any real programme
};
static const double GAP = 1e-6; // relative

struct branching {
  struct attempt *asked;
  glp_prob *problem;
  bool warm;       // the problem holds a basis worth starting from
  int warm_pivots; // limit after which a start from scratch is cheaper; 0: no limit
  int cold_pivots; // pivots of a start from scratch, if known
  int nodes;
  double tree_bound_kr; // of the last tree
};

static bool take_basis(struct branching *a, const struct basis *start) {
  glp_prob *problem = a->problem;
  if (!basis_fits(start, a->asked->program))
    return false;
  for (size_t r = 0; r < start->row_count; r++)
    glp_set_row_stat(problem, (int)r + 1, start->rows[r]);
  for (size_t c = 0; c < start->column_count; c++)
    glp_set_col_stat(problem, (int)c + 1, start->columns[c]);
  a->warm_pivots = a->cold_pivots = start->pivots_cold;
  return !glp_factorize(problem);
}

// The basis at integer heads.
static struct basis *keep_basis(const struct branching *a) {
  glp_prob *problem = a->problem;
  struct basis *basis = arena_alloc(a->asked->arena, sizeof *basis);
  basis->row_count = a->asked->program->row_count;
  basis->column_count = a->asked->program->column_count;
  basis->pivots_cold = a->cold_pivots;
  basis->row_prices_kr = a->asked->out->row_duals_kr;
  basis->rows = arena_alloc(a->asked->arena, basis->row_count);
  basis->columns = arena_alloc(a->asked->arena, basis->column_count);
  for (size_t r = 0; r < basis->row_count; r++)
    basis->rows[r] = (unsigned char)glp_get_row_stat(problem, (int)r + 1);
  for (size_t c = 0; c < basis->column_count; c++)
    basis->columns[c] = (unsigned char)glp_get_col_stat(problem, (int)c + 1);
  return basis;
}

// Linear relaxation from the current basis; from scratch through the presolver, which finds one.
static enum outcome run_simplex(struct branching *a, int method) {
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
  a->asked->out->iterations += pivots;
  a->asked->out->whole_pivots += pivots;
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
  struct branching *a = info;
  int best = glp_ios_best_node(tree);
  if (best)
    a->tree_bound_kr = glp_ios_node_bound(tree, best);
  if (glp_ios_reason(tree) == GLP_ISELECT && ++a->nodes > NODES_MOST)
    glp_ios_terminate(tree);
}

static enum outcome run_tree(struct branching *a) {
  glp_prob *problem = a->problem;
  glp_iocp how;
  glp_init_iocp(&how);
  how.msg_lev = GLP_MSG_OFF;

  how.gmi_cuts = GLP_ON;
  how.mir_cuts = GLP_OFF; // searching for them in the long rows of a year takes longer than the tree
  how.mip_gap = a->asked->program->gap > 0 ? a->asked->program->gap : GAP;
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

static enum outcome optimise(struct branching *a, enum objective objective, int method) {
  problem_objective(a->problem, a->asked->program, objective);
  enum outcome outcome = run_simplex(a, method);
  bool plain_wrong = outcome == INFEASIBLE && objective == OBJECTIVE_SHORTFALL; // posts may always be left empty
  if (outcome == FAILED || plain_wrong) { // the basis became numerically bad: once more from scratch
    a->warm = false;
    outcome = run_simplex(a, GLP_PRIMAL);
  }
  return outcome == FOUND ? run_tree(a) : outcome;
}

static double *read_duals(const struct branching *a) {
  size_t count = a->asked->program->row_count;
  double *duals = arena_array(a->asked->arena, count, sizeof(double));
  for (size_t r = 0; r < count; r++)
    duals[r] = glp_get_row_dual(a->problem, (int)r + 1);
  return duals;
}

// Plans that minimise something lie on the boundary of the programme, where a warm-started simplex may find
// none within its tolerances: then again from scratch, and finally with wider tolerances.
static enum outcome hold(struct branching *a, enum row_kind row, double least_h, enum objective next) {
  static const double more_play[] = {0, 0, 1e-8, 1e-7};
  enum outcome outcome = INFEASIBLE;
  for (size_t i = 0; outcome == INFEASIBLE && i < sizeof more_play / sizeof *more_play; i++) {
    a->warm = a->warm && i == 0;
    problem_limit(a->problem, a->asked->program, row, least_with_play(least_h * (1 + more_play[i])));
    outcome = optimise(a, next, GLP_PRIMAL);
  }
  return outcome;
}

static double hours_found(const struct branching *a) { return fmax(0, glp_mip_obj_val(a->problem)); }

static enum outcome hold_last_resort(struct branching *a) {
  a->asked->out->last_resort_h = hours_found(a);
  return hold(a, ROW_LAST_RESORT, a->asked->out->last_resort_h, OBJECTIVE_COST);
}

static void limit_both(struct branching *a, double most_h) {
  problem_limit(a->problem, a->asked->program, ROW_SHORTFALL, most_h);
  if (!a->asked->program->last_resort_held)
    problem_limit(a->problem, a->asked->program, ROW_LAST_RESORT, most_h);
}

// Most plans leave no post empty and need no last resort: then both minimums are known without a solve.
static enum outcome solve_steps(struct branching *a) {
  limit_both(a, 0);
  enum outcome outcome = optimise(a, OBJECTIVE_COST, GLP_DUALP);
  if (outcome != INFEASIBLE)
    return outcome;
  limit_both(a, INFINITY);
  outcome = optimise(a, OBJECTIVE_SHORTFALL, GLP_PRIMAL);
  if (outcome != FOUND)
    return outcome;
  a->asked->out->shortfall_h = hours_found(a);
  a->asked->out->row_duals_h = read_duals(a);
  bool held = a->asked->program->last_resort_held;
  outcome = hold(a, ROW_SHORTFALL, a->asked->out->shortfall_h, held ? OBJECTIVE_COST : OBJECTIVE_LAST_RESORT);
  return outcome == FOUND && !held ? hold_last_resort(a) : outcome;
}

static void read_columns(struct branching *a) {
  glp_prob *problem = a->problem;
  struct solution *out = a->asked->out;
  size_t count = a->asked->program->column_count;
  out->values = arena_array(a->asked->arena, count, sizeof(double));
  out->reduced_kr = arena_array(a->asked->arena, count, sizeof(double));
  for (size_t c = 0; c < count; c++) {
    int j = (int)c + 1;
    out->values[c] = glp_mip_col_val(problem, j);
    out->reduced_kr[c] = glp_get_col_dual(problem, j);
  }
}

static void read_rows(struct branching *a) {
  glp_prob *problem = a->problem;
  size_t count = a->asked->program->row_count;
  a->asked->out->row_values = arena_array(a->asked->arena, count, sizeof(double));
  a->asked->out->row_duals_kr = read_duals(a);
  for (size_t r = 0; r < count; r++) {
    int i = (int)r + 1;
    a->asked->out->row_values[r] = glp_mip_row_val(problem, i);
  }
}

static void read_solution(struct branching *a) {
  struct solution *out = a->asked->out;
  read_columns(a);
  read_rows(a);
  out->cost_kr = glp_mip_obj_val(a->problem);
  out->bound_kr = a->tree_bound_kr;
  out->basis = keep_basis(a);
}

enum outcome attempt_tree(struct attempt *attempt) {
  struct branching a = {.asked = attempt, .problem = glp_create_prob()};
  problem_load(a.problem, attempt->program);
  a.warm = take_basis(&a, attempt->start);
  enum outcome outcome = solve_steps(&a);
  if (outcome == FOUND)
    read_solution(&a);
  glp_delete_prob(a.problem);
  return outcome;
}
