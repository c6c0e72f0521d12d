// SPDX-License-Identifier: GPL-3.0-or-later
#include "rota/year_rota.h"

#include <math.h>
#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "need/frame.h"
#include "need/positions.h"
#include "need/red_days.h"
#include "need/wanted.h"
#include "need/weekend.h"

enum { AVERAGED_WEEKS = 26 };
enum { NEIGHBOURS = 2, PADDING = 2, WINDOW_MOST = 2 * NEIGHBOURS + 1 + PADDING };

struct laying {
  struct arena *arena;
  const struct base_rota *base;
  const struct rota *rota;
  const struct rota_problem *problem;
  const struct frame *frame;
  struct rota_group *free_groups; // of the problem, with the limits that a single window of weeks can check
  struct year_rota *out;
  int *off_min, *called_min;  // [line] on holidays
  int *stretch;               // days of a line in the weeks of an average
  int64_t *need_milli;        // [interval * level_count + level] of the current day
  struct shift_place *places; // [shift of the problem]
  int *have;                  // the same
};

// ---------------------------------------------------------------- days

static int *cell(const struct laying *l, int line, int t) { return &l->out->day[line * l->out->days + t]; }
static bool works(const struct laying *l, int line, int t) { return *cell(l, line, t) != ROTA_OFF; }
static day_number date_of(const struct laying *l, int t) { return l->out->first_monday + t; }

static bool in_year(const struct laying *l, int t) { return year_holds(l->base->year, date_of(l, t)); }

static bool is_holiday(const struct laying *l, int t) {
  return t % DAYS_PER_WEEK != SUNDAY && day_kind_of(date_of(l, t)) == DAY_HOLIDAY;
}

static const struct tables *tables_on(const struct laying *l, day_number day) {
  return year_tables(l->base->year, l->base->variant, day);
}

// The Sunday or public holiday before (-1) or after (1) a day; -1: none in the weeks laid out.
static int red_day_beside(const struct laying *l, int t, int step) {
  for (t += step; t >= 0 && t < l->out->days; t += step)
    if (is_red_day(date_of(l, t)))
      return t;
  return -1;
}

// ---------------------------------------------------------------- rules

// Runs and rests over a few weeks. What is counted over the whole line, and what depends on earlier weeks, is not
// checked.
static struct rota_group free_group(const struct rota_group *group) {
  struct rota_group free = *group;
  free.hours_least_min = 0;
  free.hours_most_min = ROTA_NO_LIMIT;
  free.limits.days_off_most = ROTA_NO_LIMIT;
  free.limits.weekend_every = 1;
  free.limits.weekends_most = free.limits.sundays_most_of_n = free.limits.sundays_in_row_most = ROTA_NO_LIMIT;
  free.limits.average_most_min = free.limits.night_average_most_min = ROTA_NO_LIMIT;
  return free;
}

static int weeks_averaged(const struct rota_limits *limits) {
  int weeks = limits->average_most_min < ROTA_NO_LIMIT ? limits->average_weeks : 1;
  bool nights = limits->night_average_most_min < ROTA_NO_LIMIT && limits->night_average_weeks > weeks;
  return nights ? limits->night_average_weeks : weeks;
}

static int averaged_most(const struct laying *l) {
  int most = 1;
  for (int g = 0; g < l->problem->group_count; g++) {
    struct rota_limits limits = rota_limits_plain(l->problem->groups[g].limits);
    int weeks = weeks_averaged(&limits);
    most = weeks > most ? weeks : most;
  }
  return most;
}

// Hours on average over weeks that contain a day: of the weeks laid out, followed by free ones, so that averages do
// not wrap from the last weeks to the first.
static int average_breaches(const struct laying *l, int line, int t) {
  static const enum rota_rule averaged[] = {ROTA_RULE_AVERAGE_HOURS, ROTA_RULE_NIGHT_HOURS};
  const struct rota_group *group = &l->problem->groups[l->rota->group_of[line]];
  struct rota_limits limits = rota_limits_plain(group->limits);
  int reach = weeks_averaged(&limits), week = t / DAYS_PER_WEEK, count = 0;
  int first = week - reach + 1 > 0 ? week - reach + 1 : 0;
  int last = week + reach < l->out->weeks ? week + reach : l->out->weeks;
  for (int day = first * DAYS_PER_WEEK; day < last * DAYS_PER_WEEK; day++)
    l->stretch[count++] = *cell(l, line, day);
  for (int day = 0; day < reach * DAYS_PER_WEEK; day++)
    l->stretch[count++] = ROTA_OFF;
  struct rota_track track = {group, l->stretch, count, line, 1};
  struct rota_breaches found = {NULL, 0, 0};
  for (int r = 0; r < 2; r++)
    rota_rule_records[averaged[r]].check(l->problem, &track, &found);
  return found.count;
}

