// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/sets.h"

#include <string.h>

#include "audit/amounts.h"
#include "calendar/fiscal.h"
#include "scenario/shared.h"
#include "scenario/touches.h"

struct sets {
  const struct scenario *scenario;
  struct arena *arena;
  day_number undecided_start;
  size_t measure_count, unit_count;
  bool *touches;            // [measure * unit_count + unit]
  struct period amounts_of; // year 0: none yet
  int64_t *amounts_ore;     // [measure_count] what each saves in that period through its plain amounts
  struct set_question *first, **end;
};

struct sets *sets_new(const struct scenario *scenario, day_number undecided_start) {
  struct arena *arena = arena_new();
  struct sets *sets = arena_alloc(arena, sizeof *sets);
  *sets = (struct sets){.scenario = scenario, .arena = arena, .undecided_start = undecided_start};
  sets->end = &sets->first;
  sets->measure_count = row_count(&scenario->tables, TABLE_MEASURES);
  sets->unit_count = row_count(&scenario->tables, TABLE_UNITS);
  sets->amounts_ore = arena_array(arena, sets->measure_count, sizeof *sets->amounts_ore);
  sets->touches = arena_array(arena, sets->measure_count * sets->unit_count, sizeof(bool));
  for (size_t m = 0; m < sets->measure_count; m++)
    for (size_t u = 0; u < sets->unit_count; u++)
      sets->touches[m * sets->unit_count + u] =
          unit_solved_as(scenario, u) == u && measure_touches_solved(scenario, m, u);
  return sets;
}

void sets_free(struct sets *sets) {
  if (sets)
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
         fiscal_year_of(first) <= period.year;
}

// ---------------------------------------------------------------- questions

struct set_question *sets_next(const struct sets *sets, size_t unit, const struct set_question *after) {
  struct set_question *question = after ? after->next : sets->first;
  while (question && question->unit != unit)
    question = question->next;
  return question;
}

bool sets_answered(const struct sets *sets) {
  for (const struct set_question *question = sets->first; question; question = question->next)
    if (!question->answered)
      return false;
  return true;
}

static struct set_question *question_of(struct sets *sets, const bool *set, size_t unit, int year) {
  size_t size = sets->measure_count * sizeof *set;
  for (struct set_question *question = sets->first; question; question = question->next)
    if (question->unit == unit && question->year == year && !memcmp(question->set, set, size))
      return question;
  struct set_question *made = arena_alloc(sets->arena, sizeof *made);
  *made = (struct set_question){.unit = unit, .year = year};
  made->set = arena_array(sets->arena, sets->measure_count, sizeof *set);
  memcpy(made->set, set, size);
  *sets->end = made;
  sets->end = &made->next;
  return made;
}

struct saving set_saving_of_unit(struct sets *sets, const bool *set, size_t unit, struct period period) {
  struct arena *scratch = arena_new();
  bool *held = arena_array(scratch, sets->measure_count, sizeof *held);
  bool any = false;
  for (size_t m = 0; m < sets->measure_count; m++) {
    held[m] = set[m] && set_holds(sets, m, unit, period);
    any |= held[m];
  }
  struct saving saving = any ? question_of(sets, held, unit, period.year)->saving : (struct saving){{0}, {0}};
  arena_free(scratch);
  return saving;
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

// Many sets are solved for one period, so each measure's amounts are summed once per period.
static void sum_amounts(struct sets *sets, struct period period) {
  if (sets->amounts_of.year == period.year && sets->amounts_of.full == period.full)
    return;
  for (size_t m = 0; m < sets->measure_count; m++)
    sets->amounts_ore[m] = amounts_ore_in(sets, m, period);
  sets->amounts_of = period;
}

struct saving set_saving(struct sets *sets, const bool *set, struct period period) {
  struct saving saving = {{0}, {0}};
  for (size_t unit = 0; unit < sets->unit_count; unit++) {
    struct saving more = set_saving_of_unit(sets, set, unit, period);
    for (int p = 0; p < POSITIONS_ANSWERS; p++) {
      saving.ore[p] += more.ore[p];
      saving.cash_ore[p] += more.cash_ore[p];
    }
  }
  sum_amounts(sets, period);
  for (size_t m = 0; m < sets->measure_count; m++)
    for (int p = 0; p < POSITIONS_ANSWERS && set[m]; p++) {
      saving.ore[p] += sets->amounts_ore[m];
      saving.cash_ore[p] += sets->amounts_ore[m];
    }
  return saving;
}
