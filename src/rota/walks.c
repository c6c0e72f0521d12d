// SPDX-License-Identifier: GPL-3.0-or-later
#include "rota/walks.h"

#include <string.h>

enum { WEEK = 7, FEATURES = 8 };

// ---------------------------------------------------------------- taking walks out

struct taking {
  const struct rota_states *states;
  int weeks;
  int *left;                         // [weeks * arcs] people whose day is not in a walk yet
  int *next_arc;                     // [weeks * states] the first arc that may have people left
  int *path_state, *path_arc, *done; // the current path; arcs of the circuit, from its end
};

static int week_after(const struct taking *taking, int week, int state) {
  return state >= taking->states->first[6] ? (week + 1) % taking->weeks : week;
}

// The next arc with people left out of a state in a week; -1: none.
static int take_arc(struct taking *taking, int week, int state) {
  int *next = &taking->next_arc[week * taking->states->first[WEEK] + state];
  for (; *next < taking->states->first_arc[state + 1]; ++*next) {
    int *left = &taking->left[week * taking->states->arc_count + *next];
    if (*left > 0) {
      --*left;
      return *next;
    }
  }
  return -1;
}

// Hierholzer's algorithm: a closed walk over all reachable people. Returns its length; the arcs in `done` are in
// reverse order.
static int take_circuit(struct taking *taking, int week, int state) {
  int depth = 0, length = 0, *weeks = taking->path_arc; // reused below: path_arc[2 * depth] arc, [2 * depth + 1] week
  taking->path_state[0] = state;
  weeks[0] = -1, weeks[1] = week;
  while (depth >= 0) {
    int here = taking->path_state[depth], now = weeks[2 * depth + 1];
    int arc = take_arc(taking, now, here);
    if (arc < 0) {
      if (depth > 0)
        taking->done[length++] = weeks[2 * depth];
      depth--;
      continue;
    }
    depth++;
    taking->path_state[depth] = taking->states->arcs[arc].to;
    weeks[2 * depth] = arc;
    weeks[2 * depth + 1] = week_after(taking, now, here);
  }
  return length;
}

static struct rota_walk walk_of(struct arena *arena, const struct rota_states *states, int state, const int *done,
                                int length) {
  struct rota_walk walk = {length, arena_array(arena, (size_t)length, sizeof(int)),
                           arena_array(arena, (size_t)length, sizeof(int))};
  for (int t = 0; t < length; t++) {
    walk.states[t] = state;
    walk.arcs[t] = done[length - 1 - t];
    state = states->arcs[walk.arcs[t]].to;
  }
  return walk;
}

struct rota_walks rota_walks_of(struct arena *arena, const struct rota_states *states, int weeks, const int *people) {
  size_t arcs = (size_t)weeks * (size_t)states->arc_count, days = 1;
  struct taking taking = {states,
                          weeks,
                          arena_array(arena, arcs, sizeof(int)),
                          arena_array(arena, (size_t)(weeks * states->first[WEEK]), sizeof(int)),
                          NULL,
                          NULL,
                          NULL};
  for (size_t a = 0; a < arcs; a++)
    days += (size_t)(taking.left[a] = people[a]);
  for (int v = 0; v < weeks * states->first[WEEK]; v++)
    taking.next_arc[v] = states->first_arc[v % states->first[WEEK]];
  taking.path_state = arena_array(arena, days + 1, sizeof(int));
  taking.path_arc = arena_array(arena, 2 * days + 2, sizeof(int));
  taking.done = arena_array(arena, days, sizeof(int));
  struct rota_walks walks = {0, NULL};
  size_t count = 0, room = 0;
  for (int v = 0; v < states->first[1]; v++) { // each closed walk passes the first Monday
    int length = take_circuit(&taking, 0, v);
    if (length == 0)
      continue;
    struct rota_walk *walk = arena_push(arena, &walks.list, &count, &room, sizeof *walk);
    *walk = walk_of(arena, states, v, taking.done, length);
  }
  walks.count = (int)count;
  return walks;
}

