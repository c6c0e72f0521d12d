// SPDX-License-Identifier: GPL-3.0-or-later
// Laws that must hold whatever the numbers are, on towns drawn from seeds.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "audit/effect.h"
#include "base/fixed.h"
#include "need/group.h"
#include "pay/absence.h"
#include "support/long.h"
#include "support/town.h"

enum { FIRST_SEED = 1000 };
static int towns(void) { return few_or_all(12, 110); }
static int years(void) { return few_or_all(2, 6); }

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

static struct memory town_of(struct arena *arena, int seed) {
  struct random random = {.state = (uint64_t)seed};
  return random_town(arena, &random, (struct town_shape){.groups = 2, .shifts = 2 + seed % 2, .seasons = true});
}

// With some of the people on holiday at Easter, when the days of these laws are: the town's own holidays are in summer.
static struct memory town_with_holidays(struct arena *arena, int seed) {
  struct memory memory = town_of(arena, seed);
  int64_t row = memory_add_absence(&memory, ABSENCE_HOLIDAY, NOT_GIVEN, (5 + seed % 20) * PERCENT);
  ((struct absence_row *)memory_row(&memory, TABLE_ABSENCE, row))->weeks = 3 << 15; // 15 and 16
  return memory;
}

// Days that begin and end inside a week, with Easter in them. Adjusted within the limits given.
static const struct plan *solve(struct arena *arena, const struct memory *memory, const double *variable_h,
                                enum positions positions) {
  const struct scenario *scenario = town_scenario(memory);
  struct stretch stretch = {day_from_date(2025, 4, 10), 12};
  return positions == POSITIONS_KEPT ? town_plan(arena, scenario, stretch)
                                     : town_plan_adjusted(arena, scenario, stretch, variable_h);
}

// --- what makes a year harder or easier ---------------------------------------------------------------------------

static void more_need(struct memory *memory) {
  for (size_t i = 0; i < row_count(&memory->tables, TABLE_NEED); i++)
    ((struct need_row *)memory_row(memory, TABLE_NEED, (int64_t)i))->persons_milli += 200;
}

static void need_of_a_higher_level(struct memory *memory) {
  struct need_row *need = memory_row(memory, TABLE_NEED, 0);
  need->level += need->level < NURSE;
}

static void weekends_more_often(struct memory *memory) {
  for (size_t i = 0; i < row_count(&memory->tables, TABLE_GROUPS); i++) {
    struct group_row *group = memory_row(memory, TABLE_GROUPS, (int64_t)i);
    group->weekend_every_milli = group->weekend_every_milli * 2 / 3;
  }
}

static void shorter_rest(struct memory *memory) {
  memory_add_rate(memory, RATE_DAILY_REST, NULL, day_from_date(2023, 1, 1), 8000000);
}

static void more_on_offer(struct memory *memory) {
  for (size_t i = 0; i < row_count(&memory->tables, TABLE_SOURCES); i++) {
    struct source_row *source = memory_row(memory, TABLE_SOURCES, (int64_t)i);
    if (source->hours_milli_per_week != NOT_GIVEN)
      source->hours_milli_per_week += 10000;
    source->room_e8 = ONE_E8;
  }
}

static void one_source_more(struct memory *memory) {
  struct source_row *source =
      memory_row(memory, TABLE_SOURCES, memory_add_source(memory, "more", SOURCE_AGENCY, NURSE));
  source->price_ore_per_h = 700 * KR;
}

static void every_shift_for_all(struct memory *memory) {
  for (size_t i = 0; i < row_count(&memory->tables, TABLE_GROUPS); i++)
    ((struct group_row *)memory_row(memory, TABLE_GROUPS, (int64_t)i))->shifts = NULL;
}

static void red_days(struct memory *memory, enum red_days_rule rule) {
  for (size_t i = 0; i < row_count(&memory->tables, TABLE_GROUPS); i++)
    ((struct group_row *)memory_row(memory, TABLE_GROUPS, (int64_t)i))->red_days = rule;
}
static void holidays_next_off(struct memory *memory) { red_days(memory, RED_DAYS_NEXT_OFF); }
static void holidays_free(struct memory *memory) { red_days(memory, RED_DAYS_FREE); }

