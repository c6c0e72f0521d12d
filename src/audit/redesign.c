// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/redesign.h"

#include <math.h>
#include <string.h>
#include <time.h>

#include "base/language.h"
#include "need/positions.h"
#include "program/merge.h"
#include "program/sums.h"
#include "solve/heads.h"

// The scenario with the types of the catalogue in the place of the groups: each with the most heads it may have, of which
// any whole number may go.
static struct scenario *catalogue_scenario(struct arena *arena, const struct scenario *scenario) {
  struct scenario *copy = arena_alloc(arena, sizeof *copy);
  *copy = *scenario;
  copy->redesign = true;
  struct rows *groups = &copy->tables.list[TABLE_GROUPS];
  *groups = scenario->tables.list[TABLE_CATALOGUE];
  size_t count = groups->count;
  struct group_row *rows = arena_array(arena, count, sizeof *rows);
  if (count)
    memcpy(rows, catalogue_rows(&scenario->tables), count * sizeof *rows);
  for (size_t i = 0; i < count; i++) {
    rows[i].adjust_min_e8 = 0;
    rows[i].adjust_max_e8 = ONE_E8;
    rows[i].adjust_step_milli = MILLI;
  }
  groups->items = (char *)rows;
  return copy;
}

struct attempt {
  struct arena *arena;             // for the work; ends with it
  const struct scenario *scenario; // with the catalogue
  int64_t unit;
  day_number first_day;
  int day_count;
};

// A solver of its own for each programme: none outlives a fault of GLPK in the search, which forgets them all.
static const struct solution *solve_once(const struct attempt *a, const struct program *program) {
  struct solver *solver = solver_new();
  const struct solution *solution = solver_solve(solver, a->arena, program, NULL);
  solver_free(solver);
  return solution;
}

// What may be relaxed beside the kinds of rows: that heads are whole, and the most heads of each type.
enum { NOTHING = -1, WHOLE_HEADS = ROW_KINDS, MOST_OF_TYPES };

// Rules of several rows stand for all of them.
static bool opens(int relaxed, int kind) {
  if (relaxed == ROW_WEEKEND)
    return kind == ROW_WEEKEND || kind == ROW_WEEKEND_YEAR || kind == ROW_ON_WEEKEND || kind == ROW_SUNDAYS;
  if (relaxed == ROW_REST)
    return kind == ROW_REST || kind == ROW_REST_SUNDAY;
  return kind == relaxed;
}

// One limit opened, and heads not whole.
static void relax(struct program *program, int relaxed) {
  for (size_t r = 0; r < program->row_count; r++)
    if (opens(relaxed, program->rows[r].key.kind))
      program->rows[r].upper = INFINITY;
  for (size_t c = 0; c < program->column_count; c++) {
    program->columns[c].whole = false;
    if (relaxed == MOST_OF_TYPES && program->columns[c].key.kind == COLUMN_UP)
      program->columns[c].upper = INFINITY;
  }
}

// The programme with heads free. scenario: with the catalogue, or some of its types.
static struct program *design_program(const struct attempt *a, const struct scenario *scenario, int relaxed) {
  const struct timeline *timeline = timeline_make(a->arena, scenario, NULL, a->first_day, a->first_day, a->day_count);
  const struct unit_year *year =
      unit_year_make(a->arena, scenario, a->unit, timeline, timeline, (struct year_terms){.merge = true});
  const struct program *kept = program_build(a->arena, year, SUBJECT);
  double *variable_h = arena_array(a->arena, (size_t)(year->segment_count * year->frame->level_count), sizeof(double));
  for (int i = 0; i < year->segment_count * year->frame->level_count; i++)
    variable_h[i] = INFINITY;
  struct program *program = program_adjust(a->arena, kept, variable_h);
  program->gap = REDESIGN_GAP_E6 / 1e6;
  if (relaxed != NOTHING)
    relax(program, relaxed);
  return program;
}

static const struct {
  int relaxed;
  const char *words;
} limits[] = {
    {WHOLE_HEADS, N_("that heads are whole")},
    {ROW_DESIGN_POSITION, N_("the least average position")},
    {ROW_DESIGN_FULL_TIME, N_("the least share of full-timers")},
    {ROW_DESIGN_VARIABLE, N_("the largest share of variable hours")},
    {ROW_DESIGN_HEADS, N_("the most heads")},
    {MOST_OF_TYPES, N_("the most heads of each type")},
    {ROW_WEEKEND, N_("the weekends each may work")},
    {ROW_SUPPLY, N_("the hours on offer from substitutes and agencies")},
    {ROW_REST, N_("the daily rest")},
};

