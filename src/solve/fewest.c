// SPDX-License-Identifier: GPL-3.0-or-later
#include "solve/fewest.h"

#include <glpk.h>

#include "base/arena.h"
#include "base/tolerance.h"
#include "solve/guard.h"

static const double PERSON_MIN = 1e-3; // weight of one more person against one paid minute

struct asked {
  const struct fewest *question;
  double *persons;
  bool found;
};

static bool is_covered(const struct fewest *question, int interval) {
  for (int s = 0; s < question->shift_count; s++)
    if (question->covers[s * question->interval_count + interval])
      return true;
  return false;
}

static void add_shifts(glp_prob *problem, const struct fewest *question) {
  glp_add_cols(problem, question->shift_count);
  for (int s = 0; s < question->shift_count; s++) {
    glp_set_col_bnds(problem, s + 1, GLP_LO, 0, 0);
    glp_set_obj_coef(problem, s + 1, (double)question->paid_min[s] + PERSON_MIN);
  }
}

static void add_interval(glp_prob *problem, const struct fewest *question, int interval, int *columns, double *ones) {
  int count = 0;
  for (int s = 0; s < question->shift_count; s++)
    if (question->covers[s * question->interval_count + interval]) {
      columns[++count] = s + 1;
      ones[count] = 1;
    }
  int row = glp_add_rows(problem, 1);
  glp_set_row_bnds(problem, row, GLP_LO, question->wanted[interval], 0);
  glp_set_mat_row(problem, row, count, columns, ones);
}

static void solve(void *state) {
  struct asked *asked = state;
  const struct fewest *question = asked->question;
  struct arena *arena = arena_new();
  int *columns = arena_array(arena, (size_t)question->shift_count + 1, sizeof *columns);
  double *ones = arena_array(arena, (size_t)question->shift_count + 1, sizeof *ones);
  glp_prob *problem = glp_create_prob();
  glp_smcp terms;
  glp_init_smcp(&terms);
  terms.msg_lev = GLP_MSG_OFF;
  add_shifts(problem, question);
  for (int i = 0; i < question->interval_count; i++)
    if (question->wanted[i] > 0 && is_covered(question, i))
      add_interval(problem, question, i, columns, ones);
  asked->found = glp_get_num_rows(problem) == 0;
  if (!asked->found)
    asked->found = glp_simplex(problem, &terms) == 0 && glp_get_status(problem) == GLP_OPT;
  for (int s = 0; asked->found && s < question->shift_count; s++) {
    double persons = glp_get_num_rows(problem) ? glp_get_col_prim(problem, s + 1) : 0;
    asked->persons[s] = persons > NOBODY_IN_SUM ? persons : 0;
  }
  glp_delete_prob(problem);
  arena_free(arena);
}

bool fewest_paid(const struct fewest *question, double *persons) {
  struct asked asked = {.question = question, .persons = persons};
  for (int s = 0; s < question->shift_count; s++)
    persons[s] = 0;
  if (!question->shift_count)
    return true;
  return guard_run(solve, &asked) && asked.found;
}
