// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/bridge.h"

#include <math.h>
#include <stdlib.h>

#include "audit/amounts.h"
#include "audit/words.h"
#include "base/fixed.h"
#include "base/language.h"
#include "scenario/cells.h"

static const char *const names[BRIDGE_STEPS] = {
    [BRIDGE_CLAIMED] = "claimed",
    [BRIDGE_CALENDAR] = "calendar",
    [BRIDGE_HOURS] = "hours",
    [BRIDGE_PRICE] = "price_per_hour",
    [BRIDGE_SUPPLEMENTS] = "supplements",
    [BRIDGE_COVER] = "holiday_and_absence_cover",
    [BRIDGE_ON_COSTS] = "on_costs",
    [BRIDGE_AMOUNTS] = "amounts",
    [BRIDGE_POSITIONS] = "positions",
    [BRIDGE_VARIABLE] = "variable_hours",
    [BRIDGE_MISSING] = "missing_cover",
    [BRIDGE_LEFT_OUT] = "left_out",
    [BRIDGE_MODELLED] = "modelled",
};

static const double SAME_FTE = 0.005, LEAST_FTE = 1e-4, SMALL_SHARE = 0.1, COVER_MOST = 2.5;
enum { TIMES_MOST = 1000 }; // beyond this a claim of FTE, or a full year, is no measure of the other

const char *bridge_step_name(enum bridge_step step) { return names[step]; }

// The pay of hours taken away, in the four parts of their price.
struct price {
  int64_t base_ore, supplements_ore, holiday_pay_ore, on_costs_ore;
};

struct building {
  struct arena *arena;
  const struct bridge_question *question;
  struct bridge *bridge;
  const struct year_effect *against; // what the claim is brought to
  const struct answer *answer;
  bool in_force; // at any time of it
  bool takes_hours;
  struct price price;
  int64_t amounts_ore;
  int64_t value_ore[BRIDGE_STEPS];
};

static void set(struct building *b, enum bridge_step step, int64_t value_ore, const char *reason) {
  b->value_ore[step] = value_ore;
  b->bridge->lines[step].reason = reason;
}

static const char *kr(const struct building *b, int64_t ore) {
  return digits_grouped(b->arena, arena_printf(b->arena, "%lld", (long long)fixed_divide(ore, ORE_PER_KR)));
}

static const char *date(const struct building *b, day_number day) { return day_in_words(b->arena, day); }

static const char *fte_in_words(const struct building *b, double fte) { return number_in_words(b->arena, fte); }

// ---------------------------------------------------------------- claimed, calendar

static const struct measure_row *measure_of(const struct building *b) {
  return &measure_rows(&b->question->scenario->tables)[b->question->effect->measure];
}

static day_number first_day_of(const struct building *b) {
  const struct measure_row *measure = measure_of(b);
  day_number first = measure->start == NOT_GIVEN ? DAY_NONE : (day_number)measure->start;
  measure_first_edit(b->question->scenario, b->question->effect->measure, first, &first);
  return first;
}

static void value_claimed(struct building *b) {
  const struct claimed *claimed = &b->bridge->claimed;
  const char *reason =
      claimed->basis == CLAIM_FULL_YEAR ? _("as claimed, for a full year") : _("as claimed, within the year");
  set(b, BRIDGE_CLAIMED, claimed->amount_ore, reason);
}

static const char *why_not_in_force(const struct building *b) {
  int year = b->against->year;
  if (b->question->effect->given_up)
    return _("given up: it never comes into force");
  if (b->question->effect->undecided)
    return arena_printf(b->arena, _("no start is decided, so nothing comes in %d"), year);
  return arena_printf(b->arena, _("starts on %s, after the end of %d"), date(b, first_day_of(b)), year);
}

// The share of a full year that falls in the year, as e8.
static int64_t year_share_e8(const struct building *b) {
  const struct measure_effect *effect = b->question->effect;
  int64_t full_ore = ledger_sum(&effect->full.direct.saving), year_ore = ledger_sum(&b->against->direct.saving);
  if (effect->full.direct.known && full_ore && llabs(year_ore) / TIMES_MOST <= llabs(full_ore))
    return fixed_divide((int128)(full_ore < 0 ? -year_ore : year_ore) * ONE_E8, full_ore < 0 ? -full_ore : full_ore);
  day_number first = day_from_date(b->against->year, 1, 1), start = first_day_of(b);
  int days = days_in_year(b->against->year);
  int before = start > first ? start - first : 0;
  return fixed_divide((int128)(days - before) * ONE_E8, days);
}

