// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of hours: over all weeks, in any single week, on average over several.
#include "rota/rules_parts.h"

enum { WEEK = 7 };

static int64_t paid_on(const struct rota_problem *problem, const struct rota_track *track, int t) {
  int shift = track_on(track, t);
  return shift == ROTA_OFF ? 0 : problem->shifts[shift].paid_min;
}

static int64_t paid_between(const struct rota_problem *problem, const struct rota_track *track, int from, int to) {
  int64_t paid = 0;
  for (int t = from; t < to; t++)
    paid += paid_on(problem, track, t);
  return paid;
}

void rota_check_hours(const struct rota_problem *problem, const struct rota_track *track,
                      struct rota_breaches *breaches) {
  int64_t paid = paid_between(problem, track, 0, track->count);
  const struct rota_group *group = track->group;
  double mean_h = (double)paid / track->lines / 60;
  if (paid < (int64_t)group->hours_least_min * track->lines)
    rota_add_breach(breaches, track, ROTA_RULE_HOURS, 0, mean_h, group->hours_least_min / 60.0);
  if (paid > (int64_t)group->hours_most_min * track->lines)
    rota_add_breach(breaches, track, ROTA_RULE_HOURS, 0, mean_h, group->hours_most_min / 60.0);
}

// ---------------------------------------------------------------- hours of weeks

struct week_limit {
  enum rota_rule rule;
  int most_min, weeks;
};

static void check_weeks(const struct rota_problem *problem, const struct rota_track *track, struct week_limit limit,
                        struct rota_breaches *breaches) {
  for (int from = 0; limit.most_min < ROTA_NO_LIMIT && from < track->count; from += WEEK) {
    int64_t paid = paid_between(problem, track, from, from + WEEK * limit.weeks);
    if (paid > (int64_t)limit.most_min * limit.weeks)
      rota_add_breach(breaches, track, limit.rule, from, (double)paid / limit.weeks / 60, limit.most_min / 60.0);
  }
}

void rota_check_week_hours(const struct rota_problem *problem, const struct rota_track *track,
                           struct rota_breaches *breaches) {
  struct rota_limits limits = rota_limits_plain(track->group->limits);
  check_weeks(problem, track, (struct week_limit){ROTA_RULE_WEEK_HOURS, limits.week_most_min, 1}, breaches);
}

static double beyond_h(const struct rota_problem *problem, const struct rota_track *track, int most_min, int weeks) {
  double hours = 0;
  for (int from = 0; most_min < ROTA_NO_LIMIT && from < track->count; from += WEEK) {
    int64_t paid = paid_between(problem, track, from, from + WEEK * weeks), most = (int64_t)most_min * weeks;
    hours += paid > most ? (double)(paid - most) / 60 : 0;
  }
  return hours;
}

void rota_check_average_hours(const struct rota_problem *problem, const struct rota_track *track,
                              struct rota_breaches *breaches) {
  struct rota_limits limits = rota_limits_plain(track->group->limits);
  check_weeks(problem, track,
              (struct week_limit){ROTA_RULE_AVERAGE_HOURS, limits.average_most_min, limits.average_weeks}, breaches);
}

static bool has_nights(const struct rota_problem *problem, const struct rota_track *track) {
  for (int t = 0; t < track->count; t++)
    if (track_on(track, t) != ROTA_OFF && problem->shifts[track_on(track, t)].night)
      return true;
  return false;
}

void rota_check_night_hours(const struct rota_problem *problem, const struct rota_track *track,
                            struct rota_breaches *breaches) {
  struct rota_limits limits = rota_limits_plain(track->group->limits);
  if (has_nights(problem, track))
    check_weeks(problem, track,
                (struct week_limit){ROTA_RULE_NIGHT_HOURS, limits.night_average_most_min, limits.night_average_weeks},
                breaches);
}

double rota_hours_beyond_averages(const struct rota_problem *problem, const struct rota_group *group, const int *days) {
  struct rota_limits limits = rota_limits_plain(group->limits);
  struct rota_track track = {.days = days, .count = WEEK * problem->weeks, .lines = 1, .group = group};
  double hours = beyond_h(problem, &track, limits.average_most_min, limits.average_weeks);
  if (limits.night_average_most_min < ROTA_NO_LIMIT && has_nights(problem, &track))
    hours += beyond_h(problem, &track, limits.night_average_most_min, limits.night_average_weeks);
  return hours;
}

// ---------------------------------------------------------------- read forwards

static int longest_min(const struct rota_problem *problem, uint32_t shifts) {
  int longest = 0;
  for (int s = 0; s < problem->shift_count; s++)
    if (shifts >> s & 1 && problem->shifts[s].paid_min > longest)
      longest = problem->shifts[s].paid_min;
  return longest;
}

static void add_days(const struct rota_problem *problem, uint32_t shifts, const uint64_t *from, uint64_t *to) {
  enum { MOST_MIN = WEEK * 1440 };
  for (int minutes = 0; minutes <= MOST_MIN; minutes++) {
    if (!(from[minutes / 64] >> minutes % 64 & 1))
      continue;
    to[minutes / 64] |= UINT64_C(1) << minutes % 64;
    for (int s = 0; s < problem->shift_count; s++) {
      int sum = minutes + problem->shifts[s].paid_min;
      if (shifts >> s & 1 && sum <= MOST_MIN)
        to[sum / 64] |= UINT64_C(1) << sum % 64;
    }
  }
}

struct rota_week_sums rota_week_sums_of(const struct rota_problem *problem, const struct rota_limits *limits,
                                        uint32_t shifts) {
  struct rota_week_sums sums = {.most_min = rota_limits_plain(*limits).week_most_min,
                                .longest_min = longest_min(problem, shifts),
                                .reached = {{1}}};
  for (int days = 0; days < WEEK && sums.most_min < ROTA_NO_LIMIT; days++)
    add_days(problem, shifts, sums.reached[days], sums.reached[days + 1]);
  return sums;
}

int rota_week_remembered(const struct rota_week_sums *sums, int weekday, int paid_min) {
  int days = WEEK - weekday, left = sums->most_min - paid_min;
  if (weekday == 0 || left >= days * sums->longest_min || left < 0)
    return 0;
  while (!(sums->reached[days][left / 64] >> left % 64 & 1)) // 0 is reached
    left--;
  return sums->most_min - left;
}
