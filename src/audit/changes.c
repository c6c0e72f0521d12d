// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/changes.h"

#include <assert.h>
#include <string.h>

#include "base/language.h"
#include "calendar/fiscal.h"
#include "scenario/edits.h"
#include "scenario/rows_settings.h"
#include "scenario/timeline.h"
#include "scenario/vary.h"

enum { CHANGES_SHOWN = 3 }; // different changes of one edit given in words; the rest is only counted

struct wording { // one edit being put into words
  struct arena *arena;
  const struct scenario *scenario;
  struct cell_reader reader;
  const struct edit_plan *plan;
  const struct tables *before, *after;
};

static const char *cell_text(const struct wording *w, const struct tables *tables, size_t row) {
  const struct column *column = w->plan->column;
  const char *text = cell_print(&w->reader, column, cell_of_row(column, row_at(tables, w->plan->table, row)));
  if (strcmp(column->name, "regime") != 0 || !*text)
    return text;
  return strcmp(text, "year") ? _("fixed weekly rota") : _("year-round rota");
}

static const char *change_of_row(const struct wording *w, size_t row) {
  const char *before = cell_text(w, w->before, row), *after = cell_text(w, w->after, row);
  if (!strcmp(before, after))
    return arena_printf(w->arena, _("stays %s"), *after ? after : _("blank"));
  if (!*before)
    return arena_printf(w->arena, _("set to %s"), after);
  if (!*after)
    return arena_printf(w->arena, _("%s is left out"), before);
  return arena_printf(w->arena, _("from %s to %s"), before, after);
}

// Rows with the same change are reported once.
static const char *change_in_words(const struct wording *w) {
  const char *told[CHANGES_SHOWN], *text = "";
  int count = 0, more = 0;
  for (size_t i = 0; i < w->plan->row_count; i++) {
    const char *change = change_of_row(w, w->plan->rows[i]);
    bool known = false;
    for (int t = 0; t < count && !known; t++)
      known = !strcmp(told[t], change);
    if (known)
      continue;
    if (count == CHANGES_SHOWN) {
      more = 1;
      break;
    }
    text = arena_printf(w->arena, "%s%s%s", text, count ? "; " : "", change);
    told[count++] = change;
  }
  return more ? arena_printf(w->arena, "%s; ...", text) : text;
}

static struct change_line line_of_edit(struct arena *arena, const struct scenario *scenario, size_t i) {
  const struct edit_row *edit = &edit_rows(&scenario->tables)[i];
  int64_t start = edit->from != NOT_GIVEN ? edit->from : measure_rows(&scenario->tables)[edit->measure].start;
  struct wording w = {.arena = arena, .scenario = scenario};
  w.reader = (struct cell_reader){.arena = arena, .tables = &scenario->tables, .decimal = scenario->decimal};
  w.plan = edit_plan_of(arena, scenario, i);
  bool *in_force = arena_array(arena, row_count(&scenario->tables, TABLE_MEASURES), sizeof *in_force);
  in_force[edit->measure] = true;
  day_number undecided = fiscal_first_day((int)settings_of(&scenario->tables)->last_year);
  day_number day = start == NOT_GIVEN ? undecided : (day_number)start;
  const struct timeline *timeline = timeline_make(arena, scenario, in_force, undecided, day - 1, 2);
  w.before = timeline_tables(timeline, day - 1);
  w.after = timeline_tables(timeline, day);
  return (struct change_line){.row = &edit->row,
                              .from = start == NOT_GIVEN ? DAY_NONE : day,
                              .to = edit->to == NOT_GIVEN ? DAY_NONE : (day_number)edit->to,
                              .table = edit->table,
                              .column = edit->column,
                              .where = edit->where ? edit->where : "",
                              .row_count = w.plan->row_count,
                              .change = change_in_words(&w)};
}

static const struct column *amount_column(const char *name) { return column_named(TABLE_AMOUNTS, name); }

static const char *amount_in_words(struct arena *arena, const struct amount_row *amount, const char *kr) {
  switch (amount->accrual) {
  case ACCRUAL_ONCE:
    return arena_printf(arena, _("%s kr one-off"), kr);
  case ACCRUAL_DAYS:
    return arena_printf(arena, _("%s kr a year, counted by days"), kr);
  default:
    return arena_printf(arena, _("%s kr a year, counted by months"), kr);
  }
}

static struct change_line line_of_amount(struct arena *arena, const struct scenario *scenario, size_t i) {
  const struct amount_row *amount = &amount_rows(&scenario->tables)[i];
  int64_t start = amount->from != NOT_GIVEN ? amount->from : measure_rows(&scenario->tables)[amount->measure].start;
  struct cell_reader reader = {.arena = arena, .tables = &scenario->tables, .decimal = scenario->decimal};
  const struct column *kr = amount_column("saving_kr_per_year"), *line = amount_column("line");
  const char *number = digits_grouped(arena, cell_print(&reader, kr, cell_of_row(kr, amount)));
  return (struct change_line){.row = &amount->row,
                              .from = start == NOT_GIVEN ? DAY_NONE : (day_number)start,
                              .to = amount->to == NOT_GIVEN ? DAY_NONE : (day_number)amount->to,
                              .table = table_of(TABLE_AMOUNTS)->name,
                              .column = kr->name,
                              .where = cell_print(&reader, line, cell_of_row(line, amount)),
                              .row_count = 1,
                              .change = amount_in_words(arena, amount, number)};
}

struct change_line *measure_changes(struct arena *arena, const struct scenario *scenario, size_t measure,
                                    size_t *count) {
  assert(measure < scenario->tables.list[TABLE_MEASURES].count);
  size_t edits = row_count(&scenario->tables, TABLE_EDITS), amounts = row_count(&scenario->tables, TABLE_AMOUNTS);
  struct change_line *lines = arena_array(arena, edits + amounts, sizeof *lines);
  *count = 0;
  for (size_t i = 0; i < edits; i++)
    if (edit_rows(&scenario->tables)[i].measure == (int64_t)measure)
      lines[(*count)++] = line_of_edit(arena, scenario, i);
  for (size_t i = 0; i < amounts; i++)
    if (amount_rows(&scenario->tables)[i].measure == (int64_t)measure)
      lines[(*count)++] = line_of_amount(arena, scenario, i);
  return lines;
}
