// SPDX-License-Identifier: GPL-3.0-or-later
// Published cases that must come out as printed, computed by the functions the program uses.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "audit/amounts.h"
#include "base/fixed.h"
#include "pay/pay.h"
#include "support/tables_in_memory.h"

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

// `printed` within so many hundredths of a percent.
static void assert_printed(int64_t found, int64_t printed, int64_t hundredths) {
  int64_t deviation = found > printed ? found - printed : printed - found;
  if (deviation * 10000 > printed * hundredths)
    fail_msg("%lld, printed %lld", (long long)found, (long long)printed);
}

// --- post24: one post that never closes, three shifts of 8 hours, 280 kr an hour, calendar 2026, rates of 2023 ------

static struct ledger post_of_2026(struct arena *arena) {
  struct memory memory = memory_new(arena);
  memory_add_category(&memory, "carer", 1, 35 * HOURS + 30);
  memory_add_pay(&memory, 0, day_from_date(2023, 1, 1), 280 * 1846 * KR);
  memory_add_supplements_2023(&memory);
  struct pay_terms terms = {.form = PAY_EXTRA, .full_time_min = 35 * HOURS + 30, .pay_e8 = ONE_E8};
  struct ledger year = {{0}};
  for (day_number day = day_from_date(2026, 1, 1); day < day_from_date(2027, 1, 1); day++)
    for (int64_t start_h = 7; start_h < 31; start_h += 8) {
      int64_t start_min = start_h * HOURS, end_min = (start_h + 8) % 24 * HOURS;
      struct pay_span span = {.day = day, .start_min = start_min, .end_min = end_min};
      struct ledger shift = pay_of_span(&memory.tables, &terms, &span);
      ledger_add(&year, &shift);
    }
  return year;
}

static void post24_supplements(void **state) {
  struct ledger year = post_of_2026(*state);
  const int64_t *ore = year.ore;
  assert_int_equal(ore[LEDGER_EVENING], 81760 * KR);
  assert_int_equal(ore[LEDGER_NIGHT], 229950 * KR);
  // Printed 165 970: 2/7 of 365 days. The real 2026 has 104 Saturdays and Sundays, less 132 h of holidays: 2364 h.
  assert_int_equal(ore[LEDGER_WEEKEND], 2364 * 70 * KR);
  assert_printed(ore[LEDGER_WEEKEND], 165970 * KR, 50);
  // 360 h at 373.33 kr; a shift is rounded to the øre.
  assert_true(ore[LEDGER_HOLIDAY] >= 134399 * KR && ore[LEDGER_HOLIDAY] <= 134401 * KR);
  int64_t supplements = ore[LEDGER_EVENING] + ore[LEDGER_NIGHT] + ore[LEDGER_WEEKEND] + ore[LEDGER_HOLIDAY];
  assert_printed(supplements, 612000 * KR, 50);
  assert_int_equal(ore[LEDGER_EXTRA], 2452800 * KR);
  assert_printed(supplements, ore[LEDGER_EXTRA] / 4, 50); // "25 % of base pay"
}

// --- amounts by dates ---------------------------------------------------------------------------------------------

static const struct scenario *amount_scenario(struct arena *arena, int64_t yearly_ore, day_number start) {
  struct memory memory = memory_new(arena);
  memory_add(&memory, TABLE_MEASURES,
             &(struct measure_row){.measure = "m", .title = "m", .nature = NATURE_AMOUNT, .start = start});
  memory_add(&memory, TABLE_AMOUNTS,
             &(struct amount_row){.saving_ore_per_year = yearly_ore, .from = NOT_GIVEN, .to = NOT_GIVEN});
  struct scenario *scenario = arena_alloc(arena, sizeof *scenario);
  *scenario = (struct scenario){.arena = arena, .tables = memory.tables};
  return scenario;
}

static int64_t saved_in(const struct scenario *scenario, int year) {
  struct ledger ledger = amounts_in_year(scenario, 0, DAY_NONE, year);
  return -ledger_sum(&ledger);
}

// narvik: half an effect in the first year from 1 July, then the whole of it; four years as printed.
static void narvik_half_year_effect(void **state) {
  const struct scenario *scenario = amount_scenario(*state, 1017368 * KR, day_from_date(2023, 7, 1));
  assert_int_equal(saved_in(scenario, 2022), 0);
  assert_int_equal(saved_in(scenario, 2023), 508684 * KR);
  int64_t four_years = 0;
  for (int year = 2023; year <= 2026; year++)
    four_years += saved_in(scenario, year);
  assert_int_equal(four_years, 3560788 * KR);
}

// A contract of 765 000 a year ended from May: 510 000 in the year it ends.
static void contract_ended_in_may(void **state) {
  const struct scenario *scenario = amount_scenario(*state, 765000 * KR, day_from_date(2024, 5, 1));
  assert_int_equal(saved_in(scenario, 2024), 510000 * KR);
  assert_int_equal(saved_in(scenario, 2025), 765000 * KR);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(post24_supplements, set_up, tear_down),
      cmocka_unit_test_setup_teardown(narvik_half_year_effect, set_up, tear_down),
      cmocka_unit_test_setup_teardown(contract_ended_in_may, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("published", tests, NULL, NULL);
}
