// SPDX-License-Identifier: GPL-3.0-or-later
// An overview of the cover of a year: hours by source and week, and the days of coverage.h summed by weekday and
// window.
#ifndef ROTACOST_AUDIT_COVER_YEAR_H
#define ROTACOST_AUDIT_COVER_YEAR_H

#include "audit/effect.h"

struct week_line { // one unit and calendar week of a plan
  int64_t measure; // NOT_GIVEN: the baseline
  int year;
  enum positions positions;
  size_t unit;
  day_number monday, first_day; // first_day: of the week's days in the year
  int holidays;                 // public holidays from Monday to Saturday in the year
  struct week_hours hours;
};

// Adds the weeks of one plan to the audit.
void weeks_add(struct audit *audit, const struct plan *plan, int64_t measure);

enum {
  COVER_HOLIDAY = DAYS_PER_WEEK,
  COVER_DAYS
}; // a public holiday that is not a Sunday is a kind of day of its own, as in need.csv

struct cover_sum { // of one unit, window, level and weekday; means over the days with any need
  int64_t measure;
  int year;
  enum positions positions;
  size_t unit;
  const char *window;
  int64_t level;
  int weekday; // enum weekday or COVER_HOLIDAY
  int days, short_days, below_norm_days;
  int64_t need_milli, planned_milli; // sums over the days
  int64_t norm_milli;                // the highest; NOT_GIVEN: none
  int64_t below_norm_milli;          // on the worst day
};

// How the planned number of people compares: short if on any day at least a twentieth of a person is missing from the
// need; below the norm if as much is missing from the norm (also where the need is no higher than the plan: then no
// need is short); over if the mean is as much above the need.
enum cover_status { COVER_SHORT, COVER_MET, COVER_OVER, COVER_BELOW_NORM };
enum cover_status cover_status(const struct cover_sum *sum);
const char *cover_status_name(enum cover_status status); // short, met, over, below_norm

// All lines of the audit's cover, ordered by plan, unit, window and level, then Monday to Sunday and holidays.
struct cover_sum *cover_sums(struct arena *arena, const struct audit *audit, size_t *count);

#endif
