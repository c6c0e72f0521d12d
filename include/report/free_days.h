// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ROTACOST_REPORT_FREE_DAYS_H
#define ROTACOST_REPORT_FREE_DAYS_H

#include "audit/effect.h"

// How many hours of the baseline of a year are free with pay on public holidays and eves, and what that costs; or,
// where groups.csv does not say, how many would be free and what they would cost. NULL where there are none.
const char *free_days_sentence(struct arena *arena, const struct audit *audit, int year);

#endif
