// SPDX-License-Identifier: GPL-3.0-or-later
// A base rota to be found, and the rota found: plain values, without tables of the scenario and without the solver.
//
// A rota has N weeks that repeat forever. A line is what one position works on its 7 N days: a shift or a day off on
// each. Day t lies in week t / 7 and on weekday t % 7, Monday 0. The day after the last is the first: every rule wraps
// around the end. Group g has heads[g] lines, one for each position. If people rotate through all lines (`rotates`),
// the last day of a line is followed by the first day of the next line, and the last line by the first line: all lines
// form one closed line, which each person works from a different starting point. There is then one group, and limits
// for N weeks apply to the average of the lines.
//
// Need is that of the base weeks (weeks without public holidays) and repeats every need_weeks weeks, a divisor of N.
// It is cumulated from the top: the persons of level l or higher needed in interval i. A person on a shift that covers
// the interval counts at their own level and at every lower one.
#ifndef ROTACOST_ROTA_PROBLEM_H
#define ROTACOST_ROTA_PROBLEM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

enum { ROTA_OFF = -1, ROTA_SHIFTS_MOST = 32, ROTA_LEVELS_MOST = 9, ROTA_WEEKS_MOST = 52, ROTA_NO_LIMIT = 1000000 };

struct rota_shift {
  const char *code, *title;
  int start_min, end_min; // from midnight of its day: 0 <= start < 1440, start < end <= start + 1440, handover included
  int paid_min;           // counts towards the hours of the line
  unsigned weekdays;      // bit d: may be worked on weekday d
  bool night;             // counts as a night in a row (scenario/law.h: work_minutes_of)
  int run_least, run_most; // days in a row of this same shift; 1 and ROTA_NO_LIMIT: no limit
};

// The rules of a line. 0 or ROTA_NO_LIMIT as noted: no limit. The records of rota/rules.h state what each rule is,
// where it comes from and who may change it.
//
// A run is counted on the closed line, around the end; a run without end breaks every `most`. In all `in_row` and
// `days_off` limits 0 means no limit, as ROTA_NO_LIMIT does for `most` and 1 for `least`.
struct rota_limits {
  int daily_rest_min;     // between two shifts
  int short_rest_min;     // a short change: rest below daily_rest_min, never below this; = daily_rest_min: none
  int short_changes_most; // in any calendar week
  int weekly_rest_min;    // one stretch without work in every calendar week
                          // at most 84 h; 0: none
  bool
      weekly_rest_inside; // the stretch must be in the week from Monday 00:00 to Sunday 24:00; else it must begin in it
                          // and share no minute with that of another week
  int days_in_row_most, days_in_row_least; // working days; least 2: no single working day
  int days_off_most, days_off_least;       // days off in a row; least 2: no single day off
  int nights_in_row_most, nights_in_row_least;
  int rest_after_nights_min; // from the end of the last night of a run to the next shift
  // Works only every k-th weekend, counted from a phase of the line's own; 0: never; 1: any. If k does not divide the
  // weeks of the closed line, or people rotate: at least k - 1 weekends off between two that are worked.
  int weekend_every;
  int weekends_most;       // in the N weeks, instead of every k-th; ROTA_NO_LIMIT: as many as weekend_every allows
  bool whole_weekends;     // Saturday and Sunday both worked or both off
  int sundays_most_of_n;   // Sundays worked in the N weeks; ROTA_NO_LIMIT
  int sundays_in_row_most; // ROTA_NO_LIMIT
  // Paid minutes of a calendar week, without extra hours: of any single week; on average over any this many
  // consecutive weeks, around the end; the same for a line with nights. 0: no limit, as ROTA_NO_LIMIT is.
  int week_most_min;
  int average_most_min, average_weeks;
  int night_average_most_min, night_average_weeks;
};

// A sequence of two or three days that no line may contain: shifts or ROTA_OFF. length 2: the third is unused.
struct rota_sequence {
  int length, days[3];
};

struct rota_group {
  const char *group, *title;
  int heads;                           // lines
  int level;                           // index, 0 the lowest level
  uint32_t shifts;                     // bit s: may work shift s
  int hours_least_min, hours_most_min; // paid minutes of the N weeks
  struct rota_limits limits;
};

struct rota_interval {
  int from_min, to_min; // within the day; `to` may lie beyond 1440
};

// What makes a rota good beyond the rules; each weight in kroner per case in one line's N weeks, so that it is weighed
// against cover. Missing cover is priced by missing_kr_per_h.
struct rota_weights {
  double idle_kr_per_h; // contract hours without a shift (below hours_most_min)
  double single_day_on_kr, single_day_off_kr, short_change_kr, long_run_kr; // long run: of days_in_row_most days
  double uneven_weekend_kr, uneven_night_kr; // per weekend or night beyond the group's mean, rounded up
};

// Distinguishes rotas that are equally good by the weights: roughly what each of them costs in the year. Only a share
// of the people of a line is present, and anybody surplus on a day replaces those who are absent.
struct rota_year {
  int season_count;
  double *share;   // [seasons] of the base weeks; together 1
  double *there;   // [season * level_count + l] the share of the people of a level who are present
  double *left_kr; // [(weekday * shift_count + shift) * level_count + l] cost of somebody of the level who comes for
                   // the shift; 0: it is not open
  double
      *work_kr; // [(weekday * shift_count + shift) * group_count + g] a person of the lines on the shift, beyond what
                // the contract pays, times the share who are there
};

struct rota_problem {
  int weeks, need_weeks;
  bool rotates; // people rotate through all lines
  int shift_count, interval_count, level_count, group_count, sequence_count;
  struct rota_shift *shifts;
  struct rota_interval *intervals;
  struct rota_group *groups;
  struct rota_sequence *sequences;
  bool *covers; // [shift * interval_count + interval]
  // [((need_week * 7 + weekday) * interval_count + interval) * level_count + level], thousandths of a person
  int64_t *need_milli;
  int64_t *most_milli;      // the same layout: no more than this many; NULL: no ceiling
  double *missing_kr_per_h; // [level_count] price of a missing person-hour of that level
  bool cover_required;      // a rota that leaves any need uncovered is not accepted
  struct rota_weights weights;
  const struct rota_year *year; // NULL: equal rotas are not distinguished
};

struct rota {
  int weeks, line_count;
  int *group_of; // [line_count] ascending
  int *day;      // [line * 7 * weeks + t]: shift or ROTA_OFF
};

// For a line that follows itself, not for `rotates`.
static inline int rota_shift_on(const struct rota *rota, int line, int t) {
  int days = 7 * rota->weeks;
  return rota->day[line * days + (t % days + days) % days];
}

// What a rota costs in the terms of the problem, its cover and its quality. For all of the N weeks.
struct rota_measure {
  double missing_h; // person-hours of need, each counted once: at level l beyond those at higher levels
  double missing_kr;
  double idle_h;
  int single_days_on, single_days_off, short_changes, long_runs;
  int weekends_most, weekends_fewest, nights_most, nights_fewest; // of a line, in the group with the widest spread
  double cost_kr;                                                 // missing_kr and the weights
};
struct rota_measure rota_measure_of(const struct rota_problem *problem, const struct rota *rota);

#endif
