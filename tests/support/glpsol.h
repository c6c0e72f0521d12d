// SPDX-License-Identifier: GPL-3.0-or-later
// An exported programme solved by another program, glpsol.
#ifndef ROTACOST_TESTS_GLPSOL_H
#define ROTACOST_TESTS_GLPSOL_H

#include "plan/plan.h"

// Objective of the optimum that glpsol proves for the plan's programme; a failure of the test where it proves none.
double glpsol_optimum(const struct plan *plan, enum export_format format);

#endif
