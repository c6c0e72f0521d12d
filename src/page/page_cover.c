// SPDX-License-Identifier: GPL-3.0-or-later
// Cover before and after a measure: heat maps of weekdays and windows; through the year: page_weeks.c.
#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "calendar/dayset.h"
#include "calendar/fiscal.h"
#include "page/chart.h"
#include "page/page.h"
#include "page/page_weeks.h"
#include "report/columns.h"
#include "report/format.h"
#include "report/labels.h"

enum { HEAT_DAYS = 8, NAMES_MOST = 3, NOTICED_HUNDREDTHS = 5 };

static void plan_views(const struct overview_line *line, struct plan_view *views) {
  views[0] = (struct plan_view){"", "kept", N_("today")};
  views[1] = (struct plan_view){line->row->measure, "kept", N_("with the measure, positions kept")};
  views[2] = (struct plan_view){line->row->measure, "adjusted", N_("with the measure, positions adjusted")};
}

// ---------------------------------------------------------------- heat map

struct heat_row {
  const char *window, *level; // the window by its title
  size_t cells[HEAT_DAYS];    // rows of the table; SIZE_MAX: nobody is wanted
};

struct heat {
  const struct result_table *table;
  struct heat_row *rows;
  size_t count, room;
  bool holidays;
};

static struct heat_row *heat_row_of(struct page *page, struct heat *heat, size_t in_table) {
  const char *level = result_text_of(heat->table, in_table, TEXT_level);
  const char *window = page_window(page, result_text_of(heat->table, in_table, TEXT_unit),
                                   result_text_of(heat->table, in_table, TEXT_window));
  for (size_t i = 0; i < heat->count; i++)
    if (!strcmp(heat->rows[i].window, window) && !strcmp(heat->rows[i].level, level))
      return &heat->rows[i];
  struct heat_row *row = arena_push(page->arena, &heat->rows, &heat->count, &heat->room, sizeof *row);
  *row = (struct heat_row){.window = window, .level = level};
  for (int d = 0; d < HEAT_DAYS; d++)
    row->cells[d] = SIZE_MAX;
  return row;
}

static struct heat heat_of(struct page *page, const struct result_match *matches) {
  struct heat heat = {.table = result_find(page->set, "weekdays")};
  for (size_t row = SIZE_MAX; result_next(heat.table, matches, &row);) {
    struct heat_row *at = heat_row_of(page, &heat, row);
    for (int d = 0; d < HEAT_DAYS; d++)
      if (!strcmp(day_word(d), result_text_of(heat.table, row, TEXT_weekday))) {
        at->cells[d] = row;
        heat.holidays |= d == HEAT_DAYS - 1;
      }
  }
  return heat;
}

static const char *days_of(struct page *page, const struct heat *heat, size_t row, enum number_column column) {
  int64_t on = result_number_of(heat->table, row, column), days = result_number_of(heat->table, row, NUMBER_days);
  return arena_printf(page->arena, ngettext("on %s of %s day", "on %s of %s days", (unsigned long)days),
                      format_integer(page->arena, on), format_integer(page->arena, days));
}

// Writes required and planned, and the gap with a sign and a word. Below the norm, the gap is measured from the norm.
static void write_heat_cell(struct page *page, const struct heat *heat, size_t row) {
  struct arena *arena = page->arena;
  if (row == SIZE_MAX) {
    html_element(page->html, "td", NULL, "–");
    return;
  }
  const char *status = result_text_of(heat->table, row, TEXT_finding);
  bool below = !strcmp(status, "below_norm");
  int64_t gap =
      below ? -result_number_of(heat->table, row, NUMBER_below_norm) : result_number_of(heat->table, row, NUMBER_gap);
  int64_t required = result_number_of(heat->table, row, below ? NUMBER_norm : NUMBER_need);
  html_open_class(page->html, "td", label_class("finding", status));
  html_element(page->html, "span", "gap",
               arena_printf(arena, "%s %s", format_signed(arena, gap, 2), label_of(arena, "finding", status)));
  html_element(page->html, "small", NULL,
               arena_printf(arena, _("%s of %s"),
                            format_decimal(arena, result_number_of(heat->table, row, NUMBER_planned), 2),
                            format_decimal(arena, required, 2)));
  if (!strcmp(status, "short"))
    html_element(page->html, "small", NULL, days_of(page, heat, row, NUMBER_short_days));
  if (below &&
      result_number_of(heat->table, row, NUMBER_below_norm_days) < result_number_of(heat->table, row, NUMBER_days))
    html_element(page->html, "small", NULL, days_of(page, heat, row, NUMBER_below_norm_days));
  html_close(page->html);
}

// ---------------------------------------------------------------- days that are alike

