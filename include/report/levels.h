// SPDX-License-Identifier: GPL-3.0-or-later
// Levels of staffing (audit/levels.h) as levels.csv, as a short table and in sentences.
#ifndef ROTACOST_REPORT_LEVELS_H
#define ROTACOST_REPORT_LEVELS_H

#include "audit/levels.h"
#include "report/table.h"

struct result_table *levels_table(struct arena *arena, const struct levels *levels);
// What fits a terminal; *headings as terminal_print_table takes them.
struct result_table *levels_short_table(struct arena *arena, const struct levels *levels, const char *const **headings);

// "Ward, 2026: from 8 to 14 FTE": what is looked at.
const char *levels_heading(struct arena *arena, const struct levels *levels);
// What a point is called: "12.5 FTE", "12 FTE, today", the code of a measure.
const char *levels_point_name(struct arena *arena, const struct levels *levels, size_t item);
// What the levels say: where today's lies, which make the curve, and each measure beside them. Closed by NULL.
const char *const *levels_findings(struct arena *arena, const struct levels *levels);
// On what they rest, and how sure the means are. Closed by NULL.
const char *const *levels_terms(struct arena *arena, const struct levels *levels);

#endif
