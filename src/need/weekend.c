// SPDX-License-Identifier: GPL-3.0-or-later
#include "need/weekend.h"

#include "base/fixed.h"
#include "scenario/rows_settings.h"
#include "scenario/scenario.h"

enum weekday weekend_first(const struct frame *frame) {
  bool friday = settings_of(&frame->scenario->tables)->weekend_from == WEEKEND_FRIDAY_EVENING;
  return friday ? FRIDAY : SATURDAY;
}

bool is_weekend_duty(const struct frame *frame, enum weekday weekday, const struct shift_place *place) {
  if (weekday < weekend_first(frame))
    return false;
  int64_t latest_min = frame->day_starts_min + place->start_min; // at which any of its stretches begins
  for (int i = 0; place->span.pause_count && i < place->off_count; i++)
    latest_min = frame->day_starts_min + place->off[i].to_min > latest_min
                     ? frame->day_starts_min + place->off[i].to_min
                     : latest_min;
  return weekday >= SATURDAY || latest_min >= FRIDAY_EVENING_MIN;
}

bool weekends_by_year(const struct group_row *group) { return group->weekends_per_year_milli != NOT_GIVEN; }

double weekends_share(const struct group_row *group) {
  if (weekends_by_year(group))
    return (double)group->weekends_per_year_milli / MILLI / WEEKENDS_A_YEAR;
  return group->weekend_every_milli ? MILLI / (double)group->weekend_every_milli : 0;
}
