// SPDX-License-Identifier: GPL-3.0-or-later
// What was to be saved by a day, and what is reported as saved.
//
//   share     of the year's saving that falls on the days up to then: days on which an edit of the measure is in
//             force, up to the day / in the whole year; amounts by their own accrual
//   planned   the claim of the year x share (a full-year claim counts with the days in force of the year's)
//   modelled  the effect of the year x share, amounts exactly
#ifndef ROTACOST_AUDIT_FOLLOWUP_H
#define ROTACOST_AUDIT_FOLLOWUP_H

#include "audit/effect.h"

enum followup_state {
  FOLLOWUP_GIVEN_UP,
  FOLLOWUP_NO_START,
  FOLLOWUP_LATE_START, // should be in force by its date, yet has not started
  FOLLOWUP_NOTHING_REPORTED,
  FOLLOWUP_NO_CLAIM,
  FOLLOWUP_BEHIND,
  FOLLOWUP_AHEAD,
  FOLLOWUP_ON_PLAN,
  FOLLOWUP_STATES
};

struct followup_line {
  int year;            // of the day, or the last one in which something is claimed
  int64_t to_date;     // NOT_GIVEN: nothing is reported; then what is planned and modelled is the whole year's
  int64_t claimed_ore; // for the whole year; NOT_GIVEN: nothing
  int64_t planned_ore; // of that, up to the day; NOT_GIVEN likewise
  int64_t modelled_ore[POSITIONS_ANSWERS]; // up to the day; NOT_GIVEN: not testable
  int64_t realised_ore;                    // NOT_GIVEN
  enum followup_state state;
};

// Needs the effects of the audit. Fills audit->followup, one line per measure.
void followup_make(struct audit *audit);

#endif
