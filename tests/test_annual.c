// SPDX-License-Identifier: GPL-3.0-or-later
// Year-round rotas: worth nothing where they free nothing, never dearer where they do, and exact over the year.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>

#include "base/fixed.h"
#include "scenario/rows_settings.h"
#include "support/long.h"
#include "support/rota.h"

enum { FIRST_SEED = 500 };
static int towns(void) { return few_or_all(2, 7); }
#define HALF_YEAR stretch_of_weeks(2025, 4, 28, 26) // with the whole summer

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

struct both {
  const struct plan *plans[POSITIONS_ANSWERS];
};

// `limit`: whose variable hours the adjusted answer may use; NULL: its own.
static struct both solve_both(struct arena *arena, const struct memory *memory, struct stretch stretch,
                              const struct plan *limit) {
  struct both both = {{rota_kept(arena, memory, stretch)}};
  both.plans[POSITIONS_ADJUSTED] = rota_adjusted(arena, memory, stretch, limit ? limit : both.plans[POSITIONS_KEPT]);
  return both;
}

// --- a rota that frees nothing ------------------------------------------------------------------------------------

static void assert_worth_nothing(const struct plan *weekly, const struct plan *yearly) {
  assert_near(yearly->shortfall_h, weekly->shortfall_h, 1e-6);
  assert_near(yearly->cost_kr, weekly->cost_kr, 1e-6);
}

static void band_0_is_the_weekly_rota(void **state) {
  for (int seed = FIRST_SEED; seed < FIRST_SEED + towns(); seed++) {
    struct arena *arena = arena_new();
    struct memory memory = random_rota(arena, seed);
    for (size_t g = 0; g < row_count(&memory.tables, TABLE_GROUPS) && seed % 2; g++) {
      rota_group(&memory, (int64_t)g)->red_days = RED_DAYS_NEXT_OFF;
      rota_group(&memory, (int64_t)g)->eve_off_e8 = ONE_E8 / 4;
      rota_group(&memory, (int64_t)g)->alternative_day_e8 = ONE_E8 / 20;
    }
    struct both weekly = solve_both(arena, &memory, stretch_of_year(2025), NULL);
    rota_year_round(&memory, 0, HOLIDAYS_BY_PROFILE);
    struct both yearly = solve_both(arena, &memory, stretch_of_year(2025), weekly.plans[POSITIONS_KEPT]);
    for (int p = 0; p < POSITIONS_ANSWERS; p++)
      assert_worth_nothing(weekly.plans[p], yearly.plans[p]);
    arena_free(arena);
  }
  (void)state;
}

// The rota begins within the year, in one town on a Wednesday, in the next on a Monday.
static void band_0_from_the_middle_of_the_year(void **state) {
  for (int seed = FIRST_SEED; seed < FIRST_SEED + towns(); seed++) {
    struct arena *arena = arena_new();
    struct memory memory = random_rota(arena, seed);
    for (size_t g = 0; g < row_count(&memory.tables, TABLE_GROUPS); g++)
      rota_group(&memory, (int64_t)g)->holidays_by = HOLIDAYS_BY_PROFILE;
    int64_t measure = town_measure(&memory, "year_rota", day_from_date(2025, 6, 4 + 5 * (seed % 2)));
    town_edit(&memory, measure, "groups", NULL, "regime", "set year");
    struct question question = {
        .scenario = town_scenario(&memory), .stretch = stretch_of_year(2025), .measures = true, .week_types = true};
    struct answers answers = town_solve(arena, &question);
    for (int p = 0; p < POSITIONS_ANSWERS; p++)
      assert_worth_nothing(answers.plans[REFERENCE][p], answers.plans[SUBJECT][p]);
    arena_free(arena);
  }
  (void)state;
}

// --- freedom is never dearer --------------------------------------------------------------------------------------

static void assert_no_dearer(int seed, const char *what, const struct plan *freer, const struct plan *bound) {
  if (!plan_no_worse(freer, bound, 0))
    fail_msg("town %d, %s, %s: %.6f h %.2f kr became %.6f h %.2f kr", seed, what,
             positions_name(bound->program->positions), bound->shortfall_h, bound->cost_kr, freer->shortfall_h,
             freer->cost_kr);
}

