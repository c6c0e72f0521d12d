// SPDX-License-Identifier: GPL-3.0-or-later
// What sets of measures save, each asked of the optimiser once. Effects add up over units, so a set is asked unit by
// unit, of those of its measures that touch the unit and are in force by the end of the year.
#ifndef ROTACOST_AUDIT_SETS_H
#define ROTACOST_AUDIT_SETS_H

#include "audit/study.h"

struct sets; // owns memory beyond the scenario's arena

struct sets *sets_new(const struct scenario *scenario, struct study *study, day_number undecided_start);
void sets_free(struct sets *sets);

struct period {
  int year;
  bool full; // measures without a start are in force from the undecided start on; amounts are those of a whole year
};

struct saving {
  int64_t ore[POSITIONS_ANSWERS];
};

bool set_touches(const struct sets *sets, size_t measure, size_t unit);
// Is the measure in force in the unit at any time of the period?
bool set_holds(const struct sets *sets, size_t measure, size_t unit, struct period period);
// Of the measures in set[], amounts left out. False where a programme was not solved: *status and *why tell.
bool set_saving_of_unit(struct sets *sets, const bool *set, size_t unit, struct period period, struct saving *saving,
                        enum solve_status *status, const char **why);
// Of all units, amounts included.
bool set_saving(struct sets *sets, const bool *set, struct period period, struct saving *saving,
                enum solve_status *status, const char **why);

// Tells what one measure alone was found to save in a unit's year. Takes the arena the comparison lives in where its
// plans are a better start for sets with this measure than the baseline's (then true).
bool sets_note(struct sets *sets, size_t measure, size_t unit, int year, const struct comparison *comparison,
               struct arena *arena);
// The comparison of one measure alone, if it was taken; NULL else.
const struct comparison *sets_start(const struct sets *sets, size_t measure, size_t unit, int year);

#endif
