// SPDX-License-Identifier: GPL-3.0-or-later
// What is claimed, in which year it stands, and the verdict on it.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <string.h>

#include "audit/claim_slip.h"
#include "audit/comparable.h"
#include "audit/effect.h"
#include "base/fixed.h"
#include "support/town.h"

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

// --- claims and their years ---------------------------------------------------------------------------------------

static void add_claim(struct memory *memory, int year, int64_t amount_kr, enum claim_basis basis, int64_t fte_milli) {
  memory_add(memory, TABLE_CLAIMS,
             &(struct claim_row){.year = year,
                                 .amount_ore = amount_kr == NOT_GIVEN ? NOT_GIVEN : amount_kr * KR,
                                 .basis = basis,
                                 .fte_milli = fte_milli,
                                 .fte_basis = FTE_GROSS});
}

static struct memory claimed_town(struct arena *arena, enum claims_are are) {
  struct memory memory = memory_new(arena);
  memory_settings(&memory)->claims_are = are;
  memory_settings(&memory)->last_year = 2027;
  town_measure(&memory, "m", day_from_date(2024, 6, 1));
  town_measure(&memory, "other", day_from_date(2024, 6, 1));
  return memory;
}

static int64_t amount_in(const struct memory *memory, int year) {
  int64_t ore = claim_standing(town_scenario(memory), 0, year).amount_ore;
  return ore == NOT_GIVEN ? NOT_GIVEN : ore / KR;
}

// "The column of 2025 comes on top of that of 2024": added up, and standing in the years after.
static void incremental_claims_add_up(void **state) {
  struct memory memory = claimed_town(*state, CLAIMS_INCREMENTAL);
  add_claim(&memory, 2025, 300000, CLAIM_IN_YEAR, NOT_GIVEN); // rows in no order
  add_claim(&memory, 2024, 200000, CLAIM_IN_YEAR, NOT_GIVEN);
  assert_int_equal(amount_in(&memory, 2023), NOT_GIVEN);
  assert_int_equal(amount_in(&memory, 2024), 200000);
  assert_int_equal(amount_in(&memory, 2025), 500000);
  assert_int_equal(amount_in(&memory, 2026), 500000);
  assert_int_equal(claim_last_year(town_scenario(&memory), 0), 2025);
}

// "Against today's budget": each column is the whole of its year.
static void base_claims_stand_in_their_year(void **state) {
  struct memory memory = claimed_town(*state, CLAIMS_BASE);
  add_claim(&memory, 2024, 200000, CLAIM_IN_YEAR, NOT_GIVEN);
  add_claim(&memory, 2025, 300000, CLAIM_IN_YEAR, NOT_GIVEN);
  assert_int_equal(amount_in(&memory, 2024), 200000);
  assert_int_equal(amount_in(&memory, 2025), 300000);
  assert_int_equal(amount_in(&memory, 2026), NOT_GIVEN);
}

// A full year's saving stands from its year on, whatever the columns are, until another takes its place.
static void full_year_claims_stand_on(void **state) {
  for (enum claims_are are = CLAIMS_INCREMENTAL; are <= CLAIMS_BASE; are++) {
    struct memory memory = claimed_town(*state, are);
    add_claim(&memory, 2024, 1500000, CLAIM_FULL_YEAR, 1900);
    assert_int_equal(amount_in(&memory, 2024), 1500000);
    assert_int_equal(amount_in(&memory, 2027), 1500000);
    assert_int_equal(claim_standing(town_scenario(&memory), 0, 2027).basis, CLAIM_FULL_YEAR);
    assert_int_equal(claim_standing(town_scenario(&memory), 0, 2027).fte_milli, 1900);
    add_claim(&memory, 2026, 1600000, CLAIM_FULL_YEAR, NOT_GIVEN);
    assert_int_equal(amount_in(&memory, 2025), 1500000);
    assert_int_equal(amount_in(&memory, 2026), 1600000);
    assert_int_equal(claim_standing(town_scenario(&memory), 0, 2026).fte_milli, 1900); // nothing newer is said of it
  }
}

// What comes once is claimed for its own year, even where columns add up.
static void one_off_claims_stand_once(void **state) {
  struct memory memory = claimed_town(*state, CLAIMS_INCREMENTAL);
  ((struct measure_row *)memory_row(&memory, TABLE_MEASURES, 0))->nature = NATURE_ONE_OFF;
  add_claim(&memory, 2024, 400000, CLAIM_IN_YEAR, NOT_GIVEN);
  assert_int_equal(amount_in(&memory, 2024), 400000);
  assert_int_equal(amount_in(&memory, 2025), NOT_GIVEN);
}

