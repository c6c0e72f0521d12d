// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/edits.h"

#include <assert.h>
#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "scenario/checks.h"
#include "scenario/norwegian.h"
#include "scenario/place.h"
#include "scenario/rows_people.h"
#include "text/cell.h"

enum { FACTOR_DIGITS = 6 };

// An edit being resolved.
struct resolving {
  struct arena *arena;
  struct problems *problems;
  const struct tables *tables;
  const struct edit_row *edit;
  const struct table *table;
  struct cell_reader reader;
  struct edit_plan *plan;
};

// ---------------------------------------------------------------- table and column

bool edit_names(const struct edit_row *edit, enum table_id table, const char *column) {
  const struct table *of = table_of(table);
  if (!edit->table || !edit->column || !table_is_called(table, edit->table))
    return false;
  for (size_t c = 0; c < of->column_count; c++)
    if (!strcmp(of->columns[c].name, column))
      return column_is_called(&of->columns[c], edit->column);
  return false;
}

static bool find_table(struct resolving *r) {
  const char *words[TABLE_COUNT + 1] = {NULL};
  size_t count = 0;
  for (int t = 0; t < TABLE_COUNT; t++) {
    const struct table *table = table_of((enum table_id)t);
    if (!table->editable)
      continue;
    words[count++] = table->name;
    if (table_is_called((enum table_id)t, r->edit->table)) {
      r->plan->table = (enum table_id)t;
      r->table = table;
    }
  }
  if (!r->table)
    problem_add(r->problems, row_place(&r->edit->row, "table"), r->edit->table, "no table that edits change: %s",
                words_hint(r->arena, r->edit->table, words));
  return r->table;
}

static bool may_change(const struct column *column) {
  static const char *const others[] = {"source", "like", "low", "high", "tie"}; // copies and draws are made earlier
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (strcmp(column->name, others[i]) == 0)
      return false;
  return !column->key;
}

static bool is_any(const struct column *column) { return column->name[0]; }

// The column of that name if it may be used here; NULL and a problem where there is none.
static const struct column *find_column(const struct resolving *r, const char *name, const char *place,
                                        bool passes(const struct column *)) {
  const char **words = arena_array(r->arena, r->table->column_count + 1, sizeof *words);
  size_t count = 0;
  bool known = false;
  for (size_t c = 0; c < r->table->column_count; c++) {
    const struct column *column = &r->table->columns[c];
    bool same = column_is_called(column, name);
    if (passes(column) && same)
      return column;
    if (passes(column))
      words[count++] = column->name;
    known |= same;
  }
  problem_add(r->problems, row_place(&r->edit->row, place), name,
              known ? _("a column that tells rows apart and no edit changes of %s: %s") : _("no column of %s: %s"),
              r->table->file, columns_hint(r->arena, r->table->name, name, words));
  return NULL;
}

// ---------------------------------------------------------------- where

struct condition {
  const struct column *column;
  struct cell cell;
  const char *text; // the value as written
};

static bool add_where_problem(const struct resolving *r, const char *text, const char *message) {
  problem_add(r->problems, row_place(&r->edit->row, "where"), text, "%s", message);
  return false;
}

// Takes the value at *at, up to a blank or between apostrophes; NULL and a problem where it is not closed.
static const char *take_value(const struct resolving *r, const char **at) {
  bool quoted = **at == '\'';
  const char *from = *at + quoted;
  size_t length = strcspn(from, quoted ? "'" : " ");
  if (quoted && !from[length]) {
    add_where_problem(r, *at, _("an apostrophe is opened and never closed: close it after the value"));
    return NULL;
  }
  *at = from + length + quoted;
  return arena_text(r->arena, from, length);
}

// Takes `column=value` at *at.
static bool take_condition(const struct resolving *r, const char **at, struct condition *condition) {
  size_t length = strcspn(*at, "= ");
  const char *name = arena_text(r->arena, *at, length);
  if ((*at)[length] != '=')
    return add_where_problem(r, name,
                             _("no `=` follows: write column=value without blanks around it, and a value with "
                               "blanks in apostrophes"));
  *at += length + 1;
  condition->text = take_value(r, at);
  condition->column = condition->text ? find_column(r, name, "where", is_any) : NULL;
  if (!condition->column)
    return false;
  const char *why = cell_read(&r->reader, condition->column, condition->text, &condition->cell);
  return why ? add_where_problem(r, condition->text, arena_printf(r->arena, "%s: %s", name, why)) : true;
}

static struct cell cell_at(const struct resolving *r, const struct column *column, size_t i) {
  return cell_of_row(column, row_at(r->tables, r->plan->table, i));
}

// The different values of a column in the remaining rows, ended by NULL.
static const char *const *values_left(const struct resolving *r, const struct column *column) {
  const char **words = arena_array(r->arena, r->plan->row_count + 1, sizeof *words);
  size_t count = 0;
  for (size_t i = 0; i < r->plan->row_count; i++) {
    const char *word = own_cell(r->arena, column, cell_print(&r->reader, column, cell_at(r, column, r->plan->rows[i])));
    bool known = !word[0];
    for (size_t w = 0; w < count && !known; w++)
      known = strcmp(words[w], word) == 0;
    if (!known)
      words[count++] = word;
  }
  return words;
}

