// SPDX-License-Identifier: GPL-3.0-or-later
// Weekends: every k-th, counted over the year, from Friday evening on, Sundays off; and the people they take.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>

#include "base/fixed.h"
#include "plan/figures.h"
#include "scenario/rows_settings.h"
#include "support/long.h"
#include "support/rota.h"

enum { FIRST_SEED = 700, WEEKENDS = 1 << SATURDAY | 1 << SUNDAY, WORKDAYS = 0x1f };
static int towns(void) { return few_or_all(2, 12); }

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

static void need_on(struct memory *memory, const char *window, int64_t days, int64_t persons_milli) {
  int64_t row = memory_add_need(memory, 0, window, 8 * HOURS, 16 * HOURS, SKILLED, persons_milli);
  ((struct need_row *)memory_row(memory, TABLE_NEED, row))->days = days;
}

// Full-timers of 40 h on shifts of 8 h, so many wanted on weekdays (row 0) and at weekends (row 1); nobody is hired.
static struct memory ward(struct arena *arena, int64_t workday_milli, int64_t weekend_milli, int64_t heads) {
  struct memory memory = plain_ward(arena, 0, heads * MILLI);
  rota_blank_cells(&memory);
  need_on(&memory, "workday", WORKDAYS | DAYSET_HOLIDAY, workday_milli);
  need_on(&memory, "weekend", WEEKENDS, weekend_milli);
  return memory;
}

// 52 whole weeks; no holiday of 2024 falls on a Saturday.
static struct stretch the_year(void) { return stretch_of_weeks(2024, 1, 1, 52); }

static double heads_adjusted(struct arena *arena, const struct memory *memory, struct stretch stretch) {
  const struct plan *plan = rota_adjusted(arena, memory, stretch, NULL);
  assert_near(plan->shortfall_h, 0, 1e-6);
  return plan_heads(plan, 0, 0);
}

// --- weekends counted over the year -------------------------------------------------------------------------------

static double heads_with_weekends(struct arena *arena, struct memory *memory, int64_t weekends_milli) {
  rota_group(memory, 0)->weekends_per_year_milli = weekends_milli;
  return heads_adjusted(arena, memory, the_year());
}

// 21 instead of 52/3 weekends: 17.5 % fewer heads where weekends decide, also with people away; none where they do not.
static void weekends_21_instead_of_every_third(void **state) {
  struct memory memory = ward(*state, 3 * MILLI, 10 * MILLI, 60);
  for (int away = 0; away <= 1; away++) {
    if (away) {
      memory_add_absence(&memory, ABSENCE_SICK, NOT_GIVEN, 8 * PERCENT);
      rota_absence(&memory, ABSENCE_HOLIDAY, 1, 53, 10 * PERCENT);
    }
    double there = away ? 0.92 * 0.9 : 1;
    double third = heads_with_weekends(*state, &memory, 17333), more = heads_with_weekends(*state, &memory, 21000);
    assert_near(third, 10 / there * 52 / 17.333, 1e-6);
    assert_near(more, 10 / there * 52 / 21, 1e-6);
    assert_near(1 - more / third, 0.175, 0.0005);
  }
  struct memory busy = ward(*state, 10 * MILLI, 2 * MILLI, 60);
  double third = heads_with_weekends(*state, &busy, 17333), more = heads_with_weekends(*state, &busy, 21000);
  assert_near(third, (5 * 10 + 2 * 2) / 5.0, 1e-6); // the hours decide
  assert_near(more, third, 1e-9);
}

