// SPDX-License-Identifier: GPL-3.0-or-later
// bridge.csv: from claim to model, step by step. Where a full-year claim stands there is, beside the bridges to the
// effect of every year, one without a year to the effect of a full year: that is what the claim is judged by.
#ifndef ROTACOST_REPORT_BRIDGE_H
#define ROTACOST_REPORT_BRIDGE_H

#include "audit/effect.h"
#include "report/table.h"

struct result_table *bridge_table(struct arena *arena, const struct audit *audit);

#endif
