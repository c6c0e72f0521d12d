// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/ranges.h"

#include <math.h>
#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "scenario/checks.h"
#include "scenario/edits.h"
#include "scenario/norwegian.h"
#include "scenario/place.h"
#include "scenario/rows_people.h"

// No source is known for any of these widths: they are assumptions, and a row's own low and high override them. A
// planner who has counted sets narrower ranges. A bare number refers to the first column listed for a table.
const struct range_default range_defaults[] = {
    {TABLE_NEED, "persons", 10, 10, NULL, N_("a post that nobody has counted may be a tenth more or less on average")},
    {TABLE_NEED, "hours", 10, 10, NULL, N_("as persons")},
    {TABLE_NEED, "residents", 10, 10, "hours_per_resident_day", N_("beds in use vary by a tenth from year to year")},
    {TABLE_NEED, "hours_per_resident_day", 10, 10, NULL, N_("as persons")},
    {TABLE_GROUPS, "heads", 5, 5, NULL, N_("a list of staff is seldom off by more than one in twenty")},
    {TABLE_GROUPS, "position_percent", 5, 5, NULL, N_("as heads")},
    {TABLE_ABSENCE, "percent", 20, 20, NULL, N_("sick leave and training of one unit: a fifth from its mean")},
    {TABLE_ABSENCE, "hours_per_head", 20, 20, NULL, N_("as percent")},
    {TABLE_SOURCES, "price_kr_per_h", 10, 10, "unsocial_price_kr_per_h",
     N_("agencies bid within a tenth of each other")},
    {TABLE_SOURCES, "unsocial_price_kr_per_h", 10, 10, NULL, N_("as price_kr_per_h")},
    {TABLE_SOURCES, "pay_percent", 5, 5, NULL, N_("who comes is at another step of the pay scale")},
    {TABLE_SOURCES, "hours_per_week", 30, 30, NULL, N_("what can be had in a week is known to a third at best")},
    {TABLE_SOURCES, "room_percent", 30, 30, NULL, N_("as hours_per_week")},
    {TABLE_SOURCES, "yes_percent", 30, 30, "yes_short_percent", N_("no figure is published: a third more or less")},
    {TABLE_SOURCES, "yes_short_percent", 30, 30, NULL, N_("as yes_percent")},
    {TABLE_PAY, "yearly_pay_kr", 5, 5, NULL, N_("mean pay follows seniority: a twentieth")},
    {TABLE_SUPPLEMENTS, "percent", 10, 10, "minimum_kr_per_h",
     N_("the agreement is known, the local one may be better")},
    {TABLE_SUPPLEMENTS, "minimum_kr_per_h", 10, 10, NULL, N_("as percent")},
    {TABLE_RATES, "value", 10, 10, NULL,
     N_("rates in percent and kroner; limits in hours and weeks are law and stand")},
    {TABLE_EDITS, "value", 10, 10, NULL,
     N_("a measure takes a tenth more or less than said; positions that go are decided and stand, and what takes away "
        "all "
        "there is takes all")},
    {TABLE_AMOUNTS, "saving_kr_per_year", 10, 10, NULL, N_("a contract not yet made: a tenth")},
    {TABLE_COUNT, NULL, 0, 0, NULL, NULL},
};

struct making {
  struct arena *arena;
  const struct scenario *scenario;
  struct drawn_inputs *inputs;
  struct problems *problems;
};

static const struct range_default *default_of(enum table_id table, const struct column *column) {
  for (const struct range_default *d = range_defaults; d->column; d++)
    if (d->table == table && strcmp(d->column, column->name) == 0)
      return d;
  return NULL;
}

static bool has_ranges(enum table_id table) {
  for (const struct range_default *d = range_defaults; d->column; d++)
    if (d->table == table)
      return true;
  return false;
}

static const struct row *row_of(const struct making *m, enum table_id table, size_t row) {
  return row_at(&m->scenario->tables, table, row);
}

// ---------------------------------------------------------------- a number

// Decisions and laws are not estimates, and holidays are five weeks.
static bool stands(const struct making *m, const struct varied_cell *cell) {
  const struct row *row = row_of(m, cell->table, cell->row);
  if (cell->table == TABLE_ABSENCE)
    return ((const struct absence_row *)(const void *)row)->kind == ABSENCE_HOLIDAY;
  if (cell->table == TABLE_RATES) {
    const char *unit = rate_meaning_of((enum rate_id)((const struct rate_row *)(const void *)row)->rate)->unit;
    return strcmp(unit, "%") != 0 && strcmp(unit, "kr") != 0;
  }
  if (cell->table == TABLE_EDITS) {
    const struct edit_row *edit = (const struct edit_row *)(const void *)row;
    return edit_names(edit, TABLE_GROUPS, "heads") || edit_names(edit, TABLE_GROUPS, "position_percent");
  }
  // blank is 100: there is no information that some decline
  bool answer = cell->table == TABLE_SOURCES && strncmp(cell->column->name, "yes_", 4) == 0;
  return answer && cell_of_row(cell->column, row).number >= ONE_E8;
}

