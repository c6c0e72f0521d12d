// SPDX-License-Identifier: GPL-3.0-or-later
// Lays out the year of a unit in week types (need/year.h).
#ifndef ROTACOST_NEED_YEAR_MAKE_H
#define ROTACOST_NEED_YEAR_MAKE_H

#include "need/year.h"

struct unit_year *unit_year_make(struct arena *arena, const struct scenario *scenario, int64_t unit,
                                 const struct timeline *reference, const struct timeline *subject,
                                 struct year_terms terms);

// The same for a copy by scenario_vary of the scenario of another year, with which the result shares its weeks: that year must outlive
// it. NULL where weeks, absence or intervals may be others, and the year is to be made.
struct unit_year *unit_year_again(struct arena *arena, const struct unit_year *before, const struct scenario *scenario,
                                  const struct timeline *reference, const struct timeline *subject);

// A source as weeks and columns depend on it: without its prices and how much it offers.
struct source_row source_in_weeks(const struct source_row *source);

#endif
