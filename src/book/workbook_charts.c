// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet of charts. The spreadsheet draws them from the cells of the other sheets, so filtering or editing a cell
// there changes the chart.
#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "book/book.h"
#include "calendar/fiscal.h"
#include "page/chart.h"
#include "report/columns.h"
#include "report/format.h"
#include "report/labels.h"

enum {
  WIDTH_PX = 900,
  PAGE_ROWS = 32, // of usual height on a sheet of paper
  BREAKS_MOST = 400,
  POINT_NAMES_MOST = 24,
};

struct charts { // the sheet while it is being filled
  struct book *book;
  lxw_row_t row, page_row;           // the next free one; where the page began
  lxw_row_t breaks[BREAKS_MOST + 1]; // closed by 0
  int break_count;
};

// Moves a chart to the next page if the end of this one would cut it.
static void place_chart(struct charts *charts, lxw_chart *chart, const char *title, const char *description,
                        int height_px) {
  lxw_row_t rows = (lxw_row_t)(height_px / BOOK_ROW_PX + 1);
  if (charts->row + rows > charts->page_row + PAGE_ROWS && charts->row > charts->page_row &&
      charts->break_count < BREAKS_MOST) {
    charts->breaks[charts->break_count++] = charts->row;
    charts->page_row = charts->row;
  }
  chart_title_set_name(chart, book_writable(charts->book, title));
  struct chart_frame frame = {charts->book->charts,
                              charts->row,
                              0,
                              WIDTH_PX,
                              height_px,
                              arena_printf(charts->book->arena, "%s. %s", title, description)};
  book_insert(charts->book, chart, &frame);
  charts->row += rows + 1;
}

// Alternative text: says where the figures of the chart are.
static const char *figures_stand(struct book *book, const struct sheet *sheet) {
  return arena_printf(book->arena, _("Its figures stand in the sheet %s."), sheet->name);
}

static const char *last_year_of(const struct book *book) {
  return fiscal_year_name(book->arena, (int)settings_of(&book->audit->scenario->tables)->last_year);
}

// ---------------------------------------------------------------- claimed and found

struct kroner_scale {
  double least, most;
};

// One scale for all rows, so that the charts they are split into can be compared.
static struct kroner_scale scale_of(const struct sheet *sheet, const enum number_column *columns) {
  int64_t least = 0, most = 0;
  for (size_t i = 0; i < sheet->row_count; i++)
    for (const enum number_column *column = columns; *column != NUMBER_NONE; column++) {
      int64_t ore = result_number_of(sheet->table, sheet->rows[i], *column);
      least = ore != FIELD_BLANK && ore < least ? ore : least;
      most = ore > most ? ore : most;
    }
  int64_t step = chart_step(most - least > 0 ? most - least : 1, 8);
  return (struct kroner_scale){kr_from_ore((least - step + 1) / step * step),
                               kr_from_ore((most + step - 1) / step * step)};
}

static const char *claims_told(struct book *book, const struct sheet *sheet, struct row_range rows) {
  struct arena *arena = book->arena;
  const char *text = "";
  for (lxw_row_t r = rows.first; r <= rows.last; r++) {
    size_t row = sheet->rows[r - 1];
    text = arena_printf(
        arena, "%s%s: %s %s, %s %s, %s %s. ", text, result_text_of(sheet->table, row, TEXT_title), _("claimed"),
        format_kr(arena, result_number_of(sheet->table, row, NUMBER_claimed_kr)), _("found if positions are kept"),
        format_kr(arena, result_number_of(sheet->table, row, NUMBER_kept_kr)), _("found if positions are adjusted"),
        format_kr(arena, result_number_of(sheet->table, row, NUMBER_adjusted_kr)));
  }
  return text;
}

static void draw_claims(struct charts *charts, const struct sheet *sheet, struct row_range rows,
                        struct kroner_scale scale) {
  struct book *book = charts->book;
  lxw_chart *chart = book_made(workbook_add_chart(book->workbook, LXW_CHART_BAR));
  const struct {
    int column;
    const char *name;
    lxw_color_t colour;
    bool striped;
  } bars[] = {{NUMBER_claimed_kr, _("claimed"), 0x595959, false},
              {NUMBER_kept_kr, _("found if positions are kept"), 0x1F5C99, false},
              {NUMBER_adjusted_kr, _("found if positions are adjusted"), 0x5B9BD5, true}};
  for (size_t i = 0; i < sizeof bars / sizeof *bars; i++) {
    struct series series = {
        bars[i].name,   sheet->name,    book_column(sheet, TEXT_title), book_column(sheet, bars[i].column), rows,
        bars[i].colour, bars[i].striped};
    book_series(book, chart, &series);
  }
  book_style_axes(book, chart, label_of_column(book->arena, "kr"), NULL); // in a bar chart x is the value axis
  chart_axis_set_reverse(chart->y_axis);                                  // the first measure on top
  chart_axis_set_min(chart->x_axis, scale.least);
  chart_axis_set_max(chart->x_axis, scale.most);
  chart_axis_set_num_format(chart->x_axis, "#,##0");
  place_chart(charts, chart,
              rows.first > 1 ? _("Continued, on the same scale") : _("Claimed, and found or taken over, kr"),
              claims_told(book, sheet, rows), 130 + 42 * (int)(rows.last - rows.first + 1));
}

