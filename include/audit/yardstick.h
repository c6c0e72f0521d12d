// SPDX-License-Identifier: GPL-3.0-or-later
// A measure must not change the yardstick it is measured by: an edit that lowers a norm is a separate finding, and the
// hours the measure takes from the norm, and its saving with the norm kept, are judged by the original norm.
#ifndef ROTACOST_AUDIT_YARDSTICK_H
#define ROTACOST_AUDIT_YARDSTICK_H

#include "audit/effect.h"

#define RULE_NORM_LOWERED "norm_lowered"

// Person-hours by which the effective norm is lowered, and the days.
struct norm_breach norm_lowered_of_unit(struct arena *arena, const struct unit_year *year);
// One finding per row of norm.csv that is lowered; none where other rows compensate for it.
void norm_lowered_add(struct audit *audit, const struct comparison *comparison, int64_t measure);
// In any of its years, or in the full year?
bool measure_lowers_norm(const struct measure_effect *effect);

#endif
