// SPDX-License-Identifier: GPL-3.0-or-later
// Solves a staffing programme with GLPK; the only module that knows it.
//
//   first   least shortfall
//   then    least overtime, where it is the last resort
//   then    least cost:  constant + sum cost x column
//   then    least tie:   which of the plans that cost the same is meant (program/program.h)
//
// Each among the plans that are best so far, so cover comes before cost exactly, without a weight that somebody had to
// guess. Week types are solved on their own (solve/part.h) and found again by their numbers (solve/store.h). Only where
// a limit over several of them binds, or positions are free, is the programme solved as a whole, from the bases of its
// parts or from that of a sister of the same shape. With whole heads all aims but the last are branched on, and the last is
// not asked.
#ifndef ROTACOST_SOLVE_SOLVER_H
#define ROTACOST_SOLVE_SOLVER_H

#include "program/program.h"

enum solve_status {
  SOLVE_OPTIMAL,
  SOLVE_LIMIT, // a limit in nodes or pivots was reached without a proven optimum
  SOLVE_BEYOND, // no plan is within the limits asked for
  SOLVE_FAULT, // the solver failed or was given no number: our own fault
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
  double last_resort_h;    // of overtime as the last resort
  double cost_kr;       // constant + objective
  double bound_kr;      // proven: no plan with this shortfall costs less
  bool positions_held;  // positions may move but were left as they are; bound_kr may lie far below cost_kr
  struct basis *basis;
  int iterations;   // simplex pivots, all steps, week types solved now included; for --verbose only
  int whole_pivots; // of the week types tied together: how far the plan lies from where it was started
  int parts, hits;  // week types solved on their own, and how many of them were known already
  double seconds;   // CPU; for --verbose only, never in a result
};

// Holds what was solved before (solve/store.h), for this process and those forked from it.
struct solver;

struct solver *solver_new(void); // ends with solver_free
void solver_free(struct solver *solver);

// `start` may be NULL or of another shape (then it is not used). The solution lives in `arena`. Never returns NULL.
struct solution *solver_solve(struct solver *solver, struct arena *arena, const struct program *program,
                              const struct basis *start);

struct solve_limits { // only a plan within is asked for, else the status is SOLVE_BEYOND and nothing else is told
  bool covered;         // nobody is missing
  double cost_below_kr; // INFINITY: at any cost
  bool any;             // any of the plans of least cost, not the one that the ties mean
  bool same_prices;     // the start is the best plan but for bounds that have moved
  bool alike;           // the start is the plan of the same programme with some numbers moved: its parts start from it too
  bool held;            // positions are left as they are, and what others might cost is bounded: as in very large programmes
};
// The same within limits. A plan beyond them may still be told as SOLVE_OPTIMAL.
struct solution *solver_solve_within(struct solver *solver, struct arena *arena, const struct program *program,
                                     const struct basis *start, const struct solve_limits *limits);

enum export_format { EXPORT_LP, EXPORT_MPS };
// Writes the programme of least cost (the rows of least shortfall and overtime closed at those of `solution`) for an
// independent solver, without the ties: its optimum is cost_kr. False on failure.
bool solver_export(const struct program *program, const struct solution *solution, enum export_format format,
                   FILE *to);
const char *solver_export_mark(enum export_format format); // the bytes that every export begins with

const char *solver_version(void); // "GLPK 5.0"

#endif
