// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/norm.h"

#include "base/fixed.h"
#include "base/tolerance.h"
#include "need/group.h"
#include "need/positions.h"
#include "need/wanted.h"

#include <assert.h>
#include <math.h>

void norm_breach_add(struct norm_breach *sum, const struct norm_breach *more) {
  sum->days += more->days;
  sum->days_least += more->days_least;
  sum->person_hours += more->person_hours;
  if (more->first_day != DAY_NONE && (sum->first_day == DAY_NONE || more->first_day < sum->first_day))
    sum->first_day = more->first_day;
}

static double interval_h(const struct frame *frame, int i) {
  assert(i >= 0 && i < frame->interval_count);
  return (double)(frame->intervals[i].to_min - frame->intervals[i].from_min) / 60;
}

static size_t cell_count(const struct frame *frame) {
  return (size_t)frame->interval_count * (size_t)frame->level_count;
}

struct day_cells {                      // persons by interval and level
  double *before, *norm, *after, *none; // none: nobody on duty, all 0
};

static struct day_cells cells_new(struct arena *arena, const struct frame *frame) {
  size_t cells = cell_count(frame);
  return (struct day_cells){.before = arena_array(arena, cells, sizeof(double)),
                            .norm = arena_array(arena, cells, sizeof(double)),
                            .after = arena_array(arena, cells, sizeof(double)),
                            .none = arena_array(arena, cells, sizeof(double))};
}

static double taken_on_day(const struct frame *frame, const struct day_cells *cells) {
  double hours = 0;
  for (int i = 0; i < frame->interval_count; i++) {
    double worst = 0;
    for (int l = 0; l < frame->level_count; l++) {
      int c = i * frame->level_count + l;
      worst = fmax(worst, fmin(cells->norm[c], cells->before[c]) - cells->after[c]);
    }
    if (worst > NOBODY_IN_SUM)
      hours += worst * interval_h(frame, i);
  }
  return hours;
}

static void breach_on(struct norm_breach *breach, double hours, day_number day) {
  struct norm_breach today = {.days = 1, .days_least = 1, .person_hours = hours, .first_day = day};
  if (hours > 0)
    norm_breach_add(breach, &today);
}

typedef void cells_on_day(const struct frame *frame, const struct tables *tables, day_number day, int64_t *milli);

static void read_persons(cells_on_day *read, const struct frame *frame, const struct timeline *timeline, day_number day,
                         int64_t *milli, double *persons) {
  read(frame, timeline_tables(timeline, day), day, milli);
  for (size_t c = 0; c < cell_count(frame); c++)
    persons[c] = (double)milli[c] / MILLI;
}

// The higher of the norms before and with the measure (need/frame.h).
static void read_norm(const struct frame *frame, const struct timeline *const timelines[2], day_number day,
                      int64_t *milli, double *persons) {
  highest_norm_on_day(frame, timelines, day, milli);
  for (size_t c = 0; c < cell_count(frame); c++)
    persons[c] = (double)milli[c] / MILLI;
}

struct norm_breach norm_breach_of_unit(struct arena *arena, const struct scenario *scenario, int64_t unit,
                                       const struct timeline *reference, const struct timeline *subject) {
  const struct timeline *timelines[] = {reference, subject};
  const struct frame *frame = frame_make(arena, scenario, unit, timelines, 2);
  struct norm_breach breach = {.first_day = DAY_NONE};
  struct day_cells cells = cells_new(arena, frame);
  int64_t *milli = arena_array(arena, cell_count(frame), sizeof(int64_t));
  for (int n = 0; n < reference->day_count && frame->norm_count; n++) {
    day_number day = reference->first_day + n;
    read_persons(need_on_day, frame, reference, day, milli, cells.before);
    read_norm(frame, timelines, day, milli, cells.norm);
    read_persons(need_on_day, frame, subject, day, milli, cells.after);
    breach_on(&breach, taken_on_day(frame, &cells), day);
  }
  return breach;
}

// Persons of the level or higher in the given interval of the service day, at the moment when they are fewest.
static double fewest_between(const struct frame *frame, const double *persons, int64_t level,
                             const struct interval *between) {
  int l = 0;
  while (l < frame->level_count && frame->levels[l] < level)
    l++;
  if (l == frame->level_count)
    return 0;
  double fewest = INFINITY;
  for (int i = 0; i < frame->interval_count; i++)
    if (frame->intervals[i].unit == between->unit && frame->intervals[i].from_min < between->to_min &&
        between->from_min < frame->intervals[i].to_min)
      fewest = fmin(fewest, persons[i * frame->level_count + l]);
  return fewest;
}

