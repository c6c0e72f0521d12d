// SPDX-License-Identifier: GPL-3.0-or-later
// Keys that omit days of the calendar: week 53, public holidays, years in which a measure has no effect.
#include <string.h>

#include "base/language.h"
#include "base/words.h"
#include "calendar/date.h"
#include "calendar/dayset.h"
#include "calendar/fiscal.h"
#include "scenario/by_unit.h"
#include "scenario/cells.h"
#include "scenario/checks.h"
#include "scenario/measure_days.h"
#include "scenario/place.h"
#include "scenario/rows_measures.h"
#include "scenario/rows_people.h"
#include "scenario/rows_settings.h"

enum { WEEK_FIRST = 1, WEEK_LAST = 52, WEEK_LONG = 53 };

static bool has_week(int64_t weeks, int week) { return (uint64_t)weeks >> week & 1; }

static day_number first_day(const struct checking *checking) {
  return fiscal_first_day((int)settings_of(checking->tables)->first_year);
}

static day_number last_day(const struct checking *checking) {
  return fiscal_last_day((int)settings_of(checking->tables)->last_year);
}

// ---------------------------------------------------------------- week 53

// A table with weeks, and the columns that give them.
struct weekly {
  enum table_id id;
  const struct column *weeks, *days; // days NULL: every day
};

static struct weekly weekly_of(enum table_id id) {
  struct weekly weekly = {.id = id};
  const struct table *table = table_of(id);
  for (size_t c = 0; c < table->column_count; c++) {
    const struct column *column = &table->columns[c];
    weekly.weeks = column->kind == CELL_WEEKS ? column : weekly.weeks;
    weekly.days = column->kind == CELL_NEED_DAYS ? column : weekly.days;
  }
  return weekly;
}

static int64_t weeks_of_row(const struct weekly *weekly, const struct row *row) {
  return cell_of_row(weekly->weeks, row).number;
}

static int64_t days_of_row(const struct weekly *weekly, const struct row *row) {
  return weekly->days ? cell_of_row(weekly->days, row).number : DAYSET_EVERY_WEEKDAY | DAYSET_HOLIDAY;
}

// Do two rows say the same for different weeks: otherwise the same key, and days in common?
static bool same_but_for_weeks(const struct weekly *weekly, const struct row *a, const struct row *b) {
  const struct table *table = table_of(weekly->id);
  for (size_t c = 0; c < table->column_count; c++) {
    const struct column *column = &table->columns[c];
    bool compared = column->key && column != weekly->weeks && column != weekly->days;
    if (compared && !cells_equal(column, cell_of_row(column, a), cell_of_row(column, b)))
      return false;
  }
  return days_of_row(weekly, a) & days_of_row(weekly, b);
}

// Weeks 52 and 1 are given, the week between them is not.
static bool lacks_week_53(const struct checking *checking, const struct weekly *weekly, const struct row *row) {
  int64_t own = weeks_of_row(weekly, row);
  bool before = has_week(own, WEEK_LAST) && !has_week(own, WEEK_LONG), after = false;
  for (size_t i = 0; i < row_count(checking->tables, weekly->id) && before; i++) {
    const struct row *other = row_at(checking->tables, weekly->id, i);
    if (!same_but_for_weeks(weekly, row, other))
      continue;
    before = !has_week(weeks_of_row(weekly, other), WEEK_LONG);
    after |= has_week(weeks_of_row(weekly, other), WEEK_FIRST);
  }
  return before && after;
}

// Days of the scenario in a week 53 to which the row would apply; *first becomes the first of them.
static int days_lost(const struct checking *checking, const struct weekly *weekly, const struct row *row,
                     day_number *first) {
  int count = 0;
  for (day_number day = first_day(checking); day <= last_day(checking); day++)
    if (iso_week(day) == WEEK_LONG && need_day_matches((dayset)days_of_row(weekly, row), day) && !count++)
      *first = day;
  return count;
}

// Holidays are a fixed number of weeks a year, with or without a week 53.
static bool is_of_52_weeks(enum table_id id, const struct row *row) {
  return id == TABLE_ABSENCE && ((const struct absence_row *)(const void *)row)->kind == ABSENCE_HOLIDAY;
}

