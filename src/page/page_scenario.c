// SPDX-License-Identifier: GPL-3.0-or-later
// The combined effect of the measures, comparison of rotas, need curves and follow-up.
#include <string.h>

#include "base/language.h"
#include "page/chart.h"
#include "page/page.h"
#include "report/about.h"
#include "report/columns.h"
#include "report/format.h"
#include "report/free_days.h"
#include "report/headline.h"
#include "report/labels.h"
#include "report/overtime.h"
#include "report/sharing.h"
#include "report/unreplaced.h"
#include "scenario/columns.h"

enum { FURTHER_ROWS_MOST = 60, COMPARED_MOST = 12 };

static const char *last_year_of(struct page *page) {
  return page_year(page, (int)settings_of(&page->audit->scenario->tables)->last_year);
}

// Writes a table of the whole scenario under its own heading; if it has years, only the last one.
static void whole_table(struct page *page, const char *name) {
  const struct result_table *table = result_find(page->set, name);
  const struct result_match matches[] = {{NUMBER_year, last_year_of(page)}, {0}};
  size_t row = SIZE_MAX;
  if (!table)
    return;
  const char *title = _(table_about(page->arena, name)->title), *caption = _(table_about(page->arena, name)->caption);
  bool years = result_column_of(table, NUMBER_year) && result_next(table, matches, &row);
  html_element(page->html, "h3", NULL, title);
  page_table(page, &(struct page_view){.table = table,
                                       .matches = years ? matches : NULL,
                                       .caption = years ? arena_printf(page->arena, "%s: %s", matches[0].text, caption)
                                                        : caption,
                                       .rows_most = FURTHER_ROWS_MOST});
}

static void write_joint(struct page *page) {
  static const int columns[] = {NUMBER_year,
                                TEXT_basis,
                                TEXT_positions,
                                TEXT_of,
                                NUMBER_measures,
                                NUMBER_singles_kr,
                                NUMBER_joint_kr,
                                NUMBER_counted_twice_kr,
                                NUMBER_claimed_kr,
                                NUMBER_target_kr,
                                NUMBER_joint_above_target_kr,
                                0};
  html_element(page->html, "h3", NULL, _(table_about(page->arena, "joint")->title));
  page_table(page, &(struct page_view){.table = result_find(page->set, "joint"), .columns = columns});
  const struct headline headline = headline_of(page->audit);
  const char *sentences[HEADLINE_SENTENCES];
  headline_sentences(page->arena, &headline, sentences);
  if (sentences[HEADLINE_LEANING])
    page_paragraph(page, NULL, sentences[HEADLINE_LEANING]);
}

// Shows the full year, in which all measures are in force; the years in which they start are in the workbook.
static void write_in_order(struct page *page, const struct result_table *together, enum positions positions) {
  static const int columns[] = {TEXT_measure,
                                NUMBER_start,
                                NUMBER_single_kr,
                                NUMBER_in_order_kr,
                                NUMBER_counted_twice_kr,
                                NUMBER_last_kr,
                                TEXT_counted_twice_with,
                                TEXT_reason,
                                0};
  const char *answer = positions_name(positions);
  const struct result_match matches[] = {{TEXT_basis, "full_year"}, {TEXT_positions, answer}, {0}};
  page_table(page, &(struct page_view){together, columns, matches,
                                       arena_printf(page->arena, _("A full year, positions %s. %s"),
                                                    label_of(page->arena, "positions", answer),
                                                    _(table_about(page->arena, "together")->caption)),
                                       0, NULL});
}

void page_together(struct page *page) {
  const struct result_table *together = result_find(page->set, "together");
  if (!together)
    return;
  page_section(page, "together", _("The measures together"));
  write_joint(page);
  if (!page_tells_all(page))
    page_link(page, PAGE_DETAILS_FILE "#together", _("Measure by measure, in order of start"));
  for (int p = 0; p < POSITIONS_ANSWERS && page_tells_all(page); p++)
    write_in_order(page, together, (enum positions)p);
  html_close(page->html);
}

// ---------------------------------------------------------------- rotas side by side

