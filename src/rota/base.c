// SPDX-License-Identifier: GPL-3.0-or-later
#include "rota/base.h"

#include <math.h>
#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "need/group.h"
#include "need/positions.h"
#include "need/terms.h"
#include "need/wanted.h"
#include "need/weekend.h"
#include "plan/figures.h"
#include "rota/base_parts.h"
#include "scenario/law.h"
#include "scenario/rows_settings.h"
#include "scenario/shared.h"

enum { NEED_WEEKS = 1, WEEKS_OF_A_YEAR = 54 };

// ---------------------------------------------------------------- base weeks

bool base_week_is_plain(day_number monday) {
  for (int d = 0; d < DAYS_PER_WEEK; d++)
    if (day_kind_of(monday + d) == DAY_HOLIDAY)
      return false;
  return true;
}

// Do two weeks agree in everything that determines a rota: need, open shifts and contracts?
static bool weeks_alike(const struct making *m, day_number a, day_number b) {
  const struct frame *frame = m->frame;
  size_t cells = (size_t)(frame->interval_count * frame->level_count);
  struct arena *passing = arena_new();
  int64_t *one = arena_array(passing, cells, sizeof *one), *other = arena_array(passing, cells, sizeof *other);
  bool alike = true;
  for (int d = 0; d < DAYS_PER_WEEK && alike; d++) {
    const struct tables *first = base_tables_on(m, a + d), *second = base_tables_on(m, b + d);
    need_on_day(frame, first, a + d, one);
    need_on_day(frame, second, b + d, other);
    alike = !cells || !memcmp(one, other, cells * sizeof *one);
    for (int s = 0; s < frame->shift_count && alike; s++)
      alike = shift_place(frame, first, s, a + d).open == shift_place(frame, second, s, b + d).open &&
              !memcmp(&shift_rows(first)[frame->shifts[s]], &shift_rows(second)[frame->shifts[s]],
                      sizeof(struct shift_row));
    for (int g = 0; g < frame->group_count && alike; g++)
      alike = !memcmp(&group_rows(first)[frame->groups[g]], &group_rows(second)[frame->groups[g]],
                      sizeof(struct group_row));
  }
  arena_free(passing);
  return alike;
}

// The first week of the largest set of equal weeks; of equally large sets the earlier one.
static bool find_base_weeks(struct making *m) {
  const struct unit_year *year = m->year;
  day_number mondays[WEEKS_OF_A_YEAR];
  int count = 0, best = -1, most = 0, weeks = 0;
  for (int w = 0; w < year->week_count && count < WEEKS_OF_A_YEAR; w++) {
    day_number monday = year->first_monday + 7 * w;
    if (!year_holds(year, monday) || !year_holds(year, monday + 6))
      continue;
    weeks++;
    if (base_week_is_plain(monday))
      mondays[count++] = monday;
  }
  for (int i = 0; i < count; i++) {
    int alike = 0;
    for (int j = 0; j < count; j++)
      alike += weeks_alike(m, mondays[i], mondays[j]);
    if (alike > most) {
      most = alike;
      best = i;
    }
  }
  if (best < 0)
    return base_refuse(m, _("every week of the year has a public holiday"));
  m->base->monday = mondays[best];
  m->base->tables = base_tables_on(m, mondays[best]);
  for (int j = 0; j < count; j++)
    if (weeks_alike(m, mondays[best], mondays[j]))
      m->base->base_weeks[m->base->base_week_count++] = iso_week(mondays[j]);
  m->base->other_week_count = count - most;
  m->base->holiday_week_count = weeks - count;
  return true;
}

// ---------------------------------------------------------------- shifts

static bool is_night(const struct making *m, const struct shift_place *place) {
  const struct law *law = law_of(m->base->tables);
  return work_minutes_of(law, &place->span).night > law->night_worker_min;
}

static struct rota_shift shift_made(const struct making *m, int s) {
  struct shift_place place = shift_place(m->frame, m->base->tables, s, m->base->monday);
  const struct shift_row *row = &shift_rows(m->base->tables)[m->frame->shifts[s]];
  struct rota_shift shift = {.code = row->shift,
                             .title = row->title ? row->title : row->shift,
                             .start_min = (int)(m->frame->day_starts_min + place.start_min),
                             .end_min = (int)(m->frame->day_starts_min + place.off_duty_min),
                             .paid_min = (int)place.paid_min,
                             .night = is_night(m, &place),
                             .run_least = 1,
                             .run_most = ROTA_NO_LIMIT};
  for (int d = 0; d < DAYS_PER_WEEK; d++)
    if (shift_place(m->frame, base_tables_on(m, m->base->monday + d), s, m->base->monday + d).open)
      shift.weekdays |= 1u << d;
  return shift;
}