// Consecutive days that are alike in every row share one column: its first day, and the number of days.
struct day_column {
  int first, days;
};

static bool fields_alike(const struct result_table *table, size_t a, size_t b) {
  static const enum number_column numbers[] = {NUMBER_need, NUMBER_norm, NUMBER_planned, NUMBER_gap, NUMBER_below_norm};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
    if (result_number_of(table, a, numbers[i]) != result_number_of(table, b, numbers[i]))
      return false;
  bool always = !result_number_of(table, a, NUMBER_short_days) && !result_number_of(table, b, NUMBER_short_days) &&
                !result_number_of(table, a, NUMBER_below_norm_days) &&
                !result_number_of(table, b, NUMBER_below_norm_days);
  bool same_days =
      result_number_of(table, a, NUMBER_short_days) == result_number_of(table, b, NUMBER_short_days) &&
      result_number_of(table, a, NUMBER_below_norm_days) == result_number_of(table, b, NUMBER_below_norm_days) &&
      result_number_of(table, a, NUMBER_days) == result_number_of(table, b, NUMBER_days);
  bool every_day = result_number_of(table, a, NUMBER_below_norm_days) == result_number_of(table, a, NUMBER_days) &&
                   result_number_of(table, b, NUMBER_below_norm_days) == result_number_of(table, b, NUMBER_days) &&
                   !result_number_of(table, a, NUMBER_short_days) && !result_number_of(table, b, NUMBER_short_days);
  return !strcmp(result_text_of(table, a, TEXT_finding), result_text_of(table, b, TEXT_finding)) &&
         (always || same_days || every_day);
}

static bool days_alike(const struct heat *heat, int a, int b) {
  for (size_t i = 0; i < heat->count; i++) {
    size_t left = heat->rows[i].cells[a], right = heat->rows[i].cells[b];
    if (left == SIZE_MAX || right == SIZE_MAX ? left != right : !fields_alike(heat->table, left, right))
      return false;
  }
  return true;
}

static int day_columns(const struct heat *const *heats, int heat_count, struct day_column columns[HEAT_DAYS]) {
  int count = 0, days = heats[0]->holidays ? HEAT_DAYS : HEAT_DAYS - 1;
  for (int d = 0; d < days; d++) {
    bool alike = d > 0;
    for (int h = 0; h < heat_count && alike; h++)
      alike = days_alike(heats[h], d - 1, d);
    if (alike)
      columns[count - 1].days++;
    else
      columns[count++] = (struct day_column){d, 1};
  }
  return count;
}

static const char *day_column_name(struct page *page, const struct day_column *column, int days) {
  const char *first = label_of(page->arena, "weekday", day_word(column->first));
  if (column->days == 1)
    return first;
  if (column->days == days)
    return _("the same on all days");
  return arena_printf(page->arena, _("%s to %s"), first,
                      label_of(page->arena, "weekday", day_word(column->first + column->days - 1)));
}

static void write_heat_head(struct page *page, const struct day_column *columns, int count) {
  int days = 0;
  for (int c = 0; c < count; c++)
    days += columns[c].days;
  html_open(page->html, "thead");
  html_open(page->html, "tr");
  for (int c = -1; c < count; c++) {
    html_open(page->html, "th");
    html_attribute(page->html, "scope", "col");
    html_text(page->html, c < 0 ? _("Window and level") : day_column_name(page, &columns[c], days));
    html_close(page->html);
  }
  html_close(page->html);
  html_close(page->html);
}

static void write_heat_name(struct page *page, const struct heat_row *row) {
  html_open(page->html, "th");
  html_attribute(page->html, "scope", "row");
  html_text(page->html, arena_printf(page->arena, "%s, %s", row->window, page_category(page, row->level)));
  html_close(page->html);
}

static void write_heat_rows(struct page *page, const struct heat *heat, const struct day_column *columns, int count) {
  html_open(page->html, "tbody");
  for (size_t i = 0; i < heat->count; i++) {
    html_open(page->html, "tr");
    write_heat_name(page, &heat->rows[i]);
    for (int c = 0; c < count; c++)
      write_heat_cell(page, heat, heat->rows[i].cells[columns[c].first]);
    html_close(page->html);
  }
  html_close(page->html);
}

static struct heat heat_of_plan(struct page *page, const struct plan_view *view, const char *unit, int year) {
  const struct result_match matches[] = {{TEXT_measure, view->measure},
                                         {NUMBER_year, page_year(page, year)},
                                         {TEXT_positions, view->positions},
                                         {TEXT_unit, unit},
                                         {0}};
  return heat_of(page, matches);
}