struct compared {
  const struct result_table *table;
  size_t *rows, row_count, row_room;
  struct chart_point *points; // numbered as in the table: one for each row
  size_t count, room;
  const char *text;
  bool missing; // are any hours missing anywhere?
};

static bool is_best(const struct compared *compared, const struct chart_point *point) {
  for (size_t i = 0; i < compared->count; i++) {
    const struct chart_point *other = &compared->points[i];
    bool no_worse = other->cost_ore <= point->cost_ore && other->short_tenths <= point->short_tenths;
    if (no_worse && (other->cost_ore < point->cost_ore || other->short_tenths < point->short_tenths))
      return false;
  }
  return true;
}

// Does the row have a rota of its own? Plain amounts and measures without a start do not; today's row has no measure.
static bool is_rota(const struct page *page, const char *measure) {
  for (size_t m = 0; m < page->audit->measure_count; m++)
    if (!strcmp(page->overview[m].row->measure, measure))
      return !page->overview[m].effect->arithmetic && page->overview[m].row->start != NOT_GIVEN;
  return true;
}

static struct compared compared_of(struct page *page, const char *year) {
  struct compared compared = {.table = result_find(page->set, "comparison"), .text = ""};
  const struct result_match matches[] = {{NUMBER_year, year}, {0}};
  for (size_t row = SIZE_MAX; result_next(compared.table, matches, &row);) {
    if (!is_rota(page, result_text_of(compared.table, row, TEXT_measure)))
      continue;
    struct chart_point *point =
        arena_push(page->arena, &compared.points, &compared.count, &compared.room, sizeof *point);
    *point = (struct chart_point){
        (int)compared.count, !strcmp(result_text_of(compared.table, row, TEXT_positions), "adjusted"), false,
        result_number_of(compared.table, row, NUMBER_cost_kr), result_number_of(compared.table, row, NUMBER_short_h)};
    size_t *kept = arena_push(page->arena, &compared.rows, &compared.row_count, &compared.row_room, sizeof *kept);
    *kept = row;
    compared.missing |= point->short_tenths > 0;
    compared.text =
        arena_printf(page->arena, _("%s%d: %s, %s missing hours. "), compared.text, point->number,
                     format_kr(page->arena, point->cost_ore), format_decimal(page->arena, point->short_tenths, 1));
  }
  for (size_t i = 0; i < compared.count; i++)
    compared.points[i].best = is_best(&compared, &compared.points[i]);
  return compared;
}

// Lists the points by number, with the properties of their rotas.
static void write_compared(struct page *page, const struct compared *compared, const char *caption) {
  static const struct field_column columns[] = {
      {"number", FIELD_INTEGER, 0},
      {"title", FIELD_TEXT, 0},
      {"positions", FIELD_CODE, 0},
      {"cost_kr", FIELD_KR, 0},
      {"short_h", FIELD_DECIMAL, 1},
      {"staffed_fte", FIELD_DECIMAL, 2},
      {"contracted_fte", FIELD_DECIMAL, 2},
      {"heads", FIELD_DECIMAL, 1},
      {"average_position_percent", FIELD_DECIMAL, 1},
      {"weekends_per_person", FIELD_DECIMAL, 1},
      {"variable_percent", FIELD_DECIMAL, 1},
      {"remark", FIELD_TEXT, 0},
  };
  enum { FIRST = 4, LAST = 10 }; // columns copied unchanged
  struct result_table *table = result_table_new(page->arena, "comparison", COLUMNS(columns));
  for (size_t i = 0; i < compared->count; i++) {
    size_t row = compared->rows[i];
    const char *measure = result_text_of(compared->table, row, TEXT_measure);
    result_number(table, compared->points[i].number);
    result_text(table, *measure ? page_measure_title(page, measure) : _("today"));
    result_text(table, result_text_of(compared->table, row, TEXT_positions));
    result_number(table, compared->points[i].cost_ore);
    for (int c = FIRST; c <= LAST; c++)
      result_copy(table, compared->table, row);
    result_text(table, compared->points[i].best && compared->missing ? _("not dominated: none both cheaper and "
                                                                         "better covered")
                                                                     : "");
  }
  page_table(page, &(struct page_view){.table = table, .caption = caption});
}

