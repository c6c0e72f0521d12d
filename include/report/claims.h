// SPDX-License-Identifier: GPL-3.0-or-later
// Verdicts on claims, and the positions the claims depend on.
#ifndef ROTACOST_REPORT_CLAIMS_H
#define ROTACOST_REPORT_CLAIMS_H

#include "audit/effect.h"
#include "report/table.h"

// claims.csv: one row per measure and year that has a claim.
struct result_table *claims_table(struct arena *arena, const struct audit *audit);
// following.csv: groups whose positions are reduced (or increased), in any amount, for the adjusted effect; depends_kr
// of a group is the pay of its positions. following_sum.csv: the same by measure and year; its depends_kr is what the
// effect loses if all positions stay. Years in which nothing depends on positions are left out.
struct result_table *following_table(struct arena *arena, const struct audit *audit);
struct result_table *following_sum_table(struct arena *arena, const struct audit *audit);

#endif
