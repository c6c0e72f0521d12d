// SPDX-License-Identifier: GPL-3.0-or-later
// The graph of states of a line's last days. A state lies between two days and holds only as much of the past as the
// limits in force require: the shift last worked, the days since, the current runs, whether the week has had its rest.
// An arc is what is worked on the next day. A closed walk of whole weeks is a line that keeps every rule of
// rota/rules.h except those of a whole line: hours, weekends_most, sundays_most_of_n, and weekend_every unless it is
// requested; and every such line is a closed walk. Equivalent states are merged, and states on no closed walk are left
// out.
//
// States are numbered by weekday: those before weekday d are first[d] to first[d + 1] - 1.
//
// This is the graph of the circulation; rota/line_path.h has its own (line_graph, by rota/line_state.h). One graph for
// both would need three things to agree that do not. Where a line begins: here at any state of a closed walk, there on
// Mondays, with the counts of the whole line (weekends, Sundays) removed (line_graph.plain). How weekends are counted:
// here in the states by enum rota_weekends, there by the phase of the search and in the state. Which of several equal
// optima is returned: that depends on the order of states and arcs, so every stored rota would be replaced by another
// one, equally good.
#ifndef ROTACOST_ROTA_STATES_H
#define ROTACOST_ROTA_STATES_H

#include "rota/problem.h"

enum rota_feature { // bits of an arc: what rota_measure counts, on the day on which it is known
  ROTA_SINGLE_DAY_ON = 1,
  ROTA_SINGLE_DAY_OFF = 2,
  ROTA_SHORT_CHANGE = 4,
  ROTA_LONG_RUN = 8,
  ROTA_WEEKEND = 16 // set whenever weekends_most is a limit: on a Sunday, if it or the Saturday is worked
};

enum rota_weekends {    // how the states treat weekend_every:
  ROTA_WEEKENDS_FREE,   // not kept, except for weekend_every 0
  ROTA_WEEKENDS_PHASE,  // one week in k, by a phase of the walk's own: closed walks have a multiple of k weeks
  ROTA_WEEKENDS_BETWEEN // at least k - 1 weekends off between two that are worked
};

struct rota_arc {
  int to;
  int shift; // or ROTA_OFF
  unsigned features;
};

struct rota_states {
  int first[8];   // first[7]: the number of states; 0: no line keeps the rules
  int *first_arc; // [states + 1] into arcs: those of state v are first_arc[v] to first_arc[v + 1] - 1, by shift, off
                  // first
  struct rota_arc *arcs;
  int arc_count;
};

// The arcs of a state: at most one for each shift, and one for a day off. The first four features are set only with
// `features`. NULL: the limits need more states than states_most (0: the default). Memory: arena.
const struct rota_states *rota_states_of(struct arena *arena, const struct rota_problem *problem,
                                         const struct rota_group *group, enum rota_weekends weekends, bool features,
                                         int states_most);

static inline int rota_states_weekday(const struct rota_states *states, int state) {
  int weekday = 0;
  while (state >= states->first[weekday + 1])
    weekday++;
  return weekday;
}

// The arc of a state on which a shift (or ROTA_OFF) is worked; NULL: a rule forbids it.
const struct rota_arc *rota_states_step(const struct rota_states *states, int state, int shift);
// Does the closed line of 7 x weeks days keep the rules? Tries every state in which it may begin.
bool rota_states_accept(const struct rota_states *states, const int *days, int count);

#endif