static void every_shift_every_day(struct memory *memory) {
  for (size_t i = 0; i < row_count(&memory->tables, TABLE_SHIFTS); i++) {
    struct shift_row *shift = memory_row(memory, TABLE_SHIFTS, (int64_t)i);
    shift->days = DAYSET_EVERY_WEEKDAY | DAYSET_HOLIDAY;
    shift->weeks = (int64_t)WEEKSET_ALL;
  }
}

static void one_split_shift_more(struct memory *memory) {
  int64_t row = memory_add_shift(memory, 0, "split", 7 * 60 + 30, 20 * 60);
  ((struct shift_row *)memory_row(memory, TABLE_SHIFTS, row))->gaps = "11:30-14:00";
}

static void wider_adjustment(struct memory *memory) { memory_settings(memory)->adjust_max_e8 = 250 * PERCENT; }

static void replace_share(struct memory *memory, int64_t share_e8) {
  for (int64_t cause = CAUSE_SICK_SHORT; cause < ABSENCE_CAUSES; cause++)
    memory_add(memory, TABLE_REPLACEMENT,
               &(struct replacement_row){.cause = cause, .unit = NOT_GIVEN, .replaced_e8 = share_e8});
}

static void half_replaced(struct memory *memory) { replace_share(memory, 50 * PERCENT); }

static void holidays_in_free_weeks(struct memory *memory) {
  for (size_t i = 0; i < row_count(&memory->tables, TABLE_ABSENCE); i++) {
    struct absence_row *row = memory_row(memory, TABLE_ABSENCE, (int64_t)i);
    row->in_free_e8 = row->kind == ABSENCE_HOLIDAY ? 60 * PERCENT : 0;
  }
}

static const struct tried_law {
  const char *name;
  void (*make)(struct memory *memory);
  bool harder;
} changes[] = {
    {"more need", more_need, true},
    {"need of a higher level", need_of_a_higher_level, true},
    {"weekends more often", weekends_more_often, false},
    {"shorter rest", shorter_rest, false},
    {"more on offer", more_on_offer, false},
    {"one source more", one_source_more, false},
    {"every shift for all", every_shift_for_all, false},
    {"every shift every day", every_shift_every_day, false},
    {"one split shift more", one_split_shift_more, false},
    {"wider adjustment", wider_adjustment, false},
    {"half of the absence replaced", half_replaced, false},
    {"holidays in free weeks", holidays_in_free_weeks, false},
    {"public holidays free after a Sunday worked", holidays_next_off, true},
    {"public holidays free", holidays_free, true},
};

struct tally { // how often a change changed anything
  int changed[sizeof changes / sizeof *changes];
};

static void compare_change(struct arena *arena, int seed, size_t i, const struct plan *const *base,
                           struct tally *tally) {
  const double *variable_h = base[POSITIONS_KEPT]->variable_h;
  struct memory memory = town_with_holidays(arena, seed);
  changes[i].make(&memory);
  for (enum positions p = POSITIONS_KEPT; p < POSITIONS_ANSWERS; p++) {
    const struct plan *plan = solve(arena, &memory, variable_h, p);
    const struct plan *better = changes[i].harder ? base[p] : plan, *worse = changes[i].harder ? plan : base[p];
    if (!plan_no_worse(better, worse, 0))
      fail_msg("town %d, %s, %s: %.6f h %.2f kr became %.6f h %.2f kr", seed, changes[i].name, positions_name(p),
               base[p]->shortfall_h, base[p]->cost_kr, plan->shortfall_h, plan->cost_kr);
    tally->changed[i] += !plan_no_worse(worse, better, 0);
  }
}

static void harder_and_easier(void **state) {
  struct tally tally = {{0}};
  for (int seed = FIRST_SEED; seed < FIRST_SEED + towns(); seed++) {
    struct arena *arena = arena_new();
    struct memory memory = town_with_holidays(arena, seed);
    const struct plan *base[POSITIONS_ANSWERS] = {solve(arena, &memory, NULL, POSITIONS_KEPT)};
    base[POSITIONS_ADJUSTED] = solve(arena, &memory, base[POSITIONS_KEPT]->variable_h, POSITIONS_ADJUSTED);
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
      compare_change(arena, seed, i, base, &tally);
    arena_free(arena);
  }
  // some rules bind in few towns: of the few towns of a short run most changes matter in some
  size_t felt = 0, count = sizeof changes / sizeof *changes;
  for (size_t i = 0; i < count; i++) {
    felt += tally.changed[i] > 0;
    if (tally.changed[i] < few_or_all(0, 3))
      fail_msg("%s changed next to nothing: %d", changes[i].name, tally.changed[i]);
  }
  assert_true(felt + 2 >= count);
  (void)state;
}

