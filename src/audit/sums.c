// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/sums.h"

#include <assert.h>

#include "audit/together.h"

const char *population_name(enum population population) {
  static const char *const names[POPULATIONS] = {"modelled", "taken_over", "not_testable"};
  assert((size_t)population < sizeof names / sizeof *names);
  return names[population];
}

const char *sum_side_name(enum sum_side side) { return side == SUM_WITHIN ? "target" : "outside"; }

enum population population_of(const struct measure_effect *effect) {
  if (!effect->testable)
    return POPULATION_NOT_TESTABLE;
  return effect->arithmetic ? POPULATION_TAKEN_OVER : POPULATION_MODELLED;
}

static enum sum_side side_of(const struct audit *audit, size_t measure) {
  assert(measure < audit->scenario->tables.list[TABLE_MEASURES].count);
  return measure_rows(&audit->scenario->tables)[measure].in_target == YES ? SUM_WITHIN : SUM_OUTSIDE;
}

bool sums_count(const struct audit *audit, size_t measure) {
  assert(measure < audit->scenario->tables.list[TABLE_MEASURES].count);
  return !audit->together || audit->together->counted[measure];
}

static bool is_last_year(const struct sums *sums, struct period period) {
  return period.year == sums->year && !period.full;
}

// Amounts add up one by one.
static void add_taken_over(const struct audit *audit, struct sums *sums) {
  for (size_t i = 0; i < audit->together->line_count; i++) {
    const struct together_line *line = &audit->together->lines[i];
    if (!is_last_year(sums, line->period) || !line->order || !audit->measures[line->measure].arithmetic)
      continue;
    sums->cells[POPULATION_TAKEN_OVER][side_of(audit, line->measure)].ore[line->positions] += line->single_ore;
  }
}

// Adds the effects of measures without a claim in kroner. They are kept apart: beside the claims they would be taken as
// savings for those claims.
static void add_unclaimed(const struct audit *audit, struct sums *sums) {
  for (size_t i = 0; i < audit->together->line_count; i++) {
    const struct together_line *line = &audit->together->lines[i];
    if (!is_last_year(sums, line->period) || !line->order ||
        claim_standing(audit->scenario, line->measure, sums->year).amount_ore != NOT_GIVEN)
      continue;
    struct sum_cell *cell = &sums->cells[population_of(&audit->measures[line->measure])][side_of(audit, line->measure)];
    cell->unclaimed += line->positions == POSITIONS_KEPT && line->in_order_ore;
    cell->unclaimed_ore[line->positions] += line->in_order_ore;
  }
}

static const struct joint_line *joint_of(const struct audit *audit, const struct sums *sums, int positions,
                                         bool target_only) {
  for (size_t i = 0; i < audit->together->joint_count; i++) {
    const struct joint_line *line = &audit->together->joints[i];
    if (is_last_year(sums, line->period) && (int)line->positions == positions && line->target_only == target_only)
      return line;
  }
  return NULL;
}

// What the measures within the target save in order, if they cannot be carried out without the others.
static int64_t in_order_ore(const struct audit *audit, const struct sums *sums, int positions) {
  int64_t ore = 0;
  for (size_t i = 0; i < audit->together->line_count; i++) {
    const struct together_line *line = &audit->together->lines[i];
    if (is_last_year(sums, line->period) && line->order && (int)line->positions == positions &&
        side_of(audit, line->measure) == SUM_WITHIN)
      ore += line->in_order_ore;
  }
  return ore;
}

static void add_modelled(const struct audit *audit, struct sums *sums) {
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    const struct joint_line *all = joint_of(audit, sums, p, false), *target = joint_of(audit, sums, p, true);
    if (!all)
      continue;
    int64_t within_ore = target ? target->joint_ore : in_order_ore(audit, sums, p);
    const struct sum_cell *taken = sums->cells[POPULATION_TAKEN_OVER];
    sums->all.ore[p] = all->joint_ore;
    sums->cells[POPULATION_MODELLED][SUM_WITHIN].ore[p] = within_ore - taken[SUM_WITHIN].ore[p];
    sums->cells[POPULATION_MODELLED][SUM_OUTSIDE].ore[p] = all->joint_ore - within_ore - taken[SUM_OUTSIDE].ore[p];
  }
}

static void count_measure(const struct audit *audit, size_t measure, int year, struct sum_cell *cell) {
  assert(measure < audit->scenario->tables.list[TABLE_MEASURES].count);
  struct claimed claimed = claim_standing(audit->scenario, measure, year);
  bool kroner = claimed.amount_ore != NOT_GIVEN;
  cell->count++;
  cell->claims += kroner || claimed.fte_milli != NOT_GIVEN;
  cell->claimed_ore += kroner ? claimed.amount_ore : 0;
  cell->grades[measure_grade(audit->scenario, &audit->measures[measure])]++;
}

struct sums sums_of(const struct audit *audit) {
  struct sums sums = {.year = (int)settings_of(&audit->scenario->tables)->last_year};
  for (size_t m = 0; m < audit->measure_count; m++) {
    bool sensitivity = measure_rows(&audit->scenario->tables)[m].nature == NATURE_SENSITIVITY;
    if (sums_count(audit, m)) {
      count_measure(audit, m, sums.year, &sums.cells[population_of(&audit->measures[m])][side_of(audit, m)]);
      count_measure(audit, m, sums.year, &sums.all);
    }
    sums.sensitivities += sensitivity;
    sums.alternatives += !sums_count(audit, m) && !sensitivity;
  }
  if (!audit->together)
    return sums;
  add_taken_over(audit, &sums);
  add_modelled(audit, &sums);
  add_unclaimed(audit, &sums);
  return sums;
}
