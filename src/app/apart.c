// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/apart.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "scenario/scenario.h"

struct apart {
  const char *path; // as given
  const char *real; // absolute, without links; as given where it does not exist
  const char *name;
  int parts;  // parts of the real path used in the name; 0: the scenario's own name
  bool whole; // there are no more parts
};

static const char *real_path(struct arena *arena, const char *path) {
  char *real = realpath(path, NULL);
  const char *kept = arena_printf(arena, "%s", real ? real : path);
  free(real);
  return kept;
}

// The last parts of the path, this many, joined by hyphens.
static void take_parts(struct arena *arena, struct apart *apart, int parts) {
  const char *start = apart->real + strlen(apart->real);
  int found = 0;
  while (start > apart->real && found < parts)
    found += *--start == '/';
  char *name = arena_printf(arena, "%s", start + (*start == '/'));
  for (char *at = name; *at; at++)
    *at = *at == '/' ? '-' : *at;
  apart->parts = parts;
  apart->whole = found < parts;
  apart->name = *name ? name : apart->name;
}

struct sorted {
  const char *name;
  size_t index;
};

static int by_name(const void *left, const void *right) {
  const struct sorted *a = left, *b = right;
  int order = strcmp(a->name, b->name);
  return order ? order : (a->index > b->index) - (a->index < b->index);
}

// Those that share a name take one more part. False where none could.
static bool part_once(struct arena *arena, struct apart *aparts, size_t count, struct sorted *sorted) {
  bool changed = false;
  for (size_t i = 0; i < count; i++)
    sorted[i] = (struct sorted){aparts[i].name, i};
  qsort(sorted, count, sizeof *sorted, by_name);
  for (size_t i = 0; i < count; i++) {
    bool shared = (i && !strcmp(sorted[i].name, sorted[i - 1].name)) ||
                  (i + 1 < count && !strcmp(sorted[i].name, sorted[i + 1].name));
    struct apart *apart = &aparts[sorted[i].index];
    if (!shared || apart->whole)
      continue;
    take_parts(arena, apart, apart->parts + 1);
    changed = true;
  }
  return changed;
}

const char *const *apart_names(struct arena *arena, char *const *paths, size_t count) {
  struct apart *aparts = arena_array(arena, count, sizeof *aparts);
  struct sorted *sorted = arena_array(arena, count, sizeof *sorted);
  const char **names = arena_array(arena, count, sizeof *names);
  for (size_t i = 0; i < count; i++)
    aparts[i] =
        (struct apart){.path = paths[i], .real = real_path(arena, paths[i]), .name = scenario_name(arena, paths[i])};
  while (count && part_once(arena, aparts, count, sorted))
    ;
  for (size_t i = 0; i < count; i++)
    names[i] = aparts[i].name;
  return names;
}

size_t apart_twice(struct arena *arena, char *const *paths, size_t count, size_t *first) {
  struct sorted *sorted = arena_array(arena, count, sizeof *sorted);
  size_t second = SIZE_MAX;
  for (size_t i = 0; i < count; i++)
    sorted[i] = (struct sorted){real_path(arena, paths[i]), i};
  if (count)
    qsort(sorted, count, sizeof *sorted, by_name);
  for (size_t i = 1; i < count; i++)
    if (!strcmp(sorted[i].name, sorted[i - 1].name) && sorted[i].index < second) {
      *first = sorted[i - 1].index;
      second = sorted[i].index;
    }
  return second;
}
