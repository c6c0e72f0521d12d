// SPDX-License-Identifier: GPL-3.0-or-later
// Shifts that somebody may work and nobody ever does, with the reason: what a planner wants to know about a new shift.
#ifndef ROTACOST_AUDIT_UNWORKED_H
#define ROTACOST_AUDIT_UNWORKED_H

#include "audit/finding.h"

#define RULE_UNWORKED "unworked_shift"

// Adds a finding for every such shift of the baseline (measure NOT_GIVEN), or of those whose hours, days or people the
// measure changes. One finding for both answers where they agree. Shifts made for a unit from its need are skipped.
void unworked_add(struct audit *audit, const struct plan *const plans[POSITIONS_ANSWERS], int64_t measure);

#endif
