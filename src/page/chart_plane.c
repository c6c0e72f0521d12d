// SPDX-License-Identifier: GPL-3.0-or-later
// Charts with two axes: cost against cover, and the half hours of a day.
#include <stdio.h>
#include <stdlib.h>

#include "base/language.h"
#include "page/chart.h"
#include "report/format.h"

enum { WIDTH_D = 4800, HEIGHT_D = 3200, LEFT_D = 640, RIGHT_D = 4560, TOP_D = 300, BOTTOM_D = 2600 };

// ---------------------------------------------------------------- scatter

// A margin on both sides, so that no point lies on an edge.
static struct chart_scale cost_scale(const struct chart_point *points, int count) {
  struct chart_scale scale = {points[0].cost_ore, points[0].cost_ore, LEFT_D, RIGHT_D};
  for (int i = 1; i < count; i++)
    chart_hold(&scale, points[i].cost_ore);
  int64_t margin = (scale.most - scale.least) / 12 + 100000;
  scale.least -= margin;
  scale.most += margin;
  return scale;
}

static struct chart_scale short_scale(const struct chart_point *points, int count) {
  struct chart_scale scale = {0, 100, BOTTOM_D, TOP_D};
  for (int i = 0; i < count; i++)
    chart_hold(&scale, points[i].short_tenths);
  scale.most += scale.most / 10;
  return scale;
}

static void scatter_axes(struct html *html, const struct chart_scale *x, const struct chart_scale *y) {
  struct arena *arena = html_arena(html);
  int64_t step = chart_step(y->most, 5);
  for (int64_t value = 0; value <= y->most; value += step) {
    svg_line(html, value ? "grid" : "axis", LEFT_D, chart_at(y, value), RIGHT_D, chart_at(y, value));
    svg_text(html, "axis-text", LEFT_D - 60, chart_at(y, value) + 40, SVG_END, format_integer(arena, value / 10));
  }
  step = chart_step(x->most - x->least, 3);
  for (int64_t value = x->least - x->least % step + step; value <= x->most; value += step) {
    svg_line(html, "grid", chart_at(x, value), TOP_D, chart_at(x, value), BOTTOM_D + 60);
    svg_text(html, "axis-text", chart_at(x, value), BOTTOM_D + 200, SVG_MIDDLE, format_kr_number(arena, value));
  }
  svg_text(html, "small", 0, 130, SVG_START, _("Person-hours missing in the year"));
  svg_text(html, "small", RIGHT_D, HEIGHT_D - 150, SVG_END, _("Cost of the year, kr"));
}

// Is the place taken? Of points that overlap, only the first gets its number.
static bool is_crowded(const int *places, int count, int x_d, int y_d) {
  for (int i = 0; i < count; i++)
    if (abs(places[2 * i] - x_d) < 180 && abs(places[2 * i + 1] - y_d) < 120)
      return true;
  return false;
}

void chart_scatter(struct html *html, const struct chart *chart, const struct chart_point *points, int count) {
  struct arena *arena = html_arena(html);
  struct chart_scale x = cost_scale(points, count), y = short_scale(points, count);
  int *places = arena_array(arena, 2 * (size_t)count, sizeof *places), placed = 0;
  svg_open(html, &(struct svg_frame){chart->id, chart->title, chart->description, "scatter", WIDTH_D, HEIGHT_D});
  scatter_axes(html, &x, &y);
  for (int i = 0; i < count; i++) {
    int x_d = chart_at(&x, points[i].cost_ore), y_d = chart_at(&y, points[i].short_tenths);
    svg_circle(html, points[i].adjusted ? "point hollow" : "point", x_d, y_d, points[i].best ? 70 : 50);
    if (is_crowded(places, placed, x_d, y_d))
      continue;
    svg_text(html, points[i].best ? "label" : "small", x_d + 80, y_d - 60, SVG_START,
             arena_printf(arena, "%d", points[i].number));
    places[2 * placed] = x_d;
    places[2 * placed++ + 1] = y_d;
  }
  html_close(html);
}

// ---------------------------------------------------------------- half hours

struct curve_scales {
  struct chart_scale adults, children;
  int step_d;
};

