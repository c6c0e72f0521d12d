// SPDX-License-Identifier: GPL-3.0-or-later
// Among rotas that are equally good by their weights, seeks one with a lower cost of the year (problem->year): another
// neighbourhood search, in which no step may raise the cost of the weights. A step to a more expensive year is
// accepted for a while if it is worse than the best so far by no more than a tolerance that falls to zero, so that the
// search does not end where it began.
//
// What is left to others costs as in rota/left.h, and slightly more in a week that leaves much, because the cheapest
// come first and have limited hours per week: a week that leaves the usual amount costs DEARER more.
#include <math.h>
#include <string.h>

#include "rota/left.h"
#include "rota/neighbours_parts.h"

static const double DEARER = 0.05;              // assumed; so small that it only decides between equals
static const double SHARE = 1e-3;               // of a reward, relative to those of the weights
static const double NOISE_KR = 20, PLAY = 0.01; // PLAY, the tolerance: a share of what a week usually leaves
static const double STEADY = 2.0 / 3;           // the share of the steps after which the tolerance is zero
static const double NOTHING_KR = 1e-6;

struct equals {
  struct rota_left *left;
  double usual_kr;                // what a week leaves to others
  double *left_kr;                // [t]
  double dearer[ROTA_WEEKS_MOST]; // the cost of one more krone left in the week
};

// ---------------------------------------------------------------- what the year costs

static double work_kr(const struct search *s, int t, int shift, int group) {
  const struct rota_problem *problem = s->problem;
  return problem->year->work_kr[(t % 7 * problem->shift_count + shift) * problem->group_count + group];
}

double equals_work_kr(const struct search *s, const struct line *line) {
  double kr = 0;
  for (int t = 0; t < s->days; t++)
    if (line->day[t] != ROTA_OFF)
      kr += work_kr(s, t, line->day[t], line->group);
  return kr;
}

void equals_count_day(struct search *s, int t) {
  s->equals->left_kr[t] = rota_left_kr(s->equals->left, t, search_have_at(s, t, 0));
}

static double left_of_week(const struct search *s, int week) {
  double kr = 0;
  for (int t = 7 * week; t < 7 * week + 7; t++)
    kr += s->equals->left_kr[t];
  return kr;
}

void equals_look_at_weeks(struct search *s) {
  for (int week = 0; week < s->problem->weeks; week++)
    s->equals->dearer[week] = 1 + 2 * DEARER * left_of_week(s, week) / s->equals->usual_kr;
}

static double year_kr(const struct search *s) {
  double kr = 0;
  for (int week = 0; week < s->problem->weeks; week++) {
    double left_kr = left_of_week(s, week);
    kr += left_kr + DEARER * left_kr * left_kr / s->equals->usual_kr;
  }
  for (int l = 0; l < s->line_count; l++)
    kr += s->lines[l].work_kr;
  return kr;
}

static void add_person(struct search *s, int t, int shift, int level, int by) {
  for (int i = 0; i < s->problem->interval_count; i++)
    if (s->problem->covers[shift * s->problem->interval_count + i])
      search_have_at(s, t, i)[level] += by;
}

double equals_reward_kr(struct search *s, int t, int shift, int group) {
  int level = s->problem->groups[group].level;
  add_person(s, t, shift, level, 1);
  double gain_kr = s->equals->left_kr[t] - rota_left_kr(s->equals->left, t, search_have_at(s, t, 0));
  add_person(s, t, shift, level, -1);
  return SHARE * (gain_kr * s->equals->dearer[t / 7] - work_kr(s, t, shift, group));
}

// ---------------------------------------------------------------- the search

struct standing { // of a search under way
  double cost_kr, year_kr;
};

static struct standing standing_of(const struct search *s) { return (struct standing){search_cost_kr(s), year_kr(s)}; }

// A step that does not raise the cost by the weights, nor the cost of the year above most_kr.
static struct standing step(struct search *s, struct standing now, double most_kr) {
  struct taken taken;
  search_draw_taken(s, &taken);
  search_take_out(s, &taken);
  search_put_back(s, &taken);
  struct standing then = standing_of(s);
  if (then.cost_kr < now.cost_kr - NOTHING_KR ||
      (then.cost_kr <= now.cost_kr + NOTHING_KR && then.year_kr <= most_kr + NOTHING_KR))
    return then;
  search_put_back_old(s, &taken);
  return now;
}

static double play_kr(const struct search *s, double share_done) {
  double left = fmax(0, 1 - share_done / STEADY);
  return PLAY * s->equals->usual_kr * left * left;
}

static bool is_better(struct standing a, struct standing b) {
  return a.cost_kr < b.cost_kr - NOTHING_KR ||
         (a.cost_kr <= b.cost_kr + NOTHING_KR && a.year_kr < b.year_kr - NOTHING_KR);
}

static struct equals equals_of(struct arena *arena, const struct rota_problem *problem) {
  struct equals equals = {.left = rota_left_new(arena, problem)};
  equals.usual_kr = fmax(1, rota_left_usual_kr(equals.left));
  equals.left_kr = arena_array(arena, (size_t)(7 * problem->weeks), sizeof(double));
  return equals;
}

void rota_choose_equal(struct arena *arena, const struct line_kinds *kinds, double excess_kr_per_h,
                       struct neighbours_limits limits, struct rota *rota) {
  size_t bytes = (size_t)(rota->line_count * 7 * rota->weeks) * sizeof(int);
  int *best_day = arena_alloc(arena, bytes);
  struct search s = search_of(arena, kinds, rota);
  struct equals equals = equals_of(arena, kinds->problem);
  s.equals = &equals;
  s.excess_kr_per_h = excess_kr_per_h;
  s.random = limits.seed;
  s.noise_kr = SHARE * NOISE_KR;
  search_begin(&s, true);
  struct standing now = standing_of(&s), best = now;
  memcpy(best_day, rota->day, bytes);
  for (long steps = 0; steps < limits.steps_most; steps++) {
    now = step(&s, now, fmax(now.year_kr, best.year_kr + play_kr(&s, (double)steps / (double)limits.steps_most)));
    if (!is_better(now, best))
      continue;
    best = now;
    memcpy(best_day, rota->day, bytes);
  }
  memcpy(rota->day, best_day, bytes);
}
