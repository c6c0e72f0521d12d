// SPDX-License-Identifier: GPL-3.0-or-later
#include "need/children.h"

#include <string.h>

#include "scenario/rows_children.h"

static bool names_pool(const struct tables *tables, int64_t unit, int64_t host) {
  const char *pool = unit_rows(tables)[unit].pool;
  return pool && !strcmp(pool, unit_rows(tables)[host].unit);
}

// Are the unit's children in the pool, rather than in the unit, at this hour of such a day?
static bool is_pooled(const struct unit_row *unit, int64_t kind, int64_t clock_min) {
  static const int64_t kinds[] = {[POOL_SCHOOL] = TERM_SCHOOL, [POOL_HOLIDAY] = TERM_HOLIDAY};
  bool term_fits = unit->pool_terms == POOL_ALWAYS || kinds[unit->pool_terms] == kind;
  return unit->pool && term_fits && clock_min >= unit->pool_from_min;
}

struct visit { // children of one unit on one day
  const struct frame *frame;
  const struct tables *tables;
  int64_t at; // the unit they are counted at
  int64_t unit;
  const struct term_row *term;
  int64_t *present_e11;
};

static void add_present(const struct visit *visit, const struct attendance_row *row, int64_t e11) {
  const struct frame *frame = visit->frame;
  const struct unit_row *unit = &unit_rows(visit->tables)[visit->unit];
  for (int i = 0; i < frame->interval_count; i++) {
    if (frame->intervals[i].unit != visit->at)
      continue;
    int64_t clock_min = (frame->day_starts_min + frame->intervals[i].from_min) % MINUTES_PER_DAY;
    if (clock_min < row->start_min || clock_min >= row->end_min)
      continue;
    bool open = clock_min >= visit->term->opens_min && clock_min < visit->term->closes_min;
    bool here = is_pooled(unit, visit->term->kind, clock_min) == (visit->unit != visit->at);
    if (open && here)
      visit->present_e11[i] += e11;
  }
}

// Weighted children of the place that the row names, in thousandths; 0 if a row before names it too.
static int64_t enrolled_milli(const struct tables *tables, size_t first) {
  const struct children_row *of = &children_rows(tables)[first];
  int64_t sum = 0;
  for (size_t i = 0; i < row_count(tables, TABLE_CHILDREN); i++) {
    const struct children_row *row = &children_rows(tables)[i];
    if (row->unit != of->unit || row->place != of->place)
      continue;
    if (i < first)
      return 0;
    sum += row->children * row->weight_milli;
  }
  return sum;
}

static void add_place(const struct visit *visit, size_t first, day_number day) {
  int64_t place = children_rows(visit->tables)[first].place, enrolled = enrolled_milli(visit->tables, first);
  for (size_t i = 0; enrolled && i < row_count(visit->tables, TABLE_ATTENDANCE); i++) {
    const struct attendance_row *row = &attendance_rows(visit->tables)[i];
    if (row->place == place && row->terms == visit->term->kind &&
        need_row_holds((dayset)row->days, (weekset)row->weeks, day))
      add_present(visit, row, enrolled * row->percent_e8);
  }
}

static void add_children(const struct visit *visit, day_number day) {
  for (size_t i = 0; i < row_count(visit->tables, TABLE_CHILDREN); i++)
    if (children_rows(visit->tables)[i].unit == visit->unit)
      add_place(visit, i, day);
}

void children_on_day(const struct frame *frame, const struct tables *tables, int64_t unit, day_number day,
                     int64_t *present_e11) {
  for (int i = 0; i < frame->interval_count; i++)
    present_e11[i] = 0;
  for (size_t u = 0; u < row_count(tables, TABLE_UNITS); u++) {
    struct visit visit = {.frame = frame, .tables = tables, .at = unit, .unit = (int64_t)u, .present_e11 = present_e11};
    if (visit.unit != unit && !names_pool(tables, visit.unit, unit))
      continue;
    visit.term = term_on(tables, visit.unit, day);
    if (visit.term && visit.term->kind != TERM_CLOSED)
      add_children(&visit, day);
  }
}

void ratio_need_on_day(const struct frame *frame, const struct tables *tables, int64_t unit, day_number day,
                       int64_t *adults) {
  const struct unit_row *row = &unit_rows(tables)[unit];
  for (int i = 0; i < frame->interval_count; i++)
    adults[i] = 0;
  if (!row->ratio)
    return;
  children_on_day(frame, tables, unit, day, adults);
  for (int i = 0; i < frame->interval_count; i++) {
    int64_t wanted = ratio_adults(tables, row->ratio, adults[i]);
    adults[i] = adults[i] && wanted < row->ratio_floor ? row->ratio_floor : wanted;
  }
}
