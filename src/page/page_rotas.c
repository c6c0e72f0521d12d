// SPDX-License-Identifier: GPL-3.0-or-later
// Base rotas: what is told of each, and its lines as a grid of lines and days.
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/language.h"
#include "page/page.h"
#include "report/about.h"
#include "report/format.h"
#include "report/labels.h"

enum { CODES_MOST = 64, TINTS = 6 };

static const char *const days[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

struct grid {
  struct page *page;
  const struct result_table *lines; // rota_lines
  struct result_match matches[4];   // of one rota
  int weeks;
  const char *codes[CODES_MOST]; // shifts in the order in which they stand first
  char letters[CODES_MOST];
  int code_count;
};

// ---------------------------------------------------------------- letters

static bool is_taken(const struct grid *grid, char letter) {
  return memchr(grid->letters, letter, (size_t)grid->code_count) != NULL;
}

static char letter_for(const struct grid *grid, const char *code) {
  for (const char *at = code; *at; at++)
    if (isascii((unsigned char)*at) && isalnum((unsigned char)*at) &&
        !is_taken(grid, (char)toupper((unsigned char)*at)))
      return (char)toupper((unsigned char)*at);
  for (char letter = 'A'; letter <= 'Z'; letter++)
    if (!is_taken(grid, letter))
      return letter;
  return '*';
}

static int code_index(struct grid *grid, const char *code) {
  for (int i = 0; i < grid->code_count; i++)
    if (!strcmp(grid->codes[i], code))
      return i;
  if (grid->code_count == CODES_MOST)
    return 0;
  grid->letters[grid->code_count] = letter_for(grid, code);
  grid->codes[grid->code_count] = code;
  return grid->code_count++;
}

static int compare_texts(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

// In the order of the alphabet, whatever line has them first.
static void read_codes(struct grid *grid) {
  const char *found[CODES_MOST];
  size_t count = 0;
  for (size_t row = SIZE_MAX; result_next(grid->lines, grid->matches, &row);) {
    int week = (int)result_number_at(grid->lines, row, "rota_week");
    grid->weeks = week > grid->weeks ? week : grid->weeks;
    for (int d = 0; d < 7; d++) {
      const char *code = result_text_at(grid->lines, row, days[d]);
      size_t i = 0;
      while (i < count && strcmp(found[i], code))
        i++;
      if (i == count && strcmp(code, "-") && count < CODES_MOST)
        found[count++] = code;
    }
  }
  qsort(found, count, sizeof *found, compare_texts);
  for (size_t i = 0; i < count; i++)
    code_index(grid, found[i]);
}

// ---------------------------------------------------------------- the grid

static void write_legend(struct grid *grid) {
  const char *text = "";
  for (int i = 0; i < grid->code_count; i++)
    text = arena_printf(grid->page->arena, "%s%s%c = %s", text, i ? ", " : "", grid->letters[i], grid->codes[i]);
  page_paragraph(grid->page, NULL,
                 arena_printf(grid->page->arena, _("%s. A blank cell is a day off; weekends are ruled off."), text));
}

static void write_head_cell(struct page *page, const char *text, int columns, int rows) {
  html_open(page->html, "th");
  html_attribute(page->html, "scope", columns > 1 ? "colgroup" : "col");
  if (columns > 1)
    html_number(page->html, "colspan", columns);
  if (rows > 1)
    html_number(page->html, "rowspan", rows);
  html_text(page->html, text);
  html_close(page->html);
}

static void write_head(struct grid *grid) {
  struct page *page = grid->page;
  html_open(page->html, "thead");
  html_open(page->html, "tr");
  write_head_cell(page, _("Line"), 1, 2);
  write_head_cell(page, _("Group"), 1, 2);
  for (int week = 1; week <= grid->weeks; week++)
    write_head_cell(page, arena_printf(page->arena, _("week %d"), week), 7, 1);
  write_head_cell(page, _("Hours"), 1, 2);
  write_head_cell(page, _("Weekends"), 1, 2);
  write_head_cell(page, _("Nights"), 1, 2);
  html_close(page->html);
  html_open(page->html, "tr");
  for (int t = 0; t < 7 * grid->weeks; t++) {
    html_open_class(page->html, "th", t % 7 >= 5 ? "weekend" : NULL);
    html_attribute(page->html, "scope", "col");
    html_text(page->html, arena_printf(page->arena, "%c", _("MTWTFSS")[t % 7]));
    html_close(page->html);
  }
  html_close(page->html);
  html_close(page->html);
}

static void write_day(struct grid *grid, size_t row, int d) {
  const char *code = result_text_at(grid->lines, row, days[d]);
  bool off = !strcmp(code, "-");
  int index = off ? 0 : code_index(grid, code);
  const char *class_name =
      off ? arena_printf(grid->page->arena, "day%s", d >= 5 ? " weekend" : "")
          : arena_printf(grid->page->arena, "day tint%d%s", index % TINTS, d >= 5 ? " weekend" : "");
  html_element(grid->page->html, "td", class_name,
               off ? "" : arena_printf(grid->page->arena, "%c", grid->letters[index]));
}

static void write_sums(struct grid *grid, size_t first) {
  struct page *page = grid->page;
  html_element(page->html, "td", "number",
               format_short(page->arena, result_number_at(grid->lines, first, "rota_line_h"), 2));
  html_element(page->html, "td", "number",
               format_integer(page->arena, result_number_at(grid->lines, first, "rota_weekends")));
  html_element(page->html, "td", "number",
               format_integer(page->arena, result_number_at(grid->lines, first, "rota_nights")));
}

// Rows of a line follow each other, week by week.
static void write_lines(struct grid *grid) {
  size_t first = SIZE_MAX;
  html_open(grid->page->html, "tbody");
  for (size_t row = SIZE_MAX; result_next(grid->lines, grid->matches, &row);) {
    int week = (int)result_number_at(grid->lines, row, "rota_week");
    if (week == 1) {
      first = row;
      html_open(grid->page->html, "tr");
      html_open(grid->page->html, "th");
      html_attribute(grid->page->html, "scope", "row");
      html_text(grid->page->html, result_text_at(grid->lines, row, "rota_line"));
      html_close(grid->page->html);
      html_element(grid->page->html, "td", NULL, result_text_at(grid->lines, row, "group"));
    }
    for (int d = 0; d < 7; d++)
      write_day(grid, row, d);
    if (week == grid->weeks) {
      write_sums(grid, first);
      html_close(grid->page->html);
    }
  }
  html_close(grid->page->html);
}

static const char *title_of(struct page *page, const struct result_table *rotas, size_t row) {
  const char *measure = result_text_at(rotas, row, "measure");
  const char *unit = page_unit(page, result_text_at(rotas, row, "unit"));
  if (!*measure)
    return arena_printf(page->arena, _("%s, today"), unit);
  return arena_printf(page->arena, _("%s, with the measure %s"), unit, page_measure_title(page, measure));
}

static void write_grid(struct page *page, const struct result_table *rotas, size_t row) {
  struct grid grid = {.page = page, .lines = result_find(page->set, "rota_lines")};
  const char *year = page_year(page, (int)result_number_at(rotas, row, "year"));
  grid.matches[0] = (struct result_match){"measure", result_text_at(rotas, row, "measure")};
  grid.matches[1] = (struct result_match){"unit", result_text_at(rotas, row, "unit")};
  grid.matches[2] = (struct result_match){"year", year};
  if (!grid.lines)
    return;
  read_codes(&grid);
  if (!grid.weeks)
    return;
  html_element(page->html, "h3", NULL, title_of(page, rotas, row));
  write_legend(&grid);
  page_open_table(page, "many rota", "rota_lines",
                  arena_printf(page->arena, _("%s: a base rota of %d weeks"), year, grid.weeks));
  write_head(&grid);
  write_lines(&grid);
  html_close(page->html);
  html_close(page->html);
}

// Of each unit and measure the last year told; the others stand in the workbook.
static bool is_last_told(const struct result_table *rotas, size_t row) {
  const struct result_match same[] = {
      {"measure", result_text_at(rotas, row, "measure")}, {"unit", result_text_at(rotas, row, "unit")}, {NULL, NULL}};
  for (size_t other = SIZE_MAX; result_next(rotas, same, &other);)
    if (result_number_at(rotas, other, "year") > result_number_at(rotas, row, "year"))
      return false;
  return true;
}

void page_rotas(struct page *page) {
  static const char *const columns[] = {"measure",        "year",           "unit",       "rota",
                                        "rota_from",      "rota_weeks",     "rota_lines", "rota_missing_h",
                                        "rota_idle_h",    "plan_kr",        "rota_kr",    "rota_more_kr",
                                        "plan_effect_kr", "rota_effect_kr", "reason",     NULL};
  const struct result_table *rotas = result_find(page->set, "rotas");
  if (!rotas)
    return;
  page_section(page, "rotas", _("Base rotas"));
  page_table(page, &(struct page_view){.table = rotas, .columns = columns});
  for (size_t row = 0; row < result_row_count(rotas); row++)
    if (is_last_told(rotas, row))
      write_grid(page, rotas, row);
  html_close(page->html);
}
