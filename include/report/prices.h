// SPDX-License-Identifier: GPL-3.0-or-later
// Effects in the kroner of each year and in those of the pay known: where settlements are expected (rate
// pay_growth_percent), what is saved in a later year looks larger only because pay has grown.
#ifndef ROTACOST_REPORT_PRICES_H
#define ROTACOST_REPORT_PRICES_H

#include "audit/effect.h"
#include "report/table.h"

// What the baseline's positions cost in pay in a year, month by month, with the settlements expected, over what they cost by pay.csv
// alone; 1 where none is expected, where pay.csv has a later row, and with settings.price_day before it.
double pay_index_of(const struct tables *tables, int year);
// An effect in the kroner of the pay known: pay, supplements, on-costs and the price of empty hours divided by the index;
// agencies, compensations and plain amounts, which no settlement raises, as they stand.
int64_t fixed_effect_ore(const struct answer *answer, double index);

// prices.csv: without rows where no settlement is expected.
struct result_table *prices_table(struct arena *arena, const struct audit *audit);

#endif