// An edit finds its rows by their values: a number that an edit names may not change.
static bool named_by_edit(const struct making *m, const struct varied_cell *cell) {
  for (size_t e = 0; e < row_count(&m->scenario->tables, TABLE_EDITS); e++) {
    const struct edit_row *edit = &edit_rows(&m->scenario->tables)[e];
    if (!edit->where || !edit->table || strcmp(edit->table, table_of(cell->table)->name) != 0)
      continue;
    for (const char *at = edit->where; *at; at += strcspn(at, " ") + strspn(at + strcspn(at, " "), " "))
      if (column_is_called(cell->column, arena_text(m->arena, at, strcspn(at, "= "))))
        return true;
  }
  return false;
}

static const struct edit_plan *plan_of(const struct making *m, size_t row, const char *value) {
  struct edit_row edit = edit_rows(&m->scenario->tables)[row];
  edit.value = value;
  return edit_resolve(m->arena, m->scenario, &edit, problems_new(m->arena));
}

// Does the edit remove everything from every row it changes?
static bool takes_all(const struct making *m, const struct edit_plan *plan) {
  for (size_t i = 0; i < plan->row_count; i++) {
    int64_t number = cell_of_row(plan->column, row_of(m, plan->table, plan->rows[i])).number;
    if (plan->change != CHANGE_ADD || number == NOT_GIVEN || number + plan->value.number != 0)
      return false;
  }
  return plan->row_count > 0;
}

static struct cell_reader reader_of(const struct making *m) {
  const struct tables *tables = &m->scenario->tables;
  return (struct cell_reader){.arena = m->arena,
                              .tables = tables,
                              .decimal = m->scenario->decimal,
                              .claims = claims_dialect_of(settings_of(tables))};
}

static int64_t within(const struct column *column, int64_t number) {
  if (column->least > column->most)
    return number;
  return number < column->least ? column->least : number > column->most ? column->most : number;
}

static const struct column *edit_form(const struct edit_plan *plan) {
  static const struct column factor = {.name = "value", .kind = CELL_DECIMAL, .digits = 6, .least = 1, .most = 0};
  return plan->change == CHANGE_MULTIPLY ? &factor : plan->column;
}

// For a rate the range is the rate's own.
static void keep_rate(const struct making *m, struct drawn_cell *drawn) {
  const struct rate_row *rate = &rate_rows(&m->scenario->tables)[drawn->cell.row];
  const struct rate_meaning *meaning = rate_meaning_of((enum rate_id)rate->rate);
  drawn->low = drawn->low < meaning->least_e6 ? meaning->least_e6 : drawn->low;
  drawn->high = drawn->high > meaning->most_e6 ? meaning->most_e6 : drawn->high;
}

static void use_default(const struct making *m, struct drawn_cell *drawn, const struct range_default *wide) {
  int64_t less = fixed_divide((int128)drawn->value * (100 - wide->less_percent), 100);
  int64_t more = fixed_divide((int128)drawn->value * (100 + wide->more_percent), 100);
  const struct column *column = drawn->written_as ? drawn->written_as : drawn->cell.column;
  bool below_0 = drawn->value < 0; // an amount that an edit removes
  drawn->low = below_0 ? more : within(column, less);
  drawn->high = below_0 ? less : within(column, more);
  if (drawn->cell.table == TABLE_RATES)
    keep_rate(m, drawn);
  bool all_sick = drawn->cell.table == TABLE_ABSENCE && column->kind == CELL_PERCENT;
  if (all_sick && drawn->high > ONE_E8 * 95 / 100)
    drawn->high = drawn->value > ONE_E8 * 95 / 100 ? drawn->value : ONE_E8 * 95 / 100;
}

// ---------------------------------------------------------------- low and high, as written

static void complain(const struct making *m, const struct row *row, const char *place, const char *text,
                     const char *message) {
  if (m->problems)
    problem_add(m->problems, row_place(row, place), text, "%s", message);
}

