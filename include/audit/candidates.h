// SPDX-License-Identifier: GPL-3.0-or-later
// Possible steps in a unit's year, and the gain that the dual values of its plans promise for each, before any is
// solved.
#ifndef ROTACOST_AUDIT_CANDIDATES_H
#define ROTACOST_AUDIT_CANDIDATES_H

#include "audit/step.h"
#include "plan/plan.h"

struct candidate {
  struct step step;
  int size_most;                         // for filling missing hours; weekends: fewest weeks between
  double estimate_kr[POSITIONS_ANSWERS]; // saved in the year
  double promise_h;                      // missing hours filled; set by the code that seeks fixes
  bool blind;                            // no row of the model shows its value
};

struct candidates {
  struct arena *arena;
  const struct unit_year *year;
  const struct plan *const *plans; // [POSITIONS_ANSWERS] of the subject
  bool patient;                    // open shifts even if models are slow
  struct candidate *list;
  size_t count, room;
};

// One more head, weekends more often and more shifts for every group with heads, and more hours of every source, each
// with the estimates for both answers. Memory: arena.
struct candidates candidates_of(struct arena *arena, const struct unit_year *year, const struct plan *const *plans,
                                bool patient);

// Are the year's models slow: solved week by week, or with a year-round rota?
bool candidates_slow(const struct candidates *candidates);

// By how much the step raises the row's bound, in the row's unit; 0: not at all.
double candidate_raises(const struct candidates *candidates, const struct step *step, const struct program_row *row);

// The value by the dual values of the plan's rows, kroner or hours of shortfall per unit of their bounds, for the
// year. row_duals NULL: 0.
double candidate_worth(const struct candidates *candidates, const struct program *program, const double *row_duals,
                       const struct step *step);

// Is column c a hired person, or overtime, on a shift that the step would open to the group?
bool candidate_hired_instead(const struct candidates *candidates, const struct plan *plan, const struct step *step,
                             size_t c);

#endif
