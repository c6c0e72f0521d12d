// SPDX-License-Identifier: GPL-3.0-or-later
// awake(t,d,i,l,k): the same of shifts of duty k or a more active one   >=  what N[t,d,i,l] wants of it   (where need.csv tells
//                  duties apart: k active, resting)
// cover(t,d,i,l):  sum over shifts s that cover i of people of level >= l on s
//                  + sum over levels l' >= l of short(t,d,i,l') + gap(t,d,i,l')       >=  N[t,d,i,l]
// gap(t,d,i,l):    sum over levels l' >= l of gap(t,d,i,l')
//                  <=  sum over shifts s that cover i, groups g of level >= l of u[t,d,i,g] x own(t,d,s,g)
//
// The gap rows exist only where absence is not replaced (need/replacement.h): absent people leave empty what they would have
// worked beside their colleagues, unless somebody is found for it.
//
// "At every moment at least as many people of the level, or a higher one, as are needed." A missing person counts like
// somebody hired at a cost in hours of shortfall only: a missing nurse is one missing person, not one of each
// level. Intervals of a day with the same need, covered by the same shifts (under both variants of the year,
// so that both keep the same rows), share one row, whose shortfall counts the hours of all of them. A level that needs
// no more than the next higher one is implied by it. An interval dominated by another is not: it is as short as the
// other, and implied only if nobody is missing at all.
#include <assert.h>
#include <math.h>

#include "base/fixed.h"
#include "need/group.h"
#include "need/replacement.h"
#include "program/builder.h"

static int64_t need_at(const struct builder *b, enum variant v, int t, int d, int i, int l) {
  assert(t >= 0 && t < b->year->type_count);
  assert(d >= 0 && d < 7);
  assert(i >= 0 && i < b->frame->interval_count);
  assert(l >= 0 && l < b->frame->level_count);
  return b->year->types[t].need_milli[v][d][i * b->frame->level_count + l];
}

bool level_needed(const struct builder *b, int t, int d, int i, int l) {
  assert(t >= 0 && t < b->year->type_count);
  assert(d >= 0 && d < 7);
  assert(i >= 0 && i < b->frame->interval_count);
  assert(l >= 0 && l < b->frame->level_count);
  for (int v = 0; v < VARIANTS; v++) {
    int64_t above = l + 1 < b->frame->level_count ? need_at(b, v, t, d, i, l + 1) : 0;
    if (need_at(b, v, t, d, i, l) > above)
      return true;
  }
  return false;
}

static void cover_terms(struct builder *b, int t, int d, int s, int l) {
  assert(t >= 0 && t < b->year->type_count);
  assert(d >= 0 && d < 7);
  assert(s >= 0 && s < b->frame->shift_count);
  assert(l >= 0 && l < b->frame->level_count);
  const struct tables *tables = year_tables(b->year, b->variant, day_at(b, t, d));
  for (int g = 0; g < b->frame->group_count; g++) {
    int64_t category = group_on(b->year, b->variant, g, day_at(b, t, d))->category;
    if (category_level(b->frame, tables, category) >= l)
      row_people(b, t, d, s, g, 1);
  }
  for (int r = 0; r < b->frame->source_count; r++) {
    int column = hired_at(b, t, d, s, r);
    if (column < 0)
      continue;
    int64_t category = source_rows(tables)[b->frame->sources[r]].category;
    if (category_level(b->frame, tables, category) >= l)
      row_term(b, column, 1);
  }
}

static void cover_row(struct builder *b, int t, int d, int i, int l) {
  assert(t >= 0 && t < b->year->type_count);
  assert(d >= 0 && d < 7);
  assert(i >= 0 && i < b->frame->interval_count);
  assert(l >= 0 && l < b->frame->level_count);
  for (int s = 0; s < b->frame->shift_count; s++)
    if (year_covers(b->year, b->variant, t, d, s, i))
      cover_terms(b, t, d, s, l);
  for (int above = l; above < b->frame->level_count; above++) {
    row_term(b, short_at(b, t, d, i, above), 1);
    row_term(b, gap_at(b, t, d, i, above), 1);
  }
  row_close(b, (struct row_key){.kind = ROW_COVER, .type = t, .day = d, .interval = i, .level = l},
            (double)need_at(b, b->variant, t, d, i, l) / MILLI, INFINITY);
}

