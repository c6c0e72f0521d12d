// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/studied.h"

#include "audit/amounts.h"
#include "audit/solve_failure.h"
#include "audit/solved_sets.h"
#include "calendar/fiscal.h"
#include "scenario/shared.h"
#include "scenario/touches.h"

// Pivots times rows: a measure of solving effort that does not depend on the machine.
static const double LONG_WORK = 2e6;

static bool takes_long(const struct comparison *comparison) {
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    const struct plan *plan = comparison->plans[SUBJECT][p];
    if ((double)plan->solution->whole_pivots * (double)plan->program->row_count > LONG_WORK)
      return true;
  }
  return false;
}

static const struct comparison *compare(struct studied *s, struct arena *arena, const struct study_question *question,
                                        struct study_nearby nearby) {
  enum solve_status status;
  const char *why = NULL;
  const struct comparison *comparison = study_compare_from(s->study, arena, question, nearby, &status, &why);
  if (!comparison)
    s->failure = solve_failure(status, why);
  return comparison;
}

// Is the measure's own effect found in this year, of the full period or of the calendar year?
static bool has_effect(const struct studied *s) {
  const struct measure_effect *effect = s->effect;
  day_number first;
  int year = s->period.year, last = effect->years[effect->year_count - 1].year;
  if (!measure_first_edit(s->scenario, effect->measure, undecided_start_of(s->scenario), &first) ||
      fiscal_year_of(first) > year)
    return false;
  return year == effect->full.year || (!effect->undecided && year >= effect->years[0].year && year <= last);
}

// The plans of the effect itself if they are far from the baseline's: then solving again may take long.
static const struct comparison *compare_unit(struct studied *s, struct arena *arena,
                                             const struct study_question *question) {
  struct study_question of_effect = *question;
  of_effect.undecided_start = undecided_start_of(s->scenario);
  const struct study_nearby none = {.scenario = NULL};
  const struct comparison *comparison = has_effect(s) ? compare(s, arena, &of_effect, none) : NULL;
  if (comparison && comparison_is_far(comparison)) {
    s->far |= takes_long(comparison);
    return comparison;
  }
  bool same = of_effect.undecided_start == question->undecided_start || !s->effect->undecided;
  return (comparison && same) || s->failure.kind ? comparison : compare(s, arena, question, none);
}

static bool open_unit(struct studied *s, struct arena *arena, size_t unit) {
  struct studied_unit *made = &s->units[s->unit_count];
  made->unit = unit;
  made->question = (struct study_question){.unit = (int64_t)unit,
                                           .year = s->period.year,
                                           .in_force = s->in_force,
                                           .undecided_start = s->period.full ? undecided_start_of(s->scenario)
                                                                             : day_from_date(2200, 12, 31)};
  made->comparison = compare_unit(s, arena, &made->question);
  if (!made->comparison)
    return false;
  const struct plan *kept = made->comparison->plans[REFERENCE][POSITIONS_KEPT];
  const struct basis *basis = kept->solution->basis;
  s->cold |= basis && (double)basis->pivots_cold * (double)basis->row_count > LONG_WORK;
  made->slope = slope_open(&made->question, made->comparison, s->positions);
  s->unit_count++;
  return true;
}

bool studied_open(struct studied *studied, struct arena *arena, const struct audit *audit,
                  const struct measure_effect *effect, struct study *study, struct period period,
                  enum positions positions) {
  *studied = (struct studied){
      .scenario = audit->scenario, .effect = effect, .study = study, .period = period, .positions = positions};
  size_t units = row_count(&audit->scenario->tables, TABLE_UNITS);
  studied->units = arena_array(arena, units, sizeof *studied->units);
  studied->in_force = arena_array(arena, audit->measure_count, sizeof *studied->in_force);
  studied->in_force[effect->measure] = true;
  for (size_t unit = 0; unit < units; unit++)
    if (unit_solved_as(audit->scenario, unit) == unit &&
        measure_touches_solved(audit->scenario, effect->measure, unit) && !open_unit(studied, arena, unit))
      return false;
  return true;
}

void studied_close(struct studied *studied) {
  for (size_t u = 0; u < studied->unit_count; u++)
    slope_close(studied->units[u].slope);
  studied->unit_count = 0;
}

static void add_amounts(const struct studied *s, const struct scenario *varied, struct answer *answer) {
  size_t measure = s->effect->measure;
  bool undecided = measure_rows(&varied->tables)[measure].start == NOT_GIVEN;
  if (!measure_has_amounts(varied, measure) || (undecided && !s->period.full))
    return;
  struct ledger cost = s->period.full
                           ? amounts_full_year(varied, measure)
                           : amounts_in_year(varied, measure, undecided_start_of(s->scenario), s->period.year);
  ledger_add(&answer->after, &cost);
}

bool studied_answer(struct studied *studied, struct arena *arena, const struct scenario *varied, unit_filter *matters,
                    const void *info, struct answer *answer) {
  enum positions p = studied->positions;
  *answer = (struct answer){0};
  for (size_t u = 0; u < studied->unit_count; u++) {
    const struct studied_unit *unit = &studied->units[u];
    const struct comparison *then = unit->comparison;
    struct study_nearby nearby = {varied, unit->comparison, NULL};
    struct study_question question = unit->question;
    question.kept_only = p == POSITIONS_KEPT;
    if (!matters || matters(info, unit->unit))
      then = compare(studied, arena, &question, nearby);
    if (!then)
      return false;
    answer_add_plans(answer, then->plans[REFERENCE][p], then->plans[SUBJECT][p]);
  }
  add_amounts(studied, varied, answer);
  return true;
}

bool studied_slope(const struct studied *studied, struct arena *arena, const struct scenario *varied,
                   unit_filter *matters, const void *info, double *change_kr) {
  *change_kr = 0;
  for (size_t u = 0; u < studied->unit_count; u++) {
    const struct studied_unit *unit = &studied->units[u];
    double more_kr;
    if (matters && !matters(info, unit->unit))
      continue;
    if (!unit->slope || !slope_of_effect(unit->slope, arena, varied, &more_kr))
      return false;
    *change_kr += more_kr;
  }
  return true;
}
