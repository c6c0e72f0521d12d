// SPDX-License-Identifier: GPL-3.0-or-later
// Shapes of a chart inside an HTML page. Lengths are tenths of the drawing's unit (_d). The style sheet sets the look
// of shapes by class, so that light, dark and print need no separate drawing.
#ifndef ROTACOST_PAGE_SVG_H
#define ROTACOST_PAGE_SVG_H

#include "page/html.h"

struct svg_frame {
  const char *id;                  // made by the program for this page
  const char *title, *description; // what it shows, what it says
  const char *class_name;
  int width_d, height_d;
};
// <svg role="img"> with title and description; closed by html_close.
void svg_open(struct html *html, const struct svg_frame *frame);

struct svg_box {
  int x_d, y_d, width_d, height_d;
};
void svg_rect(struct html *html, const char *class_name, struct svg_box box);
// Many boxes as one shape: a pattern is laid out once for all of them, which keeps a printed page small.
void svg_boxes(struct html *html, const char *class_name, const struct svg_box *boxes, int count);
void svg_line(struct html *html, const char *class_name, int x1_d, int y1_d, int x2_d, int y2_d);
void svg_circle(struct html *html, const char *class_name, int x_d, int y_d, int radius_d);
enum svg_anchor { SVG_START, SVG_MIDDLE, SVG_END };
void svg_text(struct html *html, const char *class_name, int x_d, int y_d, enum svg_anchor anchor, const char *text);
// A line through points x,y,x,y,...
void svg_path(struct html *html, const char *class_name, const int *xy_d, int point_count);

// Width of a text in a font of `size_d`, by the widest font of the style sheet: no reader sees it wider.
int svg_width(const char *text, int size_d);
// The text, cut to fit in so many tenths; an ellipsis marks the cut.
const char *svg_fit(struct arena *arena, const char *text, int width_d, int size_d);
// The text on one line if `first_d` holds it, else on two, broken between words where possible; cut only where it does
// not fit on the second either. Returns how many lines.
int svg_wrap(struct arena *arena, const char *text, int first_d, int second_d, int size_d, const char *lines[2]);

// The patterns that the style sheet fills bars with, defined once per page, not drawn themselves.
void svg_patterns(struct html *html);

#endif
