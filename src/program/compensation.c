// SPDX-License-Identifier: GPL-3.0-or-later
// extra_weekend(g):  sum m[t] paid hours x own(t,Sat and Sun,s,g) - extra_weekend(g)  <=  H x hours included
// moved_holiday(g):  sum of away(t,g) in June to September + moved_holiday(g)         >=  H x those of absence.csv
//
// "Agreed pay for weekend hours beyond those of the old rota, and for holiday moved out of the summer." Both columns have a cost,
// so they are no larger than necessary.
#include <assert.h>
#include <math.h>

#include "need/compensation.h"
#include "need/group.h"
#include "program/builder.h"

static void row_extra_weekend(struct builder *b, int g) {
  assert(g >= 0 && g < b->frame->group_count);
  double included = 0;
  for (int t = 0; t < b->year->type_count; t++)
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
      int weeks = b->year->types[t].multiplicity;
      day_number day = day_at(b, t, d);
      for (int s = 0; s < b->frame->shift_count && compensated_weekend_day(b->year, b->variant, g, day); s++)
        row_term(b, own_at(b, t, d, s, g), weeks * (double)place_at(b, t, d, s)->paid_min / 60);
      included += row_heads(b, t, d, g, weeks * weekend_hours_included(b->year, b->variant, g, day));
    }
  row_term(b, b->extra_weekend[g], -1);
  row_keep(b, (struct row_key){.kind = ROW_EXTRA_WEEKEND, .who = g}, -INFINITY, included);
}

static void row_moved_holiday(struct builder *b, int g) {
  assert(g >= 0 && g < b->frame->group_count);
  double given = 0;
  for (int t = 0; t < b->year->type_count; t++) {
    int weeks = b->year->types[t].multiplicity;
    double share = annual_share(b->year, b->variant, t, g), summer = 0;
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
      day_number day = day_at(b, t, d);
      const struct group_row *group = group_on(b->year, b->variant, g, day);
      summer += is_summer(day) && group->regime == REGIME_YEAR ? group_day_share(group, day) : 0;
      given += row_heads(b, t, d, g, weeks * summer_holiday_on(b->year, b->variant, g, day));
    }
    if (share > 0)
      row_term(b, b->away[t * b->frame->group_count + g], weeks * summer / share);
  }
  row_term(b, b->moved[g], 1);
  row_keep(b, (struct row_key){.kind = ROW_MOVED_HOLIDAY, .who = g}, given, INFINITY);
}

void rows_compensation(struct builder *b) {
  for (int g = 0; g < b->frame->group_count; g++) {
    if (b->extra_weekend[g] >= 0)
      row_extra_weekend(b, g);
    if (b->moved[g] >= 0)
      row_moved_holiday(b, g);
  }
}
