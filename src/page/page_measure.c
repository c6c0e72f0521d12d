// SPDX-License-Identifier: GPL-3.0-or-later
// The section of one measure, which starts a new sheet in print.
#include <string.h>

#include "base/language.h"
#include "page/page.h"
#include "report/about.h"
#include "report/columns.h"
#include "report/format.h"
#include "report/labels.h"
#include "report/rotas.h"
#include "report/unreplaced.h"

// ---------------------------------------------------------------- facts

enum { WIDE_TEXT = 32 }; // a text of more bytes takes the room of two facts

static void fact(struct page *page, const char *name, const char *text) {
  if (!text || !*text)
    return;
  html_open_class(page->html, "div", strlen(text) > WIDE_TEXT ? "wide" : NULL);
  html_element(page->html, "dt", NULL, name);
  html_element(page->html, "dd", NULL, text);
  html_close(page->html);
}

static const char *kr(struct page *page, int64_t ore) {
  return ore == FIELD_BLANK ? NULL : format_kr(page->arena, ore);
}

static const char *claimed_fact(struct page *page, const struct overview_line *line) {
  const char *when = line->full ? _("full year") : page_year(page, line->year->year);
  if (line->claimed.amount_ore != NOT_GIVEN)
    return arena_printf(page->arena, "%s (%s)", format_kr(page->arena, line->claimed.amount_ore), when);
  if (line->claimed.fte_milli != NOT_GIVEN)
    return arena_printf(page->arena, _("%s FTE"), fte_text(page->arena, line->claimed.fte_milli));
  return _("nothing");
}

static const char *fte_fact(struct page *page, const struct overview_line *line) {
  const struct direct *direct = &line->effect->full.direct;
  if (!line->effect->testable || !direct->known || line->effect->arithmetic)
    return NULL;
  return arena_printf(page->arena, _("%s gross, %s net"), format_decimal(page->arena, hundredths(direct->gross_fte), 2),
                      format_decimal(page->arena, hundredths(direct->net_fte), 2));
}

static void write_facts(struct page *page, const struct overview_line *line) {
  html_open_class(page->html, "dl", "facts");
  fact(page, _("Claimed"), claimed_fact(page, line));
  fact(page, _("Found if positions are kept"), kr(page, line->kept_ore));
  fact(page, _("Found if positions are adjusted"), kr(page, line->adjusted_ore));
  fact(page, _("Saving with minimum staffing kept"), kr(page, line->compliant_ore));
  fact(page, _("Direct price"), kr(page, line->direct_ore));
  fact(page, _("FTE taken away, full year"), fte_fact(page, line));
  fact(page, _("In force from"),
       line->row->start == NOT_GIVEN ? _("not decided") : format_date(page->arena, line->row->start));
  fact(page, _("Unit"), line->row->unit_label);
  fact(page, _("Status"), status_text(page->arena, line));
  fact(page, _("Responsible"), line->row->role ? line->row->role : line->row->responsibility);
  fact(page, _("Kind of saving"), *line->class_code ? label_of(page->arena, "class", line->class_code) : NULL);
  html_close(page->html);
}

// ---------------------------------------------------------------- tables of the measure

// Shows the given columns; NULL: all of them.
static void measure_table(struct page *page, const struct overview_line *line, const char *name, const char *heading,
                          const int *columns) {
  const struct result_match matches[] = {{TEXT_measure, line->row->measure}, {0}};
  if (!page_has_rows(page, line, name))
    return;
  page_part(page, line, name, heading);
  page_table(page, &(struct page_view){result_find(page->set, name), columns, matches, NULL, 0, NULL});
}

// A plain amount is the same under both answers.
static void write_years(struct page *page, const struct overview_line *line) {
  static const int columns[] = {NUMBER_year,
                                TEXT_positions,
                                NUMBER_effect_kr,
                                NUMBER_full_year_effect_kr,
                                NUMBER_claimed_kr,
                                NUMBER_deviation_kr,
                                TEXT_verdict,
                                TEXT_flags,
                                NUMBER_empty_h,
                                NUMBER_removed_fte,
                                NUMBER_more_fte,
                                TEXT_counted_twice_with,
                                0};
  const bool plain = line->effect->arithmetic;
  const struct result_match matches[] = {
      {TEXT_measure, line->row->measure}, {plain ? TEXT_positions : COLUMN_NONE, plain ? "kept" : NULL}, {0}};
  if (!line->effect->testable)
    return;
  page_part(page, line, "years", _("Year by year"));
  page_table(page, &(struct page_view){result_find(page->set, "effects"), columns, matches, NULL, 0, NULL});
}

