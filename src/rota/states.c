// SPDX-License-Identifier: GPL-3.0-or-later
#include "rota/states.h"

#include <string.h>

#include "rota/rules.h"
#include "rota/states_parts.h"

enum { STATES_MOST = 200000, WEEKDAYS = 7 };

// ---------------------------------------------------------------- all that a line may remember

struct search {
  struct arena *arena; // of the search only
  struct rota_stepper stepper;
  struct rota_past *pasts; // found, in the order of finding
  size_t count, room, most;
  int *table; // of hashes: index into pasts + 1; 0: empty
  size_t table_size;
  struct rota_arc *arcs;
  size_t arc_count, arc_room;
  int *first_arc;
  size_t first_count, first_room;
};

static uint64_t hash_of(const void *bytes, size_t length) {
  const unsigned char *at = bytes;
  uint64_t hash = UINT64_C(14695981039346656037);
  for (size_t i = 0; i < length; i++)
    hash = (hash ^ at[i]) * UINT64_C(1099511628211);
  return hash ^ hash >> 29;
}

// The slot that holds the past, or the empty one where it belongs.
static size_t slot_of(const struct search *search, const struct rota_past *past) {
  size_t slot = hash_of(past, sizeof *past) % search->table_size;
  while (search->table[slot] && memcmp(&search->pasts[search->table[slot] - 1], past, sizeof *past) != 0)
    slot = (slot + 1) % search->table_size;
  return slot;
}

static void widen_table(struct search *search) {
  search->table_size = search->table_size * 2 + 1023;
  search->table = arena_array(search->arena, search->table_size, sizeof *search->table);
  for (size_t p = 0; p < search->count; p++)
    search->table[slot_of(search, &search->pasts[p])] = (int)p + 1;
}

static int find_or_add(struct search *search, const struct rota_past *past) {
  if (search->count * 2 >= search->table_size)
    widen_table(search);
  size_t slot = slot_of(search, past);
  if (!search->table[slot]) {
    struct rota_past *added = arena_push(search->arena, &search->pasts, &search->count, &search->room, sizeof *added);
    *added = *past;
    search->table[slot] = (int)search->count;
  }
  return search->table[slot] - 1;
}

// The pasts from which the search begins: a first day of work, or of days off, after every shift, with everything that
// the week may already contain. Some belong to no real line; they lie on no closed walk and are left out.
static void begin_with_week(struct search *search, struct rota_past past) {
  const struct rota_limits *limits = &search->stepper.limits;
  int shorts = limits->short_changes_most < ROTA_NO_LIMIT && limits->short_rest_min < limits->daily_rest_min
                   ? limits->short_changes_most
                   : 0;
  int rest = limits->weekly_rest_min > 0;
  int owed = rest && !limits->weekly_rest_inside;
  int sundays = limits->sundays_in_row_most < ROTA_NO_LIMIT ? limits->sundays_in_row_most : 0;
  int weekend =
      search->stepper.weekends != ROTA_WEEKENDS_FREE && limits->weekend_every > 1 ? limits->weekend_every - 1 : 0;
  for (int16_t weekday = 0; weekday < WEEKDAYS; weekday++)
    for (int16_t c = 0; c <= shorts; c++)
      for (int16_t h = 0; h <= rest; h++)
        for (int16_t o = 0; o <= (h ? 0 : owed); o++)
          for (int16_t u = 0; u <= sundays; u++)
            for (int16_t w = 0; w <= weekend; w++) {
              past.weekday = weekday;
              past.shorts = c, past.had = h, past.owed = o, past.sundays = u, past.weekend = w;
              if (search->count < search->most)
                find_or_add(search, &past);
            }
}

static void begin_after(struct search *search, int shift) {
  const struct rota_problem *problem = search->stepper.problem;
  struct rota_past past = {.last = (int16_t)shift, .run = 1, .same = 1, .before = ROTA_PAST_ANY};
  past.nights = problem->shifts[shift].night;
  for (int16_t before = ROTA_PAST_ANY; before < problem->shift_count; before++) {
    past.before = before;
    begin_with_week(search, past);
    if (problem->sequence_count == 0)
      break;
  }
  past.off = 1, past.run = 0, past.same = 0, past.nights = 0;
  for (int16_t before = ROTA_PAST_ANY; before < problem->shift_count; before++) {
    past.before = before;
    begin_with_week(search, past);
    if (problem->sequence_count == 0)
      break;
  }
}

static void begin(struct search *search) {
  const struct rota_problem *problem = search->stepper.problem;
  struct rota_past idle = {.last = -1, .off = 1, .before = ROTA_PAST_ANY};
  begin_with_week(search, idle);
  for (int s = 0; s < problem->shift_count; s++)
    if (search->stepper.group->shifts >> s & 1)
      begin_after(search, s);
}

