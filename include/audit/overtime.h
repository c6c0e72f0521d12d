// SPDX-License-Identifier: GPL-3.0-or-later
// What the setting planned_overtime comes to: the baseline of a unit and year, positions kept, as it is planned and as it
// would be under another word. Overtime is for what cannot be planned (arbeidsmiljøloven 10-6(1)); what a plan pays for that
// is told beside it.
#ifndef ROTACOST_AUDIT_OVERTIME_H
#define ROTACOST_AUDIT_OVERTIME_H

#include "audit/study.h"
#include "base/failure.h"
#include "scenario/rows_settings.h"

struct overtime_otherwise {
  bool asked;         // overtime is on offer in the unit in that year
  double planned_h;   // hours of overtime as planned
  double otherwise_h; // under overtime_other of the setting
  int64_t more_ore;   // what the year would cost more (or, negative, less)
  double filled_h;    // person-hours that would not stand empty then (or, negative, would)
};

// by_cost for last_resort, last_resort for the others.
enum planned_overtime overtime_other(enum planned_overtime planned);
// False with `failure` where it was not solved.
bool overtime_ask(struct study *study, const struct scenario *scenario, const struct comparison *comparison,
                  struct overtime_otherwise *otherwise, struct failure *failure);

#endif
