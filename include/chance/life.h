// SPDX-License-Identifier: GPL-3.0-or-later
// One simulated year of a plan (chance/model.h) under one draw: only events are simulated, not days on which nothing
// happens.
#ifndef ROTACOST_CHANCE_LIFE_H
#define ROTACOST_CHANCE_LIFE_H

#include "chance/model.h"

struct chance_year { // the outcome
  double beyond_kr;  // cost beyond the plan's year (negative: cheaper)
  double empty_h;    // paid hours of shifts left empty
  double empty_kr;   // what filling them would cost, less the same for those the plan leaves empty
  double overtime_h, agency_h, extra_h, substitute_h; // booked and called in
  double idle_h;                                      // hours of people with contract hours to spare
  double asked;                                       // times that own people were asked at short notice
  int below_days;                                     // days on which fewer are there than the norm wants
  double sick_days;                                   // of heads
};

struct chance_draw {
  uint64_t seed;
  int number;    // of the draw, from 0
  bool averages; // as in a programme: every gap is filled at the plan's price, and surplus staff is refunded
};

struct chance_life; // working memory, for models no larger than the one it was made for; owns its memory

struct chance_life *chance_life_new(const struct chance_model *model); // ends with chance_life_free
void chance_life_free(struct chance_life *life);

struct chance_year chance_live(const struct chance_model *model, struct chance_life *life,
                               const struct chance_draw *draw);

#endif
