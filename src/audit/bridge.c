// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/bridge.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "audit/amounts.h"
#include "audit/bridge_net.h"
#include "audit/bridge_words.h"
#include "audit/words.h"
#include "base/fixed.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "scenario/columns.h"

static const char *const names[BRIDGE_STEPS] = {
    [BRIDGE_CLAIMED] = "claimed",
    [BRIDGE_CALENDAR] = "calendar",
    [BRIDGE_HOURS] = "hours",
    [BRIDGE_DIRECT] = "direct_price",
    [BRIDGE_COVER] = "holiday_and_absence_cover",
    [BRIDGE_POSITIONS] = "positions",
    [BRIDGE_VARIABLE] = "variable_hours",
    [BRIDGE_RELEASED] = "released",
    [BRIDGE_AMOUNTS] = "amounts",
    [BRIDGE_MISSING] = "missing_cover",
    [BRIDGE_WITHIN] = "within_tolerance",
    [BRIDGE_COMPARABLE] = "comparable",
    [BRIDGE_LEFT_OUT] = "left_out",
    [BRIDGE_MODELLED] = "modelled",
    [BRIDGE_ROTA] = "rota",
    [BRIDGE_WITH_ROTA] = "with_rota",
};

static const double LEAST_FTE = 1e-4, SMALL_SHARE = 0.1, COVER_MOST = 2.5;
static const int64_t SMALL_E8 = ONE_E8 / 200; // share of the claim: a difference too small to explain
enum { TIMES_MOST = 1000 };                   // beyond this, FTE and full-year claims cannot be compared

const char *bridge_step_name(enum bridge_step step) {
  assert((size_t)step < sizeof names / sizeof *names);
  return names[step];
}

struct building {
  struct arena *arena;
  const struct bridge_question *question;
  struct bridge *bridge;
  const struct year_effect *against; // the effect the claim is reconciled with
  const struct answer *answer;
  struct effect_parts parts; // of the answer, on the claim's terms
  bool in_force;             // at any time of it
  bool takes_hours;
  struct ledger price; // of the hours taken away, on the claim's terms, without plain amounts
  int64_t amounts_ore;
  int64_t value_ore;                        // up to now
  struct net_reason reasons[BRIDGE_WITHIN]; // before they are netted
};

// The next valuation, and the reason for its difference.
static void move(struct building *b, enum bridge_step step, int64_t value_ore, const char *reason) {
  b->reasons[step] = (struct net_reason){value_ore - b->value_ore, value_ore == b->value_ore ? NULL : reason};
  b->value_ore = value_ore;
}

static const char *kr(const struct building *b, int64_t ore) { return kr_in_words(b->arena, ore); }

static const char *date(const struct building *b, day_number day) { return day_in_words(b->arena, day); }

static const char *fte_in_words(const struct building *b, double fte) { return number_in_words(b->arena, fte); }

// ---------------------------------------------------------------- start date

static const struct measure_row *measure_of(const struct building *b) {
  return &measure_rows(&b->question->scenario->tables)[b->question->effect->measure];
}

static day_number first_day_of(const struct building *b) {
  const struct measure_row *measure = measure_of(b);
  day_number first = measure->start == NOT_GIVEN ? DAY_NONE : (day_number)measure->start;
  measure_first_edit(b->question->scenario, b->question->effect->measure, first, &first);
  return first;
}

static const char *why_not_in_force(const struct building *b) {
  int year = b->against->year;
  if (b->question->effect->given_up)
    return _("given up: it never comes into force");
  if (b->question->effect->undecided)
    return arena_printf(b->arena, _("no start is decided, so nothing comes in %s"), YEAR_NAME(year));
  return arena_printf(b->arena, _("starts on %s, after the end of %s"), date(b, first_day_of(b)), YEAR_NAME(year));
}

// The share of a full year that falls in the year, e8.
static int64_t year_share_e8(const struct building *b) {
  const struct measure_effect *effect = b->question->effect;
  int64_t full_ore = ledger_sum(&effect->full.direct.saving), year_ore = ledger_sum(&b->against->direct.saving);
  if (effect->full.direct.known && full_ore && llabs(year_ore) / TIMES_MOST <= llabs(full_ore))
    return fixed_divide((int128)(full_ore < 0 ? -year_ore : year_ore) * ONE_E8, full_ore < 0 ? -full_ore : full_ore);
  day_number first = fiscal_first_day(b->against->year), start = first_day_of(b);
  int days = fiscal_day_count(b->against->year);
  int before = start > first ? start - first : 0;
  return fixed_divide((int128)(days - before) * ONE_E8, days);
}

