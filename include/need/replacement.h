// SPDX-License-Identifier: GPL-3.0-or-later
// Absence that is not replaced (replacement.csv): an accepted gap, which is neither somebody missing nor a saving of a
// measure. Read alike by the planner, who leaves it empty, and by the auditor, who counts it.
//
// Who is away would have worked the same shifts as the colleagues who are there. For each hour that people of a group
// work on contract in an interval
//
//   u = [ holiday (1 - r_holiday) + (1 - holiday) sick (1 - r_sick) + training (1 - r_training) ] / p
//
// hours of others of the group are lost there and not replaced, with r the share replaced, p the share present
// (need/positions.h) and r_sick = (1 - long) r_sick_short + long r_sick_long, long being the rate `sick_refunded`; days
// with a sick child are all short. In a
// year-round rota the holidays are laid where they leave no gap: holiday is 0 there.
#ifndef ROTACOST_NEED_REPLACEMENT_H
#define ROTACOST_NEED_REPLACEMENT_H

#include "need/positions.h"

// Share (e8) replaced of a cause in an interval of the service day: of the rows that hold, unit and window before unit,
// before window, before neither; of several windows the highest. All of it without a row.
int64_t replaced_share(const struct frame *frame, const struct tables *tables, enum absence_cause cause, int interval);
// u, under the terms of the year; 0 where all is replaced or nobody is there.
double group_unreplaced(const struct unit_year *year, enum variant variant, int g, day_number day, int interval);

#endif
