// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/redesign.h"

#include <math.h>
#include <time.h>

#include "audit/redesign_parts.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "program/families.h"
#include "program/merge.h"

static const double BOUND_PLAY = 1e-6; // relative to the cost: difference between two simplex solutions

// --- what stands in the way ---------------------------------------------------------------------------------------

static struct program *relaxed_program(const struct redesigning *a, const struct program *strict, int relaxed) {
  struct program *copy = program_open_sundays(a->arena, strict); // a copy with its own bounds
  for (size_t r = 0; r < strict->row_count; r++)
    copy->rows[r] = strict->rows[r];
  redesign_relax(copy, relaxed);
  return copy;
}

// Separates types of the same class that both have heads, from now on. False if all of them are already separate.
static bool tell_apart(const struct merge *merge, const double *heads, bool *alone) {
  int types = merge->whole->year->frame->group_count;
  int *there = arena_array(merge->program->arena, (size_t)merge->class_count, sizeof *there);
  for (int g = 0; g < types; g++)
    there[merge->class_of[g]] += heads[g] > 0;
  bool told = false;
  for (int g = 0; g < types; g++)
    if (heads[g] > 0 && there[merge->class_of[g]] > 1)
      told = alone[g] = true;
  return told;
}

// Is the need fully covered with the limit relaxed? Tries the merged types first; if they are covered, the heads that
// they choose; if that gives no answer either, the whole programme.
static bool covers_without(const struct redesigning *a, const struct program *strict, int relaxed) {
  const struct program *whole = relaxed_program(a, strict, relaxed);
  bool *alone = arena_array(a->arena, (size_t)whole->year->frame->group_count, sizeof *alone);
  for (int round = 0; round < ROUNDS_MOST; round++) {
    const struct merge *merge = program_merge(a->arena, whole, alone);
    for (size_t c = 0; c < merge->program->column_count; c++)
      merge->program->columns[c].cost_kr = 0; // only the shortfall matters here
    const struct solution *solution = redesign_solve(a, merge->program);
    if (solution->status != SOLVE_OPTIMAL)
      break;
    if (solution->shortfall_h >= 1e-6)
      return false;
    const double *heads = redesign_heads_of(a->arena, merge->program, solution->values);
    const struct priced priced = redesign_price(a, whole, heads, relaxed, true);
    if (priced.solution->status == SOLVE_OPTIMAL && priced.solution->shortfall_h < 1e-6)
      return true;
    if (!tell_apart(merge, heads, alone))
      break;
  }
  const struct solution *solution = redesign_solve(a, whole);
  return solution->status == SOLVE_OPTIMAL && solution->shortfall_h < 1e-6;
}

// In the order in which they are tried.
static const int limits[] = {WHOLE_HEADS,         ROW_DESIGN_POSITION, ROW_DESIGN_FULL_TIME,
                             ROW_DESIGN_VARIABLE, ROW_DESIGN_HEADS,    MOST_OF_TYPES,
                             ROW_WEEKEND,         ROW_SUPPLY,          ROW_REST};

static const char *limit_words(int limit) {
  if (limit == WHOLE_HEADS)
    return _("that heads are whole");
  return limit == MOST_OF_TYPES ? _("the most heads of each type") : _(row_family_of(limit)->eased);
}

// The first limit whose relaxation alone allows full cover; NULL: none.
static const char *find_blocking(const struct redesigning *a, const struct program *strict) {
  for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
    if (covers_without(a, strict, limits[i]))
      return limit_words(limits[i]);
  return NULL;
}

// --- the answer ---------------------------------------------------------------------------------------------------

// Memory: `arena`, which outlives the arena of the attempt.
static struct redesign *answer_of(struct arena *arena, const struct redesigning *a, const struct hunt *found,
                                  const struct plan *plan) {
  const struct frame *frame = found->whole->year->frame;
  struct redesign *redesign = arena_alloc(arena, sizeof *redesign);
  *redesign = (struct redesign){.unit = (size_t)a->unit,
                                .year = fiscal_year_of(a->first_day),
                                .covers = plan->solution->shortfall_h < 1e-6,
                                .short_h = plan->shortfall_h,
                                .planned_short_h = plan->planned_shortfall_h,
                                .cost_kr = plan->cost_kr,
                                .bound_kr = plan->cost_kr - fmax(0, plan->planned_kr - found->bound_kr),
                                .planned_kr = plan->planned_kr,
                                .planned_bound_kr = fmin(found->bound_kr, plan->planned_kr),
                                .figures = figures_of(plan),
                                .type_count = (size_t)frame->group_count};
  redesign->types = arena_array(arena, redesign->type_count, sizeof *redesign->types);
  redesign->heads = arena_array(arena, redesign->type_count, sizeof *redesign->heads);
  for (int g = 0; g < frame->group_count; g++) {
    redesign->types[g] = frame->groups[g];
    redesign->heads[g] = round(found->heads[g]);
  }
  return redesign;
}

static struct redesign *solve_design(struct arena *arena, const struct redesigning *a, enum solve_status *status,
                                     const char **why) {
  const struct program *strict = redesign_program(a, a->scenario, NOTHING);
  const struct hunt found = redesign_search(a, strict);
  *status = found.heads ? SOLVE_OPTIMAL : found.status;
  *why = found.heads ? NULL : found.fault;
  if (!found.heads)
    return NULL;
  const struct plan *plan = plan_make(a->arena, found.best.program, found.best.solution);
  if (!plan_agrees(plan)) {
    *status = SOLVE_FAULT;
    *why = _("pay engine and optimiser disagree on the rota designed");
    return NULL;
  }
  if (!redesign_is_missing(found.best.solution->shortfall_h, found.short_h) &&
      found.bound_kr > plan->planned_kr + BOUND_PLAY * fabs(plan->planned_kr)) {
    *status = SOLVE_FAULT;
    *why = _("a rota was found below the bound that was proven for all");
    return NULL;
  }
  struct redesign *redesign = answer_of(arena, a, &found, plan);
  if (!redesign->covers)
    redesign->blocking = find_blocking(a, strict);
  return redesign;
}

static double seconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

const struct redesign *redesign_unit(struct arena *arena, const struct scenario *scenario, int64_t unit,
                                     int calendar_year, enum solve_status *status, const char **why) {
  double begin = seconds_now();
  struct arena *work = arena_new();
  struct redesigning a = {.arena = work,
                          .scenario = redesign_catalogue(work, scenario),
                          .unit = unit,
                          .first_day = fiscal_first_day(calendar_year),
                          .day_count = fiscal_day_count(calendar_year)};
  struct redesign *redesign = solve_design(arena, &a, status, why);
  if (redesign)
    redesign->seconds = seconds_now() - begin;
  arena_free(work);
  return redesign;
}