static void value_calendar(struct building *b) {
  int64_t claimed_ore = b->bridge->claimed.amount_ore;
  bool once = measure_of(b)->nature == NATURE_ONE_OFF;
  if (!b->in_force) {
    move(b, BRIDGE_CALENDAR, 0, why_not_in_force(b));
  } else if (!(b->question->in_full || b->bridge->claimed.basis == CLAIM_IN_YEAR || once)) {
    int64_t share_e8 = year_share_e8(b);
    move(b, BRIDGE_CALENDAR, fixed_share(claimed_ore, share_e8),
         arena_printf(b->arena, _("in force from %s: %s %% of a full year falls in %s"), date(b, first_day_of(b)),
                      number_in_words(b->arena, (double)fixed_divide(share_e8 * 1000, ONE_E8) / 10),
                      YEAR_NAME(b->against->year)));
  }
}

// ---------------------------------------------------------------- hours and their direct price

static void find_price(struct building *b) {
  struct ledger hours = b->against->direct.saving;
  for (int line = 0; line < LEDGER_LINES; line++) {
    if (!ledger_line_is(line, LEDGER_IS_AMOUNT))
      continue;
    b->amounts_ore += hours.ore[line];
    hours.ore[line] = 0;
  }
  b->takes_hours = fabs(b->against->direct.gross_fte) > LEAST_FTE;
  b->price = ledger_comparable(&hours, b->bridge->claimed.leaves_out);
}

// A claim of other hours than are removed, beyond the tolerance: at the claim's own price.
static void value_hours(struct building *b) {
  struct fte_judgement fte = fte_judge(b->question->scenario, b->question->effect, &b->bridge->claimed);
  double claimed_fte = (double)b->bridge->claimed.fte_milli / MILLI;
  if ((fte.verdict != FTE_FEWER && fte.verdict != FTE_MORE) || claimed_fte == 0)
    return;
  double times = fmin(fmax(fte.found / claimed_fte, -TIMES_MOST), TIMES_MOST);
  move(b, BRIDGE_HOURS, fixed_round((double)b->value_ore * times),
       arena_printf(b->arena, _("%s FTE claimed, hours for %s FTE taken away in a full year"),
                    fte_in_words(b, claimed_fte), fte_in_words(b, fte.found)));
}

static const char *direct_reason(const struct building *b, int64_t direct_ore) {
  const char *claimed = kr(b, b->value_ore), *fte = fte_in_words(b, b->against->direct.gross_fte);
  int64_t leaves_out = b->bridge->claimed.leaves_out;
  if (leaves_out <= 0)
    return arena_printf(b->arena, _("the claim counts %s kr for these hours (%s FTE), their direct price is %s kr"),
                        claimed, fte, kr(b, direct_ore));
  return arena_printf(b->arena,
                      _("the claim counts %s kr for these hours (%s FTE), their direct price is %s kr without what the "
                        "claim leaves out: %s"),
                      claimed, fte, kr(b, direct_ore), left_out_in_words(b->arena, leaves_out));
}

// Ratio of pay including cover for absence to pay: r of bridge.h.
static double cover_ratio(const struct building *b, double *cover) {
  const struct direct *direct = &b->against->direct;
  double supplements = (double)ledger_sum_of(&b->price, LEDGER_IS_SUPPLEMENT);
  double base = (double)(ledger_sum(&b->price) - ledger_sum_of(&b->price, LEDGER_IS_ON_COST)) - supplements;
  *cover = direct->net_fte / direct->gross_fte;
  bool small = fabs(base + supplements) < SMALL_SHARE * (fabs(base) + fabs(supplements)) || base + supplements == 0;
  if (small || *cover < 1 || *cover > COVER_MOST)
    *cover = 1;
  return small ? 1 : (*cover * base + supplements) / (base + supplements);
}

