// SPDX-License-Identifier: GPL-3.0-or-later
// Plans of units whose need follows from children present, held against the children and against every rule of
// ratios.csv, not only the one in force. Adults here are those of the plan less those whom need.csv wants on top
// (special needs, leadership).
#ifndef ROTACOST_AUDIT_CURVE_H
#define ROTACOST_AUDIT_CURVE_H

#include "audit/effect.h"
#include "scenario/rows_people.h"

struct curve_line { // one half hour of days that are alike in term, weekday, children and need
  int year, days;   // so many days
  size_t unit;
  enum term_kind kind;
  day_number day; // the first of them, whose plan is shown
  int64_t half_hour_min;
  int64_t children_e11;              // the busiest minute
  int64_t need_milli, planned_milli; // all adults, those on top included: most wanted, fewest there
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
  double rule_h;  // adult hours the rule wants
  double below_h; // adult hours missing by the rule
  int below_days;
  int64_t worst_children_e11, worst_milli; // children and adults at the moment with most children per adult
  day_number worst_day;                    // DAY_NONE: no child all year
  int64_t worst_min;                       // of the clock
  double staffed_h, gross_fte, cost_kr;    // of the plan
};

// Curve lines of the baseline, in order of first day and half hour; nothing for a unit without a ratio.
void curve_add(struct audit *audit, const struct plan *plan, const struct timeline *timeline);
// One line per rule of ratios.csv, in their order; nothing for a unit without a ratio.
void ratios_add(struct audit *audit, const struct plan *plan, const struct timeline *timeline, int64_t measure);

#endif
