// SPDX-License-Identifier: GPL-3.0-or-later
// Claims judged, and the positions on which they depend.
#ifndef ROTACOST_REPORT_CLAIMS_H
#define ROTACOST_REPORT_CLAIMS_H

#include "audit/effect.h"
#include "report/table.h"

// claims.csv: one row per measure and year in which a claim stands.
struct result_table *claims_table(struct arena *arena, const struct audit *audit);
// following.csv: groups whose positions go (or come) in any amount for the adjusted effect; a group's depends_kr is the
// pay of its positions. following_sum.csv: the same by measure and year; its depends_kr is what the effect loses if all
// stay. Years in which nothing depends on it are left out.
struct result_table *following_table(struct arena *arena, const struct audit *audit);
struct result_table *following_sum_table(struct arena *arena, const struct audit *audit);

#endif
