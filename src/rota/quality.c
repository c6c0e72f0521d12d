// SPDX-License-Identifier: GPL-3.0-or-later
#include "rota/quality.h"

#include <math.h>

// --- lines
// ------------------------------------------------------------------------------------------------------------

static int at(const int *day, int days, int t) { return day[(t % days + days) % days]; }

// Working days in a row that end on day t; likewise days off; at most `days`.
static int run_until(const int *day, int days, int t) {
  bool off = at(day, days, t) == ROTA_OFF;
  int run = 0;
  while (run < days && (at(day, days, t - run) == ROTA_OFF) == off)
    run++;
  return run;
}

static void count_run(struct rota_line_quality *quality, const struct rota_limits *limits, const int *day, int days,
                      int t) {
  bool off = at(day, days, t) == ROTA_OFF, ends = (at(day, days, t + 1) == ROTA_OFF) != off;
  if (!ends)
    return;
  int run = run_until(day, days, t);
  quality->single_days_on += !off && run == 1;
  quality->single_days_off += off && run == 1;
  quality->long_runs += !off && run == limits->days_in_row_most;
}

// Minutes from the end of the previous shift to the start of the one on day t; 0 <= t.
static int rest_before(const struct rota_problem *problem, const int *day, int days, int t) {
  for (int back = 1; back <= days; back++) {
    int before = at(day, days, t - back);
    if (before != ROTA_OFF)
      return problem->shifts[day[t]].start_min + 1440 * back - problem->shifts[before].end_min;
  }
  return 1440 * days;
}

struct rota_line_quality rota_line_quality_of(const struct rota_problem *problem, const struct rota_limits *limits,
                                              const int *day) {
  struct rota_line_quality quality = {0};
  int days = 7 * problem->weeks;
  for (int t = 0; t < days; t++) {
    count_run(&quality, limits, day, days, t);
    if (t % 7 == 6)
      quality.weekends += day[t] != ROTA_OFF || day[t - 1] != ROTA_OFF;
    if (day[t] == ROTA_OFF)
      continue;
    quality.paid_min += problem->shifts[day[t]].paid_min;
    quality.nights += problem->shifts[day[t]].night;
    quality.short_changes += rest_before(problem, day, days, t) < limits->daily_rest_min;
  }
  return quality;
}

static double idle_h(const struct rota_group *group, const struct rota_line_quality *quality) {
  return fmax(0, (group->hours_most_min - quality->paid_min) / 60.0);
}

double rota_line_cost_kr(const struct rota_problem *problem, const struct rota_group *group,
                         const struct rota_line_quality *quality) {
  const struct rota_weights *w = &problem->weights;
  return w->idle_kr_per_h * idle_h(group, quality) + w->single_day_on_kr * quality->single_days_on +
         w->single_day_off_kr * quality->single_days_off + w->short_change_kr * quality->short_changes +
         w->long_run_kr * quality->long_runs;
}

int rota_beyond_fair(int count, int sum, int lines) {
  int fair = (sum + lines - 1) / lines;
  return count > fair ? count - fair : 0;
}

// --- cover
// ------------------------------------------------------------------------------------------------------------

struct rota_cover rota_cover_of(const struct rota_problem *problem, int t, int interval, const int *have) {
  struct rota_cover cover = {0};
  const struct rota_interval *span = &problem->intervals[interval];
  int64_t cell = ((int64_t)(t % (7 * problem->need_weeks)) * problem->interval_count + interval) * problem->level_count;
  double hours = (span->to_min - span->from_min) / 60.0;
  int64_t present = 0, missing = 0, excess = 0;
  for (int level = problem->level_count - 1; level >= 0; level--) {
    present += 1000 * (int64_t)have[level];
    int64_t more = problem->need_milli[cell + level] - present - missing;
    if (more > 0) {
      missing += more;
      cover.missing_kr += (double)more / 1000 * hours * problem->missing_kr_per_h[level];
    }
    if (problem->most_milli && present - problem->most_milli[cell + level] > excess)
      excess = present - problem->most_milli[cell + level];
  }
  cover.missing_h = (double)missing / 1000 * hours;
  cover.excess_h = (double)excess / 1000 * hours;
  return cover;
}

static void count_present(const struct rota_problem *problem, const struct rota *rota, int t, int interval, int *have) {
  for (int level = 0; level < ROTA_LEVELS_MOST; level++)
    have[level] = 0;
  for (int line = 0; line < rota->line_count; line++) {
    int shift = rota_shift_on(rota, line, t);
    if (shift != ROTA_OFF && problem->covers[shift * problem->interval_count + interval])
      have[problem->groups[rota->group_of[line]].level]++;
  }
}

