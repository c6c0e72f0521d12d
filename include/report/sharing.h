// SPDX-License-Identifier: GPL-3.0-or-later
// Which units are solved as one because they share staff, and where the pay of these people is booked.
#ifndef ROTACOST_REPORT_SHARING_H
#define ROTACOST_REPORT_SHARING_H

#include "scenario/scenario.h"

// NULL where no units share anybody, neither in the baseline nor by a measure. Memory: arena.
const char *sharing_sentence(struct arena *arena, const struct scenario *scenario);

#endif
