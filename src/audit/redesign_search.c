// SPDX-License-Identifier: GPL-3.0-or-later
// Searches for a redesigned rota, and for a lower bound on the cost of any other.
#include <math.h>

#include "audit/redesign_parts.h"
#include "base/language.h"
#include "program/merge.h"
#include "program/sums.h"

// Limits are counts, not times, so that a redesign gives the same answer on any machine.
enum { NODES_MOST = 4000, PIVOTS_MOST = 200000, IDLE_MOST = 2 };
static const double SEARCH_SHARE = 0.5;          // of the gap: the rest is for the error of merging types
static const double ROUND_SHARE = 0.1;           // of the gap: the least that a round must gain
static const double MERGED_PLAY = 1e-7;          // if the price is higher by more, merging types lost something
static const double FINE = 20, FINE_MOST = 2000; // penalty for a missing hour, in persons of the dearest shift column

// The question with types merged, except those in `alone`.
static struct heads_question question_of(const struct hunt *h, bool shortfall, double fine, const bool *alone) {
  struct arena *arena = h->a->arena;
  const struct merge *merge = program_merge(arena, h->whole, alone);
  const struct program *program = merge->program;
  if (!shortfall && !h->is_short)
    program = program_without_shortfall(arena, program);
  return (struct heads_question){.program = program,
                                 .sums = head_sums_of(arena, merge, program),
                                 .shortfall = shortfall,
                                 .shortfall_h = h->is_short ? h->short_h : 0,
                                 .gap = SEARCH_SHARE * REDESIGN_GAP_E6 / 1e6,
                                 .fine = fine,
                                 .nodes_most = NODES_MOST - h->nodes,
                                 .pivots_most = PIVOTS_MOST - h->pivots};
}

// The answer's heads are by type, not by column.
static struct heads_answer *search_merged(struct hunt *h, bool shortfall, double fine) {
  struct arena *arena = h->a->arena;
  const struct heads_question question = question_of(h, shortfall, fine, NULL);
  struct heads_answer *answer = heads_search(arena, &question, shortfall ? &h->hours : &h->kroner);
  h->nodes += answer->nodes;
  h->pivots += answer->pivots;
  if (answer->heads) {
    double *values = arena_array(arena, question.program->column_count, sizeof *values);
    for (int i = 0; i < answer->head_count; i++)
      values[answer->columns[i]] = answer->heads[i];
    answer->heads = redesign_heads_of(arena, question.program, values);
  }
  return answer;
}

// For types with heads that are cheaper merged than separate: adds the plane at these heads with each of these types
// kept separate. The plane touches the whole programme's V there, so the search is more exact from now on. Types
// without heads may stay merged: their columns are 0, and the plane stays below V wherever they are not. False if it
// adds nothing new.
static bool learn(struct hunt *h, bool shortfall, double fine, const double *heads) {
  struct arena *arena = h->a->arena;
  int types = h->whole->year->frame->group_count;
  bool *there = arena_array(arena, (size_t)types, sizeof *there);
  int *type_of = arena_array(arena, (size_t)types, sizeof *type_of);
  for (int g = 0; g < types; g++) {
    there[g] = heads[g] > 0;
    type_of[g] = g;
  }
  const struct heads_question question = question_of(h, shortfall, fine, there);
  const struct program *program = question.program;
  const double *values = redesign_columns_of(arena, program, heads, type_of);
  double *held = arena_array(arena, program->column_count, sizeof *held);
  int count = 0;
  for (size_t c = 0; c < program->column_count; c++)
    if (program->columns[c].whole)
      held[count++] = values[c];
  return heads_price(arena, &question, held, shortfall ? &h->hours : &h->kroner);
}

static bool is_cheap(const struct solution *solution, double bound_kr) {
  return solution->cost_kr <= bound_kr + fabs(bound_kr) * REDESIGN_GAP_E6 / 1e6;
}

// Fewer hours missing, or equally many and cheaper.
static bool is_better(const struct solution *a, const struct solution *b) {
  if (redesign_is_missing(b->shortfall_h, a->shortfall_h))
    return true;
  return !redesign_is_missing(a->shortfall_h, b->shortfall_h) && a->cost_kr < b->cost_kr;
}

static bool fail(struct hunt *h, enum solve_status status, const char *fault) {
  h->status = status;
  h->fault = fault;
  return false;
}

// False if the solver failed. Keeps the choice if it is the best so far under all rules.
static bool keep_priced(struct hunt *h, const struct priced *priced, const double *heads) {
  if (priced->solution->status != SOLVE_OPTIMAL)
    return fail(h, priced->solution->status, priced->solution->fault);
  if (h->heads && !is_better(priced->solution, h->best.solution))
    return true;
  h->best = *priced;
  h->heads = arena_array(h->a->arena, (size_t)h->whole->year->frame->group_count, sizeof(double));
  for (int g = 0; g < h->whole->year->frame->group_count; g++)
    h->heads[g] = heads[g];
  return true;
}

