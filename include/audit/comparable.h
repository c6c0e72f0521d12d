// SPDX-License-Identifier: GPL-3.0-or-later
// Compares like with like. A claim made "without supplements, substitutes, overtime" is compared with the effect
// without the same ledger lines.
//
//   supplements, absence, compensation           their lines, regardless of whose hours they pay
//   extra, substitutes, overtime, agency         all costs of the hours of this source, with supplements and on-costs
//   holiday_pay, pension, employer_tax, on_costs the lines themselves
//
// On-costs follow the pay they are due on: if a share of the pay of own staff, or of a source, is left out, the same
// share of its holiday pay, pension and employer tax is left out.
#ifndef ROTACOST_AUDIT_COMPARABLE_H
#define ROTACOST_AUDIT_COMPARABLE_H

#include "audit/effect.h"

// The rest of a ledger that pays own staff, or one source.
struct ledger ledger_comparable(const struct ledger *ledger, int64_t leaves_out);

// An effect in two parts: the cost of own staff (positions, their supplements, absence, compensation; plain amounts
// too), and the cost of hours beyond contract. The two add up to cash_effect_ore if nothing is left out.
struct effect_parts {
  int64_t own_ore, variable_ore;
};
// The price of hours left empty beyond the baseline's, less the part of their saving that the claim leaves out anyway.
int64_t empty_comparable_ore(const struct answer *answer, int64_t leaves_out);
struct effect_parts effect_parts_of(const struct answer *answer, int64_t leaves_out);

// The saving of an answer in cash, without what a claim leaves out: before the price of hours left empty.
int64_t cash_comparable_ore(const struct answer *answer, int64_t leaves_out);
// The effect of an answer at equal cover, without what a claim leaves out.
int64_t answer_comparable_ore(const struct answer *answer, int64_t leaves_out);

// As claim_comparable_ore with positions kept, but from today's rota to the rota with the measure; NOT_GIVEN if that
// is not known.
int64_t claim_with_rota_ore(const struct measure_effect *effect, const struct year_effect *year,
                            const struct claimed *claimed);
// The effect with which a claim is compared, at equal cover: of the year or of the full year, by its basis, without
// what the claim leaves out.
int64_t claim_comparable_ore(const struct measure_effect *effect, const struct year_effect *year,
                             const struct claimed *claimed, enum positions positions);
// The same with the norm kept; NOT_GIVEN if it cannot be kept.
int64_t claim_compliant_ore(const struct measure_effect *effect, const struct year_effect *year,
                            const struct claimed *claimed, enum positions positions);
// The part of that effect that the claim leaves out.
int64_t claim_left_out_ore(const struct measure_effect *effect, const struct year_effect *year,
                           const struct claimed *claimed, enum positions positions);
// The words of leaves_out as the scenario writes them, separated by blanks; and in a sentence, with commas.
const char *left_out_words(struct arena *arena, int64_t leaves_out);
const char *left_out_in_words(struct arena *arena, int64_t leaves_out);

#endif
