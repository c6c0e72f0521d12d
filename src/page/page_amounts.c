// SPDX-License-Identifier: GPL-3.0-or-later
// Plain amounts for which the model finds what is claimed. They are rows of two tables: a section for each would only
// repeat the claim, and a budget may have hundreds. An amount with another result has a section with its bridge.
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "page/page.h"
#include "report/columns.h"
#include "report/format.h"
#include "report/labels.h"

static const int64_t ROUNDING_ORE = 100;

// Does a claim leave something out or count FTE? It is then shown beside what it is compared with.
static bool claims_more(const struct page *page, const struct overview_line *line) {
  const struct claim_row *claims = claim_rows(&page->audit->scenario->tables);
  for (size_t i = 0; i < row_count(&page->audit->scenario->tables, TABLE_CLAIMS); i++)
    if (claims[i].measure == (int64_t)line->effect->measure &&
        ((claims[i].leaves_out != NOT_GIVEN && claims[i].leaves_out) || claims[i].fte_milli != NOT_GIVEN))
      return true;
  return false;
}

bool page_is_amount(const struct page *page, const struct overview_line *line) {
  const struct measure_effect *effect = line->effect;
  if (!effect->arithmetic || !effect->testable || effect->given_up || claims_more(page, line))
    return false;
  return line->claimed.amount_ore == NOT_GIVEN || llabs(line->claimed.amount_ore - line->kept_ore) <= ROUNDING_ORE;
}

bool page_has_amounts(const struct page *page) {
  for (size_t m = 0; m < page->audit->measure_count; m++)
    if (page_is_amount(page, &page->overview[m]))
      return true;
  return false;
}

// ---------------------------------------------------------------- what they are

static const char *amount_text(struct page *page, const struct result_table *changes, size_t row) {
  int64_t from = result_number_of(changes, row, NUMBER_from), to = result_number_of(changes, row, NUMBER_to);
  const char *text =
      arena_printf(page->arena, "%s %s", label_of(page->arena, "line", result_text_of(changes, row, TEXT_where)),
                   result_text_of(changes, row, TEXT_becomes));
  if (to != FIELD_BLANK)
    return arena_printf(page->arena, _("%s from %s to %s"), text, format_date(page->arena, from),
                        format_date(page->arena, to));
  return from == FIELD_BLANK ? text : arena_printf(page->arena, _("%s from %s"), text, format_date(page->arena, from));
}

// All amounts of a measure, each with its source: the sheet has no room for a separate source column.
static const char *amounts_text(struct page *page, const struct overview_line *line) {
  const struct result_table *changes = result_find(page->set, "changes");
  const struct result_match matches[] = {{TEXT_measure, line->row->measure}, {0}};
  const char *list = "";
  for (size_t row = SIZE_MAX; result_next(changes, matches, &row);) {
    const char *source = result_text_of(changes, row, TEXT_source);
    list = arena_printf(page->arena, "%s%s%s", list, *list ? "; " : "", amount_text(page, changes, row));
    if (*source)
      list = arena_printf(page->arena, "%s (%s)", list, strcmp(source, "assumed") ? source : _("assumed"));
  }
  return list;
}

