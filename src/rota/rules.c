// SPDX-License-Identifier: GPL-3.0-or-later
#include "rota/rules_parts.h"

#include <string.h>

#include "base/language.h"

enum { DAY_MIN = 1440, WEEK = 7, WEEK_MIN = 7 * 1440, SATURDAY = 5, SUNDAY = 6 };

struct rota_limits rota_limits_plain(struct rota_limits limits) {
  int *const mosts[] = {&limits.days_in_row_most, &limits.days_off_most, &limits.nights_in_row_most};
  int *const hours[] = {&limits.week_most_min, &limits.average_most_min, &limits.night_average_most_min};
  int *const leasts[] = {&limits.days_in_row_least, &limits.days_off_least, &limits.nights_in_row_least};
  for (int i = 0; i < 3; i++) {
    if (*mosts[i] <= 0 || *mosts[i] > ROTA_NO_LIMIT)
      *mosts[i] = ROTA_NO_LIMIT;
    if (*leasts[i] < 1)
      *leasts[i] = 1;
    if (*hours[i] <= 0 || *hours[i] > ROTA_NO_LIMIT)
      *hours[i] = ROTA_NO_LIMIT;
  }
  if (limits.short_rest_min > limits.daily_rest_min)
    limits.short_rest_min = limits.daily_rest_min;
  return limits;
}

// ---------------------------------------------------------------- reading a closed line

static int on(const struct rota_track *track, int t) { return track_on(track, t); }

static bool works(const struct rota_track *track, int t) { return on(track, t) != ROTA_OFF; }

static int weeks_of(const struct rota_track *track) { return track->count / WEEK; }

void rota_add_breach(struct rota_breaches *breaches, const struct rota_track *track, enum rota_rule rule, int t,
                     double value, double limit) {
  int days = track->count / track->lines;
  t = (t % track->count + track->count) % track->count;
  if (breaches->count < breaches->most)
    breaches->list[breaches->count] = (struct rota_breach){rule, track->first_line + t / days, t % days, value, limit};
  breaches->count++;
}

typedef bool day_is(const struct rota_problem *problem, const struct rota_track *track, int t, int shift);

static bool is_work(const struct rota_problem *problem, const struct rota_track *track, int t, int shift) {
  (void)problem, (void)shift;
  return works(track, t);
}

static bool is_off(const struct rota_problem *problem, const struct rota_track *track, int t, int shift) {
  (void)problem, (void)shift;
  return !works(track, t);
}

static bool is_night(const struct rota_problem *problem, const struct rota_track *track, int t, int shift) {
  (void)shift;
  return works(track, t) && problem->shifts[on(track, t)].night;
}

static bool is_shift(const struct rota_problem *problem, const struct rota_track *track, int t, int shift) {
  (void)problem;
  return on(track, t) == shift;
}

struct run_limits {
  enum rota_rule rule;
  int least, most, shift;
};

static void check_run(const struct rota_track *track, struct run_limits limits, int from, int length,
                      struct rota_breaches *breaches) {
  if (length > limits.most)
    rota_add_breach(breaches, track, limits.rule, from + limits.most, length, limits.most);
  else if (length < limits.least)
    rota_add_breach(breaches, track, limits.rule, from, length, limits.least);
}

// Every run of days of a kind, around the end.
static void check_runs(const struct rota_problem *problem, const struct rota_track *track, day_is *is,
                       struct run_limits limits, struct rota_breaches *breaches) {
  bool any = false;
  for (int t = 0; t < track->count; t++) {
    if (!is(problem, track, t, limits.shift) || is(problem, track, t - 1, limits.shift))
      continue;
    any = true;
    int length = 1;
    while (is(problem, track, t + length, limits.shift))
      length++;
    check_run(track, limits, t, length, breaches);
  }
  if (!any && is(problem, track, 0, limits.shift) && limits.most < ROTA_NO_LIMIT) // without end
    rota_add_breach(breaches, track, limits.rule, limits.most,
                    track->count > limits.most ? track->count : limits.most + 1, limits.most);
}

// Minutes from the end of the shift on day t to the start of the one on day next, which comes later.
static int rest_between(const struct rota_problem *problem, const struct rota_track *track, int t, int next) {
  return (next - t) * DAY_MIN + problem->shifts[on(track, next)].start_min - problem->shifts[on(track, t)].end_min;
}

static int next_worked(const struct rota_track *track, int t) {
  int next = t + 1;
  while (!works(track, next))
    next++;
  return next;
}

// ---------------------------------------------------------------- rest

