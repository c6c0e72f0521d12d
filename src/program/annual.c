// SPDX-License-Identifier: GPL-3.0-or-later
// The year-round rota (annualised hours). Let w = contract hours of a head and week, n = share of the week's days in this
// rota, H = heads:
//
// band_most(t,g):     roster(t,g)  <=  min((1 + band) w, 48 h) x (H n - away(t,g)) - H f
// band_least(t,g):    roster(t,g)  >=  (1 - band) w x (H n - away(t,g)) - H f
// year_hours(g):      sum m[t] roster(t,g)  =  w x (H x weeks - sum m[t] away(t,g)) - H x sum m[t] f
// holiday(g):         sum m[t] away(t,g)  =  H x holiday weeks of absence.csv
// summer(g):          sum of that in June to September  >=  H x min(3 weeks, those of absence.csv in these months)
// away_most(t,g):     away(t,g)  <=  holiday_most x H n, or evenly spread where not all holidays fit under that
// away_profile(t,g):  away(t,g)  =   H x holiday of absence.csv, where the planner does not place it
//
// f: hours of a head that are free with pay on the week's public holidays and eves (need/red_days.h), before sick leave.
//
// In the weeks that contain the first or last day of the year the band is 0 and holidays are as given: they belong to the next year too, and
// a year may not make up its hours in another.
//
// "Weekly hours swing inside a band, the hours of the year are exact, the planner places the holidays, at least three weeks
// of them in June to September" (ferieloven 7(1)). The law's 48 h on average over 8 weeks (arbeidsmiljøloven 10-5) is
// kept in every week, which is conservative.
#include <assert.h>
#include <math.h>

#include "base/fixed.h"
#include "need/group.h"
#include "program/builder.h"
#include "scenario/law.h"

struct annual_week { // one group in one week type, under the variant built
  int t, g;
  double share;        // of the week in the year-round rota
  double summer_share; // of the week in June to September
  double week_h;       // contract hours of a head
  double week_h_most;  // of any week, by law
  double summer_least; // weeks of holiday in June to September, by law
  double band;
  double holiday; // weeks of a head by absence.csv
  double summer_holiday;
  double away_most; // share
  bool by_profile;
};

// Does one of the type's weeks contain the first or last day of the year?
static bool holds_year_end(const struct week_type *week) {
  for (int d = 0; d < DAYS_PER_WEEK; d++)
    if (week->in_year[d] < week->multiplicity)
      return true;
  return false;
}

static double most_h_on_average(const struct tables *tables, const struct group_row *group) {
  double most_h = law_hours(tables, LAW_HOURS_AVERAGE, group->agreement);
  return most_h > 0 ? most_h : INFINITY;
}

static struct annual_week annual_week(const struct builder *b, int t, int g) {
  assert(t >= 0 && t < b->year->type_count && g >= 0 && g < b->frame->group_count);
  struct annual_week week = {.t = t, .g = g};
  for (int d = 0; d < DAYS_PER_WEEK; d++) {
    day_number day = day_at(b, t, d);
    if (group_on(b->year, b->variant, g, day)->regime != REGIME_YEAR)
      continue;
    const struct group_row *group = group_on(b->year, b->variant, g, day);
    double share = group_day_share(group, day);
    double holiday = group_presence(b->year, b->variant, g, day).holiday * share;
    week.share += share;
    week.summer_share += is_summer(day) ? share : 0;
    week.holiday += holiday;
    week.summer_holiday += is_summer(day) ? holiday : 0;
    week.week_h = group_contract_min(year_tables(b->year, b->variant, day), group) / 60;
    week.week_h_most = most_h_on_average(year_tables(b->year, b->variant, day), group);
    week.summer_least = law_hours(year_tables(b->year, b->variant, day), LAW_SUMMER_HOLIDAY, group->agreement);
    week.band = (double)group->band_e8 / (double)ONE_E8;
    week.away_most = (double)group->holiday_most_e8 / (double)ONE_E8;
    week.by_profile = group->holidays_by == HOLIDAYS_BY_PROFILE;
  }
  if (holds_year_end(&b->year->types[t])) {
    week.band = 0;
    week.by_profile = true;
  }
  return week;
}

static int roster_at(const struct builder *b, const struct annual_week *week) {
  return b->roster[week->t * b->frame->group_count + week->g];
}
static int away_at(const struct builder *b, const struct annual_week *week) {
  return b->away[week->t * b->frame->group_count + week->g];
}

// factor x heads on each day of the week in the rota, by their shares of the week.
static double row_week_heads(struct builder *b, const struct annual_week *week, double factor) {
  double heads = 0;
  for (int d = 0; d < DAYS_PER_WEEK; d++) {
    day_number day = day_at(b, week->t, d);
    if (group_on(b->year, b->variant, week->g, day)->regime == REGIME_YEAR)
      heads +=
          row_heads(b, week->t, d, week->g, factor * group_day_share(group_on(b->year, b->variant, week->g, day), day));
  }
  return heads;
}

// Totals over the weeks of the year for one head of the group.
struct annual_sums {
  double weeks, summer_weeks;     // in the rota
  double holiday, summer_holiday; // by absence.csv
  double summer_least;            // weeks, by law
};

static struct annual_sums annual_sums(const struct builder *b, int g) {
  assert(g >= 0 && g < b->frame->group_count);
  struct annual_sums sums = {0};
  for (int t = 0; t < b->year->type_count; t++) {
    struct annual_week week = annual_week(b, t, g);
    double weeks = b->year->types[t].multiplicity;
    sums.weeks += weeks * week.share;
    sums.summer_weeks += weeks * week.summer_share;
    sums.holiday += weeks * week.holiday;
    sums.summer_holiday += weeks * week.summer_holiday;
    sums.summer_least = fmax(sums.summer_least, week.summer_least);
  }
  return sums;
}

