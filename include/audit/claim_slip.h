// SPDX-License-Identifier: GPL-3.0-or-later
// A claim that looks like the model's figure in another unit or with the opposite sign: 1800 instead of 1.9 million,
// -1.8 instead of 1.9.
#ifndef ROTACOST_AUDIT_CLAIM_SLIP_H
#define ROTACOST_AUDIT_CLAIM_SLIP_H

#include "audit/effect.h"

enum claim_slip {
  CLAIM_SLIP_NONE,
  CLAIM_SLIP_THOUSANDTH, // about a thousandth of the model's figure: in 1000 kr?
  CLAIM_SLIP_THOUSAND,   // about a thousand times as much
  CLAIM_SLIP_SIGN,       // about the same, with the opposite sign
};

struct claim_doubt {
  enum claim_slip slip;
  int64_t claimed_ore, found_ore; // found: the model's figure that is similar
};
// Compares the claim that stands in a year with the same effect kept, adjusted and direct, and with those of a full
// year.
// "About": between half and twice.
struct claim_doubt claim_doubt_of(const struct scenario *scenario, const struct measure_effect *effect,
                                  const struct year_effect *year);

#endif