// People who go, or come, are absent too; the absence of those who stay is still covered.
static void value_cover(struct building *b) {
  double cover, ratio = cover_ratio(b, &cover), fewer_fte = positions_fewer_fte(b->answer);
  double share = fmin(fmax(fewer_fte / b->against->direct.net_fte, 0), 1);
  if (cover > 1 && share > 0)
    move(b, BRIDGE_COVER, b->value_ore + fixed_round((double)b->value_ore * (ratio - 1) * share),
         arena_printf(b->arena,
                      fewer_fte > 0 ? _("the %s FTE that go have holidays and sickness too: 1 FTE of hours takes %s "
                                        "positions")
                                    : _("the %s FTE that come have holidays and sickness too: 1 FTE of hours takes %s "
                                        "positions"),
                      fte_in_words(b, fabs(fewer_fte)), number_in_words(b->arena, cover)));
}

// ---------------------------------------------------------------- the plans

// Does the measure edit contracts, groups or shifts, which determine how hours can be moved?
static bool changes_rota(const struct building *b) {
  const struct tables *tables = &b->question->scenario->tables;
  for (size_t i = 0; i < row_count(tables, TABLE_EDITS); i++) {
    const struct edit_row *edit = &edit_rows(tables)[i];
    if (edit->measure == (int64_t)b->question->effect->measure &&
        (!strcmp(edit->table, table_of(TABLE_GROUPS)->name) || !strcmp(edit->table, table_of(TABLE_SHIFTS)->name)))
      return true;
  }
  return false;
}

static struct told_plans told_of(const struct building *b) {
  return (struct told_plans){.answer = b->answer,
                             .cash_ore = b->parts.own_ore + b->parts.variable_ore - b->amounts_ore,
                             .rota = changes_rota(b),
                             .positions = b->question->positions,
                             .net_fte = b->takes_hours ? b->against->direct.net_fte : 0};
}

// For hours removed: how the plans change their price. Either positions that stay or go; or hours beyond contract,
// where these explain it.
static void value_plans(struct building *b) {
  struct told_plans told = told_of(b);
  int64_t own_ore = b->parts.own_ore - b->amounts_ore;
  bool more = told.cash_ore > b->value_ore;
  bool variable = more ? b->parts.variable_ore > own_ore : b->parts.variable_ore < 0 && own_ore > 0;
  move(b, variable ? BRIDGE_VARIABLE : BRIDGE_POSITIONS, told.cash_ore, plans_in_words(b->arena, &told));
}

// For everything else: what is released, and why not more.
static void value_released(struct building *b) {
  struct told_plans told = told_of(b);
  move(b, BRIDGE_RELEASED, told.cash_ore, released_in_words(b->arena, &told, b->value_ore));
}

static void value_amounts(struct building *b, int64_t before_ore) {
  move(b, BRIDGE_AMOUNTS, before_ore + b->amounts_ore,
       arena_printf(b->arena, _("the amounts on their dates come to %s kr"), kr(b, b->amounts_ore)));
}

static const char *missing_reason(const struct building *b) {
  double empty_h = b->answer->empty_h;
  return arena_printf(b->arena, _("%s person-hours more than today stand empty; filling them would cost %s kr an hour"),
                      number_in_words(b->arena, round(empty_h)),
                      number_in_words(b->arena, round((double)b->answer->empty_ore / (double)ORE_PER_KR / empty_h)));
}

static void value_missing(struct building *b) {
  int64_t empty_ore = empty_comparable_ore(b->answer, b->bridge->claimed.leaves_out);
  if (empty_ore)
    move(b, BRIDGE_MISSING, b->value_ore - empty_ore, missing_reason(b));
}

static void value_effect(struct building *b) {
  if (b->question->effect->arithmetic) {
    value_amounts(b, 0);
  } else if (b->takes_hours) {
    int64_t direct_ore = ledger_sum(&b->price);
    value_hours(b);
    move(b, BRIDGE_DIRECT, direct_ore, direct_reason(b, direct_ore));
    value_cover(b);
    value_plans(b);
    value_amounts(b, b->value_ore);
  } else {
    value_released(b);
    value_amounts(b, b->value_ore);
  }
  value_missing(b);
}

// ---------------------------------------------------------------- a bridge

static bool in_force_at_all(const struct building *b) {
  const struct measure_effect *effect = b->question->effect;
  if (effect->given_up)
    return false;
  if (b->question->in_full)
    return true;
  day_number first = first_day_of(b);
  return !effect->undecided && (first == DAY_NONE || fiscal_year_of(first) <= b->against->year);
}

static bool is_total(int step) {
  return step == BRIDGE_CLAIMED || step == BRIDGE_COMPARABLE || step == BRIDGE_MODELLED || step == BRIDGE_WITH_ROTA;
}