static bool make_shifts(struct making *m) {
  struct rota_problem *problem = &m->base->problem;
  const struct frame *frame = m->frame;
  bool open = false;
  if (frame->shift_count > ROTA_SHIFTS_MOST)
    return base_refuse(m, arena_printf(m->arena, _("the unit has %d shifts, and a rota of lines takes %d at most"),
                                       frame->shift_count, ROTA_SHIFTS_MOST));
  if (unit_has_duties(frame, m->base->tables))
    return base_refuse(m, _("the unit has resting or on-call duty, which a rota of lines does not hold yet"));
  problem->shifts = arena_array(m->arena, (size_t)frame->shift_count + 1, sizeof *problem->shifts);
  m->base->shift_of = arena_array(m->arena, (size_t)frame->shift_count + 1, sizeof(int));
  for (int s = 0; s < frame->shift_count; s++) {
    struct rota_shift shift = shift_made(m, s);
    open |= shift.weekdays != 0;
    m->base->shift_of[problem->shift_count] = s;
    problem->shifts[problem->shift_count++] = shift;
  }
  return open ? true : base_refuse(m, _("no shift of the unit is worked in these weeks"));
}

// ---------------------------------------------------------------- need

static bool covers(const struct making *m, int s, int i) {
  for (int d = 0; d < DAYS_PER_WEEK; d++) { // on a day on which it is open
    struct shift_place place = shift_place(m->frame, base_tables_on(m, m->base->monday + d), s, m->base->monday + d);
    if (place.open)
      return shift_covers(m->frame, &place, i);
  }
  return false;
}

struct week_of_need {
  int64_t *need_milli; // [(d * interval_count + i) * level_count + l] of the frame
};

static struct week_of_need read_need(const struct making *m) {
  size_t cells = (size_t)(m->frame->interval_count * m->frame->level_count);
  struct week_of_need week = {arena_array(m->arena, 7 * cells + 1, sizeof *week.need_milli)};
  for (int d = 0; d < DAYS_PER_WEEK; d++)
    need_on_day(m->frame, base_tables_on(m, m->base->monday + d), m->base->monday + d,
                week.need_milli + (size_t)d * cells);
  return week;
}

static int64_t wanted(const struct making *m, const struct week_of_need *week, int d, int i, int l) {
  return week->need_milli[(d * m->frame->interval_count + i) * m->frame->level_count + l];
}

static bool wanted_ever(const struct making *m, const struct week_of_need *week, int i) {
  for (int d = 0; d < DAYS_PER_WEEK; d++)
    if (wanted(m, week, d, i, 0) > 0)
      return true;
  return false;
}

// Do two intervals have the same need, and are they covered by the same shifts?
static bool intervals_alike(const struct making *m, const struct week_of_need *week, int i, int j) {
  for (int d = 0; d < DAYS_PER_WEEK; d++)
    for (int l = 0; l < m->frame->level_count; l++)
      if (wanted(m, week, d, i, l) != wanted(m, week, d, j, l))
        return false;
  for (int s = 0; s < m->base->problem.shift_count; s++)
    if (covers(m, m->base->shift_of[s], i) != covers(m, m->base->shift_of[s], j))
      return false;
  return true;
}

// Intervals of the frame with a need; equal neighbours are merged: first[] is the first of each.
static void make_intervals(struct making *m, const struct week_of_need *week, int *first) {
  struct rota_problem *problem = &m->base->problem;
  int starts_min = (int)m->frame->day_starts_min, last = -1;
  problem->intervals = arena_array(m->arena, (size_t)m->frame->interval_count + 1, sizeof *problem->intervals);
  for (int i = 0; i < m->frame->interval_count; i++) {
    const struct interval *from = &m->frame->intervals[i];
    if (!wanted_ever(m, week, i))
      continue;
    if (last >= 0 && last == i - 1 && m->frame->intervals[last].to_min == from->from_min &&
        intervals_alike(m, week, first[problem->interval_count - 1], i)) {
      problem->intervals[problem->interval_count - 1].to_min = starts_min + (int)from->to_min;
    } else {
      first[problem->interval_count] = i;
      problem->intervals[problem->interval_count++] =
          (struct rota_interval){starts_min + (int)from->from_min, starts_min + (int)from->to_min};
    }
    last = i;
  }
}

