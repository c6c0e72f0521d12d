// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/understood.h"

#include "base/fixed.h"
#include "calendar/fiscal.h"
#include "need/frame.h"
#include "need/group.h"
#include "need/positions.h"
#include "need/wanted.h"
#include "need/weekend.h"

enum { NIGHT_MIN = 3 * 60 };

struct understanding {
  struct arena *arena;
  const struct scenario *scenario;
  const struct tables *tables;
  day_number first, last;
};

static double group_fte(const struct group_row *group) {
  return (double)group->heads_milli / MILLI * (double)group->position_e8 / (double)ONE_E8;
}

// Describes the groups; returns the cost of a full-time position in them, 0 if there are none.
static double add_groups(const struct understanding *u, struct understood *unit) {
  double cost_ore = 0;
  for (size_t g = 0; g < row_count(u->tables, TABLE_GROUPS); g++) {
    const struct group_row *group = &group_rows(u->tables)[g];
    if (group->unit != unit->unit)
      continue;
    double heads = (double)group->heads_milli / MILLI;
    struct payee payee = payee_of_group(group);
    struct ledger one = pay_of_position(u->tables, &payee, u->first, u->last, 0);
    unit->contracted_fte += group_fte(group);
    unit->weekend_heads += weekends_share(group) > 0 ? heads : 0;
    cost_ore += heads * (double)ledger_sum(&one);
  }
  return unit->contracted_fte > 0 ? cost_ore / unit->contracted_fte : 0;
}

static bool is_below(const struct frame *frame, const int64_t *need_milli, const int64_t *norm_milli) {
  for (int c = 0; c < frame->interval_count * frame->level_count; c++)
    if (need_milli[c] < norm_milli[c])
      return true;
  return false;
}

// Persons of any level needed at this minute of the day.
static int64_t wanted_at(const struct frame *frame, const int64_t *need_milli, int64_t clock_min) {
  int64_t minute = (clock_min - frame->day_starts_min + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  for (int i = 0; i < frame->interval_count; i++)
    if (frame->intervals[i].from_min <= minute && minute < frame->intervals[i].to_min)
      return need_milli[i * frame->level_count];
  return 0;
}

static void add_days(const struct understanding *u, struct understood *unit) {
  int days = u->last - u->first + 1;
  const struct timeline *timeline = timeline_make(u->arena, u->scenario, NULL, u->first, u->first, days);
  const struct frame *frame = frame_of_unit(u->arena, u->scenario, unit->unit, &timeline, 1);
  size_t cells = (size_t)frame->interval_count * (size_t)frame->level_count;
  int64_t *need_milli = arena_array(u->arena, cells, sizeof *need_milli),
          *norm_milli = arena_array(u->arena, cells, sizeof *norm_milli);
  double night_milli = 0;
  for (day_number day = u->first; day <= u->last && cells; day++) {
    need_on_day(frame, u->tables, day, need_milli);
    norm_on_day(frame, u->tables, day, norm_milli);
    unit->below_norm_days += is_below(frame, need_milli, norm_milli);
    night_milli += (double)wanted_at(frame, need_milli, NIGHT_MIN);
  }
  unit->night_posts = night_milli / days / MILLI;
  unit->has_norm = frame->norm_count > 0;
}

static void add_rows(const struct understanding *u, struct understood *unit) {
  static const enum table_id tables[] = {TABLE_NEED, TABLE_NORM, TABLE_GROUPS};
  for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
    for (size_t i = 0; i < row_count(u->tables, tables[t]); i++) {
      int64_t of = tables[t] == TABLE_NEED   ? need_rows(u->tables)[i].unit
                   : tables[t] == TABLE_NORM ? norm_rows(u->tables)[i].unit
                                             : group_rows(u->tables)[i].unit;
      const struct row *row = row_at(u->tables, tables[t], i);
      unit->rows += of == unit->unit;
      unit->assumed_rows += of == unit->unit && (row->assumed || !row->source);
    }
}

static struct understood of_unit(struct understanding *u, const struct demand *demand) {
  struct understood unit = {.unit = demand->unit, .cost_ore = NOT_GIVEN};
  unit.need_fte = demand->net_known ? demand->net_fte : demand->gross_fte;
  double full_time_ore = add_groups(u, &unit);
  unit.weekend_heads_needed = demand->own_every > 0 ? demand_weekend_heads_net(demand, demand->own_every) : 0;
  if (full_time_ore > 0)
    unit.cost_ore = fixed_round(full_time_ore * unit.need_fte);
  add_days(u, &unit);
  add_rows(u, &unit);
  return unit;
}

static void add_to_sum(struct understood *sum, const struct understood *unit) {
  sum->need_fte += unit->need_fte;
  sum->contracted_fte += unit->contracted_fte;
  sum->weekend_heads_needed += unit->weekend_heads_needed;
  sum->weekend_heads += unit->weekend_heads;
  sum->night_posts += unit->night_posts;
  if (unit->cost_ore != NOT_GIVEN)
    sum->cost_ore = (sum->cost_ore == NOT_GIVEN ? 0 : sum->cost_ore) + unit->cost_ore;
  sum->has_norm |= unit->has_norm;
  sum->rows += unit->rows;
  sum->assumed_rows += unit->assumed_rows;
}

struct understood *understood_of_year(struct arena *arena, const struct scenario *scenario, int year, size_t *count) {
  size_t asked = 0;
  struct demand *demands = demand_of_year(arena, scenario, NOT_GIVEN, year, &asked);
  *count = 0;
  if (!demands)
    return NULL;
  struct understood *list = arena_array(arena, asked + 1, sizeof *list),
                    sum = {.unit = NOT_GIVEN, .cost_ore = NOT_GIVEN};
  for (size_t i = 0; i < asked; i++) {
    if (demands[i].unit == NOT_GIVEN)
      continue;
    struct understanding u = {arena_new(), scenario, &scenario->tables, fiscal_first_day(year), fiscal_last_day(year)};
    list[*count] = of_unit(&u, &demands[i]);
    arena_free(u.arena);
    add_to_sum(&sum, &list[(*count)++]);
  }
  if (*count > 1)
    list[(*count)++] = sum;
  return list;
}

bool understood_is_odd(const struct understood *unit) {
  const double least = 0.5, most = 2;
  bool both = unit->need_fte > 0 && unit->contracted_fte > 0 && unit->unit != NOT_GIVEN;
  return both && (unit->contracted_fte < least * unit->need_fte || unit->contracted_fte > most * unit->need_fte);
}
