// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/solved_sets.h"

#include <assert.h>
#include <string.h>

#include "audit/solve_failure.h"
#include "base/fixed.h"
#include "plan/empty.h"

enum { FAR_PIVOTS = 200 }; // plans that took more pivots from the baseline are kept as a start for others

struct found { // one year and set
  struct found *next;
  int year;
  bool *set; // [measure_count]
  struct saving saving;
  struct arena *arena;                 // of the comparison if it is kept; else NULL
  const struct comparison *comparison; // without the baseline's plans, which end before it
};

struct solved_sets {
  struct study *study;
  struct arena *arena;
  size_t unit, measure_count;
  day_number undecided_start;
  struct found *found; // most recent first
};

struct solved_sets *solved_sets_new(const struct scenario *scenario, struct study *study, size_t unit,
                                    day_number undecided_start) {
  assert(unit < scenario->tables.list[TABLE_UNITS].count);
  struct arena *arena = arena_new();
  struct solved_sets *sets = arena_alloc(arena, sizeof *sets);
  *sets = (struct solved_sets){.study = study,
                               .arena = arena,
                               .unit = unit,
                               .measure_count = row_count(&scenario->tables, TABLE_MEASURES),
                               .undecided_start = undecided_start};
  return sets;
}

void solved_sets_free(struct solved_sets *sets) {
  if (!sets)
    return;
  for (struct found *found = sets->found; found; found = found->next)
    arena_free(found->arena);
  arena_free(sets->arena);
}

static struct found *find(const struct solved_sets *sets, const bool *set, int year) {
  for (struct found *found = sets->found; found; found = found->next)
    if (found->year == year && !memcmp(found->set, set, sets->measure_count * sizeof *set))
      return found;
  return NULL;
}

static struct found *add_found(struct solved_sets *sets, const bool *set, int year,
                               const struct comparison *comparison) {
  struct found *found = arena_alloc(sets->arena, sizeof *found);
  *found = (struct found){.next = sets->found, .year = year};
  found->set = arena_array(sets->arena, sets->measure_count, sizeof *set);
  memcpy(found->set, set, sets->measure_count * sizeof *set);
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    const struct plan *before = comparison->plans[REFERENCE][p], *after = comparison->plans[SUBJECT][p];
    found->saving.cash_ore[p] = ledger_sum(&before->ledger) - ledger_sum(&after->ledger);
    found->saving.ore[p] = found->saving.cash_ore[p] - fixed_round(empty_beyond(before, after).kr * ORE_PER_KR);
  }
  sets->found = found;
  return found;
}

bool comparison_is_far(const struct comparison *comparison) {
  return comparison->plans[SUBJECT][POSITIONS_KEPT]->solution->whole_pivots >= FAR_PIVOTS ||
         comparison->plans[SUBJECT][POSITIONS_ADJUSTED]->solution->whole_pivots >= FAR_PIVOTS;
}

// Does nothing change in the unit?
static bool is_baseline(const struct comparison *comparison) {
  return comparison->plans[SUBJECT][POSITIONS_KEPT] == comparison->plans[REFERENCE][POSITIONS_KEPT];
}

// Keeps the arena with the comparison if it is a useful start.
static bool take(struct found *found, const struct comparison *comparison, struct arena *arena) {
  if (is_baseline(comparison) || !comparison_is_far(comparison))
    return false;
  struct comparison *kept = arena_alloc(arena, sizeof *kept);
  *kept = *comparison;
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    kept->plans[REFERENCE][p] = NULL;
  found->comparison = kept;
  found->arena = arena;
  return true;
}

bool solved_sets_note(struct solved_sets *sets, size_t measure, int year, const struct comparison *comparison,
                      struct arena *arena) {
  bool *set = arena_array(sets->arena, sets->measure_count, sizeof *set);
  set[measure] = true;
  if (find(sets, set, year))
    return false;
  return take(add_found(sets, set, year, comparison), comparison, arena);
}

// Among the sets solved and kept so far, the one nearest to this set.
static const struct comparison *nearest_start(const struct solved_sets *sets, const bool *set, int year) {
  const struct comparison *nearest = NULL;
  size_t least = SIZE_MAX;
  for (const struct found *found = sets->found; found; found = found->next) {
    if (!found->comparison || found->year != year)
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

static bool solve(struct solved_sets *sets, const bool *set, int year, struct saving *saving, struct failure *failure) {
  struct arena *arena = arena_new();
  struct study_question question = {
      .unit = (int64_t)sets->unit, .year = year, .in_force = set, .undecided_start = sets->undecided_start};
  struct study_nearby nearby = {.start = nearest_start(sets, set, year)};
  enum solve_status status;
  const char *why = NULL;
  const struct comparison *comparison = study_compare_from(sets->study, arena, &question, nearby, &status, &why);
  bool kept = false;
  if (comparison) {
    struct found *found = add_found(sets, set, year, comparison);
    *saving = found->saving;
    kept = take(found, comparison, arena);
  } else {
    *failure = solve_failure(status, why);
  }
  if (!kept)
    arena_free(arena);
  return comparison;
}

bool solved_sets_ask(struct solved_sets *sets, const bool *set, int year, struct saving *saving,
                     struct failure *failure) {
  const struct found *known = find(sets, set, year);
  if (!known)
    return solve(sets, set, year, saving, failure);
  *saving = known->saving;
  return true;
}
