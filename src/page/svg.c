// SPDX-License-Identifier: GPL-3.0-or-later
#include "page/svg.h"

#include <string.h>

#include <unistr.h>

#include "report/table.h"

static void length(struct html *html, const char *name, int value_d) {
  char text[FIELD_NUMBER_BYTES];
  number_text(text, value_d, (struct number_style){1, '.', '\0'});
  html_attribute(html, name, text);
}

static void named(struct html *html, const char *element, const char *id, const char *text) {
  html_open(html, element);
  html_attribute(html, "id", id);
  html_text(html, text);
  html_close(html);
}

void svg_open(struct html *html, const struct svg_frame *frame) {
  struct arena *arena = html_arena(html);
  const char *title = arena_printf(arena, "%s-title", frame->id), *text = arena_printf(arena, "%s-text", frame->id);
  html_open(html, "svg");
  html_attribute(html, "xmlns", "http://www.w3.org/2000/svg");
  html_attribute(html, "class", arena_printf(arena, "chart %s", frame->class_name));
  html_attribute(html, "role", "img");
  html_attribute(html, "aria-labelledby", arena_printf(arena, "%s %s", title, text));
  html_attribute(html, "viewBox",
                 arena_printf(arena, "0 0 %d %d", (frame->width_d + 9) / 10, (frame->height_d + 9) / 10));
  named(html, "title", title, frame->title);
  named(html, "desc", text, frame->description);
}

void svg_rect(struct html *html, const char *class_name, struct svg_box box) {
  html_open_class(html, "rect", class_name);
  length(html, "x", box.x_d);
  length(html, "y", box.y_d);
  length(html, "width", box.width_d > 0 ? box.width_d : 0);
  length(html, "height", box.height_d > 0 ? box.height_d : 0);
  html_close(html);
}

// "12.3" in the words of a path.
static const char *tenth(struct arena *arena, int value_d) {
  char text[FIELD_NUMBER_BYTES];
  number_text(text, value_d, (struct number_style){1, '.', '\0'});
  return arena_printf(arena, "%s", text);
}

void svg_boxes(struct html *html, const char *class_name, const struct svg_box *boxes, int count) {
  struct arena *arena = html_arena(html);
  const char *path = "";
  for (int i = 0; i < count; i++)
    path =
        arena_printf(arena, "%sM%s,%sh%sv%sh%sz", path, tenth(arena, boxes[i].x_d), tenth(arena, boxes[i].y_d),
                     tenth(arena, boxes[i].width_d), tenth(arena, boxes[i].height_d), tenth(arena, -boxes[i].width_d));
  html_open_class(html, "path", class_name);
  html_attribute(html, "d", path);
  html_close(html);
}

void svg_line(struct html *html, const char *class_name, int x1_d, int y1_d, int x2_d, int y2_d) {
  html_open_class(html, "line", class_name);
  length(html, "x1", x1_d);
  length(html, "y1", y1_d);
  length(html, "x2", x2_d);
  length(html, "y2", y2_d);
  html_close(html);
}

void svg_circle(struct html *html, const char *class_name, int x_d, int y_d, int radius_d) {
  html_open_class(html, "circle", class_name);
  length(html, "cx", x_d);
  length(html, "cy", y_d);
  length(html, "r", radius_d);
  html_close(html);
}

void svg_text(struct html *html, const char *class_name, int x_d, int y_d, enum svg_anchor anchor, const char *text) {
  static const char *const anchors[] = {"start", "middle", "end"};
  html_open_class(html, "text", class_name);
  length(html, "x", x_d);
  length(html, "y", y_d);
  if (anchor != SVG_START)
    html_attribute(html, "text-anchor", anchors[anchor]);
  html_text(html, text);
  html_close(html);
}