bool bridge_step_is_total(enum bridge_step step) { return is_total(step); }

bool bridge_step_arises(const struct bridge *bridge, enum bridge_step step) {
  const struct bridge_line *line = &bridge->lines[step];
  return bridge->known && (is_total(step) ? line->reason != NULL : line->ore != 0);
}

// A difference within the tolerance, or of a two-hundredth, needs no reason.
static bool needs_reason(const struct building *b, int64_t difference_ore) {
  int64_t tolerance_e8 = settings_of(&b->question->scenario->tables)->tolerance_e8;
  int64_t most_e8 = tolerance_e8 > SMALL_E8 ? tolerance_e8 : SMALL_E8;
  return llabs(difference_ore) > fixed_share(llabs(b->bridge->claimed.amount_ore), most_e8);
}

static void net_reasons(struct building *b) {
  int64_t difference_ore = b->value_ore - b->bridge->claimed.amount_ore;
  struct bridge_line *lines = b->bridge->lines;
  if (!needs_reason(b, difference_ore)) {
    lines[BRIDGE_WITHIN] = (struct bridge_line){.ore = difference_ore};
    if (difference_ore)
      lines[BRIDGE_WITHIN].reason = _("so small a difference, within the tolerance, needs no reason");
    return;
  }
  reasons_net(b->arena, b->reasons + BRIDGE_CALENDAR, BRIDGE_WITHIN - BRIDGE_CALENDAR);
  for (int step = BRIDGE_CALENDAR; step < BRIDGE_WITHIN; step++)
    lines[step] = (struct bridge_line){.ore = b->reasons[step].ore, .reason = b->reasons[step].text};
}

// What the claim does not include, after the effect on its terms.
static void add_left_out(struct building *b, int64_t effect) {
  struct bridge_line *lines = b->bridge->lines;
  if (effect == b->value_ore)
    return;
  lines[BRIDGE_COMPARABLE].reason = _("modelled, without what the claim leaves out");
  lines[BRIDGE_LEFT_OUT] =
      (struct bridge_line){.ore = effect - b->value_ore,
                           .reason = arena_printf(b->arena, _("the claim leaves out: %s"),
                                                  left_out_in_words(b->arena, b->bridge->claimed.leaves_out))};
}

static const char *rota_reason(const struct building *b, int64_t more_ore) {
  return arena_printf(
      b->arena,
      more_ore >= 0 ? _("whole people and rest rules cost %s kr more with the measure than today, in these two rotas: "
                        "others as good may cost more or less")
                    : _("whole people and rest rules cost %s kr less with the measure than today, in these two rotas: "
                        "others as good may cost more or less"),
      kr(b, llabs(more_ore)));
}

// Comparing rotas instead of plans.
static void add_rotas(struct building *b) {
  struct bridge_line *lines = b->bridge->lines;
  int64_t more_ore = b->against->rota_more_ore;
  if (b->question->positions != POSITIONS_KEPT || more_ore == NOT_GIVEN)
    return;
  lines[BRIDGE_ROTA] = (struct bridge_line){.ore = -more_ore, .reason = rota_reason(b, more_ore)};
  lines[BRIDGE_WITH_ROTA].reason = _("from today's rota to the rota with the measure, all positions kept");
}

static void fill_lines(struct building *b) {
  struct bridge_line *lines = b->bridge->lines;
  int64_t running_ore = 0;
  lines[BRIDGE_CLAIMED] =
      (struct bridge_line){.ore = b->bridge->claimed.amount_ore,
                           .reason = b->bridge->claimed.basis == CLAIM_FULL_YEAR ? _("as claimed, for a full year")
                                                                                 : _("as claimed, within the year")};
  net_reasons(b);
  add_left_out(b, effect_ore(b->answer));
  lines[BRIDGE_MODELLED].reason =
      b->question->positions == POSITIONS_KEPT ? _("modelled, all positions kept") : _("modelled, positions adjusted");
  add_rotas(b);
  for (int step = 0; step < BRIDGE_STEPS; step++) {
    if (step == BRIDGE_CLAIMED || !is_total(step))
      running_ore += lines[step].ore;
    else
      lines[step].ore = running_ore;
    lines[step].running_ore = running_ore;
  }
}

