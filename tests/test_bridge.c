// SPDX-License-Identifier: GPL-3.0-or-later
// From claim to model: steps that add up, each against a figure worked out another way; what a claim leaves out; the
// reason of a verdict; positions that must go.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "audit/bridge.h"
#include "audit/bridge_words.h"
#include "audit/class.h"
#include "audit/departures.h"
#include "audit/words.h"
#include "base/fixed.h"
#include "base/language.h"
#include "report/bridge.h"
#include "report/claims.h"
#include "support/audited.h"
#include "support/long.h"
#include "support/pay_by_minute.h"
#include "support/town.h"

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

enum { WEEK_35_5 = 35 * HOURS + 30, NIGHT_START = 22 * HOURS, NIGHT_END = 7 * HOURS + 30 };

// --- towns and claims -----------------------------------------------------------------------------------------------

static struct claim_row *add_claim(struct memory *memory, int64_t measure, int year, int64_t amount_kr,
                                   enum claim_basis basis) {
  int64_t row = memory_add(memory, TABLE_CLAIMS,
                           &(struct claim_row){.measure = measure,
                                               .year = year,
                                               .amount_ore = amount_kr == NOT_GIVEN ? NOT_GIVEN : amount_kr * KR,
                                               .percent_e8 = NOT_GIVEN,
                                               .base_ore = NOT_GIVEN,
                                               .basis = basis,
                                               .fte_milli = NOT_GIVEN,
                                               .leaves_out = NOT_GIVEN});
  return memory_row(memory, TABLE_CLAIMS, row);
}

// Two nurses at night; `heads_milli` of them full-timers, the rest hired. One post fewer from the start on.
static struct memory night_post_fewer(struct arena *arena, int64_t heads_milli, int64_t start) {
  struct memory memory = memory_town(arena);
  memory_add_unit(&memory, "ward");
  memory_add_shift(&memory, 0, "night", NIGHT_START, NIGHT_END);
  memory_add_need(&memory, 0, "night", NIGHT_START, NIGHT_END, NURSE, 2000);
  memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, NURSE);
  if (heads_milli)
    memory_add_group(&memory, 0, "nights", NURSE, heads_milli, ONE_E8);
  town_edit(&memory, town_measure(&memory, "night", start), "need", "window=night", "persons", "add -1");
  return memory;
}

static struct memory amount_from(struct arena *arena, int64_t yearly_kr, int64_t start) {
  struct memory memory = memory_new(arena);
  town_measure(&memory, "contract", start);
  memory_add(&memory, TABLE_AMOUNTS,
             &(struct amount_row){.saving_ore_per_year = yearly_kr * KR, .from = NOT_GIVEN, .to = NOT_GIVEN});
  return memory;
}

static const struct year_effect *year_of(const struct audit *audit, size_t measure, int year) {
  const struct measure_effect *effect = &audit->measures[measure];
  return &effect->years[year - effect->years[0].year];
}

static struct bridge bridge_in(const struct audit *audit, size_t measure, int year, bool in_full,
                               enum positions positions) {
  struct bridge_question question = {audit->scenario, &audit->measures[measure], year_of(audit, measure, year), in_full,
                                     positions};
  struct bridge bridge = bridge_make(audit->arena, &question);
  assert_true(bridge.known);
  return bridge;
}

static int64_t step_ore(const struct bridge *bridge, enum bridge_step step) { return bridge->lines[step].ore; }

static struct judgement judged(const struct audit *audit, size_t measure, int year) {
  return claim_judge(audit->arena, audit->scenario, &audit->measures[measure], year_of(audit, measure, year));
}

// --- adding up ------------------------------------------------------------------------------------------------------

static void assert_closes(const struct bridge *bridge, int64_t claimed_ore, int64_t modelled_ore) {
  int64_t sum = 0;
  for (int step = BRIDGE_CLAIMED; step < BRIDGE_MODELLED; step++) {
    if (step == BRIDGE_COMPARABLE)
      assert_int_equal(bridge->lines[step].ore, sum);
    else
      sum += bridge->lines[step].ore;
    assert_int_equal(bridge->lines[step].running_ore, sum);
  }
  assert_int_equal(step_ore(bridge, BRIDGE_CLAIMED), claimed_ore);
  assert_int_equal(step_ore(bridge, BRIDGE_MODELLED), sum);
  assert_int_equal(sum, modelled_ore);
}

// No reason is larger than the difference it explains, and each has words; a small difference has one.
static void assert_reasons_hold(const struct bridge *bridge, int64_t tolerance_e8) {
  int64_t claimed_ore = step_ore(bridge, BRIDGE_CLAIMED);
  int64_t difference_ore = bridge->lines[BRIDGE_WITHIN].running_ore - claimed_ore;
  int64_t small_ore = fixed_share(llabs(claimed_ore), tolerance_e8 > ONE_E8 / 200 ? tolerance_e8 : ONE_E8 / 200);
  for (int step = BRIDGE_CALENDAR; step <= BRIDGE_WITHIN; step++) {
    assert_true(llabs(step_ore(bridge, step)) <= llabs(difference_ore));
    assert_int_equal(bridge->lines[step].reason != NULL, step_ore(bridge, step) != 0);
    if (step != BRIDGE_WITHIN && llabs(difference_ore) <= small_ore)
      assert_int_equal(step_ore(bridge, step), 0);
  }
  assert_int_equal(step_ore(bridge, BRIDGE_WITHIN), llabs(difference_ore) <= small_ore ? difference_ore : 0);
}

// What is found if positions are adjusted lies below what is found if they stay: told with the four plans, or not told.
static void assert_floor_told(const struct audit *audit, const struct year_effect *year) {
  int64_t less_ore = effect_ore(&year->answers[POSITIONS_KEPT]) - effect_ore(&year->answers[POSITIONS_ADJUSTED]);
  const char *text = floor_in_words(audit->arena, year->answers, 0);
  assert_int_equal(*text != '\0', less_ore >= ORE_PER_KR);
  if (*text)
    assert_non_null(strstr(text, kr_in_words(audit->arena, less_ore)));
}

// Every bridge of an audit; how many there were.
static int all_close(const struct audit *audit) {
  int bridges = 0;
  for (size_t m = 0; m < audit->measure_count; m++)
    for (int y = 0; y < audit->measures[m].year_count; y++)
      for (int in_full = 0; in_full < 2; in_full++)
        for (int p = 0; p < POSITIONS_ANSWERS; p++) {
          const struct measure_effect *effect = &audit->measures[m];
          struct bridge_question question = {audit->scenario, effect, &effect->years[y], in_full, (enum positions)p};
          struct bridge bridge = bridge_make(audit->arena, &question);
          if (!bridge.known)
            continue;
          struct claimed claimed = claim_standing(audit->scenario, m, effect->years[y].year);
          const struct year_effect *against = in_full ? &effect->full : &effect->years[y];
          assert_closes(&bridge, claimed.amount_ore, effect_ore(&against->answers[p]));
          assert_floor_told(audit, against);
          assert_reasons_hold(&bridge, settings_of(&audit->scenario->tables)->tolerance_e8);
          bridges++;
        }
  return bridges;
}

