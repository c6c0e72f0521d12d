// SPDX-License-Identifier: GPL-3.0-or-later
// Steps that could be taken in a unit's year, and what the dual values of its plans promise of each, before any is solved.
#ifndef ROTACOST_AUDIT_CANDIDATES_H
#define ROTACOST_AUDIT_CANDIDATES_H

#include "audit/step.h"
#include "plan/plan.h"

struct candidate {
  struct step step;
  int size_most;                         // for mending; weekends: fewest weeks between
  double estimate_kr[POSITIONS_ANSWERS]; // saved in the year
  double promise_h;                      // of the missing hours filled; set by who mends
  bool blind;                            // no row of the programme tells its worth
};

struct candidates {
  struct arena *arena;
  const struct unit_year *year;
  const struct plan *const *plans; // [POSITIONS_ANSWERS] of the subject
  bool patient;                    // shifts are opened too where programmes are slow
  struct candidate *list;
  size_t count, room;
};

// One head more, a weekend more often and more shifts for every group with heads, more hours of every source, each with the
// estimates of both answers. Memory: arena.
struct candidates candidates_of(struct arena *arena, const struct unit_year *year, const struct plan *const *plans,
                                bool patient);

// Are the year's programmes slow: week by week, or with a year-round rota?
bool candidates_slow(const struct candidates *candidates);

// By how much the step raises the row's bound, in the row's unit; 0: not at all.
double candidate_raises(const struct candidates *candidates, const struct step *step, const struct program_row *row);

// By the dual values of the plan's rows, kroner or hours of shortfall per unit of their bounds; of the year. row_duals NULL: 0.
double candidate_worth(const struct candidates *candidates, const struct program *program, const double *row_duals,
                       const struct step *step);

// Is column c somebody hired, or on overtime, for a shift that the step would open to the group?
bool candidate_hired_instead(const struct candidates *candidates, const struct plan *plan, const struct step *step,
                             size_t c);

#endif
