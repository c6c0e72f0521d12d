// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/alternatives.h"

#include <string.h>

static bool same_group(const struct measure_row *a, const struct measure_row *b) {
  return a->either_or && b->either_or && !strcmp(a->either_or, b->either_or);
}

// The first of the group, with two or more measures; SIZE_MAX for a measure without alternatives.
static size_t first_of_group(const struct measure_row *rows, size_t count, size_t measure) {
  for (size_t m = 0; m < count; m++)
    if (m != measure && same_group(&rows[m], &rows[measure]))
      return m < measure ? m : measure;
  return SIZE_MAX;
}

struct alternatives *alternatives_of(struct arena *arena, const struct scenario *scenario) {
  struct alternatives *made = arena_alloc(arena, sizeof *made);
  const struct measure_row *rows = measure_rows(&scenario->tables);
  size_t count = row_count(&scenario->tables, TABLE_MEASURES);
  *made = (struct alternatives){.measure_count = count};
  made->group_of = arena_array(arena, count, sizeof *made->group_of);
  for (size_t m = 0; m < count; m++) {
    size_t first = first_of_group(rows, count, m);
    made->group_of[m] = first == SIZE_MAX ? SIZE_MAX : first == m ? made->count++ : made->group_of[first];
  }
  return made;
}

static size_t next_in_group(const struct alternatives *alternatives, size_t group, size_t from) {
  while (from < alternatives->measure_count && alternatives->group_of[from] != group)
    from++;
  return from;
}

void alternatives_first(const struct alternatives *alternatives, size_t *chosen) {
  for (size_t group = 0; group < alternatives->count; group++)
    chosen[group] = next_in_group(alternatives, group, 0);
}

bool alternatives_next(const struct alternatives *alternatives, size_t *chosen) {
  for (size_t group = 0; group < alternatives->count; group++) {
    chosen[group] = next_in_group(alternatives, group, chosen[group] + 1);
    if (chosen[group] < alternatives->measure_count)
      return true;
    chosen[group] = next_in_group(alternatives, group, 0);
  }
  return false;
}

static bool is_better(const struct measure_effect *a, const struct measure_effect *b) {
  bool counts_a = a->testable && !a->given_up, counts_b = b->testable && !b->given_up;
  if (counts_a != counts_b)
    return counts_a;
  if (a->undecided != b->undecided)
    return b->undecided;
  return effect_ore(&a->full.answers[POSITIONS_ADJUSTED]) > effect_ore(&b->full.answers[POSITIONS_ADJUSTED]);
}

void alternatives_choose(const struct alternatives *alternatives, const struct audit *audit, size_t *chosen) {
  alternatives_first(alternatives, chosen);
  for (size_t m = 0; m < alternatives->measure_count; m++) {
    size_t group = alternatives->group_of[m];
    if (group != SIZE_MAX && is_better(&audit->measures[m], &audit->measures[chosen[group]]))
      chosen[group] = m;
  }
}
