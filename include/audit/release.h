// SPDX-License-Identifier: GPL-3.0-or-later
// Which whole positions can be removed from the present contracts: with nothing changed, and with a measure.
//
// R is the choice of whole heads (or of steps, where the scenario sets some) of the groups in groups.csv whose removal
// saves most, while
//   - no more hours stay empty than with everybody there, nor than the baseline leaves empty with everybody there;
//   - no more of the last resort (overtime, agency) is planned than with everybody there;
//   - variable hours per level do not rise above those of the baseline with everybody there;
//   - nobody is added, and adjust_min_percent of each group stays.
// A measure frees R(measure) less R(nothing); what can be removed with nothing changed is existing slack and is
// credited to no measure. Positions removed by the measure's own edits are freed by it too. Of choices that save the
// same, the one with the fewest people is taken, and of these the one with the smaller positions.
//
// The search ends after a fixed number of nodes, so that it gives the same result on every machine; where it ends
// before the optimum is proven, the bound says how much more any choice could save.
#ifndef ROTACOST_AUDIT_RELEASE_H
#define ROTACOST_AUDIT_RELEASE_H

#include "audit/effect.h"
#include "audit/study.h"
#include "solve/solution.h"

enum release_state {
  RELEASE_PROVEN,
  RELEASE_BOUND,     // the best choice found; another may save more, up to the bound
  RELEASE_SHORT,     // more hours stay empty than today even with everybody there: nobody can go
  RELEASE_NOT_FOUND, // the search failed within its limits: nobody is reported to go
  RELEASE_STATES
};
const char *release_state_name(enum release_state state); // proven, bound, short_of_staff, not_found

struct staff { // contracted, at the end of the year; fte is the mean over the year
  double fte, heads, full_timers;
};
double staff_average_position(const struct staff *staff); // FTE per head; 0 without heads
double staff_full_time_share(const struct staff *staff);  // of the heads; 0 without heads
void staff_add(struct staff *to, const struct staff *more);

struct release {   // one measure (or none) and unit, in a whole year
  int64_t measure; // NOT_GIVEN: nothing changed
  size_t unit;     // the first of those solved together
  int year;
  enum release_state now, with; // of the two searches; without a measure both are the same
  struct staff today, after_now, after_with;
  struct staff follow; // if positions follow in any amount (the adjusted answer), with the measure
  struct answer stay,
      go; // the measure's effect: all stay, compared with all staying today; R(measure) gone against R(nothing)
  double today_kr, now_kr, kept_kr, with_kr; // cost: today; R(nothing) gone; the measure, all stay; R(measure) gone
  double now_more_kr, with_more_kr;          // how much more another choice could save at most; 0 where proven
};

struct released_group {
  int64_t measure;    // NOT_GIVEN: nothing changed
  size_t unit, group; // rows of their tables
  int year;
  double heads_today;
  double heads_now;         // can go with nothing changed
  double heads_cut;         // taken away by the measure's own edits (negative: added)
  double heads_with;        // can go with the measure, besides those
  double fte_now, fte_with; // reduction from today: with nothing changed; with the measure, its own cut included
  double fte_cut;           // the part of it removed by its own edits
  double pay_ore;           // fixed pay in the year of what the measure frees: of fte_with - fte_now
  double cut_pay_ore;       // the same for what its own edits remove
};

// Adds what the measure of this comparison frees or, with NOT_GIVEN, what can be removed with nothing changed. False
// where the solver failed: *status and *why as in study_compare.
bool release_add(struct audit *audit, struct study *study, const struct comparison *comparison, int64_t measure,
                 enum solve_status *status, const char **why);

#endif
