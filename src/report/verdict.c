// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/verdict.h"

#include <math.h>

#include "audit/cover_state.h"
#include "audit/yardstick.h"
#include "base/fixed.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "report/format.h"
#include "report/labels.h"

static const char *kr(struct arena *arena, int64_t ore) { return format_kr(arena, ore); }
static const char *fte(struct arena *arena, double fte) { return format_decimal(arena, hundredths(fte), 2); }
static const char *hours(struct arena *arena, double h) { return format_integer(arena, fixed_round(h)); }

const char *verdict_in_words(struct arena *arena, const struct measure_effect *effect, enum verdict verdict) {
  double removed = measure_removes_fte(effect), more = measure_more_fte(effect);
  if (verdict == VERDICT_FOLLOWS)
    return arena_printf(arena, _("follows from the %s FTE it removes"), fte(arena, removed));
  if (verdict == VERDICT_ONLY_IF_MORE_GO && more > 0)
    return arena_printf(arena, removed > 0 ? _("only if %s FTE more go") : _("only if %s FTE go"), fte(arena, more));
  return label_of(arena, "verdict", verdict_name(verdict));
}

const char *verdict_with_rota(struct arena *arena, const struct scenario *scenario, const struct measure_effect *effect,
                              const struct year_effect *year) {
  const char *words = verdict_in_words(arena, effect, measure_verdict(scenario, effect, year));
  enum rota_verdict by_rotas = measure_rota_verdict(scenario, effect, year);
  if (by_rotas == ROTA_VERDICT_NO_LONGER)
    return arena_printf(arena, _("%s, but not with a rota"), words);
  if (by_rotas == ROTA_VERDICT_WITH_ROTA)
    return arena_printf(arena, _("%s; reached with a rota"), words);
  return words;
}

static int64_t most_of(const struct overview_line *line) {
  return line->adjusted_ore > line->kept_ore ? line->adjusted_ore : line->kept_ore;
}

// ---------------------------------------------------------------- savings

static const char *not_reached(struct arena *arena, const struct overview_line *line) {
  int64_t most = most_of(line);
  if (most == 0)
    return _("Nothing is saved.");
  if (most < 0)
    return arena_printf(arena, _("No saving: it costs at least %s more."), kr(arena, -most));
  if (line->adjusted_ore < line->kept_ore)
    return arena_printf(arena, _("At most %s can be reached, %s less than claimed, and that if positions are kept."),
                        kr(arena, most), kr(arena, line->claimed.amount_ore - most));
  return arena_printf(arena, _("At most %s can be reached, %s less than claimed, even if positions are adjusted."),
                      kr(arena, most), kr(arena, line->claimed.amount_ore - most));
}

static const char *only_if_more_go(struct arena *arena, const struct overview_line *line) {
  double removed = measure_removes_fte(line->effect), more = measure_more_fte(line->effect);
  const char *kept = removed > 0 ? arena_printf(arena, _("%s follows from the %s FTE the measure itself removes."),
                                                kr(arena, line->kept_ore), fte(arena, removed))
                                 : arena_printf(arena, _("%s is reached if nobody leaves."), kr(arena, line->kept_ore));
  if (more <= 0)
    return kept;
  return arena_printf(arena, _("%s If %s FTE more go, it is %s."), kept, fte(arena, more),
                      kr(arena, line->adjusted_ore));
}

static const char *reached(struct arena *arena, const struct overview_line *line) {
  return arena_printf(arena, _("%s is reached without anybody leaving."), kr(arena, line->kept_ore));
}

static const char *follows(struct arena *arena, const struct overview_line *line) {
  return arena_printf(arena, _("The measure is the removal of %s FTE: %s follows from that decision."),
                      fte(arena, measure_removes_fte(line->effect)), kr(arena, line->kept_ore));
}

static const char *more_than_claimed(struct arena *arena, const struct overview_line *line) {
  double removed = measure_removes_fte(line->effect);
  const char *text = arena_printf(arena, _("At least %s is reached, %s more than claimed."), kr(arena, line->kept_ore),
                                  kr(arena, line->kept_ore - line->claimed.amount_ore));
  if (removed <= 0)
    return text;
  return arena_printf(arena, _("%s The measure is the removal of %s FTE."), text, fte(arena, removed));
}

// ---------------------------------------------------------------- costs

static const char *dearer(struct arena *arena, const struct overview_line *line) {
  return arena_printf(arena, _("It costs at least %s, %s more than claimed."), kr(arena, -line->kept_ore),
                      kr(arena, line->claimed.amount_ore - line->kept_ore));
}

