// SPDX-License-Identifier: GPL-3.0-or-later
// Days on which one person works two shifts that the program joined (scenario/joined.h): which, how many in the year,
// and what is assumed about their pay.
#ifndef ROTACOST_AUDIT_JOINED_DAYS_H
#define ROTACOST_AUDIT_JOINED_DAYS_H

#include "audit/finding.h"

#define RULE_JOINED "joined_shifts"

// Adds one finding for every joined shift that is worked in the plan. The field breaches is not used. value:
// person-days in the year.
void joined_days_add(struct audit *audit, const struct plan *plan, int64_t measure);

// Does anybody work the unit's shift as part of a joined one?
bool worked_joined(const struct plan *plan, int shift);

#endif