// Breaches of a line in the weeks around a day, with free weeks after them.
static int breaches_about(const struct laying *l, int line, int t) {
  int days[WINDOW_MOST * DAYS_PER_WEEK], count = 0, week = t / DAYS_PER_WEEK;
  for (int w = week - NEIGHBOURS; w <= week + NEIGHBOURS; w++)
    for (int d = 0; d < DAYS_PER_WEEK && w >= 0 && w < l->out->weeks; d++)
      days[count++] = *cell(l, line, w * DAYS_PER_WEEK + d);
  for (int d = 0; d < PADDING * DAYS_PER_WEEK; d++)
    days[count++] = ROTA_OFF;
  struct rota_track track = {&l->free_groups[l->rota->group_of[line]], days, count, line, 1};
  struct rota_breaches found = {NULL, 0, 0};
  for (int r = 0; r < ROTA_RULES; r++)
    rota_rule_records[r].check(l->problem, &track, &found);
  return found.count + average_breaches(l, line, t);
}

static bool change_if_kept(const struct laying *l, int line, int t, int shift) {
  int before = breaches_about(l, line, t), was = *cell(l, line, t);
  *cell(l, line, t) = shift;
  if (breaches_about(l, line, t) <= before)
    return true;
  *cell(l, line, t) = was;
  return false;
}

static bool one_red_day_off(const struct laying *l, int line) {
  return l->problem->groups[l->rota->group_of[line]].limits.sundays_in_row_most == 1;
}

// Does the line work the previous red day, or a following Sunday, so that it must be off on this one? A public holiday
// after it is planned later.
static bool must_be_off(const struct laying *l, int line, int t) {
  int before = red_day_beside(l, t, -1), after = red_day_beside(l, t, 1);
  if (!one_red_day_off(l, line))
    return false;
  return (before >= 0 && works(l, line, before)) || (after >= 0 && !is_holiday(l, after) && works(l, line, after));
}

// ---------------------------------------------------------------- need of a day

static void begin_day(const struct laying *l, int t) {
  day_number day = date_of(l, t);
  int cells = l->frame->interval_count * l->frame->level_count;
  need_on_day(l->frame, tables_on(l, day), day, l->need_milli);
  memset(l->have, 0, (size_t)cells * sizeof *l->have);
  for (int s = 0; s < l->problem->shift_count; s++)
    l->places[s] = shift_place(l->frame, tables_on(l, day), l->base->shift_of[s], day);
}

static void count_shift(const struct laying *l, int line, int shift, int persons) {
  int level = l->problem->groups[l->rota->group_of[line]].level;
  for (int i = 0; i < l->frame->interval_count && l->places[shift].open; i++)
    for (int lv = 0; lv <= level && shift_covers(l->frame, &l->places[shift], i); lv++)
      l->have[i * l->frame->level_count + lv] += persons;
}

static void count_day(const struct laying *l, int t) {
  begin_day(l, t);
  for (int line = 0; line < l->rota->line_count; line++)
    if (works(l, line, t))
      count_shift(l, line, *cell(l, line, t), 1);
}

// Person-hours; somebody missing at two levels counts once, at the higher one.
static double missing_h(const struct laying *l) {
  double hours = 0;
  for (int i = 0; i < l->frame->interval_count; i++) {
    int64_t worst = 0;
    for (int lv = 0; lv < l->frame->level_count; lv++) {
      int c = i * l->frame->level_count + lv;
      int64_t missing = l->need_milli[c] - (int64_t)l->have[c] * MILLI;
      worst = missing > worst ? missing : worst;
    }
    hours += (double)worst / MILLI * (double)(l->frame->intervals[i].to_min - l->frame->intervals[i].from_min) / 60;
  }
  return hours;
}

static double missing_with(const struct laying *l, int line, int shift, int persons) {
  count_shift(l, line, shift, persons);
  double hours = missing_h(l);
  count_shift(l, line, shift, -persons);
  return hours;
}

// ---------------------------------------------------------------- a public holiday

