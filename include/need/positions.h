// SPDX-License-Identifier: GPL-3.0-or-later
// The cost of a group's fixed positions through a unit's year, in runs of days on which nothing about them
// changes. The runs are divided in the same way under both timelines, so that equal positions round to equal øre.
#ifndef ROTACOST_NEED_POSITIONS_H
#define ROTACOST_NEED_POSITIONS_H

#include "base/arena.h"
#include "calendar/date.h"
#include "need/frame.h"
#include "need/year.h"
#include "scenario/rows_people.h"
#include "scenario/scenario.h"
#include "scenario/tables.h"

struct position_run {
  day_number first_day, last_day; // inclusive, of one calendar year
  bool in_year;                   // false: planned days before or after the year
  int segment;
  int64_t heads_milli; // before any adjustment
  int64_t position_e8;
  int64_t full_time_min;
  struct ledger per_head; // cost of one head over the run
};

// Runs of group g (index in the frame) through the year, in order of days. Memory: arena.
struct position_run *position_runs(struct arena *arena, const struct unit_year *year, enum variant variant, int g,
                                   int *count);
// The same through all planned days.
struct position_run *position_runs_planned(struct arena *arena, const struct unit_year *year, enum variant variant,
                                           int g, int *count);

// Absence of a group on a day, from absence.csv and the calendar.
struct away {
  bool known; // already computed
  int64_t holiday_e8, sick_e8,
      training_e8;         // training: share of all contract hours, not only of those left after other absence
  int64_t child_e8;        // part of sick_e8: at home with a sick child
  double off, alternative; // as in struct presence
};
// Results for planned days are cached in the year, since every family of rows asks for the same days.
struct away group_away(const struct unit_year *year, enum variant variant, int g, day_number day);
// Allocates the cache; call it when the frame and the weeks of the year are set.
void away_begin(struct unit_year *year);

// Presence of a group on a day, per head. In a weekly rota the holidays are given; in a year-round rota they are
// placed by the planner, and `holiday` is then only the amount to be placed.
struct presence {
  bool annual;        // year-round rota
  double holiday;     // share on holiday by absence.csv
  double sick;        // share of the others off sick or at home with a sick child
  double child;       // part of `sick`: at home with a sick child
  double training;    // share of all contract hours
  double alternative; // share of those present who have another day of the week off instead (F5)
  double off;         // share of those present who are free with pay, on a public holiday or an eve (need/red_days.h)
};
struct presence group_presence(const struct unit_year *year, enum variant variant, int g, day_number day);
// p of a weekly rota: (1 - holiday) x (1 - sick) x (1 - off) - training.
double presence_share(const struct presence *presence);
// Share of a day's contract hours in a weekly rota that is available for work: p less the other days off with pay.
double contract_share(const struct presence *presence);
// Contract hours of a head that are free with pay on or for a day: off and alternative, of those neither on holiday nor off sick. A year-round rota
// whose holidays the planner places counts nobody as on holiday here.
double group_free_h(const struct unit_year *year, enum variant variant, int g, day_number day);
// Is the group in a year-round rota on any day of week type t, under either variant?
bool annual_in_week(const struct unit_year *year, int t, int g);
// Share of the week (days weighted as in group_day_share) in which it is in one, under one variant.
double annual_share(const struct unit_year *year, enum variant variant, int t, int g);
// June to September (ferieloven 7(1): three weeks of the holidays lie there).
bool is_summer(day_number day);

// Limit of the hours in any one week, overtime included, if the law sets one for the agreement in force: where the hours of the week are
// averaged and more overtime is used than the law allows without agreement (arbeidsmiljøloven 10-6(8): 69 h). INFINITY otherwise.
double week_total_most_h(const struct tables *tables, const struct group_row *group, day_number day);

// May the group work this shift (index in the frame) on the day: is it in a unit where they may work, of an agreed length,
// and one of their shifts?
bool group_works_shift(const struct frame *frame, const struct tables *tables, const struct group_row *group, int shift,
                       day_number day);

// How far positions may be adjusted: from the group's own columns, else from the settings.
struct adjust_terms {
  double least, most; // share of the group's heads
  double step_heads;  // 0: any amount
};
struct adjust_terms adjust_terms(const struct scenario *scenario, const struct group_row *group);

#endif