static void bridges_close_in_random_towns(void **state) {
  static const int64_t left_out[] = {NOT_GIVEN, 1 << LEFT_SUPPLEMENTS | 1 << LEFT_SUBSTITUTES | 1 << LEFT_OVERTIME,
                                     1 << LEFT_ON_COSTS | 1 << LEFT_ABSENCE | 1 << LEFT_EXTRA | 1 << LEFT_AGENCY};
  struct random random = {20241121};
  for (int seed = 0; seed < few_or_all(1, 6); seed++) {
    struct memory memory = random_town(*state, &random, (struct town_shape){.groups = 2, .shifts = 2, .seasons = true});
    memory_settings(&memory)->claims_are = seed % 2;
    memory_settings(&memory)->tolerance_e8 = seed % 3 * 5 * PERCENT;
    int64_t need = town_measure(&memory, "need", day_from_date(2024, 5, 7));
    town_edit(&memory, need, "need", NULL, "persons", "multiply 0.7");
    int64_t heads = town_measure(&memory, "heads", day_from_date(2025, 2, 1));
    town_edit(&memory, heads, "groups", NULL, "position_percent", "multiply 0.9");
    for (int64_t measure = need; measure <= heads; measure++) {
      struct claim_row *claim = add_claim(&memory, measure, 2024, 412345, (enum claim_basis)(seed / 2 % 2));
      claim->leaves_out = left_out[seed % 3];
      claim->fte_milli = seed % 3 == 1 ? 1300 : NOT_GIVEN;
      claim->fte_basis = seed % 2 ? FTE_NET : FTE_GROSS;
      add_claim(&memory, measure, 2025, -100000, CLAIM_IN_YEAR);
    }
    assert_true(all_close(audit_effects(town_scenario(&memory))) >= 16);
  }
}

static const struct scenario *shipped(struct arena *arena, const char *folder) {
  struct problems *problems = problems_new(arena);
  const struct scenario *scenario = scenario_read(arena, folder, problems);
  problems_print(problems, stderr);
  assert_int_equal(problems->error_count, 0);
  return scenario;
}

// Rennebu, which takes a minute, is checked in tests/cli.
static void bridges_close_in_shipped_scenarios(void **state) {
  static const struct {
    const char *folder;
    int least;
  } cases[] = {{"src/app/template", 8}, {"scenarios/new-record-system", 4}, {"scenarios/kongsvinger-2012", 8}};
  for (int i = 0; i < few_or_all(1, sizeof cases / sizeof *cases); i++)
    assert_true(all_close(audit_effects(shipped(*state, cases[i].folder))) >= cases[i].least);
}

// --- step by step ---------------------------------------------------------------------------------------------------

// Price of the nights of 2025, each by minutes.
static struct ledger nights_of_2025(const struct memory *memory, enum pay_form form) {
  struct pay_terms terms = {.form = form, .category = NURSE, .full_time_min = WEEK_35_5, .pay_e8 = ONE_E8};
  struct ledger sum = {{0}};
  for (day_number day = day_from_date(2025, 1, 1); day <= day_from_date(2025, 12, 31); day++) {
    struct pay_span night = {.day = day, .start_min = NIGHT_START, .end_min = NIGHT_END};
    struct ledger price = span_by_minute(&memory->tables, &terms, &night);
    ledger_add(&sum, &price);
  }
  return sum;
}

static int64_t supplements_of(const struct ledger *ledger) {
  return ledger->ore[LEDGER_EVENING] + ledger->ore[LEDGER_NIGHT] + ledger->ore[LEDGER_WEEKEND] +
         ledger->ore[LEDGER_HOLIDAY];
}

// A night post without absence: the price is that of the minutes, and hired nights fall away, which are dearer.
static void a_night_post_priced(void **state) {
  struct memory memory = night_post_fewer(*state, 0, day_from_date(2025, 1, 1));
  add_claim(&memory, 0, 2025, 900000, CLAIM_IN_YEAR);
  struct ledger direct = nights_of_2025(&memory, PAY_DIRECT), hired = nights_of_2025(&memory, PAY_SUBSTITUTE);
  struct bridge bridge = bridge_in(audit_effects(town_scenario(&memory)), 0, 2025, false, POSITIONS_KEPT);
  int64_t direct_ore = ledger_sum(&direct), hired_ore = ledger_sum(&hired);
  assert_true(direct_ore > 180000000 && hired_ore > direct_ore && hired_ore < 205000000);
  assert_int_equal(step_ore(&bridge, BRIDGE_DIRECT), direct_ore - 90000000);
  assert_int_equal(step_ore(&bridge, BRIDGE_VARIABLE), hired_ore - direct_ore);
  assert_int_equal(step_ore(&bridge, BRIDGE_MODELLED), hired_ore);
  assert_string_equal(bridge.lines[BRIDGE_DIRECT].reason,
                      arena_printf(*state,
                                   "the claim counts 900\u00A0000 kr for these hours (1.88 FTE), their direct price is "
                                   "%s kr",
                                   kr_in_words(*state, direct_ore)));
  assert_non_null(strstr(bridge.lines[BRIDGE_VARIABLE].reason, "(substitutes \u22123\u00A0468)"));
}

// What is found lies nearer to the claim than the direct price does: one reason with its two sides.
static void reasons_that_work_against_each_other(void **state) {
  struct memory memory = night_post_fewer(*state, 0, day_from_date(2025, 1, 1));
  memory_settings(&memory)->tolerance_e8 = 0;
  struct claim_row *claim = add_claim(&memory, 0, 2025, 2100000, CLAIM_IN_YEAR);
  struct ledger direct = nights_of_2025(&memory, PAY_DIRECT), hired = nights_of_2025(&memory, PAY_SUBSTITUTE);
  int64_t direct_ore = ledger_sum(&direct), hired_ore = ledger_sum(&hired);
  struct bridge bridge = bridge_in(audit_effects(town_scenario(&memory)), 0, 2025, false, POSITIONS_KEPT);
  assert_int_equal(step_ore(&bridge, BRIDGE_DIRECT), hired_ore - 210000000);
  assert_int_equal(step_ore(&bridge, BRIDGE_VARIABLE), 0);
  const char *reason = bridge.lines[BRIDGE_DIRECT].reason;
  assert_non_null(strstr(reason, arena_printf(*state, "their direct price is %s kr (%s\u00A0kr). Against it: ",
                                              kr_in_words(*state, direct_ore),
                                              signed_kr_in_words(*state, direct_ore - 210000000))));
  assert_non_null(
      strstr(reason, arena_printf(*state, "in all %s kr less is paid (%s\u00A0kr)", kr_in_words(*state, hired_ore),
                                  signed_kr_in_words(*state, hired_ore - direct_ore))));
  claim->amount_ore = 300000000; // for 3 FTE, of which two thirds are taken away
  claim->fte_milli = 3000;
  bridge = bridge_in(audit_effects(town_scenario(&memory)), 0, 2025, false, POSITIONS_KEPT);
  assert_int_equal(step_ore(&bridge, BRIDGE_HOURS), hired_ore - 300000000);
  int64_t hours_ore = fixed_round(300000000.0 * (365 * 9.5 / 1846) / 3);
  assert_non_null(strstr(
      bridge.lines[BRIDGE_HOURS].reason,
      arena_printf(*state, "3 FTE claimed, hours for 1.88 FTE taken away in a full year (%s\u00A0kr). Against it: ",
                   signed_kr_in_words(*state, hours_ore - 300000000))));
}

