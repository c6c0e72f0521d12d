// SPDX-License-Identifier: GPL-3.0-or-later
// Two shifts of a unit worked by one person on one day: the school in the morning and the after-school care after it.
// For every two that law and agreement allow one person to work, TABLE_SHIFTS gets a further row, the joined shift
// `morning+late`: from the first start to the last end, with the hours between the two as its gap. It is a split shift
// like one written with `gaps` (scenario/stretches.h): split_supplement, split_spread, the daily rest and the limit of
// one shift a day apply to it by the same predicates. Two shifts are joined where
//   - joined_shifts of the unit in units.csv does not say no,
//   - both are written in shifts.csv, at work (no resting duty, nobody on call), within one service day, and the second
//     begins no earlier than the first ends, on some common days and weeks,
//   - the hours paid together are no more than the law lets anybody work without an agreement (LAW_SHIFT_LENGTH):
//     longer days are long shifts, which somebody has to decide on, and are written in shifts.csv,
//   - they lie no further apart than split_spread, or 24 h less the daily rest, allows,
//   - at most one of them has an unpaid break, and together they have no more than GAPS_MOST gaps,
//   - no shift of the unit is written for just these hours: that row counts then, on its days,
//   - some group of the unit may work both.
// A joined shift is worked by the unit's own people only: hired staff is hired for one of the shifts. Each of the two
// is paid as it is alone, including least_paid_h.
#ifndef ROTACOST_SCENARIO_JOINED_H
#define ROTACOST_SCENARIO_JOINED_H

#include "scenario/rows_people.h"
#include "scenario/scenario.h"

// Sets the joined shifts of `state` by its own tables; `base`: before any edit. Rows are copied where one changes.
void joined_follow(struct arena *arena, const struct tables *base, struct tables *state);

// May one person work both rows of TABLE_SHIFTS on one day by these tables? Then *joined is the row of both. `base`:
// before any edit.
bool shifts_are_joined(struct arena *arena, const struct tables *base, const struct tables *tables, size_t first,
                       size_t second, struct shift_row *joined);
// The same shift, allowed on no day.
struct shift_row shift_closed(const struct shift_row *held);

// Is the shift, or are both parts of a joined one, listed in `shifts` of the group, or is that list blank?
bool group_has_shift(const struct tables *tables, const struct group_row *group, const struct shift_row *shift);

#endif
