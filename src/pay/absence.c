// SPDX-License-Identifier: GPL-3.0-or-later
#include "pay/absence.h"

#include "base/fixed.h"
#include "pay/pay.h"
#include "scenario/absence_row.h"

int64_t absence_on(const struct tables *tables, enum absence_kind kind, int64_t unit, int64_t category,
                   day_number day) {
  return absence_in_week(tables, kind, unit, category, iso_week(day));
}

int64_t holiday_on(const struct tables *tables, int64_t unit, int64_t category, int64_t over_60_e8, day_number day) {
  int64_t share_e8 = absence_on(tables, ABSENCE_HOLIDAY, unit, category, day);
  if (!over_60_e8)
    return share_e8;
  int64_t weeks_e6 = rate_on(tables, RATE_HOLIDAY_WEEKS, NULL, day);
  int64_t more_e6 = rate_on(tables, RATE_HOLIDAY_WEEKS_OVER_60, NULL, day) - weeks_e6;
  if (weeks_e6 <= 0 || more_e6 <= 0)
    return share_e8;
  int64_t more_e8 = fixed_divide((int128)share_e8 * more_e6 * over_60_e8, (int128)weeks_e6 * ONE_E8);
  return share_e8 + more_e8 < ONE_E8 ? share_e8 + more_e8 : ONE_E8;
}

int64_t training_on(const struct tables *tables, int64_t unit, int64_t category, double contract_week_min,
                    day_number day) {
  const struct absence_row *row = absence_row_counting(tables, ABSENCE_TRAINING, unit, category, iso_week(day));
  if (!row)
    return 0;
  if (row->away_min == NOT_GIVEN)
    return absence_in_week(tables, ABSENCE_TRAINING, unit, category, iso_week(day));
  double weeks = absence_weeks(row);
  return contract_week_min > 0 ? fixed_round((double)row->away_min / (weeks * contract_week_min) * (double)ONE_E8) : 0;
}

int64_t presence_on(const struct tables *tables, int64_t unit, int64_t category, day_number day) {
  int64_t holiday_e8 = absence_on(tables, ABSENCE_HOLIDAY, unit, category, day);
  int64_t sick_e8 = absence_on(tables, ABSENCE_SICK, unit, category, day);
  return fixed_share(ONE_E8 - holiday_e8, ONE_E8 - sick_e8);
}