// A difference within the tolerance, or of 0.3 %, needs no reason.
static void a_small_difference_needs_no_reason(void **state) {
  struct memory memory = night_post_fewer(*state, 0, day_from_date(2025, 1, 1));
  struct claim_row *claim = add_claim(&memory, 0, 2025, 1, CLAIM_IN_YEAR);
  struct ledger hired = nights_of_2025(&memory, PAY_SUBSTITUTE);
  static const struct {
    int percent_of_found_milli, tolerance_percent;
    bool told;
  } cases[] = {{100300, 0, false}, {99700, 0, false}, {101000, 0, true}, {101000, 2, false}, {95000, 2, true}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    claim->amount_ore = ledger_sum(&hired) / 1000 * cases[i].percent_of_found_milli / 100;
    memory_settings(&memory)->tolerance_e8 = cases[i].tolerance_percent * PERCENT;
    const struct audit *audit = audit_effects(town_scenario(&memory));
    struct bridge bridge = bridge_in(audit, 0, 2025, false, POSITIONS_KEPT);
    int64_t difference_ore = step_ore(&bridge, BRIDGE_MODELLED) - claim->amount_ore;
    assert_true(difference_ore != 0);
    assert_int_equal(step_ore(&bridge, BRIDGE_WITHIN), cases[i].told ? 0 : difference_ore);
    assert_int_equal(judged(audit, 0, 2025).main_step != BRIDGE_CLAIMED, cases[i].told);
  }
}

// A position of nights goes with its nights: a tenth of its time somebody stands in, base pay and what is on it for a
// ninth more, supplements once.
static void cover_for_those_who_go(void **state) {
  struct memory memory = night_post_fewer(*state, 2000, day_from_date(2025, 1, 1));
  memory_add_absence(&memory, ABSENCE_SICK, NOT_GIVEN, 10 * PERCENT);
  memory_settings(&memory)->tolerance_e8 = 0;
  town_edit(&memory, 0, "groups", NULL, "heads", "add -1");
  struct ledger direct = nights_of_2025(&memory, PAY_DIRECT);
  struct claim_row *claim = add_claim(&memory, 0, 2025, 1, CLAIM_IN_YEAR);
  claim->amount_ore = ledger_sum(&direct) / 4; // far enough for no netting
  struct bridge bridge = bridge_in(audit_effects(town_scenario(&memory)), 0, 2025, false, POSITIONS_KEPT);
  double base = (double)direct.ore[LEDGER_BASE_PAY], supplements = (double)supplements_of(&direct);
  double ratio = (base / 0.9 + supplements) / (base + supplements), net_fte = 365 * 9.5 / 1846 / 0.9;
  assert_int_equal(step_ore(&bridge, BRIDGE_DIRECT), ledger_sum(&direct) - claim->amount_ore);
  assert_near((double)step_ore(&bridge, BRIDGE_COVER), (double)ledger_sum(&direct) * (ratio - 1) / net_fte, 1e-6);
  assert_string_equal(bridge.lines[BRIDGE_COVER].reason,
                      "the 1 FTE that go have holidays and sickness too: 1 FTE of hours takes 1.11 positions");
}

// Away for seven days of ten: no cover, but a scenario of its own, and none is counted. Nor where positions stay.
static void cover_that_is_not_counted(void **state) {
  for (int percent = 10; percent <= 70; percent += 60) {
    struct memory memory = night_post_fewer(*state, 2000, day_from_date(2025, 1, 1));
    memory_add_absence(&memory, ABSENCE_SICK, NOT_GIVEN, percent * PERCENT);
    if (percent > 50)
      town_edit(&memory, 0, "groups", NULL, "heads", "add -1");
    add_claim(&memory, 0, 2025, 100000, CLAIM_IN_YEAR);
    struct bridge bridge = bridge_in(audit_effects(town_scenario(&memory)), 0, 2025, false, POSITIONS_KEPT);
    assert_int_equal(step_ore(&bridge, BRIDGE_COVER), 0);
  }
}

// With positions kept the nurses' pay stays: less is found than the direct price. Adjusted they go.
static void positions_that_stay_and_go(void **state) {
  struct memory memory = night_post_fewer(*state, 4000, day_from_date(2025, 1, 1)); // all nights of two posts and more
  struct claim_row *claim = add_claim(&memory, 0, 2025, 2500000, CLAIM_IN_YEAR);
  const struct audit *audit = audit_effects(town_scenario(&memory));
  struct bridge kept = bridge_in(audit, 0, 2025, false, POSITIONS_KEPT);
  struct bridge adjusted = bridge_in(audit, 0, 2025, false, POSITIONS_ADJUSTED);
  const struct answer *answer = &year_of(audit, 0, 2025)->answers[POSITIONS_KEPT];
  assert_int_equal(answer->before.ore[LEDGER_BASE_PAY], answer->after.ore[LEDGER_BASE_PAY]);
  struct ledger direct = nights_of_2025(&memory, PAY_DIRECT);
  assert_int_equal(step_ore(&kept, BRIDGE_DIRECT), ledger_sum(&direct) - 250000000);
  assert_int_equal(step_ore(&kept, BRIDGE_POSITIONS), effect_ore(answer) - ledger_sum(&direct));
  assert_true(step_ore(&kept, BRIDGE_POSITIONS) < -50000000);
  assert_non_null(
      strstr(kept.lines[BRIDGE_POSITIONS].reason, "all positions are kept and are paid, idle contract hours from"));
  assert_true(step_ore(&adjusted, BRIDGE_POSITIONS) > step_ore(&kept, BRIDGE_POSITIONS) + 50000000);
  claim->amount_ore = 100000000;
  adjusted = bridge_in(audit, 0, 2025, false, POSITIONS_ADJUSTED);
  assert_int_equal(step_ore(&adjusted, BRIDGE_POSITIONS), step_ore(&adjusted, BRIDGE_MODELLED) - ledger_sum(&direct));
  assert_non_null(strstr(adjusted.lines[BRIDGE_POSITIONS].reason, "FTE go, these hours are 1.88 FTE with holidays"));
}

// From 1 June: 214 of 365 nights. A full-year claim is brought to them by the direct price, and stays whole for itself.
static void a_full_year_claim_in_its_first_year(void **state) {
  struct memory memory = night_post_fewer(*state, 0, day_from_date(2024, 6, 1));
  add_claim(&memory, 0, 2024, 3000000, CLAIM_FULL_YEAR);
  const struct audit *audit = audit_effects(town_scenario(&memory));
  const struct measure_effect *effect = &audit->measures[0];
  double share = (double)ledger_sum(&effect->years[0].direct.saving) / (double)ledger_sum(&effect->full.direct.saving);
  assert_true(share > 0.56 && share < 0.6);
  struct bridge bridge = bridge_in(audit, 0, 2024, false, POSITIONS_KEPT);
  assert_near((double)bridge.lines[BRIDGE_CALENDAR].running_ore, 3e8 * share, 1e-7);
  assert_non_null(
      strstr(bridge.lines[BRIDGE_CALENDAR].reason, "in force from 1" NO_BREAK_SPACE "June" NO_BREAK_SPACE "2024"));
  assert_string_equal(bridge.lines[BRIDGE_CLAIMED].reason, "as claimed, for a full year");
  struct judgement first = judged(audit, 0, 2024), second = judged(audit, 0, 2025); // both by the full year
  assert_true(first.main_step == second.main_step && first.main_ore == second.main_ore && first.main_ore != 0);
  assert_true(first.main_step != BRIDGE_CALENDAR);
  bridge = bridge_in(audit, 0, 2024, true, POSITIONS_KEPT);
  assert_int_equal(step_ore(&bridge, BRIDGE_CALENDAR), 0);
  assert_null(bridge.lines[BRIDGE_CALENDAR].reason);
  bridge = bridge_in(audit, 0, 2025, false, POSITIONS_KEPT);
  assert_int_equal(step_ore(&bridge, BRIDGE_CALENDAR), 0);
}

