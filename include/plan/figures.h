// SPDX-License-Identifier: GPL-3.0-or-later
// The figures by which planners compare rotas: people, positions, weekends and hours of a plan. All add up over units.
#ifndef ROTACOST_PLAN_FIGURES_H
#define ROTACOST_PLAN_FIGURES_H

#include "plan/plan.h"
#include "scenario/law.h"

struct figures {
  double cost_kr;
  double staffed_h;          // paid hours on shifts in the year, whoever works them
  double gross_fte;          // the same / (52 x full-time week of those who work them)
  double positions_fte;      // contracted
  double heads, full_timers; // contracted, at the year's end
  double hours[HOURS_KINDS];
  double short_h;
  double weekend_shifts;          // person-shifts of own staff on Saturdays and Sundays, contract and beyond
  double weekend_heads;           // heads with weekend duty
  double weekend_posts;           // people on duty on a Saturday or Sunday, mean over the year
  double weekend_needed;          // heads needed for these posts at the groups' weekend frequency
  double handover_h, handover_kr; // paid overlap, and its cost as direct hours
};

struct figures figures_of(const struct plan *plan);
// For one of several units solved together: hours and posts of its shifts, whoever works them; positions and heads of the groups
// whose home it is (plan/plan.h).
struct figures figures_of_share(const struct plan *plan, const struct plan_share *share);
void figures_add(struct figures *to, const struct figures *more, double sign);

// Derived: 0 where the base is 0.
double figures_average_position(const struct figures *figures);  // FTE per head
double figures_full_time_share(const struct figures *figures);   // of the heads
double figures_weekends_per_head(const struct figures *figures); // two shifts are one weekend
double figures_variable_share(const struct figures *figures);    // of the staffed hours
double figures_forced_position(const struct figures *figures);   // gross FTE per head that the weekends need

// Paid hours on shifts in one calendar week, by source (Monday to Sunday; in the first and last week only the days of the year), and person-hours
// missing. HOURS_IDLE stays 0: in a year-round rota idle hours belong to no particular week.
struct week_hours {
  double hours[HOURS_KINDS];
  double short_h;
};
// weeks: [year->week_count], zeroed by the caller. Counts shifts and windows of the given unit.
void plan_hours_by_week(const struct plan *plan, int64_t unit, struct week_hours *weeks);

// Minutes of one shift, without the unpaid break.
struct work_minutes {
  int64_t night;  // night by the country's law; in Norway between 21:00 and 06:00 (arbeidsmiljøloven 10-11)
  int64_t sunday; // Sunday and holiday hours (10-10) that are not night hours
  int64_t paid;
};
struct work_minutes work_minutes_of(const struct law *law, const struct pay_span *span);

// Heads of a group with positions adjusted at the year's end, and the most they may be (adjust_max_percent).
struct adjusted_heads {
  double heads, most;
};

// One group of a plan and the full-time week to which its plan entitles it (HTA 4.2.3-4.2.4).
struct group_figures {
  double heads;
  double own_h;            // contract hours worked in the year
  double night_h_per_week; // 21:00-06:00, of a full-time position
  double
      sunday_h_per_week; // Sunday and holiday hours (arbeidsmiljøloven 10-10) that are not night hours, of a full-time position
  bool three_part;       // day, evening and night in the plan, a quarter on day and evening, every third Sunday
  int64_t full_time_min; // used
  struct adjusted_heads adjusted; // set by the caller that has both plans (audit/unit_task.c)
  int64_t earned_min;             // clamp(37.5 - 0.25 night - 10/60 Sunday, 33.6, 35.5) where three_part, else as used
};
struct group_figures group_figures_of(const struct plan *plan, int g);
// Heads after positions are adjusted.
struct adjusted_heads adjusted_heads_of(const struct plan *adjusted, int g);
// Does the limit bind? If so, more heads might cost less.
bool heads_are_capped(const struct adjusted_heads *heads);

#endif
