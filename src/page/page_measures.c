// SPDX-License-Identifier: GPL-3.0-or-later
// One table of all measures, and the section of each.
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "page/chart.h"
#include "page/page.h"
#include "report/chance.h"
#include "report/format.h"
#include "report/labels.h"

// ---------------------------------------------------------------- all measures

struct overview_column {
  const char *name; // in overview.csv
  const char *heading;
  bool number;
  bool (*has)(const struct overview_line *line); // NULL: always shown
  const char *(*text)(struct page *page, const struct overview_line *line);
};

static const char *claimed_text(struct page *page, const struct overview_line *line) {
  if (line->claimed.amount_ore == NOT_GIVEN && line->claimed.fte_milli != NOT_GIVEN)
    return arena_printf(page->arena, _("%s FTE"), fte_text(page->arena, line->claimed.fte_milli));
  return format_kr_number(page->arena, line->claimed.amount_ore);
}
static const char *for_text(struct page *page, const struct overview_line *line) {
  return line->full ? _("full year") : page_year(page, line->year->year);
}
static const char *direct_text(struct page *page, const struct overview_line *line) {
  return format_kr_number(page->arena, line->direct_ore);
}
static const char *kept_text(struct page *page, const struct overview_line *line) {
  return format_kr_number(page->arena, line->kept_ore);
}
static const char *adjusted_text(struct page *page, const struct overview_line *line) {
  return format_kr_number(page->arena, line->adjusted_ore);
}
static bool has_compliant(const struct overview_line *line) { return line->compliant_ore != FIELD_BLANK; }
static const char *compliant_text(struct page *page, const struct overview_line *line) {
  return format_kr_number(page->arena, line->compliant_ore);
}
static const char *evidence_text(struct page *page, const struct overview_line *line) {
  return label_of(page->arena, "evidence", evidence_grade_name(line->grade));
}
static const char *start_text(struct page *page, const struct overview_line *line) {
  return line->row->start == NOT_GIVEN ? _("not decided") : format_date_short(page->arena, line->row->start);
}

static bool has_chance(const struct overview_line *line) { return line->chance[POSITIONS_KEPT]; }
static const char *chance_text(struct page *page, const struct overview_line *line) {
  const struct chance_line *kept = line->chance[POSITIONS_KEPT], *adjusted = line->chance[POSITIONS_ADJUSTED];
  if (!kept || !adjusted)
    return "";
  const char *stay = chance_in_words(page->arena, kept), *follow = chance_in_words(page->arena, adjusted);
  if (!strcmp(stay, follow))
    return stay;
  return arena_printf(page->arena, _("%s; if positions are adjusted, %s"), stay, follow);
}

static const struct overview_column overview_columns[] = {
    {"claimed_kr", N_("Claimed, kr"), true, NULL, claimed_text},
    {"claimed_for", N_("For"), false, NULL, for_text},
    {"direct_kr", N_("Direct price, kr"), true, NULL, direct_text},
    {"kept_kr", N_("If positions are kept, kr"), true, NULL, kept_text},
    {"adjusted_kr", N_("If positions are adjusted, kr"), true, NULL, adjusted_text},
    {"compliant_kr", N_("With the norm kept, kr"), true, has_compliant, compliant_text},
    {"chance_kept", N_("By chance"), false, has_chance, chance_text},
    {"evidence", N_("Evidence"), false, NULL, evidence_text},
    {"start", N_("In force from"), false, NULL, start_text},
};
enum { OVERVIEW_COLUMNS = sizeof overview_columns / sizeof *overview_columns };

static bool column_shown(const struct page *page, const struct overview_column *column) {
  bool any = !column->has;
  for (size_t m = 0; m < page->audit->measure_count && !any; m++)
    any = column->has(&page->overview[m]);
  return any;
}

static void head_cell(struct page *page, const char *class_name, const char *name, const char *text) {
  html_open_class(page->html, "th", class_name);
  html_attribute(page->html, "scope", "col");
  html_attribute(page->html, "data-column", name);
  html_text(page->html, text);
  html_close(page->html);
}

static void write_overview_head(struct page *page, const bool *shown) {
  html_open(page->html, "thead");
  html_open(page->html, "tr");
  head_cell(page, NULL, "title", _("Measure"));
  head_cell(page, NULL, "verdict", _("Verdict"));
  for (int c = 0; c < OVERVIEW_COLUMNS; c++)
    if (shown[c])
      head_cell(page, overview_columns[c].number ? "number" : NULL, overview_columns[c].name,
                _(overview_columns[c].heading));
  html_close(page->html);
  html_close(page->html);
}

static void write_overview_cell(struct page *page, const struct overview_line *line,
                                const struct overview_column *column) {
  bool date = column->text == start_text;
  html_open_class(page->html, "td", column->number ? "number" : date ? "date" : NULL);
  if (date && line->row->start != NOT_GIVEN) // sorted by date
    html_number(page->html, "data-sort", (int)line->row->start);
  html_text(page->html, column->text(page, line));
  html_close(page->html);
}

static void write_overview_row(struct page *page, const struct overview_line *line, const bool *shown) {
  bool amount = page_is_amount(page, line);
  html_open(page->html, "tr");
  if (amount)
    html_attribute(page->html, "id", page_measure_id(page, line));
  html_open_class(page->html, "th", "words");
  html_attribute(page->html, "scope", "row");
  if (amount)
    html_text(page->html, line->title);
  else
    page_link(page, arena_printf(page->arena, "#%s", page_measure_id(page, line)), line->title);
  if (*line->class_code)
    html_element(page->html, "small", NULL, label_of(page->arena, "class", line->class_code));
  if (!line->counted)
    html_element(page->html, "small", NULL,
                 line->row->nature == NATURE_SENSITIVITY ? _("an assumption read another way: in no sum")
                                                         : _("an alternative to another: in no sum"));
  html_close(page->html);
  html_open(page->html, "td");
  page_verdict(page, line);
  html_close(page->html);
  for (int c = 0; c < OVERVIEW_COLUMNS; c++)
    if (shown[c])
      write_overview_cell(page, line, &overview_columns[c]);
  html_close(page->html);
}

void page_measures(struct page *page) {
  bool shown[OVERVIEW_COLUMNS];
  if (!page->audit->measure_count)
    return;
  for (int c = 0; c < OVERVIEW_COLUMNS; c++)
    shown[c] = column_shown(page, &overview_columns[c]);
  page_section(page, "measures", _("All measures"));
  page_ask(page);
  page_open_table(page, "overview", "overview",
                  _("Each measure by the claim it is judged by, and what the model finds for the same. The "
                    "direct price is that of the hours or contracts taken away, as council papers calculate."));
  write_overview_head(page, shown);
  html_open(page->html, "tbody");
  for (size_t m = 0; m < page->audit->measure_count; m++)
    write_overview_row(page, &page->overview[m], shown);
  for (int open = 4; open; open--) // tbody, table, frame, section
    html_close(page->html);
}
