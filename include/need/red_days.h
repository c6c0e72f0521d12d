// SPDX-License-Identifier: GPL-3.0-or-later
// Red days: Sundays and public holidays, and who is off on them. Used by the planner and the auditor alike.
//
// A person who worked a Sunday or public holiday is off on the next one (arbeidsmiljøloven 10-8(4)). Where this falls on a public
// holiday in the rota, the day is free with pay (F3, the parties' booklet on holidays and eves). Of the people
// of a group, with share s of them on duty on a Sunday (need/weekend.h):
//
//   next_off   works[Sunday] = s, works[holiday] = 1 - works[red day before], off = 1 - works
//   averaged   by written agreement half of the red days of the year: with S Sundays and H other red days in it
//              works[holiday] = ((S + H) / 2 - s S) / H, within 0 to 1, off = 1 - works
//   free       off = 1; where they work it or nothing is given: off = 0
//
// Groups that never work Sundays have not worked one before a public holiday: off is 0 under both rules. They too are off
// where nobody is needed. On an eve off is eve_off_percent, in persons: if ten people have half the eve off, five are
// present.
#ifndef ROTACOST_NEED_RED_DAYS_H
#define ROTACOST_NEED_RED_DAYS_H

#include "calendar/date.h"
#include "need/year.h"

// A Sunday or public holiday.
bool is_red_day(day_number day);
// Share of a group's people who are rostered on the day and free with pay.
double group_day_off(const struct unit_year *year, enum variant variant, int g, day_number day);

// Share of its people whose weekly rest day falls on the day, a public holiday between two Sundays: they
// get another day off with pay (F5), here in the same week.
double group_alternative_day(const struct unit_year *year, enum variant variant, int g, day_number day);

#endif
