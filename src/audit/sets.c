// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/sets.h"

#include <stdlib.h>
#include <string.h>

#include "audit/amounts.h"

enum { FAR_PIVOTS = 200 }; // plans that took more to reach from the baseline are kept as a start for others

struct found { // of one unit, year and set
  struct found *next;
  size_t unit;
  int year;
  bool *set; // [measure_count] those of the set that hold there
  struct saving saving;
  struct arena *arena; // of the comparison, where it is kept; else NULL
  const struct comparison *comparison;
};

struct sets {
  const struct scenario *scenario;
  struct study *study;
  struct arena *arena;
  day_number undecided_start;
  size_t measure_count, unit_count;
  bool *touches; // [measure * unit_count + unit]
  struct found *found;
  struct period amounts_of; // year 0: none yet
  int64_t *amounts_ore;     // [measure_count] what each saves in that period by its amounts
};

struct sets *sets_new(const struct scenario *scenario, struct study *study, day_number undecided_start) {
  struct arena *arena = arena_new();
  struct sets *sets = arena_alloc(arena, sizeof *sets);
  *sets = (struct sets){.scenario = scenario, .study = study, .arena = arena, .undecided_start = undecided_start};
  sets->measure_count = row_count(&scenario->tables, TABLE_MEASURES);
  sets->unit_count = row_count(&scenario->tables, TABLE_UNITS);
  sets->amounts_ore = arena_array(arena, sets->measure_count, sizeof *sets->amounts_ore);
  sets->touches = arena_array(arena, sets->measure_count * sets->unit_count, sizeof(bool));
  for (size_t m = 0; m < sets->measure_count; m++)
    for (size_t u = 0; u < sets->unit_count; u++)
      sets->touches[m * sets->unit_count + u] = measure_touches_unit(scenario, m, u);
  return sets;
}

void sets_free(struct sets *sets) {
  if (!sets)
    return;
  for (struct found *found = sets->found; found; found = found->next)
    arena_free(found->arena);
  arena_free(sets->arena);
}

bool set_touches(const struct sets *sets, size_t measure, size_t unit) {
  return sets->touches[measure * sets->unit_count + unit];
}

bool set_holds(const struct sets *sets, size_t measure, size_t unit, struct period period) {
  day_number first;
  bool undecided = measure_rows(&sets->scenario->tables)[measure].start == NOT_GIVEN;
  return set_touches(sets, measure, unit) && (period.full || !undecided) &&
         measure_first_edit(sets->scenario, measure, sets->undecided_start, &first) &&
         date_from_day(first).year <= period.year;
}

static struct found *find(const struct sets *sets, const bool *set, size_t unit, int year) {
  for (struct found *found = sets->found; found; found = found->next)
    if (found->unit == unit && found->year == year && !memcmp(found->set, set, sets->measure_count * sizeof *set))
      return found;
  return NULL;
}

static struct found *add_found(struct sets *sets, const bool *set, size_t unit, int year,
                               const struct comparison *comparison) {
  struct found *found = arena_alloc(sets->arena, sizeof *found);
  *found = (struct found){.next = sets->found, .unit = unit, .year = year};
  found->set = arena_array(sets->arena, sets->measure_count, sizeof *set);
  memcpy(found->set, set, sets->measure_count * sizeof *set);
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    found->saving.ore[p] =
        ledger_sum(&comparison->plans[REFERENCE][p]->ledger) - ledger_sum(&comparison->plans[SUBJECT][p]->ledger);
  sets->found = found;
  return found;
}

static bool is_far(const struct comparison *comparison) {
  return comparison->plans[SUBJECT][POSITIONS_KEPT]->solution->whole_pivots >= FAR_PIVOTS ||
         comparison->plans[SUBJECT][POSITIONS_ADJUSTED]->solution->whole_pivots >= FAR_PIVOTS;
}

// Keeps the arena with the comparison where it is a start worth having.
static bool take(struct found *found, const struct comparison *comparison, struct arena *arena) {
  if (!is_far(comparison))
    return false;
  found->comparison = comparison;
  found->arena = arena;
  return true;
}

bool sets_note(struct sets *sets, size_t measure, size_t unit, int year, const struct comparison *comparison,
               struct arena *arena) {
  bool *set = arena_array(sets->arena, sets->measure_count, sizeof *set);
  set[measure] = true;
  if (find(sets, set, unit, year))
    return false;
  return take(add_found(sets, set, unit, year, comparison), comparison, arena);
}