// Columns that add up leave out whatever one of them leaves out; a full-year claim takes the place of all before it.
static void what_claims_leave_out(void **state) {
  struct memory memory = claimed_town(*state, CLAIMS_INCREMENTAL);
  add_claim(&memory, 2024, 200000, CLAIM_IN_YEAR, NOT_GIVEN);
  add_claim(&memory, 2025, 300000, CLAIM_IN_YEAR, NOT_GIVEN);
  add_claim(&memory, 2026, 900000, CLAIM_FULL_YEAR, NOT_GIVEN);
  ((struct claim_row *)memory_row(&memory, TABLE_CLAIMS, 0))->leaves_out = 1 << LEFT_EXTRA;
  ((struct claim_row *)memory_row(&memory, TABLE_CLAIMS, 1))->leaves_out = 1 << LEFT_OVERTIME;
  ((struct claim_row *)memory_row(&memory, TABLE_CLAIMS, 2))->leaves_out = 1 << LEFT_PENSION;
  const struct scenario *scenario = town_scenario(&memory);
  assert_int_equal(claim_standing(scenario, 0, 2024).leaves_out, 1 << LEFT_EXTRA);
  assert_int_equal(claim_standing(scenario, 0, 2025).leaves_out, 1 << LEFT_EXTRA | 1 << LEFT_OVERTIME);
  assert_int_equal(claim_standing(scenario, 0, 2027).leaves_out, 1 << LEFT_PENSION);
  assert_int_equal(claim_standing(scenario, 1, 2027).leaves_out, 0);
  assert_int_equal(claim_standing(scenario, 0, 2026).leaves_out, 1 << LEFT_PENSION);
}

static void a_measure_that_claims_nothing(void **state) {
  struct memory memory = claimed_town(*state, CLAIMS_BASE);
  add_claim(&memory, 2024, NOT_GIVEN, CLAIM_IN_YEAR, 500); // FTE only
  const struct scenario *scenario = town_scenario(&memory);
  assert_int_equal(claim_standing(scenario, 0, 2024).amount_ore, NOT_GIVEN);
  assert_int_equal(claim_standing(scenario, 0, 2024).fte_milli, 500);
  assert_int_equal(claim_standing(scenario, 1, 2024).fte_milli, NOT_GIVEN);
  assert_int_equal(claim_last_year(scenario, 1), 0);
}

// --- verdicts -----------------------------------------------------------------------------------------------------

// Tolerance 10 %, more than claimed above 25 %: the last øre on either side of each boundary.
static void verdicts_at_their_boundaries(void **state) {
  struct memory memory = memory_new(*state);
  static const struct {
    int64_t claimed, kept, adjusted;
    enum verdict verdict;
  } cases[] = {
      {1000, 1000, 1000, VERDICT_REACHED},
      {1000, 900, 900, VERDICT_REACHED},
      {1000, 899, 900, VERDICT_ONLY_IF_MORE_GO},
      {1000, 0, 5000, VERDICT_ONLY_IF_MORE_GO},
      {1000, 899, 899, VERDICT_NOT_REACHED},
      {1000, -500, 0, VERDICT_NOT_REACHED},
      {1000, 1250, 1250, VERDICT_REACHED},
      {1000, 1251, 900, VERDICT_MORE_THAN_CLAIMED},
      {0, 0, 0, VERDICT_REACHED},
      {0, 1, 1, VERDICT_MORE_THAN_CLAIMED},
      {0, -1, 0, VERDICT_ONLY_IF_MORE_GO},
      {0, -1, -1, VERDICT_COST_DEARER},               // claimed to cost nothing
      {-1000, -1000, -1000, VERDICT_COST_AS_CLAIMED}, // a cost that is claimed to come
      {-1000, -900, -900, VERDICT_COST_AS_CLAIMED},
      {-1000, -899, -899, VERDICT_COST_CHEAPER},
      {-1000, -899, -900, VERDICT_COST_AS_CLAIMED}, // between the two answers
      {-1000, -1250, -1250, VERDICT_COST_AS_CLAIMED},
      {-1000, -1251, -900, VERDICT_COST_DEARER},
      {-1000, 500, 0, VERDICT_COST_CHEAPER},
      {NOT_GIVEN, 5, 5, VERDICT_NO_CLAIM},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    enum verdict verdict = verdict_on(memory_settings(&memory), cases[i].claimed, cases[i].kept, cases[i].adjusted);
    if (verdict != cases[i].verdict)
      fail_msg("claimed %lld, kept %lld, adjusted %lld: %s, not %s", (long long)cases[i].claimed,
               (long long)cases[i].kept, (long long)cases[i].adjusted, verdict_name(verdict),
               verdict_name(cases[i].verdict));
  }
}

