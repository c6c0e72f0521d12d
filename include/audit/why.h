// SPDX-License-Identifier: GPL-3.0-or-later
// Why a plan costs what it costs, and what would mend it where somebody is missing: the few limits that bind, each loosened
// by one step that a planner can take (audit/step.h), with its price.
//
// Positions change on the days on which they may without the step, and on no other.
//
// Dual values choose which steps are worth trying:  estimate = sum over the step's rows of  -dual x change of the bound,
// less what the step itself costs. Every step told is then made and the year solved again; the difference is the price.
//
//   bound    the estimate holds over the whole step (within a hundredth): the basis is stable, one step more is worth as much
//   solved   it does not: the price is that of this one step
//   mended   somebody is missing: the smallest size of the step after which nobody is, or the one that leaves least missing
#ifndef ROTACOST_AUDIT_WHY_H
#define ROTACOST_AUDIT_WHY_H

#include "audit/effect.h"
#include "audit/step.h"
#include "base/failure.h"

enum reason_kind { REASON_BOUND, REASON_SOLVED, REASON_MENDED, REASON_KINDS };
const char *reason_kind_name(enum reason_kind kind); // bound, solved, mended

struct reason {
  int64_t measure; // NOT_GIVEN: the baseline
  int year;
  enum positions positions;
  size_t unit;
  enum reason_kind kind;
  struct step step;
  const char *limit, *words, *edit; // of the step
  double saving_kr;                 // of the year; negative: it costs so much
  double mended_h;                  // person-hours no longer missing
  double left_h;                    // person-hours still missing
  day_number first_day, last_day;   // first and last week in which the limit binds, or somebody is missing
  int weeks;                        // in so many weeks of the year
  bool slow;                        // its programmes are: the patient try more steps than others
};

struct why_case {
  int64_t measure;
  const struct comparison *comparison; // of which the subject's plans are explained
  bool patient; // also where programmes are slow: in a year-round rota, and years solved week by week
};

// Adds the reasons of one unit's year to the audit, kept and adjusted, dearest first. False where a programme
// failed: *failure.
bool why_add(struct audit *audit, struct study *study, const struct why_case *asked, struct failure *failure);

#endif
