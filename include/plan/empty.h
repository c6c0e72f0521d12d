// SPDX-License-Identifier: GPL-3.0-or-later
// Hours that a plan leaves empty, missing or not replaced, level by level, and what it would cost to fill them.
//
// An empty hour is no saving: somebody who had to be found for it would cost
//
//   v(l)   the price of a shift that covers the hour, worked by the dearest source of level l or higher that serves the
//          unit at any time of the year, with or without the measure (agency, overtime, substitutes, extra hours);
//          supplements and on-costs included. Where nobody of the level is on offer, overtime at the pay of the
//          lowest level that would do.
//
// The empty hours of a day are filled by whole shifts, the one that costs least per empty hour first, since shifts are
// what is paid. Hours that no shift covers are priced as they are.
//
// What is priced is what stands empty beyond before, hour by hour of the year: an hour on a Sunday that a measure leaves
// empty is not priced by the Monday that nobody had before it either. Where other hours are filled instead, of the same
// level, what these cost is taken off, at no more than the mean of those that are newly empty.
#ifndef ROTACOST_PLAN_EMPTY_H
#define ROTACOST_PLAN_EMPTY_H

#include "plan/plan.h"

// Of two plans of a unit and year: person-hours that stand empty beyond those that stood empty before, level by level,
// and what they would cost.
struct empty_more {
  double h, kr;
};
struct empty_more empty_beyond(const struct plan *before, const struct plan *after);

#endif