// A cost is judged like a saving with every sign turned.
static void the_verdict_of_a_cost_mirrors_that_of_a_saving(void **state) {
  static const enum verdict mirror[VERDICTS] = {[VERDICT_MORE_THAN_CLAIMED] = VERDICT_COST_DEARER,
                                                [VERDICT_REACHED] = VERDICT_COST_AS_CLAIMED,
                                                [VERDICT_ONLY_IF_MORE_GO] = VERDICT_COST_AS_CLAIMED,
                                                [VERDICT_NOT_REACHED] = VERDICT_COST_CHEAPER};
  struct memory memory = memory_new(*state);
  const struct settings_row *settings = memory_settings(&memory);
  int seen[VERDICTS] = {0};
  struct random random = {31};
  for (int i = 0; i < 2000; i++) {
    int64_t claimed = 1 + (int64_t)random_below(&random, 3000), kept = (int64_t)random_below(&random, 6000) - 2000;
    int64_t adjusted = (int64_t)random_below(&random, 6000) - 2000;
    enum verdict saving = verdict_on(settings, claimed, kept, adjusted);
    assert_int_equal(verdict_on(settings, -claimed, -kept, -adjusted), mirror[saving]);
    seen[saving]++;
  }
  assert_true(seen[VERDICT_REACHED] > 50 && seen[VERDICT_NOT_REACHED] > 50 && seen[VERDICT_ONLY_IF_MORE_GO] > 50 &&
              seen[VERDICT_MORE_THAN_CLAIMED] > 50);
}

// More than claimed by less than the tolerance is within the tolerance.
static void the_tolerance_is_never_more_than_claimed(void **state) {
  struct memory memory = memory_new(*state);
  memory_settings(&memory)->tolerance_e8 = 30 * PERCENT;
  memory_settings(&memory)->understated_e8 = 5 * PERCENT;
  assert_int_equal(verdict_on(memory_settings(&memory), 1000, 1300, 1300), VERDICT_REACHED);
  assert_int_equal(verdict_on(memory_settings(&memory), 1000, 1301, 1301), VERDICT_MORE_THAN_CLAIMED);
}

// --- a measure's verdict and flags --------------------------------------------------------------------------------

static struct answer saving_of(int64_t kr, double positions_fte) {
  return (struct answer){.before.ore[LEDGER_BASE_PAY] = kr * KR,
                         .figures_before.positions_fte = positions_fte,
                         .removed_fte = positions_fte};
}

// 100 kr kept and 200 adjusted in 2024; 300 and 400 in a full year.
static struct measure_effect an_effect(void) {
  struct measure_effect effect = {.testable = true};
  effect.full.year = 2025;
  effect.full.breach.first_day = DAY_NONE;
  effect.full.answers[POSITIONS_KEPT] = saving_of(300, 0);
  effect.full.answers[POSITIONS_ADJUSTED] = saving_of(400, 1.884);
  effect.full.direct = (struct direct){.known = true, .gross_fte = 1.884, .net_fte = 2.4};
  return effect;
}

static struct year_effect its_year(void) {
  struct year_effect year = {.year = 2024, .breach.first_day = DAY_NONE};
  year.answers[POSITIONS_KEPT] = saving_of(100, 0);
  year.answers[POSITIONS_ADJUSTED] = saving_of(200, 1.1);
  return year;
}

