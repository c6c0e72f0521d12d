// SPDX-License-Identifier: GPL-3.0-or-later
// Solves a staffing programme with GLPK; the only module that knows it.
//
//   first   least shortfall
//   then    least overtime, where it is the last resort
//   then    least cost:  constant + sum cost x column
//   then    least tie:   choice among plans of equal cost (program/program.h)
//
// Each step chooses among the plans that are best so far, so cover precedes cost exactly, without a weight that somebody had to
// guess. Week types are solved on their own (solve/part.h) and reused by their numbers (solve/store.h). Only where
// a limit over several of them binds, or positions are free, is the programme solved as a whole, from the bases of its
// parts or from that of another programme of the same shape. With integer heads all aims but the last are branched on, and the last is
// omitted.
#ifndef ROTACOST_SOLVE_SOLVER_H
#define ROTACOST_SOLVE_SOLVER_H

#include "program/program.h"

struct basis;
struct solution;
struct solve_limits;

// Keeps earlier solutions (solve/store.h), for this process and those forked from it.
struct solver;

struct solver *solver_new(void); // ends with solver_free
void solver_free(struct solver *solver);

// `start` may be NULL or of another shape (then it is not used). The solution is allocated in `arena`. Never returns NULL.
struct solution *solver_solve(struct solver *solver, struct arena *arena, const struct program *program,
                              const struct basis *start);

// The same within limits. A plan beyond them may still be returned as SOLVE_OPTIMAL.
struct solution *solver_solve_within(struct solver *solver, struct arena *arena, const struct program *program,
                                     const struct basis *start, const struct solve_limits *limits);

enum export_format { EXPORT_LP, EXPORT_MPS };
// Writes the programme of least cost (the rows of least shortfall and overtime closed at those of `solution`) for an
// independent solver, without the ties: its optimum is cost_kr. False on failure.
bool solver_export(const struct program *program, const struct solution *solution, enum export_format format, FILE *to);
const char *solver_export_mark(enum export_format format); // the bytes with which every export begins

const char *solver_version(void); // "GLPK 5.0"

#endif
