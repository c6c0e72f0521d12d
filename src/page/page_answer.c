// SPDX-License-Identifier: GPL-3.0-or-later
// What is claimed, what the model finds, what fails and what breaches minimum staffing: the first screen.
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "page/chart.h"
#include "page/page.h"
#include "report/columns.h"
#include "report/format.h"
#include "report/headline.h"
#include "report/labels.h"
#include "report/ratios.h"

struct counts { // of measures
  int verdicts[VERDICTS];
};

static struct counts counts_of(const struct page *page) {
  struct counts counts = {0};
  for (size_t m = 0; m < page->audit->measure_count; m++)
    counts.verdicts[page->overview[m].verdict]++;
  return counts;
}

// ---------------------------------------------------------------- headline and tiles

static void write_headline(struct page *page, const struct headline *headline) {
  const char *sentences[HEADLINE_SENTENCES];
  headline_sentences(page->arena, headline, sentences);
  for (int i = 0; i < HEADLINE_SENTENCES; i++)
    if (sentences[i] && i != HEADLINE_LEANING) // already said where the measures are added up
      page_paragraph(page, i == HEADLINE_SURE ? NULL : "lead", sentences[i]);
}

static void add_row(struct result_table *table, const struct result_table *from, size_t row) {
  for (size_t c = 0; c < table->column_count; c++)
    result_copy(table, from, row);
}

// Modelled and taken over, within the target and outside it: four sums that add up.
static void write_sums(struct page *page) {
  static const int columns[] = {
      TEXT_of, TEXT_population, NUMBER_measures, NUMBER_claimed_kr, NUMBER_kept_kr, NUMBER_adjusted_kr, 0};
  const struct result_table *sums = result_find(page->set, "sums");
  if (!sums)
    return;
  struct result_table *table = result_table_new(page->arena, "sums", sums->columns, sums->column_count);
  for (size_t row = 0; row < result_row_count(sums); row++)
    if (result_number_of(sums, row, NUMBER_measures))
      add_row(table, sums, row);
  if (result_row_count(table) > 2) // with two rows, the total repeats the other
    page_table(page, &(struct page_view){.table = table,
                                         .columns = columns,
                                         .caption = _("What the model can check and what it takes from the paper, "
                                                      "towards the target and outside it, all at once")});
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
      {VERDICT_NOT_REACHED, N_("✗ not reached, even if positions are adjusted")},
      {VERDICT_COST_DEARER, N_("✗ cost more than claimed")},
      {VERDICT_ONLY_IF_MORE_GO, N_("! reached only if more positions are removed")},
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
  for (size_t i = 0; i < sizeof tiles / sizeof *tiles; i++)
    write_tile(page, verdict_class(tiles[i].verdict), counts->verdicts[tiles[i].verdict], _(tiles[i].text));
  html_close(page->html);
}

// ---------------------------------------------------------------- which claims fail, and why

// How much of the claim is missing at best. Measures are sorted by verdict before this amount.
static int64_t missing_ore(const struct overview_line *line) {
  bool bad = line->verdict == VERDICT_NOT_REACHED;
  int64_t most = line->adjusted_ore > line->kept_ore ? line->adjusted_ore : line->kept_ore;
  return line->claimed.amount_ore - (bad ? most : line->kept_ore);
}

static int urgency(const struct overview_line *line) {
  static const int by_verdict[VERDICTS] = {
      [VERDICT_NOT_REACHED] = 0,        [VERDICT_COST_DEARER] = 0, [VERDICT_ONLY_IF_MORE_GO] = 1,
      [VERDICT_NOT_TESTABLE] = 2,       [VERDICT_FOLLOWS] = 3,     [VERDICT_MORE_THAN_CLAIMED] = 4,
      [VERDICT_COST_CHEAPER] = 4,       [VERDICT_REACHED] = 5,     [VERDICT_COST_AS_CLAIMED] = 5,
      [VERDICT_TAKEN_OVER_DOUBTED] = 6, [VERDICT_TAKEN_OVER] = 7,  [VERDICT_NO_CLAIM] = 8,
  };
  return by_verdict[line->verdict];
}

static bool has_amounts(const struct overview_line *line) {
  return line->claimed.amount_ore != NOT_GIVEN && line->kept_ore != FIELD_BLANK;
}

// If there are no claims at all, modelled effects are drawn alone. Plain amounts are not drawn: they are not modelled.
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
  page_link(page, arena_printf(page->arena, "#%s", page_measure_id(page, line)), line->title);
  if (line->claimed.amount_ore != NOT_GIVEN)
    html_text(page->html,
              arena_printf(page->arena, _(", claimed %s"), format_kr(page->arena, line->claimed.amount_ore)));
  html_text(page->html, ": ");
  html_element(page->html, "small", NULL,
               format_sentences(page->arena, format_sentences(page->arena, line->reason, line->step_alone),
                                format_sentences(page->arena, line->cover, line->doubt)));
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
  html_element(page->html, "h3", NULL, claims ? _("Claims that fail, and why") : _("What to look at"));
  html_open_class(page->html, "ul", "verdicts");
  for (size_t m = 0; m < page->audit->measure_count; m++)
    if (is_listed(lines[m]))
      write_failing(page, lines[m]);
  html_close(page->html);
}

