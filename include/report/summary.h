// SPDX-License-Identifier: GPL-3.0-or-later
// What `rotacost run` says on a terminal: one line per measure, the years, the sums against the target.
#ifndef ROTACOST_REPORT_SUMMARY_H
#define ROTACOST_REPORT_SUMMARY_H

#include <stdio.h>

#include "audit/effect.h"

// width 0: no terminal, no limit.
void summary_print(struct arena *arena, const struct audit *audit, int width, FILE *to);

#endif
