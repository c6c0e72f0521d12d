// SPDX-License-Identifier: GPL-3.0-or-later
// Cover by weekday and window, and hours by source through the year.
#ifndef ROTACOST_REPORT_COVER_H
#define ROTACOST_REPORT_COVER_H

#include "audit/effect.h"
#include "report/table.h"

// weekdays.csv: required and planned staff and the gap between them, as means over the days of the year.
struct result_table *weekdays_table(struct arena *arena, const struct audit *audit);
// weeks.csv: paid hours by source and hours missing, per unit and calendar week.
struct result_table *weeks_table(struct arena *arena, const struct audit *audit);

#endif
