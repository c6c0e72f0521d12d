// SPDX-License-Identifier: GPL-3.0-or-later
// How many hours of the year a full-timer is at work, step by step, and the conventions used for that and for
// everything that depends on it.
#ifndef ROTACOST_REPORT_WORKING_YEAR_H
#define ROTACOST_REPORT_WORKING_YEAR_H

#include "audit/effect.h"
#include "report/table.h"

// One row per unit, category required or employed there, and year, before any measure:
//   full_time_h = weeks x full-time week;  at_work_h = full_time_h - holiday_h - sick_h - training_h
// relief_factor = full_time_h / at_work_h: full-timers needed to have one always there
// Holiday in free weeks of the rota is shown beside these and is part of none of the steps: it takes nobody from a
// shift. Means over the days of the year, by the shares the plan itself uses (pay/absence.h).
struct result_table *working_year_table(struct arena *arena, const struct audit *audit);

const char *absence_cover_name(int64_t cover); // enum absence_cover, as in settings.csv
// The conventions for hours, FTE and money that differ from the usual ones, in sentences; "" where there are none.
const char *conventions_in_words(struct arena *arena, const struct tables *tables);

#endif
