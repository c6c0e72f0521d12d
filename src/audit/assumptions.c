// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/assumptions.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "audit/comparable.h"
#include "audit/matter.h"
#include "audit/studied.h"
#include "base/fixed.h"
#include "scenario/shared.h"

enum {
  UP_E6 = 1100000,
  DOWN_E6 = 900000,
  SOLVED_MOST = 2,         // numbers of a measure solved at +10 % and -10 %: at least one, and
  SOLVED_ENTRIES = 100000, // as many more as models with this many entries in total allow
  SMALL_ENTRIES = 15000,
  SOLVED_WITHOUT_SLOPE = 2, // numbers of a measure solved because no slope is valid
  MOVES_LEAST_ORE = 100
};

const char *assumption_method_name(enum assumption_method method) {
  static const char *const names[] = {"slope", "solved", "arithmetic", "not_asked"};
  assert((size_t)method < sizeof names / sizeof *names);
  return names[method];
}

struct asking {
  const struct audit *audit;
  const struct scenario *scenario;
  const struct tables *tables;
  struct study *study;
  struct assumptions *made;
  const struct measure_effect *effect;
  struct arena *arena;
  struct reach reach;
  struct studied studied;
  enum positions positions;
  int solved;
  size_t first; // its first item
};

// ---------------------------------------------------------------- the measure

static int64_t distance(int64_t claimed_ore, int64_t effect) { return llabs(claimed_ore - effect); }

enum positions answer_nearer(const struct scenario *scenario, const struct measure_effect *effect) {
  int year = claim_last_year(scenario, effect->measure);
  int index = year - effect->years[0].year;
  if (!year || index < 0 || index >= effect->year_count)
    return POSITIONS_ADJUSTED;
  struct claimed claimed = claim_standing(scenario, effect->measure, year);
  if (claimed.amount_ore == NOT_GIVEN)
    return POSITIONS_ADJUSTED;
  const struct year_effect *at = &effect->years[index];
  int64_t kept = claim_comparable_ore(effect, at, &claimed, POSITIONS_KEPT);
  int64_t adjusted = claim_comparable_ore(effect, at, &claimed, POSITIONS_ADJUSTED);
  return distance(claimed.amount_ore, kept) < distance(claimed.amount_ore, adjusted) ? POSITIONS_KEPT
                                                                                     : POSITIONS_ADJUSTED;
}

// ---------------------------------------------------------------- one number

// A cell, the units it may affect, and a copy of the scenario with it changed.
struct trial {
  struct arena *arena;
  struct varied_cell cell;
  const struct scenario *varied;
};

struct matter { // info of a unit_filter
  const struct asking *asking;
  const struct varied_cell *cell;
};

static bool matters(const void *info, size_t unit) {
  const struct matter *matter = info;
  return number_matters_in(&matter->asking->reach, matter->cell, unit);
}

// Change of the effect by solving again, over all units the cell may affect.
static bool solve_change(struct asking *a, const struct trial *trial, int64_t *change_ore) {
  struct matter matter = {a, &trial->cell};
  struct answer then;
  if (!studied_answer(&a->studied, trial->arena, trial->varied, matters, &matter, &then))
    return false;
  *change_ore = effect_ore(&then) - effect_ore(&a->effect->full.answers[a->positions]);
  return true;
}

// By the slopes; false where one of them is not valid.
static bool slope_change(const struct asking *a, const struct trial *trial, int64_t *change_ore) {
  struct matter matter = {a, &trial->cell};
  double change_kr;
  if (!studied_slope(&a->studied, trial->arena, trial->varied, matters, &matter, &change_kr))
    return false;
  *change_ore = fixed_round(change_kr * ORE_PER_KR);
  return true;
}

static bool make_trial(struct asking *a, struct trial *trial, const struct varied_cell *cell, int64_t factor_e6) {
  struct arena *arena = trial->arena;
  if (!cell_scaled(arena, a->scenario, cell->table, cell->row, cell->column, factor_e6, &trial->cell))
    return false;
  trial->varied = scenario_vary(arena, a->scenario, &trial->cell, 1);
  return cell->table != TABLE_EDITS || !timeline_conflict(arena, trial->varied, a->studied.in_force);
}

