// SPDX-License-Identifier: GPL-3.0-or-later
// What a unit is made of over a stretch of days: its shifts, intervals, levels, groups and sources. The frame is
// cut fine enough for every state of the timelines it is made for, so that the baseline and a measure have
// the same rows and columns and one can start from the other's basis.
//
// Minutes inside a service day are counted from the unit's day_starts: 0 <= minute <= 1440. A shift may start
// before 0 or end after 1440: what lies outside is handover, paid but covering nothing.
#ifndef ROTACOST_NEED_FRAME_H
#define ROTACOST_NEED_FRAME_H

#include "pay/pay.h"
#include "calendar/dayset.h"
#include "scenario/timeline.h"

enum { LEVELS_MOST = 9 };

struct frame {
  const struct scenario *scenario;
  int64_t unit;           // index
  int64_t day_starts_min;
  int shift_count;
  size_t *shifts;         // [shift_count] rows of TABLE_SHIFTS
  int interval_count;
  int64_t *bounds_min;    // [interval_count + 1], 0 .. 1440 ascending
  int level_count;
  int64_t levels[LEVELS_MOST]; // distinct, ascending: those of the need, of the norm and of the people
  int need_count, norm_count;
  size_t *needs, *norms;  // rows of TABLE_NEED and TABLE_NORM
  int group_count;
  size_t *groups;         // rows of TABLE_GROUPS
  int source_count;
  size_t *sources;        // rows of TABLE_SOURCES that serve the unit, of every kind
};

// `timelines`: those the frame must carry. Memory: arena.
struct frame *frame_make(struct arena *arena, const struct scenario *scenario, int64_t unit,
                         const struct timeline *const *timelines, int timeline_count);

// A shift as it lies in the service day of `tables`.
struct shift_place {
  int64_t start_min, end_min; // from day_starts; start may be negative, end beyond 1440
  int64_t off_duty_min;       // end with the unit's handover
  int off_count;              // stretches in which nothing is covered: breaks that have a time, and gaps of split shifts
  struct pay_stretch off[PAY_STRETCHES_MOST]; // from day_starts; the break first, then the gaps in their order
  int64_t paid_min;           // of resting and on-call duty what counts as working time
  bool open;            // can be worked on that day (days, weeks of shifts.csv)
  enum duty_kind duty;       // on call nobody is at work: no matter of rest, nor of one shift a day
  struct pay_span span; // with day = the service day `day`
};
struct shift_place shift_place(const struct frame *frame, const struct tables *tables, int shift, day_number day);
bool shift_covers(const struct frame *frame, const struct shift_place *place, int interval);
// Does it cover nothing in some part of from_min to to_min, minutes of the service day?
bool place_is_off(const struct shift_place *place, int64_t from_min, int64_t to_min);

// Where a window lies in the service day; false where it does not overlap the interval.
bool window_covers(const struct frame *frame, int64_t start_min, int64_t end_min, int interval);

// Persons of levels[l] or higher wanted in interval i on a day, thousandths: need[i * level_count + l], added up.
void need_on_day(const struct frame *frame, const struct tables *tables, day_number day, int64_t *need_milli);
// The same of rows that want a duty as active as this, or a more active one.
void need_of_duty(const struct frame *frame, const struct tables *tables, day_number day, enum duty_kind duty,
                  int64_t *need_milli);
// Is any shift of the unit a passive duty, or any row of its need content with one, in the tables?
bool unit_has_duties(const struct frame *frame, const struct tables *tables);
// The same for the norm: the highest floor, also carried down to lower levels (a nurse is a person).
void norm_on_day(const struct frame *frame, const struct tables *tables, day_number day, int64_t *norm_milli);

// The higher one of two timelines' norms, the baseline's and the measure's: a measure that lowers a norm is judged by
// the norm before.
void highest_norm_on_day(const struct frame *frame, const struct timeline *const timelines[2], day_number day,
                         int64_t *norm_milli);

int level_index(const struct frame *frame, int64_t level);
// Index into levels[] of the level of a category.
int category_level(const struct frame *frame, const struct tables *tables, int64_t category);

#endif
