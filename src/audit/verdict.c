// SPDX-License-Identifier: GPL-3.0-or-later
// Verdict and flags of a measure in one year.
#include <assert.h>
#include <math.h>
#include <string.h>

#include "audit/claim_slip.h"
#include "audit/comparable.h"
#include "audit/yardstick.h"
#include "base/fixed.h"
#include "calendar/fiscal.h"

static const double SAME_FTE = 0.005;
static const double LEAST_FTE = 0.0001; // of hours taken away

static double removed_fte(const struct measure_effect *effect) {
  return effect->full.answers[POSITIONS_KEPT].removed_fte;
}

double measure_removes_fte(const struct measure_effect *effect) {
  return removed_fte(effect) < SAME_FTE ? 0 : removed_fte(effect);
}

double measure_more_fte(const struct measure_effect *effect) {
  double more = effect->full.answers[POSITIONS_ADJUSTED].removed_fte - removed_fte(effect);
  return more < SAME_FTE ? 0 : more;
}

// ---------------------------------------------------------------- claimed FTE

static double fte_found(const struct measure_effect *effect, const struct claimed *claimed) {
  const struct direct *direct = &effect->full.direct;
  bool hours = direct->known && !(effect->arithmetic || fabs(direct->gross_fte) < LEAST_FTE);
  if (!hours)
    return positions_fewer_fte(&effect->full.answers[POSITIONS_ADJUSTED]);
  return claimed->fte_basis == FTE_NET ? direct->net_fte : direct->gross_fte;
}

struct fte_judgement fte_judge(const struct scenario *scenario, const struct measure_effect *effect,
                               const struct claimed *claimed) {
  struct fte_judgement judgement = {FTE_NOT_JUDGED, 0};
  if (claimed->fte_milli == NOT_GIVEN || !effect->testable || effect->arithmetic)
    return judgement;
  double said = (double)claimed->fte_milli / MILLI, found = effect->given_up ? 0 : fte_found(effect, claimed);
  double tolerance = fabs(said) * (double)settings_of(&scenario->tables)->tolerance_e8 / (double)ONE_E8;
  judgement.found = found;
  judgement.verdict = fabs(found - said) <= tolerance + 1e-9 ? FTE_AS_CLAIMED : found < said ? FTE_FEWER : FTE_MORE;
  return judgement;
}

const char *fte_verdict_name(enum fte_verdict verdict) {
  static const char *const names[] = {"", "as_claimed", "fewer", "more"};
  assert((size_t)verdict < sizeof names / sizeof *names);
  return names[verdict];
}

// A claim in FTE alone is judged by the FTE. Removing hours does not remove a job, so hours count as FTE only when
// positions are removed. Added FTE are a cost.
static enum verdict verdict_on_fte(const struct scenario *scenario, const struct measure_effect *effect,
                                   const struct claimed *claimed) {
  struct fte_judgement judgement = fte_judge(scenario, effect, claimed);
  bool comes = claimed->fte_milli < 0;
  switch (judgement.verdict) {
  case FTE_AS_CLAIMED:
    return comes                             ? VERDICT_COST_AS_CLAIMED
           : measure_removes_fte(effect) > 0 ? VERDICT_FOLLOWS
                                             : VERDICT_ONLY_IF_MORE_GO;
  case FTE_FEWER:
    return comes ? VERDICT_COST_DEARER : VERDICT_NOT_REACHED;
  case FTE_MORE:
    return comes ? VERDICT_COST_CHEAPER : VERDICT_MORE_THAN_CLAIMED;
  default:
    return VERDICT_NOT_TESTABLE;
  }
}

// ---------------------------------------------------------------- verdicts

static enum verdict on_kroner(const struct scenario *scenario, const struct measure_effect *effect,
                              const struct year_effect *year, const struct claimed *claimed) {
  return verdict_on(settings_of(&scenario->tables), claimed->amount_ore,
                    claim_comparable_ore(effect, year, claimed, POSITIONS_KEPT),
                    claim_comparable_ore(effect, year, claimed, POSITIONS_ADJUSTED));
}

enum verdict measure_arithmetic(const struct scenario *scenario, const struct measure_effect *effect,
                                const struct year_effect *year) {
  struct claimed claimed = claim_standing(scenario, effect->measure, year->year);
  return on_kroner(scenario, effect, year, &claimed);
}

