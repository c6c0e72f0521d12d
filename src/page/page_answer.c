// SPDX-License-Identifier: GPL-3.0-or-later
// What is claimed, what the model finds, what fails and what breaks minimum staffing: the first screen.
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "page/chart.h"
#include "report/format.h"
#include "report/headline.h"
#include "report/labels.h"
#include "page/page.h"
#include "report/ratios.h"

struct counts { // of measures
  int verdicts[VERDICTS], below_norm;
};

static struct counts counts_of(const struct page *page) {
  struct counts counts = {0};
  for (size_t m = 0; m < page->audit->measure_count; m++) {
    counts.verdicts[page->overview[m].verdict]++;
    counts.below_norm += overview_below_norm(&page->overview[m]);
  }
  return counts;
}

// ---------------------------------------------------------------- headline and tiles

static void write_headline(struct page *page, const struct headline *headline) {
  const char *sentences[HEADLINE_SENTENCES];
  headline_sentences(page->arena, headline, sentences);
  for (int i = 0; i < HEADLINE_SENTENCES; i++)
    if (sentences[i])
      page_paragraph(page, "lead", sentences[i]);
}

// Modelled and taken over, within the target and outside it: four sums that add up.
static void write_sums(struct page *page) {
  static const char *const columns[] = {"of", "population", "measures", "claimed_kr", "kept_kr", "adjusted_kr", NULL};
  const struct result_table *sums = result_find(page->set, "sums");
  if (sums)
    page_table(page, &(struct page_view){sums, columns, NULL,
                                         _("What the model can check and what it takes from the paper, towards the "
                                           "target and outside it, all at once"),
                                         0, NULL});
}

static void write_tile(struct page *page, const char *class_name, int count, const char *text) {
  if (!count)
    return;
  html_open_class(page->html, "li", class_name);
  html_element(page->html, "strong", NULL, format_integer(page->arena, count));
  html_text(page->html, text);
  html_close(page->html);
}

static void write_tiles(struct page *page, const struct counts *counts) {
  html_open_class(page->html, "ul", "tiles");
  static const struct {
    enum verdict verdict;
    const char *text;
  } tiles[] = {
      {VERDICT_NOT_REACHED, N_("✗ not reached, even if positions follow")},
      {VERDICT_COST_DEARER, N_("✗ cost more than claimed")},
      {VERDICT_ONLY_IF_MORE_GO, N_("! reached only if more positions go")},
      {VERDICT_FOLLOWS, N_("! follow from the posts they remove")},
      {VERDICT_REACHED, N_("✓ reached without anybody leaving")},
      {VERDICT_MORE_THAN_CLAIMED, N_("✓ more than claimed")},
      {VERDICT_COST_AS_CLAIMED, N_("✓ cost as claimed")},
      {VERDICT_COST_CHEAPER, N_("✓ cost less than claimed")},
      {VERDICT_TAKEN_OVER_DOUBTED, N_("! not checked, doubted by the paper itself")},
      {VERDICT_TAKEN_OVER, N_("? not checked, taken from the paper")},
      {VERDICT_NOT_TESTABLE, N_("? not testable")},
      {VERDICT_NO_CLAIM, N_("– without a claim")},
  };
  write_tile(page, "bad", counts->below_norm, _("✗ below minimum staffing"));
  for (size_t i = 0; i < sizeof tiles / sizeof *tiles; i++)
    write_tile(page, verdict_class(tiles[i].verdict), counts->verdicts[tiles[i].verdict], _(tiles[i].text));
  html_close(page->html);
}

// ---------------------------------------------------------------- which claims fail, and why

// How much of the claim is missing at best; the verdict comes first.
static int64_t missing_ore(const struct overview_line *line) {
  bool bad = line->verdict == VERDICT_NOT_REACHED;
  int64_t most = line->adjusted_ore > line->kept_ore ? line->adjusted_ore : line->kept_ore;
  return line->claimed.amount_ore - (bad ? most : line->kept_ore);
}

static int urgency(const struct overview_line *line) {
  static const int by_verdict[VERDICTS] = {
      [VERDICT_NOT_REACHED] = 0,     [VERDICT_COST_DEARER] = 0,   [VERDICT_ONLY_IF_MORE_GO] = 1,
      [VERDICT_NOT_TESTABLE] = 2,    [VERDICT_FOLLOWS] = 3,       [VERDICT_MORE_THAN_CLAIMED] = 4,
      [VERDICT_COST_CHEAPER] = 4,    [VERDICT_REACHED] = 5,       [VERDICT_COST_AS_CLAIMED] = 5,
      [VERDICT_TAKEN_OVER_DOUBTED] = 6, [VERDICT_TAKEN_OVER] = 7, [VERDICT_NO_CLAIM] = 8,
  };
  return by_verdict[line->verdict];
}

static bool has_amounts(const struct overview_line *line) {
  return line->claimed.amount_ore != NOT_GIVEN && line->kept_ore != FIELD_BLANK;
}

// Where nothing at all is claimed, what is found is drawn by itself. An amount of the paper is no finding.
static bool is_drawn(const struct overview_line *line, bool claims) {
  if (line->effect->arithmetic && !line->effect->given_up)
    return false;
  return claims ? has_amounts(line) : line->kept_ore != FIELD_BLANK;
}

static int by_urgency(const void *left, const void *right) {
  const struct overview_line *a = *(const struct overview_line *const *)left;
  const struct overview_line *b = *(const struct overview_line *const *)right;
  if (urgency(a) != urgency(b))
    return urgency(a) < urgency(b) ? -1 : 1;
  int64_t missing_a = has_amounts(a) ? missing_ore(a) : 0, missing_b = has_amounts(b) ? missing_ore(b) : 0;
  if (missing_a != missing_b)
    return missing_a > missing_b ? -1 : 1;
  return a->effect->measure < b->effect->measure ? -1 : 1;
}

