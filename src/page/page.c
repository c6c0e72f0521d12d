// SPDX-License-Identifier: GPL-3.0-or-later
#include "page/page.h"

#include <string.h>

#include "audit/titles.h"
#include "base/language.h"
#include "calendar/fiscal.h"
#include "page/svg.h"
#include "report/columns.h"
#include "report/format.h"
#include "report/labels.h"
#include "report/working_year.h"

// ---------------------------------------------------------------- what the parts share

const char *page_id(struct page *page, const char *kind) {
  return arena_printf(page->arena, "%s-%d", kind, strcmp(kind, "figure") ? ++page->tables : ++page->figures);
}

const char *page_year(struct page *page, int year) { return fiscal_year_name(page->arena, year); }

int page_measure_year(const struct result_table *table, const struct overview_line *line) {
  const struct result_match matches[] = {{TEXT_measure, line->row->measure}, {0}};
  int found = 0;
  for (size_t row = SIZE_MAX; result_next(table, matches, &row);) {
    int year = (int)result_number_of(table, row, NUMBER_year);
    if (!found || year <= line->effect->full.year)
      found = year;
  }
  return found;
}

const char *page_unit(const struct page *page, const char *code) {
  const struct tables *tables = &page->audit->scenario->tables;
  const char *title = strchr(code, '+') ? title_of_units(page->arena, tables, code) : title_of_unit(tables, code);
  return title == code ? _(code) : title; // not a place but what something is counted in, such as heads
}

const char *page_category(const struct page *page, const char *code) {
  return title_of_category(&page->audit->scenario->tables, code);
}

const char *page_group(const struct page *page, const char *unit, const char *group) {
  return title_of_group(page->arena, &page->audit->scenario->tables, unit, group);
}

const char *page_window(const struct page *page, const char *unit, const char *window) {
  return title_of_window(page->arena, &page->audit->scenario->tables, unit, window);
}

const char *page_measure_title(const struct page *page, const char *code) {
  for (size_t m = 0; m < page->audit->measure_count; m++)
    if (!strcmp(page->overview[m].row->measure, code))
      return page->overview[m].title;
  return code;
}

bool page_decides(const struct page *page) { return page->kind != PAGE_DETAILS; }

bool page_tells_all(const struct page *page) { return page->kind != PAGE_DECISION; }

const char *page_measure_id(const struct page *page, const struct overview_line *line) {
  return arena_printf(page->arena, "m-%zu", line->effect->measure + 1);
}

const char *page_details(const struct page *page, const struct overview_line *line, const char *part) {
  return arena_printf(page->arena, "%s#%s%s%s", page->kind == PAGE_DECISION ? PAGE_DETAILS_FILE : "",
                      page_measure_id(page, line), *part ? "-" : "", part);
}

void page_link(struct page *page, const char *address, const char *text) {
  html_open(page->html, "a");
  html_attribute(page->html, "href", address);
  html_text(page->html, text);
  html_close(page->html);
}

void page_part(struct page *page, const struct overview_line *line, const char *part, const char *heading) {
  html_open(page->html, "h3");
  html_attribute(page->html, "id", arena_printf(page->arena, "%s-%s", page_measure_id(page, line), part));
  html_text(page->html, heading);
  html_close(page->html);
}

bool page_has(const struct page *page, const char *table) {
  bool rota = page->audit->baseline_count > 0; // without units there is nothing to compare
  return result_find(page->set, table) && (rota || strcmp(table, "comparison"));
}

bool page_has_rows(struct page *page, const struct overview_line *line, const char *name) {
  const struct result_match matches[] = {{TEXT_measure, line->row->measure}, {0}};
  size_t row = SIZE_MAX;
  return result_next(result_find(page->set, name), matches, &row);
}

void page_section(struct page *page, const char *id, const char *heading) {
  html_open(page->html, "section");
  html_attribute(page->html, "id", id);
  html_element(page->html, "h2", NULL, heading);
}

void page_figure(struct page *page, const char *title) {
  html_open(page->html, "figure");
  html_element(page->html, "figcaption", NULL, title);
}

void page_badge(struct page *page, const char *class_name, const char *word) {
  static const struct {
    const char *class_name, *sign;
  } signs[] = {{"good", "✓"}, {"bad", "✗"}, {"maybe", "!"}, {"unknown", "?"}};
  html_open_class(page->html, "span", arena_printf(page->arena, "badge %s", class_name));
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    if (!strcmp(signs[i].class_name, class_name))
      html_text(page->html, arena_printf(page->arena, "%s" NO_BREAK_SPACE, signs[i].sign));
  html_text(page->html, word);
  html_close(page->html);
}

