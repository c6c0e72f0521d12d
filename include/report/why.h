// SPDX-License-Identifier: GPL-3.0-or-later
// Why plans cost what they cost, and what would fix those that are short.
#ifndef ROTACOST_REPORT_WHY_H
#define ROTACOST_REPORT_WHY_H

#include "audit/effect.h"
#include "report/table.h"

// why.csv: every binding limit, for the baseline (no measure) and for each measure (tells: limit); and every reason
// between claim and model, the steps of bridge.csv with their words and kroner (tells: difference; the full year has no
// year).
struct result_table *why_table(struct arena *arena, const struct audit *audit);

#endif
