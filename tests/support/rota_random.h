// SPDX-License-Identifier: GPL-3.0-or-later
// Small random base rotas: problems with limits of every kind, and lines.
#ifndef ROTACOST_TESTS_ROTA_RANDOM_H
#define ROTACOST_TESTS_ROTA_RANDOM_H

#include "rota/problem.h"
#include "support/town.h"

// One group without limits: daily rest 0, any run allowed. One interval per shift, covered only by that shift; need 0.
struct rota_problem *plain_rota(struct arena *arena, int weeks, int shifts, int heads);
int64_t *rota_need(struct rota_problem *problem, int weekday, int interval); // of week 0, level 0
// Up to four shifts, one or two of them nights, and some limits of every kind.
struct rota_problem *random_line_rules(struct arena *arena, struct random *random, int weeks, int heads);
// A rota of the problem's shape with only days off.
struct rota *empty_rota(struct arena *arena, const struct rota_problem *problem);

// Sets random limits on average hours over several weeks, which the engines leave to rota_solve.
void random_averages(struct random *random, struct rota_limits *limits);

#endif
