// SPDX-License-Identifier: GPL-3.0-or-later
// Red days: Sundays and public holidays, and who is off on them. Read alike by the planner and the auditor.
//
// Who worked a Sunday or public holiday is off on the next one (arbeidsmiljøloven 10-8(4)). Where the rota has a public
// holiday on which that is so, the day is free with pay (F3, the parties' booklet on holidays and eves). Of the people
// of a group, with share s of them on duty on a Sunday (need/weekend.h):
//
//   next_off   works[Sunday] = s, works[holiday] = 1 - works[red day before], off = 1 - works
//   averaged   by written agreement half of the red days of the year: with S Sundays and H other red days in it
//              works[holiday] = ((S + H) / 2 - s S) / H, within 0 to 1, off = 1 - works
//   free       off = 1, worked and not said: off = 0
//
// Groups that never work Sundays have worked none before a public holiday: off is 0 under both rules. They too are off
// where nobody is wanted. On an eve off is eve_off_percent, in persons: of ten people with half the eve off five are
// there.
#ifndef ROTACOST_NEED_RED_DAYS_H
#define ROTACOST_NEED_RED_DAYS_H

#include "need/group.h"

// A Sunday or public holiday.
bool is_red_day(day_number day);
// Share of a group's people whose rota has the day on, and who are free with pay.
double group_day_off(const struct unit_year *year, enum variant variant, int g, day_number day);

// Share of its people whose weekly rest day in the rota falls on the day, a public holiday between two Sundays: they
// have another day off with pay instead (F5), here in the same week.
double group_alternative_day(const struct unit_year *year, enum variant variant, int g, day_number day);

#endif
