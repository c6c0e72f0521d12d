// SPDX-License-Identifier: GPL-3.0-or-later
// Base rotas: the facts about each, and its lines as a grid of lines by days.
#include <stdlib.h>
#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "page/page.h"
#include "report/about.h"
#include "report/columns.h"
#include "report/format.h"
#include "report/labels.h"
#include "report/rota.h"
#include "report/rotas.h"

enum { CODES_MOST = ROTA_SHIFTS_MOST, TINTS = 6, BLOCK_WEEKS = 6, SUMS = 3 };

struct grid {
  struct page *page;
  const struct rota_told *told;
  const struct rota_shift_told *shifts[CODES_MOST];
  char letters[CODES_MOST];
  int shift_count;
  int first_week, last_week; // of the block, the last exclusive
};

// ---------------------------------------------------------------- letters

static void read_shifts(struct grid *grid) {
  const struct audit *audit = grid->page->audit;
  for (size_t i = 0; i < audit->rota_shift_count && grid->shift_count < CODES_MOST; i++) {
    const struct rota_shift_told *shift = &audit->rota_shifts[i];
    if (shift->measure != grid->told->measure || shift->year != grid->told->year || shift->unit != grid->told->unit)
      continue;
    grid->letters[grid->shift_count] = rota_letter(shift->shift, grid->letters, grid->shift_count);
    grid->shifts[grid->shift_count++] = shift;
  }
}

// Returns -1 for a day off.
static int shift_index(const struct grid *grid, const char *code, size_t length) {
  for (int i = 0; i < grid->shift_count; i++)
    if (strlen(grid->shifts[i]->shift) == length && !memcmp(grid->shifts[i]->shift, code, length))
      return i;
  return -1;
}

// Finds the t-th word (from 0) of a list separated by single blanks, and its length.
static const char *word_at(const char *words, int t, size_t *length) {
  for (; t > 0; t--)
    words += strcspn(words, " ") + 1;
  *length = strcspn(words, " ");
  return words;
}

static int word_count(const char *words) {
  int count = *words != 0;
  for (; *words; words++)
    count += *words == ' ';
  return count;
}

static const char *tint(const struct grid *grid, int shift) {
  return arena_printf(grid->page->arena, "tint%d", shift % TINTS);
}

static void write_legend(struct grid *grid) {
  struct page *page = grid->page;
  html_open_class(page->html, "ul", "rota-legend");
  for (int i = 0; i < grid->shift_count; i++) {
    const struct rota_shift_told *shift = grid->shifts[i];
    html_open(page->html, "li");
    html_element(page->html, "b", tint(grid, i), arena_printf(page->arena, "%c", grid->letters[i]));
    html_text(page->html, arena_printf(page->arena, _(" %s, %s, %s h paid"), shift->title, shift->clock,
                                       format_short(page->arena, hundredths(shift->paid_h), 2)));
    html_close(page->html);
  }
  html_element(page->html, "li", NULL, _("A blank cell is a day off; weekends are shaded."));
  html_close(page->html);
}

// ---------------------------------------------------------------- the grid

static bool is_last_block(const struct grid *grid) { return grid->last_week == grid->told->weeks; }

// Of a day of the block, with the edges of weeks and weekends.
static const char *day_class(const struct grid *grid, int t, const char *more) {
  const char *edge = t % 7 >= SATURDAY ? " weekend" : t % 7 == MONDAY ? " monday" : "";
  return arena_printf(grid->page->arena, "day%s%s%s", edge, *more ? " " : "", more);
}

static void write_head_cell(struct page *page, const char *text, int columns, int rows) {
  html_open_class(page->html, "th", columns > 1 ? "week" : NULL);
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
  for (int week = grid->first_week; week < grid->last_week; week++)
    write_head_cell(page, arena_printf(page->arena, _("week %d"), week + 1), 7, 1);
  if (is_last_block(grid)) {
    write_head_cell(page, _("Hours"), 1, 2);
    write_head_cell(page, _("Weekends"), 1, 2);
    write_head_cell(page, _("Nights"), 1, 2);
  }
  html_close(page->html);
  html_open(page->html, "tr");
  for (int t = 7 * grid->first_week; t < 7 * grid->last_week; t++) {
    html_open_class(page->html, "th", day_class(grid, t, ""));
    html_attribute(page->html, "scope", "col");
    html_text(page->html, arena_printf(page->arena, "%c", _("MTWTFSS")[t % 7]));
    html_close(page->html);
  }
  html_close(page->html);
  html_close(page->html);
}

