// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/followup_books.h"

#include <string.h>

#include "base/fixed.h"
#include "calendar/fiscal.h"
#include "pay/pay.h"
#include "scenario/books.h"
#include "scenario/shared.h"
#include "scenario/timeline.h"
#include "scenario/touches.h"

struct looking {       // state for one measure
  struct arena *arena; // temporary
  const struct audit *audit;
  const struct tables *tables;
  const struct books_by_month *in;
  size_t measure;
  const struct followup_line *line;
  struct followup_books *books;
  bool *units;    // [units] those that the measure touches
  bool pay_grows; // pay is known in both years and differs in some month
  double pay_growth[MONTHS_PER_YEAR];
  int64_t planned_by_ore[MONTHS_PER_YEAR]; // of all measures of the units
};

static size_t unit_count(const struct looking *l) { return row_count(l->tables, TABLE_UNITS); }

// ---------------------------------------------------------------- measures and their units

// DAY_NONE: the measure edits nothing (it has only plain amounts, for example).
static day_number first_day_of(const struct looking *l, size_t measure) {
  day_number first;
  bool edits = measure_first_edit(l->audit->scenario, measure, undecided_start_of(l->audit->scenario), &first);
  return edits ? first : DAY_NONE;
}

static bool saves_in_units(const struct looking *l, size_t measure) {
  const struct measure_effect *effect = &l->audit->measures[measure];
  return first_day_of(l, measure) != DAY_NONE && effect->testable && !effect->undecided && !effect->given_up &&
         measure_rows(l->tables)[measure].nature != NATURE_SENSITIVITY;
}

// If the books cover all units together, every unit belongs to them.
static bool touches(const struct looking *l, size_t measure, size_t unit) {
  return measure_touches_unit(l->audit->scenario, measure, unit);
}

static bool shares_units(const struct looking *l, size_t measure, bool *elsewhere) {
  bool shares = false;
  *elsewhere = false;
  for (size_t u = 0; u < unit_count(l); u++) {
    bool there = touches(l, measure, u);
    shares |= there && (l->units[u] || !l->in->by_unit);
    *elsewhere |= there && !l->units[u] && l->in->by_unit;
  }
  return shares;
}

static bool are_alternatives(const struct looking *l, size_t measure) {
  const char *a = measure_rows(l->tables)[l->measure].either_or, *b = measure_rows(l->tables)[measure].either_or;
  return measure != l->measure && a && b && !strcmp(a, b);
}

static void doubt(struct looking *l, enum books_doubt why) {
  if (l->books->doubt == BOOKS_TOLD)
    l->books->doubt = why;
}

// The plan of all measures that save in the same units. Each must save in these units only, and not yet in the year
// before.
static void add_plans(struct looking *l) {
  for (size_t m = 0; m < l->audit->measure_count; m++) {
    bool elsewhere;
    int64_t by_ore[MONTHS_PER_YEAR];
    if (!saves_in_units(l, m) || are_alternatives(l, m) || !shares_units(l, m, &elsewhere) ||
        first_day_of(l, m) > fiscal_last_day(l->line->year))
      continue;
    l->books->sharing += m != l->measure;
    if (elsewhere)
      doubt(l, BOOKS_ELSEWHERE);
    else if (first_day_of(l, m) <= fiscal_last_day(l->books->before_year))
      doubt(l, BOOKS_IN_FORCE);
    else if (!followup_plan(l->audit, m, l->line->year, by_ore))
      doubt(l, BOOKS_NO_PLAN);
    else
      for (int i = 0; i < MONTHS_PER_YEAR; i++)
        l->planned_by_ore[i] += by_ore[i];
  }
}

// ---------------------------------------------------------------- pay settlements

