// SPDX-License-Identifier: GPL-3.0-or-later
#include "solve/stages.h"

#include <math.h>

#include "solve/problem.h"

enum { PIVOTS_MOST = 2000000 };
static const double TIGHT = 1e-9;        // dual feasibility; its default sees no difference below a tenth of a krone
static const double FACE_KR = 5e-6;      // a price below is rounding: real ones are øre
static const double FACE_H = 1e-7;       // the same of shortfall
static const double MISSING_H = 1e-7;    // hours below are rounding
static const double VALUE_GRID = 0x1p33; // values are rounded to it: what the road taken adds lies below

struct stages {
  const struct part *part;
  struct arena *arena;
  glp_prob *problem;
  struct part_result *out;
  int pivots_most; // of the solve at hand
};

static const struct program_column *column_of(const struct part *part, int c) {
  return &part->program->columns[part->columns[c]];
}

static void load_columns(glp_prob *problem, const struct part *part) {
  if (part->column_count)
    glp_add_cols(problem, part->column_count);
  for (int c = 0; c < part->column_count; c++) {
    const struct program_column *column = column_of(part, c);
    problem_bound_column(problem, c + 1, column->lower, column->upper);
  }
}

static void load_rows(struct arena *arena, glp_prob *problem, const struct part *part) {
  if (part->row_count)
    glp_add_rows(problem, part->row_count);
  for (int r = 0; r < part->row_count; r++)
    problem_bound_row(problem, r + 1, part->row_lower[r], part->row_upper[r]);
  size_t count = (size_t)part->entry_count + 1;
  int *rows = arena_array(arena, count, sizeof *rows), *columns = arena_array(arena, count, sizeof *columns);
  double *values = arena_array(arena, count, sizeof *values);
  for (int e = 0; e < part->entry_count; e++) {
    rows[e + 1] = part->entry_rows[e] + 1;
    columns[e + 1] = part->entry_columns[e] + 1;
    values[e + 1] = part->entry_values[e];
  }
  glp_load_matrix(problem, part->entry_count, rows, columns, values);
}

// Posts may stay empty, or not.
static void open_short(struct stages *s, bool open) {
  for (int c = 0; c < s->part->column_count; c++) {
    const struct program_column *column = column_of(s->part, c);
    if (column->shortfall_h > 0)
      problem_bound_column(s->problem, c + 1, 0, open ? column->upper : 0);
  }
}

enum aim { AIM_COVER, AIM_KRONER, AIM_CHOICE };

static double weight(const struct program_column *column, enum aim aim) {
  return aim == AIM_COVER ? column->shortfall_h : aim == AIM_KRONER ? column->cost_kr : column->tie;
}

static void set_aim(struct stages *s, enum aim aim) {
  for (int c = 0; c < s->part->column_count; c++)
    glp_set_obj_coef(s->problem, c + 1, weight(column_of(s->part, c), aim) / s->part->scale);
}

static enum outcome run(struct stages *s, int method) {
  glp_smcp how;
  glp_init_smcp(&how);
  how.msg_lev = GLP_MSG_OFF;
  how.meth = method;
  how.tol_dj = TIGHT;
  how.it_lim = s->pivots_most ? s->pivots_most : PIVOTS_MOST;
  int before = glp_get_it_cnt(s->problem);
  int code = glp_simplex(s->problem, &how);
  s->out->pivots += glp_get_it_cnt(s->problem) - before;
  if (code == GLP_EITLIM)
    return STOPPED;
  if (code)
    return FAILED;
  int status = glp_get_status(s->problem);
  return status == GLP_OPT ? FOUND : status == GLP_NOFEAS ? INFEASIBLE : FAILED;
}

// Once more from a basis made anew, where the one at hand went numerically bad.
static enum outcome run_surely(struct stages *s, int method) {
  enum outcome outcome = run(s, method);
  if (outcome != FAILED)
    return outcome;
  glp_adv_basis(s->problem, 0);
  outcome = run(s, method);
  if (outcome != FAILED)
    return outcome;
  glp_std_basis(s->problem);
  return run(s, method == GLP_PRIMAL ? GLP_DUALP : GLP_PRIMAL);
}

// Every plan that is left is as good as this one by the aim at hand.
static void hold_face(struct stages *s, double tolerance) {
  for (int c = 1; c <= s->part->column_count; c++)
    if (glp_get_col_stat(s->problem, c) != GLP_BS && fabs(glp_get_col_dual(s->problem, c)) > tolerance) {
      double value = glp_get_col_prim(s->problem, c);
      glp_set_col_bnds(s->problem, c, GLP_FX, value, value);
    }
  for (int r = 1; r <= s->part->row_count; r++)
    if (glp_get_row_stat(s->problem, r) != GLP_BS && fabs(glp_get_row_dual(s->problem, r)) > tolerance) {
      double value = glp_get_row_prim(s->problem, r);
      glp_set_row_bnds(s->problem, r, GLP_FX, value, value);
    }
}

