// SPDX-License-Identifier: GPL-3.0-or-later
#include "page/page_weeks.h"

#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "page/chart.h"
#include "report/columns.h"
#include "report/format.h"
#include "report/labels.h"

enum { WEEKS_MOST = 54 };

static const enum number_column source_columns[CHART_SOURCES] = {
    NUMBER_own_h, NUMBER_extra_h, NUMBER_substitute_h, NUMBER_overtime_h, NUMBER_agency_h, NUMBER_short_h};
static const char *const source_words[CHART_SOURCES] = {
    N_("own rostered hours"),   N_("extra hours of part-timers"), N_("substitutes"), N_("overtime"), N_("agency"),
    N_("missing: nobody there")};

struct year_weeks { // of a unit, or of several added up
  struct chart_week weeks[WEEKS_MOST];
  int numbers[WEEKS_MOST]; // of the ISO week
  int64_t dates[WEEKS_MOST];
  int count;
  int64_t sums[CHART_SOURCES], most; // tenths of hours
};

static void begin_week(struct year_weeks *weeks, const struct result_table *table, size_t row) {
  int month = date_from_day((day_number)result_number_of(table, row, NUMBER_first_date)).month, before = 0;
  for (int w = 0; w < weeks->count; w++)
    before = weeks->weeks[w].month ? weeks->weeks[w].month : before;
  weeks->weeks[weeks->count] = (struct chart_week){.month = month == before ? 0 : month,
                                                   .holidays = (int)result_number_of(table, row, NUMBER_holidays)};
  weeks->dates[weeks->count] = result_number_of(table, row, NUMBER_first_date);
  weeks->numbers[weeks->count++] = (int)result_number_of(table, row, NUMBER_week);
}

static void add_week(struct year_weeks *weeks, const struct result_table *table, size_t row) {
  int w = 0;
  while (w < weeks->count && weeks->dates[w] != result_number_of(table, row, NUMBER_first_date))
    w++;
  if (w == WEEKS_MOST)
    return;
  if (w == weeks->count)
    begin_week(weeks, table, row);
  int64_t sum = 0;
  for (int s = 0; s < CHART_SOURCES; s++) {
    int64_t hours = result_number_of(table, row, source_columns[s]);
    weeks->weeks[w].hours[s] += hours;
    weeks->sums[s] += hours;
    sum += weeks->weeks[w].hours[s];
  }
  weeks->most = sum > weeks->most ? sum : weeks->most;
}

static struct year_weeks *weeks_of(struct page *page, const struct plan_view *view, const struct touched *touched) {
  const struct result_table *table = result_find(page->set, "weeks");
  struct year_weeks *weeks = arena_alloc(page->arena, sizeof *weeks);
  for (size_t u = 0; u < touched->count; u++) {
    const struct result_match matches[] = {{TEXT_measure, view->measure},
                                           {NUMBER_year, page_year(page, touched->year)},
                                           {TEXT_positions, view->positions},
                                           {TEXT_unit, touched->units[u]},
                                           {0}};
    for (size_t row = SIZE_MAX; result_next(table, matches, &row);)
      add_week(weeks, table, row);
  }
  return weeks;
}

// Draws a small sample of each fill beside its word.
static void write_legend(struct page *page, const bool *used) {
  html_open_class(page->html, "ul", "legend");
  for (int s = 0; s < CHART_SOURCES; s++) {
    if (!used[s])
      continue;
    html_open(page->html, "li");
    html_open(page->html, "svg");
    html_attribute(page->html, "xmlns", "http://www.w3.org/2000/svg");
    html_attribute(page->html, "viewBox", "0 0 16 10");
    html_attribute(page->html, "aria-hidden", "true");
    svg_rect(page->html, chart_source_classes[s], (struct svg_box){0, 0, 160, 100});
    html_close(page->html);
    html_text(page->html, _(source_words[s]));
    html_close(page->html);
  }
  html_element(page->html, "li", NULL, _("red number below a week: public holidays in that week"));
  html_close(page->html);
}

