// SPDX-License-Identifier: GPL-3.0-or-later
// What the fixed positions of a group cost through a unit's year, in runs of days on which nothing about them
// changes. The runs are cut alike under both timelines, so that equal positions round to equal øre.
#ifndef ROTACOST_NEED_POSITIONS_H
#define ROTACOST_NEED_POSITIONS_H

#include "need/group.h"

struct position_run {
  day_number first_day, last_day; // inclusive, of one calendar year
  bool in_year;                   // false: days of whole weeks before or after the year
  int segment;
  int64_t heads_milli; // before any adjustment
  int64_t position_e8;
  int64_t full_time_min;
  struct ledger per_head; // of one head over the run
};

// Runs of group g (index in the frame) through the year, in order of days. Memory: arena.
struct position_run *position_runs(struct arena *arena, const struct unit_year *year, enum variant variant, int g,
                                   int *count);
// The same through all days planned.
struct position_run *position_runs_planned(struct arena *arena, const struct unit_year *year, enum variant variant,
                                           int g, int *count);

// Who of a group is away on a day, as absence.csv and the calendar have it.
struct away {
  bool known; // all of it has been found
  int64_t holiday_e8, sick_e8,
      training_e8;         // training: of all contract hours, more than are left where others are away too
  int64_t child_e8;        // of sick_e8, those at home with a sick child
  double off, alternative; // as in struct presence
};
// What is found on a day planned is kept in the year: the same day is asked about by every family of rows.
struct away group_away(const struct unit_year *year, enum variant variant, int g, day_number day);
// Room for it; the frame and the weeks of the year are set.
void away_begin(struct unit_year *year);

// Who of a group is there on a day, per head. In a weekly rota the holidays are given, in a year-round rota they are
// the planner's to place, and `holiday` is then only what must be placed.
struct presence {
  bool annual;        // year-round rota
  double holiday;     // share on holiday by absence.csv
  double sick;        // share of the others off sick, or at home with a sick child:
  double child;       // so much of it
  double training;    // share of all contract hours
  double alternative; // share of those there who have another day of the week off instead (F5)
  double off;         // share of those there who are free with pay, on a public holiday or an eve (need/red_days.h)
};
struct presence group_presence(const struct unit_year *year, enum variant variant, int g, day_number day);
// p of a weekly rota: (1 - holiday) x (1 - sick) x (1 - off) - training.
double presence_share(const struct presence *presence);
// Share of a day's contract hours of a weekly rota that are there to be worked: p less the other days off with pay.
double contract_share(const struct presence *presence);
// Contract hours of a head that are free with pay on a day or for it: off and alternative, of those neither on holiday nor off sick. A year-round rota
// whose holidays the planner places counts nobody as on holiday here.
double group_free_h(const struct unit_year *year, enum variant variant, int g, day_number day);
// Is the group in a year-round rota on any day of week type t, under either variant?
bool annual_in_week(const struct unit_year *year, int t, int g);
// Share of the week (as group_day_share counts days) in which it is, under one variant.
double annual_share(const struct unit_year *year, enum variant variant, int t, int g);
// June to September (ferieloven 7(1): three weeks of the holidays lie there).
bool is_summer(day_number day);

// Hours in any one week, overtime included, where the law limits them for what is agreed: where the hours of the week are
// averaged and more overtime than the plain law's is in use (arbeidsmiljøloven 10-6(8): 69 h). INFINITY elsewhere.
double week_total_most_h(const struct tables *tables, const struct group_row *group, day_number day);

// May the group work this shift (index in the frame) on the day: is it in a unit they may work in then, of a length agreed
// to, and one of their shifts?
bool group_works_shift(const struct frame *frame, const struct tables *tables, const struct group_row *group, int shift,
                       day_number day);

// How far positions may be adjusted: the group's own columns, or the settings'.
struct adjust_terms {
  double least, most; // of the heads it has
  double step_heads;  // 0: any amount
};
struct adjust_terms adjust_terms(const struct scenario *scenario, const struct group_row *group);

#endif
