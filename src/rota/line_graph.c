// SPDX-License-Identifier: GPL-3.0-or-later
// The states are found by following every day from the mornings that require least of the past; then those on no
// endless line are removed.
#include <stdlib.h>
#include <string.h>

#include "rota/line_path.h"

struct making {
  struct arena *arena;
  struct line_graph *graph;
  size_t node_count[7], node_room[7], arc_count[7], arc_room[7];
  int *slots[7]; // open addressing: node + 1
  size_t slot_count[7];
};

// --- nodes by their state
// ---------------------------------------------------------------------------------------------

static size_t hash_of(const struct line_state *state) {
  const unsigned char *bytes = (const unsigned char *)state;
  uint64_t hash = 14695981039346656037u;
  for (size_t i = 0; i < sizeof *state; i++)
    hash = (hash ^ bytes[i]) * 1099511628211u;
  return (size_t)(hash ^ hash >> 32);
}

static size_t slot_of(const struct making *m, int weekday, const struct line_state *state) {
  size_t mask = m->slot_count[weekday] - 1, slot = hash_of(state) & mask;
  while (m->slots[weekday][slot] > 0 &&
         memcmp(&m->graph->nodes[weekday][m->slots[weekday][slot] - 1], state, sizeof *state) != 0)
    slot = (slot + 1) & mask;
  return slot;
}

static void more_slots(struct making *m, int weekday) {
  m->slot_count[weekday] = m->slot_count[weekday] ? 2 * m->slot_count[weekday] : 256;
  m->slots[weekday] = arena_array(m->arena, m->slot_count[weekday], sizeof(int));
  for (size_t i = 0; i < m->node_count[weekday]; i++)
    m->slots[weekday][slot_of(m, weekday, &m->graph->nodes[weekday][i])] = (int)i + 1;
}

static int node_of(struct making *m, int weekday, const struct line_state *state) {
  if (2 * (m->node_count[weekday] + 1) > m->slot_count[weekday])
    more_slots(m, weekday);
  size_t slot = slot_of(m, weekday, state);
  if (m->slots[weekday][slot] > 0)
    return m->slots[weekday][slot] - 1;
  struct line_state *node =
      arena_push(m->arena, &m->graph->nodes[weekday], &m->node_count[weekday], &m->node_room[weekday], sizeof *node);
  *node = *state;
  m->slots[weekday][slot] = (int)m->node_count[weekday];
  return (int)m->node_count[weekday] - 1;
}

static struct line_state plain_of(const struct line_state *state) {
  struct line_state plain = *state;
  plain.weekends = plain.sundays = 0;
  return plain;
}

// --- mornings to begin with
// -------------------------------------------------------------------------------------------

// After days off, when every rest has been had.
static void seed_off(struct making *m, int weekday) {
  for (int run = 1; run <= m->graph->rules.off_cap; run++) {
    struct line_state state = {.yesterday = ROTA_OFF, .before = LINE_ANY, .last = LINE_ANY};
    state.weekend_gap = (int16_t)m->graph->rules.weekend_gap;
    state.off_run = (int16_t)run;
    state.rest_had = m->graph->rules.limits.weekly_rest_min > 0 && weekday > 0;
    node_of(m, weekday, &state);
  }
}

// In the middle of work without end, if no rule ends it.
static void seed_shift(struct making *m, int weekday, int shift) {
  const struct line_rules *rules = &m->graph->rules;
  int nights = rules->problem->shifts[shift].night ? rules->night_cap : 0, same = rules->same_cap[shift];
  for (int night_run = nights > 0; night_run <= nights; night_run++)
    for (int same_run = same > 0; same_run <= same; same_run++) {
      struct line_state state = {.before = LINE_ANY, .last = LINE_ANY};
      state.weekend_gap = (int16_t)m->graph->rules.weekend_gap;
      state.yesterday = (int16_t)shift;
      state.work_run = (int16_t)rules->work_cap;
      state.same_run = (int16_t)same_run;
      state.night_run = (int16_t)night_run;
      state.rest_had = rules->limits.weekly_rest_min > 0 && weekday > 0;
      node_of(m, weekday, &state);
    }
}

static void seed(struct making *m) {
  const struct line_rules *rules = &m->graph->rules;
  for (int weekday = 0; weekday < 7; weekday++) {
    seed_off(m, weekday);
    for (int s = 0; s < rules->problem->shift_count; s++)
      if (rules->shifts >> s & 1 && rules->limits.days_in_row_most >= ROTA_NO_LIMIT)
        seed_shift(m, weekday, s);
  }
}