// --- one head more ------------------------------------------------------------------------------------------------

static void one_head_more(void **state) {
  for (int seed = FIRST_SEED; seed < FIRST_SEED + towns(); seed++) {
    struct arena *arena = arena_new();
    struct memory memory = town_of(arena, seed);
    const struct plan *before = solve(arena, &memory, NULL, POSITIONS_KEPT);
    ((struct group_row *)memory_row(&memory, TABLE_GROUPS, 0))->heads_milli += 1000;
    const struct plan *after = solve(arena, &memory, NULL, POSITIONS_KEPT);
    double pay_kr = after->program->constant_kr - before->program->constant_kr;
    assert_true(pay_kr > 0);
    if (!plan_no_worse(after, before, pay_kr))
      fail_msg("town %d: %.6f h %.2f kr became %.6f h %.2f kr with a head of %.2f kr", seed, before->shortfall_h,
               before->cost_kr, after->shortfall_h, after->cost_kr, pay_kr);
    arena_free(arena);
  }
  (void)state;
}

// --- prices -------------------------------------------------------------------------------------------------------

static void multiply_kroner(struct memory *memory, int64_t by) {
  for (size_t i = 0; i < row_count(&memory->tables, TABLE_PAY); i++)
    ((struct pay_row *)memory_row(memory, TABLE_PAY, (int64_t)i))->yearly_pay_ore *= by;
  for (size_t i = 0; i < row_count(&memory->tables, TABLE_SUPPLEMENTS); i++)
    ((struct supplement_row *)memory_row(memory, TABLE_SUPPLEMENTS, (int64_t)i))->minimum_ore_per_h *= by;
  for (size_t i = 0; i < row_count(&memory->tables, TABLE_RATES); i++) {
    struct rate_row *rate = memory_row(memory, TABLE_RATES, (int64_t)i);
    rate->value_e6 *= rate->rate == RATE_REFUND_CEILING || rate->rate == RATE_SPLIT_SUPPLEMENT ? by : 1;
  }
  for (size_t i = 0; i < row_count(&memory->tables, TABLE_SOURCES); i++) {
    struct source_row *source = memory_row(memory, TABLE_SOURCES, (int64_t)i);
    source->price_ore_per_h *= source->price_ore_per_h == NOT_GIVEN ? 1 : by;
    source->unsocial_ore_per_h *= source->unsocial_ore_per_h == NOT_GIVEN ? 1 : by;
  }
}

static void twice_the_pay_is_twice_the_cost(void **state) {
  for (int seed = FIRST_SEED; seed < FIRST_SEED + towns(); seed++) {
    struct arena *arena = arena_new();
    struct memory memory = town_of(arena, seed), dear = town_of(arena, seed);
    multiply_kroner(&dear, 2);
    const struct plan *once = solve(arena, &memory, NULL, POSITIONS_KEPT);
    for (enum positions p = POSITIONS_KEPT; p < POSITIONS_ANSWERS; p++) {
      const struct plan *twice = solve(arena, &dear, once->variable_h, p);
      const struct plan *plain = solve(arena, &memory, once->variable_h, p);
      assert_near(twice->planned_shortfall_h, plain->planned_shortfall_h, 1e-6);
      assert_near(twice->planned_kr, 2 * plain->planned_kr, 1e-5); // every shift is rounded to the øre
    }
    arena_free(arena);
  }
  (void)state;
}

// However dear whoever is hired, the same hours stay empty.
static void no_price_leaves_a_post_empty(void **state) {
  for (int seed = FIRST_SEED; seed < FIRST_SEED + towns(); seed++) {
    struct arena *arena = arena_new();
    struct memory memory = town_of(arena, seed);
    const struct plan *before = solve(arena, &memory, NULL, POSITIONS_KEPT);
    for (size_t i = 0; i < row_count(&memory.tables, TABLE_SOURCES); i++) {
      struct source_row *source = memory_row(&memory, TABLE_SOURCES, (int64_t)i);
      source->pay_e8 *= 50;
      source->price_ore_per_h *= source->kind == SOURCE_AGENCY ? 50 : 1;
    }
    const struct plan *dear = solve(arena, &memory, NULL, POSITIONS_KEPT);
    assert_near(dear->planned_shortfall_h, before->planned_shortfall_h, 1e-6);
    assert_most(before->planned_kr, dear->planned_kr, 1e-9);
    arena_free(arena);
  }
  (void)state;
}

