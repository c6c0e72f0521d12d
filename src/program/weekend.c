// SPDX-License-Identifier: GPL-3.0-or-later
// weekend(t,d,g):       people of g on contract hours              <=  present / k
//                       people of g with extra hours and overtime  <=  present / min(k, k2)
// on_weekend(t,d,g):    people on contract hours  <=  weekend(t,g)
// weekend_year(g):      sum over t of m[t] x weekend(t,g)  <=  n / 52 x sum over t of m[t] x present
// sundays(g):           sum over t of m[t] x people with extra hours on Sundays
//                       <=  max(1/2, 1/k or n / 52) x sum over t of m[t] x present
// for d Saturday, Sunday, and Friday evening where the scenario counts it.
//
// "Every k-th weekend", or n weekends counted over the year with a ceiling on each of them (then k is the ceiling). A
// weekend with many on Saturday and few on Sunday counts as a weekend for the many.
// Beyond the rota people may take extra shifts, but nobody may work more Sundays than arbeidsmiljøloven 10-8(4) allows:
// with the next Sunday off (`next_off`) at most every second, which is k2; averaged over 26 weeks half of all Sundays and at
// least every third off, so k2 is 3/2.
#include <assert.h>
#include <math.h>

#include "need/group.h"
#include "need/weekend.h"
#include "program/builder.h"
#include "scenario/law.h"
#include "scenario/rows_settings.h"

static void row_weekend(struct builder *b, int t, int d, int g, bool with_extra) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7 && g >= 0 && g < b->frame->group_count);
  struct row_key key = {.kind = ROW_WEEKEND, .type = t, .day = d, .who = g, .level = with_extra};
  if (rows_again_of_group(b, key))
    return;
  double limit = weekend_limit(b, g, day_at(b, t, d), with_extra);
  for (int s = 0; s < b->frame->shift_count; s++) {
    if (!is_weekend_duty(b->frame, (enum weekday)d, place_at(b, t, d, s)))
      continue;
    if (with_extra)
      row_people(b, t, d, s, g, 1);
    else
      row_term(b, own_at(b, t, d, s, g), 1);
  }
  double heads = limit > 0 ? row_present(b, t, d, g, 1 / limit) : 0;
  row_close(b, key, -INFINITY, heads);
}

static bool counted_by_year(const struct builder *b, enum variant variant, int g, day_number day) {
  assert(g >= 0 && g < b->frame->group_count);
  return weekends_by_year(group_on(b->year, variant, g, day));
}

bool ever_weekends_by_year(const struct builder *b, int g) {
  assert(g >= 0 && g < b->frame->group_count);
  for (int t = 0; t < b->year->type_count; t++)
    for (int d = FRIDAY; d <= SUNDAY; d++)
      for (int v = 0; v < VARIANTS; v++)
        if (counted_by_year(b, v, g, day_at(b, t, d)))
          return true;
  return false;
}

static int weekend_at(const struct builder *b, int t, int g) { return b->weekend[t * b->frame->group_count + g]; }

static void row_on_weekend(struct builder *b, int t, int d, int g) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7 && g >= 0 && g < b->frame->group_count);
  if (counted_by_year(b, b->variant, g, day_at(b, t, d))) {
    for (int s = 0; s < b->frame->shift_count; s++)
      if (is_weekend_duty(b->frame, (enum weekday)d, place_at(b, t, d, s)))
        row_term(b, own_at(b, t, d, s, g), 1);
    row_term(b, weekend_at(b, t, g), -1);
  }
  row_keep(b, (struct row_key){.kind = ROW_ON_WEEKEND, .type = t, .day = d, .who = g}, -INFINITY, 0);
}

// The day of the weekend with most of the given people; -1 if none of its days counts weekends by the year.
static int fullest_day(const struct builder *b, int t, int g) {
  assert(t >= 0 && t < b->year->type_count && g >= 0 && g < b->frame->group_count);
  int best = -1;
  double most = -1;
  for (int d = (int)weekend_first(b->frame); d <= SUNDAY; d++) {
    if (!counted_by_year(b, b->variant, g, day_at(b, t, d)))
      continue;
    struct presence presence = group_presence(b->year, b->variant, g, day_at(b, t, d));
    double there = (double)group_on(b->year, b->variant, g, day_at(b, t, d))->heads_milli * presence_share(&presence);
    if (there > most) {
      most = there;
      best = d;
    }
  }
  return best;
}

static void row_weekend_year(struct builder *b, int g) {
  assert(g >= 0 && g < b->frame->group_count);
  double heads = 0;
  for (int t = 0; t < b->year->type_count; t++) {
    int d = fullest_day(b, t, g);
    if (d < 0)
      continue;
    int weeks = b->year->types[t].multiplicity;
    row_term(b, weekend_at(b, t, g), weeks);
    heads += row_present(b, t, d, g, weeks * weekends_share(group_on(b->year, b->variant, g, day_at(b, t, d))));
  }
  row_keep(b, (struct row_key){.kind = ROW_WEEKEND_YEAR, .who = g}, -INFINITY, heads);
}

static void rows_by_year(struct builder *b, int g) {
  assert(g >= 0 && g < b->frame->group_count);
  for (int t = 0; t < b->year->type_count; t++)
    for (int d = (int)weekend_first(b->frame); d <= SUNDAY; d++)
      row_on_weekend(b, t, d, g);
  row_weekend_year(b, g);
}

// Half of all Sundays, or as many as the rota itself has; all of them if the country's law has no such limit.
static double sunday_share(const struct builder *b, int g, day_number day) {
  assert(g >= 0 && g < b->frame->group_count);
  const struct group_row *group = group_on(b->year, b->variant, g, day);
  double share = law_hours(year_tables(b->year, b->variant, day), LAW_SUNDAYS_AVERAGED, group->agreement);
  return fmax(share > 0 ? share : 1, weekends_share(group));
}

static void row_sundays(struct builder *b, int g) {
  assert(g >= 0 && g < b->frame->group_count);
  double heads = 0;
  for (int t = 0; t < b->year->type_count; t++) {
    int weeks = b->year->types[t].multiplicity;
    for (int s = 0; s < b->frame->shift_count; s++)
      row_people(b, t, SUNDAY, s, g, weeks);
    heads += row_present(b, t, SUNDAY, g, weeks * sunday_share(b, g, day_at(b, t, SUNDAY)));
  }
  row_close(b, (struct row_key){.kind = ROW_SUNDAYS, .who = g}, -INFINITY, heads);
}

void rows_weekend(struct builder *b) {
  for (int t = 0; t < b->year->type_count; t++)
    for (int d = (int)weekend_first(b->frame); d <= SUNDAY; d++)
      for (int g = 0; g < b->frame->group_count; g++) {
        row_weekend(b, t, d, g, false);
        row_weekend(b, t, d, g, true);
      }
  for (int g = 0; g < b->frame->group_count; g++) {
    if (ever_weekends_by_year(b, g))
      rows_by_year(b, g);
    if (settings_of(&b->frame->scenario->tables)->sundays == SUNDAY_AVERAGED)
      row_sundays(b, g);
  }
}
