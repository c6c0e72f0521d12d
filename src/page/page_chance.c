// SPDX-License-Identifier: GPL-3.0-or-later
// How certain the figures are: what every measure saves in the years drawn, beside its claim; and for each measure, how
// many days are below the norm and which inputs drive its effect.
#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "page/chart.h"
#include "page/page.h"
#include "report/chance.h"
#include "report/columns.h"
#include "report/format.h"
#include "report/labels.h"

static int64_t ore(double kr) { return fixed_round(kr * ORE_PER_KR); }

bool page_has_chance(const struct page *page) { return page->audit->chance_count; }

// ---------------------------------------------------------------- ranges of all

static struct chart_spread spread_of_line(const struct chance_line *line) {
  const double *quantile = line->effect.quantile;
  return (struct chart_spread){ore(quantile[QUANTILE_5]), ore(quantile[QUANTILE_25]), ore(quantile[QUANTILE_50]),
                               ore(quantile[QUANTILE_75]), ore(quantile[QUANTILE_95])};
}

// Finds the two lines by which a measure is judged, one per answer; false if nothing was drawn for it.
static bool lines_of(const struct page *page, size_t measure, const struct chance_line *lines[POSITIONS_ANSWERS]) {
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    lines[p] = chance_line_of(page->audit, measure, (enum positions)p);
  return lines[POSITIONS_KEPT] && lines[POSITIONS_ADJUSTED];
}

static int ranges_of(struct page *page, struct chart_range *ranges) {
  const struct chance_line *lines[POSITIONS_ANSWERS];
  int count = 0;
  for (size_t m = 0; m < page->audit->measure_count; m++) {
    if (!lines_of(page, m, lines))
      continue;
    const struct chance_line *kept = lines[POSITIONS_KEPT];
    bool claimed = kept->claimed_ore != NOT_GIVEN;
    ranges[count++] =
        (struct chart_range){{page->overview[m].title, claimed ? chance_in_words(page->arena, kept) : "",
                              claimed ? label_class("chance_verdict", chance_verdict_name(kept->verdict)) : "unknown"},
                             claimed ? kept->claimed_ore : FIELD_BLANK,
                             spread_of_line(kept),
                             spread_of_line(lines[POSITIONS_ADJUSTED])};
  }
  return count;
}

static const char *range_text(struct arena *arena, const struct chart_range *range) {
  const char *found =
      arena_printf(arena, _("%s to %s if positions are kept, %s to %s if they are adjusted"),
                   format_kr_number(arena, range->kept.low_ore), format_kr_number(arena, range->kept.high_ore),
                   format_kr_number(arena, range->adjusted.low_ore), format_kr_number(arena, range->adjusted.high_ore));
  if (range->claimed_ore == FIELD_BLANK)
    return arena_printf(arena, "%s: %s. ", range->title.text, found);
  return arena_printf(arena, _("%s: claimed %s, %s; %s. "), range->title.text,
                      format_kr_number(arena, range->claimed_ore), found, range->title.verdict);
}

static void draw_ranges(struct page *page) {
  struct chart_range *ranges = arena_array(page->arena, page->audit->measure_count, sizeof *ranges);
  int count = ranges_of(page, ranges);
  for (int first = 0; first < count; first += CHART_CLAIMS_MOST) {
    int rows = count - first < CHART_CLAIMS_MOST ? count - first : CHART_CLAIMS_MOST;
    const char *text = "";
    for (int i = first; i < first + rows; i++)
      text = arena_printf(page->arena, "%s%s", text, range_text(page->arena, &ranges[i]));
    page_figure(page,
                first ? _("Continued, on the same scale") : _("What is saved in the years drawn, beside the claim"));
    struct chart chart = {page_id(page, "figure"), _("What is saved in the years drawn, beside the claim"), text};
    chart_ranges(page->html, &chart, ranges, count, first, rows);
    html_close(page->html);
  }
}

// Writes the lines by which measures are judged; the others are in chance.csv.
static void write_ranges(struct page *page) {
  static const struct field_column columns[] = {
      {"measure", FIELD_CODE, 0},
      {"positions", FIELD_CODE, 0},
      {"chance_verdict", FIELD_CODE, 0},
      {"claimed_kr", FIELD_KR, 0},
      {"reached_percent", FIELD_DECIMAL, 1},
      {"mean_kr", FIELD_KR, 0},
      {"p5_kr", FIELD_KR, 0},
      {"p25_kr", FIELD_KR, 0},
      {"p50_kr", FIELD_KR, 0},
      {"p75_kr", FIELD_KR, 0},
      {"p95_kr", FIELD_KR, 0},
      {"error_kr", FIELD_KR, 0},
  };
  const struct result_table *chance = result_find(page->set, "chance");
  struct result_table *table = result_table_new(page->arena, "chance", COLUMNS(columns));
  const struct chance_line *lines[POSITIONS_ANSWERS];
  for (size_t m = 0; m < page->audit->measure_count; m++)
    for (int p = 0; p < POSITIONS_ANSWERS && lines_of(page, m, lines); p++) {
      size_t row = (size_t)(lines[p] - page->audit->chance);
      for (size_t c = 0; c < sizeof columns / sizeof *columns; c++)
        result_copy(table, chance, row);
    }
  page_table(page, &(struct page_view){.table = table});
}