static void check_daily_rest(const struct rota_problem *problem, const struct rota_track *track,
                             struct rota_breaches *breaches) {
  struct rota_limits limits = rota_limits_plain(track->group->limits);
  for (int t = 0; t < track->count; t++) {
    if (!works(track, t))
      continue;
    int next = next_worked(track, t), rest = rest_between(problem, track, t, next);
    if (rest < limits.short_rest_min)
      rota_add_breach(breaches, track, ROTA_RULE_DAILY_REST, next, rest / 60.0, limits.short_rest_min / 60.0);
  }
}

// Does the shift on day t begin after a short change?
static bool after_short_change(const struct rota_problem *problem, const struct rota_track *track, int t) {
  struct rota_limits limits = rota_limits_plain(track->group->limits);
  if (!works(track, t))
    return false;
  int before = t - 1;
  while (!works(track, before))
    before--;
  int rest = rest_between(problem, track, before, t);
  return rest >= limits.short_rest_min && rest < limits.daily_rest_min;
}

static void check_short_changes(const struct rota_problem *problem, const struct rota_track *track,
                                struct rota_breaches *breaches) {
  int most = track->group->limits.short_changes_most;
  for (int w = 0; w < weeks_of(track); w++) {
    int count = 0, shows = 0;
    for (int t = w * WEEK; t < (w + 1) * WEEK; t++)
      if (after_short_change(problem, track, t) && ++count == most + 1)
        shows = t;
    if (count > most)
      rota_add_breach(breaches, track, ROTA_RULE_SHORT_CHANGES, shows, count, most);
  }
}

// Free time that begins at or after `from` (minutes from the Monday of week 0) and before `before`.
struct stretch_free {
  int64_t from, to;
};

static int64_t start_of_next(const struct rota_problem *problem, const struct rota_track *track, int64_t from) {
  // A shift of day t starts within it; the first that starts at or after `from`.
  int t = (int)(from / DAY_MIN);
  for (int i = 0; i <= track->count; i++, t++)
    if (works(track, t)) {
      int64_t start = (int64_t)t * DAY_MIN + problem->shifts[on(track, t)].start_min;
      if (start >= from)
        return start;
    }
  return INT64_MAX;
}

// The first minute at or after `from` that lies in no shift, or one not before `until`: if shifts last a whole day on
// every day there is none. A shift ends at most two days after its day begins.
static int64_t first_free(const struct rota_problem *problem, const struct rota_track *track, int64_t from,
                          int64_t until) {
  for (bool moved = true; moved && from < until;) {
    moved = false;
    int today = (int)(from / DAY_MIN);
    for (int t = today - 2; t <= today; t++) {
      if (!works(track, t))
        continue;
      const struct rota_shift *shift = &problem->shifts[on(track, t)];
      if ((int64_t)t * DAY_MIN + shift->start_min <= from && from < (int64_t)t * DAY_MIN + shift->end_min) {
        from = (int64_t)t * DAY_MIN + shift->end_min;
        moved = true;
      }
    }
  }
  return from;
}

// The earliest stretch of the week that is long enough, or the longest there is.
static struct stretch_free weekly_rest(const struct rota_problem *problem, const struct rota_track *track, int week,
                                       int64_t from) {
  const struct rota_limits *limits = &track->group->limits;
  int64_t week_end = (int64_t)(week + 1) * WEEK_MIN;
  struct stretch_free longest = {from, from};
  for (int64_t start = first_free(problem, track, from, week_end); start < week_end;) {
    int64_t end = start_of_next(problem, track, start);
    int64_t counted = limits->weekly_rest_inside && end > week_end ? week_end : end;
    if (counted - start > longest.to - longest.from)
      longest = (struct stretch_free){start, counted};
    if (longest.to - longest.from >= limits->weekly_rest_min || end >= week_end)
      break;
    start = first_free(problem, track, end, week_end);
  }
  return longest;
}

// Goes through the weeks. The first of them begins `carried` minutes late, because the rest of the previous week runs
// into it. Returns how much of the following week the last week's rest takes; -1 if a week has too little rest.
static int64_t rest_through(const struct rota_problem *problem, const struct rota_track *track, int64_t carried,
                            struct rota_breaches *breaches) {
  int least = track->group->limits.weekly_rest_min;
  bool broken = false;
  for (int w = 0; w < weeks_of(track); w++) {
    struct stretch_free rest = weekly_rest(problem, track, w, (int64_t)w * WEEK_MIN + carried);
    int64_t end = rest.from + least, week_end = (int64_t)(w + 1) * WEEK_MIN;
    carried = end > week_end ? end - week_end : 0;
    if (rest.to - rest.from >= least)
      continue;
    broken = true;
    carried = 0;
    if (breaches)
      rota_add_breach(breaches, track, ROTA_RULE_WEEKLY_REST, w * WEEK, (double)(rest.to - rest.from) / 60,
                      least / 60.0);
  }
  return broken ? -1 : carried;
}