// --- days between them
// ------------------------------------------------------------------------------------------------

static void follow(struct making *m, int weekday, int node, int shift) {
  struct line_state to;
  double cost_kr;
  if (!line_step(&m->graph->rules, weekday, &m->graph->nodes[weekday][node], shift, &to, &cost_kr))
    return;
  int next = (weekday + 1) % 7, target = node_of(m, next, &to);
  if (next == 0) {
    struct line_state plain = plain_of(&to);
    node_of(m, next, &plain);
  }
  struct line_arc *arc =
      arena_push(m->arena, &m->graph->arcs[weekday], &m->arc_count[weekday], &m->arc_room[weekday], sizeof *arc);
  *arc = (struct line_arc){node, target, shift, cost_kr};
}

static void follow_all(struct making *m) {
  size_t done[7] = {0};
  for (bool more = true; more;) {
    more = false;
    for (int weekday = 0; weekday < 7; weekday++)
      for (; done[weekday] < m->node_count[weekday]; done[weekday]++, more = true)
        for (int shift = ROTA_OFF; shift < m->graph->rules.problem->shift_count; shift++)
          follow(m, weekday, (int)done[weekday], shift);
  }
}

// --- what no endless line goes through
// --------------------------------------------------------------------------------

struct life {
  bool *in[7], *out[7], *alive[7];
};

static void look(struct making *m, struct life *life, int weekday) {
  int next = (weekday + 1) % 7;
  for (size_t i = 0; i < m->arc_count[weekday]; i++) {
    const struct line_arc *arc = &m->graph->arcs[weekday][i];
    if (!life->alive[weekday][arc->from] || !life->alive[next][arc->to])
      continue;
    life->out[weekday][arc->from] = true;
    life->in[next][arc->to] = true;
  }
}

// A Monday on which a line ends equals the plain one on which it begins.
static void join_ends(struct making *m, struct life *life) {
  for (size_t i = 0; i < m->node_count[0]; i++) {
    int plain = m->graph->plain[i];
    if (life->in[0][i] && life->alive[0][i])
      life->in[0][plain] = true;
  }
  for (size_t i = 0; i < m->node_count[0]; i++) {
    int plain = m->graph->plain[i];
    if (life->out[0][plain] && life->alive[0][plain])
      life->out[0][i] = true;
  }
}

static bool drop(struct making *m, struct life *life) {
  bool dropped = false;
  for (int weekday = 0; weekday < 7; weekday++) {
    memset(life->in[weekday], 0, m->node_count[weekday]);
    memset(life->out[weekday], 0, m->node_count[weekday]);
  }
  for (int weekday = 0; weekday < 7; weekday++)
    look(m, life, weekday);
  join_ends(m, life);
  for (int weekday = 0; weekday < 7; weekday++)
    for (size_t i = 0; i < m->node_count[weekday]; i++)
      if (life->alive[weekday][i] && !(life->in[weekday][i] && life->out[weekday][i])) {
        life->alive[weekday][i] = false;
        dropped = true;
      }
  return dropped;
}

static void keep_nodes(struct making *m, const struct life *life, int *number[7]) {
  for (int weekday = 0; weekday < 7; weekday++) {
    number[weekday] = arena_array(m->arena, m->node_count[weekday], sizeof(int));
    int kept = 0;
    for (size_t i = 0; i < m->node_count[weekday]; i++)
      if (life->alive[weekday][i]) {
        m->graph->nodes[weekday][kept] = m->graph->nodes[weekday][i];
        number[weekday][i] = kept++;
      }
    m->graph->node_count[weekday] = kept;
  }
}

static void keep_arcs(struct making *m, const struct life *life, int *const number[7]) {
  for (int weekday = 0; weekday < 7; weekday++) {
    int kept = 0, next = (weekday + 1) % 7;
    for (size_t i = 0; i < m->arc_count[weekday]; i++) {
      struct line_arc arc = m->graph->arcs[weekday][i];
      if (!life->alive[weekday][arc.from] || !life->alive[next][arc.to])
        continue;
      arc.from = number[weekday][arc.from];
      arc.to = number[next][arc.to];
      m->graph->arcs[weekday][kept++] = arc;
    }
    m->graph->arc_count[weekday] = kept;
  }
}

static void find_plain(struct making *m) {
  m->graph->plain = arena_array(m->arena, m->node_count[0], sizeof(int));
  for (size_t i = 0; i < m->node_count[0]; i++) {
    struct line_state plain = plain_of(&m->graph->nodes[0][i]);
    m->graph->plain[i] = m->slots[0][slot_of(m, 0, &plain)] - 1; // -1: a start state that no line reaches
  }
}

