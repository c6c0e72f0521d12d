// SPDX-License-Identifier: GPL-3.0-or-later
#include "solve/solver.h"

#include <glpk.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "base/heap.h"
#include "base/language.h"
#include "solve/attempt.h"
#include "solve/guard.h"
#include "solve/problem.h"

struct solver {
  struct store *store;
};

struct solver *solver_new(void) {
  struct solver *solver = heap_new(1, sizeof *solver);
  solver->store = store_new(STORE_BYTES);
  return solver;
}

void solver_free(struct solver *solver) {
  if (!solver)
    return;
  store_free(solver->store);
  free(solver);
}

static void check_numbers(struct attempt *a) {
  bool number = isfinite(a->out->cost_kr);
  for (size_t c = 0; c < a->program->column_count; c++)
    number = number && isfinite(a->out->values[c]);
  if (number)
    return;
  a->out->status = SOLVE_FAULT;
  a->out->fault = _("the solver returned something that is no number");
}

static void refuse_size(struct attempt *a, int most) {
  a->out->status = SOLVE_LIMIT;
  a->out->fault =
      arena_printf(a->arena,
                   _("the programme has more than %d entries: merge groups that are alike, take out shifts that "
                     "nobody is to work, or divide the unit"),
                   most);
}

static bool is_never_whole(const struct program *program) { return program->entry_count > PROGRAM_WHOLE_ENTRIES_MOST; }

static void attempt_solve(void *state) {
  struct attempt *a = state;
  switch (program_has_whole(a->program) ? attempt_tree(a) : attempt_types(a)) {
  case FOUND:
    check_numbers(a);
    break;
  case STOPPED:
    if (is_never_whole(a->program)) {
      refuse_size(a, PROGRAM_WHOLE_ENTRIES_MOST);
      break;
    }
    a->out->status = SOLVE_LIMIT;
    a->out->fault = _("no proven optimum within the limits in pivots and nodes");
    break;
  case BEYOND:
    a->out->status = SOLVE_BEYOND;
    break;
  default:
    a->out->status = SOLVE_FAULT;
    a->out->fault = _("the solver failed on a programme that always has a plan");
  }
}

static double seconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

// A programme without any row (a unit in which nobody is ever needed): GLPK refuses it.
static bool solve_empty(struct attempt *a) {
  if (a->program->row_count)
    return false;
  a->out->values = arena_array(a->arena, a->program->column_count, sizeof(double));
  a->out->reduced_kr = arena_array(a->arena, a->program->column_count, sizeof(double));
  a->out->cost_kr = a->program->constant_kr;
  for (size_t c = 0; c < a->program->column_count; c++) {
    const struct program_column *column = &a->program->columns[c];
    a->out->values[c] = column->cost_kr < 0 ? column->upper : column->lower;
    a->out->cost_kr += column->cost_kr * a->out->values[c];
  }
  a->out->bound_kr = a->out->cost_kr;
  return true;
}

struct solution *solver_solve(struct solver *solver, struct arena *arena, const struct program *program,
                              const struct basis *start) {
  return solver_solve_within(solver, arena, program, start, NULL);
}

struct solution *solver_solve_within(struct solver *solver, struct arena *arena, const struct program *program,
                                     const struct basis *start, const struct solve_limits *limits) {
  struct solution *out = arena_alloc(arena, sizeof *out);
  struct attempt a = {
      .store = solver->store, .program = program, .arena = arena, .out = out, .start = start, .limits = limits};
  if (program->too_large || (is_never_whole(program) && program_has_whole(program))) {
    refuse_size(&a, program->too_large ? PROGRAM_ENTRIES_MOST : PROGRAM_WHOLE_ENTRIES_MOST);
    return out;
  }
  if (!problem_is_sound(program)) {
    out->status = SOLVE_FAULT;
    out->fault = _("the programme holds something that is no number");
    return out;
  }
  if (solve_empty(&a))
    return out;
  double begin = seconds_now();
  if (!guard_run(attempt_solve, &a)) {
    out->status = SOLVE_FAULT;
    out->fault = _("GLPK stopped with an error of its own");
    arena_free(a.trial);
  }
  out->seconds = seconds_now() - begin;
  return out;
}

const char *solver_version(void) {
  static char text[32];
  if (!*text)
    snprintf(text, sizeof text, "GLPK %s", glp_version());
  return text;
}
