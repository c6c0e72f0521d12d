// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rota_check.h"

#include <stdlib.h>
#include <string.h>

// The closed line being checked. day(t) repeats it, so that t may be any number.
struct look {
  const struct rota_problem *problem;
  const struct rota_group *group;
  struct rota_limits limits;
  const int *days;
  int count, lines;
};

static int day(const struct look *look, int t) { return look->days[((t % look->count) + look->count) % look->count]; }
static bool at_work(const struct look *look, int t) { return day(look, t) >= 0; }
static bool at_night(const struct look *look, int t) {
  return at_work(look, t) && look->problem->shifts[day(look, t)].night;
}
static int starts(const struct look *look, int t) { return t * 1440 + look->problem->shifts[day(look, t)].start_min; }
static int ends(const struct look *look, int t) { return t * 1440 + look->problem->shifts[day(look, t)].end_min; }

// ---------------------------------------------------------------- days in windows

typedef bool kind_of_day(const struct look *look, int t, int shift);
static bool worked(const struct look *look, int t, int shift) { return (void)shift, at_work(look, t); }
static bool free_day(const struct look *look, int t, int shift) { return (void)shift, !at_work(look, t); }
static bool night(const struct look *look, int t, int shift) { return (void)shift, at_night(look, t); }
static bool this_shift(const struct look *look, int t, int shift) { return day(look, t) == shift; }

static bool window_full(const struct look *look, kind_of_day *kind, int shift, int from, int length) {
  for (int i = 0; i < length && i < 3 * look->count; i++)
    if (!kind(look, from + i, shift))
      return false;
  return true;
}

static bool rows_wrong(const struct look *look, kind_of_day *kind, int shift, int least, int most) {
  bool limited = most > 0 && most < ROTA_NO_LIMIT;
  for (int t = 0; t < look->count; t++) {
    if (limited && window_full(look, kind, shift, t, most + 1))
      return true;
    if (kind(look, t, shift) && !kind(look, t - 1, shift) && !window_full(look, kind, shift, t, least))
      return true;
  }
  return false;
}

static bool sequence_found(const struct look *look) {
  for (int q = 0; q < look->problem->sequence_count; q++) {
    const struct rota_sequence *sequence = &look->problem->sequences[q];
    for (int t = 0; t < look->count; t++) {
      bool first = day(look, t) == sequence->days[0], second = day(look, t + 1) == sequence->days[1];
      if (first && second && (sequence->length == 2 || day(look, t + 2) == sequence->days[2]))
        return true;
    }
  }
  return false;
}

// ---------------------------------------------------------------- rests

// The day of the next shift after day t; one whole round later if it is the only shift.
static int later(const struct look *look, int t) {
  do
    t++;
  while (!at_work(look, t));
  return t;
}

static bool too_near(const struct look *look) {
  int least = look->limits.short_rest_min < look->limits.daily_rest_min ? look->limits.short_rest_min
                                                                        : look->limits.daily_rest_min;
  for (int t = 0; t < look->count; t++)
    if (at_work(look, t) && starts(look, later(look, t)) - ends(look, t) < least)
      return true;
  return false;
}

static bool too_many_changes(const struct look *look) {
  for (int week = 1; week <= look->count / 7; week++) {
    int changes = 0;
    for (int t = -look->count; t < (week + 1) * 7; t++) { // shifts whose next one starts in this week
      if (!at_work(look, t) || later(look, t) / 7 != week || later(look, t) < 0)
        continue;
      int rest = starts(look, later(look, t)) - ends(look, t);
      changes += rest < look->limits.daily_rest_min && rest >= look->limits.short_rest_min;
    }
    if (changes > look->limits.short_changes_most)
      return true;
  }
  return false;
}

static bool too_early_after_nights(const struct look *look) {
  for (int t = 0; t < look->count; t++)
    if (at_night(look, t) && !at_night(look, t + 1) &&
        starts(look, later(look, t)) - ends(look, t) < look->limits.rest_after_nights_min)
      return true;
  return false;
}

// Marks the minutes of the closed line that are worked.
static bool *busy_minutes(const struct look *look) {
  int minutes = look->count * 1440;
  bool *busy = calloc((size_t)minutes, sizeof *busy);
  for (int t = 0; t < look->count; t++)
    for (int m = at_work(look, t) ? starts(look, t) : 0; at_work(look, t) && m < ends(look, t); m++)
      busy[m % minutes] = true;
  return busy;
}

// free_for[m]: minutes without work from m on, wrapping round the end, at most three weeks.
static int *free_minutes(const struct look *look, const bool *busy) {
  int minutes = look->count * 1440;
  int *free_for = calloc((size_t)minutes, sizeof *free_for);
  for (int round = 0; round < 2 + 3 * 10080 / minutes; round++)
    for (int m = minutes - 1; m >= 0; m--) {
      int next = free_for[(m + 1) % minutes];
      free_for[m] = busy[m] ? 0 : next < 3 * 10080 ? next + 1 : next;
    }
  return free_for;
}

