// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/bridge_words.h"

#include <math.h>
#include <stdlib.h>

#include "audit/words.h"
#include "base/fixed.h"
#include "base/language.h"

static const double SAME_FTE = 0.005;

// ---------------------------------------------------------------- clauses

struct clauses {
  struct arena *arena;
  const char *text;
};

static void add(struct clauses *clauses, const char *clause) {
  clauses->text = *clauses->text ? arena_printf(clauses->arena, "%s, %s", clauses->text, clause) : clause;
}

static const char *whole(struct arena *arena, double number) { return number_in_words(arena, round(number) + 0.0); }
static const char *fte(struct arena *arena, double number) { return number_in_words(arena, fabs(number)); }

static double beyond_h(const struct figures *figures) {
  return figures->hours[HOURS_EXTRA] + figures->hours[HOURS_SUBSTITUTE] + figures->hours[HOURS_OVERTIME] +
         figures->hours[HOURS_AGENCY];
}

// ---------------------------------------------------------------- people

static void add_kept(struct clauses *clauses, double fewer_fte) {
  if (fewer_fte >= SAME_FTE)
    add(clauses,
        arena_printf(clauses->arena, _("the measure itself removes positions of %s FTE, all others stay and are paid"),
                     fte(clauses->arena, fewer_fte)));
  else if (fewer_fte <= -SAME_FTE)
    add(clauses,
        arena_printf(clauses->arena, _("the measure itself adds positions of %s FTE"), fte(clauses->arena, fewer_fte)));
  else
    add(clauses, _("all positions are kept and are paid"));
}

static void add_adjusted(struct clauses *clauses, double fewer_fte, double net_fte) {
  struct arena *arena = clauses->arena;
  bool come = fewer_fte <= -SAME_FTE;
  if (fabs(fewer_fte) < SAME_FTE)
    add(clauses, net_fte > 0 ? _("no position can go") : _("no position has to come"));
  else if (net_fte == 0)
    add(clauses,
        arena_printf(arena, come ? _("positions of %s FTE come") : _("positions of %s FTE go"), fte(arena, fewer_fte)));
  else
    add(clauses, arena_printf(arena,
                              come ? _("positions of %s FTE come, these hours are %s FTE with holidays and sickness")
                                   : _("positions of %s FTE go, these hours are %s FTE with holidays and sickness"),
                              fte(arena, fewer_fte), fte(arena, net_fte)));
}

// Why fewer positions can go than the value of the hours suggests.
static void add_weekends(struct clauses *clauses, const struct figures *after) {
  if (after->weekend_heads < 0.5 || after->weekend_needed < 0.5)
    return;
  add(clauses, arena_printf(clauses->arena,
                            _("the weekend posts that are left take %s of the %s people left who work weekends, before "
                              "anybody is away"),
                            number_in_words(clauses->arena, round(after->weekend_needed * 10) / 10),
                            number_in_words(clauses->arena, round(after->weekend_heads * 10) / 10)));
}

// ---------------------------------------------------------------- hours

static void add_idle(struct clauses *clauses, const struct figures *before, const struct figures *after) {
  double from_h = before->hours[HOURS_IDLE], to_h = after->hours[HOURS_IDLE];
  if (fabs(to_h - from_h) > FEW_HOURS)
    add(clauses, arena_printf(clauses->arena, _("idle contract hours from %s to %s"), whole(clauses->arena, from_h),
                              whole(clauses->arena, to_h)));
}

// ", extra −215": the change of one source, where there is one.
static const char *by_source(struct arena *arena, const struct figures *before, const struct figures *after) {
  static const struct {
    enum hours_kind kind;
    const char *words;
  } sources[] = {{HOURS_SUBSTITUTE, N_("substitutes %s")},
                 {HOURS_EXTRA, N_("extra hours %s")},
                 {HOURS_OVERTIME, N_("overtime %s")},
                 {HOURS_AGENCY, N_("agency %s")}};
  const char *list = "";
  for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
    double more_h = after->hours[sources[i].kind] - before->hours[sources[i].kind];
    if (fabs(more_h) > FEW_HOURS)
      list = arena_printf(arena, "%s%s%s", list, *list ? ", " : "",
                          arena_printf(arena, _(sources[i].words), signed_in_words(arena, more_h)));
  }
  return *list ? arena_printf(arena, " (%s)", list) : "";
}

