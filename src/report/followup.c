// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/followup.h"

#include <stdlib.h>
#include <string.h>

#include "audit/followup_books.h"
#include "base/fixed.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "report/releases.h"
#include "scenario/cells.h"

static const struct field_column followup_columns[] = {
    {"measure", FIELD_CODE, 0},
    {"title", FIELD_TEXT, 0},
    {"responsible", FIELD_TEXT, 0},
    {"status", FIELD_CODE, 0},
    {"start", FIELD_DATE, 0},
    {"planned_kr", FIELD_KR, 0},
    {"realised_kr", FIELD_KR, 0},
    {"to_date", FIELD_DATE, 0},
    {"remaining_kr", FIELD_KR, 0},
    {"status_reason", FIELD_TEXT, 0},
    {"year", FIELD_YEAR, 0},
    {"claimed_kr", FIELD_KR, 0},
    {"modelled_kept_kr", FIELD_KR, 0},
    {"modelled_adjusted_kr", FIELD_KR, 0},
    {"paper_unit", FIELD_TEXT, 0},
    {"responsibility", FIELD_TEXT, 0},
    {"freed_fte", FIELD_DECIMAL, 3},
    {"freed_positions", FIELD_TEXT, 0},
    {"decide_by", FIELD_DATE, 0},
    {"notice_by", FIELD_DATE, 0},
    {"gone_latest", FIELD_DATE, 0},
    {"forecast_kr", FIELD_KR, 0},
    {"light", FIELD_CODE, 0},
    {"books_to", FIELD_DATE, 0},
    {"books_saved_kr", FIELD_KR, 0},
    {"books_planned_kr", FIELD_KR, 0},
    {"books_forecast_kr", FIELD_KR, 0},
    {"books_light", FIELD_CODE, 0},
    {"books_note", FIELD_TEXT, 0},
};

static const char *const reasons[FOLLOWUP_STATES] = {
    [FOLLOWUP_GIVEN_UP] = N_("Given up: what was claimed has to be saved elsewhere."),
    [FOLLOWUP_NO_START] = N_("No start is decided: nothing comes before it has one."),
    [FOLLOWUP_LATE_START] = N_("Should have started by now."),
    [FOLLOWUP_NOTHING_REPORTED] = N_("Nothing is reported yet."),
    [FOLLOWUP_NO_CLAIM] = N_("Nothing is claimed for the year: there is no plan to be held against."),
    [FOLLOWUP_BEHIND] = N_("Behind the plan."),
    [FOLLOWUP_AHEAD] = N_("Ahead of the plan."),
    [FOLLOWUP_ON_PLAN] = N_("On plan."),
};

static const char *status_word(int64_t status) {
  const struct table *table = table_of(TABLE_MEASURES);
  for (size_t c = 0; c < table->column_count; c++)
    if (table->columns[c].offset == offsetof(struct measure_row, status))
      return table->columns[c].choices[status].word;
  return "";
}

// Which whole positions of today's contracts must go, and when: as in positions.csv and positions_sum.csv.
static void add_positions(struct result_table *table, const struct audit *audit, const struct release_sum *sum) {
  bool go = sum && sum->months;
  const day_number days[] = {go ? sum->latest.decision : DAY_NONE, go ? sum->latest.notice : DAY_NONE,
                             go ? sum->latest.gone : DAY_NONE};
  result_number(table, go ? fixed_round((sum->fte_cut_and_with - sum->fte_now) * MILLI) : FIELD_BLANK);
  result_text(table, go ? release_positions(table->arena, audit, sum) : "");
  for (int d = 0; d < 3; d++)
    result_number(table, days[d] == DAY_NONE ? FIELD_BLANK : days[d]);
}

static void add_line(struct result_table *table, const struct measure_row *row, const struct followup_line *line) {
  bool both = line->realised_ore != NOT_GIVEN && line->claimed_ore != NOT_GIVEN;
  result_text(table, row->measure);
  result_text(table, row->title);
  result_text(table, row->role);
  result_text(table, status_word(row->status));
  result_number(table, row->start);
  result_number(table, line->planned_ore);
  result_number(table, line->realised_ore);
  result_number(table, line->to_date);
  result_number(table, both ? line->claimed_ore - line->realised_ore : line->claimed_ore);
  result_text(table, _(reasons[line->state]));
  result_number(table, line->year);
  result_number(table, line->claimed_ore);
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    result_number(table, line->modelled_ore[p]);
  result_text(table, row->unit_label);
  result_text(table, row->responsibility);
}

