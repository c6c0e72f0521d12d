// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/claims.h"

#include <stdlib.h>

#include "base/fixed.h"

static const char *const names[VERDICTS] = {
    [VERDICT_NO_CLAIM] = "no_claim",
    [VERDICT_SUPPORTED] = "supported",
    [VERDICT_SUPPORTED_IF_POSITIONS] = "supported_if_positions_go",
    [VERDICT_OVERSTATED] = "overstated",
    [VERDICT_UNDERSTATED] = "understated",
    [VERDICT_NOT_TESTABLE] = "not_testable",
};

const char *verdict_name(enum verdict verdict) { return names[verdict]; }

// Does the row still speak in `year`? What comes once speaks of its own year only.
static bool stands_in(const struct scenario *scenario, const struct claim_row *claim, enum claims_are are, int year) {
  bool once = measure_rows(&scenario->tables)[claim->measure].nature == NATURE_ONE_OFF;
  if (claim->year > year || (once && claim->year != year))
    return false;
  return claim->basis == CLAIM_FULL_YEAR || are == CLAIMS_INCREMENTAL || claim->year == year;
}

int64_t claim_amount_ore(const struct claim_row *claim) {
  if (claim->amount_ore != NOT_GIVEN)
    return claim->amount_ore;
  return claim->base_ore > 0 ? fixed_share(claim->base_ore, claim->percent_e8) : NOT_GIVEN;
}

static void add_claim(struct claimed *standing, const struct claim_row *claim) {
  int64_t amount_ore = claim_amount_ore(claim), leaves_out = claim->leaves_out == NOT_GIVEN ? 0 : claim->leaves_out;
  if (amount_ore != NOT_GIVEN) {
    bool adds = claim->basis == CLAIM_IN_YEAR && standing->amount_ore != NOT_GIVEN && standing->basis == CLAIM_IN_YEAR;
    standing->amount_ore = adds ? standing->amount_ore + amount_ore : amount_ore;
    standing->leaves_out = adds ? standing->leaves_out | leaves_out : leaves_out;
    standing->basis = (enum claim_basis)claim->basis;
  }
  if (claim->fte_milli != NOT_GIVEN) {
    standing->fte_milli = claim->fte_milli;
    standing->fte_basis = (enum fte_basis)claim->fte_basis;
  }
}

struct claimed claim_standing(const struct scenario *scenario, size_t measure, int year) {
  return claim_standing_as(scenario, measure, year, (enum claims_are)settings_of(&scenario->tables)->claims_are);
}

struct claimed claim_standing_as(const struct scenario *scenario, size_t measure, int year, enum claims_are are) {
  struct claimed standing = {.amount_ore = NOT_GIVEN, .fte_milli = NOT_GIVEN};
  for (int y = (int)settings_of(&scenario->tables)->first_year; y <= year; y++) // in order of years, not of rows
    for (size_t i = 0; i < row_count(&scenario->tables, TABLE_CLAIMS); i++) {
      const struct claim_row *claim = &claim_rows(&scenario->tables)[i];
      if (claim->measure == (int64_t)measure && claim->year == y && stands_in(scenario, claim, are, year))
        add_claim(&standing, claim);
    }
  return standing;
}

int claim_last_year(const struct scenario *scenario, size_t measure) {
  int last = 0;
  for (size_t i = 0; i < row_count(&scenario->tables, TABLE_CLAIMS); i++) {
    const struct claim_row *claim = &claim_rows(&scenario->tables)[i];
    if (claim->measure == (int64_t)measure && claim->year > last)
      last = (int)claim->year;
  }
  return last;
}

enum verdict verdict_on(const struct settings_row *settings, int64_t claimed_ore, int64_t kept_ore,
                        int64_t adjusted_ore) {
  if (claimed_ore == NOT_GIVEN)
    return VERDICT_NO_CLAIM;
  int64_t size = llabs(claimed_ore);
  int64_t tolerance = fixed_share(size, settings->tolerance_e8);
  int64_t well_above = fixed_share(size, settings->understated_e8);
  if (kept_ore > claimed_ore + (well_above > tolerance ? well_above : tolerance))
    return VERDICT_UNDERSTATED;
  if (kept_ore >= claimed_ore - tolerance)
    return VERDICT_SUPPORTED;
  if (adjusted_ore >= claimed_ore - tolerance)
    return VERDICT_SUPPORTED_IF_POSITIONS;
  return VERDICT_OVERSTATED;
}