// --- split shifts -------------------------------------------------------------------------------------------------

// Nobody is employed, so that no rule of one shift a day is in the way: whoever is hired for a split shift may as well be two
// people, each on a stretch of it. The split shift covers exactly its stretches, so it never covers more for less.
static void a_split_shift_never_costs_less_than_its_stretches(void **state) {
  int dearer = 0;
  for (int seed = FIRST_SEED; seed < FIRST_SEED + towns(); seed++) {
    struct arena *arena = arena_new();
    struct memory split = town_of(arena, seed), apart = town_of(arena, seed);
    struct memory *both[] = {&split, &apart};
    for (int i = 0; i < 2; i++) {
      for (size_t g = 0; g < row_count(&both[i]->tables, TABLE_GROUPS); g++)
        ((struct group_row *)memory_row(both[i], TABLE_GROUPS, (int64_t)g))->heads_milli = 0;
      one_source_more(both[i]);
      ((struct shift_row *)memory_row(both[i], TABLE_SHIFTS, 0))->weeks = 0; // of the town's own only the others
    }
    one_split_shift_more(&split);
    memory_add_shift(&apart, 0, "first", 7 * 60 + 30, 11 * 60 + 30);
    memory_add_shift(&apart, 0, "second", 14 * 60, 20 * 60);
    const struct plan *one = solve(arena, &split, NULL, POSITIONS_KEPT);
    const struct plan *two = solve(arena, &apart, NULL, POSITIONS_KEPT);
    if (!plan_no_worse(two, one, 0))
      fail_msg("town %d: split %.6f h %.2f kr, its stretches %.6f h %.2f kr", seed, one->shortfall_h, one->cost_kr,
               two->shortfall_h, two->cost_kr);
    dearer += !plan_no_worse(one, two, 0);
    arena_free(arena);
  }
  assert_true(dearer > 0);
  (void)state;
}

// --- order of rows ------------------------------------------------------------------------------------------------

static void turn_round(struct memory *memory, enum table_id table) {
  struct rows *rows = &memory->tables.list[table];
  char *turned = arena_array(memory->arena, rows->count, rows->size);
  for (size_t i = 0; i < rows->count; i++)
    memcpy(turned + i * rows->size, rows->items + (rows->count - 1 - i) * rows->size, rows->size);
  rows->items = turned;
}

static void order_of_rows_does_not_matter(void **state) {
  static const enum table_id tables[] = {TABLE_NEED,   TABLE_GROUPS,  TABLE_SOURCES,
                                         TABLE_SHIFTS, TABLE_ABSENCE, TABLE_SUPPLEMENTS};
  for (int seed = FIRST_SEED; seed < FIRST_SEED + towns(); seed++) {
    struct arena *arena = arena_new();
    struct memory memory = town_of(arena, seed), turned = town_of(arena, seed);
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
      turn_round(&turned, tables[t]);
    const double *variable_h = solve(arena, &memory, NULL, POSITIONS_KEPT)->variable_h;
    for (enum positions p = POSITIONS_KEPT; p < POSITIONS_ANSWERS; p++) {
      const struct plan *before = solve(arena, &memory, variable_h, p), *after = solve(arena, &turned, variable_h, p);
      assert_near(after->shortfall_h, before->shortfall_h, 1e-6);
      assert_near(after->cost_kr, before->cost_kr, 1e-6);
    }
    arena_free(arena);
  }
  (void)state;
}

// --- names, and two groups for one --------------------------------------------------------------------------------

static void other_names(struct memory *memory) {
  static const char *const names[] = {"zulu", "an other", "7", "Ålesund"};
  for (size_t i = 0; i < row_count(&memory->tables, TABLE_GROUPS); i++) {
    struct group_row *group = memory_row(memory, TABLE_GROUPS, (int64_t)i);
    group->group = group->title = names[i % 4];
  }
}

// A third of the first group's heads stand in a group of their own.
static void one_group_as_two(struct memory *memory) {
  struct group_row *first = memory_row(memory, TABLE_GROUPS, 0);
  struct group_row part = *first;
  part.group = part.title = "a part";
  part.heads_milli /= 3;
  first->heads_milli -= part.heads_milli;
  memory_add(memory, TABLE_GROUPS, &part);
}

