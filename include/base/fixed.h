// SPDX-License-Identifier: GPL-3.0-or-later
// Exact arithmetic on scaled integers. Money is øre (1/100 kr), shares are hundred-millionths (`_e8`,
// so 12 % = 12 000 000), persons and heads are thousandths (`_milli`), time is minutes (`_min`).
#ifndef ROTACOST_BASE_FIXED_H
#define ROTACOST_BASE_FIXED_H

#include <stdint.h>

enum { ORE_PER_KR = 100, MILLI = 1000 };
#define ONE_E8 INT64_C(100000000)

__extension__ typedef __int128 int128;

// numerator / denominator rounded to the nearest integer, halves away from zero; denominator > 0.
// The result must fit int64_t (asserted).
int64_t fixed_divide(int128 numerator, int128 denominator);
// amount x share, rounded once.
int64_t fixed_share(int64_t amount, int64_t share_e8);
// Nearest integer, halves away from zero; must fit (asserted).
int64_t fixed_round(double value);
// kr (double) from øre.
double kr_from_ore(int64_t ore);

#endif
