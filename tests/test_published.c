// SPDX-License-Identifier: GPL-3.0-or-later
// Published cases that must come out as printed, computed by the functions the program uses.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "audit/amounts.h"
#include "audit/direct.h"
#include "base/fixed.h"
#include "pay/pay.h"
#include "plan/figures.h"
#include "scenario/rows_measures.h"
#include "scenario/rows_settings.h"
#include "support/rota.h"

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

// --- full-time equivalents, by the need of a unit taken away whole -----------------------------------------------

// A unit of one category with this full-time week and this share of absence.
static struct memory unit_of_posts(struct arena *arena, int64_t week_min, int64_t absence_e8) {
  struct memory memory = memory_new(arena);
  memory_add_category(&memory, "staff", 1, week_min);
  memory_add_pay(&memory, 0, day_from_date(2023, 1, 1), 400000 * KR);
  memory_add_rates(&memory);
  memory_add_unit(&memory, "unit");
  if (absence_e8)
    memory_add_absence(&memory, ABSENCE_SICK, 0, absence_e8);
  return memory;
}

static void add_post(struct memory *memory, const char *code, int64_t start_min, int64_t end_min, int64_t break_min,
                     int64_t persons) {
  struct shift_row *shift = memory_row(memory, TABLE_SHIFTS, memory_add_shift(memory, 0, code, start_min, end_min));
  shift->break_min = break_min;
  memory_add_need(memory, 0, code, start_min, end_min, 0, persons * MILLI);
}

static struct direct fte_of_posts(struct memory *memory, struct stretch stretch) {
  town_edit(memory, town_measure(memory, "closed", stretch.first_day), "need", NULL, "persons", "set 0");
  const struct scenario *scenario = town_scenario(memory);
  const bool in_force[] = {true};
  const struct timeline *before =
      timeline_make(memory->arena, scenario, NULL, stretch.first_day, stretch.first_day, stretch.day_count);
  const struct timeline *after =
      timeline_make(memory->arena, scenario, in_force, stretch.first_day, stretch.first_day, stretch.day_count);
  return direct_of_unit(memory->arena, scenario, 0, before, after);
}

static struct stretch whole_weeks(void) { return stretch_of_weeks(2025, 1, 6, 52); }

static int64_t milli(double value) { return (int64_t)(value * MILLI + 0.5); }

// hurst: 455 h a week, 14.8 WTE of 37.5 h. The uplift of 22 % as a multiplier is an absence of 22/122.
static void hurst_ward_round_the_clock(void **state) {
  struct memory memory = unit_of_posts(*state, 37 * HOURS + 30, 18032787);
  add_post(&memory, "early", 7 * HOURS, 15 * HOURS, 30, 3);
  add_post(&memory, "late", 14 * HOURS, 22 * HOURS, 30, 3);
  add_post(&memory, "night", 21 * HOURS, 7 * HOURS, 0, 2);
  struct direct direct = fte_of_posts(&memory, whole_weeks());
  assert_near(direct.gross_fte * 37.5, 455, 1e-9);
  assert_printed(milli(direct.net_fte), 14800, 50);
}

// lgpc: a post of 8 hours on 365 days; 2080 h less 382 h away leave 1698 h, so 1.7 people. The 382 h are a divisor.
static void lgpc_relief_factor(void **state) {
  struct memory memory = unit_of_posts(*state, 40 * HOURS, 18365385);
  add_post(&memory, "post", 8 * HOURS, 16 * HOURS, 0, 1);
  struct direct direct = fte_of_posts(&memory, stretch_of_year(2025));
  assert_near(direct.net_fte, 365 * 8 / 1698.0, 1e-6);
  assert_int_equal((milli(direct.net_fte) + 50) / 100, 17);
}

// fire: a post round the clock, 48 h a week less 7.8 h: 4.2 people; four posts: 17.
static void fire_relief_factor(void **state) {
  struct memory memory = unit_of_posts(*state, 48 * HOURS, 16250000);
  add_post(&memory, "watch", 8 * HOURS, 8 * HOURS, 0, 1);
  struct direct direct = fte_of_posts(&memory, whole_weeks());
  assert_printed(milli(direct.net_fte), 4200, 51); // 4.179
  assert_int_equal((milli(4 * direct.net_fte) + 500) / 1000, 17);
}

