// SPDX-License-Identifier: GPL-3.0-or-later
// What is claimed, made comparable, and the verdict on it.
#ifndef ROTACOST_AUDIT_CLAIMS_H
#define ROTACOST_AUDIT_CLAIMS_H

#include "scenario/scenario.h"

struct claimed {
  int64_t amount_ore; // NOT_GIVEN: nothing is claimed in kroner
  enum claim_basis basis;
  int64_t fte_milli; // NOT_GIVEN
  enum fte_basis fte_basis;
  int64_t leaves_out; // bits of enum left_out
};

// The amount of one row, or its percentage of what it names; NOT_GIVEN: nothing in kroner.
int64_t claim_amount_ore(const struct claim_row *claim);

// The claim that stands in a year against today's budget: a full-year claim stands from its year on; in-year claims
// are added up to the year where the source's columns are incremental, else they stand in their own year only, as
// every claim of a one-off measure does.
struct claimed claim_standing(const struct scenario *scenario, size_t measure, int year);
// The same, had the source's columns been meant so.
struct claimed claim_standing_as(const struct scenario *scenario, size_t measure, int year, enum claims_are are);

// Last column of the source in which the measure claims anything; 0 where it claims nothing.
int claim_last_year(const struct scenario *scenario, size_t measure);

enum verdict {
  VERDICT_NO_CLAIM,
  VERDICT_SUPPORTED,              // reached even if all positions are kept
  VERDICT_SUPPORTED_IF_POSITIONS, // reached between kept and adjusted
  VERDICT_OVERSTATED,             // not reached even if positions follow
  VERDICT_UNDERSTATED,            // well below what is reached with all positions kept
  VERDICT_NOT_TESTABLE,
  VERDICTS
};
const char *verdict_name(enum verdict verdict); // supported, supported_if_positions_go, ...

// Within the tolerances of the settings, both shares of the claim.
enum verdict verdict_on(const struct settings_row *settings, int64_t claimed_ore, int64_t kept_ore,
                        int64_t adjusted_ore);

#endif