static void check_weekly_rest(const struct rota_problem *problem, const struct rota_track *track,
                              struct rota_breaches *breaches) {
  if (track->group->limits.weekly_rest_min <= 0)
    return;
  int64_t carried = rest_through(problem, track, 0, breaches);
  if (carried > 0) // around the end
    rest_through(problem, track, carried, breaches);
}

static void check_rest_after_nights(const struct rota_problem *problem, const struct rota_track *track,
                                    struct rota_breaches *breaches) {
  int least = track->group->limits.rest_after_nights_min;
  for (int t = 0; t < track->count; t++) {
    if (!is_night(problem, track, t, 0) || is_night(problem, track, t + 1, 0))
      continue;
    int next = next_worked(track, t), rest = rest_between(problem, track, t, next);
    if (rest < least)
      rota_add_breach(breaches, track, ROTA_RULE_REST_AFTER_NIGHTS, next, rest / 60.0, least / 60.0);
  }
}

// ---------------------------------------------------------------- runs

static void check_days_in_row(const struct rota_problem *problem, const struct rota_track *track,
                              struct rota_breaches *breaches) {
  struct rota_limits limits = rota_limits_plain(track->group->limits);
  check_runs(problem, track, is_work,
             (struct run_limits){ROTA_RULE_DAYS_IN_ROW, limits.days_in_row_least, limits.days_in_row_most, 0},
             breaches);
}

static void check_days_off(const struct rota_problem *problem, const struct rota_track *track,
                           struct rota_breaches *breaches) {
  struct rota_limits limits = rota_limits_plain(track->group->limits);
  check_runs(problem, track, is_off,
             (struct run_limits){ROTA_RULE_DAYS_OFF, limits.days_off_least, limits.days_off_most, 0}, breaches);
}

static void check_nights_in_row(const struct rota_problem *problem, const struct rota_track *track,
                                struct rota_breaches *breaches) {
  struct rota_limits limits = rota_limits_plain(track->group->limits);
  check_runs(problem, track, is_night,
             (struct run_limits){ROTA_RULE_NIGHTS_IN_ROW, limits.nights_in_row_least, limits.nights_in_row_most, 0},
             breaches);
}

static void check_same_shift(const struct rota_problem *problem, const struct rota_track *track,
                             struct rota_breaches *breaches) {
  for (int s = 0; s < problem->shift_count; s++) {
    const struct rota_shift *shift = &problem->shifts[s];
    int most = shift->run_most > 0 ? shift->run_most : ROTA_NO_LIMIT;
    check_runs(problem, track, is_shift, (struct run_limits){ROTA_RULE_SAME_SHIFT, shift->run_least, most, s},
               breaches);
  }
}

static void check_sequences(const struct rota_problem *problem, const struct rota_track *track,
                            struct rota_breaches *breaches) {
  for (int t = 0; t < track->count; t++)
    for (int q = 0; q < problem->sequence_count; q++) {
      const struct rota_sequence *sequence = &problem->sequences[q];
      int same = 0;
      while (same < sequence->length && on(track, t + same) == sequence->days[same])
        same++;
      if (same == sequence->length)
        rota_add_breach(breaches, track, ROTA_RULE_SEQUENCE, t + same - 1, 1, 0);
    }
}

// ---------------------------------------------------------------- weekends

static bool works_weekend(const struct rota_track *track, int week) {
  return works(track, week * WEEK + SATURDAY) || works(track, week * WEEK + SUNDAY);
}

static bool works_sunday(const struct rota_track *track, int week) { return works(track, week * WEEK + SUNDAY); }

static int count_weeks(const struct rota_track *track, bool (*is)(const struct rota_track *, int)) {
  int count = 0;
  for (int w = 0; w < weeks_of(track); w++)
    count += is(track, w);
  return count;
}

// Weeks from a worked weekend to the next one.
static int weeks_to_next(const struct rota_track *track, int week) {
  int next = week + 1;
  while (!works_weekend(track, next))
    next++;
  return next - week;
}

