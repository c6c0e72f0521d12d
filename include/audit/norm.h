// SPDX-License-Identifier: GPL-3.0-or-later
// By how much a measure reduces staffing below the minimum, by the higher of the norms before and with the measure
// (need/frame.h). If today's need or plan is already below a norm, that is a finding of the baseline; a measure
// accounts for   max(0, min(norm, today) - with the measure),   interval by interval. A person missing at several
// levels is missing once.
#ifndef ROTACOST_AUDIT_NORM_H
#define ROTACOST_AUDIT_NORM_H

#include "plan/plan.h"

struct norm_breach {
  int days;
  int days_least; // the fewest days on which that many hours can be missing: of plans with the same cost, one may
                  // spread them over more days than another. For need, the days themselves
  double person_hours;
  day_number first_day; // DAY_NONE if there is none
};
void norm_breach_add(struct norm_breach *sum, const struct norm_breach *more);

// Planned: by the need of two timelines, over the days of the reference.
struct norm_breach norm_breach_of_unit(struct arena *arena, const struct scenario *scenario, int64_t unit,
                                       const struct timeline *reference, const struct timeline *subject);

// Filled: by the people on duty in two plans of one year.
struct norm_breach norm_breach_of_plans(struct arena *arena, const struct plan *before, const struct plan *after);

// Reduction of the need in person-hours over the year, at the level that loses most; 0 if no level loses any. If
// resting or on-call duty may replace somebody at work, these hours count as reduced too.
double wanted_less_h(struct arena *arena, const struct scenario *scenario, int64_t unit,
                     const struct timeline *reference, const struct timeline *subject);

#endif