static void write_day(struct grid *grid, const struct rota_line_told *line, int t) {
  size_t length;
  const char *code = word_at(line->days, t, &length);
  int shift = shift_index(grid, code, length);
  html_element(grid->page->html, "td", day_class(grid, t, shift < 0 ? "" : tint(grid, shift)),
               shift < 0 ? "" : arena_printf(grid->page->arena, "%c", grid->letters[shift]));
}

static void write_row_head(struct page *page, const char *text, int columns) {
  html_open(page->html, "th");
  html_attribute(page->html, "scope", "row");
  if (columns > 1)
    html_number(page->html, "colspan", columns);
  html_text(page->html, text);
  html_close(page->html);
}

static void write_line(struct grid *grid, const struct rota_line_told *line) {
  struct page *page = grid->page;
  html_open(page->html, "tr");
  write_row_head(page, line->line, 1);
  html_element(page->html, "td", NULL, line->group);
  for (int t = 7 * grid->first_week; t < 7 * grid->last_week; t++)
    write_day(grid, line, t);
  if (is_last_block(grid)) {
    html_element(page->html, "td", "number", format_short(page->arena, hundredths(line->hours), 2));
    html_element(page->html, "td", "number", format_integer(page->arena, line->weekends));
    html_element(page->html, "td", "number", format_integer(page->arena, line->nights));
  }
  html_close(page->html);
}

static void write_lines(struct grid *grid) {
  const struct audit *audit = grid->page->audit;
  html_open(grid->page->html, "tbody");
  for (size_t i = 0; i < audit->rota_line_count; i++) {
    const struct rota_line_told *line = &audit->rota_lines[i];
    if (line->measure == grid->told->measure && line->year == grid->told->year && line->unit == grid->told->unit)
      write_line(grid, line);
  }
  html_close(grid->page->html);
}

// ---------------------------------------------------------------- the cover underneath

static int64_t number_at(const char *words, int t) {
  size_t length;
  return strtoll(word_at(words, t % word_count(words), &length), NULL, 10);
}

static bool is_short(const struct rota_cover_told *cover, int t) {
  return number_at(cover->on_duty, t) * MILLI < number_at(cover->need, t);
}

static void end_cover_row(struct grid *grid) {
  if (is_last_block(grid)) {
    html_open(grid->page->html, "td");
    html_number(grid->page->html, "colspan", SUMS);
    html_close(grid->page->html);
  }
  html_close(grid->page->html);
}

// Does the rota have people above this level?
static bool has_higher(const struct grid *grid, int level) {
  const struct audit *audit = grid->page->audit;
  for (size_t i = 0; i < audit->rota_line_count; i++) {
    const struct rota_line_told *line = &audit->rota_lines[i];
    if (line->measure == grid->told->measure && line->year == grid->told->year && line->unit == grid->told->unit &&
        line->level > level)
      return true;
  }
  return false;
}

static void write_duty(struct grid *grid, const struct rota_cover_told *cover) {
  struct page *page = grid->page;
  html_open_class(page->html, "tr", "duty");
  write_row_head(page,
                 arena_printf(page->arena, has_higher(grid, cover->level) ? _("%s, %s or higher") : "%s, %s",
                              cover->clock, page_category(page, cover->category)),
                 2);
  for (int t = 7 * grid->first_week; t < 7 * grid->last_week; t++)
    html_element(
        page->html, "td", day_class(grid, t, is_short(cover, t) ? "short" : ""),
        arena_printf(page->arena, "%lld%s", (long long)number_at(cover->on_duty, t), is_short(cover, t) ? "!" : ""));
  end_cover_row(grid);
}

