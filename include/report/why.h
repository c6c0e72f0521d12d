// SPDX-License-Identifier: GPL-3.0-or-later
// Why plans cost what they cost, and what would mend those that are short.
#ifndef ROTACOST_REPORT_WHY_H
#define ROTACOST_REPORT_WHY_H

#include "audit/effect.h"
#include "report/table.h"

// why.csv: every reason found, of the baseline (no measure) and of each measure.
struct result_table *why_table(struct arena *arena, const struct audit *audit);

#endif
