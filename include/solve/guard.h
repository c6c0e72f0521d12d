// SPDX-License-Identifier: GPL-3.0-or-later
// GLPK ends the process where it is misused or finds no memory. Work done within a guard ends instead with `false`, and
// with every problem object of the thread gone: whoever holds one across guards asks for its age first.
#ifndef ROTACOST_SOLVE_GUARD_H
#define ROTACOST_SOLVE_GUARD_H

#include <stdbool.h>

typedef void guarded(void *state);
// Runs the work; false where GLPK gave up. Guards do not nest.
bool guard_run(guarded *work, void *state);
// Counts the faults so far: a problem object lives as long as the count is that of its making.
unsigned guard_age(void);

#endif
