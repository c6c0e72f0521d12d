// SPDX-License-Identifier: GPL-3.0-or-later
// drivers.csv: where the spread of each measure's effect comes from.
#ifndef ROTACOST_REPORT_DRIVERS_H
#define ROTACOST_REPORT_DRIVERS_H

#include "audit/drivers.h"
#include "report/table.h"

struct result_table *drivers_table(struct arena *arena, const struct audit *audit);

#endif
