// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/timeline.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "calendar/fiscal.h"
#include "scenario/checks.h"
#include "scenario/edits.h"
#include "scenario/joined.h"
#include "scenario/rows_settings.h"
#include "scenario/shared.h"

#define FOR_GOOD (INT32_MAX - 1)

// An edit and the days it is in force.
struct span {
  size_t edit;
  day_number from, to;
  const struct edit_plan *plan;
};

struct conflicts {
  struct edit_conflict *items;
  size_t count, room;
};

struct building {
  struct arena *arena;
  const struct scenario *scenario;
  struct span *spans; // in the order in which they are applied
  size_t span_count;
  struct timeline *timeline;
  struct tables *states;
  bool **active; // [state][span]
  struct conflicts conflicts;
};

// ---------------------------------------------------------------- spans

static day_number edit_from(const struct scenario *scenario, const struct edit_row *edit, day_number undecided_start) {
  int64_t start = measure_rows(&scenario->tables)[edit->measure].start;
  if (edit->from != NOT_GIVEN)
    return (day_number)edit->from;
  return start != NOT_GIVEN ? (day_number)start : undecided_start;
}

static int compare_spans(const void *a, const void *b) {
  const struct span *x = a, *y = b;
  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  return (x->edit > y->edit) - (x->edit < y->edit);
}

static void collect_spans(struct building *b, const bool *in_force, day_number undecided_start) {
  size_t edits = row_count(&b->scenario->tables, TABLE_EDITS);
  b->spans = arena_array(b->arena, edits, sizeof *b->spans);
  for (size_t i = 0; in_force && i < edits; i++) {
    const struct edit_row *edit = &edit_rows(&b->scenario->tables)[i];
    if (!in_force[edit->measure])
      continue;
    struct span span = {.edit = i, .from = edit_from(b->scenario, edit, undecided_start)};
    span.to = edit->to == NOT_GIVEN ? FOR_GOOD : (day_number)edit->to;
    span.plan = edit_plan_of(b->arena, b->scenario, i);
    assert(span.plan || !b->scenario->drawn); // it would be left out
    if (span.plan && span.from <= span.to)
      b->spans[b->span_count++] = span;
  }
  if (b->span_count)
    qsort(b->spans, b->span_count, sizeof *b->spans, compare_spans);
}

// ---------------------------------------------------------------- states

static bool same_edits(const struct building *b, int s, int t, const enum table_id *of) {
  for (size_t i = 0; i < b->span_count; i++)
    if (b->active[s][i] != b->active[t][i] && (!of || b->spans[i].plan->table == *of))
      return false;
  return true;
}

static void add_conflict(struct building *b, struct edit_conflict told) {
  for (size_t i = 0; i < b->conflicts.count; i++) {
    const struct edit_conflict *known = &b->conflicts.items[i];
    if (known->edit == told.edit && known->warning == told.warning)
      return;
  }
  *(struct edit_conflict *)arena_push(b->arena, &b->conflicts.items, &b->conflicts.count, &b->conflicts.room,
                                      sizeof told) = told;
}

// The rows of a table in state s: shared with an earlier state where the same edits changed them, or copied.
static void make_rows(struct building *b, int s, enum table_id id) {
  struct rows *rows = &b->states[s].list[id];
  for (int earlier = 0; earlier < s; earlier++)
    if (same_edits(b, s, earlier, &id)) {
      *rows = b->states[earlier].list[id];
      return;
    }
  char *copy = arena_array(b->arena, rows->count, rows->size);
  if (rows->count)
    memcpy(copy, rows->items, rows->count * rows->size);
  rows->items = copy;
  rows->room = rows->count;
  for (size_t i = 0; i < b->span_count; i++) {
    if (!b->active[s][i] || b->spans[i].plan->table != id)
      continue;
    const char *why = edit_apply(b->arena, b->scenario, b->spans[i].plan, rows);
    if (why)
      add_conflict(b, (struct edit_conflict){.edit = b->spans[i].edit, .message = why});
  }
}

static void make_state(struct building *b, int s) {
  b->states[s] = b->scenario->tables;
  for (int t = 0; t < TABLE_COUNT; t++)
    make_rows(b, s, (enum table_id)t);
  joined_follow(b->arena, &b->scenario->tables, &b->states[s]);
}

// The state in which exactly the edits of `day` are in force.
static int state_on(struct building *b, day_number day) {
  int s = b->timeline->state_count;
  b->active[s] = arena_array(b->arena, b->span_count, sizeof **b->active);
  for (size_t i = 0; i < b->span_count; i++)
    b->active[s][i] = b->spans[i].from <= day && day <= b->spans[i].to;
  for (int known = 0; known < s; known++)
    if (same_edits(b, s, known, NULL))
      return known;
  make_state(b, s);
  b->timeline->state_count++;
  return s;
}