static void add_beyond(struct clauses *clauses, const struct figures *before, const struct figures *after) {
  struct arena *arena = clauses->arena;
  if (beyond_h(before) > FEW_HOURS || beyond_h(after) > FEW_HOURS)
    add(clauses, arena_printf(arena, _("hours beyond contract from %s to %s%s"), whole(arena, beyond_h(before)),
                              whole(arena, beyond_h(after)), by_source(arena, before, after)));
}

static void add_compensation(struct clauses *clauses, const struct answer *answer) {
  int64_t ore = answer->after.ore[LEDGER_COMPENSATION] - answer->before.ore[LEDGER_COMPENSATION];
  if (ore >= ORE_PER_KR)
    add(clauses, arena_printf(clauses->arena, _("agreed compensation costs %s kr"), kr_in_words(clauses->arena, ore)));
}

const char *plans_in_words(struct arena *arena, const struct told_plans *told) {
  struct clauses clauses = {arena, ""};
  const struct figures *before = &told->answer->figures_before, *after = &told->answer->figures_after;
  double fewer_fte = positions_fewer_fte(told->answer);
  if (told->positions == POSITIONS_KEPT)
    add_kept(&clauses, fewer_fte);
  else
    add_adjusted(&clauses, fewer_fte, told->net_fte);
  if (told->positions == POSITIONS_ADJUSTED && told->net_fte > 0 && fewer_fte < told->net_fte - SAME_FTE)
    add_weekends(&clauses, after);
  add_idle(&clauses, before, after);
  add_beyond(&clauses, before, after);
  add_compensation(&clauses, told->answer);
  add(&clauses,
      arena_printf(arena, told->cash_ore < 0 ? _("in all %s kr more is paid") : _("in all %s kr less is paid"),
                   kr_in_words(arena, llabs(told->cash_ore))));
  return clauses.text;
}

// ---------------------------------------------------------------- what is released

static const char *outcome(struct arena *arena, int64_t released_ore, int64_t expected_ore) {
  const char *released = kr_in_words(arena, llabs(released_ore)), *expected = kr_in_words(arena, llabs(expected_ore));
  if (expected_ore < 0)
    return released_ore > 0
               ? arena_printf(arena, _("%s kr are released where costs of %s kr are claimed"), released, expected)
               : arena_printf(arena, _("it costs %s kr where %s kr are claimed"), released, expected);
  return released_ore < 0
             ? arena_printf(arena, _("it costs %s kr where savings of %s kr are claimed"), released, expected)
             : arena_printf(arena, _("%s kr are released where %s kr are claimed"), released, expected);
}

// Sentences after the clauses.
static const char *no_more(struct arena *arena, const struct figures *before, const struct figures *after) {
  double idle_before_h = before->hours[HOURS_IDLE], idle_after_h = after->hours[HOURS_IDLE];
  const char *text =
      idle_before_h <= FEW_HOURS
          ? _("No more is released, for with the contracts as given no contract hour is idle: there is none to move")
      : idle_after_h <= FEW_HOURS
          ? arena_printf(arena, _("No more is released, for all %s idle contract hours are used"),
                         whole(arena, idle_before_h))
          : arena_printf(
                arena,
                _("No more is released, for %s contract hours stay idle: within the weekends, bands and holidays "
                  "agreed they replace nobody"),
                whole(arena, idle_after_h));
  if (after->weekend_heads < 0.5)
    return text;
  return arena_printf(arena, _("%s. Those who work weekends have %s of them a year, %s before"), text,
                      number_in_words(arena, round(figures_weekends_per_head(after) * 10) / 10),
                      number_in_words(arena, round(figures_weekends_per_head(before) * 10) / 10));
}

const char *released_in_words(struct arena *arena, const struct told_plans *told, int64_t expected_ore) {
  struct clauses clauses = {arena, outcome(arena, told->cash_ore, expected_ore)};
  const struct figures *before = &told->answer->figures_before, *after = &told->answer->figures_after;
  double fewer_fte = positions_fewer_fte(told->answer);
  if (told->positions == POSITIONS_KEPT && fabs(fewer_fte) >= SAME_FTE)
    add_kept(&clauses, fewer_fte);
  if (told->positions == POSITIONS_ADJUSTED && fabs(fewer_fte) >= SAME_FTE)
    add_adjusted(&clauses, fewer_fte, 0);
  add_idle(&clauses, before, after);
  add_beyond(&clauses, before, after);
  add_compensation(&clauses, told->answer);
  if (!told->rota || told->cash_ore >= expected_ore)
    return clauses.text;
  return arena_printf(arena, "%s. %s", clauses.text, no_more(arena, before, after));
}

