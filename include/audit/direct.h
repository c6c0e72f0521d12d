// SPDX-License-Identifier: GPL-3.0-or-later
// The value of a measure as savings papers count it: the hours removed times the price of exactly those hours, or the
// contracts cut. It ignores binding weekends and people who stay. Also the FTE behind it.
#ifndef ROTACOST_AUDIT_DIRECT_H
#define ROTACOST_AUDIT_DIRECT_H

#include "audit/sets.h"
#include "scenario/timeline.h"

struct direct {
  bool known;           // false: the measure changes neither need nor contracts here (only prices, absence, rules)
  struct ledger saving; // positive where kroner are saved
  double gross_fte;     // staffed hours / (52 x full-time week): what papers call "årsverk"
  double net_fte;       // including cover for the staff's holiday and absence
};

// For one unit over a calendar year, between two timelines. If the need changes, the hours count, and a cut of
// contracts that comes with it is not counted again.
struct direct direct_of_unit(struct arena *arena, const struct scenario *scenario, int64_t unit,
                             const struct timeline *reference, const struct timeline *subject);
// The value, on each day, of the hours by which the need decreases, counted in the same way and added to
// ore_of_day[day_count] in øre, unrounded: nights before a Sunday or a public holiday are worth more than others.
// Returns false if the need does not change: then nothing is added.
bool direct_by_day(struct arena *arena, const struct scenario *scenario, int64_t unit, const struct timeline *reference,
                   const struct timeline *subject, double *ore_of_day);

#endif
