// SPDX-License-Identifier: GPL-3.0-or-later
// data.csv: the results as one long table, for pivot tables. Each row holds one value; no cell is blank and no row is a
// total. For today: cost, paid hours and positions (row_kind today), by unit. For every measure: what it saves of these
// (row_kind saved), at equal cover, so that the kroner of a measure, year and answer add up to effect_kr of
// effects.csv. The rows of today add up to baseline_kr of ledger.csv.
#ifndef ROTACOST_REPORT_DATA_H
#define ROTACOST_REPORT_DATA_H

#include "audit/effect.h"
#include "report/table.h"

// Used where other tables leave a cell blank. No code of a scenario can look like these.
#define DATA_TODAY "(today)"     // the measure of rows of today
#define DATA_NO_UNIT "(none)"    // plain amounts, which no unit of the scenario pays
#define DATA_SEVERAL "(several)" // positions of more than one unit

struct result_table *data_table(struct arena *arena, const struct audit *audit);

#endif
