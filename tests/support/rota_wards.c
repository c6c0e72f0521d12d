// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rota_wards.h"

#include <string.h>

enum { DAY, EVENING, NIGHT, SHIFTS };
static const double FULL_WEEK_H = 35.5, MISSING_KR_PER_H = 100;

struct kind {
  const char *group;
  int level, heads;
  double position;
};

struct rota_limits rota_no_limits(void) {
  return (struct rota_limits){.days_in_row_most = ROTA_NO_LIMIT,
                              .days_off_most = ROTA_NO_LIMIT,
                              .nights_in_row_most = ROTA_NO_LIMIT,
                              .weekend_every = 1,
                              .weekends_most = ROTA_NO_LIMIT,
                              .sundays_most_of_n = ROTA_NO_LIMIT,
                              .sundays_in_row_most = ROTA_NO_LIMIT};
}

static struct rota_limits ward_limits(struct ward_shape shape) {
  struct rota_limits limits = rota_no_limits();
  limits.daily_rest_min = 660;
  limits.short_rest_min = 540;
  limits.short_changes_most = 1;
  limits.weekly_rest_min = 2100;
  limits.weekly_rest_inside = true;
  limits.days_in_row_most = 5;
  limits.weekend_every = shape.weekend_every > 0 ? shape.weekend_every : 3;
  limits.whole_weekends = true;
  return limits;
}

static struct rota_shift shift(const char *code, int start_min, int end_min, int paid_min, bool night) {
  return (struct rota_shift){code, code, start_min, end_min, paid_min, 127, night, 1, ROTA_NO_LIMIT};
}

static struct rota_problem *new_problem(struct arena *arena, int weeks, int shifts, int intervals, int levels) {
  struct rota_problem *problem = arena_alloc(arena, sizeof *problem);
  problem->weeks = weeks;
  problem->need_weeks = 1;
  problem->shift_count = shifts;
  problem->interval_count = intervals;
  problem->level_count = levels;
  problem->shifts = arena_array(arena, (size_t)shifts, sizeof(struct rota_shift));
  problem->intervals = arena_array(arena, (size_t)intervals, sizeof(struct rota_interval));
  problem->covers = arena_array(arena, (size_t)(shifts * intervals), sizeof(bool));
  problem->need_milli = arena_array(arena, (size_t)(7 * intervals * levels), sizeof(int64_t));
  problem->missing_kr_per_h = arena_array(arena, (size_t)levels, sizeof(double));
  for (int level = 0; level < levels; level++)
    problem->missing_kr_per_h[level] = MISSING_KR_PER_H;
  problem->weights =
      (struct rota_weights){.idle_kr_per_h = 1, .single_day_on_kr = 3, .single_day_off_kr = 3, .short_change_kr = 2};
  return problem;
}

static void cover_by_time(struct rota_problem *problem) {
  for (int s = 0; s < problem->shift_count; s++)
    for (int i = 0; i < problem->interval_count; i++)
      problem->covers[s * problem->interval_count + i] =
          problem->shifts[s].start_min <= problem->intervals[i].from_min &&
          problem->intervals[i].to_min <= problem->shifts[s].end_min;
}

static void add_groups(struct arena *arena, struct rota_problem *problem, struct ward_shape shape,
                       const struct rota_limits *limits, const struct kind *kinds, int count) {
  double scale = shape.position_scale > 0 ? shape.position_scale : 1;
  problem->group_count = count;
  problem->groups = arena_array(arena, (size_t)count, sizeof(struct rota_group));
  for (int g = 0; g < count; g++)
    problem->groups[g] = (struct rota_group){
        .group = kinds[g].group,
        .title = kinds[g].group,
        .heads = kinds[g].heads,
        .level = kinds[g].level,
        .shifts = (1u << problem->shift_count) - 1,
        .hours_most_min = (int)(kinds[g].position * scale * FULL_WEEK_H * 60 * problem->weeks + 1e-6),
        .limits = *limits};
}

static int64_t *need(struct rota_problem *problem, int day, int interval) {
  return &problem->need_milli[(day * problem->interval_count + interval) * problem->level_count];
}