static void a_claim_is_compared_on_its_own_basis(void **state) {
  struct measure_effect effect = an_effect();
  struct year_effect year = its_year();
  struct claimed in_year = {.basis = CLAIM_IN_YEAR}, full_year = {.basis = CLAIM_FULL_YEAR};
  assert_int_equal(claim_comparable_ore(&effect, &year, &in_year, POSITIONS_KEPT), 100 * KR);
  assert_int_equal(claim_comparable_ore(&effect, &year, &full_year, POSITIONS_ADJUSTED), 400 * KR);
  struct memory memory = claimed_town(*state, CLAIMS_BASE);
  add_claim(&memory, 2024, 200, CLAIM_IN_YEAR, NOT_GIVEN);
  assert_int_equal(measure_verdict(town_scenario(&memory), &effect, &year), VERDICT_ONLY_IF_MORE_GO);
  memory = claimed_town(*state, CLAIMS_BASE);
  add_claim(&memory, 2024, 200, CLAIM_FULL_YEAR, NOT_GIVEN);
  assert_int_equal(measure_verdict(town_scenario(&memory), &effect, &year), VERDICT_MORE_THAN_CLAIMED);
  effect.testable = false;
  assert_int_equal(measure_verdict(town_scenario(&memory), &effect, &year), VERDICT_NOT_TESTABLE);
  memory = claimed_town(*state, CLAIMS_BASE);
  assert_int_equal(measure_verdict(town_scenario(&memory), &effect, &year), VERDICT_NO_CLAIM);
}

static void flags_of_a_measure(void **state) {
  struct memory memory = claimed_town(*state, CLAIMS_BASE);
  add_claim(&memory, 2024, 200, CLAIM_FULL_YEAR, 1900);
  const struct scenario *scenario = town_scenario(&memory);
  struct measure_effect effect = an_effect();
  struct year_effect year = its_year();
  assert_string_equal(measure_flags(*state, scenario, &effect, &year, POSITIONS_KEPT), "");
  assert_string_equal(measure_flags(*state, scenario, &effect, &year, POSITIONS_ADJUSTED), "needs_fte_to_go");
  effect.undecided = effect.assumed = true;
  effect.full.direct.gross_fte = 1.7; // a tenth of 1.9 is 0.19
  year.breach.days = 3;
  year.answers[POSITIONS_KEPT].empty_h = 40.4;
  assert_string_equal(measure_flags(*state, scenario, &effect, &year, POSITIONS_KEPT),
                      "below_norm short_of_staff fte_differs no_start_date rests_on_assumptions");
  effect.counted_twice_with = "other third";
  assert_string_equal(strrchr(measure_flags(*state, scenario, &effect, &year, POSITIONS_KEPT), ' '), " counted_twice");
  effect = an_effect();
  effect.given_up = effect.arithmetic = true;
  assert_string_equal(measure_flags(*state, scenario, &effect, &year, POSITIONS_ADJUSTED),
                      "below_norm needs_fte_to_go not_realised");
}

// Half a hundredth of a position is the least that is told: it is printed as 0.01.
static void positions_that_count(void **state) {
  static const struct {
    double removed_fte;
    const char *flags;
    enum verdict verdict; // of 100 kr claimed and found
  } cases[] = {
      {0.0049, "", VERDICT_REACHED}, {0.005, "removes_fte", VERDICT_FOLLOWS}, {0.02, "removes_fte", VERDICT_FOLLOWS}};
  struct memory memory = claimed_town(*state, CLAIMS_BASE);
  add_claim(&memory, 2024, 100, CLAIM_IN_YEAR, NOT_GIVEN);
  const struct scenario *scenario = town_scenario(&memory);
  struct year_effect year = its_year();
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct measure_effect effect = an_effect();
    effect.full.answers[POSITIONS_KEPT].removed_fte = cases[i].removed_fte;
    assert_string_equal(measure_flags(*state, scenario, &effect, &year, POSITIONS_KEPT), cases[i].flags);
    assert_int_equal(measure_verdict(scenario, &effect, &year), cases[i].verdict);
  }
  struct measure_effect effect = an_effect();
  effect.full.answers[POSITIONS_ADJUSTED].removed_fte = 0.005;
  assert_string_equal(measure_flags(*state, scenario, &effect, &year, POSITIONS_ADJUSTED), "needs_fte_to_go");
  effect.full.answers[POSITIONS_ADJUSTED].removed_fte = 0.0049;
  assert_string_equal(measure_flags(*state, scenario, &effect, &year, POSITIONS_ADJUSTED), "");
}

