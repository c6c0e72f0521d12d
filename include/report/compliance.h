// SPDX-License-Identifier: GPL-3.0-or-later
// Norms, cover and working-time rules: the findings of the audit.
#ifndef ROTACOST_REPORT_COMPLIANCE_H
#define ROTACOST_REPORT_COMPLIANCE_H

#include "audit/effect.h"
#include "report/table.h"

// compliance.csv: one line per unit, year, plan and rule; rules that do not apply are left out.
struct result_table *compliance_table(struct arena *arena, const struct audit *audit);

#endif