struct rota_problem *rota_ward(struct arena *arena, struct ward_shape shape) {
  struct rota_problem *problem = new_problem(arena, shape.weeks, 2, 3, 3);
  int evening_paid_min = shape.evening_paid_min > 0 ? shape.evening_paid_min : 450;
  problem->shifts[DAY] = shift("D", 450, 900, 450, false);
  problem->shifts[EVENING] = shift("E", 885, 1335, evening_paid_min, false);
  problem->intervals[0] = (struct rota_interval){450, 885};
  problem->intervals[1] = (struct rota_interval){885, 900};
  problem->intervals[2] = (struct rota_interval){900, 1320};
  cover_by_time(problem);
  for (int day = 0; day < 7; day++)
    for (int i = 0; i < 3; i++) { // a nurse, one or two skilled, an assistant
      int skilled = day < 5 && i < 2 ? 2 : 1;
      need(problem, day, i)[2] = 1000;
      need(problem, day, i)[1] = 1000 * (1 + skilled);
      need(problem, day, i)[0] = 1000 * (2 + skilled);
    }
  struct rota_limits limits = ward_limits(shape);
  static const struct kind kinds[] = {{"nurse_80", 2, 3, 0.80},     {"nurse_50", 2, 2, 0.50},
                                      {"skilled_75", 1, 4, 0.75},   {"skilled_60", 1, 3, 0.60},
                                      {"assistant_50", 0, 3, 0.50}, {"assistant_20", 0, 4, 0.20}};
  add_groups(arena, problem, shape, &limits, kinds, 6);
  return problem;
}

struct rota_problem *rota_three_shifts(struct arena *arena, struct ward_shape shape) {
  struct rota_problem *problem = new_problem(arena, shape.weeks, 3, 4, 2);
  int evening_paid_min = shape.evening_paid_min > 0 ? shape.evening_paid_min : 450;
  int night_paid_min = shape.night_paid_min > 0 ? shape.night_paid_min : 570;
  problem->shifts[DAY] = shift("D", 450, 900, 450, false);
  problem->shifts[EVENING] = shift("E", 885, 1335, evening_paid_min, false);
  problem->shifts[NIGHT] = shift("N", 1320, 1890, night_paid_min, true);
  problem->intervals[0] = (struct rota_interval){450, 885};
  problem->intervals[1] = (struct rota_interval){885, 900};
  problem->intervals[2] = (struct rota_interval){900, 1320};
  problem->intervals[3] = (struct rota_interval){1320, 1890};
  cover_by_time(problem);
  static const int nurses[] = {2, 2, 2, 1}, skilled[] = {2, 2, 1, 1};
  for (int day = 0; day < 7; day++)
    for (int i = 0; i < 4; i++) {
      need(problem, day, i)[1] = 1000 * nurses[i];
      need(problem, day, i)[0] = 1000 * (nurses[i] + skilled[i]);
    }
  struct rota_limits limits = ward_limits(shape);
  static const struct kind kinds[] = {{"nurse_100", 1, 3, 1.0},   {"nurse_60", 1, 6, 0.6},   {"nurse_30", 1, 6, 0.3},
                                      {"skilled_100", 0, 2, 1.0}, {"skilled_50", 0, 6, 0.5}, {"skilled_40", 0, 4, 0.4}};
  add_groups(arena, problem, shape, &limits, kinds, 6);
  return problem;
}

struct rota_problem *rota_night_team(struct arena *arena, struct ward_shape shape) {
  struct rota_problem *problem = new_problem(arena, shape.weeks, 1, 1, 2);
  problem->shifts[0] = shift("N", 1320, 1890, 570, true);
  problem->intervals[0] = (struct rota_interval){1320, 1890};
  cover_by_time(problem);
  for (int day = 0; day < 7; day++) {
    need(problem, day, 0)[1] = 1000;
    need(problem, day, 0)[0] = 2000;
  }
  struct rota_limits limits = ward_limits(shape);
  limits.short_rest_min = limits.daily_rest_min;
  limits.days_in_row_most = 4;
  limits.days_in_row_least = 2;
  static const struct kind kinds[] = {{"nurse_70", 1, 3, 0.70}, {"skilled_70", 0, 3, 0.70}};
  add_groups(arena, problem, shape, &limits, kinds, 2);
  return problem;
}

// --- random ones
// ------------------------------------------------------------------------------------------------------

struct rota_limits random_rota_limits(struct random *random, int weeks) {
  struct rota_limits limits = rota_no_limits();
  limits.daily_rest_min = 60 * random_below(random, 14);
  limits.short_rest_min = random_chance(random, 50) ? limits.daily_rest_min : limits.daily_rest_min / 2;
  limits.short_changes_most = random_below(random, 3);
  limits.weekly_rest_min = random_chance(random, 70) ? 60 * (20 + random_below(random, 40)) : 0;
  limits.weekly_rest_inside = random_chance(random, 50);
  if (random_chance(random, 60))
    limits.days_in_row_most = 1 + random_below(random, 6);
  limits.days_in_row_least = 1 + random_below(random, 3) * random_chance(random, 40);
  if (random_chance(random, 30))
    limits.days_off_most = 2 + random_below(random, 4);
  limits.days_off_least = 1 + random_chance(random, 30) * random_below(random, 3);
  if (random_chance(random, 40))
    limits.nights_in_row_most = 1 + random_below(random, 4);
  limits.nights_in_row_least = 1 + random_chance(random, 30) * random_below(random, 3);
  limits.rest_after_nights_min = random_chance(random, 50) * 60 * random_below(random, 60);
  limits.weekend_every = random_chance(random, 60) ? 1 : random_below(random, 4);
  if (random_chance(random, 30))
    limits.weekends_most = random_below(random, weeks + 1);
  limits.whole_weekends = random_chance(random, 40);
  if (random_chance(random, 20))
    limits.sundays_most_of_n = random_below(random, weeks + 1);
  if (random_chance(random, 20))
    limits.sundays_in_row_most = 1 + random_below(random, 2);
  return limits;
}

