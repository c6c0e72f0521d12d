// SPDX-License-Identifier: GPL-3.0-or-later
// The figures counted for a line and for a day's cover, in the terms of a problem. rota_measure_of adds them up over a
// whole rota; the neighbourhood search asks for one line or day at a time.
#ifndef ROTACOST_ROTA_QUALITY_H
#define ROTACOST_ROTA_QUALITY_H

#include "rota/problem.h"

struct rota_line_quality { // of N weeks, around the end
  int paid_min;
  int single_days_on, single_days_off; // a working day between two days off; a day off between two working days
  int short_changes;                   // two shifts with less than daily_rest_min between them
  int long_runs;                       // runs of exactly days_in_row_most working days
  int weekends, nights;                // weekends with a shift on Saturday or Sunday; shifts that are nights
};
// `day`: [7 * problem->weeks], shift or ROTA_OFF.
struct rota_line_quality rota_line_quality_of(const struct rota_problem *problem, const struct rota_limits *limits,
                                              const int *day);
// Idle hours and the weights of the line, without the weights for an uneven group.
double rota_line_cost_kr(const struct rota_problem *problem, const struct rota_group *group,
                         const struct rota_line_quality *quality);

// Weekends or nights of a line above the mean of its group's lines, rounded up.
int rota_beyond_fair(int count, int sum, int lines);

// Need and ceilings of one interval of one day: `have` [level] persons of exactly that level at work.
struct rota_cover {
  double missing_h, missing_kr;
  double excess_h; // above a ceiling of most_milli, at the worst level
};
struct rota_cover rota_cover_of(const struct rota_problem *problem, int t, int interval, const int *have);

#endif