static void claims_charts(struct charts *charts) {
  static const enum number_column columns[] = {NUMBER_claimed_kr, NUMBER_kept_kr, NUMBER_adjusted_kr, NUMBER_NONE};
  const struct sheet *sheet = book_sheet(charts->book, "overview");
  if (!sheet)
    return;
  struct kroner_scale scale = scale_of(sheet, columns);
  for (lxw_row_t first = 1; first <= sheet->row_count; first += CHART_CLAIMS_MOST) {
    lxw_row_t last = first + CHART_CLAIMS_MOST - 1;
    struct row_range rows = {first, last > sheet->row_count ? (lxw_row_t)sheet->row_count : last};
    draw_claims(charts, sheet, rows, scale);
  }
}

// ---------------------------------------------------------------- cost against hours missing

struct points { // rows of one answer
  const struct sheet *sheet;
  struct row_range rows;
  enum positions positions;
};

static lxw_chart_series *add_points(struct book *book, lxw_chart *chart, const struct points *points,
                                    const char *name) {
  bool kept = points->positions == POSITIONS_KEPT;
  lxw_color_t colour = kept ? 0x1F5C99 : 0xB85C00;
  struct series given = {.name = name,
                         .sheet_name = points->sheet->name,
                         .categories = book_column(points->sheet, NUMBER_cost_kr),
                         .values = book_column(points->sheet, NUMBER_short_h),
                         .rows = points->rows,
                         .colour = colour};
  lxw_chart_series *series = book_series(book, chart, &given);
  lxw_chart_fill fill = {.color = colour};
  lxw_chart_line none = {.none = 1}, edge = {.color = colour, .width = 1.5};
  chart_series_set_line(series, &none);
  chart_series_set_marker_type(series, kept ? LXW_CHART_MARKER_CIRCLE : LXW_CHART_MARKER_SQUARE);
  chart_series_set_marker_size(series, 9);
  chart_series_set_marker_fill(series, &fill);
  chart_series_set_marker_line(series, &edge);
  return series;
}

// Each row is a separate series, so that the name of its measure can be shown beside it.
static void add_named_points(struct book *book, lxw_chart *chart, const struct points *points) {
  lxw_chart_font small = {.size = 8};
  for (lxw_row_t row = points->rows.first; row <= points->rows.last; row++) {
    struct points point = {points->sheet, {row, row}, points->positions};
    lxw_chart_series *series = add_points(book, chart, &point, NULL);
    chart_series_set_name_range(series, points->sheet->name, row, book_column(points->sheet, TEXT_measure));
    chart_series_set_labels_position(series, LXW_CHART_LABEL_POSITION_ABOVE);
    chart_series_set_labels_font(series, &small);
    chart_series_set_labels_options(series, LXW_TRUE, LXW_FALSE, LXW_FALSE); // last: the others bring the value back
  }
}

static void comparison_chart(struct charts *charts) {
  struct book *book = charts->book;
  const struct sheet *sheet = book_sheet(book, "comparison");
  const char *year = last_year_of(book), *format = _("Cost against hours missing, %s");
  if (!sheet || !book->audit->baseline_count)
    return;
  lxw_chart *chart = book_made(workbook_add_chart(book->workbook, LXW_CHART_SCATTER));
  book_style_axes(book, chart, _("Cost of the year, kr"), _("Person-hours missing in the year"));
  for (int p = 0; p < POSITIONS_ANSWERS; p++) {
    const struct result_match matches[] = {{NUMBER_year, year}, {TEXT_positions, positions_name(p)}, {0}};
    struct points points = {sheet, book_rows(sheet, matches), (enum positions)p};
    if (points.rows.last - points.rows.first >= POINT_NAMES_MOST) {
      add_points(book, chart, &points, label_of(book->arena, "positions", positions_name(p)));
      continue;
    }
    add_named_points(book, chart, &points);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    format = _("Cost against hours missing, %s (round: positions kept, square: adjusted)");
  }
  chart_axis_set_min(chart->y_axis, 0);
  chart_axis_set_num_format(chart->x_axis, "#,##0");
  chart_axis_set_num_format(chart->y_axis, "#,##0");
  place_chart(charts, chart, arena_printf(book->arena, format, year), figures_stand(book, sheet), 460);
}

// ---------------------------------------------------------------- rows of a sheet

// A chart of consecutive rows, one series per column.
struct drawing {
  const char *table;
  int category;
  const char *title;                 // never starts with user text: = would make it a reference
  const enum number_column *columns; // closed by NUMBER_NONE
  const lxw_color_t *colours;
  const char *y_name;
  uint8_t kind; // enum lxw_chart_type
};

