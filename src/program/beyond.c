// SPDX-License-Identifier: GPL-3.0-or-later
// Own people beyond their contract.
//
// extra(t,g):       paid hours of extra      <= room x (1 - position) x full-time week x heads x p
// overtime(t,g):    paid hours of overtime   <= room x min(week limit, four-week limit / 4) x heads x p
// overtime_year(g): the same over the year   <= room x year limit x heads, by days
//
// "Extra hours only up to full time; overtime within 10 h a week, 25 h in four weeks and 200 h a year"
// (arbeidsmiljøloven 10-6; other countries: scenario/law.h), and no more than the limit for any one week leaves beside
// the fullest week without it (10-6(8): 69 h). `room` is the share of it that people accept (sources.csv). The four-week limit runs over
// several weeks; it is applied as a quarter in every week, which is conservative.
#include <assert.h>
#include <math.h>

#include "base/fixed.h"
#include "need/group.h"
#include "program/builder.h"
#include "scenario/law.h"

static double room_of(const struct source_row *source) { return source ? (double)source->room_e8 / (double)ONE_E8 : 0; }

static double rate_h(const struct builder *b, enum rate_id rate, day_number day) {
  return (double)rate_on(year_tables(b->year, b->variant, day), rate, NULL, day) / 1e6;
}

static double extra_room_h(const struct builder *b, int g, day_number day) {
  assert(g >= 0 && g < b->frame->group_count);
  const struct group_row *group = group_on(b->year, b->variant, g, day);
  double full_time_h = (double)group_full_time(year_tables(b->year, b->variant, day), group) / 60;
  double spare = 1 - (double)group->position_e8 / (double)ONE_E8;
  return room_of(source_for_group(b, SOURCE_EXTRA, g, day)) * spare * full_time_h;
}

// What the law's limit for any one week leaves beside the fullest week without overtime.
static double room_in_week_h(const struct builder *b, int g, day_number day) {
  assert(g >= 0 && g < b->frame->group_count);
  const struct tables *tables = year_tables(b->year, b->variant, day);
  const struct group_row *group = group_on(b->year, b->variant, g, day);
  double fullest_h = (double)group_full_time(tables, group) / 60;
  if (group->regime == REGIME_YEAR)
    fullest_h = fmax(fullest_h, fmin((1 + (double)group->band_e8 / (double)ONE_E8) * fullest_h,
                                     law_hours(tables, LAW_HOURS_AVERAGE, group->agreement)));
  return week_total_most_h(tables, group, day) - fullest_h;
}

static double overtime_room_h(const struct builder *b, int g, day_number day) {
  assert(g >= 0 && g < b->frame->group_count);
  double most = fmin(rate_h(b, RATE_OVERTIME_WEEK, day), rate_h(b, RATE_OVERTIME_FOUR_WEEKS, day) / 4);
  most = fmin(most, fmax(0, room_in_week_h(b, g, day)));
  return room_of(source_for_group(b, SOURCE_OVERTIME, g, day)) * most;
}

static void row_week(struct builder *b, enum row_kind kind, int t, int g) {
  assert(t >= 0 && t < b->year->type_count && g >= 0 && g < b->frame->group_count);
  struct row_key key = {.kind = kind, .type = t, .who = g};
  double hours = 0;
  if (rows_again_of_group(b, key))
    return;
  for (int d = 0; d < DAYS_PER_WEEK; d++) {
    day_number day = day_at(b, t, d);
    for (int s = 0; s < b->frame->shift_count; s++)
      row_term(b, kind == ROW_EXTRA ? extra_at(b, t, d, s, g) : overtime_at(b, t, d, s, g),
               (double)place_at(b, t, d, s)->paid_min / 60);
    double room = kind == ROW_EXTRA ? extra_room_h(b, g, day) : overtime_room_h(b, g, day);
    hours += row_present(b, t, d, g, room * group_day_share(group_on(b->year, b->variant, g, day), day));
  }
  row_close(b, key, -INFINITY, hours);
}

static void row_overtime_year(struct builder *b, int g) {
  assert(g >= 0 && g < b->frame->group_count);
  struct row_key key = {.kind = ROW_OVERTIME_YEAR, .who = g};
  double hours = 0;
  if (rows_again_of_group(b, key))
    return;
  for (int t = 0; t < b->year->type_count; t++)
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
      day_number day = day_at(b, t, d);
      int weeks = b->year->types[t].multiplicity;
      for (int s = 0; s < b->frame->shift_count; s++)
        row_term(b, overtime_at(b, t, d, s, g), weeks * (double)place_at(b, t, d, s)->paid_min / 60);
      double room = room_of(source_for_group(b, SOURCE_OVERTIME, g, day)) * rate_h(b, RATE_OVERTIME_YEAR, day);
      hours += row_heads(b, t, d, g, weeks * room / 365);
    }
  row_close(b, key, -INFINITY, hours);
}

void rows_beyond(struct builder *b) {
  for (int g = 0; g < b->frame->group_count; g++) {
    for (int t = 0; t < b->year->type_count; t++) {
      row_week(b, ROW_EXTRA, t, g);
      row_week(b, ROW_OVERTIME, t, g);
    }
    row_overtime_year(b, g);
  }
}
