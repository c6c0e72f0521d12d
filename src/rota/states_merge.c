// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdlib.h>
#include <string.h>

#include "rota/states_parts.h"

// ---------------------------------------------------------------- closed walks

// Tarjan's algorithm for the strongly connected parts, without recursion.
struct parts {
  const struct rota_raw *raw;
  int *number, *low, *part, *next_arc; // [states]; number 0: not seen yet
  int *open, *path;                    // stacks of states
  int open_count, path_count, seen, part_count;
};

static void enter(struct parts *parts, int v) {
  parts->number[v] = parts->low[v] = ++parts->seen;
  parts->next_arc[v] = parts->raw->first_arc[v];
  parts->open[parts->open_count++] = v;
  parts->path[parts->path_count++] = v;
}

static void close_part(struct parts *parts, int v) {
  int w;
  do {
    w = parts->open[--parts->open_count];
    parts->part[w] = parts->part_count;
  } while (w != v);
  parts->part_count++;
}

static void leave(struct parts *parts, int v) {
  if (parts->low[v] == parts->number[v])
    close_part(parts, v);
  if (--parts->path_count == 0)
    return;
  int above = parts->path[parts->path_count - 1];
  if (parts->low[v] < parts->low[above])
    parts->low[above] = parts->low[v];
}

static void go_on(struct parts *parts, int v) {
  if (parts->next_arc[v] == parts->raw->first_arc[v + 1]) {
    leave(parts, v);
    return;
  }
  int to = parts->raw->arcs[parts->next_arc[v]++].to;
  if (!parts->number[to])
    enter(parts, to);
  else if (parts->part[to] < 0 && parts->number[to] < parts->low[v])
    parts->low[v] = parts->number[to];
}

static int *parts_of(struct arena *arena, const struct rota_raw *raw) {
  struct parts parts = {.raw = raw};
  int **const lists[] = {&parts.number, &parts.low, &parts.part, &parts.next_arc, &parts.open, &parts.path};
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
    *lists[i] = arena_array(arena, raw->state_count, sizeof(int));
  for (size_t v = 0; v < raw->state_count; v++)
    parts.part[v] = -1;
  for (size_t v = 0; v < raw->state_count; v++) {
    if (!parts.number[v])
      enter(&parts, (int)v);
    while (parts.path_count)
      go_on(&parts, parts.path[parts.path_count - 1]);
  }
  return parts.part;
}

// The states that are kept, renumbered, and the arcs between those of one part.
static int number_kept(const struct rota_raw *raw, const int *part, int *place) {
  int kept = 0;
  for (size_t v = 0; v < raw->state_count; v++) {
    place[v] = -1;
    for (int a = raw->first_arc[v]; a < raw->first_arc[v + 1] && place[v] < 0; a++)
      if (part[raw->arcs[a].to] == part[v])
        place[v] = kept++;
  }
  return kept;
}

struct rota_raw rota_raw_trim(struct arena *arena, struct rota_raw raw) {
  const int *part = parts_of(arena, &raw);
  int *place = arena_array(arena, raw.state_count, sizeof *place);
  size_t kept = (size_t)number_kept(&raw, part, place);
  struct rota_raw trimmed = {kept, arena_array(arena, kept, sizeof(int)), arena_array(arena, kept + 1, sizeof(int)),
                             arena_array(arena, (size_t)raw.first_arc[raw.state_count], sizeof(struct rota_arc))};
  int next = 0;
  for (size_t v = 0; v < raw.state_count; v++) {
    if (place[v] < 0)
      continue;
    trimmed.weekday[place[v]] = raw.weekday[v];
    trimmed.first_arc[place[v]] = next;
    for (int a = raw.first_arc[v]; a < raw.first_arc[v + 1]; a++) {
      if (part[raw.arcs[a].to] != part[v])
        continue;
      trimmed.arcs[next] = raw.arcs[a];
      trimmed.arcs[next++].to = place[raw.arcs[a].to];
    }
  }
  trimmed.first_arc[kept] = next;
  return trimmed;
}

