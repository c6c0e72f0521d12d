// SPDX-License-Identifier: GPL-3.0-or-later
// The year of a scenario in which some numbers are others. Weeks follow from the calendar, need, absence and on who is there on which
// day; of pay, of heads and of what sources offer only the plan follows.
#include <string.h>

#include "need/year_make.h"

static bool same_table(const struct tables *a, const struct tables *b, int t) {
  const struct rows *x = &a->list[t], *y = &b->list[t];
  return x->count == y->count && (x->items == y->items || !x->count || !memcmp(x->items, y->items, x->count * x->size));
}

// Hours of training are a share of the contract.
static bool trains_by_hours(const struct tables *tables) {
  for (size_t i = 0; i < row_count(tables, TABLE_ABSENCE); i++)
    if (absence_rows(tables)[i].kind == ABSENCE_TRAINING && absence_rows(tables)[i].away_min != NOT_GIVEN)
      return true;
  return false;
}

// What weeks follow from in a group: not how many people it has, if any, nor how long they work.
static struct group_row group_in_weeks(const struct group_row *group, bool by_hours) {
  struct group_row seen;
  memcpy(&seen, group, sizeof seen);
  seen.heads_milli = group->heads_milli > 0;
  seen.position_e8 = by_hours ? group->position_e8 : 0;
  return seen;
}

static bool same_groups(const struct tables *a, const struct tables *b, bool by_hours) {
  bool same = row_count(a, TABLE_GROUPS) == row_count(b, TABLE_GROUPS);
  for (size_t i = 0; same && i < row_count(a, TABLE_GROUPS); i++) {
    struct group_row x = group_in_weeks(&group_rows(a)[i], by_hours), y = group_in_weeks(&group_rows(b)[i], by_hours);
    same = !memcmp(&x, &y, sizeof x);
  }
  return same;
}

struct source_row source_in_weeks(const struct source_row *source) {
  struct source_row seen;
  memcpy(&seen, source, sizeof seen);
  seen.pay_e8 = seen.price_ore_per_h = seen.unsocial_ore_per_h = seen.hours_milli_per_week = seen.room_e8 = 0;
  seen.yes_e8 = seen.yes_short_e8 = seen.yes_weekend_e8 = 0;
  return seen;
}

static bool same_sources(const struct tables *a, const struct tables *b) {
  bool same = row_count(a, TABLE_SOURCES) == row_count(b, TABLE_SOURCES);
  for (size_t i = 0; same && i < row_count(a, TABLE_SOURCES); i++) {
    struct source_row x = source_in_weeks(&source_rows(a)[i]), y = source_in_weeks(&source_rows(b)[i]);
    same = !memcmp(&x, &y, sizeof x);
  }
  return same;
}

// What neither absence nor anything of weeks follows from; edits are part of the states, and of pay only the dates count, which are
// no numbers. Groups and sources are compared on their own.
static bool is_passed_over(int t) {
  return t == TABLE_EDITS || t == TABLE_PAY || t == TABLE_SUPPLEMENTS || t == TABLE_GROUPS || t == TABLE_SOURCES;
}
static bool is_of_absence(int t) { return t == TABLE_ABSENCE || t == TABLE_RATES; }

typedef bool same_tables(const struct tables *a, const struct tables *b);

static bool same_weeks(const struct tables *a, const struct tables *b) {
  for (int t = 0; t < TABLE_COUNT; t++)
    if (!is_passed_over(t) && !same_table(a, b, t))
      return false;
  return same_groups(a, b, trains_by_hours(a)) && same_sources(a, b);
}

// Need, and where shifts and intervals lie: whoever is absent is needed all the same.
static bool same_need(const struct tables *a, const struct tables *b) {
  for (int t = 0; t < TABLE_COUNT; t++)
    if (!is_passed_over(t) && !is_of_absence(t) && !same_table(a, b, t))
      return false;
  return same_groups(a, b, false) && same_sources(a, b);
}

static bool same_days(const void *a, const void *b, int count, size_t size) {
  return !count || !memcmp(a, b, (size_t)count * size);
}

static bool same_timeline(const struct timeline *a, const struct timeline *b, same_tables *same) {
  if (a->first_day != b->first_day || a->day_count != b->day_count || a->state_count != b->state_count ||
      a->start_count != b->start_count || !same_days(a->starts, b->starts, a->start_count, sizeof *a->starts) ||
      !same_days(a->state_of_day, b->state_of_day, a->day_count, sizeof *a->state_of_day))
    return false;
  for (int s = 0; s < a->state_count; s++)
    if (!same(&a->states[s], &b->states[s]))
      return false;
  return true;
}

static bool same_throughout(const struct unit_year *before, const struct unit_year *now, same_tables *same) {
  bool all = same(&before->frame->scenario->tables, &now->frame->scenario->tables);
  for (int v = 0; v < VARIANTS; v++)
    all = all && same_timeline(before->timelines[v], now->timelines[v], same);
  return all;
}

struct unit_year *unit_year_again(struct arena *arena, const struct unit_year *before, const struct scenario *scenario,
                                  const struct timeline *reference, const struct timeline *subject) {
  struct unit_year *year = arena_copy(arena, before, 1, sizeof *year);
  struct frame *frame = arena_copy(arena, before->frame, 1, sizeof *frame);
  frame->scenario = scenario;
  year->arena = arena;
  year->frame = frame;
  year->timelines[REFERENCE] = reference;
  year->timelines[SUBJECT] = subject;
  if (same_throughout(before, year, same_weeks))
    return year;
  if (!same_throughout(before, year, same_need))
    return unit_year_make(arena, scenario, frame->unit, reference, subject, before->terms);
  unit_year_lay_out(year, before);
  return year;
}
