// SPDX-License-Identifier: GPL-3.0-or-later
// contract(t,g):  sum over d, s of paid hours(s) x own(t,d,s,g)
//                   <=  heads x position x full-time week x p[t,g]                      in a weekly rota
//                   <=  (1 - sick) x roster(t,g) - training hours                       in a year-round rota
//
// "In a fixed weekly rota everyone works at most the contract hours of the week less holiday, sick leave and training;
// in a year-round rota the hours planned for the week less sick leave and training."
// The slack is idle[t,g]: hours that are paid but not needed. In a week divided by the day on which a rota changes, each part has its
// days' sevenths (or weekdays' fifths: group_day_share). New Year divides no week (need/year.h).
#include <assert.h>
#include <math.h>

#include "need/group.h"
#include "program/builder.h"

static double row_contract_day(struct builder *b, int t, int d, int g) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7 && g >= 0 && g < b->frame->group_count);
  day_number day = day_at(b, t, d);
  const struct tables *tables = year_tables(b->year, b->variant, day);
  for (int s = 0; s < b->frame->shift_count; s++)
    row_term(b, own_at(b, t, d, s, g), (double)place_at(b, t, d, s)->paid_min / 60);
  const struct group_row *group = group_on(b->year, b->variant, g, day);
  double day_h = group_contract_min(tables, group) / 60 * group_day_share(group, day);
  struct presence presence = group_presence(b->year, b->variant, g, day);
  return row_heads(b, t, d, g, presence.annual ? -day_h * presence.training : day_h * contract_share(&presence));
}

// The planned hours less sick leave, whose share is the same on every day of a week.
static void row_contract_roster(struct builder *b, int t, int g) {
  assert(t >= 0 && t < b->year->type_count && g >= 0 && g < b->frame->group_count);
  for (int d = 0; d < DAYS_PER_WEEK; d++) {
    struct presence presence = group_presence(b->year, b->variant, g, day_at(b, t, d));
    if (!presence.annual)
      continue;
    row_term(b, b->roster[t * b->frame->group_count + g], -(1 - presence.sick));
    return;
  }
}

void rows_contract(struct builder *b) {
  for (int t = 0; t < b->year->type_count; t++)
    for (int g = 0; g < b->frame->group_count; g++) {
      struct row_key key = {.kind = ROW_CONTRACT, .type = t, .who = g};
      double hours = 0;
      if (rows_again_of_group(b, key))
        continue;
      for (int d = 0; d < DAYS_PER_WEEK; d++)
        hours += row_contract_day(b, t, d, g);
      row_contract_roster(b, t, g);
      row_close(b, key, -INFINITY, hours);
    }
}
