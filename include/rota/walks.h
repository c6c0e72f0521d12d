// SPDX-License-Identifier: GPL-3.0-or-later
// Closed walks in the graph of states, taken out of a circulation and joined: internal to rota/circulation.h.
#ifndef ROTACOST_ROTA_WALKS_H
#define ROTACOST_ROTA_WALKS_H

#include "rota/states.h"

// A closed walk: before day t its state is states[t], then arc arcs[t] is taken. Day 0 is the first day of the period.
struct rota_walk {
  int length; // days, a multiple of the period
  int *states, *arcs;
};

struct rota_walks {
  int count;
  struct rota_walk *list;
};

// people[week * arc_count + arc]: people on each arc in each week of the period; as many enter each state as leave it.
struct rota_walks rota_walks_of(struct arena *arena, const struct rota_states *states, int weeks, const int *people);

// Joins two walks by letting two people change places, as long as that is possible; cost_of_feature: the cost of each
// bit. Exchanges that would cost more than extra_most in total are not made. Returns what was added to the cost.
double rota_walks_join(struct arena *arena, const struct rota_states *states, int weeks, struct rota_walks *walks,
                       const double cost_of_feature[8], double extra_most);

#endif
