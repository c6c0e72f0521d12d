// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a week or a year: positions, holidays, weekends, compensations; the cost of the given positions.
#include <assert.h>
#include <math.h>

#include "base/fixed.h"
#include "need/compensation.h"
#include "need/group.h"
#include "program/builder.h"

static void add_run(struct head_cost *cost, const struct position_run *run, double heads) {
  double kr = kr_from_ore(ledger_sum(&run->per_head)) * heads;
  cost->all_kr += kr;
  cost->year_kr += run->in_year ? kr : 0;
}

// Cost of one more head of group g through segment k.
static struct head_cost head_cost(const struct builder *b, int g, int k) {
  assert(g >= 0 && g < b->frame->group_count && k >= 0 && k < b->year->segment_count);
  int count;
  struct position_run *runs = position_runs_planned(b->passing, b->year, b->variant, g, &count);
  struct head_cost cost = {0, 0};
  for (int i = 0; i < count; i++)
    if (runs[i].segment == k)
      add_run(&cost, &runs[i], 1);
  return cost;
}

void price_people(const struct builder *b, struct program_column *column) {
  const struct column_key *key = &column->key;
  if (key->kind == COLUMN_UP || key->kind == COLUMN_DOWN) {
    double heads = key->kind == COLUMN_UP ? column->scale : -column->scale;
    struct head_cost cost = head_cost(b, key->who, key->segment);
    column->cost_kr = cost.all_kr * heads;
    column->year_kr = cost.year_kr * heads;
  } else if (key->kind == COLUMN_EXTRA_WEEKEND || key->kind == COLUMN_MOVED_HOLIDAY) {
    struct ledger price = key->kind == COLUMN_MOVED_HOLIDAY ? holiday_compensation(b->year, b->variant, key->who)
                                                            : weekend_compensation(b->year, b->variant, key->who);
    column->cost_kr = column->year_kr = kr_from_ore(ledger_sum(&price));
  }
}

static void add_position_columns(struct builder *b, int g, int k) {
  assert(g >= 0 && g < b->frame->group_count && k >= 0 && k < b->year->segment_count);
  const struct unit_year *year = b->year;
  const struct group_row *group = group_on(year, b->variant, g, year->segment_first[k]);
  double step = adjust_terms(b->frame->scenario, group).step_heads;
  struct program_column column = {
      .key = column_key(COLUMN_UP, -1, -1), .scale = step > 0 ? step : 1, .whole = step > 0};
  column.key.who = g;
  column.key.segment = k;
  price_people(b, &column);
  column.tie = tie_of_positions(b, g, k);
  add_column(b, column);
  column.key.kind = COLUMN_DOWN;
  column.cost_kr = -column.cost_kr;
  column.year_kr = -column.year_kr;
  add_column(b, column);
}

// Planned hours and holidays of a group in the year-round rota; fixed at 0 where the group is not in it under this variant.
static void add_annual_columns(struct builder *b, int t, int g) {
  assert(t >= 0 && t < b->year->type_count && g >= 0 && g < b->frame->group_count);
  if (!annual_in_week(b->year, t, g))
    return;
  double open = annual_share(b->year, b->variant, t, g) > 0 ? INFINITY : 0;
  struct program_column column = {.key = column_key(COLUMN_ROSTER, t, -1), .upper = open, .scale = 1};
  column.key.who = g;
  column.tie = tie_of_week(b, t, g);
  add_column(b, column);
  column.key.kind = COLUMN_AWAY;
  add_column(b, column);
}

static void add_weekend_column(struct builder *b, int t, int g) {
  assert(t >= 0 && t < b->year->type_count && g >= 0 && g < b->frame->group_count);
  struct program_column column = {.key = column_key(COLUMN_WEEKEND, t, -1), .upper = INFINITY, .scale = 1};
  column.key.who = g;
  column.tie = tie_of_week(b, t, g);
  if (ever_weekends_by_year(b, g))
    add_column(b, column);
}

static void add_compensation_column(struct builder *b, enum column_kind kind, int g) {
  assert(g >= 0 && g < b->frame->group_count);
  struct program_column column = {.key = column_key(kind, -1, -1), .upper = INFINITY, .scale = 1};
  column.key.who = g;
  price_people(b, &column);
  column.tie = 1;
  add_column(b, column);
}

static void add_compensation_columns(struct builder *b, int g) {
  assert(g >= 0 && g < b->frame->group_count);
  const struct unit_year *year = b->year;
  if (weekend_compensated(year, REFERENCE, g) || weekend_compensated(year, SUBJECT, g))
    add_compensation_column(b, COLUMN_EXTRA_WEEKEND, g);
  if (holiday_compensated(year, REFERENCE, g) || holiday_compensated(year, SUBJECT, g))
    add_compensation_column(b, COLUMN_MOVED_HOLIDAY, g);
}

struct head_cost fixed_cost(const struct builder *b) {
  struct head_cost sum = {0, 0};
  for (int g = 0; g < b->frame->group_count; g++) {
    int count;
    struct position_run *runs = position_runs_planned(b->program->arena, b->year, b->variant, g, &count);
    for (int i = 0; i < count; i++)
      add_run(&sum, &runs[i], (double)runs[i].heads_milli / MILLI);
  }
  return sum;
}

void columns_of_people(struct builder *b) {
  int groups = b->frame->group_count;
  for (int t = 0; t < b->year->type_count; t++)
    for (int g = 0; g < groups; g++) {
      add_annual_columns(b, t, g);
      add_weekend_column(b, t, g);
    }
  for (int k = 0; k < b->year->segment_count; k++)
    for (int g = 0; g < groups; g++)
      add_position_columns(b, g, k);
  for (int g = 0; g < groups; g++)
    add_compensation_columns(b, g);
}
