// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts, cost centres and services as written in account_map.csv: in full, or with * for any number of characters
// and ? for one.
#ifndef ROTACOST_SCENARIO_ACCOUNT_PATTERN_H
#define ROTACOST_SCENARIO_ACCOUNT_PATTERN_H

#include <stdbool.h>

#include "base/arena.h"

// The number at the beginning of `10100 Fixed pay`, of at least three digits (10 is art 010); NULL: it begins with no
// number.
const char *account_number(struct arena *arena, const char *text);
bool account_pattern_fits(const char *pattern, const char *text); // a NULL pattern matches all, a NULL text is ""
int account_pattern_signs(const char *pattern);                   // not wildcards: the pattern with most fits best

#endif
