// SPDX-License-Identifier: GPL-3.0-or-later
#include "need/frame.h"

#include <assert.h>
#include <stdlib.h>

#include "need/ratio.h"
#include "scenario/need_row.h"
#include "scenario/service_day.h"
#include "scenario/settings.h"
#include "scenario/shared.h"
#include "scenario/stretches.h"
#include "scenario/timeline.h"

typedef int64_t row_unit(const struct row *row);

static int64_t unit_of_shift(const struct row *row) { return ((const struct shift_row *)(const void *)row)->unit; }
static int64_t unit_of_need(const struct row *row) { return ((const struct need_row *)(const void *)row)->unit; }
static int64_t unit_of_norm(const struct row *row) { return ((const struct norm_row *)(const void *)row)->unit; }
static int64_t unit_of_group(const struct row *row) { return ((const struct group_row *)(const void *)row)->unit; }

static int find_unit(const struct frame *frame, int64_t unit) {
  int u = 0;
  while (u < frame->unit_count && frame->units[u] != unit)
    u++;
  return u < frame->unit_count ? u : -1;
}

int frame_unit_index(const struct frame *frame, int64_t unit) {
  int u = find_unit(frame, unit);
  assert(u >= 0);
  return u;
}

static size_t *collect_rows(struct arena *arena, const struct frame *frame, enum table_id id, row_unit *unit_of,
                            int *count) {
  const struct tables *tables = &frame->scenario->tables;
  size_t *rows = arena_array(arena, row_count(tables, id), sizeof *rows);
  *count = 0;
  for (size_t i = 0; i < row_count(tables, id); i++)
    if (find_unit(frame, unit_of(row_at(tables, id, i))) >= 0)
      rows[(*count)++] = i;
  return rows;
}

static void collect_sources(struct arena *arena, struct frame *frame) {
  const struct tables *tables = &frame->scenario->tables;
  size_t rows = row_count(tables, TABLE_SOURCES), most = rows * (size_t)frame->unit_count;
  frame->sources = arena_array(arena, most, sizeof *frame->sources);
  frame->source_units = arena_array(arena, most, sizeof *frame->source_units);
  for (size_t i = 0; i < rows; i++)
    for (int u = 0; u < frame->unit_count; u++) {
      int64_t of = source_rows(tables)[i].unit;
      if (of != NOT_GIVEN && of != frame->units[u])
        continue;
      frame->sources[frame->source_count] = i;
      frame->source_units[frame->source_count++] = frame->units[u];
    }
}

static void collect_units(struct arena *arena, struct frame *frame, int64_t unit, bool alone) {
  size_t *units = arena_array(arena, row_count(&frame->scenario->tables, TABLE_UNITS), sizeof *units);
  units[0] = (size_t)unit;
  frame->unit_count = alone ? 1 : (int)units_solved_with(frame->scenario, (size_t)unit, units);
  frame->units = arena_array(arena, (size_t)frame->unit_count, sizeof *frame->units);
  for (int u = 0; u < frame->unit_count; u++)
    frame->units[u] = (int64_t)units[u];
  frame->unit = frame->units[0];
}

int64_t shift_unit(const struct frame *frame, int shift) {
  assert(shift >= 0 && shift < frame->shift_count);
  assert(shift >= 0 && shift < frame->shift_count);
  return shift_rows(&frame->scenario->tables)[frame->shifts[shift]].unit;
}

int64_t group_home(const struct frame *frame, int g) {
  assert(g >= 0 && g < frame->group_count);
  assert(g >= 0 && g < frame->group_count);
  return group_rows(&frame->scenario->tables)[frame->groups[g]].unit;
}

bool source_serves_group(const struct frame *frame, int r, int g) {
  assert(r >= 0 && r < frame->source_count && g >= 0 && g < frame->group_count);
  return frame->source_units[r] == group_home(frame, g);
}

static int64_t minute_in_day(const struct frame *frame, int64_t clock_min) {
  return (clock_min - frame->day_starts_min + MINUTES_PER_DAY) % MINUTES_PER_DAY;
}

