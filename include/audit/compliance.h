// SPDX-License-Identifier: GPL-3.0-or-later
// What the law, the norms and the people there are say to a plan, one finding per unit, year, plan and rule:
//
//   norm_planned   need.csv against norm.csv, per window and level of norm.csv. The highest of competing norms counts;
//   a
//                  person missing at two levels counts once. What today's need lacks is the baseline's finding; a
//                  measure's counts only what the measure takes: max(0, min(norm, need today) - need).
//   norm_lowered   a row of norm.csv that the measure itself lowers (audit/yardstick.h)
//   cover          persons missing in a solved plan, per window and level wanted; where nobody is missing, one finding
//                  with the limit that has the least room left (audit/coverable.h)
//   unworked_shift a shift that somebody may work and nobody does (audit/unworked.h)
//   joined_shifts  two shifts that one person works on one day, joined by the program (audit/joined_days.h)
//   others         working time, rule by rule (audit/rules.h)
#ifndef ROTACOST_AUDIT_COMPLIANCE_H
#define ROTACOST_AUDIT_COMPLIANCE_H

#include "audit/effect.h"

enum finding_status {
  FINDING_KEPT,
  FINDING_BROKEN,
  FINDING_BELOW_TODAY,    // norm_planned: today's need is below the norm, the measure takes nothing more
  FINDING_MENDED,         // norm_planned: below the norm today, and less so with the measure
  FINDING_LOWERED,        // norm_lowered: the measure lowers the norm itself
  FINDING_NO_SHIFT,       // norm_planned: no shift of the unit covers the window
  FINDING_SHORT,          // cover: persons are missing
  FINDING_BOUNDED,        // kept on average or as numbers of people: the plan can only bound it
  FINDING_NEEDS_ROTA,     // needs a rota to prove
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
  int64_t limit_milli, value_milli; // of the worst day, or of that with the least room; NOT_GIVEN
  int breaches;                     // days; for rules over several days stretches, each told by its first day
  double person_h_short;
  day_number first_day; // of the first breach; DAY_NONE
  enum finding_status status;
  const char *reason; // in words
  const char *sure_reason; // the same without the words that a rota is needed for it; NULL: none stand there
};

// Adds the findings of the baseline (measure NOT_GIVEN), or of a measure, under both answers to the audit.
void compliance_add(struct audit *audit, const struct comparison *comparison, int64_t measure);

// One more finding, its first columns filled in.
struct finding *finding_add(struct audit *audit, const struct plan *plan, int64_t measure, const char *rule);

// norm_planned alone.
void planned_add(struct audit *audit, const struct comparison *comparison, int64_t measure);

#endif
