// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROTACOST_AUDIT_SOLVE_FAILURE_H
#define ROTACOST_AUDIT_SOLVE_FAILURE_H

#include "base/failure.h"
#include "solve/solution.h"
#include "solve/solver.h"

// What the solver reported when it returned no plan, by value: `why` may be freed.
struct failure solve_failure(enum solve_status status, const char *why);

#endif
