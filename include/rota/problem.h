// SPDX-License-Identifier: GPL-3.0-or-later
// A base rota asked for, and the rota found: plain values, without a table of the scenario and without the solver.
//
// A rota has N weeks that repeat for ever. A line is what one position works on its 7 N days: a shift or a day off on each.
// Day t lies in week t / 7, weekday t % 7, Monday 0. The day after the last is the first: every rule looks round the end.
// Group g has heads[g] lines, one for each position. Where people rotate through all lines (`rotates`), the day after the
// last of a line is the first of the next line, after the last line that of the first: one closed line of all, which
// everybody works from a place of their own. Then one group, and limits of N weeks hold on average of the lines.
//
// Need is that of the base weeks (weeks without public holidays) and repeats every need_weeks weeks, a divisor of N.
// It is cumulated from the top: persons of level l or higher wanted in interval i. A person on a shift that covers the interval
// counts at their level and at every lower one.
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
  bool night;             // makes a night in a row (scenario/law.h: work_minutes_of)
  int run_least, run_most; // days in a row of this very shift; 1 and ROTA_NO_LIMIT: no limit
};

// The rules of a line. 0 or ROTA_NO_LIMIT as said: no limit. What each is, where it comes from and who may change it stands
// in the records of rota/rules.h.
//
// A run is one of the closed line, round the end; one without end breaks every `most`. In all `in_row` and `days_off`
// limits 0 is no limit, as ROTA_NO_LIMIT is for `most` and 1 for `least`.
struct rota_limits {
  int daily_rest_min;     // between two shifts
  int short_rest_min;     // a short change: rest below daily_rest_min, never below this one; = daily_rest_min: none
  int short_changes_most; // in any calendar week
  int weekly_rest_min;    // one stretch without work in every calendar week
                          // at most 84 h; 0: none
  bool
      weekly_rest_inside; // the stretch must lie in the week from Monday 00:00 to Sunday 24:00; else it must begin in it
                          // and share no minute with that of another week
  int days_in_row_most, days_in_row_least; // working days; least 2: no single working day
  int days_off_most, days_off_least;       // days off in a row; least 2: no single day off
  int nights_in_row_most, nights_in_row_least;
  int rest_after_nights_min; // from the end of the last of a run of nights to the next shift
  // Works no weekend but every k-th, counted from a phase of the line's own; 0: never; 1: any. Where k divides not the
  // weeks of the closed line, or people rotate: at least k - 1 weekends off between two that are worked.
  int weekend_every;
  int weekends_most;       // of N weeks, instead of every k-th; ROTA_NO_LIMIT: as many as weekend_every gives
  bool whole_weekends;     // Saturday and Sunday both or neither
  int sundays_most_of_n;   // Sundays worked in the N weeks; ROTA_NO_LIMIT
  int sundays_in_row_most; // ROTA_NO_LIMIT
  // Paid minutes of a calendar week, without extra hours: of any one; on average over any so many that follow each other,
  // round the end; the same of a line with nights. 0: no limit, as ROTA_NO_LIMIT is.
  int week_most_min;
  int average_most_min, average_weeks;
  int night_average_most_min, night_average_weeks;
};

// A sequence that no line may hold, of two or three days: shifts or ROTA_OFF. length 2: third unused.
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
  int from_min, to_min; // of the day; to may lie beyond 1440
};

// What a rota is good by, beyond the rules; each weight in kroner per case of one line's N weeks, so that it is weighed
// against cover. Cover missing is priced by missing_kr_per_h.
struct rota_weights {
  double idle_kr_per_h; // contract hours without a shift (below hours_most_min)
  double single_day_on_kr, single_day_off_kr, short_change_kr, long_run_kr; // long run: of days_in_row_most days
  double uneven_weekend_kr, uneven_night_kr; // per weekend or night beyond the group's mean, rounded up
};

// What tells rotas apart that are equally good by the weights: about what one of them costs the year. Of the people of a
// line only a share is there, and whoever is one too many on a day stands in for those who are not.
struct rota_year {
  int season_count;
  double *share;   // [seasons] of the base weeks; together 1
  double *there;   // [season * level_count + l] of the people of a level, the share who are there
  double *left_kr; // [(weekday * shift_count + shift) * level_count + l] somebody of the level who comes for the shift;
                   // 0: it is not open
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
  int64_t *most_milli;      // the same: no more than so many; NULL: no ceiling
  double *missing_kr_per_h; // [level_count] a person-hour of that level missing
  bool cover_required;      // a rota that leaves any need uncovered is none
  struct rota_weights weights;
  const struct rota_year *year; // NULL: equal rotas are not told apart
};

struct rota {
  int weeks, line_count;
  int *group_of; // [line_count] ascending
  int *day;      // [line * 7 * weeks + t]: shift or ROTA_OFF
};

// Of a line that follows itself, not of `rotates`.
static inline int rota_shift_on(const struct rota *rota, int line, int t) {
  int days = 7 * rota->weeks;
  return rota->day[line * days + (t % days + days) % days];
}

// What a rota costs in the terms of the problem, its cover and its quality. All of the N weeks.
struct rota_measure {
  double missing_h; // person-hours of need, each counted once: short of level l beyond what is short of higher levels
  double missing_kr;
  double idle_h;
  int single_days_on, single_days_off, short_changes, long_runs;
  int weekends_most, weekends_fewest, nights_most, nights_fewest; // of a line, within a group: the widest spread
  double cost_kr;                                                 // missing_kr and the weights
};
struct rota_measure rota_measure_of(const struct rota_problem *problem, const struct rota *rota);

#endif