// trap: 8 nurses on 3 shifts on 7 days, 11 % leave. 24 x 7/5 x 1.11 = 37.3; the textbook's 60.24 is 24 x 7/5 + 24
// x 1.11, the 24 posts counted twice.
static void trap_posts_counted_twice(void **state) {
  struct memory memory = unit_of_posts(*state, 40 * HOURS, 9909910);
  add_post(&memory, "early", 7 * HOURS, 15 * HOURS, 0, 8);
  add_post(&memory, "late", 15 * HOURS, 23 * HOURS, 0, 8);
  add_post(&memory, "night", 23 * HOURS, 7 * HOURS, 0, 8);
  struct direct direct = fte_of_posts(&memory, whole_weeks());
  assert_near(direct.gross_fte, 33.6, 1e-9);
  assert_printed(milli(direct.net_fte), 37200, 50);
}

// opening: 11 hours a day against 9 are 22 % more.
static void opening_hours(void **state) {
  double fte[2];
  for (int i = 0; i < 2; i++) {
    struct memory memory = unit_of_posts(*state, 37 * HOURS + 30, 0);
    memory_add_need(&memory, 0, "open", 7 * HOURS, (i ? 16 : 18) * HOURS, 0, 2 * MILLI);
    fte[i] = fte_of_posts(&memory, whole_weeks()).gross_fte;
  }
  assert_int_equal((milli(fte[0] / fte[1]) + 5) / 10, 122);
}

// --- positions, by the optimiser ----------------------------------------------------------------------------------

// days-off: 11 wanted on weekdays and 7 at weekends, two days off a week, every second weekend off: 14 workers.
static struct memory two_days_off(struct arena *arena, int64_t heads) {
  struct memory memory = plain_ward(arena, 7000, heads * MILLI);
  struct need_row *weekdays =
      memory_row(&memory, TABLE_NEED, memory_add_need(&memory, 0, "more", 8 * HOURS, 16 * HOURS, SKILLED, 4000));
  weekdays->days = 0x1f;
  memory_settings(&memory)->adjust_step_milli = 1000;
  return memory;
}

static void days_off_takes_fourteen(void **state) {
  struct stretch stretch = stretch_of_weeks(2025, 9, 1, 6);
  struct memory memory = two_days_off(*state, 20);
  struct question question = {.scenario = town_scenario(&memory), .stretch = stretch, .week_types = true};
  assert_near(plan_heads(town_solve(*state, &question).plans[REFERENCE][POSITIONS_ADJUSTED], 0, 0), 14, 1e-9);
  memory = two_days_off(*state, 14);
  assert_near(town_plan(*state, town_scenario(&memory), stretch)->shortfall_h, 0, 1e-6);
  memory = two_days_off(*state, 13);
  assert_true(town_plan(*state, town_scenario(&memory), stretch)->shortfall_h > 6 * 8 - 1);
}

// adverts: heads of this position fill exactly the posts they are advertised for.
struct advert {
  int64_t heads, position_e8; // as printed, to a hundredth of a percent
  int64_t shift_min, persons_milli;
  dayset days;
};

static const struct plan *plan_of_advert(struct arena *arena, const struct advert *advert, int64_t position_e8) {
  struct memory memory = memory_town(arena);
  memory_add_unit(&memory, "ward");
  int64_t start_min = 12 * HOURS;
  memory_add_shift(&memory, 0, "shift", start_min, start_min + advert->shift_min);
  struct need_row *need = memory_row(
      &memory, TABLE_NEED,
      memory_add_need(&memory, 0, "shift", start_min, start_min + advert->shift_min, SKILLED, advert->persons_milli));
  need->days = advert->days;
  memory_add_group(&memory, 0, "staff", SKILLED, advert->heads * MILLI, position_e8);
  return town_plan(arena, town_scenario(&memory), stretch_of_weeks(2025, 9, 1, 6));
}

static void adverts_of_positions(void **state) {
  static const struct advert adverts[] = {
      {3, 28170000, 10 * HOURS, 1000,
       1 << FRIDAY | 1 << SATURDAY | 1 << SUNDAY}, // 3 shifts of 10 h, each third weekend
      {3, 70420000, 7 * HOURS + 30, 2000, 0x1f},   // 75 h in three weeks
      {12, 34330000, 7 * HOURS + 30, 3900, 0x1f},  // 19.5 shifts of 7.5 h in twelve weeks
  };
  for (size_t i = 0; i < sizeof adverts / sizeof *adverts; i++) {
    const struct advert *advert = &adverts[i];
    const struct plan *plan = plan_of_advert(*state, advert, advert->position_e8 + 5000); // what rounding took
    assert_near(plan->shortfall_h, 0, 1e-6);
    assert_most(plan->hours[HOURS_IDLE], 0.005 * plan->hours[HOURS_OWN], 0);
    plan = plan_of_advert(*state, advert, advert->position_e8 - advert->position_e8 / 100);
    assert_true(plan->shortfall_h > 0.009 * plan->hours[HOURS_OWN]);
  }
}