static void value_calendar(struct building *b) {
  int64_t claimed_ore = b->bridge->claimed.amount_ore;
  bool once = measure_of(b)->nature == NATURE_ONE_OFF;
  if (!b->in_force) {
    set(b, BRIDGE_CALENDAR, 0, why_not_in_force(b));
  } else if (b->question->in_full || b->bridge->claimed.basis == CLAIM_IN_YEAR || once) {
    set(b, BRIDGE_CALENDAR, claimed_ore, NULL);
  } else {
    int64_t share_e8 = year_share_e8(b);
    const char *reason =
        arena_printf(b->arena, _("in force from %s: %s %% of a full year falls in %d"), date(b, first_day_of(b)),
                     number_in_words(b->arena, (double)fixed_divide(share_e8 * 1000, ONE_E8) / 10), b->against->year);
    set(b, BRIDGE_CALENDAR, fixed_share(claimed_ore, share_e8), share_e8 == ONE_E8 ? NULL : reason);
  }
}

// ---------------------------------------------------------------- hours and their price

static bool is_amount_line(int line) { return line >= LEDGER_PURCHASES; }

static void find_price(struct building *b) {
  struct ledger hours = b->against->direct.saving;
  for (int line = 0; line < LEDGER_LINES; line++) {
    if (!is_amount_line(line))
      continue;
    b->amounts_ore += hours.ore[line];
    hours.ore[line] = 0;
  }
  b->takes_hours = fabs(b->against->direct.gross_fte) > LEAST_FTE;
  if (!b->takes_hours || !b->in_force)
    return;
  struct ledger kept = ledger_comparable(&hours, b->bridge->claimed.leaves_out);
  struct price *price = &b->price;
  price->supplements_ore =
      kept.ore[LEDGER_EVENING] + kept.ore[LEDGER_NIGHT] + kept.ore[LEDGER_WEEKEND] + kept.ore[LEDGER_HOLIDAY];
  price->holiday_pay_ore = kept.ore[LEDGER_HOLIDAY_PAY];
  price->on_costs_ore = kept.ore[LEDGER_PENSION] + kept.ore[LEDGER_EMPLOYER_TAX];
  price->base_ore = ledger_sum(&kept) - price->supplements_ore - price->holiday_pay_ore - price->on_costs_ore;
}

static double fte_found(const struct building *b) {
  const struct direct *direct = &b->question->effect->full.direct;
  return b->bridge->claimed.fte_basis == FTE_NET ? direct->net_fte : direct->gross_fte;
}

static void value_hours(struct building *b) {
  int64_t before_ore = b->value_ore[BRIDGE_CALENDAR];
  int64_t claimed_milli = b->bridge->claimed.fte_milli;
  if (b->question->effect->arithmetic || !b->in_force) {
    set(b, BRIDGE_HOURS, before_ore, NULL);
  } else if (!b->takes_hours) {
    set(b, BRIDGE_HOURS, 0, _("no hours are taken away: rules, prices or people change instead"));
  } else if (claimed_milli == NOT_GIVEN || claimed_milli == 0) {
    set(b, BRIDGE_HOURS, before_ore, NULL);
  } else {
    double claimed_fte = (double)claimed_milli / MILLI;
    double times = fmin(fmax(fte_found(b) / claimed_fte, -TIMES_MOST), TIMES_MOST);
    set(b, BRIDGE_HOURS, fixed_round((double)before_ore * times),
        arena_printf(b->arena, _("%s FTE claimed, hours for %s FTE taken away in a full year"),
                     fte_in_words(b, claimed_fte), fte_in_words(b, fte_found(b))));
  }
}

// Pay with the cover it takes, over pay: r of bridge.h.
static double cover_ratio(const struct building *b, double *cover) {
  const struct direct *direct = &b->against->direct;
  double base = (double)b->price.base_ore, supplements = (double)b->price.supplements_ore;
  *cover = direct->net_fte / direct->gross_fte;
  bool small = fabs(base + supplements) < SMALL_SHARE * (fabs(base) + fabs(supplements)) || base + supplements == 0;
  if (small || *cover < 1 || *cover > COVER_MOST)
    *cover = 1;
  return small ? 1 : (*cover * base + supplements) / (base + supplements);
}

static const char *price_reason(const struct building *b) {
  double fte = b->against->direct.gross_fte;
  return arena_printf(b->arena, _("the claim counts %s kr per FTE of hours taken away, bare pay is %s kr"),
                      kr(b, fixed_round((double)b->value_ore[BRIDGE_HOURS] / fte)),
                      kr(b, fixed_round((double)b->price.base_ore / fte)));
}