static void let_off(const struct laying *l, int line, int t, int shift) {
  count_shift(l, line, shift, -1);
  *cell(l, line, t) = ROTA_OFF;
  l->out->change[line * l->out->days + t] = YEAR_OFF_HOLIDAY;
  l->off_min[line] += l->problem->shifts[shift].paid_min;
}

static void let_off_who_must(const struct laying *l, int t) {
  for (int line = 0; line < l->rota->line_count; line++) {
    int shift = *cell(l, line, t);
    if (shift != ROTA_OFF && (!l->places[shift].open || must_be_off(l, line, t)))
      let_off(l, line, t, shift);
  }
}

// Of those not needed, the one with the least time off; -1: everybody is needed, or may not be off.
static int not_needed(const struct laying *l, int t, const bool *tried) {
  double missing = missing_h(l);
  int best = -1;
  for (int line = 0; line < l->rota->line_count; line++) {
    int shift = *cell(l, line, t);
    if (shift == ROTA_OFF || tried[line] || missing_with(l, line, shift, -1) > missing + 1e-9)
      continue;
    if (best < 0 || l->off_min[line] - l->called_min[line] < l->off_min[best] - l->called_min[best])
      best = line;
  }
  return best;
}

static void let_off_who_may(const struct laying *l, int t) {
  bool *tried = arena_array(l->arena, (size_t)l->rota->line_count + 1, sizeof *tried);
  for (int line = not_needed(l, t, tried); line >= 0; line = not_needed(l, t, tried)) {
    int shift = *cell(l, line, t);
    tried[line] = true;
    if (change_if_kept(l, line, t, ROTA_OFF))
      let_off(l, line, t, shift);
  }
}

static bool may_be_called(const struct laying *l, int line, int t) {
  bool weekend = t % DAYS_PER_WEEK == SATURDAY;
  bool works_it = weekend && works(l, line, t + 1);
  return !works(l, line, t) && (!weekend || works_it) && !must_be_off(l, line, t) &&
         l->out->change[line * l->out->days + t] == YEAR_AS_ROTA;
}

struct call {
  int line, shift;
  double missing_h; // hours still missing afterwards
};

static struct call best_call(const struct laying *l, int t, const bool *tried) {
  struct call best = {-1, ROTA_OFF, missing_h(l) - 1e-9};
  for (int line = 0; line < l->rota->line_count; line++)
    for (int s = 0; s < l->problem->shift_count && may_be_called(l, line, t); s++) {
      bool allowed = l->problem->groups[l->rota->group_of[line]].shifts >> s & 1 && l->places[s].open;
      if (!allowed || tried[line * l->problem->shift_count + s])
        continue;
      double left = missing_with(l, line, s, 1);
      bool more = best.line >= 0 && left < best.missing_h + 1e-9 &&
                  l->off_min[line] - l->called_min[line] > l->off_min[best.line] - l->called_min[best.line];
      if (left < best.missing_h - 1e-9 || more)
        best = (struct call){line, s, left};
    }
  return best;
}

static void call_others(const struct laying *l, int t) {
  bool *tried = arena_array(l->arena, (size_t)(l->rota->line_count * l->problem->shift_count) + 1, sizeof *tried);
  for (struct call call = best_call(l, t, tried); call.line >= 0; call = best_call(l, t, tried)) {
    tried[call.line * l->problem->shift_count + call.shift] = true;
    if (!change_if_kept(l, call.line, t, call.shift))
      continue;
    count_shift(l, call.line, call.shift, 1);
    l->out->change[call.line * l->out->days + t] = YEAR_CALLED;
    l->called_min[call.line] += l->problem->shifts[call.shift].paid_min;
  }
}

static void plan_holiday(const struct laying *l, int t) {
  count_day(l, t);
  let_off_who_must(l, t);
  let_off_who_may(l, t);
  call_others(l, t);
}

// ---------------------------------------------------------------- the year

static void roll_out(const struct laying *l, int first_week) {
  struct year_rota *out = l->out;
  int days = DAYS_PER_WEEK * l->rota->weeks;
  out->first_week = first_week;
  for (int line = 0; line < l->rota->line_count; line++)
    for (int t = 0; t < out->days; t++)
      *cell(l, line, t) = l->rota->day[line * days + (t + DAYS_PER_WEEK * first_week) % days];
  memset(out->change, YEAR_AS_ROTA, (size_t)(l->rota->line_count * out->days));
  memset(l->off_min, 0, (size_t)l->rota->line_count * sizeof *l->off_min);
  memset(l->called_min, 0, (size_t)l->rota->line_count * sizeof *l->called_min);
  for (int t = 0; t < out->days; t++)
    if (is_holiday(l, t) && in_year(l, t))
      plan_holiday(l, t);
}