// --- a choice of heads, priced whole ------------------------------------------------------------------------------

// Every type on its own, but only those that are there: the others' columns are 0 in any case.
struct priced {
  const struct program *program;
  const struct solution *solution;
  int *type_of; // [groups of the programme] type in the programme of the whole catalogue
};

// The scenario with the types that have heads, or the first one where none has. `program`: of the whole catalogue.
static struct scenario *present_scenario(const struct attempt *a, const struct program *program, const double *heads,
                                         int *type_of) {
  const struct frame *frame = program->year->frame;
  struct scenario *copy = arena_alloc(a->arena, sizeof *copy);
  *copy = *a->scenario;
  struct group_row *rows = arena_array(a->arena, (size_t)frame->group_count, sizeof *rows);
  int count = 0;
  for (int g = 0; g < frame->group_count; g++)
    if (heads[g] > 0) {
      type_of[count] = g;
      rows[count++] = group_rows(&a->scenario->tables)[frame->groups[g]];
    }
  if (!count && frame->group_count) {
    type_of[0] = 0;
    rows[count++] = group_rows(&a->scenario->tables)[frame->groups[0]];
  }
  copy->tables.list[TABLE_GROUPS].items = (char *)rows;
  copy->tables.list[TABLE_GROUPS].count = (size_t)count;
  return copy;
}

static bool is_heads(const struct program_column *column) {
  return column->key.kind == COLUMN_UP || column->key.kind == COLUMN_DOWN;
}

// Heads of each type from the values of the columns that change them. columns, values: [column_count]
static double *heads_of_columns(struct arena *arena, const struct program *program, const double *values) {
  const struct unit_year *year = program->year;
  double *heads = arena_array(arena, (size_t)year->frame->group_count, sizeof *heads);
  for (int g = 0; g < year->frame->group_count; g++)
    heads[g] = (double)group_on(year, program->variant, g, year->first_day)->heads_milli / MILLI;
  for (size_t c = 0; c < program->column_count; c++)
    if (is_heads(&program->columns[c]))
      heads[program->columns[c].key.who] +=
          (program->columns[c].key.kind == COLUMN_UP ? values[c] : -values[c]) * program->columns[c].scale;
  return heads;
}

// The other way round, for program_fix_positions.
static double *columns_of_heads(struct arena *arena, const struct program *program, const double *heads,
                                const int *type_of) {
  const struct unit_year *year = program->year;
  double *values = arena_array(arena, program->column_count, sizeof *values);
  for (size_t c = 0; c < program->column_count; c++) {
    const struct program_column *column = &program->columns[c];
    if (!is_heads(column))
      continue;
    double given = (double)group_on(year, program->variant, column->key.who, year->first_day)->heads_milli / MILLI;
    double more = heads[type_of[column->key.who]] - given;
    values[c] = fmax(0, column->key.kind == COLUMN_UP ? more : -more) / column->scale;
  }
  return values;
}

// sundays: with the rest from Sunday to Monday.
static struct priced price_heads(const struct attempt *a, const struct program *whole, const double *heads, int relaxed,
                                 bool sundays) {
  struct priced priced = {.type_of = arena_array(a->arena, (size_t)whole->year->frame->group_count + 1, sizeof(int))};
  const struct scenario *present = present_scenario(a, whole, heads, priced.type_of);
  struct program *program = design_program(a, present, relaxed);
  const double *values = columns_of_heads(a->arena, program, heads, priced.type_of);
  priced.program = program_fix_positions(a->arena, sundays ? program : program_open_sundays(a->arena, program), values);
  priced.solution = solve_once(a, priced.program);
  return priced;
}

// --- the search ---------------------------------------------------------------------------------------------------

// Counts, so that a redesign ends at the same answer on any machine.
enum { NODES_MOST = 4000, PIVOTS_MOST = 200000, ROUNDS_MOST = 8, IDLE_MOST = 2 };
static const double SEARCH_SHARE = 0.5; // of the gap: the rest is for what types taken together miss
static const double BOUND_PLAY = 1e-6;  // of the cost: simplex against simplex
static const double ROUND_SHARE = 0.1;  // of the gap: what a round must gain
static const double MERGED_PLAY = 1e-7;  // dearer than this: types taken together miss something
static const double FINE = 20, FINE_MOST = 2000; // for an hour missing, in persons of the dearest shift column

