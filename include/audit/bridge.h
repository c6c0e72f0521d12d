// SPDX-License-Identifier: GPL-3.0-or-later
// From what is claimed to what the model finds, one change at a time.
//
// Every step is the difference of two valuations V in øre, each rounded once, so the steps add up to the øre:
//
//   claimed        V0 = C, as printed (columns added up where they are incremental)
//   calendar       V1 = C x D(year) / D(full), D the direct saving: a full-year claim on the real days of the year (by
//   the
//                  days in force where D is not known); 0 where the measure is not in force in the year; C where claim
//                  and effect are of the same basis
//   hours          V2 = V1 x found / claimed FTE of a full year: the hours really taken away, at the claim's own price.
//   V1 where no FTE is
//                  claimed, 0 where no hours are taken away (year-round rotas, prices): such a claim has no hours to
//                  price
//   price_per_hour V3 = B, bare pay of these hours or contracts (PAY_DIRECT of pay/pay.h: weeks withheld are not in it)
//   supplements    V4 = B + S, their evening, night, weekend and holiday supplements
//   holiday_and_absence_cover
//                  V5 = (B + S + H) x r, H holiday pay, r = (k B + S) / (B + S), k = net / gross FTE: whoever holds
//                  these positions is away too, and is stood in for; supplements are paid once, to whoever works
//   on_costs       V6 = (B + S + H + P) x r, P pension and employer tax. With r = 1 this is the direct price
//   amounts        V7 = V6 + A, A plain amounts on their dates; for a measure of amounts alone V6 is V1 and V7 is A
//   positions      V8 = the change in what own staff cost, by the plans before and after, and A: what stays or goes
//   beyond
//                  V6, because people stay, weekends force heads, or hours are idle
//   variable_hours V9 = V8 + U, U the change in what hours beyond contract cost
//   missing_cover  V10 = V9 - what the person-hours left empty beyond today's would cost (plan/empty.h), as far as the
//                  claim does not leave out what they save: hours left empty are no saving
//   left_out       V11 = the effect at equal cover, with what the claim leaves out; V3 to V10 are without it
//   modelled       V11
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
  BRIDGE_PRICE,
  BRIDGE_SUPPLEMENTS,
  BRIDGE_COVER,
  BRIDGE_ON_COSTS,
  BRIDGE_AMOUNTS,
  BRIDGE_POSITIONS,
  BRIDGE_VARIABLE,
  BRIDGE_MISSING,
  BRIDGE_LEFT_OUT,
  BRIDGE_MODELLED,
  BRIDGE_STEPS
};
const char *bridge_step_name(enum bridge_step step); // claimed, calendar, ...

struct bridge_line {
  int64_t ore;         // the step; of the totals claimed and modelled their value
  int64_t running_ore; // V after it
  const char *reason;  // a sentence; NULL: the step does not arise
};

struct bridge {
  bool known;       // false: nothing claimed in kroner, or nothing modelled
  bool in_full;     // to the full-year effect
  bool takes_hours; // hours or contracts, or there is nothing else to tell
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
// is not reached. The four price steps count as one, as none of them says anything alone.
struct judgement claim_judge(struct arena *arena, const struct scenario *scenario, const struct measure_effect *effect,
                             const struct year_effect *year);

#endif
