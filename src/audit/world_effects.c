// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/world_effects.h"

bool worlds_are_estimated(const struct chance_pairs *pairs) { return pairs->input_draws > pairs->input_solved; }

double *worlds_plans_kr(struct arena *arena, const struct chance_pairs *pairs, double plan_kr) {
  double *more_kr = arena_array(arena, pairs->input_solved, sizeof *more_kr);
  for (size_t j = 0; j < pairs->input_solved; j++)
    more_kr[j] = pairs->inputs_kr[j] - plan_kr;
  return more_kr;
}

double *worlds_years_kr(struct arena *arena, const struct chance_pairs *pairs, double plan_kr) {
  const struct chance_draws *worlds = &pairs->worlds;
  size_t solved = pairs->input_solved;
  double *drawn = arena_array(arena, worlds->kept_count, sizeof *drawn);
  double *known = arena_array(arena, pairs->years.kept_count, sizeof *known);
  double *count = arena_array(arena, solved, sizeof *count);
  double *more_kr = arena_array(arena, solved, sizeof *more_kr), *plans_kr = worlds_plans_kr(arena, pairs, plan_kr);
  chance_values(pairs, worlds, 0, drawn);
  chance_values(pairs, &pairs->years, plan_kr, known);
  for (size_t i = 0; i < worlds->kept_count; i++) {
    more_kr[i % solved] += drawn[i] - known[i];
    count[i % solved]++;
  }
  for (size_t j = 0; j < solved; j++)
    more_kr[j] = count[j] > 0 ? more_kr[j] / count[j] : plans_kr[j];
  return more_kr;
}

struct estimate worlds_estimate(struct arena *arena, const struct chance_pairs *pairs, const double *solved_kr) {
  return estimate_all(arena, solved_kr, pairs->input_solved, pairs->slopes_kr, pairs->input_draws);
}