static const char *weeks_text(struct page *page, const struct year_weeks *weeks) {
  const char *text = "";
  for (int s = 0; s < CHART_SOURCES; s++)
    if (weeks->sums[s])
      text = arena_printf(page->arena, _("%s%s: %s hours in the year. "), text, _(source_words[s]),
                          format_integer(page->arena, fixed_divide(weeks->sums[s], 10)));
  return text;
}

static void draw_weeks(struct page *page, const struct year_weeks *weeks, const char *title, int64_t most) {
  struct chart chart = {page_id(page, "figure"), title, weeks_text(page, weeks)};
  page_figure(page, title);
  html_open_class(page->html, "div", "wide-chart");
  html_attribute(page->html, "role", "group");
  html_attribute(page->html, "tabindex", "0");
  html_attribute(page->html, "aria-label", title);
  chart_weeks(page->html, &chart, weeks->weeks, weeks->count, most);
  html_close(page->html);
  html_close(page->html);
}

static void weeks_head(struct page *page, struct year_weeks *const *plans, const struct plan_view *views,
                       const bool *used) {
  html_open(page->html, "thead");
  html_open(page->html, "tr");
  html_open(page->html, "th");
  html_attribute(page->html, "scope", "col");
  html_text(page->html, _("Week"));
  html_close(page->html);
  for (int p = 0; p < PLANS; p++)
    for (int s = 0; s < CHART_SOURCES; s++) {
      if (!used[s] || !plans[p]->count)
        continue;
      html_open_class(page->html, "th", "number");
      html_attribute(page->html, "scope", "col");
      html_text(page->html, arena_printf(page->arena, "%s, %s", _(views[p].title), _(source_words[s])));
      html_close(page->html);
    }
  html_close(page->html);
  html_close(page->html);
}

static void weeks_row(struct page *page, struct year_weeks *const *plans, const bool *used, int w) {
  html_open(page->html, "tr");
  html_open(page->html, "th");
  html_attribute(page->html, "scope", "row");
  html_text(page->html, arena_printf(page->arena, "%d", plans[0]->numbers[w]));
  html_close(page->html);
  for (int p = 0; p < PLANS; p++)
    for (int s = 0; s < CHART_SOURCES; s++)
      if (used[s] && plans[p]->count)
        html_element(page->html, "td", "number",
                     format_integer(page->arena, fixed_divide(plans[p]->weeks[w].hours[s], 10)));
  html_close(page->html);
}

static void weeks_table(struct page *page, struct year_weeks *const *plans, const struct plan_view *views,
                        const bool *used, const char *title) {
  html_open(page->html, "details");
  html_element(page->html, "summary", NULL, arena_printf(page->arena, _("The figures: %s"), title));
  page_open_table(page, "weeks-table", "weeks", title);
  weeks_head(page, plans, views, used);
  html_open(page->html, "tbody");
  for (int w = 0; w < plans[0]->count; w++)
    weeks_row(page, plans, used, w);
  for (int open = 4; open; open--) // tbody, table, frame, details
    html_close(page->html);
}

void page_weeks(struct page *page, const struct plan_view *views, const struct touched *touched) {
  const char *names = touched->names;
  struct year_weeks *plans[PLANS];
  bool used[CHART_SOURCES] = {false};
  int64_t most = 0;
  for (int p = 0; p < PLANS; p++) {
    plans[p] = weeks_of(page, &views[p], touched);
    most = plans[p]->most > most ? plans[p]->most : most;
    for (int s = 0; s < CHART_SOURCES; s++)
      used[s] |= plans[p]->sums[s] > 0;
  }
  if (!plans[0]->count)
    return;
  for (int p = 0; p < PLANS; p++)
    if (plans[p]->count)
      draw_weeks(page, plans[p],
                 arena_printf(page->arena, _("%s, %s, %s: paid hours per week"), names, YEAR_NAME(touched->year),
                              _(views[p].title)),
                 most);
  write_legend(page, used);
  weeks_table(page, plans, views, used,
              arena_printf(page->arena, _("Paid hours per week, %s, %s"), names, YEAR_NAME(touched->year)));
}