// Yearly pay on the day itself, by pay.csv and the expected settlements, whatever the price_day is; 0: not known.
static int64_t pay_on(const struct tables *tables, int64_t category, day_number day) {
  struct settings_row settings = *settings_of(tables);
  struct tables own = *tables;
  settings.price_day = day;
  own.list[TABLE_SETTINGS].items = (char *)&settings;
  for (size_t i = 0; i < row_count(tables, TABLE_PAY); i++)
    if (pay_rows(tables)[i].category == category && pay_rows(tables)[i].valid_from <= day)
      return yearly_pay_on(&own, category, day);
  return 0;
}

static day_number month_begin(int year, int m) {
  return fiscal_first_of_month(year, (fiscal_year_month() - 1 + m) % MONTHS_PER_YEAR + 1);
}

static day_number month_end(int year, int m) {
  return m + 1 == MONTHS_PER_YEAR ? fiscal_last_day(year) : month_begin(year, m + 1) - 1;
}

// Mean yearly pay of the category in the month.
static double pay_in_month(const struct looking *l, int64_t category, int year, int m) {
  double sum = 0;
  for (day_number day = month_begin(year, m); day <= month_end(year, m); day++) {
    int64_t ore = pay_on(l->tables, category, day);
    if (!ore)
      return 0;
    sum += (double)ore;
  }
  return sum / (month_end(year, m) - month_begin(year, m) + 1);
}

// Cost of the units' contracts in the month / in the same month of the year before, less 1. False: the pay of one of
// them is not known in both months.
static bool find_growth(const struct looking *l, int m, double *growth) {
  double before = 0, now = 0;
  for (size_t g = 0; g < row_count(l->tables, TABLE_GROUPS); g++) {
    const struct group_row *group = &group_rows(l->tables)[g];
    double fte = (double)group->heads_milli * (double)group->position_e8;
    if ((l->in->by_unit && !l->units[group->unit]) || fte <= 0)
      continue;
    double then = pay_in_month(l, group->category, l->books->before_year, m);
    double today = pay_in_month(l, group->category, l->line->year, m);
    if (then <= 0 || today <= 0)
      return false;
    before += fte * then;
    now += fte * today;
  }
  *growth = before > 0 ? now / before - 1 : 0;
  return before > 0;
}

// If pay is the same in every month of both years (only one row of pay.csv, for example), no settlement is recorded.
static void find_pay(struct looking *l) {
  bool known = true;
  for (int m = 0; m < MONTHS_PER_YEAR && known; m++) {
    known = find_growth(l, m, &l->pay_growth[m]);
    l->pay_grows |= known && l->pay_growth[m] != 0;
  }
  l->pay_grows &= known;
}

// ---------------------------------------------------------------- what else changed

static bool is_of_books(const struct looking *l, const struct book_change_row *row) {
  bool later = row->year > l->books->before_year && row->year <= l->line->year;
  return later && (!l->in->by_unit || (row->unit != NOT_GIVEN && l->units[row->unit]));
}

// Kroner by book_changes.csv; a row without a month counts a twelfth in each month. NOT_GIVEN: no row of this kind.
static int64_t change_given(const struct looking *l, enum book_change what, int m) {
  int month = (fiscal_year_month() - 1 + m) % MONTHS_PER_YEAR + 1;
  int64_t sum = NOT_GIVEN;
  for (size_t i = 0; i < row_count(l->tables, TABLE_BOOK_CHANGES); i++) {
    const struct book_change_row *row = &book_change_rows(l->tables)[i];
    if (row->change != what || !is_of_books(l, row))
      continue;
    sum = sum == NOT_GIVEN ? 0 : sum;
    if (row->month == NOT_GIVEN) // so that the twelfths add up to the amount, to the øre
      sum += fixed_divide((int128)row->amount_ore * (m + 1), MONTHS_PER_YEAR) -
             fixed_divide((int128)row->amount_ore * m, MONTHS_PER_YEAR);
    else if (row->month == month)
      sum += row->amount_ore;
  }
  return sum;
}