// ---------------------------------------------------------------- the floor above the ceiling

static int64_t comparable_less_ore(const struct answer answers[POSITIONS_ANSWERS], int64_t leaves_out) {
  int64_t ore[POSITIONS_ANSWERS];
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    struct effect_parts parts = effect_parts_of(&answers[p], leaves_out);
    ore[p] = parts.own_ore + parts.variable_ore - empty_comparable_ore(&answers[p], leaves_out);
  }
  return ore[POSITIONS_KEPT] - ore[POSITIONS_ADJUSTED];
}

// What fitting the positions saves without the measure cannot be saved again with it.
static const char *fitted(struct arena *arena, const struct answer *kept, const struct answer *adjusted) {
  int64_t less_ore = effect_ore(kept) - effect_ore(adjusted);
  int64_t before_ore = ledger_sum(&kept->before) - ledger_sum(&adjusted->before);
  int64_t after_ore = ledger_sum(&kept->after) - ledger_sum(&adjusted->after);
  const char *less =
      arena_printf(arena,
                   effect_ore(kept) > 0 ? _("It saves %s kr less if positions are adjusted than if they are kept:")
                                        : _("It costs %s kr more if positions are adjusted than if they are kept:"),
                   kr_in_words(arena, less_ore));
  const char *form =
      after_ore < 0 ? _("fitting positions to the need saves %s kr without the measure and costs %s kr with "
                        "it.")
      : effect_ore(kept) > 0
          ? _("fitting positions to the need saves %s kr without the measure and %s kr with it, so a part "
              "of what the measure finds is found without it.")
          : _("fitting positions to the need saves %s kr without the measure and %s kr with it.");
  const char *why = arena_printf(arena, form, kr_in_words(arena, before_ore), kr_in_words(arena, llabs(after_ore)));
  return arena_printf(arena, "%s %s", less, why);
}

// Staff before the measure, with positions kept and adjusted.
static const char *before_it(struct arena *arena, const struct figures *kept, const struct figures *adjusted) {
  const char *text = arena_printf(
      arena,
      ngettext("Before the measure the adjusted positions are %s FTE held by %s person; those of today are %s FTE held "
               "by %s.",
               "Before the measure the adjusted positions are %s FTE held by %s people; those of today are %s FTE held "
               "by %s.",
               fabs(adjusted->heads - 1) < 0.05 ? 1 : 2),
      number_in_words(arena, adjusted->positions_fte), number_in_words(arena, round(adjusted->heads * 10) / 10),
      number_in_words(arena, kept->positions_fte), number_in_words(arena, round(kept->heads * 10) / 10));
  if (fabs(kept->hours[HOURS_IDLE] - adjusted->hours[HOURS_IDLE]) > FEW_HOURS)
    text = arena_printf(arena, _("%s They leave %s contract hours idle, not %s."), text,
                        whole(arena, adjusted->hours[HOURS_IDLE]), whole(arena, kept->hours[HOURS_IDLE]));
  if (fabs(beyond_h(kept) - beyond_h(adjusted)) > FEW_HOURS)
    text = arena_printf(arena, _("%s They take %s hours beyond contract, not %s."), text,
                        whole(arena, beyond_h(adjusted)), whole(arena, beyond_h(kept)));
  return text;
}

const char *floor_in_words(struct arena *arena, const struct answer answers[POSITIONS_ANSWERS], int64_t leaves_out) {
  const struct answer *kept = &answers[POSITIONS_KEPT], *adjusted = &answers[POSITIONS_ADJUSTED];
  int64_t less_ore = comparable_less_ore(answers, leaves_out), empty_ore = adjusted->empty_ore - kept->empty_ore;
  if (less_ore < ORE_PER_KR)
    return "";
  if (leaves_out > 0)
    return arena_printf(arena,
                        _("It comes to %s kr less if positions are adjusted than if they are kept, without what "
                          "the claim leaves out: %s."),
                        kr_in_words(arena, less_ore), left_out_in_words(arena, leaves_out));
  const char *text = fitted(arena, kept, adjusted);
  if (llabs(empty_ore) >= ORE_PER_KR)
    text = arena_printf(arena,
                        empty_ore > 0 ? _("%s Filling the hours left empty costs %s kr more if they are adjusted.")
                                      : _("%s Filling the hours left empty costs %s kr less if they are adjusted."),
                        text, kr_in_words(arena, llabs(empty_ore)));
  return arena_printf(arena, "%s %s", text, before_it(arena, &kept->figures_before, &adjusted->figures_before));
}