static void value_price(struct building *b) {
  const struct price *price = &b->price;
  int64_t pay_ore = price->base_ore + price->supplements_ore;
  double cover, ratio = cover_ratio(b, &cover);
  int64_t with_holiday_ore = pay_ore + price->holiday_pay_ore, direct_ore = with_holiday_ore + price->on_costs_ore;
  set(b, BRIDGE_PRICE, price->base_ore, price_reason(b));
  set(b, BRIDGE_SUPPLEMENTS, pay_ore,
      price->supplements_ore ? _("evening, night, weekend and holiday supplements of these hours") : NULL);
  set(b, BRIDGE_COVER, fixed_round((double)with_holiday_ore * ratio),
      cover > 1 ? arena_printf(b->arena, _("holiday pay, and those who stand in: 1 FTE of hours takes %s positions"),
                               number_in_words(b->arena, cover))
                : _("holiday pay"));
  set(b, BRIDGE_ON_COSTS, fixed_round((double)direct_ore * ratio),
      arena_printf(b->arena, _("pension and employer tax, without those who stand in these hours cost %s kr"),
                   kr(b, direct_ore)));
}

static void value_hours_priced(struct building *b) {
  value_hours(b);
  bool priced = b->takes_hours && b->in_force && !b->question->effect->arithmetic;
  for (int step = BRIDGE_PRICE; step <= BRIDGE_ON_COSTS && !priced; step++)
    set(b, (enum bridge_step)step, b->value_ore[BRIDGE_HOURS], NULL);
  if (priced)
    value_price(b);
}

static void value_amounts(struct building *b) {
  const struct measure_effect *effect = b->question->effect;
  bool any = b->in_force && measure_has_amounts(b->question->scenario, effect->measure);
  int64_t before_ore = b->in_force && effect->arithmetic ? 0 : b->value_ore[BRIDGE_ON_COSTS];
  const char *reason =
      any ? arena_printf(b->arena, _("the amounts on their dates come to %s kr"), kr(b, b->amounts_ore)) : NULL;
  set(b, BRIDGE_AMOUNTS, before_ore + (any ? b->amounts_ore : 0), reason);
}

// ---------------------------------------------------------------- the plans

static const char *positions_reason(const struct building *b) {
  double fewer_fte = positions_fewer_fte(b->answer);
  if (b->question->effect->arithmetic || !b->in_force)
    return NULL;
  if (fewer_fte >= SAME_FTE && b->question->positions == POSITIONS_KEPT)
    return arena_printf(b->arena, _("%s FTE of positions go by the measure's own edits, all others stay"),
                        fte_in_words(b, fewer_fte));
  if (fewer_fte >= SAME_FTE)
    return arena_printf(b->arena, _("%s FTE of positions go: weekends, peaks and absence decide how many"),
                        fte_in_words(b, fewer_fte));
  if (fewer_fte <= -SAME_FTE)
    return arena_printf(b->arena, _("%s FTE of positions come: weekends, peaks and absence decide how many"),
                        fte_in_words(b, -fewer_fte));
  return b->takes_hours ? _("positions stay and are paid, only what depends on the hours worked falls away")
                        : _("what the same positions cost in the new rota");
}

// Paid hours of a source, more (or fewer) than today.
static long long more_h(const struct building *b, enum hours_kind kind) {
  return (long long)fixed_round(b->answer->figures_after.hours[kind] - b->answer->figures_before.hours[kind]);
}

static const char *variable_reason(const struct building *b) {
  if (b->question->effect->arithmetic || !b->in_force)
    return NULL;
  return arena_printf(b->arena, _("hours of substitutes %+lld, extra %+lld, overtime %+lld, agency %+lld"),
                      more_h(b, HOURS_SUBSTITUTE), more_h(b, HOURS_EXTRA), more_h(b, HOURS_OVERTIME),
                      more_h(b, HOURS_AGENCY));
}

static const char *missing_reason(const struct building *b) {
  double empty_h = b->answer->empty_h;
  if (empty_h < FEW_HOURS)
    return NULL;
  return arena_printf(b->arena, _("%s person-hours more than today stand empty; filling them would cost %s kr an hour"),
                      number_in_words(b->arena, round(empty_h)),
                      number_in_words(b->arena, round((double)b->answer->empty_ore / (double)ORE_PER_KR / empty_h)));
}

