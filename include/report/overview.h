// SPDX-License-Identifier: GPL-3.0-or-later
// Every measure in one line: the claim it is judged by, what the model finds for the same thing, the verdict and the
// reason.
#ifndef ROTACOST_REPORT_OVERVIEW_H
#define ROTACOST_REPORT_OVERVIEW_H

#include "report/overview_line.h"

// One line per measure, in their order. Memory: arena.
const struct overview_line *overview_lines(struct arena *arena, const struct audit *audit,
                                           const struct result_table *claims);
// For one measure alone, whether or not others were asked for.
struct overview_line overview_line_of(struct arena *arena, const struct audit *audit, size_t measure,
                                      const struct result_table *claims);
// overview.csv
struct result_table *overview_table(struct arena *arena, const struct audit *audit, const struct result_table *claims);

#endif
