// SPDX-License-Identifier: GPL-3.0-or-later
// What is agreed to be paid for a rota beyond tariff: per weekend hour, per week of holiday moved, per position.
#ifndef ROTACOST_NEED_COMPENSATION_H
#define ROTACOST_NEED_COMPENSATION_H

#include "calendar/date.h"
#include "need/year.h"

// Weekend hours that count for it: those of shifts on Saturday and Sunday on days on which a price is agreed.
bool compensated_weekend_day(const struct unit_year *year, enum variant variant, int g, day_number day);
// Hours of a head that earn none, of one such agreement's day (the yearly number over 365 days).
double weekend_hours_included(const struct unit_year *year, enum variant variant, int g, day_number day);
// Does an agreement of the kind hold at any time in the year?
bool weekend_compensated(const struct unit_year *year, enum variant variant, int g);
bool holiday_compensated(const struct unit_year *year, enum variant variant, int g);
// Price of one hour, or of one head-week, with on-costs: that of the last day on which it is agreed; all 0 where none is.
struct ledger weekend_compensation(const struct unit_year *year, enum variant variant, int g);
struct ledger holiday_compensation(const struct unit_year *year, enum variant variant, int g);
// Head-weeks of holiday by absence.csv, per head and day, that lie in the summer on a day in the year-round rota.
double summer_holiday_on(const struct unit_year *year, enum variant variant, int g, day_number day);

#endif