// ---------------------------------------------------------------- what the books show

static const char *const doubts[BOOKS_DOUBTS] = {
    [BOOKS_NO_MONTHS] = N_("The books have no month of both years for each of its units."),
    [BOOKS_NO_PLAN] = N_("No light: a measure of the same units claims nothing for the year."),
    [BOOKS_ELSEWHERE] = N_("No light: a measure of the same units saves in other units too."),
    [BOOKS_IN_FORCE] = N_("No light: a measure of the same units was in force in the year before too."),
};
static const char *const lights[LIGHTS] = {
    [LIGHT_GREEN] = N_("Green: the forecast is the plan, within the tolerance, or more."),
    [LIGHT_AMBER] = N_("Amber: what is missing is no more than what is planned for the months left."),
    [LIGHT_RED] = N_("Red: more is missing than what is planned for the months left."),
};
static const char *const changes[BOOK_CHANGES] = {[CHANGE_PAY_SETTLEMENT] = N_("pay settlement"),
                                                  [CHANGE_SICKNESS] = N_("sickness"),
                                                  [CHANGE_OTHER] = N_("other changes")};

static const char *books_note(struct arena *arena, const struct followup_books *books) {
  if (!books)
    return "";
  const struct books_of_month *last = &books->months[books->last];
  const char *text = _(books->doubt == BOOKS_TOLD ? lights[last->light] : doubts[books->doubt]), *list = "";
  if (books->to == NOT_GIVEN)
    return text;
  if (books->sharing)
    text = arena_printf(
        arena,
        _("%s The books do not tell it from other measures of the same units (%d): all are in what they show, "
          "and in the plan it is held against."),
        text, books->sharing);
  for (int what = 0; what < BOOK_CHANGES; what++)
    if (books->not_given[what])
      list = arena_printf(arena, "%s%s%s", list, *list ? ", " : "", _(changes[what]));
  return *list ? arena_printf(arena, _("%s Not given, and so not taken out: %s."), text, list) : text;
}

static void add_books(struct result_table *table, const struct followup_books *books) {
  bool told = books && books->to != NOT_GIVEN;
  const struct books_of_month *last = told ? &books->months[books->last] : NULL;
  result_number(table, told ? books->to : FIELD_BLANK);
  result_number(table, told ? last->saved_by_ore : FIELD_BLANK);
  result_number(table, told ? last->planned_by_ore : FIELD_BLANK);
  result_number(table, told ? last->forecast_ore : FIELD_BLANK);
  result_text(table, told ? followup_light_name(last->light) : "");
  result_text(table, books_note(table->arena, books));
}

// A unit's measures are grouped, in the order in which the file first names the unit; within it by status.
struct listed {
  const struct measure_row *row;
  size_t unit, measure; // index of the first measure of the unit, and its own
};

static bool texts_equal(const char *a, const char *b) { return a && b ? !strcmp(a, b) : a == b; }

static int compare_listed(const void *left, const void *right) {
  const struct listed *a = left, *b = right;
  if (a->unit != b->unit)
    return a->unit < b->unit ? -1 : 1;
  if (a->row->status != b->row->status)
    return a->row->status < b->row->status ? -1 : 1;
  return (a->measure > b->measure) - (a->measure < b->measure);
}

static struct listed *measures_by_unit(struct arena *arena, const struct measure_row *rows, size_t count) {
  struct listed *list = arena_array(arena, count, sizeof *list);
  for (size_t m = 0; m < count; m++) {
    size_t first = 0;
    while (!texts_equal(rows[first].unit_label, rows[m].unit_label))
      first++;
    list[m] = (struct listed){&rows[m], first, m};
  }
  qsort(list, count, sizeof *list, compare_listed);
  return list;
}

