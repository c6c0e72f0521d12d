// SPDX-License-Identifier: GPL-3.0-or-later
// Persons required on a day, in every interval of a frame and at every level: by need and by norm.
#ifndef ROTACOST_NEED_WANTED_H
#define ROTACOST_NEED_WANTED_H

#include "need/frame.h"
#include "scenario/rows_people.h"

// Persons of levels[l] or higher needed in interval i on a day, in thousandths: need[i * level_count + l], cumulative over levels.
void need_on_day(const struct frame *frame, const struct tables *tables, day_number day, int64_t *need_milli);
// The same for rows that need a duty as active as this one or more active.
void need_of_duty(const struct frame *frame, const struct tables *tables, day_number day, enum duty_kind duty,
                  int64_t *need_milli);
// Do the tables have a passive duty among the unit's shifts, or a row of its need that a passive duty satisfies?
bool unit_has_duties(const struct frame *frame, const struct tables *tables);
// The same for the norm: the highest floor, carried down to lower levels too (a nurse is also a person).
void norm_on_day(const struct frame *frame, const struct tables *tables, day_number day, int64_t *norm_milli);

// The higher norm of two timelines, baseline and measure: a measure that lowers a norm is judged by
// the norm in force before it.
void highest_norm_on_day(const struct frame *frame, const struct timeline *const timelines[2], day_number day,
                         int64_t *norm_milli);

#endif
