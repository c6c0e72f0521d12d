// SPDX-License-Identifier: GPL-3.0-or-later
#include "need/positions.h"

#include "base/fixed.h"
#include "calendar/fiscal.h"
#include "need/group.h"
#include "need/weekend.h"
#include "pay/absence.h"
#include "scenario/agreement.h"
#include "scenario/joined.h"
#include "scenario/rows_settings.h"
#include "scenario/shared.h"
#include <assert.h>
#include <math.h>
#include <string.h>

#include "need/red_days.h"
#include "scenario/law.h"

void away_begin(struct unit_year *year) {
  size_t count = (size_t)year_days_planned(year) * (size_t)year->frame->group_count;
  for (int v = 0; v < VARIANTS; v++)
    year->away[v] = arena_array(year->arena, count, sizeof *year->away[v]);
}

static struct away find_away(const struct unit_year *year, enum variant variant, int g, day_number day) {
  assert(g >= 0 && g < year->frame->group_count);
  const struct tables *tables = year_tables(year, variant, day);
  const struct group_row *group = &group_rows(tables)[year->frame->groups[g]];
  return (struct away){
      .known = true,
      .holiday_e8 = holiday_on(tables, group->unit, group->category, group->over_60_e8, day),
      .sick_e8 = absence_on(tables, ABSENCE_SICK, group->unit, group->category, day),
      .child_e8 = absence_on(tables, ABSENCE_SICK_CHILD, group->unit, group->category, day),
      .training_e8 = training_on(tables, group->unit, group->category, group_contract_min(tables, group), day),
      .off = group_day_off(year, variant, g, day),
      .alternative = group_alternative_day(year, variant, g, day),
  };
}

// absence.csv is given by week; only the holiday of those over 60, which follows a rate, may change within one.
static bool as_yesterday(const struct unit_year *year, enum variant variant, int g, day_number day,
                         const struct away *yesterday) {
  assert(g >= 0 && g < year->frame->group_count);
  return weekday_of(day) != MONDAY && yesterday->known &&
         timeline_state(year->timelines[variant], day) == timeline_state(year->timelines[variant], day - 1) &&
         !group_on(year, variant, g, day)->over_60_e8;
}

struct away group_away(const struct unit_year *year, enum variant variant, int g, day_number day) {
  assert(g >= 0 && g < year->frame->group_count);
  int at = day - year->first_monday, groups = year->frame->group_count;
  if (at < 0 || at >= year_days_planned(year))
    return find_away(year, variant, g, day);
  struct away *away = &year->away[variant][at * groups + g];
  if (away->known)
    return *away;
  if (at > 0 && as_yesterday(year, variant, g, day, away - groups)) {
    *away = away[-groups];
    away->off = group_day_off(year, variant, g, day);
    away->alternative = group_alternative_day(year, variant, g, day);
  } else {
    *away = find_away(year, variant, g, day);
  }
  return *away;
}

struct presence group_presence(const struct unit_year *year, enum variant variant, int g, day_number day) {
  assert(g >= 0 && g < year->frame->group_count);
  struct away away = group_away(year, variant, g, day);
  struct presence presence = {
      .annual = group_on(year, variant, g, day)->regime == REGIME_YEAR,
      .holiday = (double)away.holiday_e8 / (double)ONE_E8,
      .sick = (double)away.sick_e8 / (double)ONE_E8,
      .child = (double)away.child_e8 / (double)ONE_E8,
      .training = (double)away.training_e8 / (double)ONE_E8,
      .alternative = away.alternative,
      .off = away.off,
  };
  double there = (1 - presence.holiday) * (1 - presence.sick) * (1 - presence.off);
  if (presence.training > there) // nobody is trained who is not there
    presence.training = there;
  return presence;
}

double presence_share(const struct presence *presence) {
  double share = (1 - presence->holiday) * (1 - presence->sick) * (1 - presence->off) - presence->training;
  return share > 0 ? share : 0;
}

double contract_share(const struct presence *presence) {
  return presence_share(presence) - (1 - presence->holiday) * (1 - presence->sick) * presence->alternative;
}

double group_free_h(const struct unit_year *year, enum variant variant, int g, day_number day) {
  assert(g >= 0 && g < year->frame->group_count);
  const struct group_row *group = group_on(year, variant, g, day);
  struct presence presence = group_presence(year, variant, g, day);
  bool placed = presence.annual && group->holidays_by == HOLIDAYS_BY_PLANNER;
  double day_h = group_contract_min(year_tables(year, variant, day), group) / 60 * group_day_share(group, day);
  return day_h * (placed ? 1 : 1 - presence.holiday) * (1 - presence.sick) * (presence.off + presence.alternative);
}

double annual_share(const struct unit_year *year, enum variant variant, int t, int g) {
  assert(t >= 0 && t < year->type_count && g >= 0 && g < year->frame->group_count);
  double share = 0;
  const struct week_type *week = &year->types[t];
  for (int d = 0; d < DAYS_PER_WEEK; d++) {
    const struct group_row *group = group_on(year, variant, g, week->monday + d);
    share += group->regime == REGIME_YEAR ? group_day_share(group, week->monday + d) : 0;
  }
  return share;
}

bool annual_in_week(const struct unit_year *year, int t, int g) {
  assert(t >= 0 && t < year->type_count && g >= 0 && g < year->frame->group_count);
  return annual_share(year, REFERENCE, t, g) > 0 || annual_share(year, SUBJECT, t, g) > 0;
}

