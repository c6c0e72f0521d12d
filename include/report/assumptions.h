// SPDX-License-Identifier: GPL-3.0-or-later
// What effects hang on, and what would make a claim true, as result tables.
#ifndef ROTACOST_REPORT_ASSUMPTIONS_H
#define ROTACOST_REPORT_ASSUMPTIONS_H

#include "audit/assumptions.h"
#include "audit/reverse.h"
#include "report/table.h"

struct result_table *assumptions_table(struct arena *arena, const struct audit *audit);
struct result_table *reverse_table(struct arena *arena, const struct audit *audit);

#endif