static void check_weekend_every(const struct rota_problem *problem, const struct rota_track *track,
                                struct rota_breaches *breaches) {
  int every = track->group->limits.weekend_every, weeks = weeks_of(track);
  bool by_phase = every > 0 && weeks % every == 0 && !problem->rotates;
  for (int w = 0; w < weeks; w++) {
    if (!works_weekend(track, w))
      continue;
    int gap = every > 0 ? weeks_to_next(track, w) : 0;
    if (every == 0)
      rota_add_breach(breaches, track, ROTA_RULE_WEEKENDS, w * WEEK + SATURDAY, 1, 0);
    else if (by_phase ? gap % every != 0 : gap < every)
      rota_add_breach(breaches, track, ROTA_RULE_WEEKENDS, (w + gap) * WEEK + SATURDAY, gap, every);
  }
}

static void check_weekends(const struct rota_problem *problem, const struct rota_track *track,
                           struct rota_breaches *breaches) {
  const struct rota_limits *limits = &track->group->limits;
  if (limits->weekend_every != 1)
    check_weekend_every(problem, track, breaches);
  int count = count_weeks(track, works_weekend);
  if (count > (int64_t)limits->weekends_most * track->lines)
    rota_add_breach(breaches, track, ROTA_RULE_WEEKENDS, 0, (double)count / track->lines, limits->weekends_most);
}

static void check_whole_weekends(const struct rota_problem *problem, const struct rota_track *track,
                                 struct rota_breaches *breaches) {
  (void)problem;
  for (int w = 0; track->group->limits.whole_weekends && w < weeks_of(track); w++)
    if (works(track, w * WEEK + SATURDAY) != works(track, w * WEEK + SUNDAY))
      rota_add_breach(breaches, track, ROTA_RULE_WHOLE_WEEKENDS, w * WEEK + SATURDAY, 1, 0);
}

static void check_sundays_in_row(const struct rota_track *track, struct rota_breaches *breaches) {
  int most = track->group->limits.sundays_in_row_most, weeks = weeks_of(track), run = 0;
  if (most >= ROTA_NO_LIMIT)
    return;
  if (count_weeks(track, works_sunday) == weeks) { // without end
    rota_add_breach(breaches, track, ROTA_RULE_SUNDAYS, SUNDAY, weeks > most ? weeks : most + 1, most);
    return;
  }
  for (int w = -weeks; w < weeks; w++) { // go round once beforehand, so that the run at the beginning is known
    run = works_sunday(track, w) ? run + 1 : 0;
    if (w >= 0 && run == most + 1)
      rota_add_breach(breaches, track, ROTA_RULE_SUNDAYS, w * WEEK + SUNDAY, run, most);
  }
}

static void check_sundays(const struct rota_problem *problem, const struct rota_track *track,
                          struct rota_breaches *breaches) {
  (void)problem;
  int count = count_weeks(track, works_sunday), most = track->group->limits.sundays_most_of_n;
  if (count > (int64_t)most * track->lines)
    rota_add_breach(breaches, track, ROTA_RULE_SUNDAYS, 0, (double)count / track->lines, most);
  check_sundays_in_row(track, breaches);
}

// ---------------------------------------------------------------- shifts allowed

static void check_allowed(const struct rota_problem *problem, const struct rota_track *track,
                          struct rota_breaches *breaches) {
  for (int t = 0; t < track->count; t++) {
    int shift = on(track, t);
    if (shift == ROTA_OFF)
      continue;
    bool may = track->group->shifts >> shift & 1, that_day = problem->shifts[shift].weekdays >> t % WEEK & 1;
    if (!may || !that_day)
      rota_add_breach(breaches, track, ROTA_RULE_SHIFT_ALLOWED, t, 1, 0);
  }
}

// ---------------------------------------------------------------- the records

