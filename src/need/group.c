// SPDX-License-Identifier: GPL-3.0-or-later
#include "need/group.h"

#include <assert.h>

#include "base/fixed.h"
#include "need/weekend.h"

const struct group_row *group_on(const struct unit_year *year, enum variant variant, int g, day_number day) {
  assert(g >= 0 && g < year->frame->group_count);
  assert(g >= 0 && g < year->frame->group_count);
  return &group_rows(year_tables(year, variant, day))[year->frame->groups[g]];
}

int64_t group_full_time(const struct tables *tables, const struct group_row *group) {
  return group->full_time_min != NOT_GIVEN ? group->full_time_min
                                           : category_rows(tables)[group->category].full_time_min;
}

struct payee payee_of_group(const struct group_row *group) {
  return (struct payee){group->category, group->position_e8, group->over_60_e8};
}

double group_contract_min(const struct tables *tables, const struct group_row *group) {
  return (double)group_full_time(tables, group) * (double)group->position_e8 / (double)ONE_E8;
}

bool never_on_weekends(const struct group_row *group) { return weekends_share(group) == 0; }

double group_day_share(const struct group_row *group, day_number day) {
  if (!never_on_weekends(group))
    return 1.0 / DAYS_PER_WEEK;
  return weekday_of(day) < SATURDAY ? 1.0 / (DAYS_PER_WEEK - 2) : 0;
}
