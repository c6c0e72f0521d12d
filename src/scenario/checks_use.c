// SPDX-License-Identifier: GPL-3.0-or-later
// Rows without any use: shifts that nobody can work or that end where nothing does, need that nobody can meet, hours
// that earn no supplement.
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "base/words.h"
#include "calendar/dayset.h"
#include "calendar/fiscal.h"
#include "scenario/agreement.h"
#include "scenario/by_unit.h"
#include "scenario/checks.h"
#include "scenario/need_row.h"
#include "scenario/place.h"
#include "scenario/rows_settings.h"
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

enum { NOBODY = -1 };

// Who may work where, computed once for all shifts and windows.
struct staffing {
  const struct checking *checking;
  const struct by_unit *shifts, *need, *norm;
  int64_t *unit_top;  // [units] highest level of anybody employed or hired there; NOBODY
  int64_t *hired_top; // [units] of those hired by the hour or from an agency
  int64_t *shift_top; // [shifts] of anybody who may work it
};

static void raise(int64_t *top, int64_t level) { *top = level > *top ? level : *top; }

static void note_sources(struct staffing *staffing) {
  const struct tables *tables = staffing->checking->tables;
  for (size_t i = 0; i < row_count(tables, TABLE_SOURCES); i++) {
    const struct source_row *source = &source_rows(tables)[i];
    size_t units = row_count(tables, TABLE_UNITS), first = source->unit == NOT_GIVEN ? 0 : (size_t)source->unit;
    size_t last = source->unit == NOT_GIVEN ? units : first + 1;
    if (source->category == NOT_GIVEN || !is_hired(source, source->unit))
      continue;
    for (size_t u = first; u < last; u++)
      raise(&staffing->hired_top[u], level_of(tables, source->category));
  }
}

static void note_contract(struct staffing *staffing, const struct group_row *contract, size_t unit) {
  const struct tables *tables = staffing->checking->tables;
  int64_t level = level_of(tables, contract->category);
  size_t count;
  const size_t *shifts = rows_of_unit(staffing->shifts, (int64_t)unit, &count);
  if (!contract->heads_milli)
    return;
  raise(&staffing->unit_top[unit], level);
  for (size_t s = 0; s < count; s++)
    if (staffing->shift_top[shifts[s]] < level && may_work(tables, contract, &shift_rows(tables)[shifts[s]]))
      staffing->shift_top[shifts[s]] = level;
}

static void note_contracts(struct staffing *staffing, enum table_id id, size_t first) {
  const struct checking *checking = staffing->checking;
  const struct by_unit *people = groups_by_unit(checking->arena, checking->tables, id);
  for (size_t u = 0; u < row_count(checking->tables, TABLE_UNITS); u++) {
    size_t count;
    const size_t *rows = rows_of_unit(people, (int64_t)u, &count);
    for (size_t i = 0; i < count; i++)
      note_contract(staffing, contract_at(checking, first + rows[i]), u);
  }
}

// Without the people, whose tables may have errors.
static struct staffing windows_and_shifts(const struct checking *checking) {
  return (struct staffing){.checking = checking,
                           .shifts = by_unit_new(checking->arena, checking->tables, TABLE_SHIFTS),
                           .need = by_unit_new(checking->arena, checking->tables, TABLE_NEED),
                           .norm = by_unit_new(checking->arena, checking->tables, TABLE_NORM)};
}

static struct staffing staffing_of(const struct checking *checking) {
  const struct tables *tables = checking->tables;
  size_t units = row_count(tables, TABLE_UNITS), shifts = row_count(tables, TABLE_SHIFTS);
  struct staffing staffing = windows_and_shifts(checking);
  staffing.unit_top = arena_array(checking->arena, units, sizeof(int64_t));
  staffing.hired_top = arena_array(checking->arena, units, sizeof(int64_t));
  staffing.shift_top = arena_array(checking->arena, shifts, sizeof(int64_t));
  for (size_t u = 0; u < units; u++)
    staffing.unit_top[u] = staffing.hired_top[u] = NOBODY;
  note_sources(&staffing);
  for (size_t u = 0; u < units; u++)
    staffing.unit_top[u] = staffing.hired_top[u];
  for (size_t s = 0; s < shifts; s++)
    staffing.shift_top[s] = staffing.hired_top[shift_rows(tables)[s].unit];
  note_contracts(&staffing, TABLE_GROUPS, 0);
  note_contracts(&staffing, TABLE_CATALOGUE, row_count(tables, TABLE_GROUPS));
  return staffing;
}

