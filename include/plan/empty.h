// SPDX-License-Identifier: GPL-3.0-or-later
// Hours that a plan leaves empty (missing or not replaced), level by level, and what it would cost to fill them.
//
// An empty hour is not a saving: somebody found to work it would cost
//
//   v(l)   the price of a shift that covers the hour, worked by the dearest source of level l or higher that serves the
//          unit at any time of the year, with or without the measure (agency, overtime, substitutes, extra hours);
//          including supplements and on-costs. Where no source of the level is available, overtime at the pay of the
//          lowest sufficient level.
//
// The empty hours of a day are filled by whole shifts, the cheapest per empty hour first, since shifts are
// what is paid. Hours that no shift covers are priced individually.
//
// Only hours that were not empty before are priced, hour by hour of the year: an hour on a Sunday that a measure leaves
// empty is not offset by a Monday hour that was empty before. Where other hours of the same level are filled instead,
// their cost is deducted, at no more than the mean price of the newly empty hours.
#ifndef ROTACOST_PLAN_EMPTY_H
#define ROTACOST_PLAN_EMPTY_H

#include "plan/plan.h"

// For two plans of a unit and year: person-hours that are empty in the second but were not in the first, level by level,
// and what they would cost.
struct empty_more {
  double h, kr;
};
struct empty_more empty_beyond(const struct plan *before, const struct plan *after);

#endif
