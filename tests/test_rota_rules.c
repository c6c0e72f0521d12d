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
  bool accepts = rota_states_accept(states, rota->day, rota->line_count * 7 * rota->weeks);
  if (fast != slow || accepts != !(fast & ~left_out))
    say_line(seed, problem, rota, fast, slow, accepts);
  assert_int_equal(fast, slow);
  assert_int_equal(accepts, !(fast & ~left_out));
  tally->lines++;
  tally->accepted += accepts;
  for (int r = 0; r < ROTA_RULES; r++)
    tally->broken[r] += fast >> r & 1;
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
  for (int seed = 1; seed <= few_or_all(100, 5000); seed++)
    check_problem(seed, &tally);
  assert_true(tally.accepted * 20 > tally.lines); // both answers are tried
  for (int r = 0; r < ROTA_RULES; r++)            // and every rule is broken somewhere but that of hours
    if (r != ROTA_RULE_HOURS)
      assert_true(tally.broken[r] > 10);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(graph_rules_and_slow_checker_agree),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
