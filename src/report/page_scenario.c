// SPDX-License-Identifier: GPL-3.0-or-later
// What the measures come to together, rotas side by side, need curves, risks, follow-up, and how it was found.
#include <string.h>

#include "base/language.h"
#include "report/about.h"
#include "report/chart.h"
#include "report/format.h"
#include "report/labels.h"
#include "report/page.h"

enum { FURTHER_ROWS_MOST = 200 };

static void open_section(struct page *page, const char *id, const char *heading) {
  html_open(page->html, "section");
  html_attribute(page->html, "id", id);
  html_element(page->html, "h2", NULL, heading);
}

// A table of the whole scenario under its own heading.
static void whole_table(struct page *page, const char *name, size_t rows_most) {
  const struct result_table *table = result_find(page->set, name);
  if (!table)
    return;
  html_element(page->html, "h3", NULL, _(table_about(page->arena, name)->title));
  page_table(page, &(struct page_view){.table = table, .rows_most = rows_most});
}

void page_together(struct page *page) {
  if (!result_find(page->set, "together"))
    return;
  open_section(page, "together", _("The measures together"));
  page_table(page, &(struct page_view){.table = result_find(page->set, "together")});
  whole_table(page, "joint", FURTHER_ROWS_MOST);
  html_close(page->html);
}

// ---------------------------------------------------------------- rotas side by side

struct compared {
  const struct result_table *table;
  struct chart_point *points;
  size_t count, room;
  const char *text;
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

// Numbered as in the table: one number per row.
static struct compared compared_of(struct page *page, const struct result_match *matches) {
  struct compared compared = {.table = result_find(page->set, "comparison"), .text = ""};
  for (size_t row = SIZE_MAX; result_next(compared.table, matches, &row);) {
    struct chart_point *point =
        arena_push(page->arena, &compared.points, &compared.count, &compared.room, sizeof *point);
    *point = (struct chart_point){
        (int)compared.count, !strcmp(result_text_at(compared.table, row, "positions"), "adjusted"), false,
        result_number_at(compared.table, row, "cost_kr"), result_number_at(compared.table, row, "understaffed_h")};
  }
  for (size_t i = 0; i < compared.count; i++)
    compared.points[i].best = is_best(&compared, &compared.points[i]);
  return compared;
}

// The points as a table, so that every number in the drawing has its name.
static void write_points(struct page *page, struct compared *compared, const struct result_match *matches,
                         const char *caption) {
  static const struct field_column columns[] = {
      {"number", FIELD_INTEGER, 0},         {"title", FIELD_TEXT, 0},
      {"positions", FIELD_CODE, 0},         {"cost_kr", FIELD_KR, 0},
      {"understaffed_h", FIELD_DECIMAL, 1}, {"remark", FIELD_TEXT, 0},
  };
  struct result_table *table = result_table_new(page->arena, "comparison", COLUMNS(columns));
  size_t i = 0;
  for (size_t row = SIZE_MAX; result_next(compared->table, matches, &row); i++) {
    const struct chart_point *point = &compared->points[i];
    const char *title =
        *result_text_at(compared->table, row, "measure") ? result_text_at(compared->table, row, "title") : _("today");
    result_number(table, point->number);
    result_text(table, title);
    result_text(table, result_text_at(compared->table, row, "positions"));
    result_number(table, point->cost_ore);
    result_number(table, point->short_tenths);
    result_text(table, point->best ? _("none both cheaper and better covered") : "");
    compared->text =
        arena_printf(page->arena, _("%s%d: %s, %s missing hours. "), compared->text, point->number,
                     format_kr(page->arena, point->cost_ore), format_decimal(page->arena, point->short_tenths, 1));
  }
  page_table(page, &(struct page_view){.table = table, .caption = caption});
}

static const char *last_year_of(struct page *page) {
  return page_year(page, (int)settings_of(&page->audit->scenario->tables)->last_year);
}

void page_comparison(struct page *page) {
  const char *year = last_year_of(page);
  const struct result_match matches[] = {{"year", year}, {NULL, NULL}};
  struct compared compared = compared_of(page, matches);
  if (!compared.count || !page_has(page, "comparison"))
    return;
  open_section(page, "comparison", _("Rotas side by side"));
  html_open_class(page->html, "div", "pair");
  html_open(page->html, "div");
  write_points(page, &compared, matches, arena_printf(page->arena, _("Cost and hours missing, %s"), year));
  html_close(page->html);
  page_figure(page, arena_printf(page->arena, _("Cost against hours missing, %s"), year));
  struct chart chart = {page_id(page, "figure"), _("Cost of the year against person-hours missing"), compared.text};
  chart_scatter(page->html, &chart, compared.points, (int)compared.count);
  page_paragraph(page, "note",
                 _("Filled: positions kept. Hollow: positions adjusted. Larger: no other point is both "
                   "cheaper and better covered."));
  html_close(page->html);
  html_close(page->html);
  page_table(page, &(struct page_view){.table = compared.table, .matches = matches});
  html_close(page->html);
}

// ---------------------------------------------------------------- need curves

enum { HALF_HOURS_MOST = 48 };

struct curve_days { // the days drawn for a unit and term: those most often alike
  const char *unit, *term, *weekday;
  int64_t first_date, days;
};

static bool same_days(const struct result_table *curve, size_t row, const struct curve_days *days) {
  return !strcmp(result_text_at(curve, row, "unit"), days->unit) &&
         !strcmp(result_text_at(curve, row, "term"), days->term) &&
         result_number_at(curve, row, "first_date") == days->first_date;
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
    *at = (struct chart_half_hour){result_text_at(curve, row, "half_hour"), result_number_at(curve, row, "children"),
                                   result_number_at(curve, row, "needed"), result_number_at(curve, row, "planned")};
    text = arena_printf(page->arena, _("%s%s: %s children, %s adults needed, %s planned. "), text, at->clock,
                        format_decimal(page->arena, at->children_tenths, 1),
                        format_decimal(page->arena, at->needed_milli, 3),
                        format_decimal(page->arena, at->planned_milli, 3));
  }
  const char *title =
      arena_printf(page->arena, _("%s, %s, %s (%s days alike)"), page_unit(page, days->unit),
                   label_of(page->arena, "term", days->term), label_of(page->arena, "weekday", days->weekday),
                   format_integer(page->arena, days->days));
  static const char *const columns[] = {"half_hour", "children", "needed", "planned", "children_per_adult", NULL};
  char first[FIELD_NUMBER_BYTES];
  number_text(first, days->first_date, (struct number_style){0, '.', '\0'});
  const struct result_match matches[] = {
      {"unit", days->unit}, {"term", days->term}, {"first_date", first}, {NULL, NULL}};
  html_open_class(page->html, "div", "pair");
  page_figure(page, title);
  struct chart chart = {page_id(page, "figure"), title, text};
  chart_curve(page->html, &chart, half_hours, count);
  html_close(page->html);
  html_open(page->html, "div");
  page_table(page, &(struct page_view){curve, columns, matches, title, 0});
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
  const struct result_match matches[] = {{"year", last_year_of(page)}, {NULL, NULL}};
  struct curve_days *list = arena_array(page->arena, result_row_count(curve), sizeof *list);
  size_t count = 0;
  for (size_t row = SIZE_MAX; result_next(curve, matches, &row);) {
    struct curve_days *days =
        days_of_term(list, &count, result_text_at(curve, row, "unit"), result_text_at(curve, row, "term"));
    if (result_number_at(curve, row, "days_alike") <= days->days)
      continue;
    days->days = result_number_at(curve, row, "days_alike");
    days->weekday = result_text_at(curve, row, "weekday");
    days->first_date = result_number_at(curve, row, "first_date");
  }
  open_section(page, "curves", _("Children and adults through the day"));
  for (size_t i = 0; i < count; i++)
    draw_curve(page, &list[i]);
  html_close(page->html);
}

