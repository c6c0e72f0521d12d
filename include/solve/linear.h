// SPDX-License-Identifier: GPL-3.0-or-later
// A small linear or integer programme to which columns may be added, solved by GLPK under the guard. For rotas, whose
// programmes are not those of a staffing year (solve/solver.h).
#ifndef ROTACOST_SOLVE_LINEAR_H
#define ROTACOST_SOLVE_LINEAR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/failure.h"

struct linear; // minimises; owned by the caller, freed by linear_free

struct linear *linear_new(void);
void linear_free(struct linear *linear); // NULL is allowed

// Bounds may be -INFINITY, INFINITY. Both return the index, from 0. Each row occurs once in the entries.
int linear_add_row(struct linear *linear, double lower, double upper);
int linear_add_column(struct linear *linear, double cost, double lower, double upper, bool whole, int entry_count,
                      const int *rows, const double *values);
// A row over existing columns: a cut.
int linear_add_cut(struct linear *linear, double lower, double upper, int entry_count, const int *columns,
                   const double *values);
void linear_set_row(struct linear *linear, int row, double lower, double upper);
void linear_set_column(struct linear *linear, int column, double lower, double upper);
void linear_set_cost(struct linear *linear, int column, double cost);

enum linear_status {
  LINEAR_OPTIMAL, // of `first`: a solution that may not be the best one
  LINEAR_INFEASIBLE,
  LINEAR_LIMIT, // pivots or nodes reached; of a whole-number programme `columns` is the best so far, or NULL
  LINEAR_FAULT, // our own fault, or the relaxation has no least cost: said in `failure`
};

struct linear_solution { // values live until the next call
  enum linear_status status;
  double cost, bound;
  const double *columns; // values; NULL where there are none
  const double *prices;  // duals of rows; NULL of a whole-number programme
  long pivots, nodes;
  struct failure failure;
};
// The relaxation, from the current basis.
struct linear_solution linear_solve(struct linear *linear, long pivots_most);
// Whole numbers, by branching; ends at nodes_most with LINEAR_LIMIT and the bound so far. first: the first solution will do.
// Values of whole columns are exact whole numbers.
struct linear_solution linear_solve_whole(struct linear *linear, long nodes_most, bool first);

#endif