// A rota that begins late in the year may have more holidays left than fit under the given share.
static double away_most(const struct annual_week *week, const struct annual_sums *sums) {
  double most = week->away_most;
  if (sums->weeks > 0)
    most = fmax(most, sums->holiday / sums->weeks);
  if (week->summer_share > 0)
    most = fmax(most, fmin(week->summer_least, sums->summer_holiday) / sums->summer_weeks);
  return fmin(1, most);
}

static struct row_key week_key(enum row_kind kind, const struct annual_week *week) {
  return (struct row_key){.kind = (int)kind, .type = week->t, .who = week->g};
}

// A week without a day in the rota under this variant gets no terms.
static double open_or(const struct annual_week *week, double bound) { return week->share > 0 ? bound : INFINITY; }

// factor x hours free with pay of the week's heads. Sick leave is deducted from all planned hours.
static double row_week_free(struct builder *b, const struct annual_week *week, double factor) {
  double hours = 0;
  for (int d = 0; d < DAYS_PER_WEEK; d++) {
    day_number day = day_at(b, week->t, d);
    struct presence presence = group_presence(b->year, b->variant, week->g, day);
    if (presence.annual && presence.off + presence.alternative > 0 && presence.sick < 1)
      hours += row_heads(b, week->t, d, week->g,
                         factor * group_free_h(b->year, b->variant, week->g, day) / (1 - presence.sick));
  }
  return hours;
}

static void rows_band(struct builder *b, const struct annual_week *week) {
  double most = fmin((1 + week->band) * week->week_h, week->week_h_most), least = (1 - week->band) * week->week_h;
  row_term(b, roster_at(b, week), 1);
  row_term(b, away_at(b, week), most);
  double hours = row_week_heads(b, week, most) + row_week_free(b, week, -1);
  row_keep(b, week_key(ROW_BAND_MOST, week), -INFINITY, open_or(week, hours));
  row_term(b, roster_at(b, week), -1);
  row_term(b, away_at(b, week), -least);
  hours = row_week_heads(b, week, -least) + row_week_free(b, week, 1);
  row_keep(b, week_key(ROW_BAND_LEAST, week), -INFINITY, open_or(week, hours));
}

static void rows_away(struct builder *b, const struct annual_week *week, const struct annual_sums *sums) {
  double share = week->share > 0 ? week->holiday / week->share : 0; // of a head on each of its days
  row_term(b, away_at(b, week), 1);
  double most = row_week_heads(b, week, away_most(week, sums));
  row_keep(b, week_key(ROW_AWAY_MOST, week), -INFINITY, week->by_profile ? INFINITY : open_or(week, most));
  row_term(b, away_at(b, week), 1);
  double given = row_week_heads(b, week, share);
  bool fixed = week->by_profile && week->share > 0;
  row_keep(b, week_key(ROW_AWAY_PROFILE, week), fixed ? given : -INFINITY, fixed ? given : INFINITY);
}

static void row_year_hours(struct builder *b, int g) {
  assert(g >= 0 && g < b->frame->group_count);
  double hours = 0;
  for (int t = 0; t < b->year->type_count; t++) {
    struct annual_week week = annual_week(b, t, g);
    if (week.share <= 0)
      continue;
    int weeks = b->year->types[t].multiplicity;
    row_term(b, roster_at(b, &week), weeks);
    row_term(b, away_at(b, &week), weeks * week.week_h);
    hours += row_week_heads(b, &week, weeks * week.week_h) + row_week_free(b, &week, -weeks);
  }
  row_keep(b, (struct row_key){.kind = ROW_YEAR_HOURS, .who = g}, hours, hours);
}

static void row_holiday(struct builder *b, int g, bool summer_only) {
  assert(g >= 0 && g < b->frame->group_count);
  struct annual_sums sums = annual_sums(b, g);
  double given_weeks = sums.summer_holiday;
  double part = given_weeks > sums.summer_least ? sums.summer_least / given_weeks : 1;
  double least = 0;
  for (int t = 0; t < b->year->type_count; t++) {
    struct annual_week week = annual_week(b, t, g);
    if (week.share <= 0)
      continue;
    double weeks = b->year->types[t].multiplicity, in_summer = week.summer_share / week.share;
    row_term(b, away_at(b, &week), summer_only ? weeks * in_summer : weeks);
    double given = summer_only ? part * week.summer_holiday : week.holiday;
    least += row_week_heads(b, &week, weeks * given / week.share);
  }
  row_keep(b, (struct row_key){.kind = summer_only ? ROW_SUMMER : ROW_HOLIDAY, .who = g}, least,
           summer_only ? INFINITY : least);
}

void rows_annual(struct builder *b) {
  for (int g = 0; g < b->frame->group_count; g++) {
    struct annual_sums sums = annual_sums(b, g);
    bool ever = false;
    for (int t = 0; t < b->year->type_count; t++) {
      if (!annual_in_week(b->year, t, g))
        continue;
      ever = true;
      struct annual_week week = annual_week(b, t, g);
      rows_band(b, &week);
      rows_away(b, &week, &sums);
    }
    if (!ever)
      continue;
    row_year_hours(b, g);
    row_holiday(b, g, false);
    row_holiday(b, g, true);
  }
}