static bool rest_inside(const struct look *look, const int *free_for, int week) {
  for (int m = week * 10080; m + look->limits.weekly_rest_min <= (week + 1) * 10080; m++)
    if (free_for[m] >= look->limits.weekly_rest_min)
      return true;
  return false;
}

// For each minute of two rounds, the first minute from it on at which a long enough rest may begin; -1: none.
static int *next_starts(const struct look *look, const int *free_for) {
  int minutes = look->count * 1440;
  int *next = calloc((size_t)minutes * 2, sizeof *next);
  for (int m = 2 * minutes - 1, later_one = -1; m >= 0; m--) {
    if (free_for[m % minutes] >= look->limits.weekly_rest_min)
      later_one = m;
    next[m] = later_one;
  }
  return next;
}

// Does every week have a rest of its own that begins in it, if the first week's begins at minute `first`?
static bool rests_fit(const struct look *look, const int *next, int first) {
  int least = look->limits.weekly_rest_min, weeks = look->count / 7, end = first + least;
  for (int week = 1; week < weeks; week++) {
    int from = next[end > week * 10080 ? end : week * 10080];
    if (from < 0 || from >= (week + 1) * 10080)
      return false;
    end = from + least;
  }
  return end <= weeks * 10080 + first;
}

static bool rests_apart(const struct look *look, const int *free_for) {
  int *next = next_starts(look, free_for);
  bool fit = false;
  for (int m = 0; m < 10080 && !fit; m++)
    fit = free_for[m] >= look->limits.weekly_rest_min && rests_fit(look, next, m);
  free(next);
  return fit;
}

static bool week_without_rest(const struct look *look) {
  if (look->limits.weekly_rest_min <= 0)
    return false;
  bool *busy = busy_minutes(look), wrong = false;
  int *free_for = free_minutes(look, busy);
  if (look->limits.weekly_rest_inside)
    for (int week = 0; week < look->count / 7; week++)
      wrong = wrong || !rest_inside(look, free_for, week);
  else
    wrong = !rests_apart(look, free_for);
  free(busy);
  free(free_for);
  return wrong;
}

// ---------------------------------------------------------------- weekends

static bool weekend(const struct look *look, int week) {
  return at_work(look, 7 * week + 5) || at_work(look, 7 * week + 6);
}

static bool every_kth(const struct look *look, int every) {
  int weeks = look->count / 7;
  if (weeks % every == 0 && !look->problem->rotates) {
    for (int phase = 0; phase < every; phase++) {
      bool others_off = true;
      for (int week = 0; week < weeks; week++)
        others_off = others_off && (week % every == phase || !weekend(look, week));
      if (others_off)
        return true;
    }
    return false;
  }
  for (int week = 0; week < weeks; week++)
    for (int on = 1; on < every; on++)
      if (weekend(look, week) && weekend(look, week + on))
        return false;
  return true;
}

static bool weekends_wrong(const struct look *look) {
  int weekends = 0;
  for (int week = 0; week < look->count / 7; week++)
    weekends += weekend(look, week);
  if (weekends > (int64_t)look->limits.weekends_most * look->lines)
    return true;
  return look->limits.weekend_every == 0 ? weekends > 0 : !every_kth(look, look->limits.weekend_every);
}

static bool weekend_halved(const struct look *look) {
  for (int week = 0; look->limits.whole_weekends && week < look->count / 7; week++)
    if (at_work(look, 7 * week + 5) + at_work(look, 7 * week + 6) == 1)
      return true;
  return false;
}

static bool sundays_wrong(const struct look *look) {
  int sundays = 0, weeks = look->count / 7, most = look->limits.sundays_in_row_most;
  for (int week = 0; week < weeks; week++) {
    sundays += at_work(look, 7 * week + 6);
    int row = 0;
    while (row <= most && row < 2 * ROTA_WEEKS_MOST && at_work(look, 7 * (week + row) + 6))
      row++;
    if (most < ROTA_NO_LIMIT && row > most)
      return true;
  }
  return sundays > (int64_t)look->limits.sundays_most_of_n * look->lines;
}

// ---------------------------------------------------------------- hours, and all together

static bool hours_wrong(const struct look *look) {
  long minutes = 0;
  for (int t = 0; t < look->count; t++)
    if (at_work(look, t))
      minutes += look->problem->shifts[day(look, t)].paid_min;
  return minutes < (long)look->group->hours_least_min * look->lines ||
         minutes > (long)look->group->hours_most_min * look->lines;
}

// Do any `weeks` consecutive weeks, wrapping round the end, hold more than `weeks` times the limit of one week?
static bool weeks_too_long(const struct look *look, int most_min, int weeks) {
  for (int first = 0; most_min > 0 && most_min < ROTA_NO_LIMIT && first < look->count / 7; first++) {
    long minutes = 0;
    for (int t = 7 * first; t < 7 * (first + weeks); t++)
      if (at_work(look, t % look->count))
        minutes += look->problem->shifts[day(look, t % look->count)].paid_min;
    if (minutes > (long)most_min * weeks)
      return true;
  }
  return false;
}

