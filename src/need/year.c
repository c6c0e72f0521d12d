// SPDX-License-Identifier: GPL-3.0-or-later
#include "need/year.h"

#include <assert.h>

int year_segment_of(const struct unit_year *year, day_number day) {
  int segment = year->segment_count - 1;
  while (segment > 0 && day < year->segment_first[segment])
    segment--;
  return segment;
}

day_number year_first_of(const struct unit_year *year, int t, int d) {
  assert(t >= 0 && t < year->type_count && d >= 0 && d < 7);
  for (int w = 0; w < year->week_count; w++) {
    day_number day = year->first_monday + w * DAYS_PER_WEEK + d;
    if (year->type_of_week[w] == t && year_holds(year, day))
      return day;
  }
  return DAY_NONE;
}
