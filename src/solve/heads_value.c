// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>

#include "solve/heads_parts.h"
#include "solve/problem.h"

static const double PLANE_SAFETY = 1e-10; // relative to the value: a plane is lowered by this, since the simplex rounds

static double dearest_kr(const struct program *p) {
  double most = 1;
  for (size_t c = 0; c < p->column_count; c++)
    if (p->columns[c].key.kind <= COLUMN_HIRED)
      most = fmax(most, fabs(p->columns[c].cost_kr) / p->year->types[p->columns[c].key.type].multiplicity);
  return most;
}

static int shortfall_row(const struct program *p) {
  for (size_t r = 0; r < p->row_count; r++)
    if (p->rows[r].key.kind == ROW_SHORTFALL)
      return (int)r + 1;
  return 0;
}

// One further column in the shortfall row: hours above what is allowed.
static void add_excess_column(struct search *s, int row, double fine_kr) {
  s->excess_column = glp_add_cols(s->value, 1);
  glp_set_col_bnds(s->value, s->excess_column, GLP_LO, 0, 0);
  glp_set_obj_coef(s->value, s->excess_column, fine_kr);
  int rows[] = {0, row};
  double values[] = {0, -1};
  glp_set_mat_col(s->value, s->excess_column, 1, rows, values);
  problem_limit(s->value, s->program, ROW_SHORTFALL, least_with_play(s->question->shortfall_h));
}

// When kroner are minimised, each hour missing beyond what is allowed costs a fine, so there is always a plan; since the
// plans within what is allowed pay none, V stays below their cost whatever the fine.
void value_load(struct search *s) {
  const struct program *p = s->program;
  s->value = glp_create_prob();
  problem_load(s->value, p);
  problem_objective(s->value, p, s->question->shortfall ? OBJECTIVE_SHORTFALL : OBJECTIVE_COST);
  for (size_t c = 0; c < p->column_count; c++)
    glp_set_col_kind(s->value, (int)c + 1, GLP_CV);
  if (s->question->shortfall)
    return;
  double fine_kr = s->question->fine * dearest_kr(p);
  int row = shortfall_row(p);
  if (s->question->shortfall_h > 0 && row) {
    add_excess_column(s, row, fine_kr);
    return;
  }
  for (size_t c = 0; c < p->column_count; c++)
    if (p->columns[c].key.kind == COLUMN_SHORT)
      glp_set_obj_coef(s->value, (int)c + 1, fine_kr * p->columns[c].shortfall_h);
}

static double excess_h(const struct search *s) {
  if (s->question->shortfall)
    return 0;
  if (s->excess_column)
    return glp_get_col_prim(s->value, s->excess_column);
  double sum = 0;
  for (size_t c = 0; c < s->program->column_count; c++)
    sum += s->program->columns[c].shortfall_h * glp_get_col_prim(s->value, (int)c + 1);
  return sum;
}

static bool run_simplex(struct search *s, bool presolve, int method) {
  int left = s->question->pivots_most - s->out->pivots;
  if (left <= 0)
    return false;
  glp_smcp how;
  glp_init_smcp(&how);
  how.msg_lev = GLP_MSG_OFF;
  how.meth = method;
  how.presolve = presolve ? GLP_ON : GLP_OFF;
  how.it_lim = left;
  int before = glp_get_it_cnt(s->value);
  int code = glp_simplex(s->value, &how);
  s->out->pivots += glp_get_it_cnt(s->value) - before;
  return !code && glp_get_status(s->value) == GLP_OPT;
}

static void add_plane(struct search *s) {
  struct planes *planes = s->planes;
  struct plane *plane = arena_push(planes->arena, &planes->list, &planes->count, &planes->room, sizeof *plane);
  plane->slope = arena_array(planes->arena, (size_t)s->out->head_count, sizeof(double));
  double value = glp_get_obj_val(s->value);
  plane->constant = value - PLANE_SAFETY * fabs(value);
  for (int g = 0; g < s->out->head_count; g++) {
    int column = s->out->columns[g] + 1;
    plane->slope[g] = glp_get_col_dual(s->value, column);
    plane->constant -= plane->slope[g] * glp_get_col_prim(s->value, column);
  }
}

bool value_solve_free(struct search *s) {
  if (!run_simplex(s, true, GLP_DUALP) && !run_simplex(s, true, GLP_PRIMAL))
    return false;
  add_plane(s);
  for (int g = 0; g < s->out->head_count; g++)
    s->point[g] = glp_get_col_prim(s->value, s->out->columns[g] + 1);
  return true;
}

static void keep_best(struct search *s, const double *heads, double value) {
  struct heads_answer *out = s->out;
  if (!out->heads)
    out->heads = arena_array(s->arena, (size_t)out->head_count, sizeof(double));
  for (int g = 0; g < out->head_count; g++)
    out->heads[g] = round(heads[g]);
  out->value = value;
  out->excess_h = excess_h(s);
  s->told = false;
}

double value_price(struct search *s, const double *heads, bool whole) {
  for (int g = 0; g < s->out->head_count; g++) {
    double at = whole ? round(heads[g]) : heads[g];
    glp_set_col_bnds(s->value, s->out->columns[g] + 1, GLP_FX, at, at);
  }
  s->out->priced++;
  if (!run_simplex(s, false, GLP_DUALP) && !run_simplex(s, true, GLP_DUALP) && !run_simplex(s, true, GLP_PRIMAL))
    return NAN;
  add_plane(s);
  double value = glp_get_obj_val(s->value);
  for (size_t i = 0; whole && i < s->planes->count; i++) // planes from elsewhere may know better
    value = fmax(value, plane_at(s, &s->planes->list[i], heads));
  if (whole && value < s->out->value)
    keep_best(s, heads, value);
  return value;
}

bool value_solve_fixed(struct search *s, const double *heads) {
  for (int g = 0; g < s->out->head_count; g++)
    glp_set_col_bnds(s->value, s->out->columns[g] + 1, GLP_FX, heads[g], heads[g]);
  if (!run_simplex(s, true, GLP_DUALP) && !run_simplex(s, true, GLP_PRIMAL))
    return false;
  add_plane(s);
  s->out->value = glp_get_obj_val(s->value);
  return true;
}

double plane_at(const struct search *s, const struct plane *plane, const double *heads) {
  double sum = plane->constant;
  for (int g = 0; g < s->out->head_count; g++)
    sum += plane->slope[g] * heads[g];
  return sum;
}

bool search_is_closed(const struct search *s) {
  const struct heads_answer *out = s->out;
  return out->heads && out->value - out->bound <= s->question->gap * fabs(out->value);
}
