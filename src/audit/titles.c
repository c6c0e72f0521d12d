// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/titles.h"

#include <string.h>

#include "audit/words.h"
#include "base/fixed.h"
#include "base/language.h"
#include "calendar/dayset.h"
#include "scenario/rows_pay.h"
#include "scenario/rows_people.h"
#include "scenario/service_day.h"

const char *title_of_unit(const struct tables *tables, const char *unit) {
  for (size_t u = 0; u < row_count(tables, TABLE_UNITS); u++)
    if (!strcmp(unit_rows(tables)[u].unit, unit) && unit_rows(tables)[u].title)
      return unit_rows(tables)[u].title;
  return unit;
}

const char *title_of_units(struct arena *arena, const struct tables *tables, const char *units) {
  const char *titles = "";
  for (const char *at = units; *at; at += *at == '+') {
    size_t length = strcspn(at, "+");
    const char *title = title_of_unit(tables, arena_text(arena, at, length));
    titles = arena_printf(arena, "%s%s%s", titles, *titles ? " + " : "", title);
    at += length;
  }
  return titles;
}

const char *title_of_category(const struct tables *tables, const char *category) {
  for (size_t c = 0; c < row_count(tables, TABLE_CATEGORIES); c++)
    if (!strcmp(category_rows(tables)[c].category, category) && category_rows(tables)[c].title)
      return category_rows(tables)[c].title;
  return category;
}

// Does another group of the unit with the same category and position also lack its own title?
static bool contract_is_taken(const struct tables *tables, const struct group_row *row) {
  const struct group_row *groups = group_rows(tables);
  for (size_t g = 0; g < row_count(tables, TABLE_GROUPS); g++)
    if (groups[g].unit == row->unit && !groups[g].title && groups[g].category == row->category &&
        groups[g].position_e8 == row->position_e8 && strcmp(groups[g].group, row->group) != 0)
      return true;
  return false;
}

const char *title_of_contract(struct arena *arena, const struct tables *tables, const struct group_row *row) {
  if (row->title)
    return row->title;
  const char *title = arena_printf(arena, "%s %s" NO_BREAK_SPACE "%%",
                                   title_of_category(tables, category_rows(tables)[row->category].category),
                                   number_in_words(arena, 100 * (double)row->position_e8 / (double)ONE_E8));
  return contract_is_taken(tables, row) ? arena_printf(arena, "%s (%s)", title, row->group) : title;
}

const char *title_of_group(struct arena *arena, const struct tables *tables, const char *unit, const char *group) {
  const struct group_row *groups = group_rows(tables);
  for (size_t g = 0; g < row_count(tables, TABLE_GROUPS); g++)
    if (!strcmp(groups[g].group, group) && !strcmp(unit_rows(tables)[groups[g].unit].unit, unit))
      return title_of_contract(arena, tables, &groups[g]);
  return group;
}

const char *title_of_shift(const struct tables *tables, const char *unit, const char *shift) {
  const struct shift_row *shifts = shift_rows(tables);
  for (size_t s = 0; s < row_count(tables, TABLE_SHIFTS); s++)
    if (!strcmp(shifts[s].shift, shift) && !strcmp(unit_rows(tables)[shifts[s].unit].unit, unit) && shifts[s].title)
      return shifts[s].title;
  return shift;
}

// ---------------------------------------------------------------- sources

static const char *made_source_title(struct arena *arena, const struct tables *tables, const struct source_row *row) {
  static const char *const kinds[] = {[SOURCE_EXTRA] = N_("extra hours"),
                                      [SOURCE_SUBSTITUTE] = N_("substitutes"),
                                      [SOURCE_OVERTIME] = N_("overtime"),
                                      [SOURCE_AGENCY] = N_("agency")};
  const char *title = _(kinds[row->kind]);
  if (row->category != NOT_GIVEN)
    title =
        arena_printf(arena, "%s: %s", title, title_of_category(tables, category_rows(tables)[row->category].category));
  return row->unit == NOT_GIVEN
             ? title
             : arena_printf(arena, "%s, %s", title, title_of_unit(tables, unit_rows(tables)[row->unit].unit));
}

// False if another code gives the same title.
static bool source_is_alone(struct arena *arena, const struct tables *tables, const char *code, const char *title) {
  const struct source_row *rows = source_rows(tables);
  for (size_t i = 0; i < row_count(tables, TABLE_SOURCES); i++)
    if (strcmp(rows[i].code, code) && !strcmp(made_source_title(arena, tables, &rows[i]), title))
      return false;
  return true;
}

