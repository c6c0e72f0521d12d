// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/redesign.h"

#include <math.h>
#include <string.h>

#include "base/language.h"

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
  struct arena *arena;
  const struct scenario *scenario; // with the catalogue
  int64_t unit;
  day_number first_day;
  int day_count;
  struct solver *solver;
};

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

// The programme with heads free.
static struct program *design_program(const struct attempt *a, int relaxed) {
  const struct timeline *timeline =
      timeline_make(a->arena, a->scenario, NULL, a->first_day, a->first_day, a->day_count);
  const struct unit_year *year = unit_year_make(a->arena, a->scenario, a->unit, timeline, timeline, (struct year_terms){.merge = true});
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

// Which limit alone stands in the way of full cover?
static const char *find_blocking(const struct attempt *a) {
  for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
    const struct program *program = design_program(a, limits[i].relaxed);
    const struct solution *solution = solver_solve(a->solver, a->arena, program, NULL);
    if (solution->status == SOLVE_OPTIMAL && solution->shortfall_h < 1e-6)
      return _(limits[i].words);
  }
  return NULL;
}

static void read_heads(struct redesign *redesign, struct arena *arena, const struct plan *plan) {
  const struct frame *frame = plan->program->year->frame;
  redesign->type_count = (size_t)frame->group_count;
  redesign->types = frame->groups;
  redesign->heads = arena_array(arena, redesign->type_count, sizeof(double));
  for (int g = 0; g < frame->group_count; g++)
    redesign->heads[g] = round(plan_heads(plan, g, 0));
}

static bool has_sundays(const struct program *program) {
  for (size_t r = 0; r < program->row_count; r++)
    if (program->rows[r].key.kind == ROW_REST_SUNDAY)
      return true;
  return false;
}

struct found { // a rota, and what no rota can undercut
  const struct program *program;
  const struct solution *solution;
  double bound_kr;
  double seconds;
};

// In week types the rest from Sunday to Monday may be stricter than in the real year, and a bound found with it too high.
// So the bound is that of the programme without this rest, and the rota has the heads found there, or, where these
// cannot keep it as cheaply, those of the strict programme.
static struct found find_rota(const struct attempt *a) {
  const struct program *strict = design_program(a, NOTHING);
  if (!has_sundays(strict)) {
    const struct solution *solution = solver_solve(a->solver, a->arena, strict, NULL);
    return (struct found){strict, solution, solution->bound_kr, solution->seconds};
  }
  const struct solution *loose =
      solver_solve(a->solver, a->arena, program_open_sundays(a->arena, strict), NULL);
  struct found found = {strict, loose, loose->bound_kr, loose->seconds};
  if (loose->status != SOLVE_OPTIMAL)
    return found;
  found.program = program_fix_positions(a->arena, strict, loose->values);
  found.solution = solver_solve(a->solver, a->arena, found.program, loose->basis);
  bool as_good = found.solution->status == SOLVE_OPTIMAL &&
                 found.solution->shortfall_h <= loose->shortfall_h + 1e-6 &&
                 found.solution->cost_kr <= loose->bound_kr * (1 + REDESIGN_GAP_E6 / 1e6);
  if (!as_good) {
    found.program = strict;
    found.solution = solver_solve(a->solver, a->arena, strict, NULL);
  }
  found.seconds += found.solution->seconds;
  return found;
}

static const struct redesign *solve_design(const struct attempt *a, enum solve_status *status, const char **why) {
  struct found found = find_rota(a);
  *status = found.solution->status;
  *why = found.solution->fault;
  if (found.solution->status != SOLVE_OPTIMAL)
    return NULL;
  const struct plan *plan = plan_make(a->arena, found.program, found.solution);
  if (!plan_agrees(plan)) {
    *status = SOLVE_FAULT;
    *why = _("pay engine and optimiser disagree on the rota designed");
    return NULL;
  }
  struct redesign *redesign = arena_alloc(a->arena, sizeof *redesign);
  *redesign = (struct redesign){.unit = (size_t)a->unit,
                                .year = date_from_day(a->first_day).year,
                                .covers = found.solution->shortfall_h < 1e-6,
                                .short_h = found.solution->shortfall_h,
                                .cost_kr = plan->cost_kr,
                                .bound_kr = found.bound_kr,
                                .figures = figures_of(plan),
                                .seconds = found.seconds};
  read_heads(redesign, a->arena, plan);
  if (!redesign->covers)
    redesign->blocking = find_blocking(a);
  return redesign;
}

const struct redesign *redesign_unit(struct arena *arena, const struct scenario *scenario, int64_t unit, int calendar_year,
                                     enum solve_status *status, const char **why) {
  struct attempt a = {.arena = arena,
                      .scenario = catalogue_scenario(arena, scenario),
                      .unit = unit,
                      .first_day = day_from_date(calendar_year, 1, 1),
                      .day_count = days_in_year(calendar_year),
                      .solver = solver_new()};
  const struct redesign *redesign = solve_design(&a, status, why);
  solver_free(a.solver);
  return redesign;
}
