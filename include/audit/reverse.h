// SPDX-License-Identifier: GPL-3.0-or-later
// The reverse question: what would have to change for a claim to be exactly true? Asked for claims in kroner that are
// neither reached with all positions kept nor left out, in the last year for which they claim anything, and for the
// answer (kept or adjusted) with the nearer effect. One thing is changed at a time:
//
//   sick_leave        all sick leave of the units, in proportion; its mean 0-40 %
//   start             the day the measure starts, within the claim's year
//   substitute_price  pay of substitutes and prices of agencies, x 0.25-4
//   pay_level         all yearly pay, x 0.5-2
//
// The slope (audit/slope.h) gives the direction and size; then the models are solved again until the effect is within a
// thousandth of the claim (for a start: until no other day is nearer).
#ifndef ROTACOST_AUDIT_REVERSE_H
#define ROTACOST_AUDIT_REVERSE_H

#include "audit/effect.h"
#include "base/failure.h"
#include "scenario/rows_measures.h"

enum reverse_question {
  REVERSE_SICK_LEAVE,
  REVERSE_START,
  REVERSE_SUBSTITUTE_PRICE,
  REVERSE_PAY_LEVEL,
  REVERSE_QUESTIONS
};
enum reverse_status { REVERSE_FOUND, REVERSE_OUTSIDE_RANGE, REVERSE_NOT_TESTABLE };
const char *reverse_question_name(enum reverse_question question);
const char *reverse_status_name(enum reverse_status status);

struct reversal {
  size_t measure;
  int year;
  enum claim_basis basis;
  enum positions positions;
  enum reverse_question question;
  enum reverse_status status;
  int64_t now, needed; // shares e8 (of pay and prices: relative to now), or a day; NOT_GIVEN where there is none
  int64_t claimed_ore;
  int64_t effect_ore; // with the value needed; at the end of the range that comes nearest; as it is
  const char *reason;
};

struct reversals {
  size_t count, room;
  struct reversal *items; // measure by measure
};

// Adds those of one measure, after the effects are known. False where a model was not solved, with the reason in
// *failure. Memory: the audit's arena.
bool reversals_add(struct reversals *made, const struct audit *audit, size_t measure, struct study *study,
                   struct failure *failure);

// A copy of the scenario with the question's value at `value` (as in struct reversal), for callers that solve it again.
// Memory: arena.
const struct scenario *reverse_scenario(struct arena *arena, const struct scenario *scenario, size_t measure,
                                        enum reverse_question question, int64_t now, int64_t value);

#endif
