// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of a measure in one table: one row per rule, for the unit with the worst finding, beside today's finding.
// compliance.csv has every rule, unit by unit and with reasons.
#include <stdlib.h>
#include <string.h>

#include "audit/compliance.h"
#include "base/language.h"
#include "page/page.h"
#include "report/columns.h"
#include "report/format.h"
#include "report/labels.h"

enum { MEASURE_KEPT, MEASURE_ADJUSTED, TODAY, PLANS };

// Worst first, by the codes of finding_status_name.
static const char *const ranks[] = {"broken", "lowered", "short",      "below_norm_today", "no_shift", "needs_rota",
                                    "mended", "bounded", "not_worked", "joined",           "kept"};
enum { RANKS = sizeof ranks / sizeof *ranks };

static int rank_of(const char *status) {
  int rank = 0;
  while (rank < RANKS && strcmp(ranks[rank], status))
    rank++;
  return rank;
}

struct rule_row {
  const char *rule, *window, *level; // the window by its title: one code may have other hours in another unit
  size_t rows[PLANS];                // of the table; SIZE_MAX: not asked
};

struct rule_list {
  const struct result_table *table;
  struct rule_row *rows;
  size_t count, room;
};

static struct rule_row *rule_row_of(struct page *page, struct rule_list *list, size_t row) {
  const char *rule = result_text_of(list->table, row, TEXT_rule),
             *window = result_text_of(list->table, row, TEXT_window);
  if (*window)
    window = page_window(page, result_text_of(list->table, row, TEXT_unit), window);
  const char *level = result_text_of(list->table, row, TEXT_level);
  for (size_t i = 0; i < list->count; i++)
    if (!strcmp(list->rows[i].rule, rule) && !strcmp(list->rows[i].window, window) &&
        !strcmp(list->rows[i].level, level))
      return &list->rows[i];
  struct rule_row *made = arena_push(page->arena, &list->rows, &list->count, &list->room, sizeof *made);
  *made = (struct rule_row){rule, window, level, {SIZE_MAX, SIZE_MAX, SIZE_MAX}};
  return made;
}

// Does this row replace `than`? The worse finding wins; of equal findings, the one with more breaches.
static bool stands_worse(const struct result_table *table, size_t row, size_t than) {
  if (than == SIZE_MAX)
    return true;
  int a = rank_of(result_text_of(table, row, TEXT_finding)), b = rank_of(result_text_of(table, than, TEXT_finding));
  if (a != b)
    return a < b;
  return result_number_of(table, row, NUMBER_breaches) > result_number_of(table, than, NUMBER_breaches);
}

static void add_finding(struct page *page, struct rule_list *list, int plan, size_t row) {
  struct rule_row *at = rule_row_of(page, list, row);
  if (stands_worse(list->table, row, at->rows[plan]))
    at->rows[plan] = row;
}

static void add_measure(struct page *page, struct rule_list *list, const char *measure, const char *year) {
  const struct result_match matches[] = {{TEXT_measure, measure}, {NUMBER_year, year}, {0}};
  for (size_t row = SIZE_MAX; result_next(list->table, matches, &row);) {
    const char *positions = result_text_of(list->table, row, TEXT_positions);
    if (strcmp(positions, "adjusted"))
      add_finding(page, list, MEASURE_KEPT, row);
    if (strcmp(positions, "kept"))
      add_finding(page, list, MEASURE_ADJUSTED, row);
  }
}

// Today's finding for the same rule, unit and answer, in the year or in the last year before it that is known.
static size_t row_today(const struct result_table *table, size_t row, const char *year) {
  const struct result_match matches[] = {{TEXT_measure, ""},
                                         {TEXT_positions, result_text_of(table, row, TEXT_positions)},
                                         {TEXT_unit, result_text_of(table, row, TEXT_unit)},
                                         {TEXT_rule, result_text_of(table, row, TEXT_rule)},
                                         {TEXT_window, result_text_of(table, row, TEXT_window)},
                                         {TEXT_level, result_text_of(table, row, TEXT_level)},
                                         {0}};
  size_t found = SIZE_MAX;
  for (size_t at = SIZE_MAX; result_next(table, matches, &at);)
    if (found == SIZE_MAX || result_number_of(table, at, NUMBER_year) <= atoi(year))
      found = at;
  return found;
}

static struct rule_list rules_of(struct page *page, const char *measure, const char *year) {
  struct rule_list list = {.table = result_find(page->set, "compliance")};
  add_measure(page, &list, measure, year);
  for (size_t i = 0; i < list.count; i++) {
    struct rule_row *at = &list.rows[i];
    size_t worst = at->rows[MEASURE_KEPT];
    if (worst == SIZE_MAX ||
        (at->rows[MEASURE_ADJUSTED] != SIZE_MAX && stands_worse(list.table, at->rows[MEASURE_ADJUSTED], worst)))
      worst = at->rows[MEASURE_ADJUSTED];
    at->rows[TODAY] = row_today(list.table, worst, year);
  }
  return list;
}

// ---------------------------------------------------------------- the table

