// SPDX-License-Identifier: GPL-3.0-or-later
// Absence: shares of the contract hours lost to holiday and sick leave, by ISO week.
#ifndef ROTACOST_PAY_ABSENCE_H
#define ROTACOST_PAY_ABSENCE_H

#include "calendar/date.h"
#include "scenario/rows_people.h"
#include "scenario/tables.h"

// Holiday or sick leave on a day: the share (e8) of people away, as given for the week (scenario/absence_row.h).
int64_t absence_on(const struct tables *tables, enum absence_kind kind, int64_t unit, int64_t category, day_number day);
// Holiday of people of whom a share is over 60: the rows follow `holiday_weeks` and are scaled up by the extra weeks
// of those over 60.
int64_t holiday_on(const struct tables *tables, int64_t unit, int64_t category, int64_t over_60_e8, day_number day);
// Share (e8) of the contract hours spent in training: given in percent, or as hours per head spread over the row's
// weeks. `contract_week_min`: minutes of the contract per week.
int64_t training_on(const struct tables *tables, int64_t unit, int64_t category, double contract_week_min,
                    day_number day);
// p = (1 - holiday) x (1 - sick), as e8.
int64_t presence_on(const struct tables *tables, int64_t unit, int64_t category, day_number day);

#endif