static void write_heat(struct page *page, const struct heat *heat, const char *title, const char *unit, int year) {
  struct day_column columns[HEAT_DAYS];
  if (!heat->count)
    return;
  int count = day_columns(&heat, 1, columns);
  page_open_table(
      page, "heat", "weekdays",
      arena_printf(page->arena, _("%s, %d, %s: planned of required, and the gap"), page_unit(page, unit), year, title));
  write_heat_head(page, columns, count);
  write_heat_rows(page, heat, columns, count);
  html_close(page->html);
  html_close(page->html);
}

// ---------------------------------------------------------------- units

static struct touched units_touched(struct page *page, const struct overview_line *line, int year) {
  const struct result_table *table = result_find(page->set, "weeks");
  struct touched touched = {.year = year, .names = ""};
  const struct result_match matches[] = {
      {TEXT_measure, line->row->measure}, {NUMBER_year, page_year(page, year)}, {TEXT_positions, "kept"}, {0}};
  for (size_t row = SIZE_MAX; result_next(table, matches, &row);) {
    const char *unit = result_text_of(table, row, TEXT_unit);
    if (touched.count && !strcmp(touched.units[touched.count - 1], unit))
      continue;
    const char **kept = arena_push(page->arena, &touched.units, &touched.count, &touched.room, sizeof *kept);
    *kept = unit;
    touched.names =
        arena_printf(page->arena, "%s%s%s", touched.names, touched.count > 1 ? ", " : "", page_unit(page, unit));
  }
  if (touched.count > NAMES_MOST)
    touched.names = arena_printf(page->arena, _("%s units"), format_integer(page->arena, (int64_t)touched.count));
  return touched;
}

// Does the measure change what is wanted or planned here, or is anybody missing?
static bool cover_differs(const struct heat *today, const struct heat *then) {
  if (today->count != then->count)
    return true;
  for (size_t i = 0; i < then->count; i++)
    for (int d = 0; d < HEAT_DAYS; d++) {
      size_t a = today->rows[i].cells[d], b = then->rows[i].cells[d];
      if ((a == SIZE_MAX) != (b == SIZE_MAX))
        return true;
      if (b == SIZE_MAX)
        continue;
      int64_t more =
          result_number_of(then->table, b, NUMBER_planned) - result_number_of(then->table, a, NUMBER_planned);
      if (more > NOTICED_HUNDREDTHS || more < -NOTICED_HUNDREDTHS ||
          result_number_of(then->table, a, NUMBER_need) != result_number_of(then->table, b, NUMBER_need) ||
          result_number_of(then->table, b, NUMBER_short_days))
        return true;
    }
  return false;
}

// Would both heat maps look the same?
static bool heats_equal(const struct heat *a, const struct heat *b) {
  if (a->count != b->count)
    return false;
  for (size_t i = 0; i < a->count; i++)
    for (int d = 0; d < HEAT_DAYS; d++) {
      size_t left = a->rows[i].cells[d], right = b->rows[i].cells[d];
      if (left == SIZE_MAX || right == SIZE_MAX ? left != right : !fields_alike(a->table, left, right))
        return false;
    }
  return true;
}

// Returns false and writes nothing if the unit's cover does not change, or if it has no windows (need by children).
static bool write_unit(struct page *page, const struct plan_view *views, const char *unit, int year) {
  struct heat heats[PLANS];
  for (int p = 0; p < PLANS; p++)
    heats[p] = heat_of_plan(page, &views[p], unit, year);
  if (!heats[0].count && !heats[1].count)
    return true;
  if (!cover_differs(&heats[0], &heats[1]) && !cover_differs(&heats[0], &heats[2]))
    return false;
  html_element(page->html, "h4", NULL, arena_printf(page->arena, _("%s: required and planned"), page_unit(page, unit)));
  bool same = heats_equal(&heats[1], &heats[2]);
  write_heat(page, &heats[0], _(views[0].title), unit, year);
  write_heat(page, &heats[1], same ? _("with the measure, whether positions are kept or adjusted") : _(views[1].title),
             unit, year);
  if (!same)
    write_heat(page, &heats[2], _(views[2].title), unit, year);
  return true;
}

void page_cover(struct page *page, const struct overview_line *line) {
  struct plan_view views[PLANS];
  int year = page_measure_year(result_find(page->set, "weekdays"), line);
  if (!year)
    return;
  plan_views(line, views);
  struct touched touched = units_touched(page, line, year);
  const char *same = "";
  page_part(page, line, "cover", _("Cover before and after"));
  for (size_t u = 0; u < touched.count; u++)
    if (!write_unit(page, views, touched.units[u], year))
      same = arena_printf(page->arena, "%s%s%s", same, *same ? ", " : "", page_unit(page, touched.units[u]));
  if (*same)
    page_paragraph(page, NULL, arena_printf(page->arena, _("Cover by weekday and window stays as it is: %s."), same));
  html_element(page->html, "h4", NULL, arena_printf(page->arena, _("%s: who works the hours"), touched.names));
  page_weeks(page, views, &touched);
}

