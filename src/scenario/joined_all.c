// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/joined_all.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "calendar/fiscal.h"
#include "scenario/checks.h"
#include "scenario/joined.h"
#include "scenario/place.h"
#include "scenario/rows_measures.h"
#include "scenario/rows_settings.h"
#include "scenario/stretches.h"
#include "scenario/timeline.h"

struct joining {
  struct arena *arena;
  struct scenario *scenario;
  struct shift_row *found;
  size_t count, room;
};

static bool is_found(const struct joining *j, size_t first, size_t second) {
  for (size_t i = 0; i < j->count; i++)
    if (j->found[i].parts[0] == first && j->found[i].parts[1] == second)
      return true;
  return false;
}

static void find_in(struct joining *j, const struct tables *state) {
  const struct tables *base = &j->scenario->tables;
  for (size_t a = 0; a < row_count(state, TABLE_SHIFTS); a++)
    for (size_t b = 0; b < row_count(state, TABLE_SHIFTS); b++) {
      struct shift_row row;
      if (a == b || is_found(j, a, b) || !shifts_are_joined(j->arena, base, state, a, b, &row))
        continue;
      if (state != base)
        row = shift_closed(&row);
      *(struct shift_row *)arena_push(j->arena, &j->found, &j->count, &j->room, sizeof row) = row;
    }
}

// May the edits of a measure change which shifts can be joined?
static bool may_join(const struct tables *tables, size_t measure) {
  assert(measure < tables->list[TABLE_MEASURES].count);
  static const enum table_id of[] = {TABLE_SHIFTS, TABLE_UNITS, TABLE_GROUPS, TABLE_RATES, TABLE_CATALOGUE};
  for (size_t i = 0; i < row_count(tables, TABLE_EDITS); i++)
    for (size_t t = 0; t < sizeof of / sizeof *of; t++)
      if (edit_rows(tables)[i].measure == (int64_t)measure &&
          !strcmp(edit_rows(tables)[i].table, table_of(of[t])->name))
        return true;
  return false;
}

static void find_by_measure(struct joining *j, size_t measure) {
  const struct tables *base = &j->scenario->tables;
  const struct settings_row *settings = settings_of(base);
  bool *in_force = arena_array(j->arena, row_count(base, TABLE_MEASURES), sizeof *in_force);
  day_number first = fiscal_first_day((int)settings->first_year);
  day_number last = fiscal_last_day((int)settings->last_year);
  in_force[measure] = true;
  const struct timeline *timeline = timeline_make(j->arena, j->scenario, in_force,
                                                  fiscal_first_day((int)settings->last_year), first, last - first + 1);
  for (int s = 1; s < timeline->state_count; s++)
    find_in(j, &timeline->states[s]);
}

static int compare_rows(const void *a, const void *b) {
  const struct shift_row *x = a, *y = b;
  if (x->unit != y->unit)
    return x->unit < y->unit ? -1 : 1;
  return strcmp(x->shift, y->shift);
}

// For the first split day of each unit; where no rates were read, nothing is paid.
static void ask_supplement(const struct joining *j, struct problems *problems) {
  const struct tables *tables = &j->scenario->tables;
  int64_t told = NOT_GIVEN;
  if (!row_count(tables, TABLE_RATES) || split_supplement_e6(tables) != NOT_GIVEN)
    return;
  for (size_t i = 0; i < j->count; i++) {
    const struct shift_row *row = &j->found[i];
    if (row->unit == told || !row->days || !shift_gap_min(row))
      continue;
    told = row->unit;
    problem_warn(
        problems, row_place(&row->row, "shift"), row->shift,
        "one person may work both on one day, which is a split day. What it earns is not known: taken as 0 kr, an "
        "assumption. Write split_supplement in rates.csv, kroner for the day as the agreement says, 0 where it says "
        "nothing; or `no` in joined_shifts of units.csv for unit `%s`",
        unit_rows(tables)[row->unit].unit);
  }
}

void joined_add(struct arena *arena, struct scenario *scenario, struct problems *problems) {
  struct joining j = {.arena = arena, .scenario = scenario};
  struct rows *rows = &scenario->tables.list[TABLE_SHIFTS];
  find_in(&j, &scenario->tables);
  for (size_t m = 0; m < row_count(&scenario->tables, TABLE_MEASURES); m++)
    if (may_join(&scenario->tables, m))
      find_by_measure(&j, m);
  if (j.count)
    qsort(j.found, j.count, sizeof *j.found, compare_rows);
  for (size_t i = 0; i < j.count; i++)
    *(struct shift_row *)arena_push(arena, &rows->items, &rows->count, &rows->room, rows->size) = j.found[i];
  ask_supplement(&j, problems);
}
