// SPDX-License-Identifier: GPL-3.0-or-later
// The terms on which a group's people or hired staff work on a day, as the pay engine needs them to price a shift.
#ifndef ROTACOST_NEED_TERMS_H
#define ROTACOST_NEED_TERMS_H

#include "calendar/date.h"
#include "need/year.h"
#include "pay/pay.h"
#include "scenario/rows_people.h"
#include "scenario/tables.h"

struct pay_terms terms_of_group(const struct unit_year *year, enum variant variant, enum pay_form form, int g,
                                day_number day);
// Is a source of hours available on the day? Days before the first and after the last year of the scenario, planned if they
// share a week with it, count as the nearest day in it: the scenario need not say what is available outside it.
bool source_open(const struct tables *tables, const struct source_row *source, day_number day);

// Terms of somebody hired for a shift of `unit`.
struct pay_terms terms_of_source(const struct tables *tables, const struct source_row *source, int64_t unit);

#endif
