// SPDX-License-Identifier: GPL-3.0-or-later
#include "solve/problem.h"

#include <math.h>

bool problem_is_sound(const struct program *program) {
  for (size_t c = 0; c < program->column_count; c++) {
    const struct program_column *column = &program->columns[c];
    if (!isfinite(column->lower) || isnan(column->upper) || !isfinite(column->cost_kr) ||
        !isfinite(column->shortfall_h) || !isfinite(column->last_resort_h) || column->upper < column->lower ||
        (column->whole && isinf(column->upper)))
      return false;
  }
  for (size_t r = 0; r < program->row_count; r++)
    if (isnan(program->rows[r].lower) || isnan(program->rows[r].upper))
      return false;
  for (size_t e = 0; e < program->entry_count; e++)
    if (!isfinite(program->entries[e].value))
      return false;
  return isfinite(program->constant_kr);
}

static int bound_kind(double lower, double upper) {
  if (isinf(lower))
    return isinf(upper) ? GLP_FR : GLP_UP;
  if (isinf(upper))
    return GLP_LO;
  return lower == upper ? GLP_FX : GLP_DB;
}

void problem_bound_row(glp_prob *problem, int row, double lower, double upper) {
  glp_set_row_bnds(problem, row, bound_kind(lower, upper), isinf(lower) ? 0 : lower, isinf(upper) ? 0 : upper);
}

void problem_bound_column(glp_prob *problem, int column, double lower, double upper) {
  glp_set_col_bnds(problem, column, bound_kind(lower, upper), isinf(lower) ? 0 : lower, isinf(upper) ? 0 : upper);
}

void problem_update(glp_prob *problem, const struct program *program) {
  for (size_t c = 0; c < program->column_count; c++) {
    const struct program_column *column = &program->columns[c];
    problem_bound_column(problem, (int)c + 1, column->lower, column->upper);
    glp_set_col_kind(problem, (int)c + 1, column->whole ? GLP_IV : GLP_CV);
  }
  for (size_t r = 0; r < program->row_count; r++)
    problem_bound_row(problem, (int)r + 1, program->rows[r].lower, program->rows[r].upper);
}

void problem_load(glp_prob *problem, const struct program *program) {
  glp_erase_prob(problem);
  glp_set_obj_dir(problem, GLP_MIN);
  if (program->row_count)
    glp_add_rows(problem, (int)program->row_count);
  if (program->column_count)
    glp_add_cols(problem, (int)program->column_count);
  problem_update(problem, program);
  int count = (int)program->entry_count;
  int *rows = arena_array(program->arena, (size_t)count + 1, sizeof *rows);
  int *columns = arena_array(program->arena, (size_t)count + 1, sizeof *columns);
  double *values = arena_array(program->arena, (size_t)count + 1, sizeof *values);
  for (int e = 0; e < count; e++) {
    rows[e + 1] = program->entries[e].row + 1;
    columns[e + 1] = program->entries[e].column + 1;
    values[e + 1] = program->entries[e].value;
  }
  glp_load_matrix(problem, count, rows, columns, values);
}

void problem_objective(glp_prob *problem, const struct program *program, enum objective objective) {
  for (size_t c = 0; c < program->column_count; c++) {
    const struct program_column *column = &program->columns[c];
    double weights[] = {[OBJECTIVE_SHORTFALL] = column->shortfall_h,
                        [OBJECTIVE_LAST_RESORT] = column->last_resort_h,
                        [OBJECTIVE_COST] = column->cost_kr};
    glp_set_obj_coef(problem, (int)c + 1, weights[objective]);
  }
  glp_set_obj_coef(problem, 0, objective == OBJECTIVE_COST ? program->constant_kr : 0);
}

static const double LEAST_PLAY = 1e-9;

double least_with_play(double least_h) { return least_h > 0 ? least_h * (1 + LEAST_PLAY) + LEAST_PLAY : 0; }

void problem_limit(glp_prob *problem, const struct program *program, enum row_kind kind, double most_h) {
  for (size_t r = 0; r < program->row_count; r++)
    if (program->rows[r].key.kind == (int)kind)
      problem_bound_row(problem, (int)r + 1, -INFINITY, most_h);
}