static bool changes_on(const struct building *b, day_number day) {
  for (size_t i = 0; i < b->span_count; i++)
    if (b->spans[i].from == day || b->spans[i].to == day - 1)
      return true;
  return false;
}

static void make_states(struct building *b) {
  struct timeline *timeline = b->timeline;
  size_t most = 2 * b->span_count + 3; // the baseline, one for every change, and one being compared
  b->states = arena_array(b->arena, most, sizeof *b->states);
  b->active = arena_array(b->arena, most, sizeof *b->active);
  b->active[0] = arena_array(b->arena, b->span_count, sizeof **b->active);
  b->states[0] = b->scenario->tables;
  timeline->state_count = 1;
  timeline->states = b->states;
  timeline->state_of_day = arena_array(b->arena, (size_t)timeline->day_count, sizeof *timeline->state_of_day);
  int state = 0;
  for (int d = 0; d < timeline->day_count; d++) {
    if (d == 0 || changes_on(b, timeline->first_day + d))
      state = state_on(b, timeline->first_day + d);
    assert(state <= UINT16_MAX);
    timeline->state_of_day[d] = (uint16_t)state;
  }
}

static void build(struct building *b, day_number first_day, int day_count) {
  b->timeline = arena_alloc(b->arena, sizeof *b->timeline);
  b->timeline->first_day = first_day;
  b->timeline->day_count = day_count;
  make_states(b);
}

// ---------------------------------------------------------------- starts

static bool has_lasting_edit(const struct scenario *scenario, size_t measure) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  for (size_t i = 0; i < row_count(&scenario->tables, TABLE_EDITS); i++) {
    const struct edit_row *edit = &edit_rows(&scenario->tables)[i];
    if (edit->measure == (int64_t)measure && edit->to == NOT_GIVEN)
      return true;
  }
  return false;
}

// Puts the day in its place among the ascending ones, once.
static void add_start(struct timeline *timeline, day_number day) {
  int at = timeline->start_count;
  for (int i = 0; i < timeline->start_count; i++)
    if (timeline->starts[i] == day)
      return;
  for (; at > 0 && timeline->starts[at - 1] > day; at--)
    timeline->starts[at] = timeline->starts[at - 1];
  timeline->starts[at] = day;
  timeline->start_count++;
}

static void find_starts(const struct building *b, const bool *in_force, day_number undecided_start) {
  struct timeline *timeline = b->timeline;
  size_t measures = row_count(&b->scenario->tables, TABLE_MEASURES);
  timeline->starts = arena_array(b->arena, measures, sizeof *timeline->starts);
  for (size_t m = 0; in_force && m < measures; m++) {
    day_number first;
    if (!in_force[m] || !measure_first_edit(b->scenario, m, undecided_start, &first))
      continue;
    bool inside = first > timeline->first_day && first < timeline->first_day + timeline->day_count;
    if (inside && has_lasting_edit(b->scenario, m))
      add_start(timeline, first);
  }
}

struct timeline *timeline_make(struct arena *arena, const struct scenario *scenario, const bool *in_force,
                               day_number undecided_start, day_number first_day, int day_count) {
  struct building b = {.arena = arena, .scenario = scenario};
  collect_spans(&b, in_force, undecided_start);
  build(&b, first_day, day_count);
  find_starts(&b, in_force, undecided_start);
  return b.timeline;
}

// ---------------------------------------------------------------- conflicts

// Does the plan change the cell at the place or, with `any_column`, its row?
static bool plan_changes(const struct scenario *scenario, const struct edit_plan *plan, struct place at,
                         bool any_column) {
  if (!any_column && (!at.column || strcmp(plan->column->name, at.column) != 0))
    return false;
  for (size_t i = 0; i < plan->row_count; i++) {
    const struct row *row = row_at(&scenario->tables, plan->table, plan->rows[i]);
    if (row->line == at.line && strcmp(row->file, at.file) == 0)
      return true;
  }
  return false;
}

// The edit at which a problem of state s is reported: of those in force the last that changes the cell; else the last
// that changes its row; else the last.
static size_t blamed_edit(const struct building *b, int s, struct place at) {
  enum { CELL, ROW, ANY, WAYS };
  for (int way = CELL; way < WAYS; way++)
    for (size_t i = b->span_count; i-- > 0;)
      if (b->active[s][i] && (way == ANY || plan_changes(b->scenario, b->spans[i].plan, at, way == ROW)))
        return b->spans[i].edit;
  assert(!"a state without an edit");
  return 0;
}

