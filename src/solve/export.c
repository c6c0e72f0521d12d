// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>
#include <setjmp.h>

#include "solve/problem.h"
#include "solve/solver.h"

static _Thread_local jmp_buf fault_exit;

static void on_fault(void *info) {
  (void)info;
  longjmp(fault_exit, 1);
}

static void name_all(glp_prob *problem, const struct program *program) {
  glp_set_prob_name(problem, "rotacost");
  glp_set_obj_name(problem, "kroner");
  for (size_t c = 0; c < program->column_count; c++)
    glp_set_col_name(problem, (int)c + 1, program_column_name(program->arena, program, c));
  for (size_t r = 0; r < program->row_count; r++)
    glp_set_row_name(problem, (int)r + 1, program_row_name(program->arena, program, r));
}

// GLPK writes no objective into an MPS file that holds an open row, and such rows say nothing.
static void drop_open_rows(glp_prob *problem, struct arena *arena) {
  int count = 0, rows = glp_get_num_rows(problem);
  int *open = arena_array(arena, (size_t)rows + 1, sizeof *open); // from 1
  for (int i = 1; i <= rows; i++)
    if (glp_get_row_type(problem, i) == GLP_FR)
      open[++count] = i;
  if (count)
    glp_del_rows(problem, count, open);
}

// The constant as a column that is always 1: as a number of its own an LP file has no place for it.
static void add_constant_column(glp_prob *problem) {
  int column = glp_add_cols(problem, 1);
  glp_set_col_name(problem, column, "fixed(positions)");
  glp_set_col_bnds(problem, column, GLP_FX, 1, 1);
  glp_set_obj_coef(problem, column, glp_get_obj_coef(problem, 0));
  glp_set_obj_coef(problem, 0, 0);
}

bool solver_export(const struct program *program, double shortfall_h, enum export_format format, const char *path) {
  if (!problem_is_sound(program))
    return false;
  glp_term_out(GLP_OFF);
  glp_error_hook(on_fault, NULL);
  volatile bool written = false;
  if (setjmp(fault_exit) == 0) {
    glp_prob *problem = glp_create_prob();
    problem_load(problem, program);
    problem_objective(problem, program, OBJECTIVE_COST);
    problem_limit_shortfall(problem, program, shortfall_most(shortfall_h));
    name_all(problem, program);
    add_constant_column(problem);
    drop_open_rows(problem, program->arena);
    written = (format == EXPORT_LP ? glp_write_lp(problem, NULL, path)
                                   : glp_write_mps(problem, GLP_MPS_FILE, NULL, path)) == 0;
    glp_delete_prob(problem);
    glp_error_hook(NULL, NULL);
  } else {
    glp_free_env();
  }
  return written;
}
