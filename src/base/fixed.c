// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/fixed.h"

#include <assert.h>
#include <math.h>

int64_t fixed_divide(int128 numerator, int128 denominator) {
  assert(denominator > 0);
  int128 half = denominator / 2;
  int128 result = numerator >= 0 ? (numerator + half) / denominator : -((-numerator + half) / denominator);
  assert(result >= INT64_MIN && result <= INT64_MAX);
  return (int64_t)result;
}

int64_t fixed_share(int64_t amount, int64_t share_e8) { return fixed_divide((int128)amount * share_e8, ONE_E8); }

int64_t fixed_round(double value) {
  assert(fabs(value) < 9e18);
  return llround(value);
}

double kr_from_ore(int64_t ore) { return (double)ore / ORE_PER_KR; }
