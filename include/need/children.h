// SPDX-License-Identifier: GPL-3.0-or-later
// Children present at a unit on a day, and the adults a rule wants for them (need/ratio.h).
#ifndef ROTACOST_NEED_CHILDREN_H
#define ROTACOST_NEED_CHILDREN_H

#include "need/frame.h"
#include "need/ratio.h"

// Children present at a unit of the frame in every interval of a day: present_e11[interval_count], 0 in those of other
// units. Also where the unit has no ratio.
void children_on_day(const struct frame *frame, const struct tables *tables, int64_t unit, day_number day,
                     int64_t *present_e11);
// Adults wanted there in every interval: adults[interval_count]; all 0 where the unit has no ratio.
void ratio_need_on_day(const struct frame *frame, const struct tables *tables, int64_t unit, day_number day,
                       int64_t *adults);

#endif
