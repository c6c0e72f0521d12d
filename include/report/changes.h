// SPDX-License-Identifier: GPL-3.0-or-later
// What each measure changes in the scenario's tables, with the source of every change.
#ifndef ROTACOST_REPORT_CHANGES_H
#define ROTACOST_REPORT_CHANGES_H

#include "audit/effect.h"
#include "report/table.h"

// changes.csv: one row per edit and per amount, before and after as a planner writes them.
struct result_table *changes_table(struct arena *arena, const struct audit *audit);

#endif
