// SPDX-License-Identifier: GPL-3.0-or-later
#include "solve/moves.h"

#include <math.h>
#include <stdlib.h>

#include "base/heap.h"
#include "program/again.h"
#include "solve/guard.h"
#include "solve/problem.h"
#include "solve/solution.h"

struct moves {
  const struct program *program;
  const struct solution *solution;
  glp_prob *problem;
  unsigned age; // of the problem: see solve/guard.h
};

// Deletes the problem if the basis cannot be factorised.
static void make_problem(void *state) {
  struct moves *moves = state;
  const struct basis *basis = moves->solution->basis;
  glp_prob *problem = glp_create_prob();
  problem_load(problem, moves->program);
  for (size_t r = 0; r < basis->row_count; r++)
    glp_set_row_stat(problem, (int)r + 1, basis->rows[r]);
  for (size_t c = 0; c < basis->column_count; c++)
    glp_set_col_stat(problem, (int)c + 1, basis->columns[c]);
  if (glp_factorize(problem))
    glp_delete_prob(problem);
  else
    moves->problem = problem;
}

struct moves *moves_new(const struct program *program, const struct solution *solution) {
  const struct basis *basis = solution->basis;
  if (!program->row_count || !basis || basis->row_count != program->row_count)
    return NULL;
  struct moves *moves = heap_new(1, sizeof *moves);
  *moves = (struct moves){program, solution, NULL, guard_age()};
  bool made = guard_run(make_problem, moves);
  if (made && moves->problem)
    return moves;
  free(moves);
  return NULL;
}

void moves_free(struct moves *moves) {
  if (!moves)
    return;
  if (moves->age == guard_age())
    glp_delete_prob(moves->problem);
  free(moves);
}

// How far a variable moves by itself: not at all if it is basic, otherwise with its bound.
static double own_move(int status, double value, double lower, double upper) {
  double bound = status == GLP_NU ? upper : lower;
  return status == GLP_BS || status == GLP_NF || !isfinite(bound) ? 0 : bound - value;
}

const double *moves_of_rows(const struct moves *moves, struct arena *arena, const struct program *varied) {
  const struct solution *solution = moves->solution;
  size_t rows = varied->row_count, columns = varied->column_count;
  double *move = arena_array(arena, rows, sizeof *move);
  double *x = arena_array(arena, columns, sizeof *x), *rest = arena_array(arena, rows + 1, sizeof *rest);
  for (size_t c = 0; c < columns; c++)
    x[c] = solution->values[c] + own_move(solution->basis->columns[c], solution->values[c], varied->columns[c].lower,
                                          varied->columns[c].upper);
  for (size_t r = 0; r < rows; r++) {
    move[r] = own_move(solution->basis->rows[r], solution->row_values[r], varied->rows[r].lower, varied->rows[r].upper);
    rest[r + 1] = -solution->row_values[r] - move[r];
  }
  struct entries_walk walk = {.program = varied};
  for (size_t r = 0, count; r < rows; r++) {
    const struct program_entry *entries = entries_of_row(&walk, r, &count);
    for (size_t e = 0; e < count; e++)
      rest[r + 1] += entries[e].value * x[entries[e].column];
  }
  if (moves->age != guard_age())
    return NULL;
  glp_ftran(moves->problem, rest);
  for (size_t k = 1; k <= rows; k++) {
    int head = glp_get_bhead(moves->problem, (int)k);
    if (head <= (int)rows)
      move[head - 1] = rest[k];
  }
  return move;
}