static void names_and_groups_split_in_two_change_nothing(void **state) {
  static void (*const ways[])(struct memory *) = {other_names, one_group_as_two};
  for (int seed = FIRST_SEED; seed < FIRST_SEED + towns(); seed++)
    for (size_t c = 0; c < sizeof ways / sizeof *ways; c++) {
      struct arena *arena = arena_new();
      struct memory memory = town_of(arena, seed), changed = town_of(arena, seed);
      ways[c](&changed);
      const double *variable_h = solve(arena, &memory, NULL, POSITIONS_KEPT)->variable_h;
      for (enum positions p = POSITIONS_KEPT; p < POSITIONS_ANSWERS; p++) {
        const struct plan *before = solve(arena, &memory, variable_h, p),
                          *after = solve(arena, &changed, variable_h, p);
        assert_near(after->planned_shortfall_h, before->planned_shortfall_h, 1e-6);
        assert_near(after->planned_kr, before->planned_kr, 1e-6);
        assert_near(after->cost_kr, before->cost_kr, 1e-6);
      }
      arena_free(arena);
    }
  (void)state;
}

// --- absence that is replaced -------------------------------------------------------------------------------------

// Contract hours of the weeks planned, positions kept, on which somebody is away.
static double lost_h(const struct plan *plan) {
  const struct unit_year *year = plan->program->year;
  double hours = 0;
  for (int i = 0; i < year_days_planned(year); i++)
    for (int g = 0; g < year->frame->group_count; g++) {
      day_number day = year->first_monday + i;
      const struct tables *tables = year_tables(year, REFERENCE, day);
      const struct group_row *group = group_on(year, REFERENCE, g, day);
      double away = 1 - (double)presence_on(tables, year->frame->unit, group->category, day) / (double)ONE_E8;
      hours += group_contract_min(tables, group) / 60 / DAYS_PER_WEEK * (double)group->heads_milli / MILLI * away;
    }
  return hours;
}

// All of it replaced is the same as nothing said, to the øre; and what is not replaced lies within what is lost.
static void all_replaced_is_as_before(void **state) {
  for (int seed = FIRST_SEED; seed < FIRST_SEED + towns(); seed++) {
    struct arena *arena = arena_new();
    struct memory memory = town_of(arena, seed), all = town_of(arena, seed), none = town_of(arena, seed);
    replace_share(&all, ONE_E8);
    replace_share(&none, 0);
    const struct plan *before = solve(arena, &memory, NULL, POSITIONS_KEPT);
    const struct plan *after = solve(arena, &all, NULL, POSITIONS_KEPT);
    assert_memory_equal(&before->ledger, &after->ledger, sizeof before->ledger);
    assert_true(before->shortfall_h == after->shortfall_h && after->gap_h == 0);
    const struct plan *empty = solve(arena, &none, NULL, POSITIONS_KEPT);
    assert_true(empty->gap_h <= lost_h(empty) + 1e-6);
    arena_free(arena);
  }
  (void)state;
}

// --- red days -----------------------------------------------------------------------------------------------------

// Not said is the same as worked, to the øre.
static void red_days_not_said_are_worked(void **state) {
  for (int seed = FIRST_SEED; seed < FIRST_SEED + towns(); seed++) {
    struct arena *arena = arena_new();
    struct memory worked = town_of(arena, seed), unsaid = town_of(arena, seed);
    red_days(&worked, RED_DAYS_WORKED);
    for (size_t i = 0; i < row_count(&unsaid.tables, TABLE_GROUPS); i++)
      ((struct group_row *)memory_row(&unsaid, TABLE_GROUPS, (int64_t)i))->red_days = NOT_GIVEN;
    const struct plan *before = solve(arena, &worked, NULL, POSITIONS_KEPT);
    const struct plan *after = solve(arena, &unsaid, NULL, POSITIONS_KEPT);
    assert_memory_equal(&before->ledger, &after->ledger, sizeof before->ledger);
    assert_true(before->shortfall_h == after->shortfall_h && after->free_h == 0);
    arena_free(arena);
  }
  (void)state;
}

static double people_on(const struct plan *plan, int g, day_number day) {
  const struct program *program = plan->program;
  int at = 7 * year_type_of(program->year, day) + (int)weekday_of(day);
  double people = 0;
  for (int c = program->day_columns[at]; c < program->day_columns[at + 1]; c++)
    if (program->columns[c].key.kind == COLUMN_OWN && program->columns[c].key.who == g)
      people += plan->solution->values[c];
  return people;
}

