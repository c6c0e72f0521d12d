// SPDX-License-Identifier: GPL-3.0-or-later
// levels.html: levels of staffing as a picture, as its table, and in sentences.
#include "base/fixed.h"
#include "base/language.h"
#include "page/chart.h"
#include "page/page.h"
#include "report/columns.h"
#include "report/format.h"
#include "report/levels.h"

static int64_t ore(double kr) { return fixed_round(kr * ORE_PER_KR); }

static const char *title_of(struct arena *arena, const struct levels *levels, size_t item) {
  const struct level *level = &levels->items[item];
  const char *name = levels_point_name(arena, levels, item);
  if (level->kind != LEVEL_MEASURE)
    return name;
  return arena_printf(arena, _("%s (%s)"), measure_rows(&levels->scenario->tables)[level->measure].title, name);
}

// ---------------------------------------------------------------- the picture

static struct chart_level mark_of(struct page *page, const struct levels *levels, size_t item) {
  static const enum chart_mark marks[] = {
      [LEVEL_TODAY] = MARK_TODAY, [LEVEL_STEP] = MARK_LEVEL, [LEVEL_MEASURE] = MARK_MEASURE};
  const struct level *level = &levels->items[item];
  const struct spread *cost = &level->cost_kr, *empty = &level->empty_h;
  return (struct chart_level){.label = levels_point_name(page->arena, levels, item),
                              .mark = marks[level->kind],
                              .on_curve = level->place == LEVEL_ON_CURVE,
                              .cost_ore = ore(cost->mean),
                              .cost_low_ore = ore(cost->quantile[QUANTILE_5]),
                              .cost_high_ore = ore(cost->quantile[QUANTILE_95]),
                              .empty_tenths = tenths(empty->mean),
                              .empty_low_tenths = tenths(empty->quantile[QUANTILE_5]),
                              .empty_high_tenths = tenths(empty->quantile[QUANTILE_95])};
}

static void draw(struct page *page, const struct levels *levels) {
  struct chart_level *marks = arena_array(page->arena, levels->count, sizeof *marks);
  const char *text = "", *title = _("Cost against hours left empty, in years drawn by chance");
  for (size_t i = 0; i < levels->count; i++) {
    marks[i] = mark_of(page, levels, i);
    text = arena_printf(page->arena, _("%s%s: %s, %s hours empty. "), text, marks[i].label,
                        format_kr(page->arena, marks[i].cost_ore),
                        format_integer(page->arena, marks[i].empty_tenths / 10));
  }
  page_figure(page, title);
  struct chart chart = {page_id(page, "figure"), title, text};
  chart_levels(page->html, &chart, marks, (int)levels->count);
  page_paragraph(
      page, "muted",
      _("Means of the years drawn; thin lines hold nine of ten of them, in cost and in hours. The curve joins the "
        "levels that no other beats. Figures: the table below."));
  html_close(page->html);
}

// ---------------------------------------------------------------- its table

static void write_table(struct page *page, const struct levels *levels) {
  static const struct field_column columns[] = {
      {"level", FIELD_TEXT, 0},
      {"level_fte", FIELD_DECIMAL, 3},
      {"level_cost_kr", FIELD_KR, 0},
      {"level_p5_kr", FIELD_KR, 0},
      {"level_p95_kr", FIELD_KR, 0},
      {"level_saved_kr", FIELD_KR, 0},
      {"claimed_kr", FIELD_KR, 0},
      {"level_empty_h", FIELD_DECIMAL, 1},
      {"level_empty_p5_h", FIELD_DECIMAL, 1},
      {"level_empty_p95_h", FIELD_DECIMAL, 1},
      {"level_below_days", FIELD_DECIMAL, 1},
      {"per_hour_covered_kr", FIELD_KR, 0},
      {"curve_place", FIELD_CODE, 0},
  };
  const struct result_table *full = page->set->tables[0];
  struct result_table *table = result_table_new(page->arena, "levels", COLUMNS(columns));
  for (size_t i = 0; i < levels->count; i++) {
    result_text(table, title_of(page->arena, levels, i));
    for (size_t c = 1; c < sizeof columns / sizeof *columns; c++)
      result_copy(table, full, i);
  }
  page_table(page,
             &(struct page_view){.table = table,
                                 .caption = _("Levels of staffing, means of the years drawn; more in levels.csv")});
}

static void write_all(struct page *page, const char *const *sentences) {
  for (; *sentences; sentences++)
    page_paragraph(page, NULL, *sentences);
}

static void write_body(struct page *page, const struct levels *levels) {
  const struct settings_row *settings = settings_of(&levels->scenario->tables);
  html_open(page->html, "body");
  svg_patterns(page->html);
  html_open(page->html, "header");
  html_element(page->html, "h1", NULL, _("What level of staffing is best?"));
  page_paragraph(page, "muted",
                 settings->place ? arena_printf(page->arena, "%s · %s", settings->title, settings->place)
                                 : settings->title);
  page_paragraph(page, "muted", levels_heading(page->arena, levels));
  page_paragraph(page, "muted", _("Model estimates, not accounting figures."));
  html_close(page->html);
  html_open(page->html, "main");
  page_section(page, "answer", _("The answer"));
  write_all(page, levels_findings(page->arena, levels));
  draw(page, levels);
  write_table(page, levels);
  html_close(page->html);
  page_section(page, "method", _("What it rests on"));
  write_all(page, levels_terms(page->arena, levels));
  html_close(page->html);
  html_close(page->html);
  page_foot(page);
  html_close(page->html);
}

bool page_write_levels(struct arena *arena, const struct levels *levels, FILE *to) {
  struct audit audit = {.scenario = levels->scenario, .arena = arena}; // no measures: the table contains their titles
  struct result_table *table = levels_table(arena, levels);
  struct result_set set = {.tables = arena_alloc(arena, sizeof *set.tables), .count = 1};
  set.tables[0] = table;
  struct page page = {.html = html_begin(arena, to, language_code(language_now())),
                      .arena = arena,
                      .audit = &audit,
                      .set = &set,
                      .run_id = results_run_id(arena, &set)};
  page_head(&page, arena_printf(arena, _("%s: levels of staffing"), settings_of(&levels->scenario->tables)->title));
  write_body(&page, levels);
  return html_end(page.html);
}