static const struct problems *check_tables(const struct building *b, const struct tables *tables) {
  struct checking checking = {.arena = b->arena,
                              .problems = problems_new(b->arena),
                              .tables = tables,
                              .base = &b->scenario->tables,
                              .folder = b->scenario->folder,
                              .decimal = b->scenario->decimal};
  checks_run(&checking);
  return checking.problems;
}

static bool is_among(const struct problems *problems, const struct problem *wanted) {
  for (size_t i = 0; i < problems->count; i++) {
    const struct problem *problem = &problems->items[i];
    if (problem->at.line == wanted->at.line && strcmp(problem->at.file, wanted->at.file) == 0 &&
        strcmp(problem->message, wanted->message) == 0)
      return true;
  }
  return false;
}

// Checks the tables of a state against each other. Warnings that the baseline has too are not repeated.
static void check_state(struct building *b, int s, const struct problems *of_baseline) {
  const struct problems *found = check_tables(b, &b->states[s]);
  for (size_t i = 0; i < found->count; i++) {
    const struct problem *problem = &found->items[i];
    if (is_among(of_baseline, problem))
      continue;
    const char *format =
        problem->warning ? _("leaves `%s` of %s line %d doubtful: %s") : _("leaves `%s` of %s line %d wrong: %s");
    const char *column = problem->at.column ? problem->at.column : _("row");
    const char *message = arena_printf(b->arena, format, column, problem->at.file, problem->at.line, problem->message);
    add_conflict(b, (struct edit_conflict){.edit = blamed_edit(b, s, problem->at),
                                           .message = message,
                                           .warning = problem->warning,
                                           .doubt = problem->doubt});
  }
}

static void check_states(struct building *b) {
  const struct problems *of_baseline = check_tables(b, &b->scenario->tables);
  for (int s = 1; s < b->timeline->state_count; s++)
    check_state(b, s, of_baseline);
}

const struct edit_conflict *timeline_conflicts(struct arena *arena, const struct scenario *scenario,
                                               const bool *in_force, day_number undecided_start, size_t *count) {
  struct building b = {.arena = arena, .scenario = scenario};
  *count = 0;
  collect_spans(&b, in_force, undecided_start);
  if (b.span_count == 0)
    return NULL;
  day_number last = b.spans[b.span_count - 1].from;
  for (size_t i = 0; i < b.span_count; i++)
    if (b.spans[i].to != FOR_GOOD && b.spans[i].to >= last)
      last = b.spans[i].to + 1;
  build(&b, b.spans[0].from, last - b.spans[0].from + 1);
  if (b.conflicts.count == 0)
    check_states(&b);
  *count = b.conflicts.count;
  return b.conflicts.items;
}

const char *timeline_conflict(struct arena *arena, const struct scenario *scenario, const bool *in_force) {
  day_number undecided_start = fiscal_first_day((int)settings_of(&scenario->tables)->last_year);
  size_t count;
  const struct edit_conflict *conflicts = timeline_conflicts(arena, scenario, in_force, undecided_start, &count);
  while (count > 0 && conflicts->warning) {
    conflicts++;
    count--;
  }
  if (count == 0)
    return NULL;
  const struct edit_row *edit = &edit_rows(&scenario->tables)[conflicts->edit];
  return arena_printf(arena, "%s:%d: %s", edit->row.file, edit->row.line, conflicts->message);
}

// ---------------------------------------------------------------- measures

// The first days of all edits of a measure: the earliest and the latest of them. False where it has no edits.
static bool edit_days(const struct scenario *scenario, size_t measure, day_number undecided_start, day_number *first,
                      day_number *last) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  bool found = false;
  for (size_t i = 0; i < row_count(&scenario->tables, TABLE_EDITS); i++) {
    const struct edit_row *edit = &edit_rows(&scenario->tables)[i];
    if (edit->measure != (int64_t)measure)
      continue;
    day_number from = edit_from(scenario, edit, undecided_start);
    *first = found && *first < from ? *first : from;
    *last = found && *last > from ? *last : from;
    found = true;
  }
  return found;
}

bool measure_first_edit(const struct scenario *scenario, size_t measure, day_number undecided_start,
                        day_number *first) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  day_number last;
  return edit_days(scenario, measure, undecided_start, first, &last);
}

bool measure_last_edit(const struct scenario *scenario, size_t measure, day_number undecided_start, day_number *last) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  day_number first;
  return edit_days(scenario, measure, undecided_start, &first, last);
}

day_number undecided_start_of(const struct scenario *scenario) {
  return fiscal_first_day((int)settings_of(&scenario->tables)->last_year);
}
