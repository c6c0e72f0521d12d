// SPDX-License-Identifier: GPL-3.0-or-later
#include "need/red_days.h"

#include <assert.h>

#include "base/fixed.h"
#include "calendar/fiscal.h"
#include "need/group.h"
#include "need/weekend.h"
#include "scenario/rows_settings.h"

bool is_red_day(day_number day) { return weekday_of(day) == SUNDAY || day_kind_of(day) == DAY_HOLIDAY; }

static double within_1(double share) { return share < 0 ? 0 : share > 1 ? 1 : share; }

// A Sunday is never more than a week back.
static double works_next_off(double sundays, day_number day) {
  if (weekday_of(day) == SUNDAY)
    return sundays;
  day_number before = day - 1;
  while (!is_red_day(before))
    before--;
  return within_1(1 - works_next_off(sundays, before));
}

static double works_averaged(double sundays, day_number day) {
  int year = fiscal_year_of(day), sunday_count = 0, others = 0;
  day_number first = fiscal_first_day(year);
  for (day_number at = first; at < first + fiscal_day_count(year); at++) {
    sunday_count += weekday_of(at) == SUNDAY;
    others += is_red_day(at) && weekday_of(at) != SUNDAY;
  }
  return within_1(((sunday_count + others) / 2.0 - sundays * sunday_count) / others);
}

static enum red_days_rule rule_of(const struct unit_year *year, const struct group_row *group) {
  if (year->terms.red_days == RED_DAYS_NONE)
    return RED_DAYS_WORKED;
  if (group->red_days != NOT_GIVEN)
    return (enum red_days_rule)group->red_days;
  if (year->terms.red_days != RED_DAYS_BY_LAW)
    return RED_DAYS_WORKED;
  bool averaged = settings_of(&year->frame->scenario->tables)->sundays == SUNDAY_AVERAGED;
  return averaged ? RED_DAYS_AVERAGED : RED_DAYS_NEXT_OFF;
}

static double red_day_off(const struct unit_year *year, const struct group_row *group, day_number day) {
  double sundays = weekends_share(group);
  switch (rule_of(year, group)) {
  case RED_DAYS_FREE:
    return 1;
  case RED_DAYS_NEXT_OFF:
    return sundays > 0 ? 1 - works_next_off(sundays, day) : 0;
  case RED_DAYS_AVERAGED:
    return sundays > 0 ? 1 - works_averaged(sundays, day) : 0;
  default:
    return 0;
  }
}

double group_day_off(const struct unit_year *year, enum variant variant, int g, day_number day) {
  assert(g >= 0 && g < year->frame->group_count);
  const struct group_row *group = group_on(year, variant, g, day);
  switch (day_kind_of(day)) {
  case DAY_HOLIDAY:
    return weekday_of(day) == SUNDAY ? 0 : red_day_off(year, group, day);
  case DAY_HALF_EVE:
    return year->terms.red_days == RED_DAYS_NONE ? 0 : (double)group->eve_off_e8 / (double)ONE_E8;
  default:
    return 0;
  }
}

double group_alternative_day(const struct unit_year *year, enum variant variant, int g, day_number day) {
  assert(g >= 0 && g < year->frame->group_count);
  if (year->terms.red_days == RED_DAYS_NONE || day_kind_of(day) != DAY_HOLIDAY || weekday_of(day) == SUNDAY)
    return 0;
  return (double)group_on(year, variant, g, day)->alternative_day_e8 / (double)ONE_E8;
}