static const char *rule_name(struct page *page, const struct rule_row *row) {
  const char *name = label_of(page->arena, "rule", row->rule);
  if (!*row->window)
    return name;
  return arena_printf(page->arena, "%s: %s, %s", name, row->window, page_category(page, row->level));
}

static const char *limit_of(struct page *page, const struct rule_list *list, size_t row) {
  int64_t limit = result_number_of(list->table, row, NUMBER_limit);
  if (limit == FIELD_BLANK)
    return "";
  return arena_printf(page->arena, "%s" NO_BREAK_SPACE "%s", format_short(page->arena, limit, 3),
                      label_of(page->arena, "counted_in", result_text_of(list->table, row, TEXT_counted_in)));
}

static const char *finding_text(struct page *page, const struct rule_list *list, size_t row, bool units) {
  int64_t value = result_number_of(list->table, row, NUMBER_measured),
          breaches = result_number_of(list->table, row, NUMBER_breaches);
  const char *text = value == FIELD_BLANK ? "" : format_short(page->arena, value, 3);
  if (breaches > 0)
    text = arena_printf(page->arena, ngettext("%s, %s time, %s", "%s, %s times from %s", (unsigned long)breaches), text,
                        format_integer(page->arena, breaches),
                        format_date_short(page->arena, result_number_of(list->table, row, NUMBER_first_date)));
  return units
             ? arena_printf(page->arena, "%s (%s)", text, page_unit(page, result_text_of(list->table, row, TEXT_unit)))
             : text;
}

static void write_finding(struct page *page, const struct rule_list *list, size_t row, bool units) {
  html_open(page->html, "td");
  if (row != SIZE_MAX) {
    const char *status = result_text_of(list->table, row, TEXT_finding);
    const char *class_name = label_class("finding", status);
    page_badge(page, class_name ? class_name : "unknown", label_of(page->arena, "finding", status));
    html_text(page->html, " ");
    html_text(page->html, finding_text(page, list, row, units));
  } else
    html_text(page->html, "–");
  html_close(page->html);
}

static bool many_units(const struct rule_list *list) {
  const char *first = NULL;
  for (size_t i = 0; i < list->count; i++)
    for (int p = 0; p < TODAY; p++) {
      if (list->rows[i].rows[p] == SIZE_MAX)
        continue;
      const char *unit = result_text_of(list->table, list->rows[i].rows[p], TEXT_unit);
      if (first && strcmp(first, unit))
        return true;
      first = unit;
    }
  return false;
}

static void write_rule(struct page *page, const struct rule_list *list, const struct rule_row *row, bool units) {
  size_t any = row->rows[row->rows[MEASURE_KEPT] == SIZE_MAX ? MEASURE_ADJUSTED : MEASURE_KEPT];
  html_open(page->html, "tr");
  html_open(page->html, "th");
  html_attribute(page->html, "scope", "row");
  html_text(page->html, rule_name(page, row));
  html_close(page->html);
  html_element(page->html, "td", NULL, limit_of(page, list, any));
  for (int p = 0; p < PLANS; p++)
    write_finding(page, list, row->rows[p], units);
  html_close(page->html);
}

// Broken rules come first.
static void write_rules(struct page *page, const struct rule_list *list) {
  bool units = many_units(list);
  for (int rank = 0; rank <= RANKS; rank++)
    for (size_t i = 0; i < list->count; i++) {
      int worst = RANKS;
      for (int p = 0; p < TODAY; p++)
        if (list->rows[i].rows[p] != SIZE_MAX) {
          int at = rank_of(result_text_of(list->table, list->rows[i].rows[p], TEXT_finding));
          worst = at < worst ? at : worst;
        }
      if (worst == rank)
        write_rule(page, list, &list->rows[i], units);
    }
}

static void write_rules_head(struct page *page) {
  const char *const headings[] = {N_("Rule"), N_("Limit"), N_("If positions are kept"), N_("If positions are adjusted"),
                                  N_("Today")};
  html_open(page->html, "thead");
  html_open(page->html, "tr");
  for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
    html_open(page->html, "th");
    html_attribute(page->html, "scope", "col");
    html_text(page->html, _(headings[i]));
    html_close(page->html);
  }
  html_close(page->html);
  html_close(page->html);
}

void page_rules(struct page *page, const struct overview_line *line) {
  int known = page_measure_year(result_find(page->set, "compliance"), line);
  if (!known)
    return;
  const char *year = page_year(page, known);
  struct rule_list list = rules_of(page, line->row->measure, year);
  page_part(page, line, "rules", _("Rules kept and broken"));
  page_open_table(
      page, "data", "compliance",
      arena_printf(page->arena,
                   _("Minimum staffing and working time in %s: each rule in the unit in which it stands worst, what "
                     "is broken first. Reasons, sources and every unit: compliance.csv and the workbook."),
                   year));
  write_rules_head(page);
  html_open(page->html, "tbody");
  write_rules(page, &list);
  for (int open = 3; open; open--) // tbody, table, frame
    html_close(page->html);
}