// How many numbers are solved both ways: many for a small unit, one for a whole nursing home; none where a solve takes
// long, or where the answer does not matter because nothing is claimed and no unit is small.
static int ways_to_solve(const struct asking *a) {
  size_t entries = 1;
  for (size_t u = 0; u < a->studied.unit_count; u++)
    entries += a->studied.units[u].comparison->plans[SUBJECT][POSITIONS_KEPT]->program->entry_count;
  size_t count = SOLVED_ENTRIES / entries;
  bool claimed = claim_last_year(a->scenario, a->effect->measure);
  if (a->studied.far || (!claimed && entries > SMALL_ENTRIES))
    return 0;
  return count < 1 ? 1 : count > SOLVED_MOST ? SOLVED_MOST : (int)count;
}

// Fills in the method and the change for +10 %.
static bool ask_change(struct asking *a, const struct trial *trial, struct assumption *item) {
  bool amounts = item->cell.table == TABLE_AMOUNTS;
  item->method = amounts ? ASSUMPTION_ARITHMETIC : ASSUMPTION_SLOPE;
  if (amounts)
    return solve_change(a, trial, &item->per_10_percent_ore);
  if (slope_change(a, trial, &item->per_10_percent_ore))
    return true;
  item->method = ASSUMPTION_NOT_ASKED;
  item->per_10_percent_ore = NOT_GIVEN;
  if (!ways_to_solve(a) || a->studied.cold || a->solved >= SOLVED_WITHOUT_SLOPE)
    return true;
  a->solved++;
  item->method = ASSUMPTION_SOLVED;
  return solve_change(a, trial, &item->per_10_percent_ore);
}

static void add_item(struct asking *a, const struct assumption *item) {
  bool moves = item->method == ASSUMPTION_NOT_ASKED || llabs(item->per_10_percent_ore) >= MOVES_LEAST_ORE;
  if (moves)
    *(struct assumption *)arena_push(a->audit->arena, &a->made->items, &a->made->count, &a->made->room, sizeof *item) =
        *item;
}

static bool try_cell(struct asking *a, const struct varied_cell *cell) {
  struct trial trial = {.arena = arena_new()};
  struct assumption item = {.measure = a->effect->measure,
                            .cell = *cell,
                            .positions = a->positions,
                            .effect_ore = effect_ore(&a->effect->full.answers[a->positions]),
                            .up_ore = NOT_GIVEN,
                            .down_ore = NOT_GIVEN};
  bool up = make_trial(a, &trial, cell, UP_E6);
  bool tried = up || make_trial(a, &trial, cell, DOWN_E6);
  bool done = !tried || ask_change(a, &trial, &item);
  if (tried && done) {
    if (!up && item.per_10_percent_ore != NOT_GIVEN)
      item.per_10_percent_ore = -item.per_10_percent_ore;
    add_item(a, &item);
  }
  arena_free(trial.arena);
  return done;
}

// ---------------------------------------------------------------- all numbers of a measure

static bool is_relevant(const struct asking *a, const struct varied_cell *cell) {
  return number_matters(&a->reach, cell);
}

static bool try_row(struct asking *a, enum table_id table, size_t row) {
  const struct table *of = table_of(table);
  struct varied_cell cell = {.table = table, .row = row};
  if (!row_at(a->tables, table, row)->assumed || !is_relevant(a, &cell))
    return true;
  for (size_t c = 0; c < of->column_count; c++) {
    cell.column = &of->columns[c];
    if (cell_may_vary(a->arena, a->scenario, table, row, cell.column) && !try_cell(a, &cell))
      return false;
  }
  return true;
}

// Norms limit no plan, and limits of the method are not assumptions about the place.
static const enum table_id asked[] = {TABLE_EDITS,   TABLE_AMOUNTS,    TABLE_NEED,  TABLE_GROUPS,
                                      TABLE_ABSENCE, TABLE_SOURCES,    TABLE_PAY,   TABLE_SUPPLEMENTS,
                                      TABLE_RATES,   TABLE_CATEGORIES, TABLE_UNITS, TABLE_SHIFTS};

// Is there any number to examine? Where there is none, nothing needs to be solved.
static bool any_assumed(const struct asking *a) {
  for (size_t t = 0; t < sizeof asked / sizeof *asked; t++)
    for (size_t row = 0; row < row_count(a->tables, asked[t]); row++)
      if (row_at(a->tables, asked[t], row)->assumed &&
          is_relevant(a, &(struct varied_cell){.table = asked[t], .row = row}))
        return true;
  return false;
}

