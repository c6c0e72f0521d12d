// SPDX-License-Identifier: GPL-3.0-or-later
// bridge.csv: from claim to model, step by step. A full-year claim also has a bridge to the effect of a full year,
// without a year, beside the bridges to the effect of each year: the claim is judged by this one.
#ifndef ROTACOST_REPORT_BRIDGE_H
#define ROTACOST_REPORT_BRIDGE_H

#include "audit/effect.h"
#include "report/table.h"

struct result_table *bridge_table(struct arena *arena, const struct audit *audit);

#endif
