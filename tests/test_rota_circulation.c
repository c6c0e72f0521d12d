// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of identical contracts: the twenty real rotas of the public benchmark, brute force on tiny units, laws, and
// which rules give way where there is none.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "rota/circulation.h"
#include "rota/give_way.h"
#include "rota/lines.h"
#include "rota/solve.h"
#include "support/long.h"
#include "support/rota_check.h"
#include "support/rota_random.h"
#include "support/rws.h"

static void assert_is_rota(const struct rota_problem *problem, const struct rota *rota) {
  struct slow_cover cover = slow_cover(problem, rota);
  assert_true(slow_shape_is_right(problem, rota));
  assert_int_equal(slow_breaches(problem, rota), 0);
  assert_false(problem->cover_required && cover.short_of_need);
  assert_false(cover.above_most);
}

static enum rota_outcome outcome_checked(const struct rota_problem *problem) {
  struct arena *arena = arena_new();
  struct rota_answer answer = rota_solve(arena, problem, NULL);
  if (answer.outcome == ROTA_FOUND) {
    assert_is_rota(problem, answer.rota);
    assert_true(answer.bound_kr <= answer.measure.cost_kr + 0.005);
  }
  if (answer.outcome == ROTA_FAILED)
    printf("failed: %s\n", answer.failure.text);
  arena_free(arena);
  return answer.outcome;
}

static void real_rotas_are_found(void **state) {
  (void)state;
  struct arena *arena = arena_new();
  for (int i = 1; i <= 20; i++) {
    struct rota_problem *problem = rws_read(arena, arena_printf(arena, "bench/rws/Example%d.txt", i));
    assert_non_null(problem);
    assert_int_equal(outcome_checked(problem), ROTA_FOUND);
  }
  arena_free(arena);
}

static void same_question_same_rota(void **state) {
  (void)state;
  struct arena *arena = arena_new();
  struct rota_problem *problem = rws_read(arena, "bench/rws/Example10.txt");
  struct rota_answer once = rota_solve(arena, problem, NULL), again = rota_solve(arena, problem, NULL);
  assert_memory_equal(once.rota->day, again.rota->day, sizeof(int) * 7 * 27);
  arena_free(arena);
}

// ---------------------------------------------------------------- brute force

struct brute {
  const struct rota_problem *problem;
  struct rota *rota;
};

static bool covered(const struct brute *brute, int t) {
  const struct rota_problem *problem = brute->problem;
  for (int s = 0; s < problem->shift_count; s++) {
    int64_t people = 0;
    for (int line = 0; line < brute->rota->line_count; line++)
      people += 1000 * (brute->rota->day[line * 7 + t] == s);
    int at = t * problem->interval_count + s;
    if (people < problem->need_milli[at] || (problem->most_milli && people > problem->most_milli[at]))
      return false;
  }
  return true;
}

// Fills cell after cell, day by day; true where some filling keeps everything.
static bool fill(struct brute *brute, int cell) {
  int lines = brute->rota->line_count, t = cell / lines;
  if (cell > 0 && cell % lines == 0 && !covered(brute, t - 1))
    return false;
  if (t == 7) // the quick opinion first; where it refused wrongly, the engine's rota would show it
    return rota_check(brute->problem, brute->rota, NULL, 0) == 0 && slow_breaches(brute->problem, brute->rota) == 0;
  for (int shift = ROTA_OFF; shift < brute->problem->shift_count; shift++) {
    brute->rota->day[cell % lines * 7 + t] = shift;
    if (fill(brute, cell + 1))
      return true;
  }
  return false;
}

static struct rota_problem *tiny(struct arena *arena, struct random *random) {
  int heads = 1 + random_below(random, 2);
  struct rota_problem *problem = random_line_rules(arena, random, 1, heads);
  if (heads == 2 && problem->shift_count > 2)
    problem->shift_count = 2; // else brute force takes too long; its intervals are those of the others
  problem->interval_count = problem->shift_count;
  problem->covers = arena_array(arena, 9, sizeof *problem->covers);
  for (int s = 0; s < problem->shift_count; s++)
    problem->covers[s * problem->shift_count + s] = true;
  problem->groups[0].shifts &= (1u << problem->shift_count) - 1;
  for (int q = 0; q < problem->sequence_count; q++)
    for (int i = 0; i < 3; i++)
      if (problem->sequences[q].days[i] >= problem->shift_count)
        problem->sequences[q].days[i] = 0;
  problem->rotates = true;
  problem->most_milli = arena_array(arena, 21, sizeof *problem->most_milli);
  for (int d = 0; d < 7; d++)
    for (int s = 0; s < problem->shift_count; s++) {
      int64_t *need = rota_need(problem, d, s);
      *need = random_chance(random, 45) ? 1000 : 0;
      problem->most_milli[need - problem->need_milli] = *need + (random_chance(random, 50) ? 1000 : 0);
    }
  if (random_chance(random, 30))
    problem->groups[0].hours_most_min = 60 * (10 + random_below(random, 40));
  if (random_chance(random, 20))
    problem->groups[0].hours_least_min = 60 * random_below(random, 20);
  return problem;
}

