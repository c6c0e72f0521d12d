// SPDX-License-Identifier: GPL-3.0-or-later
// Finds all joined shifts of a scenario (scenario/joined.h).
#ifndef ROTACOST_SCENARIO_JOINED_ALL_H
#define ROTACOST_SCENARIO_JOINED_ALL_H

#include "base/problems.h"
#include "scenario/scenario.h"

// Adds the joined shifts of the baseline, and those that only a measure makes possible, which are closed until then.
// Warns where one that may be worked is a split day and rates.csv has no split_supplement, which is then taken as 0 kr.
void joined_add(struct arena *arena, struct scenario *scenario, struct problems *problems);

#endif
