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

#include "audit/chance_pairs.h"
#include "chance/spread.h"

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
  size_t draws_kept;   // from which quantiles, chances and days are computed
  int64_t plan_ore;    // the effect of the plans
  size_t input_draws;  // 0: chance alone
  size_t input_solved; // of these with plans made again
  // share of the variance of what the solved worlds' plans save that its slopes explain; 0: none estimated
  double explained;
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
// The line by which the measure is judged: of its last claim, with these positions; NULL: none.
const struct chance_line *chance_line_of(const struct audit *audit, size_t measure, enum positions positions);

#endif
