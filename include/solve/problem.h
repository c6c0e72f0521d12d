// SPDX-License-Identifier: GPL-3.0-or-later
// A programme as GLPK's problem object. Indices there count from 1. Used by solve/ only.
#ifndef ROTACOST_SOLVE_PROBLEM_H
#define ROTACOST_SOLVE_PROBLEM_H

#include <glpk.h>

#include "program/program.h"

enum objective { OBJECTIVE_SHORTFALL, OBJECTIVE_LAST_RESORT, OBJECTIVE_COST };

// Is every number of the programme a number? (GLPK reports a NaN coefficient as optimal.)
bool problem_is_sound(const struct program *program);
// Loads the whole programme into an empty problem.
void problem_load(glp_prob *problem, const struct program *program);
// Sets only bounds and kinds; matrix and shape are the same.
void problem_update(glp_prob *problem, const struct program *program);
void problem_objective(glp_prob *problem, const struct program *program, enum objective objective);
// Bound of the row of a sum whose minimum is known, with the tolerance that rounding needs.
double least_with_play(double least_h);
// Bounds the row of a minimised sum, ROW_SHORTFALL or ROW_LAST_RESORT; INFINITY removes the bound.
void problem_limit(glp_prob *problem, const struct program *program, enum row_kind kind, double most_h);
// The same through one call, for rows.
void problem_bound_row(glp_prob *problem, int row, double lower, double upper);
// And for columns.
void problem_bound_column(glp_prob *problem, int column, double lower, double upper);

#endif
