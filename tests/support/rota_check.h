// SPDX-License-Identifier: GPL-3.0-or-later
// A second, slow opinion on a base rota, written from the words of the rules: minutes on a time axis, windows of days.
// It shares nothing with the engines nor with src/rota/rules.c but the shapes of problem and rota.
#ifndef ROTACOST_TESTS_ROTA_CHECK_H
#define ROTACOST_TESTS_ROTA_CHECK_H

#include "rota/rules.h"

// Bit r: some line breaks rule r.
unsigned slow_breaches(const struct rota_problem *problem, const struct rota *rota);

struct slow_cover {
  bool short_of_need, above_most;
};
struct slow_cover slow_cover(const struct rota_problem *problem, const struct rota *rota);

// As many lines of each group as it has heads, of the weeks asked for, with shifts there are.
bool slow_shape_is_right(const struct rota_problem *problem, const struct rota *rota);

#endif
