// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the numbers marked `assumed` a measure's effect depends on, and how strongly: for its first whole year,
// under the answer closer to the claim (adjusted if nothing is claimed).
//
// Every number of a marked row is tried 10 % higher, alone (lower, with the sign reversed, if a higher value is out of
// its range). The change of the effect is found by
//
//   slope       a first-order estimate from the prices of the plans found (audit/slope.h)
//   solved      solving again, where the slope is not valid: somebody is missing, the varied year has other week
//               types or shifts, or positions change in whole steps
//   arithmetic  amounts
//   not_asked   would have to be solved, but there are more of the kind than is worthwhile
//
// Numbers without influence are left out. Those with the largest influence are then solved at +10 % and -10 %, which
// also shows where a slope bends.
#ifndef ROTACOST_AUDIT_ASSUMPTIONS_H
#define ROTACOST_AUDIT_ASSUMPTIONS_H

#include "audit/effect.h"
#include "base/failure.h"
#include "scenario/vary.h"

enum assumption_method { ASSUMPTION_SLOPE, ASSUMPTION_SOLVED, ASSUMPTION_ARITHMETIC, ASSUMPTION_NOT_ASKED };
const char *assumption_method_name(enum assumption_method method);

struct assumption {
  size_t measure;
  int rank;                // from 1, by how far the effect moves; 0: not computed
  struct varied_cell cell; // as it stands
  enum positions positions;
  enum assumption_method method;
  int64_t effect_ore;
  int64_t per_10_percent_ore; // change of the effect; NOT_GIVEN: not computed
  int64_t up_ore, down_ore;   // change of the effect, solved at +10 % and -10 %; NOT_GIVEN: not solved
};

struct assumptions {
  size_t count, room;
  struct assumption *items; // measure by measure, by rank
};

// The answer whose effect is closer to the claim of the measure's last claimed year.
enum positions answer_nearer(const struct scenario *scenario, const struct measure_effect *effect);

// Adds the assumptions of one measure, after the effects are known. Returns false if a model was not solved; *failure
// says which. Memory: the audit's arena.
bool assumptions_add(struct assumptions *made, const struct audit *audit, size_t measure, struct study *study,
                     struct failure *failure);

#endif
