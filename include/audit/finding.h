// SPDX-License-Identifier: GPL-3.0-or-later
// The result of one rule for one plan (audit/compliance.h lists the rules).
#ifndef ROTACOST_AUDIT_FINDING_H
#define ROTACOST_AUDIT_FINDING_H

#include "audit/effect.h"

enum finding_status {
  FINDING_KEPT,
  FINDING_BROKEN,
  FINDING_BELOW_TODAY,    // norm_planned: today's need is below the norm, the measure takes no more
  FINDING_MENDED,         // norm_planned: below the norm today, and less so with the measure
  FINDING_LOWERED,        // norm_lowered: the measure lowers the norm itself
  FINDING_NO_SHIFT,       // norm_planned: no shift of the unit covers the window
  FINDING_SHORT,          // cover: persons are missing
  FINDING_BOUNDED,        // kept on average or by numbers of people: the plan can only bound it
  FINDING_NEEDS_ROTA,     // only a full rota can confirm it
  FINDING_UNWORKED,       // unworked_shift: nobody ever works it
  FINDING_JOINED,         // joined_shifts: one person works both
  FINDING_NOT_APPLICABLE, // never stored
  FINDING_STATUSES
};
const char *finding_status_name(enum finding_status status); // kept, broken, below_norm_today, ...

enum { POSITIONS_BOTH = POSITIONS_ANSWERS };
const char *finding_positions_name(int positions); // kept, adjusted, both

#define RULE_NORM_PLANNED "norm_planned"
#define RULE_COVER "cover"

struct finding {
  int64_t measure; // NOT_GIVEN: the baseline
  int year;
  int positions; // enum positions or POSITIONS_BOTH
  size_t unit;
  const char *rule;                 // norm_planned, cover, or a code of audit/rules.h
  const char *window;               // NULL: none
  int64_t level;                    // index of a category; NOT_GIVEN
  const char *counted_in;           // of limit and value: persons, h, weekends, ...
  int64_t limit_milli, value_milli; // of the worst day, or of the day with the least margin; NOT_GIVEN
  int breaches;                     // days; for rules over several days the stretches, each given by its first day
  double person_h_short;
  day_number first_day; // of the first breach; DAY_NONE
  enum finding_status status;
  const char *reason;      // as text
  const char *sure_reason; // the same without the words that a rota must confirm it; NULL: it has none
};

// Adds a finding, with its first columns filled in.
struct finding *finding_add(struct audit *audit, const struct plan *plan, int64_t measure, const char *rule);

#endif
