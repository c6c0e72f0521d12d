// SPDX-License-Identifier: GPL-3.0-or-later
// Where the service day of a unit begins: read alike by the checks and by the programme.
#ifndef ROTACOST_SCENARIO_SERVICE_DAY_H
#define ROTACOST_SCENARIO_SERVICE_DAY_H

#include "scenario/tables.h"

// The minute of the clock at which a unit's service day begins: day_starts, or its earliest shift, or its earliest window
// of need, or of the norm; else midnight.
int64_t unit_day_starts(const struct tables *tables, size_t unit);

#endif
