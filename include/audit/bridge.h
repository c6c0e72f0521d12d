// SPDX-License-Identifier: GPL-3.0-or-later
// From the claim to the model's figure, by reasons that a controller would name.
//
// Every reason is the difference of two valuations V in øre, each rounded once, so the reasons add up exactly. V0 is
// the claim as printed (columns added up if they are incremental). Then, where they apply:
//
//   calendar       C x D(year) / D(full), D the direct price: a full-year claim on the real days of the year (by the
//                  days in force if D is not known); 0 if the measure is not in force in the year; C if claim and
//                  effect have the same basis
//
// If hours or contracts are removed or added:
//   hours          x found / claimed FTE of a full year, if they differ by more than the tolerance: other hours than
//                  claimed, at the claim's own price
//   direct_price   P, the direct price of these hours on the claim's terms (audit/direct.h): bare pay alone only if
//                  the claim itself leaves the rest out
//   holiday_and_absence_cover
//                  P + P (r - 1) s, r = (k B + S) / (B + S), B pay and S supplements of these hours, k = net / gross
//                  FTE, s the share of the net FTE that really goes: people who go would have been away too, and that
//                  absence no longer needs replacement
//   positions, or variable_hours
//                  the change in the cost of own staff and of hours beyond contract, by the plans before and after.
//                  Named after the hours beyond contract if these cause it: above P if they save more than own staff
//                  do, below P if they cost more while own staff cost less; else after positions that stay, go or come
// If none are (a year-round rota, rules, prices, people):
//   released       the same change: what is released, and why no more
// Then:
//   amounts        + A, plain amounts on their dates; for a measure of amounts alone, A
//   missing_cover  - the cost of filling the person-hours left empty beyond today's (plan/empty.h), except the part of
//                  their saving that the claim leaves out: hours left empty are no saving
//   comparable     the effect at equal cover, on the claim's terms; a total, only if the claim leaves something out
//   left_out       what the claim leaves out
//   modelled       the effect at equal cover
// And with positions kept, if the units ask for rotas and these have a price before and after:
//   rota           - (by how much the rotas with the measure cost more than its plans, less the same of today's): what
//                  whole people and rest rules cost
//   with_rota      the effect from today's rota to the rota with the measure; a total
//
// No reason is larger than the difference from claimed to comparable: if one is, reasons that work against each other
// are combined and described with both sides (audit/bridge_net.h). A difference within the tolerance, or within a
// two-hundredth of the claim, needs no reason: it is the single step within_tolerance.
//
// k counts only if it lies in 1 to 2.5 and B + S is not just a small remainder of moved hours; else it is 1. Hours
// count as removed from a ten-thousandth of an FTE, and found / claimed FTE up to a factor of a thousand.
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
  int64_t ore;         // of the step; for a total its value
  int64_t running_ore; // V after it
  const char *reason;  // a sentence; NULL: the step does not apply
};

struct bridge {
  bool known;   // false: nothing is claimed in kroner, or nothing is modelled
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

// Is the step shown? It is a total, or its amount is not zero.
bool bridge_step_arises(const struct bridge *bridge, enum bridge_step step);

// Memory of the reasons: arena.
struct bridge bridge_make(struct arena *arena, const struct bridge_question *question);

// The verdict on a claim, and the reason.
struct judgement {
  struct claimed claimed;
  enum verdict verdict;
  enum verdict other_reading;                // the verdict if the columns had the other meaning (claims_are)
  int64_t comparable_ore[POSITIONS_ANSWERS]; // NOT_GIVEN if nothing is claimed in kroner, or nothing is modelled
  int64_t left_out_ore;                      // by the claim, from the adjusted effect
  enum bridge_step main_step;                // explains most of the difference; BRIDGE_CLAIMED: none
  int64_t main_ore;
  const char *reason; // a sentence; NULL: none
};
// For a claim that stands in a year. The reason comes from the bridge behind the verdict (kept, or adjusted if the
// claim is not reached): its largest step in the direction of the difference.
struct judgement claim_judge(struct arena *arena, const struct scenario *scenario, const struct measure_effect *effect,
                             const struct year_effect *year);

#endif
