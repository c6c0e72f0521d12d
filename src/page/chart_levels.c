// SPDX-License-Identifier: GPL-3.0-or-later
// Levels of staffing: cost against hours left empty.
#include <stdlib.h>

#include "base/language.h"
#include "page/chart.h"
#include "report/format.h"

enum { WIDTH_D = 4800, HEIGHT_D = 4400, LEFT_D = 640, RIGHT_D = 4600, TOP_D = 300, BOTTOM_D = 3300 };

struct plane {
  struct chart_scale cost, empty;
};

static struct plane plane_of(const struct chart_level *levels, int count) {
  struct plane plane = {{levels[0].cost_ore, levels[0].cost_ore, LEFT_D, RIGHT_D}, {0, 100, BOTTOM_D, TOP_D}};
  for (int i = 0; i < count; i++) {
    chart_hold(&plane.cost, levels[i].cost_low_ore);
    chart_hold(&plane.cost, levels[i].cost_high_ore);
    chart_hold(&plane.empty, levels[i].empty_high_tenths);
  }
  int64_t margin = (plane.cost.most - plane.cost.least) / 14 + 100000;
  plane.cost.least -= margin;
  plane.cost.most += margin;
  plane.empty.most += plane.empty.most / 12;
  return plane;
}

static void draw_axes(struct html *html, const struct plane *plane) {
  struct arena *arena = html_arena(html);
  int64_t step = chart_step(plane->empty.most, 5);
  for (int64_t value = 0; value <= plane->empty.most; value += step) {
    int y_d = chart_at(&plane->empty, value);
    svg_line(html, value ? "grid" : "axis", LEFT_D, y_d, RIGHT_D, y_d);
    svg_text(html, "axis-text", LEFT_D - 60, y_d + 40, SVG_END, format_integer(arena, value / 10));
  }
  step = chart_step(plane->cost.most - plane->cost.least, 3);
  for (int64_t value = chart_first_tick(plane->cost.least, step); value <= plane->cost.most; value += step) {
    int x_d = chart_at(&plane->cost, value);
    svg_line(html, "grid", x_d, TOP_D, x_d, BOTTOM_D + 60);
    svg_text(html, "axis-text", x_d, BOTTOM_D + 200, SVG_MIDDLE, format_kr_number(arena, value));
  }
  svg_text(html, "small", 0, 130, SVG_START, _("Hours left empty in the year"));
  svg_text(html, "small", RIGHT_D, BOTTOM_D + 420, SVG_END, _("Cost of the year, kr"));
}

// Draws the range of nine in ten drawn years, for the cost and for the hours left empty.
static void draw_ranges(struct html *html, const struct plane *plane, const struct chart_level *level) {
  int x_d = chart_at(&plane->cost, level->cost_ore), y_d = chart_at(&plane->empty, level->empty_tenths);
  svg_line(html, "range", chart_at(&plane->cost, level->cost_low_ore), y_d,
           chart_at(&plane->cost, level->cost_high_ore), y_d);
  svg_line(html, "range", x_d, chart_at(&plane->empty, level->empty_low_tenths), x_d,
           chart_at(&plane->empty, level->empty_high_tenths));
}

static int by_cost(const void *left, const void *right) {
  const struct chart_level *a = *(const struct chart_level *const *)left,
                           *b = *(const struct chart_level *const *)right;
  if (a->cost_ore != b->cost_ore)
    return a->cost_ore < b->cost_ore ? -1 : 1;
  return (a->empty_tenths < b->empty_tenths) - (a->empty_tenths > b->empty_tenths);
}

static void draw_curve(struct html *html, const struct plane *plane, const struct chart_level *levels, int count) {
  struct arena *arena = html_arena(html);
  const struct chart_level **on = arena_array(arena, (size_t)count, sizeof *on);
  int *xy_d = arena_array(arena, 2 * (size_t)count, sizeof *xy_d), points = 0;
  for (int i = 0; i < count; i++)
    if (levels[i].on_curve && levels[i].mark != MARK_MEASURE)
      on[points++] = &levels[i];
  qsort(on, (size_t)points, sizeof *on, by_cost);
  for (int i = 0; i < points; i++) {
    xy_d[2 * i] = chart_at(&plane->cost, on[i]->cost_ore);
    xy_d[2 * i + 1] = chart_at(&plane->empty, on[i]->empty_tenths);
  }
  if (points > 1)
    svg_path(html, "frontier", xy_d, points);
}

