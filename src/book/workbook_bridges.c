// SPDX-License-Identifier: GPL-3.0-or-later
// From claimed to modelled as waterfalls: for every claim and answer the steps as cells, and beside them the chart that
// the spreadsheet draws from them. Such a chart stacks bars whose lowest part is not painted. A step from a to b that
// crosses zero has a part above and a part below it, each in its own series, because stacks grow from zero in both
// directions. With lo = min(a, b) and hi = max(a, b):
//   unseen  lo where both are above zero, hi where both are below, else 0
//   above   max(hi, 0) - max(lo, 0)
//   below   min(lo, 0) - min(hi, 0), which is negative
#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "book/book.h"
#include "calendar/fiscal.h"
#include "report/columns.h"
#include "report/format.h"
#include "report/labels.h"

enum {
  B_STEP,
  B_KR,
  B_RUNNING,
  B_CHART,
  B_LABEL = B_CHART + 11, // beyond the chart: cells that only feed it
  B_UNSEEN,
  B_TOTAL,
  B_MORE_ABOVE,
  B_MORE_BELOW,
  B_LESS_ABOVE,
  B_LESS_BELOW,
  B_COLUMNS
};
enum { WIDTH_PX = 690, HEIGHT_PX = 400, BLOCK_ROWS = 22 };

static int64_t least_of(int64_t a, int64_t b) { return a < b ? a : b; }
static int64_t most_of(int64_t a, int64_t b) { return a > b ? a : b; }

struct bar {
  int64_t unseen_ore, above_ore, below_ore;
};

static struct bar bar_between(int64_t from_ore, int64_t to_ore) {
  int64_t low = least_of(from_ore, to_ore), high = most_of(from_ore, to_ore);
  return (struct bar){low > 0    ? low
                      : high < 0 ? high
                                 : 0,
                      most_of(high, 0) - most_of(low, 0), least_of(low, 0) - least_of(high, 0)};
}

// ---------------------------------------------------------------- rows

static void write_part(struct book *book, lxw_row_t row, int column, int64_t ore) {
  if (ore)
    book_note(book, worksheet_write_number(book->bridges, row, (lxw_col_t)column, kr_from_ore(ore), book->aside));
}

static void write_step(struct book *book, lxw_row_t row, const struct result_table *bridge, size_t i) {
  bool total = !strcmp(result_text_of(bridge, i, TEXT_row_kind), "total");
  int64_t ore = result_number_of(bridge, i, NUMBER_kr), running = result_number_of(bridge, i, NUMBER_running_kr);
  const char *step = label_of(book->arena, "step", result_text_of(bridge, i, TEXT_step));
  const char *amount =
      total ? format_kr_number(book->arena, ore) : format_signed(book->arena, fixed_divide(ore, ORE_PER_KR), 0);
  book_text(book, book->bridges, row, B_STEP, step, book->text);
  book_kr(book, book->bridges, row, B_KR, ore);
  book_kr(book, book->bridges, row, B_RUNNING, running);
  book_text(book, book->bridges, row, B_LABEL, arena_printf(book->arena, "%s  %s", step, amount), book->aside);
  if (total) {
    write_part(book, row, B_TOTAL, ore);
    return;
  }
  struct bar bar = bar_between(running - ore, running);
  write_part(book, row, B_UNSEEN, bar.unseen_ore);
  write_part(book, row, ore > 0 ? B_MORE_ABOVE : B_LESS_ABOVE, bar.above_ore);
  write_part(book, row, ore > 0 ? B_MORE_BELOW : B_LESS_BELOW, bar.below_ore);
}

