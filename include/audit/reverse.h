// SPDX-License-Identifier: GPL-3.0-or-later
// The reverse question: what would have to be otherwise for a claim to be exactly true? Asked of claims in kroner that
// are neither reached with all positions kept nor left out, in the last year they claim anything for, of the answer
// (kept or adjusted) whose effect lies nearer. One thing is changed at a time:
//
//   sick_leave        all sick leave of the units, in proportion; its mean 0-40 %
//   start             the day the measure starts, within the claim's year
//   substitute_price  pay of substitutes and prices of agencies, x 0.25-4
//   pay_level         all yearly pay, x 0.5-2
//
// The slope (audit/slope.h) says which way and how far; then the programmes are solved again until the effect is within
// a thousandth of the claim (of a start: until no other day is nearer).
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
  int64_t now, needed; // shares e8 (of pay and prices: of what they are), or a day; NOT_GIVEN where there is none
  int64_t claimed_ore;
  int64_t effect_ore; // with the value needed; of the end of the range that comes nearest; as it is
  const char *reason;
};

struct reversals {
  size_t count, room;
  struct reversal *items; // measure by measure
};

// Adds those of one measure, after the effects are known. False where a programme was not solved, which *failure tells.
// Memory: the audit's arena.
bool reversals_add(struct reversals *made, const struct audit *audit, size_t measure, struct study *study,
                   struct failure *failure);

// A copy of the scenario with the question's value at `value` (as in struct reversal); for who wants to see it solved.
// Memory: arena.
const struct scenario *reverse_scenario(struct arena *arena, const struct scenario *scenario, size_t measure,
                                        enum reverse_question question, int64_t now, int64_t value);

#endif
