// SPDX-License-Identifier: GPL-3.0-or-later
// How many people the need requires (audit/demand.h), as a table and step by step.
#ifndef ROTACOST_REPORT_DEMAND_H
#define ROTACOST_REPORT_DEMAND_H

#include "audit/demand.h"
#include "report/table.h"
#include "report/terminal.h"

// Every figure, for CSV.
struct result_table *demand_table(struct arena *arena, const struct scenario *scenario, const struct demand *list,
                                  size_t count);
// The columns that fit a terminal.
struct result_table *demand_short_table(struct arena *arena, const struct scenario *scenario, const struct demand *list,
                                        size_t count, const char *const **headings);
// How the figures of a unit are derived from each other.
void demand_print_steps(struct arena *arena, const struct scenario *scenario, const struct demand *demand,
                        const struct terminal *to);

#endif
