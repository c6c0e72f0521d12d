// SPDX-License-Identifier: GPL-3.0-or-later
// Charts of the years drawn: ranges of effects, days below the norm, and what moves an effect.
#include "base/language.h"
#include "page/chart.h"
#include "report/format.h"

static void mark_claim(struct html *html, const struct chart_scale *scale, int64_t ore, int top_d, int bottom_d) {
  if (ore != FIELD_BLANK)
    svg_rect(html, "claimed", (struct svg_box){chart_at(scale, ore) - 20, top_d, 40, bottom_d - top_d});
}

// ---------------------------------------------------------------- ranges

enum { RANGE_WIDTH_D = 4800, RANGE_HEAD_D = 560, RANGE_ROW_D = 640, RANGE_BAR_D = 120 };

static void hold_spread(struct chart_scale *scale, const struct chart_spread *spread) {
  chart_hold(scale, spread->low_ore);
  chart_hold(scale, spread->high_ore);
}

static struct chart_scale ranges_scale(const struct chart_range *ranges, int count) {
  struct chart_scale scale = {0, 1, 120, RANGE_WIDTH_D - 360};
  for (int i = 0; i < count; i++) {
    chart_hold(&scale, ranges[i].claimed_ore);
    hold_spread(&scale, &ranges[i].kept);
    hold_spread(&scale, &ranges[i].adjusted);
  }
  return scale;
}

static void draw_spread(struct html *html, const struct chart_scale *scale, const struct chart_spread *spread,
                        const char *class_name, int y_d) {
  int low_d = chart_at(scale, spread->low_ore), high_d = chart_at(scale, spread->high_ore);
  int left_d = chart_at(scale, spread->quarter_ore), right_d = chart_at(scale, spread->three_quarters_ore);
  int middle_d = chart_at(scale, spread->middle_ore);
  svg_line(html, "whisker", low_d, y_d + RANGE_BAR_D / 2, high_d, y_d + RANGE_BAR_D / 2);
  svg_line(html, "whisker", low_d, y_d + 20, low_d, y_d + RANGE_BAR_D - 20);
  svg_line(html, "whisker", high_d, y_d + 20, high_d, y_d + RANGE_BAR_D - 20);
  svg_rect(html, class_name, (struct svg_box){left_d, y_d, right_d - left_d > 20 ? right_d - left_d : 20, RANGE_BAR_D});
  svg_line(html, "middle", middle_d, y_d, middle_d, y_d + RANGE_BAR_D);
}

static void draw_range(struct html *html, const struct chart_scale *scale, const struct chart_range *range, int y_d) {
  chart_kroner_lines(html, scale, y_d + 180, y_d + 560); // no line crosses a name
  draw_spread(html, scale, &range->kept, "kept", y_d + 220);
  draw_spread(html, scale, &range->adjusted, "adjusted", y_d + 400);
  mark_claim(html, scale, range->claimed_ore, y_d + 180, y_d + 560);
}

static int ranges_height(struct arena *arena, const struct chart_range *ranges, int rows) {
  int height_d = rows * RANGE_ROW_D;
  for (int i = 0; i < rows; i++)
    height_d += chart_title_more(arena, &ranges[i].title, RANGE_WIDTH_D);
  return height_d;
}

void chart_ranges(struct html *html, const struct chart *chart, const struct chart_range *ranges, int count, int first,
                  int rows) {
  struct chart_scale scale = ranges_scale(ranges, count);
  int bottom_d = RANGE_HEAD_D + ranges_height(html_arena(html), ranges + first, rows);
  svg_open(html, &(struct svg_frame){chart->id, chart->title, chart->description, "ranges", RANGE_WIDTH_D,
                                     bottom_d + CHART_AXIS_D});
  int x_d = chart_legend(html, "kept", 0, 130, _("half of the years, if positions are kept"));
  chart_legend(html, "adjusted", x_d, 130, _("if they are adjusted"));
  x_d = chart_legend(html, "claimed", 0, 330, _("claimed"));
  svg_text(html, "small", x_d, 330, SVG_START, _("thin: nine of ten; upright line: the middle"));
  for (int i = first, y_d = RANGE_HEAD_D; i < first + rows; i++, y_d += RANGE_ROW_D) {
    chart_title(html, &ranges[i].title, RANGE_WIDTH_D, y_d + 130);
    y_d += chart_title_more(html_arena(html), &ranges[i].title, RANGE_WIDTH_D);
    draw_range(html, &scale, &ranges[i], y_d);
  }
  chart_kroner_axis(html, &scale, bottom_d);
  html_close(html);
}