// The planner may place the holidays as they were, so the best place is no dearer; and so with every wider band.
static void a_planner_and_wider_bands_are_never_dearer(void **state) {
  static const int bands[] = {0, 10, 40};
  int cheaper[sizeof bands / sizeof *bands] = {0};
  for (int seed = FIRST_SEED; seed < FIRST_SEED + towns(); seed++) {
    struct arena *arena = arena_new();
    struct memory memory = random_rota(arena, seed);
    const struct both weekly = solve_both(arena, &memory, HALF_YEAR, NULL);
    struct both last = weekly;
    for (size_t i = 0; i < sizeof bands / sizeof *bands; i++) {
      rota_year_round(&memory, bands[i] * PERCENT, HOLIDAYS_BY_PLANNER);
      struct both next = solve_both(arena, &memory, HALF_YEAR, weekly.plans[POSITIONS_KEPT]);
      for (int p = 0; p < POSITIONS_ANSWERS; p++) {
        assert_no_dearer(seed, i ? "a wider band" : "holidays by the planner", next.plans[p], last.plans[p]);
        cheaper[i] += !plan_no_worse(last.plans[p], next.plans[p], 0);
      }
      last = next;
    }
    arena_free(arena);
  }
  for (size_t i = 0; i < sizeof bands / sizeof *bands; i++)
    assert_true(cheaper[i] >= few_or_all(1, 3)); // else the law would say little
  (void)state;
}

// --- the year is exact --------------------------------------------------------------------------------------------

static const double WHOLE = 1e-6;

struct tally { // of one group through a plan
  double heads, week_h;
  double contract_h, holiday, summer; // of a head by contract and by absence.csv
  double roster_h, away, away_summer;
};

// Of a week, which is planned whole: the share of its hours, 1, what of it lies in June to September, and what the tables
// say of absence.
struct week {
  double weeks, summer;
  double holiday, sick, training; // shares
};

// A seventh of the week's hours, or a fifth of a weekday's for people who never work weekends.
static double hours_of_day(const struct group_row *group, day_number day) {
  if (group->weekend_every_milli)
    return 1 / 7.0;
  return weekday_of(day) < SATURDAY ? 1 / 5.0 : 0;
}

// The rows of these towns name nobody, and no week twice.
static double absent(const struct tables *tables, enum absence_kind kind, day_number day, double week_h) {
  for (size_t i = 0; i < row_count(tables, TABLE_ABSENCE); i++) {
    const struct absence_row *row = &absence_rows(tables)[i];
    if (row->kind != (int64_t)kind || !(row->weeks >> iso_week(day) & 1))
      continue;
    if (kind == ABSENCE_TRAINING && row->away_min != NOT_GIVEN)
      return (double)row->away_min / 60 / (week_h * __builtin_popcountll((uint64_t)row->weeks));
    return (double)row->percent_e8 / (double)ONE_E8;
  }
  return 0;
}

static struct week week_of(const struct plan *plan, int g, int w, double week_h) {
  const struct unit_year *year = plan->program->year;
  const struct tables *tables = &year->frame->scenario->tables;
  const struct group_row *group = &group_rows(tables)[g];
  struct week week = {0};
  for (int d = 0; d < DAYS_PER_WEEK; d++) {
    day_number day = year->first_monday + w * DAYS_PER_WEEK + d;
    int month = date_from_day(day).month;
    week.weeks += hours_of_day(group, day);
    week.summer += month >= 6 && month <= 9 ? hours_of_day(group, day) : 0;
    week.holiday = absent(tables, ABSENCE_HOLIDAY, day, week_h);
    week.sick = absent(tables, ABSENCE_SICK, day, week_h);
    week.training = absent(tables, ABSENCE_TRAINING, day, week_h);
  }
  return week;
}

static void tally_week(const struct plan *plan, const struct group_row *group, int g, int w, struct tally *tally) {
  struct week week = week_of(plan, g, w, tally->week_h);
  double roster_h = rota_roster_h(plan, g, w), away = rota_away(plan, g, w);
  double there = tally->heads * week.weeks - away;
  double band = (double)group->band_e8 / (double)ONE_E8;
  assert_most(roster_h, fmin((1 + band) * tally->week_h, 48) * there, WHOLE);
  assert_most((1 - band) * tally->week_h * there, roster_h, WHOLE);
  assert_most(away, (double)group->holiday_most_e8 / (double)ONE_E8 * tally->heads * week.weeks, WHOLE);
  double training_h = week.training * tally->week_h * tally->heads * week.weeks;
  assert_most(rota_worked_h(plan, g, w), (1 - week.sick) * roster_h - training_h, WHOLE);
  tally->contract_h += tally->week_h * week.weeks;
  tally->holiday += week.holiday * week.weeks;
  tally->summer += week.holiday * week.summer;
  tally->roster_h += roster_h;
  tally->away += away;
  tally->away_summer += away * week.summer / week.weeks;
}

