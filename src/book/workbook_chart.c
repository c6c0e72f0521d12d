// SPDX-License-Identifier: GPL-3.0-or-later
// How the charts of the workbook are made: series of cells, plain axes, and an alternative text for readers who cannot
// see them.
#include <string.h>

#include "book/book.h"
#include "report/terminal.h"

enum { GRID = 0xD9D9D9, INK = 0x404040, CHART_WIDTH_PX = 480, CHART_HEIGHT_PX = 288 }; // the library's default size

// The library keeps its own copy of names but wants them writable.
char *book_writable(struct book *book, const char *text) {
  const char *shown = terminal_text(book->arena, text);
  return arena_text(book->arena, shown, strlen(shown));
}

lxw_chart_series *book_series(struct book *book, lxw_chart *chart, const struct series *given) {
  lxw_chart_series *series = book_made(chart_add_series(chart, NULL, NULL));
  chart_series_set_categories(series, given->sheet_name, given->rows.first, given->categories, given->rows.last,
                              given->categories);
  chart_series_set_values(series, given->sheet_name, given->rows.first, given->values, given->rows.last, given->values);
  if (given->name)
    chart_series_set_name(series, book_writable(book, given->name));
  lxw_chart_fill fill = {.color = given->colour};
  lxw_chart_line line = {.color = given->colour, .width = 0.75};
  lxw_chart_pattern pattern = {
      .fg_color = given->colour, .bg_color = LXW_COLOR_WHITE, .type = LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL};
  chart_series_set_line(series, &line);
  if (given->striped)
    chart_series_set_pattern(series, &pattern);
  else
    chart_series_set_fill(series, &fill);
  return series;
}

static void style_axis(struct book *book, lxw_chart_axis *axis, const char *name) {
  lxw_chart_font small = {.size = 9, .bold = LXW_EXPLICIT_FALSE, .color = INK};
  lxw_chart_line grid = {.color = GRID, .width = 0.5};
  chart_axis_set_num_font(axis, &small);
  chart_axis_set_line(axis, &grid);
  chart_axis_set_label_position(axis, LXW_CHART_AXIS_LABEL_POSITION_LOW); // names stay clear of negative bars
  if (name) {
    chart_axis_set_name(axis, book_writable(book, name));
    chart_axis_set_name_font(axis, &small);
  }
}

void book_style_axes(struct book *book, lxw_chart *chart, const char *x_name, const char *y_name) {
  lxw_chart_line grid = {.color = GRID, .width = 0.5};
  lxw_chart_font heading = {.size = 12, .bold = LXW_TRUE, .color = INK};
  lxw_chart_font small = {.size = 9, .color = INK};
  style_axis(book, chart->x_axis, x_name);
  style_axis(book, chart->y_axis, y_name);
  chart_axis_major_gridlines_set_line(chart->x_axis, &grid);
  chart_axis_major_gridlines_set_line(chart->y_axis, &grid);
  chart_title_set_name_font(chart, &heading);
  chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
  chart_legend_set_font(chart, &small);
}

void book_insert(struct book *book, lxw_chart *chart, const struct chart_frame *frame) {
  lxw_chart_options options = {.x_scale = (double)frame->width_px / CHART_WIDTH_PX,
                               .y_scale = (double)frame->height_px / CHART_HEIGHT_PX,
                               .x_offset = 2,
                               .y_offset = 2,
                               .description = book_writable(book, frame->description),
                               .object_position = LXW_OBJECT_MOVE_DONT_SIZE};
  book_note(book, worksheet_insert_chart_opt(frame->worksheet, frame->row, frame->column, chart, &options));
}
