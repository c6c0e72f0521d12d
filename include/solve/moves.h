// SPDX-License-Identifier: GPL-3.0-or-later
// How the values of rows change when numbers of a programme change while the basis of its plan stays the same. With x_R = A
// x_S in the plan, ' marking varied bounds and coefficients, and all nonbasic variables at their new bounds:
//
//   B dx = A' x_S - x_R,     x_R - A x_S = 0 being the rows and B the columns of the basis in them
#ifndef ROTACOST_SOLVE_MOVES_H
#define ROTACOST_SOLVE_MOVES_H

#include "solve/solver.h"

struct moves; // holds a factorised basis; freed by moves_free

// NULL if the basis cannot be factorised. The programme and its solution must outlive it.
struct moves *moves_new(const struct program *program, const struct solution *solution);
void moves_free(struct moves *moves); // NULL is allowed
// New minus old value of every row of a programme of the same shape: [row_count]; NULL if GLPK has failed since. Memory:
// arena.
const double *moves_of_rows(const struct moves *moves, struct arena *arena, const struct program *varied);

#endif
