// SPDX-License-Identifier: GPL-3.0-or-later
// The lines below the table of measures, three before the one that says where the rest is: what the measures add up to,
// which claims fail and which by most, and cover and certainty. Sums are those of the headline: those towards the
// target separately.
#include "audit/bridge.h"
#include "audit/cover_state.h"
#include "audit/sums.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "report/format.h"
#include "report/headline.h"
#include "report/labels.h"
#include "report/overview.h"
#include "report/summary.h"

enum { NAMED_MOST = 4 }; // measures named one by one

// "M1, M2 and 3 more"; "" where there are none.
struct named {
  const char *list;
  int count;
};

static void name_measure(const struct summary *s, struct named *named, size_t measure) {
  const char *code = measure_rows(s->tables)[measure].measure;
  if (named->count++ < NAMED_MOST)
    named->list = *named->list ? arena_printf(s->arena, "%s, %s", named->list, code) : code;
}

static const char *names_said(const struct summary *s, const struct named *named) {
  int more = named->count - NAMED_MOST;
  if (more <= 0)
    return named->list;
  return arena_printf(s->arena, ngettext("%s and %d more", "%s and %d more", (unsigned long)more), named->list, more);
}

// ---------------------------------------------------------------- what they come to

static const char *side_said(const struct summary *s, const struct sums *sums, enum sum_side side) {
  const struct sum_cell *modelled = &sums->cells[POPULATION_MODELLED][side];
  int64_t unchecked_ore = sums->cells[POPULATION_TAKEN_OVER][side].ore[POSITIONS_KEPT];
  const char *text = "";
  if (modelled->count)
    text = arena_printf(s->arena, _("claimed %s kr, found %s kr (kept), %s kr (adjusted)"),
                        summary_kr(s, modelled->claimed_ore), summary_kr(s, modelled->ore[POSITIONS_KEPT]),
                        summary_kr(s, modelled->ore[POSITIONS_ADJUSTED]));
  if (unchecked_ore)
    text = arena_printf(s->arena, _("%s%snot checked %s kr"), text, *text ? "; " : "", summary_kr(s, unchecked_ore));
  return text;
}

// A plan that may hold more than these measures has no shortfall; the headline gives their share of it.
static const char *target_said(const struct summary *s, const struct headline *headline) {
  const struct sum_cell *modelled = &headline->sums.cells[POPULATION_MODELLED][SUM_WITHIN];
  int64_t kept = modelled->ore[POSITIONS_KEPT], adjusted = modelled->ore[POSITIONS_ADJUSTED];
  int64_t taken_over = headline->sums.cells[POPULATION_TAKEN_OVER][SUM_WITHIN].ore[POSITIONS_KEPT];
  if (headline->target_ore == NOT_GIVEN)
    return "";
  int64_t over = (adjusted > kept ? adjusted : kept) + taken_over - headline->target_ore;
  if (headline->target_for == TARGET_FOR_PLAN)
    return arena_printf(s->arena, _("; target of the whole plan %s kr"), summary_kr(s, headline->target_ore));
  return arena_printf(s->arena,
                      over < 0 ? _("; target %s kr, at best %s kr short") : _("; target %s kr, at best %s kr above"),
                      summary_kr(s, headline->target_ore), summary_kr(s, over < 0 ? -over : over));
}

static const char *claims_summed(const struct summary *s, const struct headline *headline) {
  const char *within = side_said(s, &headline->sums, SUM_WITHIN), *outside = side_said(s, &headline->sums, SUM_OUTSIDE);
  const char *year = YEAR_NAME(headline->sums.year), *target = target_said(s, headline);
  if (*within && *outside)
    return arena_printf(s->arena, _("Sum %s: %s%s. Outside the target: %s."), year, within, target, outside);
  return arena_printf(s->arena, _("Sum %s: %s%s."), year, *within ? within : outside, target);
}

static void print_answer(const struct summary *s) {
  struct headline headline = headline_of(s->audit);
  const char *sentences[HEADLINE_SENTENCES];
  headline.by_code = true;
  headline_sentences(s->arena, &headline, sentences);
  bool claims = headline.claims || headline.target_ore != NOT_GIVEN;
  const char *answer = claims && headline.sums.all.count ? claims_summed(s, &headline) : sentences[HEADLINE_CHECKED];
  const char *more = claims ? NULL : sentences[HEADLINE_OUTSIDE];
  answer = format_sentences(s->arena, answer ? answer : "", more ? more : "");
  if (*answer)
    terminal_say(s->out, "%s\n", terminal_plain(s->arena, answer));
}

// ---------------------------------------------------------------- which claims fail

struct failing {
  int judged, missed, if_more_go;
  size_t furthest;         // measure with the largest shortfall
  struct judgement by_far; // of it
  int64_t missing_ore;     // 0: none
};

static int64_t best_ore(const struct judgement *judgement) {
  int64_t kept = judgement->comparable_ore[POSITIONS_KEPT], adjusted = judgement->comparable_ore[POSITIONS_ADJUSTED];
  return kept > adjusted ? kept : adjusted;
}

