// SPDX-License-Identifier: GPL-3.0-or-later
// Weeks that hold the ends of a year are planned whole, and each year counts its own days of them: New Year decides nothing.
#include <math.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "base/fixed.h"
#include "calendar/fiscal.h"
#include "scenario/rows_settings.h"
#include "support/town.h"

enum { FIRST_YEAR = 2020, LAST_YEAR = 2035 };

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  fiscal_year_use(1);
  arena_free(*state);
  return 0;
}

// Years that begin in the month hold the same laws as calendar years.
static const int months[] = {1, 4, 7, 10};
enum { MONTHS = sizeof months / sizeof *months };

static void begin_in(struct memory *memory, int month) {
  memory_settings(memory)->fiscal_year_starts = month;
  fiscal_year_use(month);
}

static void set_years(struct memory *memory, int first, int last) {
  memory_settings(memory)->first_year = first;
  memory_settings(memory)->last_year = last;
}

// --- the same measure in every year -------------------------------------------------------------------------------

// Ten wanted on weekdays, four at weekends and on holidays: 58 shifts of 8 h in an ordinary week, which 11.6 full-timers of
// 40 h can work. Every third weekend four take twelve.
static struct memory weekday_ward(struct arena *arena) {
  struct memory memory = plain_ward(arena, 0, 12000);
  ((struct group_row *)memory_row(&memory, TABLE_GROUPS, 0))->weekend_every_milli = 3000;
  int64_t weekdays = memory_add_need(&memory, 0, "day", 8 * HOURS, 16 * HOURS, SKILLED, 10000);
  ((struct need_row *)memory_row(&memory, TABLE_NEED, weekdays))->days = 0x1f;
  int64_t others = memory_add_need(&memory, 0, "day", 8 * HOURS, 16 * HOURS, SKILLED, 4000);
  ((struct need_row *)memory_row(&memory, TABLE_NEED, others))->days = 1 << SATURDAY | 1 << SUNDAY | DAYSET_HOLIDAY;
  set_years(&memory, FIRST_YEAR, LAST_YEAR);
  memory_settings(&memory)->price_day = day_from_date(2025, 1, 1);
  return memory;
}

static struct answers answers_of(struct arena *arena, const struct memory *memory, int year) {
  struct question question = {
      .scenario = town_scenario(memory), .stretch = stretch_of_year(year), .measures = true, .week_types = true};
  return town_solve(arena, &question);
}

static double effect_kr(const struct answers *answers, enum positions p) {
  return answers->plans[REFERENCE][p]->cost_kr - answers->plans[SUBJECT][p]->cost_kr;
}

// Every second instead of every third weekend frees 0.4 of a position, whatever day the year begins on.
static void weekends_are_worth_the_same_in_every_year(void **state) {
  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    struct memory memory = weekday_ward(*state);
    begin_in(&memory, months[year % MONTHS]);
    town_edit(&memory, town_measure(&memory, "m", fiscal_first_day(year)), "groups", NULL, "weekend_every", "set 2");
    struct answers answers = answers_of(*state, &memory, year);
    const struct plan *kept = answers.plans[REFERENCE][POSITIONS_KEPT];
    double position_kr = (double)kept->paid_for[HOURS_OWN].ore[LEDGER_BASE_PAY] / 12.0 / 100;
    assert_near(position_kr, 460000 * 47 / 52.0, 1e-7);
    assert_near(effect_kr(&answers, POSITIONS_KEPT), 0, 1e-9);
    double on_costs = (1.12 * 47 / 52 + 0.15) * 1.141;
    assert_near(effect_kr(&answers, POSITIONS_ADJUSTED), 0.4 * 460000 * on_costs, 1e-6);
    assert_near(plan_heads(answers.plans[REFERENCE][POSITIONS_ADJUSTED], 0, 0), 12, 1e-9);
    assert_near(plan_heads(answers.plans[SUBJECT][POSITIONS_ADJUSTED], 0, 0), 11.6, 1e-9);
    for (int v = 0; v < VARIANTS; v++)
      for (int p = 0; p < POSITIONS_ANSWERS; p++)
        assert_near(answers.plans[v][p]->planned_shortfall_h, 0, 1e-9);
  }
}