// Finds the fewest hours missing in any choice, used when the search found no choice with full cover.
static bool find_least_short(struct hunt *h) {
  for (int round = 0; round < ROUNDS_MOST; round++) {
    const struct heads_answer *answer = search_merged(h, true, 0);
    if (!answer->heads)
      return fail(h, answer->status, answer->fault);
    const struct priced strict = redesign_price(h->a, h->whole, answer->heads, NOTHING, true);
    const struct priced own = h->sundays ? strict : redesign_price(h->a, h->whole, answer->heads, NOTHING, false);
    if (own.solution->status != SOLVE_OPTIMAL)
      return fail(h, own.solution->status, own.solution->fault);
    if (!keep_priced(h, &strict, answer->heads))
      return false;
    double most_h = own.solution->shortfall_h;
    if (!round || most_h < h->short_h)
      h->short_h = most_h;
    if (!redesign_is_missing(most_h, answer->value) || !learn(h, true, 0, answer->heads))
      break;
  }
  h->short_known = true;
  h->is_short = h->short_h > 1e-6;
  if (h->is_short) // planes so far are of plans with full cover: too high for plans that may leave hours empty
    h->kroner = (struct planes){.arena = h->a->arena};
  else
    h->short_h = 0;
  return true;
}

// One round: takes the best choice with merged types, and prices it in the whole programme under all rules. *told: the
// round learned something, so another round may find a better choice.
static bool hunt_once(struct hunt *h, bool *told) {
  double fine = h->short_known ? FINE_MOST : FINE;
  const struct heads_answer *answer = search_merged(h, false, fine);
  if (!answer->heads)
    return fail(h, answer->status, answer->fault);
  if (answer->excess_h > 1e-6 && !h->short_known) {
    *told = true;
    return find_least_short(h);
  }
  h->bound_kr = fmax(h->bound_kr, answer->bound);
  const struct priced strict = redesign_price(h->a, h->whole, answer->heads, NOTHING, true);
  if (!keep_priced(h, &strict, answer->heads))
    return false;
  if (!redesign_is_missing(strict.solution->shortfall_h, h->short_h) && is_cheap(strict.solution, h->bound_kr))
    return true;
  struct priced own = h->sundays ? strict : redesign_price(h->a, h->whole, answer->heads, NOTHING, false);
  bool as_merged = own.solution->status == SOLVE_OPTIMAL &&
                   !redesign_is_missing(own.solution->shortfall_h, h->short_h) &&
                   own.solution->cost_kr <= answer->value * (1 + MERGED_PLAY);
  *told = !as_merged && learn(h, false, fine, answer->heads);
  return true;
}

static bool is_found(const struct hunt *h) {
  return h->heads && !redesign_is_missing(h->best.solution->shortfall_h, h->short_h) &&
         is_cheap(h->best.solution, h->bound_kr);
}

static double spread_kr(const struct hunt *h) { return h->heads ? h->best.solution->cost_kr - h->bound_kr : INFINITY; }

// Rounds continue while they learn something, stay within the counts and often enough narrow the gap between rota and
// bound.
static bool hunt(struct hunt *h) {
  bool told = true;
  int idle = 0; // consecutive rounds that did not narrow the gap
  for (int round = 0; told && idle < IDLE_MOST && !is_found(h) && round < ROUNDS_MOST; round++) {
    double spread = spread_kr(h);
    told = false;
    if (!hunt_once(h, &told))
      return false;
    bool nearer = h->is_short || !(spread_kr(h) > spread - ROUND_SHARE * REDESIGN_GAP_E6 / 1e6 * fabs(h->bound_kr));
    idle = nearer ? 0 : idle + 1;
    told = told && h->nodes < NODES_MOST && h->pivots < PIVOTS_MOST;
  }
  return h->heads != NULL || fail(h, SOLVE_LIMIT, _("no proven optimum within the limits in pivots and nodes"));
}

static struct hunt hunt_new(const struct redesigning *a, const struct program *whole, bool sundays) {
  return (struct hunt){.a = a,
                       .whole = whole,
                       .sundays = sundays,
                       .bound_kr = -INFINITY,
                       .hours = {.arena = a->arena},
                       .kroner = {.arena = a->arena}};
}

static bool has_sundays(const struct program *program) {
  for (size_t r = 0; r < program->row_count; r++)
    if (program->rows[r].key.kind == ROW_REST_SUNDAY)
      return true;
  return false;
}

// In week types the rest from Sunday to Monday may be stricter than in the real year, so a bound found with it may be
// too high. The bound is therefore that of the programme without this rest. The rota has the heads found there or, if
// these cannot keep the rest as cheaply, those of the strict programme.
struct hunt redesign_search(const struct redesigning *a, const struct program *strict) {
  bool sundays = has_sundays(strict);
  struct hunt loose = hunt_new(a, sundays ? program_open_sundays(a->arena, strict) : strict, !sundays);
  if (!hunt(&loose) || is_found(&loose) || !sundays)
    return loose;
  struct hunt second = hunt_new(a, strict, true);
  if (!loose.is_short)
    second.kroner = loose.kroner;
  if (hunt(&second) && is_better(second.best.solution, loose.best.solution)) {
    loose.best = second.best;
    loose.heads = second.heads;
  }
  return loose;
}
