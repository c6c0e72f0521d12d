// SPDX-License-Identifier: GPL-3.0-or-later
// All measures at once as result tables: measure by measure, and the joint effect beside target and printed sums.
#ifndef ROTACOST_REPORT_TOGETHER_H
#define ROTACOST_REPORT_TOGETHER_H

#include "audit/together.h"
#include "report/table.h"

struct result_table *together_table(struct arena *arena, const struct audit *audit);
struct result_table *joint_table(struct arena *arena, const struct audit *audit);

// Claims of the year as printed in the rows, for the measures that count towards the target. Where the source's columns
// are incremental they are accumulated from the first year on; a full-year claim and a later claim of the same measure
// replace each other and are never added.
int64_t claims_by_year(const struct audit *audit, int year);
// The printed sum, in the same way; FIELD_BLANK where none is printed.
int64_t printed_by_year(const struct scenario *scenario, int year);

#endif
