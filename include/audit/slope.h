// SPDX-License-Identifier: GPL-3.0-or-later
// How an effect changes with a number of the scenario, to first order and without solving again. With x the best plan
// of  min c x,  rows A x within b,  columns within u,  its row prices y and reduced costs d, and with the numbers of
// the varied model marked ':
//
//   change of the cost  =  constant' - constant + (c' - c) x - y (A' - A) x + y (b' - b) + d (u' - u)
//
// where b and u are the binding bounds. The effect changes by the change of the baseline's cost less that of the
// measure's. The adjusted answer is limited to the hours that the baseline with positions kept uses; these change too,
// by the basis of its plan (solve/moves.h).
#ifndef ROTACOST_AUDIT_SLOPE_H
#define ROTACOST_AUDIT_SLOPE_H

#include "audit/study.h"

struct slope; // of one comparison; freed by slope_close

// For one of the two answers. The comparison must outlive it. NULL where no slope is valid: hours are missing.
struct slope *slope_open(const struct study_question *question, const struct comparison *comparison,
                         enum positions positions);
struct slope *slope_open_both(const struct study_question *question, const struct comparison *comparison);
void slope_close(struct slope *slope); // NULL is allowed

// For a copy by scenario_vary. False where the varied model has another shape or, for the adjusted answer, positions
// change in whole steps. Memory: arena, which may be freed at once.
bool slope_of_effect(const struct slope *slope, struct arena *arena, const struct scenario *varied, double *change_kr);
// The same of both answers; 0 for one not opened. shared: baselines of this copy that other slopes have moved, all of
// them opened for both answers; NULL: none.
struct slope_baselines; // memory: of the arena it is made with
struct slope_baselines *slope_baselines_new(struct arena *arena);
bool slope_of_effects(const struct slope *slope, struct arena *arena, struct slope_baselines *shared,
                      const struct scenario *varied, double change_kr[POSITIONS_ANSWERS]);

#endif
