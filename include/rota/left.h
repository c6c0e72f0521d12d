// SPDX-License-Identifier: GPL-3.0-or-later
// What a rota leaves to others on a day, in the terms of problem->year: who of the lines is away is stood in for by
// whoever is one too many, else by others, who come for whole shifts.
//
// Level by level from the top, and interval by interval in the order of the day, each shift of those that cost least for
// an hour of what is still missing. That is what a programme of the day would cost, but where shifts overlap so that
// another choice is cheaper; hours on offer in a week are not looked at.
#ifndef ROTACOST_ROTA_LEFT_H
#define ROTACOST_ROTA_LEFT_H

#include "rota/problem.h"

enum { ROTA_INTERVALS_MOST = 64 };

// Days seen before are remembered. problem->year is not NULL, and intervals are ROTA_INTERVALS_MOST at most. Memory: arena.
struct rota_left;
struct rota_left *rota_left_new(struct arena *arena, const struct rota_problem *problem);
// `have`: [interval * level_count + level] persons of exactly the level on day t.
double rota_left_kr(struct rota_left *left, int t, const int *have);
// Of a week whose every need has just as many persons on the lines.
double rota_left_usual_kr(struct rota_left *left);

#endif