static void check_year(const struct plan *plan, const struct memory *memory, int g) {
  const struct group_row *group = &group_rows(&memory->tables)[g];
  struct tally tally = {.heads = plan_heads(plan, g, 0)};
  int64_t full_time_min = group->full_time_min != NOT_GIVEN
                              ? group->full_time_min
                              : category_rows(&memory->tables)[group->category].full_time_min;
  tally.week_h = (double)group->position_e8 / (double)ONE_E8 * (double)full_time_min / 60;
  for (int w = 0; w < plan->program->year->week_count; w++)
    tally_week(plan, group, g, w, &tally);
  assert_near(tally.roster_h + tally.week_h * tally.away, tally.heads * tally.contract_h, WHOLE);
  assert_near(tally.away, tally.heads * tally.holiday, WHOLE);
  assert_most(tally.heads * fmin(3, tally.summer), tally.away_summer, WHOLE);
}

static void the_year_is_exact(void **state) {
  for (int seed = FIRST_SEED; seed < FIRST_SEED + towns(); seed++) {
    struct arena *arena = arena_new();
    struct memory memory = random_rota(arena, seed);
    rota_year_round(&memory, 30 * PERCENT, HOLIDAYS_BY_PLANNER);
    for (int64_t g = 0; g < (int64_t)row_count(&memory.tables, TABLE_GROUPS); g++)
      rota_group(&memory, g)->holiday_most_e8 = (30 + 10 * (seed % 3)) * PERCENT;
    struct both both = solve_both(arena, &memory, HALF_YEAR, NULL);
    for (int p = 0; p < POSITIONS_ANSWERS; p++)
      for (int g = 0; g < (int)row_count(&memory.tables, TABLE_GROUPS); g++)
        check_year(both.plans[p], &memory, g);
    arena_free(arena);
  }
  (void)state;
}

// --- worked by hand: hours that swing -----------------------------------------------------------------------------

enum { BUSY_WEEKS = 5, QUIET_WEEKS = 5, STAFF = 10 };

static struct need_row *need_in_weeks(struct memory *memory, const char *window, int first, int last, int64_t milli) {
  const struct shift_row *shift = &shift_rows(&memory->tables)[0];
  struct need_row *need = memory_row(
      memory, TABLE_NEED, memory_add_need(memory, 0, window, shift->start_min, shift->end_min, SKILLED, milli));
  need->weeks = 0;
  for (int week = first; week <= last; week++)
    need->weeks |= INT64_C(1) << week;
  return need;
}

// 10 full-timers of 40 h; five at weekends, on other days more in the first five weeks than in the other five.
static struct memory swinging_ward(struct arena *arena, int64_t busy_milli, int64_t quiet_milli) {
  struct memory memory = plain_ward(arena, 0, STAFF * MILLI);
  rota_blank_cells(&memory);
  need_in_weeks(&memory, "busy", 34, 38, busy_milli)->days = 0x1f;
  need_in_weeks(&memory, "quiet", 39, 43, quiet_milli)->days = 0x1f;
  need_in_weeks(&memory, "weekend", 34, 43, 5 * MILLI)->days = 1 << SATURDAY | 1 << SUNDAY;
  rota_hired(&memory, SKILLED);
  return memory;
}

static const struct plan *swinging_plan(struct arena *arena, const struct memory *memory) {
  return rota_kept(arena, memory, stretch_of_weeks(2025, 8, 18, BUSY_WEEKS + QUIET_WEEKS));
}

