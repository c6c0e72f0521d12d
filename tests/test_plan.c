// SPDX-License-Identifier: GPL-3.0-or-later
// A plan laid out on real days and priced again: by hand where that can be done, and against the rules day by day.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "base/fixed.h"
#include "need/group.h"
#include "need/positions.h"
#include "need/wanted.h"
#include "solve/solution.h"
#include "support/long.h"
#include "support/town.h"

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

// --- by hand ------------------------------------------------------------------------------------------------------

// A skilled worker wanted 8-16 every day of 2025; 30 contract hours a week (0.75 of 40 h), the rest hired. Weekends go
// to the own one every second time.
static const struct plan *small_year(struct arena *arena) {
  struct memory memory = plain_ward(arena, 1000, 750);
  memory_add_source(&memory, "hired", SOURCE_SUBSTITUTE, SKILLED);
  return town_plan(arena, town_scenario(&memory), stretch_of_year(2025));
}

static void hours_of_a_year_by_hand(void **state) {
  const struct plan *plan = small_year(*state);
  assert_near(plan->shortfall_h, 0, 1e-9);
  assert_near(plan->hours[HOURS_OWN] + plan->hours[HOURS_SUBSTITUTE], 365 * 8, 1e-9);
  // 2025 begins and ends on a Wednesday. In 51 whole weeks none of 30 h is idle: a weekday off a week is enough. Of the two
  // weeks that hold its ends five and three sevenths fall in it.
  assert_near(plan->hours[HOURS_OWN], 51 * 30 + 8 * 30 / 7.0, 1e-9);
  assert_near(plan->hours[HOURS_IDLE], 0, 1e-6);
  assert_near(plan->positions_fte, 0.75, 1e-12);
  assert_near(plan_heads(plan, 0, 0), 0.75, 1e-12);
  assert_near(plan->variable_h[0], 53 * (7 * 8 - 30), 1e-9); // of the whole weeks, which is what limits others
}

static void ledger_of_a_year_by_hand(void **state) {
  const struct plan *plan = small_year(*state);
  const int64_t *ore = plan->ledger.ore;
  // the position: 47 of 52 weeks of pay
  assert_near(kr_from_ore(ore[LEDGER_BASE_PAY]), 0.75 * 460000 * 47 / 52, 1e-6);
  double hired_kr = plan->hours[HOURS_SUBSTITUTE] * 460000 / 1846;
  assert_near(kr_from_ore(ore[LEDGER_SUBSTITUTES]), hired_kr, 1e-5);
  // 70 kr an hour, whoever works, on 104 Saturdays and Sundays; holiday pay comes instead on 17 May (a Saturday),
  // Easter eve and Sunday, Whit Sunday and from noon on the eve of that
  assert_near(kr_from_ore(ore[LEDGER_WEEKEND]), ((104 - 4) * 8 - 4) * 70.0, 1e-6);
  double supplements_kr = kr_from_ore(ore[LEDGER_WEEKEND] + ore[LEDGER_HOLIDAY]);
  double pay_kr = kr_from_ore(ore[LEDGER_BASE_PAY]) + hired_kr + supplements_kr;
  assert_near(kr_from_ore(ore[LEDGER_HOLIDAY_PAY]), 0.12 * pay_kr, 1e-5);
  assert_near(kr_from_ore(ore[LEDGER_PENSION]), 0.15 * (0.75 * 460000 + hired_kr + supplements_kr), 1e-5);
  double taxed_kr = pay_kr + kr_from_ore(ore[LEDGER_HOLIDAY_PAY] + ore[LEDGER_PENSION]);
  assert_near(kr_from_ore(ore[LEDGER_EMPLOYER_TAX]), 0.141 * taxed_kr, 1e-5);
  assert_near(plan->cost_kr, kr_from_ore(ledger_sum(&plan->ledger)), 1e-7); // every line is rounded
}

static void heads_that_follow(void **state) {
  struct memory memory = plain_ward(*state, 1000, 3000);
  struct question question = {
      .scenario = town_scenario(&memory), .stretch = stretch_of_weeks(2025, 9, 1, 4), .week_types = true};
  struct answers answers = town_solve(*state, &question);
  const struct plan *adjusted = answers.plans[REFERENCE][POSITIONS_ADJUSTED];
  // a head works every second weekend and nobody may be hired: two heads
  assert_near(plan_heads(answers.plans[REFERENCE][POSITIONS_KEPT], 0, 0), 3, 1e-9);
  assert_near(plan_heads(adjusted, 0, 0), 2, 1e-6);
  assert_near(adjusted->positions_fte, 2, 1e-6);
  double pay_share = kr_from_ore(adjusted->ledger.ore[LEDGER_BASE_PAY]) /
                     kr_from_ore(answers.plans[REFERENCE][POSITIONS_KEPT]->ledger.ore[LEDGER_BASE_PAY]);
  assert_near(pay_share, 2.0 / 3, 1e-6);
}

