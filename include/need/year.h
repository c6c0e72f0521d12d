// SPDX-License-Identifier: GPL-3.0-or-later
// A stretch of days (usually a fiscal year, and called the year here) of a unit, or of units that share staff, in week types.
// Weeks with equal calendar, states, need, prices, presence and available sources have the same best plan: the
// average of their plans is feasible for each of them and costs the same (the programme is convex), so one copy with a
// multiplicity is exact.
//
// Whole ISO weeks are planned: the weeks that contain the first and the last day of the year have all seven days, with the
// contract hours, weekends and rest of whole weeks, and the need, calendar and prices of their real days. Days
// outside the year are planned like the others and influence the plan, but their kroner, hours and cover do not belong to the year and are
// not reported. The edits and positions in force on them are those in force on the nearest day of the year.
// So a week is divided only where a measure starts or ends in it, and New Year affects no position.
//
// Two timelines are compared, the reference (the baseline) and the subject (the measure), and weeks are
// of one type only if they are equal under both, so that both have the same structure.
#ifndef ROTACOST_NEED_YEAR_H
#define ROTACOST_NEED_YEAR_H

#include "need/frame.h"
#include "scenario/rows_people.h"
#include "scenario/tables.h"
#include "scenario/timeline.h"

enum variant { REFERENCE, SUBJECT, VARIANTS };
enum { COVER_BITS = 64 };

struct week_type {
  day_number monday;          // of the week that represents the type
  int multiplicity;           // number of planned weeks of the type
  int in_year[DAYS_PER_WEEK]; // number of these weeks in which the day lies in the year; 0 to multiplicity
  int segment[DAYS_PER_WEEK]; // positions are constant within a segment
  int64_t *need_milli[VARIANTS][DAYS_PER_WEEK]; // as in need_on_day, subject to norm_terms
  // The part of it that needs somebody at work, and the part that needs somebody resting or at work, by enum duty_kind; NULL if
  // everybody is at work.
  int64_t *duty_milli[DUTY_ON_CALL][VARIANTS][DAYS_PER_WEEK];
};

struct week_pair { // types of two consecutive weeks somewhere in the stretch
  int before, after;
};

// The need of the subject, level by level, with floor = min(norm, need of the reference): a measure may not cause a new
// breach of a norm and is not charged for an old one. The norm is the higher one of before and with the measure, so that no
// measure moves the yardstick it is measured by.
enum norm_terms {
  NORM_FREE, // its own need
  NORM_KEPT, // max(need, floor)
  NORM_ALONE // floor, except for levels that nobody has: can the norm be met at all where today's plan can meet it?
};

// How much of the absence is replaced under the subject. Hours left empty are not a saving of a measure, so a measure is
// judged by the baseline's replacement; its own is examined separately (audit/unreplaced.h).
enum replacement_terms {
  REPLACED_AS_BEFORE, // as the reference replaces it, under both
  REPLACED_OWN,       // as the subject's own tables say
  REPLACED_ALL        // every hour, under both
};

// Who has public holidays free with pay (need/red_days.h).
enum red_days_terms {
  RED_DAYS_AS_SAID, // as groups.csv says
  RED_DAYS_NONE,    // nobody: to find what these days cost
  RED_DAYS_BY_LAW   // also groups for which groups.csv is silent, by the setting sundays: to find what they would cost
};

struct year_terms {
  bool merge; // false: every week is its own type (the day-by-day model, for verification and rare cases)
  enum norm_terms norm;
  enum replacement_terms replacement;
  enum red_days_terms red_days;
};

struct unit_year {
  struct arena *arena;
  struct year_terms terms;
  const struct frame *frame;
  const struct timeline *timelines[VARIANTS];
  day_number first_day;    // of the year
  int day_count;           // of the year
  day_number first_monday; // on or before first_day: the first planned day
  int week_count;          // weeks planned, whole
  int *type_of_week;       // [week_count]
  int type_count;
  struct week_type *types;
  struct shift_place *places[VARIANTS]; // [(7 t + d) shifts + s]
  int cover_words;                      // of 64 intervals each
  uint64_t
      *covers[VARIANTS]; // [((7 t + d) shifts + s) cover_words + i / 64] the intervals that a shift covers, a bit each
  int *leaders;          // [(7 t + d) intervals + i]: see year_interval_leader
  int pair_count;
  struct week_pair *pairs;
  bool duties;                 // is there resting or on-call duty, under either variant?
  struct away *away[VARIANTS]; // [(day - first_monday) groups + g], as far as asked for (need/positions.h)
  int segment_count;           // at least 1
  day_number *segment_first;   // [segment_count], the first is first_day
};

static inline const struct tables *year_tables(const struct unit_year *year, enum variant variant, day_number day) {
  return timeline_tables(year->timelines[variant], day);
}
// Is a day planned also a day of the year?
static inline bool year_holds(const struct unit_year *year, day_number day) {
  return day >= year->first_day && day < year->first_day + year->day_count;
}
static inline int year_days_planned(const struct unit_year *year) { return year->week_count * DAYS_PER_WEEK; }
static inline int year_type_of(const struct unit_year *year, day_number day) {
  return year->type_of_week[(day - year->first_monday) / DAYS_PER_WEEK];
}
static inline const struct shift_place *year_place(const struct unit_year *year, enum variant variant, int t, int d,
                                                   int s) {
  return &year->places[variant][(7 * t + d) * year->frame->shift_count + s];
}
// The intervals that a shift covers, a bit each; does it cover the interval? (shift_covers of its place)
static inline const uint64_t *year_cover(const struct unit_year *year, enum variant variant, int t, int d, int s) {
  return &year->covers[variant][((7 * t + d) * year->frame->shift_count + s) * year->cover_words];
}
static inline bool year_covers(const struct unit_year *year, enum variant variant, int t, int d, int s, int i) {
  return year_cover(year, variant, t, d, s)[i / COVER_BITS] >> i % COVER_BITS & 1;
}
// The first interval of the day that wants the same as i and is covered by the same shifts, under both variants.
static inline int year_interval_leader(const struct unit_year *year, int t, int d, int i) {
  return year->leaders[(7 * t + d) * year->frame->interval_count + i];
}
// Positions on a day outside the year are those of its nearest day.
int year_segment_of(const struct unit_year *year, day_number day);
// May a programme of one year be read by the other's weeks, segments and intervals?
bool year_same_layout(const struct unit_year *a, const struct unit_year *b);
// The first day of the year that is weekday d of a week of type t; DAY_NONE: there is none.
day_number year_first_of(const struct unit_year *year, int t, int d);

#endif