const char *title_of_source(struct arena *arena, const struct tables *tables, const char *code) {
  const struct source_row *rows = source_rows(tables);
  for (size_t i = 0; i < row_count(tables, TABLE_SOURCES); i++) {
    if (strcmp(rows[i].code, code))
      continue;
    const char *title = made_source_title(arena, tables, &rows[i]);
    return source_is_alone(arena, tables, code, title) ? title : arena_printf(arena, "%s (%s)", title, code);
  }
  return code;
}

// ---------------------------------------------------------------- windows

struct window_row { // a row of need or norm
  const char *unit, *window, *title;
  int64_t start_min, end_min;
  dayset days;
};

static size_t window_count(const struct tables *tables) {
  return row_count(tables, TABLE_NEED) + row_count(tables, TABLE_NORM);
}

static struct window_row window_at(const struct tables *tables, size_t i) {
  size_t needs = row_count(tables, TABLE_NEED);
  if (i < needs) {
    const struct need_row *row = &need_rows(tables)[i];
    return (struct window_row){
        unit_rows(tables)[row->unit].unit, row->window, row->title, row->start_min, row->end_min, (dayset)row->days};
  }
  const struct norm_row *row = &norm_rows(tables)[i - needs];
  return (struct window_row){
      unit_rows(tables)[row->unit].unit, row->window, row->title, row->start_min, row->end_min, (dayset)row->days};
}

// Named by the middle of its hours.
static const char *part_of_day(const struct window_row *row) {
  enum { HOUR = 60, MOST_OF_DAY = 16 * HOUR };
  int64_t span = span_min(row->start_min, row->end_min);
  int64_t middle = (row->start_min + span / 2) % (24 * HOUR);
  if (span > MOST_OF_DAY)
    return _("day and night");
  if (middle < 6 * HOUR || middle >= 23 * HOUR)
    return _("night");
  return middle < 10 * HOUR   ? _("morning")
         : middle < 15 * HOUR ? _("day")
         : middle < 18 * HOUR ? _("afternoon")
                              : _("evening");
}

static const char *days_in_words(dayset days) {
  enum { WORKDAYS = 0x1f, WEEKEND = 0x60 };
  if (days == WORKDAYS)
    return _(", Mon–Fri");
  return days == WEEKEND || days == (WEEKEND | DAYSET_HOLIDAY) ? _(", weekends") : "";
}

static bool same_window(const struct window_row *row, const char *unit, const char *window) {
  return !strcmp(row->unit, unit) && !strcmp(row->window, window);
}

// The whole window, with the days of all its rows and the first title; unit NULL: no such window.
static struct window_row window_named(const struct tables *tables, const char *unit, const char *window) {
  struct window_row whole = {0};
  for (size_t i = 0; i < window_count(tables); i++) {
    struct window_row row = window_at(tables, i);
    if (!same_window(&row, unit, window))
      continue;
    const char *title = whole.title ? whole.title : row.title;
    dayset days = whole.days | row.days;
    whole = row;
    whole.title = title;
    whole.days = days;
  }
  return whole;
}

static const char *made_title(struct arena *arena, const struct window_row *row) {
  enum { HOUR = 60 };
  return arena_printf(arena, "%s %02d:%02d–%02d:%02d%s", part_of_day(row), (int)row->start_min / HOUR,
                      (int)row->start_min % HOUR, (int)row->end_min / HOUR, (int)row->end_min % HOUR,
                      days_in_words(row->days));
}

static bool is_taken(struct arena *arena, const struct tables *tables, const struct window_row *window,
                     const char *title) {
  for (size_t i = 0; i < window_count(tables); i++) {
    struct window_row row = window_at(tables, i);
    if (strcmp(row.unit, window->unit) || !strcmp(row.window, window->window) || row.start_min != window->start_min ||
        row.end_min != window->end_min)
      continue;
    row = window_named(tables, row.unit, row.window);
    if (!row.title && !strcmp(made_title(arena, &row), title))
      return true;
  }
  return false;
}

const char *title_of_window(struct arena *arena, const struct tables *tables, const char *unit, const char *window) {
  struct window_row row = window_named(tables, unit, window);
  if (!row.unit)
    return window;
  if (row.title)
    return row.title;
  const char *title = made_title(arena, &row);
  return is_taken(arena, tables, &row, title) ? arena_printf(arena, "%s (%s)", title, window) : title;
}
