// SPDX-License-Identifier: GPL-3.0-or-later
// Absence that is not replaced (need/replacement.h), and what leaving it empty saves: reported separately, in no
// measure.
//
//   baseline   hours left empty; saved = cost with every absence replaced - cost
//   measure    that changes replacement.csv: hours left empty more than where absence is replaced as before; saved =
//              cost with the measure replacing as before - cost with it replacing as it says
//
// Both costs are solved. Hours that cannot be filled even then are reported separately, since their cost is in neither.
#ifndef ROTACOST_AUDIT_UNREPLACED_H
#define ROTACOST_AUDIT_UNREPLACED_H

#include "audit/study.h"
#include "base/failure.h"

struct unreplaced {
  bool asked;            // some absence is not replaced, or the measure changes how much is
  double h;              // person-hours not replaced (for a measure: additional ones)
  double below_norm_h;   // of these, below the norm
  int below_norm_days;   // days on which any of them is
  int64_t saved_ore;     // by not replacing them
  double not_fillable_h; // those of the hours that stand empty even where they should be replaced
};

void unreplaced_add(struct unreplaced *sum, const struct unreplaced *more);
// Does the measure change how much of the absence is replaced?
bool measure_changes_replacement(const struct scenario *scenario, size_t measure);
// For the baseline, positions kept. False with `failure` where it was not solved.
bool unreplaced_today(struct study *study, const struct comparison *comparison, struct unreplaced *found,
                      struct failure *failure);
// For two plans of one measure and year: replacing as before, and as the measure says.
struct unreplaced unreplaced_between(const struct plan *as_before, const struct plan *as_said);

#endif