static void trim(struct making *m) {
  struct life life;
  for (int weekday = 0; weekday < 7; weekday++) {
    life.in[weekday] = arena_alloc(m->arena, m->node_count[weekday]);
    life.out[weekday] = arena_alloc(m->arena, m->node_count[weekday]);
    life.alive[weekday] = arena_alloc(m->arena, m->node_count[weekday]);
    memset(life.alive[weekday], true, m->node_count[weekday]);
  }
  while (drop(m, &life))
    ;
  int *number[7], kept = 0;
  int *plain = m->graph->plain;
  keep_nodes(m, &life, number);
  keep_arcs(m, &life, number);
  for (size_t i = 0; i < m->node_count[0]; i++)
    if (life.alive[0][i])
      plain[kept++] = number[0][plain[i]];
}

// --- states with the same future
// --------------------------------------------------------------------------------------

// Merges two states of a weekday from which the same days follow at the same cost forever. A line that ends on a state
// equivalent to its first one can go around again and again, so it keeps the rules as a closed line does.
struct likeness {
  int *of[7], count[7]; // class of each node
  struct fate *fates;
};

struct fate { // of a node: its class and what follows, by shift, starting with ROTA_OFF
  int node, own, plain;
  int *next;       // [shifts + 1] class of the next day; -1: none
  double *cost_kr; // [shifts + 1]
  int ways;
};

static int compare_fates(const void *a, const void *b) {
  const struct fate *x = a, *y = b;
  if (x->own != y->own)
    return x->own < y->own ? -1 : 1;
  if (x->plain != y->plain)
    return x->plain < y->plain ? -1 : 1;
  for (int way = 0; way < x->ways; way++) {
    if (x->next[way] != y->next[way])
      return x->next[way] < y->next[way] ? -1 : 1;
    if (x->cost_kr[way] != y->cost_kr[way])
      return x->cost_kr[way] < y->cost_kr[way] ? -1 : 1;
  }
  return 0;
}

static void read_fates(const struct line_graph *graph, struct likeness *like, int weekday) {
  int next = (weekday + 1) % 7;
  for (int i = 0; i < graph->node_count[weekday]; i++) {
    struct fate *fate = &like->fates[i];
    fate->node = i;
    fate->own = like->of[weekday][i];
    fate->plain = weekday == 0 ? like->of[0][graph->plain[i]] : 0;
    for (int way = 0; way < fate->ways; way++) {
      fate->next[way] = -1;
      fate->cost_kr[way] = 0;
    }
  }
  for (int i = 0; i < graph->arc_count[weekday]; i++) {
    const struct line_arc *arc = &graph->arcs[weekday][i];
    like->fates[arc->from].next[arc->shift + 1] = like->of[next][arc->to];
    like->fates[arc->from].cost_kr[arc->shift + 1] = arc->cost_kr;
  }
}

static bool refine(const struct line_graph *graph, struct likeness *like, int weekday) {
  int nodes = graph->node_count[weekday], count = 0;
  read_fates(graph, like, weekday);
  qsort(like->fates, (size_t)nodes, sizeof *like->fates, compare_fates);
  for (int i = 0; i < nodes; i++) {
    count += i == 0 || compare_fates(&like->fates[i - 1], &like->fates[i]) != 0;
    like->of[weekday][like->fates[i].node] = count - 1;
  }
  bool finer = count > like->count[weekday];
  like->count[weekday] = count;
  return finer;
}

static int most_nodes(const struct line_graph *graph) {
  int most = 0;
  for (int weekday = 0; weekday < 7; weekday++)
    most = graph->node_count[weekday] > most ? graph->node_count[weekday] : most;
  return most;
}

static struct likeness likeness_of(struct making *m) {
  struct likeness like = {0};
  const struct line_graph *graph = m->graph;
  int most = most_nodes(graph), ways = graph->rules.problem->shift_count + 1;
  like.fates = arena_array(m->arena, (size_t)most, sizeof *like.fates);
  for (int i = 0; i < most; i++)
    like.fates[i] = (struct fate){.ways = ways,
                                  .next = arena_array(m->arena, (size_t)ways, sizeof(int)),
                                  .cost_kr = arena_array(m->arena, (size_t)ways, sizeof(double))};
  for (int weekday = 0; weekday < 7; weekday++)
    like.of[weekday] = arena_array(m->arena, (size_t)graph->node_count[weekday], sizeof(int));
  for (bool finer = true; finer;) {
    finer = false;
    for (int weekday = 6; weekday >= 0; weekday--)
      finer |= refine(graph, &like, weekday);
  }
  return like;
}