bool is_summer(day_number day) {
  int month = date_from_day(day).month;
  return month >= 6 && month <= 9;
}

double week_total_most_h(const struct tables *tables, const struct group_row *group, day_number day) {
  double most_h = law_hours(tables, LAW_WEEK_TOTAL, group->agreement);
  bool more_overtime = rate_on(tables, RATE_OVERTIME_WEEK, NULL, day) > law_rate_e6(tables, LAW_OVERTIME_WEEK);
  return most_h > 0 && more_overtime ? most_h : INFINITY;
}

bool group_works_shift(const struct frame *frame, const struct tables *tables, const struct group_row *group, int shift,
                       day_number day) {
  assert(shift >= 0 && shift < frame->shift_count);
  const struct shift_row *row = &shift_rows(tables)[frame->shifts[shift]];
  if (!group_works_in(tables, group, row->unit, day) ||
      shift_paid_min(row) > agreement_most_min(tables, group->agreement))
    return false;
  return group_has_shift(tables, group, row);
}

// Share of the working time outside holiday that is spent off sick, over the run. Days with a sick child are paid like any
// other and not refunded.
static int64_t sick_share(const struct unit_year *year, enum variant variant, int g, const struct position_run *run) {
  assert(g >= 0 && g < year->frame->group_count);
  int128 sick = 0, working = 0;
  for (day_number day = run->first_day; day <= run->last_day; day++) {
    struct away away = group_away(year, variant, g, day);
    int64_t there = ONE_E8 - away.holiday_e8;
    sick += (int128)there * (away.sick_e8 - away.child_e8);
    working += there;
  }
  return working ? fixed_divide(sick, working) : 0;
}

static bool day_cuts(const struct unit_year *year, day_number day) {
  for (int v = 0; v < VARIANTS; v++)
    if (timeline_state(year->timelines[v], day) != timeline_state(year->timelines[v], day - 1))
      return true;
  return year_holds(year, day) != year_holds(year, day - 1) ||
         year_segment_of(year, day) != year_segment_of(year, day - 1);
}

static struct position_run run_between(const struct unit_year *year, enum variant variant, int g, day_number first,
                                       day_number after) {
  assert(g >= 0 && g < year->frame->group_count);
  const struct tables *tables = year_tables(year, variant, first);
  const struct group_row *group = group_on(year, variant, g, first);
  struct position_run run = {.first_day = first,
                             .last_day = after - 1,
                             .in_year = year_holds(year, first),
                             .segment = year_segment_of(year, first),
                             .heads_milli = group->heads_milli,
                             .position_e8 = group->position_e8,
                             .full_time_min = group_full_time(tables, group)};
  struct payee payee = payee_of_group(group);
  run.per_head = pay_of_position(tables, &payee, run.first_day, run.last_day, sick_share(year, variant, g, &run));
  int64_t agreed_ore = fixed_round((double)group->year_compensation_ore * (double)group->position_e8 / (double)ONE_E8 *
                                   (after - first) / year->day_count);
  struct ledger agreed = pay_of_compensation(tables, &payee, agreed_ore, first);
  ledger_add(&run.per_head, &agreed);
  return run;
}

struct stretch {
  day_number first, end; // end: the day after the last
};

static struct position_run *runs_through(struct arena *arena, const struct unit_year *year, enum variant variant, int g,
                                         struct stretch stretch, int *count) {
  assert(g >= 0 && g < year->frame->group_count);
  struct position_run *runs = NULL;
  size_t run_count = 0, room = 0;
  for (day_number first = stretch.first; first < stretch.end;) {
    day_number after = first + 1, next_year = fiscal_first_day(fiscal_year_of(first) + 1);
    while (after < stretch.end && after != next_year && !day_cuts(year, after))
      after++;
    struct position_run *run = arena_push(arena, &runs, &run_count, &room, sizeof *run);
    *run = run_between(year, variant, g, first, after);
    first = after;
  }
  *count = (int)run_count;
  return runs;
}

struct position_run *position_runs(struct arena *arena, const struct unit_year *year, enum variant variant, int g,
                                   int *count) {
  assert(g >= 0 && g < year->frame->group_count);
  struct stretch days = {year->first_day, year->first_day + year->day_count};
  return runs_through(arena, year, variant, g, days, count);
}

struct position_run *position_runs_planned(struct arena *arena, const struct unit_year *year, enum variant variant,
                                           int g, int *count) {
  assert(g >= 0 && g < year->frame->group_count);
  struct stretch days = {year->first_monday, year->first_monday + year_days_planned(year)};
  return runs_through(arena, year, variant, g, days, count);
}

static double given_or(int64_t value, int64_t fallback, double per) {
  return (double)(value != NOT_GIVEN ? value : fallback) / per;
}

struct adjust_terms adjust_terms(const struct scenario *scenario, const struct group_row *group) {
  const struct settings_row *settings = settings_of(&scenario->tables);
  return (struct adjust_terms){
      .least = given_or(group->adjust_min_e8, settings->adjust_min_e8, (double)ONE_E8),
      .most = given_or(group->adjust_max_e8, settings->adjust_max_e8, (double)ONE_E8),
      .step_heads = given_or(group->adjust_step_milli, settings->adjust_step_milli, MILLI),
  };
}