// Not decided, given up, or later than the year: all of it is the calendar's.
static void a_claim_for_a_year_without_effect(void **state) {
  static const struct {
    int64_t start_year;
    enum measure_status status;
    const char *reason;
  } cases[] = {
      {NOT_GIVEN, STATUS_NOT_STARTED, "no start is decided"},
      {2025, STATUS_NOT_STARTED, "starts on 1" NO_BREAK_SPACE "June" NO_BREAK_SPACE "2025, after the end of 2024"},
      {2024, STATUS_NOT_REALISED, "given up"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    int64_t year = cases[i].start_year;
    struct memory memory = night_post_fewer(*state, 0, year == NOT_GIVEN ? NOT_GIVEN : day_from_date((int)year, 6, 1));
    ((struct measure_row *)memory_row(&memory, TABLE_MEASURES, 0))->status = cases[i].status;
    struct claim_row *claim = add_claim(&memory, 0, 2024, 700000, CLAIM_IN_YEAR);
    claim->fte_milli = 1900;
    const struct audit *audit = audit_effects(town_scenario(&memory));
    struct bridge bridge = bridge_in(audit, 0, 2024, true, POSITIONS_ADJUSTED);
    bool ever = cases[i].status != STATUS_NOT_REALISED;
    assert_int_equal(step_ore(&bridge, BRIDGE_CALENDAR), ever ? 0 : -70000000);
    bridge = bridge_in(audit, 0, 2024, false, POSITIONS_ADJUSTED);
    assert_closes(&bridge, 70000000, 0);
    assert_string_equal(bridge.lines[BRIDGE_CLAIMED].reason, "as claimed, within the year");
    assert_int_equal(step_ore(&bridge, BRIDGE_CALENDAR), -70000000);
    assert_non_null(strstr(bridge.lines[BRIDGE_CALENDAR].reason, cases[i].reason));
  }
}

// Where no direct price tells how much of a full year falls in the first, its days do: 184 of 366.
static void a_full_year_claim_by_the_days(void **state) {
  struct memory memory = night_post_fewer(*state, 0, day_from_date(2024, 6, 1));
  town_edit(&memory, town_measure(&memory, "cheaper", day_from_date(2024, 7, 1)), "sources", NULL, "pay_percent",
            "set 90");
  add_claim(&memory, 1, 2024, 366000, CLAIM_FULL_YEAR);
  struct bridge bridge = bridge_in(audit_effects(town_scenario(&memory)), 1, 2024, false, POSITIONS_KEPT);
  assert_near((double)bridge.lines[BRIDGE_CALENDAR].running_ore, 18400000, 1e-7);
}

// Prices and rules take no hours away: what is told is what they release of the claim.
static void a_measure_that_takes_no_hours(void **state) {
  struct memory memory = night_post_fewer(*state, 0, day_from_date(2024, 6, 1));
  town_edit(&memory, town_measure(&memory, "cheaper", day_from_date(2025, 1, 1)), "sources", NULL, "pay_percent",
            "set 90");
  struct claim_row *claim = add_claim(&memory, 1, 2025, 300000, CLAIM_FULL_YEAR);
  claim->fte_milli = 500;
  const struct audit *audit = audit_effects(town_scenario(&memory));
  int64_t found_ore = effect_ore(&audit->measures[1].full.answers[POSITIONS_KEPT]);
  struct bridge bridge = bridge_in(audit, 1, 2025, true, POSITIONS_KEPT);
  assert_int_equal(step_ore(&bridge, BRIDGE_HOURS), 0);
  assert_int_equal(step_ore(&bridge, BRIDGE_RELEASED), found_ore - 30000000);
  assert_true(found_ore > 10000000);
  const char *reason = bridge.lines[BRIDGE_RELEASED].reason;
  const char *begins =
      arena_printf(*state, "%s kr are released where 300\u00A0000 kr are claimed, hours beyond contract ",
                   kr_in_words(*state, found_ore));
  assert_memory_equal(reason, begins, strlen(begins));
  assert_null(strstr(reason, "no more")); // no rota: contracts are no reason
}

// Posts that nobody fills save cash, and nothing at equal cover: what filling them would cost takes it back.
static void empty_posts_are_told_apart(void **state) {
  struct memory memory = night_post_fewer(*state, 0, day_from_date(2024, 6, 1));
  town_edit(&memory, town_measure(&memory, "no_substitutes", day_from_date(2025, 1, 1)), "sources", NULL,
            "hours_per_week", "set 0");
  add_claim(&memory, 1, 2025, 2000000, CLAIM_IN_YEAR);
  const struct audit *audit = audit_effects(town_scenario(&memory));
  struct ledger hired = nights_of_2025(&memory, PAY_SUBSTITUTE);
  struct bridge bridge = bridge_in(audit, 1, 2025, false, POSITIONS_KEPT);
  int64_t all_ore = 2 * ledger_sum(&hired); // two posts, and nobody but substitutes works them
  assert_int_equal(step_ore(&bridge, BRIDGE_MODELLED), 0);
  if (all_ore > 200000000) { // more in cash than is claimed: the empty posts are told with that against them
    assert_int_equal(step_ore(&bridge, BRIDGE_MISSING), -200000000);
    assert_int_equal(step_ore(&bridge, BRIDGE_RELEASED), 0);
  } else {
    assert_int_equal(step_ore(&bridge, BRIDGE_MISSING), -all_ore);
    assert_int_equal(step_ore(&bridge, BRIDGE_RELEASED), all_ore - 200000000);
  }
  assert_int_equal(cash_effect_ore(&year_of(audit, 1, 2025)->answers[POSITIONS_KEPT]), all_ore);
  struct judgement judgement = judged(audit, 1, 2025);
  assert_int_equal(judgement.verdict, VERDICT_NOT_REACHED);
  assert_int_equal(judgement.main_step, BRIDGE_MISSING);
  assert_non_null(strstr(bridge.lines[BRIDGE_MISSING].reason, "6\u00A0935 person-hours more than today stand empty"));
}

// --- what a claim leaves out ----------------------------------------------------------------------------------------

static void lines_left_out_take_their_on_costs_along(void **state) {
  (void)state;
  struct ledger ledger = {.ore = {[LEDGER_BASE_PAY] = 800000,
                                  [LEDGER_NIGHT] = 150000,
                                  [LEDGER_WEEKEND] = 50000,
                                  [LEDGER_HOLIDAY_PAY] = 120000,
                                  [LEDGER_PENSION] = 100000,
                                  [LEDGER_EMPLOYER_TAX] = 60000,
                                  [LEDGER_PURCHASES] = 7777}};
  struct ledger kept = ledger_comparable(&ledger, 1 << LEFT_SUPPLEMENTS);
  assert_int_equal(kept.ore[LEDGER_BASE_PAY], 800000);
  assert_int_equal(kept.ore[LEDGER_NIGHT] + kept.ore[LEDGER_WEEKEND], 0);
  assert_int_equal(kept.ore[LEDGER_HOLIDAY_PAY], 96000); // a fifth of the pay
  assert_int_equal(kept.ore[LEDGER_PENSION], 80000);
  assert_int_equal(kept.ore[LEDGER_EMPLOYER_TAX], 48000);
  assert_int_equal(kept.ore[LEDGER_PURCHASES], 7777);
  kept = ledger_comparable(&ledger, 1 << LEFT_ON_COSTS);
  assert_int_equal(ledger_sum(&kept), 1007777);
  for (int line = 0; line < LEDGER_LINES; line++)
    ledger.ore[line] = -ledger.ore[line];
  kept = ledger_comparable(&ledger, 1 << LEFT_SUPPLEMENTS | 1 << LEFT_PENSION);
  assert_int_equal(ledger_sum(&kept), -(800000 + 96000 + 48000 + 7777));
  kept = ledger_comparable(&ledger, 0);
  assert_memory_equal(&kept, &ledger, sizeof ledger);
}

// Hired nights alone: without substitutes nothing is left, without supplements what minutes without them cost.
static void a_claim_without_substitutes_or_supplements(void **state) {
  struct memory memory = night_post_fewer(*state, 0, day_from_date(2025, 1, 1));
  struct claim_row *claim = add_claim(&memory, 0, 2025, 1000000, CLAIM_IN_YEAR);
  const struct audit *audit = audit_effects(town_scenario(&memory));
  const struct measure_effect *effect = &audit->measures[0];
  int64_t all_ore = effect_ore(&effect->full.answers[POSITIONS_KEPT]);
  claim->leaves_out = 1 << LEFT_SUBSTITUTES;
  struct judgement judgement = judged(audit, 0, 2025);
  assert_int_equal(judgement.comparable_ore[POSITIONS_KEPT], 0);
  assert_int_equal(judgement.left_out_ore, all_ore);
  assert_int_equal(judgement.verdict, VERDICT_NOT_REACHED);
  assert_true(all_ore > claim->amount_ore && judgement.main_ore < 0); // with them it is more than claimed
  claim->leaves_out = 1 << LEFT_SUPPLEMENTS;
  struct memory plain = night_post_fewer(*state, 0, day_from_date(2025, 1, 1));
  plain.tables.list[TABLE_SUPPLEMENTS].count = 0;
  struct ledger bare = nights_of_2025(&plain, PAY_SUBSTITUTE);
  judgement = judged(audit, 0, 2025);
  assert_near((double)judgement.comparable_ore[POSITIONS_KEPT], (double)ledger_sum(&bare), 1e-6);
  struct bridge bridge = bridge_in(audit, 0, 2025, false, POSITIONS_KEPT);
  assert_int_equal(step_ore(&bridge, BRIDGE_COMPARABLE), judgement.comparable_ore[POSITIONS_KEPT]);
  assert_int_equal(step_ore(&bridge, BRIDGE_LEFT_OUT), all_ore - judgement.comparable_ore[POSITIONS_KEPT]);
  assert_string_equal(bridge.lines[BRIDGE_LEFT_OUT].reason, "the claim leaves out: supplements");
}

// --- amounts --------------------------------------------------------------------------------------------------------

// narvik: 508 684 in the first year from 1 July, 1 017 368 a year, four years 3 560 788.
static void narvik(void **state) {
  struct memory memory = amount_from(*state, 1017368, day_from_date(2023, 7, 1));
  memory_settings(&memory)->first_year = 2023;
  memory_settings(&memory)->last_year = 2026;
  memory_settings(&memory)->claims_are = CLAIMS_BASE;
  add_claim(&memory, 0, 2023, 508684, CLAIM_IN_YEAR);
  for (int year = 2024; year <= 2026; year++)
    add_claim(&memory, 0, year, 1017368, CLAIM_IN_YEAR);
  const struct audit *audit = audit_effects(town_scenario(&memory));
  int64_t four_years_ore = 0;
  for (int year = 2023; year <= 2026; year++) {
    struct judgement judgement = judged(audit, 0, year);
    assert_int_equal(judgement.verdict, VERDICT_TAKEN_OVER); // no programme checks it, but its dates do
    assert_true(amount_is_as_claimed(audit->scenario, &audit->measures[0], year_of(audit, 0, year)));
    assert_int_equal(judgement.main_step, BRIDGE_CLAIMED); // nothing to explain
    four_years_ore += judgement.comparable_ore[POSITIONS_KEPT];
    struct bridge bridge = bridge_in(audit, 0, year, false, POSITIONS_KEPT);
    for (int step = BRIDGE_CALENDAR; step <= BRIDGE_WITHIN; step++)
      assert_int_equal(bridge.lines[step].ore, 0);
  }
  assert_int_equal(four_years_ore, 3560788 * KR);
  assert_int_equal(judged(audit, 0, 2023).other_reading, VERDICT_TAKEN_OVER);
  memory_settings(&memory)->claims_are = CLAIMS_INCREMENTAL; // 508 684 and 1 017 368 on top
  assert_true(amount_is_as_claimed(audit->scenario, &audit->measures[0], year_of(audit, 0, 2023)));
  assert_false(amount_is_as_claimed(audit->scenario, &audit->measures[0], year_of(audit, 0, 2024)));
}

// The same as a full-year claim: half of it falls in the first year, by the calendar alone.
static void narvik_as_a_full_year_claim(void **state) {
  struct memory memory = amount_from(*state, 1017368, day_from_date(2023, 7, 1));
  memory_settings(&memory)->first_year = 2023;
  add_claim(&memory, 0, 2023, 1017368, CLAIM_FULL_YEAR);
  const struct audit *audit = audit_effects(town_scenario(&memory));
  struct bridge bridge = bridge_in(audit, 0, 2023, false, POSITIONS_KEPT);
  assert_closes(&bridge, 1017368 * KR, 508684 * KR);
  assert_int_equal(step_ore(&bridge, BRIDGE_CALENDAR), -508684 * KR);
  assert_int_equal(judged(audit, 0, 2023).verdict, VERDICT_TAKEN_OVER);
  assert_true(amount_is_as_claimed(audit->scenario, &audit->measures[0], year_of(audit, 0, 2023)));
  const char *flags =
      measure_flags(*state, audit->scenario, &audit->measures[0], year_of(audit, 0, 2023), POSITIONS_KEPT);
  assert_non_null(strstr(flags, "starts_later_than_claimed"));
  flags = measure_flags(*state, audit->scenario, &audit->measures[0], year_of(audit, 0, 2024), POSITIONS_KEPT);
  assert_null(strstr(flags, "starts_later_than_claimed"));
}

// The whole year claimed for the half of it.
static void an_amount_claimed_in_full_for_half_a_year(void **state) {
  struct memory memory = amount_from(*state, 1017368, day_from_date(2024, 7, 1));
  add_claim(&memory, 0, 2024, 1017368, CLAIM_IN_YEAR);
  const struct audit *audit = audit_effects(town_scenario(&memory));
  struct bridge bridge = bridge_in(audit, 0, 2024, false, POSITIONS_KEPT);
  assert_int_equal(step_ore(&bridge, BRIDGE_AMOUNTS), -508684 * KR);
  struct judgement judgement = judged(audit, 0, 2024);
  assert_int_equal(judgement.verdict, VERDICT_TAKEN_OVER);
  assert_int_equal(measure_arithmetic(audit->scenario, &audit->measures[0], year_of(audit, 0, 2024)),
                   VERDICT_NOT_REACHED);
  assert_int_equal(judgement.main_step, BRIDGE_AMOUNTS);
  assert_int_equal(judgement.main_ore, -508684 * KR);
  assert_non_null(strstr(judgement.reason, "508\u00A0684 kr"));
  const char *flags =
      measure_flags(*state, audit->scenario, &audit->measures[0], year_of(audit, 0, 2024), POSITIONS_KEPT);
  assert_non_null(strstr(flags, "starts_later_than_claimed"));
  assert_non_null(strstr(flags, "not_checked dates_give_other_amount"));
}

// What the source itself doubts has a verdict of its own.
static void an_amount_that_the_source_doubts(void **state) {
  struct memory memory = amount_from(*state, 150000, day_from_date(2024, 1, 1));
  add_claim(&memory, 0, 2024, 150000, CLAIM_IN_YEAR);
  ((struct measure_row *)memory_row(&memory, TABLE_MEASURES, 0))->doubt = "to be checked";
  assert_int_equal(judged(audit_effects(town_scenario(&memory)), 0, 2024).verdict, VERDICT_TAKEN_OVER_DOUBTED);
}

static void a_percentage_of_a_base(void **state) {
  struct memory memory = amount_from(*state, 150000, day_from_date(2024, 1, 1));
  struct claim_row *claim = add_claim(&memory, 0, 2024, NOT_GIVEN, CLAIM_IN_YEAR);
  claim->percent_e8 = 15 * PERCENT;
  claim->base_ore = 1000000 * KR;
  const struct audit *audit = audit_effects(town_scenario(&memory));
  struct judgement judgement = judged(audit, 0, 2024);
  assert_int_equal(judgement.claimed.amount_ore, 150000 * KR);
  assert_true(amount_is_as_claimed(audit->scenario, &audit->measures[0], year_of(audit, 0, 2024)));
}

// --- verdicts and their reasons -------------------------------------------------------------------------------------

static void the_reason_of_a_verdict(void **state) {
  struct memory memory = night_post_fewer(*state, 4000, day_from_date(2025, 1, 1));
  struct claim_row *claim = add_claim(&memory, 0, 2025, 1000000, CLAIM_IN_YEAR);
  const struct audit *audit = audit_effects(town_scenario(&memory));
  const struct answer *answers = year_of(audit, 0, 2025)->answers;
  int64_t kept_ore = effect_ore(&answers[POSITIONS_KEPT]), adjusted_ore = effect_ore(&answers[POSITIONS_ADJUSTED]);
  assert_true(adjusted_ore > 2 * kept_ore);

  claim->amount_ore = (kept_ore + adjusted_ore) / 2; // people stay
  struct judgement judgement = judged(audit, 0, 2025);
  assert_int_equal(judgement.verdict, VERDICT_ONLY_IF_MORE_GO);
  assert_int_equal(judgement.main_step, BRIDGE_POSITIONS);
  assert_true(judgement.main_ore < 0);

  claim->amount_ore = 3 * adjusted_ore; // three times too much an hour
  judgement = judged(audit, 0, 2025);
  assert_int_equal(judgement.verdict, VERDICT_NOT_REACHED);
  assert_int_equal(judgement.main_step, BRIDGE_DIRECT);
  struct bridge bridge = bridge_in(audit, 0, 2025, false, POSITIONS_ADJUSTED);
  assert_int_equal(judgement.main_ore, step_ore(&bridge, BRIDGE_DIRECT));
  assert_true(judgement.main_ore >= adjusted_ore - claim->amount_ore);

  claim->fte_milli = 6000; // and three times the hours
  judgement = judged(audit, 0, 2025);
  assert_int_equal(judgement.main_step, BRIDGE_HOURS);
  assert_true(judgement.main_ore >= adjusted_ore - claim->amount_ore);
}

// Not reached even if positions go: the reason is the ceiling's, not that people stay.
static void the_reason_of_a_claim_not_reached(void **state) {
  struct memory memory = night_post_fewer(*state, 4000, day_from_date(2025, 1, 1));
  struct claim_row *claim = add_claim(&memory, 0, 2025, 1000000, CLAIM_IN_YEAR);
  const struct audit *audit = audit_effects(town_scenario(&memory));
  claim->amount_ore = effect_ore(&year_of(audit, 0, 2025)->answers[POSITIONS_ADJUSTED]) * 5 / 4;
  struct judgement judgement = judged(audit, 0, 2025);
  assert_int_equal(judgement.verdict, VERDICT_NOT_REACHED);
  struct bridge kept = bridge_in(audit, 0, 2025, false, POSITIONS_KEPT);
  struct bridge adjusted = bridge_in(audit, 0, 2025, false, POSITIONS_ADJUSTED);
  assert_true(step_ore(&kept, BRIDGE_POSITIONS) < 0); // which would be the reason were people kept
  assert_int_equal(judgement.main_ore, step_ore(&adjusted, judgement.main_step));
  assert_string_equal(judgement.reason, adjusted.lines[judgement.main_step].reason);
  for (int step = BRIDGE_CALENDAR; step < BRIDGE_WITHIN; step++)
    assert_true(step_ore(&adjusted, step) >= judgement.main_ore);
}

// A claim of bare pay says so itself: it stands against bare pay. Any other stands against the direct price, without a
// detour over bare pay.
static void bare_pay_only_where_the_claim_is_of_it(void **state) {
  struct memory memory = plain_ward(*state, 1000, 20000); // idle people: nobody stands in for the one who goes
  town_edit(&memory, town_measure(&memory, "cut", day_from_date(2025, 1, 1)), "groups", NULL, "heads", "add -1");
  struct claim_row *claim = add_claim(&memory, 0, 2025, 1, CLAIM_IN_YEAR);
  const struct audit *audit = audit_effects(town_scenario(&memory));
  struct ledger direct = audit->measures[0].full.direct.saving;
  claim->amount_ore = ledger_sum(&direct) / 2;
  struct judgement judgement = judged(audit, 0, 2025);
  assert_int_equal(judgement.verdict, VERDICT_MORE_THAN_CLAIMED);
  assert_int_equal(judgement.main_step, BRIDGE_DIRECT);
  assert_int_equal(judgement.main_ore, ledger_sum(&direct) - claim->amount_ore);
  struct bridge bridge = bridge_in(audit, 0, 2025, false, POSITIONS_KEPT);
  assert_int_equal(bridge.lines[BRIDGE_DIRECT].running_ore, ledger_sum(&direct));
  claim->leaves_out = 1 << LEFT_ON_COSTS;
  int64_t bare_ore = direct.ore[LEDGER_BASE_PAY];
  assert_true(bare_ore < ledger_sum(&direct) * 3 / 4);
  claim->amount_ore = bare_ore / 2;
  bridge = bridge_in(audit, 0, 2025, false, POSITIONS_KEPT);
  assert_int_equal(step_ore(&bridge, BRIDGE_DIRECT), bare_ore - claim->amount_ore);
  assert_non_null(strstr(bridge.lines[BRIDGE_DIRECT].reason, "without what the claim leaves out: on-costs"));
}

// Only in a reading of the columns does the second year hold.
static void both_readings_of_the_columns(void **state) {
  struct memory memory = plain_ward(*state, 1000, 20000);
  town_edit(&memory, town_measure(&memory, "cut", day_from_date(2024, 1, 1)), "groups", NULL, "heads", "add -1");
  struct claim_row *claims[] = {add_claim(&memory, 0, 2024, 1, CLAIM_IN_YEAR),
                                add_claim(&memory, 0, 2025, 1, CLAIM_IN_YEAR)};
  const struct audit *audit = audit_effects(town_scenario(&memory));
  memory_settings(&memory)->claims_are = CLAIMS_INCREMENTAL;
  for (int y = 0; y < 2; y++)
    claims[y]->amount_ore = effect_ore(&year_of(audit, 0, 2025)->answers[POSITIONS_KEPT]) / 2;
  assert_int_equal(judged(audit, 0, 2025).verdict, VERDICT_FOLLOWS);
  assert_int_equal(judged(audit, 0, 2025).other_reading, VERDICT_MORE_THAN_CLAIMED);
  assert_int_equal(judged(audit, 0, 2024).other_reading, VERDICT_MORE_THAN_CLAIMED);
}

static void classes_of_measures(void **state) {
  struct memory memory = night_post_fewer(*state, 0, day_from_date(2025, 1, 1));
  town_edit(&memory, town_measure(&memory, "cheaper", day_from_date(2025, 1, 1)), "sources", NULL, "pay_percent",
            "set 90");
  town_edit(&memory, town_measure(&memory, "dearer", day_from_date(2025, 1, 1)), "sources", NULL, "pay_percent",
            "set 110");
  const struct audit *audit = audit_effects(town_scenario(&memory));
  assert_int_equal(measure_class(audit->scenario, &audit->measures[0]), SAVING_FEWER);
  assert_int_equal(measure_class(audit->scenario, &audit->measures[1]), SAVING_EFFICIENCY);
  assert_int_equal(measure_class(audit->scenario, &audit->measures[2]), SAVING_NONE);
  memory_add_norm(&memory, 0, "night", NIGHT_START, NIGHT_END, NURSE, 2000);
  audit = audit_effects(town_scenario(&memory));
  assert_int_equal(measure_class(audit->scenario, &audit->measures[0]), SAVING_BELOW_NORM);
  memory = amount_from(*state, 1000, day_from_date(2025, 1, 1));
  static const struct {
    enum nature nature;
    enum saving_class class;
  } amounts[] = {{NATURE_AMOUNT, SAVING_AMOUNT}, {NATURE_INCOME, SAVING_INCOME}, {NATURE_ONE_OFF, SAVING_ONE_OFF}};
  for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++) {
    ((struct measure_row *)memory_row(&memory, TABLE_MEASURES, 0))->nature = amounts[i].nature;
    audit = audit_effects(town_scenario(&memory));
    assert_int_equal(measure_class(audit->scenario, &audit->measures[0]), amounts[i].class);
  }
}

