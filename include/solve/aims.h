// SPDX-License-Identifier: GPL-3.0-or-later
// What a part of a programme is solved for, and from which basis (the aims: solve/stages.h).
#ifndef ROTACOST_SOLVE_AIMS_H
#define ROTACOST_SOLVE_AIMS_H

#include "solve/part.h"

enum aim { AIM_COVER, AIM_LAST_RESORT, AIM_KRONER, AIM_CHOICE };

enum outcome { FOUND, INFEASIBLE, STOPPED, BEYOND, FAILED };

struct part_limits { // only a plan within them is wanted; otherwise the outcome is BEYOND
  bool covered;      // no post stays empty
  double cost_below; // its kroner, a week
  bool any;          // any plan of equal cost will do: the last aim is omitted
  bool same_prices;  // the start is the best plan except for bounds that have changed
};

struct part_start { // a basis
  const unsigned char *column_status, *row_status;
  const double *row_prices; // [row_count] estimate of row_duals_kr: decides which columns are priced first
  enum aim first_aim; // AIM_COVER: the basis leaves posts empty. AIM_LAST_RESORT: it has overtime as the last resort
  int pivots_most;    // STOPPED after that many; 0: the solver's own limit
  const struct part_limits *limits; // NULL: none
};

#endif
