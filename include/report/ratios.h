// SPDX-License-Identifier: GPL-3.0-or-later
// Children and adults by the half hour, plans against every ratio rule, and the benchmark of schools.
#ifndef ROTACOST_REPORT_RATIOS_H
#define ROTACOST_REPORT_RATIOS_H

#include "audit/effect.h"
#include "report/table.h"

// curve.csv: children present, adults wanted and planned, per unit, kind of day, weekday and half hour.
struct result_table *curve_table(struct arena *arena, const struct audit *audit);
// ratios.csv: hours, FTE, cost, worst moment and hours below each rule, per unit and plan.
struct result_table *ratios_table(struct arena *arena, const struct audit *audit);
// schools.csv: a benchmark, not a rota.
struct result_table *schools_table(struct arena *arena, const struct audit *audit);

// The same, short, to be read on a terminal; headings in *headings.
struct result_table *ratios_of_year(struct arena *arena, const struct audit *audit, int year,
                                    const char *const **headings);
struct result_table *schools_short(struct arena *arena, const struct audit *audit, const char *const **headings);

// Which schools have most and fewest people for their size by the others' measure; NULL without schools to compare.
const char *schools_sentence(struct arena *arena, const struct audit *audit);

#endif
