// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/candidates.h"

#include <string.h>

#include "calendar/dayset.h"
#include "scenario/rows_children.h"
#include "scenario/rows_people.h"

enum { DAY_MIN = MINUTES_PER_DAY };

// Minutes of the clock at which shifts of a unit may begin and end.
struct clocks {
  bool starts[DAY_MIN + 1], ends[DAY_MIN + 1];
  int64_t opens_min, closes_min; // of all its terms
};

// ---------------------------------------------------------------- presence

static bool unit_has_place(const struct tables *tables, int64_t unit, int64_t place) {
  const char *code = unit_rows(tables)[unit].unit;
  for (size_t i = 0; i < row_count(tables, TABLE_CHILDREN); i++) {
    const struct children_row *row = &children_rows(tables)[i];
    const char *pool = unit_rows(tables)[row->unit].pool;
    if (row->place == place && (row->unit == unit || (pool && !strcmp(pool, code))))
      return true;
  }
  return false;
}

// Share of the place present just before or just after a minute, on days of the row.
static int64_t share_at(const struct tables *tables, const struct attendance_row *like, int64_t clock_min) {
  int64_t share_e8 = 0;
  for (size_t i = 0; i < row_count(tables, TABLE_ATTENDANCE); i++) {
    const struct attendance_row *row = &attendance_rows(tables)[i];
    if (row->place == like->place && row->terms == like->terms && (row->days & like->days) &&
        (row->weeks & like->weeks) && row->start_min <= clock_min && clock_min < row->end_min &&
        row->percent_e8 > share_e8)
      share_e8 = row->percent_e8;
  }
  return share_e8;
}

static void add_change(struct clocks *clocks, const struct tables *tables, const struct attendance_row *row,
                       int64_t clock_min) {
  int64_t before = share_at(tables, row, clock_min - 1), after = share_at(tables, row, clock_min);
  clocks->starts[clock_min] |= after > before;
  clocks->ends[clock_min] |= after < before;
}

static bool term_serves(const struct tables *tables, const struct term_row *term, int64_t unit) {
  const char *area = unit_rows(tables)[unit].area;
  if (term->opens_min == NOT_GIVEN || term->closes_min == NOT_GIVEN)
    return false; // reported by a check where it is open
  bool of_area = !term->area || (area && !strcmp(area, term->area));
  return term->kind != TERM_CLOSED && of_area && (term->unit == NOT_GIVEN || term->unit == unit);
}

static void add_hours(struct clocks *clocks, const struct tables *tables, int64_t unit) {
  for (size_t i = 0; i < row_count(tables, TABLE_TERMS); i++) {
    const struct term_row *term = &term_rows(tables)[i];
    if (!term_serves(tables, term, unit))
      continue;
    clocks->starts[term->opens_min] = clocks->ends[term->closes_min] = true;
    clocks->opens_min = term->opens_min < clocks->opens_min ? term->opens_min : clocks->opens_min;
    clocks->closes_min = term->closes_min > clocks->closes_min ? term->closes_min : clocks->closes_min;
  }
  for (size_t i = 0; i < row_count(tables, TABLE_ATTENDANCE); i++) {
    const struct attendance_row *row = &attendance_rows(tables)[i];
    if (!unit_has_place(tables, unit, row->place))
      continue;
    add_change(clocks, tables, row, row->start_min);
    add_change(clocks, tables, row, row->end_min);
  }
  int64_t grid = unit_rows(tables)[unit].shift_grid_min;
  for (int64_t m = clocks->opens_min; grid && m <= clocks->closes_min; m += grid)
    clocks->starts[m] = clocks->ends[m] = true;
}

// ---------------------------------------------------------------- shifts

static bool has_shift(const struct tables *tables, int64_t unit, const char *code) {
  for (size_t i = 0; i < row_count(tables, TABLE_SHIFTS); i++)
    if (shift_rows(tables)[i].unit == unit && !strcmp(shift_rows(tables)[i].shift, code))
      return true;
  return false;
}

static void add_shift(struct arena *arena, struct tables *tables, int64_t unit, int64_t start_min, int64_t end_min) {
  const struct unit_row *of = &unit_rows(tables)[unit];
  const char *code = arena_printf(arena, "s%02d%02d_%02d%02d", (int)(start_min / 60), (int)(start_min % 60),
                                  (int)(end_min / 60), (int)(end_min % 60));
  if (has_shift(tables, unit, code))
    return;
  struct rows *rows = &tables->list[TABLE_SHIFTS];
  struct shift_row *shift = arena_push(arena, &rows->items, &rows->count, &rows->room, rows->size);
  *shift = (struct shift_row){.row = of->row,
                              .break_start_min = NOT_GIVEN,
                              .days = DAYSET_EVERY_WEEKDAY | DAYSET_HOLIDAY,
                              .weeks = (int64_t)WEEKSET_ALL,
                              .paid_e8 = NOT_GIVEN,
                              .counts_e8 = NOT_GIVEN,
                              .called_min = NOT_GIVEN,
                              .called_pay_e8 = NOT_GIVEN,
                              .unit = unit,
                              .shift = code,
                              .title = code,
                              .start_min = start_min,
                              .end_min = end_min,
                              .least_paid_min = of->least_paid_min,
                              .made = true};
}

// Is start-end a shift of the unit: with a length allowed, or with exactly the shortest or longest?
static bool is_candidate(const struct clocks *clocks, const struct unit_row *unit, int64_t start, int64_t end) {
  int64_t length = end - start;
  if (length < unit->shortest_shift_min || length > unit->longest_shift_min)
    return false;
  bool at_limit = length == unit->shortest_shift_min || length == unit->longest_shift_min;
  return at_limit ? clocks->starts[start] || clocks->ends[end] : clocks->starts[start] && clocks->ends[end];
}

static void add_unit(struct arena *arena, struct tables *tables, int64_t unit) {
  struct clocks *clocks = arena_alloc(arena, sizeof *clocks);
  clocks->opens_min = DAY_MIN;
  add_hours(clocks, tables, unit);
  for (int64_t start = clocks->opens_min; start < clocks->closes_min; start++)
    for (int64_t end = start + 1; end <= clocks->closes_min; end++)
      if (is_candidate(clocks, &unit_rows(tables)[unit], start, end))
        add_shift(arena, tables, unit, start, end);
}

void candidates_add(struct arena *arena, struct tables *tables) {
  for (size_t u = 0; u < row_count(tables, TABLE_UNITS); u++)
    if (unit_rows(tables)[u].shortest_shift_min != NOT_GIVEN)
      add_unit(arena, tables, (int64_t)u);
}
