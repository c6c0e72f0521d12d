// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of identical contracts as a circulation: whole numbers of people on the arcs of the graph of states, on every
// day of the weeks in which need repeats. The size does not grow with the number of people.
//
// The result is one closed walk in which every person works every week once. It is a rota in two ways:
//
//   rotates                     the walk is cut into `heads` consecutive lines of `weeks` weeks
//   weeks = heads x need_weeks  line i is the whole walk, started i x need_weeks weeks later;
//                               if several walks are found and the weeks of each divide those of the rota, their lines
//                               will do too
//
// A circulation may fall apart into several closed walks. Two walks are joined if two people can change places without
// changing which shifts are worked; where that is not possible, a cut requires the walks to meet. That there is no
// rota is proven by the model: no circulation keeps the need and the sums of hours and weekends.
//
// Limits: nodes, 1000 for each round of cuts; for a rota that has a price, for all rounds together, and each round
// gets at least a fiftieth. 60 rounds. Pivots and steps are not used.
#ifndef ROTACOST_ROTA_CIRCULATION_H
#define ROTACOST_ROTA_CIRCULATION_H

#include "rota/answer.h"

// Are all contracts alike, and the weeks such that a closed walk is a rota?
bool rota_circulates(const struct rota_problem *problem);
// Call only if rota_circulates. Leaves measure and proven_best unset.
struct rota_answer rota_circulation(struct arena *arena, const struct rota_problem *problem,
                                    const struct rota_limits_of_search *search);

#endif
