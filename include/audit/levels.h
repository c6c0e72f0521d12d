// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the best level of staffing: the positions of one unit are varied in steps; each level is planned like today's
// year and lived through the same drawn years (chance/model.h).
//
// The heads of every group with its home in the unit are multiplied by level / today, so that the mix of categories
// and position sizes stays the same; need, sources, prices and rules stay too. A level has two results in every drawn
// year:
//
//   cost   of the year: positions, supplements and others by the plan, plus what the drawn year costs beyond it
//   empty  paid hours of shifts that nobody fills
//
// One level beats another if, over the years drawn, it is cheaper and no worse covered, or better covered and no
// dearer. A difference counts if it exceeds twice its standard error, year by year (with the same draws), and half an
// hour. Levels that are not beaten form the curve. A measure that changes the unit is a point on the same chart; if it
// needs fewer hours, its empty hours refer to the remaining need, and it is compared with no level.
#ifndef ROTACOST_AUDIT_LEVELS_H
#define ROTACOST_AUDIT_LEVELS_H

#include "audit/chance.h"
#include "base/failure.h"

enum { LEVEL_STEPS_MOST = 100 };

struct levels_ask {
  size_t unit;
  int year; // 0: the last year, or the first later one with every measure of the unit in force from its first day
  int64_t from_milli, to_milli, step_milli; // FTE; from <= to, step > 0
  // draws (at least one) and seed; precision: as a share of what a step's positions cost
  struct chance_ask chance;
  int jobs; // as audit_hooks
  int64_t memory_mb, seconds;
  void (*progress)(void *info, size_t done, size_t total, const char *what); // may be NULL
};

enum level_kind { LEVEL_TODAY, LEVEL_STEP, LEVEL_MEASURE };
enum level_place { LEVEL_ON_CURVE, LEVEL_BEATEN, LEVEL_OTHER_NEED };

struct level {
  enum level_kind kind;
  size_t measure;                             // LEVEL_MEASURE
  double fte, heads;                          // contracted in the unit; FTE as a mean over the year, heads at its end
  size_t draws;                               // if a precision is requested, as many as the level needs
  double programme_kr, programme_empty_h;     // of the plan, which uses averages only; hours missing
  struct spread cost_kr, empty_h, below_days; // of a drawn year
  struct spread saved_kr;       // today's cost less this one's, draw by draw; hours left empty are not priced here
  double more_empty_h;          // beyond today's, mean
  double wanted_h, empty_share; // hours of shifts planned or missing; the share of these left empty
  double called_h;              // by extra hours, substitutes, overtime and agency; mean
  enum level_place place;
  size_t beaten_by;       // item, LEVEL_BEATEN
  struct claimed claimed; // LEVEL_MEASURE: the last; amount NOT_GIVEN: nothing in kroner
  double wanted_less_h;   // LEVEL_MEASURE
};

struct levels {
  const struct scenario *scenario;
  struct levels_ask ask;
  int year;
  int64_t today_milli; // FTE
  bool has_norm;
  size_t count; // levels by their FTE, then measures in the order of their rows
  struct level *items;
  size_t today;         // item
  const char *left_out; // codes of measures of the unit that are not shown as points, separated by blanks: not
                        // testable, given up, or not in force for the whole year; ""
};

// FTE of the positions that have their home in the unit, thousandths.
int64_t levels_today_milli(const struct scenario *scenario, size_t unit);

// NULL if a level has no answer: *failure says which and why. The unit must have positions. Memory: the scenario's
// arena.
const struct levels *levels_run(const struct scenario *scenario, const struct levels_ask *ask, struct failure *failure);

const char *level_kind_name(enum level_kind kind);    // today, level, measure
const char *level_place_name(enum level_place place); // on_curve, beaten, other_need

#endif