// ---------------------------------------------------------------- what must be decided by when

struct decision {
  const struct overview_line *line;
  int64_t decide_by, notice_by, gone_latest, freed_fte; // days, or FIELD_BLANK
  const char *decide_for;
};

static int by_day(const void *left, const void *right) {
  const struct decision *a = left, *b = right;
  if (a->decide_by != b->decide_by)
    return a->decide_by < b->decide_by ? -1 : 1;
  return a->line->effect->measure < b->line->effect->measure ? -1 : 1;
}

static size_t decisions_of(struct page *page, struct decision *decisions) {
  const struct result_table *sums = result_find(page->set, "positions_sum");
  size_t count = 0;
  for (size_t m = 0; m < page->audit->measure_count; m++) {
    const struct result_match matches[] = {{TEXT_measure, page->overview[m].row->measure}, {0}};
    size_t row = SIZE_MAX;
    if (!result_next(sums, matches, &row) || result_number_of(sums, row, NUMBER_decide_by) == FIELD_BLANK)
      continue;
    decisions[count++] = (struct decision){&page->overview[m],
                                           result_number_of(sums, row, NUMBER_decide_by),
                                           result_number_of(sums, row, NUMBER_notice_by),
                                           result_number_of(sums, row, NUMBER_gone_latest),
                                           result_number_of(sums, row, NUMBER_freed_fte),
                                           result_text_of(sums, row, TEXT_decide_for)};
  }
  qsort(decisions, count, sizeof *decisions, by_day);
  return count;
}

static void write_decisions(struct page *page) {
  static const struct field_column columns[] = {
      {"decide_by", FIELD_DATE, 0}, {"title", FIELD_TEXT, 0},       {"freed_fte", FIELD_DECIMAL, 3},
      {"notice_by", FIELD_DATE, 0}, {"gone_latest", FIELD_DATE, 0}, {"decide_for", FIELD_CODE, 0},
  };
  struct decision *decisions = arena_array(page->arena, page->audit->measure_count, sizeof *decisions);
  struct result_table *table = result_table_new(page->arena, "decisions", COLUMNS(columns));
  size_t count = decisions_of(page, decisions);
  if (!count)
    return;
  for (size_t i = 0; i < count; i++) {
    result_number(table, decisions[i].decide_by);
    result_text(table, decisions[i].line->title);
    result_number(table, decisions[i].freed_fte);
    result_number(table, decisions[i].notice_by);
    result_number(table, decisions[i].gone_latest);
    result_text(table, decisions[i].decide_for);
  }
  html_element(page->html, "h3", NULL, _("What must be decided, and by when"));
  page_table(page, &(struct page_view){.table = table,
                                       .caption = _("Measures that count on posts going: the last day to decide, the "
                                                    "earliest first")});
}

// ---------------------------------------------------------------- cover, and how sure it is

static void write_cover(struct page *page) {
  int below = 0;
  for (size_t m = 0; m < page->audit->measure_count; m++)
    below += overview_below_norm(&page->overview[m]);
  html_element(page->html, "h3", NULL, _("Does the staffing suffice?"));
  if (!below) {
    page_paragraph(page, NULL, _("No measure goes below minimum staffing."));
    return;
  }
  page_paragraph(page, NULL,
                 arena_printf(page->arena,
                              ngettext("%d measure goes below minimum staffing:",
                                       "%d measures go below minimum staffing:", (unsigned long)below),
                              below));
  html_open(page->html, "ul");
  for (size_t m = 0; m < page->audit->measure_count; m++) {
    const struct overview_line *line = &page->overview[m];
    if (!overview_below_norm(line))
      continue;
    html_open(page->html, "li");
    page_link(page, arena_printf(page->arena, "#%s", page_measure_id(page, line)), line->title);
    html_text(page->html, arena_printf(page->arena, ": %s", line->cover));
    html_close(page->html);
  }
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
      drawn.claims[drawn.count++] =
          (struct chart_claim){{lines[m]->title, any ? lines[m]->verdict_words : "", verdict_class(lines[m]->verdict)},
                               lines[m]->claimed.amount_ore,
                               lines[m]->kept_ore,
                               lines[m]->adjusted_ore};
  return drawn;
}

