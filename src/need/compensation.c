// SPDX-License-Identifier: GPL-3.0-or-later
#include "need/compensation.h"

#include <assert.h>

#include "need/group.h"
#include "need/positions.h"

typedef int64_t price_on(const struct unit_year *year, enum variant variant, int g, day_number day);

static int64_t weekend_price_on(const struct unit_year *year, enum variant variant, int g, day_number day) {
  assert(g >= 0 && g < year->frame->group_count);
  return group_on(year, variant, g, day)->weekend_compensation_ore_per_h;
}

static int64_t holiday_price_on(const struct unit_year *year, enum variant variant, int g, day_number day) {
  assert(g >= 0 && g < year->frame->group_count);
  const struct group_row *group = group_on(year, variant, g, day);
  return group->regime == REGIME_YEAR ? group->summer_compensation_ore : 0;
}

// The last day with a price; DAY_NONE where there is none.
static day_number last_priced(const struct unit_year *year, enum variant variant, int g, price_on *price) {
  assert(g >= 0 && g < year->frame->group_count);
  for (day_number day = year->first_day + year->day_count - 1; day >= year->first_day; day--)
    if (price(year, variant, g, day))
      return day;
  return DAY_NONE;
}

static struct ledger priced(const struct unit_year *year, enum variant variant, int g, price_on *price) {
  assert(g >= 0 && g < year->frame->group_count);
  day_number day = last_priced(year, variant, g, price);
  if (day == DAY_NONE)
    return (struct ledger){{0}};
  struct payee payee = payee_of_group(group_on(year, variant, g, day));
  return pay_of_compensation(year_tables(year, variant, day), &payee, price(year, variant, g, day), day);
}

bool compensated_weekend_day(const struct unit_year *year, enum variant variant, int g, day_number day) {
  assert(g >= 0 && g < year->frame->group_count);
  return weekday_of(day) >= SATURDAY && weekend_price_on(year, variant, g, day);
}

double weekend_hours_included(const struct unit_year *year, enum variant variant, int g, day_number day) {
  assert(g >= 0 && g < year->frame->group_count);
  if (!weekend_price_on(year, variant, g, day))
    return 0;
  return (double)group_on(year, variant, g, day)->weekend_included_min / 60 / 365;
}

bool weekend_compensated(const struct unit_year *year, enum variant variant, int g) {
  assert(g >= 0 && g < year->frame->group_count);
  return last_priced(year, variant, g, weekend_price_on) != DAY_NONE;
}

bool holiday_compensated(const struct unit_year *year, enum variant variant, int g) {
  assert(g >= 0 && g < year->frame->group_count);
  return last_priced(year, variant, g, holiday_price_on) != DAY_NONE;
}

struct ledger weekend_compensation(const struct unit_year *year, enum variant variant, int g) {
  assert(g >= 0 && g < year->frame->group_count);
  return priced(year, variant, g, weekend_price_on);
}

struct ledger holiday_compensation(const struct unit_year *year, enum variant variant, int g) {
  assert(g >= 0 && g < year->frame->group_count);
  return priced(year, variant, g, holiday_price_on);
}

double summer_holiday_on(const struct unit_year *year, enum variant variant, int g, day_number day) {
  assert(g >= 0 && g < year->frame->group_count);
  struct presence presence = group_presence(year, variant, g, day);
  return presence.annual && is_summer(day) ? presence.holiday * group_day_share(group_on(year, variant, g, day), day)
                                           : 0;
}