// A shift belongs to the service day that contains the larger part of it.
static void place_span(const struct frame *frame, int64_t start, int64_t end, int64_t *from, int64_t *to) {
  int64_t length = span_min(start, end);
  *from = minute_in_day(frame, start);
  if (*from + length > MINUTES_PER_DAY && 2 * (MINUTES_PER_DAY - *from) < length)
    *from -= MINUTES_PER_DAY;
  *to = *from + length;
}

static void push_off(struct shift_place *place, int64_t from_min, int64_t minutes) {
  place->off[place->off_count++] = (struct pay_stretch){from_min, from_min + minutes};
}

// The parts of a shift in the service day that it does not cover.
static void place_off(const struct shift_row *row, struct shift_place *place) {
  struct shift_gap gaps[GAPS_MOST];
  place->off_count = 0;
  if (break_is_timed(row))
    push_off(place, place->start_min + break_after_min(row), row->break_min);
  for (int i = 0, count = shift_gaps(row, gaps); i < count; i++)
    push_off(place, place->start_min + gaps[i].after_min, gaps[i].minutes);
}

// The person who leaves hands over first, at most for the length of the gap.
static void place_pauses(const struct shift_row *row, int64_t handover_min, struct pay_span *span) {
  struct shift_gap gaps[GAPS_MOST];
  for (int i = 0, count = shift_gaps(row, gaps); i < count; i++) {
    int64_t over_min = handover_min < gaps[i].minutes ? handover_min : gaps[i].minutes;
    span->pauses[span->pause_count++] = (struct pay_pause){gaps[i].after_min + over_min, gaps[i].minutes - over_min};
  }
}

struct shift_place shift_place(const struct frame *frame, const struct tables *tables, int shift, day_number day) {
  assert(shift >= 0 && shift < frame->shift_count);
  assert(shift >= 0 && shift < frame->shift_count);
  const struct shift_row *row = &shift_rows(tables)[frame->shifts[shift]];
  struct shift_place place;
  place.unit = row->unit;
  place_span(frame, row->start_min, row->end_min, &place.start_min, &place.end_min);
  int64_t handover = row->duty == DUTY_ACTIVE ? unit_rows(tables)[row->unit].handover_min : 0;
  int64_t start_min = frame->day_starts_min + place.start_min; // from midnight of `day`
  int later = start_min >= MINUTES_PER_DAY ? 1 : start_min < 0 ? -1 : 0;
  place.span = (struct pay_span){.day = day + later,
                                 .start_min = row->start_min,
                                 .end_min = row->end_min,
                                 .break_min = row->break_min,
                                 .break_after_min = break_is_timed(row) ? break_after_min(row) : row->pause_after_min};
  place_off(row, &place);
  place_pauses(row, handover, &place.span);
  place.duty = (enum duty_kind)row->duty;
  if (row->duty != DUTY_ACTIVE)
    place.span.passive = (struct pay_passive){true, row->paid_e8, row->counts_e8, row->called_min,
                                              row->called_min ? row->called_pay_e8 : 0};
  place.paid_min = pay_span_minutes(&place.span);
  place.off_duty_min = place.end_min + handover;
  place.paid_min += handover; // paid, covering nothing: end_min stays
  place.span.end_min = (row->end_min + handover - 1) % MINUTES_PER_DAY + 1;
  place.span.least_paid_min = row->least_paid_min;
  place.open = need_row_holds((dayset)row->days, (weekset)row->weeks, day);
  if (row->duty == DUTY_ACTIVE && place.paid_min < row->least_paid_min)
    place.paid_min = row->least_paid_min;
  return place;
}

bool place_is_off(const struct shift_place *place, int64_t from_min, int64_t to_min) {
  for (int i = 0; i < place->off_count; i++)
    if (from_min < place->off[i].to_min && to_min > place->off[i].from_min)
      return true;
  return false;
}

bool shift_covers(const struct frame *frame, const struct shift_place *place, int interval) {
  assert(interval >= 0 && interval < frame->interval_count);
  const struct interval *of = &frame->intervals[interval];
  bool there =
      place->open && place->unit == of->unit && place->start_min <= of->from_min && of->to_min <= place->end_min;
  return there && !place_is_off(place, of->from_min, of->to_min);
}

