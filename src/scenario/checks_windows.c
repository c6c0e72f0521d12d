// SPDX-License-Identifier: GPL-3.0-or-later
// Windows of need and norm compared with each other, with the service day and with the shifts of their unit.
#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "calendar/dayset.h"
#include "scenario/by_unit.h"
#include "scenario/checks.h"
#include "scenario/place.h"
#include "scenario/rows_people.h"
#include "scenario/service_day.h"
#include "scenario/stretches.h"

// A row of need or norm, which have the same columns here.
struct window {
  const struct row *row;
  int64_t unit;
  const char *code, *title;
  int64_t start_min, end_min;
  int64_t days, weeks;
  int64_t duty; // people on this duty, or on a more active one, count
};

static size_t need_count(const struct tables *tables) { return row_count(tables, TABLE_NEED); }

static size_t window_count(const struct tables *tables) { return need_count(tables) + row_count(tables, TABLE_NORM); }

static struct window window_of_need(const struct need_row *need) {
  return (struct window){&need->row,    need->unit, need->window, need->title, need->start_min,
                         need->end_min, need->days, need->weeks,  need->duty};
}

// Rows of need first, then those of norm.
static struct window window_at(const struct tables *tables, size_t i) {
  if (i < need_count(tables))
    return window_of_need(&need_rows(tables)[i]);
  const struct norm_row *norm = &norm_rows(tables)[i - need_count(tables)];
  return (struct window){&norm->row,    norm->unit, norm->window, norm->title, norm->start_min,
                         norm->end_min, norm->days, norm->weeks,  DUTY_ON_CALL};
}

static const char *window_key(const struct checking *checking, const struct window *window) {
  return arena_printf(checking->arena, "%lld %s", (long long)window->unit, window->code);
}

// The first row of need or norm with each window's code in its unit.
static const struct word_index *first_windows(const struct checking *checking) {
  struct word_index *firsts = word_index_new(checking->arena);
  for (size_t i = 0; i < window_count(checking->tables); i++) {
    struct window window = window_at(checking->tables, i);
    word_put(firsts, window_key(checking, &window), i);
  }
  return firsts;
}

static struct window first_of(const struct checking *checking, const struct word_index *firsts,
                              const struct window *window) {
  return window_at(checking->tables, word_find(firsts, window_key(checking, window)));
}

static void check_same_hours(const struct checking *checking) {
  const struct word_index *firsts = first_windows(checking);
  for (size_t i = 0; i < window_count(checking->tables); i++) {
    struct window window = window_at(checking->tables, i);
    struct window first = first_of(checking, firsts, &window);
    if (first.start_min != window.start_min || first.end_min != window.end_min)
      problem_add(checking->problems, row_place(window.row, "window"), window.code,
                  "%s-%s here, but %s-%s in %s line %d: use the same hours or another code",
                  clock_print(checking, window.start_min), clock_print(checking, window.end_min),
                  clock_print(checking, first.start_min), clock_print(checking, first.end_min), first.row->file,
                  first.row->line);
  }
}

// The first row that gives the window a title, which also names rows without one.
static const struct word_index *first_titles(const struct checking *checking) {
  struct word_index *firsts = word_index_new(checking->arena);
  for (size_t i = 0; i < window_count(checking->tables); i++) {
    struct window window = window_at(checking->tables, i);
    if (window.title)
      word_put(firsts, window_key(checking, &window), i);
  }
  return firsts;
}

static void check_same_title(const struct checking *checking) {
  const struct word_index *firsts = first_titles(checking);
  for (size_t i = 0; i < window_count(checking->tables); i++) {
    struct window window = window_at(checking->tables, i);
    if (!window.title)
      continue;
    struct window first = first_of(checking, firsts, &window);
    if (strcmp(first.title, window.title) != 0)
      problem_warn(
          checking->problems, row_place(window.row, "title"), window.title,
          "the window `%s` is called \"%s\" in %s line %d, and so everywhere: write the same title here, leave "
          "it blank, or use another code",
          window.code, first.title, first.row->file, first.row->line);
  }
}

// ---------------------------------------------------------------- the service day

// A stretch of minutes from the beginning of the service day.
struct stretch {
  int64_t from_min, to_min;
};