// ---------------------------------------------------------------- shifts

// May an edit give the shift to somebody: a blank list of shifts or one that includes it, or another agreement?
static bool edits_may_give(const struct tables *tables, const struct shift_row *shift) {
  for (size_t i = 0; i < row_count(tables, TABLE_EDITS); i++) {
    const struct edit_row *edit = &edit_rows(tables)[i];
    bool shifts = edit_names(edit, TABLE_GROUPS, "shifts"), hired = edit->table && strcmp(edit->table, "sources") == 0;
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

// Minutes that two stretches of the clock have in common, across midnight.
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

// Is the shift made for the window: is the overlap at least half of the shorter of the two? Handover does not count.
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

// The windows of a unit: its rows of need, then those of norm.
static size_t unit_window_count(const struct staffing *staffing, int64_t unit) {
  size_t needs, norms;
  rows_of_unit(staffing->need, unit, &needs);
  rows_of_unit(staffing->norm, unit, &norms);
  return needs + norms;
}
static const struct need_row *unit_window_at(const struct staffing *staffing, int64_t unit, size_t i) {
  const struct tables *tables = staffing->checking->tables;
  size_t needs, norms;
  const size_t *need = rows_of_unit(staffing->need, unit, &needs), *norm = rows_of_unit(staffing->norm, unit, &norms);
  return i < needs ? window_at(tables, need[i]) : window_at(tables, row_count(tables, TABLE_NEED) + norm[i - needs]);
}

static bool is_wanted(const struct staffing *staffing, const struct shift_row *shift) {
  size_t count = unit_window_count(staffing, shift->unit);
  for (size_t i = 0; i < count; i++) {
    const struct need_row *window = unit_window_at(staffing, shift->unit, i);
    if (has_day_of(shift, window) && common_min(shift->start_min, shift->end_min, window->start_min, window->end_min))
      return true;
  }
  return !count || unit_rows(staffing->checking->tables)[shift->unit].ratio; // else reported for the unit
}

// For the baseline only: a measure may leave a shift to nobody.
static void check_shifts_used(const struct checking *checking) {
  const struct tables *tables = checking->tables;
  if (tables != checking->base)
    return;
  struct staffing staffing = staffing_of(checking);
  for (size_t i = 0; i < row_count(tables, TABLE_SHIFTS); i++) {
    const struct shift_row *shift = &shift_rows(tables)[i];
    const char *unit = unit_rows(tables)[shift->unit].unit;
    bool staffed = staffing.unit_top[shift->unit] != NOBODY; // else reported for the unit
    if (shift->made)
      continue;
    if (staffed && staffing.shift_top[i] == NOBODY && !edits_may_give(tables, shift))
      problem_warn(
          checking->problems, row_place(&shift->row, "shift"), shift->shift,
          "nobody can ever work it: no group of unit `%s` has it among its shifts or an agreement as long, and "
          "nobody is hired there; write it in `shifts` of groups.csv, or take it out",
          unit);
    else if (!is_wanted(&staffing, shift))
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

// Does a window begin or end at about this time, or does another shift take over?
static bool something_changes(const struct staffing *staffing, const struct shift_row *shift, int64_t clock_min,
                              bool at_end) {
  size_t count = unit_window_count(staffing, shift->unit);
  for (size_t i = 0; i < count; i++) {
    const struct need_row *window = unit_window_at(staffing, shift->unit, i);
    if (is_near(window->start_min, clock_min) || is_near(window->end_min, clock_min))
      return true;
  }
  const size_t *shifts = rows_of_unit(staffing->shifts, shift->unit, &count);
  for (size_t i = 0; i < count; i++) {
    const struct shift_row *other = &shift_rows(staffing->checking->tables)[shifts[i]];
    if (other != shift && is_near(at_end ? other->start_min : other->end_min, clock_min))
      return true;
  }
  return false;
}

// A shift may well end in the middle of a window; but not one of more than 14 h that is not the whole day, nor in the
// middle of the night.
static bool is_odd(const struct shift_row *shift, int64_t clock_min) {
  int64_t length = span_min(shift->start_min, shift->end_min) - shift_gap_min(shift);
  return (length > LONG_MIN && length < WHOLE_DAY_MIN) ||
         (clock_min >= DEAD_OF_NIGHT_FROM && clock_min <= DEAD_OF_NIGHT_TO);
}

static void judge_hour(const struct staffing *staffing, const struct shift_row *shift, bool at_end) {
  const struct checking *checking = staffing->checking;
  int64_t clock_min = (at_end ? shift->end_min : shift->start_min) % MINUTES_PER_DAY;
  if (!is_odd(shift, clock_min) || something_changes(staffing, shift, clock_min, at_end))
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
  struct staffing staffing = windows_and_shifts(checking);
  for (size_t i = 0; i < row_count(tables, TABLE_SHIFTS); i++) {
    const struct shift_row *shift = &shift_rows(tables)[i];
    if (shift->made || unit_rows(tables)[shift->unit].ratio || !is_wanted(&staffing, shift))
      continue;
    judge_hour(&staffing, shift, true);
    judge_hour(&staffing, shift, false);
  }
}

// ---------------------------------------------------------------- levels

// Why nobody can be in the window; NULL where somebody can, or where no shift meets it, which is reported for the
// window.
static const char *why_nobody(const struct staffing *staffing, const struct need_row *window) {
  const struct tables *tables = staffing->checking->tables;
  int64_t level = level_of(tables, window->level);
  if (staffing->unit_top[window->unit] < level)
    return _("no group and no source of unit `%s` has this level or a higher one, so nobody is ever there: correct the "
             "level, or add somebody to groups.csv or sources.csv");
  bool met = false;
  size_t count;
  const size_t *shifts = rows_of_unit(staffing->shifts, window->unit, &count);
  for (size_t i = 0; i < count; i++) {
    const struct shift_row *shift = &shift_rows(tables)[shifts[i]];
    if (!has_day_of(shift, window) || !is_for(shift, window))
      continue;
    met = true;
    if (staffing->shift_top[shifts[i]] >= level)
      return NULL;
  }
  return met ? _("nobody of unit `%s` with this level or a higher one may work a shift at these hours: write such a "
                 "shift "
                 "in `shifts` of groups.csv, or add a source")
             : NULL;
}

// Each level of a unit once, at the first window that nobody can work in.
static void check_levels(const struct checking *checking) {
  struct staffing staffing = staffing_of(checking);
  struct word_index *told = word_index_new(checking->arena);
  for (size_t i = 0; i < window_count(checking->tables); i++) {
    const struct need_row *window = window_at(checking->tables, i);
    const char *why = need_persons_milli(window) ? why_nobody(&staffing, window) : NULL;
    if (!why)
      continue;
    const char *key = arena_printf(checking->arena, "%lld %lld", (long long)window->unit, (long long)window->level);
    if (word_find(told, key) == WORD_NONE)
      problem_warn(checking->problems, row_place(&window->row, "level"), cell_in(checking, TABLE_NEED, window, "level"),
                   why, unit_rows(checking->tables)[window->unit].unit);
    word_put(told, key, i);
  }
}

// ---------------------------------------------------------------- supplements

enum { MONDAY_TO_FRIDAY = 0x1f, JULY = 7 };

// Hours for which HTA 5.2 to 5.4 pay, well within the limits.
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
