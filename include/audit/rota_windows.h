// SPDX-License-Identifier: GPL-3.0-or-later
// The windows of a day in which a rota's cover is shown: the fewest that show whether there are enough people at every
// moment, each with the tightest of its intervals.
#ifndef ROTACOST_AUDIT_ROTA_WINDOWS_H
#define ROTACOST_AUDIT_ROTA_WINDOWS_H

#include "rota/problem.h"

struct rota_window {
  int interval;         // of the problem: the tightest
  int level;            // persons of this level or higher
  int from_min, to_min; // of the interval and the neighbours that it represents
};
// Ordered by interval, the highest level first; only where there is need on some day. Memory: arena.
struct rota_window *rota_windows(struct arena *arena, const struct rota_problem *problem, int *count);

// Persons of level l or higher on duty in interval i on day t.
int rota_on_duty(const struct rota_problem *problem, const struct rota *rota, int i, int l, int t);
int64_t rota_need_milli(const struct rota_problem *problem, int i, int l, int t);

#endif
