// SPDX-License-Identifier: GPL-3.0-or-later
// A second, simple planner: it expands every day, shift, source and quarter of an hour directly from the tables, prices
// shifts minute by minute and solves with its own simplex. It shares no code with need, program, solve and plan. All
// times must be on quarters of an hour.
#ifndef ROTACOST_TESTS_PLAIN_PLAN_H
#define ROTACOST_TESTS_PLAIN_PLAN_H

#include "base/arena.h"
#include "calendar/date.h"
#include "scenario/tables.h"

enum { PLAIN_LEVELS = 10 }; // variable_h[level], levels 1-9

struct plain_question {
  const struct tables *tables;
  int64_t unit;
  bool all_units;       // all units together: groups help where also_units lets them
  day_number first_day; // within one calendar year; every week with any of the days is planned whole
  int day_count;
  bool adjusted;            // positions vary within their bounds
  const double *variable_h; // adjusted: upper limit of variable hours for each level
};

struct plain_answer { // of all days planned
  double short_h, cost_kr;
  double variable_h[PLAIN_LEVELS];
};

struct plain_answer plain_plan(struct arena *arena, const struct plain_question *question);

#endif
