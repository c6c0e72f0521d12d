// SPDX-License-Identifier: GPL-3.0-or-later
// What the inputs drawn add to an effect: in worlds whose plans are made again, and in those estimated from the slope of
// the effect (audit/slope.h), set right by the first (chance/estimate.h).
#ifndef ROTACOST_AUDIT_WORLD_EFFECTS_H
#define ROTACOST_AUDIT_WORLD_EFFECTS_H

#include "audit/chance_pairs.h"
#include "chance/estimate.h"

// Are worlds estimated, beside those solved?
bool worlds_are_estimated(const struct chance_pairs *pairs);
// What each solved world adds to the effect of the plans for the inputs as they stand, kr: the plans alone, and with the
// years lived, of which the common luck cancels. [pairs->input_solved]; memory: arena.
double *worlds_plans_kr(struct arena *arena, const struct chance_pairs *pairs, double plan_kr);
double *worlds_years_kr(struct arena *arena, const struct chance_pairs *pairs, double plan_kr);
// The same of all worlds, kr; only where worlds are estimated.
struct estimate worlds_estimate(struct arena *arena, const struct chance_pairs *pairs, const double *solved_kr);

#endif