static void measure_cover(const struct rota_problem *problem, const struct rota *rota, struct rota_measure *measure) {
  for (int t = 0; t < 7 * rota->weeks; t++)
    for (int i = 0; i < problem->interval_count; i++) {
      int have[ROTA_LEVELS_MOST];
      count_present(problem, rota, t, i, have);
      struct rota_cover cover = rota_cover_of(problem, t, i, have);
      measure->missing_h += cover.missing_h;
      measure->missing_kr += cover.missing_kr;
    }
}

// --- a whole rota
// -----------------------------------------------------------------------------------------------------

struct spread { // over the lines of one group
  int most, fewest, sum, lines;
};

static void spread_by(struct spread *spread, int count) {
  if (spread->lines == 0 || count > spread->most)
    spread->most = count;
  if (spread->lines == 0 || count < spread->fewest)
    spread->fewest = count;
  spread->sum += count;
  spread->lines++;
}

static struct rota_line_quality quality_of(const struct rota_problem *problem, const struct rota *rota, int line) {
  const struct rota_group *group = &problem->groups[rota->group_of[line]];
  return rota_line_quality_of(problem, &group->limits, &rota->day[line * 7 * rota->weeks]);
}

static void count_line(const struct rota_problem *problem, const struct rota_group *group,
                       const struct rota_line_quality *quality, struct rota_measure *measure) {
  measure->idle_h += idle_h(group, quality);
  measure->single_days_on += quality->single_days_on;
  measure->single_days_off += quality->single_days_off;
  measure->short_changes += quality->short_changes;
  measure->long_runs += quality->long_runs;
  measure->cost_kr += rota_line_cost_kr(problem, group, quality);
}

// Of groups that are equally uneven, the one with the most.
static void widen(int *most, int *fewest, const struct spread *spread) {
  int wider = spread->most - spread->fewest - (*most - *fewest);
  if (spread->lines == 0 || wider < 0 || (wider == 0 && spread->most <= *most))
    return;
  *most = spread->most;
  *fewest = spread->fewest;
}

static void measure_group(const struct rota_problem *problem, const struct rota *rota, int g,
                          struct rota_measure *measure) {
  struct spread weekends = {0}, nights = {0};
  for (int line = 0; line < rota->line_count; line++)
    if (rota->group_of[line] == g) {
      struct rota_line_quality quality = quality_of(problem, rota, line);
      count_line(problem, &problem->groups[g], &quality, measure);
      spread_by(&weekends, quality.weekends);
      spread_by(&nights, quality.nights);
    }
  for (int line = 0; line < rota->line_count; line++)
    if (rota->group_of[line] == g) {
      struct rota_line_quality quality = quality_of(problem, rota, line);
      measure->cost_kr +=
          problem->weights.uneven_weekend_kr * rota_beyond_fair(quality.weekends, weekends.sum, weekends.lines);
      measure->cost_kr += problem->weights.uneven_night_kr * rota_beyond_fair(quality.nights, nights.sum, nights.lines);
    }
  widen(&measure->weekends_most, &measure->weekends_fewest, &weekends);
  widen(&measure->nights_most, &measure->nights_fewest, &nights);
}

// Lines that people rotate through form one long line of one person, which is even by itself.
static void measure_rotating(const struct rota_problem *problem, const struct rota *rota,
                             struct rota_measure *measure) {
  struct rota_problem long_one = *problem;
  struct rota_group group = problem->groups[0];
  long_one.weeks = rota->weeks * rota->line_count;
  group.hours_least_min *= rota->line_count;
  if (group.hours_most_min < ROTA_NO_LIMIT)
    group.hours_most_min *= rota->line_count;
  struct rota_line_quality quality = rota_line_quality_of(&long_one, &group.limits, rota->day);
  count_line(&long_one, &group, &quality, measure);
  measure->cost_kr += measure->missing_kr;
}

struct rota_measure rota_measure_of(const struct rota_problem *problem, const struct rota *rota) {
  struct rota_measure measure = {0};
  measure_cover(problem, rota, &measure);
  if (problem->rotates && rota->line_count > 0) {
    measure_rotating(problem, rota, &measure);
    return measure;
  }
  for (int g = 0; g < problem->group_count; g++)
    measure_group(problem, rota, g, &measure);
  measure.cost_kr += measure.missing_kr;
  return measure;
}
