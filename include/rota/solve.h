// SPDX-License-Identifier: GPL-3.0-or-later
// Finds a rota, or proves that there is none. Two engines behind one face, chosen by what the unit needs:
//
//   circulation  all groups have the same level, hours and limits: whole numbers of people on the arcs of a graph of states,
//                whose size does not grow with the number of people (rota/circulation.h)
//   lines        contracts differ: lines from a shortest path priced with the duals of a weekly master, which gives the
//                bound; whole numbers by a search of neighbours with the same path programme (rota/lines.h)
//
// Both lay lines out by every rule but hours on average over some weeks. Where the rota found breaks such an average, one is
// sought again: with the average as the ceiling of every week; else by lines, to which an hour beyond the average is dearer
// than one missing. The bound is that without averages, and holds with them. There is proven to be none where there is none
// without averages, or none whose lines have, of all weeks, the hours that whole shifts within the averages leave; else it
// is left undecided.
//
// Of rotas that cost the same, one that costs the year less is sought last (problem->year), but where people rotate.
//
// Limits are counts (pivots, nodes, steps), never a clock: the same question has the same answer on every machine.
#ifndef ROTACOST_ROTA_SOLVE_H
#define ROTACOST_ROTA_SOLVE_H

#include "rota/answer.h"

struct rota_answer rota_solve(struct arena *arena, const struct rota_problem *problem,
                              const struct rota_limits_of_search *search);

#endif