bool amount_is_as_claimed(const struct scenario *scenario, const struct measure_effect *effect,
                          const struct year_effect *year) {
  enum verdict verdict = measure_arithmetic(scenario, effect, year);
  return verdict == VERDICT_REACHED || verdict == VERDICT_COST_AS_CLAIMED || verdict == VERDICT_NO_CLAIM;
}

enum verdict measure_verdict(const struct scenario *scenario, const struct measure_effect *effect,
                             const struct year_effect *year) {
  return measure_verdict_as(scenario, effect, year, (enum claims_are)settings_of(&scenario->tables)->claims_are);
}

enum verdict measure_verdict_as(const struct scenario *scenario, const struct measure_effect *effect,
                                const struct year_effect *year, enum claims_are are) {
  struct claimed claimed = claim_standing_as(scenario, effect->measure, year->year, are);
  bool fte_only = claimed.amount_ore == NOT_GIVEN && claimed.fte_milli != NOT_GIVEN;
  if (claimed.amount_ore == NOT_GIVEN && !fte_only)
    return VERDICT_NO_CLAIM;
  if (!effect->testable)
    return VERDICT_NOT_TESTABLE;
  if (effect->arithmetic && !effect->given_up)
    return measure_rows(&scenario->tables)[effect->measure].doubt ? VERDICT_TAKEN_OVER_DOUBTED : VERDICT_TAKEN_OVER;
  if (fte_only)
    return verdict_on_fte(scenario, effect, &claimed);
  enum verdict verdict = on_kroner(scenario, effect, year, &claimed);
  return verdict == VERDICT_REACHED && measure_removes_fte(effect) > 0 ? VERDICT_FOLLOWS : verdict;
}

static bool is_met_on(const struct scenario *scenario, int64_t claimed_ore, int64_t ore) {
  return verdict_is_met(verdict_on(settings_of(&scenario->tables), claimed_ore, ore, ore));
}

enum rota_verdict measure_rota_verdict(const struct scenario *scenario, const struct measure_effect *effect,
                                       const struct year_effect *year) {
  struct claimed claimed = claim_standing(scenario, effect->measure, year->year);
  if (claimed.amount_ore == NOT_GIVEN || !effect->testable || effect->given_up || effect->arithmetic)
    return ROTA_VERDICT_NONE;
  int64_t by_rotas_ore = claim_with_rota_ore(effect, year, &claimed);
  if (by_rotas_ore == NOT_GIVEN)
    return ROTA_VERDICT_NONE;
  int64_t by_plans_ore = claim_comparable_ore(effect, year, &claimed, POSITIONS_KEPT);
  bool before = is_met_on(scenario, claimed.amount_ore, by_plans_ore);
  bool after = is_met_on(scenario, claimed.amount_ore, by_rotas_ore);
  if (before)
    return after ? ROTA_VERDICT_STILL_HOLDS : ROTA_VERDICT_NO_LONGER;
  return after ? ROTA_VERDICT_WITH_ROTA : ROTA_VERDICT_NOT_REACHED;
}

const char *rota_verdict_name(enum rota_verdict verdict) {
  static const char *const names[ROTA_VERDICTS] = {"", "still_holds", "no_longer_holds", "holds_with_rota",
                                                   "not_reached"};
  return names[verdict];
}

// The data on which flags are decided.
struct flagging {
  const struct scenario *scenario;
  const struct measure_effect *effect;
  const struct year_effect *year;
  enum positions positions;
};

typedef const char *flag(const struct flagging *f); // returns the flag's word, or NULL

static const char *flag_below_norm(const struct flagging *f) {
  return f->year->breach.days || f->effect->full.breach.days ? "below_norm" : NULL;
}

static const char *flag_short(const struct flagging *f) {
  return f->year->answers[f->positions].empty_h > 0.5 ? "short_of_staff" : NULL;
}

static const char *flag_unkept(const struct flagging *f) {
  return norm_can_be_kept(&f->effect->full, f->positions) && norm_can_be_kept(f->year, f->positions)
             ? NULL
             : "norm_cannot_be_kept";
}

static const char *flag_yardstick(const struct flagging *f) {
  return measure_lowers_norm(f->effect) ? "lowers_a_norm" : NULL;
}

// Positions beyond those the edits remove that must go for the adjusted effect to be reached, once in force.
static const char *flag_positions(const struct flagging *f) {
  const struct answer *answers = f->effect->full.answers;
  bool more = effect_ore(&answers[POSITIONS_ADJUSTED]) > effect_ore(&answers[POSITIONS_KEPT]);
  return f->positions == POSITIONS_ADJUSTED && more && measure_more_fte(f->effect) > 0 ? "needs_fte_to_go" : NULL;
}

