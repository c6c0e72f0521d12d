// SPDX-License-Identifier: GPL-3.0-or-later
#include "page/chart.h"

#include <string.h>

#include "base/language.h"
#include "report/format.h"

// ---------------------------------------------------------------- claims

enum { CLAIM_WIDTH_D = 4800, CLAIM_ROW_D = 620, CLAIM_HEAD_D = 560, CLAIM_BAR_D = 160 };

static struct chart_scale claims_scale(const struct chart_claim *claims, int count) {
  struct chart_scale scale = {0, 1, 120, CLAIM_WIDTH_D - 360}; // room for half a figure of the axis
  for (int i = 0; i < count; i++) {
    chart_hold(&scale, claims[i].claimed_ore);
    chart_hold(&scale, claims[i].kept_ore);
    chart_hold(&scale, claims[i].adjusted_ore);
  }
  return scale;
}

const char *chart_claim_text(struct arena *arena, const struct chart_claim *claim) {
  const char *found = format_kr_number(arena, claim->kept_ore),
             *adjusted = format_kr_number(arena, claim->adjusted_ore);
  if (strcmp(found, adjusted) != 0)
    found = arena_printf(
        arena, claim->adjusted_ore < claim->kept_ore ? _("%s, but %s if positions are adjusted") : _("%s to %s"), found,
        adjusted);
  if (claim->claimed_ore == FIELD_BLANK)
    return arena_printf(arena, _("Found %s"), found);
  return arena_printf(arena, _("Claimed %s, found %s"), format_kr_number(arena, claim->claimed_ore), found);
}

static void claim_bars(struct html *html, const struct chart_scale *scale, const struct chart_claim *claim, int y_d) {
  bool same_side = (claim->kept_ore >= 0) == (claim->adjusted_ore >= 0);
  svg_rect(html, "kept", chart_between(scale, 0, claim->kept_ore, y_d, CLAIM_BAR_D));
  svg_rect(html, "adjusted",
           chart_between(scale, same_side ? claim->kept_ore : 0, claim->adjusted_ore, y_d, CLAIM_BAR_D));
  svg_line(html, "axis", chart_at(scale, 0), y_d - 20, chart_at(scale, 0), y_d + CLAIM_BAR_D + 20);
  if (claim->claimed_ore == FIELD_BLANK)
    return;
  int claimed_d = chart_at(scale, claim->claimed_ore);
  svg_rect(html, "claimed", (struct svg_box){claimed_d - 20, y_d - 40, 40, CLAIM_BAR_D + 80});
}

static void claim_legend(struct html *html, bool claims) {
  if (claims)
    chart_legend(html, "claimed", 3400, 130, _("claimed"));
  chart_legend(html, "kept", 0, 130, _("found if all positions are kept"));
  chart_legend(html, "adjusted", 0, 330, _("additional if positions are adjusted"));
}

static int claims_height(struct arena *arena, const struct chart_claim *claims, int rows) {
  int height_d = rows * CLAIM_ROW_D;
  for (int i = 0; i < rows; i++)
    height_d += chart_title_more(arena, &claims[i].title, CLAIM_WIDTH_D);
  return height_d;
}

void chart_claims(struct html *html, const struct chart *chart, const struct chart_claim *claims, int count, int first,
                  int rows) {
  struct arena *arena = html_arena(html);
  struct chart_scale scale = claims_scale(claims, count);
  int bottom_d = CLAIM_HEAD_D + claims_height(arena, claims + first, rows);
  svg_open(html, &(struct svg_frame){chart->id, chart->title, chart->description, "claims", CLAIM_WIDTH_D,
                                     bottom_d + CHART_AXIS_D});
  claim_legend(html, claims[0].claimed_ore != FIELD_BLANK);
  for (int i = first, y_d = CLAIM_HEAD_D; i < first + rows; i++, y_d += CLAIM_ROW_D) {
    chart_title(html, &claims[i].title, CLAIM_WIDTH_D, y_d + 130);
    y_d += chart_title_more(arena, &claims[i].title, CLAIM_WIDTH_D);
    svg_text(html, "small", 0, y_d + 280, SVG_START, chart_claim_text(arena, &claims[i]));
    chart_kroner_lines(html, &scale, y_d + 320, y_d + 560);
    claim_bars(html, &scale, &claims[i], y_d + 360);
  }
  chart_kroner_axis(html, &scale, bottom_d);
  html_close(html);
}

// ---------------------------------------------------------------- bridge

enum { BRIDGE_WIDTH_D = 4800, BRIDGE_ROW_D = 400, BRIDGE_BAR_D = 140 };

struct bridge_bar {
  int64_t from_ore, to_ore;
};

// Computes where each bar begins and ends.
static struct bridge_bar *bridge_bars(struct arena *arena, const struct chart_step *steps, int count) {
  struct bridge_bar *bars = arena_array(arena, (size_t)count, sizeof *bars);
  int64_t running = 0;
  for (int i = 0; i < count; i++) {
    bars[i].from_ore = steps[i].total ? 0 : running;
    bars[i].to_ore = steps[i].total ? steps[i].ore : running + steps[i].ore;
    running = bars[i].to_ore;
  }
  return bars;
}

static const char *step_class(const struct chart_step *step) {
  return step->total ? "total" : step->ore < 0 ? "less" : "more";
}

static void step_texts(struct html *html, const struct chart_step *step, int y_d) {
  struct arena *arena = html_arena(html);
  const char *class_name = step->total ? "label" : "small";
  const char *amount = step->total ? format_kr(arena, step->ore) : format_signed_kr(arena, step->ore);
  int size_d = step->total ? CHART_BOLD_D : CHART_SMALL_D;
  svg_text(html, class_name, 0, y_d, SVG_START,
           svg_fit(arena, step->label, BRIDGE_WIDTH_D - svg_width(amount, size_d) - 100, size_d));
  svg_text(html, class_name, BRIDGE_WIDTH_D, y_d, SVG_END, amount);
}

void chart_bridge(struct html *html, const struct chart *chart, const struct chart_step *steps, int count) {
  struct arena *arena = html_arena(html);
  struct bridge_bar *bars = bridge_bars(arena, steps, count);
  struct chart_scale scale = {0, 1, 20, BRIDGE_WIDTH_D - 20};
  for (int i = 0; i < count; i++)
    chart_hold(&scale, bars[i].to_ore);
  svg_open(html, &(struct svg_frame){chart->id, chart->title, chart->description, "bridge", BRIDGE_WIDTH_D,
                                     count * BRIDGE_ROW_D});
  for (int i = 0; i < count; i++) {
    int bar_d = i * BRIDGE_ROW_D + 190, end_d = chart_at(&scale, bars[i].to_ore);
    svg_rect(html, step_class(&steps[i]), chart_between(&scale, bars[i].from_ore, bars[i].to_ore, bar_d, BRIDGE_BAR_D));
    svg_line(html, "axis", chart_at(&scale, 0), bar_d - 20, chart_at(&scale, 0), bar_d + BRIDGE_BAR_D + 20);
    if (i + 1 < count)
      svg_line(html, "link", end_d, bar_d + BRIDGE_BAR_D, end_d, bar_d + BRIDGE_ROW_D);
  }
  for (int i = 0; i < count; i++)
    step_texts(html, &steps[i], i * BRIDGE_ROW_D + 140);
  html_close(html);
}
