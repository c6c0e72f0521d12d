// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of a part of a programme, and where it starts (solve/stages.h tells the aims).
#ifndef ROTACOST_SOLVE_AIMS_H
#define ROTACOST_SOLVE_AIMS_H

#include "solve/part.h"

enum aim { AIM_COVER, AIM_LAST_RESORT, AIM_KRONER, AIM_CHOICE };

enum outcome { FOUND, INFEASIBLE, STOPPED, BEYOND, FAILED };

struct part_limits { // only a plan within is asked for, else the outcome is BEYOND
  bool covered;      // no post stays empty
  double cost_below; // its kroner, a week
  bool any;          // any of the plans that cost the same: the last aim is not asked
  bool same_prices;  // the start is the best plan but for bounds that have moved
};

struct part_start { // a basis
  const unsigned char *column_status, *row_status;
  const double *row_prices; // [row_count] about what row_duals_kr will be: says which columns are looked at first
  enum aim first_aim; // AIM_COVER: the basis leaves posts empty. AIM_LAST_RESORT: it has overtime as the last resort
  int pivots_most;    // STOPPED after as many; 0: the solver's own limit
  const struct part_limits *limits; // NULL: none
};

#endif
