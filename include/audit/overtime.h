// SPDX-License-Identifier: GPL-3.0-or-later
// The effect of the setting planned_overtime: the baseline of a unit and year, positions kept, as planned and as it
// would be under another value. Overtime is for what cannot be planned (arbeidsmiljøloven 10-6(1)), so its cost in a
// plan is reported beside the plan.
#ifndef ROTACOST_AUDIT_OVERTIME_H
#define ROTACOST_AUDIT_OVERTIME_H

#include "audit/study.h"
#include "base/failure.h"
#include "scenario/rows_settings.h"

struct overtime_otherwise {
  bool asked;         // overtime is on offer in the unit in that year
  double planned_h;   // hours of overtime as planned
  double otherwise_h; // under overtime_other of the setting
  int64_t more_ore;   // additional cost of the year (negative: saving)
  double filled_h;    // person-hours that would no longer stand empty (negative: would become empty)
};

// by_cost for last_resort, last_resort for the others.
enum planned_overtime overtime_other(enum planned_overtime planned);
// False with `failure` where it was not solved.
bool overtime_ask(struct study *study, const struct scenario *scenario, const struct comparison *comparison,
                  struct overtime_otherwise *otherwise, struct failure *failure);

#endif
