// SPDX-License-Identifier: GPL-3.0-or-later
// Levels of staffing (audit/levels.h) as levels.csv, as a short table and in sentences.
#ifndef ROTACOST_REPORT_LEVELS_H
#define ROTACOST_REPORT_LEVELS_H

#include "audit/levels.h"
#include "report/table.h"

struct result_table *levels_table(struct arena *arena, const struct levels *levels);
// The columns that fit a terminal; *headings as terminal_print_table takes them.
struct result_table *levels_short_table(struct arena *arena, const struct levels *levels, const char *const **headings);

// "Ward, 2026: from 8 to 14 FTE": the range examined.
const char *levels_heading(struct arena *arena, const struct levels *levels);
// The name of a point: "12.5 FTE", "12 FTE, today", the code of a measure.
const char *levels_point_name(struct arena *arena, const struct levels *levels, size_t item);
// What the levels show: where today's level lies, which levels form the curve, and each measure compared with them.
// Closed by NULL.
const char *const *levels_findings(struct arena *arena, const struct levels *levels);
// What they are based on, and how certain the means are. Closed by NULL.
const char *const *levels_terms(struct arena *arena, const struct levels *levels);

#endif
