// SPDX-License-Identifier: GPL-3.0-or-later
// Claims judged, and the positions on which they depend.
#ifndef ROTACOST_REPORT_CLAIMS_H
#define ROTACOST_REPORT_CLAIMS_H

#include "audit/effect.h"
#include "report/table.h"

// claims.csv: one row per measure and year in which a claim stands.
struct result_table *claims_table(struct arena *arena, const struct audit *audit);
// positions.csv: groups whose positions must go (or come) for the adjusted effect, the sum of a measure and year first.
// A group's depends_kr is the pay of its positions; the sum's is what the effect loses if they all stay. Years in which
// nothing depends on it are left out.
struct result_table *positions_table(struct arena *arena, const struct audit *audit);

#endif