struct result_table *followup_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "followup", COLUMNS(followup_columns));
  const struct measure_row *rows = measure_rows(&audit->scenario->tables);
  const struct listed *list = measures_by_unit(arena, rows, audit->measure_count);
  size_t sum_count;
  const struct release_sum *sums = release_sums(arena, audit, &sum_count);
  for (size_t m = 0; m < audit->measure_count; m++) {
    add_line(table, list[m].row, &audit->followup[list[m].measure]);
    add_positions(table, audit, release_sum_of(sums, sum_count, list[m].measure));
    result_number(table, audit->followup[list[m].measure].forecast_ore);
    result_text(table, followup_light_name(audit->followup[list[m].measure].light));
    add_books(table, audit->followup[list[m].measure].books);
  }
  return table;
}

// ---------------------------------------------------------------- month by month

static const struct field_column month_columns[] = {
    {"measure", FIELD_CODE, 0},
    {"title", FIELD_TEXT, 0},
    {"year", FIELD_YEAR, 0},
    {"month", FIELD_CODE, 0},
    {"month_planned_kr", FIELD_KR, 0},
    {"planned_by_month_kr", FIELD_KR, 0},
    {"kept_by_month_kr", FIELD_KR, 0},
    {"adjusted_by_month_kr", FIELD_KR, 0},
    {"after_notice_by_month_kr", FIELD_KR, 0},
    {"books_before_kr", FIELD_KR, 0},
    {"books_now_kr", FIELD_KR, 0},
    {"pay_settlement_kr", FIELD_KR, 0},
    {"sickness_kr", FIELD_KR, 0},
    {"other_changes_kr", FIELD_KR, 0},
    {"books_saved_kr", FIELD_KR, 0},
    {"books_saved_by_month_kr", FIELD_KR, 0},
    {"books_planned_by_month_kr", FIELD_KR, 0},
    {"books_forecast_kr", FIELD_KR, 0},
    {"books_light", FIELD_CODE, 0},
};

static void add_books_of_month(struct result_table *table, const struct followup_books *books, int m) {
  static const struct books_of_month nothing = {.before_ore = NOT_GIVEN,
                                                .now_ore = NOT_GIVEN,
                                                .changed_ore = {NOT_GIVEN, NOT_GIVEN, NOT_GIVEN},
                                                .saved_ore = NOT_GIVEN,
                                                .saved_by_ore = NOT_GIVEN,
                                                .planned_by_ore = NOT_GIVEN,
                                                .forecast_ore = NOT_GIVEN};
  const struct books_of_month *month = books && books->months[m].is ? &books->months[m] : &nothing;
  result_number(table, month->before_ore);
  result_number(table, month->now_ore);
  for (int what = 0; what < BOOK_CHANGES; what++)
    result_number(table, month->changed_ore[what]);
  result_number(table, month->saved_ore);
  result_number(table, month->saved_by_ore);
  result_number(table, month->planned_by_ore);
  result_number(table, month->forecast_ore);
  result_text(table, followup_light_name(month->light));
}

static void add_month(struct result_table *table, const struct measure_row *row, const struct followup_line *line,
                      int m) {
  struct civil_date first =
      date_from_day(fiscal_first_of_month(line->year, (fiscal_year_month() - 1 + m) % MONTHS_PER_YEAR + 1));
  int64_t by_ore = line->planned_by_ore[m], before_ore = m ? line->planned_by_ore[m - 1] : 0;
  result_text(table, row->measure);
  result_text(table, row->title);
  result_number(table, line->year);
  result_text(table, arena_printf(table->arena, "%04d-%02d", first.year, first.month));
  result_number(table, by_ore == NOT_GIVEN ? FIELD_BLANK : by_ore - before_ore);
  result_number(table, by_ore);
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    result_number(table, line->modelled_by_ore[m][p]);
  result_number(table, line->noticed_by_ore[m]);
  add_books_of_month(table, line->books, m);
}

struct result_table *followup_months_table(struct arena *arena, const struct audit *audit) {
  struct result_table *table = result_table_new(arena, "followup_months", COLUMNS(month_columns));
  const struct measure_row *rows = measure_rows(&audit->scenario->tables);
  const struct listed *list = measures_by_unit(arena, rows, audit->measure_count);
  for (size_t m = 0; m < audit->measure_count; m++)
    for (int month = 0; month < MONTHS_PER_YEAR; month++)
      add_month(table, list[m].row, &audit->followup[list[m].measure], month);
  return table;
}
