// SPDX-License-Identifier: GPL-3.0-or-later
// On what terms a group's people or a hired person work on a day: what the pay engine needs to price a shift.
#ifndef ROTACOST_NEED_TERMS_H
#define ROTACOST_NEED_TERMS_H

#include "need/positions.h"

struct pay_terms terms_of_group(const struct unit_year *year, enum variant variant, enum pay_form form, int g,
                                day_number day);
// Is a source of hours on offer on the day? Days before the first and after the last year of the scenario, planned where they
// share a week with it, count as the nearest day in it: of what is on offer then the scenario need not know.
bool source_open(const struct tables *tables, const struct source_row *source, day_number day);

// Of somebody hired for a shift of `unit`.
struct pay_terms terms_of_source(const struct tables *tables, const struct source_row *source, int64_t unit);

#endif
