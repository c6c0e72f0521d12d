// SPDX-License-Identifier: GPL-3.0-or-later
// The best line for a kind of contract: an exact shortest path through the states of rota/line_state.h, day by day and
// by the hours worked so far, around the end of the rota.
//
// A line is cut on a Monday. If weekends are worked every k-th (k >= 2), it is the Monday after a free weekend of its
// phase, where almost nothing of the past remains; otherwise the first Monday. The state there must equal that of the
// Monday after the last week. The path is sought for all such states at once; if the best path begins and ends in two
// different states, the set is split between them and each part is searched again, until no part can hold a better
// line.
#ifndef ROTACOST_ROTA_LINE_PATH_H
#define ROTACOST_ROTA_LINE_PATH_H

#include "rota/line_state.h"

struct line_arc {
  int from, to; // nodes of the weekday and of the next
  int shift;    // or ROTA_OFF
  double cost_kr;
};

// Every state that a line which keeps the rules can be in, by weekday, and the transitions between them.
struct line_graph {
  struct line_rules rules;
  struct line_state *nodes[7];
  int node_count[7];
  struct line_arc *arcs[7];
  int arc_count[7];
  int *plain;    // [node_count[0]] the Monday node without the counts of the whole line (weekends, sundays)
  int *steps[7]; // [node * (shift_count + 1) + shift + 1] node of the next day; -1: a rule forbids it
};
struct line_graph *line_graph_new(struct arena *arena, const struct rota_problem *problem,
                                  const struct rota_limits *limits, uint32_t shifts);
// The node of the next day; -1: a rule forbids it.
int line_graph_step(const struct line_graph *graph, int weekday, int node, int shift);
// Does the line keep every rule but the hours? For tests: walks the graph round the line.
bool line_graph_accepts(const struct line_graph *graph, const int *day);

// The phase decides which weekends may be worked: those of the weeks w with w % phases == phase; 1: any.
int line_phases(const struct line_rules *rules);

struct line_path;
// For lines of at most `hours_most_min` paid minutes.
struct line_path *line_path_new(struct arena *arena, const struct line_graph *graph, int hours_most_min);
// The following searches, until the next call, are for lines with at most these hours. A search for a shorter line
// costs less.
void line_path_reach(struct line_path *path, int hours_most_min);

struct line_found {
  double cost_kr; // of the line without idle hours and cover, less the rewards, plus the idle hours of the group
  int paid_min;
};
// The line of least cost among those of the phase whose hours lie within the group's, written into `day`. reward_kr:
// [day * shift_count + shift], may be -INFINITY. `day` may be NULL. cost_kr INFINITY: there is no such line. A search
// after one with the same phase and rewards, for another group, costs almost nothing: set `again`.
struct line_found line_path_find(struct line_path *path, int phase, const double *reward_kr,
                                 const struct rota_group *group, bool again, int *day);

struct line_stretch { // days of a line, wrapping around its end
  int first, count;
};
// Rebuilds the days of a stretch in a line of the phase, so that it costs least; the other days stay, and so do the
// states before and after the stretch. group: as above. cost_kr is that of the stretch alone. It is INFINITY and `day`
// is untouched if that is impossible: the line is not one of the phase, or what it counts from its first day on would
// be counted twice.
struct line_found line_path_mend(struct line_path *path, int phase, const double *reward_kr,
                                 const struct rota_group *group, struct line_stretch stretch, int *day);

double line_path_compared(const struct line_path *path); // numbers compared so far

#endif