static void write_block_head(struct book *book, lxw_row_t row) {
  const char *const heads[B_COLUMNS] = {[B_STEP] = label_of_column(book->arena, "step"),
                                        [B_KR] = label_of_column(book->arena, "kr"),
                                        [B_RUNNING] = label_of_column(book->arena, "running_kr")};
  const char *const asides[B_COLUMNS] = {
      [B_LABEL] = _("for the chart"), [B_UNSEEN] = _("not painted"), [B_TOTAL] = _("amount"),
      [B_MORE_ABOVE] = _("more"),     [B_MORE_BELOW] = _("more"),    [B_LESS_ABOVE] = _("less"),
      [B_LESS_BELOW] = _("less")};
  book_head_height(book, book->bridges, row, 1);
  for (lxw_col_t c = 0; c < B_COLUMNS; c++) {
    if (heads[c])
      book_text(book, book->bridges, row, c, heads[c], book->head);
    if (asides[c])
      book_text(book, book->bridges, row, c, asides[c], book->aside);
  }
}

// ---------------------------------------------------------------- chart

static void add_parts(struct book *book, lxw_chart *chart, struct row_range rows) {
  static const struct {
    int column;
    const char *name;
    lxw_color_t colour;
    bool striped;
  } parts[] = {
      {B_UNSEEN, N_("not painted"), 0xFFFFFF, false}, {B_TOTAL, N_("amount"), 0x595959, false},
      {B_MORE_ABOVE, N_("more"), 0x1F5C99, false},    {B_MORE_BELOW, N_("more"), 0x1F5C99, false},
      {B_LESS_ABOVE, N_("less"), 0xB85C00, true},     {B_LESS_BELOW, N_("less"), 0xB85C00, true},
  };
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    struct series given = {_(parts[i].name), _("Waterfalls"), B_LABEL, (lxw_col_t)parts[i].column, rows,
                           parts[i].colour,  parts[i].striped};
    lxw_chart_series *series = book_series(book, chart, &given);
    lxw_chart_fill no_fill = {.none = 1};
    lxw_chart_line no_line = {.none = 1};
    if (parts[i].column == B_UNSEEN) {
      chart_series_set_fill(series, &no_fill);
      chart_series_set_line(series, &no_line);
    }
  }
  chart_set_series_gap(chart, 40);
  static int16_t hidden_entries[] = {0, 3, 5, -1}; // of the legend: each name once
  book_note(book, chart_legend_delete_series(chart, hidden_entries));
}

static const char *steps_told(struct book *book, const struct result_table *bridge, struct row_range rows,
                              const size_t *table_rows, const char *title) {
  const char *text = arena_printf(book->arena, "%s:", title);
  for (size_t i = 0; i <= rows.last - rows.first; i++)
    text = arena_printf(book->arena, "%s %s %s;", text,
                        label_of(book->arena, "step", result_text_of(bridge, table_rows[i], TEXT_step)),
                        format_kr(book->arena, result_number_of(bridge, table_rows[i], NUMBER_kr)));
  return text;
}

// ---------------------------------------------------------------- blocks

struct block {
  const struct overview_line *line;
  enum positions positions;
};

static const size_t *rows_of_block(struct book *book, const struct block *block, size_t *count) {
  const struct result_table *bridge = result_find(book->set, "bridge");
  const char *year = block->line->full ? "" : fiscal_year_name(book->arena, block->line->year->year);
  const struct result_match matches[] = {{TEXT_measure, block->line->row->measure},
                                         {NUMBER_year, year},
                                         {TEXT_positions, positions_name(block->positions)},
                                         {0}};
  size_t *rows = NULL, room = 0;
  *count = 0;
  for (size_t row = SIZE_MAX; bridge && result_next(bridge, matches, &row);) {
    size_t *next = arena_push(book->arena, &rows, count, &room, sizeof *next);
    *next = row;
  }
  return rows;
}

static void draw_block(struct book *book, lxw_row_t row, struct row_range rows, const char *description) {
  lxw_chart *chart = book_made(workbook_add_chart(book->workbook, LXW_CHART_BAR_STACKED));
  add_parts(book, chart, rows);
  book_style_axes(book, chart, label_of_column(book->arena, "kr"), NULL); // in a bar chart x is the value axis
  chart_axis_set_num_format(chart->x_axis, "#,##0");
  chart_axis_set_reverse(chart->y_axis); // the claim on top
  chart_title_set_name_range(chart, _("Waterfalls"), row, B_STEP);
  struct chart_frame frame = {book->bridges, row, B_CHART, WIDTH_PX, HEIGHT_PX, description};
  book_insert(book, chart, &frame);
}

