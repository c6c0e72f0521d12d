// SPDX-License-Identifier: GPL-3.0-or-later
// data.csv: the results as one long table, made for pivots. A row holds one value; no cell is blank, no row is a total.
// Of today what it costs, the hours paid and the positions (row_kind today), by unit; of every measure what it saves of
// them (row_kind saved): at equal cover, so that the kroner of a measure, year and answer add up to effect_kr of
// effects.csv. Those of today add up to baseline_kr of ledger.csv.
#ifndef ROTACOST_REPORT_DATA_H
#define ROTACOST_REPORT_DATA_H

#include "audit/effect.h"
#include "report/table.h"

// What stands where other tables leave a cell blank. No code of a scenario is written so.
#define DATA_TODAY "(today)"     // the measure of rows of today
#define DATA_NO_UNIT "(none)"    // plain amounts, which no unit of the scenario pays
#define DATA_SEVERAL "(several)" // positions of more units than one

struct result_table *data_table(struct arena *arena, const struct audit *audit);

#endif
