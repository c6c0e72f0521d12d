// SPDX-License-Identifier: GPL-3.0-or-later
// What a unit is made of over a stretch of days: its shifts, intervals, levels, groups and sources. The frame is
// cut fine enough for every state of the timelines it is made for, so that the baseline and a measure have
// the same rows and columns and one can start from the other's basis.
//
// Units that share staff (scenario/shared.h) have one frame, which holds what all of them are made of. Shifts, windows and
// intervals stay those of their own unit: a shift covers nothing elsewhere. Groups belong to their home unit. A source is
// there once for each unit it serves, with what it offers in each.
//
// Minutes inside a service day are counted from the unit's day_starts: 0 <= minute <= 1440. A shift may start
// before 0 or end after 1440: what lies outside is handover, paid but covering nothing.
#ifndef ROTACOST_NEED_FRAME_H
#define ROTACOST_NEED_FRAME_H

#include "base/arena.h"
#include "calendar/dayset.h"
#include "pay/pay.h"
#include "scenario/rows_people.h"

struct timeline;

enum { LEVELS_MOST = 9 };

struct interval {
  int64_t unit;             // index
  int64_t from_min, to_min; // of the service day
};

struct frame {
  const struct scenario *scenario;
  int64_t unit;           // index: the first of units, which stands for all
  int unit_count;         // 1 unless units share staff
  int64_t *units;         // [unit_count] ascending
  int64_t day_starts_min; // the same in all of them
  int shift_count;
  size_t *shifts; // [shift_count] rows of TABLE_SHIFTS
  int interval_count;
  struct interval *intervals; // [interval_count] unit by unit, 0 .. 1440 ascending
  int level_count;
  int64_t levels[LEVELS_MOST]; // distinct, ascending: the levels of need, norm and people
  int need_count, norm_count;
  size_t *needs, *norms; // rows of TABLE_NEED and TABLE_NORM
  int group_count;
  size_t *groups; // rows of TABLE_GROUPS
  int source_count;
  size_t *sources;       // rows of TABLE_SOURCES that serve a unit, of every kind
  int64_t *source_units; // [source_count] which
};

// The frame of all units that are solved together with `unit`. `timelines`: those that the frame must fit. Memory: arena.
struct frame *frame_make(struct arena *arena, const struct scenario *scenario, int64_t unit,
                         const struct timeline *const *timelines, int timeline_count);

// The frame of the unit alone, even if it shares staff: for questions about its own need.
struct frame *frame_of_unit(struct arena *arena, const struct scenario *scenario, int64_t unit,
                            const struct timeline *const *timelines, int timeline_count);

// A shift placed in the service day of `tables`.
struct shift_place {
  int64_t unit;               // index: where it is worked
  int64_t start_min, end_min; // from day_starts; start may be negative, end beyond 1440
  int64_t off_duty_min;       // end with the unit's handover
  int off_count;              // stretches without cover: breaks with a fixed time, and gaps of split shifts
  struct pay_stretch off[PAY_STRETCHES_MOST]; // from day_starts; the break first, then the gaps in their order
  int64_t paid_min;                           // of resting and on-call duty: the part that counts as working time
  bool open;                                  // can be worked on that day (days, weeks of shifts.csv)
  enum duty_kind duty;  // on-call duty is not work: rules of rest and of one shift a day ignore it
  struct pay_span span; // with day = the service day `day`
};
struct shift_place shift_place(const struct frame *frame, const struct tables *tables, int shift, day_number day);
bool shift_covers(const struct frame *frame, const struct shift_place *place, int interval);
// Is there any part of from_min to to_min (minutes of the service day) that the shift does not cover?
bool place_is_off(const struct shift_place *place, int64_t from_min, int64_t to_min);

// Does the interval belong to the unit, and lie entirely within the window?
bool window_covers(const struct frame *frame, int64_t unit, int64_t start_min, int64_t end_min, int interval);
// Index of the unit in the frame.
int frame_unit_index(const struct frame *frame, int64_t unit);
// The unit of a shift, and the home of a group, by their indices in the frame.
int64_t shift_unit(const struct frame *frame, int shift);
int64_t group_home(const struct frame *frame, int g);
// Does source r serve the group's people, that is, its home unit?
bool source_serves_group(const struct frame *frame, int r, int g);

int level_index(const struct frame *frame, int64_t level);
// Index into levels[] of the level of a category.
int category_level(const struct frame *frame, const struct tables *tables, int64_t category);

#endif