// Half the need from 1 July on: the heads follow from that day, and not before.
static void heads_that_follow_from_a_day(void **state) {
  struct memory memory = plain_ward(*state, 2000, 4000);
  town_edit(&memory, town_measure(&memory, "half", day_from_date(2025, 7, 1)), "need", NULL, "persons", "set 1");
  struct question question = {
      .scenario = town_scenario(&memory), .stretch = stretch_of_year(2025), .measures = true, .week_types = true};
  struct answers answers = town_solve(*state, &question);
  assert_int_equal(answers.year->segment_count, 2);
  const struct plan *after = answers.plans[SUBJECT][POSITIONS_ADJUSTED];
  assert_near(plan_heads(after, 0, 0), 4, 1e-6);
  assert_near(plan_heads(after, 0, 1), 2, 1e-6);
  assert_near(plan_heads(answers.plans[REFERENCE][POSITIONS_ADJUSTED], 0, 1), 4, 1e-6);
  assert_near(after->positions_fte, (4 * 181 + 2 * 184) / 365.0, 1e-6);
}

// --- agreement ----------------------------------------------------------------------------------------------------

// The plan of the same solution with one value changed by `more`.
static bool agrees_when_changed(struct arena *arena, const struct plan *plan, size_t column, double more) {
  struct solution changed = *plan->solution;
  changed.values = arena_array(arena, plan->program->column_count, sizeof *changed.values);
  memcpy(changed.values, plan->solution->values, plan->program->column_count * sizeof *changed.values);
  changed.values[column] += more;
  return plan_agrees(plan_make(arena, plan->program, &changed));
}

// A tenth of a person more in any column that has a price is found out.
static void a_wrong_value_is_found_out(void **state) {
  struct random random = {.state = 21};
  struct memory memory = random_town(*state, &random, (struct town_shape){.groups = 3, .shifts = 3, .seasons = true});
  const struct plan *plan = town_plan(*state, town_scenario(&memory), stretch_of_weeks(2025, 6, 16, 8));
  assert_true(plan_agrees(plan));
  int tried[COLUMN_DOWN + 1] = {0};
  for (size_t c = 0; c < plan->program->column_count; c++) {
    const struct program_column *column = &plan->program->columns[c];
    if (fabs(column->cost_kr) < 1)
      continue;
    tried[column->key.kind]++;
    if (agrees_when_changed(*state, plan, c, 0.1))
      fail_msg("not noticed: %s", program_column_name(*state, plan->program, c));
  }
  assert_true(tried[COLUMN_OWN] > 0 && tried[COLUMN_HIRED] + tried[COLUMN_EXTRA] > 0 && tried[COLUMN_UP] > 0);
}

static void agreement_to_five_ore(void **state) {
  struct memory memory = plain_ward(*state, 1000, 3000);
  struct plan plan = *town_plan(*state, town_scenario(&memory), stretch_of_weeks(2025, 9, 1, 1));
  struct solution solution = *plan.solution;
  plan.solution = &solution;
  solution.cost_kr = plan.cost_kr + 0.04;
  assert_true(plan_agrees(&plan));
  solution.cost_kr = plan.cost_kr - 0.06;
  assert_false(plan_agrees(&plan));
  solution.cost_kr = NAN;
  assert_false(plan_agrees(&plan));
}

// --- the rules, day by day ----------------------------------------------------------------------------------------

enum { GROUPS_MOST = 3 };

struct worked { // by each group on one day
  double own[GROUPS_MOST], all[GROUPS_MOST], own_h[GROUPS_MOST];
};

static struct worked worked_on(const struct plan *plan, day_number day) {
  struct worked worked = {{0}, {0}, {0}};
  const struct program *program = plan->program;
  int at = 7 * year_type_of(program->year, day) + (int)weekday_of(day);
  for (int c = program->day_columns[at]; c < program->day_columns[at + 1]; c++) {
    const struct column_key *key = &program->columns[c].key;
    if (key->kind > COLUMN_OVERTIME)
      continue;
    double persons = plan->solution->values[c];
    struct shift_place place =
        shift_place(program->year->frame, year_tables(program->year, REFERENCE, day), key->shift, day);
    worked.all[key->who] += persons;
    if (key->kind == COLUMN_OWN) {
      worked.own[key->who] += persons;
      worked.own_h[key->who] += persons * (double)place.paid_min / 60;
    }
  }
  return worked;
}

