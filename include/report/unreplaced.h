// SPDX-License-Identifier: GPL-3.0-or-later
// Absence that is not replaced, and what that saves, separately from all measures (audit/unreplaced.h).
#ifndef ROTACOST_REPORT_UNREPLACED_H
#define ROTACOST_REPORT_UNREPLACED_H

#include "audit/effect.h"
#include "report/table.h"

struct result_table *unreplaced_table(struct arena *arena, const struct audit *audit);

// For the baseline of a year; NULL where all absence is replaced.
const char *unreplaced_sentence(struct arena *arena, const struct audit *audit, int year);
// For a measure that changes how much is replaced, positions kept; NULL for others, and for years in which nothing
// changes.
const char *unreplaced_measure_sentence(struct arena *arena, const struct audit *audit,
                                        const struct measure_effect *effect, const struct year_effect *year);

#endif