static void brute_force_agrees(void **state) {
  (void)state;
  int found = 0, none = 0;
  for (int seed = 1; seed <= few_or_all(150, 400); seed++) {
    struct arena *arena = arena_new();
    struct random random = {(uint64_t)seed};
    struct rota_problem *problem = tiny(arena, &random);
    struct brute brute = {problem, empty_rota(arena, problem)};
    bool feasible = fill(&brute, 0);
    enum rota_outcome outcome = outcome_checked(problem);
    if (outcome != (feasible ? ROTA_FOUND : ROTA_NONE))
      printf("seed %d: brute force %d, outcome %d\n", seed, feasible, outcome);
    assert_int_equal(outcome, feasible ? ROTA_FOUND : ROTA_NONE);
    found += feasible;
    none += !feasible;
    arena_free(arena);
  }
  assert_true(found > 15 && none > 15);
}

// ---------------------------------------------------------------- laws

// One rule less, or a wider one, and there is still a rota; more people, where nobody must work, too.
static void no_rule_less_is_worse(void **state) {
  (void)state;
  for (int seed = 1; seed <= few_or_all(15, 40); seed++) {
    struct arena *arena = arena_new();
    struct random random = {(uint64_t)seed};
    struct rota_problem *problem = rws_made(arena, &random, 10 + random_below(&random, 30));
    if (outcome_checked(problem) == ROTA_FOUND) {
      struct rota_limits *limits = &problem->groups[0].limits;
      switch (seed % 5) {
      case 0:
        problem->sequence_count--;
        break;
      case 1:
        limits->days_in_row_most++;
        break;
      case 2:
        limits->days_off_least = 1;
        break;
      case 3:
        problem->shifts[1].run_most++;
        break;
      default: // somebody who is off for as long as it likes everybody
        limits->days_off_most = ROTA_NO_LIMIT;
        problem->groups[0].heads += 3;
      }
      assert_int_equal(outcome_checked(problem), ROTA_FOUND);
    }
    arena_free(arena);
  }
}

// Costs: a bound that is one, and a rule less never costs more where both are proven best.
static void prices_are_bounded(void **state) {
  (void)state;
  int proven = 0;
  for (int seed = 1; seed <= 9; seed++) {
    struct arena *arena = arena_new();
    struct random random = {(uint64_t)seed};
    struct rota_problem *problem = rws_made(arena, &random, 6 + random_below(&random, 8));
    problem->cover_required = false;
    problem->most_milli = NULL;
    problem->weights = (struct rota_weights){.single_day_on_kr = 20, .single_day_off_kr = 20, .short_change_kr = 40};
    struct rota_answer strict = rota_solve(arena, problem, NULL);
    problem->sequence_count = 0;
    problem->groups[0].limits.days_off_least = 1;
    struct rota_answer free_one = rota_solve(arena, problem, NULL);
    if (strict.outcome == ROTA_FOUND && free_one.outcome == ROTA_FOUND) {
      assert_true(strict.bound_kr <= strict.measure.cost_kr + 0.005);
      assert_true(free_one.bound_kr <= strict.measure.cost_kr + 0.005);
      proven += strict.proven_best;
      if (free_one.proven_best)
        assert_true(free_one.measure.cost_kr <= strict.measure.cost_kr + 0.005);
    }
    arena_free(arena);
  }
  assert_true(proven > 3);
}

// ---------------------------------------------------------------- walks of lines of their own

