// SPDX-License-Identifier: GPL-3.0-or-later
// What a solver is asked for and what it returns (solve/solver.h).
#ifndef ROTACOST_SOLVE_SOLUTION_H
#define ROTACOST_SOLVE_SOLUTION_H

#include <stdbool.h>
#include <stddef.h>

enum solve_status {
  SOLVE_OPTIMAL,
  SOLVE_LIMIT,  // a limit in nodes or pivots was reached without a proven optimum
  SOLVE_BEYOND, // no plan is within the limits asked for
  SOLVE_FAULT,  // the solver failed or was given something that is not a number: an internal error
};

struct basis { // status of every row and column, as the solver codes it
  size_t row_count, column_count;
  unsigned char *rows, *columns;
  const double *row_prices_kr; // [row_count] the solution's row_duals_kr
  int pivots_cold; // pivots of a solve from scratch: a solve that starts here stops after as many and starts afresh
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
  bool positions_held;  // positions may change but were left as they are; bound_kr may lie far below cost_kr
  struct basis *basis;
  int iterations;   // simplex pivots, all steps, week types solved now included; for --verbose only
  int whole_pivots; // of the linked week types: how far the plan lies from its start
  int parts, hits;  // week types solved on their own, and how many of them were already known
  double seconds;   // CPU; for --verbose only, never in a result
};

struct solve_limits { // only a plan within them is wanted; otherwise the status is SOLVE_BEYOND and nothing else is set
  bool covered;       // nobody is missing
  double cost_below_kr; // INFINITY: at any cost
  bool any;             // any plan of least cost, not only the one that the ties choose
  bool same_prices;     // the start is the best plan except for bounds that have changed
  bool alike; // the start is the plan of the same programme with some numbers changed: its parts start from it too
  bool held;  // positions are left as they are, and the cost of other positions is bounded, as in very large programmes
};

#endif