// --- what two years that share a week make of it ------------------------------------------------------------------

static bool planned_alike(struct arena *arena, const struct plan *before, const struct plan *after) {
  day_number new_year = after->program->year->first_day;
  day_number monday = new_year - (day_number)weekday_of(new_year);
  const struct frame *frame = before->program->year->frame;
  size_t cells = (size_t)(frame->interval_count * frame->level_count);
  double *then = arena_array(arena, cells, sizeof *then), *now = arena_array(arena, cells, sizeof *now);
  for (day_number day = monday; day <= monday + SUNDAY; day++) {
    plan_persons_on_day(before, day, then);
    plan_persons_on_day(after, day, now);
    for (size_t c = 0; c < cells; c++)
      if (fabs(then[c] - now[c]) > 1e-6)
        return false;
  }
  return true;
}

// Overtime has a limit over the year and ties its weeks together: these towns have none.
static struct memory town_without_overtime(struct arena *arena, int seed) {
  struct random random = {.state = (uint64_t)seed};
  struct memory memory = random_town(arena, &random, (struct town_shape){.groups = 2, .shifts = 3, .seasons = true});
  for (size_t i = 0; i < row_count(&memory.tables, TABLE_SOURCES); i++) {
    struct source_row *source = memory_row(&memory, TABLE_SOURCES, (int64_t)i);
    source->room_e8 = source->kind == SOURCE_OVERTIME ? 0 : source->room_e8;
  }
  return memory;
}

// Both plan it alike, so that each of its days is counted once, by the year it belongs to. Of 80 towns three were seen where
// of two days of the same cost each year takes another.
static void both_years_plan_their_week_alike(void **state) {
  int shared = 0, alike = 0;
  for (int seed = 1; seed <= 12; seed++) {
    struct memory memory = town_without_overtime(*state, seed);
    int year = FIRST_YEAR + seed;
    set_years(&memory, year, year + 1);
    begin_in(&memory, months[seed / 2 % MONTHS]);
    const struct scenario *scenario = town_scenario(&memory);
    memory_settings(&memory)->price_day = day_from_date(2025, 1, 1);
    if (weekday_of(fiscal_first_day(year + 1)) == MONDAY)
      continue; // they share no week
    shared++;
    alike += planned_alike(*state, town_plan(*state, scenario, stretch_of_year(year)),
                           town_plan(*state, scenario, stretch_of_year(year + 1)));
  }
  assert_true(shared > 8 && alike >= shared - 1);
}

// One is wanted every day, and one full-timer of 40 h takes five of the seven shifts; the two others cannot be filled, and
// would cost nothing on any day. 2026 begins on a Thursday: of the week that holds the end of 2025 the three days before New
// Year are filled.
static void what_could_fall_on_any_day_falls_after_new_year(void **state) {
  struct memory memory = plain_ward(*state, 1000, 1000);
  ((struct group_row *)memory_row(&memory, TABLE_GROUPS, 0))->weekend_every_milli = 1000;
  set_years(&memory, 2025, 2026);
  const struct plan *before = town_plan(*state, town_scenario(&memory), stretch_of_year(2025));
  const struct plan *after = town_plan(*state, town_scenario(&memory), stretch_of_year(2026));
  // 2025: 51 weeks of five shifts and those before New Year, Monday to Wednesday of the last one; of the first week, which
  // began on Monday 30 December 2024, the three shifts that are left
  assert_near(before->shortfall_h, 8 * (365 - 51 * 5 - 3 - 3), 1e-9);
  // 2026 begins with the two that are left, has 51 whole weeks and four days of the last
  assert_near(after->shortfall_h, 8 * (365 - 2 - 51 * 5 - 4), 1e-9);
}

// --- measures, prices and sources at the edge ---------------------------------------------------------------------