// Splits the claims into charts that each fit on one sheet.
static void draw_claims(struct page *page, const struct drawn *drawn) {
  const char *heading =
      drawn->any ? _("Claimed against found, the claims that fail first") : _("What is found, measure by measure");
  for (int first = 0; first < drawn->count; first += CHART_CLAIMS_MOST) {
    int rows = drawn->count - first < CHART_CLAIMS_MOST ? drawn->count - first : CHART_CLAIMS_MOST;
    const char *text = "";
    for (int i = first; i < first + rows; i++)
      text = arena_printf(page->arena, "%s%s: %s; %s. ", text, drawn->claims[i].title.text,
                          chart_claim_text(page->arena, &drawn->claims[i]), drawn->claims[i].title.verdict);
    page_figure(page, first ? _("Continued, on the same scale") : heading);
    struct chart chart = {page_id(page, "figure"), _("What is claimed and what the model finds, measure by measure"),
                          text};
    chart_claims(page->html, &chart, drawn->claims, drawn->count, first, rows);
    html_close(page->html);
  }
}

// Writes the failing claims, the decisions due and the cover beside the charts.
static void write_findings(struct page *page, const struct overview_line **lines, bool claims) {
  struct drawn drawn = drawn_claims(page, lines, claims);
  html_open_class(page->html, "div", "pair");
  html_open(page->html, "div");
  write_failures(page, lines, claims);
  write_decisions(page);
  write_cover(page);
  html_close(page->html);
  html_open_class(page->html, "div", "charts");
  draw_claims(page, &drawn);
  html_close(page->html);
  html_close(page->html);
}

// Draws the schools of the first municipality named against all others, and writes their table.
static void draw_schools(struct page *page) {
  static const int columns[] = {TEXT_municipality_title,
                                TEXT_title,
                                NUMBER_pupils,
                                NUMBER_fte,
                                NUMBER_fte_per_100_pupils,
                                NUMBER_at_other_municipality_fte,
                                NUMBER_above_other_fte,
                                TEXT_read_between,
                                0};
  const struct result_match matches[] = {{TEXT_school_group, "school"}, {0}};
  const struct result_table *table = result_find(page->set, "schools");
  struct chart_school *schools = arena_array(page->arena, result_row_count(table), sizeof *schools);
  const char *first = NULL, *others = NULL, *text = "";
  int count = 0;
  for (size_t row = SIZE_MAX; result_next(table, matches, &row); count++) {
    const char *municipality = result_text_of(table, row, TEXT_municipality_title);
    const char *title = result_text_of(table, row, TEXT_title);
    first = first ? first : municipality;
    others = strcmp(first, municipality) && !others ? municipality : others;
    schools[count] = (struct chart_school){
        *title ? title : result_text_of(table, row, TEXT_school), strcmp(first, municipality) != 0,
        result_number_of(table, row, NUMBER_pupils), result_number_of(table, row, NUMBER_fte_per_100_pupils)};
    text = arena_printf(page->arena, _("%s%s: %s pupils, %s FTE per 100. "), text, schools[count].label,
                        format_integer(page->arena, schools[count].pupils),
                        format_short(page->arena, schools[count].per_100_hundredths, 2));
  }
  if (!count)
    return;
  page_figure(page, _("FTE per 100 pupils against the size of the school"));
  struct chart chart = {page_id(page, "figure"), _("FTE per 100 pupils against the size of the school"), text};
  chart_schools(page->html, &chart, schools, count, first, others ? others : _("others"));
  html_close(page->html);
  page_table(page, &(struct page_view){.table = table, .columns = columns, .matches = matches});
}

// Without measures, shows a comparison of schools, or what today's staffing costs and whether it is enough.
static void write_today(struct page *page) {
  const char *schools = schools_sentence(page->arena, page->audit);
  if (schools)
    page_paragraph(page, "lead", schools);
  const struct result_table *rotas = result_find(page->set, "comparison");
  const char *year = page_year(page, (int)settings_of(&page->audit->scenario->tables)->last_year);
  const struct result_match matches[] = {{TEXT_measure, ""}, {NUMBER_year, year}, {TEXT_positions, "kept"}, {0}};
  size_t row = SIZE_MAX;
  bool found = page->audit->baseline_count && result_next(rotas, matches, &row);
  if (found)
    page_paragraph(page, "lead",
                   arena_printf(page->arena,
                                _("Today's staffing costs %s in %s: %s people in posts of %s FTE. %s hours of the need "
                                  "are filled by nobody."),
                                format_kr(page->arena, result_number_of(rotas, row, NUMBER_cost_kr)), year,
                                format_decimal(page->arena, result_number_of(rotas, row, NUMBER_heads), 1),
                                format_decimal(page->arena, result_number_of(rotas, row, NUMBER_contracted_fte), 2),
                                format_decimal(page->arena, result_number_of(rotas, row, NUMBER_short_h), 1)));
  if (schools)
    draw_schools(page);
  if (!schools || found)
    page_paragraph(page, NULL, _("This scenario has no measures: it describes the staffing of today."));
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
    write_tiles(page, &counts);
    write_sums(page);
    write_findings(page, lines, headline.claims > 0);
  } else {
    write_today(page);
  }
  html_close(page->html);
}