// 52/k weekends a year with a ceiling of every k-th are every k-th weekend.
static void the_same_said_twice(void **state) {
  for (int seed = FIRST_SEED; seed < FIRST_SEED + towns(); seed++)
    for (int k = 1; k <= 4; k *= 2) {
      struct arena *arena = arena_new();
      struct memory memory = random_rota(arena, seed);
      const struct stretch stretch = {day_from_date(2025, 5, 21), 40};
      for (int64_t g = 0; g < (int64_t)row_count(&memory.tables, TABLE_GROUPS); g++)
        rota_group(&memory, g)->weekend_every_milli = k * MILLI;
      const struct plan *every = rota_kept(arena, &memory, stretch);
      const struct plan *adjusted = rota_adjusted(arena, &memory, stretch, every);
      for (int64_t g = 0; g < (int64_t)row_count(&memory.tables, TABLE_GROUPS); g++) {
        rota_group(&memory, g)->weekends_per_year_milli = 52 * MILLI / k;
        rota_group(&memory, g)->weekend_ceiling_milli = k * MILLI;
        rota_group(&memory, g)->weekend_every_milli = 3 * MILLI; // no longer read
      }
      const struct plan *counted = rota_kept(arena, &memory, stretch);
      assert_near(counted->shortfall_h, every->shortfall_h, 1e-6);
      assert_near(counted->cost_kr, every->cost_kr, 1e-6);
      assert_near(rota_adjusted(arena, &memory, stretch, every)->cost_kr, adjusted->cost_kr, 1e-6);
      arena_free(arena);
    }
  (void)state;
}

// A quarter of the weekends may all lie in the four weeks of eight in which somebody is wanted, if half of the people
// may work on each of them; with a third of them at the most, somebody must be hired.
static void a_ceiling_on_each_weekend(void **state) {
  struct memory memory = ward(*state, 0, 5 * MILLI, 10);
  ((struct need_row *)memory_row(&memory, TABLE_NEED, 1))->weeks = INT64_C(0xf) << 36;
  rota_hired(&memory, SKILLED);
  rota_group(&memory, 0)->weekends_per_year_milli = 13 * MILLI;
  const struct stretch stretch = stretch_of_weeks(2025, 9, 1, 8);
  for (int ceiling = 2; ceiling <= 5; ceiling++) {
    rota_group(&memory, 0)->weekend_ceiling_milli = ceiling * MILLI;
    const struct plan *plan = rota_kept(*state, &memory, stretch);
    assert_near(plan->hours[HOURS_SUBSTITUTE], 4 * 2 * 8 * (5 - 10.0 / ceiling), 1e-6);
  }
  rota_group(&memory, 0)->weekend_ceiling_milli = 2 * MILLI;
  rota_group(&memory, 0)->weekends_per_year_milli = 10 * MILLI; // less than the 13 that would do
  const struct plan *plan = rota_kept(*state, &memory, stretch);
  assert_near(plan->hours[HOURS_SUBSTITUTE], 4 * 2 * 8 * 5 * (1 - 10.0 / 13), 1e-6);
}

// Five of ten wanted on Saturdays of odd weeks and on Sundays of even ones: everybody is on duty every second weekend. With
// 13 of 52 weekends each, half of them must be hired, though nobody works more than 13 Saturdays or 13 Sundays.
static void a_saturday_or_a_sunday_is_a_weekend(void **state) {
  struct memory memory = ward(*state, 0, 5 * MILLI, 10);
  memory_add(&memory, TABLE_NEED, &need_rows(&memory.tables)[1]);
  const int64_t odd_weeks = INT64_C(0x2aaaaaaaaaaaaa);
  struct need_row *saturdays = memory_row(&memory, TABLE_NEED, 1), *sundays = memory_row(&memory, TABLE_NEED, 2);
  saturdays->days = 1 << SATURDAY;
  saturdays->weeks = odd_weeks;
  sundays->window = "sunday";
  sundays->days = 1 << SUNDAY;
  sundays->weeks = odd_weeks << 1;
  rota_hired(&memory, SKILLED);
  rota_group(&memory, 0)->weekends_per_year_milli = 13 * MILLI;
  const struct plan *plan = rota_kept(*state, &memory, stretch_of_weeks(2025, 9, 1, 16));
  assert_near(plan->hours[HOURS_SUBSTITUTE], 16 * 8 * 5 / 2.0, 1e-6);
}

