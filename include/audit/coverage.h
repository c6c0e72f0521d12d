// SPDX-License-Identifier: GPL-3.0-or-later
// Compares a plan with need and norm, window by window on every day.
#ifndef ROTACOST_AUDIT_COVERAGE_H
#define ROTACOST_AUDIT_COVERAGE_H

#include "audit/effect.h"

// Adds the lines of one plan to the audit, in order of day, window and level. Only windows and levels that the unit's
// need or norm names, on days on which either wants somebody. `timeline` holds the need.
void coverage_add(struct audit *audit, const struct plan *plan, const struct timeline *timeline, int64_t measure);

#endif