void page_verdict(struct page *page, const struct overview_line *line) {
  page_badge(page, verdict_class(line->verdict), line->verdict_words);
  if (!overview_below_norm(line))
    return;
  html_text(page->html, " ");
  page_badge(page, "bad", _("below minimum staffing"));
}

void page_paragraph(struct page *page, const char *class_name, const char *text) {
  html_element(page->html, "p", class_name, text);
}

void page_open_table(struct page *page, const char *class_name, const char *name, const char *caption) {
  const char *id = page_id(page, "table");
  html_open_class(page->html, "div", "scroll");
  html_attribute(page->html, "role", "group");
  html_attribute(page->html, "aria-labelledby", id);
  html_attribute(page->html, "tabindex", "0");
  html_open_class(page->html, "table", class_name);
  html_attribute(page->html, "data-table", name);
  html_open(page->html, "caption");
  html_attribute(page->html, "id", id);
  html_element(page->html, "span", NULL, caption); // stays in view when the table is wider than the screen
  html_close(page->html);
}

// ---------------------------------------------------------------- the document

static void meta(struct page *page, const char *name, const char *content) {
  html_open(page->html, "meta");
  html_attribute(page->html, "name", name);
  html_attribute(page->html, "content", content);
  html_close(page->html);
}

// Prints page numbers and the run on every sheet, if the browser supports margin boxes; the end of the page says the
// run too.
static const char *sheet_rules(struct page *page) {
  return arena_printf(page->arena,
                      "@page{size:A4;margin:16mm 14mm 18mm;@bottom-left{content:\"rotacost %s\";font:8pt sans-serif}"
                      "@bottom-right{content:counter(page) \" / \" counter(pages);font:8pt sans-serif}}\n"
                      "@page wide{size:A4 landscape}\n",
                      page->run_id);
}

void page_head(struct page *page, const char *title) {
  struct html *html = page->html;
  html_open(html, "head");
  html_open(html, "meta");
  html_attribute(html, "charset", "utf-8");
  html_close(html);
  meta(page, "viewport", "width=device-width, initial-scale=1");
  meta(page, "generator", "rotacost");
  html_element(html, "title", NULL, title);
  html_style(html, page_style);
  html_style(html, sheet_rules(page));
  html_close(html);
}

void page_foot(struct page *page) {
  html_open(page->html, "footer");
  page_paragraph(page, NULL, arena_printf(page->arena, _("rotacost, run %s"), page->run_id));
  html_close(page->html);
}

static void write_header(struct page *page) {
  const struct settings_row *s = settings_of(&page->audit->scenario->tables);
  struct arena *arena = page->arena;
  html_open(page->html, "header");
  html_element(page->html, "h1", NULL,
               page_decides(page) ? s->title : arena_printf(arena, _("%s: every table"), s->title));
  const char *years = s->first_year == s->last_year
                          ? page_year(page, (int)s->first_year)
                          : arena_printf(arena, "%s–%s", YEAR_NAME(s->first_year), YEAR_NAME(s->last_year));
  page_paragraph(page, "muted", s->place ? arena_printf(arena, "%s · %s", s->place, years) : years);
  if (s->price_day != NOT_GIVEN)
    page_paragraph(page, "muted",
                   arena_printf(arena,
                                _("Every year in the pay and rates of %s. Kroner saved; a saving is positive. "
                                  "Model estimates, not accounting figures."),
                                format_date(arena, s->price_day)));
  else
    page_paragraph(page, "muted", _("Kroner saved; a saving is positive. Model estimates, not accounting figures."));
  html_close(page->html);
}

// A part of the page, written only if its table exists or if `shown` says so; ON_DETAILS: only where details are shown.
struct part {
  const char *id, *heading, *table;
  bool (*shown)(const struct page *page);
  void (*write)(struct page *page);
  enum { ON_BOTH, ON_DECISION, ON_DETAILS } on;
};

static bool has_measures(const struct page *page) { return page->audit->measure_count; }

static void write_measures(struct page *page) {
  for (size_t m = 0; m < page->audit->measure_count; m++)
    if (!page_is_amount(page, &page->overview[m]))
      page_measure(page, &page->overview[m]);
}

