// SPDX-License-Identifier: GPL-3.0-or-later
#include "pay/absence.h"

#include "base/fixed.h"

static bool reference_covers(int64_t wanted, int64_t asked) { return wanted == NOT_GIVEN || wanted == asked; }

// 3: unit and category, 2: unit, 1: category, 0: everyone.
static int row_closeness(const struct absence_row *row) {
  return 2 * (row->unit != NOT_GIVEN) + (row->category != NOT_GIVEN);
}

static const struct absence_row *absence_row_on(const struct tables *tables, enum absence_kind kind, int64_t unit,
                                                int64_t category, day_number day) {
  uint64_t week = UINT64_C(1) << iso_week(day);
  const struct absence_row *rows = absence_rows(tables), *best = NULL;
  for (size_t i = 0; i < row_count(tables, TABLE_ABSENCE); i++) {
    const struct absence_row *row = &rows[i];
    if (row->kind != (int64_t)kind || !((uint64_t)row->weeks & week))
      continue;
    if (!reference_covers(row->unit, unit) || !reference_covers(row->category, category))
      continue;
    if (!best || row_closeness(row) > row_closeness(best))
      best = row;
  }
  return best;
}

int64_t absence_on(const struct tables *tables, enum absence_kind kind, int64_t unit, int64_t category,
                   day_number day) {
  const struct absence_row *row = absence_row_on(tables, kind, unit, category, day);
  return row ? row->percent_e8 : 0;
}

int64_t training_on(const struct tables *tables, int64_t unit, int64_t category, double contract_week_min,
                    day_number day) {
  const struct absence_row *row = absence_row_on(tables, ABSENCE_TRAINING, unit, category, day);
  if (!row)
    return 0;
  if (row->training_min == NOT_GIVEN)
    return row->percent_e8;
  // week 53 is no week of its own, but where it stands alone
  uint64_t counted = (uint64_t)row->weeks & ((UINT64_C(1) << 53) - 2);
  double weeks = counted ? __builtin_popcountll(counted) : 1;
  return contract_week_min > 0 ? fixed_round((double)row->training_min / (weeks * contract_week_min) * (double)ONE_E8) : 0;
}

int64_t presence_on(const struct tables *tables, int64_t unit, int64_t category, day_number day) {
  int64_t holiday_e8 = absence_on(tables, ABSENCE_HOLIDAY, unit, category, day);
  int64_t sick_e8 = absence_on(tables, ABSENCE_SICK, unit, category, day);
  return fixed_share(ONE_E8 - holiday_e8, ONE_E8 - sick_e8);
}
