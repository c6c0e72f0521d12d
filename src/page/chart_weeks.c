// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/language.h"
#include "page/chart.h"
#include "report/format.h"

enum { WIDTH_D = 7200, HEIGHT_D = 2480, LEFT_D = 620, RIGHT_D = 7180, TOP_D = 320, BOTTOM_D = 2080 };

const char *const chart_source_classes[CHART_SOURCES] = {"own",      "extra",  "substitutes",
                                                         "overtime", "agency", "missing"};

static void draw_grid(struct html *html, const struct chart_scale *scale) {
  struct arena *arena = html_arena(html);
  int64_t step = chart_step(scale->most, 4);
  for (int64_t value = 0; value <= scale->most; value += step) {
    int y_d = chart_at(scale, value);
    svg_line(html, value ? "grid" : "axis", LEFT_D, y_d, RIGHT_D, y_d);
    svg_text(html, "axis-text", LEFT_D - 60, y_d + 50, SVG_END, format_integer(arena, value / 10));
  }
  svg_text(html, "small", 0, 130, SVG_START, _("Hours in the week"));
}

// Draws all weeks of a source, stacked on the sources before it.
static void draw_source(struct html *html, const struct chart_scale *scale, const struct chart_week *weeks, int count,
                        int source, int step_d) {
  struct svg_box *boxes = arena_array(html_arena(html), (size_t)count, sizeof *boxes);
  int drawn = 0;
  for (int w = 0; w < count; w++) {
    int64_t below = 0;
    for (int s = 0; s < source; s++)
      below += weeks[w].hours[s];
    int top_d = chart_at(scale, below + weeks[w].hours[source]), bottom_d = chart_at(scale, below);
    if (bottom_d > top_d)
      boxes[drawn++] = (struct svg_box){LEFT_D + w * step_d + 10, top_d, step_d - 20, bottom_d - top_d};
  }
  if (drawn)
    svg_boxes(html, chart_source_classes[source], boxes, drawn);
}

// Writes each month's name where it begins, and a mark (a letter, not a colour) under weeks with public holidays.
static void draw_under(struct html *html, const struct chart_week *week, int x_d, int width_d) {
  struct arena *arena = html_arena(html);
  if (week->holidays)
    svg_text(html, "holiday-mark", x_d + width_d / 2, BOTTOM_D + 150, SVG_MIDDLE,
             arena_printf(arena, "%d", week->holidays));
  if (!week->month)
    return;
  svg_line(html, "grid", x_d, BOTTOM_D, x_d, BOTTOM_D + 200);
  svg_text(html, "axis-text", x_d + 30, BOTTOM_D + 340, SVG_START, format_month_short(week->month));
}

void chart_weeks(struct html *html, const struct chart *chart, const struct chart_week *weeks, int count,
                 int64_t most) {
  struct chart_scale scale = {0, most > 0 ? most : 1, BOTTOM_D, TOP_D};
  svg_open(html, &(struct svg_frame){chart->id, chart->title, chart->description, "weeks", WIDTH_D, HEIGHT_D});
  draw_grid(html, &scale);
  int step_d = (RIGHT_D - LEFT_D) / (count ? count : 1);
  for (int s = 0; s < CHART_SOURCES; s++)
    draw_source(html, &scale, weeks, count, s, step_d);
  for (int w = 0; w < count; w++)
    draw_under(html, &weeks[w], LEFT_D + w * step_d + 10, step_d - 20);
  html_close(html);
}
