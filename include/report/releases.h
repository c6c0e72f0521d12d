// SPDX-License-Identifier: GPL-3.0-or-later
// Whole positions that can go from today's contracts (audit/release.h), with nothing changed and with each measure.
#ifndef ROTACOST_REPORT_RELEASES_H
#define ROTACOST_REPORT_RELEASES_H

#include "audit/effect.h"
#include "report/table.h"

// positions.csv: one row per group of which anything can go; the measure is blank where nothing is changed.
struct result_table *positions_table(struct arena *arena, const struct audit *audit);
// positions_sum.csv: one row per measure, and with nothing changed one per unit.
struct result_table *positions_sum_table(struct arena *arena, const struct audit *audit);

// Sentences on one measure, or with NOT_GIVEN on every unit with nothing changed. Memory: arena.
const char *const *release_sentences(struct arena *arena, const struct audit *audit, int64_t measure, size_t *count);

#endif
