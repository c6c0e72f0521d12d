// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of a line: three opinions on random small lines agree, those of the records (src/rota/rules.c), of the
// graph of states, and of the slow checker; and every planted breach is found.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "rota/rules.h"
#include "rota/states.h"
#include "support/long.h"
#include "support/rota_check.h"
#include "support/rota_random.h"

static unsigned bits_of(const struct rota_problem *problem, const struct rota *rota) {
  static struct rota_breach breaches[4000];
  int count = rota_check(problem, rota, breaches, 4000);
  assert_true(count <= 4000);
  unsigned bits = 0;
  for (int b = 0; b < count; b++)
    bits |= 1u << breaches[b].rule;
  return bits;
}

// Days by chance, in runs, as lines have them.
static void fill_line(struct random *random, const struct rota_problem *problem, int *days, int count) {
  int now = ROTA_OFF, stay = 20 + random_below(random, 70);
  for (int t = 0; t < count; t++) {
    if (!random_chance(random, stay))
      now = random_chance(random, 40) ? ROTA_OFF : random_below(random, problem->shift_count);
    days[t] = now;
  }
}

// A walk in the graph by chance; it may not close.
static void walk_line(struct random *random, const struct rota_states *states, int *days, int count) {
  int state = states->first[0] + random_below(random, states->first[1] - states->first[0]);
  for (int t = 0; t < count; t++) {
    int first = states->first_arc[state], arcs = states->first_arc[state + 1] - first;
    const struct rota_arc *arc = &states->arcs[first + random_below(random, arcs)];
    days[t] = arc->shift;
    state = arc->to;
  }
}

struct tally {
  int lines, accepted;
  int broken[ROTA_RULES];
};

static void say_line(int seed, const struct rota_problem *problem, const struct rota *rota, unsigned fast,
                     unsigned slow, bool accepts) {
  printf("seed %d: rules %x, slow %x, graph %d:", seed, fast, slow, accepts);
  for (int t = 0; t < rota->line_count * 7 * rota->weeks; t++)
    printf(" %d", rota->day[t]);
  printf("\n");
  for (int s = 0; s < problem->shift_count; s++)
    printf("  shift %d-%d night %d run %d-%d\n", problem->shifts[s].start_min, problem->shifts[s].end_min,
           problem->shifts[s].night, problem->shifts[s].run_least, problem->shifts[s].run_most);
}

static void check_line(int seed, const struct rota_problem *problem, const struct rota_states *states,
                       const struct rota *rota, bool weekends_in_graph, struct tally *tally) {
  unsigned fast = bits_of(problem, rota), slow = slow_breaches(problem, rota);
  unsigned left_out = weekends_in_graph || problem->groups[0].limits.weekend_every == 0 ? 0 : 1u << ROTA_RULE_WEEKENDS;
  left_out |= 1u << ROTA_RULE_AVERAGE_HOURS | 1u << ROTA_RULE_NIGHT_HOURS;
  bool accepts = rota_states_accept(states, rota->day, rota->line_count * 7 * rota->weeks);
  if (fast != slow || accepts != !(fast & ~left_out))
    say_line(seed, problem, rota, fast, slow, accepts);
  assert_int_equal(fast, slow);
  assert_int_equal(accepts, !(fast & ~left_out));
  tally->lines++;
  tally->accepted += accepts;
  for (int r = 0; r < ROTA_RULES; r++)
    tally->broken[r] += (int)(fast >> r & 1);
}

static enum rota_weekends weekends_of(struct random *random, const struct rota_problem *problem, int heads) {
  int every = problem->groups[0].limits.weekend_every;
  if (random_chance(random, 40) || every == 0)
    return ROTA_WEEKENDS_FREE;
  return problem->weeks % every == 0 && heads == 1 ? ROTA_WEEKENDS_PHASE : ROTA_WEEKENDS_BETWEEN;
}

static void check_problem(int seed, struct tally *tally) {
  struct arena *arena = arena_new();
  struct random random = {(uint64_t)seed};
  int heads = random_chance(&random, 30) ? 2 : 1;
  struct rota_problem *problem = random_line_rules(arena, &random, 1 + random_below(&random, 4), heads);
  problem->rotates = heads > 1;
  random_averages(&random, &problem->groups[0].limits);
  enum rota_weekends weekends = weekends_of(&random, problem, heads);
  const struct rota_states *states = rota_states_of(arena, problem, &problem->groups[0], weekends, false, 0);
  assert_non_null(states);
  struct rota *rota = empty_rota(arena, problem);
  for (int i = 0; i < 60; i++) {
    if (i % 2 && states->first[7] > 0)
      walk_line(&random, states, rota->day, rota->line_count * 7 * rota->weeks);
    else if (i)
      fill_line(&random, problem, rota->day, rota->line_count * 7 * rota->weeks);
    check_line(seed, problem, states, rota, weekends != ROTA_WEEKENDS_FREE, tally);
  }
  arena_free(arena);
}

