// SPDX-License-Identifier: GPL-3.0-or-later
#include "page/chart.h"

#include <string.h>

#include "base/fixed.h"
#include "base/language.h"
#include "report/format.h"

enum { SMALL_D = 115, BOLD_D = 145 }; // sizes of the fonts in the style sheet; bold letters are wider

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

int chart_legend(struct html *html, const char *class_name, int x_d, int y_d, const char *text) {
  svg_rect(html, class_name, (struct svg_box){x_d, y_d - 90, 140, 100});
  svg_text(html, "small", x_d + 190, y_d, SVG_START, text);
  int letters = 0;
  for (const char *c = text; *c; c++)
    letters += (*c & 0xC0) != 0x80;
  return x_d + 190 + letters * 62 + 160;
}

static struct svg_box bar_between(const struct chart_scale *scale, int64_t a, int64_t b, int y_d, int height_d) {
  int left = chart_at(scale, a < b ? a : b), right = chart_at(scale, a < b ? b : a);
  return (struct svg_box){left, y_d, right - left, height_d};
}

// ---------------------------------------------------------------- claims

enum { CLAIM_WIDTH_D = 4800, CLAIM_ROW_D = 620, CLAIM_HEAD_D = 560, CLAIM_BAR_D = 160 };

static struct chart_scale claims_scale(const struct chart_claim *claims, int count) {
  struct chart_scale scale = {0, 1, 60, CLAIM_WIDTH_D - 60};
  for (int i = 0; i < count; i++) {
    chart_hold(&scale, claims[i].claimed_ore);
    chart_hold(&scale, claims[i].kept_ore);
    chart_hold(&scale, claims[i].adjusted_ore);
  }
  return scale;
}

const char *chart_claim_text(struct arena *arena, const struct chart_claim *claim) {
  const char *found = format_kr_number(arena, claim->kept_ore), *adjusted = format_kr_number(arena, claim->adjusted_ore);
  if (strcmp(found, adjusted) != 0)
    found = arena_printf(arena,
                         claim->adjusted_ore < claim->kept_ore ? _("%s, but %s if positions are adjusted") : _("%s to %s"),
                         found, adjusted);
  if (claim->claimed_ore == FIELD_BLANK)
    return arena_printf(arena, _("Found %s"), found);
  return arena_printf(arena, _("Claimed %s, found %s"), format_kr_number(arena, claim->claimed_ore), found);
}

static void claim_texts(struct html *html, const struct chart_claim *claim, int y_d) {
  struct arena *arena = html_arena(html);
  int verdict_d = 0;
  for (const char *c = claim->verdict; *c; c++)
    verdict_d += (*c & 0xC0) != 0x80 ? 84 : 0;
  svg_text(html, "label", 0, y_d + 130, SVG_START,
           svg_fit(arena, claim->label, CLAIM_WIDTH_D - verdict_d - 200, BOLD_D));
  svg_text(html, arena_printf(arena, "label verdict-%s", claim->class_name), CLAIM_WIDTH_D, y_d + 130, SVG_END,
           claim->verdict);
  svg_text(html, "small", 0, y_d + 280, SVG_START, chart_claim_text(arena, claim));
}

static void claim_bars(struct html *html, const struct chart_scale *scale, const struct chart_claim *claim, int y_d) {
  bool same_side = (claim->kept_ore >= 0) == (claim->adjusted_ore >= 0);
  svg_rect(html, "kept", bar_between(scale, 0, claim->kept_ore, y_d, CLAIM_BAR_D));
  svg_rect(html, "adjusted",
           bar_between(scale, same_side ? claim->kept_ore : 0, claim->adjusted_ore, y_d, CLAIM_BAR_D));
  svg_line(html, "axis", chart_at(scale, 0), y_d - 20, chart_at(scale, 0), y_d + CLAIM_BAR_D + 20);
  if (claim->claimed_ore == FIELD_BLANK)
    return;
  int claimed_d = chart_at(scale, claim->claimed_ore);
  svg_rect(html, "claimed", (struct svg_box){claimed_d - 20, y_d - 40, 40, CLAIM_BAR_D + 80});
}

void chart_claims(struct html *html, const struct chart *chart, const struct chart_claim *claims, int count, int first,
                  int rows) {
  struct chart_scale scale = claims_scale(claims, count);
  svg_open(html, &(struct svg_frame){chart->id, chart->title, chart->description, "claims", CLAIM_WIDTH_D,
                                     CLAIM_HEAD_D + rows * CLAIM_ROW_D});
  if (claims[0].claimed_ore != FIELD_BLANK)
    chart_legend(html, "claimed", 3400, 130, _("claimed"));
  chart_legend(html, "kept", 0, 130, _("found if all positions are kept"));
  chart_legend(html, "adjusted", 0, 330, _("additional if positions are adjusted"));
  for (int i = 0; i < rows; i++) {
    int y_d = CLAIM_HEAD_D + i * CLAIM_ROW_D;
    claim_texts(html, &claims[first + i], y_d);
    claim_bars(html, &scale, &claims[first + i], y_d + 360);
  }
  html_close(html);
}

// ---------------------------------------------------------------- bridge

enum { BRIDGE_WIDTH_D = 4800, BRIDGE_ROW_D = 400, BRIDGE_BAR_D = 140 };

struct bridge_bar {
  int64_t from_ore, to_ore;
};

// Where every bar begins and ends.
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
  svg_text(html, class_name, 0, y_d, SVG_START,
           svg_fit(arena, step->label, BRIDGE_WIDTH_D - 1500, step->total ? BOLD_D : SMALL_D));
  svg_text(html, class_name, BRIDGE_WIDTH_D, y_d, SVG_END,
           step->total ? format_kr(arena, step->ore) : format_signed_kr(arena, step->ore));
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
    svg_rect(html, step_class(&steps[i]), bar_between(&scale, bars[i].from_ore, bars[i].to_ore, bar_d, BRIDGE_BAR_D));
    svg_line(html, "axis", chart_at(&scale, 0), bar_d - 20, chart_at(&scale, 0), bar_d + BRIDGE_BAR_D + 20);
    if (i + 1 < count)
      svg_line(html, "link", end_d, bar_d + BRIDGE_BAR_D, end_d, bar_d + BRIDGE_ROW_D);
  }
  for (int i = 0; i < count; i++)
    step_texts(html, &steps[i], i * BRIDGE_ROW_D + 140);
  html_close(html);
}