static void draw_compared(struct page *page, const struct compared *compared, const char *year) {
  page_figure(page, arena_printf(page->arena, _("Cost against hours missing, %s"), year));
  struct chart chart = {page_id(page, "figure"), _("Cost of the year against person-hours missing"), compared->text};
  chart_scatter(page->html, &chart, compared->points, (int)compared->count);
  page_paragraph(page, "note",
                 _("Filled: positions kept. Hollow: positions adjusted. Larger: no other point is both "
                   "cheaper and better covered."));
  html_close(page->html);
}

void page_comparison(struct page *page) {
  const char *year = last_year_of(page);
  struct compared compared = compared_of(page, year);
  if (!compared.count || !page_has(page, "comparison"))
    return;
  bool whole = page_tells_all(page) || compared.count <= COMPARED_MOST;
  page_section(page, "comparison", _("Comparison of rotas"));
  if (compared.missing && whole) // the points are numbered as the rows of the table
    draw_compared(page, &compared, year);
  else if (!compared.missing)
    page_paragraph(page, NULL,
                   arena_printf(page->arena,
                                _("Every post is filled in every one of these rotas in %s: they differ in cost and in "
                                  "what they ask of people, not in hours missing."),
                                year));
  if (whole)
    write_compared(page, &compared, arena_printf(page->arena, _("Cost, hours missing and people, %s"), year));
  else
    page_link(page, PAGE_DETAILS_FILE "#comparison", _("Cost, hours missing and people of each rota"));
  const struct settings_row *settings = settings_of(&page->audit->scenario->tables);
  const char *overtime = overtime_sentence(page->arena, page->audit, (int)settings->last_year);
  if (overtime)
    page_paragraph(page, NULL, overtime);
  const char *sharing = sharing_sentence(page->arena, page->audit->scenario);
  if (sharing)
    page_paragraph(page, NULL, sharing);
  const char *free_days = free_days_sentence(page->arena, page->audit, (int)settings->last_year);
  if (free_days)
    page_paragraph(page, NULL, free_days);
  const char *unreplaced = unreplaced_sentence(page->arena, page->audit, (int)settings->last_year);
  if (unreplaced)
    page_paragraph(page, NULL, unreplaced);
  html_close(page->html);
}

// ---------------------------------------------------------------- need curves

enum { HALF_HOURS_MOST = 48 };

struct curve_days { // the days drawn for a unit and term: those most often alike
  const char *unit, *term, *weekday;
  int64_t first_date, days;
};

static bool same_days(const struct result_table *curve, size_t row, const struct curve_days *days) {
  return !strcmp(result_text_of(curve, row, TEXT_unit), days->unit) &&
         !strcmp(result_text_of(curve, row, TEXT_term), days->term) &&
         result_number_of(curve, row, NUMBER_first_date) == days->first_date;
}