// Two people, two weeks, who may not change between day and evening: each stays in a walk of a week of their own.
static void lines_need_not_be_one_walk(void **state) {
  (void)state;
  struct arena *arena = arena_new();
  struct rota_problem *problem = plain_rota(arena, 2, 2, 2);
  problem->sequences = arena_array(arena, 4, sizeof *problem->sequences);
  const struct rota_sequence apart[] = {{2, {0, 1}}, {2, {1, 0}}, {3, {0, ROTA_OFF, 1}}, {3, {1, ROTA_OFF, 0}}};
  memcpy(problem->sequences, apart, sizeof apart);
  problem->sequence_count = 4;
  problem->groups[0].limits.days_off_most = 1;
  for (int d = 0; d < 6; d++)
    *rota_need(problem, d, 0) = *rota_need(problem, d, 1) = 1000;
  assert_int_equal(outcome_checked(problem), ROTA_FOUND);
  problem->weeks = 1;
  problem->rotates = true; // as one walk there is none
  assert_int_equal(outcome_checked(problem), ROTA_NONE);
  arena_free(arena);
}

// A small team, as many weeks as people: circulation and lines, each engine by itself. Bounds of the one hold for the other.
static struct rota_problem *small_team(struct arena *arena, struct random *random) {
  int heads = 3 + random_below(random, 2);
  struct rota_problem *problem = plain_rota(arena, heads, 2, heads);
  struct rota_limits *limits = &problem->groups[0].limits;
  limits->daily_rest_min = limits->short_rest_min = 11 * 60;
  limits->weekly_rest_min = 35 * 60;
  limits->weekly_rest_inside = random_chance(random, 50);
  limits->days_in_row_most = 3 + random_below(random, 4);
  limits->weekend_every = 1 + random_below(random, 2);
  problem->groups[0].hours_most_min = heads * 60 * (20 + random_below(random, 20));
  problem->cover_required = false;
  problem->weights = (struct rota_weights){.idle_kr_per_h = 50, .single_day_on_kr = 20, .single_day_off_kr = 20};
  for (int d = 0; d < 7; d++)
    for (int s = 0; s < 2; s++)
      *rota_need(problem, d, s) = random_chance(random, 60) ? 1000 : 0;
  return problem;
}

static void both_engines_agree(void **state) {
  (void)state;
  int both_best = 0;
  for (int seed = 1; seed <= few_or_all(3, 8); seed++) {
    struct arena *arena = arena_new();
    struct random random = {(uint64_t)seed};
    struct rota_problem *problem = small_team(arena, &random);
    assert_true(rota_circulates(problem));
    struct rota_answer walk = rota_circulation(arena, problem, NULL), lines = rota_solve_lines(arena, problem, NULL);
    assert_false(walk.outcome == ROTA_NONE && lines.outcome == ROTA_FOUND);
    assert_false(lines.outcome == ROTA_NONE && walk.outcome == ROTA_FOUND);
    if (walk.outcome == ROTA_FOUND && lines.outcome == ROTA_FOUND) {
      double walk_kr = rota_measure_of(problem, walk.rota).cost_kr, lines_kr = lines.measure.cost_kr;
      assert_is_rota(problem, walk.rota);
      assert_is_rota(problem, lines.rota);
      assert_true(fmax(walk.bound_kr, lines.bound_kr) <= fmin(walk_kr, lines_kr) + 0.005);
      both_best += fabs(walk_kr - lines_kr) < 0.005;
    }
    arena_free(arena);
  }
  assert_true(both_best > 0);
}

// With the need required and nothing weighed: is there a rota, or none? What either has decided the other may not deny, and
// nearly all is decided by both.
static void both_engines_agree_on_whether(void **state) {
  (void)state;
  int found = 0, none = 0, open = 0;
  for (int seed = 1; seed <= few_or_all(30, 600); seed++) {
    struct arena *arena = arena_new();
    struct random random = {(uint64_t)seed + 300};
    struct rota_problem *problem = small_team(arena, &random);
    problem->cover_required = true;
    problem->weights = (struct rota_weights){0};
    struct rota_answer walk = rota_circulation(arena, problem, NULL), lines = rota_solve_lines(arena, problem, NULL);
    bool both = walk.outcome == lines.outcome;
    assert_true(both || walk.outcome == ROTA_UNDECIDED || lines.outcome == ROTA_UNDECIDED);
    found += both && walk.outcome == ROTA_FOUND;
    none += both && walk.outcome == ROTA_NONE;
    open += !both || walk.outcome == ROTA_UNDECIDED;
    if (walk.outcome == ROTA_FOUND)
      assert_is_rota(problem, walk.rota);
    if (lines.outcome == ROTA_FOUND)
      assert_is_rota(problem, lines.rota);
    arena_free(arena);
  }
  assert_true(found >= 5 && none >= 5 && 20 * open <= found + none);
}