// ---------------------------------------------------------------- follow-up and the rest

void page_followup(struct page *page) {
  if (!result_find(page->set, "followup"))
    return;
  open_section(page, "followup", _("Follow-up"));
  page_table(page, &(struct page_view){.table = result_find(page->set, "followup")});
  html_close(page->html);
}

void page_further(struct page *page) {
  bool open = false;
  for (size_t i = 0; i < page->set->count; i++) {
    const struct result_table *table = page->set->tables[i];
    if (!result_row_count(table) || table_about(page->arena, table->name)->shown_in_place)
      continue;
    if (!open)
      open_section(page, "further", _("Further tables"));
    open = true;
    whole_table(page, table->name, FURTHER_ROWS_MOST);
  }
  if (open)
    html_close(page->html);
}

static void method_lines(struct page *page) {
  static const char *const texts[] = {
      N_("Every unit's year is solved on its real days, with and without the measure, as a programme that first leaves "
         "as "
         "few hours uncovered as can be and then costs as little as can be. Every cost is computed again from the "
         "plan, "
         "shift by shift."),
      N_("Kept: all positions stay and only variable hours react, which is what the accounts will show if nobody "
         "leaves. "
         "Adjusted: positions follow the measure within their bounds; the baseline is solved in the same way."),
      N_("A claim is supported if it is reached even with all positions kept, supported if positions go if it lies "
         "between the two answers, overstated if it is reached in neither."),
      N_("The gap between kept and adjusted depends on somebody acting. What two measures count twice is still in sums "
         "of single measures."),
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    page_paragraph(page, NULL, _(texts[i]));
}

void page_method(struct page *page) {
  open_section(page, "method", _("Method and evidence"));
  method_lines(page);
  whole_table(page, "accounts", FURTHER_ROWS_MOST);
  page_paragraph(page, NULL,
                 arena_printf(page->arena,
                              _("Run %s: these characters follow from every figure in the result tables; "
                                "the same input gives the same. All tables stand as CSV files beside this "
                                "page and in report.xlsx."),
                              page->run_id));
  page_paragraph(
      page, NULL,
      _("The input files with their hashes, the versions, the tariff rows used and the proven bound of every "
        "programme stand in evidence.json."));
  html_close(page->html);
}
