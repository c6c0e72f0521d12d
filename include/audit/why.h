// SPDX-License-Identifier: GPL-3.0-or-later
// Why a plan costs what it costs, and what would mend it where it is short: the few limits that bind, each with a price
// and the weeks it binds in.
//
//   bound     from the dual values, quoted only where the basis is stable: the price holds for the step named
//   solved    the limit loosened by one whole step (a head, a weekend rule, a shift a week), the year solved again, the
//             difference quoted
//   mended    the same where somebody is missing: hours mended and what it costs
#ifndef ROTACOST_AUDIT_WHY_H
#define ROTACOST_AUDIT_WHY_H

#include "audit/study.h"

enum reason_kind { REASON_BOUND, REASON_SOLVED, REASON_MENDED, REASON_KINDS };
const char *reason_kind_name(enum reason_kind kind); // bound, solved, mended

struct reason {
  int64_t measure; // NOT_GIVEN: the baseline
  int year;
  enum positions positions;
  size_t unit;
  enum reason_kind kind;
  const char *limit;   // name of the row family, as in exported programmes: weekend, supply, contract, ...
  const char *step;    // what was loosened, in words: "one more head in nurse_75", "every 2nd instead of every 3rd weekend"
  double saving_kr;    // a year; negative: it costs so much
  double mended_h;     // person-hours no longer missing
  double left_h;       // person-hours still missing after it
  day_number first_day, last_day; // of the stretch in which it binds
  int weeks;                      // in so many weeks of the year
};

#endif
