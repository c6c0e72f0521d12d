// SPDX-License-Identifier: GPL-3.0-or-later
// What is there to no use: shifts that nobody can work or that end where nothing does, need that nobody can meet, hours
// that earn no supplement.
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "calendar/dayset.h"
#include "calendar/fiscal.h"
#include "scenario/agreement.h"
#include "scenario/checks.h"
#include "scenario/need_row.h"
#include "scenario/shared.h"
#include "scenario/stretches.h"

// ---------------------------------------------------------------- who may work a shift

static bool may_work(const struct tables *tables, const struct group_row *contract, const struct shift_row *shift) {
  if (!group_belongs_to(tables, contract, shift->unit) || !contract->heads_milli)
    return false;
  if (contract->shifts)
    return codes_hold(contract->shifts, shift->shift);
  return shift_paid_min(shift) <= agreement_most_min(tables, contract->agreement);
}

// People hired by the hour or from an agency work any shift.
static bool is_hired(const struct source_row *source, int64_t unit) {
  bool hired = source->kind == SOURCE_SUBSTITUTE || source->kind == SOURCE_AGENCY;
  return hired && (source->unit == NOT_GIVEN || source->unit == unit) && source->hours_milli_per_week != 0;
}

static int64_t level_of(const struct tables *tables, int64_t category) { return category_rows(tables)[category].level; }

// Is there anybody of the level or a higher one, for the shift or (NULL) at all in the unit?
static bool anybody(const struct checking *checking, int64_t unit, int64_t level, const struct shift_row *shift) {
  const struct tables *tables = checking->tables;
  for (size_t i = 0; i < contract_count(checking); i++) {
    const struct group_row *contract = contract_at(checking, i);
    bool here = group_belongs_to(tables, contract, unit) && contract->heads_milli && level_of(tables, contract->category) >= level;
    if (here && (!shift || may_work(tables, contract, shift)))
      return true;
  }
  for (size_t i = 0; i < row_count(tables, TABLE_SOURCES); i++) {
    const struct source_row *source = &source_rows(tables)[i];
    if (is_hired(source, unit) && source->category != NOT_GIVEN && level_of(tables, source->category) >= level)
      return true;
  }
  return false;
}

// ---------------------------------------------------------------- shifts

// May an edit give the shift to somebody: a list of shifts with it or a blank one, or another agreement?
static bool edits_may_give(const struct tables *tables, const struct shift_row *shift) {
  for (size_t i = 0; i < row_count(tables, TABLE_EDITS); i++) {
    const struct edit_row *edit = &edit_rows(tables)[i];
    bool shifts = edit_names(edit, TABLE_GROUPS, "shifts"),
         hired = edit->table && strcmp(edit->table, "sources") == 0;
    if (hired || (shifts && (!edit->value || codes_hold(edit->value, shift->shift))) ||
        edit_names(edit, TABLE_GROUPS, "agreement") || edit_names(edit, TABLE_GROUPS, "heads"))
      return true;
  }
  return edits_share(tables, shift->unit);
}

static int64_t overlap_min(int64_t from, int64_t to, int64_t a, int64_t b) {
  int64_t start = from > a ? from : a, end = to < b ? to : b;
  return end > start ? end - start : 0;
}

// Minutes that two stretches of the clock have in common, round midnight.
static int64_t common_min(int64_t start, int64_t end, int64_t other_start, int64_t other_end) {
  int64_t to = start + span_min(start, end), other_to = other_start + span_min(other_start, other_end), common = 0;
  for (int64_t days = -MINUTES_PER_DAY; days <= MINUTES_PER_DAY; days += MINUTES_PER_DAY)
    common += overlap_min(start, to, other_start + days, other_to + days);
  return common;
}

// Can the shift be worked on a day of the window?
static bool has_day_of(const struct shift_row *shift, const struct need_row *window) {
  return (shift->days & window->days) && (shift->weeks & window->weeks);
}

// Is the shift made for the window: half of one of them at least is the other? Handing over is not.
static bool is_for(const struct shift_row *shift, const struct need_row *window) {
  int64_t shift_min = span_min(shift->start_min, shift->end_min) - shift_gap_min(shift);
  int64_t window_min = span_min(window->start_min, window->end_min);
  return 2 * common_min(shift->start_min, shift->end_min, window->start_min, window->end_min) >=
         (shift_min < window_min ? shift_min : window_min);
}

