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
  int *plain;    // [node_count[0]] the Monday's node without the counts of the whole line (weekends, sundays)
  int *steps[7]; // [node * (shift_count + 1) + shift + 1] node of the next day; -1: a rule forbids it
};
struct line_graph *line_graph_new(struct arena *arena, const struct rota_problem *problem,
                                  const struct rota_limits *limits, uint32_t shifts);
// The node of the next day; -1: a rule forbids it.
int line_graph_step(const struct line_graph *graph, int weekday, int node, int shift);
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

struct line_stretch { // days of a line, round its end
  int first, count;
};
// A line of the phase with its days of a stretch made anew, so that it costs least; the others stay, and with them the
// states before and after the stretch. group: as above. cost_kr is of the stretch alone, INFINITY and `day` untouched
// where it cannot be: the line is none of the phase's, or what it counts from its first day on would be counted twice.
struct line_found line_path_mend(struct line_path *path, int phase, const double *reward_kr,
                                 const struct rota_group *group, struct line_stretch stretch, int *day);

double line_path_compared(const struct line_path *path); // numbers compared so far

#endif
