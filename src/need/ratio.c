// SPDX-License-Identifier: GPL-3.0-or-later
#include "need/ratio.h"

#include <assert.h>
#include <string.h>

#include "base/fixed.h"
#include "scenario/rows_children.h"
#include "scenario/rows_people.h"

bool unit_has_ratio(const struct tables *tables, int64_t unit) {
  assert(unit >= 0 && (size_t)unit < row_count(tables, TABLE_UNITS));
  return unit_rows(tables)[unit].ratio;
}

// ---------------------------------------------------------------- the day

static bool term_holds(const struct term_row *term, const struct unit_row *row, int64_t unit, day_number day) {
  if (day < term->from || day > term->to || (term->unit != NOT_GIVEN && term->unit != unit))
    return false;
  return !term->area || (row->area && !strcmp(term->area, row->area));
}

// How specifically a row names its units: the unit, its area, all.
static int closeness(const struct term_row *term) { return 2 * (term->unit != NOT_GIVEN) + (term->area != NULL); }

static bool counts_before(const struct term_row *term, const struct term_row *held) {
  if (!held || term->from != held->from)
    return !held || term->from > held->from;
  return closeness(term) > closeness(held);
}

const struct term_row *term_on(const struct tables *tables, int64_t unit, day_number day) {
  const struct term_row *best = NULL;
  assert(unit >= 0 && (size_t)unit < row_count(tables, TABLE_UNITS));
  for (size_t i = 0; i < row_count(tables, TABLE_TERMS); i++) {
    const struct term_row *term = &term_rows(tables)[i];
    if (term_holds(term, &unit_rows(tables)[unit], unit, day) && counts_before(term, best))
      best = term;
  }
  return best;
}

// ---------------------------------------------------------------- the rule

int64_t ratio_adults(const struct tables *tables, const char *rule, int64_t children_e11) {
  const struct ratio_row *step = NULL, *last = NULL, *beyond = NULL;
  for (size_t i = 0; i < row_count(tables, TABLE_RATIOS); i++) {
    const struct ratio_row *row = &ratio_rows(tables)[i];
    if (strcmp(row->rule, rule))
      continue;
    if (row->up_to == NOT_GIVEN)
      beyond = row;
    else if (!last || row->up_to > last->up_to)
      last = row;
    if (row->up_to != NOT_GIVEN && children_e11 <= row->up_to * CHILD_E11 && (!step || row->up_to < step->up_to))
      step = row;
  }
  if (children_e11 <= 0)
    return 0;
  if (step || !beyond)
    return step ? step->staff : last ? last->staff : 0;
  int128 more_e11 = children_e11 - (last ? (int128)last->up_to * CHILD_E11 : 0);
  int128 per_e11 = (int128)beyond->then_per_milli * (CHILD_E11 / MILLI);
  return (last ? last->staff : 0) + (int64_t)((more_e11 + per_e11 - 1) / per_e11);
}

void ratio_cuts(const struct tables *tables, int64_t unit, void (*cut)(void *info, int64_t clock_min), void *info) {
  if (!unit_has_ratio(tables, unit))
    return;
  for (size_t i = 0; i < row_count(tables, TABLE_ATTENDANCE); i++) {
    cut(info, attendance_rows(tables)[i].start_min);
    cut(info, attendance_rows(tables)[i].end_min);
  }
  for (size_t i = 0; i < row_count(tables, TABLE_TERMS); i++) {
    const struct term_row *term = &term_rows(tables)[i];
    if (term->kind == TERM_CLOSED)
      continue;
    cut(info, term->opens_min);
    cut(info, term->closes_min);
  }
  for (size_t u = 0; u < row_count(tables, TABLE_UNITS); u++)
    if (unit_rows(tables)[u].pool)
      cut(info, unit_rows(tables)[u].pool_from_min);
}
