// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/unit_worlds.h"

#include "audit/slope.h"
#include "audit/solve_failure.h"
#include "base/fixed.h"
#include "pool/pool.h"

struct judged { // a measure
  struct judged *next;
  size_t measure;
  struct study_question question;
  const struct comparison *comparison;
  struct chance_pairs *pairs;
  struct arena *arena; // NULL: another's
  struct slope *slope; // NULL: all worlds are solved, or hours are missing
};

struct unit_worlds {
  struct arena *arena, *memory; // memory: of the draws
  const struct scenario *scenario;
  const struct worlds *worlds;
  struct study *study;
  struct chance_lives *lives;
  struct judged *first, **end;
};

struct unit_worlds *unit_worlds_new(struct arena *memory, const struct scenario *scenario, const struct worlds *worlds,
                                    struct study *study, struct chance_lives *lives) {
  struct arena *arena = arena_new();
  struct unit_worlds *made = arena_alloc(arena, sizeof *made);
  *made = (struct unit_worlds){.arena = arena,
                               .memory = memory,
                               .scenario = scenario,
                               .worlds = worlds,
                               .study = study,
                               .lives = lives,
                               .end = &made->first};
  return made;
}

void unit_worlds_add(struct unit_worlds *of, size_t measure, const struct study_question *question,
                     const struct comparison *comparison, struct chance_pairs *pairs, struct arena *arena) {
  struct judged *judged = arena_alloc(of->arena, sizeof *judged);
  *judged = (struct judged){
      .measure = measure, .question = *question, .comparison = comparison, .pairs = pairs, .arena = arena};
  bool *in_force = arena_array(of->arena, row_count(&of->scenario->tables, TABLE_MEASURES), sizeof *in_force);
  in_force[measure] = true;
  judged->question.in_force = in_force;
  if (of->worlds->solved < of->worlds->draws)
    judged->slope = slope_open_both(&judged->question, comparison);
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    chance_pairs_begin_worlds(of->memory, &pairs[p], of->worlds->solved, of->worlds->draws);
  *of->end = judged;
  of->end = &judged->next;
}

struct world {
  size_t draw;
  struct arena *arena;
  const struct scenario *scenario;
  struct study_baselines *baselines;
  struct slope_baselines *moved; // of those estimated
};

// What a world adds by the slopes. False where they are not valid in it.
static bool estimate_measure(const struct world *world, const struct judged *judged) {
  struct arena *arena = arena_new();
  double more_kr[POSITIONS_ANSWERS];
  bool valid = slope_of_effects(judged->slope, arena, world->moved, world->scenario, more_kr);
  for (int p = 0; valid && p < POSITIONS_ANSWERS; p++)
    judged->pairs[p].slopes_kr[world->draw] = more_kr[p];
  arena_free(arena);
  return valid;
}

static void note_exact(const struct world *world, const struct judged *judged, const struct comparison *drawn) {
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    judged->pairs[p].slopes_kr[world->draw] =
        kr_from_ore(plans_saved_ore(drawn, (enum positions)p) - plans_saved_ore(judged->comparison, (enum positions)p));
}

static void live(const struct unit_worlds *of, const struct world *world, const struct judged *judged,
                 const struct comparison *drawn) {
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    chance_pairs_live(of->lives, &judged->pairs[p], drawn, (enum positions)p, world->draw);
}

// Estimates what a measure saves in a world. Solves its plans, starting from the known plans, and simulates their years
// in the worlds to be solved; solves them also where no slope is valid.
static bool draw_measure(const struct unit_worlds *of, const struct world *world, const struct judged *judged,
                         struct failure *failure) {
  bool solved = world->draw < of->worlds->solved, estimated = !judged->slope || estimate_measure(world, judged);
  if (!solved && estimated)
    return true;
  struct study_nearby nearby = {world->scenario, judged->comparison, world->baselines};
  struct arena *arena = arena_new();
  enum solve_status status;
  const char *why = NULL;
  pool_step(measure_rows(&of->scenario->tables)[judged->measure].measure);
  const struct comparison *drawn = study_compare_from(of->study, arena, &judged->question, nearby, &status, &why);
  if (drawn && solved)
    live(of, world, judged, drawn);
  if (drawn && !estimated)
    note_exact(world, judged, drawn);
  if (!drawn)
    *failure = solve_failure(status, why);
  if (!study_baselines_take(world->baselines, arena))
    arena_free(arena);
  return drawn;
}

static bool draw_world(const struct unit_worlds *of, size_t draw, struct failure *failure) {
  struct world world = {.draw = draw, .arena = arena_new(), .baselines = study_baselines_new()};
  world.moved = slope_baselines_new(world.arena);
  world.scenario = world_scenario(world.arena, of->scenario, of->worlds, draw);
  bool done = true;
  for (const struct judged *judged = of->first; done && judged; judged = judged->next)
    done = draw_measure(of, &world, judged, failure);
  chance_lives_end_world(of->lives);
  study_baselines_free(world.baselines);
  arena_free(world.arena);
  return done;
}

bool unit_worlds_draw(struct unit_worlds *of, struct failure *failure) {
  bool done = true;
  for (size_t draw = 0; of->first && done && draw < of->worlds->draws; draw++)
    done = draw_world(of, draw, failure);
  for (struct judged *judged = of->first; judged; judged = judged->next) {
    slope_close(judged->slope);
    arena_free(judged->arena);
  }
  arena_free(of->arena);
  return done;
}