// One search under way, over the whole catalogue.
struct hunt {
  const struct attempt *a;
  const struct program *whole; // strict or without Sundays
  bool sundays;                // the whole catalogue's programme has the rest from Sunday to Monday
  struct planes hours, kroner;
  bool short_known, is_short;  // the least shortfall has been searched for; it is above 0
  double short_h;              // least possible; 0 unless is_short
  int nodes, pivots;           // used so far
  struct priced best;          // by all rules, of all choices priced
  double *heads;               // [types] of it; NULL: none yet
  double bound_kr;             // no choice costs less
  enum solve_status status;    // of the last step
  const char *fault;
};

// Of types taken together, but those alone.
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

// The answer's heads are those of types, not of columns.
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
    answer->heads = heads_of_columns(arena, question.program, values);
  }
  return answer;
}

// Where types that are there are cheaper together than each for itself: the plane of these heads with each of them for
// itself, which touches the whole programme's V there, so that the search knows better from now on. Types without heads may
// stay together: their columns are 0, and the plane stays below V wherever they are not. False where it says nothing new.
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
  const double *values = columns_of_heads(arena, program, heads, type_of);
  double *held = arena_array(arena, program->column_count, sizeof *held);
  int count = 0;
  for (size_t c = 0; c < program->column_count; c++)
    if (program->columns[c].whole)
      held[count++] = values[c];
  return heads_price(arena, &question, held, shortfall ? &h->hours : &h->kroner);
}

static bool is_missing(double short_h, double least_h) { return short_h > least_h * (1 + 1e-6) + 1e-6; }

static bool is_cheap(const struct solution *solution, double bound_kr) {
  return solution->cost_kr <= bound_kr + fabs(bound_kr) * REDESIGN_GAP_E6 / 1e6;
}

// Less missing, or as much and cheaper.
static bool is_better(const struct solution *a, const struct solution *b) {
  if (is_missing(b->shortfall_h, a->shortfall_h))
    return true;
  return !is_missing(a->shortfall_h, b->shortfall_h) && a->cost_kr < b->cost_kr;
}

static bool fail(struct hunt *h, enum solve_status status, const char *fault) {
  h->status = status;
  h->fault = fault;
  return false;
}

// False where the solver failed. Keeps the choice if it is the best by all rules.
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

// The least hours missing of any choice, where the search found none that leaves nobody missing.
static bool find_least_short(struct hunt *h) {
  for (int round = 0; round < ROUNDS_MOST; round++) {
    const struct heads_answer *answer = search_merged(h, true, 0);
    if (!answer->heads)
      return fail(h, answer->status, answer->fault);
    const struct priced strict = price_heads(h->a, h->whole, answer->heads, NOTHING, true);
    const struct priced own = h->sundays ? strict : price_heads(h->a, h->whole, answer->heads, NOTHING, false);
    if (own.solution->status != SOLVE_OPTIMAL)
      return fail(h, own.solution->status, own.solution->fault);
    if (!keep_priced(h, &strict, answer->heads))
      return false;
    double most_h = own.solution->shortfall_h;
    if (!round || most_h < h->short_h)
      h->short_h = most_h;
    if (!is_missing(most_h, answer->value) || !learn(h, true, 0, answer->heads))
      break;
  }
  h->short_known = true;
  h->is_short = h->short_h > 1e-6;
  if (h->is_short) // plans that leave nobody missing are dearer than those asked for now, and so are their planes
    h->kroner = (struct planes){.arena = h->a->arena};
  else
    h->short_h = 0;
  return true;
}

// One round: the best choice of the types taken together, priced whole and by all rules. *told: more is known now, so that
// another round may find more.
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
  const struct priced strict = price_heads(h->a, h->whole, answer->heads, NOTHING, true);
  if (!keep_priced(h, &strict, answer->heads))
    return false;
  if (!is_missing(strict.solution->shortfall_h, h->short_h) && is_cheap(strict.solution, h->bound_kr))
    return true;
  struct priced own = h->sundays ? strict : price_heads(h->a, h->whole, answer->heads, NOTHING, false);
  bool as_merged = own.solution->status == SOLVE_OPTIMAL && !is_missing(own.solution->shortfall_h, h->short_h) &&
                   own.solution->cost_kr <= answer->value * (1 + MERGED_PLAY);
  *told = !as_merged && learn(h, false, fine, answer->heads);
  return true;
}

static bool is_found(const struct hunt *h) {
  return h->heads && !is_missing(h->best.solution->shortfall_h, h->short_h) && is_cheap(h->best.solution, h->bound_kr);
}

static double spread_kr(const struct hunt *h) { return h->heads ? h->best.solution->cost_kr - h->bound_kr : INFINITY; }