// A row of need, or after them of norm; both have these columns in the same places (checks_calendar.c).
static const struct need_row *window_at(const struct tables *tables, size_t i) {
  size_t needs = row_count(tables, TABLE_NEED);
  const struct row *row = i < needs ? row_at(tables, TABLE_NEED, i) : row_at(tables, TABLE_NORM, i - needs);
  return (const struct need_row *)(const void *)row;
}
static size_t window_count(const struct tables *tables) {
  return row_count(tables, TABLE_NEED) + row_count(tables, TABLE_NORM);
}

static bool is_wanted(const struct tables *tables, const struct shift_row *shift) {
  bool any = false; // else told of the unit
  for (size_t i = 0; i < window_count(tables); i++) {
    const struct need_row *window = window_at(tables, i);
    if (window->unit != shift->unit)
      continue;
    any = true;
    if (has_day_of(shift, window) &&
        common_min(shift->start_min, shift->end_min, window->start_min, window->end_min))
      return true;
  }
  return !any || unit_rows(tables)[shift->unit].ratio;
}

// Of the baseline only: a measure may leave a shift to nobody.
static void check_shifts_used(const struct checking *checking) {
  const struct tables *tables = checking->tables;
  for (size_t i = 0; i < row_count(tables, TABLE_SHIFTS) && tables == checking->base; i++) {
    const struct shift_row *shift = &shift_rows(tables)[i];
    const char *unit = unit_rows(tables)[shift->unit].unit;
    bool staffed = anybody(checking, shift->unit, 0, NULL); // else told of the unit
    if (shift->made)
      continue;
    if (staffed && !anybody(checking, shift->unit, 0, shift) && !edits_may_give(tables, shift))
      problem_warn(
          checking->problems, row_place(&shift->row, "shift"), shift->shift,
          "nobody can ever work it: no group of unit `%s` has it among its shifts or an agreement as long, and "
          "nobody is hired there; write it in `shifts` of groups.csv, or take it out",
          unit);
    else if (!is_wanted(tables, shift))
      problem_warn(
          checking->problems, row_place(&shift->row, "shift"), shift->shift,
          "nobody is ever wanted while it lasts, %s-%s: no window of unit `%s` meets it; correct its hours, or "
          "take it out",
          clock_print(checking, shift->start_min), clock_print(checking, shift->end_min), unit);
  }
}

// ---------------------------------------------------------------- where shifts begin and end

enum {
  NEAR_MIN = 60,
  LONG_MIN = 14 * 60,
  WHOLE_DAY_MIN = 23 * 60,
  DEAD_OF_NIGHT_FROM = 30,
  DEAD_OF_NIGHT_TO = 5 * 60 + 30
};

static bool is_near(int64_t a, int64_t b) {
  int64_t apart = llabs(a - b) % MINUTES_PER_DAY;
  return apart <= NEAR_MIN || MINUTES_PER_DAY - apart <= NEAR_MIN;
}

// Does a window begin or end about then, or does another shift take over?
static bool something_changes(const struct tables *tables, const struct shift_row *shift, int64_t clock_min,
                              bool at_end) {
  for (size_t i = 0; i < window_count(tables); i++) {
    const struct need_row *window = window_at(tables, i);
    if (window->unit == shift->unit && (is_near(window->start_min, clock_min) || is_near(window->end_min, clock_min)))
      return true;
  }
  for (size_t i = 0; i < row_count(tables, TABLE_SHIFTS); i++) {
    const struct shift_row *other = &shift_rows(tables)[i];
    if (other != shift && other->unit == shift->unit && is_near(at_end ? other->start_min : other->end_min, clock_min))
      return true;
  }
  return false;
}

// A shift may well end in the middle of a window; one of more than 14 h, but not of the whole day, or in the dead of
// the night, does not.
static bool is_odd(const struct shift_row *shift, int64_t clock_min) {
  int64_t length = span_min(shift->start_min, shift->end_min) - shift_gap_min(shift);
  return (length > LONG_MIN && length < WHOLE_DAY_MIN) ||
         (clock_min >= DEAD_OF_NIGHT_FROM && clock_min <= DEAD_OF_NIGHT_TO);
}

