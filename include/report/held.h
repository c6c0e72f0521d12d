// SPDX-License-Identifier: GPL-3.0-or-later
// A programme too large to adjust positions in, told wherever its answers are read.
#ifndef ROTACOST_REPORT_HELD_H
#define ROTACOST_REPORT_HELD_H

#include "audit/record.h"

// Of a record with positions_held: what it is of, how large, what is proven all the same. Without a full stop; memory: arena.
const char *held_text(struct arena *arena, const struct audit *audit, const struct solve_record *record);

#endif
