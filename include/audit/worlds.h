// SPDX-License-Identifier: GPL-3.0-or-later
// Worlds drawn: the inputs that are not known (scenario/ranges.h), drawn so many times. Each input is laid out evenly:
// of N draws one falls into each N-th of its range's chance (a Latin hypercube), in an order of its own, so that few
// draws say much. The order follows from the seed and from what stands in the input's row, not from where the row
// stands.
//
// World i has the inputs of draw i modulo N and the luck of year i (chance/life.h).
#ifndef ROTACOST_AUDIT_WORLDS_H
#define ROTACOST_AUDIT_WORLDS_H

#include "audit/asked.h"
#include "audit/chance.h"
#include "scenario/ranges.h"

struct worlds {
  const struct drawn_inputs *inputs;
  size_t draws;     // N
  double *quantile; // [draws * inputs->count]
};

// NULL where no inputs are asked for, or none can be drawn. Memory: arena.
const struct worlds *worlds_make(struct arena *arena, const struct scenario *scenario, const struct chance_ask *ask);
// The scenario with the inputs of a draw. Memory: arena.
const struct scenario *world_scenario(struct arena *arena, const struct scenario *scenario, const struct worlds *worlds,
                                      size_t draw);
// The scenario with one input alone at a quantile.
const struct scenario *world_with_one(struct arena *arena, const struct scenario *scenario, const struct worlds *worlds,
                                      size_t input, double quantile);

// Is it the year that the measure is judged by: that of its last claim, in the year or in full; in full where nothing
// is claimed? Only of it are the inputs drawn.
bool judged_in_full(const struct scenario *scenario, size_t measure);
bool case_is_judged(const struct audit *audit, const struct asked_case *asked);

// What amounts of the measure save beyond what they are said to in each draw, kr: [draws], zeros where it has none.
// Memory: arena.
double *worlds_amounts_kr(struct arena *arena, const struct scenario *scenario, const struct worlds *worlds,
                          size_t measure, int year, bool full);

#endif
