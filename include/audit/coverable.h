// SPDX-License-Identifier: GPL-3.0-or-later
// The shortfall that remains in a solved plan: every source is used within its limits before anybody is missing.
//
// Each interval short is told under the window that wants the level there (the first of need.csv), and each person
// missing once, at the level missing, so that the person-hours of all findings add up to the plan's shortfall.
// Where nobody is missing, the margin: of the people who may be on duty on a Saturday or Sunday, of those present on a
// day and of the hours hired in a week, the limit with the least room left, in persons; of
// equals the smallest limit. Weeks cut by New Year have only a part of what is on offer, and are left out there.
#ifndef ROTACOST_AUDIT_COVERABLE_H
#define ROTACOST_AUDIT_COVERABLE_H

#include "audit/finding.h"

void coverable_add(struct audit *audit, const struct plan *plan, int64_t measure);

enum margin_kind { MARGIN_NONE, MARGIN_WEEKEND, MARGIN_PRESENT, MARGIN_HIRED };
struct margin {
  enum margin_kind kind;
  double used, limit; // persons; hours a week where hired
  double room;        // persons
  int source;         // MARGIN_HIRED: index in the frame
  uint64_t weeks;     // bit w: the w-th week of the year is as tight
};
struct margin plan_margin(const struct plan *plan, int64_t unit);

#endif
