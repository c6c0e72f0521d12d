// SPDX-License-Identifier: GPL-3.0-or-later
// Children and adults by the half hour, plans compared with every ratio rule, and the benchmark of schools.
#ifndef ROTACOST_REPORT_RATIOS_H
#define ROTACOST_REPORT_RATIOS_H

#include "audit/effect.h"
#include "report/table.h"

// curve.csv: children present, adults required and planned, per unit, kind of day, weekday and half hour.
struct result_table *curve_table(struct arena *arena, const struct audit *audit);
// ratios.csv: hours, FTE, cost, worst moment and hours below each rule, per unit and plan.
struct result_table *ratios_table(struct arena *arena, const struct audit *audit);
// schools.csv: a benchmark, not a rota.
struct result_table *schools_table(struct arena *arena, const struct audit *audit);

// The same, short, for the terminal; headings in *headings.
struct result_table *ratios_of_year(struct arena *arena, const struct audit *audit, int year,
                                    const char *const **headings);
struct result_table *schools_short(struct arena *arena, const struct audit *audit, const char *const **headings);

// The schools with most and fewest people for their size, measured by the other schools; NULL without schools to
// compare.
const char *schools_sentence(struct arena *arena, const struct audit *audit);

#endif
