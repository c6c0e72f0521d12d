// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/cover_year.h"

#include "calendar/fiscal.h"

#include <assert.h>
#include <string.h>

enum { NOTICED_MILLI = 50 }; // a twentieth of a person

// ---------------------------------------------------------------- weeks

static int holidays_between(day_number first, day_number last) {
  int holidays = 0;
  for (day_number day = first; day <= last; day++)
    holidays += weekday_of(day) != SUNDAY && day_kind_of(day) == DAY_HOLIDAY;
  return holidays;
}

static void weeks_of_unit(struct audit *audit, const struct plan *plan, int64_t measure, int64_t unit) {
  const struct unit_year *year = plan->program->year;
  struct arena *scratch = arena_new();
  struct week_hours *hours = arena_array(scratch, (size_t)year->week_count, sizeof *hours);
  plan_hours_by_week(plan, unit, hours);
  day_number end = year->first_day + year->day_count - 1;
  for (int w = 0; w < year->week_count; w++) {
    struct week_line *line =
        arena_push(audit->arena, &audit->weeks, &audit->week_count, &audit->week_room, sizeof *line);
    *line = (struct week_line){.measure = measure,
                               .year = fiscal_year_of(year->first_day),
                               .positions = plan->program->positions,
                               .unit = (size_t)unit,
                               .monday = year->first_monday + w * DAYS_PER_WEEK,
                               .hours = hours[w]};
    day_number sunday = line->monday + SUNDAY;
    line->first_day = line->monday < year->first_day ? year->first_day : line->monday;
    line->holidays = holidays_between(line->first_day, sunday < end ? sunday : end);
  }
  arena_free(scratch);
}

void weeks_add(struct audit *audit, const struct plan *plan, int64_t measure) {
  const struct frame *frame = plan->program->year->frame;
  for (int u = 0; u < frame->unit_count; u++)
    weeks_of_unit(audit, plan, measure, frame->units[u]);
}

// ---------------------------------------------------------------- weekdays

const char *cover_status_name(enum cover_status status) {
  static const char *const names[] = {"short", "met", "over", "below_norm"};
  assert((size_t)status < sizeof names / sizeof *names);
  return names[status];
}

enum cover_status cover_status(const struct cover_sum *sum) {
  if (sum->short_days)
    return COVER_SHORT;
  if (sum->below_norm_days)
    return COVER_BELOW_NORM;
  return sum->planned_milli - sum->need_milli >= NOTICED_MILLI * (int64_t)sum->days ? COVER_OVER : COVER_MET;
}

static bool same_plan(const struct cover_line *a, const struct cover_line *b) {
  return a->measure == b->measure && a->year == b->year && a->positions == b->positions && a->unit == b->unit;
}

static int cover_weekday(day_number day) {
  enum weekday weekday = weekday_of(day);
  return weekday != SUNDAY && day_kind_of(day) == DAY_HOLIDAY ? COVER_HOLIDAY : (int)weekday;
}

struct sums {
  struct arena *arena;
  struct cover_sum *items;
  size_t count, room;
};

// The seven days and the holiday of a window and level are contiguous, from the first time they occur.
static struct cover_sum *sums_of_window(struct sums *sums, size_t plan_from, const struct cover_line *line) {
  for (size_t i = plan_from; i < sums->count; i += COVER_DAYS)
    if (sums->items[i].level == line->level && !strcmp(sums->items[i].window, line->window))
      return &sums->items[i];
  size_t first = sums->count;
  for (int d = 0; d < COVER_DAYS; d++) {
    struct cover_sum *sum = arena_push(sums->arena, &sums->items, &sums->count, &sums->room, sizeof *sum);
    *sum = (struct cover_sum){.measure = line->measure,
                              .year = line->year,
                              .positions = line->positions,
                              .unit = line->unit,
                              .window = line->window,
                              .level = line->level,
                              .weekday = d,
                              .norm_milli = NOT_GIVEN};
  }
  return &sums->items[first];
}

static void add_line(struct cover_sum *sum, const struct cover_line *line) {
  sum->days++;
  sum->short_days += line->short_milli >= NOTICED_MILLI;
  sum->below_norm_days += line->below_norm_milli >= NOTICED_MILLI;
  if (line->below_norm_milli > sum->below_norm_milli)
    sum->below_norm_milli = line->below_norm_milli;
  sum->need_milli += line->need_milli;
  sum->planned_milli += line->planned_milli;
  if (line->norm_milli > sum->norm_milli)
    sum->norm_milli = line->norm_milli;
}

struct cover_sum *cover_sums(struct arena *arena, const struct audit *audit, size_t *count) {
  struct sums sums = {.arena = arena};
  size_t plan_from = 0;
  for (size_t i = 0; i < audit->cover_count; i++) {
    const struct cover_line *line = &audit->cover[i];
    if (i && !same_plan(line, &audit->cover[i - 1]))
      plan_from = sums.count;
    add_line(&sums_of_window(&sums, plan_from, line)[cover_weekday(line->day)], line);
  }
  size_t kept = 0; // days on which the window is never wanted are left out
  for (size_t i = 0; i < sums.count; i++)
    if (sums.items[i].days)
      sums.items[kept++] = sums.items[i];
  *count = kept;
  return sums.items;
}