// Does a claim say more than the table of years: what it leaves out, its FTE, or another verdict when read otherwise?
static bool claims_say_more(const struct result_table *claims, const struct result_match *matches) {
  for (size_t row = SIZE_MAX; result_next(claims, matches, &row);)
    if (*result_text_of(claims, row, TEXT_leaves_out) ||
        result_number_of(claims, row, NUMBER_claimed_fte) != FIELD_BLANK ||
        strcmp(result_text_of(claims, row, TEXT_other_reading_verdict), result_text_of(claims, row, TEXT_verdict)) != 0)
      return true;
  return false;
}

// Compares like with like: what a claim leaves out is left out of the modelled effect too.
static void write_claims(struct page *page, const struct overview_line *line) {
  static const int columns[] = {NUMBER_year,
                                TEXT_claims_are,
                                TEXT_claimed_basis,
                                NUMBER_claimed_kr,
                                NUMBER_claimed_fte,
                                TEXT_leaves_out,
                                NUMBER_comparable_kept_kr,
                                NUMBER_comparable_adjusted_kr,
                                NUMBER_left_out_kr,
                                TEXT_verdict,
                                TEXT_other_reading_verdict,
                                NUMBER_with_rota_kr,
                                TEXT_rota_verdict,
                                0};
  const struct result_table *claims = result_find(page->set, "claims");
  const struct result_match matches[] = {{TEXT_measure, line->row->measure}, {0}};
  if (!line->effect->testable || !claims_say_more(claims, matches))
    return;
  page_part(page, line, "claims", _("The claim, year by year"));
  page_table(page, &(struct page_view){claims, columns, matches, NULL, 0, NULL});
}

// In words: heads, of groups, where unit is ward and group is nurse_55: from 6 to 5.
static void add_change(struct page *page, struct result_table *table, const struct result_table *changes, size_t row) {
  const char *table_name = result_text_of(changes, row, TEXT_table),
             *source = result_text_of(changes, row, TEXT_source);
  const char *column = label_of_input(page->arena, table_name, result_text_of(changes, row, TEXT_column));
  const char *name = label_of(page->arena, "table", table_name);
  const char *before = result_text_of(changes, row, TEXT_before);
  result_text(table, arena_printf(page->arena, _("%s (%s)"), column, name));
  result_text(table, result_text_of(changes, row, TEXT_where));
  result_text(table, *before ? before : "–");
  result_text(table, result_text_of(changes, row, TEXT_becomes));
  result_number(table, result_number_of(changes, row, NUMBER_from));
  result_number(table, result_number_of(changes, row, NUMBER_to));
  result_text(table, strcmp(source, "assumed") ? source : _("assumed"));
}

static void write_changes(struct page *page, const struct overview_line *line) {
  static const struct field_column columns[] = {
      {"what", FIELD_TEXT, 0}, {"where", FIELD_TEXT, 0}, {"before", FIELD_TEXT, 0}, {"becomes", FIELD_TEXT, 0},
      {"from", FIELD_DATE, 0}, {"to", FIELD_DATE, 0},    {"source", FIELD_TEXT, 0},
  };
  const struct result_table *changes = result_find(page->set, "changes");
  const struct result_match matches[] = {{TEXT_measure, line->row->measure}, {0}};
  struct result_table *table = result_table_new(page->arena, "changes", COLUMNS(columns));
  for (size_t row = SIZE_MAX; result_next(changes, matches, &row);)
    add_change(page, table, changes, row);
  page_part(page, line, "changes", _("What changes"));
  if (!page_table(page, &(struct page_view){.table = table}))
    page_paragraph(page, NULL, _("Nothing in the scenario says what changes."));
}

static void write_rotas(struct page *page, const struct overview_line *line) {
  const struct audit *audit = page->audit;
  for (size_t i = 0; i < audit->rota_count; i++)
    if (audit->rotas[i].measure == (int64_t)line->effect->measure && rota_is_last_told(audit, &audit->rotas[i]))
      page_paragraph(page, NULL, rota_told_sentence(page->arena, audit, &audit->rotas[i]));
  const char *claim = rota_claim_sentence(page->arena, audit, line->effect->measure);
  if (claim)
    page_paragraph(page, NULL, claim);
}