// The text for this column: a bare number of the row's first one, or a pair; NULL: nothing.
static const char *written_of(const struct making *m, const char *text, const struct column *column, bool first) {
  if (!text || !*text)
    return NULL;
  if (!strchr(text, '='))
    return first ? text : NULL;
  for (const char *at = text + strspn(text, " "); *at; at += strspn(at, " ")) {
    size_t length = strcspn(at, " "), name = strcspn(at, "= ");
    if (at[name] == '=' && column_is_called(column, arena_text(m->arena, at, name)))
      return arena_text(m->arena, at + name + 1, length - name - 1);
    at += length;
  }
  return NULL;
}

static const char *read_number(const struct making *m, const struct drawn_cell *drawn, const char *text,
                               int64_t *number) {
  struct cell_reader reader = reader_of(m);
  if (drawn->cell.table == TABLE_EDITS) {
    struct edit_row edit = edit_rows(&m->scenario->tables)[drawn->cell.row];
    struct problems *problems = problems_new(m->arena);
    edit.value = text;
    const struct edit_plan *plan = edit_resolve(m->arena, m->scenario, &edit, problems);
    if (!plan)
      return problems->count ? problems->items[0].message : "";
    *number = plan->value.number;
    return NULL;
  }
  struct cell cell = {.number = NOT_GIVEN};
  const char *why = cell_read(&reader, drawn->cell.column, text, &cell);
  *number = cell.number;
  return why;
}

static bool read_bound(const struct making *m, struct drawn_cell *drawn, const char *place, const char *text,
                       int64_t *bound) {
  const struct row *row = row_of(m, drawn->cell.table, drawn->cell.row);
  const char *why = text ? read_number(m, drawn, text, bound) : NULL;
  if (why)
    complain(m, row, place, text, why);
  return !why;
}

static const char *number_text(const struct making *m, const struct drawn_cell *drawn, int64_t number) {
  return drawn_text(m->arena, m->scenario, drawn, number);
}

// For savings written with a minus, the lower number written is the larger saving.
static bool written_turned(const struct making *m, const struct drawn_cell *drawn) {
  return drawn->cell.column->claimed_with_sign && claims_dialect_of(settings_of(&m->scenario->tables)).minus;
}

// False where the row's own range is wrong, which is reported.
static bool use_written(const struct making *m, struct drawn_cell *drawn, const char *low, const char *high) {
  const struct row *row = row_of(m, drawn->cell.table, drawn->cell.row);
  if (!read_bound(m, drawn, "low", low, &drawn->low) || !read_bound(m, drawn, "high", high, &drawn->high))
    return false;
  if (written_turned(m, drawn)) {
    int64_t passing = drawn->low;
    drawn->low = drawn->high;
    drawn->high = passing;
  }
  if (drawn->low > drawn->high) {
    complain(m, row, "low", low ? low : high,
             arena_printf(m->arena, _("above high, which is %s: write the lower number in low"),
                          number_text(m, drawn, drawn->high)));
    return false;
  }
  if (drawn->low <= drawn->value && drawn->value <= drawn->high)
    return true;
  bool above = drawn->value < drawn->low;
  complain(m, row, above ? "low" : "high", above ? low : high,
           arena_printf(m->arena, _("%s of `%s` lies outside low and high: widen them, or correct it"),
                        number_text(m, drawn, drawn->value), drawn->cell.column->name));
  return false;
}

// ---------------------------------------------------------------- inputs

static struct drawn_input *input_new(const struct making *m, const char *tie) {
  struct drawn_inputs *inputs = m->inputs;
  struct drawn_input *input = arena_push(m->arena, &inputs->items, &inputs->count, &inputs->room, sizeof *input);
  *input = (struct drawn_input){.tie = tie};
  return input;
}

static bool same_line(const struct making *m, const struct drawn_cell *cell, const struct row *row) {
  const struct row *other = row_of(m, cell->cell.table, cell->cell.row);
  return other->line == row->line && strcmp(other->file, row->file) == 0;
}

// The input that the number belongs to: that of its tie, of the same cell in a copy of the row, or of a column that
// moves with it.
static struct drawn_input *input_for(const struct making *m, const struct drawn_cell *drawn) {
  const struct row *row = row_of(m, drawn->cell.table, drawn->cell.row);
  for (size_t i = 0; i < m->inputs->count; i++) {
    struct drawn_input *input = &m->inputs->items[i];
    const struct drawn_cell *first = &input->cells[0];
    if (row->tie && input->tie && strcmp(row->tie, input->tie) == 0)
      return input;
    if (row->tie || input->tie || first->cell.table != drawn->cell.table || !same_line(m, first, row))
      continue;
    const struct range_default *wide = default_of(first->cell.table, first->cell.column);
    if (first->cell.column == drawn->cell.column ||
        (wide && wide->with && strcmp(wide->with, drawn->cell.column->name) == 0))
      return input;
  }
  return input_new(m, row->tie);
}

