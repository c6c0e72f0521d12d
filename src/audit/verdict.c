// SPDX-License-Identifier: GPL-3.0-or-later
// Verdict and flags of a measure in one year.
#include <math.h>
#include <string.h>

#include "audit/claim_slip.h"
#include "audit/comparable.h"

// FTE as the claim counts them, of a full year.
static double fte_found(const struct measure_effect *effect, const struct claimed *claimed) {
  const struct direct *direct = &effect->full.direct;
  return claimed->fte_basis == FTE_NET ? direct->net_fte : direct->gross_fte;
}

// A claim in FTE alone is judged by the FTE.
static enum verdict verdict_on_fte(const struct settings_row *settings, const struct measure_effect *effect,
                                   const struct claimed *claimed) {
  if (!effect->full.direct.known)
    return VERDICT_NOT_TESTABLE;
  double said = (double)claimed->fte_milli / MILLI, found = fte_found(effect, claimed);
  double tolerance = fabs(said) * (double)settings->tolerance_e8 / (double)ONE_E8;
  if (fabs(found - said) <= tolerance)
    return VERDICT_SUPPORTED;
  return found < said ? VERDICT_OVERSTATED : VERDICT_UNDERSTATED;
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
  if (fte_only)
    return verdict_on_fte(settings_of(&scenario->tables), effect, &claimed);
  return verdict_on(settings_of(&scenario->tables), claimed.amount_ore,
                    claim_comparable_ore(effect, year, &claimed, POSITIONS_KEPT),
                    claim_comparable_ore(effect, year, &claimed, POSITIONS_ADJUSTED));
}

// What a flag is decided on.
struct flagging {
  struct arena *arena;
  const struct scenario *scenario;
  const struct measure_effect *effect;
  const struct year_effect *year;
  enum positions positions;
};

typedef const char *flag(const struct flagging *f); // the word, or NULL

static const char *flag_below_norm(const struct flagging *f) {
  return f->year->breach.days || f->effect->full.breach.days ? "below_norm" : NULL;
}

static const char *flag_short(const struct flagging *f) {
  const struct answer *answer = &f->year->answers[f->positions];
  double more_h = answer->figures_after.short_h - answer->figures_before.short_h;
  return more_h > 0.5 ? arena_printf(f->arena, "short_of_staff_%.0f_h", more_h) : NULL;
}

// Positions that must go for the adjusted effect to come, once in force.
static const char *flag_positions(const struct flagging *f) {
  double fte = positions_fewer_fte(&f->effect->full.answers[POSITIONS_ADJUSTED]);
  bool more =
      effect_ore(&f->effect->full.answers[POSITIONS_ADJUSTED]) > effect_ore(&f->effect->full.answers[POSITIONS_KEPT]);
  if (f->positions != POSITIONS_ADJUSTED || !more || fte < 0.005)
    return NULL;
  return arena_printf(f->arena, "needs_%.2f_fte_to_go", fte);
}

static const char *flag_fte(const struct flagging *f) {
  struct claimed claimed = claim_standing(f->scenario, f->effect->measure, f->year->year);
  if (claimed.fte_milli == NOT_GIVEN || !f->effect->full.direct.known)
    return NULL;
  double fte = fte_found(f->effect, &claimed), said = (double)claimed.fte_milli / MILLI;
  double tolerance = (double)settings_of(&f->scenario->tables)->tolerance_e8 / (double)ONE_E8;
  return fabs(fte - said) > tolerance * fabs(said) ? "fte_differs" : NULL;
}

static const char *flag_undecided(const struct flagging *f) { return f->effect->undecided ? "no_start_date" : NULL; }

static const char *flag_given_up(const struct flagging *f) { return f->effect->given_up ? "not_realised" : NULL; }

static const char *flag_arithmetic(const struct flagging *f) {
  return f->effect->arithmetic ? "arithmetic_only" : NULL;
}

static const char *flag_assumed(const struct flagging *f) { return f->effect->assumed ? "rests_on_assumptions" : NULL; }

static const char *flag_earlier(const struct flagging *f) {
  int64_t start = measure_rows(&f->scenario->tables)[f->effect->measure].start;
  int first = (int)settings_of(&f->scenario->tables)->first_year;
  if (start == NOT_GIVEN || date_from_day((day_number)start).year >= first)
    return NULL;
  return arena_printf(f->arena, "in_force_before_%d", first);
}

// More of the two answers, against the claim less the tolerance.
static bool reaches(const struct flagging *f, const struct claimed *claimed, enum claim_basis basis) {
  struct claimed against = *claimed;
  against.basis = basis;
  int64_t kept_ore = claim_comparable_ore(f->effect, f->year, &against, POSITIONS_KEPT);
  int64_t adjusted_ore = claim_comparable_ore(f->effect, f->year, &against, POSITIONS_ADJUSTED);
  enum verdict verdict = verdict_on(settings_of(&f->scenario->tables), claimed->amount_ore, kept_ore, adjusted_ore);
  return verdict != VERDICT_OVERSTATED;
}

// A full year would bring what is claimed, this one does not, as the measure starts in or after it.
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
  const char *with = f->effect->counted_twice_with;
  return with && *with ? arena_printf(f->arena, "counted_twice_with_%s", with) : NULL;
}

static flag *const flags[] = {flag_below_norm, flag_short,   flag_positions, flag_fte,   flag_undecided, flag_given_up,
                              flag_arithmetic, flag_assumed, flag_earlier,   flag_later, flag_twice, flag_slip};

const char *measure_flags(struct arena *arena, const struct scenario *scenario, const struct measure_effect *effect,
                          const struct year_effect *year, enum positions positions) {
  struct flagging f = {arena, scenario, effect, year, positions};
  const char *text = "";
  for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
    const char *word = flags[i](&f);
    if (word)
      text = arena_printf(arena, "%s%s%s", text, *text ? " " : "", word);
  }
  return text;
}