// 440 h are wanted in the busy weeks, 360 in the quiet ones, 400 are those of the contracts.
static void hours_swing_within_the_band(void **state) {
  struct memory memory = swinging_ward(*state, 9 * MILLI, 7 * MILLI);
  const struct plan *weekly = swinging_plan(*state, &memory);
  assert_near(weekly->hours[HOURS_SUBSTITUTE], BUSY_WEEKS * 40, 1e-9);
  assert_near(weekly->hours[HOURS_IDLE], QUIET_WEEKS * 40, 1e-9);
  for (int band = 0; band <= 14; band += 2) {
    rota_year_round(&memory, band * PERCENT, HOLIDAYS_BY_PLANNER);
    const struct plan *plan = swinging_plan(*state, &memory);
    double hired_h = BUSY_WEEKS * fmax(0, 40 - 4 * band);
    assert_near(plan->hours[HOURS_SUBSTITUTE], hired_h, 1e-6);
    assert_near(plan->hours[HOURS_IDLE], hired_h, 1e-6);
    assert_near(rota_roster_h(plan, 0, 0), 400 + fmin(40, 4 * band), 1e-6);
  }
}

// Shifts of 12 h: 540 h are wanted, the band would let ten people work 600, the law 480.
static void nobody_plans_more_than_48_hours(void **state) {
  struct memory memory = swinging_ward(*state, 7 * MILLI, 2 * MILLI);
  struct shift_row *shift = memory_row(&memory, TABLE_SHIFTS, 0);
  shift->end_min = 20 * HOURS;
  for (size_t i = 0; i < row_count(&memory.tables, TABLE_NEED); i++)
    ((struct need_row *)memory_row(&memory, TABLE_NEED, (int64_t)i))->end_min = 20 * HOURS;
  rota_year_round(&memory, 50 * PERCENT, HOLIDAYS_BY_PLANNER);
  const struct plan *plan = swinging_plan(*state, &memory);
  assert_near(plan->hours[HOURS_SUBSTITUTE], BUSY_WEEKS * (540 - 480), 1e-6);
  for (int w = 0; w < BUSY_WEEKS; w++)
    assert_near(rota_roster_h(plan, 0, w), 480, 1e-6);
}

// --- worked by hand: holidays that move ---------------------------------------------------------------------------

// All ten are wanted on every weekday, but in weeks 2-8 nobody is; five weeks of holiday by absence.csv, half of the
// staff at a time: in these weeks of the summer, and the rest from week 9 on.
static struct memory winter_ward(struct arena *arena, int first_week, int last_week) {
  struct memory memory = plain_ward(arena, 0, STAFF * MILLI);
  rota_blank_cells(&memory);
  struct need_row *need = need_in_weeks(&memory, "day", 9, 53, STAFF * MILLI);
  need->weeks |= 1 << 1;
  need->days = 0x1f | DAYSET_HOLIDAY;
  int rest = 10 - (last_week - first_week + 1);
  rota_absence(&memory, ABSENCE_HOLIDAY, first_week, last_week, 50 * PERCENT);
  if (rest)
    rota_absence(&memory, ABSENCE_HOLIDAY, 9, 9 + rest - 1, 50 * PERCENT);
  rota_hired(&memory, SKILLED);
  return memory;
}

static double away_in_weeks(const struct plan *plan, int first, int last) { // of 2025, whose week 1 is the year's first
  double away = 0;
  for (int w = first - 1; w <= last - 1; w++)
    away += rota_away(plan, 0, w);
  return away;
}

static double away_between(const struct plan *plan, int month_from, int month_to) {
  double away = 0;
  const struct unit_year *year = plan->program->year;
  for (int i = 0; i < year->day_count; i++) {
    int month = date_from_day(year->first_day + i).month, w = (year->first_day + i - year->first_monday) / 7;
    double days = 7 * week_of(plan, 0, w, 0).weeks;
    if (month >= month_from && month <= month_to)
      away += rota_away(plan, 0, w) / days;
  }
  return away;
}

// The planner leaves three weeks in the summer, and moves the other two to where nobody is wanted.
static void three_weeks_stay_in_the_summer(void **state) {
  struct memory memory = winter_ward(*state, 27, 36);
  rota_year_round(&memory, 0, HOLIDAYS_BY_PROFILE);
  const struct plan *given = rota_kept(*state, &memory, stretch_of_year(2025));
  assert_near(away_between(given, 6, 9), 5 * STAFF, 1e-9);
  rota_year_round(&memory, 0, HOLIDAYS_BY_PLANNER);
  const struct plan *planned = rota_kept(*state, &memory, stretch_of_year(2025));
  check_year(planned, &memory, 0);
  assert_near(away_between(planned, 6, 9), 3 * STAFF, 1e-6);
  assert_near(away_in_weeks(planned, 2, 8), 2 * STAFF, 1e-6);
  assert_true(planned->hours[HOURS_SUBSTITUTE] < given->hours[HOURS_SUBSTITUTE] - 100);
}

