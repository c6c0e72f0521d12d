// SPDX-License-Identifier: GPL-3.0-or-later
// What to enter in the budget, and why.
#ifndef ROTACOST_REPORT_BUDGET_H
#define ROTACOST_REPORT_BUDGET_H

#include "audit/budget.h"
#include "report/table.h"

// budget.csv
struct result_table *budget_table(struct arena *arena, const struct audit *audit);

#endif
