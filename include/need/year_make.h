// SPDX-License-Identifier: GPL-3.0-or-later
// Lays out the year of a unit in week types (need/year.h).
#ifndef ROTACOST_NEED_YEAR_MAKE_H
#define ROTACOST_NEED_YEAR_MAKE_H

#include "need/year.h"

struct unit_year *unit_year_make(struct arena *arena, const struct scenario *scenario, int64_t unit,
                                 const struct timeline *reference, const struct timeline *subject,
                                 struct year_terms terms);

#endif
