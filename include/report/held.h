// SPDX-License-Identifier: GPL-3.0-or-later
// A model too large for positions to be adjusted: the note to print wherever its answers are read.
#ifndef ROTACOST_REPORT_HELD_H
#define ROTACOST_REPORT_HELD_H

#include "audit/record.h"

// For a record with positions_held: what it covers, how large it is, and what is proven nevertheless. Without a full
// stop; memory: arena.
const char *held_text(struct arena *arena, const struct audit *audit, const struct solve_record *record);

#endif