static double *read_duals(const struct stages *s) {
  double *duals = arena_array(s->arena, (size_t)s->part->row_count, sizeof *duals);
  for (int r = 0; r < s->part->row_count; r++)
    duals[r] = glp_get_row_dual(s->problem, r + 1);
  return duals;
}

static void read_prices(struct stages *s) {
  struct part_result *out = s->out;
  out->row_duals_kr = read_duals(s);
  out->reduced_kr = arena_array(s->arena, (size_t)s->part->column_count, sizeof(double));
  for (int c = 0; c < s->part->column_count; c++)
    out->reduced_kr[c] = glp_get_col_dual(s->problem, c + 1);
}

static double on_grid(double value) { return rint(value * VALUE_GRID) / VALUE_GRID; }

static void read_values(struct stages *s) {
  for (int c = 0; c < s->part->column_count; c++)
    s->out->values[c] = on_grid(glp_get_col_prim(s->problem, c + 1));
  for (int r = 0; r < s->part->row_count; r++)
    s->out->row_values[r] = glp_get_row_prim(s->problem, r + 1);
}

// A column that a face holds is at the bound of its own that it is at.
static unsigned char own_status(int status, double value, double lower, double upper) {
  if (status != GLP_NS || lower == upper)
    return (unsigned char)status;
  if (isinf(lower) && isinf(upper))
    return GLP_NF;
  return isinf(upper) || (!isinf(lower) && fabs(value - lower) <= fabs(upper - value)) ? GLP_NL : GLP_NU;
}

static void read_basis(struct stages *s) {
  const struct part *part = s->part;
  for (int c = 0; c < part->column_count; c++) {
    const struct program_column *column = column_of(part, c);
    s->out->column_status[c] =
        own_status(glp_get_col_stat(s->problem, c + 1), s->out->values[c], column->lower, column->upper);
  }
  for (int r = 0; r < part->row_count; r++)
    s->out->row_status[r] = own_status(glp_get_row_stat(s->problem, r + 1), s->out->row_values[r], part->row_lower[r],
                                       part->row_upper[r]);
}

static enum outcome cover_first(struct stages *s) {
  open_short(s, true);
  set_aim(s, AIM_COVER);
  enum outcome outcome = run_surely(s, GLP_PRIMAL);
  if (outcome != FOUND)
    return outcome == INFEASIBLE ? FAILED : outcome; // posts may always stay empty
  s->out->shortfall_h = glp_get_obj_val(s->problem);
  if (s->out->shortfall_h <= MISSING_H)
    s->out->shortfall_h = 0;
  s->out->row_duals_h = read_duals(s);
  hold_face(s, FACE_H);
  set_aim(s, AIM_KRONER);
  return run_surely(s, GLP_PRIMAL);
}

static enum outcome cover_and_kroner(struct stages *s, const struct part_start *start) {
  if (start && start->short_of_staff)
    return cover_first(s);
  open_short(s, false);
  set_aim(s, AIM_KRONER);
  enum outcome outcome = run_surely(s, start ? GLP_PRIMAL : GLP_DUALP);
  return outcome == INFEASIBLE ? cover_first(s) : outcome;
}

static void choose(struct stages *s) {
  read_prices(s);
  read_values(s);
  hold_face(s, FACE_KR);
  set_aim(s, AIM_CHOICE);
  if (run(s, GLP_PRIMAL) == FOUND)
    read_values(s);
  read_basis(s);
}

static void take_start(struct stages *s, const struct part_start *start) {
  if (!start) {
    glp_adv_basis(s->problem, 0);
    return;
  }
  for (int c = 0; c < s->part->column_count; c++)
    glp_set_col_stat(s->problem, c + 1, start->column_status[c]);
  for (int r = 0; r < s->part->row_count; r++)
    glp_set_row_stat(s->problem, r + 1, start->row_status[r]);
  s->pivots_most = start->pivots_most;
}

static struct part_result *result_new(struct arena *arena, const struct part *part) {
  struct part_result *out = arena_alloc(arena, sizeof *out);
  size_t columns = (size_t)part->column_count, rows = (size_t)part->row_count;
  out->values = arena_array(arena, columns, sizeof(double));
  out->row_values = arena_array(arena, rows, sizeof(double));
  out->column_status = arena_array(arena, columns, 1);
  out->row_status = arena_array(arena, rows, 1);
  return out;
}

struct part_result *part_solve(struct arena *arena, const struct part *part, const struct part_start *start) {
  struct stages s = {.part = part, .arena = arena, .out = result_new(arena, part), .problem = glp_create_prob()};
  glp_term_out(GLP_OFF);
  load_columns(s.problem, part);
  load_rows(arena, s.problem, part);
  open_short(&s, start && start->short_of_staff);
  take_start(&s, start);
  s.out->outcome = cover_and_kroner(&s, start);
  s.pivots_most = 0;
  if (s.out->outcome == FOUND)
    choose(&s);
  glp_delete_prob(s.problem);
  return s.out;
}
