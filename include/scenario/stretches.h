// SPDX-License-Identifier: GPL-3.0-or-later
// A shift of two or more stretches (delt dagsverk): one row of shifts.csv with the hours off between them in `gaps`, as
// `11:00-16:00` or, with two gaps, `09:00-11:30 14:00-17:00`. One row, so that a person, a contract, a price and a rule
// see one day of work; the gaps in one cell, so that there may be several. A shift that joins two others, the school in
// the morning and the after-school care after it, is written in the same way, with or without a gap between them.
//
// In a gap nobody is there, nothing is covered, nothing is paid and nothing counts as working time. Where the unit has
// a handover, it follows each stretch, as far as the gap lasts.
#ifndef ROTACOST_SCENARIO_STRETCHES_H
#define ROTACOST_SCENARIO_STRETCHES_H

#include "calendar/date.h"
#include "scenario/tables.h"

enum { GAPS_MOST = 3 };

struct shift_gap {
  int64_t after_min, minutes; // from the start of the shift
};

// The gaps of a shift in the order written; returns their number, 0 for a single stretch, -1 where the text is invalid
// (scenario_read refuses it).
int shift_gaps(const struct shift_row *shift, struct shift_gap gaps[GAPS_MOST]);
// Total minutes of all its gaps.
int64_t shift_gap_min(const struct shift_row *shift);
// Does the shift cover nothing at a minute counted from its start: within a gap, or a break that has a time?
bool shift_is_off(const struct shift_row *shift, int64_t minute);

// The longest time from the first start to the last end of a split shift, at the first day's rates: split_spread of
// rates.csv, or 24 h less the daily rest.
struct split_limit {
  bool agreed; // by split_spread
  int64_t rest_min, most_min;
};
struct split_limit split_spread_limit(const struct tables *tables);
// The supplement for a split day, kroner times 10^6; NOT_GIVEN: not said.
int64_t split_supplement_e6(const struct tables *tables);
// The first day of the scenario, or price_day of settings.csv.
day_number first_pricing_day(const struct tables *tables);

#endif