// A claim in FTE alone, of which the tolerance is a tenth. Net is with those who stand in for people away; a claim below 0 is
// that people come, and more of them than claimed cost more. Where no hours go it is the positions that are counted, 1.884.
static void claims_in_fte_alone(void **state) {
  static const struct {
    int64_t claimed_milli;
    enum fte_basis basis;
    double gross, net, removed;
    enum fte_verdict fte;
    enum verdict verdict;
  } cases[] = {
      {1884, FTE_GROSS, 1.884, 2.4, 0, FTE_AS_CLAIMED, VERDICT_ONLY_IF_MORE_GO},
      {1884, FTE_GROSS, 1.884, 2.4, 1.884, FTE_AS_CLAIMED, VERDICT_FOLLOWS},
      {2400, FTE_NET, 1.884, 2.4, 0, FTE_AS_CLAIMED, VERDICT_ONLY_IF_MORE_GO},
      {2400, FTE_GROSS, 1.884, 2.4, 0, FTE_FEWER, VERDICT_NOT_REACHED},      // below 2.16
      {1884, FTE_NET, 1.884, 2.4, 0, FTE_MORE, VERDICT_MORE_THAN_CLAIMED},   // above 2.0724
      {2000, FTE_GROSS, 2.2, 3, 0, FTE_AS_CLAIMED, VERDICT_ONLY_IF_MORE_GO}, // the last that are within
      {2000, FTE_GROSS, 2.2001, 3, 0, FTE_MORE, VERDICT_MORE_THAN_CLAIMED},
      {2000, FTE_GROSS, 1.8, 3, 0, FTE_AS_CLAIMED, VERDICT_ONLY_IF_MORE_GO},
      {2000, FTE_GROSS, 1.7999, 3, 0, FTE_FEWER, VERDICT_NOT_REACHED},
      {-1884, FTE_GROSS, -1.884, -2.4, 0, FTE_AS_CLAIMED, VERDICT_COST_AS_CLAIMED},
      {-1000, FTE_GROSS, -1.884, -2.4, 0, FTE_FEWER, VERDICT_COST_DEARER},
      {-3000, FTE_GROSS, -1.884, -2.4, 0, FTE_MORE, VERDICT_COST_CHEAPER},
      {1884, FTE_GROSS, 0, 0, 1.884, FTE_AS_CLAIMED, VERDICT_FOLLOWS},
      {1884, FTE_NET, 0.00009, 9, 1.884, FTE_AS_CLAIMED, VERDICT_FOLLOWS}, // as good as no hours
  };
  struct year_effect year = its_year();
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct memory memory = claimed_town(*state, CLAIMS_BASE);
    add_claim(&memory, 2024, NOT_GIVEN, CLAIM_FULL_YEAR, cases[i].claimed_milli);
    ((struct claim_row *)memory_row(&memory, TABLE_CLAIMS, 0))->fte_basis = cases[i].basis;
    struct measure_effect effect = an_effect();
    effect.full.direct = (struct direct){.known = true, .gross_fte = cases[i].gross, .net_fte = cases[i].net};
    effect.full.answers[POSITIONS_KEPT].removed_fte = cases[i].removed;
    const struct scenario *scenario = town_scenario(&memory);
    struct claimed claimed = claim_standing(scenario, 0, 2024);
    assert_string_equal(fte_verdict_name(fte_judge(scenario, &effect, &claimed).verdict),
                        fte_verdict_name(cases[i].fte));
    assert_string_equal(verdict_name(measure_verdict(scenario, &effect, &year)), verdict_name(cases[i].verdict));
    const char *flags = measure_flags(*state, scenario, &effect, &year, POSITIONS_KEPT);
    assert_int_equal(strstr(flags, "fte_differs") != NULL, cases[i].fte != FTE_AS_CLAIMED);
  }
}

static void a_measure_that_lowers_a_norm(void **state) {
  struct memory memory = claimed_town(*state, CLAIMS_BASE);
  struct measure_effect effect = an_effect();
  struct year_effect year = its_year();
  effect.full.lowered = (struct norm_breach){.days = 1, .person_hours = 10};
  assert_string_equal(measure_flags(*state, town_scenario(&memory), &effect, &year, POSITIONS_KEPT), "lowers_a_norm");
}