static void draw_curve(struct page *page, const struct curve_days *days) {
  const struct result_table *curve = result_find(page->set, "curve");
  struct chart_half_hour half_hours[HALF_HOURS_MOST];
  int count = 0;
  const char *text = "";
  for (size_t row = 0; row < result_row_count(curve) && count < HALF_HOURS_MOST; row++) {
    if (!same_days(curve, row, days))
      continue;
    struct chart_half_hour *at = &half_hours[count++];
    *at = (struct chart_half_hour){
        result_text_of(curve, row, TEXT_half_hour), result_number_of(curve, row, NUMBER_children),
        result_number_of(curve, row, NUMBER_need), result_number_of(curve, row, NUMBER_planned)};
    text = arena_printf(page->arena, _("%s%s: %s children, %s adults needed, %s planned. "), text, at->clock,
                        format_decimal(page->arena, at->children_tenths, 1),
                        format_decimal(page->arena, at->needed_milli, 3),
                        format_decimal(page->arena, at->planned_milli, 3));
  }
  const char *title = arena_printf(
      page->arena, ngettext("%s, %s, %s (%s day)", "%s, %s, %s (%s days alike)", (unsigned long)days->days),
      page_unit(page, days->unit), label_of(page->arena, "term", days->term),
      label_of(page->arena, "weekday", days->weekday), format_integer(page->arena, days->days));
  static const int columns[] = {TEXT_half_hour, NUMBER_children,           NUMBER_need,
                                NUMBER_planned, NUMBER_children_per_adult, 0};
  char first[FIELD_NUMBER_BYTES];
  number_text(first, days->first_date, (struct number_style){0, '.', '\0'});
  const struct result_match matches[] = {
      {TEXT_unit, days->unit}, {TEXT_term, days->term}, {NUMBER_first_date, first}, {0}};
  html_open_class(page->html, "div", "pair");
  page_figure(page, title);
  struct chart chart = {page_id(page, "figure"), title, text};
  chart_curve(page->html, &chart, half_hours, count);
  html_close(page->html);
  html_open(page->html, "div");
  page_table(page, &(struct page_view){curve, columns, matches, title, 0, NULL});
  html_close(page->html);
  html_close(page->html);
}

static struct curve_days *days_of_term(struct curve_days *list, size_t *count, const char *unit, const char *term) {
  for (size_t i = 0; i < *count; i++)
    if (!strcmp(list[i].unit, unit) && !strcmp(list[i].term, term))
      return &list[i];
  list[*count] = (struct curve_days){.unit = unit, .term = term};
  return &list[(*count)++];
}

void page_curves(struct page *page) {
  const struct result_table *curve = result_find(page->set, "curve");
  if (!curve)
    return;
  const struct result_match matches[] = {{NUMBER_year, last_year_of(page)}, {0}};
  struct curve_days *list = arena_array(page->arena, result_row_count(curve), sizeof *list);
  size_t count = 0;
  for (size_t row = SIZE_MAX; result_next(curve, matches, &row);) {
    struct curve_days *days =
        days_of_term(list, &count, result_text_of(curve, row, TEXT_unit), result_text_of(curve, row, TEXT_term));
    if (result_number_of(curve, row, NUMBER_days_alike) <= days->days)
      continue;
    days->days = result_number_of(curve, row, NUMBER_days_alike);
    days->weekday = result_text_of(curve, row, TEXT_weekday);
    days->first_date = result_number_of(curve, row, NUMBER_first_date);
  }
  page_section(page, "curves", _("Children and adults through the day"));
  for (size_t i = 0; i < count; i++)
    draw_curve(page, &list[i]);
  html_close(page->html);
}

// ---------------------------------------------------------------- follow-up and the rest

// Counts the measures by status, and sums what they plan, have realised and have left.
static void write_statuses(struct page *page, const struct result_table *followup) {
  static const struct field_column columns[] = {{"status", FIELD_CODE, 0},
                                                {"measures", FIELD_INTEGER, 0},
                                                {"planned_kr", FIELD_KR, 0},
                                                {"realised_kr", FIELD_KR, 0},
                                                {"remaining_kr", FIELD_KR, 0}};
  static const enum number_column added[] = {NUMBER_planned_kr, NUMBER_realised_kr, NUMBER_remaining_kr};
  enum { ADDED = sizeof added / sizeof *added };
  struct result_table *table = result_table_new(page->arena, "followup_statuses", COLUMNS(columns));
  for (int s = STATUS_NOT_STARTED; s <= STATUS_NOT_REALISED; s++) {
    const char *status = measure_status_word(s);
    const struct result_match matches[] = {{TEXT_status, status}, {0}};
    int64_t count = 0, sums[ADDED] = {0};
    for (size_t row = SIZE_MAX; result_next(followup, matches, &row); count++)
      for (int c = 0; c < ADDED; c++) {
        int64_t ore = result_number_of(followup, row, added[c]);
        sums[c] += ore == FIELD_BLANK ? 0 : ore;
      }
    if (!count)
      continue;
    result_text(table, status);
    result_number(table, count);
    for (int c = 0; c < ADDED; c++)
      result_number(table, sums[c]);
  }
  page_table(page, &(struct page_view){.table = table, .caption = _("Measures by status")});
}

