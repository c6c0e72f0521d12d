// SPDX-License-Identifier: GPL-3.0-or-later
// A stretch of days on which measures come into force: which tables hold on which day. Everything after
// this step knows tables and days only, and no edits.
#ifndef ROTACOST_SCENARIO_TIMELINE_H
#define ROTACOST_SCENARIO_TIMELINE_H

#include "calendar/date.h"
#include "scenario/scenario.h"
#include "scenario/tables.h"

struct timeline {
  day_number first_day;
  int day_count;
  int state_count;             // at least 1
  const struct tables *states; // [state_count]; state 0 is the baseline, also where no day has it
  uint16_t *state_of_day;      // [day_count]
  // The days within the stretch on which a measure of the set first changes anything, ascending: positions
  // may change on these days and on no other (a change with an end, as a closed summer, moves nobody).
  int start_count;
  day_number *starts; // [start_count]
};

// Tables on each of `day_count` days from `first_day` when the measures with in_force[m] are carried out
// (NULL: none). A measure without a start counts from `undecided_start`. Edits are applied in the order of
// their dates, then of the file, each to the rows that match its `where` in the baseline. Edits outside the stretch
// make no state. Memory: arena; rows are copied only for tables that an edit changes, and states whose edits of a
// table are the same share its rows.
struct timeline *timeline_make(struct arena *arena, const struct scenario *scenario, const bool *in_force,
                               day_number undecided_start, day_number first_day, int day_count);

// The state of a day. Days before and after the stretch belong to the weeks that hold its first and its last day, which are
// planned whole (need/year.h): what is in force on the nearest day of the stretch is in force there too. So a measure that
// starts on 1 January cuts no week, and changes nothing in the year before.
static inline int timeline_state(const struct timeline *timeline, day_number day) {
  int at = day - timeline->first_day;
  return timeline->state_of_day[at < 0 ? 0 : at < timeline->day_count ? at : timeline->day_count - 1];
}
static inline const struct tables *timeline_tables(const struct timeline *timeline, day_number day) {
  return &timeline->states[timeline_state(timeline, day)];
}

// Measures that are right one by one may push a cell out of its range together (two that both take the last
// post away), or leave tables that contradict each other. Values are never clamped, so whoever combines measures asks
// first: NULL if all days of the set are sound, otherwise a message that names the edit and the row. A measure
// without a start counts from 1 January of last_year.
const char *timeline_conflict(struct arena *arena, const struct scenario *scenario, const bool *in_force);
struct edit_conflict {
  size_t edit;         // row of TABLE_EDITS
  const char *message; // what it leads to
  bool warning;        // doubtful, but sound
  bool doubt;          // a warning of what is likely a slip
};
// All of them and what is doubtful only after the edits, one error and one warning per edit at most; *count is set.
const struct edit_conflict *timeline_conflicts(struct arena *arena, const struct scenario *scenario,
                                               const bool *in_force, day_number undecided_start, size_t *count);

// The first day of measure m's edits (undecided_start where it has none). Returns false where the measure has no edit.
bool measure_first_edit(const struct scenario *scenario, size_t measure, day_number undecided_start, day_number *first);
// The last first day of all its edits: from the next 1 January on (or from this day, if it is one) a year is whole.
bool measure_last_edit(const struct scenario *scenario, size_t measure, day_number undecided_start, day_number *last);
// The day from which a measure without a start counts for its full-year effect: 1 January of the last year.
day_number undecided_start_of(const struct scenario *scenario);

#endif
