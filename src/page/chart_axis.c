// SPDX-License-Identifier: GPL-3.0-or-later
// What charts share: scales, axes of kroner, legends, titles of rows, room for names.
#include "base/fixed.h"
#include "base/language.h"
#include "page/chart.h"
#include "report/format.h"

enum { KRONER_TICKS = 3, TITLE_LINE_D = 170, TITLE_GAP_D = 200 };

int chart_at(const struct chart_scale *scale, int64_t value) {
  int128 way = (int128)(value - scale->least) * (scale->to_d - scale->from_d);
  return scale->from_d + (int)fixed_divide(way, scale->most - scale->least);
}

void chart_hold(struct chart_scale *scale, int64_t value) {
  if (value == FIELD_BLANK)
    return;
  scale->least = value < scale->least ? value : scale->least;
  scale->most = value > scale->most ? value : scale->most;
}

int64_t chart_step(int64_t most, int count) {
  static const int64_t factors[] = {1, 2, 5};
  int64_t power = 1;
  for (;; power *= 10)
    for (int f = 0; f < 3; f++)
      if (factors[f] * power >= (most + count - 1) / count)
        return factors[f] * power;
}

int64_t chart_first_tick(int64_t least, int64_t step) {
  int64_t tick = least / step * step;
  return tick < least ? tick + step : tick;
}

struct svg_box chart_between(const struct chart_scale *scale, int64_t a, int64_t b, int y_d, int height_d) {
  int left = chart_at(scale, a < b ? a : b), right = chart_at(scale, a < b ? b : a);
  return (struct svg_box){left, y_d, right - left, height_d};
}

// ---------------------------------------------------------------- kroner

void chart_kroner_lines(struct html *html, const struct chart_scale *scale, int top_d, int bottom_d) {
  int64_t step = chart_step(scale->most - scale->least, KRONER_TICKS);
  for (int64_t value = chart_first_tick(scale->least, step); value <= scale->most; value += step)
    svg_line(html, value ? "grid" : "axis", chart_at(scale, value), top_d, chart_at(scale, value), bottom_d);
}

void chart_kroner_axis(struct html *html, const struct chart_scale *scale, int y_d) {
  int64_t step = chart_step(scale->most - scale->least, KRONER_TICKS);
  svg_line(html, "axis", scale->from_d, y_d, scale->to_d, y_d);
  for (int64_t value = chart_first_tick(scale->least, step); value <= scale->most; value += step) {
    svg_line(html, "axis", chart_at(scale, value), y_d, chart_at(scale, value), y_d + 50);
    svg_text(html, "axis-text", chart_at(scale, value), y_d + 190, SVG_MIDDLE,
             format_kr_number(html_arena(html), value));
  }
  svg_text(html, "small", scale->to_d, y_d + 400, SVG_END, _("Saved, kr"));
}

// ---------------------------------------------------------------- words

int chart_legend(struct html *html, const char *class_name, int x_d, int y_d, const char *text) {
  svg_rect(html, class_name, (struct svg_box){x_d, y_d - 90, 140, 100});
  svg_text(html, "small", x_d + 190, y_d, SVG_START, text);
  return x_d + 190 + svg_width(text, CHART_SMALL_D) + 160;
}

static int title_lines(struct arena *arena, const struct chart_title *title, int width_d, const char *lines[2]) {
  int taken_d = *title->verdict ? svg_width(title->verdict, CHART_BOLD_D) + TITLE_GAP_D : 0;
  return svg_wrap(arena, title->text, width_d - taken_d, width_d, CHART_BOLD_D, lines);
}

int chart_title_more(struct arena *arena, const struct chart_title *title, int width_d) {
  const char *lines[2];
  return (title_lines(arena, title, width_d, lines) - 1) * TITLE_LINE_D;
}

void chart_title(struct html *html, const struct chart_title *title, int width_d, int y_d) {
  struct arena *arena = html_arena(html);
  const char *lines[2];
  int count = title_lines(arena, title, width_d, lines);
  for (int i = 0; i < count; i++)
    svg_text(html, "label", 0, y_d + i * TITLE_LINE_D, SVG_START, lines[i]);
  if (*title->verdict)
    svg_text(html, arena_printf(arena, "label verdict-%s", title->class_name), width_d, y_d, SVG_END, title->verdict);
}

bool chart_has_room(const struct svg_box *boxes, int count, const struct svg_box *box) {
  for (const struct svg_box *other = boxes; other < boxes + count; other++)
    if (other->x_d < box->x_d + box->width_d && box->x_d < other->x_d + other->width_d &&
        other->y_d < box->y_d + box->height_d && box->y_d < other->y_d + other->height_d)
      return false;
  return true;
}
