// SPDX-License-Identifier: GPL-3.0-or-later
// A solved programme laid out on the real days of its year and priced again by the pay engine, shift by shift. Reports
// use these figures, never the optimiser's; both must agree.
//
// Whole weeks are planned (need/year.h), but figures cover only the days of the year unless marked `planned`. Pay, hours
// on shifts and missing persons belong to a day. Idle hours belong to a week: of the weeks that contain the first or the
// last day of the year, the share counts that the year has of the week's contract hours.
#ifndef ROTACOST_PLAN_PLAN_H
#define ROTACOST_PLAN_PLAN_H

#include "solve/solver.h"

enum hours_kind { HOURS_OWN, HOURS_EXTRA, HOURS_SUBSTITUTE, HOURS_OVERTIME, HOURS_AGENCY, HOURS_IDLE, HOURS_KINDS };

// The share of one of several units solved together. Hours on shifts with their pay, and missing persons, belong to
// the unit of the shift or window. Pay of positions and agreed compensation follow the group's contract hours on shifts in
// the year, unit by unit; the part for hours not on a shift belongs to the home unit, as do positions and idle hours.
struct plan_share {
  int64_t unit; // index
  struct ledger ledger;
  struct ledger paid_for[HOURS_KINDS];
  double hours[HOURS_KINDS];
  double positions_fte;
  double shortfall_h;
};

struct plan {
  const struct program *program;
  const struct solution *solution;
  struct ledger ledger;                // every line rounded once, at the end
  struct ledger paid_for[HOURS_KINDS]; // the same by source of the hours paid, adding up to it; positions, absence and
                                       // compensation are under own hours, nothing under idle
  double cost_kr;                      // the same, unrounded
  double planned_kr;                   // of all days planned: what the optimiser minimises
  double hours[HOURS_KINDS]; // paid hours of the year by source; idle: contract hours of people present but on no shift
  double positions_fte;      // contracted full-time positions, mean over the year
  double *variable_h;        // [segment_count * level_count] of all planned days, as input to program_adjust
  double *unplanned_h;       // the same for overtime and agency only, as input to program_hold_unplanned
  double shortfall_h;        // person-hours missing
  double gap_h;              // person-hours of absence not replaced, an accepted gap (need/replacement.h)
  double free_h;             // contract hours of the year free with pay on public holidays and eves (need/red_days.h)
  double planned_shortfall_h; // on all planned days: what the optimiser minimises first
  struct plan_share *shares;  // [frame->unit_count] in the order of the frame's units; they add up to the plan
};

// Memory: arena. The solution must be optimal.
struct plan *plan_make(struct arena *arena, const struct program *program, const struct solution *solution);

// Do optimiser and pay engine agree on the cost of all planned days (within one ten-millionth, or five øre)?
bool plan_agrees(const struct plan *plan);

// Persons of levels[l] or higher on duty in interval i of a planned day: persons[i * level_count + l].
void plan_persons_on_day(const struct plan *plan, day_number day, double *persons);

// Persons of levels[l] or higher who are away and not replaced in interval i of a planned day: persons[i * level_count + l].
void plan_gap_on_day(const struct plan *plan, day_number day, double *persons);

// Heads of group g in segment k as planned; and the difference from the given heads.
double plan_heads(const struct plan *plan, int g, int k);
double plan_heads_moved(const struct plan *plan, int g, int k);

// The kind of hours of a shift column on a day.
enum hours_kind plan_hours_kind(const struct plan *plan, const struct column_key *key, day_number day);

// Can any of the Sunday-to-Monday rest rows cost kroner or hours of shortfall? Then the plan in week types may
// be dearer than the plan of the real year, and the year must be solved with every week on its own.
bool plan_sunday_binds(const struct program *program, const struct solution *solution);

#endif
