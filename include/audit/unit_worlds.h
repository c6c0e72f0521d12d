// SPDX-License-Identifier: GPL-3.0-or-later
// The inputs drawn for a unit: in each world its baseline is solved once, and all measures judged by a year of the unit
// are compared with it. Memory does not depend on the number of draws.
#ifndef ROTACOST_AUDIT_UNIT_WORLDS_H
#define ROTACOST_AUDIT_UNIT_WORLDS_H

#include "audit/worlds.h"
#include "base/failure.h"

struct unit_worlds; // owns memory, which ends with unit_worlds_draw

// The study and the lives must outlive it. Memory of what is added to draws: `memory`.
struct unit_worlds *unit_worlds_new(struct arena *memory, const struct scenario *scenario, const struct worlds *worlds,
                                    struct study *study, struct chance_lives *lives);
// A measure to be drawn: its comparison with the inputs as they stand, of which the study may forget nothing, and the
// draws to add to, [POSITIONS_ANSWERS], whose years are lived. Takes the comparison's arena; NULL: it stays the
// caller's, and must outlive the draws.
void unit_worlds_add(struct unit_worlds *of, size_t measure, const struct study_question *question,
                     const struct comparison *comparison, struct chance_pairs *pairs, struct arena *arena);
// Solves the plans of the worlds to be solved, lives through their years, and estimates the others. False where a
// programme was not solved.
bool unit_worlds_draw(struct unit_worlds *of, struct failure *failure);

#endif
