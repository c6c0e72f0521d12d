// SPDX-License-Identifier: GPL-3.0-or-later
// FTE per 100 pupils against the size of schools.
#include "base/language.h"
#include "page/chart.h"
#include "report/format.h"

enum { WIDTH_D = 4800, HEIGHT_D = 3300, LEFT_D = 420, RIGHT_D = 4500, TOP_D = 480, BOTTOM_D = 2750 };
enum { GAP_D = 90, LINE_D = 150 };

static struct chart_scale scale_from_zero(int from_d, int to_d, int64_t most) {
  return (struct chart_scale){0, most + most / 10 + 1, from_d, to_d};
}

static void draw_axes(struct html *html, const struct chart_scale *x, const struct chart_scale *y) {
  struct arena *arena = html_arena(html);
  for (int64_t value = 0, step = chart_step(y->most, 5); value <= y->most; value += step) {
    int y_d = chart_at(y, value);
    svg_line(html, value ? "grid" : "axis", LEFT_D, y_d, RIGHT_D, y_d);
    svg_text(html, "axis-text", LEFT_D - 60, y_d + 40, SVG_END, format_short(arena, value, 2));
  }
  for (int64_t value = 0, step = chart_step(x->most, 5); value <= x->most; value += step) {
    int x_d = chart_at(x, value);
    svg_line(html, "grid", x_d, BOTTOM_D, x_d, BOTTOM_D + 60);
    svg_text(html, "axis-text", x_d, BOTTOM_D + 200, SVG_MIDDLE, format_integer(arena, value));
  }
  svg_text(html, "small", 0, TOP_D - 120, SVG_START, _("FTE per 100 pupils"));
  svg_text(html, "small", RIGHT_D, HEIGHT_D - 130, SVG_END, _("Pupils"));
}

static void draw_legend(struct html *html, const char *first, const char *others) {
  svg_circle(html, "point", 60, 90, 55);
  svg_text(html, "small", 180, 130, SVG_START, first);
  svg_circle(html, "point hollow", 2460, 90, 55);
  svg_text(html, "small", 2580, 130, SVG_START, others);
}

// Puts the name on the side with more room, and leaves it out if it would overlap another; the table has all names.
static void name_school(struct html *html, const struct chart_school *school, int x_d, int y_d, struct svg_box *boxes,
                        int *placed) {
  bool right = x_d < (LEFT_D + RIGHT_D) / 2;
  const char *text =
      svg_fit(html_arena(html), school->label, right ? WIDTH_D - x_d - GAP_D : x_d - GAP_D, CHART_SMALL_D);
  int width_d = svg_width(text, CHART_SMALL_D);
  struct svg_box box = {right ? x_d + GAP_D : x_d - GAP_D - width_d, y_d - LINE_D / 2, width_d, LINE_D};
  if (!chart_has_room(boxes, *placed, &box))
    return;
  svg_text(html, "small", right ? x_d + GAP_D : x_d - GAP_D, y_d + 40, right ? SVG_START : SVG_END, text);
  boxes[(*placed)++] = box;
}

void chart_schools(struct html *html, const struct chart *chart, const struct chart_school *schools, int count,
                   const char *first, const char *others) {
  int64_t pupils = 0, per_100 = 0;
  for (int i = 0; i < count; i++) {
    pupils = schools[i].pupils > pupils ? schools[i].pupils : pupils;
    per_100 = schools[i].per_100_hundredths > per_100 ? schools[i].per_100_hundredths : per_100;
  }
  struct chart_scale x = scale_from_zero(LEFT_D, RIGHT_D, pupils), y = scale_from_zero(BOTTOM_D, TOP_D, per_100);
  struct svg_box *names = arena_array(html_arena(html), (size_t)count, sizeof *names);
  int placed = 0;
  svg_open(html, &(struct svg_frame){chart->id, chart->title, chart->description, "scatter", WIDTH_D, HEIGHT_D});
  draw_legend(html, first, others);
  draw_axes(html, &x, &y);
  for (int i = 0; i < count; i++) {
    int x_d = chart_at(&x, schools[i].pupils), y_d = chart_at(&y, schools[i].per_100_hundredths);
    svg_circle(html, schools[i].group ? "point hollow" : "point", x_d, y_d, 50);
    name_school(html, &schools[i], x_d, y_d, names, &placed);
  }
  html_close(html);
}
