// SPDX-License-Identifier: GPL-3.0-or-later
#include "need/replacement.h"

#include <assert.h>
#include <string.h>

#include "base/fixed.h"
#include "need/positions.h"

// Does a window with that code, in the unit's need or norm, apply in the interval?
static bool window_holds(const struct frame *frame, const struct tables *tables, const char *window, int interval) {
  assert(interval >= 0 && interval < frame->interval_count);
  for (int n = 0; n < frame->need_count; n++) {
    const struct need_row *row = &need_rows(tables)[frame->needs[n]];
    if (row->unit == frame->intervals[interval].unit && !strcmp(row->window, window) &&
        window_covers(frame, row->unit, row->start_min, row->end_min, interval))
      return true;
  }
  for (int n = 0; n < frame->norm_count; n++) {
    const struct norm_row *row = &norm_rows(tables)[frame->norms[n]];
    if (row->unit == frame->intervals[interval].unit && !strcmp(row->window, window) &&
        window_covers(frame, row->unit, row->start_min, row->end_min, interval))
      return true;
  }
  return false;
}

static bool row_holds(const struct frame *frame, const struct tables *tables, const struct replacement_row *row,
                      enum absence_cause cause, int interval) {
  assert(interval >= 0 && interval < frame->interval_count);
  if (row->cause != (int64_t)cause || (row->unit != NOT_GIVEN && row->unit != frame->intervals[interval].unit))
    return false;
  return !row->window || window_holds(frame, tables, row->window, interval);
}

int64_t replaced_share(const struct frame *frame, const struct tables *tables, enum absence_cause cause, int interval) {
  assert(interval >= 0 && interval < frame->interval_count);
  int best = -1;
  int64_t share = ONE_E8;
  for (size_t i = 0; i < row_count(tables, TABLE_REPLACEMENT); i++) {
    const struct replacement_row *row = &replacement_rows(tables)[i];
    if (!row_holds(frame, tables, row, cause, interval))
      continue;
    int rank = 2 * (row->unit != NOT_GIVEN) + (row->window != NULL);
    if (rank > best || (rank == best && row->replaced_e8 > share)) {
      best = rank;
      share = row->replaced_e8;
    }
  }
  return share;
}

static double left_of(const struct frame *frame, const struct tables *tables, enum absence_cause cause, int interval) {
  assert(interval >= 0 && interval < frame->interval_count);
  return 1 - (double)replaced_share(frame, tables, cause, interval) / (double)ONE_E8;
}

double group_unreplaced(const struct unit_year *year, enum variant variant, int g, day_number day, int interval) {
  assert(g >= 0 && g < year->frame->group_count && interval >= 0 && interval < year->frame->interval_count);
  const struct frame *frame = year->frame;
  const struct tables *tables = year_tables(year, year->terms.replacement == REPLACED_OWN ? variant : REFERENCE, day);
  if (year->terms.replacement == REPLACED_ALL || !row_count(tables, TABLE_REPLACEMENT))
    return 0;
  struct presence presence = group_presence(year, variant, g, day);
  if (presence.annual)
    presence.holiday = 0;
  presence.off = 0; // people free with pay are not lost: the same share of both
  double there = presence_share(&presence);
  const struct tables *own = year_tables(year, variant, day);
  double longer = (double)rate_on(own, RATE_SICK_REFUNDED, NULL, price_day_of(own, day)) / 1e8;
  double sick = (1 - longer) * left_of(frame, tables, CAUSE_SICK_SHORT, interval) +
                longer * left_of(frame, tables, CAUSE_SICK_LONG, interval);
  double lost = presence.holiday * left_of(frame, tables, CAUSE_HOLIDAY, interval) +
                (1 - presence.holiday) * (presence.sick - presence.child) * sick +
                (1 - presence.holiday) * presence.child * left_of(frame, tables, CAUSE_SICK_SHORT, interval) +
                presence.training * left_of(frame, tables, CAUSE_TRAINING, interval);
  return there > 0 && lost > 0 ? lost / there : 0;
}
