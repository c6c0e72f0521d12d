// SPDX-License-Identifier: GPL-3.0-or-later
// Finds a rota, or proves that there is none. Two engines behind one interface, chosen by what the unit needs:
//
//   circulation  all groups have the same level, hours and limits: whole numbers of people on the arcs of a graph of
//                states, whose size does not grow with the number of people (rota/circulation.h)
//   lines        contracts differ: lines from a shortest path priced with the duals of a weekly master, which gives the
//                bound; whole numbers by a neighbourhood search with the same path algorithm (rota/lines.h)
//
// Both keep every rule except hours on average over several weeks. If the rota found breaks such an average, another
// is sought: first with the average as the ceiling of every week; else by lines, where an hour beyond the average
// costs more than a missing one. The bound is the one without averages, and is valid with them. It is proven that
// there is no rota if there is none without averages, or none whose lines have, over all weeks, only the hours that
// whole shifts within the averages allow; otherwise the answer is undecided.
//
// Of rotas that cost the same, one with a lower cost of the year is sought last (problem->year), unless people rotate.
//
// Limits are counts (pivots, nodes, steps), never a clock, so the same problem has the same answer on every machine.
#ifndef ROTACOST_ROTA_SOLVE_H
#define ROTACOST_ROTA_SOLVE_H

#include "rota/answer.h"

struct rota_answer rota_solve(struct arena *arena, const struct rota_problem *problem,
                              const struct rota_limits_of_search *search);

#endif
