// SPDX-License-Identifier: GPL-3.0-or-later
// All measures at once, added one by one in order of their start. With E(S) = cost of the baseline - cost with the
// measures of S in force, for the m-th measure in that order:
//
//   single      E({m})
//   in order    E({1 .. m}) - E({1 .. m-1})                they add up to the joint effect E(all), to the øre
//   last        E(all) - E(all but m)                      what would be lost if m alone were given up; of more than
//                                                      eight measures in the full year only
//   twice       single - in order                          they add up to sum of singles - joint effect
//
// Double counting with other measures is examined in the full year, pair by pair (with more than eight measures only
// where at least one of the pair is claimed to save something), and reported in every year in which both are in force:
// E({a}) + E({b}) differs from E({a, b}) by more than rounding.
//
// Negative `twice`: the measure is worth more because others came first. Measures without a start come last, equal
// starts in the order of the file. Left out, and reported so: measures that cannot be tested or are given up,
// alternative readings of an assumption (nature sensitivity), all alternatives but the best of each group
// (audit/alternatives.h), and a measure that cannot be carried out together with those before it. E is the effect at
// equal cover (audit/effect.h).
//
// The baseline of an adjusted answer is solved on the segments of the set it is compared with (positions may change
// where a measure of the set starts). In a year in which several measures start, E(S) is therefore measured from a
// baseline that may change its positions on more days the larger S is: what the baseline could save by this alone is in
// no effect, and the sums above hold, since every E(S) is the same number wherever it appears. In the full year, in
// which all measures are in force from 1 January, there is one segment and one baseline.
#ifndef ROTACOST_AUDIT_TOGETHER_H
#define ROTACOST_AUDIT_TOGETHER_H

#include "audit/effect.h"
#include "audit/sets.h"

struct together_line { // one period, answer and measure
  struct period period;
  enum positions positions;
  int order; // from 1; 0: left out
  size_t measure;
  int64_t single_ore, in_order_ore, joint_ore; // joint: for this measure and those before it
  int64_t last_ore;     // NOT_GIVEN: not the full year, or the others without it contradict each other
  const char *with;     // measures with which part of the effect is counted twice, codes separated by blanks; ""
  const char *left_out; // the reason, in words; NULL
};

struct joint_line { // one period and answer
  struct period period;
  enum positions positions;
  bool target_only; // for the measures that count towards the target
  size_t measure_count;
  int64_t singles_ore, joint_ore;
  int64_t joint_cash_ore; // without the price of hours left empty
};

struct together {
  size_t line_count, line_room;
  struct together_line *lines; // period by period, answer by answer, in order
  size_t joint_count, joint_room;
  struct joint_line *joints;
  bool *stands;  // [measure_count] put together
  bool *counted; // [measure_count] a measure, and no alternative to one that stands
};

// Solves nothing: call it twice, as described in audit/sets.h, the second time when the savings of the sets are known.
// Needs the measures begun (testable, given_up, arithmetic), not their effects. Memory: arena.
const struct together *together_make(struct arena *arena, const struct audit *audit, struct sets *sets);

#endif