static void write_amounts(struct page *page) {
  static const struct field_column columns[] = {
      {"measure", FIELD_CODE, 0}, {"start", FIELD_DATE, 0}, {"status", FIELD_TEXT, 0}, {"unit", FIELD_TEXT, 0},
      {"role", FIELD_TEXT, 0},    {"what", FIELD_TEXT, 0},  {"remark", FIELD_TEXT, 0},
  };
  struct result_table *table = result_table_new(page->arena, "amounts", COLUMNS(columns));
  const char **ids = arena_array(page->arena, page->audit->measure_count, sizeof *ids);
  size_t count = 0;
  for (size_t m = 0; m < page->audit->measure_count; m++) {
    const struct overview_line *line = &page->overview[m];
    if (!page_is_amount(page, line))
      continue;
    ids[count++] = page->kind == PAGE_DETAILS ? page_measure_id(page, line) : NULL; // else its line in the table of all
    result_text(table, line->row->measure);
    result_number(table, line->row->start == NOT_GIVEN ? FIELD_BLANK : line->row->start);
    result_text(table, status_text(page->arena, line));
    result_text(table, line->row->unit_label ? line->row->unit_label : "");
    result_text(table, line->row->role ? line->row->role : line->row->responsibility ? line->row->responsibility : "");
    result_text(table, amounts_text(page, line));
    result_text(table, line->row->note ? line->row->note : "");
  }
  page_table(page, &(struct page_view){.table = table,
                                       .caption = _("Amounts taken from the paper: kroner saved a year, or once."),
                                       .row_ids = ids});
}

// ---------------------------------------------------------------- year by year

static const char *other_reading(const struct result_table *claims, const char *measure, const char *year) {
  const struct result_match matches[] = {{TEXT_measure, measure}, {NUMBER_year, year}, {0}};
  size_t row = SIZE_MAX;
  return result_next(claims, matches, &row) ? result_text_of(claims, row, TEXT_other_reading_verdict) : "";
}

static void add_year(struct page *page, struct result_table *table, const struct result_table *effects, size_t row) {
  const char *measure = result_text_of(effects, row, TEXT_measure);
  int64_t year = result_number_of(effects, row, NUMBER_year);
  result_text(table, measure);
  result_number(table, year);
  result_number(table, result_number_of(effects, row, NUMBER_effect_kr));
  result_number(table, result_number_of(effects, row, NUMBER_full_year_effect_kr));
  result_number(table, result_number_of(effects, row, NUMBER_claimed_kr));
  result_number(table, result_number_of(effects, row, NUMBER_deviation_kr));
  result_text(table, result_text_of(effects, row, TEXT_verdict));
  result_text(table, other_reading(result_find(page->set, "claims"), measure, page_year(page, (int)year)));
  result_text(table, result_text_of(effects, row, TEXT_flags));
  result_text(table, result_text_of(effects, row, TEXT_counted_twice_with));
}

// A plain amount is the same whether positions are kept or adjusted.
static void write_years(struct page *page) {
  static const struct field_column columns[] = {
      {"measure", FIELD_CODE, 0},  {"year", FIELD_YEAR, 0},
      {"effect_kr", FIELD_KR, 0},  {"full_year_effect_kr", FIELD_KR, 0},
      {"claimed_kr", FIELD_KR, 0}, {"deviation_kr", FIELD_KR, 0},
      {"verdict", FIELD_CODE, 0},  {"other_reading_verdict", FIELD_CODE, 0},
      {"flags", FIELD_CODE, 0},    {"counted_twice_with", FIELD_CODE, 0},
  };
  const struct result_table *effects = result_find(page->set, "effects");
  struct result_table *table = result_table_new(page->arena, "effects", COLUMNS(columns));
  for (size_t m = 0; m < page->audit->measure_count; m++) {
    const struct result_match matches[] = {
        {TEXT_measure, page->overview[m].row->measure}, {TEXT_positions, "kept"}, {0}};
    if (!page_is_amount(page, &page->overview[m]))
      continue;
    for (size_t row = SIZE_MAX; result_next(effects, matches, &row);)
      add_year(page, table, effects, row);
  }
  page_table(page, &(struct page_view){.table = table});
}

void page_amounts(struct page *page) {
  if (!page_has_amounts(page))
    return;
  page_section(page, "amounts", _("Amounts taken from the paper"));
  page_paragraph(page, NULL,
                 _("Taken from the paper and not checked: nothing is known but that their dates give what is "
                   "claimed for them. They are the same whether positions are kept or adjusted."));
  write_amounts(page);
  html_element(page->html, "h3", NULL, _("Year by year"));
  write_years(page);
  html_close(page->html);
}
