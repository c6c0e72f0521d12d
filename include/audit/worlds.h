// SPDX-License-Identifier: GPL-3.0-or-later
// Worlds drawn: uncertain inputs (scenario/ranges.h), drawn a number of times. Each input is spread evenly: of N draws
// one falls into each N-th of its range's probability (a Latin hypercube), each input in its own order, so that few
// draws give precise results. The order follows from the seed and from the contents of the input's row, not from its
// place.
//
// Plans are made again for the first K worlds, which are spread as evenly by themselves: one in each K-th of the range.
//
// Year i has the inputs of world i modulo N and its own luck (chance/life.h).
#ifndef ROTACOST_AUDIT_WORLDS_H
#define ROTACOST_AUDIT_WORLDS_H

#include "audit/asked.h"
#include "audit/chance_pairs.h"
#include "scenario/ranges.h"

struct worlds {
  const struct drawn_inputs *inputs;
  size_t draws;     // N
  size_t solved;    // K
  double *quantile; // [draws * inputs->count]
};

// NULL where no inputs are requested, or none can be drawn. Memory: arena.
const struct worlds *worlds_make(struct arena *arena, const struct scenario *scenario, const struct chance_ask *ask);
// The scenario with the inputs of a draw. Memory: arena.
const struct scenario *world_scenario(struct arena *arena, const struct scenario *scenario, const struct worlds *worlds,
                                      size_t draw);
// The scenario with one input alone at a quantile.
const struct scenario *world_with_one(struct arena *arena, const struct scenario *scenario, const struct worlds *worlds,
                                      size_t input, double quantile);

// Is it the year that the measure is judged by: that of its last claim, in the year or in full; the full year where
// nothing is claimed? The inputs are drawn for this year only.
bool judged_in_full(const struct scenario *scenario, size_t measure);
bool case_is_judged(const struct audit *audit, const struct asked_case *asked);

// How much more than stated the measure's amounts save in each draw, kr: [draws], zeros where it has none. Memory:
// arena.
double *worlds_amounts_kr(struct arena *arena, const struct scenario *scenario, const struct worlds *worlds,
                          size_t measure, int year, bool full);

#endif