// A million found, in the year and in a full one. Alike is from half to twice as much, to the krone.
static void claims_in_another_unit(void **state) {
  static const struct {
    int64_t claimed_kr;
    enum claim_slip slip;
  } cases[] = {{499, CLAIM_SLIP_NONE},        {500, CLAIM_SLIP_THOUSANDTH},     {2000, CLAIM_SLIP_THOUSANDTH},
               {2001, CLAIM_SLIP_NONE},       {-500, CLAIM_SLIP_THOUSANDTH},    {-499, CLAIM_SLIP_NONE},
               {499999999, CLAIM_SLIP_NONE},  {500000000, CLAIM_SLIP_THOUSAND}, {2000000000, CLAIM_SLIP_THOUSAND},
               {2000001000, CLAIM_SLIP_NONE}, {-499999, CLAIM_SLIP_NONE},       {-500000, CLAIM_SLIP_SIGN},
               {-2000000, CLAIM_SLIP_SIGN},   {-2000001, CLAIM_SLIP_NONE},      {1000000, CLAIM_SLIP_NONE},
               {0, CLAIM_SLIP_NONE}};
  struct measure_effect effect = {.testable = true, .full.year = 2025};
  struct year_effect year = {.year = 2024};
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    effect.full.answers[p] = year.answers[p] = saving_of(1000000, 0);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct memory memory = claimed_town(*state, CLAIMS_BASE);
    add_claim(&memory, 2024, cases[i].claimed_kr, CLAIM_IN_YEAR, NOT_GIVEN);
    struct claim_doubt doubt = claim_doubt_of(town_scenario(&memory), &effect, &year);
    if (doubt.slip != cases[i].slip)
      fail_msg("%lld kr: %d, not %d", (long long)cases[i].claimed_kr, doubt.slip, cases[i].slip);
    assert_int_equal(doubt.found_ore, cases[i].slip ? 1000000 * KR : 0);
  }
}

// What is found below 100 kr is like no claim.
static void nothing_found_is_like_no_claim(void **state) {
  struct memory memory = claimed_town(*state, CLAIMS_BASE);
  add_claim(&memory, 2024, -100, CLAIM_FULL_YEAR, NOT_GIVEN);
  struct measure_effect effect = {.testable = true, .full.year = 2025};
  struct year_effect year = {.year = 2024};
  effect.full.answers[POSITIONS_KEPT] = saving_of(100, 0);
  assert_int_equal(claim_doubt_of(town_scenario(&memory), &effect, &year).slip, CLAIM_SLIP_SIGN);
  effect.full.answers[POSITIONS_KEPT].before.ore[LEDGER_BASE_PAY] -= 1;
  assert_int_equal(claim_doubt_of(town_scenario(&memory), &effect, &year).slip, CLAIM_SLIP_NONE);
}

// --- what is left out of a comparison -----------------------------------------------------------------------------

// Every line another power of two, so that a sum tells which are in it; no on-costs.
static struct ledger ledger_of_pay(void) {
  return (struct ledger){.ore = {[LEDGER_BASE_PAY] = 1000000,
                                 [LEDGER_EVENING] = 1,
                                 [LEDGER_NIGHT] = 2,
                                 [LEDGER_WEEKEND] = 4,
                                 [LEDGER_HOLIDAY] = 8,
                                 [LEDGER_DUTY] = 16,
                                 [LEDGER_SICK_PAY] = 64,
                                 [LEDGER_SICK_REFUND] = -32,
                                 [LEDGER_COMPENSATION] = 128}};
}

static void lines_that_a_word_leaves_out(void **state) {
  (void)state;
  static const struct {
    enum left_out word;
    int64_t less;
  } cases[] = {
      {LEFT_SUPPLEMENTS, 1 + 2 + 4 + 8 + 16}, {LEFT_ABSENCE, 64 - 32}, {LEFT_COMPENSATION, 128}, {LEFT_EXTRA, 0}};
  struct ledger all = ledger_of_pay();
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct ledger kept = ledger_comparable(&all, INT64_C(1) << cases[i].word);
    assert_int_equal(ledger_sum(&all) - ledger_sum(&kept), cases[i].less);
  }
}

