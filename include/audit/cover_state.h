// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of the cover with a measure, in its first whole year or in another.
//
//   kept               as many are wanted as before, and nobody more is missing
//   lowered            fewer are wanted, above the norm
//   below_norm         a norm is undercut by need or plan (audit/norm.h)
//   hours_empty        more hours stand empty than today
//   hours_empty_today  hours stand empty that stand empty today as well: nobody is there for them
//
// Several may hold at once.
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

// Bits of enum cover_state, under one answer; 0 for plain amounts and what cannot be tested.
unsigned cover_states(const struct measure_effect *effect, const struct year_effect *year, enum positions positions);
// Their names, set apart by blanks.
const char *cover_state_names(struct arena *arena, unsigned states);

#endif