// ---------------------------------------------------------------- like states

// Moore's refinement: at first all states of a weekday are equivalent; then only those whose arcs lead to equivalent
// states are.
struct refining {
  const struct rota_raw *raw;
  int *class_of, *next_class; // [states]
  int *table;                 // by hash: state + 1 that represents a class
  size_t table_size;
};

static uint64_t mix(uint64_t hash, uint64_t value) {
  hash ^= value + UINT64_C(0x9e3779b97f4a7c15) + (hash << 6) + (hash >> 2);
  return hash * UINT64_C(0xff51afd7ed558ccd) ^ hash >> 31;
}

static uint64_t hash_of_state(const struct refining *r, int v) {
  uint64_t hash = mix(1, (uint64_t)r->class_of[v]);
  for (int a = r->raw->first_arc[v]; a < r->raw->first_arc[v + 1]; a++) {
    const struct rota_arc *arc = &r->raw->arcs[a];
    hash = mix(mix(hash, (uint64_t)(arc->shift + 1) << 8 | arc->features), (uint64_t)r->class_of[arc->to]);
  }
  return hash;
}

static bool alike(const struct refining *r, int v, int w) {
  const int *first = r->raw->first_arc;
  if (r->class_of[v] != r->class_of[w] || first[v + 1] - first[v] != first[w + 1] - first[w])
    return false;
  for (int i = 0; i < first[v + 1] - first[v]; i++) {
    const struct rota_arc *a = &r->raw->arcs[first[v] + i], *b = &r->raw->arcs[first[w] + i];
    if (a->shift != b->shift || a->features != b->features || r->class_of[a->to] != r->class_of[b->to])
      return false;
  }
  return true;
}

static int refine(struct refining *r) {
  memset(r->table, 0, r->table_size * sizeof *r->table);
  int count = 0;
  for (size_t v = 0; v < r->raw->state_count; v++) {
    size_t slot = hash_of_state(r, (int)v) % r->table_size;
    while (r->table[slot] && !alike(r, r->table[slot] - 1, (int)v))
      slot = (slot + 1) % r->table_size;
    if (!r->table[slot]) {
      r->table[slot] = (int)v + 1;
      r->next_class[v] = count++;
    } else
      r->next_class[v] = r->next_class[r->table[slot] - 1];
  }
  int *was = r->class_of;
  r->class_of = r->next_class;
  r->next_class = was;
  return count;
}

// One state for each class: the first.
static struct rota_raw merged(struct arena *arena, const struct rota_raw *raw, const int *class_of, int count) {
  struct rota_raw merged = {(size_t)count, arena_array(arena, (size_t)count, sizeof(int)),
                            arena_array(arena, (size_t)count + 1, sizeof(int)),
                            arena_array(arena, (size_t)raw->first_arc[raw->state_count], sizeof(struct rota_arc))};
  int next = 0, done = 0;
  for (size_t v = 0; v < raw->state_count; v++) {
    if (class_of[v] < done) // classes are numbered by their first state
      continue;
    merged.weekday[done] = raw->weekday[v];
    merged.first_arc[done++] = next;
    for (int a = raw->first_arc[v]; a < raw->first_arc[v + 1]; a++) {
      merged.arcs[next] = raw->arcs[a];
      merged.arcs[next++].to = class_of[raw->arcs[a].to];
    }
  }
  merged.first_arc[count] = next;
  return merged;
}

struct rota_raw rota_raw_merge(struct arena *arena, struct rota_raw raw) {
  struct refining r = {&raw, arena_array(arena, raw.state_count, sizeof(int)),
                       arena_array(arena, raw.state_count, sizeof(int)), NULL, raw.state_count * 2 + 1};
  r.table = arena_array(arena, r.table_size, sizeof *r.table);
  for (size_t v = 0; v < raw.state_count; v++)
    r.class_of[v] = raw.weekday[v];
  int count = 0;
  for (int before = -1; count != before;) {
    before = count;
    count = refine(&r);
  }
  return merged(arena, &raw, r.class_of, count);
}
