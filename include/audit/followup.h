// SPDX-License-Identifier: GPL-3.0-or-later
// The planned saving up to a day, and the reported one.
//
//   share     of the year's saving that falls on the days up to then: the value of the hours by which the need
//             decreases on the days up to then / in the whole year, by the calendar with its nights, Sundays and public
//             holidays (audit/direct.h). If no need changes, or it increases as much as it decreases: days on which an
//             edit of the measure is in force. Amounts by their own accrual
//   planned   the claim of the year x share (a full-year claim in proportion to the year's days in force)
//   modelled  the effect of the year x share; amounts exactly
#ifndef ROTACOST_AUDIT_FOLLOWUP_H
#define ROTACOST_AUDIT_FOLLOWUP_H

#include "audit/effect.h"
#include "calendar/fiscal.h"

struct followup_books;

enum followup_state {
  FOLLOWUP_GIVEN_UP,
  FOLLOWUP_NO_START,
  FOLLOWUP_LATE_START, // should be in force by its date, but has not started
  FOLLOWUP_NOTHING_REPORTED,
  FOLLOWUP_NO_CLAIM,
  FOLLOWUP_BEHIND,
  FOLLOWUP_AHEAD,
  FOLLOWUP_ON_PLAN,
  FOLLOWUP_STATES
};

// green: the forecast reaches the claim, within tolerance_percent, or exceeds it. amber: the shortfall is no more than
// what is planned for the rest of the year. red: it is more, or the measure is given up. none: no basis for a light
enum followup_light { LIGHT_NONE, LIGHT_GREEN, LIGHT_AMBER, LIGHT_RED, LIGHTS };
const char *followup_light_name(enum followup_light light); // "", green, amber, red
enum followup_light followup_light_of(int64_t claimed_ore, int64_t forecast_ore, int64_t rest_ore,
                                      int64_t tolerance_e8);

struct followup_line {
  int year;            // of the day, or the last one in which something is claimed
  int64_t to_date;     // NOT_GIVEN: nothing is reported; then what is planned and modelled is the whole year's
  int64_t claimed_ore; // for the whole year; NOT_GIVEN: nothing
  int64_t planned_ore; // of that, up to the day; NOT_GIVEN likewise
  int64_t modelled_ore[POSITIONS_ANSWERS]; // up to the day; NOT_GIVEN: not testable
  int64_t realised_ore;                    // NOT_GIVEN
  enum followup_state state;
  // of the plan and the model, up to the end of each month of the fiscal year; NOT_GIVEN as above
  int64_t planned_by_ore[MONTHS_PER_YEAR], modelled_by_ore[MONTHS_PER_YEAR][POSITIONS_ANSWERS];
  // of the model, if the positions that go were decided on by decision_date and are gone after their notice, in the
  // year in which the measure starts: up to the end of each month; NOT_GIVEN: no such date, or nobody goes
  int64_t noticed_by_ore[MONTHS_PER_YEAR];
  int64_t
      forecast_ore; // for the year: realised, and of the plan what it has after the day; NOT_GIVEN: nothing to go by
  enum followup_light light;
  struct followup_books *books; // audit/followup_books.h; NULL: there are no books by month
};

// The claim of a year month by month, cumulative, as planned_by_ore. False: nothing is claimed for the year. Needs
// audit->followup.
bool followup_plan(const struct audit *audit, size_t measure, int year, int64_t by_ore[MONTHS_PER_YEAR]);

// Needs the effects of the audit. Fills audit->followup, one line per measure, without books.
void followup_make(struct audit *audit);

#endif