void svg_path(struct html *html, const char *class_name, const int *xy_d, int point_count) {
  struct arena *arena = html_arena(html);
  const char *points = "";
  for (int i = 0; i < point_count; i++)
    points = arena_printf(arena, "%s%s%s,%s", points, i ? " " : "", tenth(arena, xy_d[2 * i]),
                          tenth(arena, xy_d[2 * i + 1]));
  html_open_class(html, "polyline", class_name);
  html_attribute(html, "points", points);
  html_close(html);
}

// Is it a Latin capital, with or without a diacritic?
static bool is_capital(ucs4_t c) { return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE); }

// Thousandths of the font's size, as in DejaVu Sans, the widest of the fonts that the style sheet asks for.
static int letter_width(ucs4_t c) {
  if (c < 128 && c && strchr(" iIjlfrt.,:;'|!()[]/-", (int)c))
    return 390;
  if (c < 128 && c && strchr("mwMW@%", (int)c))
    return 950;
  return c == 0x2026 || c == 0xE6 || c == 0xC6 ? 980 : is_capital(c) ? 740 : 640;
}

int svg_width(const char *text, int size_d) {
  int64_t width = 0;
  ucs4_t c;
  for (const uint8_t *at = (const uint8_t *)text; (at = u8_next(&c, at));)
    width += letter_width(c);
  return (int)(width * size_d / 1000);
}

// The number of bytes of the text that fit the width.
static size_t fitting(const char *text, int width_d, int size_d) {
  const uint8_t *at = (const uint8_t *)text, *next;
  int64_t left = (int64_t)width_d * 1000 / size_d;
  ucs4_t c;
  while ((next = u8_next(&c, at)) && (left -= letter_width(c)) >= 0)
    at = next;
  return (size_t)(at - (const uint8_t *)text);
}

const char *svg_fit(struct arena *arena, const char *text, int width_d, int size_d) {
  if (svg_width(text, size_d) <= width_d)
    return text;
  return arena_printf(arena, "%.*s…", (int)fitting(text, width_d - svg_width("…", size_d), size_d), text);
}

int svg_wrap(struct arena *arena, const char *text, int first_d, int second_d, int size_d, const char *lines[2]) {
  size_t cut = fitting(text, first_d, size_d);
  lines[0] = text;
  if (!text[cut])
    return 1;
  size_t space = cut;
  while (space && text[space] != ' ')
    space--;
  if (space)
    cut = space;
  lines[0] = arena_text(arena, text, cut);
  lines[1] = svg_fit(arena, text + cut + (text[cut] == ' '), second_d, size_d);
  return 2;
}

struct pattern {
  const char *id, *base, *line, *path;
};

// Fills that can be told apart without colour: stripes rising, falling and horizontal, and a grid.
static const struct pattern patterns[] = {
    {"stripes", "pattern-a", "pattern-line", "M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4"},
    {"stripes-back", "pattern-b", "pattern-line", "M-2,6 l4,4 M0,0 l8,8 M6,-2 l4,4"},
    {"bands", "pattern-c", "pattern-line", "M0,2 h8 M0,6 h8"},
    {"grid", "pattern-d", "pattern-line", "M0,2 h8 M0,6 h8 M2,0 v8 M6,0 v8"},
};

void svg_patterns(struct html *html) {
  html_open_class(html, "svg", "patterns");
  html_attribute(html, "xmlns", "http://www.w3.org/2000/svg");
  html_attribute(html, "aria-hidden", "true");
  html_attribute(html, "focusable", "false");
  html_open(html, "defs");
  for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
    html_open(html, "pattern");
    html_attribute(html, "id", patterns[i].id);
    html_attribute(html, "width", "8");
    html_attribute(html, "height", "8");
    html_attribute(html, "patternUnits", "userSpaceOnUse");
    svg_rect(html, patterns[i].base, (struct svg_box){0, 0, 80, 80});
    html_open_class(html, "path", patterns[i].line);
    html_attribute(html, "d", patterns[i].path);
    html_close(html);
    html_close(html);
  }
  html_close(html);
  html_close(html);
}
