// SPDX-License-Identifier: GPL-3.0-or-later
// The textbook simplex method: a dense tableau and two objectives, minimised one after the other.
#ifndef ROTACOST_TESTS_PLAIN_SIMPLEX_H
#define ROTACOST_TESTS_PLAIN_SIMPLEX_H

#include "base/arena.h"

// minimise first . x, and among its minima second . x, subject to  rows[i] . x <= right[i],  or >= where at_least[i],
// and x >= 0. right >= 0. An at_least row starts with its column filler[i] in the basis, which must have 1 there
// and, in the at_least rows above it, 0.
struct plain_lp {
  int row_count, column_count;
  double *rows; // [row_count * column_count]
  double *right;
  int *filler; // -1: a row of <=
  const double *first, *second;
};

struct plain_optimum {
  double first, second;
  double *x; // [column_count]
};

struct plain_optimum plain_simplex(struct arena *arena, const struct plain_lp *lp);

#endif