// Rows on one subject (a unit, a kind of absence, a place) are reported at the first of them.
static bool is_told_already(const struct checking *checking, const struct weekly *weekly, size_t row) {
  const struct column *thing = &table_of(weekly->id)->columns[0];
  day_number first;
  for (size_t i = 0; i < row; i++) {
    const struct row *earlier = row_at(checking->tables, weekly->id, i);
    bool same =
        cells_equal(thing, cell_of_row(thing, earlier), cell_of_row(thing, row_at(checking->tables, weekly->id, row)));
    if (same && !is_of_52_weeks(weekly->id, earlier) && lacks_week_53(checking, weekly, earlier) &&
        days_lost(checking, weekly, earlier, &first))
      return true;
  }
  return false;
}

static void judge_weeks(const struct checking *checking, const struct weekly *weekly) {
  for (size_t i = 0; i < row_count(checking->tables, weekly->id); i++) {
    const struct row *row = row_at(checking->tables, weekly->id, i);
    day_number first = 0;
    int days = is_of_52_weeks(weekly->id, row) || !lacks_week_53(checking, weekly, row)
                   ? 0
                   : days_lost(checking, weekly, row, &first);
    if (days && !is_told_already(checking, weekly, i))
      problem_warn(checking->problems, row_place(row, "weeks"), cell_in(checking, weekly->id, row, "weeks"),
                   days == 1
                       ? _("week 52 and week 1, but not week 53: %d day from %s on has nothing; write 53 too, or "
                           "leave the cell blank for all weeks")
                       : _("week 52 and week 1, but not week 53: %d days from %s on have nothing; write 53 too, or "
                           "leave the cell blank for all weeks"),
                   days, date_print(checking, first));
  }
}

static void check_week_53(const struct checking *checking) {
  static const enum table_id ids[] = {TABLE_NEED, TABLE_NORM, TABLE_ABSENCE, TABLE_ATTENDANCE, TABLE_SHIFTS};
  for (size_t t = 0; t < sizeof ids / sizeof *ids; t++) {
    struct weekly weekly = weekly_of(ids[t]);
    if (!checking->broken || !checking->broken[ids[t]])
      judge_weeks(checking, &weekly);
  }
}

// ---------------------------------------------------------------- public holidays

static const char *window_of(const struct row *row) {
  return ((const struct need_row *)(const void *)row)->window; // norm rows have it at the same offset
}
_Static_assert(offsetof(struct need_row, window) == offsetof(struct norm_row, window), "one row for both");
_Static_assert(offsetof(struct need_row, unit) == offsetof(struct norm_row, unit), "one row for both");
_Static_assert(offsetof(struct need_row, days) == offsetof(struct norm_row, days), "one row for both");
_Static_assert(offsetof(struct need_row, level) == offsetof(struct norm_row, level), "one row for both");

// Days of the rows of a window and level in a unit, as far as they have been examined.
struct window_days {
  struct word_index *at; // in `days`
  int64_t *days;
};

static const char *window_key(struct arena *arena, const struct need_row *row) {
  return arena_printf(arena, "%lld %lld %s", (long long)row->unit, (long long)row->level, row->window);
}

static const struct need_row *need_like(const struct checking *checking, enum table_id id, size_t i) {
  return (const struct need_row *)(const void *)row_at(checking->tables, id, i);
}

static struct window_days days_of_windows(const struct checking *checking, enum table_id id) {
  size_t rows = row_count(checking->tables, id);
  struct window_days of = {word_index_new(checking->arena), arena_array(checking->arena, rows, sizeof *of.days)};
  for (size_t i = 0; i < rows; i++) {
    const struct need_row *row = need_like(checking, id, i);
    const char *key = window_key(checking->arena, row);
    word_put(of.at, key, i);
    of.days[word_find(of.at, key)] |= row->days;
  }
  return of;
}

// Every weekday of a window and level has its row, public holidays have none.
static bool forgets_holidays(const struct checking *checking, const struct window_days *of,
                             const struct need_row *row) {
  int64_t days = of->days[word_find(of->at, window_key(checking->arena, row))];
  return (days & DAYSET_EVERY_WEEKDAY) == DAYSET_EVERY_WEEKDAY && !(days & DAYSET_HOLIDAY);
}

enum { WINDOWS_NAMED = 20 };

