// SPDX-License-Identifier: GPL-3.0-or-later
// weekend(t,d,g), d Saturday or Sunday:  people of g on contract hours            <=  heads x p / k
//                                        people of g with extra hours and overtime <=  heads x p / min(k, k2)
//
// "Every k-th weekend" is the rota's promise; beyond it people may take extra shifts, but nobody may work
// more than every second Sunday on average (arbeidsmiljoloven 10-8(4)), which is k2.
#include <math.h>

#include "program/builder.h"

static void row_weekend(struct builder *b, int t, int d, int g, bool with_extra) {
  day_number day = day_at(b, t, d);
  double limit = weekend_limit(b, g, day, with_extra);
  for (int s = 0; s < b->frame->shift_count; s++) {
    if (with_extra)
      row_people(b, t, d, s, g, 1);
    else
      row_term(b, own_at(b, t, d, s, g), 1);
  }
  // never on weekends: 0, in a row that the other variant may need
  double share = limit > 0 ? group_presence(b->year, b->variant, g, day) / limit : 0;
  double heads = row_heads(b, t, d, g, share);
  row_close(b, (struct row_key){.kind = ROW_WEEKEND, .type = t, .day = d, .who = g, .level = with_extra}, -INFINITY, heads);
}

void rows_weekend(struct builder *b) {
  for (int t = 0; t < b->year->type_count; t++)
    for (int d = SATURDAY; d <= SUNDAY; d++)
      for (int g = 0; g < b->frame->group_count; g++)
        if (has_day(b, t, d)) {
          row_weekend(b, t, d, g, false);
          row_weekend(b, t, d, g, true);
        }
}