// Maundy Thursday, Good Friday and Easter Monday of 2025, each after the red day before it: with the holidays free by the
// rule nobody need work two that follow each other on contract hours (arbeidsmiljøloven 10-8(4)).
static void nobody_works_two_red_days_in_a_row(void **state) {
  static const int pairs[][2] = {{13, 17}, {17, 18}, {20, 21}};
  int busy = 0;
  for (int seed = FIRST_SEED; seed < FIRST_SEED + towns(); seed++) {
    struct arena *arena = arena_new();
    struct memory memory = town_of(arena, seed);
    red_days(&memory, RED_DAYS_NEXT_OFF);
    const struct plan *plan = solve(arena, &memory, NULL, POSITIONS_KEPT);
    for (int g = 0; g < plan->program->year->frame->group_count; g++)
      for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const struct group_row *group = &group_rows(&memory.tables)[g];
        if (!group->weekend_every_milli || group->weekend_every_milli < 2000)
          continue; // more than every second Sunday: broken by the rota itself
        day_number before = day_from_date(2025, 4, pairs[i][0]), day = day_from_date(2025, 4, pairs[i][1]);
        double both = people_on(plan, g, before) + people_on(plan, g, day);
        assert_true(both <= (double)group->heads_milli / MILLI + 1e-6);
        busy += both > 0.9 * (double)group->heads_milli / MILLI;
      }
    arena_free(arena);
  }
  assert_true(busy > 0);
  (void)state;
}

// --- what is asked, and when -------------------------------------------------------------------------------------------

static const struct comparison *compare_asked(struct study *study, struct arena *arena, int year, const bool *in_force,
                                              bool kept_only) {
  enum solve_status status;
  const char *why;
  const struct study_question question = {
      .year = year, .in_force = in_force, .undecided_start = day_from_date(2025, 1, 1), .kept_only = kept_only};
  const struct comparison *comparison = study_compare(study, arena, &question, &status, &why);
  assert_non_null(comparison);
  return comparison;
}

static const struct comparison *compare(struct study *study, struct arena *arena, int year, const bool *in_force) {
  return compare_asked(study, arena, year, in_force, false);
}

static void assert_same_plan(const struct plan *one, const struct plan *other) {
  assert_memory_equal(&one->ledger, &other->ledger, sizeof one->ledger);
  assert_true(one->cost_kr == other->cost_kr);
  assert_true(one->shortfall_h == other->shortfall_h);
}

static void assert_same_answers(const struct comparison *one, const struct comparison *other, bool kept_only) {
  for (int v = 0; v < VARIANTS; v++)
    for (int p = 0; p < POSITIONS_ANSWERS; p++)
      if (kept_only && p == POSITIONS_ADJUSTED)
        assert_null(other->plans[v][p]);
      else
        assert_same_plan(one->plans[v][p], other->plans[v][p]);
}

// Positions kept say the same when nothing else is asked; positions adjusted the same when they are asked later; and both
// when the baselines that they were held against have been forgotten.
static void answers_hang_on_no_other_question(void **state) {
  enum { MEASURES = 4 };
  static const char *const names[MEASURES] = {"m0", "m1", "m2", "m3"};
  for (int seed = FIRST_SEED; seed < FIRST_SEED + years(); seed++) {
    struct arena *arena = arena_new();
    struct memory memory = town_of(arena, seed);
    for (int m = 0; m < MEASURES; m++)
      town_edit(&memory, town_measure(&memory, names[m], day_from_date(2025, 1 + 2 * m, 5)), "need", NULL, "persons",
                "multiply 0.8");
    struct study *first = study_new(town_scenario(&memory), NULL, NULL);
    struct study *second = study_new(town_scenario(&memory), NULL, NULL);
    const bool set[MEASURES] = {true};
    const struct comparison *both = compare(first, arena, 2025, set);
    assert_same_answers(both, compare_asked(second, arena, 2025, set, true), true);
    assert_same_answers(both, compare(second, arena, 2025, set), false);
    for (int m = 1; m < MEASURES; m++) {
      bool other[MEASURES] = {false};
      other[m] = true;
      compare(second, arena, 2025, other);
      study_forget(second);
    }
    assert_same_answers(both, compare(second, arena, 2025, set), false);
    study_free(first);
    study_free(second);
    arena_free(arena);
  }
  (void)state;
}

