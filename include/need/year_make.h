// SPDX-License-Identifier: GPL-3.0-or-later
// Lays out the year of a unit in week types (need/year.h).
#ifndef ROTACOST_NEED_YEAR_MAKE_H
#define ROTACOST_NEED_YEAR_MAKE_H

#include "need/year.h"

struct unit_year *unit_year_make(struct arena *arena, const struct scenario *scenario, int64_t unit,
                                 const struct timeline *reference, const struct timeline *subject,
                                 struct year_terms terms);

// The same for a copy by scenario_vary of the scenario of another year, with which the result shares its weeks, or their need,
// where these are known to be the same: that year must outlive it.
struct unit_year *unit_year_again(struct arena *arena, const struct unit_year *before, const struct scenario *scenario,
                                  const struct timeline *reference, const struct timeline *subject);

// Lays out the weeks of a year whose days, segments and frame are known. `before`: a year with the same and with the same need and
// shifts; NULL: none.
void unit_year_lay_out(struct unit_year *year, const struct unit_year *before);

// A source as weeks and columns depend on it: without its prices and how much it offers.
struct source_row source_in_weeks(const struct source_row *source);

#endif