static void draw_mark(struct html *html, const struct plane *plane, const struct chart_level *level) {
  int x_d = chart_at(&plane->cost, level->cost_ore), y_d = chart_at(&plane->empty, level->empty_tenths);
  if (level->mark == MARK_MEASURE)
    svg_rect(html, "point hollow", (struct svg_box){x_d - 60, y_d - 60, 120, 120});
  else
    svg_circle(html,
               level->mark == MARK_TODAY ? "point today"
               : level->on_curve         ? "point"
                                         : "point hollow",
               x_d, y_d, level->mark == MARK_TODAY ? 90 : 60);
}

enum { NAME_GAP_D = 100, NAME_LINE_D = 130 };

// Puts the name on the side with more room. A name that would overlap another is left out; the table has it.
static void name_mark(struct html *html, const struct plane *plane, const struct chart_level *level,
                      struct svg_box *boxes, int *placed) {
  int x_d = chart_at(&plane->cost, level->cost_ore), y_d = chart_at(&plane->empty, level->empty_tenths);
  int size_d = level->mark == MARK_LEVEL ? CHART_SMALL_D : CHART_BOLD_D, right_d = WIDTH_D - x_d - NAME_GAP_D;
  bool left = svg_width(level->label, size_d) > right_d && x_d - NAME_GAP_D > right_d;
  const char *text = svg_fit(html_arena(html), level->label, left ? x_d - NAME_GAP_D : right_d, size_d);
  int width_d = svg_width(text, size_d);
  struct svg_box box = {left ? x_d - NAME_GAP_D - width_d : x_d + NAME_GAP_D, y_d - 70 - NAME_LINE_D, width_d,
                        NAME_LINE_D};
  if (!chart_has_room(boxes, *placed, &box))
    return;
  svg_text(html, level->mark == MARK_LEVEL ? "small" : "label", left ? x_d - NAME_GAP_D : x_d + NAME_GAP_D, y_d - 70,
           left ? SVG_END : SVG_START, text);
  boxes[(*placed)++] = box;
}

// Names today and the measures first, so that they get the room.
static void name_marks(struct html *html, const struct plane *plane, const struct chart_level *levels, int count) {
  static const enum chart_mark order[] = {MARK_TODAY, MARK_MEASURE, MARK_LEVEL};
  struct svg_box *boxes = arena_array(html_arena(html), (size_t)count, sizeof *boxes);
  int placed = 0;
  for (size_t o = 0; o < sizeof order / sizeof *order; o++)
    for (int i = 0; i < count; i++)
      if (levels[i].mark == order[o])
        name_mark(html, plane, &levels[i], boxes, &placed);
}

static void draw_legend(struct html *html) {
  static const struct {
    enum chart_mark mark;
    const char *class_name, *text;
  } marks[] = {{MARK_TODAY, "point today", N_("today")},
               {MARK_LEVEL, "point", N_("level on the curve")},
               {MARK_LEVEL, "point hollow", N_("level beaten by another")},
               {MARK_MEASURE, "point hollow", N_("measure")}};
  int x_d = 100, y_d = HEIGHT_D - 420;
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    if (marks[i].mark == MARK_MEASURE)
      svg_rect(html, marks[i].class_name, (struct svg_box){x_d - 60, y_d - 100, 120, 120});
    else
      svg_circle(html, marks[i].class_name, x_d, y_d - 40, marks[i].mark == MARK_TODAY ? 90 : 60);
    const char *text = _(marks[i].text);
    svg_text(html, "small", x_d + 140, y_d, SVG_START, text);
    x_d = i % 2 ? 100 : 2500; // two by two
    y_d += i % 2 ? 230 : 0;
  }
}

void chart_levels(struct html *html, const struct chart *chart, const struct chart_level *levels, int count) {
  struct plane plane = plane_of(levels, count);
  svg_open(html, &(struct svg_frame){chart->id, chart->title, chart->description, "levels", WIDTH_D, HEIGHT_D});
  draw_axes(html, &plane);
  for (int i = 0; i < count; i++)
    draw_ranges(html, &plane, &levels[i]);
  draw_curve(html, &plane, levels, count);
  for (int i = 0; i < count; i++)
    draw_mark(html, &plane, &levels[i]);
  name_marks(html, &plane, levels, count);
  draw_legend(html);
  html_close(html);
}
