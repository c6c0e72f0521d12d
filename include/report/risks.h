// SPDX-License-Identifier: GPL-3.0-or-later
// The scenario's risks as a result table, from which the matrix is drawn.
#ifndef ROTACOST_REPORT_RISKS_H
#define ROTACOST_REPORT_RISKS_H

#include "audit/effect.h"
#include "report/table.h"

// risks.csv: likelihood, consequence and their product, as in the scenario.
struct result_table *risks_table(struct arena *arena, const struct audit *audit);

#endif
