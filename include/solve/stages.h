// SPDX-License-Identifier: GPL-3.0-or-later
// Solves one part of a programme by four aims, each among the plans that are best in the stages before:
//
//   cover         least shortfall    sum h short
//   last resort   least hours        sum h x           of overtime and agency, where they are to be minimised
//   kroner        least cost         sum cost x
//   choice        least tie          sum tie x         choice among plans of equal cost: see program.h
//
// The next stage keeps the optimum of an aim by its optimal face: columns and rows with a price stay at their bounds.
// This is exact, and needs no weight and no relaxed row. The result depends on the numbers of
// the part and on the starting basis, and, where the ties decide between all plans, on its numbers alone.
#ifndef ROTACOST_SOLVE_STAGES_H
#define ROTACOST_SOLVE_STAGES_H

#include "solve/aims.h"

struct part_result {    // prices and shortfall are those of one of the part's weeks: times its scale they are the
                        // programme's
  enum outcome outcome; // but for FOUND only the pivots count
  double *values;       // [column_count] of the part
  double *row_duals_kr; // [row_count] kroner a unit of the row's bound is worth
  double *row_duals_h;  // [row_count] of the first aim; NULL where nobody is missing
  unsigned char *column_status, *row_status; // the basis, as the solver codes it
  double shortfall_h, last_resort_h;
  int pivots;
};

// start NULL: from a basis made for it. Memory: arena. GLPK's environment must be guarded (solve/guard.h). Never NULL.
struct part_result *part_solve(struct arena *arena, const struct part *part, const struct part_start *start);
// With room for what is found; outcome FOUND, prices NULL.
struct part_result *part_result_new(struct arena *arena, const struct part *part);

#endif
