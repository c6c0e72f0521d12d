// SPDX-License-Identifier: GPL-3.0-or-later
// Claims, made comparable, and the verdicts on them.
#ifndef ROTACOST_AUDIT_CLAIMS_H
#define ROTACOST_AUDIT_CLAIMS_H

#include "scenario/rows_measures.h"
#include "scenario/rows_settings.h"
#include "scenario/scenario.h"

struct claimed {
  int64_t amount_ore; // NOT_GIVEN: nothing is claimed in kroner
  enum claim_basis basis;
  int64_t fte_milli; // NOT_GIVEN
  enum fte_basis fte_basis;
  int64_t leaves_out; // bits of enum left_out
};

// The amount of one row, or its percentage of what it refers to; NOT_GIVEN: nothing in kroner.
int64_t claim_amount_ore(const struct claim_row *claim);

// The claim that stands in a year, relative to today's budget. A full-year claim stands from its year on. In-year
// claims are added up to the year if the source's columns are incremental; otherwise they stand only in their own
// year, as does every claim of a one-off measure.
struct claimed claim_standing(const struct scenario *scenario, size_t measure, int year);
// The same, if the source's columns had that meaning.
struct claimed claim_standing_as(const struct scenario *scenario, size_t measure, int year, enum claims_are are);

// Last column of the source in which the measure claims anything; 0 if it claims nothing.
int claim_last_year(const struct scenario *scenario, size_t measure);

// With E the effect at equal cover, C the claim on the same terms and t the tolerance. A claim below 0 is a cost, and
// is judged like a saving with every sign reversed.
enum verdict {
  VERDICT_NO_CLAIM,
  VERDICT_NOT_REACHED,        // E(kept) and E(adjusted) < C - t
  VERDICT_ONLY_IF_MORE_GO,    // E(kept) < C - t <= E(adjusted)
  VERDICT_FOLLOWS,            // as reached, but the saving comes from positions that its own edits remove
  VERDICT_REACHED,            // C - t <= E(kept): nobody has to leave
  VERDICT_MORE_THAN_CLAIMED,  // C + t < E(kept)
  VERDICT_COST_DEARER,        // a cost: more_than_claimed mirrored
  VERDICT_COST_AS_CLAIMED,    // a cost: reached mirrored, or the claim lies between the two answers
  VERDICT_COST_CHEAPER,       // a cost: not_reached mirrored
  VERDICT_TAKEN_OVER,         // amounts from the source: only their dates are checked
  VERDICT_TAKEN_OVER_DOUBTED, // the same, and the source itself doubts them
  VERDICT_NOT_TESTABLE,
  VERDICTS
};
const char *verdict_name(enum verdict verdict); // no_claim, not_reached, only_if_more_go, ...
// Is the claim met: reached, follows, more than claimed, a cost as claimed or cheaper, or nothing claimed?
bool verdict_is_met(enum verdict verdict);
bool verdict_is_cost(enum verdict verdict);

// Does a claim that is judged with positions kept also hold with rotas of whole people?
enum rota_verdict {
  ROTA_VERDICT_NONE,        // no rotas with a price, or nothing claimed in kroner
  ROTA_VERDICT_STILL_HOLDS, // reached by the plans, and from rota to rota
  ROTA_VERDICT_NO_LONGER,   // reached by the plans, not from rota to rota
  ROTA_VERDICT_WITH_ROTA,   // reached only from rota to rota
  ROTA_VERDICT_NOT_REACHED, // by neither the plans nor the rotas
  ROTA_VERDICTS
};
const char *rota_verdict_name(
    enum rota_verdict verdict); // "", still_holds, no_longer_holds, holds_with_rota, not_reached

// By kroner alone, within the tolerances of the settings, both as shares of the claim: no claim, not reached, only if
// more go, reached, more than claimed, or a cost.
enum verdict verdict_on(const struct settings_row *settings, int64_t claimed_ore, int64_t kept_ore,
                        int64_t adjusted_ore);

#endif
