// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/release.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "audit/departures.h"
#include "audit/release_search.h"
#include "base/fixed.h"
#include "base/tolerance.h"
#include "calendar/fiscal.h"
#include "need/group.h"

static const double GAP_KR = 0.5;      // a choice that saves less than this is ignored
static const double TIE_KR = 2;        // per head removed: among choices that save the same, prefers the fewest people
static const double TIE_FULL_KR = 0.5; // per full position: among equally many people, prefers smaller positions
static const double COST_PLAY = 1e-7;  // relative to the cost: difference between pay engine and simplex

const char *release_state_name(enum release_state state) {
  static const char *const names[RELEASE_STATES] = {"proven", "bound", "short_of_staff", "not_found"};
  assert((size_t)state < sizeof names / sizeof *names);
  return names[state];
}

double staff_average_position(const struct staff *staff) { return staff->heads > 0 ? staff->fte / staff->heads : 0; }
double staff_full_time_share(const struct staff *staff) {
  return staff->heads > 0 ? staff->full_timers / staff->heads : 0;
}
void staff_add(struct staff *to, const struct staff *more) {
  to->fte += more->fte;
  to->heads += more->heads;
  to->full_timers += more->full_timers;
}

static struct staff staff_of(const struct plan *plan) {
  struct figures figures = figures_of(plan);
  return (struct staff){figures.positions_fte, figures.heads, figures.full_timers};
}

// --- the programme: today's people, of whom whole positions may go ---------------------------------------------------

struct releasing {
  struct arena *arena;
  struct study *study;
  const struct plan *kept, *baseline; // plans with positions kept: this variant's, and the baseline's
  const struct program *program;
  enum solve_status status; // if something failed
  const char *why;
};

struct released {
  enum release_state state;
  const struct plan *plan; // without the positions that are removed
  double more_kr;          // the most that another choice could save in addition
};

static const struct group_row *group_at_end(const struct unit_year *year, enum variant variant, int g) {
  assert(g >= 0 && g < year->frame->group_count);
  return group_on(year, variant, g, year->first_day + year->day_count - 1);
}

static void free_down(struct program_column *column) {
  column->whole = true;
  column->upper = floor(column->upper + 1e-9);
}

static const struct program *release_program(const struct releasing *r) {
  struct hours_limits limits = {.variable_h = r->baseline->variable_h};
  struct program *program = program_adjust(r->arena, r->kept->program, &limits);
  program->last_resort_held = r->kept->program->last_resort_held; // nobody comes to take its place: its least is asked
  for (size_t c = 0; c < program->column_count; c++) {
    struct program_column *column = &program->columns[c];
    if (column->key.kind == COLUMN_DOWN)
      free_down(column);
    if (column->key.kind != COLUMN_UP)
      continue;
    column->whole = false;
    column->upper = 0;
  }
  return program;
}

// A choice holds for the whole year: if the year has several segments, the same people go in each.
static void tie_segments(struct program *program) {
  int segments = program->year->segment_count, groups = program->year->frame->group_count;
  int *first = arena_array(program->arena, (size_t)groups, sizeof *first);
  size_t more = (size_t)groups * (size_t)(segments - 1), entries = program->entry_count, rows = program->row_count;
  struct program_row *all_rows = arena_array(program->arena, rows + more, sizeof *all_rows);
  struct program_entry *all = arena_array(program->arena, entries + 2 * more, sizeof *all);
  for (size_t i = 0; i < rows; i++)
    all_rows[i] = program->rows[i];
  for (size_t i = 0; i < entries; i++)
    all[i] = program->entries[i];
  for (size_t c = 0; c < program->column_count; c++) {
    const struct program_column *column = &program->columns[c];
    if (column->key.kind != COLUMN_DOWN)
      continue;
    int who = column->key.who;
    if (!column->key.segment) {
      first[who] = (int)c;
      continue;
    }
    all_rows[rows] =
        (struct program_row){.key = {.kind = ROW_DESIGN_HEADS, .who = who, .segment = column->key.segment}};
    all[entries++] = (struct program_entry){(int)rows, first[who], program->columns[first[who]].scale};
    all[entries++] = (struct program_entry){(int)rows++, (int)c, -column->scale};
  }
  program->rows = all_rows;
  program->entries = all;
  program->row_count = rows;
  program->entry_count = entries;
}

// The programme to search: everybody who goes costs a negligible amount, so that ties have a unique answer.
static const struct program *search_program(const struct releasing *r) {
  struct program *program = program_copy(r->arena, r->program);
  const struct unit_year *year = program->year;
  for (size_t c = 0; c < program->column_count; c++) {
    struct program_column *column = &program->columns[c];
    if (column->key.kind != COLUMN_DOWN)
      continue;
    double position = (double)group_at_end(year, program->variant, column->key.who)->position_e8 / (double)ONE_E8;
    column->cost_kr += column->scale * (TIE_KR + TIE_FULL_KR * position) / year->segment_count;
  }
  if (year->segment_count > 1)
    tie_segments(program);
  return program;
}