// The windows of the unit that omit them, each once; of many the first.
static const char *windows_without(const struct checking *checking, enum table_id id, const struct window_days *of,
                                   const struct by_unit *by_unit, int64_t unit, const struct need_row **first) {
  const char *list = "";
  struct word_index *named = word_index_new(checking->arena);
  size_t count, names = 0;
  const size_t *rows = rows_of_unit(by_unit, unit, &count);
  *first = NULL;
  for (size_t i = 0; i < count; i++) {
    const struct need_row *row = need_like(checking, id, rows[i]);
    if (!forgets_holidays(checking, of, row) || word_find(named, row->window) != WORD_NONE)
      continue;
    *first = *first ? *first : row;
    word_put(named, row->window, i);
    if (names < WINDOWS_NAMED)
      list = arena_printf(checking->arena, "%s%s`%s`", list, names ? ", " : "", window_of(&row->row));
    names++;
  }
  return names > WINDOWS_NAMED ? arena_printf(checking->arena, "%s, ...", list) : list;
}

static int holidays_in_years(const struct checking *checking) {
  int count = 0;
  for (day_number day = first_day(checking); day <= last_day(checking); day++)
    count += need_day_matches(DAYSET_HOLIDAY, day);
  return count;
}

static void judge_holidays(const struct checking *checking, enum table_id id, const struct window_days *of,
                           const struct by_unit *by_unit, int64_t unit) {
  const struct need_row *first;
  const char *windows = windows_without(checking, id, of, by_unit, unit, &first);
  if (first)
    problem_warn(
        checking->problems, row_place(&first->row, "days"), cell_in(checking, id, first, "days"),
        id == TABLE_NEED
            ? _("unit `%s` wants people in %s on every weekday, but nobody on public holidays (%d days): write "
                "`all` where weekdays and holidays are alike, else `holiday` with the days it is like")
            : _("unit `%s` has a norm in %s on every weekday, but none on public holidays (%d days): write "
                "`all` where weekdays and holidays are alike, else `holiday` with the days it is like"),
        unit_rows(checking->tables)[unit].unit, windows, holidays_in_years(checking));
}

static void check_holidays(const struct checking *checking) {
  static const enum table_id windows[] = {TABLE_NEED, TABLE_NORM};
  struct window_days of[2];
  const struct by_unit *by_unit[2];
  for (int w = 0; w < 2; w++) {
    of[w] = days_of_windows(checking, windows[w]);
    by_unit[w] = by_unit_new(checking->arena, checking->tables, windows[w]);
  }
  for (size_t u = 0; u < row_count(checking->tables, TABLE_UNITS); u++)
    for (int w = 0; w < 2; w++)
      judge_holidays(checking, windows[w], &of[w], by_unit[w], (int64_t)u);
}

// ---------------------------------------------------------------- measures outside the years

static void check_measures_in_years(const struct checking *checking) {
  const struct settings_row *settings = settings_of(checking->tables);
  for (size_t m = 0; m < row_count(checking->tables, TABLE_MEASURES); m++) {
    const struct measure_row *measure = &measure_rows(checking->tables)[m];
    struct measure_days days = measure_days_of(checking->tables, m);
    if (!days.known || measure->status == STATUS_NOT_REALISED)
      continue;
    if (days.from > last_day(checking))
      problem_warn(checking->problems, days.place, date_print(checking, days.from),
                   "after the last year, %s: nothing of `%s` comes in the years of the scenario; correct the date, or "
                   "set last_year to %d or later",
                   YEAR_NAME(settings->last_year), measure->measure, fiscal_year_of((day_number)days.from));
    else if (!days.for_good && days.to < first_day(checking))
      problem_warn(checking->problems, days.place, date_print(checking, days.from),
                   "over on %s, before the first year, %s: nothing of `%s` comes in the years of the scenario; correct "
                   "the dates",
                   date_print(checking, days.to), YEAR_NAME(settings->first_year), measure->measure);
  }
}

#define NEEDS_YEARS NEEDS(TABLE_SETTINGS)

const struct check checks_of_calendar[] = {
    {"rows by week leave no week 53 out", NEEDS_YEARS, check_week_53},
    {"rows by day leave no public holiday out",
     NEEDS_YEARS | NEEDS(TABLE_UNITS) | NEEDS(TABLE_CATEGORIES) | NEEDS(TABLE_NEED) | NEEDS(TABLE_NORM),
     check_holidays},
    {"something of every measure comes in the years",
     NEEDS_YEARS | NEEDS(TABLE_MEASURES) | NEEDS(TABLE_EDITS) | NEEDS(TABLE_AMOUNTS), check_measures_in_years},
    {NULL, 0, NULL},
};