static struct rota_shift random_shift(struct random *random) {
  int start_min = 60 * random_below(random, 24), length_min = 60 * (3 + random_below(random, 12));
  struct rota_shift s = shift("S", start_min, start_min + length_min, length_min - 30 * random_below(random, 2),
                              start_min + length_min > 1440 + 120);
  s.weekdays = random_chance(random, 80) ? 127u : (unsigned)random_below(random, 128);
  if (random_chance(random, 20))
    s.run_most = 1 + random_below(random, 3);
  if (random_chance(random, 20))
    s.run_least = 1 + random_below(random, 2);
  return s;
}

static void random_sequences(struct arena *arena, struct random *random, struct rota_problem *problem) {
  problem->sequence_count = random_chance(random, 40) ? 1 + random_below(random, 2) : 0;
  problem->sequences = arena_array(arena, 2, sizeof(struct rota_sequence));
  for (int i = 0; i < problem->sequence_count; i++) {
    problem->sequences[i].length = 2 + random_below(random, 2);
    for (int d = 0; d < 3; d++)
      problem->sequences[i].days[d] = random_below(random, problem->shift_count + 1) - 1;
  }
}

static void random_need(struct random *random, struct rota_problem *problem) {
  for (int day = 0; day < 7; day++)
    for (int i = 0; i < problem->interval_count; i++) {
      int64_t persons = 0;
      for (int level = problem->level_count - 1; level >= 0; level--) {
        persons += random_chance(random, 60) ? 500 * random_below(random, 4) : 0;
        need(problem, day, i)[level] = persons;
      }
    }
}

struct rota_problem *random_rota_problem(struct arena *arena, struct random *random, int weeks) {
  int shifts = 1 + random_below(random, 2), levels = 1 + random_below(random, 2), groups = 1 + random_below(random, 2);
  struct rota_problem *problem = new_problem(arena, weeks, shifts, shifts, levels);
  for (int s = 0; s < shifts; s++) {
    problem->shifts[s] = random_shift(random);
    problem->intervals[s] = (struct rota_interval){problem->shifts[s].start_min, problem->shifts[s].end_min};
  }
  cover_by_time(problem);
  random_sequences(arena, random, problem);
  random_need(random, problem);
  if (random_chance(random, 50))
    problem->weights.long_run_kr = 5;
  problem->group_count = groups;
  problem->groups = arena_array(arena, (size_t)groups, sizeof(struct rota_group));
  for (int g = 0; g < groups; g++) {
    int most_min = weeks * 60 * (7 + random_below(random, 30));
    problem->groups[g] = (struct rota_group){.group = "g",
                                             .title = "g",
                                             .heads = 1 + random_below(random, 2),
                                             .level = random_below(random, levels),
                                             .shifts = 1u + (uint32_t)random_below(random, (1 << shifts) - 1),
                                             .hours_least_min = random_chance(random, 30) ? most_min * 3 / 4 : 0,
                                             .hours_most_min = most_min,
                                             .limits = random_rota_limits(random, weeks)};
  }
  return problem;
}

int rota_lines_of(const struct rota_problem *problem) {
  int lines = 0;
  for (int g = 0; g < problem->group_count; g++)
    lines += problem->groups[g].heads;
  return lines;
}

struct rota *rota_empty(struct arena *arena, const struct rota_problem *problem) {
  struct rota *rota = arena_alloc(arena, sizeof *rota);
  rota->weeks = problem->weeks;
  rota->line_count = rota_lines_of(problem);
  rota->group_of = arena_array(arena, (size_t)rota->line_count, sizeof(int));
  rota->day = arena_array(arena, (size_t)(rota->line_count * 7 * rota->weeks), sizeof(int));
  for (int i = 0; i < rota->line_count * 7 * rota->weeks; i++)
    rota->day[i] = ROTA_OFF;
  for (int g = 0, line = 0; g < problem->group_count; g++)
    for (int head = 0; head < problem->groups[g].heads; head++)
      rota->group_of[line++] = g;
  return rota;
}
