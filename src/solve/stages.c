// SPDX-License-Identifier: GPL-3.0-or-later
#include "solve/stages.h"

#include <glpk.h>
#include <math.h>

#include "solve/working.h"

static const double FACE_KR = 5e-6;      // a smaller price is rounding: real ones are at least some øre
static const double FACE_H = 1e-7;       // the same of hours
static const double ROUNDING_H = 1e-7;   // hours below are rounding
static const double VALUE_GRID = 0x1p33; // values are rounded to it: the path of the simplex does not matter

struct stages {
  const struct part *part;
  const struct part_start *start;
  struct arena *arena;
  struct working *working;
  struct part_result *out;
};

static const struct part_limits *limits_of(const struct stages *s) {
  static const struct part_limits none = {.cost_below = INFINITY};
  return s->start && s->start->limits ? s->start->limits : &none;
}

static enum outcome best(struct stages *s, enum aim aim, bool primal) {
  working_aim(s->working, aim);
  return working_best(s->working, primal, s->start ? s->start->pivots_most : 0);
}

static double *read_duals(struct stages *s) {
  double *duals = arena_array(s->arena, (size_t)s->part->row_count, sizeof *duals);
  working_row_duals(s->working, duals);
  return duals;
}

static bool asks_last_resort(const struct part *part) {
  for (int c = 0; c < part->column_count && part->asks_last_resort; c++)
    if (part->program->columns[part->columns[c]].last_resort_h > 0)
      return true;
  return false;
}

// The minimum of the aim, in hours; from here on it may not be exceeded.
static enum outcome least_hours(struct stages *s, enum aim aim, double *hours) {
  enum outcome outcome = best(s, aim, true);
  if (outcome != FOUND)
    return outcome;
  *hours = working_objective(s->working);
  if (*hours <= ROUNDING_H)
    *hours = 0;
  if (aim == AIM_COVER)
    s->out->row_duals_h = read_duals(s);
  working_hold(s->working, FACE_H);
  return FOUND;
}

static enum outcome last_resort_first(struct stages *s) {
  enum outcome outcome = FOUND;
  working_open(s->working, AIM_LAST_RESORT, true);
  if (asks_last_resort(s->part))
    outcome = least_hours(s, AIM_LAST_RESORT, &s->out->last_resort_h);
  return outcome == FOUND ? best(s, AIM_KRONER, true) : outcome;
}

// Leaving posts empty is always possible.
static enum outcome cover_first(struct stages *s) {
  working_open(s->working, AIM_COVER, true);
  working_open(s->working, AIM_LAST_RESORT, true);
  enum outcome outcome = least_hours(s, AIM_COVER, &s->out->shortfall_h);
  if (outcome == FOUND)
    outcome = last_resort_first(s);
  return outcome == INFEASIBLE ? FAILED : outcome;
}

// Most plans leave no post empty and need no overtime: then both minimums are known without a solve.
static enum outcome all_but_choice(struct stages *s) {
  enum aim first = s->start ? s->start->first_aim : AIM_KRONER;
  enum outcome outcome = INFEASIBLE;
  if (first == AIM_KRONER || (first == AIM_LAST_RESORT && !asks_last_resort(s->part)))
    outcome = best(s, AIM_KRONER, s->start && !limits_of(s)->same_prices);
  if (outcome == INFEASIBLE && first != AIM_COVER && asks_last_resort(s->part))
    outcome = last_resort_first(s);
  if (outcome != INFEASIBLE)
    return outcome;
  return limits_of(s)->covered ? BEYOND : cover_first(s);
}

static void read_values(struct stages *s) {
  working_values(s->working, s->out->values);
  for (int c = 0; c < s->part->column_count; c++)
    s->out->values[c] = rint(s->out->values[c] * VALUE_GRID) / VALUE_GRID + 0.0; // turns -0 into 0
}

static void choose(struct stages *s) {
  working_hold(s->working, FACE_KR);
  working_aim(s->working, AIM_CHOICE);
  if (working_best(s->working, true, 0) == FOUND)
    read_values(s);
}

static void take(struct stages *s) {
  s->out->row_duals_kr = read_duals(s);
  read_values(s);
  if (!limits_of(s)->any)
    choose(s);
  working_basis(s->working, s->out->column_status, s->out->row_status);
}

struct part_result *part_result_new(struct arena *arena, const struct part *part) {
  struct part_result *out = arena_alloc(arena, sizeof *out);
  out->values = arena_array(arena, (size_t)part->column_count, sizeof(double));
  out->column_status = arena_array(arena, (size_t)part->column_count, 1);
  out->row_status = arena_array(arena, (size_t)part->row_count, 1);
  return out;
}

struct part_result *part_solve(struct arena *arena, const struct part *part, const struct part_start *start) {
  glp_term_out(GLP_OFF);
  struct stages s = {part, start, arena, working_new(arena, part, start), part_result_new(arena, part)};
  s.out->outcome = all_but_choice(&s);
  if (s.out->outcome == FOUND)
    take(&s);
  s.out->pivots = working_pivots(s.working);
  working_free(s.working);
  return s.out;
}