// Keeps the rows that meet the condition; false and a problem where none does.
static bool keep_matching(const struct resolving *r, const struct condition *condition) {
  const struct column *column = condition->column;
  size_t kept = 0, before = r->plan->row_count;
  for (size_t i = 0; i < before; i++)
    kept += cells_equal(column, cell_at(r, column, r->plan->rows[i]), condition->cell);
  if (kept == 0)
    return add_where_problem(
        r, r->edit->where,
        arena_printf(r->arena,
                     _("touches nothing: no row of %s (of those the conditions before leave) has `%s`=%s; %s"),
                     r->table->file, column->name, condition->text,
                     words_hint(r->arena, condition->text, values_left(r, column))));
  kept = 0;
  for (size_t i = 0; i < before; i++)
    if (cells_equal(column, cell_at(r, column, r->plan->rows[i]), condition->cell))
      r->plan->rows[kept++] = r->plan->rows[i];
  r->plan->row_count = kept;
  return true;
}

// Joined shifts follow from the two they are made of.
static bool is_joined(const struct resolving *r, size_t i) {
  return r->plan->table == TABLE_SHIFTS && shift_rows(r->tables)[i].joined;
}

static void take_all_rows(const struct resolving *r) {
  size_t count = row_count(r->tables, r->plan->table);
  r->plan->rows = arena_array(r->arena, count, sizeof *r->plan->rows);
  r->plan->row_count = 0;
  for (size_t i = 0; i < count; i++)
    if (!is_joined(r, i))
      r->plan->rows[r->plan->row_count++] = i;
}

static bool find_rows(const struct resolving *r) {
  take_all_rows(r);
  if (r->plan->row_count == 0)
    return add_where_problem(r, r->edit->where,
                             arena_printf(r->arena, _("touches nothing: %s has no rows"), r->table->file));
  const char *at = r->edit->where ? r->edit->where : "";
  for (at += strspn(at, " "); *at; at += strspn(at, " ")) {
    struct condition condition;
    if (!take_condition(r, &at, &condition) || !keep_matching(r, &condition))
      return false;
    r->plan->by_numbers |= column_is_number(condition.column);
  }
  return true;
}

// ---------------------------------------------------------------- value

static bool add_value_problem(const struct resolving *r, const char *place, const char *message) {
  problem_add(r->problems, row_place(&r->edit->row, place), r->edit->value, "%s", message);
  return false;
}

// The thousands question is asked for rates in kroner as for any other kroner.
static const char *ask_rate(const struct resolving *r) {
  bool value = r->plan->table == TABLE_RATES && r->plan->column->offset == offsetof(struct rate_row, value_e6);
  for (size_t i = 0; value && r->edit->value && i < r->plan->row_count; i++) {
    const struct rate_row *rate = &rate_rows(r->tables)[r->plan->rows[i]];
    if (strcmp(rate_meaning_of((enum rate_id)rate->rate)->unit, "kr") == 0)
      return cell_ask_thousands(&r->reader, r->plan->column, r->edit->value);
  }
  return NULL;
}

static bool find_amount(const struct resolving *r) {
  const struct column *column = r->plan->column;
  const char *why = NULL;
  bool clock_times = column->kind == CELL_CLOCK && r->plan->change == CHANGE_MULTIPLY;
  if (!column_is_number(column) || clock_times)
    return add_value_problem(r, "change",
                             arena_printf(r->arena,
                                          clock_times ? _("`%s` cannot be multiplied: write set or add")
                                                      : _("`%s` cannot be added to or multiplied: write set"),
                                          column->name));
  if (!r->edit->value)
    return add_value_problem(r, "value", _("blank: write the amount added, or the factor"));
  if (r->plan->change == CHANGE_MULTIPLY && strchr(r->edit->value, '%'))
    why = arena_printf(r->arena, _("a factor, not a percentage: write 0%c9 for 90 %%"), r->reader.decimal);
  else if (r->plan->change == CHANGE_MULTIPLY)
    cell_decimal(r->edit->value, r->reader.decimal, FACTOR_DIGITS, &r->plan->value.number, &why);
  else if (!(why = ask_rate(r)))
    why = cell_read_amount(&r->reader, column, r->edit->value, &r->plan->value.number);
  return why ? add_value_problem(r, "value", why) : true;
}

static bool find_value(const struct resolving *r) {
  if (r->plan->change != CHANGE_SET)
    return find_amount(r);
  const char *why = ask_rate(r);
  if (!why)
    why = cell_read(&r->reader, r->plan->column, r->edit->value ? r->edit->value : "", &r->plan->value);
  return why ? add_value_problem(r, "value", why) : true;
}