// The plan without the people counted by these column values; NULL if it failed.
static const struct plan *price(struct releasing *r, const double *values, const struct plan *start) {
  const struct program *fixed = program_fix_positions(r->arena, r->program, values);
  const struct solution *solution = study_solve(r->study, r->arena, fixed, start->solution->basis);
  r->status = solution->status;
  r->why = solution->fault;
  if (solution->status != SOLVE_OPTIMAL)
    return NULL;
  const struct plan *plan = plan_make(r->arena, fixed, solution);
  if (plan_agrees(plan))
    return plan;
  r->status = SOLVE_FAULT;
  r->why = arena_printf(r->arena, "pay engine and optimiser disagree: %.2f kr against %.2f kr", plan->planned_kr,
                        solution->cost_kr);
  return NULL;
}

// --- the search ------------------------------------------------------------------------------------------------------

// worth_kr: a choice must cost less than this.
static struct release_answer search(const struct releasing *r, const struct program *program, const struct plan *stay,
                                    double worth_kr) {
  struct release_question question = {.study = r->study,
                                      .program = program,
                                      .start = stay->solution->basis,
                                      .shortfall_h = stay->solution->shortfall_h,
                                      .last_resort_h = stay->solution->last_resort_h,
                                      .worth_kr = worth_kr};
  return release_search(r->arena, &question);
}

// In week types the rest from Sunday to Monday may be stricter than in the real year: then the programme without it
// gives the bound on all choices.
static double bound_kr(const struct releasing *r, const struct program *program, const struct plan *best,
                       const struct plan *stay, const struct release_answer *found) {
  if (!r->kept->program->year->terms.merge || !plan_sunday_binds(best->program, best->solution))
    return found->bound_kr;
  struct release_answer open = search(r, program_open_sundays(r->arena, program), stay, found->cost_kr);
  return fmin(found->bound_kr, open.bound_kr);
}

static struct released nobody(enum release_state state, const struct plan *plan) {
  return (struct released){.state = state, .plan = plan};
}

static struct released choose(struct releasing *r, const struct plan *stay) {
  const struct program *program = search_program(r);
  struct release_answer found = search(r, program, stay, r->kept->planned_kr - GAP_KR);
  if (found.status == SOLVE_FAULT) {
    r->status = found.status;
    r->why = found.why;
    return nobody(RELEASE_NOT_FOUND, NULL);
  }
  const struct plan *best = found.gone ? price(r, found.gone, stay) : r->kept;
  if (!best)
    return nobody(RELEASE_NOT_FOUND, NULL);
  double more_kr = found.cost_kr - bound_kr(r, program, best, stay, &found);
  bool proven = more_kr <= 2 * GAP_KR + COST_PLAY * fabs(best->cost_kr);
  return (struct released){proven ? RELEASE_PROVEN : RELEASE_BOUND, best, proven ? 0 : more_kr};
}

// The plan with everybody staying and today's variable hours. No choice may leave more hours empty than it does.
static const struct plan *plan_of_all(struct releasing *r) {
  double *nobody_goes = arena_array(r->arena, r->program->column_count, sizeof *nobody_goes);
  return r->kept == r->baseline ? r->kept : price(r, nobody_goes, r->kept);
}

// R of one variant. plan NULL: the solver failed.
static struct released release_of(struct releasing *r) {
  r->program = release_program(r);
  const struct plan *stay = plan_of_all(r);
  if (!stay)
    return nobody(RELEASE_NOT_FOUND, NULL);
  if (stay->planned_shortfall_h > r->baseline->planned_shortfall_h * (1 + 1e-6) + NO_HOURS_IN_YEAR)
    return nobody(RELEASE_SHORT, r->kept);
  return choose(r, stay);
}

// --- what was found already ------------------------------------------------------------------------------------------

// R(nothing) of a unit and year is the same for every measure, although its weeks may be divided at other points.
static const struct release *known_now(const struct audit *audit, const struct plan *today) {
  const struct unit_year *year = today->program->year;
  for (size_t i = 0; i < audit->release_count; i++) {
    const struct release *known = &audit->releases[i];
    bool same = known->unit == (size_t)year->frame->unit && known->year == fiscal_year_of(year->first_day);
    if (same && known->now == RELEASE_PROVEN)
      return known;
  }
  return NULL;
}

static double known_gone(const struct audit *audit, const struct release *known, size_t group) {
  for (size_t i = 0; i < audit->released_count; i++) {
    const struct released_group *released = &audit->released[i];
    if (released->measure == known->measure && released->unit == known->unit && released->year == known->year &&
        released->group == group)
      return released->heads_now;
  }
  return 0;
}

// Removes the same people again, at this comparison's cost; plan NULL if the result differs from what was found.
static struct released known_release(struct releasing *r, const struct audit *audit, const struct release *known) {
  const struct frame *frame = r->kept->program->year->frame;
  double *gone = arena_array(r->arena, r->program->column_count, sizeof *gone), sum = 0;
  for (size_t c = 0; c < r->program->column_count; c++) {
    const struct program_column *column = &r->program->columns[c];
    if (column->key.kind == COLUMN_DOWN)
      sum += gone[c] = known_gone(audit, known, frame->groups[column->key.who]) / column->scale;
  }
  const struct plan *plan = sum > 0 ? price(r, gone, r->kept) : r->kept;
  double saved_kr = plan ? r->kept->cost_kr - plan->cost_kr : 0;
  bool same = fabs(saved_kr - (known->today_kr - known->now_kr)) <= GAP_KR + COST_PLAY * r->kept->cost_kr;
  return same ? (struct released){RELEASE_PROVEN, plan, 0} : nobody(RELEASE_NOT_FOUND, NULL);
}