static bool is_base_week(const struct laying *l, int week) {
  int number = iso_week(l->out->first_monday + week * DAYS_PER_WEEK);
  for (int i = 0; i < l->base->base_week_count; i++)
    if (l->base->base_weeks[i] == number)
      return true;
  return false;
}

static void add_missing(const struct laying *l, struct year_sums *sums, int t) {
  count_day(l, t);
  double hours = missing_h(l);
  if (is_holiday(l, t))
    sums->missing_holidays_h += hours;
  else if (base_week_is_plain(date_of(l, t - t % DAYS_PER_WEEK)) && !is_base_week(l, t / DAYS_PER_WEEK))
    sums->missing_other_h += hours;
  else
    sums->missing_base_h += hours;
  sums->holidays += is_holiday(l, t);
}

static void add_change(const struct laying *l, struct year_sums *sums, int line, int t) {
  unsigned char change = l->out->change[line * l->out->days + t];
  int before = red_day_beside(l, t, -1);
  sums->off_shifts += change == YEAR_OFF_HOLIDAY;
  sums->called_shifts += change == YEAR_CALLED;
  bool pair = is_red_day(date_of(l, t)) && before >= 0 && one_red_day_off(l, line) && works(l, line, t) &&
              works(l, line, before);
  if (!pair)
    return;
  if (!sums->red_pairs++ || t < sums->red_day) {
    sums->red_line = line;
    sums->red_day = t;
  }
}

// Over as many weeks from a Monday on as the law averages: the share of red days that the line works.
static double red_share(const struct laying *l, int line, int monday) {
  int red = 0, worked = 0;
  for (int t = monday; t < monday + AVERAGED_WEEKS * DAYS_PER_WEEK; t++)
    if (is_red_day(date_of(l, t))) {
      red++;
      worked += works(l, line, t);
    }
  return red ? (double)worked / red : 0;
}

static double red_share_most(const struct laying *l) {
  double most = 0;
  for (int line = 0; line < l->rota->line_count; line++)
    for (int week = 0; week + AVERAGED_WEEKS <= l->out->weeks; week++) {
      double share = red_share(l, line, week * DAYS_PER_WEEK);
      most = share > most ? share : most;
    }
  return most;
}

// The first week in which a line exceeds the law's hours, of one week or on average; -1: none.
static int week_over(const struct laying *l, int line) {
  static const enum rota_rule of_weeks[] = {ROTA_RULE_WEEK_HOURS, ROTA_RULE_AVERAGE_HOURS, ROTA_RULE_NIGHT_HOURS};
  const struct rota_group *group = &l->problem->groups[l->rota->group_of[line]];
  int count = l->out->days, padding = averaged_most(l) * DAYS_PER_WEEK;
  memcpy(l->stretch, cell(l, line, 0), (size_t)count * sizeof(int));
  for (int day = 0; day < padding; day++)
    l->stretch[count++] = ROTA_OFF;
  struct rota_track track = {group, l->stretch, count, line, 1};
  struct rota_breach first;
  struct rota_breaches found = {&first, 0, 1};
  for (int r = 0; r < 3; r++)
    rota_rule_records[of_weeks[r]].check(l->problem, &track, &found);
  return found.count ? first.day / DAYS_PER_WEEK : -1;
}

static int weekends_of_year(const struct laying *l, int line) {
  int count = 0;
  for (int saturday = SATURDAY; saturday < l->out->days; saturday += DAYS_PER_WEEK)
    count += (in_year(l, saturday) && works(l, line, saturday)) ||
             (in_year(l, saturday + 1) && works(l, line, saturday + 1));
  return count;
}

// Weekends of the contract in a year; -1: not counted by year.
static int weekends_agreed(const struct laying *l, int line) {
  int group = l->base->group_of[l->rota->group_of[line]];
  const struct group_row *row = &group_rows(l->base->tables)[l->frame->groups[group]];
  return weekends_by_year(row) ? (int)floor(WEEKENDS_A_YEAR * weekends_share(row) + 1e-6) : -1;
}

