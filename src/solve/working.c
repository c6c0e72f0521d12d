// SPDX-License-Identifier: GPL-3.0-or-later
#include "solve/working_parts.h"

#include <math.h>

#include "solve/problem.h"

enum { PIVOTS_MOST = 2000000 };
static const double TIGHT = 1e-9;    // dual feasibility; the default ignores differences below a tenth of a krone
static const double BROKEN = 1e-7;   // relative: the simplex accepts smaller violations
static const double DEARER_HELP = 4; // compared with the cheapest, of columns that enter together

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

double working_weight(const struct working *w, int c) { return weight_for(w, c, w->aim) / w->part->scale; }

bool working_closed(const struct working *w, int c) {
  for (enum aim aim = AIM_COVER; aim < AIM_KRONER; aim++)
    if (!w->open[aim] && weight_for(w, c, aim) > 0)
      return true;
  return false;
}

void working_bound_column(const struct working *w, int c) {
  const struct program_column *column = column_of(w, c);
  bool closed = working_closed(w, c);
  problem_bound_column(w->problem, w->column_at[c], closed ? 0 : column->lower, closed ? 0 : column->upper);
}

void working_bound_row(const struct working *w, int r) {
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
  working_bound_row(w, r);
  glp_set_mat_row(w->problem, at, gather(w, &w->rows, r, w->column_at), w->list, w->numbers);
}

static void bring_column(struct working *w, int c) {
  int at = w->column_at[c] = w->columns_in = glp_add_cols(w->problem, 1);
  w->column_in[at] = c;
  working_bound_column(w, c);
  glp_set_obj_coef(w->problem, at, working_weight(w, c));
  glp_set_mat_col(w->problem, at, gather(w, &w->columns, c, w->row_at), w->list, w->numbers);
}

static bool may_come(const struct working *w, int c) { return !w->column_at[c] && !w->barred[c]; }

static bool bring_paying(struct working *w) {
  int before = w->columns_in;
  working_row_duals(w, w->duals);
  for (int c = 0; c < w->part->column_count; c++)
    if (may_come(w, c) && working_weight(w, c) - times(&w->columns, c, w->duals) < -TIGHT)
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
  bool closed = working_closed(w, w->column_in[column]);
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
  if (method != GLP_PRIMAL && !w->held && w->aim == AIM_KRONER && cost_below(w) < INFINITY)
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

// ---------------------------------------------------------------- a start that is no plan

// A sister's basis often is no plan here, but most of its prices are right. The primal simplex would look for any plan first and
// forget them; the dual simplex goes to a plan near the best one, if every price has the right sign. What has a wrong one,
// because it would pay, is held where it is meanwhile: from there on the primal simplex betters the plan.

static bool any_broken(const struct working *w) {
  for (int at = 1; at <= w->rows_in; at++)
    if (basic_side(w, at))
      return true;
  return false;
}

static bool is_wrong(int status, double price) {
  return (status == GLP_NL && price < -TIGHT) || (status == GLP_NU && price > TIGHT);
}

// A limit that was opened while it bound has its value no longer at the limit, and its price says nothing.
static bool was_opened(const struct working *w) {
  for (int at = 1; at <= w->rows_in; at++)
    if (glp_get_row_stat(w->problem, at) == GLP_NF && fabs(glp_get_row_dual(w->problem, at)) > TIGHT)
      return true;
  return false;
}

// Their places in w->list: rows, then columns from rows_in + 1.
static int hold_wrong(struct working *w) {
  int held = 0;
  for (int at = 1; at <= w->rows_in; at++)
    if (is_wrong(glp_get_row_stat(w->problem, at), glp_get_row_dual(w->problem, at))) {
      double value = glp_get_row_prim(w->problem, w->list[++held] = at);
      glp_set_row_bnds(w->problem, at, GLP_FX, value, value);
    }
  for (int at = 1; at <= w->columns_in; at++)
    if (is_wrong(glp_get_col_stat(w->problem, at), glp_get_col_dual(w->problem, at))) {
      double value = glp_get_col_prim(w->problem, at);
      w->list[++held] = w->rows_in + at;
      glp_set_col_bnds(w->problem, at, GLP_FX, value, value);
    }
  return held;
}

static int status_at(double value, double lower, double upper) {
  return fabs(value - lower) <= fabs(upper - value) ? GLP_NL : GLP_NU;
}

static void release_row(struct working *w, int at) {
  int r = w->row_in[at],
      status = status_at(glp_get_row_prim(w->problem, at), w->part->row_lower[r], w->part->row_upper[r]);
  working_bound_row(w, r);
  glp_set_row_stat(w->problem, at, status);
}

static void release_column(struct working *w, int at) {
  const struct program_column *column = column_of(w, w->column_in[at]);
  int status = status_at(glp_get_col_prim(w->problem, at), column->lower, column->upper);
  working_bound_column(w, w->column_in[at]);
  glp_set_col_stat(w->problem, at, status);
}

// The method to go on with.
static int method_from(struct working *w, int pivots_most) {
  if (w->whole || w->aim != AIM_KRONER || glp_warm_up(w->problem) || !any_broken(w) || was_opened(w))
    return GLP_PRIMAL;
  w->held = hold_wrong(w);
  if (!w->held)
    return GLP_DUALP;
  run_tamely(w, GLP_DUAL, pivots_most);
  for (int i = w->held; i > 0; i--)
    if (w->list[i] > w->rows_in)
      release_column(w, w->list[i] - w->rows_in);
    else
      release_row(w, w->list[i]);
  w->held = 0;
  return GLP_PRIMAL;
}

// ---------------------------------------------------------------- rounds

enum outcome working_best(struct working *w, bool primal, int pivots_most) {
  int begin = w->pivots, method = primal ? method_from(w, pivots_most ? pivots_most : PIVOTS_MOST) : GLP_DUALP;
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
    glp_set_obj_coef(w->problem, at, working_weight(w, w->column_in[at]));
}

void working_open(struct working *w, enum aim aim, bool open) {
  w->open[aim] = open;
  for (int c = 0; c < w->part->column_count; c++)
    if (weight_for(w, c, aim) > 0) {
      w->barred[c] = working_closed(w, c);
      if (w->column_at[c])
        working_bound_column(w, c);
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
    if (may_come(w, c) && fabs(working_weight(w, c) - times(&w->columns, c, w->duals)) > tolerance)
      w->barred[c] = true;
}

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
