// SPDX-License-Identifier: GPL-3.0-or-later
// contract(t,g):  sum over d, s of paid hours(s) x own(t,d,s,g)  <=  heads x position x full-time week x p[t,g]
//
// "In a fixed weekly rota everyone works at most the contract hours of the week less holiday and sick leave."
// The slack is idle[t,g]: hours that are paid but for which nobody was wanted. A week cut by New Year has its
// days' sevenths.
#include <math.h>

#include "program/builder.h"

static double row_contract_day(struct builder *b, int t, int d, int g) {
  day_number day = day_at(b, t, d);
  const struct tables *tables = year_tables(b->year, b->variant, day);
  const struct group_row *group = group_on(b->year, b->variant, g, day);
  for (int s = 0; s < b->frame->shift_count; s++)
    row_term(b, own_at(b, t, d, s, g), (double)place_at(b, t, d, s)->paid_min / 60);
  double week_h = (double)group_full_time(tables, group) / 60 * (double)group->position_e8 / (double)ONE_E8;
  return row_heads(b, t, d, g, week_h / DAYS_PER_WEEK * group_presence(b->year, b->variant, g, day));
}

void rows_contract(struct builder *b) {
  for (int t = 0; t < b->year->type_count; t++)
    for (int g = 0; g < b->frame->group_count; g++) {
      double hours = 0;
      for (int d = 0; d < DAYS_PER_WEEK; d++)
        if (has_day(b, t, d))
          hours += row_contract_day(b, t, d, g);
      row_close(b, (struct row_key){.kind = ROW_CONTRACT, .type = t, .who = g}, -INFINITY, hours);
    }
}
