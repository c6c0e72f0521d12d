// SPDX-License-Identifier: GPL-3.0-or-later
// What a rota leaves to others on a day, in the terms of problem->year: people of the lines who are absent are
// replaced by anybody surplus, else by others, who come for whole shifts.
//
// Works level by level from the top and interval by interval in the order of the day, and takes for each the shift
// that costs least per hour still missing. This equals the cost of a model of the day, except where shifts overlap so
// that another choice is cheaper; the hours on offer in a week are ignored.
#ifndef ROTACOST_ROTA_LEFT_H
#define ROTACOST_ROTA_LEFT_H

#include "rota/problem.h"

enum { ROTA_INTERVALS_MOST = 64 };

// Caches days seen before. problem->year must not be NULL, and there are at most ROTA_INTERVALS_MOST intervals.
// Memory: arena.
struct rota_left;
struct rota_left *rota_left_new(struct arena *arena, const struct rota_problem *problem);
// `have`: [interval * level_count + level] persons of exactly that level on day t.
double rota_left_kr(struct rota_left *left, int t, const int *have);
// Cost of a week in which the lines have exactly the number of persons that every need asks for.
double rota_left_usual_kr(struct rota_left *left);

#endif
