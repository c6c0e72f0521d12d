// SPDX-License-Identifier: GPL-3.0-or-later
// Hours of weeks by law.
#include <math.h>

#include "base/language.h"
#include "need/positions.h"
#include "rota/base_parts.h"
#include "scenario/law.h"

enum { HOURS_OF_DAY = 24 };

static struct base_week_hours hours_over(double week_h, int weeks) {
  bool limited = isfinite(week_h) && week_h > 0;
  return (struct base_week_hours){limited ? (int)floor(week_h * 60 + 1e-6) : 0, weeks > 0 ? weeks : 1};
}

struct base_week_hours base_week_ceiling_of(const struct tables *tables, const struct group_row *group) {
  return hours_over(law_hours(tables, LAW_WEEK_CEILING, group->agreement), 1);
}

struct base_week_hours base_week_total_of(const struct tables *tables, const struct group_row *group, day_number day) {
  return hours_over(week_total_most_h(tables, group, day), 1);
}

struct base_week_hours base_average_of(const struct tables *tables, const struct group_row *group) {
  return hours_over(law_hours(tables, LAW_HOURS_AVERAGE, group->agreement), law_limit(tables, LAW_HOURS_AVERAGE).weeks);
}

double base_night_h_in_24(const struct tables *tables, double week_h) {
  return week_h * HOURS_OF_DAY / (DAYS_PER_WEEK * HOURS_OF_DAY - law_of(tables)->night_rest_h);
}

struct base_week_hours base_night_average_of(const struct tables *tables, const struct group_row *group) {
  double in_24_h = law_hours(tables, LAW_NIGHT_AVERAGE, group->agreement);
  return hours_over(in_24_h / base_night_h_in_24(tables, 1), law_limit(tables, LAW_NIGHT_AVERAGE).weeks);
}

// ---------------------------------------------------------------- how far anybody may agree

static int rest_floor_min(const struct tables *tables, enum law_rule rule) {
  struct law_limit limit = law_limit(tables, rule);
  return (int)lround(60 * (limit.agreed > 0 ? limit.agreed : limit.by[AGREEMENT_LAW]));
}

struct rota_floors base_floors_of(const struct tables *tables) {
  struct law_limit week = law_limit(tables, LAW_WEEK_CEILING);
  double week_h = 0;
  for (int agreement = 0; agreement < AGREEMENTS; agreement++)
    week_h = fmax(week_h, week.by[agreement]);
  return (struct rota_floors){.daily_rest_min = rest_floor_min(tables, LAW_DAILY_REST),
                              .weekly_rest_min = rest_floor_min(tables, LAW_WEEKLY_REST),
                              .week_most_min = hours_over(week_h, 1).most_min};
}

// ---------------------------------------------------------------- of a group

static bool works_nights(const struct making *m, const struct rota_group *group) {
  for (int s = 0; s < m->base->problem.shift_count; s++)
    if (group->shifts >> s & 1 && m->base->problem.shifts[s].night)
      return true;
  return false;
}

static const char *hours_in_words(const struct rule_at *at, struct base_week_hours hours) {
  const char *h = base_number(at->m, round(hours.most_min / 0.6) / 100);
  return hours.weeks == 1 ? arena_printf(at->m->arena, _("%s h"), h)
                          : arena_printf(at->m->arena, _("%s h over %d weeks"), h, hours.weeks);
}

static void tell(const struct rule_at *at, enum rota_rule rule, struct base_week_hours hours, enum law_rule law) {
  if (hours.most_min)
    base_tell_rule(at, rule, ROTA_WORDS, hours_in_words(at, hours), base_law_source(at, law));
}

static void make_ceiling(const struct rule_at *at, const struct group_row *row, struct rota_limits *limits) {
  const struct tables *tables = at->m->base->tables;
  struct base_week_hours ceiling = base_week_ceiling_of(tables, row);
  struct base_week_hours total = base_week_total_of(tables, row, at->m->base->monday);
  bool lower = total.most_min && (!ceiling.most_min || total.most_min < ceiling.most_min);
  limits->week_most_min = lower ? total.most_min : ceiling.most_min;
  tell(at, ROTA_RULE_WEEK_HOURS, lower ? total : ceiling, lower ? LAW_WEEK_TOTAL : LAW_WEEK_CEILING);
}

void base_make_week_hours(const struct rule_at *at, const struct group_row *row, struct rota_group *group) {
  struct rota_limits *limits = &group->limits;
  struct base_week_hours average = base_average_of(at->m->base->tables, row);
  make_ceiling(at, row, limits);
  limits->average_most_min = average.most_min;
  limits->average_weeks = average.weeks;
  tell(at, ROTA_RULE_AVERAGE_HOURS, average, LAW_HOURS_AVERAGE);
  if (!works_nights(at->m, group))
    return;
  struct base_week_hours nights = base_night_average_of(at->m->base->tables, row);
  limits->night_average_most_min = nights.most_min;
  limits->night_average_weeks = nights.weeks;
  tell(at, ROTA_RULE_NIGHT_HOURS, nights, LAW_NIGHT_AVERAGE);
}
