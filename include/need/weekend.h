// SPDX-License-Identifier: GPL-3.0-or-later
// What counts as weekend duty, and how much of it a contract includes: used both by the planner, which limits it, and by the
// auditor, which counts it.
#ifndef ROTACOST_NEED_WEEKEND_H
#define ROTACOST_NEED_WEEKEND_H

#include "need/frame.h"

enum { WEEKENDS_A_YEAR = 52, FRIDAY_EVENING_MIN = 15 * 60 };

// The first weekday of a weekend: Saturday, or Friday if its evening counts (settings.weekend_from).
enum weekday weekend_first(const struct frame *frame);
// Is a shift weekend duty that lies so in the service day of a weekday? Service days of Saturday and Sunday are, and of
// Friday's what begins at 15:00 or later in it, a stretch of a split shift too: also a night that begins after midnight, on Saturday's date.
bool is_weekend_duty(const struct frame *frame, enum weekday weekday, const struct shift_place *place);

// The weekends that a person of the group works on contract hours, as a share of all: 1 / k for every k-th, n / 52 for n
// counted over the year; 0 for never.
double weekends_share(const struct group_row *group);
// Are they counted over the year?
bool weekends_by_year(const struct group_row *group);

#endif
