// SPDX-License-Identifier: GPL-3.0-or-later
// What public holidays and eves free with pay (need/red_days.h) come to: the baseline of a unit and year, positions
// kept, as it is planned and as it would be if their hours were worked on other days; and what more there would be by
// the law's rule, where groups.csv does not say. Each is solved.
#ifndef ROTACOST_AUDIT_FREE_DAYS_H
#define ROTACOST_AUDIT_FREE_DAYS_H

#include "audit/study.h"
#include "base/failure.h"

struct free_days {
  double h;         // contract hours paid and not worked
  int64_t cost_ore; // cost as planned less cost with them worked
  double opened_h;  // person-hours that stand empty for it
  // more of the same by the setting sundays, of groups of which groups.csv does not say; in no cost planned
  double unsaid_h;
  int64_t unsaid_ore;
  double unsaid_opened_h;
};

// False with `failure` where it was not solved.
bool free_days_ask(struct study *study, const struct comparison *comparison, struct free_days *found,
                   struct failure *failure);

#endif
