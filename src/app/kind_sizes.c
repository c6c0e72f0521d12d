// SPDX-License-Identifier: GPL-3.0-or-later
// How many people a group of a kind needs: by its own share of the need, in the same way as `rotacost need`.
#include <math.h>
#include <stdio.h>

#include "app/kind.h"
#include "app/watch.h"
#include "audit/demand.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "need/group.h"
#include "need/positions.h"
#include "need/wanted.h"
#include "need/weekend.h"
#include "need/year_make.h"
#include "scenario/need_row.h"

enum { PERCENT = 100, WEEKS_A_YEAR = 52 }; // FTE of audit/demand.h are of so many weeks
static const double LITTLE_HEAD = 0.02;    // too little for another person

struct share { // of a group in its unit's need
  const struct scenario *scenario;
  const struct group_row *group;
  struct frame *frame;
  day_number first, last; // of the year
};

// Can the group work any of the row's hours on the day?
static bool works_on(const struct share *share, const struct need_row *row, day_number day) {
  const struct tables *tables = &share->scenario->tables;
  for (int s = 0; s < share->frame->shift_count; s++) {
    if (!group_works_shift(share->frame, tables, share->group, s, day))
      continue;
    struct shift_place place = shift_place(share->frame, tables, s, day);
    for (int i = 0; i < share->frame->interval_count; i++)
      if (shift_covers(share->frame, &place, i) &&
          window_covers(share->frame, row->unit, row->start_min, row->end_min, i))
        return true;
  }
  return false;
}

static bool is_own(const struct share *share, const struct need_row *row) {
  if (row->unit != share->group->unit || row->level != share->group->category)
    return false;
  for (day_number day = share->first; day <= share->last; day++)
    if (need_holds(row, day) && works_on(share, row, day))
      return true;
  return false;
}

static void keep_own_need(struct arena *arena, const struct share *share, struct rows *need) {
  struct need_row *kept = arena_copy(arena, need->items, need->count, need->size);
  size_t count = 0;
  for (size_t i = 0; i < need->count; i++)
    if (is_own(share, &need_rows(&share->scenario->tables)[i]))
      kept[count++] = need_rows(&share->scenario->tables)[i];
  need->items = (char *)kept;
  need->count = count;
}

// The adults of a ratio are of one category.
static void keep_own_ratio(struct arena *arena, const struct share *share, struct rows *units) {
  struct unit_row *kept = arena_copy(arena, units->items, units->count, units->size);
  if (kept[share->group->unit].ratio_level != share->group->category)
    kept[share->group->unit].ratio = NULL;
  units->items = (char *)kept;
}

// ---------------------------------------------------------------- hours there to be worked

static bool wants_anybody(const struct share *own, day_number day, int64_t *need_milli) {
  need_on_day(own->frame, &own->scenario->tables, day, need_milli);
  for (int i = 0; i < own->frame->interval_count * own->frame->level_count; i++)
    if (need_milli[i] > 0)
      return true;
  return false;
}

// Has the week of the day any need, of what lies in the year?
static bool week_wants_anybody(const struct share *own, day_number day, int64_t *need_milli) {
  day_number monday = day - (day_number)weekday_of(day);
  for (day_number d = monday; d < monday + DAYS_PER_WEEK; d++)
    if (d >= own->first && d <= own->last && wants_anybody(own, d, need_milli))
      return true;
  return false;
}

// Share of 52 weeks' contract hours that can meet the need: in a weekly rota the hours of weeks with any need, without
// absence. Hours free with pay cannot meet it and, in a year-round rota, whose hours may lie in any week, neither can
// holiday nor sick leave.
static double useful_share(struct arena *arena, const struct share *own, const struct unit_year *year, int g) {
  int64_t *need_milli =
      arena_array(arena, (size_t)(own->frame->interval_count * own->frame->level_count), sizeof(int64_t));
  double useful = 0;
  for (day_number day = own->first; day <= own->last; day++) {
    struct presence presence = group_presence(year, REFERENCE, g, day);
    double share = group_day_share(own->group, day);
    if (own->group->regime == REGIME_YEAR)
      useful += share * contract_share(&presence);
    else if (week_wants_anybody(own, day, need_milli))
      useful += share * (1 - presence.off);
  }
  return useful / WEEKS_A_YEAR;
}

static int group_in_frame(const struct frame *frame, size_t row) {
  int g = 0;
  while (frame->groups[g] != row)
    g++;
  return g;
}

// ---------------------------------------------------------------- sizes

static void take_size(const struct share *share, const struct demand *demand, double useful, struct kind_size *size) {
  bool net = !size->gross && share->group->regime != REGIME_YEAR; // a year-round rota's absence is in `useful`
  double fte = (net ? demand->net_fte : demand->gross_fte) / useful, weekends = weekends_share(share->group);
  double by_weekends = weekends > 0 ? demand_weekend_heads_net(demand, 1 / weekends) : 0;
  double heads = ceil(fmax(fte * PERCENT / size->about, by_weekends) - LITTLE_HEAD);
  size->heads = (int)fmax(heads, 1);
  size->percent = (int)fmax(fmin(ceil(fte * PERCENT / size->heads - LITTLE_HEAD), PERCENT), 1);
}

static bool size_group(const struct scenario *scenario, size_t g, struct kind_size *size) {
  struct arena *arena = arena_new();
  struct scenario own = *scenario;
  int year = (int)settings_of(&scenario->tables)->first_year;
  struct share share = {.scenario = scenario, .group = &group_rows(&scenario->tables)[g]};
  int64_t unit = share.group->unit;
  share.first = fiscal_first_day(year);
  share.last = fiscal_last_day(year);
  const struct timeline *timeline =
      timeline_make(arena, scenario, NULL, share.first, share.first, share.last - share.first + 1);
  share.frame = frame_of_unit(arena, scenario, unit, &timeline, 1);
  keep_own_need(arena, &share, &own.tables.list[TABLE_NEED]);
  keep_own_ratio(arena, &share, &own.tables.list[TABLE_UNITS]);
  size_t count;
  const struct demand *demand = demand_of_year(arena, &own, unit, year, &count);
  bool good = demand && count && demand->net_known;
  const struct unit_year *days =
      unit_year_make(arena, scenario, unit, timeline, timeline, (struct year_terms){.merge = true});
  share.scenario = &own;
  double useful = good ? useful_share(arena, &share, days, group_in_frame(days->frame, g)) : 0;
  good = good && useful > 0;
  if (good)
    take_size(&share, demand, useful, size);
  arena_free(arena);
  return good;
}

bool kind_sizes(struct arena *arena, const char *folder, struct kind_size *sizes, size_t count) {
  struct problems *problems = watch_problems(arena);
  const struct scenario *scenario = scenario_read_need(arena, folder, problems);
  bool good = scenario && !problems->error_count && row_count(&scenario->tables, TABLE_GROUPS) == count;
  if (!good)
    problems_print(problems, stderr);
  for (size_t g = 0; good && g < count; g++)
    good = size_group(scenario, g, &sizes[g]);
  if (!good)
    fputs(_("rotacost: no result: the heads of the groups could not be found\n"), stderr);
  return good;
}
