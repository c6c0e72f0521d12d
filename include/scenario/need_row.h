// SPDX-License-Identifier: GPL-3.0-or-later
// When a row of need or norm applies, and how many persons it asks for: used by checks, model and audit.
//
// A row applies on a day of its `days`, in one of its `weeks` and of its `months`, from its first to its last day.
// Persons are given as such, as person-hours of the window on each of these days, or as residents x hours per
// resident-day; hours are spread evenly over the window, to a thousandth of a person.
#ifndef ROTACOST_SCENARIO_NEED_ROW_H
#define ROTACOST_SCENARIO_NEED_ROW_H

#include "base/fixed.h"
#include "calendar/dayset.h"
#include "scenario/rows_people.h"
#include "scenario/tables.h"

static inline bool dates_hold(int64_t from, int64_t to, int64_t months, day_number day) {
  bool in_months = !months || (months >> date_from_day(day).month & 1);
  return (from == NOT_GIVEN || day >= from) && (to == NOT_GIVEN || day <= to) && in_months;
}
static inline bool need_holds(const struct need_row *row, day_number day) {
  return need_row_holds((dayset)row->days, (weekset)row->weeks, day) &&
         dates_hold(row->from, row->to, row->months, day);
}
static inline bool norm_holds(const struct norm_row *row, day_number day) {
  return need_row_holds((dayset)row->days, (weekset)row->weeks, day) &&
         dates_hold(row->from, row->to, row->months, day);
}

// persons NOT_GIVEN: hours apply, or else residents; 0 where nothing is given, which a check reports.
static inline int64_t persons_of(int64_t persons_milli, int64_t hours_milli, int64_t residents_milli,
                                 int64_t resident_day_h_milli, int64_t window_min) {
  if (persons_milli != NOT_GIVEN)
    return persons_milli;
  if (hours_milli != NOT_GIVEN)
    return fixed_divide((int128)hours_milli * 60, window_min);
  if (residents_milli == NOT_GIVEN || resident_day_h_milli == NOT_GIVEN)
    return 0;
  return fixed_divide((int128)residents_milli * resident_day_h_milli * 60, (int128)window_min * MILLI);
}
static inline int64_t need_persons_milli(const struct need_row *row) {
  return persons_of(row->persons_milli, row->hours_milli, row->residents_milli, row->resident_day_h_milli,
                    span_min(row->start_min, row->end_min));
}
static inline int64_t norm_persons_milli(const struct norm_row *row) {
  return persons_of(row->persons_milli, row->hours_milli, row->residents_milli, row->resident_day_h_milli,
                    span_min(row->start_min, row->end_min));
}

#endif