static void write_need(struct grid *grid, const struct rota_cover_told *cover) {
  struct page *page = grid->page;
  html_open_class(page->html, "tr", "need");
  write_row_head(page, _("of need"), 2);
  for (int t = 7 * grid->first_week; t < 7 * grid->last_week; t++)
    html_element(page->html, "td", day_class(grid, t, ""),
                 format_short(page->arena, fixed_divide(number_at(cover->need, t), 10), 2));
  end_cover_row(grid);
}

static void write_cover(struct grid *grid) {
  const struct audit *audit = grid->page->audit;
  struct page *page = grid->page;
  html_open_class(page->html, "tbody", "cover");
  for (size_t i = 0; i < audit->rota_cover_count; i++) {
    const struct rota_cover_told *cover = &audit->rota_covers[i];
    if (cover->measure != grid->told->measure || cover->year != grid->told->year || cover->unit != grid->told->unit)
      continue;
    write_duty(grid, cover);
    write_need(grid, cover);
  }
  html_close(page->html);
}

static const char *title_of(struct page *page, const struct rota_told *told) {
  const struct tables *tables = &page->audit->scenario->tables;
  const char *unit = page_unit(page, unit_rows(tables)[told->unit].unit);
  if (told->measure == NOT_GIVEN)
    return arena_printf(page->arena, _("%s, today"), unit);
  return arena_printf(page->arena, _("%s, with the measure %s"), unit,
                      page_measure_title(page, measure_rows(tables)[told->measure].measure));
}

static const char *caption_of(const struct grid *grid) {
  const struct rota_told *told = grid->told;
  struct arena *arena = grid->page->arena;
  const char *year = page_year(grid->page, told->year);
  if (told->weeks <= BLOCK_WEEKS)
    return arena_printf(arena,
                        _("%s: a base rota of %d weeks, and who is on duty at the least of each window; ! is too few"),
                        year, told->weeks);
  return arena_printf(
      arena, _("%s: weeks %d to %d of a base rota of %d, and who is on duty at the least of each window; ! is too few"),
      year, grid->first_week + 1, grid->last_week, told->weeks);
}

// Splits the weeks into blocks that fit the width of a sheet.
static void write_grid(struct page *page, const struct rota_told *told) {
  struct grid grid = {.page = page, .told = told};
  int blocks = (told->weeks + BLOCK_WEEKS - 1) / BLOCK_WEEKS;
  if (!told->lines)
    return;
  read_shifts(&grid);
  html_element(page->html, "h3", NULL, title_of(page, told));
  write_legend(&grid);
  for (int block = 0; block < blocks; block++) {
    grid.first_week = block * told->weeks / blocks;
    grid.last_week = (block + 1) * told->weeks / blocks;
    page_open_table(page, "many rota", "rota_lines", caption_of(&grid));
    write_head(&grid);
    write_lines(&grid);
    write_cover(&grid);
    html_close(page->html);
    html_close(page->html);
  }
}

// Shows the last year reported for each unit and measure; the others are in the workbook.
void page_rotas(struct page *page) {
  static const int columns[] = {TEXT_measure,          NUMBER_year,           TEXT_unit,         TEXT_rota,
                                TEXT_rota_from,        NUMBER_rota_weeks,     NUMBER_rota_lines, NUMBER_rota_missing_h,
                                NUMBER_rota_idle_h,    NUMBER_plan_kr,        NUMBER_rota_kr,    NUMBER_rota_more_kr,
                                NUMBER_plan_effect_kr, NUMBER_rota_effect_kr, TEXT_reason,       0};
  const struct result_table *rotas = result_find(page->set, "rotas");
  if (!rotas)
    return;
  page_section(page, "rotas", _("Base rotas"));
  page_table(page, &(struct page_view){.table = rotas, .columns = columns});
  for (size_t i = 0; i < page->audit->rota_count; i++)
    if (rota_is_last_told(page->audit, &page->audit->rotas[i]))
      write_grid(page, &page->audit->rotas[i]);
  html_close(page->html);
}