// overlap: three shifts of 28 h together: 14 % of what is paid is handover.
static void overlap_is_paid_and_covers_nothing(void **state) {
  struct memory memory = memory_town(*state);
  memory_add_unit(&memory, "ward");
  memory_add_shift(&memory, 0, "early", 7 * HOURS, 15 * HOURS + 30);
  memory_add_shift(&memory, 0, "late", 14 * HOURS, 23 * HOURS);
  memory_add_shift(&memory, 0, "night", 21 * HOURS, 7 * HOURS + 30);
  memory_add_need(&memory, 0, "always", 7 * HOURS, 7 * HOURS, SKILLED, 1000);
  memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, SKILLED);
  const struct plan *plan = town_plan(*state, town_scenario(&memory), stretch_of_weeks(2025, 9, 1, 1));
  assert_near(plan->hours[HOURS_SUBSTITUTE], 7 * 28, 1e-9);
  double handover = 1 - 7 * 24 / plan->hours[HOURS_SUBSTITUTE];
  assert_int_equal((milli(handover) + 5) / 10, 14);
}

// --- overlap by the unit's handover: two shifts of 12 h with 2 x 30 min are 25 h a day; at 28 h, 14 % is handover ---

static struct figures always_open(struct arena *arena, int shifts, int64_t handover_min) {
  static const char *const codes[] = {"first", "second", "third"};
  struct memory memory = plain_ward(arena, 0, 20 * MILLI);
  rota_blank_cells(&memory);
  memory.tables.list[TABLE_SHIFTS].count = 0;
  for (int64_t s = 0, length_min = MINUTES_PER_DAY / shifts; s < shifts; s++) {
    int64_t start_min = 7 * HOURS + s * length_min, end_min = (start_min + length_min) % MINUTES_PER_DAY;
    memory_add_shift(&memory, 0, codes[s], start_min, end_min);
    memory_add_need(&memory, 0, codes[s], start_min, end_min, SKILLED, MILLI);
  }
  ((struct unit_row *)memory_row(&memory, TABLE_UNITS, 0))->handover_min = handover_min;
  const struct plan *plan = rota_kept(arena, &memory, stretch_of_weeks(2025, 9, 1, 4));
  assert_near(plan->shortfall_h, 0, 1e-9);
  return figures_of(plan);
}

static void overlap_of_long_and_short_shifts(void **state) {
  struct figures two = always_open(*state, 2, 30);
  assert_near(two.staffed_h, 28 * 25, 1e-9);
  assert_near(two.handover_h / two.staffed_h, 0.04, 1e-9);
  assert_near(always_open(*state, 3, 40).staffed_h, 28 * 26, 1e-9);
  assert_near(always_open(*state, 3, 120).staffed_h, 28 * 30, 1e-9);
  struct figures three = always_open(*state, 3, 80);
  assert_near(three.staffed_h, 28 * 28, 1e-9);
  assert_near(three.handover_h / three.staffed_h, 0.14, 0.005);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(post24_supplements, set_up, tear_down),
      cmocka_unit_test_setup_teardown(narvik_half_year_effect, set_up, tear_down),
      cmocka_unit_test_setup_teardown(contract_ended_in_may, set_up, tear_down),
      cmocka_unit_test_setup_teardown(hurst_ward_round_the_clock, set_up, tear_down),
      cmocka_unit_test_setup_teardown(lgpc_relief_factor, set_up, tear_down),
      cmocka_unit_test_setup_teardown(fire_relief_factor, set_up, tear_down),
      cmocka_unit_test_setup_teardown(trap_posts_counted_twice, set_up, tear_down),
      cmocka_unit_test_setup_teardown(opening_hours, set_up, tear_down),
      cmocka_unit_test_setup_teardown(days_off_takes_fourteen, set_up, tear_down),
      cmocka_unit_test_setup_teardown(adverts_of_positions, set_up, tear_down),
      cmocka_unit_test_setup_teardown(overlap_is_paid_and_covers_nothing, set_up, tear_down),
      cmocka_unit_test_setup_teardown(overlap_of_long_and_short_shifts, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("published", tests, NULL, NULL);
}
