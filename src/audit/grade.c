// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/grade.h"

#include <assert.h>
#include <math.h>

#include "base/fixed.h"
#include "need/ratio.h"
#include "scenario/need_row.h"
#include "scenario/shared.h"
#include "scenario/touches.h"

static const double HALF = 0.5;

const char *evidence_grade_name(enum evidence_grade grade) {
  static const char *const names[GRADES] = {"documented", "partly_assumed", "illustration"};
  assert((size_t)grade < sizeof names / sizeof *names);
  return names[grade];
}

struct weights { // sums over rows
  double all, assumed;
};

static void weigh(struct weights *weights, const struct row *row, double weight) {
  bool undocumented = row->assumed || !row->source;
  weights->all += weight;
  weights->assumed += undocumented ? weight : 0;
}

static double share_of(const struct weights *weights) { return weights->all > 0 ? weights->assumed / weights->all : 0; }

// Tables that determine the need of a unit with ratio rules: children, attendance, terms, rules.
static void weigh_children(struct weights *weights, const struct tables *tables, size_t unit) {
  assert(unit < tables->list[TABLE_UNITS].count);
  static const enum table_id read[] = {TABLE_RATIOS, TABLE_CHILDREN, TABLE_ATTENDANCE, TABLE_TERMS};
  for (size_t t = 0; t < sizeof read / sizeof *read && unit_has_ratio(tables, (int64_t)unit); t++)
    for (size_t i = 0; i < row_count(tables, read[t]); i++)
      weigh(weights, row_at(tables, read[t], i), 1);
}

static struct weights need_weights(const struct tables *tables, size_t unit) {
  assert(unit < tables->list[TABLE_UNITS].count);
  struct weights weights = {0, 0};
  for (size_t i = 0; i < row_count(tables, TABLE_NEED); i++) {
    const struct need_row *row = &need_rows(tables)[i];
    double length_h = (double)span_min(row->start_min, row->end_min) / 60;
    if (row->unit == (int64_t)unit)
      weigh(&weights, &row->row, (double)need_persons_milli(row) / MILLI * length_h);
  }
  weigh_children(&weights, tables, unit);
  return weights;
}

static struct weights contract_weights(const struct tables *tables, size_t unit) {
  assert(unit < tables->list[TABLE_UNITS].count);
  struct weights weights = {0, 0};
  for (size_t i = 0; i < row_count(tables, TABLE_GROUPS); i++) {
    const struct group_row *row = &group_rows(tables)[i];
    if (group_belongs_to(tables, row, (int64_t)unit))
      weigh(&weights, &row->row, (double)row->heads_milli / MILLI * (double)row->position_e8 / (double)ONE_E8);
  }
  return weights;
}

static struct weights edit_weights(const struct tables *tables, size_t measure) {
  assert(measure < tables->list[TABLE_MEASURES].count);
  struct weights weights = {0, 0};
  for (size_t i = 0; i < row_count(tables, TABLE_EDITS); i++)
    if (edit_rows(tables)[i].measure == (int64_t)measure)
      weigh(&weights, &edit_rows(tables)[i].row, 1);
  return weights;
}

static double assumed_in_unit(const struct tables *tables, size_t unit) {
  assert(unit < tables->list[TABLE_UNITS].count);
  struct weights need = need_weights(tables, unit), contracts = contract_weights(tables, unit);
  return fmax(share_of(&need), share_of(&contracts));
}

double unit_assumed_share(const struct scenario *scenario, size_t measure, size_t unit) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  assert(unit < scenario->tables.list[TABLE_UNITS].count);
  struct arena *passing = arena_new();
  size_t *units = arena_array(passing, row_count(&scenario->tables, TABLE_UNITS), sizeof *units);
  size_t count = units_solved_with(scenario, unit, units);
  struct weights edits = edit_weights(&scenario->tables, measure);
  double most = share_of(&edits);
  for (size_t i = 0; i < count; i++)
    if (count == 1 || measure_touches_unit(scenario, measure, units[i]))
      most = fmax(most, assumed_in_unit(&scenario->tables, units[i]));
  arena_free(passing);
  return most;
}

static struct weights amount_weights(const struct tables *tables, size_t measure) {
  assert(measure < tables->list[TABLE_MEASURES].count);
  struct weights weights = {0, 0};
  for (size_t i = 0; i < row_count(tables, TABLE_AMOUNTS); i++) {
    const struct amount_row *row = &amount_rows(tables)[i];
    if (row->measure == (int64_t)measure)
      weigh(&weights, &row->row, fabs(kr_from_ore(row->saving_ore_per_year)));
  }
  return weights;
}

double amounts_assumed_share(const struct scenario *scenario, size_t measure) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  struct weights weights = amount_weights(&scenario->tables, measure);
  return share_of(&weights);
}

static enum evidence_grade grade_of_amounts(const struct scenario *scenario, size_t measure) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  double share = amounts_assumed_share(scenario, measure);
  return share <= 0 ? GRADE_DOCUMENTED : share > HALF ? GRADE_ILLUSTRATION : GRADE_PARTLY;
}

static enum evidence_grade worse(enum evidence_grade a, enum evidence_grade b) { return a > b ? a : b; }

static enum evidence_grade grade_in_unit(const struct tables *tables, size_t unit) {
  assert(unit < tables->list[TABLE_UNITS].count);
  double most = assumed_in_unit(tables, unit);
  return most > HALF ? GRADE_ILLUSTRATION : most > 0 ? GRADE_PARTLY : GRADE_DOCUMENTED;
}

enum evidence_grade measure_grade(const struct scenario *scenario, const struct measure_effect *effect) {
  const struct tables *tables = &scenario->tables;
  if (effect->arithmetic)
    return grade_of_amounts(scenario, effect->measure);
  struct weights edits = edit_weights(tables, effect->measure);
  enum evidence_grade grade = share_of(&edits) > 0 ? GRADE_PARTLY : GRADE_DOCUMENTED;
  for (size_t unit = 0; unit < row_count(tables, TABLE_UNITS); unit++)
    if (measure_touches_unit(scenario, effect->measure, unit))
      grade = worse(grade, grade_in_unit(tables, unit));
  return grade;
}

double effect_assumed_share(const struct measure_effect *effect) {
  return effect->full.moved_kr > 0 ? effect->full.assumed_kr / effect->full.moved_kr : -1;
}