static void write_sentences(struct page *page) {
  html_open(page->html, "ul");
  for (size_t m = 0; m < page->audit->measure_count; m++) {
    const char *sentence = chance_sentence(page->arena, page->audit, m);
    if (!sentence)
      continue;
    html_open(page->html, "li");
    html_open(page->html, "a");
    html_attribute(page->html, "href", arena_printf(page->arena, "#m-%zu", m + 1));
    html_text(page->html, page->overview[m].title);
    html_close(page->html);
    html_text(page->html, arena_printf(page->arena, ": %s.", sentence));
    html_close(page->html);
  }
  html_close(page->html);
}

void page_chance(struct page *page) {
  if (!page_has_chance(page))
    return;
  page_section(page, "chance", _("How sure the figures are"));
  page_paragraph(page, NULL, chance_terms_sentence(page->arena, page->audit));
  write_sentences(page);
  const char *pairing = chance_pairing_sentence(page->arena, page->audit);
  if (pairing)
    page_paragraph(page, NULL, pairing);
  if (page_decides(page))
    draw_ranges(page);
  if (page_tells_all(page))
    write_ranges(page);
  html_close(page->html);
}

// ---------------------------------------------------------------- days below the norm

struct days { // of one answer
  struct chart_days *classes;
  int count;
  const char *text;
};

static struct days days_of(struct page *page, const struct result_match *matches) {
  const struct result_table *table = result_find(page->set, "chance_days");
  struct days days = {.text = ""};
  if (!table)
    return days;
  days.classes = arena_array(page->arena, result_row_count(table), sizeof *days.classes);
  for (size_t row = SIZE_MAX; result_next(table, matches, &row);) {
    struct chart_days *at = &days.classes[days.count++];
    *at = (struct chart_days){result_number_of(table, row, NUMBER_days_from),
                              result_number_of(table, row, NUMBER_days_to),
                              result_number_of(table, row, NUMBER_years_before_percent),
                              result_number_of(table, row, NUMBER_years_after_percent)};
    days.text = arena_printf(page->arena, _("%s%s to %s days: %s of the years without the measure, %s with it. "),
                             days.text, format_integer(page->arena, at->from), format_integer(page->arena, at->to),
                             format_percent(page->arena, at->before_tenths, 1),
                             format_percent(page->arena, at->after_tenths, 1));
  }
  return days;
}

static void write_days(struct page *page, const struct chance_line *line) {
  static const int columns[] = {NUMBER_days_from, NUMBER_days_to, NUMBER_years_before_percent,
                                NUMBER_years_after_percent, 0};
  const struct result_match matches[] = {
      {TEXT_measure, measure_rows(&page->audit->scenario->tables)[line->measure].measure},
      {NUMBER_year, fiscal_year_name(page->arena, line->year)},
      {TEXT_drawn_for, line->full ? "full_year" : "in_year"},
      {TEXT_positions, positions_name(line->positions)},
      {0}};
  struct days days = days_of(page, matches);
  if (!days.count)
    return;
  const char *title = line->positions == POSITIONS_KEPT
                          ? _("Days below the norm in the years drawn, if positions are kept")
                          : _("Days below the norm in the years drawn, if positions are adjusted");
  if (days.count == 1) { // only the class of 0 days
    page_paragraph(page, NULL,
                   arena_printf(page->arena, _("%s: none in any of them, without the measure or with it."), title));
    return;
  }
  html_open_class(page->html, "div", "pair");
  page_figure(page, title);
  struct chart chart = {page_id(page, "figure"), title, days.text};
  chart_days(page->html, &chart, days.classes, days.count,
             line->positions == POSITIONS_KEPT ? _("Today") : _("Without the measure, positions fitted too"));
  html_close(page->html);
  html_open(page->html, "div");
  page_table(page, &(struct page_view){result_find(page->set, "chance_days"), columns, matches, title, 0, NULL});
  html_close(page->html);
  html_close(page->html);
}

// ---------------------------------------------------------------- what moves the effect

enum { SWINGS_MOST = 10 };

// "Yearly pay (pay), category=n"; inputs that move together begin with their shared cause.
static const char *input_text(struct page *page, const struct result_table *drivers, size_t row) {
  const char *file = result_text_of(drivers, row, TEXT_file), *tie = result_text_of(drivers, row, TEXT_tie);
  const char *table = arena_text(page->arena, file, strcspn(file, ".")),
             *where = result_text_of(drivers, row, TEXT_row);
  const char *column = label_of_input(page->arena, table, result_text_of(drivers, row, TEXT_column));
  const char *text = arena_printf(page->arena, _("%s (%s)"), column, label_of(page->arena, "table", table));
  if (*where)
    text = arena_printf(page->arena, "%s, %s", text,
                        label_of_conditions(page->arena, &page->audit->scenario->tables, where));
  return *tie ? arena_printf(page->arena, "%s: %s", tie, text) : text;
}

