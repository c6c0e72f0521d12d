// SPDX-License-Identifier: GPL-3.0-or-later
// How an effect moves when a number of the scenario does, to first order and without solving again. With x the best
// plan of  min c x,  rows A x within b,  columns within u,  its row prices y and reduced costs d, and with numbers of
// the varied programme marked ':
//
//   change of the cost  =  constant' - constant + (c' - c) x - y (A' - A) x + y (b' - b) + d (u' - u)
//
// b and u being the bounds that bind. The effect moves by the change of the baseline's cost less that of the measure's.
// The adjusted answer is held to hours that the baseline with positions kept uses; they move too, by the basis of its
// plan (solve/moves.h).
#ifndef ROTACOST_AUDIT_SLOPE_H
#define ROTACOST_AUDIT_SLOPE_H

#include "audit/study.h"

struct slope; // of one comparison; ends with slope_close

// Of one of the two answers. The comparison must outlive it. NULL where no slope holds: somebody is missing.
struct slope *slope_open(const struct study_question *question, const struct comparison *comparison,
                         enum positions positions);
void slope_close(struct slope *slope); // NULL is allowed

// Of a copy by scenario_vary. False where the varied programme has another shape or, for the adjusted answer, positions
// go in whole steps. Memory: arena, may end at once.
bool slope_of_effect(const struct slope *slope, struct arena *arena, const struct scenario *varied, double *change_kr);

#endif