// Where absence.csv has only two weeks in the summer, these two stay.
static void no_more_than_given_must_lie_in_the_summer(void **state) {
  struct memory memory = winter_ward(*state, 27, 30);
  rota_year_round(&memory, 0, HOLIDAYS_BY_PLANNER);
  const struct plan *planned = rota_kept(*state, &memory, stretch_of_year(2025));
  check_year(planned, &memory, 0);
  assert_near(away_between(planned, 6, 9), 2 * STAFF, 1e-6);
}

// All would go in the seven weeks in which nobody is wanted; only so many may at once.
static void not_all_go_at_once(void **state) {
  struct memory memory = winter_ward(*state, 27, 36);
  rota_year_round(&memory, 0, HOLIDAYS_BY_PLANNER);
  for (int percent = 20; percent <= 30; percent += 5) {
    rota_group(&memory, 0)->holiday_most_e8 = percent * PERCENT;
    const struct plan *plan = rota_kept(*state, &memory, stretch_of_year(2025));
    check_year(plan, &memory, 0);
    assert_near(away_in_weeks(plan, 2, 8), fmin(2, 0.07 * percent) * STAFF, 1e-6);
  }
}

// Half of the holidays are left in the middle of July, three weeks of them for the summer: a fifth of the people at
// once is too few for eleven weeks, so they go evenly.
static void a_late_start_spreads_the_holidays(void **state) {
  struct memory memory = winter_ward(*state, 27, 36);
  rota_group(&memory, 0)->holiday_most_e8 = 20 * PERCENT;
  town_edit(&memory, town_measure(&memory, "year_rota", day_from_date(2025, 7, 14)), "groups", NULL, "regime",
            "set year");
  struct question question = {
      .scenario = town_scenario(&memory), .stretch = stretch_of_year(2025), .measures = true, .week_types = true};
  const struct plan *plan = town_solve(*state, &question).plans[SUBJECT][POSITIONS_KEPT];
  double summer_weeks = (day_from_date(2025, 10, 1) - day_from_date(2025, 7, 14)) / 7.0;
  for (int week = 29; week <= 39; week++)
    assert_near(rota_away(plan, 0, week - 1), STAFF * 3 / summer_weeks, 1e-6);
  for (int week = 41; week <= 52; week++)
    assert_most(rota_away(plan, 0, week - 1), STAFF * 0.2, 1e-6);
}

// --- compensation -------------------------------------------------------------------------------------------------

static double compensation_kr(const struct plan *plan) { return kr_from_ore(plan->ledger.ore[LEDGER_COMPENSATION]); }

// Two people every day through eight weeks, by eight people: 256 weekend hours, of which 8 x 56 x 0.1 earn nothing. An
// hour of 100 kr costs 12 kr of holiday pay and 14.1 % of tax on 112 more.
static void weekend_hours_by_hand(void **state) {
  struct memory memory = plain_ward(*state, 2 * MILLI, 8 * MILLI);
  rota_blank_cells(&memory);
  const struct stretch stretch = stretch_of_weeks(2025, 9, 1, 8);
  const struct plan *without = rota_kept(*state, &memory, stretch);
  rota_group(&memory, 0)->weekend_compensation_ore_per_h = 100 * KR;
  rota_group(&memory, 0)->weekend_included_min = 36 * HOURS + 30;
  const struct plan *with = rota_kept(*state, &memory, stretch);
  double hours = 2 * 8 * 2 * 8 - 8 * 56 * 0.1;
  assert_near(compensation_kr(with), hours * 100, 1e-9);
  assert_near(with->cost_kr - without->cost_kr, hours * (100 + 12 + 15.79), 1e-9);
  assert_near(compensation_kr(without), 0, 1e-9);
  rota_group(&memory, 0)->weekend_included_min = 500 * HOURS; // more than anybody works
  assert_near(rota_kept(*state, &memory, stretch)->cost_kr, without->cost_kr, 1e-9);
}