static void graph_rules_and_slow_checker_agree(void **state) {
  (void)state;
  struct tally tally = {0};
  for (int seed = 1; seed <= few_or_all(30, 670); seed++)
    check_problem(seed, &tally);
  assert_true(tally.accepted * 20 > tally.lines); // both answers are tried
  for (int r = 0; r < ROTA_RULES; r++)            // and every rule is broken somewhere but that of hours
    if (r != ROTA_RULE_HOURS)
      assert_true(tally.broken[r] > 10);
}

// ---------------------------------------------------------------- planted breaches

enum { D, E, N, L, O = ROTA_OFF };

// Two weeks of one person: Monday to Friday D, 80 h; all rules in force, and kept. D 7:30-15:30, E 15:00-22:30, N
// 22:00-8:00.
static struct rota_problem *strict(struct arena *arena) {
  struct rota_problem *problem = plain_rota(arena, 2, 4, 1);
  problem->groups[0].shifts = 7;
  problem->groups[0].hours_least_min = 76 * 60;
  problem->groups[0].hours_most_min = 82 * 60;
  problem->groups[0].limits = (struct rota_limits){.daily_rest_min = 11 * 60,
                                                   .short_rest_min = 11 * 60,
                                                   .weekly_rest_min = 35 * 60,
                                                   .weekly_rest_inside = true,
                                                   .days_in_row_most = 5,
                                                   .days_in_row_least = 2,
                                                   .days_off_most = 3,
                                                   .days_off_least = 2,
                                                   .nights_in_row_most = 3,
                                                   .nights_in_row_least = 2,
                                                   .rest_after_nights_min = 30 * 60,
                                                   .weekend_every = 2,
                                                   .weekends_most = 1,
                                                   .whole_weekends = true,
                                                   .sundays_most_of_n = 1,
                                                   .sundays_in_row_most = 1,
                                                   .week_most_min = 43 * 60,
                                                   .average_most_min = 41 * 60,
                                                   .average_weeks = 2,
                                                   .night_average_most_min = 40 * 60 + 30,
                                                   .night_average_weeks = 2};
  problem->shifts[D].run_most = 5;
  problem->shifts[E].run_least = 2;
  problem->sequences = arena_array(arena, 1, sizeof *problem->sequences);
  problem->sequence_count = 1;
  problem->sequences[0] = (struct rota_sequence){2, {E, D}};
  return problem;
}

struct planting {
  struct rota_problem *problem;
  struct rota *rota;
  int planted;
};

static void clean_line(struct planting *p) {
  for (int t = 0; t < 14; t++)
    p->rota->day[t] = t % 7 < 5 ? D : O;
}

// The days from t on are changed to those given; the rule must then be broken, in both opinions.
static void plant(struct planting *p, enum rota_rule rule, int t, const int *days, int count) {
  clean_line(p);
  for (int i = 0; i < count; i++)
    p->rota->day[(t + i) % 14] = days[i];
  if (!(slow_breaches(p->problem, p->rota) >> rule & 1))
    printf("not refused: rule %d planted on day %d\n", rule, t);
  assert_true(slow_breaches(p->problem, p->rota) >> rule & 1);
  assert_true(bits_of(p->problem, p->rota) >> rule & 1);
  p->planted++;
}

#define PLANT(RULE, T, ...)                                                                                            \
  plant(p, RULE, T, (const int[]){__VA_ARGS__}, (int)(sizeof((int[]){__VA_ARGS__}) / sizeof(int)))