// --- positions that must go -----------------------------------------------------------------------------------------

static void positions_that_must_go_and_by_when(void **state) {
  day_number june = day_from_date(2024, 6, 1);
  struct memory memory = night_post_fewer(*state, 4000, june);
  const struct audit *audit = audit_effects(town_scenario(&memory));
  int found = 0;
  for (size_t i = 0; i < audit->departure_count; i++) {
    const struct departure *departure = &audit->departures[i];
    const struct answer *answer = &year_of(audit, 0, departure->year)->answers[POSITIONS_ADJUSTED];
    assert_near(departure->heads_today, 4, 1e-9);
    assert_near(departure->fte_fewer, departure->heads_before - departure->heads_after, 1e-9); // full-timers
    assert_true(departure->fte_fewer > 1);
    int64_t pay_ore = answer->before.ore[LEDGER_BASE_PAY] - answer->after.ore[LEDGER_BASE_PAY];
    double on_top = departure->pay_ore / (double)pay_ore; // holiday pay, pension, tax
    assert_true(on_top > 1.4 && on_top < 1.6);
    int64_t depends_ore = depends_on_positions_ore(audit, 0, departure->year);
    assert_int_equal(depends_ore,
                     effect_ore(answer) - effect_ore(&year_of(audit, 0, departure->year)->answers[POSITIONS_KEPT]));
    found++;
  }
  assert_int_equal(found, 2); // one group, two years
  struct deadline first = departure_deadline(audit->scenario, 0, 2024);
  assert_int_equal(first.gone_by, june);
  assert_int_equal(first.days, 214);
  assert_int_equal(first.month_days, 30);
  assert_int_equal(deadline_month_ore(&first, 21400), 3000);
  struct deadline second = departure_deadline(audit->scenario, 0, 2025);
  assert_int_equal(second.gone_by, day_from_date(2025, 1, 1));
  assert_int_equal(second.days, 365);
  assert_int_equal(departure_deadline(audit->scenario, 0, 2023).gone_by, DAY_NONE);
}

