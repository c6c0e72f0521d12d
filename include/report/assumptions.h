// SPDX-License-Identifier: GPL-3.0-or-later
// What effects hang on, and what would make a claim true, as result tables.
#ifndef ROTACOST_REPORT_ASSUMPTIONS_H
#define ROTACOST_REPORT_ASSUMPTIONS_H

#include "audit/assumptions.h"
#include "audit/reverse.h"
#include "report/table.h"

// What to ask of whoever knows the number.
const char *question_of_cell(const struct varied_cell *cell);
// The key of a row, as `unit=skauma days='sat sun'`; of an edit what it changes.
const char *row_in_words(struct arena *arena, const struct scenario *scenario, const struct varied_cell *cell);
struct result_table *assumptions_table(struct arena *arena, const struct audit *audit);
struct result_table *reverse_table(struct arena *arena, const struct audit *audit);

#endif