bool window_covers(const struct frame *frame, int64_t unit, int64_t start_min, int64_t end_min, int interval) {
  assert(interval >= 0 && interval < frame->interval_count);
  const struct interval *of = &frame->intervals[interval];
  int64_t from = minute_in_day(frame, start_min), to = from + span_min(start_min, end_min);
  return unit == of->unit && from <= of->from_min && of->to_min <= to;
}

static int compare_int64(const void *a, const void *b) {
  int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
  return (x > y) - (x < y);
}

static int sort_distinct(int64_t *values, int count) {
  if (count > 1)
    qsort(values, (size_t)count, sizeof *values, compare_int64);
  int kept = 0;
  for (int i = 0; i < count; i++)
    if (!kept || values[i] != values[kept - 1])
      values[kept++] = values[i];
  return kept;
}

struct cuts {
  struct arena *arena;
  int64_t *minutes;
  size_t count, room;
};

static void cut_at(struct cuts *cuts, int64_t minute) {
  if (minute > 0 && minute < MINUTES_PER_DAY)
    *(int64_t *)arena_push(cuts->arena, &cuts->minutes, &cuts->count, &cuts->room, sizeof(int64_t)) = minute;
}

struct clock_cuts {
  struct cuts *cuts;
  const struct frame *frame;
};

static void cut_at_clock(void *info, int64_t clock_min) {
  struct clock_cuts *clock = info;
  cut_at(clock->cuts, minute_in_day(clock->frame, clock_min));
}

static void cut_by_shifts(struct cuts *cuts, const struct frame *frame, const struct tables *tables, int64_t unit) {
  for (int s = 0; s < frame->shift_count; s++) {
    const struct shift_row *row = &shift_rows(tables)[frame->shifts[s]];
    struct shift_place place;
    if (row->unit != unit)
      continue;
    place_span(frame, row->start_min, row->end_min, &place.start_min, &place.end_min);
    place_off(row, &place);
    cut_at(cuts, place.start_min);
    cut_at(cuts, place.end_min);
    for (int i = 0; i < place.off_count; i++) {
      cut_at(cuts, place.off[i].from_min);
      cut_at(cuts, place.off[i].to_min);
    }
  }
}

static void cut_at_window(struct cuts *cuts, const struct frame *frame, int64_t start_min, int64_t end_min) {
  cut_at(cuts, minute_in_day(frame, start_min));
  cut_at(cuts, minute_in_day(frame, start_min) + span_min(start_min, end_min));
}

static void cut_by_tables(struct cuts *cuts, const struct frame *frame, const struct tables *tables, int64_t unit) {
  cut_by_shifts(cuts, frame, tables, unit);
  for (int n = 0; n < frame->need_count; n++) {
    const struct need_row *row = &need_rows(tables)[frame->needs[n]];
    if (row->unit == unit)
      cut_at_window(cuts, frame, row->start_min, row->end_min);
  }
  for (int n = 0; n < frame->norm_count; n++) {
    const struct norm_row *row = &norm_rows(tables)[frame->norms[n]];
    if (row->unit == unit)
      cut_at_window(cuts, frame, row->start_min, row->end_min);
  }
  struct clock_cuts clock = {cuts, frame};
  ratio_cuts(tables, unit, cut_at_clock, &clock);
}

static void add_interval(struct arena *arena, struct frame *frame, size_t *room, struct interval made) {
  size_t count = (size_t)frame->interval_count;
  *(struct interval *)arena_push(arena, &frame->intervals, &count, room, sizeof made) = made;
  frame->interval_count = (int)count;
}