// In the last half of December no whole month is left to lose.
static void a_month_cut_by_new_year(void **state) {
  struct memory memory = night_post_fewer(*state, 0, day_from_date(2024, 12, 15));
  struct deadline deadline = departure_deadline(town_scenario(&memory), 0, 2024);
  assert_int_equal(deadline.days, 17);
  assert_int_equal(deadline.month_days, 17);
  assert_int_equal(deadline_month_ore(&deadline, 12345), 12345);
}

// A position that the measure's own edit takes away must go too, though kept and adjusted are alike.
static void a_position_cut(void **state) {
  struct memory memory = night_post_fewer(*state, 4000, day_from_date(2025, 1, 1));
  memory_settings(&memory)->adjust_min_e8 = memory_settings(&memory)->adjust_max_e8 = ONE_E8; // none may follow
  town_edit(&memory, 0, "groups", NULL, "heads", "add -1");
  const struct audit *audit = audit_effects(town_scenario(&memory));
  assert_int_equal(audit->departure_count, 1);
  assert_near(audit->departures[0].fte_fewer, 1, 1e-9);
  assert_near(audit->departures[0].cut_pay_ore, audit->departures[0].pay_ore, 1e-9);
  const struct answer *answers = year_of(audit, 0, 2025)->answers;
  assert_int_equal(depends_on_positions_ore(audit, 0, 2025), fixed_round(audit->departures[0].cut_pay_ore) +
                                                                 effect_ore(&answers[POSITIONS_ADJUSTED]) -
                                                                 effect_ore(&answers[POSITIONS_KEPT]));
  assert_true(audit->departures[0].cut_pay_ore > 56000000);
}

