// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of identical contracts as a circulation: whole numbers of people on the arcs of the graph of states, on every
// day of the weeks in which need repeats. Its size does not grow with the number of people.
//
// What is found is one closed walk in which every person works every week once. It is a rota in two ways:
//
//   rotates                     the walk is cut into `heads` lines of `weeks` weeks that follow one another
//   weeks = heads x need_weeks  line i is the whole walk, begun i x need_weeks weeks later
//                               where several walks are found whose weeks divide those of the rota, their lines will do
//                               too
//
// A circulation may fall apart into several closed walks. Two are joined where two people may change places without
// another shift being worked than before; where that is not possible a cut asks that they meet. Proof that there is
// none is that of the programme: no circulation keeps the need and the sums of hours and weekends.
//
// Limits: nodes, 1000 for each round of cuts; of a rota that has a price for all rounds together, each of which has a
// fiftieth at least. 60 rounds. Pivots and steps are not used.
#ifndef ROTACOST_ROTA_CIRCULATION_H
#define ROTACOST_ROTA_CIRCULATION_H

#include "rota/answer.h"

// Are all contracts alike and the weeks such that a closed walk is a rota?
bool rota_circulates(const struct rota_problem *problem);
// Asked only where it is so. The measure is left blank, and proven_best.
struct rota_answer rota_circulation(struct arena *arena, const struct rota_problem *problem,
                                    const struct rota_limits_of_search *search);

#endif