const struct edit_plan *edit_resolve(struct arena *arena, const struct scenario *scenario, const struct edit_row *edit,
                                     struct problems *problems) {
  struct resolving r = {.arena = arena, .problems = problems, .tables = &scenario->tables, .edit = edit};
  r.reader = (struct cell_reader){.arena = arena, .tables = r.tables, .decimal = scenario->decimal};
  r.plan = arena_alloc(arena, sizeof *r.plan);
  r.plan->change = (enum change)edit->change;
  if (!find_table(&r))
    return NULL;
  bool rows_found = find_rows(&r);
  r.plan->column = find_column(&r, edit->column, "column", may_change);
  bool value_found = r.plan->column && find_value(&r);
  return rows_found && value_found ? r.plan : NULL;
}

// ---------------------------------------------------------------- known

struct edits_known {
  struct tables tables;            // by which they were resolved
  const struct edit_plan *plans[]; // by the rows of edits.csv
};

bool edits_resolve(struct scenario *scenario, struct problems *problems) {
  size_t errors = problems->error_count, count = row_count(&scenario->tables, TABLE_EDITS);
  struct edits_known *known = arena_alloc(scenario->arena, sizeof *known + count * sizeof *known->plans);
  known->tables = scenario->tables;
  for (size_t i = 0; i < count; i++)
    known->plans[i] = edit_resolve(scenario->arena, scenario, &edit_rows(&scenario->tables)[i], problems);
  bool resolved = problems->error_count == errors;
  scenario->edits = resolved ? known : NULL;
  return resolved;
}

// In a copy numbers may be others; in a redesign all groups are.
static bool is_as_resolved(const struct scenario *scenario, size_t edit) {
  const struct tables *now = &scenario->tables, *then = &scenario->edits->tables;
  const struct edit_plan *plan = scenario->edits->plans[edit];
  bool same_rows = !plan->by_numbers || now->list[plan->table].items == then->list[plan->table].items;
  return same_rows && !scenario->redesign &&
         !memcmp(&edit_rows(now)[edit], &edit_rows(then)[edit], sizeof *edit_rows(now));
}

const struct edit_plan *edit_plan_of(struct arena *arena, const struct scenario *scenario, size_t edit) {
  assert(edit < row_count(&scenario->tables, TABLE_EDITS));
  if (scenario->edits && is_as_resolved(scenario, edit))
    return scenario->edits->plans[edit];
  return edit_resolve(arena, scenario, &edit_rows(&scenario->tables)[edit], problems_new(arena));
}

// ---------------------------------------------------------------- application

static const char *tell(struct arena *arena, const struct edit_plan *plan, const struct row *row, const char *what) {
  return arena_printf(arena, _("`%s` of %s line %d %s"), plan->column->name, row->file, row->line, what);
}

// The new value; false where it does not fit any cell.
static bool new_number(const struct edit_plan *plan, int64_t old, int64_t *number) {
  int128 exact = plan->change == CHANGE_ADD ? (int128)old + plan->value.number
                                            : (int128)old * plan->value.number / EDIT_FACTOR_ONE;
  if (exact >= INT64_MAX || exact <= -INT64_MAX)
    return false;
  *number =
      plan->change == CHANGE_ADD ? (int64_t)exact : fixed_divide((int128)old * plan->value.number, EDIT_FACTOR_ONE);
  return true;
}

static int64_t end_of_range(const struct column *column, int64_t number) {
  return number < column->least ? column->least : column->most;
}

// Changes one row; returns a message where its old or new value does not allow it.
static const char *change_row(const struct cell_reader *reader, const struct edit_plan *plan, char *row, bool drawn) {
  const struct row *head = (const struct row *)(const void *)row;
  struct cell cell = cell_of_row(plan->column, row);
  if (plan->change == CHANGE_SET) {
    cell_store(plan->column, row, plan->value);
    return NULL;
  }
  if (cell.number == NOT_GIVEN)
    return tell(reader->arena, plan, head, _("is blank, so there is nothing to add to or multiply: write set"));
  if (!new_number(plan, cell.number, &cell.number))
    return tell(reader->arena, plan, head, _("becomes too large a number: check the value"));
  cell_store(plan->column, row, cell);
  const char *why = cell_check_range(reader, plan->column, cell.number);
  if (why && drawn) {
    cell.number = end_of_range(plan->column, cell.number);
    cell_store(plan->column, row, cell);
    return NULL;
  }
  if (!why)
    return NULL;
  return tell(reader->arena, plan, head,
              arena_printf(reader->arena, _("becomes %s, %s"), cell_print(reader, plan->column, cell), why));
}

const char *edit_apply(struct arena *arena, const struct scenario *scenario, const struct edit_plan *plan,
                       struct rows *rows) {
  struct cell_reader reader = {.arena = arena, .tables = &scenario->tables, .decimal = scenario->decimal};
  const char *first = NULL;
  for (size_t i = 0; i < plan->row_count; i++) {
    const char *why = change_row(&reader, plan, rows->items + plan->rows[i] * rows->size, scenario->drawn);
    first = first ? first : why;
  }
  return first;
}
