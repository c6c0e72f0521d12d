// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/studied.h"

#include "audit/amounts.h"

// Pivots times rows: what a solve costs does not depend on the machine it runs on.
static const double LONG_WORK = 2e6;

static bool takes_long(const struct comparison *comparison) {
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    const struct plan *plan = comparison->plans[SUBJECT][p];
    if ((double)plan->solution->whole_pivots * (double)plan->program->row_count > LONG_WORK)
      return true;
  }
  return false;
}

static bool open_unit(struct studied *s, struct arena *arena, const struct sets *sets, size_t unit) {
  struct studied_unit *made = &s->units[s->unit_count];
  made->unit = unit;
  made->question = (struct study_question){.unit = (int64_t)unit,
                                           .year = s->period.year,
                                           .in_force = s->in_force,
                                           .undecided_start = s->period.full ? undecided_start_of(s->scenario)
                                                                             : day_from_date(2200, 12, 31)};
  const struct comparison *known = sets_start(sets, s->effect->measure, unit, s->period.year);
  s->far |= known && takes_long(known);
  made->comparison = known ? known : study_compare(s->study, arena, &made->question, &s->status, &s->why);
  if (!made->comparison)
    return false;
  const struct plan *kept = made->comparison->plans[REFERENCE][POSITIONS_KEPT];
  const struct basis *basis = kept->solution->basis;
  s->cold |= basis && (double)basis->pivots_cold * (double)basis->row_count > LONG_WORK;
  made->slope = slope_open(&made->question, made->comparison);
  s->unit_count++;
  return true;
}

bool studied_open(struct studied *studied, struct arena *arena, const struct audit *audit,
                  const struct measure_effect *effect, struct study *study, const struct sets *sets,
                  struct period period) {
  *studied = (struct studied){.scenario = audit->scenario, .effect = effect, .study = study, .period = period};
  size_t units = row_count(&audit->scenario->tables, TABLE_UNITS);
  studied->units = arena_array(arena, units, sizeof *studied->units);
  studied->in_force = arena_array(arena, audit->measure_count, sizeof *studied->in_force);
  studied->in_force[effect->measure] = true;
  for (size_t unit = 0; unit < units; unit++)
    if (set_touches(sets, effect->measure, unit) && !open_unit(studied, arena, sets, unit))
      return false;
  return true;
}

void studied_close(struct studied *studied) {
  for (size_t u = 0; u < studied->unit_count; u++)
    slope_close(studied->units[u].slope);
  studied->unit_count = 0;
}

static void add_amounts(const struct studied *s, const struct scenario *varied, struct answer *answers) {
  size_t measure = s->effect->measure;
  bool undecided = measure_rows(&varied->tables)[measure].start == NOT_GIVEN;
  if (!measure_has_amounts(varied, measure) || (undecided && !s->period.full))
    return;
  struct ledger cost = s->period.full
                           ? amounts_full_year(varied, measure)
                           : amounts_in_year(varied, measure, undecided_start_of(s->scenario), s->period.year);
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    ledger_add(&answers[p].after, &cost);
}

bool studied_answers(struct studied *studied, struct arena *arena, const struct scenario *varied, unit_filter *matters,
                     const void *info, struct answer answers[POSITIONS_ANSWERS]) {
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    answers[p] = (struct answer){0};
  for (size_t u = 0; u < studied->unit_count; u++) {
    const struct studied_unit *unit = &studied->units[u];
    const struct comparison *then = unit->comparison;
    struct study_nearby nearby = {varied, unit->comparison};
    if (!matters || matters(info, unit->unit))
      then = study_compare_from(studied->study, arena, &unit->question, nearby, &studied->status, &studied->why);
    if (!then)
      return false;
    for (int p = 0; p < POSITIONS_ANSWERS; p++)
      answer_add_plans(&answers[p], then->plans[REFERENCE][p], then->plans[SUBJECT][p]);
  }
  add_amounts(studied, varied, answers);
  return true;
}

bool studied_slope(const struct studied *studied, struct arena *arena, const struct scenario *varied,
                   unit_filter *matters, const void *info, double change_kr[POSITIONS_ANSWERS]) {
  change_kr[POSITIONS_KEPT] = change_kr[POSITIONS_ADJUSTED] = 0;
  for (size_t u = 0; u < studied->unit_count; u++) {
    const struct studied_unit *unit = &studied->units[u];
    double more_kr[POSITIONS_ANSWERS];
    if (matters && !matters(info, unit->unit))
      continue;
    if (!unit->slope || !slope_of_effect(unit->slope, arena, varied, more_kr))
      return false;
    for (int p = 0; p < POSITIONS_ANSWERS; p++)
      change_kr[p] += more_kr[p];
  }
  return true;
}