static const char *flag_removes(const struct flagging *f) {
  return measure_removes_fte(f->effect) > 0 ? "removes_fte" : NULL;
}

static const char *flag_fte(const struct flagging *f) {
  struct claimed claimed = claim_standing(f->scenario, f->effect->measure, f->year->year);
  enum fte_verdict verdict = fte_judge(f->scenario, f->effect, &claimed).verdict;
  return verdict == FTE_FEWER || verdict == FTE_MORE ? "fte_differs" : NULL;
}

static const char *flag_undecided(const struct flagging *f) { return f->effect->undecided ? "no_start_date" : NULL; }

static const char *flag_given_up(const struct flagging *f) { return f->effect->given_up ? "not_realised" : NULL; }

// For plain amounts only dates and twelfths can be checked: do they give the claim?
static const char *flag_arithmetic(const struct flagging *f) {
  if (!f->effect->arithmetic || f->effect->given_up)
    return NULL;
  return amount_is_as_claimed(f->scenario, f->effect, f->year) ? "not_checked" : "not_checked dates_give_other_amount";
}

static const char *flag_assumed(const struct flagging *f) { return f->effect->assumed ? "rests_on_assumptions" : NULL; }

static const char *flag_earlier(const struct flagging *f) {
  int64_t start = measure_rows(&f->scenario->tables)[f->effect->measure].start;
  bool earlier =
      start != NOT_GIVEN && fiscal_year_of((day_number)start) < settings_of(&f->scenario->tables)->first_year;
  return earlier ? "in_force_before_first_year" : NULL;
}

// Does the larger of the two answers reach the claim less the tolerance?
static bool reaches(const struct flagging *f, const struct claimed *claimed, enum claim_basis basis) {
  struct claimed against = *claimed;
  against.basis = basis;
  int64_t kept_ore = claim_comparable_ore(f->effect, f->year, &against, POSITIONS_KEPT);
  int64_t adjusted_ore = claim_comparable_ore(f->effect, f->year, &against, POSITIONS_ADJUSTED);
  enum verdict verdict = verdict_on(settings_of(&f->scenario->tables), claimed->amount_ore, kept_ore, adjusted_ore);
  return verdict != VERDICT_NOT_REACHED && verdict != VERDICT_COST_DEARER;
}

// A full year would reach the claim, but this year does not, because the measure starts in or after it.
static const char *flag_later(const struct flagging *f) {
  struct claimed claimed = claim_standing(f->scenario, f->effect->measure, f->year->year);
  bool once = measure_rows(&f->scenario->tables)[f->effect->measure].nature == NATURE_ONE_OFF;
  if (claimed.amount_ore == NOT_GIVEN || !f->effect->testable || f->effect->undecided || f->effect->given_up || once)
    return NULL;
  bool later = reaches(f, &claimed, CLAIM_FULL_YEAR) && !reaches(f, &claimed, CLAIM_IN_YEAR);
  return later ? "starts_later_than_claimed" : NULL;
}

static const char *flag_slip(const struct flagging *f) {
  static const char *const words[] = {[CLAIM_SLIP_NONE] = NULL,
                                      [CLAIM_SLIP_THOUSANDTH] = "claim_a_thousandth",
                                      [CLAIM_SLIP_THOUSAND] = "claim_a_thousandfold",
                                      [CLAIM_SLIP_SIGN] = "claim_of_opposite_sign"};
  return words[claim_doubt_of(f->scenario, f->effect, f->year).slip];
}

static const char *flag_twice(const struct flagging *f) {
  return f->effect->counted_twice_with ? "counted_twice" : NULL;
}

static flag *const flags[] = {flag_below_norm, flag_unkept,  flag_yardstick, flag_short,    flag_removes,
                              flag_positions,  flag_fte,     flag_undecided, flag_given_up, flag_arithmetic,
                              flag_assumed,    flag_earlier, flag_later,     flag_twice,    flag_slip};

const char *measure_flags(struct arena *arena, const struct scenario *scenario, const struct measure_effect *effect,
                          const struct year_effect *year, enum positions positions) {
  struct flagging f = {scenario, effect, year, positions};
  const char *text = "";
  for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
    const char *word = flags[i](&f);
    if (word)
      text = arena_printf(arena, "%s%s%s", text, *text ? " " : "", word);
  }
  return text;
}
