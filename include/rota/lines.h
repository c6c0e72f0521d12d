// SPDX-License-Identifier: GPL-3.0-or-later
// The engine for mixed contracts.
//
// Bound: a linear master problem over the weeks of the need. Since the need repeats, a rota may be shifted by whole
// need_weeks and averaged, so the cover of N weeks folds into need_weeks at the same cost. Its columns are lines of a
// group, found by the shortest path of rota/line_path.h at the prices of the master. It ends when no line would lower
// its cost, or after a number of pivots; the bound is the best that its prices have proven.
//
// A second bound requires whole numbers of shifts in each line and counts the idle hours of whole lines (struct
// rota_hours of rota/lines_parts.h). The higher of the two bounds is used.
//
// Whole numbers: a neighbourhood search from a rota. One to three lines are taken out and put back one by one, each on
// the best path for what is then missing; the new rota is kept if it costs no more. In rotas longer than four weeks,
// every second step rebuilds only a stretch of two to three weeks of the lines, around a day on which people are
// missing or around a single day, between the states of the line before and after the stretch; that costs a fraction.
// The search ends at the bound or after a number of steps. Where the second bound is the higher, each line is first
// held to the hours that this bound gives it, then the hours are free. A rota of N weeks starts from a repeated
// shorter one, if a rota whose length divides N can be found.
//
// Both include the choice of weekend phases.
#ifndef ROTACOST_ROTA_LINES_H
#define ROTACOST_ROTA_LINES_H

#include "rota/answer.h"

// problem->rotates must be false. ROTA_NONE is returned only if it is proven: a group without any line, or a linear
// master that cannot cover the required need, or not without exceeding a ceiling. Defaults of the limits: 200000
// pivots for each master; for each length of rota 60000 steps and 4e9 numbers compared by paths, half as many for a
// shorter rota on the way, and half of that while hours are held; nodes: 2000 for the second bound. The search also
// ends when it has gained nothing for as many steps as it took to reach its last gain, plus 6000; within two
// thousandths of the bound, plus 1000. A number of steps given explicitly is carried out however many numbers they
// compare. A seed of 0 means the seed 1.
struct rota_answer rota_solve_lines(struct arena *arena, const struct rota_problem *problem,
                                    const struct rota_limits_of_search *search);
// Of the rotas that cost no more than `rota`, finds one with a lower cost of the year, in place: 2000 steps of the
// search, or as many as requested. problem->year must not be NULL, problem->rotates must be false and the limits plain
// (rota/rules.h).
void rota_choose(const struct rota_problem *problem, const struct rota_limits_of_search *search, struct rota *rota);

#endif
