// SPDX-License-Identifier: GPL-3.0-or-later
// Why a plan costs what it costs, and what would fix it where people are missing: the few binding limits, each relaxed
// by one step that a planner can take (audit/step.h), with its price.
//
// Positions change on the days on which they may change without the step, and on no others.
//
// Dual values select the steps worth trying:  estimate = sum over the step's rows of  -dual x change of the bound, less
// the cost of the step itself. Every step reported is then applied and the year solved again; the difference is the
// price.
//
//   bound    the estimate holds over the whole step (within a hundredth): the basis is stable, and a further step is
//            worth as much
//   solved   it does not: the price is for this one step only
//   mended   people are missing: the smallest size of the step after which none are, or the one that leaves fewest
//            missing
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
  double saving_kr;                 // of the year; negative: additional cost
  double mended_h;                  // person-hours no longer missing
  double left_h;                    // person-hours still missing
  day_number first_day, last_day;   // first and last week in which the limit binds, or somebody is missing
  int weeks;                        // number of weeks of the year
  bool slow;                        // its models are slow: with `patient`, more steps are tried
};

struct why_case {
  int64_t measure;
  const struct comparison *comparison; // the comparison whose subject's plans are explained
  bool patient; // also where models are slow: in a year-round rota, and years solved week by week
};

// Adds the reasons of one unit's year to the audit, kept and adjusted, most expensive first. False where a model
// failed: *failure.
bool why_add(struct audit *audit, struct study *study, const struct why_case *asked, struct failure *failure);

#endif
