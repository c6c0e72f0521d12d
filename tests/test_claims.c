// SPDX-License-Identifier: GPL-3.0-or-later
// What is claimed, in which year it stands, and the verdict on it.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <string.h>

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
  assert_string_equal(measure_flags(*state, scenario, &effect, &year, POSITIONS_ADJUSTED), "needs_1.88_fte_to_go");
  effect.undecided = effect.assumed = true;
  effect.full.direct.gross_fte = 1.7; // a tenth of 1.9 is 0.19
  year.breach.days = 3;
  year.answers[POSITIONS_KEPT].empty_h = 40.4;
  assert_string_equal(measure_flags(*state, scenario, &effect, &year, POSITIONS_KEPT),
                      "below_norm short_of_staff_40_h fte_differs no_start_date rests_on_assumptions");
  effect.counted_twice_with = "other+third";
  assert_non_null(
      strstr(measure_flags(*state, scenario, &effect, &year, POSITIONS_KEPT), " counted_twice_with_other+third"));
  effect = an_effect();
  effect.given_up = effect.arithmetic = true;
  assert_string_equal(measure_flags(*state, scenario, &effect, &year, POSITIONS_ADJUSTED),
                      "below_norm needs_1.88_fte_to_go not_realised");
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
  };
  return cmocka_run_group_tests_name("claims", tests, NULL, NULL);
}