// Additional positions cost something, or cost less than the hours they replace.
static const char *cost_as_claimed(struct arena *arena, const struct overview_line *line) {
  double come = -positions_fewer_fte(&line->effect->full.answers[POSITIONS_ADJUSTED]);
  if (line->kept_ore == line->adjusted_ore)
    return arena_printf(arena, _("It costs %s."), kr(arena, -line->kept_ore));
  if (come < 0.005)
    return arena_printf(arena, _("It costs %s if positions are kept and %s if they are adjusted."),
                        kr(arena, -line->kept_ore), kr(arena, -line->adjusted_ore));
  return arena_printf(arena, _("It costs %s if positions are kept and %s if %s FTE come."), kr(arena, -line->kept_ore),
                      kr(arena, -line->adjusted_ore), fte(arena, come));
}

static const char *cheaper(struct arena *arena, const struct overview_line *line) {
  int64_t least = line->adjusted_ore < line->kept_ore ? line->adjusted_ore : line->kept_ore;
  if (least >= 0)
    return arena_printf(arena, _("It is claimed to cost %s, and costs nothing."), kr(arena, -line->claimed.amount_ore));
  return arena_printf(arena, _("It costs at most %s, %s less than claimed."), kr(arena, -least),
                      kr(arena, least - line->claimed.amount_ore));
}

// ---------------------------------------------------------------- amounts, and where nothing is claimed

static const char *taken_over(struct arena *arena, const struct scenario *scenario, const struct overview_line *line) {
  const char *text = _("The amount is taken from the paper; the program does not check it.");
  if (!amount_is_as_claimed(scenario, line->effect, line->year))
    text = arena_printf(arena, _("%s On its dates it comes to %s, not %s."), text, kr(arena, line->kept_ore),
                        kr(arena, line->claimed.amount_ore));
  if (line->row->doubt)
    text = arena_printf(arena, _("%s The source itself doubts it: %s"), text, line->row->doubt);
  return text;
}

static const char *no_claim(struct arena *arena, const struct overview_line *line) {
  if (line->row->nature == NATURE_SENSITIVITY)
    return _("No measure: it shows what follows if an assumption is read another way.");
  if (line->kept_ore == FIELD_BLANK || line->kept_ore >= 0 || line->adjusted_ore >= 0)
    return _("Nothing is claimed.");
  return arena_printf(arena, _("Nothing is claimed. %s"), cost_as_claimed(arena, line));
}

static const char *fte_alone(struct arena *arena, const struct overview_line *line, double found) {
  return arena_printf(arena, _("%s FTE are claimed, %s found."), fte_text(arena, line->claimed.fte_milli),
                      fte(arena, found));
}

static const char *by_verdict(struct arena *arena, const struct overview_line *line) {
  switch (line->verdict) {
  case VERDICT_NOT_REACHED:
    return not_reached(arena, line);
  case VERDICT_ONLY_IF_MORE_GO:
    return only_if_more_go(arena, line);
  case VERDICT_FOLLOWS:
    return follows(arena, line);
  case VERDICT_REACHED:
    return reached(arena, line);
  case VERDICT_MORE_THAN_CLAIMED:
    return more_than_claimed(arena, line);
  case VERDICT_COST_DEARER:
    return dearer(arena, line);
  case VERDICT_COST_AS_CLAIMED:
    return cost_as_claimed(arena, line);
  case VERDICT_COST_CHEAPER:
    return cheaper(arena, line);
  default:
    return no_claim(arena, line);
  }
}

const char *verdict_reason(struct arena *arena, const struct scenario *scenario, const struct overview_line *line) {
  bool fte_only = line->claimed.amount_ore == NOT_GIVEN && line->claimed.fte_milli != NOT_GIVEN;
  if (line->effect->reason)
    return arena_printf(arena, _("Not testable: %s."), line->effect->reason);
  if (line->effect->given_up)
    return _("Given up: no effect.");
  if (line->verdict == VERDICT_TAKEN_OVER || line->verdict == VERDICT_TAKEN_OVER_DOUBTED)
    return taken_over(arena, scenario, line);
  if (fte_only)
    return fte_alone(arena, line, fte_judge(scenario, line->effect, &line->claimed).found);
  return by_verdict(arena, line);
}

const char *verdict_fte(struct arena *arena, const struct scenario *scenario, const struct overview_line *line) {
  struct fte_judgement judgement = fte_judge(scenario, line->effect, &line->claimed);
  bool differs = judgement.verdict == FTE_FEWER || judgement.verdict == FTE_MORE;
  return differs && line->claimed.amount_ore != NOT_GIVEN ? fte_alone(arena, line, judgement.found) : "";
}

// ---------------------------------------------------------------- cover

