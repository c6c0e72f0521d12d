// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the numbers marked `assumed` a measure's effect hangs on, and how much: of its first whole year, under the
// answer that lies nearer to what is claimed (adjusted where nothing is).
//
// Every number of a row that is marked is tried 10 % higher, alone (lower, and the sign turned, where a higher one is
// out of its range). How the effect moves is found
//
//   slope       to first order, from the prices of the plans found (audit/slope.h)
//   solved      by solving again, where the slope does not hold: somebody is missing, the varied year has other week
//               types or shifts, positions go in whole steps
//   arithmetic  amounts
//   not_asked   would have to be solved, but more of the kind are than are worth it
//
// Numbers that move nothing are left out. Those that move most are then solved at +10 % and -10 %, which also shows
// where a slope bends.
#ifndef ROTACOST_AUDIT_ASSUMPTIONS_H
#define ROTACOST_AUDIT_ASSUMPTIONS_H

#include "audit/effect.h"
#include "base/failure.h"
#include "scenario/vary.h"

enum assumption_method { ASSUMPTION_SLOPE, ASSUMPTION_SOLVED, ASSUMPTION_ARITHMETIC, ASSUMPTION_NOT_ASKED };
const char *assumption_method_name(enum assumption_method method);

struct assumption {
  size_t measure;
  int rank;                // from 1, by how far the effect moves; 0: not asked
  struct varied_cell cell; // as it is
  enum positions positions;
  enum assumption_method method;
  int64_t effect_ore;
  int64_t per_10_percent_ore; // change of the effect; NOT_GIVEN: not asked
  int64_t up_ore, down_ore;   // change of the effect, solved at +10 % and -10 %; NOT_GIVEN: not solved
};

struct assumptions {
  size_t count, room;
  struct assumption *items; // measure by measure, by rank
};

// The answer whose effect lies nearer to the claim of the measure's last claimed year.
enum positions answer_nearer(const struct scenario *scenario, const struct measure_effect *effect);

// Adds those of one measure, after the effects are known. False where a programme was not solved, which *failure tells.
// Memory: the audit's arena.
bool assumptions_add(struct assumptions *made, const struct audit *audit, size_t measure, struct study *study,
                     struct failure *failure);

#endif