static void gap_terms(struct builder *b, int t, int d, int i, int s, int l) {
  assert(t >= 0 && t < b->year->type_count);
  assert(d >= 0 && d < 7);
  assert(i >= 0 && i < b->frame->interval_count);
  assert(s >= 0 && s < b->frame->shift_count);
  assert(l >= 0 && l < b->frame->level_count);
  day_number day = day_at(b, t, d);
  const struct tables *tables = year_tables(b->year, b->variant, day);
  for (int g = 0; g < b->frame->group_count; g++)
    if (category_level(b->frame, tables, group_on(b->year, b->variant, g, day)->category) >= l)
      row_term(b, own_at(b, t, d, s, g), -group_unreplaced(b->year, b->variant, g, day, i));
}

static void gap_row(struct builder *b, int t, int d, int i, int l) {
  assert(t >= 0 && t < b->year->type_count);
  assert(d >= 0 && d < 7);
  assert(i >= 0 && i < b->frame->interval_count);
  assert(l >= 0 && l < b->frame->level_count);
  for (int above = l; above < b->frame->level_count; above++)
    row_term(b, gap_at(b, t, d, i, above), 1);
  for (int s = 0; s < b->frame->shift_count; s++)
    if (year_covers(b->year, b->variant, t, d, s, i))
      gap_terms(b, t, d, i, s, l);
  row_close(b, (struct row_key){.kind = ROW_GAP, .type = t, .day = d, .interval = i, .level = l}, -INFINITY, 0);
}

// A missing person counts for any kind of duty: that person would be at work.
static void awake_row(struct builder *b, int t, int d, int i, int l, enum duty_kind duty) {
  assert(t >= 0 && t < b->year->type_count);
  assert(d >= 0 && d < 7);
  assert(i >= 0 && i < b->frame->interval_count);
  assert(l >= 0 && l < b->frame->level_count);
  const struct week_type *week = &b->year->types[t];
  int cell = i * b->frame->level_count + l;
  bool wanted = false;
  for (int v = 0; v < VARIANTS; v++)
    wanted |= week->duty_milli[duty][v][d][cell] > 0;
  if (!wanted)
    return;
  for (int s = 0; s < b->frame->shift_count; s++)
    if (place_at(b, t, d, s)->duty <= duty && year_covers(b->year, b->variant, t, d, s, i))
      cover_terms(b, t, d, s, l);
  for (int above = l; above < b->frame->level_count; above++)
    row_term(b, short_at(b, t, d, i, above), 1);
  int64_t all = need_at(b, b->variant, t, d, i, l), of_duty = week->duty_milli[duty][b->variant][d][cell];
  struct row_key key = {.kind = ROW_AWAKE, .type = t, .day = d, .interval = i, .level = l, .segment = (int)duty};
  row_close(b, key, (double)(of_duty < all ? of_duty : all) / MILLI, INFINITY);
}

static void rows_cover_day(struct builder *b, int t, int d) {
  assert(t >= 0 && t < b->year->type_count && d >= 0 && d < 7);
  bool known = rows_again_of_cover(b, t, d);
  for (int i = 0; i < b->frame->interval_count && !known; i++) {
    if (year_interval_leader(b->year, t, d, i) != i)
      continue;
    for (int l = 0; l < b->frame->level_count; l++)
      if (level_needed(b, t, d, i, l))
        cover_row(b, t, d, i, l);
    for (int l = 0; l < b->frame->level_count && b->year->duties; l++)
      for (enum duty_kind duty = DUTY_ACTIVE; duty < DUTY_ON_CALL; duty++)
        awake_row(b, t, d, i, l, duty);
  }
  for (int i = 0; i < b->frame->interval_count; i++)
    for (int l = 0; l < b->frame->level_count; l++)
      if (gap_at(b, t, d, i, l) >= 0)
        gap_row(b, t, d, i, l);
}

void rows_cover(struct builder *b) {
  for (int t = 0; t < b->year->type_count; t++)
    for (int d = 0; d < DAYS_PER_WEEK; d++)
      rows_cover_day(b, t, d);
}
