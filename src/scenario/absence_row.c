// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/absence_row.h"

#include <assert.h>

#include "base/fixed.h"
#include "scenario/rows_pay.h"
#include "scenario/rows_settings.h"

static bool names(int64_t named, int64_t asked) { return named == NOT_GIVEN || named == asked; }

static int closeness(const struct absence_row *row) {
  return 2 * (row->unit != NOT_GIVEN) + (row->category != NOT_GIVEN);
}

const struct absence_row *absence_row_counting(const struct tables *tables, enum absence_kind kind, int64_t unit,
                                               int64_t category, int week) {
  const struct absence_row *rows = absence_rows(tables), *best = NULL;
  assert(week >= 1 && week <= 53);
  for (size_t i = 0; i < row_count(tables, TABLE_ABSENCE); i++) {
    const struct absence_row *row = &rows[i];
    if (row->kind != (int64_t)kind || !((uint64_t)row->weeks >> week & 1))
      continue;
    if (!names(row->unit, unit) || !names(row->category, category))
      continue;
    if (!best || closeness(row) > closeness(best))
      best = row;
  }
  return best;
}

const struct absence_row *absence_counting(const struct tables *tables, enum absence_kind kind,
                                           const struct group_row *people, int week) {
  return absence_row_counting(tables, kind, people->unit, people->category, week);
}

int absence_weeks(const struct absence_row *row) {
  uint64_t counted = (uint64_t)row->weeks & ((UINT64_C(1) << 53) - 2);
  return counted ? __builtin_popcountll(counted) : 1;
}

int64_t absence_share(const struct tables *tables, const struct absence_row *row, int64_t category) {
  if (!row || row->away_min == NOT_GIVEN)
    return row ? row->percent_e8 : 0;
  int64_t share_e8 = fixed_divide((int128)row->away_min * ONE_E8,
                                  (int128)absence_weeks(row) * category_rows(tables)[category].full_time_min);
  return share_e8 < ONE_E8 ? share_e8 : ONE_E8;
}

// The part of a holiday that takes people from their shifts.
static int64_t share_away(const struct tables *tables, const struct absence_row *row, int64_t category) {
  int64_t share_e8 = absence_share(tables, row, category);
  return row ? share_e8 - fixed_share(share_e8, row->in_free_e8) : share_e8;
}

struct shares { // of the contract as absence.csv has them
  int64_t holiday_e8, training_e8;
  struct ill_share { // by a cause that affects only people not on holiday
    int64_t share_e8;
    bool in_hours;
  } sick, child;
};

static struct ill_share ill_share(const struct tables *tables, enum absence_kind kind, int64_t unit, int64_t category,
                                  int week) {
  const struct absence_row *row = absence_row_counting(tables, kind, unit, category, week);
  return (struct ill_share){absence_share(tables, row, category), row && row->away_min != NOT_GIVEN};
}

static struct shares shares_in(const struct tables *tables, int64_t unit, int64_t category, int week) {
  const struct absence_row *holiday = absence_row_counting(tables, ABSENCE_HOLIDAY, unit, category, week);
  const struct absence_row *training = absence_row_counting(tables, ABSENCE_TRAINING, unit, category, week);
  bool percent = training && training->away_min == NOT_GIVEN;
  return (struct shares){.holiday_e8 = share_away(tables, holiday, category),
                         .training_e8 = percent ? training->percent_e8 : 0,
                         .sick = ill_share(tables, ABSENCE_SICK, unit, category, week),
                         .child = ill_share(tables, ABSENCE_SICK_CHILD, unit, category, week)};
}

// 1 and everything that is away, as shares of the hours at work. Training in hours is not part of the uplift.
static int64_t uplift_e8(const struct shares *shares) {
  return ONE_E8 + shares->holiday_e8 + shares->sick.share_e8 + shares->child.share_e8 + shares->training_e8;
}

// Converts a share of everybody to a share of those not on holiday; never all of them.
static int64_t of_the_others(int64_t sick_e8, int64_t holiday_e8) {
  int64_t others_e8 = ONE_E8 - holiday_e8;
  return sick_e8 >= others_e8 ? ONE_E8 - 1 : fixed_divide((int128)sick_e8 * ONE_E8, others_e8);
}

static int64_t ill_of_the_others(const struct shares *shares, struct ill_share ill, int64_t cover, int64_t holiday_e8) {
  if (cover == COVER_DIVISOR && !ill.in_hours)
    return ill.share_e8;
  int64_t share_e8 = ill.share_e8;
  if (cover == COVER_MULTIPLIER)
    share_e8 = fixed_divide((int128)share_e8 * ONE_E8, uplift_e8(shares));
  return of_the_others(share_e8, holiday_e8);
}

int64_t absence_in_week(const struct tables *tables, enum absence_kind kind, int64_t unit, int64_t category, int week) {
  int64_t cover = settings_of(tables)->absence_cover;
  if (kind == ABSENCE_HOLIDAY && cover != COVER_MULTIPLIER) // nothing more is needed for it
    return share_away(tables, absence_row_counting(tables, kind, unit, category, week), category);
  struct shares shares = shares_in(tables, unit, category, week);
  int64_t holiday_e8 = shares.holiday_e8;
  if (cover == COVER_MULTIPLIER)
    holiday_e8 = fixed_divide((int128)holiday_e8 * ONE_E8, uplift_e8(&shares));
  if (kind == ABSENCE_HOLIDAY)
    return holiday_e8;
  if (kind == ABSENCE_TRAINING)
    return cover == COVER_MULTIPLIER ? fixed_divide((int128)shares.training_e8 * ONE_E8, uplift_e8(&shares))
                                     : shares.training_e8;
  int64_t child_e8 = ill_of_the_others(&shares, shares.child, cover, holiday_e8);
  if (kind == ABSENCE_SICK_CHILD)
    return child_e8;
  int64_t ill_e8 = ill_of_the_others(&shares, shares.sick, cover, holiday_e8) + child_e8;
  return ill_e8 < ONE_E8 ? ill_e8 : ONE_E8 - 1;
}

int64_t holiday_in_free_weeks(const struct tables *tables, int64_t unit, int64_t category, int week) {
  const struct absence_row *holiday = absence_row_counting(tables, ABSENCE_HOLIDAY, unit, category, week);
  if (!holiday)
    return 0;
  int64_t share_e8 = fixed_share(absence_share(tables, holiday, category), holiday->in_free_e8);
  struct shares shares = shares_in(tables, unit, category, week);
  return settings_of(tables)->absence_cover == COVER_MULTIPLIER
             ? fixed_divide((int128)share_e8 * ONE_E8, uplift_e8(&shares))
             : share_e8;
}