static void cut_unit(struct arena *arena, struct frame *frame, size_t *room, int64_t unit,
                     const struct timeline *const *timelines, int timeline_count) {
  struct cuts cuts = {.arena = arena};
  for (int t = 0; t < timeline_count; t++)
    for (int s = 0; s < timelines[t]->state_count; s++)
      cut_by_tables(&cuts, frame, &timelines[t]->states[s], unit);
  int inner = sort_distinct(cuts.minutes, (int)cuts.count);
  int64_t from_min = 0;
  for (int i = 0; i <= inner; i++) {
    int64_t to_min = i < inner ? cuts.minutes[i] : MINUTES_PER_DAY;
    add_interval(arena, frame, room, (struct interval){unit, from_min, to_min});
    from_min = to_min;
  }
}

static void cut_intervals(struct arena *arena, struct frame *frame, const struct timeline *const *timelines,
                          int timeline_count) {
  size_t room = 0;
  for (int u = 0; u < frame->unit_count; u++)
    cut_unit(arena, frame, &room, frame->units[u], timelines, timeline_count);
}

static void add_level(struct frame *frame, const struct tables *tables, int64_t category) {
  int64_t level = category_rows(tables)[category].level;
  for (int l = 0; l < frame->level_count; l++)
    if (frame->levels[l] == level)
      return;
  frame->levels[frame->level_count++] = level;
}

static void collect_levels(struct frame *frame, const struct tables *tables) {
  for (int n = 0; n < frame->need_count; n++)
    add_level(frame, tables, need_rows(tables)[frame->needs[n]].level);
  for (int n = 0; n < frame->norm_count; n++)
    add_level(frame, tables, norm_rows(tables)[frame->norms[n]].level);
  for (int g = 0; g < frame->group_count; g++)
    add_level(frame, tables, group_rows(tables)[frame->groups[g]].category);
  for (int r = 0; r < frame->source_count; r++)
    if (source_rows(tables)[frame->sources[r]].category != NOT_GIVEN)
      add_level(frame, tables, source_rows(tables)[frame->sources[r]].category);
  for (int u = 0; u < frame->unit_count; u++)
    if (unit_has_ratio(tables, frame->units[u]))
      add_level(frame, tables, unit_rows(tables)[frame->units[u]].ratio_level);
}

static struct frame *make_frame(struct arena *arena, const struct scenario *scenario, int64_t unit, bool alone,
                                const struct timeline *const *timelines, int timeline_count) {
  settings_use_calendar(settings_of(&scenario->tables));
  const struct tables *base = &scenario->tables;
  struct frame *frame = arena_alloc(arena, sizeof *frame);
  frame->scenario = scenario;
  collect_units(arena, frame, unit, alone);
  frame->shifts = collect_rows(arena, frame, TABLE_SHIFTS, unit_of_shift, &frame->shift_count);
  frame->needs = collect_rows(arena, frame, TABLE_NEED, unit_of_need, &frame->need_count);
  frame->norms = collect_rows(arena, frame, TABLE_NORM, unit_of_norm, &frame->norm_count);
  frame->groups = collect_rows(arena, frame, TABLE_GROUPS, unit_of_group, &frame->group_count);
  collect_sources(arena, frame);
  frame->day_starts_min = unit_day_starts(base, (size_t)frame->unit);
  cut_intervals(arena, frame, timelines, timeline_count);
  for (int t = 0; t < timeline_count; t++)
    for (int s = 0; s < timelines[t]->state_count; s++)
      collect_levels(frame, &timelines[t]->states[s]);
  frame->level_count = sort_distinct(frame->levels, frame->level_count);
  return frame;
}

struct frame *frame_make(struct arena *arena, const struct scenario *scenario, int64_t unit,
                         const struct timeline *const *timelines, int timeline_count) {
  return make_frame(arena, scenario, unit, false, timelines, timeline_count);
}

struct frame *frame_of_unit(struct arena *arena, const struct scenario *scenario, int64_t unit,
                            const struct timeline *const *timelines, int timeline_count) {
  return make_frame(arena, scenario, unit, true, timelines, timeline_count);
}

int level_index(const struct frame *frame, int64_t level) {
  for (int l = 0; l < frame->level_count; l++)
    if (frame->levels[l] == level)
      return l;
  assert(!"a level outside the frame");
  return -1;
}

int category_level(const struct frame *frame, const struct tables *tables, int64_t category) {
  return level_index(frame, category_rows(tables)[category].level);
}
