// SPDX-License-Identifier: GPL-3.0-or-later
// A stretch of days on which measures come into force: which tables apply on which day. Everything after this step uses
// only tables and days, and no edits.
#ifndef ROTACOST_SCENARIO_TIMELINE_H
#define ROTACOST_SCENARIO_TIMELINE_H

#include "calendar/date.h"
#include "scenario/scenario.h"
#include "scenario/tables.h"

struct timeline {
  day_number first_day;
  int day_count;
  int state_count;             // at least 1
  const struct tables *states; // [state_count]; state 0 is the baseline, even where no day has it
  uint16_t *state_of_day;      // [day_count]
  // The days within the stretch on which a measure of the set first changes anything, ascending: positions may change
  // on these days and on no others (a change with an end, such as a closed summer, changes no positions).
  // may change on these days and on no other (a change with an end, as a closed summer, moves nobody).
  int start_count;
  day_number *starts; // [start_count]
};

// Tables on each of `day_count` days from `first_day` when the measures with in_force[m] are carried out (NULL: none).
// A measure without a start counts from `undecided_start`. Edits are applied in the order of their dates, then of the
// file, each to the rows that match its `where` in the baseline. Edits outside the stretch create no state. Memory:
// arena; rows are copied only for tables that an edit changes, and states with the same edits of a table share its
// rows.
struct timeline *timeline_make(struct arena *arena, const struct scenario *scenario, const bool *in_force,
                               day_number undecided_start, day_number first_day, int day_count);

// The state of a day. Days before and after the stretch belong to the weeks that hold its first and its last day, which
// are planned whole (need/year.h): the state of the nearest day of the stretch applies to them too. So a measure that
// starts on 1 January splits no week, and changes nothing in the year before.
static inline int timeline_state(const struct timeline *timeline, day_number day) {
  int at = day - timeline->first_day;
  return timeline->state_of_day[at < 0 ? 0 : at < timeline->day_count ? at : timeline->day_count - 1];
}
static inline const struct tables *timeline_tables(const struct timeline *timeline, day_number day) {
  return &timeline->states[timeline_state(timeline, day)];
}

// Measures that are valid one by one may together push a cell out of its range (two that both remove the last post), or
// leave tables that contradict each other. Values are never clamped, so callers that combine measures check first: NULL
// if all days of the set are valid, otherwise a message that names the edit and the row. A measure without a start
// counts from 1 January of last_year.
const char *timeline_conflict(struct arena *arena, const struct scenario *scenario, const bool *in_force);
struct edit_conflict {
  size_t edit;         // row of TABLE_EDITS
  const char *message; // the problem it causes
  bool warning;        // doubtful, but valid
  bool doubt;          // a warning of a likely slip
};
// All of these, and what becomes doubtful only by the edits, at most one error and one warning per edit; *count is set.
const struct edit_conflict *timeline_conflicts(struct arena *arena, const struct scenario *scenario,
                                               const bool *in_force, day_number undecided_start, size_t *count);

// The first day of measure m's edits (undecided_start where it has none). Returns false where the measure has no edit.
bool measure_first_edit(const struct scenario *scenario, size_t measure, day_number undecided_start, day_number *first);
// The latest first day of all its edits: from the next 1 January on (or this day, if it is one) a year is whole.
bool measure_last_edit(const struct scenario *scenario, size_t measure, day_number undecided_start, day_number *last);
// The day from which a measure without a start counts for its full-year effect: 1 January of the last year.
day_number undecided_start_of(const struct scenario *scenario);

#endif