static void plant_in_week(struct planting *p, int monday) {
  for (int t = monday; t < monday + 4; t++) {
    PLANT(ROTA_RULE_DAILY_REST, t, E, D); // 22:30 to 7:30: 9 h
    PLANT(ROTA_RULE_SEQUENCE, t, E, D);
  }
  PLANT(ROTA_RULE_WEEKLY_REST, monday, E, O, D, D, D, D, D); // 22:30 to 7:30 two days later: 33 h
  PLANT(ROTA_RULE_WEEKLY_REST, monday, D, E, O, D, D, D, D);
  PLANT(ROTA_RULE_WEEKLY_REST, monday, D, D, E, O, D, D, D);
  PLANT(ROTA_RULE_WEEKLY_REST, monday, D, D, D, E, O, D, D);
  PLANT(ROTA_RULE_WEEKLY_REST, monday, D, D, D, D, E, O, D);
  PLANT(ROTA_RULE_DAYS_IN_ROW, monday + 5, D);
  PLANT(ROTA_RULE_DAYS_IN_ROW, monday + 6, D);
  PLANT(ROTA_RULE_DAYS_OFF, monday, O, O);     // with the weekend before: 4
  PLANT(ROTA_RULE_DAYS_OFF, monday + 3, O, O); // with the weekend after
  for (int t = monday + 1; t < monday + 4; t++)
    PLANT(ROTA_RULE_DAYS_OFF, t, O); // a single one
  PLANT(ROTA_RULE_DAYS_IN_ROW, monday, D, O, O, D, D);
  PLANT(ROTA_RULE_DAYS_IN_ROW, monday, D, D, O, O, D);
  PLANT(ROTA_RULE_NIGHTS_IN_ROW, monday, N, N, N, N, O);
  PLANT(ROTA_RULE_NIGHTS_IN_ROW, monday, D, N, N, N, N);
  for (int t = monday; t < monday + 5; t++) {
    PLANT(ROTA_RULE_NIGHTS_IN_ROW, t, N); // a single one
    PLANT(ROTA_RULE_SAME_SHIFT, t, E);
  }
  for (int t = monday; t < monday + 3; t++)
    PLANT(ROTA_RULE_REST_AFTER_NIGHTS, t, N, N, D);          // 8:00 to 7:30: none at all
  PLANT(ROTA_RULE_REST_AFTER_NIGHTS, monday, N, N, O, D, D); // 8:00 to 7:30 the next day: 23.5 h
}

static void plant_at_weekend(struct planting *p, int monday) {
  for (int shift = D; shift <= N; shift++) {
    PLANT(ROTA_RULE_WHOLE_WEEKENDS, monday + 5, shift);
    PLANT(ROTA_RULE_WHOLE_WEEKENDS, monday + 6, shift);
  }
  PLANT(ROTA_RULE_HOURS, monday, O, O, O, O, O); // 40 h
  PLANT(ROTA_RULE_HOURS, monday + 5, D);         // 88 h
  PLANT(ROTA_RULE_WEEK_HOURS, monday + 5, D);    // 48 h
  PLANT(ROTA_RULE_WEEK_HOURS, monday, N, N);     // 44 h
  PLANT(ROTA_RULE_AVERAGE_HOURS, monday + 6, D); // 44 h a week
  PLANT(ROTA_RULE_NIGHT_HOURS, monday, N);       // 41 h a week
  PLANT(ROTA_RULE_SAME_SHIFT, monday + 5, D);    // six D
  for (int t = monday; t < monday + 7; t++)
    PLANT(ROTA_RULE_SHIFT_ALLOWED, t, L);
}

static void plant_at_both_weekends(struct planting *p) {
  for (int shift = D; shift <= N; shift++) {
    PLANT(ROTA_RULE_WEEKENDS, 5, shift, shift, O, O, D, D, D, shift, shift);
    PLANT(ROTA_RULE_SUNDAYS, 5, shift, shift, O, O, D, D, D, shift, shift);
  }
}

static void plant_short_changes(struct planting *p) {
  p->problem->groups[0].limits.short_rest_min = 9 * 60;
  p->problem->groups[0].limits.short_changes_most = 1;
  for (int monday = 0; monday < 14; monday += 7) {
    PLANT(ROTA_RULE_SHORT_CHANGES, monday, E, D, E, D, D);
    PLANT(ROTA_RULE_SHORT_CHANGES, monday, E, D, D, E, D);
    PLANT(ROTA_RULE_SHORT_CHANGES, monday, D, E, D, E, D);
  }
}

static void every_planted_breach_is_refused(void **state) {
  (void)state;
  struct arena *arena = arena_new();
  struct planting planting = {strict(arena), NULL, 0}, *p = &planting;
  p->rota = empty_rota(arena, p->problem);
  clean_line(p);
  assert_int_equal(slow_breaches(p->problem, p->rota), 0);
  assert_int_equal(bits_of(p->problem, p->rota), 0);
  for (int monday = 0; monday < 14; monday += 7) {
    plant_in_week(p, monday);
    plant_at_weekend(p, monday);
  }
  plant_at_both_weekends(p);
  plant_short_changes(p);
  assert_true(p->planted >= 100);
  arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(graph_rules_and_slow_checker_agree),
      cmocka_unit_test(every_planted_breach_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
