// SPDX-License-Identifier: GPL-3.0-or-later
// The best line of a kind of contract: a shortest path through the states of rota/line_state.h, day by day and by the
// hours worked so far, round the end of the rota, exact.
//
// A line is cut on a Monday. Where weekends are worked every k-th (k >= 2), on the Monday after a free weekend of its
// phase, where next to nothing of the past is left; else on the first Monday. The state there must be that of the
// Monday after the last week. The path is sought for all such states at once; where the best begins and ends in two
// different ones, they are parted and each part is sought again, until no part can hold a better line.
#ifndef ROTACOST_ROTA_LINE_PATH_H
#define ROTACOST_ROTA_LINE_PATH_H

#include "rota/line_state.h"

struct line_arc {
  int from, to; // nodes of the weekday and of the next
  int shift;    // or ROTA_OFF
  double cost_kr;
};

// Every state that a line which keeps the rules can be in, by weekday, and the days between them.
struct line_graph {
  struct line_rules rules;
  struct line_state *nodes[7];
  int node_count[7];
  struct line_arc *arcs[7];
  int arc_count[7];
  int *plain; // [node_count[0]] the Monday's node without the counts of the whole line (weekends, sundays)
};
struct line_graph *line_graph_new(struct arena *arena, const struct rota_problem *problem,
                                  const struct rota_limits *limits, uint32_t shifts);
// Does the line keep every rule but the hours? For tests: walks the graph round the line.
bool line_graph_accepts(const struct line_graph *graph, const int *day);

// Which weekends may be worked hangs on the phase: weekends of the weeks w with w % phases == phase; 1: any.
int line_phases(const struct line_rules *rules);

struct line_path;
// For lines of at most `hours_most_min` paid minutes.
struct line_path *line_path_new(struct arena *arena, const struct line_graph *graph, int hours_most_min);
// The next searches, until this is said again, are for lines of no more hours than these. A search for a short line
// costs less.
void line_path_reach(struct line_path *path, int hours_most_min);

struct line_found {
  double cost_kr; // of the line without idle hours and cover, less the rewards, plus the idle hours of the group
  int paid_min;
};
// The line of least cost among those of the phase whose hours lie within the group's, into `day`. reward_kr: [day *
// shift_count + shift], may be -INFINITY. `day` may be NULL. cost_kr INFINITY: there is none.
// A search after the same phase and rewards, for another group, costs next to nothing: `again` says so.
struct line_found line_path_find(struct line_path *path, int phase, const double *reward_kr,
                                 const struct rota_group *group, bool again, int *day);
double line_path_work(const struct line_path *path); // numbers compared in a run
long line_path_runs(const struct line_path *path);   // for measurements

#endif
