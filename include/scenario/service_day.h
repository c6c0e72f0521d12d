// SPDX-License-Identifier: GPL-3.0-or-later
// The start of a unit's service day: used by both the checks and the model.
#ifndef ROTACOST_SCENARIO_SERVICE_DAY_H
#define ROTACOST_SCENARIO_SERVICE_DAY_H

#include "scenario/tables.h"

// The minute of the clock at which a unit's service day begins: day_starts, or its earliest shift, or its earliest
// window of need or norm; else midnight.
int64_t unit_day_starts(const struct tables *tables, size_t unit);

#endif
