// SPDX-License-Identifier: GPL-3.0-or-later
// Base rota problems without a scenario: a ward of mixed contracts and its variants, and small random ones.
#ifndef ROTACOST_TESTS_ROTA_WARDS_H
#define ROTACOST_TESTS_ROTA_WARDS_H

#include "rota/problem.h"
#include "support/town.h"

struct ward_shape {
  int weeks;
  int weekend_every;     // 0: 3
  int evening_paid_min;  // 0: 450
  int night_paid_min;    // of rota_three_shifts; 0: 570, as long as the night
  double position_scale; // 0: 1
};

// 19 people in 6 kinds of contract, three levels, day and evening shifts, a full-time week of 35.5 h.
struct rota_problem *rota_ward(struct arena *arena, struct ward_shape shape);
// 27 people in 6 kinds of contract, two levels, day, evening and night shifts in one team.
struct rota_problem *rota_three_shifts(struct arena *arena, struct ward_shape shape);
// 6 people on nights alone, 3 nurses and 3 skilled, 70 % each.
struct rota_problem *rota_night_team(struct arena *arena, struct ward_shape shape);

// Limits that only forbid overlapping shifts.
struct rota_limits rota_no_limits(void);
// Any limits at all, mild or hard, for a problem of `weeks` weeks.
struct rota_limits random_rota_limits(struct random *random, int weeks);
// One to three shifts of odd times, perhaps a forbidden sequence, random limits, one or two groups, small need.
struct rota_problem *random_rota_problem(struct arena *arena, struct random *random, int weeks);

// An empty rota for the problem: all days off.
struct rota *rota_empty(struct arena *arena, const struct rota_problem *problem);
int rota_lines_of(const struct rota_problem *problem);

#endif
