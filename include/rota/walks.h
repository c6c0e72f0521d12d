// SPDX-License-Identifier: GPL-3.0-or-later
// Closed walks in the graph of states, taken out of a circulation and joined: internal to rota/circulation.h.
#ifndef ROTACOST_ROTA_WALKS_H
#define ROTACOST_ROTA_WALKS_H

#include "rota/states.h"

// A closed walk: before day t of it the state is states[t], then arc arcs[t] is taken. Day 0 is the first of the
// period.
struct rota_walk {
  int length; // days, a multiple of the period
  int *states, *arcs;
};

struct rota_walks {
  int count;
  struct rota_walk *list;
};

// people[week * arc_count + arc]: on each arc in each week of the period; the same number into and out of each state.
struct rota_walks rota_walks_of(struct arena *arena, const struct rota_states *states, int weeks, const int *people);

// Joins two walks by letting two people change places, as long as there are such; cost_of_feature: what each bit costs.
// Places that cost more than extra_most together are left. Returns what was added to the cost.
double rota_walks_join(struct arena *arena, const struct rota_states *states, int weeks, struct rota_walks *walks,
                       const double cost_of_feature[8], double extra_most);

#endif