static struct released release_now(struct releasing *r, const struct audit *audit) {
  const struct release *known = known_now(audit, r->kept);
  r->program = release_program(r);
  struct released found = known ? known_release(r, audit, known) : nobody(RELEASE_NOT_FOUND, NULL);
  return found.plan ? found : release_of(r);
}

// --- what is noted ---------------------------------------------------------------------------------------------------

static double heads_at_end(const struct plan *plan, int g) {
  assert(g >= 0 && g < plan->program->year->frame->group_count);
  return plan_heads(plan, g, plan->program->year->segment_count - 1);
}

static double fte_at_end(const struct plan *plan, int g) {
  assert(g >= 0 && g < plan->program->year->frame->group_count);
  const struct program *program = plan->program;
  const struct group_row *group = group_at_end(program->year, program->variant, g);
  return heads_at_end(plan, g) * (double)group->position_e8 / (double)ONE_E8;
}

struct found_both {
  const struct plan *today, *kept; // the baseline's plan and the measure's, with positions kept
  struct released now, with;
};

static void note_group(struct audit *audit, struct arena *arena, const struct release *release,
                       const struct found_both *found, int g) {
  const struct frame *frame = found->today->program->year->frame;
  struct released_group group = {.measure = release->measure,
                                 .unit = release->unit,
                                 .group = frame->groups[g],
                                 .year = release->year,
                                 .heads_today = heads_at_end(found->today, g)};
  group.heads_now = group.heads_today - heads_at_end(found->now.plan, g);
  group.heads_cut = group.heads_today - heads_at_end(found->kept, g);
  group.heads_with = heads_at_end(found->kept, g) - heads_at_end(found->with.plan, g);
  double fte_today = fte_at_end(found->today, g);
  group.fte_now = fte_today - fte_at_end(found->now.plan, g);
  group.fte_with = fte_today - fte_at_end(found->with.plan, g);
  group.fte_cut = fte_today - fte_at_end(found->kept, g);
  group.pay_ore = departure_pay_ore(arena, found->now.plan, g) - departure_pay_ore(arena, found->with.plan, g);
  group.cut_pay_ore = departure_pay_ore(arena, found->today, g) - departure_pay_ore(arena, found->kept, g);
  *(struct released_group *)arena_push(audit->arena, &audit->released, &audit->released_count, &audit->released_room,
                                       sizeof group) = group;
}

static void note(struct audit *audit, struct arena *arena, const struct comparison *comparison, int64_t measure,
                 const struct found_both *found) {
  struct release release = {.measure = measure,
                            .unit = (size_t)comparison->year->frame->unit,
                            .year = fiscal_year_of(comparison->year->first_day),
                            .now = found->now.state,
                            .with = found->with.state,
                            .today = staff_of(found->today),
                            .after_now = staff_of(found->now.plan),
                            .after_with = staff_of(found->with.plan),
                            .follow = staff_of(comparison->plans[SUBJECT][POSITIONS_ADJUSTED]),
                            .today_kr = found->today->cost_kr,
                            .now_kr = found->now.plan->cost_kr,
                            .kept_kr = found->kept->cost_kr,
                            .with_kr = found->with.plan->cost_kr,
                            .now_more_kr = found->now.more_kr,
                            .with_more_kr = found->with.more_kr};
  answer_add_plans(&release.stay, found->today, found->kept);
  answer_add_plans(&release.go, found->now.plan, found->with.plan);
  *(struct release *)arena_push(audit->arena, &audit->releases, &audit->release_count, &audit->release_room,
                                sizeof release) = release;
  for (int g = 0; g < comparison->year->frame->group_count; g++)
    note_group(audit, arena, &release, found, g);
}

bool release_add(struct audit *audit, struct study *study, const struct comparison *comparison, int64_t measure,
                 enum solve_status *status, const char **why) {
  struct arena *arena = arena_new();
  const struct plan *today = comparison->plans[REFERENCE][POSITIONS_KEPT];
  const struct plan *kept = comparison->plans[SUBJECT][POSITIONS_KEPT];
  struct releasing r = {.arena = arena, .study = study, .kept = today, .baseline = today};
  struct found_both found = {.today = today, .kept = kept, .now = release_now(&r, audit)};
  found.with = found.now;
  if (found.now.plan && kept != today) {
    r.kept = kept;
    found.with = release_of(&r);
  }
  bool done = found.now.plan && found.with.plan;
  if (done)
    note(audit, arena, comparison, measure, &found);
  *status = r.status;
  *why = done || !r.why ? NULL : arena_text(audit->arena, r.why, strlen(r.why));
  arena_free(arena);
  return done;
}
