// SPDX-License-Identifier: GPL-3.0-or-later
// What is needed to decide on one measure, on at most one sheet: its story (report/story.h) with a drawing, and the
// cover if it changes. The tables behind it are on details.html.
#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "page/chart.h"
#include "page/page.h"
#include "report/chance.h"
#include "report/columns.h"
#include "report/format.h"
#include "report/labels.h"
#include "report/story.h"

// ---------------------------------------------------------------- the sentences

static void write_answer(struct page *page, const struct overview_line *line) {
  html_open(page->html, "p");
  page_verdict(page, line);
  html_text(page->html, " ");
  html_text(page->html, story_answer(page->arena, line));
  html_close(page->html);
  page_paragraph(page, "note", story_terms(page->arena, page->audit, line));
}

// Writes the heading of a part and its sentences, as a list if there are several. Returns false if there are none.
static bool write_part(struct page *page, const struct overview_line *line, enum story_part part) {
  size_t count;
  const char *const *sentences = story_sentences(page->arena, page->audit, line, part, &count);
  if (!count)
    return false;
  html_element(page->html, "h3", NULL, story_heading(part));
  if (count > 1)
    html_open(page->html, "ul");
  for (size_t i = 0; i < count; i++)
    html_element(page->html, count > 1 ? "li" : "p", NULL, sentences[i]);
  if (count > 1)
    html_close(page->html);
  return true;
}

// ---------------------------------------------------------------- the drawing

static int64_t ore_of(double kr) { return fixed_round(kr * ORE_PER_KR); }

static void add_ranges(const struct page *page, const struct overview_line *line, struct chart_found *found) {
  const struct chance_line *kept = chance_line_of(page->audit, line->effect->measure, POSITIONS_KEPT);
  const struct chance_line *adjusted = chance_line_of(page->audit, line->effect->measure, POSITIONS_ADJUSTED);
  found->ranges = kept && adjusted;
  if (!found->ranges)
    return;
  found->kept_low_ore = ore_of(kept->effect.quantile[QUANTILE_5]);
  found->kept_high_ore = ore_of(kept->effect.quantile[QUANTILE_95]);
  found->adjusted_low_ore = ore_of(adjusted->effect.quantile[QUANTILE_5]);
  found->adjusted_high_ore = ore_of(adjusted->effect.quantile[QUANTILE_95]);
}

// Draws nothing if there is only one figure: the sentence already says it.
static bool draw_found(struct page *page, const struct overview_line *line) {
  bool claimed = line->claimed.amount_ore != NOT_GIVEN;
  struct chart_found found = {
      claimed ? line->claimed.amount_ore : FIELD_BLANK, line->kept_ore, line->adjusted_ore, false, 0, 0, 0, 0};
  if (line->kept_ore == FIELD_BLANK || (!claimed && line->kept_ore == line->adjusted_ore))
    return false;
  add_ranges(page, line, &found);
  const char *year = line->full ? _("full year") : page_year(page, line->year->year);
  const char *title = claimed ? arena_printf(page->arena, _("Claimed and found, %s"), year)
                              : arena_printf(page->arena, _("Saved, %s"), year);
  const struct chart_claim words = {{"", "", ""}, found.claimed_ore, found.kept_ore, found.adjusted_ore};
  page_figure(page,
              found.ranges ? arena_printf(page->arena, _("%s; thin line: nine of ten years drawn"), title) : title);
  chart_found(page->html, &(struct chart){page_id(page, "figure"), title, chart_claim_text(page->arena, &words)},
              &found);
  html_close(page->html);
  return true;
}

// ---------------------------------------------------------------- where the rest is

static void write_more(struct page *page, const struct overview_line *line) {
  static const struct {
    const char *part, *table, *text;
  } parts[] = {
      {"changes", "changes", N_("what changes")},
      {"bridge", "bridge", N_("from the claim to what is found")},
      {"years", "effects", N_("year by year")},
      {"positions", "positions", N_("which positions can go")},
      {"cover", "weeks", N_("cover and hours, week by week")},
      {"rules", "compliance", N_("rules")},
      {"why", "why", N_("why it binds")},
      {"assumptions", "assumptions", N_("all assumptions")},
      {"reverse", "reverse", N_("when it would be true")},
  };
  int count = 0;
  html_open_class(page->html, "p", "more");
  html_text(page->html, _("Tables:"));
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    if (!page_has_rows(page, line, parts[i].table) || (!strcmp(parts[i].part, "why") && !page_has_limits(page, line)))
      continue;
    html_text(page->html, count++ ? ", " : " ");
    page_link(page, page_details(page, line, parts[i].part), _(parts[i].text));
  }
  html_close(page->html);
}

// Writes a part into its own box; the tall one fills the second column, beside the other two.
static void place_part(struct page *page, const struct overview_line *line, enum story_part part, bool tall) {
  html_open_class(page->html, "div", tall ? "tall" : NULL);
  write_part(page, line, part);
  if (part == STORY_WORTH)
    draw_found(page, line);
  html_close(page->html);
}

static void write_parts(struct page *page, const struct overview_line *line, const enum story_part parts[3], int tall) {
  html_open_class(page->html, "div", "parts");
  for (int i = 0; i < 3; i++)
    place_part(page, line, parts[i], i == tall);
  html_close(page->html);
}

// Follows the order of the story; drawings and tables stand below the sentences they illustrate.
void page_card(struct page *page, const struct overview_line *line) {
  static const enum story_part first[] = {STORY_CHANGES, STORY_WORTH, STORY_BREAKS},
                               then[] = {STORY_WHO_GOES, STORY_FIXES, STORY_ASSUMPTIONS};
  write_answer(page, line);
  if (line->row->note)
    page_paragraph(page, "note", line->row->note);
  write_parts(page, line, first, 1);
  page_cover_change(page, line);
  write_parts(page, line, then, 2);
  if (page->kind == PAGE_DECISION)
    write_more(page, line);
}
