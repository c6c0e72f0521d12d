// SPDX-License-Identifier: GPL-3.0-or-later
// A second, slow check of a base rota, written from the wording of the rules: minutes on a time axis, windows of days.
// It shares only the structs of problem and rota with the engines and src/rota/rules.c.
#ifndef ROTACOST_TESTS_ROTA_CHECK_H
#define ROTACOST_TESTS_ROTA_CHECK_H

#include "rota/rules.h"

// Bit r is set if some line breaks rule r.
unsigned slow_breaches(const struct rota_problem *problem, const struct rota *rota);

struct slow_cover {
  bool short_of_need, above_most;
};
struct slow_cover slow_cover(const struct rota_problem *problem, const struct rota *rota);

// Does each group have as many lines as heads, with the right number of weeks and only known shifts?
bool slow_shape_is_right(const struct rota_problem *problem, const struct rota *rota);

#endif