static bool is_judged(enum verdict verdict) {
  return verdict != VERDICT_NO_CLAIM && verdict != VERDICT_TAKEN_OVER && verdict != VERDICT_TAKEN_OVER_DOUBTED &&
         verdict != VERDICT_NOT_TESTABLE;
}

static void judge(const struct summary *s, size_t m, struct failing *failing) {
  const struct measure_effect *effect = &s->audit->measures[m];
  struct judgement judgement = claim_judge(s->arena, s->audit->scenario, effect, overview_year(s->audit, effect));
  bool missed = judgement.verdict == VERDICT_NOT_REACHED || judgement.verdict == VERDICT_COST_DEARER;
  failing->judged += is_judged(judgement.verdict);
  failing->missed += missed;
  failing->if_more_go += judgement.verdict == VERDICT_ONLY_IF_MORE_GO;
  if (!missed || judgement.claimed.amount_ore == NOT_GIVEN || judgement.comparable_ore[POSITIONS_KEPT] == NOT_GIVEN)
    return;
  int64_t missing = judgement.claimed.amount_ore - best_ore(&judgement);
  if (missing <= failing->missing_ore)
    return;
  failing->furthest = m;
  failing->by_far = judgement;
  failing->missing_ore = missing;
}

// The measure with the largest shortfall, and the step of its bridge that carries most of the difference.
static const char *furthest_said(const struct summary *s, const struct failing *failing) {
  const struct judgement *by_far = &failing->by_far;
  if (!failing->missing_ore)
    return "";
  const char *step = label_of(s->arena, "main_reason", bridge_step_name(by_far->main_step));
  return arena_printf(s->arena, _(" Furthest off: %s, at best %s kr of %s kr%s."),
                      measure_rows(s->tables)[failing->furthest].measure, summary_kr(s, best_ore(by_far)),
                      summary_kr(s, by_far->claimed.amount_ore),
                      by_far->main_step == BRIDGE_CLAIMED ? "" : arena_printf(s->arena, " (%s)", step));
}

static const char *other_reading_said(const struct summary *s) {
  int changed = summary_other_verdicts(s);
  if (!changed)
    return "";
  return arena_printf(s->arena,
                      s->settings->claims_are == CLAIMS_INCREMENTAL
                          ? _(" Verdicts that change if the columns are totals (claims_are base): %d.")
                          : _(" Verdicts that change if the columns add to each other (claims_are incremental): %d."),
                      changed);
}

static void print_failing(const struct summary *s) {
  struct failing failing = {0};
  for (size_t m = 0; m < s->audit->measure_count; m++)
    judge(s, m, &failing);
  if (!failing.judged)
    return;
  terminal_say(s->out, _("Claims checked: %d; not reached: %d; only if more posts are cut: %d.%s%s\n"), failing.judged,
               failing.missed, failing.if_more_go, furthest_said(s, &failing), other_reading_said(s));
}

// ---------------------------------------------------------------- cover, and how sure it is

static const char *cover_said(const struct summary *s) {
  struct named below = {"", 0}, empty = {"", 0};
  for (size_t m = 0; m < s->audit->measure_count; m++) {
    const struct measure_effect *effect = &s->audit->measures[m];
    const struct year_effect *year = overview_year(s->audit, effect);
    unsigned states = cover_states(effect, &effect->full, POSITIONS_KEPT) |
                      (cover_states(effect, &effect->full, POSITIONS_ADJUSTED) & COVER_BELOW_NORM);
    if (states & COVER_BELOW_NORM || year->breach.days)
      name_measure(s, &below, m);
    else if (states & COVER_HOURS_EMPTY)
      name_measure(s, &empty, m);
  }
  if (below.count && empty.count)
    return arena_printf(s->arena, _("BELOW THE NORM: %s. HOURS LEFT EMPTY: %s."), names_said(s, &below),
                        names_said(s, &empty));
  if (below.count || empty.count)
    return arena_printf(s->arena, below.count ? _("BELOW THE NORM: %s.") : _("HOURS LEFT EMPTY: %s."),
                        names_said(s, below.count ? &below : &empty));
  return _("No measure goes below minimum staffing or leaves more hours empty than today.");
}

static const char *sure_said(const struct summary *s) {
  struct sums sums = sums_of(s->audit);
  size_t count = 0, illustrations = 0;
  for (int side = 0; side < SUM_SIDES; side++)
    for (int g = 0; g < GRADES; g++) {
      size_t graded = sums.cells[POPULATION_MODELLED][side].grades[g];
      count += graded;
      illustrations += g == GRADE_ILLUSTRATION ? graded : 0;
    }
  if (!illustrations)
    return "";
  return arena_printf(s->arena, _("Illustrations, on assumed need or contracts: %zu of %zu."), illustrations, count);
}

static void print_cover(const struct summary *s) {
  const char *books = summary_accounts(s);
  const char *sure = format_sentences(s->arena, sure_said(s), books ? books : "");
  terminal_say(s->out, "%s\n", format_sentences(s->arena, cover_said(s), sure));
}

void summary_print_short(const struct summary *s) {
  print_answer(s);
  print_failing(s);
  print_cover(s);
}
