// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/plain_simplex.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

static const double ZERO = 1e-9, ZERO_KR = 1e-7;

// Rows, then the two rows of reduced costs; columns, then one slack per row, then the right side.
struct tableau {
  int rows, columns, pivots;
  double *cells;
  int *basis;
};

static double *cell(const struct tableau *t, int row, int column) {
  return &t->cells[(size_t)row * (size_t)(t->columns + 1) + (size_t)column];
}

static void pivot(struct tableau *t, int row, int column) {
  double by = *cell(t, row, column);
  for (int c = 0; c <= t->columns; c++)
    *cell(t, row, c) /= by;
  for (int r = 0; r < t->rows + 2; r++) {
    double times = *cell(t, r, column);
    if (r == row || times == 0)
      continue;
    for (int c = 0; c <= t->columns; c++)
      *cell(t, r, c) -= times * *cell(t, row, c);
    *cell(t, r, column) = 0;
  }
  t->basis[row] = column;
  t->pivots++;
}

// After this many pivots the method may be cycling; Bland's rule ends that.
static bool goes_by_bland(const struct tableau *t) { return t->pivots > 20 * (t->rows + t->columns); }

// The column that improves the objective most, or by Bland's rule the first that improves it. In the second step, only
// columns that leave the first objective unchanged.
static int entering(const struct tableau *t, int step) {
  int best = -1;
  double most = step ? -ZERO_KR : -ZERO;
  for (int c = 0; c < t->columns; c++) {
    double first = *cell(t, t->rows, c), gain = *cell(t, t->rows + step, c);
    if (gain >= most || (step && fabs(first) > ZERO))
      continue;
    best = c;
    most = gain;
    if (goes_by_bland(t))
      break;
  }
  return best;
}

// Decides between two rows that limit the column equally.
static bool leaves_rather(const struct tableau *t, int row, int best, int column) {
  return goes_by_bland(t) ? t->basis[row] < t->basis[best] : *cell(t, row, column) > *cell(t, best, column);
}

static int leaving(const struct tableau *t, int column) {
  int best = -1;
  double least = INFINITY;
  for (int r = 0; r < t->rows; r++) {
    if (*cell(t, r, column) <= ZERO)
      continue;
    double ratio = *cell(t, r, t->columns) / *cell(t, r, column);
    if (ratio < least - ZERO || (best >= 0 && ratio < least + ZERO && leaves_rather(t, r, best, column))) {
      least = fmin(least, ratio);
      best = r;
    }
  }
  return best;
}

static struct tableau tableau_begin(struct arena *arena, const struct plain_lp *lp) {
  struct tableau t = {.rows = lp->row_count, .columns = lp->column_count + lp->row_count};
  t.cells = arena_array(arena, (size_t)(t.rows + 2) * (size_t)(t.columns + 1), sizeof *t.cells);
  t.basis = arena_array(arena, (size_t)t.rows, sizeof *t.basis);
  for (int r = 0; r < t.rows; r++) {
    for (int c = 0; c < lp->column_count; c++)
      *cell(&t, r, c) = lp->rows[r * lp->column_count + c];
    *cell(&t, r, lp->column_count + r) = lp->filler[r] >= 0 ? -1 : 1;
    *cell(&t, r, t.columns) = lp->right[r];
    t.basis[r] = lp->column_count + r;
  }
  for (int c = 0; c < lp->column_count; c++) {
    *cell(&t, t.rows, c) = lp->first[c];
    *cell(&t, t.rows + 1, c) = lp->second[c];
  }
  for (int r = 0; r < t.rows; r++)
    if (lp->filler[r] >= 0)
      pivot(&t, r, lp->filler[r]);
  return t;
}

struct plain_optimum plain_simplex(struct arena *arena, const struct plain_lp *lp) {
  struct tableau t = tableau_begin(arena, lp);
  for (int step = 0; step < 2; step++)
    for (int in; (in = entering(&t, step)) >= 0;) {
      int out = leaving(&t, in);
      if (out < 0 || t.pivots > 100000)
        abort(); // unbounded, or cycling: the programme was set up wrongly
      pivot(&t, out, in);
    }
  struct plain_optimum optimum = {-*cell(&t, t.rows, t.columns), -*cell(&t, t.rows + 1, t.columns), NULL};
  optimum.x = arena_array(arena, (size_t)lp->column_count, sizeof *optimum.x);
  for (int r = 0; r < t.rows; r++)
    if (t.basis[r] < lp->column_count)
      optimum.x[t.basis[r]] = *cell(&t, r, t.columns);
  return optimum;
}