// Copies the given columns of those rows in which `filled` holds a number.
static struct result_table *rows_with(struct page *page, const struct result_table *from, enum number_column filled,
                                      const struct field_column *columns, size_t count) {
  struct result_table *table = result_table_new(page->arena, from->name, columns, count);
  for (size_t row = 0; row < result_row_count(from); row++) {
    if (result_number_of(from, row, filled) == FIELD_BLANK)
      continue;
    for (size_t c = 0; c < count; c++)
      result_copy(table, from, row);
  }
  return table;
}

// Shows what the books say of each measure, and by month.
static void write_books(struct page *page, const struct result_table *followup) {
  static const struct field_column last[] = {{"measure", FIELD_CODE, 0},         {"books_to", FIELD_DATE, 0},
                                             {"books_planned_kr", FIELD_KR, 0},  {"books_saved_kr", FIELD_KR, 0},
                                             {"books_forecast_kr", FIELD_KR, 0}, {"books_light", FIELD_CODE, 0},
                                             {"books_note", FIELD_TEXT, 0}};
  static const struct field_column months[] = {{"measure", FIELD_CODE, 0},
                                               {"month", FIELD_CODE, 0},
                                               {"month_planned_kr", FIELD_KR, 0},
                                               {"books_before_kr", FIELD_KR, 0},
                                               {"pay_settlement_kr", FIELD_KR, 0},
                                               {"sickness_kr", FIELD_KR, 0},
                                               {"other_changes_kr", FIELD_KR, 0},
                                               {"books_now_kr", FIELD_KR, 0},
                                               {"books_saved_kr", FIELD_KR, 0},
                                               {"books_saved_by_month_kr", FIELD_KR, 0},
                                               {"books_planned_by_month_kr", FIELD_KR, 0},
                                               {"books_forecast_kr", FIELD_KR, 0},
                                               {"books_light", FIELD_CODE, 0}};
  const struct result_table *by_month = result_find(page->set, "followup_months");
  struct result_table *table = rows_with(page, followup, NUMBER_books_to, COLUMNS(last));
  if (!by_month || !result_row_count(table))
    return;
  page_table(page,
             &(struct page_view){.table = table, .caption = _("What the books show, up to the last month they have")});
  page_table(page, &(struct page_view){.table = rows_with(page, by_month, NUMBER_books_now_kr, COLUMNS(months)),
                                       .caption = _("What the books show, month by month")});
}

void page_followup(struct page *page) {
  static const int columns[] = {TEXT_paper_unit,
                                TEXT_responsibility,
                                TEXT_status,
                                TEXT_measure,
                                TEXT_responsible,
                                NUMBER_start,
                                NUMBER_planned_kr,
                                NUMBER_realised_kr,
                                NUMBER_to_date,
                                NUMBER_remaining_kr,
                                NUMBER_modelled_kept_kr,
                                NUMBER_modelled_adjusted_kr,
                                TEXT_status_reason,
                                0};
  const struct result_table *followup = result_find(page->set, "followup");
  if (!followup)
    return;
  page_section(page, "followup", _("Follow-up"));
  write_statuses(page, followup);
  if (page_tells_all(page)) {
    page_table(page, &(struct page_view){.table = followup, .columns = columns});
    write_books(page, followup);
  } else {
    page_link(page, PAGE_DETAILS_FILE "#followup", _("Measure by measure"));
  }
  html_close(page->html);
}

void page_further(struct page *page) {
  bool open = false;
  for (size_t i = 0; i < page->set->count; i++) {
    const struct result_table *table = page->set->tables[i];
    if (!result_row_count(table) || table_about(page->arena, table->name)->shown_in_place)
      continue;
    if (!open)
      page_section(page, "further", _("Further tables"));
    open = true;
    whole_table(page, table->name);
  }
  if (open)
    html_close(page->html);
}

void page_accounts(struct page *page) { whole_table(page, "accounts"); }