static void take_out(const struct looking *l, struct books_of_month *month, int m) {
  month->saved_ore = month->before_ore - month->now_ore;
  for (int what = 0; what < BOOK_CHANGES; what++) {
    int64_t ore = change_given(l, (enum book_change)what, m);
    if (ore == NOT_GIVEN && what == CHANGE_PAY_SETTLEMENT && l->pay_grows)
      ore = fixed_round((double)month->before_ore * l->pay_growth[m]);
    month->changed_ore[what] = ore;
    month->saved_ore += ore == NOT_GIVEN ? 0 : ore;
    l->books->not_given[what] |= ore == NOT_GIVEN;
  }
}

// ---------------------------------------------------------------- months

// The books of all units of the measure in the month; false if one of them has no entry.
static bool books_of(const struct looking *l, int year, int m, int64_t *ore) {
  int64_t of_unit;
  bool any = false;
  *ore = 0;
  if (!l->in->by_unit)
    return books_month(l->in, NOT_GIVEN, year, m, ore);
  for (size_t u = 0; u < unit_count(l); u++) {
    if (!l->units[u])
      continue;
    if (!books_month(l->in, (int64_t)u, year, m, &of_unit))
      return false;
    *ore += of_unit;
    any = true;
  }
  return any;
}

// From the first month on, as long as both years have the month: cumulative sums must have no gaps.
static void tell_months(struct looking *l) {
  struct followup_books *books = l->books;
  int64_t saved_by_ore = 0;
  for (int m = 0; m < MONTHS_PER_YEAR; m++) {
    struct books_of_month *month = &books->months[m];
    int64_t before_ore, now_ore;
    if (!books_of(l, books->before_year, m, &before_ore) || !books_of(l, l->line->year, m, &now_ore))
      return;
    *month = (struct books_of_month){.is = true, .before_ore = before_ore, .now_ore = now_ore};
    take_out(l, month, m);
    month->saved_by_ore = saved_by_ore += month->saved_ore;
    month->planned_by_ore = month->forecast_ore = NOT_GIVEN;
    books->to = month_end(l->line->year, m);
    books->last = m;
  }
}

static void hold_against_plan(struct looking *l) {
  int64_t whole_ore = l->planned_by_ore[MONTHS_PER_YEAR - 1];
  int64_t tolerance_e8 = settings_of(l->tables)->tolerance_e8;
  for (int m = 0; m < MONTHS_PER_YEAR && l->books->months[m].is; m++) {
    struct books_of_month *month = &l->books->months[m];
    int64_t rest_ore = whole_ore - l->planned_by_ore[m];
    month->planned_by_ore = l->planned_by_ore[m];
    month->forecast_ore = month->saved_by_ore + rest_ore;
    month->light = followup_light_of(whole_ore, month->forecast_ore, rest_ore, tolerance_e8);
  }
}

static void look_at(struct looking *l) {
  struct followup_books *books = l->books;
  int begun = fiscal_year_of(first_day_of(l, l->measure));
  *books = (struct followup_books){.to = NOT_GIVEN, .before_year = (begun < l->line->year ? begun : l->line->year) - 1};
  l->units = arena_array(l->arena, unit_count(l), sizeof *l->units);
  for (size_t u = 0; u < unit_count(l); u++)
    l->units[u] = touches(l, l->measure, u);
  find_pay(l);
  tell_months(l);
  if (books->to == NOT_GIVEN)
    doubt(l, BOOKS_NO_MONTHS);
  add_plans(l);
  if (books->doubt == BOOKS_TOLD)
    hold_against_plan(l);
}

void followup_books_make(struct audit *audit) {
  const struct books_by_month *in = audit->scenario->books;
  for (size_t m = 0; in && m < audit->measure_count; m++) {
    struct looking l = {.arena = arena_new(),
                        .audit = audit,
                        .tables = &audit->scenario->tables,
                        .in = in,
                        .measure = m,
                        .line = &audit->followup[m]};
    if (saves_in_units(&l, m)) {
      l.books = audit->followup[m].books = arena_alloc(audit->arena, sizeof *l.books);
      look_at(&l);
    }
    arena_free(l.arena);
  }
}
