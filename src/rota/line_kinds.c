// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>
#include <string.h>

#include "rota/lines_parts.h"

static bool alike(const struct rota_group *a, const struct rota_group *b) {
  return a->shifts == b->shifts && memcmp(&a->limits, &b->limits, sizeof a->limits) == 0;
}

static int kind_like(const struct line_kinds *kinds, int g) {
  for (int before = 0; before < g; before++)
    if (alike(&kinds->problem->groups[before], &kinds->problem->groups[g]))
      return kinds->of_group[before];
  return kinds->count;
}

static int hours_most_of(const struct line_kinds *kinds, int kind) {
  int most_min = 0;
  for (int g = 0; g < kinds->problem->group_count; g++)
    if (kinds->of_group[g] == kind && kinds->problem->groups[g].hours_most_min > most_min)
      most_min = kinds->problem->groups[g].hours_most_min;
  return most_min;
}

struct line_kinds *line_kinds_new(struct arena *arena, const struct rota_problem *problem) {
  struct line_kinds *kinds = arena_alloc(arena, sizeof *kinds);
  size_t groups = (size_t)problem->group_count;
  kinds->problem = problem;
  kinds->of_group = arena_array(arena, groups, sizeof(int));
  kinds->graphs = arena_array(arena, groups, sizeof *kinds->graphs);
  kinds->paths = arena_array(arena, groups, sizeof *kinds->paths);
  for (int g = 0; g < problem->group_count; g++) {
    const struct rota_group *group = &problem->groups[g];
    kinds->of_group[g] = kind_like(kinds, g);
    if (kinds->of_group[g] == kinds->count)
      kinds->graphs[kinds->count++] = line_graph_new(arena, problem, &group->limits, group->shifts);
  }
  for (int k = 0; k < kinds->count; k++)
    kinds->paths[k] = line_path_new(arena, kinds->graphs[k], hours_most_of(kinds, k));
  return kinds;
}

int line_kinds_lacking(const struct line_kinds *kinds) {
  const struct rota_problem *problem = kinds->problem;
  static const double no_reward[7 * ROTA_WEEKS_MOST * ROTA_SHIFTS_MOST];
  for (int g = 0; g < problem->group_count; g++) {
    int kind = kinds->of_group[g], phases = line_phases(&kinds->graphs[kind]->rules);
    bool any = problem->groups[g].heads == 0;
    for (int phase = 0; phase < phases && !any; phase++)
      any = line_path_find(kinds->paths[kind], phase, no_reward, &problem->groups[g], false, NULL).cost_kr < INFINITY;
    if (!any)
      return g;
  }
  return -1;
}