const struct comparison *sets_start(const struct sets *sets, size_t measure, size_t unit, int year) {
  bool *set = arena_array(sets->arena, sets->measure_count, sizeof *set);
  set[measure] = true;
  const struct found *found = find(sets, set, unit, year);
  return found ? found->comparison : NULL;
}

// Of what was solved so far and kept, the set nearest to this one.
static const struct comparison *nearest_start(const struct sets *sets, const bool *set, size_t unit, int year) {
  const struct comparison *nearest = NULL;
  size_t least = SIZE_MAX;
  for (const struct found *found = sets->found; found; found = found->next) {
    if (!found->comparison || found->unit != unit || found->year != year)
      continue;
    size_t apart = 0;
    for (size_t m = 0; m < sets->measure_count; m++)
      apart += found->set[m] != set[m];
    if (apart < least) {
      least = apart;
      nearest = found->comparison;
    }
  }
  return nearest;
}

static bool ask(struct sets *sets, const bool *set, size_t unit, int year, struct saving *saving,
                enum solve_status *status, const char **why) {
  struct arena *arena = arena_new();
  struct study_question question = {
      .unit = (int64_t)unit, .year = year, .in_force = set, .undecided_start = sets->undecided_start};
  struct study_nearby nearby = {.start = nearest_start(sets, set, unit, year)};
  const struct comparison *comparison = study_compare_from(sets->study, arena, &question, nearby, status, why);
  bool kept = false;
  if (comparison) {
    struct found *found = add_found(sets, set, unit, year, comparison);
    *saving = found->saving;
    kept = take(found, comparison, arena);
  } else if (*why) {
    *why = arena_printf(sets->scenario->arena, "%s", *why); // the arena it lay in ends here
  }
  if (!kept)
    arena_free(arena);
  return comparison;
}

bool set_saving_of_unit(struct sets *sets, const bool *set, size_t unit, struct period period, struct saving *saving,
                        enum solve_status *status, const char **why) {
  bool *held = arena_array(sets->arena, sets->measure_count, sizeof *held);
  bool any = false;
  for (size_t m = 0; m < sets->measure_count; m++) {
    held[m] = set[m] && set_holds(sets, m, unit, period);
    any |= held[m];
  }
  *saving = (struct saving){{0}};
  if (!any)
    return true;
  const struct found *known = find(sets, held, unit, period.year);
  if (!known)
    return ask(sets, held, unit, period.year, saving, status, why);
  *saving = known->saving;
  return true;
}

static int64_t amounts_ore_in(const struct sets *sets, size_t measure, struct period period) {
  const struct scenario *scenario = sets->scenario;
  bool undecided = measure_rows(&scenario->tables)[measure].start == NOT_GIVEN;
  if (!period.full && undecided)
    return 0;
  struct ledger cost = period.full ? amounts_full_year(scenario, measure)
                                   : amounts_in_year(scenario, measure, sets->undecided_start, period.year);
  return -ledger_sum(&cost);
}

// Many sets are asked of one period, so each measure's amounts are summed once for it.
static void sum_amounts(struct sets *sets, struct period period) {
  if (sets->amounts_of.year == period.year && sets->amounts_of.full == period.full)
    return;
  for (size_t m = 0; m < sets->measure_count; m++)
    sets->amounts_ore[m] = amounts_ore_in(sets, m, period);
  sets->amounts_of = period;
}

bool set_saving(struct sets *sets, const bool *set, struct period period, struct saving *saving,
                enum solve_status *status, const char **why) {
  *saving = (struct saving){{0}};
  for (size_t unit = 0; unit < sets->unit_count; unit++) {
    struct saving more;
    if (!set_saving_of_unit(sets, set, unit, period, &more, status, why))
      return false;
    for (int p = 0; p < POSITIONS_ANSWERS; p++)
      saving->ore[p] += more.ore[p];
  }
  sum_amounts(sets, period);
  for (size_t m = 0; m < sets->measure_count; m++)
    for (int p = 0; p < POSITIONS_ANSWERS && set[m]; p++)
      saving->ore[p] += sets->amounts_ore[m];
  return true;
}
