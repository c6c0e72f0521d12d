// SPDX-License-Identifier: GPL-3.0-or-later
// Absence that is not replaced (replacement.csv): an accepted gap, which counts neither as a missing person nor as a saving of a
// measure. Used both by the planner, which leaves it empty, and by the auditor, which counts it.
//
// Absent people would have worked the same shifts as their colleagues present. For each hour that people of a group
// work on contract in an interval
//
//   u = [ holiday (1 - r_holiday) + (1 - holiday) sick (1 - r_sick) + training (1 - r_training) ] / p
//
// hours of others in the group are lost and not replaced, where r is the share replaced, p the share present
// (need/positions.h) and r_sick = (1 - long) r_sick_short + long r_sick_long, long being the rate `sick_refunded`; days
// with a sick child are all short. In a
// year-round rota the holidays are placed where they leave no gap: holiday is 0 there.
#ifndef ROTACOST_NEED_REPLACEMENT_H
#define ROTACOST_NEED_REPLACEMENT_H

#include "need/frame.h"
#include "need/year.h"
#include "scenario/rows_people.h"
#include "scenario/tables.h"

// Share (e8) of absence of one cause that is replaced in an interval of the service day: of the matching rows, unit and window before unit,
// before window, before neither; of several windows the highest share. Without a row, all of it.
int64_t replaced_share(const struct frame *frame, const struct tables *tables, enum absence_cause cause, int interval);
// u, under the terms of the year; 0 if all is replaced or nobody is present.
double group_unreplaced(const struct unit_year *year, enum variant variant, int g, day_number day, int interval);

#endif
