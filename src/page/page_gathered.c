// SPDX-License-Identifier: GPL-3.0-or-later
// gathered.html, the merged results of many scenarios: the answer, the largest measures as a picture, outliers, all
// measures, and what was left out.
#include <stdlib.h>

#include "base/language.h"
#include "page/chart.h"
#include "page/page.h"
#include "report/columns.h"
#include "report/format.h"
#include "report/gathered.h"
#include "report/labels.h"

enum { PAGE_ROWS_MOST = 2000 };

// ---------------------------------------------------------------- the largest

static int by_rank(const void *left, const void *right) {
  const struct gathered_measure *a = *(const struct gathered_measure *const *)left;
  const struct gathered_measure *b = *(const struct gathered_measure *const *)right;
  if (a->rank_kept != b->rank_kept)
    return a->rank_kept < b->rank_kept ? -1 : 1;
  return (a > b) - (a < b); // in the order of the list
}

static const struct gathered_measure **ranked(struct arena *arena, const struct gathered *gathered, size_t *count) {
  const struct gathered_measure **list = arena_array(arena, gathered->measure_count, sizeof *list);
  *count = 0;
  for (size_t m = 0; m < gathered->measure_count; m++)
    if (gathered->measures[m].rank_kept != FIELD_BLANK)
      list[(*count)++] = &gathered->measures[m];
  if (*count)
    qsort(list, *count, sizeof *list, by_rank);
  return list;
}

static struct chart_claim bar_of(struct page *page, const struct gathered_measure *measure) {
  const char *verdict = old_text(measure->table, measure->row, "verdict");
  const char *class_name = label_class("verdict", verdict);
  return (struct chart_claim){
      .title.text =
          arena_printf(page->arena, "%s: %s", measure->result->name, old_text(measure->table, measure->row, "title")),
      .title.verdict = label_of(page->arena, "verdict", verdict),
      .title.class_name = class_name ? class_name : "unknown",
      .claimed_ore = measure->claimed_ore,
      .kept_ore = measure->kept_ore,
      .adjusted_ore = measure->adjusted_ore == FIELD_BLANK ? measure->kept_ore : measure->adjusted_ore};
}

static void draw_largest(struct page *page, const struct gathered *gathered) {
  size_t count;
  const struct gathered_measure **list = ranked(page->arena, gathered, &count);
  const char *title = _("The measures that save most if positions are kept"), *text = "";
  struct chart_claim bars[CHART_CLAIMS_MOST];
  count = count < CHART_CLAIMS_MOST ? count : CHART_CLAIMS_MOST;
  if (!count)
    return;
  for (size_t i = 0; i < count; i++) {
    bars[i] = bar_of(page, list[i]);
    text = arena_printf(page->arena, "%s%s%s", text, i ? " " : "", chart_claim_text(page->arena, &bars[i]));
  }
  page_figure(page, title);
  const struct chart chart = {page_id(page, "figure"), title, text};
  chart_claims(page->html, &chart, bars, (int)count, 0, (int)count);
  page_paragraph(page, "muted",
                 _("Filled: positions kept. Striped: positions adjusted. The upright line: what "
                   "is claimed. Figures: the table of all measures below."));
  html_close(page->html);
}

// ---------------------------------------------------------------- parts

static const struct result_table *table_named(const struct page *page, const char *name) {
  return result_find(page->set, name);
}

static void write_answer(struct page *page, const struct gathered *gathered) {
  page_section(page, "answer", _("The answer"));
  for (const char *const *sentence = gathered_sentences(page->arena, gathered); *sentence; sentence++)
    page_paragraph(page, NULL, *sentence);
  page_table(page, &(struct page_view){.table = table_named(page, "gathered_sums")});
  page_table(page, &(struct page_view){.table = table_named(page, "gathered_verdicts")});
  draw_largest(page, gathered);
  html_close(page->html);
}

static void write_outliers(struct page *page) {
  page_section(page, "outliers", _("Outliers"));
  page_paragraph(page, NULL, gathered_rule(page->arena));
  if (!page_table(page, &(struct page_view){.table = table_named(page, "gathered_outliers")}))
    page_paragraph(page, NULL, _("There is none."));
  html_close(page->html);
}

static void write_measures(struct page *page) {
  static const int columns[] = {TEXT_scenario,
                                TEXT_measure_title,
                                TEXT_country,
                                TEXT_claimed_for,
                                NUMBER_claimed_kr,
                                NUMBER_kept_kr,
                                NUMBER_adjusted_kr,
                                NUMBER_found_kept_percent,
                                NUMBER_found_adjusted_percent,
                                NUMBER_rank_kept,
                                NUMBER_rank_adjusted,
                                TEXT_verdict,
                                TEXT_cover,
                                TEXT_chance_kept,
                                TEXT_chance_adjusted,
                                TEXT_evidence,
                                0};
  page_section(page, "measures", _("All measures"));
  if (!page_table(page, &(struct page_view){
                            .table = table_named(page, "gathered"), .columns = columns, .rows_most = PAGE_ROWS_MOST}))
    page_paragraph(page, NULL, _("There is none."));
  html_close(page->html);
}

static void write_left_out(struct page *page, const struct gathered *gathered) {
  if (!gathered->left_out_count)
    return;
  page_section(page, "left-out", _("Left out"));
  page_table(page, &(struct page_view){.table = table_named(page, "gathered_left_out")});
  html_close(page->html);
}

// ---------------------------------------------------------------- the document

static void write_contents_line(struct page *page, const char *target, const char *text) {
  html_open(page->html, "li");
  html_open(page->html, "a");
  html_attribute(page->html, "href", target);
  html_text(page->html, text);
  html_close(page->html);
  html_close(page->html);
}

static void write_contents(struct page *page, const struct gathered *gathered) {
  html_open(page->html, "nav");
  html_attribute(page->html, "aria-label", _("Contents"));
  html_open(page->html, "ul");
  write_contents_line(page, "#answer", _("The answer"));
  write_contents_line(page, "#outliers", _("Outliers"));
  write_contents_line(page, "#measures", _("All measures"));
  if (gathered->left_out_count)
    write_contents_line(page, "#left-out", _("Left out"));
  html_close(page->html);
  html_close(page->html);
}

static void write_body(struct page *page, const struct gathered *gathered, const char *title) {
  html_open(page->html, "body");
  html_open_class(page->html, "a", "skip");
  html_attribute(page->html, "href", "#answer");
  html_text(page->html, _("Straight to the answer"));
  html_close(page->html);
  svg_patterns(page->html);
  html_open(page->html, "header");
  html_element(page->html, "h1", NULL, title);
  page_paragraph(page, "muted", _("Kroner saved; a saving is positive. Model estimates, not accounting figures."));
  html_close(page->html);
  html_open(page->html, "main");
  write_contents(page, gathered);
  write_answer(page, gathered);
  write_outliers(page);
  write_measures(page);
  write_left_out(page, gathered);
  html_close(page->html);
  page_foot(page);
  html_close(page->html);
}

bool page_write_gathered(struct arena *arena, const struct gathered *gathered, const struct result_set *set, FILE *to) {
  struct audit audit = {.arena = arena}; // no measures: the tables contain their titles
  struct page page = {.html = html_begin(arena, to, language_code(language_now())),
                      .arena = arena,
                      .audit = &audit,
                      .set = set,
                      .run_id = results_run_id(arena, set)};
  const char *title = _("What measures save, gathered from many results");
  page_head(&page, title);
  write_body(&page, gathered, title);
  return html_end(page.html);
}