// ---------------------------------------------------------------- in short

enum { CHANGED_UNITS_MOST = 3, CHANGED_ROWS_MOST = 5 };

// Has the row changed noticeably on any day, or is anybody missing there?
static bool row_changed(const struct heat *today, const struct heat *then, size_t row) {
  const struct heat one = {.table = today->table, .rows = &today->rows[row], .count = 1};
  const struct heat other = {.table = then->table, .rows = &then->rows[row], .count = 1};
  return cover_differs(&one, &other);
}

// Writes "2.00 → 1.00", then the norm or the requirement, and the finding.
static void write_changed_cell(struct page *page, const struct heat *heats, size_t row, int day) {
  struct arena *arena = page->arena;
  const struct result_table *table = heats[0].table;
  size_t today = heats[0].rows[row].cells[day], then = heats[1].rows[row].cells[day];
  if (then == SIZE_MAX) {
    html_element(page->html, "td", NULL, "–");
    return;
  }
  const char *status = result_text_of(table, then, TEXT_finding);
  bool below = !strcmp(status, "below_norm");
  const char *planned = format_decimal(arena, result_number_of(table, then, NUMBER_planned), 2);
  const char *before =
      today == SIZE_MAX ? "–" : format_decimal(arena, result_number_of(table, today, NUMBER_planned), 2);
  html_open_class(page->html, "td", label_class("finding", status));
  html_element(page->html, "span", "gap", arena_printf(arena, _("%s → %s"), before, planned));
  html_element(page->html, "small", NULL,
               arena_printf(arena, below ? _("norm %s: %s") : _("required %s: %s"),
                            format_decimal(arena, result_number_of(table, then, below ? NUMBER_norm : NUMBER_need), 2),
                            label_of(arena, "finding", status)));
  html_close(page->html);
}

// Reduces both heat maps to the rows that change.
static size_t keep_changed(struct page *page, struct heat heats[2], size_t most) {
  struct heat_row *rows[2];
  size_t count = 0;
  for (int p = 0; p < 2; p++)
    rows[p] = arena_array(page->arena, heats[p].count, sizeof *rows[p]);
  for (size_t i = 0; i < heats[1].count && count < most; i++)
    if (row_changed(&heats[0], &heats[1], i)) {
      for (int p = 0; p < 2; p++)
        rows[p][count] = heats[p].rows[i];
      count++;
    }
  for (int p = 0; p < 2; p++) {
    heats[p].rows = rows[p];
    heats[p].count = count;
  }
  return count;
}

static void write_changed(struct page *page, const struct heat *heats, const char *unit, int year) {
  const struct heat *const both[] = {&heats[0], &heats[1]};
  struct day_column columns[HEAT_DAYS];
  int count = day_columns(both, 2, columns);
  page_open_table(
      page, "heat change", "weekdays",
      arena_printf(page->arena, _("%s, %d: people planned today → with the measure"), page_unit(page, unit), year));
  write_heat_head(page, columns, count);
  html_open(page->html, "tbody");
  for (size_t i = 0; i < heats[1].count; i++) {
    html_open(page->html, "tr");
    write_heat_name(page, &heats[1].rows[i]);
    for (int c = 0; c < count; c++)
      write_changed_cell(page, heats, i, columns[c].first);
    html_close(page->html);
  }
  for (int open = 3; open; open--) // tbody, table, frame
    html_close(page->html);
}

bool page_cover_change(struct page *page, const struct overview_line *line) {
  struct plan_view views[PLANS];
  int year = page_measure_year(result_find(page->set, "weekdays"), line), units = 0;
  size_t shown = 0;
  if (!year)
    return false;
  plan_views(line, views);
  struct touched touched = units_touched(page, line, year);
  for (size_t u = 0; u < touched.count && units < CHANGED_UNITS_MOST && shown < CHANGED_ROWS_MOST; u++) {
    struct heat heats[2];
    for (int p = 0; p < 2; p++)
      heats[p] = heat_of_plan(page, &views[p], touched.units[u], year);
    bool others = heats[0].count != heats[1].count; // windows come or go
    if (!heats[1].count || (!others && !keep_changed(page, heats, CHANGED_ROWS_MOST - shown)))
      continue;
    shown += others ? 1 : heats[1].count;
    units++;
    if (others)
      page_paragraph(page, NULL,
                     arena_printf(page->arena, _("%s: other windows than today; its tables show both."),
                                  page_unit(page, touched.units[u])));
    else
      write_changed(page, heats, touched.units[u], year);
  }
  return units;
}
