// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts so small that they are rounding and count as nothing. Each is here once, with its reason. A tolerance that only
// one algorithm needs (a gap, a relative play) stays in the file of that algorithm.
#ifndef ROTACOST_BASE_TOLERANCE_H
#define ROTACOST_BASE_TOLERANCE_H

// Persons in one column of a plan. Values of plans lie on a grid of 2^-33, about 1.2e-10 (solve/stages.h).
static const double NOBODY = 1e-9;
// Persons in a sum of columns, or in a value that is not on that grid. The simplex takes a row as kept up to 1e-7 of its
// bound, so a sum may be off by more than one value is.
static const double NOBODY_IN_SUM = 1e-6;
// Hours of a day or of a sum of shifts: less than four thousandths of a second.
static const double NO_HOURS = 1e-6;
// Hours of a whole week or year, summed over thousands of columns: less than half a second.
static const double NO_HOURS_IN_YEAR = 1e-4;
// Heads this close to an integer are whole. The solver itself takes 1e-5 for whole.
static const double WHOLE_HEADS = 1e-6;
// A share or a chance, of those from which lengths of absence are drawn.
static const double NO_CHANCE = 1e-12;

#endif