static void more_weekends_are_never_dearer(void **state) {
  int cheaper = 0;
  for (int seed = FIRST_SEED; seed < FIRST_SEED + towns(); seed++) {
    struct arena *arena = arena_new();
    struct memory memory = random_rota(arena, seed);
    const struct stretch stretch = {day_from_date(2025, 5, 21), 40};
    const struct plan *last = NULL, *limit = NULL;
    for (int weekends = 0; weekends <= 26; weekends += 13) {
      for (int64_t g = 0; g < (int64_t)row_count(&memory.tables, TABLE_GROUPS); g++)
        rota_group(&memory, g)->weekends_per_year_milli = weekends * MILLI;
      limit = limit ? limit : rota_kept(arena, &memory, stretch);
      const struct plan *plan = rota_adjusted(arena, &memory, stretch, limit);
      if (last && !plan_no_worse(plan, last, 0))
        fail_msg("town %d, %d weekends: %.2f kr became %.2f kr", seed, weekends, last->cost_kr, plan->cost_kr);
      cheaper += last && !plan_no_worse(last, plan, 0);
      last = plan;
    }
    arena_free(arena);
  }
  assert_true(cheaper > towns() / 2);
  (void)state;
}

// --- from Friday evening ------------------------------------------------------------------------------------------

// Six are wanted on Friday evenings only; eight people with every second weekend.
static const struct plan *friday_plan(struct arena *arena, enum weekend_from from, int64_t start_min,
                                      int64_t weekend_every_milli) {
  struct memory memory = ward(arena, 0, 0, 8);
  memory_add_shift(&memory, 0, "late", start_min, 22 * HOURS);
  struct need_row *need =
      memory_row(&memory, TABLE_NEED, memory_add_need(&memory, 0, "late", 16 * HOURS, 22 * HOURS, SKILLED, 6 * MILLI));
  need->days = 1 << FRIDAY;
  rota_hired(&memory, SKILLED);
  memory_settings(&memory)->weekend_from = from;
  rota_group(&memory, 0)->weekend_every_milli = weekend_every_milli;
  return rota_kept(arena, &memory, stretch_of_weeks(2025, 9, 1, 4));
}

static void friday_evenings_count_where_they_are_weekend(void **state) {
  const int64_t at_three = 15 * HOURS, before = 15 * HOURS - 1, every_second = 2 * MILLI;
  assert_near(friday_plan(*state, WEEKEND_SATURDAY, at_three, every_second)->hours[HOURS_SUBSTITUTE], 0, 1e-6);
  assert_near(friday_plan(*state, WEEKEND_FRIDAY_EVENING, before, every_second)->hours[HOURS_SUBSTITUTE], 0, 1e-6);
  assert_near(friday_plan(*state, WEEKEND_FRIDAY_EVENING, at_three, every_second)->hours[HOURS_SUBSTITUTE],
              4 * (6 - 4) * 7, 1e-6);
  assert_near(friday_plan(*state, WEEKEND_SATURDAY, at_three, 0)->hours[HOURS_SUBSTITUTE], 0, 1e-6);
  assert_near(friday_plan(*state, WEEKEND_FRIDAY_EVENING, at_three, 0)->hours[HOURS_SUBSTITUTE], 4 * 6 * 7, 1e-6);
}

// --- Sundays off --------------------------------------------------------------------------------------------------

// Nine half-timers with every third weekend and extra shifts; six are wanted at one weekend and three at the next.
static const struct plan *sunday_plan(struct arena *arena, enum sunday_rule rule) {
  struct memory memory = ward(arena, 0, 3 * MILLI, 9);
  rota_group(&memory, 0)->weekend_every_milli = 3 * MILLI;
  rota_group(&memory, 0)->position_e8 = 50 * PERCENT;
  need_on(&memory, "more", WEEKENDS, 3 * MILLI);
  ((struct need_row *)memory_row(&memory, TABLE_NEED, 2))->weeks = INT64_C(0x55) << 36;
  memory_add_source(&memory, "extra", SOURCE_EXTRA, NOT_GIVEN);
  rota_hired(&memory, SKILLED)->pay_e8 = 120 * PERCENT;
  memory_settings(&memory)->sundays = rule;
  return rota_kept(arena, &memory, stretch_of_weeks(2025, 9, 1, 8));
}

