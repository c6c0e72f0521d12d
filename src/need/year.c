// SPDX-License-Identifier: GPL-3.0-or-later
#include "need/year.h"

#include <assert.h>

int year_segment_of(const struct unit_year *year, day_number day) {
  int segment = year->segment_count - 1;
  while (segment > 0 && day < year->segment_first[segment])
    segment--;
  return segment;
}

bool year_same_layout(const struct unit_year *a, const struct unit_year *b) {
  const struct frame *x = a->frame, *y = b->frame;
  bool same = a->type_count == b->type_count && a->segment_count == b->segment_count &&
              a->week_count == b->week_count && x->interval_count == y->interval_count;
  for (int w = 0; same && w < a->week_count; w++)
    same = a->type_of_week[w] == b->type_of_week[w];
  for (int i = 0; same && i < x->interval_count; i++)
    same = x->intervals[i].unit == y->intervals[i].unit && x->intervals[i].from_min == y->intervals[i].from_min &&
           x->intervals[i].to_min == y->intervals[i].to_min;
  return same;
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
