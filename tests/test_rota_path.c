// SPDX-License-Identifier: GPL-3.0-or-later
// The states of a line against the rules of a line, which are read from a whole line and not from states: what one
// accepts the other accepts. And the shortest path against every line there is.
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "rota/line_path.h"
#include "rota/quality.h"
#include "rota/rules.h"
#include "support/long.h"
#include "support/rota_wards.h"

static int set_up(void **state) {
  *state = arena_new();
  return 0;
}

static int tear_down(void **state) {
  arena_free(*state);
  return 0;
}

// --- one line
// ---------------------------------------------------------------------------------------------------------

struct judge {
  const struct rota_problem *problem;
  const struct line_graph *graph;
  struct rota rota;
  int group;
};

static struct judge judge_of(struct arena *arena, const struct rota_problem *problem, int g) {
  struct judge judge = {.problem = problem, .group = g};
  judge.graph = line_graph_new(arena, problem, &problem->groups[g].limits, problem->groups[g].shifts);
  judge.rota = (struct rota){.weeks = problem->weeks, .line_count = 1, .group_of = &judge.group};
  return judge;
}

static bool keeps_all_but_hours(struct judge *judge, int *day) {
  struct rota_breach breaches[32];
  judge->rota.group_of = &judge->group;
  judge->rota.day = day;
  int count = rota_check(judge->problem, &judge->rota, breaches, 32);
  for (int i = 0; i < count && i < 32; i++)
    if (breaches[i].rule != ROTA_RULE_HOURS)
      return false;
  return true;
}

static void compare(struct judge *judge, int *day, int *kept) {
  bool keeps = keeps_all_but_hours(judge, day), accepts = line_graph_accepts(judge->graph, day);
  if (keeps != accepts) {
    print_error("rules say %d, states say %d:", keeps, accepts);
    for (int t = 0; t < 7 * judge->problem->weeks; t++)
      print_error("%s%c", t % 7 ? "" : " ", day[t] == ROTA_OFF ? '.' : 'A' + day[t]);
    print_error("\n");
  }
  assert_int_equal(keeps, accepts);
  *kept += keeps;
}

// The next line in the order of counting; false: that was the last.
static bool next_line(int *day, int days, int shifts) {
  for (int t = 0; t < days; t++) {
    if (++day[t] < shifts)
      return true;
    day[t] = ROTA_OFF;
  }
  return false;
}

static void all_off(int *day, int days) {
  for (int t = 0; t < days; t++)
    day[t] = ROTA_OFF;
}

// --- tests
// ------------------------------------------------------------------------------------------------------------

static void every_line_of_a_week(void **state) {
  int kept = 0;
  for (int seed = 1; seed <= few_or_all(60, 1500); seed++) {
    struct random random = {.state = (uint64_t)seed};
    struct rota_problem *problem = random_rota_problem(*state, &random, 1);
    struct judge judge = judge_of(*state, problem, 0);
    int day[7];
    all_off(day, 7);
    do
      compare(&judge, day, &kept);
    while (next_line(day, 7, problem->shift_count));
  }
  assert_true(kept > 100);
}

// Lines that the path finds for random rewards, and their neighbours of one or two days changed.
static void lines_of_several_weeks(void **state) {
  int kept = 0;
  for (int seed = 1; seed <= few_or_all(150, 4000); seed++) {
    struct random random = {.state = (uint64_t)seed};
    struct rota_problem *problem = random_rota_problem(*state, &random, 2 + random_below(&random, 3));
    struct judge judge = judge_of(*state, problem, 0);
    int days = 7 * problem->weeks, day[7 * 4], changed[7 * 4];
    double reward[7 * 4 * 2];
    struct rota_group group = problem->groups[0];
    group.hours_least_min = 0;
    group.hours_most_min = 60 * 24 * days;
    struct line_path *path = line_path_new(*state, judge.graph, group.hours_most_min);
    for (int i = 0; i < days * problem->shift_count; i++)
      reward[i] = random_below(&random, 200) - 80;
    for (int phase = 0; phase < line_phases(&judge.graph->rules); phase++) {
      if (line_path_find(path, phase, reward, &group, false, day).cost_kr == INFINITY)
        all_off(day, days);
      else
        assert_true(keeps_all_but_hours(&judge, day));
      for (int i = 0; i < 60; i++) {
        memcpy(changed, day, sizeof changed);
        for (int k = 0; k < 1 + i % 3; k++)
          changed[random_below(&random, days)] = random_below(&random, problem->shift_count + 1) - 1;
        compare(&judge, changed, &kept);
      }
    }
  }
  assert_true(kept > 100);
}

static double line_cost_of(const struct rota_problem *problem, const struct rota_group *group, const int *day,
                           const double *reward) {
  struct rota_line_quality quality = rota_line_quality_of(problem, &group->limits, day);
  double cost_kr = rota_line_cost_kr(problem, group, &quality);
  for (int t = 0; t < 7 * problem->weeks; t++)
    cost_kr -= day[t] == ROTA_OFF ? 0 : reward[t * problem->shift_count + day[t]];
  return cost_kr;
}

static double least_cost(struct judge *judge, const struct rota_group *group, const double *reward) {
  double least = INFINITY;
  int day[7];
  all_off(day, 7);
  do {
    struct rota_line_quality quality = rota_line_quality_of(judge->problem, &group->limits, day);
    if (quality.paid_min < group->hours_least_min || quality.paid_min > group->hours_most_min ||
        !keeps_all_but_hours(judge, day))
      continue;
    least = fmin(least, line_cost_of(judge->problem, group, day, reward));
  } while (next_line(day, 7, judge->problem->shift_count));
  return least;
}

