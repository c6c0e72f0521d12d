// SPDX-License-Identifier: GPL-3.0-or-later
// How many people a unit needs by its need alone: what a planner asks before pay, contracts or measures are known.
//
//   need_h        person-hours needed: need.csv and the ratios of the children present
//   paid_h        the fewest paid hours with which the unit's shifts cover the need, day by day (solve/fewest.h), with
//                 handover and without unpaid breaks; hours that no shift covers count as they stand. No rota pays for
//                 fewer
//   gross FTE     sum over days of  paid_h / (52 x full-time week)
//   net FTE       the same divided by the share present that day: (1 - holiday) x (1 - sick) - training
//   weekend heads people on duty on the fuller day of a weekend (mean over the year) x k, working every k-th weekend
//
// Paid hours are distributed over categories in proportion to the needed hours. The full-time week of a category is
// that of the unit's groups of the category, weighted by positions, otherwise the category's own.
#ifndef ROTACOST_AUDIT_DEMAND_H
#define ROTACOST_AUDIT_DEMAND_H

#include "scenario/scenario.h"

enum demand_day { DEMAND_WEEKDAY, DEMAND_SATURDAY, DEMAND_SUNDAY, DEMAND_DAYS };

struct demand {
  int64_t unit; // NOT_GIVEN: the sum of the units
  int year;
  double need_h, paid_h;
  double uncovered_h;         // needed where the unit has no shift
  double people[DEMAND_DAYS]; // people who come to work on such a day, except public holidays, mean over the year
  double gross_fte, net_fte;
  bool net_known;             // false: on some day nobody is present at all
  double full_time_h;         // the full-time week implied by the gross FTE; 0: there is no need
  double weekend_people;      // on duty on the fuller day of a weekend, mean over the year
  double weekend_people_most; // in the fullest weekend
  double weekend_away;        // people away for each one on duty there: to have P on duty takes P x (1 + away)
  double actual_h, filled_h;  // actually worked in windows that have actual_h; needed in them
  double own_every;           // the groups work every k-th weekend; 0: no group with weekend duty
};

// For every unit (or the one given; NOT_GIVEN: every one) in a year, then their sum if there are several. Sets *count.
// NULL if the solver gave up. Memory: arena.
struct demand *demand_of_year(struct arena *arena, const struct scenario *scenario, int64_t unit, int year,
                              size_t *count);

// Heads for the weekends at every k-th; including people away on weekends.
double demand_weekend_heads(const struct demand *demand, double every);
double demand_weekend_heads_net(const struct demand *demand, double every);

#endif