static struct curve_scales curve_scales(const struct chart_half_hour *half_hours, int count) {
  struct curve_scales scales = {{0, 1000, BOTTOM_D, TOP_D}, {0, 10, BOTTOM_D, TOP_D}, (RIGHT_D - LEFT_D) / count};
  for (int i = 0; i < count; i++) {
    chart_hold(&scales.adults, half_hours[i].needed_milli);
    chart_hold(&scales.adults, half_hours[i].planned_milli);
    chart_hold(&scales.children, half_hours[i].children_tenths);
  }
  return scales;
}

static void curve_axes(struct html *html, const struct curve_scales *scales) {
  struct arena *arena = html_arena(html);
  int64_t step = chart_step(scales->adults.most, 5);
  step = step < 1000 ? 1000 : step;
  for (int64_t value = 0; value <= scales->adults.most; value += step) {
    int y_d = chart_at(&scales->adults, value);
    svg_line(html, value ? "grid" : "axis", LEFT_D, y_d, RIGHT_D, y_d);
    svg_text(html, "axis-text", LEFT_D - 60, y_d + 40, SVG_END, format_integer(arena, value / 1000));
  }
  step = chart_step(scales->children.most, 4);
  for (int64_t value = step; value <= scales->children.most; value += step)
    svg_text(html, "axis-text", WIDTH_D, chart_at(&scales->children, value) + 40, SVG_END,
             format_integer(arena, value / 10));
  svg_text(html, "small", 0, 130, SVG_START, _("Adults"));
  svg_text(html, "small", WIDTH_D, 130, SVG_END, _("Children"));
}

static void curve_line(struct html *html, bool planned, const struct curve_scales *scales,
                       const struct chart_half_hour *half_hours, int count) {
  int *xy_d = arena_array(html_arena(html), 4 * (size_t)count, sizeof *xy_d);
  for (int i = 0; i < count; i++) {
    int64_t value = planned ? half_hours[i].planned_milli : half_hours[i].needed_milli;
    xy_d[4 * i] = LEFT_D + i * scales->step_d;
    xy_d[4 * i + 2] = xy_d[4 * i] + scales->step_d;
    xy_d[4 * i + 1] = xy_d[4 * i + 3] = chart_at(&scales->adults, value);
  }
  svg_path(html, planned ? "planned" : "needed", xy_d, 2 * count);
}

// The closed hours between morning and afternoon are left out of the drawing; a line shows the cut.
static bool follows_gap(const struct chart_half_hour *half_hours, int i) {
  int hours[2], minutes[2];
  for (int k = 0; k < 2; k++)
    if (!i || sscanf(half_hours[i - 1 + k].clock, "%d:%d", &hours[k], &minutes[k]) != 2)
      return false;
  return 60 * (hours[1] - hours[0]) + minutes[1] - minutes[0] != 30;
}

static void curve_clock(struct html *html, const struct curve_scales *scales, const struct chart_half_hour *half_hours,
                        int count) {
  int labelled = -2;
  for (int i = 0; i < count; i++) {
    int x_d = LEFT_D + i * scales->step_d;
    bool gap = follows_gap(half_hours, i);
    if (gap)
      svg_line(html, "link", x_d, TOP_D, x_d, BOTTOM_D + 60);
    if (!gap && (i - labelled) * scales->step_d < 620)
      continue;
    labelled = i;
    svg_text(html, "axis-text", x_d, BOTTOM_D + 170, gap ? SVG_START : SVG_MIDDLE, half_hours[i].clock);
  }
}

void chart_curve(struct html *html, const struct chart *chart, const struct chart_half_hour *half_hours, int count) {
  struct curve_scales scales = curve_scales(half_hours, count);
  svg_open(html, &(struct svg_frame){chart->id, chart->title, chart->description, "curve", WIDTH_D, HEIGHT_D});
  curve_axes(html, &scales);
  for (int i = 0; i < count; i++) {
    int top_d = chart_at(&scales.children, half_hours[i].children_tenths), x_d = LEFT_D + i * scales.step_d;
    svg_rect(html, "children", (struct svg_box){x_d + 15, top_d, scales.step_d - 30, BOTTOM_D - top_d});
  }
  curve_clock(html, &scales, half_hours, count);
  curve_line(html, false, &scales, half_hours, count);
  curve_line(html, true, &scales, half_hours, count);
  int x_d = chart_legend(html, "children", 0, HEIGHT_D - 200, _("children"));
  x_d = chart_legend(html, "legend-needed", x_d, HEIGHT_D - 200, _("adults needed"));
  chart_legend(html, "legend-planned", x_d, HEIGHT_D - 200, _("adults planned"));
  html_close(html);
}
