// SPDX-License-Identifier: GPL-3.0-or-later
// A solved programme laid out on the real days of its year, and priced again by the pay engine shift by shift. What
// is reported comes from here, never from the optimiser; both must agree.
//
// Whole weeks are planned (need/year.h); but where `planned` is said, figures are those of the days of the year. Pay, hours
// on shifts and persons missing have a day of their own. Idle hours are of a week: of the weeks that hold the first and the
// last day of the year as much of them as of the week's contract hours lies in the year.
#ifndef ROTACOST_PLAN_PLAN_H
#define ROTACOST_PLAN_PLAN_H

#include "solve/solver.h"

enum hours_kind { HOURS_OWN, HOURS_EXTRA, HOURS_SUBSTITUTE, HOURS_OVERTIME, HOURS_AGENCY, HOURS_IDLE, HOURS_KINDS };

// What falls to one of the units solved together. Hours on shifts with what they earn, and persons missing, are those of
// the unit of the shift or window. Pay of positions and agreed compensation follow the group's contract hours on shifts of
// the year, unit by unit; the part of hours on no shift is the home's. Positions and idle hours are the home's.
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
  struct ledger paid_for[HOURS_KINDS]; // the same by whose hours it pays, adding up to it; positions, absence and
                                       // compensation with the own hours, nothing idle
  double cost_kr;                      // the same, unrounded
  double planned_kr;                   // of all days planned: what the optimiser minimises
  double hours[HOURS_KINDS];           // paid hours of the year by source; idle: contract hours present without a shift
  double positions_fte;                // contracted full-time positions, mean over the year
  double *variable_h;         // [segment_count * level_count] of all days planned, as program_adjust takes them
  double *unplanned_h;        // the same of overtime and agency alone, as program_hold_unplanned takes them
  double shortfall_h;         // person-hours missing
  double gap_h;               // person-hours of absence not replaced, an accepted gap (need/replacement.h)
  double free_h;              // contract hours of the year free with pay on public holidays and eves (need/red_days.h)
  double planned_shortfall_h; // on all days planned: what the optimiser minimises first
  struct plan_share *shares;  // [frame->unit_count] in the order of the frame's units; they add up to the plan
};

// Memory: arena. The solution must be optimal.
struct plan *plan_make(struct arena *arena, const struct program *program, const struct solution *solution);

// Do optimiser and pay engine agree on the cost of all days planned (to a ten-millionth of it, or five øre)?
bool plan_agrees(const struct plan *plan);

// Persons of levels[l] or higher on duty in interval i of a day planned: persons[i * level_count + l].
void plan_persons_on_day(const struct plan *plan, day_number day, double *persons);

// Persons of levels[l] or higher who are away in interval i of a day planned and not replaced: persons[i * level_count + l].
void plan_gap_on_day(const struct plan *plan, day_number day, double *persons);

// Heads of group g in segment k, as planned; and how many more (or fewer) that is than given.
double plan_heads(const struct plan *plan, int g, int k);
double plan_heads_moved(const struct plan *plan, int g, int k);

// Whose hours a shift column's are on a day.
enum hours_kind plan_hours_kind(const struct plan *plan, const struct column_key *key, day_number day);

// May any of the Sunday-to-Monday rest rows cost something, kroner or hours of shortfall? Then the plan in week types may
// be dearer than that of the real year, which must be solved with every week on its own.
bool plan_sunday_binds(const struct program *program, const struct solution *solution);

#endif