static const struct part parts[] = {
    {"answer", N_("The answer"), NULL, NULL, page_answer, ON_DECISION},
    {"measures", N_("All measures"), NULL, has_measures, page_measures, ON_DECISION},
    {"chance", N_("How sure the figures are"), NULL, page_has_chance, page_chance, ON_BOTH},
    {NULL, NULL, NULL, has_measures, write_measures, ON_BOTH},
    {"amounts", N_("Amounts taken from the paper"), NULL, page_has_amounts, page_amounts, ON_DETAILS},
    {"together", N_("The measures together"), "together", NULL, page_together, ON_BOTH},
    {"comparison", N_("Comparison of rotas"), "comparison", NULL, page_comparison, ON_BOTH},
    {"rotas", N_("Base rotas"), "rotas", NULL, page_rotas, ON_DETAILS},
    {"curves", N_("Children and adults through the day"), "curve", NULL, page_curves, ON_DETAILS},
    {"risks", N_("Risks"), "risks", NULL, page_risks, ON_DECISION},
    {"followup", N_("Follow-up"), "followup", NULL, page_followup, ON_BOTH},
    {NULL, NULL, NULL, NULL, page_further, ON_DETAILS},
    {"method", N_("Method and evidence"), NULL, NULL, page_method, ON_BOTH},
};

static bool is_there(struct page *page, const struct part *part) {
  if (part->on == ON_DECISION ? !page_decides(page) : part->on == ON_DETAILS && !page_tells_all(page))
    return false;
  if (part->shown)
    return part->shown(page);
  return !part->table || page_has(page, part->table);
}

static void write_contents_line(struct page *page, const char *address, const char *text) {
  html_open(page->html, "li");
  page_link(page, address, text);
  html_close(page->html);
}

// On details.html every measure has a line, because readers look things up there.
static void write_contents(struct page *page) {
  html_open(page->html, "nav");
  html_attribute(page->html, "aria-label", _("Contents"));
  html_open(page->html, "ul");
  if (page->kind == PAGE_DETAILS)
    write_contents_line(page, "report.html", _("The answer"));
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    if (parts[i].id && is_there(page, &parts[i]))
      write_contents_line(page, arena_printf(page->arena, "#%s", parts[i].id), _(parts[i].heading));
  for (size_t m = 0; m < page->audit->measure_count && page->kind == PAGE_DETAILS; m++)
    if (!page_is_amount(page, &page->overview[m]))
      write_contents_line(page, arena_printf(page->arena, "#%s", page_measure_id(page, &page->overview[m])),
                          page->overview[m].title);
  if (page->kind == PAGE_DECISION)
    write_contents_line(page, PAGE_DETAILS_FILE, _("Every table"));
  html_close(page->html);
  html_close(page->html);
}

static void write_body(struct page *page) {
  html_open_class(page->html, "body", page->kind == PAGE_DETAILS ? "details" : NULL);
  html_open_class(page->html, "a", "skip");
  html_attribute(page->html, "href", page_decides(page) ? "#answer" : "#main");
  html_text(page->html, page_decides(page) ? _("Straight to the answer") : _("Straight to the tables"));
  html_close(page->html);
  svg_patterns(page->html);
  write_header(page);
  html_open(page->html, "main");
  html_attribute(page->html, "id", "main");
  html_attribute(page->html, "tabindex", "-1");
  write_contents(page);
  if (page->kind == PAGE_DETAILS || !page->audit->measure_count) // else it stands above the table of measures
    page_ask(page);
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    if (is_there(page, &parts[i]))
      parts[i].write(page);
  html_close(page->html);
  page_foot(page);
  html_script(page->html, page_script);
  html_close(page->html);
}

static const char *document_title(struct page *page) {
  const char *title = settings_of(&page->audit->scenario->tables)->title;
  return arena_printf(page->arena, page_decides(page) ? _("%s: what the measures save") : _("%s: every table"), title);
}

bool page_write(struct arena *arena, const struct audit *audit, const struct result_set *set, enum page_kind kind,
                FILE *to) {
  struct page page = {.kind = kind,
                      .html = html_begin(arena, to, language_code(language_now())),
                      .arena = arena,
                      .audit = audit,
                      .set = set,
                      .overview = overview_lines(arena, audit, result_find(set, "claims")),
                      .run_id = results_run_id(arena, set)};
  page_head(&page, document_title(&page));
  write_body(&page);
  return html_end(page.html);
}