// ---------------------------------------------------------------- joining

static double cost_of(const double cost_of_feature[FEATURES], unsigned features) {
  double cost = 0;
  for (int bit = 0; bit < FEATURES; bit++)
    cost += features >> bit & 1 ? cost_of_feature[bit] : 0;
  return cost;
}

struct joining {
  struct arena *arena;
  const struct rota_states *states;
  int weeks;
  const double *cost_of_feature;
};

// Somebody in `state` works the same shifts as the walk from day `at` on, until both are in the same state. False:
// that breaks a rule, or they never meet. Adds the cost in excess of the walk's cost.
static bool works_on(const struct joining *joining, int state, const struct rota_walk *walk, int at, double *extra) {
  for (int i = 0; i < walk->length; i++) {
    int t = (at + i) % walk->length;
    if (state == walk->states[t])
      return true;
    const struct rota_arc *meant = &joining->states->arcs[walk->arcs[t]];
    const struct rota_arc *arc = rota_states_step(joining->states, state, meant->shift);
    if (!arc)
      return false;
    *extra += cost_of(joining->cost_of_feature, arc->features) - cost_of(joining->cost_of_feature, meant->features);
    state = arc->to;
  }
  return false;
}

// One walk that follows a up to day i, then all of b from day j, and then the rest of a.
static struct rota_walk joined(const struct joining *joining, const struct rota_walk *a, int i,
                               const struct rota_walk *b, int j) {
  int length = a->length + b->length, *shifts = arena_array(joining->arena, (size_t)length, sizeof(int));
  struct rota_walk walk = {length, arena_array(joining->arena, (size_t)length, sizeof(int)),
                           arena_array(joining->arena, (size_t)length, sizeof(int))};
  const struct rota_arc *arcs = joining->states->arcs;
  for (int t = 0; t < length; t++)
    shifts[t] = t < i               ? arcs[a->arcs[t]].shift
                : t < i + b->length ? arcs[b->arcs[(j + t - i) % b->length]].shift
                                    : arcs[a->arcs[t - b->length]].shift;
  // The state on day i is that of a. Go round twice from there, so that the changed part has met the old states again
  // before it begins.
  int state = a->states[i];
  for (int n = 0; n < 2 * length; n++) {
    int t = (i + n) % length;
    const struct rota_arc *arc = rota_states_step(joining->states, state, shifts[t]);
    walk.states[t] = state;
    walk.arcs[t] = (int)(arc - arcs);
    state = arc->to;
  }
  return walk;
}

static bool join_pair(const struct joining *joining, struct rota_walk *a, const struct rota_walk *b,
                      double *extra_most) {
  int period = WEEK * joining->weeks;
  for (int i = 0; i < a->length; i++)
    for (int j = i % period; j < b->length; j += period) {
      double extra = 0;
      if (!works_on(joining, a->states[i], b, j, &extra) || !works_on(joining, b->states[j], a, i, &extra) ||
          extra > *extra_most + 1e-9)
        continue;
      *a = joined(joining, a, i, b, j);
      *extra_most -= extra;
      return true;
    }
  return false;
}

double rota_walks_join(struct arena *arena, const struct rota_states *states, int weeks, struct rota_walks *walks,
                       const double cost_of_feature[FEATURES], double extra_most) {
  struct joining joining = {arena, states, weeks, cost_of_feature};
  double left = extra_most;
  for (bool moved = true; moved;) {
    moved = false;
    for (int a = 0; a < walks->count; a++)
      for (int b = a + 1; b < walks->count; b++) {
        if (!join_pair(&joining, &walks->list[a], &walks->list[b], &left))
          continue;
        memmove(&walks->list[b], &walks->list[b + 1], (size_t)(walks->count - b - 1) * sizeof *walks->list);
        walks->count--, b--;
        moved = true;
      }
  }
  return extra_most - left;
}
