// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of a solver, and what it finds (solve/solver.h).
#ifndef ROTACOST_SOLVE_SOLUTION_H
#define ROTACOST_SOLVE_SOLUTION_H

#include <stdbool.h>
#include <stddef.h>

enum solve_status {
  SOLVE_OPTIMAL,
  SOLVE_LIMIT,  // a limit in nodes or pivots was reached without a proven optimum
  SOLVE_BEYOND, // no plan is within the limits asked for
  SOLVE_FAULT,  // the solver failed or was given no number: our own fault
};

struct basis { // status of every row and column, as the solver codes it
  size_t row_count, column_count;
  unsigned char *rows, *columns;
  const double *row_prices_kr; // [row_count] the solution's row_duals_kr
  int pivots_cold; // what a solve from scratch took: one that starts here gives up after as many, and starts afresh
};

struct solution {
  enum solve_status status;
  const char *fault;    // SOLVE_FAULT, SOLVE_LIMIT: what happened, in words
  double *values;       // [column_count]
  double *reduced_kr;   // [column_count] reduced costs of step 2 (of the last relaxation, where columns are whole)
  double *row_values;   // [row_count]
  double *row_duals_kr; // [row_count] kroner per unit of the row's bound
  double *row_duals_h;  // the same of step 1, hours of shortfall per unit; NULL where nobody is missing
  double shortfall_h;   // person-hours missing
  double last_resort_h; // of overtime as the last resort
  double cost_kr;       // constant + objective
  double bound_kr;      // proven: no plan with this shortfall costs less
  bool positions_held;  // positions may move but were left as they are; bound_kr may lie far below cost_kr
  struct basis *basis;
  int iterations;   // simplex pivots, all steps, week types solved now included; for --verbose only
  int whole_pivots; // of the week types tied together: how far the plan lies from where it was started
  int parts, hits;  // week types solved on their own, and how many of them were known already
  double seconds;   // CPU; for --verbose only, never in a result
};

struct solve_limits {   // only a plan within is asked for, else the status is SOLVE_BEYOND and nothing else is told
  bool covered;         // nobody is missing
  double cost_below_kr; // INFINITY: at any cost
  bool any;             // any of the plans of least cost, not the one that the ties mean
  bool same_prices;     // the start is the best plan but for bounds that have moved
  bool alike; // the start is the plan of the same programme with some numbers moved: its parts start from it too
  bool held;  // positions are left as they are, and what others might cost is bounded: as in very large programmes
};

#endif
