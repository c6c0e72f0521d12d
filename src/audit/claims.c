// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/claims.h"

#include <assert.h>

#include "base/fixed.h"

static const struct {
  const char *name;
  bool met, cost;
} verdicts[VERDICTS] = {
    [VERDICT_NO_CLAIM] = {"no_claim", true, false},
    [VERDICT_NOT_REACHED] = {"not_reached", false, false},
    [VERDICT_ONLY_IF_MORE_GO] = {"only_if_more_go", false, false},
    [VERDICT_FOLLOWS] = {"follows_from_decision", true, false},
    [VERDICT_REACHED] = {"reached", true, false},
    [VERDICT_MORE_THAN_CLAIMED] = {"more_than_claimed", true, false},
    [VERDICT_COST_DEARER] = {"cost_dearer", false, true},
    [VERDICT_COST_AS_CLAIMED] = {"cost_as_claimed", true, true},
    [VERDICT_COST_CHEAPER] = {"cost_cheaper", true, true},
    [VERDICT_TAKEN_OVER] = {"taken_over", false, false},
    [VERDICT_TAKEN_OVER_DOUBTED] = {"taken_over_doubted", false, false},
    [VERDICT_NOT_TESTABLE] = {"not_testable", false, false},
};

const char *verdict_name(enum verdict verdict) { return verdicts[verdict].name; }
bool verdict_is_met(enum verdict verdict) { return verdicts[verdict].met; }
bool verdict_is_cost(enum verdict verdict) { return verdicts[verdict].cost; }

// Does the row still count in `year`? A one-off counts in its own year only.
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
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  return claim_standing_as(scenario, measure, year, (enum claims_are)settings_of(&scenario->tables)->claims_are);
}

struct claimed claim_standing_as(const struct scenario *scenario, size_t measure, int year, enum claims_are are) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
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
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  int last = 0;
  for (size_t i = 0; i < row_count(&scenario->tables, TABLE_CLAIMS); i++) {
    const struct claim_row *claim = &claim_rows(&scenario->tables)[i];
    if (claim->measure == (int64_t)measure && claim->year > last)
      last = (int)claim->year;
  }
  return last;
}

// For a saving: claimed_ore is not below 0.
static enum verdict verdict_on_saving(const struct settings_row *settings, int64_t claimed_ore, int64_t kept_ore,
                                      int64_t adjusted_ore) {
  int64_t tolerance = fixed_share(claimed_ore, settings->tolerance_e8);
  int64_t above_e8 = settings->understated_e8 == NOT_GIVEN ? settings->tolerance_e8 : settings->understated_e8;
  int64_t well_above = fixed_share(claimed_ore, above_e8);
  if (kept_ore > claimed_ore + (well_above > tolerance ? well_above : tolerance))
    return VERDICT_MORE_THAN_CLAIMED;
  if (kept_ore >= claimed_ore - tolerance)
    return VERDICT_REACHED;
  return adjusted_ore >= claimed_ore - tolerance ? VERDICT_ONLY_IF_MORE_GO : VERDICT_NOT_REACHED;
}

static enum verdict mirrored(enum verdict verdict) {
  switch (verdict) {
  case VERDICT_MORE_THAN_CLAIMED:
    return VERDICT_COST_DEARER;
  case VERDICT_NOT_REACHED:
    return VERDICT_COST_CHEAPER;
  default:
    return VERDICT_COST_AS_CLAIMED;
  }
}

enum verdict verdict_on(const struct settings_row *settings, int64_t claimed_ore, int64_t kept_ore,
                        int64_t adjusted_ore) {
  if (claimed_ore == NOT_GIVEN)
    return VERDICT_NO_CLAIM;
  bool free = claimed_ore == 0 && kept_ore < 0 && adjusted_ore < 0; // claimed to cost nothing, but costs something
  if (claimed_ore < 0 || free)
    return mirrored(verdict_on_saving(settings, -claimed_ore, -kept_ore, -adjusted_ore));
  return verdict_on_saving(settings, claimed_ore, kept_ore, adjusted_ore);
}