// The people of a plan by the intervals of another frame of the unit: a baseline solved for one measure is used for
// others.
static void persons_in_frame(const struct plan *plan, day_number day, double *own, const struct frame *frame,
                             double *persons) {
  const struct frame *of_plan = plan->program->year->frame;
  plan_persons_on_day(plan, day, own);
  for (int i = 0; i < frame->interval_count; i++)
    for (int l = 0; l < frame->level_count; l++)
      persons[i * frame->level_count + l] = fewest_between(of_plan, own, frame->levels[l], &frame->intervals[i]);
}

// The smallest number of days over which each week's hours below the norm can be spread, each day at its maximum.
struct fewest_days {
  bool whole_year; // hours may move from week to week
  int days;
  double week_h, day_most_h;
};

static void close_week(struct fewest_days *fewest) {
  if (fewest->week_h > NO_HOURS_IN_YEAR)
    fewest->days += (int)ceil(fewest->week_h / fewest->day_most_h - 1e-6);
  fewest->week_h = fewest->day_most_h = 0;
}

static double taken_at_worst(const struct frame *frame, struct day_cells *cells) {
  double *after = cells->after;
  cells->after = cells->none;
  double hours = taken_on_day(frame, cells);
  cells->after = after;
  return hours;
}

static void note_day(struct fewest_days *fewest, const struct frame *frame, struct day_cells *cells, double hours,
                     day_number day) {
  if (weekday_of(day) == MONDAY && !fewest->whole_year)
    close_week(fewest);
  fewest->week_h += hours;
  fewest->day_most_h = fmax(fewest->day_most_h, taken_at_worst(frame, cells));
}

static bool has_year_rota(const struct plan *plan) {
  const struct unit_year *year = plan->program->year;
  bool found = false;
  for (int g = 0; g < year->frame->group_count; g++)
    for (int n = 0; n < year->day_count; n++)
      found |= group_on(year, plan->program->variant, g, year->first_day + n)->regime == REGIME_YEAR;
  return found;
}

struct norm_breach norm_breach_of_plans(struct arena *arena, const struct plan *before, const struct plan *after) {
  const struct unit_year *year = after->program->year;
  const struct frame *frame = year->frame;
  struct norm_breach breach = {.first_day = DAY_NONE};
  struct day_cells cells = cells_new(arena, frame);
  int64_t *milli = arena_array(arena, cell_count(frame), sizeof(int64_t));
  double *own = arena_array(arena, cell_count(before->program->year->frame), sizeof(double));
  struct fewest_days fewest = {.whole_year = before != after && has_year_rota(after)};
  for (int n = 0; n < year->day_count && frame->norm_count && before != after; n++) {
    day_number day = year->first_day + n;
    persons_in_frame(before, day, own, frame, cells.before);
    read_norm(frame, year->timelines, day, milli, cells.norm);
    plan_persons_on_day(after, day, cells.after);
    double hours = taken_on_day(frame, &cells);
    breach_on(&breach, hours, day);
    note_day(&fewest, frame, &cells, hours, day);
  }
  close_week(&fewest);
  breach.days_least = fewest.days;
  return breach;
}

// Hours by which need falls at the level that loses most, among rows that require a duty at least as active as this.
static double less_of_duty(struct arena *arena, const struct frame *frame, const struct timeline *const timelines[2],
                           enum duty_kind duty) {
  double less_h[LEVELS_MOST] = {0}, most_h = 0;
  int64_t *before = arena_array(arena, cell_count(frame), sizeof(int64_t));
  int64_t *after = arena_array(arena, cell_count(frame), sizeof(int64_t));
  for (int n = 0; n < timelines[0]->day_count; n++) {
    day_number day = timelines[0]->first_day + n;
    need_of_duty(frame, timeline_tables(timelines[0], day), day, duty, before);
    need_of_duty(frame, timeline_tables(timelines[1], day), day, duty, after);
    for (size_t c = 0; c < cell_count(frame); c++)
      less_h[c % (size_t)frame->level_count] +=
          (double)(before[c] - after[c]) / MILLI * interval_h(frame, (int)(c / (size_t)frame->level_count));
  }
  for (int l = 0; l < frame->level_count; l++)
    most_h = fmax(most_h, less_h[l]);
  return most_h;
}

double wanted_less_h(struct arena *arena, const struct scenario *scenario, int64_t unit,
                     const struct timeline *reference, const struct timeline *subject) {
  const struct timeline *timelines[] = {reference, subject};
  const struct frame *frame = frame_make(arena, scenario, unit, timelines, 2);
  double most_h = less_of_duty(arena, frame, timelines, DUTY_ON_CALL);
  if (unit_has_duties(frame, &scenario->tables)) // a move to a less active duty also means fewer at work
    for (enum duty_kind duty = DUTY_ACTIVE; duty < DUTY_ON_CALL; duty++)
      most_h = fmax(most_h, less_of_duty(arena, frame, timelines, duty));
  return most_h > NOBODY_IN_SUM ? most_h : 0;
}
