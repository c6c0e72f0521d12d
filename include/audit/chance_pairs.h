// SPDX-License-Identifier: GPL-3.0-or-later
// Years drawn at random, in pairs: without and with a measure, by the same luck (chance/life.h); by the plans for the
// inputs as they stand, and by those of other worlds (audit/worlds.h).
#ifndef ROTACOST_AUDIT_CHANCE_PAIRS_H
#define ROTACOST_AUDIT_CHANCE_PAIRS_H

#include <stdint.h>

#include "audit/effect.h"
#include "pool/pack.h"

struct chance_ask {
  int draws; // 0: nothing is drawn
  int64_t seed;
  double precision; // the requested standard error of a mean, as a share of the claim (or of the effect); draws is
                    // then the maximum; 0: none
  int input_draws;  // how often inputs are drawn (audit/worlds.h); 0: never
  int input_solved; // for so many of these the plans are made again, the others are estimated (chance/estimate.h)
};
// A world whose plans are made again takes two plans of every unit touched, and two more for each measure that touches
// it, some seconds for a whole municipality; a world estimated a tenth of that.
enum { CHANCE_INPUT_DRAWS = 200, CHANCE_INPUT_DRAWS_MOST = 10000, CHANCE_INPUT_SOLVED = 16 };
enum { CHANCE_DRAWS = 1000, CHANCE_DRAWS_MOST = 1000000, CHANCE_SEED = 1 };

// Are this many draws enough, with this square of the standard error of the mean: all that were requested, or an error
// that is small enough as a share of scale_kr? For a precision at least 200 are drawn, and it is checked after every
// hundred.
bool chance_is_enough(const struct chance_ask *ask, size_t count, double error2, double scale_kr);

struct chance_pair { // one draw of one or more units, without and with the measure
  double beyond_kr[VARIANTS];
  double more_empty_kr; // with the measure, less the same without it
  int32_t below_days[VARIANTS];
};

struct chance_sums { // over draws
  double more_empty_kr;
  double beyond_kr[VARIANTS], empty_h[VARIANTS], overtime_h[VARIANTS], agency_h[VARIANTS], asked[VARIANTS],
      below_days[VARIANTS];
};

// Any number of draws takes the same memory: their sums, and the first ones individually, from which quantiles,
// chances and numbers of days are computed. A chance computed from 4096 draws is right within 1.6 of 100, in 95 of 100
// cases.
enum { CHANCE_KEPT_MOST = 4096 };

struct chance_draws {
  size_t count;
  struct chance_sums sums;
  size_t kept_count; // count, but at most CHANCE_KEPT_MOST
  struct chance_pair *kept;
};

struct chance_pairs {
  struct chance_draws years; // by the plans for the inputs as they stand
  double heads[VARIANTS];
  double error2; // square of the standard error of the mean effect
  // if inputs are drawn: what the plans of each solved world save, kr, and the years lived by the plans of world i %
  // input_solved
  size_t input_solved;
  double *inputs_kr; // [input_solved]
  struct chance_draws worlds;
  // how much more each world saves by the slopes of the effect, kr, the solved ones first; zeros where all are solved
  size_t input_draws;
  double *slopes_kr; // [input_draws]
};
extern const struct pack_shape chance_pairs_shape;

// Draws years of a unit, in the process that solved it. Plans already lived through are not repeated.
struct chance_lives;                                                 // owns memory
struct chance_lives *chance_lives_new(const struct chance_ask *ask); // ends with chance_lives_free
void chance_lives_free(struct chance_lives *lives);
// units: the number that the measure touches; scale_kr: the amount of which the precision is a share. Memory: arena.
struct chance_pairs chance_pairs_draw(struct chance_lives *lives, struct arena *arena,
                                      const struct comparison *comparison, enum positions positions, int units,
                                      double scale_kr);
// Begins the worlds of years that have been drawn: `solved` worlds of `draws`.
void chance_pairs_begin_worlds(struct arena *arena, struct chance_pairs *pairs, size_t solved, size_t draws);
// What the plans of an answer save at equal cover.
int64_t plans_saved_ore(const struct comparison *comparison, enum positions positions);
// Lives through the years that belong to a solved world, by the plans made for it. Years of its baselines are kept for
// other measures until the world ends, which must be before its plans are freed.
void chance_pairs_live(struct chance_lives *lives, struct chance_pairs *pairs, const struct comparison *comparison,
                       enum positions positions, size_t world);
void chance_lives_end_world(struct chance_lives *lives);
// Adds the draws of another unit. The sum has as many draws as the unit with the fewest.
void chance_pairs_add(struct arena *arena, struct chance_pairs *sum, const struct chance_pairs *more);

// Kroner that each of the kept draws saves, of the pairs' years or their worlds: what its plans save (plan_kr if the
// inputs are as they stand) plus what is due to chance. values_kr: [draws->kept_count].
void chance_values(const struct chance_pairs *pairs, const struct chance_draws *draws, double plan_kr,
                   double *values_kr);
// Adds what saves kroner outside the years lived: amounts of the measure, in each world the deviation from the stated
// value. more_kr: [sum->input_draws].
void chance_pairs_add_amounts(struct chance_pairs *sum, const double *more_kr);

#endif
