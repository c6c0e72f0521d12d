// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rota_random.h"

static const struct rota_limits no_limits = {.short_changes_most = ROTA_NO_LIMIT,
                                             .days_in_row_most = ROTA_NO_LIMIT,
                                             .days_in_row_least = 1,
                                             .days_off_most = ROTA_NO_LIMIT,
                                             .days_off_least = 1,
                                             .nights_in_row_most = ROTA_NO_LIMIT,
                                             .nights_in_row_least = 1,
                                             .weekend_every = 1,
                                             .weekends_most = ROTA_NO_LIMIT,
                                             .sundays_most_of_n = ROTA_NO_LIMIT,
                                             .sundays_in_row_most = ROTA_NO_LIMIT};

static void plain_shifts(struct arena *arena, struct rota_problem *problem) {
  static const char *const codes[] = {"D", "E", "N", "L"};
  static const int starts[] = {450, 900, 1320, 450}, ends[] = {930, 1350, 1920, 1200};
  problem->shifts = arena_array(arena, (size_t)problem->shift_count, sizeof *problem->shifts);
  for (int s = 0; s < problem->shift_count; s++)
    problem->shifts[s] = (struct rota_shift){
        codes[s % 4], codes[s % 4], starts[s % 4], ends[s % 4], ends[s % 4] - starts[s % 4], 0x7f, s % 4 == 2, 1,
        ROTA_NO_LIMIT};
}

struct rota_problem *plain_rota(struct arena *arena, int weeks, int shifts, int heads) {
  struct rota_problem *problem = arena_alloc(arena, sizeof *problem);
  *problem = (struct rota_problem){.weeks = weeks,
                                   .need_weeks = 1,
                                   .shift_count = shifts,
                                   .interval_count = shifts,
                                   .level_count = 1,
                                   .group_count = 1,
                                   .cover_required = true};
  plain_shifts(arena, problem);
  problem->intervals = arena_array(arena, (size_t)shifts, sizeof *problem->intervals);
  problem->covers = arena_array(arena, (size_t)(shifts * shifts), sizeof *problem->covers);
  for (int s = 0; s < shifts; s++) {
    problem->intervals[s] = (struct rota_interval){problem->shifts[s].start_min, problem->shifts[s].end_min};
    problem->covers[s * shifts + s] = true;
  }
  problem->need_milli = arena_array(arena, (size_t)(7 * shifts), sizeof *problem->need_milli);
  problem->missing_kr_per_h = arena_array(arena, 1, sizeof *problem->missing_kr_per_h);
  problem->missing_kr_per_h[0] = 1000;
  problem->groups = arena_array(arena, 1, sizeof *problem->groups);
  problem->groups[0] = (struct rota_group){.group = "all",
                                           .title = "All",
                                           .heads = heads,
                                           .shifts = (1u << shifts) - 1,
                                           .hours_most_min = ROTA_NO_LIMIT,
                                           .limits = no_limits};
  return problem;
}

int64_t *rota_need(struct rota_problem *problem, int weekday, int interval) {
  return &problem->need_milli[(weekday * problem->interval_count + interval) * problem->level_count];
}

static void random_shift(struct random *random, struct rota_shift *shift) {
  shift->start_min = random_below(random, 48) * 30;
  shift->end_min = shift->start_min + 30 * (1 + random_below(random, 48));
  shift->night = random_chance(random, 30);
  if (random_chance(random, 20))
    shift->run_least = 2;
  if (random_chance(random, 30))
    shift->run_most = 1 + random_below(random, 4);
  if (random_chance(random, 15))
    shift->weekdays &= ~(1u << random_below(random, 7));
}

