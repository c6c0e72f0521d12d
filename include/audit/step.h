// SPDX-License-Identifier: GPL-3.0-or-later
// A limit relaxed by something a planner can do: one more head, one more weekend, more hours on offer, more shifts open
// to a group. A step is an edit of the tables on a stretch of days, so that anyone who doubts its price can put it into
// edits.csv.
#ifndef ROTACOST_AUDIT_STEP_H
#define ROTACOST_AUDIT_STEP_H

#include "base/arena.h"
#include "calendar/date.h"
#include "need/frame.h"
#include "scenario/tables.h"

enum step_kind {
  STEP_HEADS,    // `size` more heads in the group
  STEP_WEEKENDS, // the group's people work every `size`-th weekend; counted over the year: `size` weekends more
  STEP_SHIFTS,   // the group may work every shift of the unit that its agreement allows
  STEP_SUPPLY,   // `size` more hours a week on offer from the source
  STEP_KINDS
};

struct step {
  enum step_kind kind;
  int who; // index of the group or source in the frame
  int size;
  day_number first_day, last_day; // in force
};

// The timeline with the step applied as well. Memory: arena, which must outlive it; unchanged rows are shared.
const struct timeline *step_timeline(struct arena *arena, const struct timeline *timeline, const struct frame *frame,
                                     const struct step *step);

// "one more head in nurse_75 (every 3rd weekend)". Memory: arena.
const char *step_words(struct arena *arena, const struct frame *frame, const struct tables *tables,
                       const struct step *step);
// The limit it relaxes: heads, weekend, shifts or supply.
const char *step_limit(enum step_kind kind);
// The same as an edit: "groups; unit='ward' group='nurse_75'; heads; add 1". Memory: arena.
const char *step_edit(struct arena *arena, const struct frame *frame, const struct tables *tables,
                      const struct step *step);

#endif
