// SPDX-License-Identifier: GPL-3.0-or-later
// What sets of measures save. Effects add up over units, so a question is asked unit by unit, for the measures of the
// set that affect the unit and are in force by the end of the year; each question is answered once.
//
// Nothing is solved here. Callers ask twice: the first time the questions are recorded, and every answer is 0; then the
// units answer theirs (audit/unit_task.h); the second time the answers are available. The questions must not depend on
// the answers.
#ifndef ROTACOST_AUDIT_SETS_H
#define ROTACOST_AUDIT_SETS_H

#include "calendar/date.h"
#include "program/program.h"

struct sets; // owns memory beyond the scenario's arena

struct sets *sets_new(const struct scenario *scenario, day_number undecided_start);
void sets_free(struct sets *sets);

struct period {
  int year;
  bool full; // measures without a start are in force from the undecided start on; amounts are those of a whole year
};

struct saving {
  int64_t ore[POSITIONS_ANSWERS];      // at equal cover, as effect_ore
  int64_t cash_ore[POSITIONS_ANSWERS]; // of the ledgers alone
};

// Units solved together answer as one, through the first of them; no measure affects the others.
bool set_touches(const struct sets *sets, size_t measure, size_t unit);
// Is the measure in force in the unit at any time in the period?
bool set_holds(const struct sets *sets, size_t measure, size_t unit, struct period period);
// For the measures in set[], without amounts.
struct saving set_saving_of_unit(struct sets *sets, const bool *set, size_t unit, struct period period);
// For all units, with amounts.
struct saving set_saving(struct sets *sets, const bool *set, struct period period);

struct set_question {
  struct set_question *next; // in the order in which they were asked
  size_t unit;
  int year;
  bool *set; // [measure_count] those in force there, at least one
  bool answered;
  struct saving saving; // without amounts
};

// The first question of the unit after this one (NULL: the first of all); NULL: none. The caller fills in the last two
// fields.
struct set_question *sets_next(const struct sets *sets, size_t unit, const struct set_question *after);
bool sets_answered(const struct sets *sets); // all of them

#endif
