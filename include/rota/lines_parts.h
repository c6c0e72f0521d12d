// SPDX-License-Identifier: GPL-3.0-or-later
// Inner parts of the engine for mixed contracts (rota/lines.h).
#ifndef ROTACOST_ROTA_LINES_PARTS_H
#define ROTACOST_ROTA_LINES_PARTS_H

#include "rota/line_path.h"
#include "rota/lines.h"

// Groups under the same limits and with the same shifts share a graph and its path.
struct line_kinds {
  const struct rota_problem *problem;
  int count;
  struct line_graph **graphs; // [count]
  struct line_path **paths;   // [count], wide enough for every group of the kind
  int *of_group;              // [group_count]
};
struct line_kinds *line_kinds_new(struct arena *arena, const struct rota_problem *problem);
// A group that has no line in any phase; -1: every group has one.
int line_kinds_lacking(const struct line_kinds *kinds);

struct rota_bound {
  double bound_kr;            // -INFINITY: nothing is proven
  double missing_h, excess_h; // at the optimum of the master
  bool solved;                // solved to the end, within the limits
  long pivots, columns, rounds;
  struct failure failure;
};
// Every group must have a line. excess_kr_per_h: the price of a person-hour above a ceiling.
struct rota_bound rota_bound_of(const struct line_kinds *kinds, double excess_kr_per_h, long pivots_most);

// The whole numbers of shifts per line that leave the fewest idle hours while the persons of each day are covered. The
// other rules of a line (rest, runs, weekends of its phase) are ignored, so no rota costs less.
struct rota_hours {
  double bound_kr; // proven; -INFINITY: none, there are too many mixes of shifts
  int *least_min;  // [lines] paid minutes of each line in such a rota, group by group; NULL: none found
  long pivots;
};
// nodes_most 0: 2000. Memory: arena.
struct rota_hours rota_hours_of(struct arena *arena, const struct rota_problem *problem, long nodes_most);

struct neighbours_limits {
  long steps_most;
  double work_most; // numbers compared
  double bound_kr;  // the search stops here
  uint64_t seed;
  // rota_hours: seek lines of at least these hours, as far as there are such lines; NULL: the group's own limits
  const int *least_min;
};
struct neighbours_result {
  double cost_kr, excess_h; // cost without the excess
  long steps;
  double compared; // numbers, by the path programme
};
// Lowers the cost of `rota` in place. begun false: its lines are first inserted one by one.
struct neighbours_result rota_improve(struct arena *arena, const struct line_kinds *kinds, double excess_kr_per_h,
                                      struct neighbours_limits limits, struct rota *rota, bool begun);
// Of the rotas that cost no more than `rota`, finds one with a lower cost of the year, in place. problem->year must
// not be NULL. Of the limits only steps and seed count. Memory: arena.
void rota_choose_equal(struct arena *arena, const struct line_kinds *kinds, double excess_kr_per_h,
                       struct neighbours_limits limits, struct rota *rota);

#endif