// Rounds go on while they are told something, are within the counts and now and then bring rota and bound nearer.
static bool hunt(struct hunt *h) {
  bool told = true;
  int idle = 0; // rounds in a row that did not
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

static struct hunt hunt_new(const struct attempt *a, const struct program *whole, bool sundays) {
  return (struct hunt){.a = a, .whole = whole, .sundays = sundays, .bound_kr = -INFINITY,
                       .hours = {.arena = a->arena}, .kroner = {.arena = a->arena}};
}

static bool has_sundays(const struct program *program) {
  for (size_t r = 0; r < program->row_count; r++)
    if (program->rows[r].key.kind == ROW_REST_SUNDAY)
      return true;
  return false;
}

// In week types the rest from Sunday to Monday may be stricter than in the real year, and a bound found with it too high.
// So the bound is that of the programme without this rest, and the rota has the heads found there, or, where these
// cannot keep it as cheaply, those of the strict programme.
static struct hunt find_rota(const struct attempt *a, const struct program *strict) {
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

// --- what stands in the way ---------------------------------------------------------------------------------------

static struct program *relaxed_program(const struct attempt *a, const struct program *strict, int relaxed) {
  struct program *copy = program_open_sundays(a->arena, strict); // a copy with bounds of its own
  for (size_t r = 0; r < strict->row_count; r++)
    copy->rows[r] = strict->rows[r];
  relax(copy, relaxed);
  return copy;
}

// Types of one class that are both there are told apart from now on. False where all are already.
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

// Is nobody missing with the limit opened? Asked of the types taken together, and where these say yes, of the heads they
// want; where that is no answer either, of the whole programme.
static bool covers_without(const struct attempt *a, const struct program *strict, int relaxed) {
  const struct program *whole = relaxed_program(a, strict, relaxed);
  bool *alone = arena_array(a->arena, (size_t)whole->year->frame->group_count, sizeof *alone);
  for (int round = 0; round < ROUNDS_MOST; round++) {
    const struct merge *merge = program_merge(a->arena, whole, alone);
    for (size_t c = 0; c < merge->program->column_count; c++)
      merge->program->columns[c].cost_kr = 0; // only who is missing is asked
    const struct solution *solution = solve_once(a, merge->program);
    if (solution->status != SOLVE_OPTIMAL)
      break;
    if (solution->shortfall_h >= 1e-6)
      return false;
    const double *heads = heads_of_columns(a->arena, merge->program, solution->values);
    const struct priced priced = price_heads(a, whole, heads, relaxed, true);
    if (priced.solution->status == SOLVE_OPTIMAL && priced.solution->shortfall_h < 1e-6)
      return true;
    if (!tell_apart(merge, heads, alone))
      break;
  }
  const struct solution *solution = solve_once(a, whole);
  return solution->status == SOLVE_OPTIMAL && solution->shortfall_h < 1e-6;
}

// Which limit alone stands in the way of full cover?
static const char *find_blocking(const struct attempt *a, const struct program *strict) {
  for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
    if (covers_without(a, strict, limits[i].relaxed))
      return _(limits[i].words);
  return NULL;
}

// --- the answer ---------------------------------------------------------------------------------------------------

// Memory: `arena`, which outlives that of the attempt.
static struct redesign *answer_of(struct arena *arena, const struct attempt *a, const struct hunt *found,
                                  const struct plan *plan) {
  const struct frame *frame = found->whole->year->frame;
  struct redesign *redesign = arena_alloc(arena, sizeof *redesign);
  *redesign = (struct redesign){.unit = (size_t)a->unit,
                                .year = date_from_day(a->first_day).year,
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

static struct redesign *solve_design(struct arena *arena, const struct attempt *a, enum solve_status *status,
                                     const char **why) {
  const struct program *strict = design_program(a, a->scenario, NOTHING);
  const struct hunt found = find_rota(a, strict);
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
  if (!is_missing(found.best.solution->shortfall_h, found.short_h) &&
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

const struct redesign *redesign_unit(struct arena *arena, const struct scenario *scenario, int64_t unit, int calendar_year,
                                     enum solve_status *status, const char **why) {
  double begin = seconds_now();
  struct arena *work = arena_new();
  struct attempt a = {.arena = work,
                      .scenario = catalogue_scenario(work, scenario),
                      .unit = unit,
                      .first_day = day_from_date(calendar_year, 1, 1),
                      .day_count = days_in_year(calendar_year)};
  struct redesign *redesign = solve_design(arena, &a, status, why);
  if (redesign)
    redesign->seconds = seconds_now() - begin;
  arena_free(work);
  return redesign;
}
