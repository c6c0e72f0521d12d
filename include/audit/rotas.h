// SPDX-License-Identifier: GPL-3.0-or-later
// Base rotas in an audit, for units that ask for one (rota_weeks in units.csv, or lines in rota.csv): today's, every
// year, and with each measure that affects the unit, in whole years. For people as they are employed: positions kept.
//
// Where there is a rota, compliance findings for positions kept that only a rota can prove are proven or refuted by it
// (audit/rota_proof.h).
#ifndef ROTACOST_AUDIT_ROTAS_H
#define ROTACOST_AUDIT_ROTAS_H

#include "audit/effect.h"
#include "audit/unit_rota.h"

enum rota_told_answer {
  ROTA_TOLD_KEPT,      // there is a rota, and it keeps every rule
  ROTA_TOLD_BROKEN,    // the given rota breaks some rules
  ROTA_TOLD_NONE,      // proven: there is none
  ROTA_TOLD_UNDECIDED, // the limits of the search were reached
  ROTA_TOLD_NOT_ASKED, // none can be asked for; the reason is in `why`
  ROTA_TOLD_ANSWERS
};
const char *rota_told_name(enum rota_told_answer answer); // kept, broken, none, undecided, not_possible

struct rota_told { // one rota
  int64_t measure; // NOT_GIVEN: today's
  int year;
  size_t unit;
  int weeks, lines, base_weeks;
  bool given;
  enum rota_told_answer answer;
  const char *why; // for none: the reason in words; for broken: the first breach; NULL
  int breaches;
  double missing_h, idle_h; // over all its weeks
  bool best;                // proven: no rota under these rules is better
  struct rota_price price;
  double effect_kr; // for a measure: what the unit saves, positions kept, by the plans
};

struct rota_line_told { // one line of it
  int64_t measure;
  int year;
  size_t unit;
  const char *line, *group;
  int level;        // index, 0 the lowest
  const char *days; // codes of shifts, - for off, separated by blanks: 7 for each week
  double hours;
  int weekends, nights;
};

struct rota_shift_told { // one shift that a rota may have, in the order of its problem
  int64_t measure;
  int year;
  size_t unit;
  const char *shift, *title;
  const char *clock; // "07:30-15:00"
  double paid_h;
  bool night;
};

struct rota_cover_told { // one window and level of the days of a rota (audit/rota_windows.h)
  int64_t measure;
  int year;
  size_t unit;
  int level;            // index: people of this level or higher count
  const char *category; // the lowest of the level
  const char *clock;
  const char *shifts;  // codes of the shifts that cover it, separated by blanks
  const char *need;    // thousandths of a person, day by day, separated by blanks; the days until it repeats
  const char *on_duty; // persons, of each day of the rota
};

// Shifts and cover of an existing rota. (audit/rota_shown.c)
void rota_shown_add(struct audit *notes, const struct unit_rota *rota);

// Asks for the rota of the comparison's unit, where it wants one, and records it.
void rotas_add(struct audit *notes, struct study *study, const struct comparison *comparison, int64_t measure);

// Writes into the effects what the rotas with each measure cost more than today's; every rota is recorded.
void rotas_into_effects(struct audit *audit);

// The rota of a unit today in the year of another rota, for comparison with a measure's. NULL: none is recorded.
const struct rota_told *rota_told_before(const struct audit *audit, const struct rota_told *with);

#endif
