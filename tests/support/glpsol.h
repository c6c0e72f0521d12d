// SPDX-License-Identifier: GPL-3.0-or-later
// An exported programme solved by another program, glpsol.
#ifndef ROTACOST_TESTS_GLPSOL_H
#define ROTACOST_TESTS_GLPSOL_H

#include "plan/plan.h"

// The optimal objective that glpsol proves for the plan's programme; the test fails if it proves none.
double glpsol_optimum(const struct plan *plan, enum export_format format);

#endif