static void write_verdict(struct page *page, const struct overview_line *line) {
  html_open(page->html, "p");
  page_verdict(page, line);
  html_text(page->html, " ");
  html_text(page->html, line->why);
  html_close(page->html);
  if (*line->floor)
    page_paragraph(page, NULL, line->floor);
  page_paragraph(page, NULL, line->evidence);
  if (line->row->note)
    page_paragraph(page, "note", line->row->note);
  for (int y = 0; y < line->effect->year_count; y++) {
    const char *apart = unreplaced_measure_sentence(page->arena, page->audit, line->effect, &line->effect->years[y]);
    if (apart)
      page_paragraph(page, NULL, apart);
  }
  write_rotas(page, line);
}

// Does the table of reasons hold limits for the measure? Its other rows, the differences between claim and model, are
// shown beside the bridge.
bool page_has_limits(const struct page *page, const struct overview_line *line) {
  const struct result_match matches[] = {{TEXT_measure, line->row->measure}, {TEXT_tells, "limit"}, {0}};
  size_t row = SIZE_MAX;
  return result_next(result_find(page->set, "why"), matches, &row);
}

static void write_limits(struct page *page, const struct overview_line *line) {
  static const int columns[] = {NUMBER_year,   TEXT_positions,   TEXT_unit,
                                TEXT_easing,   NUMBER_saving_kr, NUMBER_mended_h,
                                NUMBER_left_h, NUMBER_weeks,     0};
  const struct result_match matches[] = {{TEXT_measure, line->row->measure}, {TEXT_tells, "limit"}, {0}};
  if (!page_has_limits(page, line))
    return;
  page_part(page, line, "why", _("Why it binds"));
  page_table(page, &(struct page_view){result_find(page->set, "why"), columns, matches, NULL, 0, NULL});
}

static void write_tables(struct page *page, const struct overview_line *line) {
  static const int questions[] = {TEXT_varied,     TEXT_positions, TEXT_value_now, TEXT_value_needed,
                                  TEXT_counted_in, TEXT_finding,   TEXT_reason,    0};
  static const int assumptions[] = {
      NUMBER_rank,    TEXT_file,       NUMBER_file_line,         TEXT_row,      TEXT_column,
      TEXT_value_now, TEXT_counted_in, NUMBER_per_10_percent_kr, TEXT_question, 0};
  write_limits(page, line);
  measure_table(page, line, "reverse", _("When would the claim be true?"), questions);
  measure_table(page, line, "assumptions", _("Key assumptions, most sensitive first"), assumptions);
}

// Writes whole positions, from today's contracts; the full tables are in the workbook.
static void write_positions(struct page *page, const struct overview_line *line) {
  static const int sums[] = {
      NUMBER_now_fte,   NUMBER_with_fte,      NUMBER_freed_fte, NUMBER_all_stay_kr, NUMBER_whole_kr,
      TEXT_with_proven, NUMBER_first_year_kr, NUMBER_decide_by, TEXT_decide_for,    0};
  static const int groups[] = {TEXT_unit,
                               TEXT_group,
                               NUMBER_heads_today,
                               NUMBER_heads_now,
                               NUMBER_heads_cut,
                               NUMBER_heads_with,
                               NUMBER_freed_heads,
                               NUMBER_freed_fte,
                               NUMBER_freed_pay_kr,
                               NUMBER_notice_months,
                               NUMBER_decide_by,
                               NUMBER_notice_by,
                               0};
  measure_table(page, line, "positions_sum", _("Whole positions that can go, from today"), sums);
  measure_table(page, line, "positions", _("Which positions can go"), groups);
}

void page_measure_tables(struct page *page, const struct overview_line *line) {
  write_facts(page, line);
  write_changes(page, line);
  page_bridge(page, line);
  page_chance_of(page, line);
  write_years(page, line);
  write_claims(page, line);
  write_positions(page, line);
  page_cover(page, line);
  page_rules(page, line);
  write_tables(page, line);
}

// On details.html, repeats what the measure's sheet says before its tables.
void page_measure(struct page *page, const struct overview_line *line) {
  html_open_class(page->html, "section", "measure");
  html_attribute(page->html, "id", page_measure_id(page, line));
  html_element(page->html, "h2", NULL, line->title);
  if (page_decides(page))
    page_card(page, line);
  else
    write_verdict(page, line);
  if (page_tells_all(page))
    page_measure_tables(page, line);
  html_close(page->html);
}