// 20 000 kr a year for a full-time position: half of it for half-timers, and by days where it begins in July.
static void yearly_compensation_by_hand(void **state) {
  struct memory memory = plain_ward(*state, 2 * MILLI, 8 * MILLI);
  rota_blank_cells(&memory);
  rota_group(&memory, 0)->position_e8 = 50 * PERCENT;
  rota_hired(&memory, SKILLED);
  town_edit(&memory, town_measure(&memory, "m", day_from_date(2025, 7, 1)), "groups", NULL,
            "year_compensation_kr_per_fte", "set 20000");
  struct question question = {
      .scenario = town_scenario(&memory), .stretch = stretch_of_year(2025), .measures = true, .week_types = true};
  struct answers answers = town_solve(*state, &question);
  double agreed = 8 * 0.5 * 20000 * 184 / 365;
  assert_near(compensation_kr(answers.plans[SUBJECT][0]), agreed, 1e-6);
  assert_near(answers.plans[SUBJECT][0]->cost_kr - answers.plans[REFERENCE][0]->cost_kr, agreed * 1.12 * 1.141, 1e-6);
}

// Two weeks of holiday are worth moving out of the summer at 1 000 kr each, and none at 1 000 000.
static void moved_holidays_by_hand(void **state) {
  struct memory memory = winter_ward(*state, 27, 36);
  rota_year_round(&memory, 0, HOLIDAYS_BY_PLANNER);
  rota_group(&memory, 0)->summer_compensation_ore = 1000 * KR;
  const struct plan *cheap = rota_kept(*state, &memory, stretch_of_year(2025));
  assert_near(compensation_kr(cheap), 2 * STAFF * 1000, 1e-6);
  rota_group(&memory, 0)->summer_compensation_ore = 1000000 * KR;
  const struct plan *dear = rota_kept(*state, &memory, stretch_of_year(2025));
  assert_near(away_between(dear, 6, 9), 5 * STAFF, 1e-6);
  assert_near(compensation_kr(dear), 0, 1e-6);
  assert_true(dear->cost_kr > cheap->cost_kr + 1);
}

static void agree_on(struct memory *memory, int seed) {
  for (int64_t g = 0; g < (int64_t)row_count(&memory->tables, TABLE_GROUPS); g++) {
    struct group_row *group = rota_group(memory, g);
    group->weekend_compensation_ore_per_h = 50 * KR;
    group->weekend_included_min = seed % 2 ? 100 * HOURS : 0;
    group->summer_compensation_ore = 3000 * KR;
    group->year_compensation_ore = seed % 3 ? 0 : 10000 * KR;
  }
}

static void compensation_is_never_cheaper(void **state) {
  int dearer = 0;
  for (int seed = FIRST_SEED; seed < FIRST_SEED + towns(); seed++) {
    struct arena *arena = arena_new();
    struct memory memory = random_rota(arena, seed);
    rota_year_round(&memory, 20 * PERCENT, HOLIDAYS_BY_PLANNER);
    struct both without = solve_both(arena, &memory, HALF_YEAR, NULL);
    agree_on(&memory, seed);
    struct both with = solve_both(arena, &memory, HALF_YEAR, without.plans[POSITIONS_KEPT]);
    for (int p = 0; p < POSITIONS_ANSWERS; p++) {
      assert_no_dearer(seed, "no compensation", without.plans[p], with.plans[p]);
      dearer += with.plans[p]->cost_kr > without.plans[p]->cost_kr + 1;
      assert_true(with.plans[p]->ledger.ore[LEDGER_COMPENSATION] >= 0);
    }
    arena_free(arena);
  }
  assert_true(2 * dearer > towns());
  (void)state;
}

// --- in week types and from any start -----------------------------------------------------------------------------

static void vary_group(struct memory *memory, struct random *random, int64_t g) {
  struct group_row *group = rota_group(memory, g);
  group->regime = random_chance(random, 60) ? REGIME_YEAR : REGIME_WEEKLY;
  group->band_e8 = 5 * random_below(random, 8) * PERCENT;
  group->holidays_by = random_chance(random, 70) ? HOLIDAYS_BY_PLANNER : HOLIDAYS_BY_PROFILE;
  if (random_chance(random, 50))
    group->weekends_per_year_milli = (13 + random_below(random, 14)) * MILLI;
  if (random_chance(random, 40))
    group->weekend_compensation_ore_per_h = 60 * KR;
  group->weekend_included_min = 50 * HOURS;
  if (random_chance(random, 40))
    group->summer_compensation_ore = 2000 * KR;
}