// ---------------------------------------------------------------- days below the norm

enum {
  DAYS_WIDTH_D = 4800,
  DAYS_LEFT_D = 560,
  DAYS_RIGHT_D = 4720,
  DAYS_TOP_D = 420,
  DAYS_PANEL_D = 700,
  DAYS_GAP_D = 340,
  DAYS_FOOT_D = 480
};

static void draw_panel(struct html *html, const struct chart_days *classes, int count, int64_t most_tenths, bool after,
                       const char *name) {
  struct arena *arena = html_arena(html);
  int top_d = DAYS_TOP_D + (after ? DAYS_PANEL_D + DAYS_GAP_D : 0), step_d = (DAYS_RIGHT_D - DAYS_LEFT_D) / count;
  struct chart_scale scale = {0, most_tenths, top_d + DAYS_PANEL_D, top_d};
  int64_t step = chart_step(most_tenths, 2);
  svg_text(html, "label", 0, top_d - 90, SVG_START, name);
  for (int64_t value = 0; value <= most_tenths; value += step) {
    int y_d = chart_at(&scale, value);
    svg_line(html, value ? "grid" : "axis", DAYS_LEFT_D, y_d, DAYS_RIGHT_D, y_d);
    svg_text(html, "axis-text", DAYS_LEFT_D - 50, y_d + 40, SVG_END, format_percent(arena, value / 10, 0));
  }
  for (int i = 0; i < count; i++) {
    int y_d = chart_at(&scale, after ? classes[i].after_tenths : classes[i].before_tenths);
    svg_rect(html, after ? "adjusted" : "kept",
             (struct svg_box){DAYS_LEFT_D + i * step_d + 20, y_d, step_d - 40, top_d + DAYS_PANEL_D - y_d});
  }
}

static void name_classes(struct html *html, const struct chart_days *classes, int count) {
  struct arena *arena = html_arena(html);
  int step_d = (DAYS_RIGHT_D - DAYS_LEFT_D) / count, y_d = DAYS_TOP_D + 2 * DAYS_PANEL_D + DAYS_GAP_D + 170;
  int free_d = 0;
  for (int i = 0; i < count; i++) {
    const char *text = classes[i].from == classes[i].to
                           ? format_integer(arena, classes[i].from)
                           : arena_printf(arena, "%s–%s", format_integer(arena, classes[i].from),
                                          format_integer(arena, classes[i].to));
    int x_d = DAYS_LEFT_D + i * step_d + step_d / 2, half_d = svg_width(text, CHART_SMALL_D) / 2;
    if (x_d - half_d < free_d)
      continue;
    svg_text(html, "axis-text", x_d, y_d, SVG_MIDDLE, text);
    free_d = x_d + half_d + 60;
  }
}

void chart_days(struct html *html, const struct chart *chart, const struct chart_days *classes, int count,
                const char *before) {
  int64_t most = 100;
  int height_d = DAYS_TOP_D + 2 * DAYS_PANEL_D + DAYS_GAP_D + DAYS_FOOT_D;
  for (int i = 0; i < count; i++) {
    most = classes[i].before_tenths > most ? classes[i].before_tenths : most;
    most = classes[i].after_tenths > most ? classes[i].after_tenths : most;
  }
  svg_open(html, &(struct svg_frame){chart->id, chart->title, chart->description, "days", DAYS_WIDTH_D, height_d});
  svg_text(html, "small", 0, 130, SVG_START, _("Share of the years drawn"));
  draw_panel(html, classes, count, most, false, before);
  draw_panel(html, classes, count, most, true, _("With the measure"));
  name_classes(html, classes, count);
  svg_text(html, "small", DAYS_RIGHT_D, height_d - 80, SVG_END, _("Days below the norm in the year"));
  html_close(html);
}

