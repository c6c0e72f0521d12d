// SPDX-License-Identifier: GPL-3.0-or-later
// The cost of an hour left to others, and what distinguishes equally good rotas.
#include <math.h>
#include <string.h>

#include "base/fixed.h"
#include "need/positions.h"
#include "need/terms.h"
#include "plan/figures.h"
#include "rota/base_parts.h"
#include "rota/left.h"
#include "scenario/shared.h"

static double kr_of(const struct tables *tables, const struct pay_terms *terms, const struct shift_place *place) {
  struct ledger price = pay_of_span(tables, terms, &place->span);
  return kr_from_ore(ledger_sum(&price)) / ((double)place->paid_min / 60);
}

static double cheaper(double kr, double other) { return kr < 0 || other < kr ? other : kr; }

// Own people of the level, beyond their contract; -1: none.
static double price_of_people(const struct making *m, int r, int l, const struct shift_place *place, day_number day,
                              double kr) {
  const struct tables *tables = base_tables_on(m, day);
  const struct source_row *source = &source_rows(tables)[m->frame->sources[r]];
  enum pay_form form = source->kind == SOURCE_OVERTIME ? PAY_OVERTIME : PAY_EXTRA;
  for (int g = 0; g < m->frame->group_count; g++) {
    const struct group_row *group = &group_rows(tables)[m->frame->groups[g]];
    bool part_time = group->position_e8 < ONE_E8 || form == PAY_OVERTIME;
    if (!group->heads_milli || !part_time || (source->category != NOT_GIVEN && source->category != group->category) ||
        category_level(m->frame, tables, group->category) < l)
      continue;
    struct pay_terms terms = terms_of_group(m->year, m->base->variant, form, g, day);
    kr = cheaper(kr, kr_of(tables, &terms, place));
  }
  return kr;
}

static double price_of_level(const struct making *m, int l, const struct shift_place *place, day_number day) {
  const struct tables *tables = base_tables_on(m, day);
  double kr = -1;
  for (int r = 0; r < m->frame->source_count; r++) {
    const struct source_row *source = &source_rows(tables)[m->frame->sources[r]];
    if (!source_open(tables, source, day) || source->hours_milli_per_week == 0)
      continue;
    if (source->kind == SOURCE_OVERTIME || source->kind == SOURCE_EXTRA) {
      kr = price_of_people(m, r, l, place, day, kr);
    } else if (category_rows(tables)[source->category].level >= m->frame->levels[l]) {
      struct pay_terms terms = terms_of_source(tables, source, m->unit);
      kr = cheaper(kr, kr_of(tables, &terms, place));
    }
  }
  return kr;
}

// If nobody is on offer: overtime at the pay of the lowest level that would do.
static double price_of_nobody(const struct making *m, int l, const struct shift_place *place, day_number day) {
  const struct tables *tables = base_tables_on(m, day);
  int64_t lowest = INT64_MAX;
  double kr = 0;
  for (size_t c = 0; c < row_count(tables, TABLE_CATEGORIES); c++) {
    const struct category_row *category = &category_rows(tables)[c];
    if (category->level < m->frame->levels[l] || category->level >= lowest || !yearly_pay_on(tables, (int64_t)c, day))
      continue;
    lowest = category->level;
    struct pay_terms terms = {.form = PAY_OVERTIME,
                              .category = (int64_t)c,
                              .unit = m->unit,
                              .pay_e8 = ONE_E8,
                              .full_time_min = category->full_time_min,
                              .unsocial_ore_per_h = NOT_GIVEN};
    kr = kr_of(tables, &terms, place);
  }
  return kr;
}

struct mean {
  double kr, weight;
};

static void add_prices(const struct making *m, int l, int s, int d, struct mean *mean) {
  const struct rota_problem *problem = &m->base->problem;
  day_number day = m->base->monday + d;
  struct shift_place place = shift_place(m->frame, base_tables_on(m, day), m->base->shift_of[s], day);
  double weight = 0;
  for (int i = 0; i < problem->interval_count; i++)
    if (problem->covers[s * problem->interval_count + i])
      weight += (double)problem->need_milli[(d * problem->interval_count + i) * problem->level_count + l] *
                (problem->intervals[i].to_min - problem->intervals[i].from_min);
  if (!place.open || weight <= 0 || place.paid_min <= 0)
    return;
  double kr = price_of_level(m, l, &place, day);
  mean->kr += weight * (kr >= 0 ? kr : price_of_nobody(m, l, &place, day));
  mean->weight += weight;
}

