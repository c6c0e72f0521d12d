// SPDX-License-Identifier: GPL-3.0-or-later
// The assumptions that effects depend on, and what would make a claim true, as result tables.
#ifndef ROTACOST_REPORT_ASSUMPTIONS_H
#define ROTACOST_REPORT_ASSUMPTIONS_H

#include "audit/assumptions.h"
#include "audit/reverse.h"
#include "report/table.h"

// The question to ask someone who knows the number.
const char *question_of_cell(const struct varied_cell *cell);
// The key of a row, as `unit=skauma days='sat sun'`; for an edit, what it changes.
const char *row_in_words(struct arena *arena, const struct scenario *scenario, const struct varied_cell *cell);
struct result_table *assumptions_table(struct arena *arena, const struct audit *audit);
struct result_table *reverse_table(struct arena *arena, const struct audit *audit);

#endif
