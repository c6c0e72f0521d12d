// SPDX-License-Identifier: GPL-3.0-or-later
// Comparison of rotas: the baseline and the whole scenario with each measure in force, per year and answer.
#ifndef ROTACOST_REPORT_COMPARISON_H
#define ROTACOST_REPORT_COMPARISON_H

#include "audit/effect.h"
#include "report/table.h"

// comparison.csv
struct result_table *comparison_table(struct arena *arena, const struct audit *audit);
// The same for one year, for the terminal; headings in *headings.
struct result_table *comparison_of_year(struct arena *arena, const struct audit *audit, int year,
                                        const char *const **headings);

#endif