struct bridge bridge_make(struct arena *arena, const struct bridge_question *question) {
  struct bridge bridge = {.in_full = question->in_full};
  bridge.claimed = claim_standing(question->scenario, question->effect->measure, question->year->year);
  bridge.known = question->effect->testable && bridge.claimed.amount_ore != NOT_GIVEN;
  if (!bridge.known)
    return bridge;
  struct building b = {.arena = arena, .question = question, .bridge = &bridge};
  b.against = question->in_full ? &question->effect->full : question->year;
  b.answer = &b.against->answers[question->positions];
  b.parts = effect_parts_of(b.answer, bridge.claimed.leaves_out);
  b.in_force = in_force_at_all(&b);
  b.value_ore = bridge.claimed.amount_ore;
  find_price(&b);
  value_calendar(&b);
  if (b.in_force)
    value_effect(&b);
  fill_lines(&b);
  return bridge;
}

// ---------------------------------------------------------------- judgement

static void find_main(const struct bridge *bridge, struct judgement *judgement) {
  int64_t difference_ore = bridge->lines[BRIDGE_WITHIN].running_ore - bridge->lines[BRIDGE_CLAIMED].ore;
  for (int step = BRIDGE_CALENDAR; step < BRIDGE_WITHIN; step++) {
    int64_t ore = bridge->lines[step].ore;
    bool towards = difference_ore < 0 ? ore < judgement->main_ore : difference_ore > 0 && ore > judgement->main_ore;
    if (!towards)
      continue;
    judgement->main_step = (enum bridge_step)step;
    judgement->main_ore = ore;
    judgement->reason = bridge->lines[step].reason;
  }
}

static enum positions answer_behind(const struct judgement *judgement) {
  const int64_t *ore = judgement->comparable_ore;
  bool ceiling = judgement->verdict == VERDICT_NOT_REACHED && ore[POSITIONS_ADJUSTED] > ore[POSITIONS_KEPT];
  return ceiling ? POSITIONS_ADJUSTED : POSITIONS_KEPT;
}

static void judge_kroner(struct arena *arena, const struct bridge_question *question, struct judgement *judgement) {
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    judgement->comparable_ore[p] =
        claim_comparable_ore(question->effect, question->year, &judgement->claimed, (enum positions)p);
  judgement->left_out_ore =
      claim_left_out_ore(question->effect, question->year, &judgement->claimed, POSITIONS_ADJUSTED);
  struct bridge_question asked = *question;
  asked.positions = answer_behind(judgement);
  struct bridge bridge = bridge_make(arena, &asked);
  find_main(&bridge, judgement);
}

static void judge_fte(struct arena *arena, const struct measure_effect *effect, struct judgement *judgement) {
  const struct direct *direct = &effect->full.direct;
  bool net = judgement->claimed.fte_basis == FTE_NET;
  judgement->reason = direct->known
                          ? arena_printf(arena, _("%s FTE claimed, hours for %s FTE taken away in a full year"),
                                         number_in_words(arena, (double)judgement->claimed.fte_milli / MILLI),
                                         number_in_words(arena, net ? direct->net_fte : direct->gross_fte))
                          : _("only FTE are claimed, and no hours or positions are taken away");
}

struct judgement claim_judge(struct arena *arena, const struct scenario *scenario, const struct measure_effect *effect,
                             const struct year_effect *year) {
  struct judgement judgement = {.claimed = claim_standing(scenario, effect->measure, year->year),
                                .verdict = measure_verdict(scenario, effect, year),
                                .comparable_ore = {NOT_GIVEN, NOT_GIVEN},
                                .left_out_ore = NOT_GIVEN,
                                .main_step = BRIDGE_CLAIMED,
                                .reason = effect->reason};
  enum claims_are are = (enum claims_are)settings_of(&scenario->tables)->claims_are;
  judgement.other_reading =
      measure_verdict_as(scenario, effect, year, are == CLAIMS_BASE ? CLAIMS_INCREMENTAL : CLAIMS_BASE);
  bool kroner = judgement.claimed.amount_ore != NOT_GIVEN;
  if (!effect->testable)
    return judgement;
  if (kroner) {
    struct bridge_question question = {.scenario = scenario, .effect = effect, .year = year};
    question.in_full = judgement.claimed.basis == CLAIM_FULL_YEAR;
    judge_kroner(arena, &question, &judgement);
  } else if (judgement.claimed.fte_milli != NOT_GIVEN) {
    judge_fte(arena, effect, &judgement);
  }
  return judgement;
}
