// SPDX-License-Identifier: GPL-3.0-or-later
// The cost of the days off with pay for public holidays and eves (need/red_days.h): the baseline of a unit and year,
// positions kept, as planned and as if these hours were worked on other days; and the additional days off under the
// law's rule if groups.csv does not specify it. Each case is solved.
#ifndef ROTACOST_AUDIT_FREE_DAYS_H
#define ROTACOST_AUDIT_FREE_DAYS_H

#include "audit/study.h"
#include "base/failure.h"

struct free_days {
  double h;         // contract hours paid but not worked
  int64_t cost_ore; // cost as planned less cost with them worked
  double opened_h;  // person-hours left empty as a result
  // additional days off by the setting sundays, for groups without a rule in groups.csv; in no planned cost
  double unsaid_h;
  int64_t unsaid_ore;
  double unsaid_opened_h;
};

// False with `failure` if it was not solved.
bool free_days_ask(struct study *study, const struct comparison *comparison, struct free_days *found,
                   struct failure *failure);

#endif
