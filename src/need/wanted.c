// SPDX-License-Identifier: GPL-3.0-or-later
#include "need/wanted.h"

#include "need/children.h"
#include "scenario/need_row.h"
#include "scenario/timeline.h"

static void add_ratio_need(const struct frame *frame, const struct tables *tables, int64_t unit, day_number day,
                           int64_t *need_milli) {
  int levels = frame->level_count;
  if (!unit_has_ratio(tables, unit))
    return;
  struct arena *passing = arena_new();
  int64_t *adults = arena_array(passing, (size_t)frame->interval_count, sizeof *adults);
  int level = category_level(frame, tables, unit_rows(tables)[unit].ratio_level);
  ratio_need_on_day(frame, tables, unit, day, adults);
  for (int i = 0; i < frame->interval_count; i++)
    for (int l = 0; l <= level; l++)
      need_milli[i * levels + l] += adults[i] * MILLI;
  arena_free(passing);
}

bool unit_has_duties(const struct frame *frame, const struct tables *tables) {
  for (int s = 0; s < frame->shift_count; s++)
    if (shift_rows(tables)[frame->shifts[s]].duty != DUTY_ACTIVE)
      return true;
  for (int n = 0; n < frame->need_count; n++)
    if (need_rows(tables)[frame->needs[n]].duty != DUTY_ACTIVE)
      return true;
  return false;
}

void need_of_duty(const struct frame *frame, const struct tables *tables, day_number day, enum duty_kind duty,
                  int64_t *need_milli) {
  int levels = frame->level_count;
  for (int c = 0; c < frame->interval_count * levels; c++)
    need_milli[c] = 0;
  for (int n = 0; n < frame->need_count; n++) {
    const struct need_row *row = &need_rows(tables)[frame->needs[n]];
    int64_t persons_milli = need_persons_milli(row);
    if (!persons_milli || row->duty > (int64_t)duty || !need_holds(row, day))
      continue;
    int level = category_level(frame, tables, row->level);
    for (int i = 0; i < frame->interval_count; i++)
      for (int l = 0; l <= level && window_covers(frame, row->unit, row->start_min, row->end_min, i); l++)
        need_milli[i * levels + l] += persons_milli;
  }
  for (int u = 0; u < frame->unit_count; u++)
    add_ratio_need(frame, tables, frame->units[u], day, need_milli);
}

void need_on_day(const struct frame *frame, const struct tables *tables, day_number day, int64_t *need_milli) {
  need_of_duty(frame, tables, day, DUTY_ON_CALL, need_milli);
}

void norm_on_day(const struct frame *frame, const struct tables *tables, day_number day, int64_t *norm_milli) {
  int levels = frame->level_count;
  for (int c = 0; c < frame->interval_count * levels; c++)
    norm_milli[c] = 0;
  for (int n = 0; n < frame->norm_count; n++) {
    const struct norm_row *row = &norm_rows(tables)[frame->norms[n]];
    if (!norm_holds(row, day))
      continue;
    int64_t persons_milli = norm_persons_milli(row);
    int level = category_level(frame, tables, row->level);
    for (int i = 0; i < frame->interval_count; i++)
      for (int l = 0; l <= level && window_covers(frame, row->unit, row->start_min, row->end_min, i); l++)
        if (norm_milli[i * levels + l] < persons_milli)
          norm_milli[i * levels + l] = persons_milli;
  }
}

void highest_norm_on_day(const struct frame *frame, const struct timeline *const timelines[2], day_number day,
                         int64_t *norm_milli) {
  int cells = frame->interval_count * frame->level_count;
  struct arena *arena = arena_new();
  int64_t *other_milli = arena_array(arena, (size_t)cells, sizeof *other_milli);
  norm_on_day(frame, timeline_tables(timelines[0], day), day, norm_milli);
  norm_on_day(frame, timeline_tables(timelines[1], day), day, other_milli);
  for (int c = 0; c < cells; c++)
    if (norm_milli[c] < other_milli[c])
      norm_milli[c] = other_milli[c];
  arena_free(arena);
}