static void check_group(const struct plan *plan, int g) {
  const struct unit_year *year = plan->program->year;
  double week_h = 0, allowed_h = 0;
  for (int i = 0; i < year_days_planned(year); i++) {
    day_number day = year->first_monday + i;
    const struct group_row *group = group_on(year, REFERENCE, g, day);
    struct presence presence = group_presence(year, REFERENCE, g, day);
    double heads = plan_heads(plan, g, 0) * presence_share(&presence);
    double every = (double)group->weekend_every_milli / MILLI;
    struct worked worked = worked_on(plan, day);
    assert_most(worked.all[g], heads, 1e-6);
    if (weekday_of(day) >= SATURDAY)
      assert_most(worked.own[g], every > 0 ? heads / every : 0, 1e-6);
    week_h += worked.own_h[g];
    allowed_h += heads * (double)group->position_e8 / (double)ONE_E8 *
                 (double)group_full_time(year_tables(year, REFERENCE, day), group) / 60 * group_day_share(group, day);
    if (weekday_of(day) == SUNDAY) {
      assert_most(week_h, allowed_h, 1e-6);
      week_h = allowed_h = 0;
    }
  }
}

// Posts of each level or a higher one, as the rows of need say, against the people there; returns person-hours missing.
static double missing_on(struct arena *arena, const struct plan *plan, day_number day) {
  const struct frame *frame = plan->program->year->frame;
  size_t cells = (size_t)(frame->interval_count * frame->level_count);
  double *persons = arena_array(arena, cells, sizeof *persons), missing_h = 0;
  int64_t *need = arena_array(arena, cells, sizeof *need);
  plan_persons_on_day(plan, day, persons);
  need_on_day(frame, year_tables(plan->program->year, REFERENCE, day), day, need);
  for (int i = 0; i < frame->interval_count; i++) {
    double most = 0; // who is missing as a nurse is the same who is missing as a person
    for (int l = 0; l < frame->level_count; l++)
      most = fmax(most, (double)need[i * frame->level_count + l] / MILLI - persons[i * frame->level_count + l]);
    missing_h += most * (double)(frame->intervals[i].to_min - frame->intervals[i].from_min) / 60;
  }
  return missing_h;
}

static void plans_keep_the_rules(void **state) {
  int short_of_staff = 0;
  for (int seed = 401; seed < 401 + few_or_all(10, 25); seed++) {
    struct arena *arena = arena_new();
    struct random random = {.state = (uint64_t)seed};
    struct memory memory = random_town(arena, &random, (struct town_shape){.groups = 3, .shifts = 3, .seasons = true});
    struct question question = {
        .scenario = town_scenario(&memory), .stretch = {day_from_date(2025, 4, 26), 70}, .week_types = true};
    struct answers answers = town_solve(arena, &question);
    for (int p = 0; p < POSITIONS_ANSWERS; p++) {
      const struct plan *plan = answers.plans[REFERENCE][p];
      for (int g = 0; g < plan->program->year->frame->group_count; g++)
        check_group(plan, g);
      double missing_h = 0;
      for (int i = 0; i < question.stretch.day_count; i++)
        missing_h += missing_on(arena, plan, question.stretch.first_day + i);
      assert_near(missing_h, plan->shortfall_h, 1e-6);
      assert_most(0, plan->hours[HOURS_IDLE], 1e-6);
      short_of_staff += missing_h > 1;
    }
    arena_free(arena);
  }
  assert_true(short_of_staff > 5);
  (void)state;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(hours_of_a_year_by_hand, set_up, tear_down),
      cmocka_unit_test_setup_teardown(ledger_of_a_year_by_hand, set_up, tear_down),
      cmocka_unit_test_setup_teardown(heads_that_follow, set_up, tear_down),
      cmocka_unit_test_setup_teardown(heads_that_follow_from_a_day, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_wrong_value_is_found_out, set_up, tear_down),
      cmocka_unit_test_setup_teardown(agreement_to_five_ore, set_up, tear_down),
      cmocka_unit_test_setup_teardown(plans_keep_the_rules, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("plan", tests, NULL, NULL);
}