// --- measures that change nothing ---------------------------------------------------------------------------------

static void assert_worth_nothing(const struct comparison *comparison) {
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    const struct plan *before = comparison->plans[REFERENCE][p], *after = comparison->plans[SUBJECT][p];
    assert_memory_equal(&before->ledger, &after->ledger, sizeof before->ledger);
    assert_true(before->shortfall_h == after->shortfall_h);
  }
}

// Empty ones, one that adds 0, and one with its inverse: exactly 0 øre, also in the year in which they start.
static void measures_that_change_nothing(void **state) {
  enum { EMPTY, ADDS_NOTHING, LESS, MORE, MEASURES };
  static const char *const names[MEASURES] = {"empty", "adds_nothing", "less", "more"};
  static const bool sets[][MEASURES] = {{[EMPTY] = true}, {[ADDS_NOTHING] = true}, {[LESS] = true, [MORE] = true}};
  for (int seed = FIRST_SEED; seed < FIRST_SEED + years(); seed++) {
    struct arena *arena = arena_new();
    struct memory memory = town_of(arena, seed);
    for (int m = 0; m < MEASURES; m++)
      town_measure(&memory, names[m], day_from_date(2024, 6, 5));
    town_edit(&memory, ADDS_NOTHING, "need", NULL, "persons", "add 0");
    town_edit(&memory, LESS, "need", NULL, "persons", "add -0.3");
    town_edit(&memory, MORE, "need", NULL, "persons", "add 0.3");
    town_edit(&memory, LESS, "groups", NULL, "heads", "add -0.5");
    town_edit(&memory, MORE, "groups", NULL, "heads", "add 0.5");
    struct study *study = study_new(town_scenario(&memory), NULL, NULL);
    for (size_t s = 0; s < sizeof sets / sizeof *sets; s++)
      for (int year = 2024; year <= 2024 + (seed % 5 == 0); year++)
        assert_worth_nothing(compare(study, arena, year, sets[s]));
    study_free(study);
    arena_free(arena);
  }
  (void)state;
}

// The year before a measure starts is the baseline's to the øre; the year it starts in is not.
static void nothing_happens_before_the_start(void **state) {
  int worth_something = 0;
  for (int seed = FIRST_SEED; seed < FIRST_SEED + years(); seed++) {
    struct arena *arena = arena_new();
    struct memory memory = town_of(arena, seed);
    town_edit(&memory, town_measure(&memory, "m", day_from_date(2025, 12, 1)), "need", NULL, "persons", "multiply 0.7");
    struct study *study = study_new(town_scenario(&memory), NULL, NULL);
    const bool in_force[] = {true};
    assert_worth_nothing(compare(study, arena, 2024, in_force));
    const struct comparison *later = compare(study, arena, 2025, in_force);
    worth_something +=
        memcmp(&later->plans[REFERENCE][0]->ledger, &later->plans[SUBJECT][0]->ledger, sizeof(struct ledger)) != 0;
    study_free(study);
    arena_free(arena);
  }
  assert_true(worth_something > years() / 2);
  (void)state;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(harder_and_easier, set_up, tear_down),
      cmocka_unit_test_setup_teardown(one_head_more, set_up, tear_down),
      cmocka_unit_test_setup_teardown(twice_the_pay_is_twice_the_cost, set_up, tear_down),
      cmocka_unit_test_setup_teardown(no_price_leaves_a_post_empty, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_split_shift_never_costs_less_than_its_stretches, set_up, tear_down),
      cmocka_unit_test_setup_teardown(order_of_rows_does_not_matter, set_up, tear_down),
      cmocka_unit_test_setup_teardown(names_and_groups_split_in_two_change_nothing, set_up, tear_down),
      cmocka_unit_test_setup_teardown(all_replaced_is_as_before, set_up, tear_down),
      cmocka_unit_test_setup_teardown(red_days_not_said_are_worked, set_up, tear_down),
      cmocka_unit_test_setup_teardown(nobody_works_two_red_days_in_a_row, set_up, tear_down),
      cmocka_unit_test_setup_teardown(answers_hang_on_no_other_question, set_up, tear_down),
      cmocka_unit_test_setup_teardown(measures_that_change_nothing, set_up, tear_down),
      cmocka_unit_test_setup_teardown(nothing_happens_before_the_start, set_up, tear_down),
  };
  return cmocka_run_group_tests_name("laws", tests, NULL, NULL);
}