// Returns false if there is no such bridge.
static bool write_block(struct book *book, lxw_row_t row, const struct block *block) {
  size_t count;
  const size_t *steps = rows_of_block(book, block, &count);
  const struct result_table *bridge = result_find(book->set, "bridge");
  if (!count)
    return false;
  const char *title = arena_printf(book->arena, _("%s: from claimed to modelled, %s"), block->line->title,
                                   block->positions == POSITIONS_KEPT ? _("positions stay") : _("positions follow"));
  book_text(book, book->bridges, row, B_STEP, title, book->strong);
  write_block_head(book, row + 1);
  struct row_range rows = {row + 2, row + 1 + (lxw_row_t)count};
  for (size_t i = 0; i < count; i++)
    write_step(book, row + 2 + (lxw_row_t)i, bridge, steps[i]);
  draw_block(book, row, rows, steps_told(book, bridge, rows, steps, title));
  return true;
}

// If the model finds the claim to the krone, there are no steps to draw.
static bool is_drawn(struct book *book, const struct overview_line *line) {
  const struct result_table *bridge = result_find(book->set, "bridge");
  bool steps = false;
  for (int p = 0; p < POSITIONS_ANSWERS && line->verdict != VERDICT_NO_CLAIM; p++) {
    size_t count;
    const size_t *rows = rows_of_block(book, &(struct block){line, (enum positions)p}, &count);
    for (size_t i = 0; i < count; i++)
      steps = steps || (result_number_of(bridge, rows[i], NUMBER_kr) &&
                        strcmp(result_text_of(bridge, rows[i], TEXT_row_kind), "total"));
  }
  return steps;
}

bool book_has_bridges(struct book *book) {
  for (size_t m = 0; m < book->audit->measure_count; m++)
    if (is_drawn(book, &book->overview[m]))
      return true;
  return false;
}

// Keeps the two answers of a claim on one sheet of paper.
static void print_bridges(struct book *book, lxw_row_t rows) {
  size_t most = rows / (2 * BLOCK_ROWS) + 1, count = 0;
  lxw_row_t *breaks = arena_array(book->arena, most + 1, sizeof *breaks);
  for (lxw_row_t row = 2 * BLOCK_ROWS; row < rows; row += 2 * BLOCK_ROWS)
    breaks[count++] = row;
  book_set_page(book, book->bridges, 0);
  worksheet_set_print_scale(book->bridges, 70);
  book_note(book, worksheet_set_h_pagebreaks(book->bridges, breaks));
  if (rows)
    book_note(book, worksheet_print_area(book->bridges, 0, 0, rows - 1, B_LABEL - 1));
}

void book_fill_bridges(struct book *book) {
  lxw_row_t row = 0;
  worksheet_gridlines(book->bridges, LXW_HIDE_ALL_GRIDLINES);
  book_note(book, worksheet_set_column(book->bridges, B_STEP, B_STEP, 36, NULL));
  book_note(book, worksheet_set_column(book->bridges, B_KR, B_RUNNING, 16, NULL));
  book_note(book, worksheet_set_column(book->bridges, B_LABEL, B_LABEL, 44, NULL));
  book_note(book, worksheet_set_column(book->bridges, B_UNSEEN, B_COLUMNS - 1, 12, NULL));
  for (size_t m = 0; m < book->audit->measure_count; m++)
    for (int p = 0; p < POSITIONS_ANSWERS && is_drawn(book, &book->overview[m]); p++)
      if (write_block(book, row, &(struct block){&book->overview[m], (enum positions)p}))
        row += BLOCK_ROWS;
  print_bridges(book, row);
}
