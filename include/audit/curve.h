// SPDX-License-Identifier: GPL-3.0-or-later
// Compares plans of units whose need follows from the children present with the children and with every rule of
// ratios.csv, not only the one in force. "Adults" here are those of the plan less the additional ones of need.csv
// (special needs, leadership).
#ifndef ROTACOST_AUDIT_CURVE_H
#define ROTACOST_AUDIT_CURVE_H

#include "audit/effect.h"
#include "scenario/rows_people.h"

struct curve_line { // one half hour of days with the same term, weekday, children and need
  int year, days;   // the number of days
  size_t unit;
  enum term_kind kind;
  day_number day; // the first of them; its plan is shown
  int64_t half_hour_min;
  int64_t children_e11;              // the busiest minute
  int64_t need_milli, planned_milli; // all adults, including additional ones: the highest need, the fewest present
  int64_t ratio_milli;               // most children per adult; NOT_GIVEN: children alone, 0: no children
};

struct ratio_line { // one unit, year, plan and rule
  int64_t measure;  // NOT_GIVEN: the baseline
  int year;
  enum positions positions;
  size_t unit;
  const char *rule;
  bool in_force; // on the last day of the year
  int open_days;
  double child_h; // hours of children present
  double rule_h;  // adult hours the rule requires
  double below_h; // adult hours missing under the rule
  int below_days;
  int64_t worst_children_e11, worst_milli; // children and adults at the moment with most children per adult
  day_number worst_day;                    // DAY_NONE: no child all year
  int64_t worst_min;                       // of the day
  double staffed_h, gross_fte, cost_kr;    // of the plan
};

// Adds the curve lines of the baseline, in order of first day and half hour; none for a unit without a ratio.
void curve_add(struct audit *audit, const struct plan *plan, const struct timeline *timeline);
// Adds one line per rule of ratios.csv, in their order; none for a unit without a ratio.
void ratios_add(struct audit *audit, const struct plan *plan, const struct timeline *timeline, int64_t measure);

#endif
