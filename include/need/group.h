// SPDX-License-Identifier: GPL-3.0-or-later
// A group as its row has it on a day.
#ifndef ROTACOST_NEED_GROUP_H
#define ROTACOST_NEED_GROUP_H

#include "need/year.h"

// The group as it is on a day.
const struct group_row *group_on(const struct unit_year *year, enum variant variant, int g, day_number day);
// Its full-time week, in minutes.
int64_t group_full_time(const struct tables *tables, const struct group_row *group);
// Minutes of one head's contract in a week.
// The payee by which the people of a group are priced.
struct payee payee_of_group(const struct group_row *group);
double group_contract_min(const struct tables *tables, const struct group_row *group);
// Does the group never have weekend duty?
bool never_on_weekends(const struct group_row *group);
// Share of the week's contract hours that falls on a day: one seventh; one fifth on weekdays for people who never work
// weekends. It matters only in weeks divided by the start of a measure, and for the part of a week's idle hours that falls in the year.
double group_day_share(const struct group_row *group, day_number day);

#endif