// Everything that changes how people work, by chance; a measure from a Tuesday on.
static struct memory varied_town(struct arena *arena, int seed) {
  struct random random = {.state = (uint64_t)seed * 7919};
  struct memory memory = random_rota(arena, seed);
  for (int64_t g = 0; g < (int64_t)row_count(&memory.tables, TABLE_GROUPS); g++)
    vary_group(&memory, &random, g);
  ((struct unit_row *)memory_row(&memory, TABLE_UNITS, 0))->handover_min = 15 * random_below(&random, 3);
  memory_settings(&memory)->weekend_from = random_below(&random, 2);
  memory_settings(&memory)->sundays = random_below(&random, 2);
  int64_t measure = town_measure(&memory, "m", day_from_date(2025, 6, 17));
  town_edit(&memory, measure, "units", NULL, "handover_min", "add 15");
  static const char *const edits[][2] = {
      {"regime", "set year"}, {"regime", "set weekly"}, {"band_percent", "add 10"}, {"weekends_per_year", "set 21"}};
  for (size_t i = 0; i < sizeof edits / sizeof *edits; i++)
    if (random_chance(&random, 50))
      town_edit(&memory, measure, "groups", NULL, edits[i][0], edits[i][1]);
  return memory;
}

// From Sunday to Monday a plan in week types keeps more than the real year (see test_weeks.c): those rows are left out.
static const struct plan *without_sundays(struct arena *arena, const struct plan *plan) {
  return program_plan(arena, program_open_sundays(arena, plan->program));
}

static void compare_town_in_week_types(struct arena *arena, int seed) {
  struct memory memory = varied_town(arena, seed);
  struct question question = {.scenario = town_scenario(&memory),
                              .stretch = {day_from_date(2025, 5, 21), 63},
                              .measures = true,
                              .week_types = true};
  struct answers merged = town_solve(arena, &question);
  question.week_types = false;
  question.variable_h = merged.plans[REFERENCE][POSITIONS_KEPT]->variable_h;
  struct answers daily = town_solve(arena, &question);
  assert_true(merged.year->type_count < daily.year->type_count);
  for (int v = 0; v < VARIANTS; v++)
    for (int p = 0; p < POSITIONS_ANSWERS; p++) {
      const struct plan *left = without_sundays(arena, merged.plans[v][p]);
      const struct plan *right = without_sundays(arena, daily.plans[v][p]);
      assert_near(left->planned_shortfall_h, right->planned_shortfall_h, 1e-6);
      assert_near(left->planned_kr, right->planned_kr, 1e-6);
      const struct plan *warm = merged.plans[v][p], *cold = program_plan(arena, warm->program);
      assert_near(warm->planned_shortfall_h, cold->planned_shortfall_h, 1e-6);
      assert_near(warm->planned_kr, cold->planned_kr, 1e-6);
    }
}

static void week_types_and_starts_change_nothing(void **state) {
  for (int seed = FIRST_SEED; seed < FIRST_SEED + few_or_all(1, 4); seed++) {
    struct arena *arena = arena_new();
    compare_town_in_week_types(arena, seed);
    arena_free(arena);
  }
  (void)state;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(band_0_is_the_weekly_rota, set_up, tear_down),
      cmocka_unit_test_setup_teardown(band_0_from_the_middle_of_the_year, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_planner_and_wider_bands_are_never_dearer, set_up, tear_down),
      cmocka_unit_test_setup_teardown(the_year_is_exact, set_up, tear_down),
      cmocka_unit_test_setup_teardown(hours_swing_within_the_band, set_up, tear_down),
      cmocka_unit_test_setup_teardown(nobody_plans_more_than_48_hours, set_up, tear_down),
      cmocka_unit_test_setup_teardown(three_weeks_stay_in_the_summer, set_up, tear_down),
      cmocka_unit_test_setup_teardown(no_more_than_given_must_lie_in_the_summer, set_up, tear_down),
      cmocka_unit_test_setup_teardown(not_all_go_at_once, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_late_start_spreads_the_holidays, set_up, tear_down),
      cmocka_unit_test_setup_teardown(weekend_hours_by_hand, set_up, tear_down),
      cmocka_unit_test_setup_teardown(yearly_compensation_by_hand, set_up, tear_down),
      cmocka_unit_test_setup_teardown(moved_holidays_by_hand, set_up, tear_down),
      cmocka_unit_test_setup_teardown(compensation_is_never_cheaper, set_up, tear_down),
      cmocka_unit_test_setup_teardown(week_types_and_starts_change_nothing, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("annual", tests, NULL, NULL);
}
