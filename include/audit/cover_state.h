// SPDX-License-Identifier: GPL-3.0-or-later
// How a measure changes the cover, in its first whole year or in another year.
//
//   kept               the need is as before, and no more people are missing
//   lowered            the need is lower, but above the norm
//   below_norm         need or plan is below a norm (audit/norm.h)
//   hours_empty        more hours stand empty than today
//   hours_empty_today  hours stand empty that also stand empty today: nobody is available for them
//
// Several may apply at once.
#ifndef ROTACOST_AUDIT_COVER_STATE_H
#define ROTACOST_AUDIT_COVER_STATE_H

#include "audit/effect.h"

enum cover_state {
  COVER_KEPT = 1,
  COVER_LOWERED = 2,
  COVER_BELOW_NORM = 4,
  COVER_HOURS_EMPTY = 8,
  COVER_HOURS_EMPTY_TODAY = 16
};

// Bits of enum cover_state, under one answer; 0 for plain amounts and measures that cannot be tested.
unsigned cover_states(const struct measure_effect *effect, const struct year_effect *year, enum positions positions);
// Their names, separated by blanks.
const char *cover_state_names(struct arena *arena, unsigned states);

#endif
