// SPDX-License-Identifier: GPL-3.0-or-later
// How many people a unit takes by its need alone: what a planner asks before pay, contracts or measures are known.
//
//   need_h        person-hours wanted: need.csv and the ratios of the children present
//   paid_h        the fewest paid hours with which the unit's shifts cover it, day by day (solve/fewest.h), with
//   handover and
//                 without unpaid breaks; hours that no shift covers count as they stand. No rota pays for fewer
//   gross FTE     sum over days of  paid_h / (52 x full-time week)
//   net FTE       the same over the share present that day: (1 - holiday) x (1 - sick) - training
//   weekend heads people on duty on the fuller day of a weekend (mean over the year) x k, of every k-th weekend
//
// Paid hours are shared over categories as the wanted hours are. The full-time week of a category is that of the unit's
// groups of it, by their positions, else the category's own.
#ifndef ROTACOST_AUDIT_DEMAND_H
#define ROTACOST_AUDIT_DEMAND_H

#include "scenario/scenario.h"

enum demand_day { DEMAND_WEEKDAY, DEMAND_SATURDAY, DEMAND_SUNDAY, DEMAND_DAYS };

struct demand {
  int64_t unit; // NOT_GIVEN: the sum of units
  int year;
  double need_h, paid_h;
  double uncovered_h;         // wanted where the unit has no shift
  double people[DEMAND_DAYS]; // who come to work on such a day that is no public holiday, mean over the year
  double gross_fte, net_fte;
  bool net_known;             // false: on some day nobody is present at all
  double full_time_h;         // week that the gross FTE comes to; 0: nobody is wanted
  double weekend_people;      // on duty on the fuller day of a weekend, mean over the year
  double weekend_people_most; // in the fullest weekend
  double weekend_away;        // people away for each on duty there: to have P on duty takes P x (1 + away)
  double actual_h, filled_h;  // worked in fact in windows that have actual_h; wanted in them
  double own_every;           // the groups work every k-th weekend; 0: no group with weekend duty
};

// Of every unit (or the one asked for; NOT_GIVEN: every one) in a year, then their sum where there are several. Sets
// *count. NULL where the solver gave up. Memory: arena.
struct demand *demand_of_year(struct arena *arena, const struct scenario *scenario, int64_t unit, int year,
                              size_t *count);

// Heads for the weekends at every k-th; with those who are away on weekends too.
double demand_weekend_heads(const struct demand *demand, double every);
double demand_weekend_heads_net(const struct demand *demand, double every);

#endif