// The answer under which hours stand empty: kept, where both leave some.
static const char *empty_hours(struct arena *arena, const struct overview_line *line) {
  const struct answer *answers = line->shown->answers;
  bool kept = answers[POSITIONS_KEPT].empty_h > FEW_HOURS;
  const struct answer *answer = &answers[kept ? POSITIONS_KEPT : POSITIONS_ADJUSTED];
  if (answer->empty_h <= FEW_HOURS)
    return "";
  const char *form = kept ? _("If positions are kept, %s person-hours more than today stand empty: %s in cash, "
                              "but filling them would cost %s, so that they are no saving.")
                          : _("If positions are adjusted, %s person-hours more than today stand empty: %s in "
                              "cash, but filling them would cost %s, so that they are no saving.");
  return arena_printf(arena, form, hours(arena, answer->empty_h), kr(arena, cash_effect_ore(answer)),
                      kr(arena, answer->empty_ore));
}

static const char *empty_today(struct arena *arena, const struct overview_line *line) {
  const struct answer *answer = &line->shown->answers[POSITIONS_KEPT];
  double today_h = answer->figures_after.short_h - answer->empty_h;
  if (today_h <= FEW_HOURS)
    return "";
  return arena_printf(arena,
                      _("%s person-hours stand empty as they do today: nobody is there for them, so that no "
                        "figure here is one of a unit that is staffed."),
                      hours(arena, today_h));
}

static const char *below_norm(struct arena *arena, const struct overview_line *line) {
  const struct norm_breach *breach = line->effect->full.breach.days ? &line->effect->full.breach : &line->year->breach;
  if (!breach->days)
    return "";
  return arena_printf(
      arena,
      ngettext("Breaks minimum staffing on %s day (%s person-hours, on %s).",
               "Breaks minimum staffing on %s days (%s person-hours, first on %s).", (unsigned long)breach->days),
      format_integer(arena, breach->days), hours(arena, breach->person_hours), format_date(arena, breach->first_day));
}

const struct norm_breach *norm_unkept(const struct year_effect *year) {
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    if (!norm_can_be_kept(year, (enum positions)p))
      return &year->unkept[p];
  return NULL;
}

const char *norm_unkept_in_words(struct arena *arena, const struct norm_breach *unkept) {
  return arena_printf(arena,
                      ngettext("The norm cannot be kept with these people: %s person-hours on at least %s day.",
                               "The norm cannot be kept with these people: %s person-hours on at least %s days.",
                               (unsigned long)unkept->days_least),
                      hours(arena, unkept->person_hours), format_integer(arena, unkept->days_least));
}

const char *norm_unfilled_in_words(struct arena *arena, const struct year_effect *full, enum positions positions) {
  const struct norm_breach *filled = &full->filled[positions];
  if (filled->person_hours < full->breach.person_hours + 0.5)
    return "";
  return arena_printf(arena,
                      ngettext("Positions %s: its plan fills fewer places than today's of those the "
                               "norm asks for, on %d day of %s (%s person-hours), %s.",
                               "Positions %s: its plan fills fewer places than today's of those the "
                               "norm asks for, on %d days of %s (%s person-hours), the first on %s.",
                               (unsigned long)filled->days),
                      label_of(arena, "positions", positions_name(positions)), filled->days,
                      fiscal_year_name(arena, full->year), hours(arena, filled->person_hours),
                      format_date(arena, filled->first_day));
}

static const char *yardstick(struct arena *arena, const struct overview_line *line) {
  const struct norm_breach *lowered =
      line->effect->full.lowered.days ? &line->effect->full.lowered : &line->year->lowered;
  if (!lowered->days)
    return "";
  return arena_printf(arena,
                      _("The measure itself lowers a norm, by %s person-hours; it is judged by the norm before."),
                      hours(arena, lowered->person_hours));
}

const char *verdict_cover(struct arena *arena, const struct overview_line *line) {
  const struct norm_breach *unkept = norm_unkept(line->shown);
  const char *text = format_sentences(arena, below_norm(arena, line), yardstick(arena, line));
  text = format_sentences(arena, text, unkept ? norm_unkept_in_words(arena, unkept) : "");
  text = format_sentences(arena, text, empty_hours(arena, line));
  return format_sentences(arena, text, empty_today(arena, line));
}

// ---------------------------------------------------------------- evidence

static const char *grade_in_words(const struct overview_line *line) {
  bool amount = line->effect->arithmetic;
  switch (line->grade) {
  case GRADE_DOCUMENTED:
    return amount ? _("Documented: the amount names its source.")
                  : _("Documented: need, contracts and what changes name their sources.");
  case GRADE_PARTLY:
    return _("Partly assumed.");
  default:
    return amount ? _("Assumed: the amount names no document.")
                  : _("An illustration: need or contracts of its unit are assumed.");
  }
}

const char *verdict_evidence(struct arena *arena, const struct overview_line *line) {
  const char *text = grade_in_words(line);
  if (line->grade == GRADE_DOCUMENTED || line->assumed_share <= 0)
    return text;
  return arena_printf(arena, _("%s At least %s of the effect rests on assumed rows."), text,
                      format_percent(arena, fixed_round(line->assumed_share * 100), 0));
}
