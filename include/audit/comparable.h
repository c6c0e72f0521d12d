// SPDX-License-Identifier: GPL-3.0-or-later
// Like compared with like. A claim made "without supplements, substitutes, overtime" is held against the effect without
// the same ledger lines.
//
//   supplements, absence, compensation           their lines, whoever's hours they pay
//   extra, substitutes, overtime, agency         all that hours of this source cost, supplements and on-costs included
//   holiday_pay, pension, employer_tax, on_costs the lines themselves
//
// On-costs go with the pay they are on: where a share of the pay of own staff, or of a source, is left out, the same
// share of its holiday pay, pension and employer tax is.
#ifndef ROTACOST_AUDIT_COMPARABLE_H
#define ROTACOST_AUDIT_COMPARABLE_H

#include "audit/effect.h"

// What remains of a ledger that pays own staff, or one source.
struct ledger ledger_comparable(const struct ledger *ledger, int64_t leaves_out);

// An effect in two parts: what own staff cost (positions, their supplements, absence, compensation; plain amounts too),
// and what hours beyond contract cost. The two add up to cash_effect_ore where nothing is left out.
struct effect_parts {
  int64_t own_ore, variable_ore;
};
// Hours left empty beyond the baseline's, priced: what the claim leaves out has swallowed a part of what they save.
int64_t empty_comparable_ore(const struct answer *answer, int64_t leaves_out);
struct effect_parts effect_parts_of(const struct answer *answer, int64_t leaves_out);

// What an answer saves in cash, without what a claim leaves out: before the price of hours left empty.
int64_t cash_comparable_ore(const struct answer *answer, int64_t leaves_out);
// Kroner of an answer at equal cover, without what a claim leaves out.
int64_t answer_comparable_ore(const struct answer *answer, int64_t leaves_out);

// The effect a claim is held against, at equal cover: of the year or of the full year, by its basis, without what the
// claim leaves out.
// The same with positions kept, from today's rota to the rota with the measure; NOT_GIVEN where that is not known.
int64_t claim_with_rota_ore(const struct measure_effect *effect, const struct year_effect *year,
                            const struct claimed *claimed);
int64_t claim_comparable_ore(const struct measure_effect *effect, const struct year_effect *year,
                             const struct claimed *claimed, enum positions positions);
// The same with the norm kept; NOT_GIVEN where it cannot be.
int64_t claim_compliant_ore(const struct measure_effect *effect, const struct year_effect *year,
                            const struct claimed *claimed, enum positions positions);
// What the claim leaves out of that effect.
int64_t claim_left_out_ore(const struct measure_effect *effect, const struct year_effect *year,
                           const struct claimed *claimed, enum positions positions);
// The words of leaves_out as the scenario writes them, set apart by blanks; and in a sentence, with commas.
const char *left_out_words(struct arena *arena, int64_t leaves_out);
const char *left_out_in_words(struct arena *arena, int64_t leaves_out);

#endif