// --- tables ---------------------------------------------------------------------------------------------------------

static union field field_of(const struct result_table *table, size_t row, const char *column) {
  for (size_t c = 0; c < table->column_count; c++)
    if (!strcmp(table->columns[c].name, column))
      return table->fields[row * table->column_count + c];
  fail_msg("no column %s", column);
  return (union field){0};
}

// From June 2024: bridges to 2024, to 2025 and to a full year, kept and adjusted; steps that do not arise left out.
static void rows_of_bridges(void **state) {
  struct memory memory = night_post_fewer(*state, 4000, day_from_date(2024, 6, 1));
  add_claim(&memory, 0, 2024, 1500000, CLAIM_FULL_YEAR);
  const struct audit *audit = audit_effects(town_scenario(&memory));
  const struct result_table *table = bridge_table(*state, audit);
  int bridges = 0, whole = 0;
  int64_t running_ore = 0, order = 0;
  for (size_t i = 0; i < result_row_count(table); i++) {
    const char *step = field_of(table, i, "step").text;
    bool total = !strcmp(field_of(table, i, "row_kind").text, "total"), first = !strcmp(step, "claimed");
    order = first ? 1 : order + 1;
    assert_string_not_equal(step, "comparable"); // nothing is left out
    if (!total || first)
      running_ore = field_of(table, i, "kr").number + (first ? 0 : running_ore);
    assert_int_equal(field_of(table, i, "order").number, order);
    assert_int_equal(field_of(table, i, "running_kr").number, running_ore);
    assert_true(total || field_of(table, i, "kr").number || field_of(table, i, "reason").text[0]);
    assert_string_equal(field_of(table, i, "claimed_basis").text, "full_year");
    assert_null(strchr(field_of(table, i, "reason").text, ';'));
    assert_string_not_equal(step, "amounts");
    bridges += !strcmp(step, "modelled");
    whole += !strcmp(step, "modelled") && field_of(table, i, "year").number == FIELD_BLANK;
  }
  assert_int_equal(bridges, 6);
  assert_int_equal(whole, 2);
}

