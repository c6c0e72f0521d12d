// SPDX-License-Identifier: GPL-3.0-or-later
// What a measure saves in years drawn at random (chance/model.h), and how often its claim is reached.
//
// Baseline and measure live through the same draws. Let D0, D1 be what a drawn year costs beyond the plan's year
// without and with the measure, and V0, V1 what it would cost to fill the hours left empty in it. The effect of the
// draw is
//
//   E = effect at equal cover of the plans + (D0 - D1) - (V1 - V0)
//
// The last term is left out if on average fewer hours stand empty with the measure, because hours filled are no saving
// either (model: audit/effect.h). A claim is reached in a draw if E, without what the claim leaves out, is at least
// the claim less the tolerance.
#ifndef ROTACOST_AUDIT_CHANCE_H
#define ROTACOST_AUDIT_CHANCE_H

#include <stdint.h>

#include "audit/effect.h"
#include "chance/spread.h"
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

enum chance_verdict { CHANCE_NO_CLAIM, CHANCE_NOT_REACHED, CHANCE_UNCERTAIN, CHANCE_REACHED };
const char *chance_verdict_name(enum chance_verdict verdict); // "", not_reached, uncertain, reached

// For the year by which a measure is judged the inputs are drawn too (audit/worlds.h), if requested. Its effect, the
// chance that the claim is reached and the days below the norm are then those of the worlds drawn, inputs and chance
// alike. The part of the effect that a claim leaves out is held at its value for the inputs as they stand.
struct chance_line { // a measure, a year or its full year, and an answer
  size_t measure;
  int year;
  bool full;
  enum positions positions;
  size_t draws;
  size_t draws_kept;    // from which quantiles, chances and days are computed
  int64_t plan_ore;     // the effect of the plans
  size_t input_draws;   // 0: chance alone
  size_t input_solved;  // of these with plans made again
  double explained;     // share of the variance of the solved worlds' effect that its slopes explain; 0: none estimated
  struct spread effect; // kr; by chance, and by inputs if they are drawn
  double chance_sd_kr;  // by chance alone
  double inputs_sd_kr;  // of the plans' effect as inputs are drawn; 0 if they are not
  double unpaired;      // variance of two years drawn apart / that of the pair; 0: not known
  int64_t claimed_ore;  // NOT_GIVEN: nothing is claimed on these terms
  double reached;       // share of the draws
  enum chance_verdict verdict;
  double empty_h[VARIANTS], overtime_h[VARIANTS], agency_h[VARIANTS], asked_per_head[VARIANTS],
      below_days[VARIANTS];   // means
  double below_days_95;       // with the measure: no more in 95 of 100
  double more_below;          // share of the draws with more days below the norm than without the measure
  size_t below_most;          // the largest number of these days in any draw
  int *below_draws[VARIANTS]; // [below_most + 1] number of draws with that many days
};

// Adds the lines of a measure whose years are known: sums[y * POSITIONS_ANSWERS + p] by year, then those of the full
// year.
void chance_lines_add(struct audit *audit, const struct measure_effect *effect, const struct chance_pairs *sums);
// Adds what saves kroner outside the years lived: amounts of the measure, in each world the deviation from the stated
// value. more_kr: [sum->input_draws].
void chance_pairs_add_amounts(struct chance_pairs *sum, const double *more_kr);
// The line by which the measure is judged: of its last claim, with these positions; NULL: none.
const struct chance_line *chance_line_of(const struct audit *audit, size_t measure, enum positions positions);

#endif
