// SPDX-License-Identifier: GPL-3.0-or-later
// A part of a programme in the hands of the simplex: only the rows that bind and the columns that may pay, as far as
// the start tells. Most limits of a staffing programme bind nowhere near its best plan, and most columns are too dear
// for it, but a pivot costs by the rows and columns there are. What is left out is looked at after each solve, by its
// own numbers: columns that would better the plan are brought in, or where there is no plan such as make what is broken
// less, then rows that it breaks, until there are none. The plan is then as good as if everything had been there from the
// start. Used by solve/ only.
#ifndef ROTACOST_SOLVE_WORKING_H
#define ROTACOST_SOLVE_WORKING_H

#include "solve/aims.h"

struct working;

// start: a basis and about what its prices are, alive as long as this; NULL: everything is brought in, on a basis made for it.
// Memory: arena, but for GLPK's, which ends with working_free.
struct working *working_new(struct arena *arena, const struct part *part, const struct part_start *start);
void working_free(struct working *working);

void working_aim(struct working *working, enum aim aim);
// What an aim before the kroner is about, posts that stay empty or overtime as the last resort, may be, or not: at first
// it may not.
void working_open(struct working *working, enum aim aim, bool open);
// The best plan by the aim. primal: the basis at hand is a plan. pivots_most: STOPPED after as many; 0: the solver's
// own limit. BEYOND: of kroner, where no plan costs less than the start's limits ask for.
enum outcome working_best(struct working *working, bool primal, int pivots_most);
// From here on only plans that are as good by the aim at hand: what has a price above the tolerance stays at its bound.
void working_hold(struct working *working, double tolerance);

int working_pivots(const struct working *working);
double working_objective(const struct working *working);
// Of every column and row of the part, left out or not: [column_count], [row_count].
void working_values(const struct working *working, double *values);
void working_row_duals(const struct working *working, double *duals);
void working_basis(const struct working *working, unsigned char *columns, unsigned char *rows);

#endif
