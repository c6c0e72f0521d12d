// SPDX-License-Identifier: GPL-3.0-or-later
// What a measure is worth as savings papers count it: the hours taken away times the price of exactly those hours, or
// the contracts cut. It sees neither weekends that bind nor people who stay. And the FTE behind it.
#ifndef ROTACOST_AUDIT_DIRECT_H
#define ROTACOST_AUDIT_DIRECT_H

#include "audit/sets.h"
#include "scenario/timeline.h"

struct direct {
  bool known;           // false: the measure changes neither need nor contracts here (prices, absence, rules)
  struct ledger saving; // positive where kroner are saved
  double gross_fte;     // staffed hours / (52 x full-time week): what papers mean by "årsverk"
  double net_fte;       // with holiday and absence of the staff covered too
};

// Of one unit over a calendar year, between two timelines. Where the need changes, the hours count and a cut of
// contracts that goes with it is not counted again.
struct direct direct_of_unit(struct arena *arena, const struct scenario *scenario, int64_t unit,
                             const struct timeline *reference, const struct timeline *subject);
// What the hours that the need wants less are worth on each day, counted likewise, added to ore_of_day[day_count] in øre,
// unrounded: nights before a Sunday or a public holiday are worth more than others. False where the need does not change:
// then nothing is added.
bool direct_by_day(struct arena *arena, const struct scenario *scenario, int64_t unit, const struct timeline *reference,
                   const struct timeline *subject, double *ore_of_day);

#endif
