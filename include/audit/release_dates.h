// SPDX-License-Identifier: GPL-3.0-or-later
// What the whole positions that go with a measure save in its first year, and when they must be decided on.
#ifndef ROTACOST_AUDIT_RELEASE_DATES_H
#define ROTACOST_AUDIT_RELEASE_DATES_H

#include "audit/notice.h"
#include "audit/release.h"

enum decide_for { // the purpose of the last day to decide
  DECIDE_NOTHING, // nobody goes, or the claim holds although all stay
  DECIDE_CLAIM,   // the last day on which the claim of the year still holds, within the tolerance
  DECIDE_START,   // gone when the measure starts: no claim in the year, or one that is not reached otherwise
  DECIDE_FORS
};
const char *decide_for_name(enum decide_for what); // nothing, claim, start

// All units of a measure, or one unit with nothing changed.
struct release_sum {
  int64_t measure;              // NOT_GIVEN: nothing changed
  size_t unit;                  // then the unit
  int year;                     // whole, of kroner and FTE
  enum release_state now, with; // the worst of the units
  struct staff today, after_now, after_with, follow;
  double fte_now, fte_cut_and_with, fte_cut;
  struct answer stay, go;          // the measure's effect, as in struct release
  double now_kr, kept_kr, with_kr; // saved in a whole year at equal cover: with nothing changed; stay; go
  double cut_pay_kr;               // of positions that its own edits remove
  double now_more_kr, with_more_kr;
  int months;      // the longest notice of those who go; 0: nobody goes, in sum
  bool ages_known; // service and age of everybody who goes
  // dates; DAY_NONE where one cannot be determined
  int first_year;   // the calendar year in which it starts, or, without a start, the decision takes effect; 0: none
  day_number start; // the first day in force in that year
  struct notice_dates decided; // from the setting decision_date, of the group with the longest notice
  double first_year_kr;        // saved then with that decision, staffing and amounts; NAN: no decision_date
  enum decide_for decide_for;
  struct notice_dates latest;
};

// One for every measure and, with nothing changed, for every unit, in the order of audit->releases. Memory: arena.
struct release_sum *release_sums(struct arena *arena, const struct audit *audit, size_t *count);

// FTE of whole positions that go because of the measure, besides those that its own edits remove.
double release_more_fte(const struct release_sum *sum);
// What they add to the effect with all others there: in a whole year or, with a year, for the part in which it is in
// force. Excludes what a claim leaves out, in øre.
int64_t release_more_ore(const struct release_sum *sum, int year, int64_t leaves_out);

// The sum of a measure; NULL where it has none.
const struct release_sum *release_sum_of(const struct release_sum *sums, size_t count, size_t measure);

// The part of first_year_kr saved up to and including a day of that year, in øre, where `kept_ore` is saved up to then
// with all staying: positions save from the day on which they are gone. False: no such date can be determined.
bool release_saved_until(const struct release_sum *sum, int64_t kept_ore, day_number until, int64_t *ore);

// Dates for one group of a sum, by its own notice. Blank where none of it goes.
struct notice_dates released_decided(const struct audit *audit, const struct release_sum *sum,
                                     const struct released_group *group);
struct notice_dates released_latest(const struct audit *audit, const struct release_sum *sum,
                                    const struct released_group *group);
// Is anything of the group removed or changed in size, with the measure or without?
bool released_any(const struct released_group *group);

#endif