// With the next Sunday off at most every second, so 4.5 of nine; averaged two of three at once, and 4.5 on average.
static void sundays_next_off_or_averaged(void **state) {
  assert_near(sunday_plan(*state, SUNDAY_NEXT_OFF)->hours[HOURS_SUBSTITUTE], 4 * 2 * 8 * (6 - 4.5), 1e-6);
  assert_near(sunday_plan(*state, SUNDAY_AVERAGED)->hours[HOURS_SUBSTITUTE], 0, 1e-6);
}

// Half of the Sundays is the most that extra shifts lead to: wanted 6 and 5, that is 5.5 on average, of nine.
static void averaged_sundays_bind_on_average(void **state) {
  struct memory memory = ward(*state, 0, 6 * MILLI, 9);
  rota_group(&memory, 0)->weekend_every_milli = 3 * MILLI;
  rota_group(&memory, 0)->position_e8 = 50 * PERCENT;
  memory_add_source(&memory, "extra", SOURCE_EXTRA, NOT_GIVEN);
  rota_hired(&memory, SKILLED)->pay_e8 = 120 * PERCENT;
  memory_settings(&memory)->sundays = SUNDAY_AVERAGED;
  const struct plan *plan = rota_kept(*state, &memory, stretch_of_weeks(2025, 9, 1, 8));
  assert_near(plan->hours[HOURS_SUBSTITUTE], 8 * 8 * (6 - 4.5), 1e-6); // Sundays only: on Saturdays six may work
}

static void averaged_is_never_dearer(void **state) {
  int cheaper = 0;
  for (int seed = FIRST_SEED; seed < FIRST_SEED + 36; seed++) {
    struct arena *arena = arena_new();
    struct random random = {.state = (uint64_t)seed};
    struct memory memory = random_town(arena, &random, (struct town_shape){.groups = 2, .shifts = 3, .seasons = true});
    rota_blank_cells(&memory);
    const struct stretch stretch = {day_from_date(2025, 6, 2), 17};
    const struct plan *next_off = rota_kept(arena, &memory, stretch);
    memory_settings(&memory)->sundays = SUNDAY_AVERAGED;
    const struct plan *averaged = rota_kept(arena, &memory, stretch);
    if (!plan_no_worse(averaged, next_off, 0))
      fail_msg("town %d: %.6f h %.2f kr became %.6f h %.2f kr", seed, next_off->shortfall_h, next_off->cost_kr,
               averaged->shortfall_h, averaged->cost_kr);
    cheaper += !plan_no_worse(next_off, averaged, 0);
    arena_free(arena);
  }
  assert_true(cheaper > 3);
  (void)state;
}

// --- people needed for weekends -----------------------------------------------------------------------------------

// Posts of 7.5 h on weekdays, and at weekends so many of `weekend_min` each; a 35.5 h week and every n-th weekend.
static struct figures weekend_figures(struct arena *arena, int64_t workday_milli, int64_t weekend_milli,
                                      int64_t weekend_min, int n) {
  struct memory memory = ward(arena, workday_milli, weekend_milli, 100);
  memory.tables.list[TABLE_SHIFTS].count = 0;
  memory_add_shift(&memory, 0, "short", 8 * HOURS, 15 * HOURS + 30);
  memory_add_shift(&memory, 0, "long", 8 * HOURS, 8 * HOURS + weekend_min);
  ((struct need_row *)memory_row(&memory, TABLE_NEED, 0))->end_min = 15 * HOURS + 30;
  ((struct need_row *)memory_row(&memory, TABLE_NEED, 1))->end_min = 8 * HOURS + weekend_min;
  rota_group(&memory, 0)->weekend_every_milli = n * MILLI;
  rota_group(&memory, 0)->full_time_min = 35 * HOURS + 30;
  return figures_of(rota_kept(arena, &memory, the_year()));
}