static void random_rests(struct random *random, struct rota_limits *limits) {
  if (random_chance(random, 60))
    limits->daily_rest_min = limits->short_rest_min = 60 * (6 + random_below(random, 8));
  if (random_chance(random, 30)) {
    limits->short_rest_min -= limits->short_rest_min / 3;
    limits->short_changes_most = random_below(random, 3);
  }
  if (random_chance(random, 50)) {
    limits->weekly_rest_min = 60 * (20 + random_below(random, 50));
    limits->weekly_rest_inside = random_chance(random, 50);
  }
  if (random_chance(random, 30))
    limits->rest_after_nights_min = 60 * (10 + random_below(random, 50));
}

static void random_rows(struct random *random, struct rota_limits *limits) {
  if (random_chance(random, 50))
    limits->days_in_row_most = 1 + random_below(random, 7);
  if (random_chance(random, 20))
    limits->days_in_row_least = limits->days_in_row_most > 1 ? 2 : 1;
  if (random_chance(random, 30))
    limits->days_off_most = 1 + random_below(random, 6);
  if (random_chance(random, 20))
    limits->days_off_least = 2;
  if (random_chance(random, 30))
    limits->nights_in_row_most = 1 + random_below(random, 4);
  if (random_chance(random, 15))
    limits->nights_in_row_least = 2;
}

static void random_weekends(struct random *random, struct rota_limits *limits) {
  if (random_chance(random, 30))
    limits->weekend_every = random_below(random, 4);
  limits->whole_weekends = random_chance(random, 25);
  if (random_chance(random, 25))
    limits->sundays_in_row_most = random_below(random, 3);
}

static void random_hours(struct random *random, struct rota_limits *limits) {
  if (random_chance(random, 15)) // whole days, so that there are few sums of hours
    limits->week_most_min = 480 * (1 + random_below(random, 6));
}

void random_averages(struct random *random, struct rota_limits *limits) {
  if (random_chance(random, 30)) {
    limits->average_most_min = 30 * (10 + random_below(random, 80));
    limits->average_weeks = 1 + random_below(random, 5);
  }
  if (random_chance(random, 30)) {
    limits->night_average_most_min = 30 * (10 + random_below(random, 80));
    limits->night_average_weeks = 1 + random_below(random, 5);
  }
}

struct rota_problem *random_line_rules(struct arena *arena, struct random *random, int weeks, int heads) {
  struct rota_problem *problem = plain_rota(arena, weeks, 1 + random_below(random, 3), heads);
  for (int s = 0; s < problem->shift_count; s++)
    random_shift(random, &problem->shifts[s]);
  random_rests(random, &problem->groups[0].limits);
  random_rows(random, &problem->groups[0].limits);
  random_weekends(random, &problem->groups[0].limits);
  random_hours(random, &problem->groups[0].limits);
  problem->sequence_count = random_chance(random, 40) ? 1 + random_below(random, 2) : 0;
  problem->sequences = arena_array(arena, 2, sizeof *problem->sequences);
  for (int q = 0; q < problem->sequence_count; q++) {
    problem->sequences[q].length = 2 + random_below(random, 2);
    for (int i = 0; i < 3; i++)
      problem->sequences[q].days[i] = random_below(random, problem->shift_count + 1) - 1;
  }
  return problem;
}

struct rota *empty_rota(struct arena *arena, const struct rota_problem *problem) {
  struct rota *rota = arena_alloc(arena, sizeof *rota);
  for (int g = 0; g < problem->group_count; g++)
    rota->line_count += problem->groups[g].heads;
  rota->weeks = problem->weeks;
  rota->group_of = arena_array(arena, (size_t)rota->line_count, sizeof(int));
  rota->day = arena_array(arena, (size_t)(rota->line_count * 7 * rota->weeks), sizeof(int));
  for (int g = 0, line = 0; g < problem->group_count; g++)
    for (int h = 0; h < problem->groups[g].heads; h++)
      rota->group_of[line++] = g;
  for (int t = 0; t < rota->line_count * 7 * rota->weeks; t++)
    rota->day[t] = ROTA_OFF;
  return rota;
}