static void add_cell(const struct making *m, const struct drawn_cell *drawn) {
  struct drawn_input *input = input_for(m, drawn);
  *(struct drawn_cell *)arena_push(m->arena, &input->cells, &input->count, &input->room, sizeof *drawn) = *drawn;
}

static void note_takes_all(const struct making *m, size_t edit) {
  struct drawn_inputs *inputs = m->inputs;
  *(size_t *)arena_push(m->arena, &inputs->takes_all, &inputs->all_count, &inputs->all_room, sizeof edit) = edit;
}

// The number as it stands; false where there is none that may change.
static bool begin_cell(const struct making *m, struct drawn_cell *drawn) {
  const struct varied_cell *cell = &drawn->cell;
  if (!cell_may_vary(m->arena, m->scenario, cell->table, cell->row, cell->column))
    return false;
  if (cell->table != TABLE_EDITS) {
    drawn->value = cell_of_row(cell->column, row_of(m, cell->table, cell->row)).number;
  } else {
    const struct edit_plan *plan = plan_of(m, cell->row, edit_rows(&m->scenario->tables)[cell->row].value);
    drawn->value = plan->value.number;
    drawn->written_as = edit_form(plan);
  }
  drawn->low = drawn->high = drawn->value;
  return true;
}

static void take_cell(const struct making *m, struct drawn_cell *drawn, bool first) {
  const struct row *row = row_of(m, drawn->cell.table, drawn->cell.row);
  const char *low = written_of(m, row->low, drawn->cell.column, first);
  const char *high = written_of(m, row->high, drawn->cell.column, first);
  const struct range_default *wide = default_of(drawn->cell.table, drawn->cell.column);
  bool own = low || high;
  if (own ? !use_written(m, drawn, low, high) : !row->assumed || !wide || stands(m, &drawn->cell))
    return;
  if (!own)
    use_default(m, drawn, wide);
  if (drawn->low < drawn->high && !named_by_edit(m, &drawn->cell))
    add_cell(m, drawn);
}

static bool is_all(const struct making *m, enum table_id table, size_t row) {
  if (table != TABLE_EDITS)
    return false;
  const struct edit_plan *plan = plan_of(m, row, edit_rows(&m->scenario->tables)[row].value);
  return plan && takes_all(m, plan);
}

// Each of the words between backquotes, in which a message names a column as the file has it.
static const char *quoted_words(struct arena *arena, const char *words) {
  const char *quoted = "";
  for (size_t length; (length = strcspn(words, " ")); words += length + (words[length] == ' '))
    quoted = arena_printf(arena, "%s%s`%.*s`", quoted, *quoted ? " " : "", (int)length, words);
  return quoted;
}

// Does a pair name a column without a number?
static void check_pairs(const struct making *m, const struct row *row, const char *place, const char *text,
                        const char *known) {
  for (const char *at = text ? text + strspn(text, " ") : ""; *at; at += strspn(at, " ")) {
    const char *name = arena_text(m->arena, at, strcspn(at, "= "));
    bool found = false;
    for (const char *word = known; *word && !found; word += strcspn(word, " ") + (word[strcspn(word, " ")] == ' ')) {
      struct column column = {.name = arena_text(m->arena, word, strcspn(word, " "))};
      found = column_is_called(&column, name);
    }
    if (!found)
      complain(m, row, place, name,
               arena_printf(m->arena, _("no number of this row: write one of %s"), quoted_words(m->arena, known)));
    at += strcspn(at, " ");
  }
}

static void check_row(const struct making *m, const struct row *row, const char *known) {
  const struct { const char *place, *text; } cells[] = {{"low", row->low}, {"high", row->high}};
  for (size_t i = 0; i < 2; i++)
    if (cells[i].text && !*known)
      complain(
          m, row, cells[i].place, cells[i].text,
          _("a range, but no number in the row that it could be of: write the number, or leave low and high blank"));
    else if (cells[i].text && strchr(cells[i].text, '='))
      check_pairs(m, row, cells[i].place, cells[i].text, known);
}