static void judge_hour(const struct checking *checking, const struct shift_row *shift, bool at_end) {
  int64_t clock_min = (at_end ? shift->end_min : shift->start_min) % MINUTES_PER_DAY;
  if (!is_odd(shift, clock_min) || something_changes(checking->tables, shift, clock_min, at_end))
    return;
  const char *column = at_end ? "end" : "start";
  const char *length = hours_print(checking, span_min(shift->start_min, shift->end_min) * ONE_E8);
  problem_doubt(
      checking->problems, row_place(&shift->row, column), cell_in(checking, TABLE_SHIFTS, shift, column),
      at_end ? _("`%s` lasts %s h and ends within a window: none begins or ends within an hour of then, and no "
                 "other shift begins; is it another hour?")
             : _("`%s` lasts %s h and begins within a window: none begins or ends within an hour of then, and no "
                 "other shift ends; is it another hour?"),
      shift->shift, length);
}

static void check_hours_of_shifts(const struct checking *checking) {
  const struct tables *tables = checking->tables;
  for (size_t i = 0; i < row_count(tables, TABLE_SHIFTS); i++) {
    const struct shift_row *shift = &shift_rows(tables)[i];
    if (shift->made || unit_rows(tables)[shift->unit].ratio || !is_wanted(tables, shift))
      continue;
    judge_hour(checking, shift, true);
    judge_hour(checking, shift, false);
  }
}

// ---------------------------------------------------------------- levels

// Why nobody can be in the window; NULL where somebody can, or where no shift meets it, which is told of the window.
static const char *why_nobody(const struct checking *checking, const struct need_row *window) {
  const struct tables *tables = checking->tables;
  int64_t level = level_of(tables, window->level);
  if (!anybody(checking, window->unit, level, NULL))
    return _("no group and no source of unit `%s` has this level or a higher one, so nobody is ever there: correct the "
             "level, or add somebody to groups.csv or sources.csv");
  bool met = false;
  for (size_t i = 0; i < row_count(tables, TABLE_SHIFTS); i++) {
    const struct shift_row *shift = &shift_rows(tables)[i];
    if (shift->unit != window->unit || !has_day_of(shift, window) || !is_for(shift, window))
      continue;
    met = true;
    if (anybody(checking, window->unit, level, shift))
      return NULL;
  }
  return met ? _("nobody of unit `%s` with this level or a higher one may work a shift at these hours: write such a "
                 "shift "
                 "in `shifts` of groups.csv, or add a source")
             : NULL;
}

static bool is_told(const struct checking *checking, size_t i) {
  const struct need_row *window = window_at(checking->tables, i);
  for (size_t j = 0; j < i; j++) {
    const struct need_row *earlier = window_at(checking->tables, j);
    if (earlier->unit == window->unit && earlier->level == window->level && need_persons_milli(earlier) &&
        why_nobody(checking, earlier))
      return true;
  }
  return false;
}

static void check_levels(const struct checking *checking) {
  for (size_t i = 0; i < window_count(checking->tables); i++) {
    const struct need_row *window = window_at(checking->tables, i);
    const char *why = need_persons_milli(window) ? why_nobody(checking, window) : NULL;
    if (why && !is_told(checking, i))
      problem_warn(checking->problems, row_place(&window->row, "level"), cell_in(checking, TABLE_NEED, window, "level"),
                   why, unit_rows(checking->tables)[window->unit].unit);
  }
}

// ---------------------------------------------------------------- supplements

enum { MONDAY_TO_FRIDAY = 0x1f, JULY = 7 };

