// SPDX-License-Identifier: GPL-3.0-or-later
// The shortfall that remains in a solved plan: every source is used up to its limits before anybody is missing.
//
// Each short interval is reported under the window that wants the level there (the first in need.csv), and each
// missing person once, at the missing level, so that the person-hours of all findings add up to the plan's shortfall.
// If nobody is missing, the margin is reported: of the people who may be on duty on a Saturday or Sunday, of those
// present on a day and of the hours hired in a week, the limit with the least margin left, in persons; of equals the
// smallest limit. Weeks cut by New Year offer only a part of the hours, and are left out of the margin.
#ifndef ROTACOST_AUDIT_COVERABLE_H
#define ROTACOST_AUDIT_COVERABLE_H

#include "audit/finding.h"

void coverable_add(struct audit *audit, const struct plan *plan, int64_t measure);

enum margin_kind { MARGIN_NONE, MARGIN_WEEKEND, MARGIN_PRESENT, MARGIN_HIRED };
struct margin {
  enum margin_kind kind;
  double used, limit; // persons; hours a week for hired people
  double room;        // persons
  int source;         // MARGIN_HIRED: index in the frame
  uint64_t weeks;     // bit w: the w-th week of the year is equally tight
};
struct margin plan_margin(const struct plan *plan, int64_t unit);

#endif