// A measure that starts on the first day of a year changes nothing in the year before, although a week of it goes on;
// and it cuts no week of its first year, which is as if it had been in force long before.
static void a_start_on_new_year_cuts_no_week(void **state) {
  static const char *const edits[][3] = {
      {"groups", "heads", "add 0.5"}, {"need", "persons", "multiply 0.9"}, {"groups", "weekend_every", "set 2"}};
  for (int seed = 1; seed <= 6; seed++) {
    struct random random = {.state = (uint64_t)seed};
    struct memory memory = random_town(*state, &random, (struct town_shape){.groups = 2, .shifts = 3, .seasons = true});
    struct memory early = memory; // with rows of its own for measures and edits, of which there are none yet
    const char *const *edit = edits[seed % 3];
    begin_in(&memory, months[seed % MONTHS]);
    begin_in(&early, months[seed % MONTHS]);
    town_edit(&memory, town_measure(&memory, "m", fiscal_first_day(2025)), edit[0], NULL, edit[1], edit[2]);
    town_edit(&early, town_measure(&early, "m", fiscal_first_day(2024) + 120), edit[0], NULL, edit[1], edit[2]);
    struct answers before = answers_of(*state, &memory, 2024), first = answers_of(*state, &memory, 2025);
    struct answers later = answers_of(*state, &early, 2025);
    assert_int_equal(first.year->segment_count, 1);
    for (int p = 0; p < POSITIONS_ANSWERS; p++) {
      assert_true(program_equal(before.plans[REFERENCE][p]->program, before.plans[SUBJECT][p]->program));
      assert_near(effect_kr(&before, (enum positions)p), 0, 1e-12);
      assert_near(effect_kr(&first, (enum positions)p), effect_kr(&later, (enum positions)p), 1e-9);
    }
  }
}

static void valid_from_year(struct memory *memory, enum table_id table, size_t offset, day_number day) {
  for (size_t i = 0; i < row_count(&memory->tables, table); i++)
    *(int64_t *)(void *)((char *)memory_row(memory, table, (int64_t)i) + offset) = day;
}

// The first year begins inside a week. Prices that are told from its first day on price the two days before it too, and
// hours on offer for its days are on offer on those of its weeks.
static void tables_need_not_know_the_days_around_their_years(void **state) {
  for (int seed = 1; seed <= 6; seed++) {
    struct random random = {.state = (uint64_t)seed};
    struct memory memory = random_town(*state, &random, (struct town_shape){.groups = 2, .shifts = 3, .seasons = true});
    set_years(&memory, 2025, 2025);
    begin_in(&memory, months[seed % MONTHS]);
    const struct plan *known = town_plan(*state, town_scenario(&memory), stretch_of_year(2025));
    day_number first = fiscal_first_day(2025), last = fiscal_last_day(2025);
    valid_from_year(&memory, TABLE_PAY, offsetof(struct pay_row, valid_from), first);
    valid_from_year(&memory, TABLE_RATES, offsetof(struct rate_row, valid_from), first);
    valid_from_year(&memory, TABLE_SUPPLEMENTS, offsetof(struct supplement_row, valid_from), first);
    valid_from_year(&memory, TABLE_SOURCES, offsetof(struct source_row, valid_from), first);
    valid_from_year(&memory, TABLE_SOURCES, offsetof(struct source_row, valid_to), last);
    const struct plan *told = town_plan(*state, town_scenario(&memory), stretch_of_year(2025));
    assert_near(told->planned_shortfall_h, known->planned_shortfall_h, 1e-9);
    assert_near(told->planned_kr, known->planned_kr, 1e-9);
    assert_near(told->cost_kr, known->cost_kr, 1e-9);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(weekends_are_worth_the_same_in_every_year, set_up, tear_down),
      cmocka_unit_test_setup_teardown(both_years_plan_their_week_alike, set_up, tear_down),
      cmocka_unit_test_setup_teardown(what_could_fall_on_any_day_falls_after_new_year, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_start_on_new_year_cuts_no_week, set_up, tear_down),
      cmocka_unit_test_setup_teardown(tables_need_not_know_the_days_around_their_years, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("new year", tests, NULL, NULL);
}