static const struct overview_line **sorted_lines(const struct page *page) {
  const struct overview_line **lines = arena_array(page->arena, page->audit->measure_count, sizeof *lines);
  for (size_t m = 0; m < page->audit->measure_count; m++)
    lines[m] = &page->overview[m];
  qsort(lines, page->audit->measure_count, sizeof *lines, by_urgency);
  return lines;
}

static bool is_listed(const struct overview_line *line) {
  return !verdict_is_met(line->verdict) ? line->verdict != VERDICT_TAKEN_OVER : overview_cover_fails(line);
}

static void write_failing(struct page *page, const struct overview_line *line) {
  html_open_class(page->html, "li", overview_cover_fails(line) ? "bad" : verdict_class(line->verdict));
  page_verdict(page, line);
  html_text(page->html, " ");
  html_open(page->html, "a");
  html_attribute(page->html, "href", arena_printf(page->arena, "#m-%zu", line->effect->measure + 1));
  html_text(page->html, line->title);
  html_close(page->html);
  if (line->claimed.amount_ore != NOT_GIVEN)
    html_text(page->html,
              arena_printf(page->arena, _(", claimed %s"), format_kr(page->arena, line->claimed.amount_ore)));
  page_paragraph(page, NULL, line->why);
  page_paragraph(page, "note", line->evidence);
  html_close(page->html);
}

static void write_failures(struct page *page, const struct overview_line **lines, bool claims) {
  size_t listed = 0;
  for (size_t m = 0; m < page->audit->measure_count; m++)
    listed += is_listed(lines[m]);
  if (!listed && claims)
    html_element(page->html, "h3", NULL, _("Every claim holds"));
  if (!listed)
    return;
  html_element(page->html, "h3", NULL,
               claims ? _("Which claims do not hold as they stand, and why") : _("What to look at"));
  html_open_class(page->html, "ul", "verdicts");
  for (size_t m = 0; m < page->audit->measure_count; m++)
    if (is_listed(lines[m]))
      write_failing(page, lines[m]);
  html_close(page->html);
}

// ---------------------------------------------------------------- chart

struct drawn { // the claims of all charts
  struct chart_claim *claims;
  int count;
  bool any; // anything claimed at all?
};

static struct drawn drawn_claims(struct page *page, const struct overview_line **lines, bool any) {
  struct drawn drawn = {arena_array(page->arena, page->audit->measure_count, sizeof *drawn.claims), 0, any};
  for (size_t m = 0; m < page->audit->measure_count; m++)
    if (is_drawn(lines[m], any))
      drawn.claims[drawn.count++] = (struct chart_claim){lines[m]->title,
                                                         any ? lines[m]->verdict_words : "",
                                                         verdict_class(lines[m]->verdict),
                                                         lines[m]->claimed.amount_ore,
                                                         lines[m]->kept_ore,
                                                         lines[m]->adjusted_ore};
  return drawn;
}

// As many charts as it takes for each to stay whole on a sheet.
static void draw_claims(struct page *page, const struct drawn *drawn) {
  const char *heading =
      drawn->any ? _("Claimed against found, the claims that fail first") : _("What is found, measure by measure");
  for (int first = 0; first < drawn->count; first += CHART_CLAIMS_MOST) {
    int rows = drawn->count - first < CHART_CLAIMS_MOST ? drawn->count - first : CHART_CLAIMS_MOST;
    const char *text = "";
    for (int i = first; i < first + rows; i++)
      text = arena_printf(page->arena, "%s%s: %s; %s. ", text, drawn->claims[i].label,
                          chart_claim_text(page->arena, &drawn->claims[i]), drawn->claims[i].verdict);
    page_figure(page, first ? _("Continued, on the same scale") : heading);
    struct chart chart = {page_id(page, "figure"), _("What is claimed and what the model finds, measure by measure"),
                          text};
    chart_claims(page->html, &chart, drawn->claims, drawn->count, first, rows);
    html_close(page->html);
  }
}

// What fails beside the drawing; the drawing alone where nothing is claimed and nothing fails.
static void write_findings(struct page *page, const struct overview_line **lines, bool claims) {
  struct drawn drawn = drawn_claims(page, lines, claims);
  bool listed = claims;
  for (size_t m = 0; m < page->audit->measure_count; m++)
    listed |= is_listed(lines[m]);
  html_open_class(page->html, "div", listed ? "pair" : NULL);
  if (listed) {
    html_open(page->html, "div");
    write_failures(page, lines, claims);
    html_close(page->html);
  }
  html_open(page->html, "div");
  draw_claims(page, &drawn);
  html_close(page->html);
  html_close(page->html);
}

void page_answer(struct page *page) {
  html_open(page->html, "section");
  html_attribute(page->html, "id", "answer");
  html_attribute(page->html, "tabindex", "-1");
  html_element(page->html, "h2", NULL, _("The answer"));
  if (page->audit->measure_count) {
    struct headline headline = headline_of(page->audit);
    struct counts counts = counts_of(page);
    const struct overview_line **lines = sorted_lines(page);
    write_headline(page, &headline);
    write_sums(page);
    write_tiles(page, &counts);
    write_findings(page, lines, headline.claims > 0);
  } else {
    const char *schools = schools_sentence(page->arena, page->audit);
    page_paragraph(page, "lead", schools ? schools : _("This scenario has no measures: it describes the staffing of today."));
  }
  html_close(page->html);
}