static lxw_chart *draw_rows(struct book *book, const struct sheet *sheet, const struct drawing *drawing,
                            struct row_range rows) {
  lxw_chart *chart = book_made(workbook_add_chart(book->workbook, drawing->kind));
  for (size_t i = 0; drawing->columns[i] != NUMBER_NONE; i++) {
    bool missing = drawing->columns[i] == NUMBER_short_h;
    struct series given = {label_of_column(book->arena, result_column_name((int)drawing->columns[i])),
                           sheet->name,
                           book_column(sheet, drawing->category),
                           book_column(sheet, (int)drawing->columns[i]),
                           rows,
                           drawing->colours[i],
                           missing};
    lxw_chart_series *series = book_series(book, chart, &given);
    lxw_chart_line stroke = {.color = drawing->colours[i],
                             .width = 2.25,
                             .dash_type = i ? LXW_CHART_LINE_DASH_SOLID : LXW_CHART_LINE_DASH_DASH};
    if (drawing->kind == LXW_CHART_LINE)
      chart_series_set_line(series, &stroke);
  }
  chart_set_series_gap(chart, 30);
  book_style_axes(book, chart, label_of_column(book->arena, result_column_name(drawing->category)), drawing->y_name);
  chart_axis_set_num_format(chart->y_axis, "#,##0.##");
  return chart;
}

static void rows_chart(struct charts *charts, const struct drawing *drawing, const struct result_match *matches) {
  const struct sheet *sheet = book_sheet(charts->book, drawing->table);
  struct row_range rows = {1, 0};
  if (sheet)
    rows = book_rows(sheet, matches);
  if (rows.last >= rows.first)
    place_chart(charts, draw_rows(charts->book, sheet, drawing, rows), drawing->title,
                figures_stand(charts->book, sheet), 290); // two to a page
}

static const char *unit_title(const struct unit_row *unit) { return unit->title ? unit->title : unit->unit; }

static void weeks_chart(struct charts *charts, const struct unit_row *unit) {
  static const enum number_column columns[] = {NUMBER_own_h,    NUMBER_extra_h, NUMBER_substitute_h, NUMBER_overtime_h,
                                               NUMBER_agency_h, NUMBER_short_h, NUMBER_NONE};
  static const lxw_color_t colours[] = {0x1F5C99, 0x6FA8DC, 0x3C8D5A, 0xE3A008, 0x7A5195, 0xC00000};
  const char *year = last_year_of(charts->book);
  const struct result_match matches[] = {
      {TEXT_measure, ""}, {NUMBER_year, year}, {TEXT_positions, "kept"}, {TEXT_unit, unit->unit}, {0}};
  const char *title = arena_printf(charts->book->arena, _("Paid hours per week today, %s, %s"), unit_title(unit), year);
  rows_chart(charts,
             &(struct drawing){"weeks", NUMBER_week, title, columns, colours, _("Hours"), LXW_CHART_COLUMN_STACKED},
             matches);
}

// The first school day of each unit.
static void curve_chart(struct charts *charts, const struct unit_row *unit) {
  static const enum number_column columns[] = {NUMBER_need, NUMBER_planned, NUMBER_NONE};
  static const lxw_color_t colours[] = {0x595959, 0x1F5C99};
  struct book *book = charts->book;
  const struct sheet *sheet = book_sheet(book, "curve");
  const struct result_match first[] = {
      {TEXT_unit, unit->unit}, {NUMBER_year, last_year_of(book)}, {TEXT_term, "school"}, {0}};
  size_t at = SIZE_MAX;
  if (!sheet || !result_next(sheet->table, first, &at))
    return;
  const char *date =
      arena_printf(book->arena, "%lld", (long long)result_number_of(sheet->table, at, NUMBER_first_date));
  const struct result_match matches[] = {
      {TEXT_unit, unit->unit}, {TEXT_term, "school"}, {NUMBER_first_date, date}, {0}};
  const char *title = arena_printf(book->arena, _("Adults by the half hour, %s"), unit_title(unit));
  rows_chart(charts, &(struct drawing){"curve", TEXT_half_hour, title, columns, colours, _("Adults"), LXW_CHART_LINE},
             matches);
}

void book_fill_charts(struct book *book) {
  const struct tables *tables = &book->audit->scenario->tables;
  struct charts *charts = arena_alloc(book->arena, sizeof *charts);
  charts->book = book;
  worksheet_gridlines(book->charts, LXW_HIDE_ALL_GRIDLINES);
  book_set_page(book, book->charts, 0);
  claims_charts(charts);
  comparison_chart(charts);
  for (size_t u = 0; u < row_count(tables, TABLE_UNITS); u++) {
    weeks_chart(charts, &unit_rows(tables)[u]);
    curve_chart(charts, &unit_rows(tables)[u]);
  }
  book_note(book, worksheet_set_h_pagebreaks(book->charts, charts->breaks));
}