static bool any_night(const struct look *look) {
  for (int t = 0; t < look->count; t++)
    if (at_work(look, t) && look->problem->shifts[day(look, t)].night)
      return true;
  return false;
}

static bool not_allowed(const struct look *look) {
  for (int t = 0; t < look->count; t++)
    if (at_work(look, t) &&
        (!(look->group->shifts & 1u << day(look, t)) || !(look->problem->shifts[day(look, t)].weekdays & 1u << t % 7)))
      return true;
  return false;
}

static unsigned breaches_of(const struct look *look) {
  const struct rota_limits *l = &look->limits;
  bool any_work = false, same = false;
  for (int t = 0; t < look->count; t++)
    any_work = any_work || at_work(look, t);
  for (int s = 0; s < look->problem->shift_count; s++) {
    const struct rota_shift *shift = &look->problem->shifts[s];
    same = same || rows_wrong(look, this_shift, s, shift->run_least, shift->run_most);
  }
  const bool wrong[ROTA_RULES] = {
      [ROTA_RULE_DAILY_REST] = any_work && too_near(look),
      [ROTA_RULE_SHORT_CHANGES] = any_work && too_many_changes(look),
      [ROTA_RULE_WEEKLY_REST] = week_without_rest(look),
      [ROTA_RULE_DAYS_IN_ROW] = rows_wrong(look, worked, 0, l->days_in_row_least, l->days_in_row_most),
      [ROTA_RULE_DAYS_OFF] = rows_wrong(look, free_day, 0, l->days_off_least, l->days_off_most),
      [ROTA_RULE_NIGHTS_IN_ROW] = rows_wrong(look, night, 0, l->nights_in_row_least, l->nights_in_row_most),
      [ROTA_RULE_REST_AFTER_NIGHTS] = any_work && too_early_after_nights(look),
      [ROTA_RULE_WEEKENDS] = weekends_wrong(look),
      [ROTA_RULE_WHOLE_WEEKENDS] = weekend_halved(look),
      [ROTA_RULE_SUNDAYS] = sundays_wrong(look),
      [ROTA_RULE_SAME_SHIFT] = same,
      [ROTA_RULE_SEQUENCE] = sequence_found(look),
      [ROTA_RULE_HOURS] = hours_wrong(look),
      [ROTA_RULE_WEEK_HOURS] = weeks_too_long(look, l->week_most_min, 1),
      [ROTA_RULE_AVERAGE_HOURS] = weeks_too_long(look, l->average_most_min, l->average_weeks),
      [ROTA_RULE_NIGHT_HOURS] =
          any_night(look) && weeks_too_long(look, l->night_average_most_min, l->night_average_weeks),
      [ROTA_RULE_SHIFT_ALLOWED] = not_allowed(look),
  };
  unsigned bits = 0;
  for (int r = 0; r < ROTA_RULES; r++)
    bits |= (unsigned)wrong[r] << r;
  return bits;
}

unsigned slow_breaches(const struct rota_problem *problem, const struct rota *rota) {
  unsigned bits = 0;
  int days = 7 * rota->weeks, lines = problem->rotates ? rota->line_count : 1;
  for (int line = 0; line < rota->line_count; line += lines) {
    const struct rota_group *group = &problem->groups[rota->group_of[line]];
    struct look look = {problem, group, group->limits, rota->day + line * days, lines * days, lines};
    bits |= breaches_of(&look);
  }
  return bits;
}

// ---------------------------------------------------------------- cover

struct slow_cover slow_cover(const struct rota_problem *problem, const struct rota *rota) {
  struct slow_cover cover = {false, false};
  int intervals = problem->interval_count, levels = problem->level_count;
  for (int t = 0; t < 7 * rota->weeks; t++)
    for (int i = 0; i < intervals; i++)
      for (int level = 0; level < levels; level++) {
        int persons = 0, at = ((t % (7 * problem->need_weeks)) * intervals + i) * levels + level;
        for (int line = 0; line < rota->line_count; line++) {
          int shift = rota->day[line * 7 * rota->weeks + t];
          if (shift >= 0 && problem->covers[shift * intervals + i])
            persons += problem->groups[rota->group_of[line]].level >= level;
        }
        cover.short_of_need = cover.short_of_need || persons * 1000 < problem->need_milli[at];
        cover.above_most = cover.above_most || (problem->most_milli && persons * 1000 > problem->most_milli[at]);
      }
  return cover;
}

bool slow_shape_is_right(const struct rota_problem *problem, const struct rota *rota) {
  int line = 0;
  if (rota->weeks != problem->weeks)
    return false;
  for (int g = 0; g < problem->group_count; g++)
    for (int head = 0; head < problem->groups[g].heads; head++, line++)
      if (line >= rota->line_count || rota->group_of[line] != g)
        return false;
  for (int t = 0; t < rota->line_count * 7 * rota->weeks; t++)
    if (rota->day[t] < ROTA_OFF || rota->day[t] >= problem->shift_count)
      return false;
  return line == rota->line_count;
}
