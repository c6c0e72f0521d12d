// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of measures as one unit solves them, each starting from the nearest plans found so far.
#ifndef ROTACOST_AUDIT_SOLVED_SETS_H
#define ROTACOST_AUDIT_SOLVED_SETS_H

#include "audit/sets.h"
#include "audit/study.h"
#include "base/failure.h"

struct solved_sets; // of one unit; owns memory

// The study must outlive it.
struct solved_sets *solved_sets_new(const struct scenario *scenario, struct study *study, size_t unit,
                                    day_number undecided_start);
void solved_sets_free(struct solved_sets *sets);

// Records what one measure alone was found to save in a year. Takes the arena of the comparison where its plans are a
// better start for sets with this measure than the baseline's (then true).
bool solved_sets_note(struct solved_sets *sets, size_t measure, int year, const struct comparison *comparison,
                      struct arena *arena);
// For the measures in set[], without amounts. False where a model was not solved, with the reason in *failure.
bool solved_sets_ask(struct solved_sets *sets, const bool *set, int year, struct saving *saving,
                     struct failure *failure);

// Did either of its plans take long to reach from the baseline's plan?
bool comparison_is_far(const struct comparison *comparison);

#endif