static void make_need(struct making *m) {
  struct rota_problem *problem = &m->base->problem;
  struct week_of_need week = read_need(m);
  int *first = arena_array(m->arena, (size_t)m->frame->interval_count + 1, sizeof *first);
  bool fractions = false;
  make_intervals(m, &week, first);
  int intervals = problem->interval_count, levels = problem->level_count = m->frame->level_count;
  problem->need_weeks = NEED_WEEKS;
  problem->covers = arena_array(m->arena, (size_t)(problem->shift_count * intervals) + 1, sizeof *problem->covers);
  for (int s = 0; s < problem->shift_count; s++)
    for (int i = 0; i < intervals; i++)
      problem->covers[s * intervals + i] = covers(m, m->base->shift_of[s], first[i]);
  problem->need_milli = arena_array(m->arena, (size_t)(7 * intervals * levels) + 1, sizeof *problem->need_milli);
  for (int d = 0; d < DAYS_PER_WEEK; d++)
    for (int i = 0; i < intervals; i++)
      for (int l = 0; l < levels; l++) {
        int64_t milli = wanted(m, &week, d, first[i], l);
        problem->need_milli[(d * intervals + i) * levels + l] = milli;
        fractions |= milli % MILLI != 0;
      }
  if (fractions)
    base_say(m, _("The need has parts of a person: a line is a whole person, who covers a part as well as a whole."));
}

// ---------------------------------------------------------------- groups

static uint32_t shifts_of_group(const struct making *m, const struct group_row *group) {
  uint32_t shifts = 0;
  for (int s = 0; s < m->base->problem.shift_count; s++)
    if (group_works_shift(m->frame, m->base->tables, group, m->base->shift_of[s], m->base->monday))
      shifts |= UINT32_C(1) << s;
  return shifts;
}

static int shortest_shift_min(const struct rota_problem *problem, uint32_t shifts) {
  int shortest = 0;
  for (int s = 0; s < problem->shift_count; s++)
    if (shifts >> s & 1 && (!shortest || problem->shifts[s].paid_min < shortest))
      shortest = problem->shifts[s].paid_min;
  return shortest;
}

// Can whole shifts add up to hours within the limits?
static bool hours_can_be(const struct making *m, const struct rota_group *group) {
  const struct rota_problem *problem = &m->base->problem;
  struct arena *passing = arena_new();
  int most = group->hours_most_min, days = 7 * m->base->weeks;
  int16_t *fewest =
      arena_array(passing, (size_t)(most > 0 ? most : 0) + 1, sizeof *fewest); // shifts + 1; 0: not reached
  bool can = group->hours_least_min <= 0;
  fewest[0] = 1;
  for (int h = 1; h <= most && !can; h++) {
    for (int s = 0; s < problem->shift_count; s++) {
      int before = h - problem->shifts[s].paid_min;
      if (group->shifts >> s & 1 && problem->shifts[s].paid_min > 0 && before >= 0 && fewest[before] &&
          fewest[before] <= days && (!fewest[h] || fewest[before] + 1 < fewest[h]))
        fewest[h] = (int16_t)(fewest[before] + 1);
    }
    can = h >= group->hours_least_min && fewest[h];
  }
  arena_free(passing);
  return can;
}

static bool make_hours(const struct rule_at *at, const struct group_row *row, struct rota_group *group) {
  struct making *m = at->m;
  int contract = (int)lround(group_contract_min(m->base->tables, row) * m->base->weeks);
  double shortest_h = shortest_shift_min(&m->base->problem, group->shifts) / 60.0;
  group->hours_least_min = contract - base_rule_min(at, WORD_HOURS_UNDER, shortest_h);
  group->hours_most_min = contract + base_rule_min(at, WORD_HOURS_OVER, 0);
  if (group->hours_least_min < 0)
    group->hours_least_min = 0;
  bool over =
      base_rule_row(m, WORD_HOURS_OVER, row->group, NULL) && !base_rule_row(m, WORD_HOURS_UNDER, row->group, NULL);
  base_tell_rule(at, ROTA_RULE_HOURS, over ? WORD_HOURS_OVER : WORD_HOURS_UNDER,
                 arena_printf(m->arena, _("%s to %s h in %d weeks"), base_number(m, group->hours_least_min / 60.0),
                              base_number(m, group->hours_most_min / 60.0), m->base->weeks),
                 _("groups.csv; whole shifts"));
  if (hours_can_be(m, group))
    return true;
  return base_refuse(
      m, arena_printf(m->arena,
                      _("no whole shifts of %s come to %s to %s h in %d weeks: ask for other weeks, or write "
                        "hours_under_h or hours_over_h in rota_rules.csv"),
                      group->group, base_number(m, group->hours_least_min / 60.0),
                      base_number(m, group->hours_most_min / 60.0), m->base->weeks));
}