const struct rota_rule_record rota_rule_records[ROTA_RULES] = {
    [ROTA_RULE_DAILY_REST] = {"daily_rest", N_("Rest between two shifts"), "h",
                              N_("Working Environment Act 10-8(1), (3)"),
                              N_("the union representatives, down to 8 h, with rest to make up for it"),
                              check_daily_rest},
    [ROTA_RULE_SHORT_CHANGES] = {"short_changes", N_("Short changes between shifts in a week"), N_("changes"),
                                 N_("Working Environment Act 10-8(3): each needs the agreement; how many is custom"),
                                 N_("the union representatives"), check_short_changes},
    [ROTA_RULE_WEEKLY_REST] = {"weekly_rest", N_("Rest without a break in every week"), "h",
                               N_("Working Environment Act 10-8(2), (3)"),
                               N_("the union representatives, down "
                                  "to 28 h"),
                               check_weekly_rest},
    [ROTA_RULE_DAYS_IN_ROW] = {"days_in_row", N_("Working days in a row"), "days",
                               N_("custom or local agreement; no law names a number"), N_("the unit and its people"),
                               check_days_in_row},
    [ROTA_RULE_DAYS_OFF] = {"days_off", N_("Days off in a row"), "days",
                            N_("custom or local agreement; no law names a number"), N_("the unit and its people"),
                            check_days_off},
    [ROTA_RULE_NIGHTS_IN_ROW] = {"nights_in_row", N_("Nights in a row"), "nights",
                                 N_("custom or local agreement; no law names a number"), N_("the unit and its people"),
                                 check_nights_in_row},
    [ROTA_RULE_REST_AFTER_NIGHTS] = {"rest_after_nights", N_("Rest after nights in a row"), "h",
                                     N_("custom or local agreement; the law asks for the daily rest only"),
                                     N_("the unit and its people, never below the daily rest"),
                                     check_rest_after_nights},
    [ROTA_RULE_WEEKENDS] = {"weekends", N_("Weekends worked"), "weekends",
                            N_("the contract of the group; local agreement"),
                            N_("the person or the union "
                               "representatives"),
                            check_weekends},
    [ROTA_RULE_WHOLE_WEEKENDS] = {"whole_weekends", N_("Saturday and Sunday both worked or both off"), "",
                                  N_("custom or local agreement"), N_("the unit and its people"), check_whole_weekends},
    [ROTA_RULE_SUNDAYS] =
        {"sundays", N_("Sundays worked"), N_("sundays"), N_("Working Environment Act 10-8(4)"),
         N_("the employee in writing: every second off on average over 26 weeks, three in a row at most"),
         check_sundays},
    [ROTA_RULE_SAME_SHIFT] = {"same_shift", N_("The same shift in a row"), "days",
                              N_("custom or local agreement; no law names a number"), N_("the unit and its people"),
                              check_same_shift},
    [ROTA_RULE_SEQUENCE] = {"sequence", N_("Sequences of shifts that are not wanted"), "",
                            N_("custom or local agreement"), N_("the unit and its people"), check_sequences},
    [ROTA_RULE_HOURS] = {"hours", N_("Hours of the contract"), "h", N_("the contract of the group; HTA 4.2"),
                         N_("the person, by another position"), rota_check_hours},
    [ROTA_RULE_WEEK_HOURS] = {"week_hours", N_("Hours of any one week"), "h",
                              N_("Working Environment Act 10-4(1), 10-5(1)-(2)"),
                              N_("the employee to 50 h, the shop stewards to 54 h"), rota_check_week_hours},
    [ROTA_RULE_AVERAGE_HOURS] = {"average_hours", N_("Hours a week on average"), "h",
                                 N_("Working Environment Act 10-5, 10-6(8)"), N_("nobody"), rota_check_average_hours},
    [ROTA_RULE_NIGHT_HOURS] = {"night_hours", N_("Hours a week on average, with nights"), "h",
                               N_("Working Environment Act 10-11"), N_("the shop stewards"), rota_check_night_hours},
    [ROTA_RULE_SHIFT_ALLOWED] = {"shift_allowed", N_("Shifts and days that the group works"), "",
                                 N_("the contract of the group; the unit's shifts"), N_("the person"), check_allowed},
};

int rota_track_count(const struct rota_problem *problem, const struct rota *rota) {
  return problem->rotates ? rota->line_count > 0 : rota->line_count;
}

struct rota_track rota_track_of(const struct rota_problem *problem, const struct rota *rota, int index) {
  int days = WEEK * rota->weeks;
  int lines = problem->rotates ? rota->line_count : 1;
  return (struct rota_track){.group = &problem->groups[rota->group_of[index]],
                             .days = rota->day + index * days,
                             .count = lines * days,
                             .first_line = index,
                             .lines = lines};
}

int rota_check(const struct rota_problem *problem, const struct rota *rota, struct rota_breach *breaches, int most) {
  struct rota_breaches found = {breaches, 0, most};
  for (int i = 0; i < rota_track_count(problem, rota); i++) {
    struct rota_track track = rota_track_of(problem, rota, i);
    for (int r = 0; r < ROTA_RULES; r++)
      rota_rule_records[r].check(problem, &track, &found);
  }
  return found.count;
}

const char *rota_unit_word(const char *unit, double value) {
  static const struct {
    const char *many, *one;
  } words[] = {{"changes", N_("change")}, {"days", N_("day")},       {"nights", N_("night")},
               {"persons", N_("person")}, {"sundays", N_("Sunday")}, {"weekends", N_("weekend")}};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (value == 1 && !strcmp(unit, words[i].many))
      return _(words[i].one);
  return _(unit);
}