// Only a percentage needs its unit: the other names include it.
static const char *end_text(struct page *page, const struct result_table *drivers, size_t row, enum text_column end) {
  bool percent = !strcmp(result_text_of(drivers, row, TEXT_counted_in), "%");
  return arena_printf(page->arena, percent ? "%s %%" : "%s", result_text_of(drivers, row, end));
}

static int swings_of(struct page *page, const struct result_match *matches, struct chart_swing *swings,
                     int64_t *effect_ore, const char **text) {
  const struct result_table *drivers = result_find(page->set, "drivers");
  int count = 0;
  *text = "";
  for (size_t row = SIZE_MAX; result_next(drivers, matches, &row) && count < SWINGS_MOST;) {
    int64_t low = result_number_of(drivers, row, NUMBER_swing_low_kr),
            high = result_number_of(drivers, row, NUMBER_swing_high_kr);
    if (low == FIELD_BLANK || high == FIELD_BLANK)
      continue;
    *effect_ore = result_number_of(drivers, row, NUMBER_effect_kr);
    struct chart_swing *swing = &swings[count++];
    *swing = (struct chart_swing){input_text(page, drivers, row), end_text(page, drivers, row, TEXT_drawn_low),
                                  end_text(page, drivers, row, TEXT_drawn_high), *effect_ore + low, *effect_ore + high};
    *text = arena_printf(page->arena, _("%s%s: at %s %s, at %s %s. "), *text, swing->label, swing->low,
                         format_kr(page->arena, swing->at_low_ore), swing->high,
                         format_kr(page->arena, swing->at_high_ore));
  }
  return count;
}

static int64_t width_of(const struct chart_swing *swing, int64_t effect_ore) {
  int64_t least = effect_ore, most = effect_ore;
  const int64_t ends[] = {swing->at_low_ore, swing->at_high_ore};
  for (int e = 0; e < 2; e++) {
    least = ends[e] < least ? ends[e] : least;
    most = ends[e] > most ? ends[e] : most;
  }
  return most - least;
}

// The widest first; equal ones in their order.
static void sort_swings(struct chart_swing *swings, int count, int64_t effect_ore) {
  for (int i = 1; i < count; i++) {
    struct chart_swing swing = swings[i];
    int k = i;
    for (; k > 0 && width_of(&swings[k - 1], effect_ore) < width_of(&swing, effect_ore); k--)
      swings[k] = swings[k - 1];
    swings[k] = swing;
  }
}

static void write_drivers(struct page *page, const struct chance_line *line) {
  static const int columns[] = {TEXT_driver,         NUMBER_rank,          TEXT_tie,
                                TEXT_file,           NUMBER_file_line,     TEXT_row,
                                TEXT_column,         TEXT_value_now,       TEXT_drawn_low,
                                TEXT_drawn_high,     TEXT_counted_in,      NUMBER_variance_percent,
                                NUMBER_swing_low_kr, NUMBER_swing_high_kr, 0};
  const struct result_table *drivers = result_find(page->set, "drivers");
  const struct result_match matches[] = {
      {TEXT_measure, measure_rows(&page->audit->scenario->tables)[line->measure].measure},
      {TEXT_positions, positions_name(line->positions)},
      {0}};
  struct chart_swing swings[SWINGS_MOST];
  int64_t effect_ore = 0;
  const char *text, *title = line->positions == POSITIONS_KEPT ? _("What moves the effect, if positions are kept")
                                                               : _("What moves the effect, if positions are "
                                                                   "adjusted");
  size_t row = SIZE_MAX;
  if (!drivers || !result_next(drivers, matches, &row))
    return;
  int count = swings_of(page, matches, swings, &effect_ore, &text);
  sort_swings(swings, count, effect_ore);
  if (count) {
    page_figure(page, title);
    struct chart chart = {page_id(page, "figure"), title, text};
    chart_tornado(page->html, &chart, swings, count, effect_ore,
                  line->claimed_ore == NOT_GIVEN ? FIELD_BLANK : line->claimed_ore);
    html_close(page->html);
  }
  page_table(page, &(struct page_view){drivers, columns, matches, title, 0, NULL});
}

void page_chance_of(struct page *page, const struct overview_line *line) {
  const struct chance_line *lines[POSITIONS_ANSWERS];
  if (!lines_of(page, line->effect->measure, lines))
    return;
  page_part(page, line, "chance", _("In years drawn by chance"));
  const char *sentence = chance_sentence(page->arena, page->audit, line->effect->measure);
  page_paragraph(page, NULL, arena_printf(page->arena, _("By chance: %s."), sentence));
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    write_days(page, lines[p]);
  for (int p = 0; p < POSITIONS_ANSWERS; p++)
    write_drivers(page, lines[p]);
}