static void add_line_year(const struct laying *l, struct year_sums *sums, int line) {
  int week = week_over(l, line), agreed = weekends_agreed(l, line), weekends = weekends_of_year(l, line);
  if (week >= 0 && !sums->hours_lines++) {
    sums->hours_line = line;
    sums->hours_week = week;
  }
  if (agreed < 0 || weekends <= agreed)
    return;
  if (!sums->weekends_lines++ || weekends - agreed > sums->weekends_worked - sums->weekends_agreed) {
    sums->weekends_line = line;
    sums->weekends_worked = weekends;
    sums->weekends_agreed = agreed;
  }
}

static struct year_sums sum_up(const struct laying *l) {
  struct year_sums sums = {.red_line = -1, .red_day = -1};
  for (int t = 0; t < l->out->days; t++)
    if (in_year(l, t))
      add_missing(l, &sums, t);
  for (int line = 0; line < l->rota->line_count; line++) {
    for (int t = 0; t < l->out->days; t++)
      if (in_year(l, t))
        add_change(l, &sums, line, t);
    add_line_year(l, &sums, line);
    double called = l->called_min[line] / 60.0, off = l->off_min[line] / 60.0;
    sums.off_h += off;
    sums.called_h += called;
    sums.called_most_h = called - off > sums.called_most_h ? called - off : sums.called_most_h;
  }
  return sums;
}

static double missing_of_all(const struct year_sums *sums) {
  return sums->missing_holidays_h + sums->missing_other_h + sums->missing_base_h;
}

// Do the contracts of the lines change during the year?
static bool contracts_change(const struct laying *l) {
  for (int g = 0; g < l->problem->group_count; g++)
    for (int t = 0; t < l->out->days; t++) {
      const struct group_row *base = &group_rows(l->base->tables)[l->frame->groups[l->base->group_of[g]]];
      const struct group_row *then = &group_rows(tables_on(l, date_of(l, t)))[l->frame->groups[l->base->group_of[g]]];
      if (in_year(l, t) && (then->heads_milli != base->heads_milli || then->position_e8 != base->position_e8))
        return true;
    }
  return false;
}

static void begin(struct laying *l) {
  const struct unit_year *year = l->base->year;
  size_t lines = (size_t)l->rota->line_count, cells = (size_t)(l->frame->interval_count * l->frame->level_count) + 1;
  l->out->first_monday = year->first_monday;
  l->out->weeks = year->week_count;
  l->out->days = DAYS_PER_WEEK * year->week_count;
  l->out->day = arena_array(l->arena, lines * (size_t)l->out->days + 1, sizeof *l->out->day);
  l->out->change = arena_array(l->arena, lines * (size_t)l->out->days + 1, 1);
  l->off_min = arena_array(l->arena, lines + 1, sizeof *l->off_min);
  l->called_min = arena_array(l->arena, lines + 1, sizeof *l->called_min);
  l->stretch = arena_array(l->arena, (size_t)(2 * l->out->days + averaged_most(l) * DAYS_PER_WEEK) + 1, sizeof(int));
  l->need_milli = arena_array(l->arena, cells, sizeof *l->need_milli);
  l->have = arena_array(l->arena, cells, sizeof *l->have);
  l->places = arena_array(l->arena, (size_t)l->problem->shift_count + 1, sizeof *l->places);
  l->free_groups = arena_array(l->arena, (size_t)l->problem->group_count + 1, sizeof *l->free_groups);
  for (int g = 0; g < l->problem->group_count; g++)
    l->free_groups[g] = free_group(&l->problem->groups[g]);
}

struct year_rota *year_rota_of(struct arena *arena, const struct base_rota *base, const struct rota *rota) {
  struct year_rota *out = arena_alloc(arena, sizeof *out);
  *out = (struct year_rota){.why = NULL};
  struct laying l = {
      .arena = arena, .base = base, .rota = rota, .problem = &base->problem, .frame = base->year->frame, .out = out};
  begin(&l);
  if (contracts_change(&l)) {
    out->why = _("heads or positions change during the year: ask for a year in which they are the same all the year");
    return out;
  }
  int best = 0, fewest = 0;
  double least_h = 0;
  for (int first = 0; first < rota->weeks; first++) {
    roll_out(&l, first);
    struct year_sums sums = sum_up(&l);
    int over = sums.weekends_lines + sums.hours_lines;
    if (first == 0 || over < fewest || (over == fewest && missing_of_all(&sums) < least_h - 1e-6)) {
      best = first;
      fewest = over;
      least_h = missing_of_all(&sums);
    }
  }
  roll_out(&l, best);
  out->sums = sum_up(&l);
  out->sums.red_share_most = red_share_most(&l);
  return out;
}
