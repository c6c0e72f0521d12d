// SPDX-License-Identifier: GPL-3.0-or-later
// GLPK ends the process when it is misused or runs out of memory. Work within a guard returns `false` instead, and
// every problem object of the thread is lost: code that keeps one across guards must check its age first.
#ifndef ROTACOST_SOLVE_GUARD_H
#define ROTACOST_SOLVE_GUARD_H

#include <stdbool.h>

typedef void guarded(void *state);
// Runs the work; false if GLPK failed. Guards do not nest.
bool guard_run(guarded *work, void *state);
// Number of faults so far: a problem object is valid while the count equals that at its creation.
unsigned guard_age(void);

#endif