static void add_arcs(struct search *search, size_t p) {
  for (int shift = ROTA_OFF; shift < search->stepper.problem->shift_count; shift++) {
    struct rota_past past = search->pasts[p], after; // a copy, because the list moves as it grows
    unsigned features;
    if (!rota_past_step(&search->stepper, &past, shift, &after, &features))
      continue;
    int to = find_or_add(search, &after);
    struct rota_arc *arc = arena_push(search->arena, &search->arcs, &search->arc_count, &search->arc_room, sizeof *arc);
    *arc = (struct rota_arc){to, shift, features};
  }
}

static void note_first_arc(struct search *search) {
  int *first = arena_push(search->arena, &search->first_arc, &search->first_count, &search->first_room, sizeof *first);
  *first = (int)search->arc_count;
}

static bool find_all(struct search *search) {
  begin(search);
  for (size_t p = 0; p < search->count; p++) {
    if (search->count >= search->most)
      return false;
    note_first_arc(search);
    add_arcs(search, p);
  }
  note_first_arc(search);
  return true;
}

// ---------------------------------------------------------------- the graph as it is read

static void place_states(struct rota_states *states, const struct rota_raw *raw, int *place) {
  for (int d = 0, next = 0; d < WEEKDAYS; d++) {
    states->first[d] = next;
    for (size_t v = 0; v < raw->state_count; v++)
      if (raw->weekday[v] == d)
        place[v] = next++;
    states->first[d + 1] = next;
  }
}

static struct rota_states *lay_out(struct arena *arena, struct arena *scratch, const struct rota_raw *raw) {
  struct rota_states *states = arena_alloc(arena, sizeof *states);
  int *place = arena_array(scratch, raw->state_count, sizeof *place);
  int *state_at = arena_array(scratch, raw->state_count, sizeof *state_at);
  place_states(states, raw, place);
  for (size_t v = 0; v < raw->state_count; v++)
    state_at[place[v]] = (int)v;
  states->arc_count = raw->first_arc[raw->state_count];
  states->arcs = arena_array(arena, (size_t)states->arc_count, sizeof *states->arcs);
  states->first_arc = arena_array(arena, raw->state_count + 1, sizeof *states->first_arc);
  int next = 0;
  for (size_t p = 0; p < raw->state_count; p++) {
    states->first_arc[p] = next;
    int v = state_at[p];
    for (int a = raw->first_arc[v]; a < raw->first_arc[v + 1]; a++) {
      states->arcs[next] = raw->arcs[a];
      states->arcs[next++].to = place[raw->arcs[a].to];
    }
  }
  states->first_arc[raw->state_count] = next;
  return states;
}

static struct rota_raw raw_of(const struct search *search) {
  struct rota_raw raw = {search->count, arena_array(search->arena, search->count + 1, sizeof(int)), search->first_arc,
                         search->arcs};
  for (size_t p = 0; p < search->count; p++)
    raw.weekday[p] = search->pasts[p].weekday;
  return raw;
}

const struct rota_states *rota_states_of(struct arena *arena, const struct rota_problem *problem,
                                         const struct rota_group *group, enum rota_weekends weekends, bool features,
                                         int states_most) {
  struct search search = {.arena = arena_new(),
                          .stepper = rota_stepper_of(problem, group, weekends, features),
                          .most = states_most > 0 ? (size_t)states_most : STATES_MOST};
  struct rota_states *states = NULL;
  if (find_all(&search)) {
    struct rota_raw raw = rota_raw_trim(search.arena, raw_of(&search));
    raw = rota_raw_trim(search.arena, rota_raw_merge(search.arena, raw));
    states = lay_out(arena, search.arena, &raw);
  }
  arena_free(search.arena);
  return states;
}

// ---------------------------------------------------------------- walking

const struct rota_arc *rota_states_step(const struct rota_states *states, int state, int shift) {
  for (int a = states->first_arc[state]; a < states->first_arc[state + 1]; a++)
    if (states->arcs[a].shift == shift)
      return &states->arcs[a];
  return NULL;
}

// Where a walk along the line ends; -1: the line breaks a rule.
static int walk(const struct rota_states *states, int state, const int *days, int count) {
  for (int t = 0; t < count; t++) {
    const struct rota_arc *arc = rota_states_step(states, state, days[t]);
    if (!arc)
      return -1;
    state = arc->to;
  }
  return state;
}

bool rota_states_accept(const struct rota_states *states, const int *days, int count) {
  for (int v = states->first[0]; v < states->first[1]; v++)
    if (walk(states, v, days, count) == v)
      return true;
  return false;
}