static struct stretch stretch_in_day(int64_t day_starts_min, int64_t start_min, int64_t end_min) {
  int64_t from = (start_min - day_starts_min + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  return (struct stretch){from, from + span_min(start_min, end_min)};
}

static bool crosses(const struct checking *checking, const struct window *window) {
  int64_t starts = unit_day_starts(checking->base, (size_t)window->unit);
  return stretch_in_day(starts, window->start_min, window->end_min).to_min > MINUTES_PER_DAY;
}

static void check_service_day(const struct checking *checking) {
  for (size_t i = 0; i < window_count(checking->tables); i++) {
    struct window window = window_at(checking->tables, i);
    if (!crosses(checking, &window))
      continue;
    const struct unit_row *unit = &unit_rows(checking->tables)[window.unit];
    problem_add(checking->problems, row_place(window.row, "end"), clock_print(checking, window.end_min),
                "the window runs across %s, where the service day of `%s` begins: cut it there, or set day_starts "
                "in units.csv to an hour at which no window runs",
                clock_print(checking, unit_day_starts(checking->base, (size_t)window.unit)), unit->unit);
  }
}

// ---------------------------------------------------------------- windows that shifts cover

// The position of a shift in the service day that holds the larger part of it; what lies outside is handover.
static struct stretch shift_stretch(int64_t day_starts_min, const struct shift_row *shift) {
  struct stretch place = stretch_in_day(day_starts_min, shift->start_min, shift->end_min);
  int64_t inside = MINUTES_PER_DAY - place.from_min, length = place.to_min - place.from_min;
  if (inside < length && 2 * inside < length) {
    place.from_min -= MINUTES_PER_DAY;
    place.to_min -= MINUTES_PER_DAY;
  }
  return place;
}

struct cover {
  weekset weeks[MINUTES_PER_DAY];  // in which a shift covers the minute on the days looked at
  const struct shift_row *nearest; // covers most of the window; of equals, the one whose start is nearest
  int64_t nearest_min, nearest_away;
};

static void add_cover(struct cover *cover, int64_t day_starts_min, struct stretch window,
                      const struct shift_row *shift) {
  struct stretch place = shift_stretch(day_starts_min, shift);
  int64_t first = place.from_min > window.from_min ? place.from_min : window.from_min;
  int64_t last = place.to_min < window.to_min ? place.to_min : window.to_min;
  bool whole = !shift->gaps && shift->break_start_min == NOT_GIVEN;
  int64_t covered = 0;
  for (int64_t m = first; m < last; m++)
    if (whole || !shift_is_off(shift, m - place.from_min)) {
      cover->weeks[m] |= (weekset)shift->weeks;
      covered++;
    }
  int64_t away = llabs(place.from_min - window.from_min);
  bool nearer = covered > cover->nearest_min || (covered == cover->nearest_min && away < cover->nearest_away);
  if (!cover->nearest || nearer) {
    cover->nearest = shift;
    cover->nearest_min = covered;
    cover->nearest_away = away;
  }
}

// On some days of a window only: where shifts are for certain days or weeks.
static void warn_of_day(const struct checking *checking, const struct window *window, int64_t clock_min, dayset days,
                        weekset weeks) {
  struct shift_row days_of = {.days = days, .weeks = (int64_t)weeks};
  const char *of_days = cell_in(checking, TABLE_SHIFTS, &days_of, "days");
  const char *of_weeks = cell_in(checking, TABLE_SHIFTS, &days_of, "weeks");
  problem_warn(checking->problems, row_place(window->row, "window"), window->code,
               "no shift of unit `%s` covers this window at %s on these days: %s, weeks %s; correct `days` or `weeks` "
               "of a shift in shifts.csv, or add a shift",
               unit_rows(checking->tables)[window->unit].unit, clock_print(checking, clock_min), of_days, of_weeks);
}

static void warn_of_gap(const struct checking *checking, const struct window *window, int64_t clock_min,
                        const struct shift_row *nearest) {
  problem_warn(checking->problems, row_place(window->row, "window"), window->code,
               "no shift of unit `%s` covers this window at %s: the nearest is `%s` %s-%s; correct the window or add "
               "a shift",
               unit_rows(checking->tables)[window->unit].unit, clock_print(checking, clock_min), nearest->shift,
               clock_print(checking, nearest->start_min), clock_print(checking, nearest->end_min));
}

// The shifts that can be worked on any of the days.
static struct cover cover_of(const struct checking *checking, const struct by_unit *shifts, const struct window *window,
                             dayset days) {
  struct cover cover = {.nearest = NULL};
  int64_t starts = unit_day_starts(checking->base, (size_t)window->unit);
  struct stretch stretch = stretch_in_day(starts, window->start_min, window->end_min);
  size_t count;
  const size_t *rows = rows_of_unit(shifts, window->unit, &count);
  for (size_t s = 0; s < count; s++) {
    const struct shift_row *shift = &shift_rows(checking->tables)[rows[s]];
    if (((dayset)shift->days & days) && shift->duty <= window->duty)
      add_cover(&cover, starts, stretch, shift);
  }
  return cover;
}

// The first minute that is uncovered in one of the weeks, -1: none.
static int64_t first_uncovered(const struct checking *checking, const struct window *window, const struct cover *cover,
                               weekset weeks) {
  int64_t starts = unit_day_starts(checking->base, (size_t)window->unit);
  struct stretch stretch = stretch_in_day(starts, window->start_min, window->end_min);
  for (int64_t m = stretch.from_min; m < stretch.to_min; m++)
    if (weeks ? (weeks & ~cover->weeks[m]) != 0 : !cover->weeks[m])
      return m;
  return -1;
}

// Is any shift of the unit for certain days or weeks only?
static bool has_days(const struct tables *tables, const struct by_unit *shifts, int64_t unit) {
  size_t count;
  const size_t *rows = rows_of_unit(shifts, unit, &count);
  for (size_t s = 0; s < count; s++)
    if (!shift_is_daily(&shift_rows(tables)[rows[s]]))
      return true;
  return false;
}

// A window that no shift ever covers is reported at its first row; otherwise each row on whose days none does.
static void check_window_cover(const struct checking *checking, const struct by_unit *shifts,
                               const struct window *window, bool first) {
  bool by_day = has_days(checking->tables, shifts, window->unit);
  if (!first && !by_day)
    return;
  struct cover any = cover_of(checking, shifts, window, DAYSET_EVERY_WEEKDAY | DAYSET_HOLIDAY);
  int64_t starts = unit_day_starts(checking->base, (size_t)window->unit);
  int64_t never = first_uncovered(checking, window, &any, 0);
  if (!any.nearest)
    return; // reported with the units
  if (never >= 0) {
    if (first)
      warn_of_gap(checking, window, (starts + never) % MINUTES_PER_DAY, any.nearest);
    return;
  }
  dayset without = 0;
  weekset weeks = 0;
  int64_t minute = -1;
  for (int bit = 0; by_day && 1 << bit <= DAYSET_HOLIDAY; bit++) {
    if (!((dayset)window->days >> bit & 1))
      continue;
    struct cover cover = cover_of(checking, shifts, window, (dayset)(1 << bit));
    int64_t gap = first_uncovered(checking, window, &cover, (weekset)window->weeks);
    if (gap < 0 || (minute >= 0 && gap != minute))
      continue;
    minute = gap;
    without |= (dayset)(1 << bit);
    weeks |= (weekset)window->weeks & ~cover.weeks[gap];
  }
  if (without)
    warn_of_day(checking, window, (starts + minute) % MINUTES_PER_DAY, without, weeks);
}

static void check_cover(const struct checking *checking) {
  const struct word_index *firsts = first_windows(checking);
  const struct by_unit *shifts = by_unit_new(checking->arena, checking->tables, TABLE_SHIFTS);
  for (size_t i = 0; i < window_count(checking->tables); i++) {
    struct window window = window_at(checking->tables, i);
    bool wanted = i >= need_count(checking->tables) || need_rows(checking->tables)[i].persons_milli;
    if (!crosses(checking, &window) && (wanted || first_of(checking, firsts, &window).row == window.row))
      check_window_cover(checking, shifts, &window, first_of(checking, firsts, &window).row == window.row);
  }
}

#define NEEDS_WINDOWS (NEEDS(TABLE_UNITS) | NEEDS(TABLE_NEED) | NEEDS(TABLE_NORM))

const struct check checks_of_windows[] = {
    {"a window's code means the same hours in all of its unit", NEEDS_WINDOWS, check_same_hours},
    {"a window has one title in all of its unit", NEEDS_WINDOWS, check_same_title},
    {"no window runs across the beginning of the service day", NEEDS_WINDOWS | NEEDS(TABLE_SHIFTS), check_service_day},
    {"shifts cover every window of need and norm", NEEDS_WINDOWS | NEEDS(TABLE_SHIFTS), check_cover},
    {NULL, 0, NULL},
};
