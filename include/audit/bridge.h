// SPDX-License-Identifier: GPL-3.0-or-later
// From what is claimed to what the model finds, by the reasons a controller would name.
//
// Every reason is the difference of two valuations V in øre, each rounded once, so they add up to the øre. V0 is the
// claim as printed (columns added up where they are incremental). Then, as far as they arise:
//
//   calendar       C x D(year) / D(full), D the direct price: a full-year claim on the real days of the year (by the
//                  days in force where D is not known); 0 where the measure is not in force in the year; C where claim
//                  and effect are of the same basis
//
// Where hours or contracts are taken away, or added:
//   hours          x found / claimed FTE of a full year, where they differ by more than the tolerance: other hours than
//                  claimed, at the claim's own price
//   direct_price   P, the direct price of these hours on the claim's terms (audit/direct.h): bare pay alone only where
//                  the claim leaves the rest out itself
//   holiday_and_absence_cover
//                  P + P (r - 1) s, r = (k B + S) / (B + S), B pay and S supplements of these hours, k = net / gross
//                  FTE, s the share of the net FTE that really goes: who goes is away too, and need not be stood in for
//   positions, or variable_hours
//                  the change in what own staff and hours beyond contract cost, by the plans before and after. Named
//                  after the hours beyond contract where these carry it: above P where they save more than own staff
//                  do, below P where they cost more while own staff cost less; else after posts that stay, go or come
// Where none are (a year-round rota, rules, prices, people):
//   released       the same change: what is released, and why no more
// Then:
//   amounts        + A, plain amounts on their dates; of a measure of amounts alone A
//   missing_cover  - what the person-hours left empty beyond today's would cost (plan/empty.h), as far as the claim
//                  does not leave out what they save: hours left empty are no saving
//   comparable     the effect at equal cover, on the claim's terms; a total, only where the claim leaves something out
//   left_out       what it leaves out
//   modelled       the effect at equal cover
// And with positions kept, where the units ask for rotas and these have a price before and after:
//   rota           - (what the rotas with the measure cost more than its plans, less what today's do): what whole people
//                  and rest rules cost
//   with_rota      the effect from today's rota to the rota with the measure; a total
//
// No reason is larger than the difference from claimed to comparable: reasons that work against each other are joined
// where one is, and told with their sides (audit/bridge_net.h). A difference within the tolerance, or within a
// two-hundredth of the claim, needs no reason: it is the one step within_tolerance.
//
// k counts only where it lies in 1 to 2.5 and B + S is no small remainder of hours moved; else 1. Hours count as taken
// away from a ten-thousandth of an FTE on, and found / claimed FTE up to a thousandfold.
#ifndef ROTACOST_AUDIT_BRIDGE_H
#define ROTACOST_AUDIT_BRIDGE_H

#include "audit/comparable.h"

enum bridge_step {
  BRIDGE_CLAIMED,
  BRIDGE_CALENDAR,
  BRIDGE_HOURS,
  BRIDGE_DIRECT,
  BRIDGE_COVER,
  BRIDGE_POSITIONS,
  BRIDGE_VARIABLE,
  BRIDGE_RELEASED,
  BRIDGE_AMOUNTS,
  BRIDGE_MISSING,
  BRIDGE_WITHIN,
  BRIDGE_COMPARABLE,
  BRIDGE_LEFT_OUT,
  BRIDGE_MODELLED,
  BRIDGE_ROTA,
  BRIDGE_WITH_ROTA,
  BRIDGE_STEPS
};
const char *bridge_step_name(enum bridge_step step); // claimed, calendar, ...
bool bridge_step_is_total(enum bridge_step step);    // claimed, comparable, modelled, with_rota

struct bridge_line {
  int64_t ore;         // the step; of a total its value
  int64_t running_ore; // V after it
  const char *reason;  // a sentence; NULL: the step does not arise
};

struct bridge {
  bool known;   // false: nothing claimed in kroner, or nothing modelled
  bool in_full; // to the full-year effect
  struct claimed claimed;
  struct bridge_line lines[BRIDGE_STEPS];
};

struct bridge_question {
  const struct scenario *scenario;
  const struct measure_effect *effect;
  const struct year_effect *year; // the claim standing in this year
  bool in_full;                   // to the full-year effect, else to the effect in the year
  enum positions positions;
};

// Is the step told? A total, or one that has kroner.
bool bridge_step_arises(const struct bridge *bridge, enum bridge_step step);

// Memory of the reasons: arena.
struct bridge bridge_make(struct arena *arena, const struct bridge_question *question);

// What a claim comes to, and why.
struct judgement {
  struct claimed claimed;
  enum verdict verdict;
  enum verdict other_reading;                // had the columns been meant the other way (claims_are)
  int64_t comparable_ore[POSITIONS_ANSWERS]; // NOT_GIVEN where nothing is claimed in kroner, or nothing modelled
  int64_t left_out_ore;                      // by the claim, of the adjusted effect
  enum bridge_step main_step;                // carries most of the difference; BRIDGE_CLAIMED: none
  int64_t main_ore;
  const char *reason; // a sentence; NULL: none
};
// Of a claim standing in a year. The reason is that of the bridge behind the verdict: kept, or adjusted where the claim
// is not reached; of its steps the largest that goes the way of the difference.
struct judgement claim_judge(struct arena *arena, const struct scenario *scenario, const struct measure_effect *effect,
                             const struct year_effect *year);

#endif
