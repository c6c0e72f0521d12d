// SPDX-License-Identifier: GPL-3.0-or-later
// The search over integer heads. Let V(H) be the least cost (or the least shortfall) of a programme whose integer columns, its
// heads, are fixed at H. V is convex, and a solve at any H gives, with the reduced costs r of the heads, a plane below V:
//
//   V(H')  >=  V(H) + sum over g of r[g] (H'[g] - H[g])                 for every H'
//
// So the search runs in a small programme of its own, the master, with the heads, one column for the value, the rows that
// contain only heads, and the planes known so far. Each integer choice it proposes is priced by the simplex from the last
// basis, in a few pivots, and gives the next plane. Its lower bound holds for every choice of heads.
//
// Many choices of heads have nearly the same value. V depends mostly on a few sums (heads of a class, their
// contract hours, their weekends), so the tree branches on these sums first; branching on single heads would raise nothing.
#ifndef ROTACOST_SOLVE_HEADS_H
#define ROTACOST_SOLVE_HEADS_H

#include "program/sums.h"
#include "solve/solution.h"
#include "solve/solver.h"

struct plane { // V(H) >= constant + sum slope x H
  double constant;
  double *slope; // [head_count]
};

// In the order found. They are valid for every programme with the same heads whose V is nowhere lower.
struct planes {
  struct arena *arena; // set by the caller; count 0
  size_t count, room;
  struct plane *list;
};

struct heads_question {
  const struct program *program; // its integer columns are the heads, each with finite bounds
  const struct head_sums *sums;  // to branch on first
  bool shortfall;                // minimise hours of shortfall, else kroner
  double shortfall_h;            // kroner: the shortfall that is allowed
  double gap;                    // to be proven, relative
  double fine; // penalty in kroner for an hour missing beyond what is allowed, in persons of the dearest shift column
  int nodes_most, pivots_most; // counts, so that a search ends at the same point on any machine
};

struct heads_answer {
  enum solve_status status; // SOLVE_LIMIT: heads and bound are valid, but differ by more than the gap
  const char *fault;
  int head_count;
  int *columns;    // [head_count] the whole columns, in order
  double *heads;   // [head_count] values of these columns in the best choice found; NULL: none was priced
  double value;    // V there, kroner or hours; INFINITY where there is none
  double excess_h; // shortfall beyond what is allowed, of that choice
  double bound;    // no choice of heads has a lower value
  int nodes, pivots, priced;
};

// Memory: arena; planes found are added to `planes`, those there already are used. Never returns NULL.
struct heads_answer *heads_search(struct arena *arena, const struct heads_question *question, struct planes *planes);

// The plane of one choice of heads: heads [head_count], values of the integer columns in their order. False if the
// solver failed.
bool heads_price(struct arena *arena, const struct heads_question *question, const double *heads,
                 struct planes *planes);

#endif
