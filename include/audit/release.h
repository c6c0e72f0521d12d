// SPDX-License-Identifier: GPL-3.0-or-later
// Which whole positions can go, from the contracts as they stand: with nothing changed, and with a measure.
//
// R is the choice of whole heads (or of steps, where the scenario sets some) of the groups as they stand in groups.csv
// whose removal saves most, while
//   - as few hours stay empty as with everybody there, and no more than the baseline leaves empty with everybody there;
//   - no more of the last resort (overtime, agency) is planned than with everybody there;
//   - variable hours per level do not rise above those of the baseline with everybody there;
//   - nobody comes, and adjust_min_percent of a group stays.
// What a measure frees is R(measure) less R(nothing); what can go with nothing changed is old slack and belongs to no
// measure. Positions that the measure's own edits take away are freed by it too. Of choices that save the same, that
// one is taken in which the fewest people go, and of these the smaller positions.
//
// The search ends after counted nodes, so it finds the same on every machine; where it ends before it is
// proven, the bound says how much more any choice could save.
#ifndef ROTACOST_AUDIT_RELEASE_H
#define ROTACOST_AUDIT_RELEASE_H

#include "audit/effect.h"
#include "audit/study.h"
#include "solve/solution.h"

enum release_state {
  RELEASE_PROVEN,
  RELEASE_BOUND,     // the best choice found; another may save up to the bound
  RELEASE_SHORT,     // more hours stay empty than today even with everybody there: nobody can go
  RELEASE_NOT_FOUND, // the search failed within its limits: nobody is said to go
  RELEASE_STATES
};
const char *release_state_name(enum release_state state); // proven, bound, short_of_staff, not_found

struct staff { // contracted, at the year's end but for fte, which is the year's mean
  double fte, heads, full_timers;
};
double staff_average_position(const struct staff *staff); // FTE per head; 0 without heads
double staff_full_time_share(const struct staff *staff);  // of the heads; 0 without heads
void staff_add(struct staff *to, const struct staff *more);

struct release {   // one measure (or none) and unit, in a whole year
  int64_t measure; // NOT_GIVEN: nothing changed
  size_t unit;     // the first of those solved together
  int year;
  enum release_state now, with; // of the two searches; without a measure both are alike
  struct staff today, after_now, after_with;
  struct staff follow; // if positions follow in any amount (the adjusted answer), with the measure
  struct answer stay,
      go; // the measure's effect: all stay, against all staying today; R(measure) gone against R(nothing)
  double today_kr, now_kr, kept_kr, with_kr; // cost: today; R(nothing) gone; the measure, all stay; R(measure) gone
  double now_more_kr, with_more_kr;          // how much more another choice could save at the most; 0 where proven
};

struct released_group {
  int64_t measure;    // NOT_GIVEN: nothing changed
  size_t unit, group; // rows of their tables
  int year;
  double heads_today;
  double heads_now;         // can go with nothing changed
  double heads_cut;         // taken away by the measure's own edits (negative: added)
  double heads_with;        // can go with the measure, beside those
  double fte_now, fte_with; // fewer than today: with nothing changed; with the measure, its own cut included
  double fte_cut;           // of that, what its own edits take away
  double pay_ore;           // fixed pay in the year of what the measure frees: of fte_with - fte_now
  double cut_pay_ore;       // of what its own edits take away
};

// Adds what the measure of this comparison frees, or with NOT_GIVEN what can go with nothing changed. False where the
// solver failed: *status and *why as from study_compare.
bool release_add(struct audit *audit, struct study *study, const struct comparison *comparison, int64_t measure,
                 enum solve_status *status, const char **why);

#endif
