// SPDX-License-Identifier: GPL-3.0-or-later
// Two pages, each a single file that needs no network. report.html is for the decision: the answer first, then all
// measures in one table, at most one sheet for each measure that changes a plan, their combined effect, and the method.
// details.html is for the controller: every table behind that, each with an address report.html links to. Or both as
// one page, to be printed or mailed whole. Parts whose table is absent or empty are left out.
#ifndef ROTACOST_PAGE_PAGE_H
#define ROTACOST_PAGE_PAGE_H

#include <stdio.h>

#include "audit/levels.h"
#include "page/html.h"
#include "report/gathered.h"
#include "report/overview.h"
#include "report/results.h"

#define PAGE_DETAILS_FILE "details.html"
enum page_kind { PAGE_DECISION, PAGE_DETAILS, PAGE_FULL };

// False where writing failed. Same results, same language, same bytes.
bool page_write(struct arena *arena, const struct audit *audit, const struct result_set *set, enum page_kind kind,
                FILE *to);

// levels.html: levels of staffing, as a picture and as a table. The same holds for it.
bool page_write_levels(struct arena *arena, const struct levels *levels, FILE *to);

// gathered.html: results of many scenarios, merged. `set`: gathered_tables. The same holds for it.
bool page_write_gathered(struct arena *arena, const struct gathered *gathered, const struct result_set *set, FILE *to);

// ---------------------------------------------------------------- what its parts share

struct page {
  enum page_kind kind;
  struct html *html;
  struct arena *arena;
  const struct audit *audit;
  const struct result_set *set;
  const struct overview_line *overview; // [audit->measure_count]
  const char *run_id;
  int figures, tables; // number drawn so far, for their ids
};

void page_head(struct page *page, const char *title);     // <head>, whole
void page_foot(struct page *page);                        // <footer>, whole
const char *page_id(struct page *page, const char *kind); // unique: "figure-7"
const char *page_year(struct page *page, int year);
// The first whole year of a measure where the table has it, else the last year it has; 0: none.
int page_measure_year(const struct result_table *table, const struct overview_line *line);
// The scenario's title of a unit or category; the code where it has no title.
const char *page_unit(const struct page *page, const char *code);
const char *page_category(const struct page *page, const char *code);
const char *page_group(const struct page *page, const char *unit, const char *group); // "Sykepleier 75 %" without one
const char *page_window(const struct page *page, const char *unit,
                        const char *window); // "night 22:00–07:30" without one
const char *page_measure_title(const struct page *page, const char *code);
bool page_has(const struct page *page, const char *table); // does the table hold anything to show?
bool page_decides(const struct page *page);                // does it hold the part for the decision?
bool page_tells_all(const struct page *page);              // does it hold every table?
// The address of the details of a measure: "details.html#m-3-cover", or "#m-3-cover" where it is on the same page.
const char *page_details(const struct page *page, const struct overview_line *line, const char *part);
void page_link(struct page *page, const char *address, const char *text);
// <h3 id="m-3-cover">: an address for page_details.
void page_part(struct page *page, const struct overview_line *line, const char *part, const char *heading);
// The id of a measure's section, or of its line: "m-3".
const char *page_measure_id(const struct page *page, const struct overview_line *line);
bool page_has_rows(struct page *page, const struct overview_line *line, const char *table); // for that measure

struct result_match; // report/columns.h

// A table of results as an HTML table, in a frame that scrolls where the page is narrow. Columns without any value are
// left out.
struct page_view {
  const struct result_table *table;   // NULL: nothing is written
  const int *columns;                 // TEXT_name or NUMBER_name, closed by COLUMN_NONE; NULL: all but those matched
  const struct result_match *matches; // NULL: every row
  const char *caption;                // NULL: that of report/about.h
  size_t rows_most;                   // 0: all; else a line says how many are left out
  const char *const *row_ids;         // one for each row that matches; NULL: none
};
// False where no row matched; then nothing is written.
bool page_table(struct page *page, const struct page_view *view);

// Opens a frame that scrolls and in it a table with its caption; closed by two html_close. `name`: of the result table.
void page_open_table(struct page *page, const char *class_name, const char *name, const char *caption);

// <section> with its heading; closed by html_close.
void page_section(struct page *page, const char *id, const char *heading);
// <figure> with a heading line; what follows is inside it until html_close.
void page_figure(struct page *page, const char *title);
// A verdict or status as a badge: a sign and a word as well as a colour.
void page_badge(struct page *page, const char *class_name, const char *word);
// The verdict on a measure, and whether it goes below minimum staffing.
void page_verdict(struct page *page, const struct overview_line *line);
void page_paragraph(struct page *page, const char *class_name, const char *text);

// The parts, in order.
void page_answer(struct page *page);
void page_measures(struct page *page);                                  // the table of all
void page_measure(struct page *page, const struct overview_line *line); // its section: a sheet, all its tables, or both
void page_measure_tables(struct page *page, const struct overview_line *line);   // inside that section
void page_card(struct page *page, const struct overview_line *line);             // the sheet, inside that section
bool page_has_limits(const struct page *page, const struct overview_line *line); // is there a reason why it is limited?
bool page_has_chance(const struct page *page);
void page_chance(struct page *page);                                      // ranges of all measures, by chance
void page_chance_of(struct page *page, const struct overview_line *line); // of one: days below the norm, what drives it
void page_bridge(struct page *page, const struct overview_line *line);    // waterfalls and their tables
void page_cover(struct page *page, const struct overview_line *line);     // heat maps and weeks of a measure
// Cover today and with the measure, only where they differ. False, and nothing written, where it is the same
// everywhere.
bool page_cover_change(struct page *page, const struct overview_line *line);
void page_rules(struct page *page, const struct overview_line *line);           // minimum staffing and working time
bool page_is_amount(const struct page *page, const struct overview_line *line); // a row of page_amounts, no section
bool page_has_amounts(const struct page *page);
void page_amounts(struct page *page);
void page_together(struct page *page);
void page_comparison(struct page *page);
void page_curves(struct page *page);
void page_rotas(struct page *page); // base rotas, as grids
void page_risks(struct page *page);
void page_followup(struct page *page);
void page_further(struct page *page); // tables that no other part shows
void page_method(struct page *page);
void page_accounts(struct page *page); // the baseline compared with the accounts

// The controls of the page's script: search, verdicts, kroner or thousands, folds. Hidden until the script runs.
void page_ask(struct page *page);
extern const char page_script[]; // src/page/page.js
extern const char page_style[];  // the style sheet, without the rules that carry the run id

#endif