// The first node of a class represents all; for Mondays one after days off, if the class has one.
static void keep_classes(struct making *m, const struct likeness *like, int weekday) {
  struct line_graph *graph = m->graph;
  struct line_state *kept = arena_array(m->arena, (size_t)like->count[weekday], sizeof *kept);
  bool *known = arena_alloc(m->arena, (size_t)like->count[weekday]);
  for (int i = 0; i < graph->node_count[weekday]; i++) {
    int class = like->of[weekday][i];
    if (!known[class] || graph->nodes[weekday][i].off_run > kept[class].off_run)
      kept[class] = graph->nodes[weekday][i];
    known[class] = true;
  }
  int arcs = 0;
  bool *written = arena_alloc(m->arena, (size_t)like->count[weekday] * (size_t)(graph->rules.problem->shift_count + 1));
  for (int i = 0; i < graph->arc_count[weekday]; i++) {
    struct line_arc arc = graph->arcs[weekday][i];
    arc.from = like->of[weekday][arc.from];
    arc.to = like->of[(weekday + 1) % 7][arc.to];
    bool *once = &written[arc.from * (graph->rules.problem->shift_count + 1) + arc.shift + 1];
    if (!*once)
      graph->arcs[weekday][arcs++] = arc;
    *once = true;
  }
  graph->arc_count[weekday] = arcs;
  graph->nodes[weekday] = kept;
}

static void merge_alike(struct making *m) {
  struct line_graph *graph = m->graph;
  struct likeness like = likeness_of(m);
  int *plain = arena_array(m->arena, (size_t)like.count[0], sizeof(int));
  for (int i = 0; i < graph->node_count[0]; i++)
    plain[like.of[0][i]] = like.of[0][graph->plain[i]];
  graph->plain = plain;
  for (int weekday = 0; weekday < 7; weekday++)
    keep_classes(m, &like, weekday);
  for (int weekday = 0; weekday < 7; weekday++)
    graph->node_count[weekday] = like.count[weekday];
}

static void table_steps(struct making *m) {
  struct line_graph *graph = m->graph;
  int ways = graph->rules.problem->shift_count + 1;
  for (int weekday = 0; weekday < 7; weekday++) {
    size_t count = (size_t)(graph->node_count[weekday] * ways);
    graph->steps[weekday] = arena_array(m->arena, count, sizeof(int));
    for (size_t i = 0; i < count; i++)
      graph->steps[weekday][i] = -1;
    for (int i = 0; i < graph->arc_count[weekday]; i++) {
      const struct line_arc *arc = &graph->arcs[weekday][i];
      graph->steps[weekday][arc->from * ways + arc->shift + 1] = arc->to;
    }
  }
}

struct line_graph *line_graph_new(struct arena *arena, const struct rota_problem *problem,
                                  const struct rota_limits *limits, uint32_t shifts) {
  struct line_graph *graph = arena_alloc(arena, sizeof *graph);
  graph->rules = line_rules_of(problem, limits, shifts);
  struct making making = {.arena = arena, .graph = graph};
  seed(&making);
  follow_all(&making);
  find_plain(&making);
  trim(&making);
  merge_alike(&making);
  table_steps(&making);
  return graph;
}

// --- a given line
// -----------------------------------------------------------------------------------------------------

int line_graph_step(const struct line_graph *graph, int weekday, int node, int shift) {
  return graph->steps[weekday][node * (graph->rules.problem->shift_count + 1) + shift + 1];
}

static bool closes(const struct line_graph *graph, int start, int first_week, int phase, const int *day) {
  int weeks = graph->rules.problem->weeks, phases = line_phases(&graph->rules), node = start;
  for (int u = 0; u < 7 * weeks && node >= 0; u++) {
    int t = (u + 7 * first_week) % (7 * weeks), weekday = t % 7;
    if (weekday >= 5 && day[t] != ROTA_OFF && t / 7 % phases != phase)
      return false;
    node = line_graph_step(graph, weekday, node, day[t]);
  }
  return node >= 0 && graph->plain[node] == start;
}

bool line_graph_accepts(const struct line_graph *graph, const int *day) {
  for (int phase = 0; phase < line_phases(&graph->rules); phase++)
    for (int start = 0; start < graph->node_count[0]; start++)
      if (graph->plain[start] == start && closes(graph, start, 0, phase, day))
        return true;
  return false;
}