static bool make_group(struct making *m, int frame_group) {
  const struct group_row *row = base_group_row(m, frame_group);
  struct rota_problem *problem = &m->base->problem;
  if (row->heads_milli % MILLI)
    return base_refuse(
        m, arena_printf(m->arena,
                        _("%s has %s heads, and a line is a whole person: write whole heads in groups.csv, and a "
                          "group of its own for a part of a position"),
                        row->group, base_number(m, (double)row->heads_milli / MILLI)));
  if (!row->heads_milli)
    return true;
  struct rota_group *group = &problem->groups[problem->group_count];
  struct rule_at at = {m, row->group, problem->group_count};
  m->base->group_of[problem->group_count++] = frame_group;
  *group = (struct rota_group){.group = row->group,
                               .title = row->title ? row->title : row->group,
                               .heads = (int)(row->heads_milli / MILLI),
                               .level = category_level(m->frame, m->base->tables, row->category),
                               .shifts = shifts_of_group(m, row)};
  base_make_rest(&at, row, &group->limits);
  base_make_runs(&at, &group->limits);
  base_make_sundays(&at, row, &group->limits);
  base_make_week_hours(&at, row, group);
  if (row->regime == REGIME_YEAR)
    base_say(
        m, arena_printf(
               m->arena,
               _("%s works by the year: hours swing and holidays are placed, so that no rota repeats. These lines are "
                 "weeks of the contract's hours."),
               row->group));
  return base_make_weekends(&at, row, &group->limits) && make_hours(&at, row, group);
}

static bool make_groups(struct making *m) {
  struct rota_problem *problem = &m->base->problem;
  problem->groups = arena_array(m->arena, (size_t)m->frame->group_count + 1, sizeof *problem->groups);
  m->base->group_of = arena_array(m->arena, (size_t)m->frame->group_count + 1, sizeof(int));
  for (int g = 0; g < m->frame->group_count; g++)
    if (!make_group(m, g))
      return false;
  return problem->group_count ? true : base_refuse(m, _("nobody is employed in the unit"));
}

// ---------------------------------------------------------------- the whole

static bool is_shared(const struct making *m) {
  const struct tables *tables = &m->frame->scenario->tables;
  if (m->frame->unit_count > 1)
    return true;
  for (size_t g = 0; g < row_count(tables, TABLE_GROUPS); g++)
    if (group_rows(tables)[g].unit != m->unit && group_belongs_to(tables, &group_rows(tables)[g], m->unit))
      return true;
  return false;
}

static void make_all(struct making *m) {
  if (is_shared(m)) {
    base_refuse(m, _("the unit shares its people with another one, and their lines would hold shifts of both"));
    return;
  }
  if (!find_base_weeks(m) || !make_shifts(m))
    return;
  make_need(m);
  if (!make_groups(m))
    return;
  base_make_same_shift(m);
  base_make_sequences(m);
  base_make_weights(m);
  base_make_prices(m);
  base_make_year(m);
  if (settings_of(m->base->tables)->weekend_from == WEEKEND_FRIDAY_EVENING)
    base_say(m,
             _("A weekend of a line is its Saturday and Sunday; the Friday evening of the setting weekend_from is not "
               "looked "
               "at here."));
}

struct base_rota *base_rota_make(struct arena *arena, const struct unit_year *year, enum variant variant, int weeks) {
  struct base_rota *base = arena_alloc(arena, sizeof *base);
  *base = (struct base_rota){.year = year, .variant = variant, .weeks = weeks};
  base->problem.weeks = weeks;
  struct making making = {arena, base, year, year->frame, year->frame->unit};
  make_all(&making);
  return base;
}
