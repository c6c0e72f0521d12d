// SPDX-License-Identifier: GPL-3.0-or-later
// What decides on one measure, on no more than a sheet: a sentence, a drawing, who must go and by when, the cover where
// it changes, the assumptions that count most, and what it would take. The tables behind it are on details.html.
#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "calendar/date.h"
#include "page/chart.h"
#include "page/page.h"
#include "report/chance.h"
#include "report/columns.h"
#include "report/format.h"
#include "report/labels.h"
#include "report/rotas.h"
#include "report/unreplaced.h"
#include "text/cell.h"

enum { ASSUMPTIONS_MOST = 3, GROUPS_MOST = 5, REVERSALS_MOST = 3 };

// ---------------------------------------------------------------- the sentence, and its terms

static const char *tolerance_text(struct arena *arena, int64_t share_e8) {
  enum { PERCENT = 1000000, TENTH = 100000 }; // of a share
  return share_e8 % PERCENT ? format_percent(arena, share_e8 / TENTH, 1) : format_percent(arena, share_e8 / PERCENT, 0);
}

// A full year is one of the calendar: another may have other public holidays, and comes to something else.
static const char *period_text(struct page *page, const struct overview_line *line) {
  return line->full ? arena_printf(page->arena, _("a full year (%s)"), page_year(page, line->effect->full.year))
                    : page_year(page, line->year->year);
}

// By what, from when and how far off a claim may be.
static void write_terms(struct page *page, const struct overview_line *line) {
  const struct settings_row *settings = settings_of(&page->audit->scenario->tables);
  struct arena *arena = page->arena;
  const char *text = "";
  if (line->claimed.amount_ore != NOT_GIVEN)
    text = arena_printf(arena, _("Judged by the claim for %s, within %s."), period_text(page, line),
                        tolerance_text(arena, settings->tolerance_e8));
  else if (line->effect->testable)
    text = arena_printf(arena, _("Figures are those of %s."), period_text(page, line));
  text = format_sentences(arena, text,
                          line->row->start == NOT_GIVEN
                              ? _("No start is decided.")
                              : arena_printf(arena, _("In force from %s."), format_date(arena, line->row->start)));
  text = format_sentences(arena, text, arena_printf(arena, _("Status: %s."), page_status(page, line)));
  const char *role = line->row->role ? line->row->role : line->row->responsibility;
  if (role && *role)
    text = format_sentences(arena, text, arena_printf(arena, _("Responsible: %s."), role));
  page_paragraph(page, "note", format_sentences(arena, text, line->evidence));
}