static void take_row(const struct making *m, enum table_id table, size_t row) {
  const struct row *head = row_of(m, table, row);
  const char *known = "";
  bool first = true, all = is_all(m, table, row);
  if (all && !head->low && !head->high) {
    note_takes_all(m, row);
    return;
  }
  if (!head->assumed && !head->low && !head->high)
    return;
  for (const struct range_default *d = range_defaults; d->column; d++) {
    struct drawn_cell drawn = {.cell = {.table = table, .row = row}};
    if (d->table != table)
      continue;
    drawn.cell.column = column_named(table, d->column);
    if (!begin_cell(m, &drawn))
      continue;
    take_cell(m, &drawn, first);
    first = false;
    known = arena_printf(m->arena, "%s%s%s", known, *known ? " " : "", d->column);
  }
  check_row(m, head, known);
}

static void take_all(const struct making *m) {
  for (int t = 0; t < TABLE_COUNT; t++)
    for (size_t row = 0; has_ranges((enum table_id)t) && row < row_count(&m->scenario->tables, (enum table_id)t); row++)
      take_row(m, (enum table_id)t, row);
}

const struct drawn_inputs *drawn_inputs_make(struct arena *arena, const struct scenario *scenario) {
  struct drawn_inputs *inputs = arena_alloc(arena, sizeof *inputs);
  *inputs = (struct drawn_inputs){.count = 0};
  struct making m = {.arena = arena, .scenario = scenario, .inputs = inputs};
  take_all(&m);
  return inputs;
}

void ranges_check(const struct scenario *scenario, struct problems *problems) {
  struct arena *passing = arena_new();
  struct drawn_inputs inputs = {.count = 0};
  struct problems *found = problems_new(passing);
  struct making m = {.arena = passing, .scenario = scenario, .inputs = &inputs, .problems = found};
  take_all(&m);
  for (size_t i = 0; i < found->count; i++)
    problem_add(problems, found->items[i].at, found->items[i].text, "%s", found->items[i].message);
  arena_free(passing);
}

// ---------------------------------------------------------------- drawing

// Inverse of the distribution function of a triangle.
static double triangle(double low, double top, double high, double u) {
  double wide = high - low, rise = (top - low) / wide;
  if (u < rise)
    return low + sqrt(u * wide * (top - low));
  return high - sqrt((1 - u) * wide * (high - top));
}

int64_t drawn_number(const struct drawn_cell *cell, double quantile) {
  if (isnan(quantile))
    return cell->value;
  return fixed_round(triangle((double)cell->low, (double)cell->value, (double)cell->high, quantile));
}

const char *drawn_text(struct arena *arena, const struct scenario *scenario, const struct drawn_cell *cell,
                       int64_t number) {
  struct cell_reader reader = {.arena = arena,
                               .tables = &scenario->tables,
                               .decimal = scenario->decimal,
                               .claims = claims_dialect_of(settings_of(&scenario->tables))};
  return cell_print(&reader, cell->written_as ? cell->written_as : cell->cell.column, (struct cell){.number = number});
}

static struct varied_cell drawn_as(struct arena *arena, const struct scenario *scenario, const struct drawn_cell *cell,
                                   double quantile) {
  struct varied_cell varied = cell->cell;
  int64_t number = drawn_number(cell, quantile);
  if (varied.table == TABLE_EDITS)
    varied.cell.text = drawn_text(arena, scenario, cell, number);
  else
    varied.cell.number = number;
  return varied;
}

const struct scenario *drawn_scenario(struct arena *arena, const struct scenario *scenario,
                                      const struct drawn_inputs *inputs, const double *quantile) {
  size_t most = 2 * inputs->all_count, count = 0;
  for (size_t i = 0; i < inputs->count; i++)
    most += inputs->items[i].count;
  struct varied_cell *cells = arena_array(arena, most + 1, sizeof *cells);
  for (size_t i = 0; i < inputs->count; i++)
    for (size_t c = 0; c < inputs->items[i].count && !isnan(quantile[i]); c++)
      cells[count++] = drawn_as(arena, scenario, &inputs->items[i].cells[c], quantile[i]);
  const struct column *change = column_named(TABLE_EDITS, "change"), *value = column_named(TABLE_EDITS, "value");
  for (size_t i = 0; i < inputs->all_count; i++) {
    size_t row = inputs->takes_all[i];
    cells[count++] = (struct varied_cell){TABLE_EDITS, row, change, {.number = CHANGE_SET}};
    cells[count++] = (struct varied_cell){TABLE_EDITS, row, value, {.text = "0"}};
  }
  struct scenario *drawn = scenario_vary(arena, scenario, cells, count);
  drawn->drawn = true;
  return drawn;
}
