// SPDX-License-Identifier: GPL-3.0-or-later
// Selects the row of absence.csv that applies; used by both the checks and the pay engine.
#ifndef ROTACOST_SCENARIO_ABSENCE_ROW_H
#define ROTACOST_SCENARIO_ABSENCE_ROW_H

#include "scenario/rows_people.h"
#include "scenario/tables.h"

// The row of a kind of absence that applies to these people in an ISO week: the most specific one, in the order unit
// and category, unit, category, neither; NULL where there is none.
const struct absence_row *absence_row_counting(const struct tables *tables, enum absence_kind kind, int64_t unit,
                                               int64_t category, int week);
// The same for the people of a contract.
const struct absence_row *absence_counting(const struct tables *tables, enum absence_kind kind,
                                           const struct group_row *people, int week);

// Number of weeks over which the hours of a row are spread: week 53 is not counted, unless it is the only one. At least
// 1.
int absence_weeks(const struct absence_row *row);
// Share (e8) of holiday or sick leave given by the row: its percent, or its hours over the full-time week of the
// category. 0 for no row.
int64_t absence_share(const struct tables *tables, const struct absence_row *row, int64_t category);

// Holiday, sick leave, or training in percent: share (e8) away in an ISO week; the most specific row applies: unit and
// category, unit, category, all; 0 without a row. The holiday is a share of the contract, sick leave a share of those
// not on holiday, however absence.csv states its percentages (setting absence_cover), with h, s and t its holiday, sick
// leave and training:
//   divisor      h            s                   at work (1 - h) (1 - s) - t
//   added        h            s / (1 - h)         at work 1 - h - s - t
//   multiplier   h / u        s / u / (1 - h/u)   at work 1 / u, with u = 1 + h + s + t and training t / u
// Sick leave in hours is a share of the contract too: s / (1 - h).
// Days with a sick child are added to s, by the same conventions: ABSENCE_SICK is both together, ABSENCE_SICK_CHILD the
// part of it that is not refunded.
// Holiday that is placed in free weeks of the rota does not count in h (in_free_weeks_percent).
int64_t absence_in_week(const struct tables *tables, enum absence_kind kind, int64_t unit, int64_t category, int week);
// That part of the holiday: share (e8) of the contract, by the same conventions. It takes nobody from a shift.
int64_t holiday_in_free_weeks(const struct tables *tables, int64_t unit, int64_t category, int week);

#endif