// ---------------------------------------------------------------- what gives way

static const struct rota_way *way_with(const struct rota_give_way *give, enum rota_easing easing) {
  for (int w = 0; w < give->way_count; w++)
    if (give->ways[w].count == 1 && give->ways[w].eased[0].easing == easing)
      return &give->ways[w];
  return NULL;
}

static const struct rota_floors floors = {8 * 60, 28 * 60, 54 * 60};

// One person on day shifts all seven days, at most five in a row with one day off: 6 of 7 days need six in a row. Two
// people do it: each works 3 or 4 of 7 days.
static void days_in_row_give_way(void **state) {
  (void)state;
  struct arena *arena = arena_new();
  struct rota_problem *problem = plain_rota(arena, 1, 1, 1);
  problem->rotates = true;
  problem->groups[0].limits.days_in_row_most = 5;
  for (int d = 0; d < 6; d++)
    *rota_need(problem, d, 0) = 1000;
  assert_int_equal(outcome_checked(problem), ROTA_NONE);
  struct rota_give_way give = rota_give_way(arena, problem, &floors, NULL, 3);
  const struct rota_way *way = way_with(&give, ROTA_EASE_DAYS_IN_ROW_MOST);
  assert_non_null(way);
  assert_true(way->eased[0].from == 5 && way->eased[0].to == 6);
  assert_non_null(way_with(&give, ROTA_EASE_NEED));
  assert_int_equal(give.way_count, 2); // nothing else helps
  assert_int_equal(give.heads_more, 1);
  assert_int_equal(give.group, 0);
  assert_int_equal(give.undecided, 0);
  arena_free(arena);
}

// Two people, one wanted every weekend, weekends every third week: every second will do (3 -> 2); or one person more.
static void weekends_give_way(void **state) {
  (void)state;
  struct arena *arena = arena_new();
  struct rota_problem *problem = plain_rota(arena, 1, 1, 2);
  problem->rotates = true;
  problem->groups[0].limits.weekend_every = 3;
  *rota_need(problem, 5, 0) = *rota_need(problem, 6, 0) = 1000;
  problem->groups[0].limits.whole_weekends = true;
  struct rota_give_way give = rota_give_way(arena, problem, &floors, NULL, 3);
  const struct rota_way *way = way_with(&give, ROTA_EASE_WEEKEND_EVERY);
  assert_non_null(way);
  assert_true(way->eased[0].from == 3 && way->eased[0].to == 2);
  assert_int_equal(give.heads_more, 1);
  arena_free(arena);
}

// Both the days in a row and the weekends stand in the way: two rules together.
static void two_rules_give_way_together(void **state) {
  (void)state;
  struct arena *arena = arena_new();
  struct rota_problem *problem = plain_rota(arena, 1, 1, 1);
  problem->rotates = true;
  problem->groups[0].limits.days_in_row_most = 4;
  problem->groups[0].limits.weekend_every = 0;
  for (int d = 1; d < 7; d++)
    *rota_need(problem, d, 0) = 2000; // one person missing would still leave one to work
  problem->groups[0].heads = 2;
  struct rota_give_way give = rota_give_way(arena, problem, &floors, NULL, 0);
  assert_true(give.way_count > 0);
  assert_int_equal(give.ways[0].count, 2);
  assert_int_equal(give.ways[0].eased[0].easing, ROTA_EASE_DAYS_IN_ROW_MOST);
  assert_true(give.ways[0].eased[0].to == 6);
  assert_int_equal(give.ways[0].eased[1].easing, ROTA_EASE_WEEKEND_EVERY);
  assert_int_equal(give.group, -1);
  arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(real_rotas_are_found),
      cmocka_unit_test(same_question_same_rota),
      cmocka_unit_test(brute_force_agrees),
      cmocka_unit_test(no_rule_less_is_worse),
      cmocka_unit_test(prices_are_bounded),
      cmocka_unit_test(lines_need_not_be_one_walk),
      cmocka_unit_test(both_engines_agree_on_whether),
      cmocka_unit_test(both_engines_agree),
      cmocka_unit_test(days_in_row_give_way),
      cmocka_unit_test(weekends_give_way),
      cmocka_unit_test(two_rules_give_way_together),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