// ---------------------------------------------------------------- tornado

enum { SWING_WIDTH_D = 4800, SWING_HEAD_D = 360, SWING_ROW_D = 440, SWING_BAR_D = 150 };

static void draw_half(struct html *html, const struct chart_scale *scale, int64_t from_ore, int64_t to_ore,
                      const char *class_name, int y_d) {
  int a_d = chart_at(scale, from_ore), b_d = chart_at(scale, to_ore);
  svg_rect(html, class_name,
           (struct svg_box){a_d < b_d ? a_d : b_d, y_d, a_d < b_d ? b_d - a_d : a_d - b_d, SWING_BAR_D});
}

// Writes the value of the input at each end of its bar, outside the bar.
static void name_ends(struct html *html, const struct chart_scale *scale, const struct chart_swing *swing,
                      int64_t effect_ore, int y_d) {
  struct arena *arena = html_arena(html);
  bool low_left = swing->at_low_ore <= swing->at_high_ore;
  int64_t left_ore = low_left ? swing->at_low_ore : swing->at_high_ore,
          right_ore = low_left ? swing->at_high_ore : swing->at_low_ore;
  int left_d = chart_at(scale, left_ore < effect_ore ? left_ore : effect_ore),
      right_d = chart_at(scale, right_ore > effect_ore ? right_ore : effect_ore);
  svg_text(html, "axis-text", left_d - 60, y_d + 115, SVG_END,
           svg_fit(arena, low_left ? swing->low : swing->high, left_d - 60, CHART_SMALL_D));
  svg_text(html, "axis-text", right_d + 60, y_d + 115, SVG_START,
           svg_fit(arena, low_left ? swing->high : swing->low, SWING_WIDTH_D - right_d - 60, CHART_SMALL_D));
}

static void draw_swing(struct html *html, const struct chart_scale *scale, const struct chart_swing *swing,
                       int64_t effect_ore, int y_d) {
  svg_text(html, "small", 0, y_d + 120, SVG_START,
           svg_fit(html_arena(html), swing->label, SWING_WIDTH_D, CHART_SMALL_D));
  draw_half(html, scale, effect_ore, swing->at_high_ore, "kept", y_d + 180);
  draw_half(html, scale, effect_ore, swing->at_low_ore, "adjusted", y_d + 180);
}

void chart_tornado(struct html *html, const struct chart *chart, const struct chart_swing *swings, int count,
                   int64_t effect_ore, int64_t claimed_ore) {
  struct chart_scale scale = {effect_ore, effect_ore, 760, SWING_WIDTH_D - 760};
  int bottom_d = SWING_HEAD_D + count * SWING_ROW_D;
  chart_hold(&scale, claimed_ore);
  for (int i = 0; i < count; i++) {
    chart_hold(&scale, swings[i].at_low_ore);
    chart_hold(&scale, swings[i].at_high_ore);
  }
  if (scale.most == scale.least)
    scale.most++;
  svg_open(html, &(struct svg_frame){chart->id, chart->title, chart->description, "tornado", SWING_WIDTH_D,
                                     bottom_d + CHART_AXIS_D});
  int x_d = chart_legend(html, "adjusted", 0, 130, _("the input at its low"));
  x_d = chart_legend(html, "kept", x_d, 130, _("at its high"));
  if (claimed_ore != FIELD_BLANK)
    chart_legend(html, "claimed", x_d, 130, _("claimed"));
  for (int i = 0; i < count; i++) {
    int y_d = SWING_HEAD_D + i * SWING_ROW_D;
    svg_line(html, "axis", chart_at(&scale, effect_ore), y_d + 150, chart_at(&scale, effect_ore), y_d + 360);
    draw_swing(html, &scale, &swings[i], effect_ore, y_d);
    mark_claim(html, &scale, claimed_ore, y_d + 150, y_d + 360);
    name_ends(html, &scale, &swings[i], effect_ore, y_d + 180);
  }
  chart_kroner_axis(html, &scale, bottom_d);
  html_close(html);
}
