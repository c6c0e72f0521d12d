// SPDX-License-Identifier: GPL-3.0-or-later
// Effects in the kroner of each year and at the latest known pay level: where pay settlements are expected (rate
// pay_growth_percent), the saving of a later year looks larger only because pay has grown.
#ifndef ROTACOST_REPORT_PRICES_H
#define ROTACOST_REPORT_PRICES_H

#include "audit/effect.h"
#include "report/table.h"

// Pay index: what the baseline's positions cost in pay in a year, month by month, with the expected settlements,
// divided by their cost by pay.csv alone. 1 where no settlement is expected, where pay.csv has a later row, and, with
// settings.price_day, before that day.
double pay_index_of(const struct tables *tables, int year);
// An effect at the latest known pay level: pay, supplements, on-costs and the price of empty hours are divided by the
// index; agencies, compensations and plain amounts, which no settlement raises, are unchanged.
int64_t fixed_effect_ore(const struct answer *answer, double index);

// prices.csv: no rows where no settlement is expected.
struct result_table *prices_table(struct arena *arena, const struct audit *audit);

#endif