// Hours that HTA 5.2 to 5.4 pay for, well inside them.
static const struct unsocial {
  const char *word;
  int64_t need_days, pay_days; // days of need in which such hours lie; days of pay
  int64_t from_min, to_min;
} unsocial[] = {
    {"evening", MONDAY_TO_FRIDAY, MONDAY_TO_FRIDAY, 17 * 60 + 30, 20 * 60 + 30},
    {"night", MONDAY_TO_FRIDAY, MONDAY_TO_FRIDAY, 0, 5 * 60},
    {"weekend", 1 << SATURDAY | 1 << SUNDAY, 1 << SATURDAY | 1 << SUNDAY, 8 * 60, 16 * 60},
    {"holiday", DAYSET_HOLIDAY, DAYSET_HOLIDAY, 8 * 60, 16 * 60},
};

static bool is_paid(const struct tables *tables, const struct unsocial *hours, int64_t day) {
  for (size_t i = 0; i < row_count(tables, TABLE_SUPPLEMENTS); i++) {
    const struct supplement_row *row = &supplement_rows(tables)[i];
    bool valid = row->valid_from <= day && (row->valid_to == NOT_GIVEN || row->valid_to >= day);
    bool pays = row->percent_e8 || row->minimum_ore_per_h;
    if (valid && pays && (row->days & hours->pay_days) &&
        overlap_min(row->clock_from_min, row->clock_to_min, hours->from_min, hours->to_min))
      return true;
  }
  return false;
}

static const struct need_row *first_wanted(const struct tables *tables, const struct unsocial *hours) {
  for (size_t i = 0; i < row_count(tables, TABLE_NEED); i++) {
    const struct need_row *need = &need_rows(tables)[i];
    if (need_persons_milli(need) && (need->days & hours->need_days) &&
        common_min(need->start_min, need->end_min, hours->from_min, hours->to_min))
      return need;
  }
  return NULL;
}

// The first year, on its price day, in which nothing is paid; 0: none.
static int year_unpaid(const struct tables *tables, const struct unsocial *hours) {
  const struct settings_row *settings = settings_of(tables);
  for (int year = (int)settings->first_year; year <= (int)settings->last_year; year++)
    if (!is_paid(tables, hours,
                 settings->price_day != NOT_GIVEN ? settings->price_day : fiscal_first_of_month(year, JULY)))
      return year;
  return 0;
}

// One warning for all of them.
static void check_supplements(const struct checking *checking) {
  const struct tables *tables = checking->tables;
  const struct need_row *first = NULL;
  const char *words = "";
  int first_year = 0;
  for (size_t i = 0; i < sizeof unsocial / sizeof *unsocial; i++) {
    const struct need_row *need = first_wanted(tables, &unsocial[i]);
    int year = need ? year_unpaid(tables, &unsocial[i]) : 0;
    if (!year)
      continue;
    words = arena_printf(checking->arena, "%s%s%s", words, *words ? ", " : "", unsocial[i].word);
    first = first ? first : need;
    first_year = first_year ? first_year : year;
  }
  if (first)
    problem_warn(
        checking->problems, table_place(checking, TABLE_SUPPLEMENTS, "supplement"), words,
        "no row pays a supplement at such hours in %s, but unit `%s` wants people then (window `%s`): add the rows "
        "(HTA 5.2 to 5.4)",
        YEAR_NAME(first_year), unit_rows(tables)[first->unit].unit, first->window);
}

#define NEEDS_UNITS (NEEDS(TABLE_UNITS) | NEEDS(TABLE_CATEGORIES) | NEEDS(TABLE_NEED) | NEEDS(TABLE_NORM))
#define NEEDS_PEOPLE (NEEDS(TABLE_GROUPS) | NEEDS(TABLE_SOURCES) | NEEDS(TABLE_SHIFTS) | NEEDS(TABLE_CATALOGUE))

const struct check checks_of_use[] = {
    {"every shift can be worked, and is wanted", NEEDS_UNITS | NEEDS_PEOPLE | NEEDS(TABLE_EDITS), check_shifts_used},
    {"shifts begin and end where something does", NEEDS_UNITS | NEEDS(TABLE_SHIFTS), check_hours_of_shifts},
    {"every level wanted is there", NEEDS_UNITS | NEEDS_PEOPLE, check_levels},
    {"unsocial hours earn a supplement", NEEDS_UNITS | NEEDS(TABLE_SETTINGS) | NEEDS(TABLE_SUPPLEMENTS),
     check_supplements},
    {NULL, 0, NULL},
};
