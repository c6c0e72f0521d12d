// SPDX-License-Identifier: GPL-3.0-or-later
// Who is wanted on a day, in every interval of a frame and at every level: by the need, and by the norm.
#ifndef ROTACOST_NEED_WANTED_H
#define ROTACOST_NEED_WANTED_H

#include "need/frame.h"

// Persons of levels[l] or higher wanted in interval i on a day, thousandths: need[i * level_count + l], added up.
void need_on_day(const struct frame *frame, const struct tables *tables, day_number day, int64_t *need_milli);
// The same of rows that want a duty as active as this, or a more active one.
void need_of_duty(const struct frame *frame, const struct tables *tables, day_number day, enum duty_kind duty,
                  int64_t *need_milli);
// Is any shift of the unit a passive duty, or any row of its need content with one, in the tables?
bool unit_has_duties(const struct frame *frame, const struct tables *tables);
// The same for the norm: the highest floor, also carried down to lower levels (a nurse is a person).
void norm_on_day(const struct frame *frame, const struct tables *tables, day_number day, int64_t *norm_milli);

// The higher one of two timelines' norms, the baseline's and the measure's: a measure that lowers a norm is judged by
// the norm before.
void highest_norm_on_day(const struct frame *frame, const struct timeline *const timelines[2], day_number day,
                         int64_t *norm_milli);

#endif
