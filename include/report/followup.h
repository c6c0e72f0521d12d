// SPDX-License-Identifier: GPL-3.0-or-later
// Follow-up: realised so far against planned, by date and status.
#ifndef ROTACOST_REPORT_FOLLOWUP_H
#define ROTACOST_REPORT_FOLLOWUP_H

#include "audit/followup.h"
#include "report/table.h"

// followup_months.csv: each measure month by month in its follow-up year, cumulated
struct result_table *followup_months_table(struct arena *arena, const struct audit *audit);
// followup.csv
struct result_table *followup_table(struct arena *arena, const struct audit *audit);

#endif