// Of 1 000 of base pay and 100 of sick pay 12 % holiday pay are 132, 10 % pension 110, employer tax of 14.1 % 189.222 less that
// of the refund of 60, 8.46: 180.762. Without absence the thousand is left and 10/11 of these: 120, 100 and 164.33.
static void on_costs_go_with_the_pay_left_out(void **state) {
  (void)state;
  struct ledger all = {.ore = {[LEDGER_BASE_PAY] = 1000000,
                               [LEDGER_SICK_PAY] = 100000,
                               [LEDGER_SICK_REFUND] = -60000,
                               [LEDGER_HOLIDAY_PAY] = 132000,
                               [LEDGER_PENSION] = 110000,
                               [LEDGER_EMPLOYER_TAX] = 180762}};
  struct ledger kept = ledger_comparable(&all, 1 << LEFT_ABSENCE);
  assert_int_equal(kept.ore[LEDGER_SICK_REFUND], 0);
  assert_int_equal(kept.ore[LEDGER_HOLIDAY_PAY], 120000);
  assert_int_equal(kept.ore[LEDGER_PENSION], 100000);
  assert_int_equal(kept.ore[LEDGER_EMPLOYER_TAX], 164329);
  assert_int_equal(ledger_sum(&kept), 1384329);
  static const struct {
    enum left_out word;
    int64_t sum;
  } cases[] = {
      {LEFT_HOLIDAY_PAY, 1330762}, {LEFT_PENSION, 1352762}, {LEFT_EMPLOYER_TAX, 1282000}, {LEFT_ON_COSTS, 1040000}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    kept = ledger_comparable(&all, INT64_C(1) << cases[i].word);
    assert_int_equal(ledger_sum(&kept), cases[i].sum);
  }
}

// A source is left out whole, with whatever its hours cost.
static void sources_that_a_word_leaves_out(void **state) {
  (void)state;
  static const struct {
    enum hours_kind kind;
    enum ledger_line line;
    enum left_out word;
    int64_t kr;
  } sources[] = {{HOURS_EXTRA, LEDGER_EXTRA, LEFT_EXTRA, 1},
                 {HOURS_SUBSTITUTE, LEDGER_SUBSTITUTES, LEFT_SUBSTITUTES, 2},
                 {HOURS_OVERTIME, LEDGER_OVERTIME, LEFT_OVERTIME, 4},
                 {HOURS_AGENCY, LEDGER_AGENCY, LEFT_AGENCY, 8}};
  struct answer answer = saving_of(1000, 0);
  for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
    answer.before.ore[sources[i].line] = answer.paid_before[sources[i].kind].ore[sources[i].line] = sources[i].kr * KR;
    answer.before.ore[LEDGER_NIGHT] += 16 * KR;
    answer.paid_before[sources[i].kind].ore[LEDGER_NIGHT] = 16 * KR;
  }
  for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
    assert_int_equal(cash_comparable_ore(&answer, INT64_C(1) << sources[i].word),
                     (1000 + 15 + 4 * 16 - sources[i].kr - 16) * KR);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(incremental_claims_add_up, set_up, tear_down),
      cmocka_unit_test_setup_teardown(base_claims_stand_in_their_year, set_up, tear_down),
      cmocka_unit_test_setup_teardown(full_year_claims_stand_on, set_up, tear_down),
      cmocka_unit_test_setup_teardown(one_off_claims_stand_once, set_up, tear_down),
      cmocka_unit_test_setup_teardown(what_claims_leave_out, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_measure_that_claims_nothing, set_up, tear_down),
      cmocka_unit_test_setup_teardown(verdicts_at_their_boundaries, set_up, tear_down),
      cmocka_unit_test_setup_teardown(the_verdict_of_a_cost_mirrors_that_of_a_saving, set_up, tear_down),
      cmocka_unit_test_setup_teardown(the_tolerance_is_never_more_than_claimed, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_claim_is_compared_on_its_own_basis, set_up, tear_down),
      cmocka_unit_test_setup_teardown(flags_of_a_measure, set_up, tear_down),
      cmocka_unit_test_setup_teardown(positions_that_count, set_up, tear_down),
      cmocka_unit_test_setup_teardown(claims_in_fte_alone, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_measure_that_lowers_a_norm, set_up, tear_down),
      cmocka_unit_test_setup_teardown(claims_in_another_unit, set_up, tear_down),
      cmocka_unit_test_setup_teardown(nothing_found_is_like_no_claim, set_up, tear_down),
      cmocka_unit_test_setup_teardown(lines_that_a_word_leaves_out, set_up, tear_down),
      cmocka_unit_test_setup_teardown(on_costs_go_with_the_pay_left_out, set_up, tear_down),
      cmocka_unit_test_setup_teardown(sources_that_a_word_leaves_out, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("claims", tests, NULL, NULL);
}
