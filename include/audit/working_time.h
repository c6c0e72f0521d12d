// SPDX-License-Identifier: GPL-3.0-or-later
// Working time measured on a plan laid out on the real weeks, one function per rule of audit/rules.h.
//
// A plan has groups, not named persons. Hours and days of a person are those of the group divided by the people of the
// group who are there. If that average breaks a rule, somebody's rota does; if it keeps the rule, everybody's may. A
// service day is the day on which its shifts begin: the night to Sunday is Saturday's.
#ifndef ROTACOST_AUDIT_WORKING_TIME_H
#define ROTACOST_AUDIT_WORKING_TIME_H

#include "audit/workload.h"

struct rule_reading {
  bool applies;
  double limit, value;  // of the group and stretch with the least room, or with the worst breach
  double room;          // share of the limit left; negative where broken
  int breaches;         // days or stretches, over all groups
  day_number first_day; // of the first of them; DAY_NONE
  int group;            // index in the frame
  bool proven;          // kept whoever works which shifts
};

// Each adds to an empty reading (first_day DAY_NONE).
typedef void rule_measure(const struct workload *load, struct rule_reading *reading);
rule_measure measure_shift_length;
rule_measure measure_day_total;
rule_measure measure_long_shifts;
rule_measure measure_daily_rest;
rule_measure measure_weekly_rest;
rule_measure measure_hours_48;
rule_measure measure_week_ceiling;
rule_measure measure_week_total;
rule_measure measure_week_average;
rule_measure measure_night_average;
rule_measure measure_sundays_next_off;
rule_measure measure_sundays_averaged;
rule_measure measure_overtime_unforeseen;
rule_measure measure_weekends;
rule_measure measure_overtime_week;
rule_measure measure_overtime_four_weeks;
rule_measure measure_overtime_year;

#endif
