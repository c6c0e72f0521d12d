// SPDX-License-Identifier: GPL-3.0-or-later
// Who of a unit's own people works how much in each week type of a plan, wherever it is, and how many are there: the
// basis for measuring working-time rules. Covers whole weeks, also those that hold the ends of the year. Excludes hired
// staff, whose other work is not known.
#ifndef ROTACOST_AUDIT_WORKLOAD_H
#define ROTACOST_AUDIT_WORKLOAD_H

#include "plan/plan.h"

struct duty { // people of one group on one shift on one day
  int type, day, group, shift;
  double own, extra, overtime; // persons
  int64_t start_min, off_min;  // from the beginning of the service day, including handover
  int64_t worked_min;          // without gaps and unpaid break, with handover; for passive duty the part that counts
  int64_t night_min;           // between 21 and 6, without gaps and unpaid break
  bool on_call;                // at home: does not count against rest
  bool weekend;                // weekend duty (need/weekend.h)
};

struct workload {
  const struct plan *plan;
  int64_t unit; // excludes the groups whose home is another unit
  int group_count, type_count;
  struct duty *duties; // by type, day, group and shift
  size_t duty_count;
  size_t *day_duties;                // [(7 t + d) groups + g] first of them; one more at the end
  double *heads;                     // [k groups + g]
  double *present;                   // [(7 t + d) groups + g] people there
  double *present_weeks;             // [t groups + g] the same in head-weeks
  double *ordinary_h, *overtime_h;   // [t groups + g] worked; ordinary: contract and extra
  double *planned_h, *planned_weeks; // [t groups + g] ordinary hours per week as planned: in a year-round rota those
                                     // rostered, for the people not on holiday
};

struct workload *workload_of(struct arena *arena, const struct plan *plan, int64_t unit);

static inline double duty_persons(const struct duty *duty) { return duty->own + duty->extra + duty->overtime; }
static inline size_t load_day(const struct workload *load, int t, int d, int g) {
  return (size_t)((7 * t + d) * load->group_count + g);
}
static inline size_t load_week(const struct workload *load, int t, int g) {
  return (size_t)(t * load->group_count + g);
}
// Own people of the group on duty on a day of a type, on contract hours and, with `beyond`, also beyond them.
double load_people(const struct workload *load, int t, int d, int g, bool beyond);

#endif
