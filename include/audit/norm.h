// SPDX-License-Identifier: GPL-3.0-or-later
// What a measure takes from minimum staffing, by the higher norm of before and with the measure (need/frame.h). Where today's need or plan lies below a norm already, that is today's finding:
// a measure answers for   max(0, min(norm, today) - with the measure),   interval by interval. A person missing at several
// levels is missing once.
#ifndef ROTACOST_AUDIT_NORM_H
#define ROTACOST_AUDIT_NORM_H

#include "plan/plan.h"

struct norm_breach {
  int days;
  int days_least; // the fewest days on which so many hours can be missing: of plans that cost the same, one may spread
                  // them over more days than another. Of need the days themselves
  double person_hours;
  day_number first_day; // DAY_NONE where there is none
};
void norm_breach_add(struct norm_breach *sum, const struct norm_breach *more);

// Planned: by the need of two timelines, over the days of the reference.
struct norm_breach norm_breach_of_unit(struct arena *arena, const struct scenario *scenario, int64_t unit,
                                       const struct timeline *reference, const struct timeline *subject);

// Filled: by the people on duty in two plans of one year.
struct norm_breach norm_breach_of_plans(struct arena *arena, const struct plan *before, const struct plan *after);

// Person-hours fewer wanted over the year, at the level that loses most; 0 where no level loses any. Where resting duty or
// duty on call will do instead of somebody at work, these hours are fewer too.
double wanted_less_h(struct arena *arena, const struct scenario *scenario, int64_t unit,
                     const struct timeline *reference, const struct timeline *subject);

#endif