static const char *left_out_reason(const struct building *b, int64_t leaves_out) {
  return arena_printf(b->arena, _("the claim leaves out: %s"), left_out_in_words(b->arena, leaves_out));
}

static void value_plans(struct building *b) {
  int64_t leaves_out = b->bridge->claimed.leaves_out;
  struct effect_parts parts = effect_parts_of(b->answer, leaves_out);
  int64_t cash_ore = parts.own_ore + parts.variable_ore, effect = effect_ore(b->answer);
  set(b, BRIDGE_POSITIONS, parts.own_ore, positions_reason(b));
  set(b, BRIDGE_VARIABLE, cash_ore, variable_reason(b));
  set(b, BRIDGE_MISSING, cash_ore - empty_comparable_ore(b->answer, leaves_out), missing_reason(b));
  set(b, BRIDGE_LEFT_OUT, effect, leaves_out && b->in_force ? left_out_reason(b, leaves_out) : NULL);
  set(b, BRIDGE_MODELLED, effect,
      b->question->positions == POSITIONS_KEPT ? _("modelled, all positions kept") : _("modelled, positions adjusted"));
}

// ---------------------------------------------------------------- a bridge

static bool in_force_at_all(const struct building *b) {
  const struct measure_effect *effect = b->question->effect;
  if (effect->given_up)
    return false;
  if (b->question->in_full)
    return true;
  day_number first = first_day_of(b);
  return !effect->undecided && (first == DAY_NONE || date_from_day(first).year <= b->against->year);
}

static void fill_lines(const struct building *b) {
  for (int step = 0; step < BRIDGE_STEPS; step++) {
    bool total = step == BRIDGE_CLAIMED || step == BRIDGE_MODELLED;
    struct bridge_line *line = &b->bridge->lines[step];
    line->running_ore = b->value_ore[step];
    line->ore = total ? b->value_ore[step] : b->value_ore[step] - b->value_ore[step - 1];
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
  b.in_force = in_force_at_all(&b);
  find_price(&b);
  value_claimed(&b);
  value_calendar(&b);
  value_hours_priced(&b);
  value_amounts(&b);
  value_plans(&b);
  fill_lines(&b);
  bridge.takes_hours = b.takes_hours || question->effect->arithmetic || !b.in_force;
  return bridge;
}

// ---------------------------------------------------------------- judgement

static int64_t price_step_ore(const struct bridge *bridge) {
  return bridge->lines[BRIDGE_ON_COSTS].running_ore - bridge->lines[BRIDGE_HOURS].running_ore;
}

// What a step weighs in the search for the main reason: the price steps weigh together.
// Where no hours are taken away, what people and hours beyond contract then cost is all there is to set against it.
static int64_t weight_ore(const struct bridge *bridge, int step) {
  if (!bridge->takes_hours && step == BRIDGE_HOURS)
    return bridge->lines[BRIDGE_HOURS].ore + bridge->lines[BRIDGE_POSITIONS].ore + bridge->lines[BRIDGE_VARIABLE].ore;
  if (!bridge->takes_hours && (step == BRIDGE_POSITIONS || step == BRIDGE_VARIABLE))
    return 0;
  if (step == BRIDGE_PRICE)
    return price_step_ore(bridge);
  return step > BRIDGE_PRICE && step <= BRIDGE_ON_COSTS ? 0 : bridge->lines[step].ore;
}

static void find_main(struct arena *arena, const struct bridge *bridge, struct judgement *judgement) {
  int64_t difference_ore = bridge->lines[BRIDGE_MISSING].running_ore - bridge->lines[BRIDGE_CLAIMED].ore;
  for (int step = BRIDGE_CALENDAR; step <= BRIDGE_MISSING; step++) {
    int64_t ore = weight_ore(bridge, step);
    bool towards = difference_ore < 0 ? ore < judgement->main_ore : difference_ore > 0 && ore > judgement->main_ore;
    if (!towards)
      continue;
    judgement->main_step = (enum bridge_step)step;
    judgement->main_ore = ore;
    judgement->reason = bridge->lines[step].reason;
  }
  if (judgement->main_step != BRIDGE_PRICE)
    return;
  struct building b = {.arena = arena};
  judgement->reason =
      arena_printf(arena, _("the claim prices these hours at %s kr, the model at %s kr with all that the claim counts"),
                   kr(&b, bridge->lines[BRIDGE_HOURS].running_ore), kr(&b, bridge->lines[BRIDGE_ON_COSTS].running_ore));
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
  find_main(arena, &bridge, judgement);
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