static void rows_of_claims(void **state) {
  struct memory memory = night_post_fewer(*state, 4000, day_from_date(2024, 6, 1));
  town_measure(&memory, "unclaimed", day_from_date(2024, 6, 1));
  struct claim_row *claim = add_claim(&memory, 0, 2024, 1500000, CLAIM_FULL_YEAR);
  claim->leaves_out = 1 << LEFT_OVERTIME | 1 << LEFT_SUPPLEMENTS;
  const struct audit *audit = audit_effects(town_scenario(&memory));
  const struct result_table *table = claims_table(*state, audit);
  assert_int_equal(result_row_count(table), 2);
  for (size_t y = 0; y < 2; y++) {
    struct judgement judgement = judged(audit, 0, 2024 + (int)y);
    assert_int_equal(field_of(table, y, "year").number, 2024 + (int)y);
    assert_string_equal(field_of(table, y, "leaves_out").text, "supplements overtime");
    assert_int_equal(field_of(table, y, "comparable_kept_kr").number, judgement.comparable_ore[POSITIONS_KEPT]);
    assert_int_equal(field_of(table, y, "comparable_adjusted_kr").number + field_of(table, y, "left_out_kr").number,
                     effect_ore(&audit->measures[0].full.answers[POSITIONS_ADJUSTED]));
    assert_string_equal(field_of(table, y, "verdict").text, verdict_name(judgement.verdict));
    assert_true(field_of(table, y, "positions_fte").number > 1000);
    assert_int_equal(field_of(table, y, "gone_by").number, day_from_date(2024 + (int)y, y ? 1 : 6, 1));
  }
}

// Sums of a measure and year stand in a table of their own.
static void rows_of_positions(void **state) {
  struct memory memory = night_post_fewer(*state, 4000, day_from_date(2024, 6, 1));
  const struct audit *audit = audit_effects(town_scenario(&memory));
  const struct result_table *groups = following_table(*state, audit), *sums = following_sum_table(*state, audit);
  assert_int_equal(result_row_count(groups), 2);
  assert_int_equal(result_row_count(sums), 2);
  for (size_t i = 0; i < 2; i++) {
    assert_string_equal(field_of(groups, i, "group").text, "nights");
    assert_int_equal(field_of(sums, i, "fte_fewer").number, field_of(groups, i, "fte_fewer").number);
    assert_int_equal(field_of(sums, i, "depends_kr").number, depends_on_positions_ore(audit, 0, 2024 + (int)i));
    assert_int_equal(field_of(groups, i, "depends_kr").number, fixed_round(audit->departures[i].pay_ore));
  }
}

// The same post taken away twice: each says so of the other.
static void two_copies_are_counted_twice(void **state) {
  struct memory memory = night_post_fewer(*state, 0, day_from_date(2025, 1, 1));
  memory.tables.list[TABLE_EDITS].count = 0;
  town_measure(&memory, "copy", day_from_date(2025, 1, 1));
  for (int64_t measure = 0; measure < 2; measure++)
    town_edit(&memory, measure, "need", "window=night", "persons", "set 1");
  const struct audit *audit = audit_effects(town_scenario(&memory));
  static const char *const other[] = {"copy", "night"};
  for (size_t m = 0; m < 2; m++) {
    const char *flags =
        measure_flags(*state, audit->scenario, &audit->measures[m], year_of(audit, m, 2025), POSITIONS_KEPT);
    assert_non_null(strstr(flags, "counted_twice"));
    assert_string_equal(audit->measures[m].counted_twice_with, other[m]);
  }
}

int main(void) {
#define CASE(NAME) cmocka_unit_test_setup_teardown(NAME, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      CASE(bridges_close_in_random_towns),
      CASE(bridges_close_in_shipped_scenarios),
      CASE(a_night_post_priced),
      CASE(reasons_that_work_against_each_other),
      CASE(a_small_difference_needs_no_reason),
      CASE(cover_for_those_who_go),
      CASE(cover_that_is_not_counted),
      CASE(positions_that_stay_and_go),
      CASE(a_full_year_claim_in_its_first_year),
      CASE(a_claim_for_a_year_without_effect),
      CASE(a_full_year_claim_by_the_days),
      CASE(a_measure_that_takes_no_hours),
      CASE(empty_posts_are_told_apart),
      CASE(lines_left_out_take_their_on_costs_along),
      CASE(a_claim_without_substitutes_or_supplements),
      CASE(narvik),
      CASE(narvik_as_a_full_year_claim),
      CASE(an_amount_claimed_in_full_for_half_a_year),
      CASE(an_amount_that_the_source_doubts),
      CASE(a_percentage_of_a_base),
      CASE(the_reason_of_a_verdict),
      CASE(the_reason_of_a_claim_not_reached),
      CASE(bare_pay_only_where_the_claim_is_of_it),
      CASE(both_readings_of_the_columns),
      CASE(classes_of_measures),
      CASE(positions_that_must_go_and_by_when),
      CASE(a_month_cut_by_new_year),
      CASE(a_position_cut),
      CASE(rows_of_bridges),
      CASE(rows_of_claims),
      CASE(rows_of_positions),
      CASE(two_copies_are_counted_twice),
  };
#undef CASE
  return cmocka_run_group_tests_name("bridge", tests, NULL, NULL);
}
