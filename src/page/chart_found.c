// SPDX-License-Identifier: GPL-3.0-or-later
// Chart of one measure: the claim, and what the model finds.
#include "base/fixed.h"
#include "base/language.h"
#include "page/chart.h"
#include "report/format.h"

enum {
  WIDTH_D = 4200,
  BARS_FROM_D = 1600, // right of the labels
  BARS_TO_D = 3300,   // left of the figures
  HEAD_D = 40,
  ROW_D = 270,
  BAR_D = 150,
  AXIS_D = 240, // room below the rows
  TICKS_MOST = 3,
  TICK_TEXT_D = 640, // room for "1 500 000"
};

struct row {
  const char *label, *class_name;
  int64_t ore;
  bool range;
  int64_t low_ore, high_ore;
};

static int rows_of(const struct chart_found *found, struct row rows[3]) {
  int count = 0;
  bool same = found->kept_ore == found->adjusted_ore;
  if (found->claimed_ore != FIELD_BLANK)
    rows[count++] = (struct row){_("claimed"), "claimed", found->claimed_ore, false, 0, 0};
  rows[count++] = (struct row){same ? _("found") : _("if all positions are kept"),
                               "kept",
                               found->kept_ore,
                               found->ranges,
                               found->kept_low_ore,
                               found->kept_high_ore};
  if (!same)
    rows[count++] = (struct row){
        _("if positions are adjusted"), "adjusted", found->adjusted_ore, found->ranges, found->adjusted_low_ore,
        found->adjusted_high_ore};
  return count;
}

static struct chart_scale scale_of(const struct row *rows, int count) {
  struct chart_scale scale = {0, 1, BARS_FROM_D, BARS_TO_D};
  for (int i = 0; i < count; i++) {
    chart_hold(&scale, rows[i].ore);
    if (rows[i].range) {
      chart_hold(&scale, rows[i].low_ore);
      chart_hold(&scale, rows[i].high_ore);
    }
  }
  return scale;
}

// Labels round figures on both sides of zero.
static void draw_axis(struct html *html, const struct chart_scale *scale, int bottom_d) {
  int64_t step = chart_step(scale->most - scale->least, TICKS_MOST);
  int free_d = 0; // where the next figure has room
  for (int64_t at = scale->least / step * step; at <= scale->most; at += step) {
    int x_d = chart_at(scale, at);
    svg_line(html, at ? "grid" : "axis", x_d, HEAD_D, x_d, bottom_d + 30);
    if (x_d < free_d)
      continue;
    svg_text(html, "axis-text", x_d, bottom_d + 150, SVG_MIDDLE, format_kr_number(html_arena(html), at));
    free_d = x_d + TICK_TEXT_D;
  }
  svg_text(html, "axis-text", WIDTH_D, bottom_d + 150, SVG_END, _("kroner"));
}

static void draw_row(struct html *html, const struct chart_scale *scale, const struct row *row, int y_d) {
  int from_d = chart_at(scale, row->ore < 0 ? row->ore : 0), to_d = chart_at(scale, row->ore < 0 ? 0 : row->ore);
  svg_rect(html, row->class_name, (struct svg_box){from_d, y_d, to_d - from_d, BAR_D});
  if (row->range) {
    int low_d = chart_at(scale, row->low_ore), high_d = chart_at(scale, row->high_ore), middle_d = y_d + BAR_D / 2;
    svg_line(html, "whisker", low_d, middle_d, high_d, middle_d);
    svg_line(html, "whisker", low_d, middle_d - 40, low_d, middle_d + 40);
    svg_line(html, "whisker", high_d, middle_d - 40, high_d, middle_d + 40);
  }
  svg_text(html, "small", 0, y_d + 115, SVG_START, row->label);
  svg_text(html, "label", WIDTH_D, y_d + 115, SVG_END, format_kr_number(html_arena(html), row->ore));
}

void chart_found(struct html *html, const struct chart *chart, const struct chart_found *found) {
  struct row rows[3];
  int count = rows_of(found, rows), bottom_d = HEAD_D + count * ROW_D;
  struct chart_scale scale = scale_of(rows, count);
  svg_open(html, &(struct svg_frame){chart->id, chart->title, chart->description, "found", WIDTH_D, bottom_d + AXIS_D});
  draw_axis(html, &scale, bottom_d);
  for (int i = 0; i < count; i++)
    draw_row(html, &scale, &rows[i], HEAD_D + i * ROW_D + 30);
  html_close(html);
}
