// SPDX-License-Identifier: GPL-3.0-or-later
// What the fixed positions of a group cost through a unit's year, in runs of days on which nothing about them
// changes. The runs are cut alike under both timelines, so that equal positions round to equal øre.
#ifndef ROTACOST_NEED_POSITIONS_H
#define ROTACOST_NEED_POSITIONS_H

#include "need/year.h"

struct position_run {
  day_number first_day, last_day; // inclusive
  int segment;
  int64_t heads_milli;     // before any adjustment
  int64_t position_e8;
  int64_t full_time_min;
  struct ledger per_head;  // of one head over the run
};

// Runs of group g (index in the frame), in order of days. Memory: arena.
struct position_run *position_runs(struct arena *arena, const struct unit_year *year, enum variant variant, int g,
                                   int *count);

// The group as it is on a day.
const struct group_row *group_on(const struct unit_year *year, enum variant variant, int g, day_number day);
// Its full-time week in minutes.
int64_t group_full_time(const struct tables *tables, const struct group_row *group);
// p: share of its contract hours present on a day, 0..1.
double group_presence(const struct unit_year *year, enum variant variant, int g, day_number day);
// May the group work this shift (index in the frame) at all?
bool group_works_shift(const struct frame *frame, const struct tables *tables, const struct group_row *group, int shift);

// How far positions may be adjusted: the group's own columns, or the settings'.
struct adjust_terms {
  double least, most; // of the heads it has
  double step_heads;  // 0: any amount
};
struct adjust_terms adjust_terms(const struct scenario *scenario, const struct group_row *group);

#endif