static bool try_tables(struct asking *a) {
  for (size_t t = 0; t < sizeof asked / sizeof *asked; t++)
    for (size_t row = 0; row < row_count(a->tables, asked[t]); row++)
      if (!try_row(a, asked[t], row))
        return false;
  return true;
}

static int compare_items(const void *left, const void *right) {
  const struct assumption *x = left, *y = right;
  int64_t a = x->per_10_percent_ore == NOT_GIVEN ? -1 : llabs(x->per_10_percent_ore);
  int64_t b = y->per_10_percent_ore == NOT_GIVEN ? -1 : llabs(y->per_10_percent_ore);
  if (a != b)
    return a > b ? -1 : 1;
  if (x->cell.table != y->cell.table)
    return x->cell.table < y->cell.table ? -1 : 1;
  if (x->cell.row != y->cell.row)
    return x->cell.row < y->cell.row ? -1 : 1;
  return (x->cell.column > y->cell.column) - (x->cell.column < y->cell.column);
}

static bool solve_way(struct asking *a, const struct assumption *item, int64_t factor_e6, int64_t *change_ore) {
  struct trial trial = {.arena = arena_new()};
  bool done = !make_trial(a, &trial, &item->cell, factor_e6) || solve_change(a, &trial, change_ore);
  arena_free(trial.arena);
  return done;
}

// At +10 % and -10 %: half of the difference is the change for 10 %; with only one of them, that one.
static bool solve_ways(struct asking *a, struct assumption *item) {
  if (!solve_way(a, item, UP_E6, &item->up_ore) || !solve_way(a, item, DOWN_E6, &item->down_ore))
    return false;
  if (item->method != ASSUMPTION_ARITHMETIC)
    item->method = ASSUMPTION_SOLVED;
  bool up = item->up_ore != NOT_GIVEN, down = item->down_ore != NOT_GIVEN;
  if (up && down)
    item->per_10_percent_ore = (item->up_ore - item->down_ore) / 2;
  else if (up || down)
    item->per_10_percent_ore = up ? item->up_ore : -item->down_ore;
  return true;
}

static bool is_solved(const struct assumption *item) {
  return item->up_ore != NOT_GIVEN || item->down_ore != NOT_GIVEN;
}

// Solves the first ones that are not solved yet, sorting again each time: a slope may overstate the change of a whole
// step.
static bool rank_items(struct asking *a) {
  size_t count = a->made->count - a->first;
  if (!count)
    return true;
  struct assumption *items = a->made->items + a->first;
  qsort(items, count, sizeof *items, compare_items);
  for (int most = ways_to_solve(a); most > 0; most--) {
    size_t i = 0;
    while (i < count && is_solved(&items[i]))
      i++;
    if (i == count || items[i].method == ASSUMPTION_NOT_ASKED)
      break;
    if (!solve_ways(a, &items[i]))
      return false;
    qsort(items, count, sizeof *items, compare_items);
  }
  for (size_t i = 0; i < count && items[i].method != ASSUMPTION_NOT_ASKED; i++)
    items[i].rank = (int)i + 1;
  return true;
}

static bool ask_measure(struct asking *a) {
  const struct period full = {a->effect->full.year, true};
  if (!any_assumed(a))
    return true;
  bool done = studied_open(&a->studied, a->arena, a->audit, a->effect, a->study, full, a->positions) && try_tables(a) &&
              rank_items(a);
  studied_close(&a->studied);
  return done;
}

bool assumptions_add(struct assumptions *made, const struct audit *audit, size_t measure, struct study *study,
                     struct failure *failure) {
  assert(measure < audit->scenario->tables.list[TABLE_MEASURES].count);
  const struct measure_effect *effect = &audit->measures[measure];
  if (!effect->testable || effect->given_up)
    return true;
  struct asking a = {.audit = audit,
                     .scenario = audit->scenario,
                     .tables = &audit->scenario->tables,
                     .study = study,
                     .made = made,
                     .effect = effect,
                     .arena = arena_new(),
                     .positions = answer_nearer(audit->scenario, effect),
                     .first = made->count};
  a.reach = reach_of(a.arena, a.scenario, measure);
  bool done = ask_measure(&a);
  if (!done)
    *failure = a.studied.failure;
  arena_free(a.arena);
  return done;
}
