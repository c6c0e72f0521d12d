// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/claim_slip.h"

#include <stdlib.h>

#include "audit/comparable.h"
#include "base/fixed.h"

enum { TIMES = 1000, FOUND_MOST = 2 * (POSITIONS_ANSWERS + 1) };
static const int64_t least_ore = 100 * ORE_PER_KR; // findings below this are noise, and similar to nothing

// The findings of the model, in the year and in a full year.
struct found {
  int count;
  int64_t ore[FOUND_MOST];
};

static void add_found(struct found *found, int64_t ore) {
  if (llabs(ore) >= least_ore)
    found->ore[found->count++] = ore;
}

static struct found found_of(const struct measure_effect *effect, const struct year_effect *year,
                             const struct claimed *claimed) {
  struct found found = {0};
  for (int full = claimed->basis == CLAIM_FULL_YEAR; full <= 1; full++) {
    struct claimed compared = *claimed;
    compared.basis = full ? CLAIM_FULL_YEAR : CLAIM_IN_YEAR;
    const struct year_effect *against = full ? &effect->full : year;
    for (int p = 0; p < POSITIONS_ANSWERS; p++)
      add_found(&found, claim_comparable_ore(effect, year, &compared, (enum positions)p));
    if (against->direct.known)
      add_found(&found, ledger_sum(&against->direct.saving));
  }
  return found;
}

static bool is_about(int64_t a, int64_t b) {
  return (int128)llabs(a) * 2 >= llabs(b) && llabs(a) <= (int128)llabs(b) * 2;
}

// The first figure that the claim resembles, times or divided by a thousand; 0 where there is none.
static int64_t alike(const struct found *found, int64_t claimed_ore, enum claim_slip slip) {
  bool same_sign = false;
  for (int i = 0; i < found->count; i++)
    same_sign |= (found->ore[i] < 0) == (claimed_ore < 0);
  for (int i = 0; i < found->count; i++) {
    int64_t ore = found->ore[i];
    bool here = slip == CLAIM_SLIP_THOUSANDTH ? is_about(ore / TIMES, claimed_ore)
                : slip == CLAIM_SLIP_THOUSAND ? is_about(claimed_ore / TIMES, ore)
                                              : !same_sign && is_about(claimed_ore, ore);
    if (here)
      return ore;
  }
  return 0;
}

// A thousand times: only the largest figure may be meant, since a measure may have little effect in one answer.
static struct found largest(const struct found *found) {
  struct found one = {0};
  for (int i = 0; i < found->count; i++)
    if (!one.count || llabs(found->ore[i]) > llabs(one.ore[0])) {
      one.ore[0] = found->ore[i];
      one.count = 1;
    }
  return one;
}

struct claim_doubt claim_doubt_of(const struct scenario *scenario, const struct measure_effect *effect,
                                  const struct year_effect *year) {
  struct claimed claimed = claim_standing(scenario, effect->measure, year->year);
  struct claim_doubt doubt = {.claimed_ore = claimed.amount_ore};
  if (claimed.amount_ore == NOT_GIVEN || !claimed.amount_ore || !effect->testable || effect->given_up)
    return doubt;
  struct found found = found_of(effect, year, &claimed);
  for (int slip = CLAIM_SLIP_THOUSANDTH; slip <= CLAIM_SLIP_SIGN && !doubt.found_ore; slip++) {
    struct found asked = slip == CLAIM_SLIP_THOUSAND ? largest(&found) : found;
    doubt.found_ore = alike(&asked, claimed.amount_ore, (enum claim_slip)slip);
    doubt.slip = doubt.found_ore ? (enum claim_slip)slip : CLAIM_SLIP_NONE;
  }
  return doubt;
}
