// SPDX-License-Identifier: GPL-3.0-or-later
// duty(t,d,g):    sum over s of people of g on s  <=  heads x p
// rest(t,d,g,e):  people of g on shifts of day d that end at e or later
//                 + people of g on shifts of day d+1 that start before e + rest  <=  heads x p
//
// on_call(t,d,g,s): people of g on call + on shifts of day d that overlap with s  <=  heads x p
//
// "One shift per person and day; nobody works two shifts with less than the daily rest between them"
// (arbeidsmiljøloven 10-8(1): 11 h, by agreement down to 8). One row per distinct end e; people in its two sums
// are different people, so all of them together are at most those there are on the better of the two days.
// From Sunday to Monday there is one row for each pair of consecutive week types: a plan that keeps
// them can be worked in every week. It is also the cheapest plan of the real year, as long as none of these rows
// has a price; otherwise the year is solved again with every week on its own (see solve).
#include <assert.h>
#include <math.h>

#include "need/group.h"
#include "program/builder.h"

static bool on_call(const struct builder *b, int t, int d, int s) { return place_at(b, t, d, s)->duty == DUTY_ON_CALL; }

static void rows_duty_day(struct builder *b, int t, int d) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7);
  for (int g = 0; g < b->frame->group_count; g++) {
    struct row_key key = {.kind = ROW_DUTY, .type = t, .day = d, .who = g};
    if (rows_again_of_group(b, key))
      continue;
    for (int s = 0; s < b->frame->shift_count; s++)
      if (!on_call(b, t, d, s))
        row_people(b, t, d, s, g, 1);
    row_close(b, key, -INFINITY, row_present(b, t, d, g, 1));
  }
}

// On call at home is not a shift, so it may follow one on the same day; but nobody can be at work at the same time.
static void row_on_call(struct builder *b, int t, int d, int g, int s) {
  assert(t >= 0 && t < b->year->type_count);
  assert(d >= 0 && d < 7);
  assert(g >= 0 && g < b->frame->group_count);
  assert(s >= 0 && s < b->frame->shift_count);
  const struct shift_place *place = place_at(b, t, d, s);
  for (int other = 0; other < b->frame->shift_count; other++) {
    const struct shift_place *with = place_at(b, t, d, other);
    if (on_call(b, t, d, other) || (with->start_min < place->off_duty_min && with->off_duty_min > place->start_min))
      row_people(b, t, d, other, g, 1);
  }
  double heads = row_present(b, t, d, g, 1);
  row_close(b, (struct row_key){.kind = ROW_ON_CALL, .type = t, .day = d, .who = g, .minute = s}, -INFINITY, heads);
}

static void rows_on_call_day(struct builder *b, int t, int d) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7);
  for (int s = 0; s < b->frame->shift_count; s++)
    for (int g = 0; g < b->frame->group_count && on_call(b, t, d, s); g++)
      row_on_call(b, t, d, g, s);
}

struct night { // two days that follow each other
  int t, d, t_next, d_next;
  int64_t rest_min; // by law and agreement
};

static int64_t rest_min(const struct builder *b, const struct night *n) {
  day_number day = day_at(b, n->t, n->d);
  return rate_on(year_tables(b->year, b->variant, day), RATE_DAILY_REST, NULL, day) * 60 / 1000000;
}

static bool too_close(const struct builder *b, const struct night *n, int64_t end_min, int s_next) {
  return place_at(b, n->t_next, n->d_next, s_next)->start_min + MINUTES_PER_DAY < end_min + n->rest_min;
}

// On call at home is rest.
static bool anyone(const struct builder *b, int t, int d, int s, int g) {
  assert(t >= 0 && t < b->year->type_count);
  assert(d >= 0 && d < 7);
  assert(s >= 0 && s < b->frame->shift_count);
  assert(g >= 0 && g < b->frame->group_count);
  return own_at(b, t, d, s, g) >= 0 && !on_call(b, t, d, s);
}

// Ends on day d after which some shift of the next day starts too early; the first shift with an end represents all.
static bool end_matters(const struct builder *b, const struct night *n, int s, int g) {
  assert(s >= 0 && s < b->frame->shift_count && g >= 0 && g < b->frame->group_count);
  int64_t end = place_at(b, n->t, n->d, s)->off_duty_min;
  if (!anyone(b, n->t, n->d, s, g))
    return false;
  for (int earlier = 0; earlier < s; earlier++)
    if (anyone(b, n->t, n->d, earlier, g) && place_at(b, n->t, n->d, earlier)->off_duty_min == end)
      return false;
  return true;
}

// Given heads that are present.
static double people_on(const struct builder *b, int t, int d, int g) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7 && g >= 0 && g < b->frame->group_count);
  day_number day = day_at(b, t, d);
  struct presence presence = group_presence(b->year, b->variant, g, day);
  return (double)group_on(b->year, b->variant, g, day)->heads_milli * presence_share(&presence);
}

static void row_rest(struct builder *b, const struct night *n, int g, int64_t end_min, struct row_key key) {
  assert(g >= 0 && g < b->frame->group_count);
  for (int s = 0; s < b->frame->shift_count; s++) {
    if (place_at(b, n->t, n->d, s)->off_duty_min >= end_min && !on_call(b, n->t, n->d, s))
      row_people(b, n->t, n->d, s, g, 1);
    if (!on_call(b, n->t_next, n->d_next, s) && too_close(b, n, end_min, s))
      row_people(b, n->t_next, n->d_next, s, g, 1);
  }
  bool today = people_on(b, n->t, n->d, g) >= people_on(b, n->t_next, n->d_next, g);
  double heads = today ? row_present(b, n->t, n->d, g, 1) : row_present(b, n->t_next, n->d_next, g, 1);
  row_close(b, key, -INFINITY, heads);
}

static void row_rest_after(struct builder *b, const struct night *n, int g, int s, struct row_key key) {
  assert(g >= 0 && g < b->frame->group_count && s >= 0 && s < b->frame->shift_count);
  int64_t end = place_at(b, n->t, n->d, s)->off_duty_min;
  bool clash = false;
  for (int next = 0; next < b->frame->shift_count; next++)
    clash |= anyone(b, n->t_next, n->d_next, next, g) && too_close(b, n, end, next);
  key.minute = end;
  if (clash)
    row_rest(b, n, g, end, key);
}

static void rows_rest_night(struct builder *b, struct night *n, struct row_key key) {
  n->rest_min = rest_min(b, n);
  for (int g = 0; g < b->frame->group_count; g++) {
    key.who = g;
    bool known = rows_again_of_group(b, key);
    for (int s = 0; s < b->frame->shift_count && !known; s++)
      if (end_matters(b, n, s, g))
        row_rest_after(b, n, g, s, key);
  }
}

void rows_duty(struct builder *b) {
  const struct unit_year *year = b->year;
  for (int t = 0; t < year->type_count; t++)
    for (int d = 0; d < DAYS_PER_WEEK; d++) {
      rows_duty_day(b, t, d);
      rows_on_call_day(b, t, d);
      struct night night = {t, d, t, d + 1, 0};
      if (d < SUNDAY)
        rows_rest_night(b, &night, (struct row_key){.kind = ROW_REST, .type = t, .day = d});
    }
  for (int i = 0; i < year->pair_count; i++) {
    struct night night = {year->pairs[i].before, SUNDAY, year->pairs[i].after, MONDAY, 0};
    rows_rest_night(
        b, &night,
        (struct row_key){.kind = ROW_REST_SUNDAY, .type = night.t, .day = SUNDAY, .type_after = night.t_next});
  }
}
