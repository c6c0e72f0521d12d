// SPDX-License-Identifier: GPL-3.0-or-later
// A week that contains the first or last day of the year is planned whole, and much in it could lie on any of its days at the same cost. It
// is divided between the two years by the share of days, as nearly as the plan allows:
//
// year_end(t,of):  sum (n[d] - mean) y[d]  =  more - less          tie: more + less, above all other ties
//
//   y[d]   person-hours missing, contract hours worked or kroner (in thousands) on day d of one week; n[d] how many of the
//          type's weeks have that day in the year; mean: over the days on which anybody is needed
//
// Both years that share a week plan it in the same way, each krone is counted once, and a year with 53 Mondays counts no more
// than its own days of any week.
#include <assert.h>
#include <math.h>

#include "program/builder.h"

static const double THOUSAND = 1000;
// Ties per unit, above all others: missing hours first, then worked hours, then kroner.
static const double ties[ENDS_COUNTED] = {[ENDS_MISSING] = 1e7, [ENDS_WORKED] = 1e6, [ENDS_KRONER] = 1e5};

// Do some days of the type's week lie in the year more often than others?
static bool holds_year_end(const struct unit_year *year, int t) {
  assert(t >= 0 && t < year->type_count);
  for (int d = 1; d < DAYS_PER_WEEK; d++)
    if (year->types[t].in_year[d] != year->types[t].in_year[0])
      return true;
  return false;
}

static void add_end(struct builder *b, int t, int of, enum column_kind kind) {
  assert(t >= 0 && t < b->year->type_count);
  struct program_column column = {.upper = INFINITY, .scale = 1, .tie = ties[of] * b->year->types[t].multiplicity};
  column.key = (struct column_key){
      .kind = (int)kind, .type = t, .day = -1, .shift = -1, .who = -1, .interval = -1, .level = of, .segment = -1};
  add_column(b, column);
}

void columns_ends(struct builder *b) {
  for (int t = 0; t < b->year->type_count; t++)
    for (int of = 0; of < ENDS_COUNTED && holds_year_end(b->year, t); of++) {
      add_end(b, t, of, COLUMN_END_MORE);
      add_end(b, t, of, COLUMN_END_LESS);
    }
}

static bool is_wanted(const struct program *program, int t, int d) {
  for (int c = program->day_columns[7 * t + d]; c < program->day_columns[7 * t + d + 1]; c++)
    if (program->columns[c].key.kind == COLUMN_SHORT)
      return true;
  return false;
}

static double mean_in_year(const struct builder *b, int t) {
  assert(t >= 0 && t < b->year->type_count);
  int days = 0, sum = 0;
  for (int d = 0; d < DAYS_PER_WEEK; d++)
    if (is_wanted(b->program, t, d)) {
      days++;
      sum += b->year->types[t].in_year[d];
    }
  return days ? (double)sum / days : 0;
}

// Summed over all weeks of the type.
static double counted(const struct builder *b, const struct program_column *column, int of) {
  const struct column_key *key = &column->key;
  switch (of) {
  case ENDS_MISSING:
    return column->shortfall_h;
  case ENDS_WORKED:
    return key->kind != COLUMN_OWN ? 0
                                   : (double)place_at(b, key->type, key->day, key->shift)->paid_min / 60 *
                                         b->year->types[key->type].multiplicity;
  default:
    return column->cost_kr / THOUSAND;
  }
}

static void row_end(struct builder *b, int t, int of) {
  assert(t >= 0 && t < b->year->type_count);
  const struct program *p = b->program;
  const struct week_type *week = &b->year->types[t];
  double mean = mean_in_year(b, t);
  for (int d = 0; d < DAYS_PER_WEEK; d++)
    for (int c = p->day_columns[7 * t + d]; c < p->day_columns[7 * t + d + 1]; c++) {
      double value = counted(b, &p->columns[c], of);
      if (value != 0)
        row_term(b, c, (week->in_year[d] - mean) * value / week->multiplicity);
    }
  row_term(b, *end_at(b, t, of, COLUMN_END_MORE), -1);
  row_term(b, *end_at(b, t, of, COLUMN_END_LESS), 1);
  row_keep(b, (struct row_key){.kind = ROW_YEAR_END, .type = t, .level = of}, 0, 0);
}

void rows_ends(struct builder *b) {
  for (int t = 0; t < b->year->type_count; t++)
    for (int of = 0; of < ENDS_COUNTED && holds_year_end(b->year, t); of++)
      row_end(b, t, of);
}
