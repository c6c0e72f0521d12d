// SPDX-License-Identifier: GPL-3.0-or-later
// Days on which one person works two shifts that the program joined (scenario/joined.h): which, how many of the year,
// and what is taken for granted of their pay.
#ifndef ROTACOST_AUDIT_JOINED_DAYS_H
#define ROTACOST_AUDIT_JOINED_DAYS_H

#include "audit/finding.h"

#define RULE_JOINED "joined_shifts"

// One finding for every joined shift that is worked in the plan: breaches are no part of it. value: person-days of the
// year.
void joined_days_add(struct audit *audit, const struct plan *plan, int64_t measure);

// Does somebody work one of the unit's shifts on a joined one?
bool worked_joined(const struct plan *plan, int shift);

#endif