static void the_path_is_the_best_line(void **state) {
  int found = 0;
  for (int seed = 1; seed <= few_or_all(60, 1500); seed++) {
    struct random random = {.state = (uint64_t)seed + 5000};
    struct rota_problem *problem = random_rota_problem(*state, &random, 1);
    struct rota_group *group = &problem->groups[0];
    struct judge judge = judge_of(*state, problem, 0);
    struct line_path *path = line_path_new(*state, judge.graph, group->hours_most_min);
    double reward[7 * 2], best = INFINITY;
    for (int i = 0; i < 7 * problem->shift_count; i++)
      reward[i] = random_below(&random, 200) - 50;
    for (int phase = 0; phase < line_phases(&judge.graph->rules); phase++) {
      int day[7];
      struct line_found line = line_path_find(path, phase, reward, group, false, day);
      if (line.cost_kr == INFINITY)
        continue;
      found++;
      assert_near(line.cost_kr, line_cost_of(problem, group, day, reward), 1e-9);
      best = fmin(best, line.cost_kr);
    }
    double least = least_cost(&judge, group, reward);
    assert_true(least == best || fabs(least - best) < 1e-6);
  }
  assert_true(found > 20);
}

// --- a stretch made anew
// ---------------------------------------------------------------------------------------------------------

struct mending {
  struct judge *judge;
  const struct rota_group *group;
  struct line_stretch stretch;
  const double *reward;
};

static bool is_line(const struct mending *m, int *day) {
  struct rota_line_quality quality = rota_line_quality_of(m->judge->problem, &m->group->limits, day);
  return quality.paid_min >= m->group->hours_least_min && quality.paid_min <= m->group->hours_most_min &&
         keeps_all_but_hours(m->judge, day);
}

// Of all lines that differ from this one in the stretch alone.
static double least_around(const struct mending *m, const int *line) {
  int days = 7 * m->judge->problem->weeks, day[7 * 2], part[7];
  double least = INFINITY;
  all_off(part, m->stretch.count);
  do {
    memcpy(day, line, (size_t)days * sizeof(int));
    for (int d = 0; d < m->stretch.count; d++)
      day[(m->stretch.first + d) % days] = part[d];
    if (is_line(m, day))
      least = fmin(least, line_cost_of(m->judge->problem, m->group, day, m->reward));
  } while (next_line(part, m->stretch.count, m->judge->problem->shift_count));
  return least;
}

struct mended {
  int count, better, best;
};

static void mend_one(struct mending *m, struct line_path *path, int phase, int *line, struct mended *mended) {
  int days = 7 * m->judge->problem->weeks, day[7 * 2];
  memcpy(day, line, sizeof day);
  double before = line_cost_of(m->judge->problem, m->group, line, m->reward), least = least_around(m, line);
  struct line_found found = line_path_mend(path, phase, m->reward, m->group, m->stretch, day);
  double after = line_cost_of(m->judge->problem, m->group, day, m->reward);
  for (int t = 0; t < days; t++)
    if (found.cost_kr == INFINITY || (t - m->stretch.first + days) % days >= m->stretch.count)
      assert_int_equal(day[t], line[t]);
  if (found.cost_kr == INFINITY)
    return;
  assert_true(is_line(m, day));
  assert_int_equal(found.paid_min, rota_line_quality_of(m->judge->problem, &m->group->limits, day).paid_min);
  assert_true(after <= before + 1e-9 && least <= after + 1e-9);
  mended->count++;
  mended->better += after < before - 1e-9;
  mended->best += after < least + 1e-9; // else the better one leaves the stretch in another state
}

static void a_stretch_is_mended(void **state) {
  struct mended mended = {0};
  for (int seed = 1; seed <= few_or_all(200, 2000); seed++) {
    struct random random = {.state = (uint64_t)seed + 9000};
    struct rota_problem *problem = random_rota_problem(*state, &random, 2);
    struct rota_group *group = &problem->groups[0];
    struct judge judge = judge_of(*state, problem, 0);
    struct line_path *path = line_path_new(*state, judge.graph, group->hours_most_min);
    double first[7 * 2 * 2], reward[7 * 2 * 2];
    for (int i = 0; i < 7 * 2 * problem->shift_count; i++) {
      first[i] = random_below(&random, 200) - 50;
      reward[i] = random_below(&random, 200) - 50;
    }
    for (int phase = 0; phase < line_phases(&judge.graph->rules); phase++) {
      int day[7 * 2];
      line_path_reach(path, group->hours_most_min);
      if (line_path_find(path, phase, first, group, false, day).cost_kr == INFINITY)
        continue;
      struct mending m = {&judge, group, {random_below(&random, 14), 1 + random_below(&random, 5)}, reward};
      mend_one(&m, path, phase, day, &mended);
    }
  }
  assert_true(mended.count > 40 && mended.better > 10);
  assert_true(mended.best * 10 > mended.count * 8);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(every_line_of_a_week, set_up, tear_down),
      cmocka_unit_test_setup_teardown(lines_of_several_weeks, set_up, tear_down),
      cmocka_unit_test_setup_teardown(the_path_is_the_best_line, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_stretch_is_mended, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
