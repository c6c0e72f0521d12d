// SPDX-License-Identifier: GPL-3.0-or-later
// The engine for mixed contracts.
//
// Bound: a linear master of the need's own weeks. Since the need repeats, a rota may be turned by whole need_weeks and
// averaged, so that the cover of N weeks folds into need_weeks of them at the same cost. Its columns are lines of a
// group, found by the shortest path of rota/line_path.h at the prices of the master; it ends when no line would lower
// its cost, or at a number of pivots, and the bound is the best that its prices have proven.
//
// A second bound, and the higher of the two holds: whole numbers of shifts in each line, on whole lines' idle hours
// (struct rota_hours of rota/lines_parts.h).
//
// Whole numbers: neighbours of a rota. One to three lines are taken out and put back one by one, each on the best path
// for what is then missing; the new rota is kept where it costs no more. Of rotas longer than four weeks, in every second
// step only a stretch of two to three weeks of the lines is made anew, about a day on which people are missing or a
// single day, between the states that the line is in before and after it: that costs a fraction. It ends at the bound or after a number of
// steps. Where the second bound is the higher, each line is first held to the hours that it gives the line, then they are
// free. A rota of N weeks begins as a shorter one repeated, where one of a divisor of N weeks can be had.
//
// Choosing the phases of weekends is part of both.
#ifndef ROTACOST_ROTA_LINES_H
#define ROTACOST_ROTA_LINES_H

#include "rota/answer.h"

// problem->rotates must be false. ROTA_NONE is answered only where it is proven: a group without any line, or a linear
// master that cannot cover the need required, or not without breaking a ceiling. Defaults of the limits: 200000 pivots
// for each master; for each length of rota 60000 steps and 4e9 numbers compared by paths, half as many for a shorter
// rota on the way and half of that while hours are held; nodes: 2000 of the second bound. The search also ends
// when as many steps as brought it to its last gain, and 6000 more, have gained nothing; within two thousandths of the
// bound, when 1000 have. Steps that are asked for are taken however many numbers they compare.
// A seed of 0 is the seed 1.
struct rota_answer rota_solve_lines(struct arena *arena, const struct rota_problem *problem,
                                    const struct rota_limits_of_search *search);
// Of the rotas that cost no more than `rota`, one that costs the year less, in place: 2000 steps of the search, or as many
// as are asked for. problem->year is not NULL, problem->rotates is false and limits are plain (rota/rules.h).
void rota_choose(const struct rota_problem *problem, const struct rota_limits_of_search *search, struct rota *rota);

#endif
