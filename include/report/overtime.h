// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROTACOST_REPORT_OVERTIME_H
#define ROTACOST_REPORT_OVERTIME_H

#include "audit/effect.h"

// How much overtime the baseline of a year plans, and what overtime and cost would be under the other value of
// planned_overtime; NULL where no unit has overtime on offer, or nothing would change.
const char *overtime_sentence(struct arena *arena, const struct audit *audit, int year);

#endif