// The table of forced average positions: weekend hours against those of a weekday, in percent.
static void forced_average_positions(void **state) {
  static const struct {
    double weekend_posts;
    int weekend_min, n;
    double printed;
  } rows[] = {
      {6, 450, 3, 0.49},   {4.5, 450, 3, 0.61}, {4, 450, 3, 0.67},   {3, 450, 3, 0.85},
      {6, 450, 2, 0.74},   {4.5, 450, 2, 0.92}, {4, 450, 2, 1.00},   {3, 450, 2, 1.27},
      {3.6, 750, 3, 0.82}, {2.7, 750, 3, 1.02}, {2.4, 750, 3, 1.11}, {1.8, 750, 3, 1.41},
      {3.6, 750, 4, 0.62}, {2.7, 750, 4, 0.76}, {2.4, 750, 4, 0.84}, {1.8, 750, 4, 1.06},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    double posts = rows[i].weekend_posts, h = rows[i].weekend_min / 60.0;
    struct figures figures =
        weekend_figures(*state, 6 * MILLI, (int64_t)lround(posts * MILLI), rows[i].weekend_min, rows[i].n);
    assert_near(figures.weekend_posts, posts, 1e-9);
    assert_near(figures.weekend_needed, rows[i].n * posts, 1e-9); // N = n x P
    double week_h = 5 * 6 * 7.5 + 2 * posts * h, weekend_h = 2 * posts * h;
    double forced = figures_forced_position(&figures);
    assert_near(forced, week_h / weekend_h * 2 * h / (rows[i].n * 35.5), 1e-9);
    if (fabs(forced - rows[i].printed) > 0.0075) // printed in whole percent, some of them cut
      fail_msg("%.4f, printed %.2f", forced, rows[i].printed);
  }
}

// Weekend duty counted over the year asks for 52 / n heads per post; people without weekends are none of them.
static void heads_for_weekends(void **state) {
  struct memory memory = ward(*state, 3 * MILLI, 4 * MILLI, 20);
  rota_group(&memory, 0)->weekends_per_year_milli = 20 * MILLI;
  memory_add_group(&memory, 0, "office", SKILLED, 5 * MILLI, ONE_E8);
  rota_group(&memory, 1)->weekend_every_milli = 0;
  rota_group(&memory, 1)->weekends_per_year_milli = NOT_GIVEN;
  struct figures figures = figures_of(rota_kept(*state, &memory, the_year()));
  assert_near(figures.weekend_posts, 4, 1e-9);
  assert_near(figures.weekend_needed, 4 * 52 / 20.0, 1e-9);
  assert_near(figures.weekend_heads, 20, 1e-9);
  assert_near(figures.heads, 25, 1e-9);
  assert_near(figures_weekends_per_head(&figures), 4 * 52 / 20.0, 1e-9);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(weekends_21_instead_of_every_third, set_up, tear_down),
      cmocka_unit_test_setup_teardown(the_same_said_twice, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_ceiling_on_each_weekend, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_saturday_or_a_sunday_is_a_weekend, set_up, tear_down),
      cmocka_unit_test_setup_teardown(more_weekends_are_never_dearer, set_up, tear_down),
      cmocka_unit_test_setup_teardown(friday_evenings_count_where_they_are_weekend, set_up, tear_down),
      cmocka_unit_test_setup_teardown(sundays_next_off_or_averaged, set_up, tear_down),
      cmocka_unit_test_setup_teardown(averaged_sundays_bind_on_average, set_up, tear_down),
      cmocka_unit_test_setup_teardown(averaged_is_never_dearer, set_up, tear_down),
      cmocka_unit_test_setup_teardown(forced_average_positions, set_up, tear_down),
      cmocka_unit_test_setup_teardown(heads_for_weekends, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("weekends", tests, NULL, NULL);
}
