// SPDX-License-Identifier: GPL-3.0-or-later
// In which sums a measure counts, and what its effect is based on: the same columns in every table with a row for it.
#ifndef ROTACOST_REPORT_STANDING_H
#define ROTACOST_REPORT_STANDING_H

#include "audit/effect.h"
#include "report/table.h"

// clang-format off
#define STANDING_COLUMNS                                                                                               \
    {"population", FIELD_CODE, 0},                                                                                     \
    {"of", FIELD_CODE, 0},                                                                                             \
    {"either_or", FIELD_CODE, 0},                                                                                      \
    {"counted", FIELD_CODE, 0},                                                                                        \
    {"evidence", FIELD_CODE, 0},                                                                                       \
    {"assumed_percent", FIELD_DECIMAL, 0}
// clang-format on

void standing_add(struct result_table *table, const struct audit *audit, const struct measure_effect *effect);

#endif