static void write_sentence(struct page *page, const struct overview_line *line) {
  html_open(page->html, "p");
  page_verdict(page, line);
  html_text(page->html, " ");
  html_text(page->html, format_sentences(page->arena, line->reason, line->cover));
  html_close(page->html);
  write_terms(page, line);
  if (*line->doubt)
    page_paragraph(page, NULL, line->doubt);
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

// Where one figure is all there is, the sentence says it.
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

// ---------------------------------------------------------------- who must go

static void add_post(struct page *page, struct result_table *table, const struct result_table *positions, size_t row) {
  const char *unit = result_text_of(positions, row, TEXT_unit);
  result_text(table, arena_printf(page->arena, "%s: %s", page_unit(page, unit),
                                  page_group(page, unit, result_text_of(positions, row, TEXT_group))));
  for (size_t c = 1; c < table->column_count; c++)
    result_copy(table, positions, row);
}

static void write_posts(struct page *page, const struct overview_line *line) {
  static const struct field_column columns[] = {
      {"post", FIELD_TEXT, 0},        {"freed_heads", FIELD_DECIMAL, 3}, {"freed_fte", FIELD_DECIMAL, 3},
      {"freed_pay_kr", FIELD_KR, 0},  {"decide_by", FIELD_DATE, 0},      {"notice_by", FIELD_DATE, 0},
      {"gone_latest", FIELD_DATE, 0},
  };
  const struct result_table *positions = result_find(page->set, "positions");
  const struct result_match matches[] = {{TEXT_measure, line->row->measure}, {0}};
  struct result_table *table = result_table_new(page->arena, "posts", COLUMNS(columns));
  for (size_t row = SIZE_MAX; result_next(positions, matches, &row);)
    if (result_number_of(positions, row, NUMBER_freed_heads) > 0 &&
        result_number_of(positions, row, NUMBER_freed_fte) > 0)
      add_post(page, table, positions, row);
  if (!result_row_count(table))
    return;
  html_element(page->html, "h3", NULL, _("Which posts must go, and by when"));
  page_table(page,
             &(struct page_view){.table = table,
                                 .caption = _("Whole posts of today's contracts that can go because of the measure"),
                                 .rows_most = GROUPS_MOST});
}

// ---------------------------------------------------------------- what it rests on, and what it would take

// Of the row of a table, written as "unit=ward group=nurse_75", what readers know it by: "Sengepost: Sykepleier 75 %".
static const char *row_name(struct page *page, const char *row) {
  char *rest = arena_text(page->arena, row, strlen(row));
  const char *name = "", *unit = "";
  for (char *part; (part = strtok_r(rest, " ", &rest));) {
    char *value = strchr(part, '=');
    if (!value)
      continue;
    *value++ = '\0';
    const char *shown = value;
    if (!strcmp(part, "unit"))
      shown = page_unit(page, unit = value);
    else if (!strcmp(part, "group"))
      shown = page_group(page, unit, value);
    else if (!strcmp(part, "category") || !strcmp(part, "level"))
      shown = page_category(page, value);
    name = arena_printf(page->arena, "%s%s%s", name, *name ? ", " : "", shown);
  }
  return name;
}

// "add -1" and "multiply 0.9" as a planner writes them: "−1", "× 0,9".
static const char *value_text(struct page *page, const char *value) {
  static const struct {
    const char *word, *sign;
  } changes[] = {{"set ", ""}, {"add ", ""}, {"multiply ", "×" NO_BREAK_SPACE}};
  for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
    if (!strncmp(value, changes[i].word, strlen(changes[i].word)))
      return arena_printf(page->arena, "%s%s%s", changes[i].sign, value[4] == '-' ? "−" : "",
                          value + strlen(changes[i].word) + (value[4] == '-'));
  return value;
}

static void write_assumptions(struct page *page, const struct overview_line *line) {
  const struct result_table *all = result_find(page->set, "assumptions");
  const struct result_match matches[] = {{TEXT_measure, line->row->measure}, {0}};
  int count = 0;
  for (size_t row = SIZE_MAX; count < ASSUMPTIONS_MOST && result_next(all, matches, &row);) {
    int64_t ore = result_number_of(all, row, NUMBER_per_10_percent_kr);
    if (!ore || ore == FIELD_BLANK)
      continue;
    if (!count++) {
      html_element(page->html, "h3", NULL, _("What it rests on most"));
      html_open(page->html, "ul");
    }
    const char *question = result_text_of(all, row, TEXT_question);
    const char *name = row_name(page, result_text_of(all, row, TEXT_row));
    const char *text = arena_printf(page->arena, _("Now %s %s; a tenth more changes the effect by %s."),
                                    value_text(page, result_text_of(all, row, TEXT_value_now)),
                                    label_of(page->arena, "counted_in", result_text_of(all, row, TEXT_counted_in)),
                                    format_signed_kr(page->arena, ore));
    html_element(
        page->html, "li", NULL,
        format_sentences(page->arena, *name ? arena_printf(page->arena, "%s: %s", name, question) : question, text));
  }
  if (count)
    html_close(page->html);
}

// A day as it is written in the scenario's files, in words; a percentage with its sign.
static const char *varied_text(struct page *page, const char *value, bool day) {
  int year, month, of_month;
  const char *ignored;
  if (!day || !cell_date(value, &year, &month, &of_month, &ignored))
    return arena_printf(page->arena, "%s" NO_BREAK_SPACE "%%", value);
  return format_date(page->arena, day_from_date(year, month, of_month));
}

static void write_reversals(struct page *page, const struct overview_line *line) {
  const struct result_table *reverse = result_find(page->set, "reverse");
  const struct result_match matches[] = {{TEXT_measure, line->row->measure}, {TEXT_finding, "found"}, {0}};
  int count = 0;
  for (size_t row = SIZE_MAX; count < REVERSALS_MOST && result_next(reverse, matches, &row); count++) {
    if (!count) {
      html_element(page->html, "h3", NULL, _("What it would take"));
      html_open(page->html, "ul");
    }
    bool day = !strcmp(result_text_of(reverse, row, TEXT_varied), "start");
    const char *needed = varied_text(page, result_text_of(reverse, row, TEXT_value_needed), day);
    const char *now = varied_text(page, result_text_of(reverse, row, TEXT_value_now), day);
    html_element(page->html, "li", NULL,
                 arena_printf(page->arena, _("%s: %s instead of %s (positions %s)"),
                              label_of(page->arena, "varied", result_text_of(reverse, row, TEXT_varied)), needed, now,
                              label_of(page->arena, "positions", result_text_of(reverse, row, TEXT_positions))));
  }
  if (count)
    html_close(page->html);
}

// ---------------------------------------------------------------- where the rest is

static void write_more(struct page *page, const struct overview_line *line) {
  static const struct {
    const char *part, *table, *text;
  } parts[] = {
      {"changes", "changes", N_("what changes")},
      {"bridge", "bridge", N_("from the claim to what is found")},
      {"years", "effects", N_("year by year")},
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

static void write_rotas(struct page *page, const struct overview_line *line) {
  const char *claim = rota_claim_sentence(page->arena, page->audit, line->effect->measure);
  if (claim)
    page_paragraph(page, NULL, claim);
  const char *apart = unreplaced_measure_sentence(page->arena, page->audit, line->effect, line->year);
  if (apart)
    page_paragraph(page, NULL, apart);
}

void page_card(struct page *page, const struct overview_line *line) {
  write_sentence(page, line);
  html_open_class(page->html, "div", "pair");
  html_open(page->html, "div");
  draw_found(page, line);
  write_reversals(page, line);
  html_close(page->html);
  html_open(page->html, "div");
  if (*line->step)
    page_paragraph(page, NULL, line->step);
  if (*line->floor)
    page_paragraph(page, NULL, line->floor);
  write_rotas(page, line);
  if (line->row->note)
    page_paragraph(page, "note", line->row->note);
  write_assumptions(page, line);
  html_close(page->html);
  html_close(page->html);
  write_posts(page, line);
  page_cover_change(page, line);
  if (page->kind == PAGE_DECISION)
    write_more(page, line);
}