void base_make_prices(struct making *m) {
  struct rota_problem *problem = &m->base->problem;
  problem->missing_kr_per_h = arena_array(m->arena, (size_t)problem->level_count + 1, sizeof(double));
  for (int l = 0; l < problem->level_count; l++) {
    struct mean mean = {0, 0};
    for (int s = 0; s < problem->shift_count; s++)
      for (int d = 0; d < DAYS_PER_WEEK; d++)
        add_prices(m, l, s, d, &mean);
    problem->missing_kr_per_h[l] = mean.weight > 0 ? mean.kr / mean.weight : l ? problem->missing_kr_per_h[l - 1] : 0;
  }
}

// ---------------------------------------------------------------- what equal rotas cost the year

// Cost of somebody of the level who comes for the shift; 0: it is not open.
static double left_kr(const struct making *m, int d, int s, int l) {
  day_number day = m->base->monday + d;
  struct shift_place place = shift_place(m->frame, base_tables_on(m, day), m->base->shift_of[s], day);
  if (!place.open || place.paid_min <= 0)
    return 0;
  double kr = price_of_level(m, l, &place, day);
  return (kr >= 0 ? kr : price_of_nobody(m, l, &place, day)) * (double)place.paid_min / 60;
}

static double there_of(const struct making *m, int g, day_number day) {
  struct presence presence = group_presence(m->year, m->base->variant, m->base->group_of[g], day);
  return fmax(0, presence_share(&presence));
}

static double work_kr(const struct making *m, int d, int s, int g) {
  day_number day = m->base->monday + d;
  const struct tables *tables = base_tables_on(m, day);
  struct shift_place place = shift_place(m->frame, tables, m->base->shift_of[s], day);
  if (!place.open || place.paid_min <= 0 || !(m->base->problem.groups[g].shifts >> s & 1))
    return 0;
  struct pay_terms terms = terms_of_group(m->year, m->base->variant, PAY_OWN, m->base->group_of[g], day);
  struct ledger price = pay_of_span(tables, &terms, &place.span);
  return kr_from_ore(ledger_sum(&price)) * there_of(m, g, day);
}

static double level_there(const struct making *m, int l, day_number day) {
  const struct rota_problem *problem = &m->base->problem;
  double there = 0, heads = 0;
  for (int g = 0; g < problem->group_count; g++) {
    const struct rota_group *group = &problem->groups[g];
    if (group->level != l)
      continue;
    there += there_of(m, g, day) * group->hours_most_min * group->heads;
    heads += (double)group->hours_most_min * group->heads;
  }
  return heads > 0 ? there / heads : 1;
}

static void add_season(const struct making *m, struct rota_year *year, day_number monday, double share) {
  int levels = m->base->problem.level_count;
  double *there = &year->there[year->season_count * levels];
  for (int l = 0; l < levels; l++)
    there[l] = level_there(m, l, monday);
  for (int season = 0; season < year->season_count; season++)
    if (!memcmp(&year->there[season * levels], there, (size_t)levels * sizeof *there)) {
      year->share[season] += share;
      return;
    }
  year->share[year->season_count++] = share;
}

static struct rota_year *new_year(const struct making *m) {
  const struct rota_problem *problem = &m->base->problem;
  struct rota_year *year = arena_alloc(m->arena, sizeof *year);
  int weeks = m->base->base_week_count, levels = problem->level_count;
  year->share = arena_array(m->arena, (size_t)weeks + 1, sizeof(double));
  year->there = arena_array(m->arena, (size_t)(weeks * levels) + 1, sizeof(double));
  year->left_kr = arena_array(m->arena, (size_t)(7 * problem->shift_count * levels) + 1, sizeof(double));
  year->work_kr = arena_array(m->arena, (size_t)(7 * problem->shift_count * problem->group_count) + 1, sizeof(double));
  return year;
}

static void add_seasons(const struct making *m, struct rota_year *year) {
  int weeks = m->base->base_week_count;
  for (int w = 0; w < m->year->week_count; w++) {
    day_number monday = m->year->first_monday + 7 * w;
    for (int b = 0; b < weeks; b++)
      if (year_holds(m->year, monday) && year_holds(m->year, monday + 6) && m->base->base_weeks[b] == iso_week(monday))
        add_season(m, year, monday, 1.0 / weeks);
  }
}

// On days with too many intervals, equal rotas are not distinguished.
void base_make_year(struct making *m) {
  struct rota_problem *problem = &m->base->problem;
  if (problem->interval_count > ROTA_INTERVALS_MOST)
    return;
  struct rota_year *year = new_year(m);
  add_seasons(m, year);
  for (int d = 0; d < DAYS_PER_WEEK; d++)
    for (int s = 0; s < problem->shift_count; s++) {
      for (int l = 0; l < problem->level_count; l++)
        year->left_kr[(d * problem->shift_count + s) * problem->level_count + l] = left_kr(m, d, s, l);
      for (int g = 0; g < problem->group_count; g++)
        year->work_kr[(d * problem->shift_count + s) * problem->group_count + g] = work_kr(m, d, s, g);
    }
  problem->year = year;
}
